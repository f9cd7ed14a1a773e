"""The strip above a timeline: how many entries each day, month or year has, each bar a way there.

It is a list of links, each with a small drawing and its number, so that it wraps on a phone, mirrors, prints
and reads aloud without a script. Its unit follows the span; stretches without entries are folded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from timeline.dates import date_of, full_day, month_heading, month_name, year_heading
from timeline.languages import Language
from timeline.merging import Placed
from timeline.pages.edition import Edition
from timeline.pages.prose import ROOT
from timeline.pages.standing import (
    Span,
    Standing,
    day_anchor,
    month_anchor,
    month_label,
    span_anchor,
    span_label,
    standing,
)
from timeline.pages.words import counted

Unit = Literal["day", "month", "year", "decade"]
Address = Callable[[Placed, Unit], str]
"""Where a bar leads, given the first entry of its period."""

FEWEST = 3
"""With fewer periods there is nothing to see from above."""
_MOST: Mapping[Unit, int] = {"day": 24, "month": 40, "year": 60}
_HEIGHT = 44  # CSS pixels
_STEP = 14  # the height of one entry where there are few
_LEAST = 4
_SURE = 0.4  # of the bars, as many may stand for what is known less exactly
_FEW = 7
_LETTERS = 5  # of a month's name, as many as a bar on a phone is wide
_EMPTY = 2  # so many empty periods are drawn; more of them are folded


@dataclass(frozen=True, slots=True)
class Bar:
    """One period with entries, or what stands between two.

    Attributes:
        url: Where it leads; empty for a gap.
        label: What stands below it.
        described: The whole period and its entries, in words; of a gap, how long it is.
        count: Its entries.
        height: How high its drawing is.
        events: Where in it that of the events begins, and how high it is.
        reports: The same for reports, on top of them.
        known: Whether the period is known as exactly as its neighbours.
        here: Whether the page shows it.
        empty: For a gap: how many empty periods are drawn; 0 for a fold.
    """

    described: str
    url: str = ""
    label: str = ""
    count: int = 0
    height: int = _LEAST
    events: tuple[int, int] = (0, 0)
    reports: tuple[int, int] = (0, 0)
    known: bool = True
    here: bool = False
    empty: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bars below one label: the days of a month, the months of a year; the gap before it in words."""

    label: str
    gap: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class StripView:
    """What the template of a strip is given."""

    label: str
    note: str
    unit: Unit
    stretches: tuple[Stretch, ...]

    @property
    def few(self) -> bool:
        """Whether the bars are so few that each may be large."""
        return sum(len(stretch.bars) for stretch in self.stretches) <= _FEW

    def at(self, root: str, own: str = "", here: str = "") -> StripView:
        """The same strip on one of the pages that share it; its addresses begin with ROOT.

        Args:
            root: The way from that page to the site's root.
            own: That page's address, so that what it holds itself is reached without leaving it.
            here: The address of the bar whose period the page shows.
        """

        def turned(bar: Bar) -> Bar:
            path, _, anchor = bar.url.removeprefix(ROOT).partition("#")
            if not bar.url:
                return bar
            url = f"#{anchor}" if anchor and path == own else f"{root}{path}{f'#{anchor}' if anchor else ''}"
            return replace(bar, url=url, here=bool(here) and path == here)

        stretches = (
            replace(stretch, bars=tuple(turned(bar) for bar in stretch.bars)) for stretch in self.stretches
        )
        return replace(self, stretches=tuple(stretches))


@dataclass(frozen=True, slots=True)
class _Key:
    """One period: the stretch it stands in, and its number in that; None where it is not known so exactly."""

    stretch: tuple[str, int]
    number: int | None
    span: Span


def on_page(placed: Placed, unit: Unit) -> str:
    """Leads to the period's heading on the same page."""
    return f"#{anchor_of(placed, unit)}"


