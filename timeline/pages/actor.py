"""The page of one actor: who it is, and the events in which it takes part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from timeline.merging import Placed
from timeline.pages.document import Document
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.listing import Item, listing
from timeline.pages.mentions import MENTIONS, mentioned_in, mentions
from timeline.pages.overflow import some_of
from timeline.pages.roll import Leaf, rolled
from timeline.pages.subject import SubjectView, further, other_names
from timeline.pages.words import counts
from timeline.problems import Span
from timeline.records import Actor


def documents(edition: Edition) -> Iterator[Document | Draft]:
    """One page for each actor, and the list of them."""
    timeline, text = edition.timeline, edition.language.text
    items = []
    for id, located in timeline.actors.items():
        actor = located.record
        entries = timeline.by_actor.get(id, ())
        lead = edition.language.listed(counts(entries, edition))
        yield from rolled(
            f"actors/{id}/", "actor", entries, edition,
            partial(_page, actor, lead, entries, located.places.of(), edition),
            only=("actor", id), made_of=(edition.digests.mentions_of("actor", id),),
            source=located.places.of(),
        )  # fmt: skip
        yield from mentions("actor", id, f"actors/{id}/", actor.name, edition)
        items.append(Item(f"{id}/", actor.name, lead or text("no events"), about=_kind(actor, edition)))
    items.sort(key=lambda item: item.label.casefold())
    yield from listing(
        "actors/", text("People and bodies"), text("Who took part in the events."), items, edition
    )


def _page(
    actor: Actor, lead: str, entries: Sequence[Placed], source: Span, edition: Edition, leaf: Leaf
) -> Document:
    links = mentioned_in("actor", actor.id, edition, leaf.root) if leaf.number == 1 else ()
    mentioned = some_of(edition.language.text("Mentioned in"), links, MENTIONS, edition)
    view = SubjectView(
        title=actor.name,
        lead=lead,
        kind=_kind(actor, edition),
        names=tuple(other_names(actor.names, edition)),
        facts=(),
        note=edition.prose.long(actor.note, leaf.root) if actor.note else None,
        belongings=(mentioned,) if mentioned.links else (),
        timeline=leaf.timeline,
        strip=leaf.strip,
        pager=leaf.pager,
    )
    if leaf.number > 1:
        return further("actor.html", view, leaf, edition)
    described = edition.prose.plain(actor.note) if actor.note else ""
    html = edition.render("actor.html", view)
    return Document(leaf.path, "actor", actor.name, described, html, source, entries=entries)


def _kind(actor: Actor, edition: Edition) -> str:
    return edition.sentence(actor.kind) if actor.kind else ""
