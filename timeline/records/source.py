"""Where a statement comes from: sources cited in place, accounts, and figures.

An article of the site is a source too; it is cited by its id. What is known of any other source is
written where it is cited.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag, model_validator

from timeline.records.record import MAPPING, TEXT, Record, refuse
from timeline.records.scalars import (
    Boolean,
    CalendarDay,
    DateText,
    Id,
    LanguageTag,
    Line,
    Number,
    Prose,
    Title,
    Url,
    ZoneText,
)


class Source(Record):
    """A source that is no article of this site."""

    title: Title
    """The title of the cited work, in its own language."""
    url: Url | None = None
    """Where it can be read."""
    publisher: Line | None = None
    """Who published it: the id of a publisher, or a name."""
    origin: Line | None = None
    """The agency whose text it is, where that is not the publisher: the id of a publisher, or a name."""
    byline: Line | None = None
    """Who signed it, as printed."""
    published: DateText | None = None
    """When it was published."""
    timezone: ZoneText | None = None
    """The zone of ``published``; ``unknown`` where nobody states it."""
    archived: Url | None = None
    """The address of an archived copy."""
    accessed: CalendarDay | None = None
    """The day it was last read."""
    language: LanguageTag | None = None
    """The language it is written in."""
    quote: Prose | None = None
    """The words of the source that support the event."""
    note: Prose | None = None
    """What else should be known of it."""


def _reference_or_mapping(value: Any) -> str:
    return MAPPING if isinstance(value, (dict, Source)) else TEXT


SourceRef = Annotated[
    Annotated[Id, Tag(TEXT)] | Annotated[Source, Tag(MAPPING)],
    Discriminator(_reference_or_mapping),
]
"""The id of an article, or a source described in place."""


CitedSource = Annotated[
    Annotated[Line, Tag(TEXT)] | Annotated[Source, Tag(MAPPING)],
    Discriminator(_reference_or_mapping),
]
"""One of the event's sources (an article's id, or the address or title of a source described in place),
or a source described here."""


class Figure(Record):
    """A number that a source gives."""

    what: Line
    """What is counted: ``killed``, ``projectiles inside the zone``."""
    value: Number | None = None
    """The number, where one is given."""
    min: Number | None = None
    """The lowest number given."""
    max: Number | None = None
    """The highest number given."""
    approximate: Boolean = False
    """Whether the source says 'about'."""
    unit: Line | None = None
    """The unit, where the number is no plain count."""
    source: CitedSource | None = None
    """Who gives the number."""

    @model_validator(mode="after")
    def _has_a_number(self) -> Figure:
        if self.value is None and self.min is None and self.max is None:
            raise refuse("figure-without-number", "a figure needs a number", "write value, or min and max")
        if self.value is not None and (self.min is not None or self.max is not None):
            raise refuse(
                "figure-twice:value", "a figure has either a value or a range", "keep value, or min and max"
            )
        if self.min is not None and self.max is not None and self.min > self.max:
            raise refuse(
                "reversed-range:min",
                f"the lowest number, {self.min}, is above the highest, {self.max}",
                "swap them",
            )
        return self


class Account(Record):
    """What one party says happened."""

    by: Line
    """Who says it."""
    says: Prose
    """What they say, in our words."""
    source: CitedSource | None = None
    """Where they are reported to say it."""
    figure: Figure | None = None
    """A number that they give."""
