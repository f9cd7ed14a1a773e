"""Where each entry of a long timeline stands: on the pages of years and months.

A timeline that one page can hold stands on the home page. A longer one is cut here: by year, by month, and
a month that is too much for a page into several. Pages, strips and links all ask this one answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from timeline.merging import Entry, EventEntry, Placed
from timeline.pages.standing import Span, Standing, standing
from timeline.pages.told import FIGURES, SOURCES, STEPS, accounts_told
from timeline.records import Account, Event, Status

BUDGET = 1250
"""The elements that the entries of one page may make; the frame around them makes some 250."""
CHARACTERS = 100
"""So many characters of a text are as heavy to load as one element."""
_USUAL = 1_000  # the characters of an entry's texts that weigh nothing: they make no page too heavy
_MARKS = "*_`[("  # two of them make an element, such as a bracket and its parenthesis
_LEAST = 20  # the elements of an entry of which little is known
MOST_IN_FULL = BUDGET // _LEAST
"""The most entries that a page can tell in full, whatever they are."""
_BLOCK = 8
"""The elements of a day's headings, with a share of its month's and year's."""
_HEAVY = 100
"""What an entry may weigh on a home page, of which ``whole_up_to`` counts the entries."""
_MOST_ON_TOP = 1_000
"""What the heavier ones may weigh beyond that, all together."""
AT_ONCE = 120
"""The most years or months that one list shows: a longer one of months shows the years alone, a longer one of
years the centuries, each with a page of its own.

The page of a year or month shows as many years, so that a timeline of a thousand years has no list of a
thousand on each of its thousand pages.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A month, or what is known only by its year, decade or century.

    Attributes:
        span: The year, decade or century.
        month: The month; None where it is not known.
        path: The address of its first page.
        entries: Its entries, in order.
        pages: The same, page by page.
    """

    span: Span
    month: int | None
    path: str
    entries: tuple[Placed, ...]
    pages: tuple[tuple[Placed, ...], ...]

    def page_path(self, number: int) -> str:
        """The address of one of its pages, counted from 1: ``2020/01/``, ``2020/01/2/``."""
        return self.path if number == 1 else f"{self.path}{number}/"


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or what is known only by its decade or century.

    Attributes:
        span: Which.
        path: Its address.
        parts: Its months, in the order in which they first stand in the timeline.
        entries: Its entries, in order.
        whole: Whether one page holds them all.
    """

    span: Span
    path: str
    parts: tuple[Part, ...]
    entries: tuple[Placed, ...]
    whole: bool

    @property
    def is_part(self) -> bool:
        """Whether nothing in it is known by its month, so that it has no pages below its own."""
        return self.parts[0].path == self.path


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years of a timeline that has too many years for one list.

    Attributes:
        span: Which.
        path: The address of the page that lists its years.
        years: Those with entries, in the order in which they first stand in the timeline.
    """

    span: Span
    path: str
    years: tuple[Year, ...]

    @property
    def entries(self) -> tuple[Placed, ...]:
        """The entries of its years."""
        return tuple(placed for year in self.years for placed in year.entries)


class Archive:
    """The pages of years and months.

    Attributes:
        entries: Every entry, in order.
        is_long: Whether the timeline is too long for the home page.
    """

    def __init__(self, entries: Sequence[Placed], whole_up_to: int) -> None:
        self.entries = entries
        # Entries that are heavy beyond all measure have pages of their own sooner.
        self.is_long = len(entries) > whole_up_to or _weight_on_top(entries) > _MOST_ON_TOP

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """The years, in the order in which they first stand in the timeline."""
        by_span: dict[Span, list[Placed]] = {}
        for placed in self.entries:
            by_span.setdefault(standing(placed).span, []).append(placed)
        return tuple(_year(span, entries) for span, entries in by_span.items())

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The months of all years, one after the other."""
        return tuple(part for year in self.years for part in year.parts)

    @cached_property
    def centuries(self) -> Mapping[Span, Century]:
        """The centuries, where the years are too many for one list; else none."""
        by_span: dict[Span, list[Year]] = {}
        for year in self.years if len(self.years) > AT_ONCE else ():
            by_span.setdefault(century_of(year.span), []).append(year)
        return {span: Century(span, f"{span_path(span)}years/", (*some,)) for span, some in by_span.items()}

    @cached_property
    def by_span(self) -> Mapping[Span, Year]:
        """The years by what they are."""
        return {year.span: year for year in self.years}

    def around(self, year: Year, most: int) -> tuple[Year, ...]:
        """A year and those that stand before and after it, so many in all."""
        first = max(0, min(self._positions[year.span] - most // 2, len(self.years) - most))
        return self.years[first : first + most]

    @cached_property
    def _positions(self) -> Mapping[Span, int]:
        return {year.span: position for position, year in enumerate(self.years)}

    @cached_property
    def _pages(self) -> Mapping[tuple[str, str], str]:
        return {
            placed.entry.node: part.page_path(number)
            for part in self.parts
            for number, page in enumerate(part.pages, 1)
            for placed in page
        }

    def page_of(self, entry: Entry) -> str:
        """The address of the month's page that holds an entry."""
        return self._pages[entry.node]

    def part_of(self, place: Standing) -> Part:
        """The month that a standing names."""
        return next(part for part in self.by_span[place.span].parts if part.month == place.month)


