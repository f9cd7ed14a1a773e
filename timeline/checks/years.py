"""Years whose digits have changed places, and days of our own work from before there was any.

A chronology may tell of any age, so a year alone says nothing. It is told where the same digits in another
order give the year in which the event's own sources came out, days after the event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from timeline.checks.check import Check, Finding
from timeline.checks.days_ahead import days
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import Event, Source

CODE = "unlikely-year"
_DAY = re.compile(r"(?P<year>[0-9]{4})(?P<rest>-[0-9]{2}(?:-[0-9]{2})?)[?~%]?")
_EARLY = "1000"
"""Years before this are written with a nought in front, which a hand puts there that is too quick."""
_SOON, _AT_ONCE = 31, 3
"""Days within which a source comes out: of a year before that, and of any other."""
_FEWEST = 3
"""How many other events of a file say in which years it tells."""
_FIRST_WORK = "1900"
"""Before this nobody added to a chronology of the kind, read for it, or mended it."""
_OF_OTHERS = frozenset({"published", "updated"})
"""The keys of days of which a source may have any."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds the years that are a slip of the hand."""
    for day in days(timeline, ""):
        if day.text < _FIRST_WORK and day.key not in _OF_OTHERS:
            message = f"{day.text} is no day on which anybody worked on this chronology"
            hint = "write the day on which it was done, as in 2020-01-05"
            yield Finding(Problem(CODE, Severity.WARNING, day.span, message, hint), (day.of,))
    years = _years_by_file(timeline)
    for entry in timeline.events.values():
        found = _DAY.fullmatch(entry.record.date or "")
        if found and (told := _slip(entry, found, timeline, years)):
            yield Finding(told, (entry,))


def _years_by_file(timeline: Timeline) -> Mapping[str, Sequence[str]]:
    """The years of the events of each file."""
    years: dict[str, list[str]] = defaultdict(list)
    for event in timeline.content.events:
        years[event.file].append((event.record.date or "")[:4])
    return years


def _slip(
    entry: EventEntry, found: re.Match[str], timeline: Timeline, years: Mapping[str, Sequence[str]]
) -> Problem | None:
    """What to say of an event whose year is that of its sources with other digits first."""
    year, rest = found["year"], found["rest"]
    dated = list(_published(entry.record, timeline))
    meant = {published[:4] for published, _ in dated}
    if len(meant) != 1 or not _is_turned(year, likely := meant.pop()):
        return None
    first, number = min(dated)
    within = _SOON if year < _EARLY else _AT_ONCE
    if not _is_soon(f"{likely}{rest}", first, within):
        return None
    if year >= _EARLY:
        there = years.get(entry.span("date").file, ())
        # But for the event itself, all of them must be of the other year.
        if len(there) <= _FEWEST or there.count(likely) < len(there) - 1:
            return None
    message = f"the year {year} looks like a slip for {likely}, in which the event's source came out"
    hint = f"write {likely}{rest}; if it was in {year} indeed, silence this check on the event"
    related = (Related(_where(entry, number, timeline), "published"),)
    return Problem(CODE, Severity.WARNING, entry.span("date"), message, hint, related)


def _published(event: Event, timeline: Timeline) -> Iterator[tuple[str, int]]:
    """When the sources of an event came out, of those that say the month, with their numbers."""
    for number, source in enumerate(event.sources):
        if isinstance(source, Source):
            published = source.published
        else:
            report = timeline.reports.get(source)
            published = report.record.published if report else None
        if published and _DAY.match(published):
            yield published, number


def _where(entry: EventEntry, number: int, timeline: Timeline) -> Span:
    """Where it stands when a source came out."""
    source = entry.record.sources[number]
    if isinstance(source, Source):
        return entry.span("sources", number, "published")
    return timeline.reports[source].article.places.of("published")


def _is_turned(year: str, likely: str) -> bool:
    """Whether one year is an earlier one, of the same digits."""
    return year < likely and sorted(year) == sorted(likely)


def _is_soon(day: str, published: str, within: int) -> bool:
    """Whether something came out in the days after another; of a month, after its first."""
    try:
        happened = date.fromisoformat(f"{day}-01"[:10])
        out = date.fromisoformat(published[:10])
    except ValueError:
        return False
    return 0 <= (out - happened).days <= within


CHECK = Check(CODE, Severity.WARNING, "A year is not one whose digits have changed places.", run)
