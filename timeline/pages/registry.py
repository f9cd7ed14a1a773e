"""Every page type there is. A new one is a module beside this, its template, and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from timeline.pages import (
    actor,
    add,
    article,
    correction,
    event,
    fields,
    handbook,
    home,
    page,
    period,
    place,
    sources,
    storyline,
    tag,
)
from timeline.pages import map as map_page
from timeline.pages.document import Document
from timeline.pages.draft import Draft, finished
from timeline.pages.edition import Edition

PAGE_TYPES: Mapping[str, Callable[[Edition], Iterator[Document | Draft]]] = {
    "home": home.documents,
    "period": period.documents,
    "page": page.documents,
    "event": event.documents,
    "article": article.documents,
    "storyline": storyline.documents,
    "place": place.documents,
    "actor": actor.documents,
    "tag": tag.documents,
    "source": sources.documents,
    "correction": correction.documents,
    "map": map_page.documents,
    "add": add.documents,
    "handbook": handbook.documents,
    "fields": fields.documents,
}
"""The page types by name, in the order in which they are made."""


def documents(edition: Edition) -> Iterator[Document]:
    """Every page of a site.

    Args:
        edition: The edition of a timeline without errors.

    Returns:
        The pages, type by type, in one order for the same timeline; each with its metadata.
    """
    for draft in drafts(edition):
        yield finished(draft, edition)


def drafts(edition: Edition) -> Iterator[Document | Draft]:
    """The same pages, those of which there are many yet to be made: for one who cannot hold them all."""
    for make in PAGE_TYPES.values():
        yield from make(edition)
