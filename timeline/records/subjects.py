"""What events refer to: places, actors, publishers, storylines, and the site's ordinary pages."""

from __future__ import annotations

import enum
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from timeline.records.record import Record, refuse
from timeline.records.scalars import (
    Id,
    LanguageTag,
    Latitude,
    Line,
    Longitude,
    Prose,
    Title,
    Url,
    ZoneText,
)


class PlacePrecision(enum.StrEnum):
    """How exactly a place's coordinates stand for it; the words follow ACLED and UCDP."""

    EXACT = "exact"
    LOCALITY = "locality"
    AREA = "area"
    REGION = "region"
    COUNTRY = "country"


def _precision(value: Any) -> Any:
    words = [precision.value for precision in PlacePrecision]
    if isinstance(value, str) and value not in words:
        raise refuse("bad-precision", f"'{value}' is not a precision", f"write one of {', '.join(words)}")
    return value


Names = dict[LanguageTag, Line]
"""Names by language."""


class Place(Record):
    """A place where events happen."""

    id: Id
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
    precision: Annotated[PlacePrecision | None, BeforeValidator(_precision)] = None
    """How exactly the coordinates stand for the place."""
    timezone: ZoneText | None = None
    """The zone of its clocks; left out, that of the place it lies in."""
    note: Prose | None = None
    """What else should be known of it."""

    @model_validator(mode="after")
    def _coordinates_come_in_pairs(self) -> Place:
        if (self.latitude is None) != (self.longitude is None):
            given = "latitude" if self.longitude is None else "longitude"
            raise refuse("half-coordinates", f"a place with a {given} needs both coordinates")
        return self


class Actor(Record):
    """A person or body that takes part in events."""

    id: Id
    """The stable name."""
    name: Line
    """The name in the site's language."""
    names: Names = {}
    """Names in other languages."""
    kind: Line | None = None
    """What the actor is: ``person``, ``government``, ``armed force``."""
    note: Prose | None = None
    """What else should be known of them."""


class Publisher(Record):
    """A newspaper, agency, site or body that publishes sources."""

    id: Id
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


class Storyline(Record):
    """A thread through the events, introduced in its own words."""

    id: Id
    """The stable name; left out, it is the file's name."""
    title: Title
    """The title."""
    summary: Prose | None = None
    """One paragraph, for lists."""
    language: LanguageTag | None = None
    """The language of its texts, where it is not the site's."""
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
