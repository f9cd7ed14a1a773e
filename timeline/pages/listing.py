"""A page that lists records of one kind: storylines, places, actors, articles, tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from timeline.pages.archive import CHARACTERS
from timeline.pages.document import Document, root_of
from timeline.pages.edition import Edition
from timeline.pages.paging import Pager, turned, weighed
from timeline.pages.views import Link

PER_PAGE = 200
"""How many records a page lists, at some five elements each; fewer of those that have long texts."""
_ELEMENTS = 5
_USUAL = 300


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a list: where it is, what it is called, and how much there is of it."""

    url: str
    label: str
    count: str
    about: str = ""
    summary: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class ListingView:
    """What the template of a list is given.

    Attributes:
        title: Its title.
        lead: What it lists, in a sentence.
        items: What stands on this page of it.
        pager: The way to the pages beside this one.
        begun: The page that has the beginning of the list, where that is about something else.
    """

    title: str
    lead: str
    items: tuple[Item, ...]
    pager: Pager | None = None
    begun: Link | None = None


def listing(path: str, title: str, lead: str, items: Iterable[Item], edition: Edition) -> Iterator[Document]:
    """The pages that list records.

    Args:
        path: The address of the list.
        title: Its title.
        lead: What it lists, in a sentence.
        items: The records; their addresses are below the list's own.
        edition: What the pages share.
    """
    pages = weighed([*items], _weight, _ELEMENTS * PER_PAGE)
    for own, number, some, pager in turned(path, pages, edition.language):
        way = f"{root_of(own)}{path}" if own != path else ""
        shown = tuple(replace(item, url=f"{way}{item.url}") for item in some)
        view = ListingView(title, lead, shown, pager)
        yield Document(
            own, "listing" if number == 1 else "continued", title, lead, edition.render("listing.html", view)
        )


def _weight(item: Item) -> int:
    """The elements that a record makes in a list; of its texts, as many as are as heavy to load."""
    characters = len(item.label) + len(item.about) + len(item.summary)
    return _ELEMENTS + max(0, characters - _USUAL) // CHARACTERS
