"""The record that a text or an address belongs to: whoever edits it may silence what is said of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from timeline.merging.entries import EventEntry
from timeline.records import Content, Located

Owner = EventEntry | Located[Any]
"""An event as merged, or any other record as it is written."""


class Owners:
    """Finds records by what they are and by their ids.

    Args:
        content: The records as read.
        event: Finds an event by an id that it has or had.
    """

    def __init__(self, content: Content, event: Callable[[str], EventEntry | None]) -> None:
        self._event = event
        self._records = {(noun, located.record.id): located for noun, located in _named(content)}

    def __call__(self, noun: str, id: str) -> tuple[Owner, ...]:
        """The record, as what a finding is about: none of a page, which has no id."""
        found: Owner | None = self._event(id) if noun == "event" else self._records.get((noun, id))
        return (found,) if found else ()

    def __iter__(self) -> Iterator[Located[Any]]:
        """Every record that is no event."""
        return iter(self._records.values())


def _named(content: Content) -> Iterator[tuple[str, Located[Any]]]:
    for noun in ("article", "storyline", "place", "actor", "publisher"):
        for located in getattr(content, f"{noun}s"):
            yield noun, located
