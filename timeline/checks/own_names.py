"""Events that name themselves where another one was meant, and confirmations that no status uses."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE = "names-itself"
CODE_CONFIRMED = "confirmation-unused"
_OTHERS = ("related", "distinct_from")
"""The keys that name other events; those that order them are looked after by merging."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds events that are related to themselves, or distinct from themselves."""
    for entry in timeline.events.values():
        if not (entry.record.related or entry.record.distinct_from):
            continue
        for field in _OTHERS:
            for number, named in enumerate(getattr(entry.record, field)):
                if timeline.event(named) is entry:
                    message = f"'{entry.id}' names itself in '{field}'"
                    span = entry.span(field, number)
                    problem = Problem(
                        CODE, Severity.WARNING, span, message, "name another event, or take it out"
                    )
                    yield Finding(problem, (entry,))


def confirmed(timeline: Timeline) -> Iterator[Finding]:
    """Finds events that say who confirmed them, and whose status is left to be derived."""
    for entry in timeline.events.values():
        if entry.record.confirmed_by and entry.record.status is None and not entry.record.retracted:
            message = f"'{entry.id}' says who confirmed it, and its status is {entry.status} all the same"
            hint = "write 'status: confirmed', or move the words to an account"
            problem = Problem(CODE_CONFIRMED, Severity.WARNING, entry.span("confirmed_by"), message, hint)
            yield Finding(problem, (entry,))


CHECK = Check(CODE, Severity.WARNING, "An event names other events, not itself.", run)
CONFIRMED = Check(
    CODE_CONFIRMED, Severity.WARNING, "An event that says who confirmed it has a status.", confirmed
)
