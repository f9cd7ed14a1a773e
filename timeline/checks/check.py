"""What a check is: one rule about a merged timeline, with a code that editors can look up and silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timeline.merging import Owner, Timeline
from timeline.problems import Problem, Severity


@dataclass(frozen=True)
class Finding:
    """A problem, and the records whose editors may silence it.

    Attributes:
        problem: What was found; None where nothing is wrong until another record comes or goes.
        about: The records it is about; a ``silence`` on any of them quiets it.
    """

    problem: Problem | None
    about: tuple[Owner, ...] = ()


@dataclass(frozen=True)
class Check:
    """One rule.

    Attributes:
        code: The code of the problems it finds.
        severity: Their severity, where the site does not set another.
        rule: What it holds, in one sentence, for the handbook.
        run: Finds the problems of a timeline.
        silenceable: Whether its findings are about records, which may then silence it.
        counts: Whether it counts events, and so leaves out itself those that silence it.
    """

    code: str
    severity: Severity
    rule: str
    run: Callable[[Timeline], Iterator[Finding]]
    silenceable: bool = True
    counts: bool = False