def anchor_of(placed: Placed, unit: Unit) -> str:
    """The anchor of the heading of an entry's period."""
    place = standing(placed)
    if unit == "day" and place.month is not None:
        return day_anchor(place)
    if unit in {"day", "month"}:
        return month_anchor(place.span, place.month)
    return span_anchor(place.span)


def in_archive(edition: Edition, root: str) -> Address:
    """Leads to the pages of years and months."""
    archive = edition.archive

    def address(placed: Placed, unit: Unit) -> str:
        place = standing(placed)
        if unit == "day":
            return f"{root}{archive.page_of(placed.entry)}#{day_anchor(place)}"
        if unit == "month":
            return f"{root}{archive.part_of(place).path}"
        return f"{root}{archive.by_span[place.span].path}"

    return address


def strip(
    entries: Sequence[Placed],
    edition: Edition,
    address: Address = on_page,
    *,
    unit: Unit | None = None,
) -> StripView | None:
    """The strip of some entries.

    Args:
        entries: The entries, in order.
        edition: What the pages share.
        address: Where the bars lead.
        unit: What a bar stands for, where that is not to follow the span.

    Returns:
        The strip; None where fewer than three periods have entries.
    """
    unit = unit or _unit(entries)
    by_key = _by_key(entries, unit)
    if len(by_key) < FEWEST:
        return None
    most = max(len(some) for some in by_key.values())
    scale = min(_STEP, _HEIGHT / most)
    by_stretch: dict[tuple[str, int], list[tuple[_Key, Bar]]] = {}
    for key, some in by_key.items():
        bar = _bar(key, some, edition, unit, address(some[0], unit), scale)
        by_stretch.setdefault(key.stretch, []).append((key, bar))
    stretches = []
    before: tuple[str, int] | None = None
    for stretch, bars in by_stretch.items():
        label = _stretch_label(stretch, edition)
        stretches.append(Stretch(label, _gap(before, stretch, edition), _with_gaps(bars, unit, edition)))
        before = stretch
    text = edition.language.text
    names = {
        "day": text("Entries by day"),
        "month": text("Entries by month"),
        "year": text("Entries by year"),
    }
    has_reports = any(not placed.is_event for placed in entries)
    return StripView(
        label=names.get(unit, text("Entries by decade")),
        note=text("The lighter part of a bar is reports.") if has_reports else "",
        unit=unit,
        stretches=tuple(stretches),
    )


def _unit(entries: Sequence[Placed]) -> Unit:
    """The finest unit with few enough bars, most of them known; a finer one where that leaves too few."""
    finer: Unit = "day"
    for unit, most in _MOST.items():
        keys = _keys(entries, unit, most)
        if len(keys) < FEWEST:
            return finer
        vague = sum(key.number is None for key in keys)
        if len(keys) <= most and vague <= _SURE * len(keys):
            return unit
        finer = unit
    return "decade" if len(_by_key(entries, "decade")) >= FEWEST else "year"


def _keys(entries: Sequence[Placed], unit: Unit, most: int) -> set[_Key]:
    """The periods of entries; of more than so many, some."""
    found: set[_Key] = set()
    for placed in entries:
        found.add(_key(standing(placed), unit))
        if len(found) > most:
            break
    return found


def _by_key(entries: Sequence[Placed], unit: Unit) -> dict[_Key, list[Placed]]:
    found: dict[_Key, list[Placed]] = {}
    for placed in entries:
        found.setdefault(_key(standing(placed), unit), []).append(placed)
    return found


