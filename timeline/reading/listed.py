"""How many short things one record may list: tags, names, other events.

Sources, accounts, figures, media and corrections are not among them: an event of very many has several pages.
"""

from __future__ import annotations

from timeline.problems import Problem, Severity
from timeline.reading.text import SourceText
from timeline.reading.tree import Mapping, Node, Sequence

LISTED = frozenset({
    "tags", "names", "aliases", "actors", "storylines", "silence",
    "related", "after", "response_to", "distinct_from",
})  # fmt: skip
"""The keys below which they stand."""


def too_many(key: str, listed: Node, source: SourceText, most: int) -> Problem | None:
    """What to tell of a list, or of names by language, that is longer than a reader would go through.

    Args:
        key: The key that it stands below.
        listed: The list.
        source: Its file.
        most: How many items it may have.
    """
    if not isinstance(listed, (Mapping, Sequence)) or len(listed) <= most:
        return None
    if isinstance(listed, Mapping):
        start = listed.key_start([*listed][most])
    else:
        start, _ = listed.value_place(most)
    message = f"'{key}' has {len(listed):,} items; a record has at most {most:,}"
    hint = "keep those that a reader would look for"
    return Problem("too-many-items", Severity.ERROR, source.span(start, start + 1), message, hint)
