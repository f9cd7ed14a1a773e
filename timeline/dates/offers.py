"""What an answer says to write, tried before it is said: whoever writes it must not be refused again.

Most answers are made by patterns, which know nothing of the calendar's days or of zones. Where what they come
to would be refused, the reason for that is what helps.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.dates.errors import DateError

OFFER = re.compile(
    r"\bwrite (?:date: |the days as )?'?"
    r"(?:(?P<date>\[[^\]\s]*\]|(?:\.\./|-?[0-9]{2}[0-9X]{2})[^\s,']*)|(?P<clock>~?[0-9]{2}:[^\s,]+))"
    r"(?: and time: (?P<time>[0-9~][^\s,]*))?"
)
"""The first value that a hint says to write: a date, alone or with its time, or a clock."""
_ANY_DAY = "2000-01-01"


def tried(error: DateError, read: Callable[[str, str | None], object]) -> DateError:
    """The same error, with no hint that leads to the next one.

    Args:
        error: What is wrong with a text.
        read: What reads a date and its time, and raises such an error.
    """
    if found := OFFER.search(error.hint):
        try:
            read(found["date"] or _ANY_DAY, found["time"] or found["clock"])
        except DateError as next_error:
            error.hint = next_error.message
    return error
