"""Where what was made is kept from one build to the next; whoever publishes the pages provides it."""

from __future__ import annotations

from typing import Protocol


class Shelf(Protocol):
    """Keeps texts under keys; it may lose any of them at any time."""

    def get(self, key: str) -> str | None:
        """The text under a key; None where there is none."""

    def put(self, key: str, text: str) -> None:
        """Keeps a text."""


class NoShelf:
    """A shelf that keeps nothing."""

    def get(self, key: str) -> str | None:
        """Nothing."""

    def put(self, key: str, text: str) -> None:
        """Does nothing."""
