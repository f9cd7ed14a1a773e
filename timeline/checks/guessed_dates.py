"""First days of months and years that are many in one file: a spreadsheet's way to say 'day not known'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity

CODE = "guessed-dates"
_FIRST = re.compile(r"-?[0-9]{4}-[0-9]{2}-01")
_FEWEST = 5
# By chance a thirtieth of all days are firsts of a month; four times that is no chance.
_SHARE = 4 / 30
_SHOWN = 3


def run(timeline: Timeline) -> Iterator[Finding]:
    """Tells once a file, at the first of them, where the first of the month is far too frequent."""
    by_file: dict[str, list[EventEntry]] = {}
    for placed in timeline.entries:
        entry = placed.entry
        if isinstance(entry, EventEntry) and entry.record.date and not entry.silences(CODE):
            by_file.setdefault(entry.span("date").file, []).append(entry)
    for _, entries in sorted(by_file.items()):
        firsts = [e for e in entries if _FIRST.fullmatch(e.record.date or "") and not e.record.time]
        if len(firsts) < _FEWEST or len(firsts) < _SHARE * len(entries):
            continue
        related = tuple(Related(e.span("date"), e.record.date or "") for e in firsts[1:_SHOWN])
        message = f"{len(firsts)} of the {len(entries)} events of this file are dated the first of a month"
        hint = "where the day is not known, write the month alone, as in 2020-01, or the year"
        yield Finding(Problem(CODE, Severity.NOTE, firsts[0].span("date"), message, hint, related))


CHECK = Check(CODE, Severity.NOTE, "A day that is not known is left out, not written as the first.", run)
