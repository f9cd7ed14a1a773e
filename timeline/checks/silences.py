"""A silence names a check that there is; one that names none would hide that nothing is silenced."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Owner, Timeline
from timeline.problems import Problem, Severity, Span
from timeline.problems.codes import catalogue
from timeline.records import Silence

CODE = "unknown-code"
CODE_NEEDLESS = "needless-silence"
Used = tuple[type, str, str]
"""A silence that has kept something from being told: what kind of record has it, its id, and the code."""


def check_for(codes: Callable[[], Iterable[str]]) -> Check:
    """The check, given the codes that can be silenced."""

    def run(timeline: Timeline) -> Iterator[Finding]:
        known = sorted(codes())
        for _, silence, span in _silences(timeline):
            if silence.code in known:
                continue
            message = f"there is no check '{silence.code}' that can be silenced"
            near = difflib.get_close_matches(silence.code, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"the checks are: {', '.join(known)}"
            if silence.code in catalogue():
                message = f"'{silence.code}' cannot be silenced on one record"
                hint = "correct what it tells of, and delete this"
            yield Finding(Problem(CODE, Severity.ERROR, span, message, hint))

    rule = "A silence names a check that there is."
    return Check(CODE, Severity.ERROR, rule, run, silenceable=False)


def needless(timeline: Timeline, used: Collection[Used], known: Collection[str]) -> Iterator[Problem]:
    """Finds silences of checks that have nothing to say: one day they would hide what nobody has looked at.

    Args:
        timeline: The timeline.
        used: Every silence that has kept something from being told.
        known: The codes that can be silenced, of the checks that were run.
    """
    for owner, silence, span in _silences(timeline):
        if silence.code in known and used_silence(owner, silence.code) not in used:
            message = f"this silences nothing: '{silence.code}' is not told of '{owner.record.id}'"
            hint = "delete it; it would hide what may come later"
            yield Problem(CODE_NEEDLESS, Severity.NOTE, span, message, hint)


def used_silence(owner: Owner, code: str) -> Used:
    """What tells the silence of a code on one record from all others."""
    return type(owner.record), owner.record.id, code


def _silences(timeline: Timeline) -> Iterator[tuple[Owner, Silence, Span]]:
    """Every silence, with the record that has it and the place of its code."""
    for entry in timeline.events.values():
        for number, silence in enumerate(entry.record.silence):
            yield entry, silence, _place(entry, number)
    for located in timeline.owners:
        for number, silence in enumerate(located.record.silence):
            yield located, silence, _place(located, number)


def _place(owner: Owner, number: int) -> Span:
    if isinstance(owner, EventEntry):
        return owner.span("silence", number, "code")
    return owner.places.of("silence", number, "code")
