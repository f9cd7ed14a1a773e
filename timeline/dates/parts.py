"""The parts of the day that a report names when it gives no clock: 'in the evening'.

The hours are this project's convention, stated in the handbook; it is apart so that there is one
place to read and to change it.
"""

from __future__ import annotations

from typing import Literal, get_args

Part = Literal["early-hours", "morning", "afternoon", "evening", "night"]
"""The names that the ``time`` key accepts."""

PARTS: tuple[Part, ...] = get_args(Part)

_HOUR = 3600
_HOURS: dict[Part, tuple[int, int]] = {
    "early-hours": (0, 6),
    "morning": (6, 12),
    "afternoon": (12, 18),
    "evening": (18, 24),
    # A night belongs to the day on which it begins, as people speak of it.
    "night": (20, 28),
}


def seconds_of(part: Part) -> tuple[int, int]:
    """The first and the last second of a part, counted from the day's midnight.

    The last second of ``night`` lies in the next day.
    """
    first, end = _HOURS[part]
    return first * _HOUR, end * _HOUR - 1
