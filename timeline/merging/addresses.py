"""Every address of the web that the content gives, with the place where each is written.

It is taken from what each file says and not from the merged events, so that an address of which only one of
two spellings reached the timeline is found at both of its lines.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from timeline.merging.claims import sources_of
from timeline.merging.entries import EventEntry
from timeline.merging.mentions import Mention
from timeline.merging.owners import Owner, Owners
from timeline.problems import Span
from timeline.records import Article, Content, Event, Located, Path, Source

_WEB = frozenset({"http", "https"})


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
    LINK = "link"
    """Whatever a text links to."""


class Address(NamedTuple):
    """One address in one place.

    Attributes:
        url: The address.
        role: What it leads to.
        where: Finds its place; it is looked for only when somebody asks, for most addresses are right.
        beside: The address that stands beside it: of an original its copy, of a copy its original.
        about: The event, the article or the publisher that it belongs to.
    """

    url: str
    role: Role
    where: Callable[[], Span]
    beside: str | None = None
    about: tuple[Owner, ...] = ()

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.where()

    @property
    def host(self) -> str:
        """Its host, in small letters; empty where it has none that can be told, as in ``http://[::1/``."""
        try:
            return urlsplit(self.url).hostname or ""
        except ValueError:
            return ""

    @property
    def archived(self) -> str | None:
        """The archived copy that stands beside it, if there is one."""
        return None if self.role is Role.ARCHIVE else self.beside

    @property
    def is_cited(self) -> bool:
        """Whether something rests on it: it is more than a link in a text."""
        return self.role is not Role.LINK

    @property
    def wants_archive(self) -> bool:
        """Whether a copy of what is there should be kept: it is what an entry rests on."""
        return self.role in {Role.SOURCE, Role.ARTICLE}


def addresses(
    content: Content, mentions: Iterable[Mention], event: Callable[[str], EventEntry | None], owners: Owners
) -> Iterator[Address]:
    """The addresses of a project: those of its sources first.

    Args:
        content: The records as read.
        mentions: The links in all texts.
        event: Finds an event by an id that it has or had.
        owners: Finds the record that a text belongs to.
    """
    for located in content.events:
        yield from _of_event(located.record, located, (), event)
    for article in content.articles:
        yield from _of_article(article, event)
    for publisher in content.publishers:
        if publisher.record.url:
            where = partial(publisher.places.of, "url")
            yield Address(publisher.record.url, Role.PUBLISHER, where, about=(publisher,))
    for link in content.links:
        if link.record.archived:
            yield Address(
                link.record.archived, Role.ARCHIVE, partial(link.places.of, "archived"), link.record.url
            )
    for mention in mentions:
        if mention.kind in _WEB and not mention.link.is_image:
            about = owners(mention.text.kind, mention.text.id)
            yield Address(mention.id, Role.LINK, partial(getattr, mention, "span"), None, about)


def _of_article(article: Located[Article], event: Callable[[str], EventEntry | None]) -> Iterator[Address]:
    yield from _pair(article.record, Role.ARTICLE, article, (), (article,))
    for number, given in enumerate(article.record.events):
        if isinstance(given, Event):
            yield from _of_event(given, article, ("events", number), event)


def _of_event(
    record: Event,
    file: Located[Article] | Located[Event],
    prefix: Path,
    event: Callable[[str], EventEntry | None],
) -> Iterator[Address]:
    entry = event(record.id)
    about = (entry,) if entry else ()
    for path, source in sources_of(record):
        if isinstance(source, Source):
            yield from _pair(source, Role.SOURCE, file, (*prefix, *path), about)


def _pair(
    record: Article | Source,
    role: Role,
    file: Located[Article] | Located[Event],
    path: Path,
    about: tuple[Owner, ...],
) -> Iterator[Address]:
    """The address of a work, and that of its copy."""
    if record.url:
        yield Address(record.url, role, partial(file.places.of, *path, "url"), record.archived, about)
    if record.archived:
        yield Address(
            record.archived, Role.ARCHIVE, partial(file.places.of, *path, "archived"), record.url, about
        )
