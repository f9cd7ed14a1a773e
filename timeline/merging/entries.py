"""The two kinds of entry on a timeline: an event, and the publication of an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from timeline.dates import Heading, When
from timeline.merging.claims import Claim
from timeline.problems import Span
from timeline.records import Article, Event, Located, Path, Status

Origin = tuple[Claim, Path]
"""The claim that gave a value, and the way to the value inside it."""


@dataclass(frozen=True, slots=True)
class Origins:
    """Who gave each value of a merged event.

    Attributes:
        home: The claim that leads: the curated one, else the first article that declares the event.
        given: The origin of each value of a field, where it is not simply the leading claim's.
    """

    home: Claim
    given: Mapping[str, tuple[Origin, ...]]

    def span(self, field: str, position: int = 0, *path: str | int) -> Span:
        """The place of a value: of the field, of one item of its list, or of something inside that."""
        claim, way = self._way(field, position, path)
        return claim.span(*way)

    def find(self, words: str, field: str, position: int = 0, *path: str | int) -> Span:
        """The place of some words inside a value."""
        claim, way = self._way(field, position, path)
        return claim.find(way, words)

    def _way(self, field: str, position: int, path: Path) -> Origin:
        given = self.given.get(field)
        if given:
            claim, way = given[min(position, len(given) - 1)]
            return claim, (*way, *path)
        if isinstance(getattr(self.home.event, field), tuple):
            return self.home, (field, position, *path)
        return self.home, (field, *path)


@dataclass(frozen=True, slots=True, eq=False)
class EventEntry:
    """One event as all files together give it.

    Attributes:
        record: The merged event.
        when: When it happened.
        status: How sure we are: as stated, else derived from the sources.
        claims: What each file said, the curated YAML first.
        origins: Who gave each of its values.
        not_before: The first instant that what it follows allows, where its own date allows an earlier one.
        id: The event's id.
        node: What tells the entry from every other one.
    """

    record: Event
    when: When
    status: Status
    claims: tuple[Claim, ...]
    origins: Origins
    not_before: int | None = None
    id: str = field(init=False, repr=False)
    node: tuple[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Makes the id and the node, which are asked for a hundred times."""
        object.__setattr__(self, "id", self.record.id)
        object.__setattr__(self, "node", (self.record.id, "event"))

    @property
    def title(self) -> str:
        """The event's title."""
        return self.record.title or self.record.id

    @property
    def home(self) -> Claim:
        """The claim that leads: the curated one, else the first article that declares the event."""
        return self.claims[0]

    @property
    def earliest(self) -> int | None:
        """The first instant at which it can have happened, by its own date and by what it follows."""
        return self.when.possible_earliest if self.not_before is None else self.not_before

    def span(self, field: str = "id", position: int = 0, *path: str | int) -> Span:
        """The place of a value: of the field, of one item of its list, or of something inside that."""
        return self.origins.span(field, position, *path)

    def find(self, words: str, field: str, position: int = 0, *path: str | int) -> Span:
        """The place of some words inside a value."""
        return self.origins.find(words, field, position, *path)

    def silences(self, code: str) -> bool:
        """Whether the editors have silenced a check on this event."""
        return any(silence.code == code for silence in self.record.silence)


@dataclass(frozen=True, slots=True, eq=False)
class ReportEntry:
    """The publication of one article.

    Attributes:
        article: The article.
        when: When it was published.
        updated: When it was last changed, where that is stated.
        supports: The ids of the events that it reports, in the timeline's order once that is known.
        node: What tells the entry from every other one; at equal keys a report follows the events.
    """

    article: Located[Article]
    when: When
    updated: When | None
    supports: tuple[str, ...] = ()
    node: tuple[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Makes the node, which is asked for a hundred times."""
        object.__setattr__(self, "node", (self.article.record.id, "report"))

    @property
    def record(self) -> Article:
        """The article's record."""
        return self.article.record

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.record.id

    @property
    def title(self) -> str:
        """The article's title."""
        return self.article.record.title

    def is_before(self, event: EventEntry) -> bool:
        """Whether the article was certainly published before an event happened."""
        latest = self.when.possible_latest
        return latest is not None and event.earliest is not None and latest < event.earliest


Entry: TypeAlias = EventEntry | ReportEntry
"""One entry of a timeline."""


@dataclass(frozen=True)
class Placed:
    """An entry in its place on the timeline.

    Attributes:
        entry: The entry.
        day: The own local day of its key, in days since 1970-01-01: the day it is shown under.
        key: The key that it was placed by: its own, or a predecessor's where that is larger.
    """

    entry: Entry
    day: int
    key: tuple[object, ...] = field(default=(), compare=False)

    @cached_property
    def is_event(self) -> bool:
        """Whether the entry is an event, and not the publication of an article."""
        return isinstance(self.entry, EventEntry)

    @cached_property
    def heading(self) -> Heading:
        """The heading that it stands under: as exact as its own date allows."""
        return self.entry.when.heading
