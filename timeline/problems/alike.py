"""One mistake in very many places, told once: a kind that nobody has defined, in every event of an import.

The problems stay what they are, each at its place, for whoever counts them or asks for those of one file.
Only in a report do those that say the same, word for word, become one: at the first place, with the lines of
the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.problems.problem import Problem, Related

FEW = 3
"""So many are told one by one."""
_MOST_FILES = 5
_MOST_LINES = 5
_CODES = frozenset({"bad-id", "bad-language", "bad-timezone"})
"""Codes whose messages hold the value that is wrong, as those of all that is unknown do."""


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """The same problems, less those that say of one more place what an earlier one says.

    Args:
        problems: Problems, sorted.

    Returns:
        The problems. The first of many alike says how many there are, and names places of the others.
    """
    problems = list(problems)
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(_kind_of(problem), []).append(problem)
    kept = []
    for problem in problems:
        alike = groups[_kind_of(problem)]
        if len(alike) <= FEW:
            kept.append(problem)
        elif alike[0] is problem:
            kept.append(_joined(alike))
    return kept


def _kind_of(problem: Problem) -> object:
    """What problems have in common that are told as one; everything, where they are not."""
    if not (problem.code.startswith("unknown-") or problem.code in _CODES):
        return id(problem)
    return problem.code, problem.severity, problem.message, problem.hint, problem.example, problem.related


def _joined(alike: Sequence[Problem]) -> Problem:
    first, *others = alike
    message = f"{first.message}, here and in {len(others):,} more places"
    return replace(first, message=message, related=(*first.related, *_places(others)))


def _places(others: Sequence[Problem]) -> Iterator[Related]:
    """Where the others are: of each of the first files its first line, and the numbers of some more."""
    files: dict[str, list[Problem]] = {}
    for problem in others:
        files.setdefault(problem.span.file, []).append(problem)
    for number, here in enumerate(files.values()):
        if number == _MOST_FILES:
            left = len(files) - number - 1
            yield Related(here[0].span, f"again here{f', and in {left:,} more files' if left else ''}")
            return
        yield Related(here[0].span, f"again here{_lines(here[1:])}")


def _lines(others: Sequence[Problem]) -> str:
    """The numbers of the lines of some problems in one file, as the rest of a sentence."""
    numbers = [str(problem.span.line) for problem in others]
    if not numbers:
        return ""
    left = len(numbers) - _MOST_LINES
    shown = [*numbers[:_MOST_LINES], f"{left:,} more of this file"] if left > 1 else numbers
    joined = " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
    return f", and on line{'s' if len(numbers) > 1 else ''} {joined}"
