"""Every address of the web to which the site sends its readers, with the way to its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from timeline.merging.entries import EventEntry
from timeline.merging.mentions import Mention
from timeline.problems import Span
from timeline.records import Content, Located, Path, Source

_KEYS = ("url", "archived")
_WEB = frozenset({"http", "https"})


class Address(NamedTuple):
    """One address.

    Attributes:
        url: The address.
        path: The way to it inside its record; empty for a link in a text.
        owner: The event, the record, or the link.
        about: The event that it belongs to, if it is an event's.
    """

    url: str
    path: Path
    owner: EventEntry | Located[Any] | Mention
    about: tuple[EventEntry, ...] = ()

    @property
    def key(self) -> str:
        """The key that it stands under: ``url`` or ``archived``; ``link`` for one in a text."""
        return str(self.path[-1]) if self.path else "link"

    def span(self) -> Span:
        """Where it stands."""
        if isinstance(self.owner, EventEntry):
            return self.owner.span(*self.path)  # type: ignore[arg-type] # a field, then positions and keys
        return self.owner.span if isinstance(self.owner, Mention) else self.owner.places.of(*self.path)


def addresses(
    content: Content,
    events: Mapping[str, EventEntry],
    mentions: Iterable[Mention],
    event: Callable[[str], EventEntry | None],
) -> Iterator[Address]:
    """The addresses of a timeline: those of its sources first.

    Args:
        content: The records as read.
        events: The events by id.
        mentions: The links in all texts.
        event: Finds an event by an id that it has or had.
    """
    for entry in events.values():
        yield from _of_sources(entry)
    for located in (*content.articles, *content.publishers):
        for key in _KEYS:
            if url := getattr(located.record, key, None):
                yield Address(url, (key,), located)
    for mention in mentions:
        if mention.kind in _WEB and not mention.link.is_image:
            about = event(mention.text.id) if mention.text.kind == "event" else None
            yield Address(mention.id, (), mention, (about,) if about else ())


def _of_sources(entry: EventEntry) -> Iterator[Address]:
    for number, source in enumerate(entry.record.sources):
        if isinstance(source, Source):
            if source.url:
                yield Address(source.url, ("sources", number, "url"), entry, (entry,))
            if source.archived:
                yield Address(source.archived, ("sources", number, "archived"), entry, (entry,))
