"""Where the values of one record stand, for as long as anybody asks.

Where a record begins is known at once. For anything else there is the tree that the parser gave; of a record
that was not parsed this time its text is parsed after all. Pages ask for no more than where a record begins,
so what problems alone need can be let go of before there are pages: it weighs more than the records do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from timeline.problems import Span
from timeline.reading.text import SourceText
from timeline.reading.tree import TreePlaces
from timeline.records import Path


class RecordPlaces:
    """The places of the values of one record: see timeline.records.located.Places."""

    __slots__ = ("_end", "_source", "_start", "_tree")

    def __init__(
        self, source: SourceText, start: int, end: int, tree: TreePlaces | Callable[[], TreePlaces]
    ) -> None:
        """Keeps the file, where the record's mapping begins and ends in it, and all else or the way to it."""
        self._source: SourceText | None = source
        self._start = start
        self._end = end
        self._tree: TreePlaces | _Settled | Callable[[], TreePlaces] = tree

    @property
    def start(self) -> int:
        """Where the record begins, in characters from the beginning of its file."""
        return self._start

    def of(self, *path: str | int) -> Span:
        """The place of a value; of the nearest thing around it where it is not written itself."""
        if self._source is not None and not path:
            return self._source.span(self._start, self._end)
        return self._places().of(*path)

    def key(self, *path: str | int) -> Span:
        """The place of the key that leads to a value."""
        return self._places().key(*path)

    def has(self, *path: str | int) -> bool:
        """Whether the value is written there at all."""
        return self._places().has(*path)

    def find(self, path: Path, words: str, before: int = 0) -> Span:
        """The place of some words inside a value; the value's own place where they are not found.

        Args:
            path: The way to the value.
            words: The words.
            before: How many times they stand before that.
        """
        return self._places().find(path, words, before)

    def settle(self, ways: Iterable[Path] = ()) -> None:
        """Lets go of the file: see timeline.records.located.Places."""
        self._tree = _Settled(self.of(), {way: self.of(*way) for way in ways} or _NONE)
        self._source = None

    def _places(self) -> TreePlaces | _Settled:
        if callable(self._tree):
            self._tree = self._tree()
        return self._tree


class _Settled:
    """What is left of places that were let go of: where the record begins, and what was to be kept."""

    __slots__ = ("_begin", "_kept")

    def __init__(self, begin: Span, kept: Mapping[Path, Span]) -> None:
        self._begin = begin
        self._kept = kept

    def of(self, *path: str | int) -> Span:
        return self._kept.get(path, self._begin)

    key = of

    def has(self, *path: str | int) -> bool:
        return path in self._kept

    def find(self, path: Path, words: str, before: int = 0) -> Span:
        del words, before
        return self.of(*path)


_NONE: Mapping[Path, Span] = {}
"""Of most records nothing but the beginning is kept; an empty dictionary each would weigh more than that."""
