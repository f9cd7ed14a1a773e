"""Which headings an entry stands under, and the anchors of headings.

It is apart from the headings themselves because pages of years and months, and the strip, must agree with
them about what stands where.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.dates import Heading, century_heading, date_of, decade_heading, month_heading, year_heading
from timeline.languages import Language
from timeline.merging import Placed

SpanKind = Literal["year", "decade", "century"]
Span = tuple[SpanKind, int]
"""A year, or what is known only by its decade or century: its kind, and its first year."""

_WIDTHS: dict[SpanKind, int] = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True, slots=True)
class Standing:
    """The headings that an entry stands under; None where it is not known so exactly."""

    span: Span
    month: int | None
    day: int | None


def standing(placed: Placed) -> Standing:
    """Where an entry stands: by the day of its place in the order, as exactly as its own date allows."""
    return _standing(placed.day, placed.heading)


@lru_cache(maxsize=1 << 16)  # every list, strip and filter asks for it, entry by entry
def _standing(number: int, heading: Heading) -> Standing:
    year, month, _ = date_of(number)
    if heading == "day":
        return Standing(("year", year), month, number)
    if heading == "month":
        return Standing(("year", year), month, None)
    width = _WIDTHS[heading]
    return Standing((heading, year // width * width), None, None)


def span_label(span: Span, language: Language) -> str:
    """A year, decade or century as a heading."""
    kind, first = span
    return {"year": year_heading, "decade": decade_heading, "century": century_heading}[kind](first, language)


def month_label(span: Span, month: int | None, language: Language) -> str:
    """A month as a heading, or what stands there for entries whose month is not known."""
    if month is not None:
        return month_heading(span[1], month, language)
    return language.text("Month not known" if span[0] == "year" else "Year not known")


def span_anchor(span: Span) -> str:
    """The anchor of a year's heading, where it stands for the first time."""
    return f"{span[0]}-{span[1]:04d}"


def month_anchor(span: Span, month: int | None) -> str:
    """The anchor of a month's heading, likewise."""
    kind, first = span
    return f"{kind}-{first:04d}-unknown" if month is None else f"month-{first:04d}-{month:02d}"


def day_anchor(place: Standing) -> str:
    """The anchor of a day's heading, or of the block of those whose day is not known, likewise."""
    if place.day is None:
        return f"{month_anchor(place.span, place.month)}-day-unknown"
    year, month, day = date_of(place.day)
    return f"day-{year:04d}-{month:02d}-{day:02d}"
