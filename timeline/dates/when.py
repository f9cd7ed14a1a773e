"""When something happened: what was written, and the instants that it can mean.

A `When` joins an expression (`edtf`), which knows no zone, with the zone of the event. It is what
the rest of the program sees of dates: it compares, sorts and serialises; `words` says it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from timeline.dates.bounds import bounds_of, gap_error, widest, zone_of
from timeline.dates.calendar import DAY, date_of, iso_date, iso_instant
from timeline.dates.clock import clock_text
from timeline.dates.edtf import Expression, parse_expression
from timeline.dates.errors import DateError
from timeline.dates.moments import Moment
from timeline.dates.moments import Precision as MomentPrecision
from timeline.dates.parts import Part
from timeline.dates.zones import UTC, Zone

Heading = Literal["day", "month", "year", "decade", "century"]
"""The headings of the timeline under which an entry may stand, the finest first."""

Precision = MomentPrecision | Literal["months", "years", "span"]
"""How exactly a When is known; ``days``, ``months`` and ``years`` are one out of several."""

_ENDLESS = 10**12  # seconds: longer than the twenty thousand years that a span can have
HEADINGS: dict[MomentPrecision, Heading] = {
    "second": "day",
    "minute": "day",
    "part": "day",
    "day": "day",
    "days": "month",
    "month": "month",
    "season": "year",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
"""The heading for each precision of a date."""


class Local(NamedTuple):
    """A bound as the event's own clocks and calendar show it."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int


