"""The merged chronology: every entry in its place, and every record findable from every other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from timeline.dates import When, Zone
from timeline.merging.addresses import Address, addresses
from timeline.merging.entries import Entry, EventEntry, Placed, ReportEntry
from timeline.merging.horizon import last_day
from timeline.merging.mentions import Mention
from timeline.merging.owners import Owners
from timeline.merging.references import DEEPEST_PLACE
from timeline.merging.weighing import Publishers
from timeline.merging.wordings import Wording, wordings
from timeline.merging.written_names import WrittenNames, written_names
from timeline.records import (
    Actor,
    Article,
    Content,
    DeadLink,
    Located,
    Path,
    Place,
    Places,
    Publisher,
    Record,
    Site,
    Source,
    Storyline,
    Vocabulary,
)

R = TypeVar("R", Actor, Article, Place, Publisher, Storyline)


def _by_id(records: Sequence[Located[R]]) -> Mapping[str, Located[R]]:
    """Records by id; of two with one id, which is an error, the first."""
    found: dict[str, Located[R]] = {}
    for located in records:
        found.setdefault(located.record.id, located)
    return found


@dataclass(frozen=True)
class Timeline:
    """All there is to publish.

    Attributes:
        site: The site's settings.
        content: The records as read.
        entries: Every event and every publication of an article, in order.
        events: The events by id.
        reports: The publications by the article's id.
        aliases: Former ids of events, with the ids that they have now.
        mentions: Every link from a text to a record.
        publishers: The publishers, by id and by name.
        unplaced: Events that are not on the timeline, because they have no date or cannot be read whole: what
            they say of themselves is checked all the same.
        today: The day on which somebody asks for a check; empty in a build, which knows no clock.
        passed: The records of events, by their `id()`, of which no check has said anything before.
    """

    site: Site
    content: Content
    entries: Sequence[Placed]
    events: Mapping[str, EventEntry]
    reports: Mapping[str, ReportEntry]
    aliases: Mapping[str, str]
    mentions: Sequence[Mention]
    publishers: Publishers
    unplaced: Sequence[EventEntry] = ()
    today: str = ""
    passed: Mapping[int, Record] = field(default_factory=dict)

    @property
    def vocabulary(self) -> Vocabulary:
        """The site's vocabulary."""
        return self.content.vocabulary

    @cached_property
    def position(self) -> Mapping[tuple[str, str], int]:
        """The place in ``entries`` of each entry, by its node."""
        return {placed.entry.node: number for number, placed in enumerate(self.entries)}

    @cached_property
    def places(self) -> Mapping[str, Located[Place]]:
        """The places by id."""
        return _by_id(self.content.places)

    @cached_property
    def actors(self) -> Mapping[str, Located[Actor]]:
        """The actors by id."""
        return _by_id(self.content.actors)

    @cached_property
    def articles(self) -> Mapping[str, Located[Article]]:
        """The articles by id."""
        return _by_id(self.content.articles)

    @cached_property
    def storylines(self) -> Mapping[str, Located[Storyline]]:
        """The storylines by id."""
        return _by_id(self.content.storylines)

    @cached_property
    def publisher_records(self) -> Mapping[str, Located[Publisher]]:
        """The publishers by id."""
        return _by_id(self.content.publishers)

    @cached_property
    def dead_links(self) -> Mapping[str, Located[DeadLink]]:
        """The addresses that are known to be dead; of two entries for one, which is an error, the first."""
        return {link.record.url: link for link in reversed(self.content.links)}

    def event(self, id: str) -> EventEntry | None:
        """The event with an id, or with that id among its aliases."""
        return self.events.get(self.aliases.get(id, id))

    def has(self, kind: str, id: str) -> bool:
        """Whether there is an event, a place, an actor, an article or a storyline with an id."""
        records: dict[str, Mapping[str, object]] = {
            "place": self.places,
            "actor": self.actors,
            "article": self.articles,
            "storyline": self.storylines,
        }
        return self.event(id) is not None if kind == "event" else id in records[kind]

    def within(self, place: str) -> tuple[str, ...]:
        """A place and the places that it lies in, from the inside out; a check refuses what lies deeper."""
        chain: list[str] = []
        step: str | None = place
        while step and step in self.places and step not in chain and len(chain) < DEEPEST_PLACE:
            chain.append(step)
            step = self.places[step].record.within
        return tuple(chain)

    @cached_property
    def by_place(self) -> Mapping[str, Sequence[Placed]]:
        """The events at each place or inside it."""
        return self._index(
            lambda e: self.within(e.record.place) if isinstance(e, EventEntry) and e.record.place else ()
        )

    @cached_property
    def by_actor(self) -> Mapping[str, Sequence[Placed]]:
        """The events in which each actor takes part."""
        return self._index(lambda e: e.record.actors if isinstance(e, EventEntry) else ())

    @cached_property
    def by_storyline(self) -> Mapping[str, Sequence[Placed]]:
        """The entries of each storyline."""
        return self._index(lambda e: e.record.storylines)

    def _index(self, keys_of: Callable[[Entry], Iterable[str]]) -> Mapping[str, Sequence[Placed]]:
        found: dict[str, list[Placed]] = {}
        for placed in self.entries:
            for key in dict.fromkeys(keys_of(placed.entry)):
                found.setdefault(key, []).append(placed)
        return found

    @cached_property
    def following(self) -> Mapping[tuple[str, str], Sequence[EventEntry]]:
        """The events that name an event, by the relation and the id that they name."""
        found: dict[tuple[str, str], list[EventEntry]] = {}
        for placed in self.entries:
            entry = placed.entry
            if not isinstance(entry, EventEntry):
                continue
            for relation in ("after", "response_to", "part_of", "related"):
                given = getattr(entry.record, relation) or ()
                for id in (given,) if isinstance(given, str) else given:
                    found.setdefault((relation, self.aliases.get(id, id)), []).append(entry)
        return found

    @cached_property
    def mentioned_in(self) -> Mapping[tuple[str, str], Sequence[tuple[str, str]]]:
        """The records whose texts link to a record: (kind, id) to (kind, id) of each, in order."""
        found: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
        for mention in self.mentions:
            id = self.aliases.get(mention.id, mention.id) if mention.kind == "event" else mention.id
            target, origin = (mention.kind, id), (mention.text.kind, mention.text.id)
            if target != origin:
                found.setdefault(target, {})[origin] = None
        return {target: tuple(origins) for target, origins in found.items()}

    @cached_property
    def is_whole(self) -> bool:
        """Whether everything that could name something stands on the timeline."""
        return not any(self.content.broken.values()) and all(
            located.record.id in self.events for located in self.content.events
        )

    @cached_property
    def horizon(self) -> str:
        """The last day that can have come: see last_day."""
        return last_day(self.today, self.events.values(), self.content)

    @cached_property
    def wordings(self) -> Sequence[Wording]:
        """Every text that editors have written, one value at a time."""
        return tuple(wordings(self.content, self.events))

    @cached_property
    def doubtful(self) -> Sequence[Wording]:
        """The texts that a check of texts must look at: all but those that have passed before."""
        if not self.passed:
            return self.wordings
        return tuple(wordings(self.content, {event.id: event for event in self.doubtful_events}))

    @cached_property
    def doubtful_events(self) -> Sequence[EventEntry]:
        """The events that a check must look at which asks their own records alone, likewise."""
        return tuple(event for event in self.events.values() if id(event.record) not in self.passed)

    @cached_property
    def written_names(self) -> WrittenNames:
        """Every tag, publisher and agency as editors have written it."""
        return written_names(self.content, self.events)

    @cached_property
    def addresses(self) -> Sequence[Address]:
        """Every address of the web that the content gives."""
        return tuple(addresses(self.content, self.mentions, self.event, self.owners))

    @cached_property
    def owners(self) -> Owners:
        """Finds the record that a text belongs to."""
        return Owners(self.content, self.event)

    def settle(self) -> None:
        """Lets go of what is for checks alone, when all problems are told: pages have no use for it.

        That is the text of every file, and where each value stands in it: more than half of all that was
        read. Of a record, and of an event that an article declares, it is still known where it begins.
        """
        for name in ("wordings", "doubtful", "doubtful_events", "addresses", "owners"):
            vars(self).pop(name, None)
        ways: dict[Places, list[Path]] = {}
        for entry in self.events.values():
            if entry.home.prefix:
                ways.setdefault(entry.home.places, []).append(entry.home.prefix)
        for located in self.content.records():
            located.places.settle(ways.get(located.places, ()))

    @cached_property
    def as_of(self) -> When | None:
        """The latest moment that the content tells of: when its newest source was published or changed.

        It is taken from the content alone, never from a clock, so that the same input gives the same bytes.
        """
        days: set[tuple[str, str | None]] = set()
        for entry in self.events.values():
            for source in entry.record.sources:
                if isinstance(source, Source) and source.published:
                    days.add((source.published, source.timezone))
            days.update((correction.date, None) for correction in entry.record.corrections)
        site = self.site.timezone
        moments = [report.updated or report.when for report in self.reports.values()]
        for day, timezone in days:
            moments.append(When.parse(day, None, Zone.parse(timezone) if timezone else site, site))
        if not moments:
            moments = [entry.when for entry in self.events.values()]
        return max(moments, key=lambda when: when.sort_key, default=None)
