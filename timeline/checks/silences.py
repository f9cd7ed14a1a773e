"""A silence names a check that there is; one that names none would hide that nothing is silenced."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE = "unknown-code"


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
