"""Texts that YAML reads otherwise than an editor meant, and sees nothing wrong in.

Below '>' or '|', a key that begins as far to the right as the text above it belongs to that, and what was to
be a status or a correction is printed as prose; '>' makes one paragraph of several, and one line of a list.
Where nothing is in quotes, everything behind ' #' is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.problems import Problem, Severity
from timeline.reading.text import SourceText

_KEYS = (
    "accessed", "accounts", "actors", "added", "aliases", "archived", "confirmed_by", "corrections",
    "distinct_from", "figures", "kind", "media", "part_of", "published", "publisher", "related",
    "response_to", "retracted", "silence", "sources", "status", "storylines", "tags", "timezone", "url",
)  # fmt: skip
"""Those that begin no line of prose, in small letters and with a colon."""
_SWALLOWED = re.compile(rf"^[ ]*(?:- )?(?P<key>{'|'.join(_KEYS)}):(?=[ ]|$)", re.MULTILINE)
_FENCE = re.compile(r"^[ ]*(?P<fence>`{3,}|~{3,})(?P<rest>[^\n`]*)$", re.MULTILINE)
_OWN_KEY = re.compile(r"[ ]*(?:-[ ]+)*")
_JOINED = re.compile(r"^(?![ \t]|[-*+] |\d+[.)] )\S.*\n(?=\S)", re.MULTILINE)
"""A line that goes on in the next: what '>' leaves of two paragraphs. Indented lines keep their ends."""
_LISTED = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\S", re.MULTILINE)


def doubt_of(source: SourceText, value: str, start: int, end: int, style: str) -> Problem | None:
    """What to say of a text, if anything.

    Args:
        source: The file.
        value: The text as YAML reads it.
        start: Where it begins, with its '>' or '|' if it stands below one, in characters.
        end: Where it ends.
        style: That mark; empty for a text without quotes.
    """
    if not style:
        return _cut(source, end)
    return _swallowed(source, start, end) or (_joined(source, value, start, end) if style == ">" else None)


def _cut(source: SourceText, end: int) -> Problem | None:
    line_end = source.text.find("\n", end)
    rest = source.text[end : len(source.text) if line_end < 0 else line_end]
    if not rest.lstrip().startswith("#"):
        return None
    message = "YAML takes everything from ' #' on as a comment"
    hint = "put the value in quotes if this belongs to it, else move the comment to a line of its own"
    return Problem("cut-at-hash", Severity.WARNING, source.span(end, end + len(rest)), message, hint)


def _swallowed(source: SourceText, start: int, end: int) -> Problem | None:
    below = source.text.find("\n", start, end)
    found = _SWALLOWED.search(source.text, below + 1, end) if below >= 0 else None
    for code_start, code_end in _code_in(source.text, below + 1, end) if found else ():
        if found and code_start < found.start() < code_end:
            found = _SWALLOWED.search(source.text, code_end, end)
    if found is None:
        return None
    line = source.text.rfind("\n", 0, start) + 1
    own = _OWN_KEY.match(source.text, line)
    column = (own.end() if own else line) - line + 1
    return Problem(
        "key-in-text",
        Severity.WARNING,
        source.span(found.start("key"), found.end("key") + 1),
        f"'{found['key']}:' is a part of the text above it here, and no key",
        f"begin it in column {column}, if it belongs beside the key of that text; "
        "or put other words in front of it",
    )


def _code_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where code stands between fences: what is in it is meant to be seen as it is."""
    opening: re.Match[str] | None = None
    for line in _FENCE.finditer(text, start, end):
        if opening is None:
            opening = line
        elif line["fence"].startswith(opening["fence"]) and not line["rest"].strip():
            yield opening.start(), line.end()
            opening = None


def _joined(source: SourceText, value: str, start: int, end: int) -> Problem | None:
    if _JOINED.search(value.strip("\n")):
        message = "'>' joins these paragraphs into one; an empty line between them only ends a line"
    elif len(_LISTED.findall(source.text, start, end)) > 1 and "\n" not in value.strip():
        message = "'>' joins the lines of this list into one"
    else:
        return None
    hint = "write '|' in place of '>' to keep lines and paragraphs as they stand"
    return Problem("joined-paragraphs", Severity.WARNING, source.span(start, start + 1), message, hint)
