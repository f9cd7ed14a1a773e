"""Every text that editors have written, one value at a time, with the way to its place.

Checks of wording (alphabets, placeholders, markup) look at all of them; a project has a hundred thousand,
so a wording is no more than the value and where it belongs, and its place is looked for when it is asked.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from timeline.merging.entries import EventEntry
from timeline.merging.owners import Owner
from timeline.problems import Span
from timeline.records import Content, Event, Located, Path

_OF_EVENTS = ("title", "summary", "body", "confirmed_by")
_OF_ITEMS = {
    "accounts": ("by", "says"),
    "figures": ("what", "unit"),
    "media": ("alt", "caption", "credit", "licence"),
    "sources": ("title", "publisher", "origin", "byline", "quote", "note"),
    "corrections": ("note",),
}.items()
_OF_DOCUMENTS = ("title", "summary", "body", "publisher", "origin", "byline", "dateline")
_OF_SUBJECTS = ("name", "note", "kind", "country")


class Wording(NamedTuple):
    """One text.

    Attributes:
        value: The text.
        key: The key that it stands under.
        path: The way to it inside its record.
        owner: The event, or the record with its places.
    """

    value: str
    key: str
    path: Path
    owner: Owner

    @property
    def about(self) -> tuple[Owner, ...]:
        """The record whose text it is, which may silence what is said of it."""
        return (self.owner,)

    def span(self) -> Span:
        """Where the text stands."""
        if isinstance(self.owner, EventEntry):
            return self.owner.span(*self.path)  # type: ignore[arg-type] # a field, then positions and keys
        return self.owner.places.of(*self.path)

    def find(self, words: str) -> Span:
        """Where some words of the text stand."""
        if isinstance(self.owner, EventEntry):
            return self.owner.find(words, *self.path)  # type: ignore[arg-type] # likewise
        return self.owner.places.find(self.path, words)


# What a NamedTuple does on being called, without the call: there are a hundred thousand.
_made = functools.partial(tuple.__new__, Wording)


def wordings(content: Content, events: Mapping[str, EventEntry]) -> Iterator[Wording]:
    """The texts of a timeline: those of its events first, as merged."""
    for entry in events.values():
        yield from _of_event(entry.record, entry)
    for located in (*content.articles, *content.storylines, *content.pages.values()):
        yield from _of_record(located, _OF_DOCUMENTS)
        for number, tag in enumerate(getattr(located.record, "tags", ())):
            yield _made((tag, "tags", ("tags", number), located))
    for located in (*content.places, *content.actors, *content.publishers):
        yield from _of_record(located, _OF_SUBJECTS)
        for language, name in getattr(located.record, "names", {}).items():
            yield _made((name, "names", ("names", language), located))


def _of_event(event: Event, entry: EventEntry) -> Iterator[Wording]:
    # Looking into a record's own dictionary is twice as fast as asking the record, a million times.
    given = vars(event)
    for key in _OF_EVENTS:
        if value := given[key]:
            yield _made((value, key, (key,), entry))
    for number, tag in enumerate(event.tags):
        yield _made((tag, "tags", ("tags", number), entry))
    for field, keys in _OF_ITEMS:
        for number, item in enumerate(given[field]):
            if isinstance(item, str):
                continue  # the id of an article
            inside = vars(item)
            for key in keys:
                if value := inside[key]:
                    yield _made((value, key, (field, number, key), entry))
    if event.retracted:
        yield _made((event.retracted.reason, "reason", ("retracted", 0, "reason"), entry))


def _of_record(located: Located[Any], keys: Iterable[str]) -> Iterator[Wording]:
    for key in keys:
        if value := getattr(located.record, key, None):
            yield _made((value, key, (key,), located))
