"""Entries under the headings of year, month and day.

Headings are the day of an entry's place in the order, so they never run back; what is known only by its
month, year or decade stands in a block that says so, and such a block may recur.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from timeline.dates import day_heading
from timeline.languages import message
from timeline.merging import Placed
from timeline.pages.edition import Edition
from timeline.pages.entries import entry_html
from timeline.pages.filters import INDEX, FiltersView, Only, filters_view, indexed_filters
from timeline.pages.lines import lines_html
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
from timeline.pages.views import DayView, MonthView, YearView

_SOME_TIME = {True: message("some time in the month"), False: message("some time in the year")}


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What the template of a timeline is given: the entries under their headings, and the filters."""

    years: tuple[YearView, ...]
    filters: FiltersView | None

    def __bool__(self) -> bool:
        """Whether there is any entry on the page."""
        return bool(self.years)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the page filters entries that it does not hold itself."""
        return self.filters is not None and not self.years


@dataclass
class _Manner:
    """Whether the entries are told in a line each; and an anchor for each heading, as a block may recur."""

    in_lines: bool
    taken: dict[str, int] = field(default_factory=dict)

    def take(self, anchor: str) -> str:
        count = self.taken[anchor] = self.taken.get(anchor, 0) + 1
        return anchor if count == 1 else f"{anchor}-{count}"


def timeline_view(entries: Sequence[Placed], edition: Edition, root: str) -> TimelineView:
    """Puts entries under their headings.

    Args:
        entries: The entries, in order.
        edition: What the pages share.
        root: The way from the page to the site's root.

    Returns:
        The years, each with its months, each with its days.
    """
    years = _years(entries, edition, root)
    return TimelineView(years, filters_view(entries, edition, root))


def shared_filters(
    entries: Sequence[Placed], edition: Edition, only: Only | None = None
) -> FiltersView | None:
    """The filters of a timeline that goes on over several pages, before it is known which page they are on.

    Args:
        entries: All entries of the timeline.
        edition: What the pages share.
        only: The choice of a facet that these entries have, and no others.
    """
    return indexed_filters(entries, edition, f"{ROOT}{INDEX}", only)


def timeline_part(
    part: Sequence[Placed],
    filters: FiltersView | None,
    edition: Edition,
    root: str,
    *,
    in_lines: bool = False,
) -> TimelineView:
    """One page of a timeline that goes on over several.

    Args:
        part: The entries that the page shows, in order.
        filters: The filters that all its pages share.
        edition: What the pages share.
        root: The way from the page to the site's root.
        in_lines: Whether each entry is told in a line.
    """
    return TimelineView(_years(part, edition, root, in_lines=in_lines), filters and filters.at(root))


def _years(
    entries: Sequence[Placed], edition: Edition, root: str, *, in_lines: bool = False
) -> tuple[YearView, ...]:
    manner = _Manner(in_lines)
    placed = [(standing(p), p) for p in entries]
    return tuple(
        _year(span, [*of_span], edition, root, manner)
        for span, of_span in groupby(placed, key=lambda item: item[0].span)
    )


def timeline_elsewhere(entries: Sequence[Placed], edition: Edition, root: str) -> TimelineView:
    """A timeline that the page does not hold: its filters show what they find, from the index."""
    return TimelineView((), indexed_filters(entries, edition, f"{root}{INDEX}"))


def heading_words(placed: Placed, edition: Edition) -> tuple[str, str]:
    """The headings of an entry where it is listed alone: of its month, and of its day.

    Where no month is known they are those of its year, and that no month is known.
    """
    place, language = standing(placed), edition.language
    month = month_label(place.span, place.month, language)
    if place.month is None:
        return edition.sentence(span_label(place.span, language)), month
    day = language.text("Day not known") if place.day is None else day_heading(place.day, language)
    return edition.sentence(month), edition.sentence(day)


def is_under_own_day(placed: Placed) -> bool:
    """Whether the heading over an entry is the one day on which it happened."""
    return placed.entry.when.heading == "day" and placed.entry.when.day == placed.day


def _year(
    span: Span, items: list[tuple[Standing, Placed]], edition: Edition, root: str, manner: _Manner
) -> YearView:
    anchor = manner.take(span_anchor(span))
    months = tuple(
        _month(span, month, [*of_month], edition, root, manner)
        for month, of_month in groupby(items, key=lambda item: item[0].month)
    )
    label = span_label(span, edition.language)
    return YearView(edition.sentence(label), anchor, months)


def _month(
    span: Span,
    month: int | None,
    items: list[tuple[Standing, Placed]],
    edition: Edition,
    root: str,
    manner: _Manner,
) -> MonthView:
    # Where no month is known, the year is the heading, and what is not known is said below it.
    label = (
        span_label(span, edition.language) if month is None else month_label(span, month, edition.language)
    )
    anchor, label = manner.take(month_anchor(span, month)), edition.sentence(label)
    if manner.in_lines:
        return MonthView(label, anchor, (), lines_html([placed for _, placed in items], edition, root))
    blocks = tuple(
        _day(day, [*of_day], edition, root, manner)
        for day, of_day in groupby(items, key=lambda item: item[0].day)
    )
    return MonthView(label, anchor, blocks)


def _day(
    day: int | None,
    items: list[tuple[Standing, Placed]],
    edition: Edition,
    root: str,
    manner: _Manner,
) -> DayView:
    language = edition.language
    views: list[Markup] = []
    for _, placed in items:
        own = day is not None and placed.entry.when.day == day
        views.append(entry_html(placed.entry, edition, root, under_own_day=own))
    count = len(views)
    if day is None:
        known_by = items[0][0]
        note = language.text(_SOME_TIME[known_by.month is not None]) if known_by.span[0] == "year" else ""
        label = language.text("Day not known")
        if known_by.month is None:
            label = month_label(known_by.span, None, language)
        anchor = manner.take(day_anchor(known_by))
        return DayView(label, note, anchor, False, count, tuple(views))
    note = language.plural("{number} entry", "{number} entries", count) if count > 1 else ""
    anchor = manner.take(day_anchor(items[0][0]))
    return DayView(edition.sentence(day_heading(day, language)), note, anchor, True, count, tuple(views))
