"""The one shape in which anything wrong in an editor's file is told.

A problem is a value: it is collected and sorted, never printed from inside the program and never
raised as text. This module knows nothing else of the project, so that every floor may use it.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace


class Severity(enum.IntEnum):
    """How much a problem matters; the larger, the worse.

    An error stops the build; a warning stops it under ``--strict``; a note never does.
    """

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity as messages and configuration write it: ``error``, ``warning``, ``note``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one line of one file.

    Attributes:
        file: The file's path relative to the project's folder, with ``/`` on every system.
        line: The line, from 1.
        column: The first character, from 1, counted in characters (not bytes).
        end_column: The column after the last character, on the same line; at least ``column``.
    """

    file: str
    line: int = 1
    column: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a problem, such as the first of two equal ids."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or doubtful, at one place.

    Attributes:
        code: The rule's stable name, in lower case with hyphens: ``unknown-key``.
        severity: How much it matters.
        span: Where it is.
        message: What is wrong, as one sentence without a full stop.
        hint: What to do about it, as one sentence; empty where nothing useful can be said.
        related: Other places that belong to the problem.
        example: Lines that show how it is written, where the hint alone would not; or empty.
        misnamed: Where words stand in place of an id: the key, and the words. What they mean stands in other
            files.
    """

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    example: str = ""
    misnamed: tuple[str, str] = ("", "")

    def at_level(self, severity: Severity) -> Problem:
        """The same problem with another severity, as a site's configuration may ask for."""
        return replace(self, severity=severity)


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Orders problems by file, line and column, and keeps one a place.

    Of several problems that begin at the same place the worst stays, then the first one given: one
    mistake often breaks more than one rule, and an editor mends it once.
    """
    kept: dict[tuple[str, int, int], Problem] = {}
    for problem in problems:
        place = (problem.span.file, problem.span.line, problem.span.column)
        present = kept.get(place)
        if present is None or problem.severity > present.severity:
            kept[place] = problem
    return [kept[place] for place in sorted(kept)]
