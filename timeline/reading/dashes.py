"""Dashes that a list has lost: its items run into one another, so that a key stands twice in one mapping.

To whoever wrote them they are several records, and nothing stands twice.
"""

from __future__ import annotations

import re

from timeline.problems import Problem, Related, Severity, Span
from timeline.reading.text import SourceText
from timeline.reading.tree import Lost, Mapping, key_span

_BEHIND_DASH = re.compile(r"(?<![^ \n])-[ ]+\Z")
_OF_MAPPINGS = re.compile(
    r"(?<![^ \n-])(?P<key>sources|accounts|figures|media|corrections|silence|events):[ ]*(?:#.*)?\n\s*\Z"
)
"""The keys of an event and an article that hold lists of mappings."""
_LOOKED_BACK = 200


def standing_twice(source: SourceText, node: Mapping, key: str, span: Span) -> Problem:
    """What to say of a key that stands twice in a mapping, which learns by it of dashes that it has lost.

    Args:
        source: The file.
        node: The mapping, with the keys that it has so far.
        key: The key that comes again.
        span: Where it does.
    """
    first = key_span(source, node, key)
    is_first = key == next(iter(node), None) and source.text[node.start] != "{"
    if is_first and (
        above := _OF_MAPPINGS.search(source.text, max(node.start - _LOOKED_BACK, 0), node.start)
    ):
        node.lost_dashes = Lost.ALL
        message = f"the items of '{above['key']}' have lost their dashes"
        hint = f"begin every one with '- {key}: …', and its other keys two columns further in"
        return Problem("wrong-shape", Severity.ERROR, first, message, hint)
    anew = _begins_anew(source.text, node.start, key) if is_first else ""
    node.lost_dashes = Lost.ONE if anew else Lost.NONE
    others = (Related(first, "the first one"),)
    message = f"'{key}' stands twice here"
    return Problem("duplicate-key", Severity.ERROR, span, message, anew or "keep one of them", others)


def _begins_anew(text: str, start: int, key: str) -> str:
    """What to do where the first key of a mapping seems to begin another item of a list, without its dash."""
    line_start = text.rfind("\n", 0, start) + 1
    if start == line_start and key == "id":
        return "begin every record with '- id: …', and indent its other keys by two spaces"
    if not _BEHIND_DASH.search(text, line_start, start):
        return ""
    return f"write '- {key}: …' to begin another one here; else keep one of them"
