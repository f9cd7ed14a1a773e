"""Groups of links that are too many for their page: it has some, and lists of their own have all.

A country may contain thousands of places, and thousands of texts may mention a person.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from timeline.pages.document import Document, root_of
from timeline.pages.edition import Edition
from timeline.pages.listing import PER_PAGE, Item, ListingView
from timeline.pages.paging import paged
from timeline.pages.views import Group, Link

AT_ONCE = 40
"""How many links of one group stand on a page that is about something else."""

Links = Callable[[str], tuple[Link, ...]]
"""Makes the links, given the way from their page to the site's root."""


def some_of(label: str, links: tuple[Link, ...], folder: str, edition: Edition) -> Group:
    """A group of links; of very many the first, and the way to the list of all.

    Args:
        label: What they are.
        links: All of them.
        folder: The address of the list, below that of the page.
        edition: What the pages share.
    """
    if len(links) <= AT_ONCE:
        return Group(label, links)
    words = edition.language.plural("All {number}", "All {number}", len(links))
    return Group(label, links[:AT_ONCE], Link(folder, words))


def all_of(
    label: str, links: Links, folder: str, path: str, title: str, edition: Edition
) -> Iterator[Document]:
    """The list of all, where a page has the first only.

    Args:
        label: What they are.
        links: Makes them.
        folder: The address of the list, below that of the page.
        path: The address of the page that it belongs to.
        title: The title of that page.
        edition: What the pages share.
    """
    made = functools.cache(links)  # the pages after the first are as far from the root as each other
    count = len(made(root_of(f"{path}{folder}")))
    if count <= AT_ONCE:
        return
    named = edition.language.text("{name}: {count}", name=title, count=label)
    for own, _, some, pager in paged(f"{path}{folder}", range(count), PER_PAGE, edition.language):
        root = root_of(own)
        shown = made(root)[some[0] : some[-1] + 1]
        items = tuple(Item(link.url, link.label, "", lang=link.lang, dir=link.dir) for link in shown)
        html = edition.render(
            "listing.html", ListingView(named, "", items, pager, Link(f"{root}{path}", title))
        )
        yield Document(own, "continued", named, named, html)
