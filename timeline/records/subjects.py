"""What events refer to: places, actors, publishers, storylines, and the site's ordinary pages."""

from __future__ import annotations

import enum
from typing import Annotated

from pydantic import model_validator

from timeline.records.record import Record, refuse
from timeline.records.scalars import (
    Id,
    LanguageTag,
    Latitude,
    Line,
    Longitude,
    OwnId,
    Prose,
    Title,
    Url,
    ZoneText,
    one_of,
)
from timeline.records.silence import Silence


class PlacePrecision(enum.StrEnum):
    """How exactly a place's coordinates stand for it; the words follow ACLED and UCDP."""

    EXACT = "exact"
    LOCALITY = "locality"
    AREA = "area"
    REGION = "region"
    COUNTRY = "country"


Names = dict[LanguageTag, Line]
"""Names by language."""


class Place(Record):
    """A place where events happen."""

    id: OwnId
    """The stable name."""
    name: Line
    """The name in the site's language."""
    names: Names = {}
    """Names in other languages."""
    within: Id | None = None
    """The place that it lies in."""
    country: Line | None = None
    """The country: its ISO 3166 code or its name."""
    latitude: Latitude | None = None
    """Degrees north, WGS 84."""
    longitude: Longitude | None = None
    """Degrees east, WGS 84."""
    precision: Annotated[PlacePrecision, one_of(PlacePrecision, "a precision", "bad-precision")] | None = None
    """How exactly the coordinates stand for the place."""
    timezone: ZoneText | None = None
    """The zone of its clocks; left out, that of the place it lies in."""
    note: Prose | None = None
    """What else should be known of it."""
    silence: tuple[Silence, ...] = ()
    """Checks that are quiet on this place."""

    @model_validator(mode="after")
    def _coordinates_come_in_pairs(self) -> Place:
        if (self.latitude is None) != (self.longitude is None):
            given = "latitude" if self.longitude is None else "longitude"
            lacking = "longitude" if given == "latitude" else "latitude"
            hint = f"add '{lacking}:', or delete '{given}:'"
            raise refuse(f"half-coordinates:{given}", f"a place with a {given} needs a {lacking} too", hint)
        return self


class Actor(Record):
    """A person or body that takes part in events."""

    id: OwnId
    """The stable name."""
    name: Line
    """The name in the site's language."""
    names: Names = {}
    """Names in other languages."""
    kind: Line | None = None
    """What the actor is: ``person``, ``government``, ``armed force``."""
    note: Prose | None = None
    """What else should be known of them."""
    silence: tuple[Silence, ...] = ()
    """Checks that are quiet on this actor."""


class Publisher(Record):
    """A newspaper, agency, site or body that publishes sources."""

    id: OwnId
    """The stable name."""
    name: Line
    """The name as it writes itself."""
    url: Url | None = None
    """Its own site."""
    country: Line | None = None
    """Where it is based: the ISO 3166 code of the country, or its name."""
    language: LanguageTag | None = None
    """The language it publishes in."""
    note: Prose | None = None
    """What else should be known of it."""
    silence: tuple[Silence, ...] = ()
    """Checks that are quiet on this publisher."""


class Storyline(Record):
    """A thread through the events, introduced in its own words."""

    id: OwnId
    """The stable name; left out, it is the file's name."""
    title: Title
    """The title."""
    summary: Prose | None = None
    """One paragraph, for lists."""
    language: LanguageTag | None = None
    """The language of its texts, where it is not the site's."""
    silence: tuple[Silence, ...] = ()
    """Checks that are quiet on this storyline."""
    body: str = ""
    """The introduction, in Markdown: everything below the front matter."""


class Page(Record):
    """An ordinary page of the site, such as the home page or 'about'."""

    title: Title
    """The title."""
    summary: Prose | None = None
    """One paragraph that says what the page is about."""
    language: LanguageTag | None = None
    """The language of its text, where it is not the site's."""
    body: str = ""
    """The text, in Markdown: everything below the front matter."""
