"""Plain text, lists and mappings as they stand in a file, each value with its mark.

The tree is made of ``str``, ``list`` and ``dict`` so that models validate it as it is; the marks stand
beside the values, never inside them.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from timeline.problems import Span
from timeline.reading.text import SourceText


class Mark(NamedTuple):
    """Where a value stands: lines and columns from 0, the end exclusive.

    ``inset`` is the number of characters before the value's own text (a quote), or -1 where the text
    does not stand in the file letter by letter (block scalars, escapes, several lines).
    """

    line: int
    column: int
    end_line: int
    end_column: int
    inset: int = -1


class Mapping(dict[str, "Node"]):
    """A mapping with the marks of its keys and values."""

    __slots__ = ("key_marks", "mark", "value_marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.key_marks: dict[str, Mark] = {}
        self.value_marks: dict[str, Mark] = {}


class Sequence(list["Node"]):
    """A list with the marks of its items."""

    __slots__ = ("mark", "value_marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.value_marks: list[Mark] = []


class Refused:
    """Stands where a value was refused: its problem has been told, so nothing more is said of it."""


REFUSED = Refused()

Node: TypeAlias = str | Mapping | Sequence | Refused


class TreePlaces:
    """The places of the values of one record: see timeline.records.located.Places."""

    __slots__ = ("_node", "_source")

    def __init__(self, source: SourceText, node: Mapping) -> None:
        self._source = source
        self._node = node

    def of(self, *path: str | int) -> Span:
        """The place of a value; of the nearest thing around it where it is not written itself."""
        return self._span(self._walk(path)[0])

    def key(self, *path: str | int) -> Span:
        """The place of the key that leads to a value."""
        parent = self._node_at(path[:-1])
        if isinstance(parent, Mapping) and path[-1] in parent.key_marks:
            return self._span(parent.key_marks[str(path[-1])])
        return self.of(*path)

    def has(self, *path: str | int) -> bool:
        """Whether the value is written there at all."""
        return self._walk(path)[1]

    def find(self, path: tuple[str | int, ...], words: str) -> Span:
        """The first place of some words inside a value; the value's own place where they are not found."""
        mark = self._body_mark() if path == ("body",) and "body" not in self._node else self._walk(path)[0]
        lines = self._source.lines
        for number in range(mark.line, min(mark.end_line + 1, len(lines))):
            start = lines[number].find(words, mark.column if number == mark.line else 0)
            if start >= 0:
                return Span(self._source.file, number + 1, start + 1, start + len(words) + 1)
        return self._span(mark)

    def within(self, start: int, end: int, *path: str | int) -> Span:
        """A part of a scalar, from ``start`` to ``end`` of its text, where it stands as written."""
        mark = self._walk(path)[0]
        if mark.inset < 0 or end <= start:
            return self._span(mark)
        column = mark.column + mark.inset + 1
        return Span(self._source.file, mark.line + 1, column + start, column + end)

    def node(self, *path: str | int) -> Node | None:
        """What stands at a path, or None."""
        return self._node_at(path)

    def _body_mark(self) -> Mark:
        return Mark(self._node.mark.end_line, 0, len(self._source.lines) - 1, 0)

    def _node_at(self, path: tuple[str | int, ...]) -> Node | None:
        node: Node | None = self._node
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return None
        return node

    def _walk(self, path: tuple[str | int, ...]) -> tuple[Mark, bool]:
        node: Node = self._node
        mark = self._node.mark
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str) and step in node:  # noqa: SIM114
                mark, node = node.value_marks[step], node[step]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
                mark, node = node.value_marks[step], node[step]
            elif isinstance(node, str) and step == 0:
                continue  # a single id where a list may stand
            else:
                return mark, False
        return mark, True

    def _span(self, mark: Mark) -> Span:
        return span_of(self._source, mark)


def span_of(source: SourceText, mark: Mark) -> Span:
    """A mark as a span of its first line; a block that goes on below is marked to the line's end."""
    lines = source.lines
    line = min(mark.line, len(lines) - 1)
    width = len(lines[line])
    end = mark.end_column if mark.end_line == mark.line else len(lines[line].rstrip())
    column = min(mark.column, width)
    return Span(source.file, line + 1, column + 1, max(end, column) + 1)
