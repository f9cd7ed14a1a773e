"""Entries under the headings of year, month and day.

Headings are the day of an entry's place in the order, so they never run back; what is known only by its
month, year or decade stands in a block that says so, and such a block may recur.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from timeline.dates import day_heading
from timeline.merging import Placed
from timeline.pages.edition import Edition
from timeline.pages.entries import entry_html
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
    placed = [(standing(p), p) for p in entries]
    return tuple(
        _year(span, [*of_span], edition, root, anchors)
        for span, of_span in groupby(placed, key=lambda item: item[0].span)
    )


def _year(
    span: Span, items: list[tuple[Standing, Placed]], edition: Edition, root: str, anchors: _Anchors
) -> YearView:
    anchor = anchors.take(span_anchor(span))
    months = tuple(
        _month(span, month, [*of_month], edition, root, anchors)
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
    anchors: _Anchors,
) -> MonthView:
    label = month_label(span, month, edition.language)
    anchor = anchors.take(month_anchor(span, month))
    blocks = tuple(
        _day(day, [*of_day], edition, root, anchors)
        for day, of_day in groupby(items, key=lambda item: item[0].day)
    )
    return MonthView(edition.sentence(label), anchor, blocks)


def _day(
    day: int | None,
    items: list[tuple[Standing, Placed]],
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
        anchor = anchors.take(day_anchor(known_by))
        return DayView(language.text("Day not known"), note, anchor, False, count, tuple(views))
    note = language.plural("{number} entry", "{number} entries", count) if count > 1 else ""
    anchor = anchors.take(day_anchor(items[0][0]))
    return DayView(edition.sentence(day_heading(day, language)), note, anchor, True, count, tuple(views))
