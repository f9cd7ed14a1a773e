"""Accounts that say different things of an event whose status does not tell readers so.

Lists show the accounts of a disputed event alone. Whether two accounts contradict each other or complete each
other, no program can tell; so it asks, and an editor decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.checks.status import DIFFERING, same_words, unsupported
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity
from timeline.records import Status

CODE = "undisputed-accounts"
_SETTLED = frozenset({Status.DISPUTED, Status.RETRACTED})


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds events with accounts that differ, whose status is another one or left out."""
    for entry in timeline.events.values():
        says = [same_words(account.says) for account in entry.record.accounts]
        if len(set(says)) < DIFFERING or entry.status in _SETTLED or unsupported(entry, timeline):
            continue
        yield Finding(_told(entry, next(n for n, words in enumerate(says) if words != says[0])), (entry,))


def _told(entry: EventEntry, other: int) -> Problem:
    """The problem of an event whose first account is not what another one says."""
    message = f"these accounts differ, and the event's status is {entry.status}"
    hint = (
        "if they contradict each other, write 'status: disputed'; if one adds to the other, silence this"
        " check, or tell it in the summary"
    )
    first, second = (entry.span("accounts", number, "says") for number in (0, other))
    if entry.record.status is None:
        return Problem(CODE, Severity.NOTE, second, message, hint, (Related(first, "the first account"),))
    there = (Related(first, "the first account"), Related(second, "another"))
    return Problem(CODE, Severity.NOTE, entry.span("status"), message, hint, there)


CHECK = Check(CODE, Severity.NOTE, "An event whose accounts contradict each other is disputed.", run)
