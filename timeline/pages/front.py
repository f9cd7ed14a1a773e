"""What stands before a timeline that is more than a few screens: the latest, and what mattered most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.merging import EventEntry, Placed
from timeline.pages.edition import Edition
from timeline.pages.entries import entry_view
from timeline.pages.views import EntryView

FROM = 15
"""The fewest entries with which it helps: below that, a flick or two of the thumb show everything."""
LATEST = 5
KEY = 8


@dataclass(frozen=True, slots=True)
class Selection:
    """A few events under one heading."""

    id: str
    title: str
    note: str
    entries: tuple[EntryView, ...]


def front(entries: Sequence[Placed], edition: Edition) -> tuple[Selection, ...]:
    """The latest and the key events of a timeline, for the home page; nothing where it is short."""
    if len(entries) < FROM:
        return ()
    found = (latest(entries, edition, ""), key_events(entries, edition, ""))
    return tuple(selection for selection in found if selection.entries)


def latest(entries: Sequence[Placed], edition: Edition, root: str) -> Selection:
    """The events that happened last, the last one first; what was retracted is left out."""
    events = [p.entry for p in entries if isinstance(p.entry, EventEntry) and not p.entry.record.retracted]
    views = tuple(entry_view(entry, edition, root) for entry in reversed(events[-LATEST:]))
    return Selection("latest", edition.language.text("The latest"), "", views)


def key_events(entries: Sequence[Placed], edition: Edition, root: str) -> Selection:
    """The events that editors marked as the ones that matter most: the last of them, in order."""
    events = [
        placed.entry
        for placed in entries
        if isinstance(placed.entry, EventEntry)
        and placed.entry.record.key
        and not placed.entry.record.retracted
    ]
    text = edition.language.text
    shown = events[-KEY:]
    note = ""
    if len(shown) < len(events):
        note = text("The last {number} of {total}", number=len(shown), total=len(events))
    views = tuple(entry_view(entry, edition, root) for entry in shown)
    return Selection("key-events", text("Key events"), note, views)
