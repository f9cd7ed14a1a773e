"""Two events with different ids that look like one: same day and place, or one source, and a like title."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity
from timeline.records import Source

CODE = "likely-duplicate"
_SIMILAR = 0.75
_COMPARED = 20


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds pairs of events that are likely one."""
    told = set()
    for group in _groups(timeline):
        for one, other in itertools.combinations(sorted(group, key=lambda e: e.span()), 2):
            pair = (one.id, other.id)
            distinct = other.id in one.record.distinct_from or one.id in other.record.distinct_from
            if pair not in told and not distinct and _alike(one.title, other.title):
                told.add(pair)
                yield Finding(
                    Problem(
                        CODE, Severity.WARNING, other.span(), f"'{other.id}' looks like the same event as '{one.id}'",
                        f"keep one, with the other's id under 'aliases'; or write 'distinct_from: [{one.id}]'",
                        (Related(one.span(), f"'{one.id}'"),),
                    ),
                    (one, other),
                )  # fmt: skip


def _groups(timeline: Timeline) -> Iterator[list[EventEntry]]:
    found: dict[tuple[str, ...], list[EventEntry]] = {}
    for entry in timeline.events.values():
        event = entry.record
        if event.place:
            found.setdefault(("day", str(entry.when.day), entry.when.heading, event.place), []).append(entry)
        for source in event.sources:
            if isinstance(source, Source) and source.url:
                found.setdefault(("url", source.url), []).append(entry)
    for group in found.values():
        # One source may support hundreds of events: neighbours by title are compared, never all pairs.
        group.sort(key=lambda entry: entry.title.casefold())
        for start in range(0, len(group), _COMPARED // 2):
            yield group[start : start + _COMPARED]


def _alike(one: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    return (
        matcher.real_quick_ratio() >= _SIMILAR
        and matcher.quick_ratio() >= _SIMILAR
        and matcher.ratio() >= _SIMILAR
    )


CHECK = Check(CODE, Severity.WARNING, "No two events are one event under two ids.", run)
