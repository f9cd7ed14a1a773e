"""A project from its files to a timeline that is fit to publish, or to the list of why it is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from timeline.checks import days_ahead, events_ahead
from timeline.checks.registry import CHECKS
from timeline.checks.silences import Used, needless, used_silence
from timeline.merging import Timeline, better_told, merge
from timeline.problems import Problem, Severity, sort_problems
from timeline.reading import Memory, Reading
from timeline.reading.collector import collector_at_rest
from timeline.records import Site


@dataclass(frozen=True)
class Examined:
    """A timeline and everything that is wrong with it.

    Attributes:
        timeline: The merged timeline; not fit to publish where there are errors.
        problems: All problems of all files, sorted, with the severities that the site gives them.
    """

    timeline: Timeline
    problems: list[Problem]

    def fails(self, *, strict: bool = False) -> bool:
        """Whether the problems stop a build."""
        worst = max((p.severity for p in self.problems), default=Severity.NOTE)
        return worst >= (Severity.WARNING if strict else Severity.ERROR)


def examine(reading: Reading, site: Site, today: str = "", memory: Memory | None = None) -> Examined:
    """Merges what was read, and runs every check.

    Args:
        reading: What the files hold, and what is wrong with them already.
        site: The site's settings.
        today: The day of whoever asks; left out in a build, which gives the same on every day.
        memory: What this process has found before, for one that checks the same again and again.
    """
    with collector_at_rest():
        return _examine(reading, site, today, Memory() if memory is None else memory)


def _examine(reading: Reading, site: Site, today: str, memory: Memory) -> Examined:
    merged = merge(reading.content, site)
    passed = memory.passed if memory.settings == site else {}
    timeline = replace(merged.timeline, today=today, passed=passed)
    failed: set[int] = set()
    found = [*better_told(reading.problems, reading.content), *merged.problems]
    is_whole = not any(problem.severity is Severity.ERROR for problem in found)
    used: set[Used] = set()
    for check in CHECKS:
        for finding in check.run(timeline):
            failed.update(id(one.record) for one in finding.about)
            if finding.problem is None:
                continue
            silenced = [used_silence(one, check.code) for one in finding.about if one.silences(check.code)]
            used.update(silenced)
            if not silenced:
                found.append(finding.problem)
    memory.passed = {
        id(event.record): event.record for event in timeline.events.values() if id(event.record) not in failed
    }
    memory.settings = site
    asked = {check.code for check in CHECKS if check.silenceable and not check.counts}
    # What cannot be read may be what a check would doubt beside the event.
    if is_whole:
        # A build is not told what day it is.
        found += needless(timeline, used, asked if today else asked - {days_ahead.CODE, events_ahead.CODE})
    return Examined(timeline, sort_problems(levelled(found, site.levels)))


def levelled(problems: Iterable[Problem], levels: Mapping[str, Severity | None]) -> Iterable[Problem]:
    """Problems with the severities that a site gives to their codes, without those that it switches off."""
    for problem in problems:
        level = levels.get(problem.code, problem.severity)
        if level is not None:
            yield problem if level is problem.severity else problem.at_level(level)
