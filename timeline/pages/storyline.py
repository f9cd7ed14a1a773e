"""The page of one storyline: its introduction, and its own timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.merging import folder_of
from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.home import HomeView, counts
from timeline.pages.listing import Item, listing
from timeline.pages.roll import continued, leaves


def documents(edition: Edition) -> Iterator[Document]:
    """One page for each storyline, and the list of them."""
    timeline, root = edition.timeline, "../../"
    items = []
    for id, located in timeline.storylines.items():
        storyline = located.record
        lang, direction = edition.foreign(storyline.language, storyline.title)
        entries = timeline.by_storyline.get(id, ())
        lead = edition.prose.plain(storyline.summary) if storyline.summary else ""
        path, source = f"storylines/{id}/", located.places.of()
        leaf, *more = leaves(path, entries, edition)
        view = HomeView(
            title=storyline.title,
            lead=lead,
            body=edition.prose.long(storyline.body, root, folder_of(located.file, "storylines"))
            if storyline.body.strip()
            else None,
            counts=counts(entries, edition),
            as_of="",
            method=edition.method(root),
            timeline=leaf.timeline,
            strip=leaf.strip,
            pager=leaf.pager,
            lang=lang,
            dir=direction,
        )
        html = edition.render("storyline.html", view)
        yield Document(path, "storyline", storyline.title, lead, html, source, lang, entries=entries)
        for leaf in more:
            part = replace(
                view, lead="", body=None, method=edition.method(leaf.root),
                timeline=leaf.timeline, strip=leaf.strip, pager=leaf.pager,
            )  # fmt: skip
            yield continued(leaf, storyline.title, edition.render("storyline.html", part), edition)
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
