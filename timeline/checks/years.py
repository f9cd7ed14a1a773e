"""Years whose digits have changed places, and days of our own work from before there was any.

A chronology may tell of any age, so a year alone says nothing. It is told where the same digits in another
order give the year in which the event's own sources came out, days after the event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from timeline.checks.check import Check, Finding
from timeline.checks.days_ahead import days
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import Source

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


class _Dated(NamedTuple):
    """When a source came out, and where that stands; it is looked for only if it is told."""

    published: str
    where: Callable[[], Span]


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
    dated = list(_published(entry, timeline))
    meant = {one.published[:4] for one in dated}
    if len(meant) != 1 or not _is_turned(year, likely := meant.pop()):
        return None
    first = min(dated, key=lambda one: one.published)
    within = _SOON if year < _EARLY else _AT_ONCE
    if not _is_soon(f"{likely}{rest}", first.published, within):
        return None
    if year >= _EARLY:
        there = years.get(entry.span("date").file, ())
        # But for the event itself, all of them must be of the other year.
        if len(there) <= _FEWEST or there.count(likely) < len(there) - 1:
            return None
    message = f"the year {year} looks like a slip for {likely}, in which the event's source came out"
    hint = f"write {likely}{rest}; if it was in {year} indeed, silence this check on the event"
    related = (Related(first.where(), "published"),)
    return Problem(CODE, Severity.WARNING, entry.span("date"), message, hint, related)


def _published(entry: EventEntry, timeline: Timeline) -> Iterator[_Dated]:
    """When the sources of an event came out, of those that say the month."""
    for number, source in enumerate(entry.record.sources):
        if isinstance(source, Source):
            published, where = source.published, partial(entry.span, "sources", number, "published")
        elif source in timeline.reports:
            article = timeline.reports[source].article
            published, where = article.record.published, partial(article.places.of, "published")
        else:
            continue
        if published and _DAY.match(published):
            yield _Dated(published, where)


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
