"""The problems of one file: the first of them are kept, the others counted.

A file can hold more mistakes than bytes that anybody will read about, and each costs memory; who has mended
a hundred runs the check again.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.problems import Problem, Severity, Span


class Collected:
    """The problems of one file, in the order in which they were found."""

    def __init__(self, most: int) -> None:
        """Begins with none; of all that follow, ``most`` are kept."""
        self._most = most
        self._kept: list[Problem] = []
        self._first_left: Problem | None = None
        self._left = 0

    @property
    def full(self) -> bool:
        """Whether problems are counted only; who has many to tell then need not put them into words."""
        return self._first_left is not None

    def add(self, problem: Problem) -> None:
        """Takes a problem; beyond the limit, it is counted."""
        if len(self._kept) < self._most:
            self._kept.append(problem)
            return
        self._first_left = self._first_left or problem
        self._left += 1

    def extend(self, problems: Iterable[Problem]) -> None:
        """Takes several problems."""
        for problem in problems:
            self.add(problem)

    def outside(self, span: Span) -> Collected:
        """Those of the problems that do not lie within a stretch of a line."""
        found = Collected(self._most)
        within = (p for p in self._kept if p.span.line == span.line and p.span.column > span.column)
        hidden = {id(problem) for problem in within if problem.span.end_column <= span.end_column}
        found.extend(problem for problem in self._kept if id(problem) not in hidden)
        found._first_left, found._left = self._first_left, self._left
        return found

    def count(self, more: int) -> None:
        """Counts problems that nobody has put into words, because there is no room for them."""
        self._left += more

    def above(self, line: int) -> Collected:
        """Those of the problems that stand above a line."""
        found = Collected(self._most)
        found.extend(problem for problem in self._kept if problem.span.line < line)
        return found

    def all(self) -> list[Problem]:
        """What was kept; where there was more, a note says how much."""
        if not self._left:
            return self._kept
        span = (self._first_left or self._kept[-1]).span
        message = f"this file has {self._left:,} more problems, which are not shown"
        return [*self._kept, Problem("more-problems", Severity.NOTE, span, message, "mend these first")]
