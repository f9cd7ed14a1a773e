"""The places that a map shows: each with the events that happened there, and what stands for it on paper.

A place counts the events that are placed at it, not those at places inside it, which have marks of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.merging import EventEntry
from timeline.pages.edition import Edition
from timeline.pages.mapping.atlas import Atlas, Country, country_code
from timeline.pages.mapping.sphere import Degrees, angle
from timeline.records import Place, PlacePrecision

_SMALL_COUNTRY = 24.0
_REGION_REACH = 0.9


@dataclass(frozen=True)
class Spot:
    """A place with events.

    Attributes:
        place: The place.
        events: The events placed at it, in order.
        at: Its coordinates; None for a country that is known by its outline alone.
        country: The country that it lies in or is; None where that is not known.
    """

    place: Place
    events: Sequence[EventEntry]
    at: Degrees | None
    country: Country | None

    @property
    def is_country(self) -> bool:
        """Whether it is a whole country with an outline to show."""
        return self.place.precision is PlacePrecision.COUNTRY and self.country is not None

    @property
    def shown(self) -> bool:
        """Whether a map can show it."""
        return self.at is not None or self.is_country

    @property
    def stands(self) -> bool:
        """Whether any of its events is not retracted."""
        return any(entry.record.retracted is None for entry in self.events)

    def reach(self, atlas: Atlas) -> Iterator[Degrees]:
        """The points that must be in view for it to be seen."""
        if self.is_country and self.country is not None:
            outline = atlas.largest_ring(self.country)
            middle = self.at or outline[len(outline) // 2]
            if max(angle(middle, point) for point in outline) <= _SMALL_COUNTRY:
                yield from outline[::4]
                return
            yield middle
        elif self.at is not None:
            yield self.at
            if self.place.precision in {PlacePrecision.REGION, PlacePrecision.COUNTRY}:
                lon, lat = self.at
                yield from ((lon, min(90.0, lat + _REGION_REACH)), (lon, max(-90.0, lat - _REGION_REACH)))


def spots(edition: Edition, atlas: Atlas) -> tuple[Spot, ...]:
    """Every place with events: those with most events first, then in the order of their first events."""
    happened: dict[str, list[EventEntry]] = {}
    for placed in edition.timeline.entries:
        entry = placed.entry
        if isinstance(entry, EventEntry) and entry.record.place in edition.timeline.places:
            happened.setdefault(entry.record.place or "", []).append(entry)
    found = [
        Spot(place, tuple(events), coordinates(place), country_of(place, edition, atlas))
        for id, events in happened.items()
        for place in (edition.timeline.places[id].record,)
    ]
    return tuple(sorted(found, key=lambda spot: -len(spot.events)))


def coordinates(place: Place) -> Degrees | None:
    """Degrees east and north of a place, where they are given."""
    if place.latitude is None or place.longitude is None:
        return None
    return place.longitude, place.latitude


def country_of(place: Place, edition: Edition, atlas: Atlas) -> Country | None:
    """The country of a place: its own, else that of the places around it."""
    for id in edition.timeline.within(place.id):
        record = edition.timeline.places[id].record
        if record.country:
            return atlas.country(country_code(record.country, edition.language.locale))
    return None
