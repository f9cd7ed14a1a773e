"""Where the items of a list in YAML begin and end, found without parsing.

A file of five hundred events changes in one of them. To know which, the text is cut where a line begins with
the list's own dash. That is no parsing, and a cut may lie inside a quoted text: so what uses the cuts makes
sure that every piece is one item by itself. Where all are, the file is those items one after the other.
"""

from __future__ import annotations

import re

from timeline.reading.limits import Limits

# Comments, blank lines and the line '---' may stand above a list; nothing else can, or it is no plain list.
_ABOVE = re.compile(r"(?: *(?:#[^\n]*)?\n)*(?:---\n(?: *(?:#[^\n]*)?\n)*)?( *)-(?=\s)")
# These end a document wherever they begin a line, and what follows is another one. A pattern that begins with
# the line's end is looked for ten times as fast as one that asks at every character whether a line begins.
_MARKER = re.compile(r"\n(?:---|\.\.\.|%)")
_SIGNS = (":", ",", "[", "{", "- ", "-\n", "-\t")

Stretch = tuple[int, int]
"""Where a part of a text begins and ends, in characters."""


def items_of(text: str, limits: Limits) -> list[Stretch] | None:
    """Cuts a list in YAML into its items, from the line of one dash to that of the next.

    Args:
        text: The whole of the file.
        limits: How much of a file is read.

    Returns:
        The items, if each of them is one by itself; None where the file is no plain list, or may be more
        than is read.
    """
    above = _ABOVE.match(text)
    if above is None or _MARKER.search(text, above.end()):
        return None
    # Every value has one of these signs before it, so there are no more values than signs.
    if len(text) > 2 * limits.values and sum(map(text.count, _SIGNS)) > limits.values:
        return None
    dash = re.compile(rf"\n {{{len(above[1])}}}-(?=\s)")
    starts = [above.start(1), *(found.start() + 1 for found in dash.finditer(text, above.end()))]
    if len(starts) > limits.items:
        return None
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
