"""What the form for a new event knows of the works that events cite already: by address, a few at a time.

A chronology of 10,000 events cites more addresses than a phone should fetch to compare one with. They are in
files of some hundreds each, by a number that a browser makes of the address; it asks for one file when
somebody has written an address, to tell that the same report is cited elsewhere, and how.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator

from timeline.merging import EventEntry, Timeline
from timeline.records import Source

KEYS = ("publisher", "origin", "published", "title", "language")
"""What is compared of two descriptions of one work, the first that differs being told."""
SHARE = 250
"""So many addresses share a file."""
_PRIME = 65_521

Work = tuple[list[str], list[str]]
"""The events that cite a work, and what the first of them says of it, in the order of `KEYS`."""


def shelves_needed(timeline: Timeline) -> int:
    """How many files the works are spread over."""
    return _shelves_for({source.url for _, source in _cited(timeline)})


def _shelves_for(addresses: Collection[object]) -> int:
    return len(addresses) // SHARE + 1


def shelves(timeline: Timeline) -> list[dict[str, Work]]:
    """The works by their addresses, spread over as many files as they need."""
    works = _works(timeline)
    found: list[dict[str, Work]] = [{} for _ in range(_shelves_for(works))]
    for url, (events, said) in works.items():
        found[number_of(url) % len(found)][url] = [*events], said
    return found


def _cited(timeline: Timeline) -> Iterator[tuple[EventEntry, Source]]:
    """Every source that an event describes with its address, with the event."""
    for entry in timeline.events.values():
        for source in entry.record.sources:
            if isinstance(source, Source) and source.url:
                yield entry, source


def _works(timeline: Timeline) -> dict[str, tuple[dict[str, None], list[str]]]:
    works: dict[str, tuple[dict[str, None], list[str]]] = {}
    for entry, source in _cited(timeline):
        url = source.url or ""
        if url not in works:
            works[url] = {}, [getattr(source, key) or "" for key in KEYS]
        works[url][0][entry.id] = None  # once, though it cite the work twice
    return works


@functools.lru_cache(maxsize=1 << 16)  # `serve` asks for those of all works again
def number_of(url: str) -> int:
    """A number made of an address; `works.js` makes the same one."""
    number = 7
    for char in url:
        number = (number * 31 + ord(char)) % _PRIME
    return number
