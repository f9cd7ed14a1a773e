"""Figures that count less than nothing: a number without a unit is a plain count of things."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Severity, Span
from timeline.records import Figure

CODE = "negative-count"
_NUMBERS = ("value", "min", "max")


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds negative numbers of figures, and of accounts' figures, that have no unit."""
    for entry in timeline.doubtful_events:
        for number, figure in enumerate(entry.record.figures):
            for key in _negative(figure):
                yield _finding(figure, key, entry, entry.span("figures", number, key))
        for number, account in enumerate(entry.record.accounts):
            for key in _negative(account.figure):
                yield _finding(account.figure, key, entry, entry.span("accounts", number, "figure", key))


def _negative(figure: Figure | None) -> list[str]:
    """The keys of a count that are below zero."""
    if figure is None or figure.unit is not None:
        return []
    return [key for key in _NUMBERS if (getattr(figure, key) or 0) < 0]


def _finding(figure: Figure | None, key: str, entry: EventEntry, span: Span) -> Finding:
    message = f"a count is not below zero, and this one is {getattr(figure, key)}"
    hint = "take the sign out, or say under 'unit' what is measured"
    return Finding(Problem(CODE, Severity.WARNING, span, message, hint), (entry,))


CHECK = Check(CODE, Severity.WARNING, "A count is not below zero; what is measured has a unit.", run)
