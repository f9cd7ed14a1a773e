"""An article: one Markdown file that reports events and is their source."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from timeline.records.event import Event
from timeline.records.record import MAPPING, TEXT, Record
from timeline.records.scalars import (
    CalendarDay,
    DateText,
    Id,
    LanguageTag,
    Line,
    OwnId,
    Prose,
    Title,
    Url,
    ZoneText,
)
from timeline.records.silence import Silence


def _reference_or_mapping(value: Any) -> str:
    return MAPPING if isinstance(value, (dict, Event)) else TEXT


EventRef = Annotated[
    Annotated[Id, Tag(TEXT)] | Annotated[Event, Tag(MAPPING)],
    Discriminator(_reference_or_mapping),
]
"""The id of a curated event, or an event declared in place."""


class Article(Record):
    """The front matter of an article; its Markdown body is the site's own text."""

    id: OwnId
    """The stable name; left out, it is the file's name."""
    title: Title
    """The title of the cited work, in its own language."""
    published: DateText
    """When it was published, as its page says."""
    updated: DateText | None = None
    """When it was last changed, as its page says."""
    timezone: ZoneText | None = None
    """The zone of the page's clock; ``unknown`` where nobody states it."""
    publisher: Line | None = None
    """Who published it: the id of a publisher, or a name."""
    origin: Line | None = None
    """The agency whose text it is: the id of a publisher, or a name."""
    byline: Line | None = None
    """Who signed it, as printed."""
    dateline: Line | None = None
    """The place that the report is filed from, as printed."""
    url: Url | None = None
    """Where it can be read."""
    archived: Url | None = None
    """The address of an archived copy."""
    accessed: CalendarDay | None = None
    """The day it was last read."""
    language: LanguageTag | None = None
    """The language of the cited work, where it is not the site's."""
    summary: Prose | None = None
    """One paragraph, for lists."""
    storylines: tuple[Id, ...] = ()
    """The storylines that it belongs to."""
    tags: tuple[Line, ...] = ()
    """Words to find it by."""
    events: tuple[EventRef, ...] = ()
    """The events it reports: ids of curated events, or whole events declared in place."""
    silence: tuple[Silence, ...] = ()
    """Checks that are quiet on this article; what they say of an event belongs to the event."""
    added: CalendarDay | None = None
    """The day we first published our entry on it."""
    body: str = ""
    """Our own text on it, in Markdown: everything below the front matter."""
