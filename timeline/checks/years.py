"""Years whose digits have changed places, and days of our own work from before there was any.

A chronology may tell of any age, so a year alone says nothing. It is told where the same digits in another
order give the year in which the event's own sources came out, days after the event.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from timeline.checks.check import Check, Finding
from timeline.checks.days_ahead import days
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import Event, Source

CODE = "unlikely-year"
_DAY = re.compile(r"[0-9]{4}(?P<rest>-[0-9]{2}(?:-[0-9]{2})?)[?~%]?")
_EARLY = "1000"
"""Years before this are written with a nought in front, which a hand puts there that is too quick."""
_SOON, _AT_ONCE = 31, 3
"""Days within which a source comes out: of a year before that, and of any other."""
_FEWEST = 3
"""How many other events of a file say in which years it tells."""
_FIRST_WORK = "1900"
"""Before this nobody added to a chronology of the kind, read for it, or mended it."""
_LAST = "~"
"""Stands behind every day as it is written."""
_OF_OTHERS = frozenset({"published", "updated"})
"""The keys of days of which a source may have any."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds the years that are a slip of the hand."""
    for day in days(timeline, _FIRST_WORK, _LAST):
        if day.text < _FIRST_WORK and day.key not in _OF_OTHERS:
            message = f"{day.text} is no day on which anybody worked on this chronology"
            hint = "write the day on which it was done, as in 2020-01-05"
            yield Finding(Problem(CODE, Severity.WARNING, day.span, message, hint), (day.of,))
    years = _years_by_file(timeline)
    for entry in timeline.events.values():
        if told := _slip(entry, timeline, years):
            yield Finding(told, (entry,))


def _years_by_file(timeline: Timeline) -> Mapping[str, Counter[str]]:
    """How many of the events of each file are of each year."""
    years: dict[str, Counter[str]] = defaultdict(Counter)
    for event in timeline.content.events:
        years[event.file][(event.record.date or "")[:4]] += 1
    return years


def _slip(entry: EventEntry, timeline: Timeline, years: Mapping[str, Counter[str]]) -> Problem | None:
    """What to say of an event whose year is that of its sources with other digits first."""
    day = entry.record.date or ""
    year = day[:4]
    dated = [*_published(entry.record, timeline)]
    meant = {published[:4] for published, _ in dated}
    # Nearly always the two are one year, and nothing more is looked at.
    if len(meant) != 1 or year in meant or not _is_turned(year, likely := meant.pop()):
        return None
    found = _DAY.fullmatch(day)
    dated = [one for one in dated if _DAY.match(one[0])]
    if not found or not dated:
        return None
    rest = found["rest"]
    first, number = min(dated)
    within = _SOON if year < _EARLY else _AT_ONCE
    if not _is_soon(f"{likely}{rest}", first, within):
        return None
    if year >= _EARLY:
        there = years[entry.span("date").file]
        # But for the event itself, all of them must be of the other year.
        if there.total() <= _FEWEST or there[likely] < there.total() - 1:
            return None
    message = f"the year {year} looks like a slip for {likely}, in which the event's source came out"
    hint = f"write {likely}{rest}; if it was in {year} indeed, silence this check on the event"
    related = (Related(_where(entry, number, timeline), "published"),)
    return Problem(CODE, Severity.WARNING, entry.span("date"), message, hint, related)


def _published(event: Event, timeline: Timeline) -> Iterator[tuple[str, int]]:
    """When the sources of an event came out, of those that say it, with their numbers."""
    for number, source in enumerate(event.sources):
        if isinstance(source, Source):
            published = source.published
        else:
            report = timeline.reports.get(source)
            published = report.record.published if report else None
        if published:
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
