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
from timeline.pages.mapping.drawing import MARKED, SHEETS, draw
from timeline.pages.mapping.spots import Spot, spots
from timeline.pages.mapping.views import MapView
from timeline.pages.views import Link, Step
from timeline.pages.words import precision_words

PATH = "map/"

_MOST = 600
"""The most elements of the list: as many events of each place as that allows; of very many places none."""
_PLACE, _EVENT = 10, 4  # the elements that each makes
_FIRST = 5
"""Where not all events fit, the most of one place."""
_UNPLACED = 40
"""The most events without a place that are listed."""


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
    on_title: str
    in_lines: bool
    every_place: Link | None
    unplaced: tuple[Step, ...]
    more_unplaced: str


def documents(edition: Edition) -> Iterator[Draft]:
    """The map, and its list; the list stands alone where no place has coordinates."""
    key = edition.digests.page("map", PATH, *_made_of(edition))
    yield Draft(PATH, "map", key, partial(_document, edition))


def _made_of(edition: Edition) -> Iterator[str]:
    """At each place, how many events there are, how many of them stand, and those that are named."""
    by_place: dict[str, list[EventEntry]] = {}
    for placed in edition.timeline.entries:
        if isinstance(placed.entry, EventEntry):
            by_place.setdefault(placed.entry.record.place or "", []).append(placed.entry)
    brief = edition.digests.brief
    for place, events in by_place.items():
        standing = sum(1 for event in events if not event.record.retracted)
        yield f"{place} {len(events)} {standing}"
        # Whatever the other places have, the list names no more of one.
        named = events[: _MOST // _EVENT]
        yield from (f"{brief(event)} {event.record.retracted is None}" for event in named)


def _document(edition: Edition) -> Document:
    text, root, atlas = edition.language.text, "../", load_atlas()
    found = spots(edition, atlas)
    on = [spot for spot in found if spot.shown]
    off = [spot for spot in found if not spot.shown]
    events = [placed.entry for placed in edition.timeline.entries if isinstance(placed.entry, EventEntry)]
    unplaced = [entry for entry in events if entry.record.place not in edition.timeline.places]
    listed = (on[:MARKED], off[:MARKED])
    first = _first([len(spot.events) for part in listed for spot in part])
    drawings = [draw(on, sheet, edition, atlas, root) for sheet in SHEETS] if on else []
    title, lead = text("Map"), text("Where the events happened, as exactly as it is known.")
    view = AtlasView(
        title=title,
        lead=lead,
        counts=tuple(_counts(on, off, unplaced, edition)),
        drawings=tuple((drawing, tuple(_key(drawing, on, edition))) for drawing in drawings),
        projection=_projection(drawings, edition),
        on=tuple(_place(spot, edition, root, first) for spot in listed[0]),
        off=tuple(_place(spot, edition, root, first) for spot in listed[1]),
        on_title=text("The places with most events") if len(on) > MARKED else text("The places on the map"),
        in_lines=first == 0,
        every_place=Link(f"{root}places/", text("All places"))
        if len(on) > MARKED or len(off) > MARKED
        else None,
        unplaced=tuple(_step(entry, edition, root) for entry in unplaced[:_UNPLACED]),
        more_unplaced=edition.language.plural(
            "{number} more event has no place",
            "{number} more events have no place",
            len(unplaced) - _UNPLACED,
        )
        if len(unplaced) > _UNPLACED
        else "",
    )
    return Document(PATH, "map", title, lead, edition.render("map.html", view))


def _first(counts: Sequence[int]) -> int | None:
    """How many events of each place are listed; None for all of them.

    Args:
        counts: How many each place has.
    """
    if _PLACE * len(counts) + _EVENT * sum(counts) <= _MOST:
        return None
    for first in range(_FIRST, 0, -1):
        if _PLACE * len(counts) + _EVENT * sum(min(first, count) for count in counts) <= _MOST:
            return first
    return 0


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
    if drawing.dots:
        yield KeyView("dot", 2.5, text("one of the other places"))
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
    if spot.shown and spot.place.precision and first != 0:
        about.append(precision_words(spot.place.precision, language))
    path = f"{root}{edition.path('place', spot.place.id)}"
    cut = first is not None and len(spot.events) > first
    return PlaceView(
        name=Link(path, spot.place.name),
        about=language.listed(about),
        count=count,
        events=tuple(_step(entry, edition, root) for entry in spot.events[: first if cut else None]),
        more=Link(path, language.text("All events: {place}", place=spot.place.name))
        if cut and first
        else None,
    )


def _step(entry: EventEntry, edition: Edition, root: str) -> Step:
    link = edition.link_to(entry, root)
    note = edition.language.text("Retracted") if entry.record.retracted else ""
    return Step(note, link.url, link.label, edition.when(entry.when), link.lang, link.dir)
