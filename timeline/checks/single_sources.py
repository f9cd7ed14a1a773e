"""Events that have stood for long on one source that nobody has archived: what may be lost first.

'Long' is measured against the newest day that the content itself gives, never against a clock; a day in the
future is none to measure by.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity

CODE = "single-source-for-long"
_LONG = 365
"""Days."""
_SHOWN = 3


def run(timeline: Timeline) -> Iterator[Finding]:
    """Tells once a file, at the first of them, so that a long chronology does not drown in notes."""
    before = date.fromordinal(max(_newest(timeline) - _LONG, 1)).isoformat()
    by_file: dict[str, list[EventEntry]] = {}
    for entry in timeline.events.values():
        added, sources = entry.record.added, entry.record.sources
        if added is None or len(sources) != 1 or added >= before or entry.silences(CODE):
            continue
        source = sources[0]
        cited = timeline.articles.get(source) if isinstance(source, str) else None
        if isinstance(source, str) and cited is None:
            continue  # an error of its own
        if not (cited.record if cited else source).archived:  # type: ignore[union-attr] # looked at above
            by_file.setdefault(entry.home.place[0], []).append(entry)
    for _, entries in sorted(by_file.items()):
        entries.sort(key=lambda entry: entry.home.place)
        first = entries[0]
        count, one = len(entries), "one source, without an archived copy"
        message = f"'{first.id}' was added on {first.record.added}, and still has {one}"
        if count > 1:
            message = f"{count} events of this file were added over a year ago, and each still has {one}"
        related = tuple(Related(entry.span("added"), f"'{entry.id}'") for entry in entries[1:_SHOWN])
        hint = "look for a second source, or write the address of a copy under 'archived'"
        yield Finding(Problem(CODE, Severity.NOTE, first.span("added"), message, hint, related))


def _newest(timeline: Timeline) -> int:
    """The newest day on which anything was added or corrected, or on which an article came out."""
    records = [entry.record for entry in timeline.events.values()]
    days = {record.added for record in records}
    days |= {c.date for record in records if record.corrections for c in record.corrections}
    days |= {day for r in timeline.reports.values() for day in (r.record.added, r.record.published[:10])}
    last = timeline.horizon
    return max((_ordinal(day) for day in days if day and day <= last), default=0)


@functools.lru_cache(maxsize=4096)
def _ordinal(day: str) -> int:
    """A day as a number; 0 for a date that is no single day."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0


CHECK = Check(
    CODE, Severity.NOTE, "An event has found a second source, or an archived copy, within a year.", run,
    counts=True,
)  # fmt: skip
