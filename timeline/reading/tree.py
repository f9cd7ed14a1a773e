"""Plain text, lists and mappings as they stand in a file, each value with its place.

The tree is made of ``str``, ``list`` and ``dict`` so that models validate it as it is; the places stand
beside the values, never inside them. A place is two offsets into the file's text: a file of ten thousand
events has half a million values, and hardly any of their lines and columns are ever asked for.
"""

from __future__ import annotations

import enum
from array import array
from typing import TypeAlias

from timeline.problems import Span
from timeline.reading.text import SourceText


class Lost(enum.Enum):
    """Which dashes are lost of what stands as one mapping."""

    NONE = ""
    ONE = "that of an item, which runs on into the one above it"
    ALL = "those of all items of a list"

    def __bool__(self) -> bool:
        """Whether any are."""
        return self is not Lost.NONE


class Mapping(dict[str, "Node"]):
    """A mapping with the places of its keys and values.

    Attributes:
        start: Where it begins, in characters from the beginning of the file.
        end: Where it ends.
        base: Where in the file the text began that was parsed: 0, unless that was a part of it.
        offsets: For each key, in the order of the keys: where the key begins, where its value begins,
            and where its value ends, all from ``base`` on.
        whole: Whether it has all the keys that are written; one that is refused is not in it.
        lost_dashes: Which dashes it has lost, once that is told.
    """

    __slots__ = ("base", "end", "lost_dashes", "offsets", "start", "whole")

    def __init__(self, start: int, base: int = 0) -> None:
        super().__init__()
        self.base = base
        self.start = self.end = base + start
        self.offsets = array("I")
        self.whole = True
        self.lost_dashes = Lost.NONE

    def key_start(self, key: str) -> int:
        """Where a key begins."""
        return self.base + self.offsets[3 * list(self).index(key)]

    def value_place(self, key: str) -> tuple[int, int]:
        """Where the value of a key begins and ends."""
        at = 3 * list(self).index(key)
        return self.base + self.offsets[at + 1], self.base + self.offsets[at + 2]


class Sequence(list["Node"]):
    """A list with the places of its items.

    Attributes:
        start: Where it begins, in characters from the beginning of the file.
        end: Where it ends.
        base: Where in the file the text began that was parsed: 0, unless that was a part of it.
        offsets: For each item: where it begins and where it ends, from ``base`` on.
    """

    __slots__ = ("base", "end", "offsets", "start")

    def __init__(self, start: int, base: int = 0) -> None:
        super().__init__()
        self.base = base
        self.start = self.end = base + start
        self.offsets = array("I")

    def value_place(self, number: int) -> tuple[int, int]:
        """Where an item begins and ends."""
        return self.base + self.offsets[2 * number], self.base + self.offsets[2 * number + 1]


class Refused:
    """Stands where a value was refused: its problem has been told, so nothing more is said of it."""


REFUSED = Refused()

Node: TypeAlias = str | Mapping | Sequence | Refused


def value_at(node: Node, step: str | int) -> tuple[Node, int, int] | None:
    """The value that a key or a list position leads to, with its place; None where there is none."""
    if isinstance(node, Mapping) and isinstance(step, str) and step in node:
        return node[step], *node.value_place(step)
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node):
        return node[step], *node.value_place(step)
    return None


class TreePlaces:
    """The places of the values of one record: see timeline.records.located.Places."""

    __slots__ = ("_body", "_node", "_source")

    def __init__(self, source: SourceText, node: Mapping, body: int | None = None) -> None:
        """Keeps the file, the record's mapping, and where the file's body begins, if it has one."""
        self._source = source
        self._node = node
        self._body = body

    def of(self, *path: str | int) -> Span:
        """The place of a value; of the nearest thing around it where it is not written itself."""
        _, start, end, _ = self._walk(path)
        return self._source.span(start, end)

    def key(self, *path: str | int) -> Span:
        """The place of the key that leads to a value."""
        parent = self.node(*path[:-1])
        if isinstance(parent, Mapping) and path[-1] in parent:
            return key_span(self._source, parent, str(path[-1]))
        return self.of(*path)

    def has(self, *path: str | int) -> bool:
        """Whether the value is written there at all."""
        return self._walk(path)[3]

    def find(self, path: tuple[str | int, ...], words: str, before: int = 0) -> Span:
        """The place of some words inside a value; the value's own place where they are not found.

        Args:
            path: The way to the value.
            words: The words.
            before: How many times they stand before that.
        """
        text = self._source.text
        if path == ("body",) and self._body is not None:
            start, end = self._body, len(text)
        else:
            _, start, end, _ = self._walk(path)
        return self._source.find(words, start, end, before=before)

    def within(self, start: int, end: int, *path: str | int) -> Span:
        """A part of a scalar, from ``start`` to ``end`` of its text, where it stands as written."""
        value, begin, stop, _ = self._walk(path)
        raw = self._source.text[begin:stop]
        if end > start and isinstance(value, str):
            for inset in (0, 1):
                if raw[inset : len(raw) - inset] == value:
                    return self._source.span(begin + inset + start, begin + inset + end)
        return self._source.span(begin, stop)

    def node(self, *path: str | int) -> Node | None:
        """What stands at a path, or None."""
        node: Node = self._node
        for step in path:
            found = value_at(node, step)
            if found is None:
                return None
            node = found[0]
        return node

    def _walk(self, path: tuple[str | int, ...]) -> tuple[Node, int, int, bool]:
        """What stands at a path or nearest to it, its place, and whether it stands there itself."""
        node: Node = self._node
        start, end = self._node.start, self._node.end
        for step in path:
            found = value_at(node, step)
            if found is not None:
                node, start, end = found
            elif not (isinstance(node, str) and step == 0):  # a single id where a list may stand
                return node, start, end, False
        return node, start, end, True


def key_span(source: SourceText, node: Mapping, key: str) -> Span:
    """The place of a key."""
    start = node.key_start(key)
    quotes = 2 if source.text[start : start + 1] in {"'", '"'} else 0
    return source.span(start, start + len(key) + quotes)
