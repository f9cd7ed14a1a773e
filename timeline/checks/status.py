"""A status that is stated is borne out: by a confirmation, by sources, by accounts, by a retraction."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline, independent
from timeline.problems import Problem, Severity
from timeline.records import Status

CODE = "status-unsupported"
_ACCOUNTS_THAT_DIFFER = 2


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds events whose stated status does not follow from what stands beside it."""
    for entry in timeline.events.values():
        reason = _unsupported(entry, timeline)
        if reason:
            message, hint = reason
            field = "status" if entry.record.status else "retracted"
            yield Finding(Problem(CODE, Severity.ERROR, entry.span(field), message, hint), (entry,))


def _unsupported(entry: EventEntry, timeline: Timeline) -> tuple[str, str] | None:
    event = entry.record
    if event.retracted and event.status not in (None, Status.RETRACTED):
        return f"the event has a retraction, and its status is '{event.status}'", "write 'status: retracted'"
    voices = independent(event, timeline.articles, timeline.publishers)
    if event.status is Status.RETRACTED and not event.retracted:
        return "a retracted event says when and why", "add 'retracted:' with date and reason"
    if event.status is Status.CONFIRMED and not event.confirmed_by:
        return "a confirmed event says who confirmed it", "add 'confirmed_by:', or leave the status out"
    if event.status is Status.DISPUTED and len(event.accounts) < _ACCOUNTS_THAT_DIFFER:
        return "a disputed event has at least two accounts", "add 'accounts:' with 'by' and 'says' for each"
    if event.status is Status.CORROBORATED and len(voices) < _ACCOUNTS_THAT_DIFFER:
        told = (
            f"its sources are one voice ({', '.join(sorted(voices))})"
            if voices
            else "no source names its publisher"
        )
        return (
            f"a corroborated event has two independent sources; {told}",
            "add a source, or leave the status out",
        )
    if event.status is Status.SINGLE_SOURCE and len(voices) > 1:
        return f"the event has {len(voices)} independent sources", "leave the status out: it is derived"
    return None


CHECK = Check(CODE, Severity.ERROR, "A stated status is borne out by what stands beside it.", run)
