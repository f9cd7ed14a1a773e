"""The timeline of a storyline, a place, an actor or a tag: on one page, or over several where it is long.

Each page has the strip of the whole, which leads to the page that holds a period, and filters that find
entries of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.merging import Placed
from timeline.pages.archive import cut
from timeline.pages.document import Document, root_of
from timeline.pages.edition import Edition
from timeline.pages.headings import TimelineView, shared_filters, timeline_part, timeline_view
from timeline.pages.paging import Pager, turned
from timeline.pages.prose import ROOT
from timeline.pages.strip import StripView, Unit, anchor_of, strip


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of such a timeline.

    Attributes:
        path: Its address.
        root: The way from it to the site's root.
        number: Its number, from 1.
        entries: What it shows.
        timeline: That, under headings.
        strip: The strip of the whole.
        pager: The way to the other pages, where there are any.
    """

    path: str
    root: str
    number: int
    entries: Sequence[Placed]
    timeline: TimelineView
    strip: StripView | None
    pager: Pager | None


def leaves(path: str, entries: Sequence[Placed], edition: Edition) -> Iterator[Leaf]:
    """The pages of a timeline; at least one.

    Args:
        path: The address of the first.
        entries: The entries, in order.
        edition: What the pages share.
    """
    if len(entries) <= edition.timeline.site.whole_up_to:
        root = root_of(path)
        timeline = timeline_view(entries, edition, root)
        yield Leaf(path, root, 1, entries, timeline, strip(entries, edition), None)
        return
    pages = [*turned(path, cut(entries), edition.language)]
    page_of = {placed.entry.node: own for own, _, some, _ in pages for placed in some}

    def address(placed: Placed, unit: Unit) -> str:
        return f"{ROOT}{page_of[placed.entry.node]}#{anchor_of(placed, unit)}"

    # Worked out once for all pages: a place may hold every entry, and have a hundred pages.
    shared, filters = strip(entries, edition, address), shared_filters(entries, edition)
    for own, number, some, pager in pages:
        root = root_of(own)
        timeline = timeline_part(some, filters, edition, root)
        yield Leaf(own, root, number, some, timeline, shared and shared.at(root, own), pager)


def continued(leaf: Leaf, title: str, html: str, edition: Edition) -> Document:
    """The document of a page after the first."""
    named = edition.language.text("{period}, page {number}", period=title, number=leaf.number)
    return Document(leaf.path, "continued", named, named, html, entries=leaf.entries)
