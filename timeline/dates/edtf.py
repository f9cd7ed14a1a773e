"""The grammar of the ``date`` and ``time`` keys: texts into expressions of plain integers.

This is our exact subset of EDTF (Library of Congress, 4 February 2019; ISO 8601-2) and what we add
to it, and nothing more: what falls outside is answered by `mistakes`. It is apart from `when`
because it knows no time zone.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import Literal

from timeline.dates.calendar import DAY, date_of, iso_date, iso_year
from timeline.dates.clock import parse_clock
from timeline.dates.errors import DateError
from timeline.dates.mistaken_times import LONGEST, as_ascii, time_error
from timeline.dates.mistakes import EXAMPLES, date_error, odd_character
from timeline.dates.moments import Moment, parse_moment
from timeline.dates.offers import tried
from timeline.dates.parts import PARTS, Part, seconds_of

_ENDLESS = {"", ".."}


@dataclass(frozen=True, slots=True)
class Expression:
    """What a ``date`` and its ``time`` say, before any zone is known.

    Attributes:
        kind: One moment, a span between two, or a set of which one is true.
        start: The moment with the earliest bound; None where a span has no known start.
        end: The moment with the latest bound; None where a span has no known end.
        members: A set's members in order of time; for the others, the moments there are.
        missing: Why a span lacks an end: it is ``open`` (``..``), or ``unknown`` (left empty).
    """

    kind: Literal["moment", "span", "set"]
    start: Moment | None
    end: Moment | None
    members: tuple[Moment, ...]
    missing: Literal["", "open", "unknown"] = ""


@functools.lru_cache(maxsize=4096)
def parse_expression(date: str, time: str | None = None) -> Expression:
    """Reads the texts of the keys ``date`` and ``time``.

    Raises:
        DateError: They are outside the grammar, or name what does not exist.
    """
    try:
        return _parsed(date, time)
    except DateError as error:
        raise tried(error, date, _parsed) from None


def _parsed(date: str, time: str | None) -> Expression:
    if len(date) > LONGEST:
        message = f"the date is longer than {LONGEST} characters"
        hint = "write one date, a span or a short set of dates"
        raise DateError(message, hint, "date", LONGEST, len(date))
    moment = parse_moment(date)
    if moment is not None:
        if time is not None:
            moment = _at_time(moment, date, time)
        return Expression("moment", moment, moment, (moment,))
    expression = (
        _set(date) if date.startswith("[") else _span(date) if "/" in date and date[0] not in "wW" else None
    )
    if expression is None:
        raise _refused(date)
    if time is not None:
        if expression.kind == "span":
            message = "a span cannot have a time of its own"
            hint = "give the times in the date, as in 2020-01-04T19:45/2020-01-04T21:00"
        else:
            message, hint = (
                "a set of dates cannot have a time",
                "leave the time out, and say it in the summary",
            )
        raise DateError(message, hint, "time", 0, len(time))
    return expression


def _refused(date: str) -> DateError:
    """Explains a text that is no date, as it stands or once its odd characters are replaced."""
    if date == date.strip() and date.isascii():
        return date_error(date)
    plain = as_ascii(date).strip()
    if not plain:
        return date_error(date)
    hint = EXAMPLES
    if not plain.isascii() and (worded := date_error(plain)).hint != EXAMPLES:
        return DateError(worded.message.replace(plain, date.strip()), worded.hint, "date", 0, len(date))
    if plain.isascii():
        try:
            _parsed(plain, None)
        except DateError as error:
            hint = error.hint
        else:
            hint = f"write {plain}"
    return odd_character(date, hint)


def _span(text: str) -> Expression | None:
    """Reads ``start/end``, either of which may be open (``..``) or unknown (nothing)."""
    sides = text.split("/")
    if len(sides) != 2:
        return None
    if all(side in _ENDLESS for side in sides):
        hint = "give at least one end, as in 2020-01-03/.. or ../2020-01-03"
        raise DateError("the span has neither start nor end", hint, "date", 0, len(text))
    start = _side(text, sides[0], 0)
    end_at = len(sides[0]) + 1
    end = _side(text, sides[1], end_at)
    if start is not None and end is not None:
        _check_order(start, end, text, end_at)
        return Expression("span", start, end, (start, end))
    missing: Literal["open", "unknown"] = "open" if ".." in sides else "unknown"
    return Expression("span", start, end, tuple(m for m in (start, end) if m), missing)


def _side(text: str, side: str, base: int) -> Moment | None:
    """Reads one side of a span; None for an end that is open or unknown."""
    if side in _ENDLESS:
        return None
    moment = parse_moment(side, base)
    if moment is None:
        raise date_error(text, side, base) if text.isascii() else _refused(text)
    if moment.precision != "season" and "X" not in side:
        return moment
    # In EDTF these are level 2 or nothing at all, and say no more than plain months and years do.
    what = "a season" if moment.precision == "season" else "X"
    raise DateError(
        f"{what} is not supported in a span",
        f"write {_plainly(moment, last=base > 0)}",
        "date",
        base,
        base + len(side),
    )


def _plainly(moment: Moment, *, last: bool) -> str:
    """The first or the last date of a moment, as exact as the moment is known."""
    date = date_of((moment.last if last else moment.first) // DAY)
    if moment.precision in {"year", "decade", "century"}:
        return iso_year(date[0])
    text = f"{iso_year(date[0])}-{date[1]:02d}"
    return f"{text}-{date[2]:02d}" if moment.precision == "days" else text


def _check_order(start: Moment, end: Moment, text: str, end_at: int) -> None:
    """Refuses a span that cannot be; one that may be, as 2020-01-05/2020-01 may, is accepted."""
    first, last = start.first, end.last
    if start.clock and end.clock:
        if (start.clock.offset is None) != (end.clock.offset is None):
            hint = "give the offset from UTC on both sides, or on neither"
            message = "only one side of the span has an offset"
            bare = (0, end_at - 1) if start.clock.offset is None else (end_at, len(text))
            raise DateError(message, hint, "date", *bare)
        first -= start.clock.offset or 0
        last -= end.clock.offset or 0
    if last < first:
        hint = f"if they are the wrong way round, write {text[end_at:]}/{text[: end_at - 1]}"
        raise DateError("the end of the span is before its start", hint, "date", end_at, len(text))


def _set(text: str) -> Expression | None:
    """Reads ``[one,or,other]``: whole days, months or years of which one is the date."""
    if not text.endswith("]") or ".." in text:
        return None
    members: list[Moment] = []
    base = 1
    pieces = text[1:-1].split(",")
    for piece in pieces:
        members.append(_member(text, piece, base, members))
        base += len(piece) + 1
    if len(members) == 1:
        hint = f"write {pieces[0]} without the brackets"
        raise DateError("a set needs at least two dates", hint, "date", 0, len(text))
    members.sort(key=lambda member: (member.first, member.last))
    last = max(members, key=lambda member: member.last)
    return Expression("set", members[0], last, tuple(members))


def _member(text: str, piece: str, base: int, members: list[Moment]) -> Moment:
    end = base + len(piece)
    moment = parse_moment(piece, base)
    if moment is None:
        raise date_error(text, piece, base) if text.isascii() else _refused(text)
    if not moment.is_plain:
        hint = f"write {piece[:-1]}"
        raise DateError("a date in a set cannot be qualified", hint, "date", end - 1, end)
    if moment.precision not in {"day", "month", "year"} or moment.hidden:
        hint = "write whole days, months or years"
        raise DateError(f"'{piece}' is not supported in a set", hint, "date", base, end)
    if any((moment.first, moment.last) == (other.first, other.last) for other in members):
        raise DateError(f"{piece} stands twice in the set", "name it once", "date", base, end)
    return moment


def _at_time(moment: Moment, date: str, time: str) -> Moment:
    """Gives a whole day the time of the ``time`` key."""
    if moment.clock is not None:
        message = "the date has a time already"
        raise DateError(message, "leave out one of the two", "time", 0, len(time))
    if moment.precision != "day":
        message = f"'{date}' is not one day, so it cannot have a time"
        raise DateError(message, "leave the time out, and say it in the summary", "time", 0, len(time))
    if time in PARTS:
        part: Part = PARTS[PARTS.index(time)]
        first, last = seconds_of(part)
        start = moment.first
        return replace(moment, precision="part", part=part, first=start + first, last=start + last)
    problem = time_error(time)
    if problem is not None:
        raise problem
    mark = 1 if time.startswith("~") else 0
    following = iso_date(*date_of(moment.first // DAY + 1))
    clock = parse_clock(time[mark:], "time", mark, following)
    return moment.at(replace(clock, approximate=True) if mark else clock)
