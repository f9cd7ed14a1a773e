"""Texts that are good EDTF or ISO 8601 but not ours, and what to write instead.

They are answered apart from plain mistakes, because whoever writes them knows a standard: it is we who do not
follow it, and what was meant is clear.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.dates.calendar import date_of, day_number, days_in_month, is_leap, iso_date, iso_year

MOST_LISTED = 10
"""How many days a choice of dates lists, before a span serves better."""
_Rule = tuple[str, Callable[[re.Match[str]], tuple[str, str]]]


def season_advice(year: str, number: int) -> str:
    """The months to write instead of a season of EDTF's level 2.

    Args:
        year: The year as written.
        number: 25 to 41: seasons of the two hemispheres, quarters, quadrimesters and semesters.
    """
    if number <= 28:
        return f"write {year}-{number - 4} for the season in the north"
    if number <= 32:
        # Southern spring begins in September; summer and so on follow.
        month = (9, 12, 3, 6)[number - 29]
        if month == 12:
            following = int(year) + 1
            return f"write {year}-12/{iso_year(following)}-02"
        return f"write {year}-{month:02d}/{year}-{month + 2:02d}"
    first, length = _groups(number)
    return f"write {year}-{first:02d}/{year}-{first + length - 1:02d}"


def _groups(number: int) -> tuple[int, int]:
    """The first month and the number of months of a quarter, quadrimester or semester."""
    for base, length in ((33, 3), (37, 4), (40, 6)):
        if base <= number < base + 12 // length:
            return (number - base) * length + 1, length
    raise ValueError(number)


def _not_here(match: re.Match[str]) -> str:
    """What is said of them all: whoever writes EDTF knows that it is, and all others need not hear of it."""
    return f"'{match[0]}' is not how a date is written here"


def _long_year(match: re.Match[str]) -> tuple[str, str]:
    digits, exponent = match["digits"], int(match["exponent"] or "0")
    hint = "years go from -9999 to 9999: tell of others in words"
    if len(digits) + min(exponent, 9) <= 12:
        year = int(digits) * 10 ** min(exponent, 9)
        if exponent <= 9 and abs(year) <= 9999:
            if match["significant"]:
                return _significant(match, year)
            hint = f"write {iso_year(year)}"
    return _not_here(match), hint


def _significant(match: re.Match[str], year: int) -> tuple[str, str]:
    """A year of which only the first digits are meant, as 1950S2 means the years 1900 to 1999."""
    kept = int(match["significant"][:2])
    digits = len(str(abs(year)))
    unit = 10 ** max(digits - kept, 0)
    first = abs(year) // unit * unit
    last = first + unit - 1
    if year < 0:
        first, last = -last, -first
    if unit == 1 or kept == 0:
        return _not_here(match), f"write {iso_year(year)}"
    if year > 0 and unit in {10, 100} and digits == 4:
        return _not_here(match), f"write {first // unit}{'X' * len(str(unit - 1))}"
    return _not_here(match), f"write {iso_year(first)}/{iso_year(last)}"


def _partly_qualified(match: re.Match[str]) -> tuple[str, str]:
    marks = {mark for mark in match[0] if mark in "?~%"}
    mark = marks.pop() if len(marks) == 1 else "%"
    whole = re.sub(r"[?~%]", "", match[0])
    return _not_here(match), f"write {whole}{mark}, with the mark at the end"


def _range_in_set(match: re.Match[str]) -> tuple[str, str]:
    body = match[0][1:-1]
    ends = re.fullmatch(r"\s*([0-9-]*)\s*\.\.\s*([0-9-]*)\s*", body)
    if ends and (between := _days_between(ends[1], ends[2])):
        return _not_here(match), f"write '[{','.join(between)}]'"
    if ends and (ends[1] or ends[2]):
        return _not_here(match), f"write {ends[1] or '..'}/{ends[2] or '..'}"
    return _not_here(match), "list every date, as in '[1667,1668,1670,1671,1672]', or write a span"


def _days_between(first: str, last: str) -> list[str]:
    """All the days from one to another, where they are few enough to be listed."""
    numbers = []
    for end in (first, last):
        parts = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", end)
        if not parts:
            return []
        year, month, day = map(int, parts.groups())
        if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
            return []
        numbers.append(day_number(year, month, day))
    if not 0 < numbers[1] - numbers[0] < MOST_LISTED:
        return []
    return [iso_date(*date_of(number)) for number in range(numbers[0], numbers[1] + 1)]


def _week(match: re.Match[str]) -> tuple[str, str]:
    year, week = int(match["year"]), int(match["week"])
    # ISO 8601: the first week is the one with 4 January in it, and weeks begin on Monday.
    fourth = day_number(year, 1, 4)
    monday = fourth - (fourth + 3) % 7 + (week - 1) * 7
    if not 1 <= week <= 53 or date_of(monday + 3)[0] != year:
        return f"{year} has no week {week}", "write the date as 2020-01-04"
    if match["day"]:
        return _not_here(match), f"write {iso_date(*date_of(monday + int(match['day']) - 1))}"
    days = "/".join(iso_date(*date_of(number)) for number in (monday, monday + 6))
    return _not_here(match), f"write the days as {days}"


def _ordinal(match: re.Match[str]) -> tuple[str, str]:
    year, number = int(match["year"]), int(match["number"])
    if not 1 <= number <= 365 + is_leap(year):
        return f"{year} has no day {number}", "write the date as 2020-01-04"
    return _not_here(match), f"write {iso_date(*date_of(day_number(year, 1, 1) + number - 1))}"


def _basic(match: re.Match[str]) -> tuple[str, str]:
    year, month, day = match["year"], int(match["month"]), int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(int(year), month):
        return "", ""
    clock = match["clock"]
    time = "T" + ":".join(clock[at : at + 2] for at in range(0, len(clock), 2)) if clock else ""
    return _not_here(match), f"write {year}-{month:02d}-{day:02d}{time}{match['offset'] or ''}"


def _hidden_digits(match: re.Match[str]) -> tuple[str, str]:
    """X where EDTF's level 2 allows it and we do not, or where nobody does, or written small."""
    text = re.sub(r"[xu]", "X", match[0])
    year, _, rest = text.partition("-")
    if text != match[0] and _SUPPORTED_X.fullmatch(text):
        return "digits that are not known are written X", f"write {text}"
    if year.endswith("XXXX"):
        return _not_here(match), "an entry needs a date: write the century at least, as in 20XX"
    if year.endswith("XXX"):
        return _not_here(match), f"write {year[0]}000/{year[0]}999"
    if "X" in year and rest:
        return _not_here(match), f"write {year}"
    tens = re.fullmatch(r"([01])X", rest)
    if tens:
        first, last = ("01", "09") if tens[1] == "0" else ("10", "12")
        return _not_here(match), f"write {year}-{first}/{year}-{last}"
    month = rest[:2]
    if re.fullmatch(r"0[1-9]|1[0-2]", month):
        return _not_here(match), f"write {year}-{month}-XX"
    return _not_here(match), f"write {year}-XX" if re.fullmatch(r"[0-9]{4}", year) else "write 201X"


