"""A page that lists records of one kind: storylines, places, actors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.pages.document import Document
from timeline.pages.edition import Edition


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
    """What the template of a list is given."""

    title: str
    lead: str
    items: tuple[Item, ...]


def listing(path: str, title: str, lead: str, items: Iterable[Item], edition: Edition) -> Document:
    """A page that lists records."""
    view = ListingView(title, lead, tuple(items))
    return Document(path, "listing", title, lead, edition.render("listing.html", view))
