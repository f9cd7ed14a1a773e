"""Markdown that nobody writes for readers: so much or so deep that a converter would choke on it.

What makes HTML of Markdown looks at some texts once for every mark in them. So a text is looked through
here, line by line and once, before anything else sees it, and what is beyond a limit is told at its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from timeline.reading.limits import Limits

MARKDOWN = frozenset({"summary", "body", "says", "note", "caption", "quote", "reason"})
"""The keys whose values are Markdown."""
HARMLESS = 500
"""A text of at most so many characters cannot hold enough to matter."""

# As python-markdown and the finder of links know the opening of code: at the beginning of a line.
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_MARKER = re.compile(r"[ \t]*(?:(>)|([-*+]|[0-9]{1,9}[.)])(?=[ \t]))")
_RULER = frozenset("-*_ \t")
_INDENTATION = 4
_BELOW_A_HEAD = frozenset("|:-+ \t>*.)0123456789")
"""What the line below a table's head is made of, in lists and quotations too."""


class Excess(NamedTuple):
    """What is too much in a text.

    Attributes:
        code: The problem's code.
        at: Where its line begins in the text, from 0.
        line: The line.
        message: What is wrong.
        hint: What to do.
        column: Where in the line it begins, from 0.
    """

    code: str
    at: int
    line: str
    message: str
    hint: str
    column: int = 0


def excess(text: str, limits: Limits) -> Excess | None:
    """The first thing in a Markdown text that is too much, if there is one.

    Args:
        text: The Markdown.
        limits: How much is read.
    """
    if len(text) <= HARMLESS and "```" not in text and "~~~" not in text:
        return None
    return next(_excesses(text, limits), None)


def _excesses(text: str, limits: Limits) -> Iterator[Excess]:
    at = fences = paragraphs = 0
    fence: tuple[str, int, str] | None = None
    paragraph = _Paragraph()
    for line in text.split("\n"):
        opening = _FENCE.match(line)
        if opening and (fences := fences + 1) > limits.fences:
            yield _too_much(at, line, f"{limits.fences:,} lines that open or close code", "text", "split it")
        if fence is not None:
            fence = None if line.rstrip(" ") == fence[0] else fence
        elif opening:
            fence = (opening[1], at, line)
        elif line.strip():
            if not paragraph.lines and (paragraphs := paragraphs + 1) > limits.paragraphs:
                yield _too_much(at, line, f"{limits.paragraphs:,} paragraphs", "text", "make two of it")
            yield from paragraph.with_line(line, at, limits)
        else:
            paragraph = _Paragraph()
        at += len(line) + 1
    if fence is not None:
        message = "the code that opens here is never closed"
        yield Excess("unclosed-code", fence[1], fence[2], message, f"write a line '{fence[0]}' below it")


@dataclass
class _Paragraph:
    """How much stands between two empty lines."""

    lines: int = 0
    characters: int = 0
    brackets: int = 0
    columns: int = 0
    rows: int = 0

    def with_line(self, line: str, at: int, limits: Limits) -> Iterator[Excess]:
        """Counts one more line, and tells what is now too much."""
        self.lines += 1
        self.characters += len(line) + 1
        self.brackets += line.count("[")
        what = ("table", "make several of it") if self.columns else ()
        if self.lines > limits.paragraph_lines:
            yield _too_much(at, line, f"{limits.paragraph_lines:,} lines", *what)
        if self.characters > limits.paragraph_characters:
            yield _too_much(at, line, f"{limits.paragraph_characters:,} characters", *what)
        if self.brackets > limits.brackets:
            column = _first_beyond(line, self.brackets - limits.brackets)
            yield _too_much(at, line, f"{limits.brackets:,} opening brackets", column=column)
        if "|" in line and _BELOW_A_HEAD.issuperset(line):
            row = line.strip(" \t>")
            borders = row.startswith("|") + row.endswith("|")
            self.columns = max(self.columns, row.count("|") + 1 - borders)
        if self.columns:  # the converter fills each row up to the head's width
            self.rows += 1
            if self.rows * self.columns > limits.cells:
                yield _too_much(at, line, f"{limits.cells:,} cells", "table", "make several of it")
        if _depth(line) > limits.nesting:
            message = f"lists and quotations stand in one another at most {limits.nesting} deep"
            yield Excess("too-deep", at, line, message, "put them below one another")


def _too_much(
    at: int,
    line: str,
    most: str,
    part: str = "paragraph",
    hint: str = "break it up with empty lines",
    column: int = 0,
) -> Excess:
    return Excess("too-much-markup", at, line, f"a {part} has at most {most}", hint, column)


def _first_beyond(line: str, surplus: int) -> int:
    """Where in a line the first bracket stands that is one too many."""
    places = [place for place, char in enumerate(line) if char == "["]
    return places[-surplus]


def _depth(line: str) -> int:
    """How deep the lists and quotations are that a line opens or goes on with."""
    if _RULER.issuperset(line):
        return 0
    indented = (len(line) - len(line.lstrip(" \t"))) // _INDENTATION
    depth = at = 0
    while found := _MARKER.match(line, at):
        depth, at = depth + 1, found.end()
    return depth + indented if depth else 0