@lru_cache(maxsize=1 << 16)  # entries are many, periods few
def _key(place: Standing, unit: Unit) -> _Key:
    kind, first = place.span
    if unit == "day" and place.month is not None:
        return _Key(("month", first * 12 + place.month - 1), place.day, place.span)
    if unit in {"day", "month"}:
        return _Key(("year" if kind == "year" else kind, first), place.month, place.span)
    if unit == "year":
        decade = ("decade", first // 10 * 10)
        return _Key(
            decade if kind != "century" else (kind, first), first if kind == "year" else None, place.span
        )
    decade_span: Span = ("decade", first // 10 * 10) if kind != "century" else place.span
    return _Key(("century", first // 100 * 100), None if kind == "century" else first // 10, decade_span)


def _bar(
    key: _Key,
    some: Sequence[Placed],
    edition: Edition,
    unit: Unit,
    url: str,
    scale: float,
) -> Bar:
    events = sum(placed.is_event for placed in some)
    reports = len(some) - events
    height = max(_LEAST, round(len(some) * scale))
    of_events = max(_LEAST, round(events * scale)) if events else 0
    label, period = _labels(key, some[0], edition, unit)
    number = edition.language.listed(counted(events, reports, edition.language))
    return Bar(
        described=edition.language.text("{period}: {count}", period=edition.sentence(period), count=number),
        url=url,
        label=label,
        count=len(some),
        height=height,
        events=(height - of_events, of_events),
        reports=(0, max(0, height - of_events)),
        known=key.number is not None,
    )


def _labels(key: _Key, placed: Placed, edition: Edition, unit: Unit) -> tuple[str, str]:
    """What stands below a bar, and the period in full."""
    language, place = edition.language, standing(placed)
    if unit == "day" and place.month is not None:
        month = month_heading(place.span[1], place.month, language)
        if place.day is None:
            return language.text("day not known"), language.text("{date}, day not known", date=month)
        return str(date_of(place.day)[2]), full_day(place.day, language)
    span = span_label(key.span, language)
    if unit in {"day", "month"}:
        if place.month is not None:
            month = month_heading(place.span[1], place.month, language)
            return _short_month(place.month, language), month
        if place.span[0] == "year":
            return language.text("month not known"), language.text("{year}, month not known", year=span)
        return language.text("year not known"), span
    return (year_heading(key.span[1], language) if key.number is not None else span), span


def _short_month(month: int, language: Language) -> str:
    """A month below its bar: 'Jan'; its number in a language that has no short names, as Arabic."""
    names = [month_name(number, language, short=True) for number in range(1, 13)]
    return names[month - 1] if max(map(len, names)) <= _LETTERS else str(month)


def _with_gaps(bars: Sequence[tuple[_Key, Bar]], unit: Unit, edition: Edition) -> tuple[Bar, ...]:
    """The bars, with what is empty between two of them."""
    found = [bars[0][1]]
    for (before, _), (after, bar) in pairwise(bars):
        gap = (
            after.number - before.number - 1 if before.number is not None and after.number is not None else 0
        )
        if gap > 0:
            found.append(Bar(_without(gap, unit, edition), empty=gap if gap <= _EMPTY else 0))
        found.append(bar)
    return tuple(found)


def _without(number: int, unit: Unit, edition: Edition) -> str:
    plural = edition.language.plural
    if unit == "day":
        return plural("{number} day without entries", "{number} days without entries", number)
    if unit == "month":
        return plural("{number} month without entries", "{number} months without entries", number)
    if unit == "year":
        return plural("{number} year without entries", "{number} years without entries", number)
    return plural("{number} decade without entries", "{number} decades without entries", number)


def _gap(before: tuple[str, int] | None, after: tuple[str, int], edition: Edition) -> str:
    """What is empty between two stretches, in words; nothing where they adjoin."""
    if before is None or before[0] != after[0]:
        return ""
    units: Mapping[str, tuple[Unit, int]] = {
        "month": ("month", 1),
        "year": ("year", 1),
        "decade": ("decade", 10),
    }
    unit, width = units.get(after[0], ("decade", 10))
    number = (after[1] - before[1]) // width - 1
    return _without(number, unit, edition) if number > 0 and after[0] in units else ""


def _stretch_label(stretch: tuple[str, int], edition: Edition) -> str:
    kind, number = stretch
    if kind == "month":
        return edition.sentence(month_label(("year", number // 12), number % 12 + 1, edition.language))
    spans: Mapping[str, Span] = {
        "year": ("year", number), "decade": ("decade", number), "century": ("century", number),
    }  # fmt: skip
    return edition.sentence(span_label(spans[kind], edition.language))
