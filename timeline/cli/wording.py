"""How the subcommands put records, values and dates into short lines of plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from timeline.dates import When, in_words
from timeline.languages import load_language
from timeline.problems import Span
from timeline.problems.reports import visible
from timeline.records import Record

WIDEST = 88
"""How many characters of a value are shown in a line."""


def said(value: object) -> str:
    """A value as one line, with nothing hidden in it and nothing cut."""
    if isinstance(value, Record):
        given = {
            key: getattr(value, key) for key in type(value).model_fields if key in value.model_fields_set
        }
        text = ", ".join(f"{key}: {said(inner)}" for key, inner in given.items())
    elif isinstance(value, dict):
        text = ", ".join(f"{key}: {said(inner)}" for key, inner in value.items())
    elif isinstance(value, (tuple, list)):
        text = ", ".join(said(item) for item in value)
    elif isinstance(value, bool):
        text = "true" if value else "false"
    else:
        text = value.value if isinstance(value, StrEnum) else str(value)
    return visible(" ".join(text.split()))


def short(value: object, widest: int = WIDEST) -> str:
    """A value as one line, cut where it is long."""
    text = said(value)
    return text if len(text) <= widest else f"{text[: widest - 1].rstrip()}…"


def date_in_words(when: When) -> str:
    """A date as the pages of an English site have it."""
    return in_words(when, load_language("en"))


def place_of(span: Span) -> str:
    """A place as people type it: file and line."""
    return f"{span.file}:{span.line}"


def columns(rows: Iterable[Sequence[str]], indent: str = "") -> str:
    """Rows of cells under one another; the last cell of a row is as wide as it is."""
    rows = [list(row) for row in rows]
    count = max(map(len, rows), default=0)
    widths = [max((len(row[n]) for row in rows if n < len(row) - 1), default=0) for n in range(count)]
    return "".join(
        indent
        + "  ".join(
            cell.ljust(widths[n]) if n < len(row) - 1 else cell for n, cell in enumerate(row)
        ).rstrip()
        + "\n"
        for row in rows
    )


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 event``, ``3 events``."""
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"
