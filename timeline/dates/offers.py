"""What an answer says to write, tried before it is said: whoever writes it must not be refused again.

Most answers are made by patterns, which know nothing of the calendar's days or of zones. Where what they come
to would be refused, the reason for that is what helps; a weekday that was named is compared with the day.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.dates.calendar import day_number, weekday
from timeline.dates.errors import DateError

OFFER = re.compile(
    r"\bwrite (?:date: |the days as )?'?"
    r"(?:(?P<date>\[[^\]\s]*\]|(?:\.\./|-?[0-9]{2}[0-9X]{2})[^\s,']*)|(?P<clock>~?[0-9]{2}:[^\s,]+))"
    r"(?: and time: (?P<time>[0-9~][^\s,]*))?"
)
"""The first value that a hint says to write: a date, alone or with its time, or a clock."""
WEEKDAY = r"\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?\b"
"""A weekday that is named beside a date, by its first three letters."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ANY_DAY = "2000-01-01"


def tried(error: DateError, text: str, read: Callable[[str, str | None], object]) -> DateError:
    """The same error, with no hint that leads to the next one, and no weekday that is another.

    Args:
        error: What is wrong with a text.
        text: The text of the ``date`` key.
        read: What reads a date and its time, and raises such an error.
    """
    if found := OFFER.search(error.hint):
        day = found["date"] or _ANY_DAY
        try:
            read(day, found["time"] or found["clock"])
        except DateError as next_error:
            error.hint = next_error.message
        else:
            named = re.search(WEEKDAY, text, re.IGNORECASE)
            is_day = _DAY.fullmatch(found["date"] or "")
            if named and is_day and named[1].capitalize() not in (name := _weekday(day)):
                error.message += f", and {day} is a {name}"
    return error


def _weekday(day: str) -> str:
    year, month, number = map(int, day.split("-"))
    return _WEEKDAYS[weekday(day_number(year, month, number))]
