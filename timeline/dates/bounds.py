"""From what a wall clock shows to instants: the bounds of an expression in a time zone.

It is apart from `when` because here alone the turns of daylight saving matter: a local time that
occurs twice begins with the first and ends with the second, and one that never was has no place.
"""

from __future__ import annotations

from timeline.dates.calendar import DAY, MONTHS, date_of, iso_year
from timeline.dates.clock import EASTMOST, WESTMOST, clock_text
from timeline.dates.edtf import Expression
from timeline.dates.errors import DateError
from timeline.dates.moments import Moment
from timeline.dates.zones import Zone

Bounds = tuple[int | None, int | None]
"""The first and the last instant, in UTC seconds; None for an end that is open or unknown."""


def zone_of(moment: Moment, zone: Zone) -> Zone:
    """The zone of a moment: the offset in its text, else the zone given."""
    if moment.clock is None or moment.clock.offset is None:
        return zone
    return Zone.fixed(moment.clock.offset)


def bounds_of(expression: Expression, zone: Zone) -> Bounds:
    """The first and the last second that an expression covers; never the wrong way round.

    Args:
        expression: What the texts say.
        zone: The zone for whatever has no offset of its own.
    """
    start, end = expression.start, expression.end
    earliest = None if start is None else zone_of(start, zone).first_instant(start.first)
    latest = None if end is None else zone_of(end, zone).last_instant(end.last)
    if earliest is not None and latest is not None and latest < earliest:
        latest = earliest  # a time that never was: the instant at which the clocks went forward
    return earliest, latest


def widest(expression: Expression, earliest: int | None, latest: int | None) -> Bounds:
    """The bounds that hold in whichever zone an expression is meant, and hold the given ones."""
    start, end = expression.start, expression.end
    if start is not None and earliest is not None:
        earliest = min(earliest, start.first - EASTMOST)
    if end is not None and latest is not None:
        latest = max(latest, end.last - WESTMOST)
    return earliest, latest


def gap_error(date: str, time: str | None, expression: Expression, zone: Zone) -> DateError | None:
    """Says that a moment never was, because the zone's clocks went forward over the whole of it.

    Args:
        date: The text of the ``date`` key.
        time: The text of the ``time`` key.
        expression: What they say.
        zone: The zone; one that is fixed or unknown has no such moments.

    Returns:
        The error, marking the moment in its key; None where every moment was.
    """
    if zone.is_fixed or zone.is_unknown:
        return None
    for moment in expression.members:
        own = zone_of(moment, zone)
        if not own.is_skipped(moment.first, moment.last):
            continue
        message, hint = _never_was(moment, own)
        if time is not None:
            return DateError(message, hint, "time", 0, len(time))
        start, end = 0, len(date)
        if expression.kind == "span":
            stroke = date.index("/")
            start, end = (0, stroke) if moment is expression.start else (stroke + 1, end)
        return DateError(message, hint, "date", start, end)
    return None


def _never_was(moment: Moment, zone: Zone) -> tuple[str, str]:
    number, second = divmod(moment.first, DAY)
    year, month, day = date_of(number)
    said = f"{day} {MONTHS[month - 1]} {iso_year(year)}"
    if moment.clock is None:
        # A place that moves across the date line leaves a day out, as Apia did in December 2011.
        return f"{said} does not exist in {zone.name}: the calendar went forward", "check the day"
    message = f"{clock_text(second)} on {said} does not exist in {zone.name}: clocks went forward"
    return message, "check the time, and whether it is given in this time zone"
