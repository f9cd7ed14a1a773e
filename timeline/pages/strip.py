"""The strip above a timeline: how many entries each day, month or year has, each bar a way there.

It is a list of links, each with a small drawing and its number, so that it wraps on a phone, mirrors, prints
and reads aloud without a script. Its unit follows the span; stretches without entries are folded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.merging import Placed
from timeline.pages.archive import century_of
from timeline.pages.edition import Edition
from timeline.pages.prose import ROOT
from timeline.pages.standing import day_anchor, month_anchor, span_anchor, standing
from timeline.pages.strip_periods import (
    FEWEST,
    MOST,
    Period,
    Unit,
    by_period,
    gap_between,
    labels,
    stretch_label,
    unit_of,
    without,
)
from timeline.pages.words import counted

Address = Callable[[Placed, Unit], str]
"""Where a bar leads, given the first entry of its period."""

_HEIGHT = 44  # CSS pixels
_STEP = 14  # the height of one entry where there are few
_LEAST = 4
_FEW = 7
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
        if unit == "century" and archive.centuries:
            return f"{root}{archive.centuries[century_of(place.span)].path}"
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
        The strip; None where fewer than three periods have entries, or so many that it would be a wall.
    """
    unit = unit or unit_of(entries)
    periods = by_period(entries, unit)
    if len(periods) < FEWEST or (unit == "century" and len(periods) > MOST):
        return None
    most = max(len(some) for some in periods.values())
    scale = min(_STEP, _HEIGHT / most)
    by_stretch: dict[tuple[str, int], list[tuple[Period, Bar]]] = {}
    for period, some in periods.items():
        bar = _bar(period, some, edition, unit, address(some[0], unit), scale)
        by_stretch.setdefault(period.stretch, []).append((period, bar))
    stretches = []
    before: tuple[str, int] | None = None
    for stretch, bars in by_stretch.items():
        label = stretch_label(stretch, edition)
        stretches.append(
            Stretch(label, gap_between(before, stretch, edition), _with_gaps(bars, unit, edition))
        )
        before = stretch
    text = edition.language.text
    names = {
        "day": text("Entries by day"),
        "month": text("Entries by month"),
        "year": text("Entries by year"),
        "century": text("Entries by century"),
    }
    has_reports = any(not placed.is_event for placed in entries)
    return StripView(
        label=names.get(unit, text("Entries by decade")),
        note=text("The lighter part of a bar is reports.") if has_reports else "",
        unit=unit,
        stretches=tuple(stretches),
    )


def _bar(
    period: Period,
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
    label, whole = labels(period, some[0], edition, unit)
    number = edition.language.listed(counted(events, reports, edition.language))
    return Bar(
        described=edition.language.text("{period}: {count}", period=edition.sentence(whole), count=number),
        url=url,
        label=label,
        count=len(some),
        height=height,
        events=(height - of_events, of_events),
        reports=(0, max(0, height - of_events)),
        known=period.number is not None,
    )


def _with_gaps(bars: Sequence[tuple[Period, Bar]], unit: Unit, edition: Edition) -> tuple[Bar, ...]:
    """The bars, with what is empty between two of them."""
    found = [bars[0][1]]
    for (before, _), (after, bar) in pairwise(bars):
        gap = (
            after.number - before.number - 1 if before.number is not None and after.number is not None else 0
        )
        if gap > 0:
            found.append(Bar(without(gap, unit, edition), empty=gap if gap <= _EMPTY else 0))
        found.append(bar)
    return tuple(found)
