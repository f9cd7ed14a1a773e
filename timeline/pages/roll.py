"""The timeline of a storyline, a place, an actor or a tag: on one page, or over several where it is long.

Each page has the strip of the whole, which leads to the page that holds a period, and filters that find
entries of the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.merging import Placed
from timeline.pages.archive import MOST_IN_FULL, cut, cut_in_lines
from timeline.pages.document import Document, root_of
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.filters import FiltersView, Only, telling_of_all
from timeline.pages.headings import TimelineView, shared_filters, timeline_part, timeline_view
from timeline.pages.lines import ELEMENTS, entry_anchor
from timeline.pages.paging import Pager, turned
from timeline.pages.prose import ROOT
from timeline.pages.strip import StripView, anchor_of, strip
from timeline.pages.strip_periods import Unit
from timeline.problems import Span


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


def rolled(
    path: str,
    type: str,
    entries: Sequence[Placed],
    edition: Edition,
    make: Callable[[Leaf], Document],
    *,
    only: Only,
    made_of: tuple[str, ...],
    source: Span | None = None,
    most_pages: int = 1,
) -> Iterator[Draft]:
    """The pages of a timeline; at least one.

    Args:
        path: The address of the first.
        type: The type of the first page; those after it are ``continued``.
        entries: The entries, in order.
        edition: What the pages share.
        make: Makes one page.
        only: The choice of a facet that these entries have, and no others.
        made_of: What the pages show beside the entries.
        source: Where the text of the first page is written.
        most_pages: Entries that would fill more pages than this are told in a line each.
    """
    digests = edition.digests
    too_many = len(entries) > most_pages * MOST_IN_FULL
    parts = () if too_many else cut(entries)
    in_lines = too_many or len(parts) > most_pages
    if len(parts) <= 1 and not in_lines:
        key = digests.page(type, path, *made_of, digests.entries(entries))
        yield Draft(path, type, key, lambda: make(_whole(path, entries, edition)), source, entries)
        return
    if in_lines:
        parts = cut_in_lines(entries, ELEMENTS)
    pages = [*turned(path, parts, edition.language)]
    shared = _Shared(entries, pages, edition, only, in_lines=in_lines)
    # One entry with other words changes the page that it stands on, and no other, unless it moves the cuts.
    cuts = " ".join(str(len(part)) for part in parts)
    told = (*made_of, digests.outlines(entries), f"{cuts} {in_lines} {telling_of_all(edition)}")
    shown = [digests.entries(some) for _, _, some, _ in pages]
    for own, number, some, pager in pages:
        first = number == 1
        # For machines, the first page lists them all.
        listed, digest = (entries, " ".join(shown)) if first else (some, shown[number - 1])

        def page(
            own: str = own, number: int = number, some: Sequence[Placed] = some, pager: Pager | None = pager
        ) -> Document:
            return make(shared.leaf(own, number, some, pager))

        own_type = type if first else "continued"
        key = digests.page(own_type, own, *told, str(number), digest)
        yield Draft(own, own_type, key, page, source if first else None, listed)


def _whole(path: str, entries: Sequence[Placed], edition: Edition) -> Leaf:
    root = root_of(path)
    return Leaf(path, root, 1, entries, timeline_view(entries, edition, root), strip(entries, edition), None)


class _Shared:
    """What all pages of one timeline share, worked out once: a place may have a hundred pages."""

    def __init__(
        self,
        entries: Sequence[Placed],
        pages: Sequence[tuple[str, int, Sequence[Placed], Pager | None]],
        edition: Edition,
        only: Only,
        *,
        in_lines: bool,
    ) -> None:
        self._entries = entries
        self._only = only
        self._in_lines = in_lines
        self._pages = pages
        self._edition = edition

    @cached_property
    def _filters(self) -> FiltersView | None:
        return shared_filters(self._entries, self._edition, self._only)

    @cached_property
    def _strip(self) -> StripView | None:
        page_of = {placed.entry.node: own for own, _, some, _ in self._pages for placed in some}
        return strip(
            self._entries,
            self._edition,
            lambda placed, unit: f"{ROOT}{page_of[placed.entry.node]}#{self._anchor(placed, unit)}",
        )

    def _anchor(self, placed: Placed, unit: Unit) -> str:
        """Lines stand under no headings of days: a bar of a day leads to the first of them."""
        return entry_anchor(placed.entry) if self._in_lines and unit == "day" else anchor_of(placed, unit)

    def leaf(self, own: str, number: int, some: Sequence[Placed], pager: Pager | None) -> Leaf:
        """One page."""
        root = root_of(own)
        timeline = timeline_part(some, self._filters, self._edition, root, in_lines=self._in_lines)
        return Leaf(own, root, number, some, timeline, self._strip and self._strip.at(root, own), pager)


def continued(leaf: Leaf, title: str, html: str, edition: Edition) -> Document:
    """The document of a page after the first."""
    named = edition.language.text("{period}, page {number}", period=title, number=leaf.number)
    return Document(leaf.path, "continued", named, named, html, entries=leaf.entries)
