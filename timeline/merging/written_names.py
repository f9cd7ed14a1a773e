"""The names that editors write out rather than choose: tags, publishers, agencies.

Each is counted, because which spelling of a name is the usual one is known by how often it stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from timeline.merging.entries import EventEntry
from timeline.merging.owners import Owner
from timeline.merging.wordings import Wording
from timeline.records import Content, Path

VOICES = ("publisher", "origin")


@dataclass(slots=True)
class Use:
    """How often a name is written, and where first."""

    count: int
    first: Wording


WrittenNames = Mapping[str, Mapping[str, Use]]
"""The uses of each name, by the key that it stands under: ``tags``, ``publisher`` or ``origin``."""


def written_names(content: Content, events: Mapping[str, EventEntry]) -> WrittenNames:
    """Counts the names of a timeline: those of its events first, as merged."""
    found: dict[str, dict[str, Use]] = {key: {} for key in ("tags", *VOICES)}
    for key, name, path, owner in chain(_of_events(events), _of_documents(content)):
        use = found[key].get(name)
        if use is None:
            found[key][name] = Use(1, Wording(name, key, path, owner))
        else:
            use.count += 1
    return found


def _of_events(events: Mapping[str, EventEntry]) -> Iterator[tuple[str, str, Path, Owner]]:
    for entry in events.values():
        event = entry.record
        for number, tag in enumerate(event.tags):
            yield "tags", tag, ("tags", number), entry
        for number, source in enumerate(event.sources):
            if isinstance(source, str):
                continue  # the id of an article, which is looked at itself
            for key in VOICES:
                if name := getattr(source, key):
                    yield key, name, ("sources", number, key), entry


def _of_documents(content: Content) -> Iterator[tuple[str, str, Path, Owner]]:
    for located in (*content.articles, *content.storylines, *content.pages.values()):
        for number, tag in enumerate(getattr(located.record, "tags", ())):
            yield "tags", tag, ("tags", number), located
    for article in content.articles:
        for key in VOICES:
            if name := getattr(article.record, key):
                yield key, name, (key,), article
