"""Every address of the web that the records cite, with the place where each is written.

It is taken from what each file says and not from the merged timeline, so that an address of which only one
of two spellings reached the timeline is found at both of its lines.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.merging.claims import Claim, curated, reported
from timeline.problems import Span
from timeline.records import Content, Path, Places, Source


class Role(enum.StrEnum):
    """What an address leads to."""

    SOURCE = "source"
    """A source that is described where it is cited."""
    ARTICLE = "article"
    """The original of one of the site's articles."""
    PUBLISHER = "publisher"
    """A publisher's own site."""
    ARCHIVE = "archived copy"
    """A copy that somebody keeps of one of these."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One address in one place.

    Attributes:
        url: The address.
        role: What it leads to.
        places: The places of the record that it is written in.
        path: The way to it inside that record.
        archived: The archived copy that stands beside it, if there is one.
    """

    url: str
    role: Role
    places: Places
    path: Path
    archived: str | None = None

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.places.of(*self.path)

    @property
    def wants_archive(self) -> bool:
        """Whether a copy of what is there should be kept: it is what an entry rests on."""
        return self.role in {Role.SOURCE, Role.ARTICLE}


def cited(content: Content) -> Iterator[Cited]:
    """The addresses that a project's records cite, in no order that means anything."""
    for article in content.articles:
        record, places = article.record, article.places
        if record.url:
            yield Cited(record.url, Role.ARTICLE, places, ("url",), record.archived)
        if record.archived:
            yield Cited(record.archived, Role.ARCHIVE, places, ("archived",))
    for claim in curated(content.events).union(reported(content.articles)):
        yield from _by_claim(claim)
    for publisher in content.publishers:
        if publisher.record.url:
            yield Cited(publisher.record.url, Role.PUBLISHER, publisher.places, ("url",))
    for link in content.links:
        if link.record.archived:
            yield Cited(link.record.archived, Role.ARCHIVE, link.places, ("archived",))


def _by_claim(claim: Claim) -> Iterator[Cited]:
    for path, source in claim.cited():
        if not isinstance(source, Source):
            continue
        if source.url:
            yield Cited(source.url, Role.SOURCE, claim.places, (*claim.prefix, *path, "url"), source.archived)
        if source.archived:
            yield Cited(source.archived, Role.ARCHIVE, claim.places, (*claim.prefix, *path, "archived"))
