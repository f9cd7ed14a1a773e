"""A record together with where each of its values stands.

The reader knows places, merging and the checks need them; so the shape they share lives here, below
both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from timeline.problems import Span

Path = tuple[str | int, ...]
"""The way to a value inside a record: keys and list positions."""

T_co = TypeVar("T_co", covariant=True)


class Places(Protocol):
    """Tells where the values of one record stand."""

    @property
    def start(self) -> int:
        """Where the record begins, in characters from the beginning of its file."""

    def of(self, *path: str | int) -> Span:
        """The place of a value; of the nearest thing around it where it is not written itself."""

    def key(self, *path: str | int) -> Span:
        """The place of the key that leads to a value."""

    def find(self, path: Path, words: str, before: int = 0) -> Span:
        """The place of some words inside a value; the value's own place where they are not found.

        Args:
            path: The way to the value.
            words: The words.
            before: How many times they stand before that.
        """

    def has(self, *path: str | int) -> bool:
        """Whether the value is written there at all."""

    def settle(self, ways: Iterable[Path] = ()) -> None:
        """Lets go of the file, once all problems are told: for anything else, where the record begins stands.

        Args:
            ways: The ways to what is asked for all the same.
        """


@dataclass(frozen=True, slots=True)
class Located(Generic[T_co]):
    """A record and the places of its values.

    Attributes:
        record: The record.
        places: Where its values stand.
        file: The file that holds it, relative to the project's folder.
    """

    record: T_co
    places: Places
    file: str

    def silences(self, code: str) -> bool:
        """Whether the editors have silenced a check on this record."""
        return any(silence.code == code for silence in getattr(self.record, "silence", ()))

    @property
    def line(self) -> int:
        """The line on which it begins, from 1."""
        return self.places.of().line
