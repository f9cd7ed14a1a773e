"""Entries under the headings of year, month and day.

Headings are the day of an entry's place in the order, so they never run back; what is known only by its
month, year or decade stands in a block that says so, and such a block may recur.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from timeline.dates import century_heading, date_of, day_heading, decade_heading, month_heading, year_heading
from timeline.merging import Placed
from timeline.pages.edition import Edition
from timeline.pages.entries import entry_html
from timeline.pages.views import DayView, MonthView, YearView

_DECADE = 10
_CENTURY = 100


@dataclass(frozen=True)
class _Place:
    """The headings that an entry stands under; None where it is not known so exactly."""

    span: tuple[str, int]
    month: int | None
    day: int | None


@dataclass
class _Anchors:
    """Gives each heading an anchor of its own, although a block may recur."""

    taken: dict[str, int] = field(default_factory=dict)

    def take(self, anchor: str) -> str:
        count = self.taken[anchor] = self.taken.get(anchor, 0) + 1
        return anchor if count == 1 else f"{anchor}-{count}"


def timeline_view(entries: Iterable[Placed], edition: Edition, root: str) -> tuple[YearView, ...]:
    """Puts entries under their headings.

    Args:
        entries: The entries, in order.
        edition: What the pages share.
        root: The way from the page to the site's root.

    Returns:
        The years, each with its months, each with its days.
    """
    anchors = _Anchors()
    placed = [(_place(p), p) for p in entries]
    return tuple(
        _year(span, [*of_span], edition, root, anchors)
        for span, of_span in groupby(placed, key=lambda item: item[0].span)
    )


def _place(placed: Placed) -> _Place:
    year, month, _ = date_of(placed.day)
    heading = placed.entry.when.heading
    if heading == "day":
        return _Place(("year", year), month, placed.day)
    if heading == "month":
        return _Place(("year", year), month, None)
    if heading == "year":
        return _Place(("year", year), None, None)
    width = _DECADE if heading == "decade" else _CENTURY
    return _Place((heading, year // width * width), None, None)


def _year(
    span: tuple[str, int], items: list[tuple[_Place, Placed]], edition: Edition, root: str, anchors: _Anchors
) -> YearView:
    kind, number = span
    label = {"year": year_heading, "decade": decade_heading, "century": century_heading}[kind](
        number, edition.language
    )
    anchor = anchors.take(f"{kind}-{number:04d}")
    months = tuple(
        _month(number, month, [*of_month], edition, root, anchors)
        for month, of_month in groupby(items, key=lambda item: item[0].month)
    )
    return YearView(edition.sentence(label), anchor, months)


def _month(
    year: int,
    month: int | None,
    items: list[tuple[_Place, Placed]],
    edition: Edition,
    root: str,
    anchors: _Anchors,
) -> MonthView:
    text = edition.language.text
    if month is None:
        kind, _ = items[0][0].span
        label = text("Month not known") if kind == "year" else text("Year not known")
        anchor = f"{kind}-{year:04d}-unknown"
    else:
        label = month_heading(year, month, edition.language)
        anchor = f"month-{year:04d}-{month:02d}"
    anchor = anchors.take(anchor)
    blocks = tuple(
        _day(day, anchor, [*of_day], edition, root, anchors)
        for day, of_day in groupby(items, key=lambda item: item[0].day)
    )
    return MonthView(edition.sentence(label), anchor, blocks)


def _day(
    day: int | None,
    month_anchor: str,
    items: list[tuple[_Place, Placed]],
    edition: Edition,
    root: str,
    anchors: _Anchors,
) -> DayView:
    language = edition.language
    views: list[Markup] = []
    for _, placed in items:
        own = day is not None and placed.entry.when.day == day
        views.append(entry_html(placed.entry, edition, root, under_own_day=own))
    count = len(views)
    if day is None:
        known_by = items[0][0]
        notes = {True: "some time in the month", False: "some time in the year"}
        note = language.text(notes[known_by.month is not None]) if known_by.span[0] == "year" else ""
        anchor = anchors.take(f"{month_anchor}-day-unknown")
        return DayView(language.text("Day not known"), note, anchor, False, count, tuple(views))
    year, month, number = date_of(day)
    note = language.plural("{number} entry", "{number} entries", count) if count > 1 else ""
    anchor = anchors.take(f"day-{year:04d}-{month:02d}-{number:02d}")
    return DayView(edition.sentence(day_heading(day, language)), note, anchor, True, count, tuple(views))
