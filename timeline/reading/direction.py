"""Marks of direction in a site's settings: which of them are a danger, and which a title needs.

In records they are refused, for nobody can see what they do to a line of a file. A site's own title is
another matter: one in Arabic or Hebrew that holds a Latin name may need an isolate around it, and whatever
stands in a comment is read by people alone.
"""

from __future__ import annotations

import re

from timeline.reading.text import BIDIRECTIONAL, FORBIDDEN

_ENDS = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069", "\u202a": "\u202c", "\u202b": "\u202c"}
"""Isolates and embeddings, with what ends each. An override shows letters in another order: it is none."""
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")


def first_danger(text: str) -> re.Match[str] | None:
    """The first hidden character of a text but for marks of direction that end in it; None where none is."""
    open_: list[str] = []
    for found in FORBIDDEN.finditer(text):
        if found[0] in _ENDS:
            open_.append(_ENDS[found[0]])
        elif not open_ or found[0] != open_.pop():
            return found
    return FORBIDDEN.search(text) if open_ else None


def without_harmless(line: str) -> str:
    """A line of YAML with blanks for the marks of direction that may stand: in a comment, or closed."""
    without = _QUOTED.sub(lambda quoted: "-" * len(quoted[0]), line)
    comment = _COMMENT.search(without)
    begins = comment.start() if comment else len(line)
    value = line[:begins] if first_danger(line[:begins]) else BIDIRECTIONAL.sub(" ", line[:begins])
    return value + BIDIRECTIONAL.sub(" ", line[begins:])
