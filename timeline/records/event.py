"""An event as editors write it: something that happened, dated, placed, sourced and weighed."""

from __future__ import annotations

import enum
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from timeline.dates import DateError
from timeline.records.record import Record, refuse
from timeline.records.scalars import (
    Boolean,
    CalendarDay,
    DateText,
    Id,
    LanguageTag,
    Line,
    MediaFile,
    OwnId,
    Prose,
    TimeText,
    Title,
    ZoneText,
    check_date,
    is_day,
    one_of,
)
from timeline.records.silence import Silence
from timeline.records.source import Account, Figure, SourceRef


class Status(enum.StrEnum):
    """How sure we are that an event happened as told; the scale follows Airwars and ACLED."""

    CONFIRMED = "confirmed"
    """Admitted by a responsible party or an official body, or proven by linked evidence."""
    CORROBORATED = "corroborated"
    """Told by two or more independent sources."""
    SINGLE_SOURCE = "single-source"
    """Told by one source."""
    DISPUTED = "disputed"
    """At least two accounts contradict each other."""
    RETRACTED = "retracted"
    """No longer held to have happened; it stays visible, with date and reason."""


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


OneOrMoreIds = Annotated[tuple[Id, ...], BeforeValidator(_one_or_more)]
"""One id, or a list of ids."""


class Media(Record):
    """A picture, a sound or a film that belongs to an event."""

    file: MediaFile
    """The file, inside ``content/media``."""
    alt: Prose
    """What it shows, for those who cannot see it."""
    caption: Prose | None = None
    """The words below it."""
    credit: Line | None = None
    """Who made it."""
    licence: Line | None = None
    """The terms under which it is shown."""
    graphic: Boolean = False
    """Whether readers should choose to see it."""
    language: LanguageTag | None = None
    """The language of the words in it."""


class Correction(Record):
    """A change to what we had published."""

    date: CalendarDay
    """The day of the correction."""
    note: Prose
    """What was wrong, and what stands now."""


class Retraction(Record):
    """That an event no longer stands."""

    date: CalendarDay
    """The day of the retraction."""
    reason: Prose
    """Why it no longer stands."""


class Event(Record):
    """Something that happened.

    ``title``, ``date`` and at least one source must stand after merging; any of the files that give the
    event may give them.
    """

    id: OwnId
    """The stable name; the page's address comes from it, so it never changes."""
    aliases: tuple[Id, ...] = ()
    """Ids under which it was published before; they lead here."""
    date: DateText | None = None
    """When it happened, in EDTF: ``2020-01-04``, ``2019-12``, ``2019-12~``, ``2020-01-03/2020-01-05``."""
    time: TimeText | None = None
    """The clock time or part of the day: ``19:45``, ``~19:45``, ``evening``."""
    timezone: ZoneText | None = None
    """The zone of date and time, where it is not the place's."""
    place: Id | None = None
    """Where it happened: the id of a place."""
    title: Title | None = None
    """What happened, in one line."""
    summary: Prose | None = None
    """One paragraph, for lists."""
    body: Prose | None = None
    """The longer text, in Markdown."""
    kind: Id | None = None
    """What kind of event it is: a kind of the vocabulary."""
    key: Boolean | None = None
    """Whether it is one of the events that matter most."""
    status: Annotated[Status, one_of(Status, "a status", "bad-status")] | None = None
    """How sure we are; left out, it is derived from the sources."""
    confirmed_by: Line | None = None
    """Who confirmed it, and where."""
    retracted: Retraction | None = None
    """That it no longer stands, since when, and why."""
    after: OneOrMoreIds = ()
    """Events that it is known to follow, where clocks are silent."""
    response_to: OneOrMoreIds = ()
    """Events that it answers: a claim of cause, which needs a source that states it."""
    part_of: Id | None = None
    """The larger event that it belongs to."""
    related: tuple[Id, ...] = ()
    """Other events that a reader may want to see."""
    actors: tuple[Id, ...] = ()
    """Who took part: ids of actors."""
    accounts: tuple[Account, ...] = ()
    """What each party says."""
    figures: tuple[Figure, ...] = ()
    """Numbers that sources give."""
    sources: tuple[SourceRef, ...] = ()
    """Where it is reported."""
    storylines: tuple[Id, ...] = ()
    """The storylines that it belongs to."""
    tags: tuple[Line, ...] = ()
    """Words to find it by."""
    media: tuple[Media, ...] = ()
    """Pictures, sounds and films."""
    corrections: tuple[Correction, ...] = ()
    """What we changed after publishing."""
    distinct_from: tuple[Id, ...] = ()
    """Events that look like this one and are not."""
    silence: tuple[Silence, ...] = ()
    """Checks that are quiet on this event."""
    added: CalendarDay | None = None
    """The day we first published it."""
    language: LanguageTag | None = None
    """The language of its texts, where it is not the site's."""

    @model_validator(mode="after")
    def _time_fits_date(self) -> Event:
        # A time that is right by itself fits any single day.
        if self.time is not None and self.date is not None and not is_day(self.date):
            try:
                check_date(self.date, self.time)
            except DateError as error:
                raise refuse(f"bad-date:{error.field}", error.message, error.hint) from None
        return self
