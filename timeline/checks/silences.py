"""A silence names a check that there is; one that names none would hide that nothing is silenced."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE = "unknown-code"
CODE_NEEDLESS = "needless-silence"


def check_for(codes: Callable[[], Iterable[str]]) -> Check:
    """The check, given the codes that an event may silence."""

    def run(timeline: Timeline) -> Iterator[Finding]:
        known = sorted(codes())
        for entry in timeline.events.values():
            for number, silence in enumerate(entry.record.silence):
                if silence.code in known:
                    continue
                near = difflib.get_close_matches(silence.code, known, n=1)
                message = f"there is no check '{silence.code}' that an event can silence"
                hint = f"did you mean '{near[0]}'?" if near else f"the checks are: {', '.join(known)}"
                span = entry.span("silence", number, "code")
                yield Finding(Problem(CODE, Severity.ERROR, span, message, hint))

    rule = "A silence names a check that there is."
    return Check(CODE, Severity.ERROR, rule, run, silenceable=False)


def needless(
    timeline: Timeline, used: Collection[tuple[str, str]], known: Collection[str]
) -> Iterator[Problem]:
    """Finds silences of checks that have nothing to say: one day they would hide what nobody has looked at.

    Args:
        timeline: The timeline.
        used: The event's id and the code of every silence that has kept something from being told.
        known: The codes that an event may silence, of the checks that were run.
    """
    for entry in timeline.events.values():
        for number, silence in enumerate(entry.record.silence):
            if silence.code in known and (entry.id, silence.code) not in used:
                message = f"this silences nothing: '{silence.code}' is not told of '{entry.id}'"
                hint = "delete it; it would hide what may come later"
                span = entry.span("silence", number, "code")
                yield Problem(CODE_NEEDLESS, Severity.NOTE, span, message, hint)
