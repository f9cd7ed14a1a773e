"""The page of one place: where it lies, how exactly that is known, and what happened there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.dates import Zone, zone_label
from timeline.merging import Placed
from timeline.pages.document import Document
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.listing import Item, listing
from timeline.pages.mapping.locator import locator
from timeline.pages.mentions import MENTIONS, mentioned_in, mentions
from timeline.pages.overflow import AT_ONCE, all_of, some_of
from timeline.pages.roll import Leaf, rolled
from timeline.pages.subject import SubjectView, further, other_names
from timeline.pages.views import Fact, Group, Link
from timeline.pages.words import counts, precision_words
from timeline.records import Located, Place

_CONTAINED = "contains/"


def documents(edition: Edition) -> Iterator[Document | Draft]:
    """One page for each place, and the list of them."""
    timeline, text = edition.timeline, edition.language.text
    inside: dict[str, list[str]] = {}
    for id, located in timeline.places.items():
        if located.record.within:
            inside.setdefault(located.record.within, []).append(id)
    items = []
    for id, located in timeline.places.items():
        entries = timeline.by_place.get(id, ())
        subject = _Subject(located, tuple(inside.get(id, ())), entries, edition)
        yield from rolled(
            f"places/{id}/", "place", entries, edition, subject.page,
            only=("place", id), made_of=(edition.digests.mentions_of("place", id),),
            source=located.places.of(),
        )  # fmt: skip
        yield from subject.lists()
        lead = subject.lead or text("no events")
        items.append(Item(f"{id}/", located.record.name, lead, about=subject.around))
    items.sort(key=lambda item: item.label.casefold())
    yield from listing("places/", text("Places"), text("Where the events happened."), items, edition)


class _Subject:
    """One place, whose pages are made when they are wanted."""

    def __init__(
        self, located: Located[Place], inside: tuple[str, ...], entries: Sequence[Placed], edition: Edition
    ) -> None:
        self.located = located
        self.inside = inside
        self.entries = entries
        self.edition = edition
        self.chain = edition.timeline.within(located.record.id)[1:]
        self.lead = edition.language.listed(counts(entries, edition))
        names = (edition.timeline.places[outer].record.name for outer in self.chain)
        self.around = edition.language.listed(names)

    def contained(self, root: str) -> tuple[Link, ...]:
        """Links to the places in it."""
        return self.edition.links("place", self.inside, root)

    def lists(self) -> Iterator[Document]:
        """The lists that its page has the beginning of."""
        place, edition, text = self.located.record, self.edition, self.edition.language.text
        path = f"places/{place.id}/"
        if len(self.inside) > AT_ONCE:
            yield from all_of(text("Contains"), self.contained, _CONTAINED, path, place.name, edition)
        yield from mentions("place", place.id, path, place.name, edition)

    def page(self, leaf: Leaf) -> Document:
        """One page of its timeline; the first says what is known of the place."""
        place, edition, root = self.located.record, self.edition, leaf.root
        text = edition.language.text
        groups = (
            ()
            if leaf.number > 1
            else (
                Group(text("Lies in"), edition.links("place", self.chain, root)),
                some_of(text("Contains"), self.contained(root), _CONTAINED, edition),
                some_of(
                    text("Mentioned in"), mentioned_in("place", place.id, edition, root), MENTIONS, edition
                ),
            )
        )
        view = SubjectView(
            title=place.name,
            lead=self.lead,
            kind=text("Place"),
            names=tuple(other_names(place.names, edition)),
            facts=tuple(_facts(place, edition)),
            note=edition.prose.long(place.note, root) if place.note else None,
            belongings=tuple(group for group in groups if group.links),
            timeline=leaf.timeline,
            strip=leaf.strip,
            pager=leaf.pager,
            locator=locator(place, edition) if leaf.number == 1 else None,
        )
        if leaf.number > 1:
            return further("place.html", view, leaf, edition)
        described = edition.language.listed((place.name, self.around)) if self.around else place.name
        html, source = edition.render("place.html", view), self.located.places.of()
        return Document(leaf.path, "place", place.name, described, html, source, entries=self.entries)


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
