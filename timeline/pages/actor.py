"""The page of one actor: who it is, and the events in which it takes part."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.home import counts
from timeline.pages.listing import Item, listing
from timeline.pages.mentions import mentioned_in
from timeline.pages.roll import leaves
from timeline.pages.subject import SubjectView, further, other_names
from timeline.pages.views import Group


def documents(edition: Edition) -> Iterator[Document]:
    """One page for each actor, and the list of them."""
    timeline, text, root = edition.timeline, edition.language.text, "../../"
    items = []
    for id, located in timeline.actors.items():
        actor = located.record
        entries = timeline.by_actor.get(id, ())
        mentioned = Group(text("Mentioned in"), mentioned_in("actor", id, edition, root))
        kind = edition.sentence(actor.kind) if actor.kind else ""
        path, source = f"actors/{id}/", located.places.of()
        leaf, *more = leaves(path, entries, edition)
        view = SubjectView(
            title=actor.name,
            lead=edition.language.listed(counts(entries, edition)),
            kind=kind,
            names=tuple(other_names(actor.names, edition)),
            facts=(),
            note=edition.prose.long(actor.note, root) if actor.note else None,
            belongings=(mentioned,) if mentioned.links else (),
            timeline=leaf.timeline,
            strip=leaf.strip,
            pager=leaf.pager,
        )
        described = edition.prose.plain(actor.note) if actor.note else ""
        html = edition.render("actor.html", view)
        yield Document(path, "actor", actor.name, described, html, source, entries=entries)
        yield from further("actor.html", view, more, edition)
        items.append(Item(f"{id}/", actor.name, view.lead or text("no events"), about=kind))
    items.sort(key=lambda item: item.label.casefold())
    yield from listing(
        "actors/", text("People and bodies"), text("Who took part in the events."), items, edition
    )
