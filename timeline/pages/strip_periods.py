"""The periods that the bars of a strip stand for: which unit serves, and what each is called.

They are apart from the strip because they are of time alone: how high a bar is and where it leads, they do
not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.dates import date_of, full_day, month_heading, month_name, year_heading, years_heading
from timeline.languages import Language
from timeline.merging import Placed
from timeline.pages.edition import Edition
from timeline.pages.standing import Span, Standing, month_label, span_label, standing

Unit = Literal["day", "month", "year", "decade", "century"]
"""What one bar stands for."""

FEWEST = 3
"""With fewer periods there is nothing to see from above."""
_MOST: Mapping[Unit, int] = {"day": 24, "month": 40, "year": 60}
MOST = 60
"""So many bars at most; where even decades are more, centuries serve, and where those are, nothing."""
_SURE = 0.4  # of the bars, as many may stand for what is known less exactly
_LETTERS = 5  # of a month's name, as many as a bar on a phone is wide


@dataclass(frozen=True, slots=True)
class Period:
    """One period with entries.

    Attributes:
        stretch: The stretch that it stands in: what kind of span that is, and which one.
        number: Its number in that; None where it is not known so exactly.
        span: The span whose heading the entries stand under.
    """

    stretch: tuple[str, int]
    number: int | None
    span: Span


def unit_of(entries: Sequence[Placed]) -> Unit:
    """The finest unit with few enough bars, most of them known; a finer one where that leaves too few."""
    finer: Unit = "day"
    for unit, most in _MOST.items():
        periods = _first_periods(entries, unit, most)
        if len(periods) < FEWEST:
            return finer
        vague = sum(period.number is None for period in periods)
        if len(periods) <= most and vague <= _SURE * len(periods):
            return unit
        finer = unit
    decades = len(_first_periods(entries, "decade", MOST))
    if decades > MOST:
        return "century"
    return "decade" if decades >= FEWEST else "year"


def _first_periods(entries: Sequence[Placed], unit: Unit, most: int) -> set[Period]:
    """The periods of entries; of more than so many, some."""
    found: set[Period] = set()
    for placed in entries:
        found.add(_period_of(standing(placed), unit))
        if len(found) > most:
            break
    return found


def by_period(entries: Sequence[Placed], unit: Unit) -> dict[Period, list[Placed]]:
    """The entries of each period, in their order."""
    found: dict[Period, list[Placed]] = {}
    for placed in entries:
        found.setdefault(_period_of(standing(placed), unit), []).append(placed)
    return found


@lru_cache(maxsize=1 << 16)  # entries are many, periods few
def _period_of(place: Standing, unit: Unit) -> Period:
    kind, first = place.span
    if unit == "day" and place.month is not None:
        return Period(("month", first * 12 + place.month - 1), place.day, place.span)
    if unit in {"day", "month"}:
        return Period(("year" if kind == "year" else kind, first), place.month, place.span)
    if unit == "year":
        decade = ("decade", first // 10 * 10)
        return Period(
            decade if kind != "century" else (kind, first), first if kind == "year" else None, place.span
        )
    if unit == "century":
        return Period(("millennium", first // 1000 * 1000), first // 100, ("century", first // 100 * 100))
    decade_span: Span = ("decade", first // 10 * 10) if kind != "century" else place.span
    return Period(("century", first // 100 * 100), None if kind == "century" else first // 10, decade_span)


def labels(period: Period, placed: Placed, edition: Edition, unit: Unit) -> tuple[str, str]:
    """What stands below a bar, and the period in full."""
    language, place = edition.language, standing(placed)
    if unit == "day" and place.month is not None:
        month = month_heading(place.span[1], place.month, language)
        if place.day is None:
            return language.text("day not known"), language.text("{date}, day not known", date=month)
        return str(date_of(place.day)[2]), full_day(place.day, language)
    span = span_label(period.span, language)
    if unit in {"day", "month"}:
        if place.month is not None:
            month = month_heading(place.span[1], place.month, language)
            return _short_month(place.month, language), month
        if place.span[0] == "year":
            return language.text("month not known"), language.text("{year}, month not known", year=span)
        return language.text("year not known"), span
    return (year_heading(period.span[1], language) if period.number is not None else span), span


def _short_month(month: int, language: Language) -> str:
    """A month below its bar: 'Jan'; its number in a language that has no short names, as Arabic."""
    names = [month_name(number, language, short=True) for number in range(1, 13)]
    return names[month - 1] if max(map(len, names)) <= _LETTERS else str(month)


def without(number: int, unit: Unit, edition: Edition) -> str:
    """So many empty periods, in words."""
    plural = edition.language.plural
    if unit == "day":
        return plural("{number} day without entries", "{number} days without entries", number)
    if unit == "month":
        return plural("{number} month without entries", "{number} months without entries", number)
    if unit == "year":
        return plural("{number} year without entries", "{number} years without entries", number)
    if unit == "century":
        return plural("{number} century without entries", "{number} centuries without entries", number)
    return plural("{number} decade without entries", "{number} decades without entries", number)


def gap_between(before: tuple[str, int] | None, after: tuple[str, int], edition: Edition) -> str:
    """What is empty between two stretches, in words; nothing where they adjoin."""
    if before is None or before[0] != after[0]:
        return ""
    units: Mapping[str, tuple[Unit, int]] = {
        "month": ("month", 1),
        "year": ("year", 1),
        "decade": ("decade", 10),
        "millennium": ("century", 1000),
    }
    unit, width = units.get(after[0], ("decade", 10))
    number = (after[1] - before[1]) // width - 1
    if after[0] == "millennium":
        number *= 10
    return without(number, unit, edition) if number > 0 and after[0] in units else ""


def stretch_label(stretch: tuple[str, int], edition: Edition) -> str:
    """What a stretch of bars is called."""
    kind, number = stretch
    if kind == "millennium":
        return edition.sentence(years_heading(number, number + 999, edition.language))
    if kind == "month":
        return edition.sentence(month_label(("year", number // 12), number % 12 + 1, edition.language))
    spans: Mapping[str, Span] = {
        "year": ("year", number), "decade": ("decade", number), "century": ("century", number),
    }  # fmt: skip
    return edition.sentence(span_label(spans[kind], edition.language))
