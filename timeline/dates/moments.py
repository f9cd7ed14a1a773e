"""One date as EDTF writes it, with or without a time: the piece of which spans and sets are made.

It is apart from `edtf`, which puts the pieces together, and knows no time zone: it counts in the
seconds that a wall clock shows. Seasons follow the meteorological convention of the north: 21 is
March to May, 22 June to August, 23 September to November, 24 December to the end of the following
February.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from timeline.dates.calendar import DAY, MONTHS, date_of, day_number, days_in_month, iso_date
from timeline.dates.clock import Clock, parse_clock
from timeline.dates.errors import DateError
from timeline.dates.mistakes import month_error
from timeline.dates.parts import Part

Precision = Literal["second", "minute", "part", "day", "days", "month", "season", "year", "decade", "century"]
"""How exactly one date is known; ``days`` is a ten of days, as in 2020-01-0X."""

_PLAIN = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([^?~%/]+))?)?)?([?~%])?")
_HIDDEN_MONTH = re.compile(r"(-?[0-9]{4})-XX(?:-XX)?([?~%])?")
_HIDDEN_DAY = re.compile(r"(-?[0-9]{4})-([0-9]{2})-([0-3]|X)X([?~%])?")
_HIDDEN_YEARS = re.compile(r"(-?)([0-9]{2})([0-9]|X)X([?~%])?")


@dataclass(frozen=True, slots=True)
class Moment:
    """One date, with or without a time, outside spans and sets.

    Attributes:
        precision: How exactly it is known.
        year: The year, of a decade or century the first in time; 0 is 1 BC.
        month: 1 to 12, or 21 to 24 for a season; None where it is not given.
        day: The day of the month, of a ten of days the first; None where it is not given.
        first: The first second it covers, by the wall clock, since 1970-01-01T00:00.
        last: The last second it covers; never before ``first``.
        approximate: Whether the date is marked with ``~`` or ``%``.
        uncertain: Whether the date is marked with ``?`` or ``%``.
        hidden: What an X says that nobody knows: the day, the month (and day), or nothing.
        clock: The clock time, if one is given.
        part: The part of the day, if one is given.
    """

    precision: Precision
    year: int
    month: int | None
    day: int | None
    first: int
    last: int
    approximate: bool = False
    uncertain: bool = False
    hidden: Literal["", "day", "month"] = ""
    clock: Clock | None = None
    part: Part | None = None

    @property
    def is_plain(self) -> bool:
        """Whether neither the date nor its clock is marked as approximate or uncertain."""
        return not (self.approximate or self.uncertain or (self.clock and self.clock.approximate))

    def at(self, clock: Clock) -> Moment:
        """The same day at a time of day."""
        return replace(
            self,
            precision="second" if clock.has_seconds else "minute",
            clock=clock,
            first=self.first + clock.second,
            last=self.first + clock.last,
        )


def parse_moment(text: str, base: int = 0) -> Moment | None:
    """Reads one date.

    Args:
        text: The date and nothing else.
        base: Where it begins in the whole text, for errors.

    Returns:
        The moment, or None where the text is not even of the form of one.

    Raises:
        DateError: It is of the form, and names what does not exist.
    """
    match = _PLAIN.fullmatch(text)
    if match is None:
        return _hidden(text, base) if "X" in text else None
    year_text, month_text, day_text, clock_text, mark = match.groups()
    year = _year(year_text, base)
    if month_text is None:
        return _years("year", year, 1, mark)
    month = int(month_text)
    if day_text is None and 21 <= month <= 24:
        return _season(year, month, mark)
    month_at = base + match.start(2)
    if not 1 <= month <= 12:
        raise month_error(year_text, month_text, day_text, month_at)
    if day_text is None:
        return _days("month", year, month, 1, days_in_month(year, month), mark=mark)
    day = _day(year, year_text, month, day_text, month_at)
    moment = _days("day", year, month, day, day, mark=mark)
    if clock_text is None:
        return moment
    if mark:
        end = base + len(text)
        hint = f"write date: {text[: match.end(3)]} and time: ~{clock_text}"
        raise DateError(f"'{mark}' cannot follow a time", hint, "date", end - 1, end)
    following = iso_date(*date_of(moment.first // DAY + 1))
    return moment.at(parse_clock(clock_text, "date", base + match.start(4), following))


def _hidden(text: str, base: int) -> Moment | None:
    """Reads a date in which X stands for digits that nobody knows."""
    if match := _HIDDEN_MONTH.fullmatch(text):
        return replace(_years("year", _year(match[1], base), 1, match[2]), hidden="month")
    if match := _HIDDEN_YEARS.fullmatch(text):
        return _many_years(text, base, match)
    match = _HIDDEN_DAY.fullmatch(text)
    if match is None:
        return None
    year_text, month_text, tens, mark = match.groups()
    year, month = _year(year_text, base), int(month_text)
    if not 1 <= month <= 12:
        raise month_error(year_text, month_text, "XX", base + match.start(2))
    length = days_in_month(year, month)
    if tens == "X":
        return replace(_days("month", year, month, 1, length, mark=mark), hidden="day")
    first, last = max(int(tens) * 10, 1), min(int(tens) * 10 + 9, length)
    if first > last:
        message = f"{MONTHS[month - 1]} {year_text} has no day from 30 on"
        start, end = base + match.start(3), base + match.end(3) + 1
        raise DateError(message, f"it has {length} days", "date", start, end)
    return _days("days", year, month, first, last, mark=mark)


def _many_years(text: str, base: int, match: re.Match[str]) -> Moment:
    """A decade or a century; before the year 0 its digits count away from it."""
    sign, century, decade, mark = match.groups()
    width = 100 if decade == "X" else 10
    first = int(century) * 100 + (0 if decade == "X" else int(decade) * 10)
    if sign:
        if first == 0:
            hint = "write the years as a span, such as -0009/-0001"
            raise DateError("there is no year -0000", hint, "date", base, base + len(text))
        first = -first - width + 1
    return _years("decade" if width == 10 else "century", first, width, mark)


def _year(text: str, base: int) -> int:
    if text == "-0000":
        raise DateError("there is no year -0000", "write 0000 for 1 BC", "date", base, base + 5)
    return int(text)


def _day(year: int, year_text: str, month: int, day_text: str, month_at: int) -> int:
    day, length = int(day_text), days_in_month(year, month)
    if 1 <= day <= length:
        return day
    name = MONTHS[month - 1]
    start, end = month_at + 3, month_at + 5
    if day == 0:
        hint = f"write {year_text}-{month:02d} where the day is not known"
        raise DateError("there is no day 00", hint, "date", start, end)
    if day > 31:
        raise DateError(f"there is no day {day}", f"{name} has {length} days", "date", start, end)
    message = f"{day} {name} does not exist: {name} {year_text} has {length} days"
    raise DateError(message, "", "date", month_at, end)


def _years(precision: Precision, year: int, count: int, mark: str | None) -> Moment:
    days = day_number(year, 1, 1), day_number(year + count, 1, 1)
    return _moment(precision, (year, None, None), days, mark)


def _season(year: int, season: int, mark: str | None) -> Moment:
    month = (season - 20) * 3
    end = day_number(year, month + 3, 1) if month < 12 else day_number(year + 1, 3, 1)
    return _moment("season", (year, season, None), (day_number(year, month, 1), end), mark)


def _days(precision: Precision, year: int, month: int, first: int, last: int, *, mark: str | None) -> Moment:
    start = day_number(year, month, first)
    day = None if precision == "month" else first
    return _moment(precision, (year, month, day), (start, start + last - first + 1), mark)


def _moment(
    precision: Precision,
    date: tuple[int, int | None, int | None],
    days: tuple[int, int],
    mark: str | None,
) -> Moment:
    """A moment from its first day and the day after its last."""
    first, last = days[0] * DAY, days[1] * DAY - 1
    if mark is None:
        return Moment(precision, *date, first, last)
    return Moment(precision, *date, first, last, mark in "~%", mark in "?%")