def span_path(span: Span) -> str:
    """The address of a year, ``2020/``; of a decade or century as EDTF writes it: ``201x/``, ``20xx/``.

    Years before the year 0 (1 BC) have EDTF's minus: ``-0043/``.
    """
    kind, first = span
    sign = "-" if first < 0 else ""
    if kind == "year":
        return f"{sign}{abs(first):04d}/"
    if kind == "decade":
        return f"{sign}{abs(first) // 10:03d}x/"
    return f"{sign}{abs(first) // 100:02d}xx/"


def century_of(span: Span) -> Span:
    """The hundred years that a year, a decade or a century lies in."""
    return "century", span[1] // 100 * 100


def weight(entry: Entry) -> int:
    """About how many elements an entry makes on a page; a test holds it against what the templates make."""
    if not isinstance(entry, EventEntry):
        return _LEAST
    event = entry.record
    told = accounts_told(event) if event.accounts and entry.status is Status.DISPUTED else ()
    made = 30 + 3 * min(len(event.sources), SOURCES + 1) + 2 * min(len(event.figures), FIGURES)
    made += 2 * min(len(event.after) + len(event.response_to), STEPS) + (3 if event.retracted else 0)
    made += (1 + 4 * len(told)) if told else 0
    return made + _weight_of_texts(event, told)


def _weight_of_texts(event: Event, told: Sequence[Account]) -> int:
    """That of the texts that a list tells, beyond what is usual."""
    texts = [event.summary or "", *(account.says for account in told)]
    if event.retracted:
        texts.append(event.retracted.reason)
    if sum(map(len, texts)) <= _USUAL:
        return 0
    return sum(map(text_weight, texts))


def text_weight(text: str) -> int:
    """The elements that a Markdown text makes, and as many as its characters are as heavy to load."""
    return len(text) // CHARACTERS + sum(map(text.count, _MARKS)) // 2


def _weight_on_top(entries: Iterable[Placed]) -> int:
    """What the heaviest of the entries weigh beyond what an entry may weigh on a home page."""
    return sum(max(0, weight(placed.entry) - _HEAVY) for placed in entries)


def cut(entries: Iterable[Placed]) -> tuple[tuple[Placed, ...], ...]:
    """Cuts entries into pages of about one length, between two days where one ends near the cut.

    Args:
        entries: The entries, in order.
    """
    return _cut([[*group] for _, group in groupby(entries, key=standing)], weight)


def cut_in_lines(entries: Iterable[Placed], of_line: int) -> tuple[tuple[Placed, ...], ...]:
    """Cuts entries that are told in a line each, between two months where one ends near the cut.

    Args:
        entries: The entries, in order.
        of_line: The elements of a line.
    """
    blocks = [[*group] for _, group in groupby(entries, key=_month_of)]
    return _cut(blocks, lambda _: of_line)


def _month_of(placed: Placed) -> tuple[Span, int | None]:
    place = standing(placed)
    return place.span, place.month


def _cut(blocks: Sequence[Sequence[Placed]], weigh: Callable[[Entry], int]) -> tuple[tuple[Placed, ...], ...]:
    weights = [[weigh(placed.entry) for placed in block] for block in blocks]
    heavy = [_BLOCK + sum(some) for some in weights]
    total = sum(heavy)
    share = total / max(1, -(-total // BUDGET))  # what each page gets if all get the same
    pages: list[list[Placed]] = [[]]
    made = 0
    for block, some, needed in zip(blocks, weights, heavy, strict=True):
        if pages[-1] and made + needed > BUDGET and made >= share / 2:
            pages.append([])
            made = 0
        made += _BLOCK
        for placed, own in zip(block, some, strict=True):
            if pages[-1] and made + own > BUDGET:
                pages.append([])
                made = _BLOCK
            pages[-1].append(placed)
            made += own
        if made >= share:
            pages.append([])
            made = 0
    return tuple(tuple(page) for page in pages if page)


def _year(span: Span, entries: Sequence[Placed]) -> Year:
    by_month: dict[int | None, list[Placed]] = {}
    for placed in entries:
        by_month.setdefault(standing(placed).month, []).append(placed)
    path = span_path(span)
    parts = tuple(
        Part(span, month, _month_path(path, month, alone=len(by_month) == 1), tuple(some), cut(some))
        for month, some in by_month.items()
    )
    whole = all(len(part.pages) == 1 for part in parts) and len(cut(entries)) == 1
    return Year(span, path, parts, tuple(entries), whole)


def _month_path(year: str, month: int | None, *, alone: bool) -> str:
    if month is not None:
        return f"{year}{month:02d}/"
    return year if alone else f"{year}unknown/"
