"""Clock times and offsets from UTC: ``19:45``, ``19:45:30``, ``+03:00``.

A clock may stand in ``date`` after a T or in ``time`` by itself, and an offset may be a time zone;
this module reads them wherever they stand, and answers what people write instead of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.dates.errors import DateError, Field
from timeline.dates.parts import PARTS

_OFFSET = r"Z|[+-][0-9]{2}(?::[0-9]{2})?"
_CLOCK = re.compile(rf"([0-9]{{2}}):([0-9]{{2}})(?::([0-9]{{2}}))?({_OFFSET})?")
_LOOSE = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:(?P<mark>[:.h])(?P<minute>[0-9]{2}))?"
    r"(?::(?P<second>[0-9]{2})(?P<fraction>[.,][0-9]+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?: ?(?:hrs?|hours|uhr|o'clock|local|local time))?",
    re.IGNORECASE,
)

_NAMED_ZONE = re.compile(r"([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)\s*([A-Za-z][A-Za-z_/ ]*)")

# The zones that people have lived by since 1970 lie between these.
WESTMOST = -12 * 3600
EASTMOST = 14 * 3600


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it was written.

    Attributes:
        second: The second of the day, 0 to 86,399.
        has_seconds: Whether seconds were written; else the whole minute is meant.
        offset: The seconds east of UTC, where the text says so.
        approximate: Whether the text says 'about'.
    """

    second: int
    has_seconds: bool = False
    offset: int | None = None
    approximate: bool = False

    @property
    def last(self) -> int:
        """The last second that the text covers, of the day."""
        return self.second if self.has_seconds else self.second + 59


def parse_clock(text: str, field: Field, base: int, next_day: str = "") -> Clock:
    """Reads ``HH:MM`` or ``HH:MM:SS``, with an offset or without.

    Args:
        text: The clock and nothing else.
        field: The key it stands in, for errors.
        base: Where it begins in that key's text, for errors.
        next_day: The day after the clock's, for the hint about 24:00; empty where unknown.

    Raises:
        DateError: It is not a time of day.
    """
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise _misread(text, field, base)
    hour, minute, second, offset = match.groups()
    if int(hour) > 23:
        if text[:5] == "24:00" and (second or "00") == "00":
            # The day after the last of all has more digits than a date can have.
            day = f" of the next day, {next_day}" if next_day[4:5] == "-" else " of the next day"
            raise DateError("24:00 is not supported", f"write 00:00{day}", field, base, base + match.end(2))
        raise DateError(f"there is no hour {hour}", "hours go from 00 to 23", field, base, base + 2)
    if int(minute) > 59:
        raise DateError(f"there is no minute {minute}", "minutes go from 00 to 59", field, base + 3, base + 5)
    if second is not None and int(second) > 59:
        hint = "leave out the leap second: write 59" if second == "60" else "seconds go up to 59"
        raise DateError(f"there is no second {second}", hint, field, base + 6, base + 8)
    seconds = int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    east = None if offset is None else parse_offset(offset, field, base + match.start(4))
    return Clock(seconds, second is not None, east)


def parse_offset(text: str, field: Field, base: int) -> int:
    """Reads ``Z``, ``+03:00`` or ``+03`` into seconds east of UTC.

    Raises:
        DateError: It is not an offset, or one that no place on earth has.
    """
    if text == "Z":
        return 0
    match = re.fullmatch(r"([+-])([0-9]{2})(?::([0-9]{2}))?", text)
    end = base + len(text)
    if match is None:
        digits = re.fullmatch(r"([+-])([0-9]{1,2}):?([0-9]{2})?", text)
        hint = "an offset looks like +03:00"
        if digits and int(digits[2]) <= 14:
            hint = f"write {digits[1]}{digits[2]:0>2}:{digits[3] or '00'}"
        raise DateError(f"'{text}' is not an offset from UTC", hint, field, base, end)
    hours, minutes = int(match[2]), int(match[3] or 0)
    seconds = hours * 3600 + minutes * 60
    if match[1] == "-":
        if not seconds:
            hint = "write Z or +00:00, or give 'unknown' as the time zone"
            raise DateError(f"'{text}' is not an offset in ISO 8601", hint, field, base, end)
        seconds = -seconds
    if minutes > 59 or not WESTMOST <= seconds <= EASTMOST:
        hint = "offsets go from -12:00 to +14:00"
        raise DateError(f"no place has the offset {text}", hint, field, base, end)
    return seconds


def offset_name(seconds: int) -> str:
    """An offset as text: ``+03:00``; ``UTC`` for none."""
    if not seconds:
        return "UTC"
    minutes = abs(seconds) // 60
    return f"{'+' if seconds > 0 else '-'}{minutes // 60:02d}:{minutes % 60:02d}"


def clock_text(second: int, *, with_seconds: bool = False) -> str:
    """A second of the day as ``19:45`` or ``19:45:30``."""
    minute, rest = divmod(second, 60)
    text = f"{minute // 60:02d}:{minute % 60:02d}"
    return f"{text}:{rest:02d}" if with_seconds else text


def _misread(text: str, field: Field, base: int) -> DateError:
    """What to say of a text that is not ``HH:MM``."""
    body, tail = _without_offset(text)
    if tail and _CLOCK.fullmatch(body):
        try:
            parse_offset(tail, field, base + len(body))
        except DateError as error:
            return error
    message, hint = f"'{text}' is not a time of day", _meant(text, body, tail)
    if re.search(r":[0-9]{2}[.,][0-9]", body):
        message = "fractions of a second are not supported"
    elif text in PARTS:
        message, hint = "a part of the day is a key of its own", f"write time: {text}"
    if not hint and field == "date":
        hint = "write hours and minutes as 19:45 after the T"
    hint = hint or "write hours and minutes as 19:45, or a part of the day such as evening"
    return DateError(message, hint, field, base, base + len(text))


def _meant(text: str, body: str, tail: str) -> str:
    """What to write instead of a clock in another form; nothing where that cannot be told."""
    if match := _LOOSE.fullmatch(body):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        seconds = f":{match['second']}" if match["second"] else ""
        return f"write {hour:02d}:{minute:02d}{seconds}{tail}" if hour < 24 and minute < 60 else ""
    if match := re.fullmatch(r"([0-9]{2}:[0-9]{2}) *(?:utc|gmt) *([+-])([0-9]{1,2})", text, re.IGNORECASE):
        return f"write {match[1]}{match[2]}{match[3]:0>2}:00"
    if match := _NAMED_ZONE.fullmatch(text):
        if match[2].upper() in {"UTC", "GMT"}:
            return f"write {match[1]}Z"
        return f"write {match[1]}, and the time zone under timezone"
    if match := re.fullmatch(r"([01][0-9]|2[0-3])([0-5][0-9])([0-5][0-9])?", body):
        return f"write {':'.join(part for part in match.groups() if part)}{tail}"
    return ""


def _without_offset(text: str) -> tuple[str, str]:
    match = re.search(r"(?:Z|[+-][0-9:]{1,6})\Z", text)
    return (text[: match.start()], match[0]) if match else (text, "")
