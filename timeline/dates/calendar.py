"""Arithmetic of the proleptic Gregorian calendar, over integers without bounds.

Python's own dates stop at the years 1 and 9999, and a bound in another time zone may lie beyond
them; a chronology also has years before Christ. Days and seconds are counted from 1970-01-01, and
the year 0 is 1 BC (ISO 8601). It is apart because it knows nothing of texts, zones or words.
"""

from __future__ import annotations

DAY = 86_400
"""The seconds of a day; leap seconds are not counted, as in every civil clock of computers."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The English names, for messages about mistakes; what readers see comes from CLDR."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_CYCLE = 146_097  # the days of 400 years, after which the calendar repeats
_YEAR_ZERO = 719_528  # the days from 0000-01-01 to 1970-01-01


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days a month (1 to 12) has in that year."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """The days from 1970-01-01 to a date; negative before it.

    Args:
        year: Any year; 0 is 1 BC.
        month: 1 to 12.
        day: 1 to the length of the month.
    """
    before = year - 1
    leaps = before // 4 - before // 100 + before // 400 + 1  # the year 0 is itself a leap year
    day_of_year = _BEFORE[month - 1] + day - 1
    if month > 2 and is_leap(year):
        day_of_year += 1
    return year * 365 + leaps + day_of_year - _YEAR_ZERO


def date_of(number: int) -> tuple[int, int, int]:
    """The year, month and day of a day number; the inverse of ``day_number``."""
    cycles, rest = divmod(number + _YEAR_ZERO, _CYCLE)
    year = rest * 400 // _CYCLE
    # The guess is off by one at most, in either direction, near a turn of the year.
    while _first_day(year + 1) <= rest:
        year += 1
    while _first_day(year) > rest:
        year -= 1
    rest -= _first_day(year)
    month = min(rest // 29 + 1, 12)
    while _days_before(year, month) > rest:
        month -= 1
    return cycles * 400 + year, month, rest - _days_before(year, month) + 1


def weekday(number: int) -> int:
    """The day of the week of a day number, Monday as 0; 1970-01-01 was a Thursday."""
    return (number + 3) % 7


def iso_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """A date as ISO 8601 writes it: ``2020-01-04``, ``2020-01`` or ``2020``.

    Years outside 0 to 9999 have a sign and six digits, which is ISO 8601's expanded form in the
    width that ECMAScript settled on: ``-000043-03-15``, ``+010000-01-01``.
    """
    text = f"{year:04d}" if 0 <= year <= 9999 else f"{year:+07d}"
    if month is not None:
        text += f"-{month:02d}"
        if day is not None:
            text += f"-{day:02d}"
    return text


def iso_year(year: int) -> str:
    """A year as EDTF writes it: four digits, with a sign before the year 0."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def iso_instant(instant: int) -> str:
    """A count of seconds since 1970-01-01T00:00:00Z as ISO 8601 text: ``2020-01-04T16:45:00Z``.

    Years outside 0 to 9999 are written as in ``iso_date``.
    """
    number, second = divmod(instant, DAY)
    hour, second = divmod(second, 3600)
    minute, second = divmod(second, 60)
    return f"{iso_date(*date_of(number))}T{hour:02d}:{minute:02d}:{second:02d}Z"


def _first_day(year: int) -> int:
    """The days from 0000-01-01 to the first of January of a year from 0 on."""
    if year <= 0:
        return 0
    before = year - 1
    return year * 365 + before // 4 - before // 100 + before // 400 + 1


def _days_before(year: int, month: int) -> int:
    return _BEFORE[month - 1] + (1 if month > 2 and is_leap(year) else 0)
