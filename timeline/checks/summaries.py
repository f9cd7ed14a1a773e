"""Summaries that are none: too long for a list, of several paragraphs, or the title once more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Severity
from timeline.records import Located

CODE_LONG = "long-summary"
CODE_TITLE = "summary-repeats-title"
LONGEST = 600
"""How many characters a summary may have: about a hundred words."""
_ENDING = 3
"""How many more characters a summary has that only adds a full stop or an ellipsis."""


def long(timeline: Timeline) -> Iterator[Finding]:
    """Finds summaries that a list cannot show as one short paragraph."""
    for text, _, owner in _summaries(timeline):
        length = len(text)
        if length > LONGEST or "\n\n" in text:
            message = "this summary has more than one paragraph, and lists show one"
            if length > LONGEST:
                message = f"this summary has {length} characters; lists have room for about {LONGEST}"
            hint = "keep what a reader must know, and move the rest to the body"
            yield _finding(CODE_LONG, message, hint, owner)


def repeating(timeline: Timeline) -> Iterator[Finding]:
    """Finds summaries that say no more than the title."""
    for text, title, owner in _summaries(timeline):
        if len(text) <= len(title) + _ENDING and _plain(text) == _plain(title):
            message = "this summary says what the title says already"
            yield _finding(CODE_TITLE, message, "say what else a reader must know, or leave it out", owner)


def _summaries(timeline: Timeline) -> Iterator[tuple[str, str, EventEntry | Located[Any]]]:
    """Every summary, with the title above it and whose it is."""
    for entry in timeline.doubtful_events:
        if entry.record.summary:
            yield entry.record.summary, entry.title, entry
    content = timeline.content
    documents: tuple[Located[Any], ...] = (*content.articles, *content.storylines)
    for located in documents:
        if located.record.summary:
            yield located.record.summary, located.record.title, located


def _finding(code: str, message: str, hint: str, owner: EventEntry | Located[Any]) -> Finding:
    if isinstance(owner, EventEntry):
        return Finding(Problem(code, Severity.NOTE, owner.span("summary"), message, hint), (owner,))
    return Finding(Problem(code, Severity.NOTE, owner.places.of("summary"), message, hint), (owner,))


def _plain(text: str) -> str:
    return " ".join(text.casefold().rstrip(".!… ").split())


LONG = Check(CODE_LONG, Severity.NOTE, "A summary is one short paragraph.", long)
TITLE = Check(CODE_TITLE, Severity.NOTE, "A summary says more than the title.", repeating)
