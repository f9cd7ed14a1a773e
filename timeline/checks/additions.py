"""Entries say when we first published them, where there are feeds: those are ordered by nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Severity

CODE = "entry-without-added"


def run(timeline: Timeline) -> Iterator[Finding]:
    """Tells once, at the first of them, how many entries stay out of the feeds."""
    if not timeline.site.url:
        return
    entries = [placed.entry for placed in timeline.entries if not placed.entry.record.added]
    if not entries:
        return
    first = entries[0]
    span = first.span() if isinstance(first, EventEntry) else first.article.places.of()
    others = f" and {len(entries) - 1} more have" if len(entries) > 1 else " has"
    message = f"'{first.id}'{others} no 'added', and so no place in the feeds"
    hint = "write the day on which we first published it, as in 'added: 2020-02-01'"
    yield Finding(Problem(CODE, Severity.NOTE, span, message, hint))


CHECK = Check(
    CODE,
    Severity.NOTE,
    "An entry says when we first published it, so that feeds can tell.",
    run,
    silenceable=False,  # it speaks of all entries at once
)
