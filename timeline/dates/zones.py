"""Time zones: IANA's by name, fixed offsets, and 'unknown'.

Everything that depends on a zone's rules is here, so that the rest of the package counts in plain
seconds. The rules come from the `tzdata` package alone and never from the machine: the same input
must give the same site everywhere.
"""

from __future__ import annotations

import bisect
import difflib
import functools
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib import resources
from zoneinfo import ZoneInfo

from timeline.dates.calendar import DAY, day_number
from timeline.dates.clock import offset_name, parse_offset
from timeline.dates.errors import DateError

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - a wall clock, which has no zone
_CYCLE = 146_097 * DAY  # 400 years, after which calendar and daylight-saving rules repeat
# Python's datetime stops at these; one day is kept free for the offset itself.
_FIRST = (day_number(1, 1, 1) + 1) * DAY
_LAST = (day_number(9999, 12, 31)) * DAY - 1
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone. Two zones are equal when their names are.

    Attributes:
        name: IANA's name, ``UTC``, an offset such as ``+03:00``, or ``unknown``.
    """

    name: str
    _offset: int = field(default=0, repr=False, compare=False)
    _rules: ZoneInfo | None = field(default=None, repr=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> Zone:
        """Reads a time zone as an editor writes it.

        Args:
            text: An IANA name in its exact case, ``UTC``, an offset, or ``unknown``.

        Raises:
            DateError: There is no such zone.
        """
        if text == "UTC":
            return UTC
        if text == "unknown":
            return UNKNOWN
        if text[:1] in {"+", "-"} and len(text) <= _LONGEST:
            return cls.fixed(parse_offset(text, "timezone", 0))
        if len(text) > _LONGEST or text not in zone_names():
            raise _unknown_name(text)
        return _load(text)

    @classmethod
    def fixed(cls, offset: int) -> Zone:
        """The zone of an offset in seconds east of UTC."""
        return cls(offset_name(offset), offset) if offset else UTC

    def __reduce__(self) -> tuple[object, tuple[str]]:
        # Rules that were read from a package's file can be neither copied nor pickled.
        return Zone.parse, (self.name,)

    @property
    def is_unknown(self) -> bool:
        """Whether nobody states the zone; its offset is then 0, and another zone stands in."""
        return self.name == "unknown"

    @property
    def is_fixed(self) -> bool:
        """Whether the zone is an offset (UTC among them) and so has no place."""
        return self._rules is None and not self.is_unknown

    def offset(self, local: int, fold: int = 0) -> int:
        """The seconds east of UTC when the zone's clocks show a time.

        Before the year 1 the zone's first rule holds, and after 9999 its last ones go on.

        Args:
            local: What the clocks show, in seconds since 1970-01-01T00:00 of the same clocks.
            fold: 1 for the second of two equal times when clocks went back; in the gap when they
                went forward, 0 is the rule before it and 1 the one after it (PEP 495).
        """
        if self._rules is None:
            return self._offset
        moment = _EPOCH + timedelta(seconds=_within(local))
        delta = self._rules.utcoffset(moment.replace(fold=fold) if fold else moment)
        return 0 if delta is None else delta.days * DAY + delta.seconds

    def first_instant(self, local: int) -> int:
        """The first instant (UTC seconds) at which the zone's clocks show ``local`` or later."""
        if self._rules is None:
            return local - self._offset
        before, after = self.offset(local), self.offset(local, 1)
        return self._change(local) if after > before else local - before

    def last_instant(self, local: int) -> int:
        """The last instant (UTC seconds) at which the zone's clocks show ``local`` or earlier."""
        if self._rules is None:
            return local - self._offset
        before, after = self.offset(local), self.offset(local, 1)
        return self._change(local) - 1 if after > before else local - after

    def is_skipped(self, first: int, last: int) -> bool:
        """Whether clocks went forward over the whole stretch of local seconds, so it never was."""
        return self.first_instant(first) > self.last_instant(last)

    def is_repeated(self, local: int) -> bool:
        """Whether the zone's clocks showed ``local`` twice, because they went back."""
        return self.offset(local) > self.offset(local, 1)

    def _change(self, local: int) -> int:
        """The instant at which the clocks sprang over ``local``."""
        before, after = self.offset(local), self.offset(local, 1)
        candidates = range(local - after, local - before + 1)
        index = bisect.bisect_left(candidates, 1, key=lambda u: int(self._offset_at(u) != before))
        return candidates[index]

    def _offset_at(self, instant: int) -> int:
        if self._rules is None:
            return self._offset
        moment = (_EPOCH + timedelta(seconds=_within(instant))).replace(tzinfo=self._rules)
        delta = self._rules.fromutc(moment).utcoffset()
        return 0 if delta is None else delta.days * DAY + delta.seconds


UTC = Zone("UTC")
UNKNOWN = Zone("unknown")


def _within(seconds: int) -> int:
    """The same second of an equivalent year that Python's datetime can hold."""
    if seconds < _FIRST:
        return _FIRST  # local mean time, which no rule changes so early
    if seconds > _LAST:
        return seconds - ((seconds - _LAST) // _CYCLE + 1) * _CYCLE
    return seconds


@functools.cache
def zone_names() -> frozenset[str]:
    """Every zone that the tzdata package has; names outside it never reach the file system."""
    text = resources.files("tzdata").joinpath("zones").read_text(encoding="ascii")
    # 'Factory' is IANA's name for a machine whose zone was never set.
    return frozenset(text.split()) - {"Factory"}


@functools.cache
def _load(name: str) -> Zone:
    source = resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    with source.open("rb") as file:
        return Zone(name, 0, ZoneInfo.from_file(file, key=name))


def _unknown_name(text: str) -> DateError:
    end = len(text)
    hint = "write a name such as Asia/Baghdad, UTC, an offset such as +03:00, or unknown"
    if not text.strip():
        return DateError("the time zone is empty", hint, "timezone", 0, end)
    if len(text) > _LONGEST:
        return DateError("the time zone is too long to be one", hint, "timezone", 0, end)
    shifted = re.fullmatch(
        r"(?:UTC|GMT)\s?([+-])([0-9]{1,2})(?::?([0-9]{2}))?", text, re.IGNORECASE | re.ASCII
    )
    if shifted:
        hint = f"write {shifted[1]}{shifted[2]:0>2}:{shifted[3] or '00'}"
    elif text.casefold() in {"z", "gmt", "utc"}:
        hint = "did you mean UTC?"
    else:
        # 'AST' is nearly 'East', and no misspelling of it.
        is_short = re.fullmatch(r"[A-Z]{2,5}", text) is not None
        meant = _nearest(text, 1.0 if is_short else 0.8)
        if meant:
            hint = f"did you mean {meant}?"
        elif is_short:
            hint = (
                "an abbreviation stands for several zones: write a name such as Asia/Baghdad, "
                "or an offset such as +03:00"
            )
    return DateError(f"there is no time zone '{text}'", hint, "timezone", 0, end)


def _nearest(text: str, cutoff: float) -> str | None:
    """The zone that a misspelt one most likely means: by its whole name, or by its city alone."""
    wanted = re.sub(" time$", "", text.strip(), flags=re.IGNORECASE).replace(" ", "_").casefold()
    whole = {name.casefold(): name for name in sorted(zone_names())} | {"unknown": "unknown"}
    cities = {name.rpartition("/")[2]: whole[name] for name in whole if "/" in name}
    for known in (whole, cities):
        if wanted in known:
            return known[wanted]
    for known in (whole, cities):
        found = difflib.get_close_matches(wanted, known, n=1, cutoff=cutoff)
        if found:
            return known[found[0]]
    return None
