"""The page of one storyline: its introduction, and its own timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from timeline.merging import Placed, folder_of
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
from timeline.records import Located, Storyline

_MOST_PAGES = 4
"""A storyline is for reading on; one of more pages is for finding one's way."""


@dataclass(frozen=True, slots=True)
class StorylineView:
    """What the template of a storyline is given."""

    title: str
    lead: str
    body: Markup | None
    counts: list[str]
    method: Link | None
    timeline: TimelineView
    strip: StripView | None
    pager: Pager | None
    lang: str
    dir: str


def documents(edition: Edition) -> Iterator[Document | Draft]:
    """One page for each storyline, and the list of them."""
    timeline = edition.timeline
    items = []
    for id, located in timeline.storylines.items():
        storyline = located.record
        lang, direction = edition.foreign(storyline.language, storyline.title)
        entries = timeline.by_storyline.get(id, ())
        lead = edition.prose.plain(storyline.summary) if storyline.summary else ""
        yield from rolled(
            f"storylines/{id}/", "storyline", entries, edition,
            partial(_page, located, entries, edition), only=("storyline", id), made_of=(located.file,),
            source=located.places.of(), most_pages=_MOST_PAGES,
        )  # fmt: skip
        items.append(
            Item(
                f"{id}/",
                storyline.title,
                edition.language.listed(counts(entries, edition)),
                summary=lead,
                lang=lang,
                dir=direction,
            )
        )
    text = edition.language.text
    yield from listing(
        "storylines/",
        text("Storylines"),
        text("Threads through the events, each in its own order."),
        items,
        edition,
    )


def _page(located: Located[Storyline], entries: Sequence[Placed], edition: Edition, leaf: Leaf) -> Document:
    """One page of a storyline's timeline; the first introduces it."""
    storyline, first = located.record, leaf.number == 1
    lang, direction = edition.foreign(storyline.language, storyline.title)
    lead = edition.prose.plain(storyline.summary) if first and storyline.summary else ""
    body = None
    if first and storyline.body.strip():
        body = edition.prose.long(storyline.body, leaf.root, folder_of(located.file, "storylines"))
    view = StorylineView(
        title=storyline.title,
        lead=lead,
        body=body,
        counts=counts(entries, edition),
        method=edition.method(leaf.root),
        timeline=leaf.timeline,
        strip=leaf.strip,
        pager=leaf.pager,
        lang=lang,
        dir=direction,
    )
    html = edition.render("storyline.html", view)
    if not first:
        return continued(leaf, storyline.title, html, edition)
    source = located.places.of()
    return Document(leaf.path, "storyline", storyline.title, lead, html, source, lang, entries=entries)
