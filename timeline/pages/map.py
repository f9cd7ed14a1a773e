"""The map: where the events happened, as exactly as that is known, and the same as a list.

The list is the map's text alternative and complete: it has the places that no map can show, and the events
whose place nobody states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from timeline.merging import EventEntry
from timeline.pages.document import Document
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.mapping.atlas import load_atlas
from timeline.pages.mapping.drawing import SHEETS, draw
from timeline.pages.mapping.spots import Spot, spots
from timeline.pages.mapping.views import MapView
from timeline.pages.views import Link, Step
from timeline.pages.words import precision_words

PATH = "map/"

_ALL = 300
"""Up to so many events, the list has every one of them; beyond, it gives the first of each place."""
_FIRST = 5


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place in the list: what it is, how many events it has, and the events."""

    name: Link
    about: str
    count: str
    events: tuple[Step, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class KeyView:
    """What one sign of the map means."""

    kind: str
    radius: float
    words: str


@dataclass(frozen=True, slots=True)
class AtlasView:
    """What the template of the map is given."""

    title: str
    lead: str
    counts: tuple[str, ...]
    drawings: tuple[tuple[MapView, tuple[KeyView, ...]], ...]
    projection: str
    on: tuple[PlaceView, ...]
    off: tuple[PlaceView, ...]
    unplaced: tuple[Step, ...]


def documents(edition: Edition) -> Iterator[Draft]:
    """The map, and its list; the list stands alone where no place has coordinates."""
    yield Draft(PATH, "map", tuple(_made_of(edition)), partial(_document, edition))


def _made_of(edition: Edition) -> Iterator[str]:
    """At each place, how many events there are, how many of them stand, and those that are named."""
    by_place: dict[str, list[EventEntry]] = {}
    for placed in edition.timeline.entries:
        if isinstance(placed.entry, EventEntry):
            by_place.setdefault(placed.entry.record.place or "", []).append(placed.entry)
    brief, few = edition.digests.brief, len(edition.timeline.events) > _ALL
    for place, events in by_place.items():
        standing = sum(1 for event in events if not event.record.retracted)
        yield f"{place} {len(events)} {standing}"
        named = events[:_FIRST] if few and place else events
        yield from (f"{brief(event)} {event.record.retracted is None}" for event in named)


def _document(edition: Edition) -> Document:
    text, root, atlas = edition.language.text, "../", load_atlas()
    found = spots(edition, atlas)
    on = [spot for spot in found if spot.shown]
    off = [spot for spot in found if not spot.shown]
    events = [placed.entry for placed in edition.timeline.entries if isinstance(placed.entry, EventEntry)]
    unplaced = [entry for entry in events if entry.record.place not in edition.timeline.places]
    first = None if len(events) <= _ALL else _FIRST
    drawings = [draw(on, sheet, edition, atlas, root) for sheet in SHEETS] if on else []
    title, lead = text("Map"), text("Where the events happened, as exactly as it is known.")
    view = AtlasView(
        title=title,
        lead=lead,
        counts=tuple(_counts(on, off, unplaced, edition)),
        drawings=tuple((drawing, tuple(_key(drawing, on, edition))) for drawing in drawings),
        projection=_projection(drawings, edition),
        on=tuple(_place(spot, edition, root, first) for spot in on),
        off=tuple(_place(spot, edition, root, first) for spot in off),
        unplaced=tuple(_step(entry, edition, root) for entry in unplaced),
    )
    return Document(PATH, "map", title, lead, edition.render("map.html", view))


def _counts(
    on: Sequence[Spot], off: Sequence[Spot], unplaced: Sequence[EventEntry], edition: Edition
) -> Iterator[str]:
    plural = edition.language.plural
    if on:
        yield plural("{number} place on the map", "{number} places on the map", len(on))
    if off:
        yield plural("{number} place not on the map", "{number} places not on the map", len(off))
    if unplaced:
        yield plural("{number} event without a place", "{number} events without a place", len(unplaced))


def _projection(drawings: Sequence[MapView], edition: Edition) -> str:
    if not drawings:
        return ""
    if drawings[-1].world:
        return edition.language.text("Equal Earth projection.")
    return edition.language.text("Lambert azimuthal equal-area projection around the middle of the map.")


def _key(drawing: MapView, on: Sequence[Spot], edition: Edition) -> Iterator[KeyView]:
    """The signs that a map uses: sizes where they differ, and all that is no plain dot."""
    text, plural = edition.language.text, edition.language.plural
    kinds = {mark.kind for mark in drawing.marks}
    most = max(len(spot.events) for spot in on)
    if kinds & {"point", "area"} and most > 1:
        for number, radius in ((1, drawing.single), (most, drawing.most)):
            yield KeyView("point", radius, plural("{number} event", "{number} events", number))
    if "area" in kinds:
        yield KeyView("area", 9, text("an area around a point"))
    if "region" in kinds:
        yield KeyView("region", 11, text("somewhere in a region; its bounds are not drawn"))
    if "country" in kinds:
        yield KeyView("country", 9, text("a whole country"))
    if not all(mark.stands for mark in drawing.marks):
        yield KeyView("retracted", drawing.single, text("every event here was retracted"))


def _place(spot: Spot, edition: Edition, root: str, first: int | None) -> PlaceView:
    language, timeline = edition.language, edition.timeline
    count = language.plural("{number} event", "{number} events", len(spot.events))
    about = [timeline.places[id].record.name for id in timeline.within(spot.place.id)[1:]]
    if spot.shown and spot.place.precision:
        about.append(precision_words(spot.place.precision, language))
    path = f"{root}{edition.path('place', spot.place.id)}"
    cut = first is not None and len(spot.events) > first
    return PlaceView(
        name=Link(path, spot.place.name),
        about=language.listed(about),
        count=count,
        events=tuple(_step(entry, edition, root) for entry in spot.events[: first if cut else None]),
        more=Link(path, language.text("All events: {place}", place=spot.place.name)) if cut else None,
    )


def _step(entry: EventEntry, edition: Edition, root: str) -> Step:
    link = edition.link_to(entry, root)
    note = edition.language.text("Retracted") if entry.record.retracted else ""
    return Step(note, link.url, link.label, edition.when(entry.when), link.lang, link.dir)
