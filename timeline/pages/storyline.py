"""The page of one storyline: its introduction, and its own timeline."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.headings import timeline_view
from timeline.pages.home import HomeView, counts
from timeline.pages.listing import Item, listing
from timeline.pages.strip import strip


def documents(edition: Edition) -> Iterator[Document]:
    """One page for each storyline, and the list of them."""
    timeline, root = edition.timeline, "../../"
    items = []
    for id, located in timeline.storylines.items():
        storyline = located.record
        lang, direction = edition.foreign(storyline.language, storyline.title)
        entries = timeline.by_storyline.get(id, ())
        lead = edition.prose.plain(storyline.summary) if storyline.summary else ""
        view = HomeView(
            title=storyline.title,
            lead=lead,
            body=edition.prose.long(storyline.body, root, "storylines") if storyline.body.strip() else None,
            counts=counts(entries, edition),
            as_of="",
            method=edition.method(root),
            timeline=timeline_view(entries, edition, root),
            strip=strip(entries, edition),
            lang=lang,
            dir=direction,
        )
        html = edition.render("storyline.html", view)
        path, source = f"storylines/{id}/", located.places.of()
        yield Document(path, "storyline", storyline.title, lead, html, source, lang, entries=entries)
        items.append(
            Item(
                f"{id}/",
                storyline.title,
                edition.language.listed(view.counts),
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
