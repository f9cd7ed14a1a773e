"""The headings of a Markdown text, and the names by which links lead to them.

What makes HTML of a text is a floor above, and slow; here its headings are found line by line, and rather one
too many than one too few, for what is asked is whether a link leads to nothing.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape

from timeline.merging.links import without_code
from timeline.records import slug

_LONGEST = 80
_LONGEST_HEADING = 500
_HASHES = re.compile(r"[ >]*(?:(?:[-*+:]|\d+[.)])[ \t]+)*#{1,6}")
_UNDERLINE = re.compile(r"[ >]*(?:=+|-+)[ \t]*")
_PICTURE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]]+\]")
_MARKS = re.compile(r"[*`\\]")


def section(heading: str) -> str:
    """The name of a heading, which is its id in HTML: ``Whose clock`` gives ``section-whose-clock``.

    Where a heading has no letter of the plain alphabet, its own letters serve, which addresses may hold too.
    """
    own = "".join(
        char if char.isalnum() or unicodedata.category(char).startswith("M") else " "
        for char in unicodedata.normalize("NFC", heading.lower())
    )
    return f"section-{slug(heading) or '-'.join(own.split())[:_LONGEST] or 'part'}"


@functools.lru_cache(maxsize=1 << 10)
def sections_of(text: str) -> Mapping[str, str]:
    """The names of a text's headings, each with the words of its heading."""
    if "#" not in text and "\n=" not in text and "\n-" not in text:
        return {}
    found: dict[str, str] = {}
    for heading in _headings(text):
        words = unescape(_LINK.sub(r"\1", _PICTURE.sub("", _FOOTNOTE.sub("", heading)))).strip()
        # A mark between letters may be one of Markdown's, or a sign that stays.
        for name in (section(words), section(_MARKS.sub("", words))):
            found.setdefault(name, words)
    return found


def _headings(text: str) -> Iterator[str]:
    """The headings of a text as they are written, without the marks before and behind them."""
    at, above = 0, ""
    for line in without_code(text).split("\n"):
        written = text[at : at + len(line)]  # code in a heading is a part of its words
        if marks := _HASHES.match(line):
            yield written[marks.end() : marks.end() + _LONGEST_HEADING].rstrip().rstrip("#")
        elif above.strip() and _UNDERLINE.fullmatch(line):
            yield above[:_LONGEST_HEADING]
        above = written
        at += len(line) + 1
