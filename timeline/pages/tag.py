"""The page of one tag: every entry that carries it. Tags are the editors' own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from timeline.merging import Placed
from timeline.pages.addresses import address_of, folded, spellings
from timeline.pages.document import Document
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.headings import TimelineView
from timeline.pages.listing import Item, listing
from timeline.pages.paging import Pager
from timeline.pages.roll import Leaf, continued, rolled
from timeline.pages.strip import StripView
from timeline.pages.views import Link
from timeline.pages.words import counts


@dataclass(frozen=True, slots=True)
class TagView:
    """What the template of a tag is given."""

    title: str
    lead: str
    every: Link
    timeline: TimelineView
    strip: StripView | None
    pager: Pager | None


def documents(edition: Edition) -> Iterator[Document | Draft]:
    """One page for each tag, and the list of them."""
    text = edition.language.text
    items = []
    for key, (label, entries) in tagged(edition).items():
        address = address_of(label)
        lead = edition.language.listed(counts(entries, edition))
        make = partial(_page, label, lead, entries, edition)
        yield from rolled(
            f"tags/{address}/", "tag", entries, edition, make, only=("tag", key), made_of=(label,)
        )
        items.append(Item(f"{address}/", label, lead))
    items.sort(key=lambda item: (folded(item.label), item.label))
    yield from listing("tags/", text("Tags"), text("Words that editors gave to entries."), items, edition)


def _page(label: str, lead: str, entries: Sequence[Placed], edition: Edition, leaf: Leaf) -> Document:
    text = edition.language.text
    every = Link(f"{leaf.root}tags/", text("All tags"))
    html = edition.render("tag.html", TagView(label, lead, every, leaf.timeline, leaf.strip, leaf.pager))
    if leaf.number > 1:
        return continued(leaf, label, html, edition)
    described = text("{what}, tagged '{tag}'", what=lead, tag=label)
    return Document(leaf.path, "tag", label, described, html, entries=entries)


def tagged(edition: Edition) -> Mapping[str, tuple[str, Sequence[Placed]]]:
    """The entries of each tag, with the spelling that comes first in the timeline."""
    found: dict[str, tuple[str, list[Placed]]] = {}
    for placed in edition.timeline.entries:
        for key, tag in sorted(spellings(placed.entry.record.tags).items()):
            found.setdefault(key, (tag, []))[1].append(placed)
    return found


def tag_links(tags: Sequence[str], root: str) -> tuple[Link, ...]:
    """Links to the pages of an entry's tags."""
    return tuple(Link(f"{root}tags/{address_of(tag)}/", tag) for tag in spellings(tags).values())