_SUPPORTED_X = re.compile(r"[0-9]{2}[0-9X]X|[0-9]{4}-XX(?:-XX)?|[0-9]{4}-(?:0[1-9]|1[0-2])-(?:XX|[0-2]X)")

_BASIC = (
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?:T(?P<clock>[0-9]{4}(?:[0-9]{2})?)(?P<offset>Z)?)?"
)

UNSUPPORTED: dict[str, list[_Rule]] = {
    "whole": [
        (r"\[.*\.\..*\]", _range_in_set),
    ],
    "piece": [
        (r"Y(?P<digits>-?[0-9]+)(?:E(?P<exponent>[0-9]+))?(?:S(?P<significant>[0-9]+))?", _long_year),
        (r"(?P<digits>-?[0-9]+)(?P<exponent>)S(?P<significant>[0-9]+)", _long_year),
        (r"[?~%](?:-?[0-9X]{4})(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}", _partly_qualified),
        (r"(?=.*[?~%].)-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){1,2}", _partly_qualified),
        (r"(?P<year>[0-9]{4})-?W(?P<week>[0-9]{2})(?:-?(?P<day>[1-7]))?", _week),
        (r"(?P<year>[0-9]{4})-(?P<number>[0-9]{3})", _ordinal),
        (_BASIC, _basic),
        (r"(?=.*[XU])-?[0-9XU]{4}(?:-[0-9XU]{2}){0,2}", _hidden_digits),
    ],
}
