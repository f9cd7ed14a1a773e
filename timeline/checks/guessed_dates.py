"""First days of months and years that are many in one file: a spreadsheet's way to say 'day not known'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Related, Severity
from timeline.records import Event, Located

CODE = "guessed-dates"
_FIRST = re.compile(r"-?[0-9]{4}-[0-9]{2}-01")
_FEWEST = 5
# By chance a thirtieth of all days are firsts of a month; four times that is no chance.
_SHARE = 4 / 30
_SHOWN = 3
_MOST_LINES = 400


def run(timeline: Timeline) -> Iterator[Finding]:
    """Tells once a file, at the first of them, where the first of the month is far too frequent."""
    by_file: dict[str, list[Located[Event]]] = {}
    # As written, not as merged: of two events with one id each may be a guess.
    for event in timeline.content.events:
        record = event.record
        if record.date and not (record.silence and any(silence.code == CODE for silence in record.silence)):
            by_file.setdefault(event.file, []).append(event)
    for events in by_file.values():
        firsts = [e for e in events if _FIRST.fullmatch(e.record.date or "") and not e.record.time]
        if len(firsts) < _FEWEST or len(firsts) < _SHARE * len(events):
            continue
        years = sum(1 for event in firsts if (event.record.date or "").endswith("-01-01"))
        related = tuple(Related(e.places.of("date"), e.record.date or "") for e in firsts[1:_SHOWN])
        message = f"{len(firsts)} of the {len(events)} events of this file are dated the first of a month"
        message += f", {years} of them the first of January" if years else ""
        hint = "where the day is not known, write the month alone, as in 2020-01, or the year"
        hint += f"; they stand on lines {_lines(firsts)}"
        yield Finding(Problem(CODE, Severity.NOTE, firsts[0].places.of("date"), message, hint, related))


def _lines(events: Sequence[Located[Event]]) -> str:
    """The lines of the dates of many events, as words; of thousands the first hundreds."""
    lines = sorted(event.places.of("date").line for event in events[:_MOST_LINES])
    more = len(events) - len(lines)
    named = ", ".join(map(str, lines))
    return f"{named}, and {more:,} more" if more else named


CHECK = Check(
    CODE, Severity.NOTE, "A day that is not known is left out, not written as the first.", run, counts=True
)
