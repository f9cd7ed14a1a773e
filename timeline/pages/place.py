"""The page of one place: where it lies, how exactly that is known, and what happened there."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.dates import Zone, zone_label
from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.home import counts
from timeline.pages.listing import Item, listing
from timeline.pages.mapping.locator import locator
from timeline.pages.mentions import mentioned_in
from timeline.pages.roll import leaves
from timeline.pages.subject import SubjectView, further, other_names
from timeline.pages.views import Fact, Group
from timeline.pages.words import precision_words
from timeline.records import Place


def documents(edition: Edition) -> Iterator[Document]:
    """One page for each place, and the list of them."""
    timeline, text, root = edition.timeline, edition.language.text, "../../"
    inside: dict[str, list[str]] = {}
    for id, located in timeline.places.items():
        if located.record.within:
            inside.setdefault(located.record.within, []).append(id)
    items = []
    for id, located in timeline.places.items():
        place = located.record
        chain = timeline.within(id)[1:]
        entries = timeline.by_place.get(id, ())
        groups = (
            Group(text("Lies in"), edition.links("place", chain, root)),
            Group(text("Contains"), edition.links("place", tuple(inside.get(id, ())), root)),
            Group(text("Mentioned in"), mentioned_in("place", id, edition, root)),
        )
        words = counts(entries, edition)
        path, source = f"places/{id}/", located.places.of()
        leaf, *more = leaves(path, entries, edition)
        view = SubjectView(
            title=place.name,
            lead=edition.language.listed(words),
            kind=text("Place"),
            names=tuple(other_names(place.names, edition)),
            facts=tuple(_facts(place, edition)),
            note=edition.prose.long(place.note, root) if place.note else None,
            belongings=tuple(group for group in groups if group.links),
            timeline=leaf.timeline,
            strip=leaf.strip,
            pager=leaf.pager,
            locator=locator(place, edition),
        )
        around = edition.language.listed(timeline.places[outer].record.name for outer in chain)
        described = edition.language.listed((place.name, around)) if around else place.name
        html = edition.render("place.html", view)
        yield Document(path, "place", place.name, described, html, source, entries=entries)
        yield from further("place.html", view, more, edition)
        items.append(Item(f"{id}/", place.name, view.lead or text("no events"), about=around))
    items.sort(key=lambda item: item.label.casefold())
    yield from listing("places/", text("Places"), text("Where the events happened."), items, edition)


def _facts(place: Place, edition: Edition) -> Iterator[Fact]:
    text = edition.language.text
    if place.latitude is not None and place.longitude is not None:
        north = text("{degrees} N") if place.latitude >= 0 else text("{degrees} S")
        east = text("{degrees} E") if place.longitude >= 0 else text("{degrees} W")
        sides = (_degrees(north, place.latitude), _degrees(east, place.longitude))
        yield Fact(text("Coordinates"), edition.language.listed(sides))
    if place.precision:
        yield Fact(text("Stands for"), precision_words(place.precision, edition.language))
    if place.country:
        yield Fact(text("Country"), edition.language.locale.territories.get(place.country, place.country))
    if place.timezone:
        yield Fact(text("Clocks"), zone_label(Zone.parse(place.timezone), edition.language))


def _degrees(words: str, value: float) -> str:
    return words.format(degrees=f"{abs(value):g}°")
