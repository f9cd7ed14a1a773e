"""Everything that was read, before anything is merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from timeline.records.article import Article
from timeline.records.dead_link import DeadLink
from timeline.records.event import Event
from timeline.records.located import Located
from timeline.records.record import Record
from timeline.records.subjects import Actor, Page, Place, Publisher, Storyline
from timeline.records.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Fragments:
    """What could be read of records in which something is wrong; it is no part of the timeline.

    Attributes:
        events: The curated events.
        articles: The articles.
        places: The places.
        torn: The ids of events of which keys are lost, so that nobody knows what they lack.
    """

    events: tuple[Located[Event], ...] = ()
    articles: tuple[Located[Article], ...] = ()
    places: tuple[Located[Place], ...] = ()
    torn: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Content:
    """The records of one project, each with the places of its values, in the order of files and lines.

    Attributes:
        events: The curated events, as the YAML files give them.
        articles: The articles; events that they declare in place stay inside them.
        storylines: The storylines.
        places: The places.
        actors: The actors.
        publishers: The publishers.
        links: The addresses that are known to be dead.
        pages: The ordinary pages, by their path below ``content/`` (``about.md``).
        media: The paths of the media files, below ``content/media``.
        unshown: Those of the files beside them that are of a kind which no site shows.
        pictures: Width and height in pixels of those among them that are pictures and say so.
        vocabulary: The site's vocabulary, on top of the program's own.
        broken: Ids of records that could not be read, by the kind of record (``event``, ``place``), and of
            files that could not be read every word that may be one: a reference to one of them is not wrong
            as well.
        fragments: What could be read of them, so that what else is wrong with them is told at once.
    """

    events: tuple[Located[Event], ...] = ()
    articles: tuple[Located[Article], ...] = ()
    storylines: tuple[Located[Storyline], ...] = ()
    places: tuple[Located[Place], ...] = ()
    actors: tuple[Located[Actor], ...] = ()
    publishers: tuple[Located[Publisher], ...] = ()
    links: tuple[Located[DeadLink], ...] = ()
    pages: Mapping[str, Located[Page]] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    unshown: frozenset[str] = frozenset()
    pictures: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary(format=1))
    broken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    fragments: Fragments = field(default_factory=Fragments)

    def records(self) -> Iterator[Located[Record]]:
        """Every record that stands whole in a file, whatever it is."""
        yield from self.events
        yield from self.articles
        yield from self.storylines
        yield from self.places
        yield from self.actors
        yield from self.publishers
        yield from self.links
        yield from self.pages.values()
