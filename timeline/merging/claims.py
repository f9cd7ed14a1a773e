"""What each file says of each event, before anybody decides which value stands.

Collecting comes first and resolving last: claims are a set, and uniting sets is commutative,
associative and idempotent, so the order of files can change nothing.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from timeline.problems import Span
from timeline.records import Article, Event, Located, Places


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
        event: The values given; an article that names or declares an event gives itself as a source.
        rank: Whose word it is.
        how: Whether the event is declared there, or only named.
        file: The file.
        line: The line on which the claim begins, from 1.
        places: Where the values stand.
        prefix: The way from the file's record to the event: empty in YAML, ``("events", 0)`` in an article.
        article: The id of the article that makes the claim; empty for the curated YAML.
    """

    event: Event
    rank: Rank
    how: Given
    file: str
    line: int
    places: Places
    prefix: tuple[str | int, ...] = ()
    article: str = ""

    @property
    def identity(self) -> tuple[int, str, str, int, tuple[str | int, ...]]:
        """What tells claims apart, and the order in which they are heard."""
        return (self.rank, self.article, self.file, self.line, self.prefix)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Claim) and self.identity == other.identity

    def __hash__(self) -> int:
        return hash(self.identity)

    @property
    def shift(self) -> int:
        """How far its list of sources is shifted: an article stands before those that it writes."""
        return 1 if self.rank is Rank.ARTICLE else 0

    def span(self, *path: str | int) -> Span:
        """The place of one of its values, or of the claim itself."""
        return self.places.of(*self.prefix, *path)

    def find(self, path: tuple[str | int, ...], words: str) -> Span:
        """The place of some words inside one of its values."""
        return self.places.find((*self.prefix, *path), words)

    def gives(self, field: str) -> bool:
        """Whether the claim says anything of a field."""
        return getattr(self.event, field) not in (None, ())


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
        ids = self.by_event.keys() | other.by_event.keys()
        return Claims(
            {id: self.by_event.get(id, frozenset()) | other.by_event.get(id, frozenset()) for id in ids}
        )

    def of_event(self, id: str) -> list[Claim]:
        """The claims on an event, the curated first, then by article."""
        return sorted(self.by_event.get(id, ()), key=lambda claim: claim.identity)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.by_event))


def curated(events: Iterable[Located[Event]]) -> Claims:
    """The claims that the YAML makes."""
    return Claims.of(Claim(e.record, Rank.CURATED, Given.DECLARED, e.file, e.line, e.places) for e in events)


def reported(articles: Iterable[Located[Article]]) -> Claims:
    """The claims that articles make: on events that they declare, and on those that they name."""
    claims = []
    for article in articles:
        for number, given in enumerate(article.record.events):
            prefix = ("events", number)
            id = article.record.id
            if isinstance(given, Event):
                event = given.model_copy(update={"sources": (id, *(s for s in given.sources if s != id))})
                how = Given.DECLARED
            else:
                event, how = Event.model_construct(id=given, sources=(id,)), Given.NAMED
            span = article.places.of(*prefix)
            claims.append(
                Claim(event, Rank.ARTICLE, how, article.file, span.line, article.places, prefix, id)
            )
    return Claims.of(claims)
