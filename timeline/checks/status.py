"""A status that is stated is borne out: by a confirmation, by sources, by accounts, by a retraction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline, independent
from timeline.problems import Problem, Severity
from timeline.records import Status

CODE = "status-unsupported"
DIFFERING = 2
"""How many accounts there are at least that differ."""
_INDEPENDENT_SOURCES = 2


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds events whose stated status does not follow from what stands beside it."""
    unread = timeline.content.broken.get("event", frozenset())
    # What bears a status out may stand in an article that cannot be read.
    whole = (entry for entry in timeline.events.values() if entry.id not in unread)
    for entry in (*whole, *timeline.unplaced):
        if entry.record.status is None:
            continue  # derived: it follows by itself
        reason = unsupported(entry, timeline)
        if reason:
            yield Finding(Problem(CODE, Severity.ERROR, entry.span("status"), *reason), (entry,))


def unsupported(entry: EventEntry, timeline: Timeline) -> tuple[str, str] | None:
    """Why the stated status does not stand, and what to do about it."""
    event = entry.record
    if event.retracted and event.status is not Status.RETRACTED:
        return f"the event has a retraction, and its status is '{event.status}'", "write 'status: retracted'"
    if event.status is Status.RETRACTED and not event.retracted:
        return "a retracted event says when and why", "add 'retracted:' with date and reason"
    if event.status is Status.CONFIRMED and not event.confirmed_by:
        return "a confirmed event says who confirmed it", "add 'confirmed_by:', or leave the status out"
    if event.status is Status.DISPUTED and len(event.accounts) < DIFFERING:
        return (
            "a disputed event has at least two accounts",
            "write two or more under 'accounts', each with 'by' and 'says'",
        )
    if event.status is Status.DISPUTED and len({same_words(account.says) for account in event.accounts}) == 1:
        return "a disputed event has accounts that differ; these say the same", "write what each of them says"
    if event.status in {Status.CORROBORATED, Status.SINGLE_SOURCE}:
        return _miscounted(entry, timeline)
    return None


def same_words(says: str) -> str:
    """What an account says, apart from capitals, marks and spaces."""
    return " ".join(re.findall(r"[^\W_]+", says.casefold())) or says


def _miscounted(entry: EventEntry, timeline: Timeline) -> tuple[str, str] | None:
    unread = timeline.content.broken.get("article", frozenset())
    if any(source in unread for source in entry.record.sources):
        return None  # nobody knows yet how many there are
    voices = independent(entry.record, timeline.articles, timeline.publishers)
    if entry.record.status is Status.SINGLE_SOURCE:
        if len(voices) < _INDEPENDENT_SOURCES:
            return None
        names = _names(entry, timeline)
        return (
            f"the event has {len(voices)} independent sources ({names})",
            "leave the status out: it is derived",
        )
    if len(voices) >= _INDEPENDENT_SOURCES:
        return None
    told = (
        f"its sources are one voice ({_names(entry, timeline)})"
        if voices
        else "no source names its publisher"
    )
    return (
        f"a corroborated event has two independent sources; {told}",
        "add a source, or leave the status out",
    )


def _names(entry: EventEntry, timeline: Timeline) -> str:
    """The voices by their names, as they are written."""
    names: dict[str, str] = {}
    for source in entry.record.sources:
        cited = timeline.articles.get(source) if isinstance(source, str) else None
        record = cited.record if cited else source
        if not isinstance(record, str) and (voice := record.origin or record.publisher):
            names.setdefault(timeline.publishers.identity(voice), timeline.publishers.name(voice))
    return ", ".join(sorted(names.values()))


CHECK = Check(CODE, Severity.ERROR, "A stated status is borne out by what stands beside it.", run)
