"""What is wrong with a date that an editor wrote, and where in its text.

A date does not know its file, so it cannot make a problem of its own: it raises this, and the
reader, who knows file and line, makes the problem. It is apart because every module here raises it.
"""

from __future__ import annotations

from typing import Literal

Field = Literal["date", "time", "timezone"]
"""The key whose text is at fault."""


class DateError(Exception):
    """A text that is not a date, a time or a time zone.

    Attributes:
        message: What is wrong, as one sentence without a full stop.
        hint: What to write instead; empty where nothing useful can be said.
        field: The key whose text is at fault.
        start: The first character at fault, from 0, in that key's text.
        end: The character after the last one at fault; never before ``start``.
    """

    def __init__(self, message: str, hint: str, field: Field, start: int, end: int) -> None:
        super().__init__(message, hint, field, start, end)
        self.message = message
        self.hint = hint
        self.field: Field = field
        self.start = start
        self.end = end

    def __str__(self) -> str:
        return f"{self.message}: {self.hint}" if self.hint else self.message
