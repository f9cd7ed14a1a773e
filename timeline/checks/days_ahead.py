"""Days of our own work, and of what others published, that have not come yet: mostly slips of the pen.

Whoever asks for a check says which day it is. A build knows no clock, for the same input gives the same
bytes; there a day is told, as a note, that lies ten years after all other days of our work.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from timeline.checks.check import Check, Finding
from timeline.dates import When, day_number
from timeline.merging import EventEntry, Timeline
from timeline.merging.claims import sources_of
from timeline.merging.horizon import LONG, shifted
from timeline.problems import Problem, Severity, Span
from timeline.records import Located, Path, Source

CODE = "day-in-future"
_SOON = 60
"""Days: what is written of so near a day is not likely to be off by a year."""

_MEANT = {
    "added": "write the day on which we first published the entry",
    "accessed": "write the day on which it was last read",
    "corrections": "write the day of the correction",
    "published": "write when it was published, as its own page says",
    "retracted": "write the day of the retraction",
    "seen": "write the day on which it was seen to be dead",
    "updated": "write when it was last changed, as its own page says",
}


class Day(NamedTuple):
    """One day as it is written: under which key, of which record, and the way to it."""

    text: str
    key: str
    of: EventEntry | Located[Any]
    path: Path

    @property
    def span(self) -> Span:
        """Where it stands."""
        if isinstance(self.of, EventEntry):
            field, *way = self.path
            return self.of.span(str(field), *way)  # type: ignore[arg-type] # a list's position comes first
        return self.of.places.of(*self.path)


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds the days that are ahead."""
    last = timeline.horizon
    for day in days(timeline, "", last):
        if is_ahead(day.text, last):
            yield Finding(_told(day, timeline, last), (day.of,))


def is_ahead(day: str | None, last: str, first: int | None = None) -> bool:
    """Whether a day, or a time as EDTF writes it, certainly lies after the last one that can have come.

    Args:
        day: The day.
        last: The last one that can have come.
        first: The first second that it covers, where that is known already.
    """
    if not day or day[:10] <= last:
        return False
    first = When.parse(day).possible_earliest if first is None else first
    year, month, number = map(int, last.split("-"))
    return first is not None and first >= (day_number(year, month, number) + 1) * 86400


def days(timeline: Timeline, first: str, last: str) -> Iterator[Day]:
    """The days that tell of our work, or of when a source came out, but for those within two others.

    They are compared as they are written: of a hundred thousand days nearly all need no closer look.
    """
    for entry in timeline.events.values():
        yield from _of_event(entry, first, last)
    for article in timeline.content.articles:
        for key in ("published", "updated", "accessed", "added"):
            if (text := getattr(article.record, key)) and not first <= text <= last:
                yield Day(text, key, article, (key,))
    for link in timeline.content.links:
        if not first <= link.record.seen <= last:
            yield Day(link.record.seen, "seen", link, ("seen",))


def _of_event(entry: EventEntry, first: str, last: str) -> Iterator[Day]:
    record = entry.record
    if record.added and not first <= record.added <= last:
        yield Day(record.added, "added", entry, ("added",))
    for number, correction in enumerate(record.corrections):
        if not first <= correction.date <= last:
            yield Day(correction.date, "corrections", entry, ("corrections", number, "date"))
    if record.retracted and not first <= record.retracted.date <= last:
        yield Day(record.retracted.date, "retracted", entry, ("retracted", 0, "date"))
    for path, cited in sources_of(record):
        if isinstance(cited, Source):
            if cited.published and not first <= cited.published <= last:
                yield Day(cited.published, "published", entry, (*path, "published"))
            if cited.accessed and not first <= cited.accessed <= last:
                yield Day(cited.accessed, "accessed", entry, (*path, "accessed"))


def _told(day: Day, timeline: Timeline, last: str) -> Problem:
    hint = _MEANT[day.key]
    if timeline.today:
        message = f"{day.text} has not come yet: today is {timeline.today}"
        return Problem(CODE, Severity.WARNING, day.span, message, hint + meant(day.text, timeline.today))
    message = f"{day.text} is more than ten years after the last day of our work, {shifted(last, -LONG)}"
    return Problem(CODE, Severity.NOTE, day.span, message, hint)


def meant(day: str, today: str) -> str:
    """What to ask about a day that has not come: whether another was meant; empty where none is likely."""
    likely = _meant(day, today) if is_ahead(day, shifted(today, _SOON)) and "/" not in day else ""
    return f"; was it {likely}?" if likely else ""


def _meant(day: str, today: str) -> str:
    """The day that was meant: with the year's last digits swapped, or in this year or the last."""
    year, rest = day[:4], day[4:]
    now = int(today[:4])
    swapped = f"{year[:2]}{year[3:]}{year[2:3]}"
    likely = [swapped] if swapped in {str(now), str(now - 1)} else []
    for other in (*likely, str(now), str(now - 1)):
        meant = f"{other}{rest}"
        try:
            if date.fromisoformat(meant[:10]).isoformat() <= today:
                return meant
        except ValueError:
            return ""
    return ""


CHECK = Check(
    CODE, Severity.WARNING, "What we did, and what others published, is not dated in the future.", run
)
