"""What each file says of each event, before anybody decides which value stands.

Collecting comes first and resolving last: claims are a set, and uniting sets is commutative,
associative and idempotent, so the order of files can change nothing.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from timeline.problems import Span
from timeline.records import Article, Event, Located, Path, Places, Source


class Rank(enum.IntEnum):
    """Whose word stands: the smaller, the stronger."""

    CURATED = 0
    ARTICLE = 1


class Given(enum.Enum):
    """How a claim gives its event."""

    DECLARED = "declared"
    """With keys of its own."""
    NAMED = "named"
    """By its id alone, in an article's list of events."""


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One file's word on one event.

    Attributes:
        event: The values given, as written; of an event that is only named, the id alone.
        rank: Whose word it is.
        how: Whether the event is declared there, or only named.
        place: What tells where the claim begins from where others do: a file, and numbers that grow with it.
        places: Where the values stand.
        prefix: The way from the file's record to the event: empty in YAML, ``("events", 0)`` in an article.
        article: The id of the article that makes the claim; empty for the curated YAML.
    """

    event: Event
    rank: Rank
    how: Given
    place: tuple[str, int, int]
    places: Places
    prefix: Path = ()
    article: str = ""

    @property
    def identity(self) -> tuple[int, str, tuple[str, int, int]]:
        """What tells claims apart, and the order in which they are heard; no two begin at one place."""
        return (self.rank, self.article, self.place)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Claim) and self.identity == other.identity

    def __hash__(self) -> int:
        return hash(self.identity)

    @property
    def start(self) -> Span:
        """Where the claim begins; looked for only when somebody asks."""
        return self.places.of(*self.prefix)

    @property
    def is_curated(self) -> bool:
        """Whether it is the YAML's word, which decides."""
        return self.rank is Rank.CURATED

    def span(self, *path: str | int) -> Span:
        """The place of one of its values, or of the claim itself."""
        return self.places.of(*self.prefix, *path)

    def find(self, path: Path, words: str, before: int = 0) -> Span:
        """The place of some words inside one of its values, where they stand so many times before that."""
        return self.places.find((*self.prefix, *path), words, before)

    def gives(self, field: str) -> bool:
        """Whether the claim says anything of a field."""
        return getattr(self.event, field) not in (None, ())

    def items(self, field: str) -> Iterator[tuple[Path, Any]]:
        """The items that it gives for a list, each with the way to it.

        An article that reports an event is a source of it: it comes first, and stands for itself
        wherever the claim begins.
        """
        if field == "sources" and self.article:
            yield (), self.article
        for number, item in enumerate(getattr(self.event, field)):
            if field != "sources" or item != self.article:
                yield (field, number), item

    def cited(self) -> Iterator[tuple[Path, Source | str | None]]:
        """The way to each source that it describes or that its accounts and figures name, and the source."""
        return sources_of(self.event)


def sources_of(event: Event) -> Iterator[tuple[Path, Source | str | None]]:
    """The sources that an event describes, or that its accounts and figures name; each with the way to it."""
    for number, source in enumerate(event.sources):
        if isinstance(source, Source):
            yield ("sources", number), source
    for number, account in enumerate(event.accounts):
        yield ("accounts", number, "source"), account.source
        if account.figure:
            yield ("accounts", number, "figure", "source"), account.figure.source
    for number, figure in enumerate(event.figures):
        yield ("figures", number, "source"), figure.source


@dataclass(frozen=True)
class Claims:
    """The claims on events, by the event's id."""

    by_event: Mapping[str, frozenset[Claim]] = field(default_factory=dict)

    @classmethod
    def of(cls, claims: Iterable[Claim]) -> Claims:
        """Gathers claims by their event."""
        gathered: dict[str, set[Claim]] = {}
        for claim in claims:
            gathered.setdefault(claim.event.id, set()).add(claim)
        return cls({id: frozenset(found) for id, found in gathered.items()})

    def union(self, other: Claims) -> Claims:
        """All claims of both; commutative, associative and idempotent."""
        none: frozenset[Claim] = frozenset()
        ids = self.by_event.keys() | other.by_event.keys()
        return Claims({id: self.by_event.get(id, none) | other.by_event.get(id, none) for id in ids})

    @cached_property
    def heard(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims on each event, the curated first, then by article; the events by id."""
        return {
            id: tuple(sorted(claims, key=lambda claim: claim.identity)) if len(claims) > 1 else tuple(claims)
            for id, claims in sorted(self.by_event.items())
        }

    @cached_property
    def declared(self) -> frozenset[str]:
        """The ids of the events that some file declares, and not only names."""
        return frozenset(
            id for id, claims in self.by_event.items() if any(c.how is Given.DECLARED for c in claims)
        )

    @cached_property
    def curated(self) -> frozenset[str]:
        """The ids of the events that the YAML gives."""
        return frozenset(id for id, claims in self.by_event.items() if any(c.is_curated for c in claims))

    def __iter__(self) -> Iterator[Claim]:
        for claims in self.heard.values():
            yield from claims


# Of an event that is only named the id is all there is; a copy is far cheaper than making one anew.
_ANY = Event(id="any")


def curated(events: Iterable[Located[Event]]) -> Claims:
    """The claims that the YAML makes."""
    claims = []
    for event in events:
        place = (event.file, event.places.start, 0)  # a line would have to be looked for
        claims.append(Claim(event.record, Rank.CURATED, Given.DECLARED, place, event.places))
    return Claims.of(claims)


def reported(articles: Iterable[Located[Article]]) -> Claims:
    """The claims that articles make: on events that they declare, and on those that they name."""
    claims = []
    for article in articles:
        for number, given in enumerate(article.record.events):
            path = ("events", number)
            if isinstance(given, Event):
                event, how = given, Given.DECLARED
            else:
                event, how = _ANY.model_copy(update={"id": given}), Given.NAMED
            place = (article.file, number, 0)
            claims.append(Claim(event, Rank.ARTICLE, how, place, article.places, path, article.record.id))
    return Claims.of(claims)