@dataclass(frozen=True, slots=True)
class When:
    """A date as an editor wrote it, in a zone.

    Bounds are inclusive seconds since 1970-01-01T00:00:00Z, and ``earliest <= latest`` always; one
    is None where that end is open or unknown, and never both. ``~`` and ``?`` pad nothing.

    Attributes:
        date: The text of the ``date`` key, exactly as written.
        time: The text of the ``time`` key, exactly as written.
        zone: The event's own zone: the offset in the text, else what ``located`` was given; UTC
            before that.
        earliest: The first second it can mean; of an unknown zone, as the site's zone has it.
        latest: The last second it can mean, likewise.
        possible_earliest: As ``earliest``; of an unknown zone, in the easternmost one.
        possible_latest: As ``latest``; of an unknown zone, in the westernmost one.
        instant: The bound by which it sorts: the earliest; where there is none, the latest.
        expression: What the texts say, without any zone.
    """

    date: str
    time: str | None
    zone: Zone
    earliest: int | None
    latest: int | None
    possible_earliest: int | None
    possible_latest: int | None
    instant: int
    expression: Expression = field(repr=False, compare=False)

    @classmethod
    def parse(cls, date: str, time: str | None = None, zone: Zone = UTC, site: Zone = UTC) -> When:
        """Reads the texts of the keys ``date`` and ``time``.

        Args:
            date: The text of the ``date`` key.
            time: The text of the ``time`` key.
            zone: As ``located`` takes it.
            site: Likewise.

        Raises:
            DateError: They are not a date in the grammar of `edtf`, or name what does not exist.
        """
        return cls._of(date, time, parse_expression(date, time), zone, site)

    def located(self, zone: Zone, site: Zone = UTC) -> When:
        """The same date in a zone; an offset in the text stands against it.

        Args:
            zone: The event's zone, which may be unknown.
            site: The zone that stands in, for the order, where the event's is unknown.
        """
        return When._of(self.date, self.time, self.expression, zone, site)

    @classmethod
    def _of(cls, date: str, time: str | None, expression: Expression, zone: Zone, site: Zone) -> When:
        own = zone_of(expression.members[0], zone)
        for moment in expression.members[1:]:
            if own is zone:
                # An offset beside one side of a span holds for the other too (ISO 8601-1, 5.5.2).
                own = zone_of(moment, zone)
        earliest, latest = bounds_of(expression, site if own.is_unknown else own)
        instant = latest if earliest is None else earliest
        if own.is_unknown:
            widened = widest(expression, earliest, latest)
            return cls(date, time, own, earliest, latest, *widened, instant or 0, expression)
        return cls(date, time, own, earliest, latest, earliest, latest, instant or 0, expression)

    @property
    def gap_problem(self) -> DateError | None:
        """Why the time never was, where the zone's clocks went forward over it; None otherwise.

        An unknown zone has no such problem: there are zones in which the time was.
        """
        if self.expression.kind == "moment" and self.earliest != self.latest:
            return None  # of a moment that never was, both bounds are the instant of the turn
        return gap_error(self.date, self.time, self.expression, self.zone)

    @property
    def text(self) -> str:
        """Date and time as written, as one text for messages."""
        return self.date if self.time is None else f"{self.date} {self.time}"

    @property
    def day(self) -> int:
        """The own local day under which it sorts, counted from 1970-01-01."""
        start = self.expression.start
        return self.expression.members[0].last // DAY if start is None else start.first // DAY

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Own local day, instant, and the coarser first; total together with an id."""
        if self.earliest is None or self.latest is None:
            return self.day, self.instant, -_ENDLESS
        return self.day, self.earliest, self.earliest - self.latest

    def certainly_before(self, other: When) -> bool:
        """Whether every instant this can mean is before every one the other can."""
        if self.possible_latest is None or other.possible_earliest is None:
            return False
        return self.possible_latest < other.possible_earliest

    def certainly_after(self, other: When) -> bool:
        """Whether every instant this can mean is after every one the other can."""
        return other.certainly_before(self)

    @property
    def is_interval(self) -> bool:
        """Whether it is written as a span with a stroke."""
        return self.expression.kind == "span"

    @property
    def approximate(self) -> bool:
        """Whether any date or clock in it is marked as approximate."""
        return any(
            m.approximate or (m.clock is not None and m.clock.approximate) for m in self.expression.members
        )

    @property
    def uncertain(self) -> bool:
        """Whether any date in it is marked as uncertain."""
        return any(m.uncertain for m in self.expression.members)

    @property
    def part(self) -> Part | None:
        """The part of the day, where that is the time."""
        return self.expression.members[0].part

    @property
    def has_clock(self) -> bool:
        """Whether a clock time or a part of the day is given, so that readers need the zone."""
        return any(m.clock or m.part for m in self.expression.members)

    @property
    def precision(self) -> Precision:
        """How exactly the whole is known."""
        if self.expression.kind == "span":
            return "span"
        if self.expression.kind == "moment":
            return self.expression.members[0].precision
        kinds = {member.precision for member in self.expression.members}
        return "years" if "year" in kinds else "months" if "month" in kinds else "days"

    @property
    def heading(self) -> Heading:
        """The heading it stands under: as exact as the bound by which it sorts, never more."""
        first, last = self.expression.members[0], self.expression.members[-1]
        if self.expression.kind != "set" or (first.year, first.month) == (last.year, last.month):
            return HEADINGS[first.precision]
        # The dates lie in several months: a finer heading than what holds them would choose one. A
        # turn of the year does not count, as it does not for a winter.
        years = last.year - first.year
        return "year" if years <= 1 else "decade" if years < 10 else "century"

    def start_local(self) -> Local | None:
        """The first second by the event's own calendar and clocks; None without a known start."""
        start = self.expression.start
        return None if start is None else _local(start.first)

    def end_local(self) -> Local | None:
        """The last second by the event's own calendar and clocks; None without a known end."""
        end = self.expression.end
        return None if end is None else _local(end.last)

    @property
    def machine(self) -> str | None:
        """The value of HTML's ``<time datetime>``, or None where HTML cannot say the date exactly.

        A part of the day and an approximate clock are given as their day, which is exact.
        """
        moment = self.expression.members[0]
        if self.expression.kind != "moment" or moment.approximate or moment.uncertain:
            return None
        if moment.year < 1 or moment.hidden:
            return None
        if moment.precision in {"days", "season", "decade", "century"}:
            return None
        date = iso_date(moment.year, moment.month, moment.day)
        clock = moment.clock
        if clock is None or clock.approximate:
            return date
        time = f"{date}T{clock_text(clock.second, with_seconds=clock.has_seconds)}"
        return self._with_offset(time, moment)

    def _with_offset(self, time: str, moment: Moment) -> str | None:
        """A local time with its offset, where there is one and only one."""
        zone = zone_of(moment, self.zone)
        if zone.is_unknown or zone.is_repeated(moment.first) or self.gap_problem is not None:
            return time
        offset = zone.offset(moment.first)
        if offset % 60:
            return None  # local mean time, whose offset has seconds that HTML cannot write
        sign, minutes = "+" if offset >= 0 else "-", abs(offset) // 60
        return f"{time}{sign}{minutes // 60:02d}:{minutes % 60:02d}" if offset else f"{time}Z"

    def to_json(self) -> dict[str, str | bool | None]:
        """The date for machines; the bounds are ISO 8601 in UTC, as `iso_instant` writes them."""
        return {
            "date": self.date,
            "time": self.time,
            "timezone": self.zone.name,
            "earliest": None if self.earliest is None else iso_instant(self.earliest),
            "latest": None if self.latest is None else iso_instant(self.latest),
            "precision": self.precision,
            "approximate": self.approximate,
            "uncertain": self.uncertain,
        }


def _local(second: int) -> Local:
    day, rest = divmod(second, DAY)
    return Local(*date_of(day), rest // 3600, rest // 60 % 60, rest % 60)
