"""Who the chronology rests on: every source by its publisher and by the agency whose text it is.

What nobody stated stands in a group of its own; it is never filled in.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from timeline.pages.addresses import address_of
from timeline.pages.citations import address_fact
from timeline.pages.document import Document, root_of
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.originals import original, remark
from timeline.pages.paging import Pager, paged, turned, weighed
from timeline.pages.views import Fact, Link
from timeline.pages.works import Work, WorkView, portions, weight_of, work_view, works

PATH = "sources/"
IN_FULL = 40
"""The most sources that the hub lists below their publishers; of more, it gives the names alone."""
ALL_EVENTS = 150
"""It does so too where more events than these rest on them, for each may be named twice."""
PER_PAGE = 1250
"""How many elements the sources of one page may make."""
VOICES = 250
"""How many publishers and agencies one page of the hub names, at some four elements each."""
_UNSTATED = "~unstated"  # no name gives this address: there a tilde stands in pairs or beside another


@dataclass
class _Voice:
    """A publisher or an agency, and what is its own."""

    name: str
    address: str
    published: list[Work] = field(default_factory=list)
    carried: list[Work] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"{PATH}{self.address}/"


@dataclass(frozen=True, slots=True)
class VoiceView:
    """A publisher or an agency in the hub."""

    link: Link
    count: str
    works: tuple[WorkView, ...]


@dataclass(frozen=True, slots=True)
class VoicesView:
    """The publishers, or the agencies."""

    anchor: str
    title: str
    note: str
    voices: tuple[VoiceView, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """What the template of the hub is given."""

    title: str
    lead: str
    articles: Link | None
    groups: tuple[VoicesView, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class WorksView:
    """Sources of one voice, in one capacity."""

    title: str
    works: tuple[WorkView, ...]


@dataclass(frozen=True, slots=True)
class SourcePageView:
    """What the template of one publisher or agency is given."""

    title: str
    lead: str
    facts: tuple[Fact, ...]
    note: Markup | None
    parts: tuple[WorksView, ...]
    every: Link
    pager: Pager | None


def documents(edition: Edition) -> Iterator[Document | Draft]:
    """The hub, and one page for each publisher and agency."""
    found = works(edition)
    voices = _voices(found, edition)
    yield from _hub(found, voices, edition)
    told = functools.cache(partial(_told, edition))  # most stand on two pages: a publisher's, an agency's
    for voice in voices:
        yield from _pages(voice, told, edition)


def _voices(found: Sequence[Work], edition: Edition) -> list[_Voice]:
    """Publishers and agencies by name; what states no publisher comes last."""
    publishers = edition.timeline.publishers
    by_address: dict[str, _Voice] = {}

    @functools.cache  # ten thousand works have a dozen publishers
    def voice(given: str | None) -> _Voice:
        address = address_of(publishers.identity(given)) if given else _UNSTATED
        name = publishers.name(given) if given else edition.language.text("Publisher not stated")
        return by_address.setdefault(address, _Voice(name, address))

    for work in found:
        voice(work.record.publisher).published.append(work)
        if work.record.origin:
            voice(work.record.origin).carried.append(work)
    return sorted(
        by_address.values(), key=lambda v: (v.address == _UNSTATED, v.name.casefold(), v.address)
    )  # fmt: skip


def _hub(found: Sequence[Work], voices: Sequence[_Voice], edition: Edition) -> Iterator[Document]:
    text, plural = edition.language.text, edition.language.plural
    in_full = len(found) <= IN_FULL and sum(len(work.events) for work in found) <= ALL_EVENTS
    silent = sum(1 for work in found if not work.record.origin)
    note = plural("{number} source names no agency.", "{number} sources name no agency.", silent)
    title = text("Sources")
    lead = text("Who the entries rest on. Several papers that carry one agency's text are one source.")
    has_reports = bool(edition.timeline.reports)
    both = [(False, v) for v in voices if v.published] + [(True, v) for v in voices if v.carried]
    for path, number, some, pager in paged(PATH, both, VOICES, edition.language):
        root = root_of(path)

        def views(
            *, agency: bool, some: Sequence[tuple[bool, _Voice]] = some, root: str = root
        ) -> tuple[VoiceView, ...]:
            return tuple(
                _in_hub(voice, edition, root, in_full=in_full, agency=agency)
                for as_agency, voice in some
                if as_agency == agency
            )

        publishers = VoicesView("publishers", text("By publisher"), "", views(agency=False))
        agencies = VoicesView("agencies", text("By agency"), note if silent else "", views(agency=True))
        groups = tuple(group for group in (publishers, agencies) if group.voices)
        articles = Link(f"{root}articles/", text("Every report on this site")) if has_reports else None
        html = edition.render("sources.html", SourcesView(title, lead, articles, groups, pager))
        yield Document(path, "sources" if number == 1 else "continued", title, lead, html)


def _in_hub(voice: _Voice, edition: Edition, root: str, *, in_full: bool, agency: bool) -> VoiceView:
    own = voice.carried if agency else voice.published
    shown = own if in_full else ()
    return VoiceView(
        Link(f"{root}{voice.path}", voice.name),
        weight_of(own, edition),
        tuple(work_view(work, edition, root, publisher=agency, origin=not agency) for work in shown),
    )


def _pages(voice: _Voice, told: Callable[[Work], str], edition: Edition) -> Iterator[Draft]:
    both = [(True, part) for work in voice.published for part in portions(work)]
    both += [(False, part) for work in voice.carried for part in portions(work)]
    pages = weighed(both, lambda item: item[1].elements, PER_PAGE)
    lead = weight_of([*dict.fromkeys((*voice.published, *voice.carried))], edition)
    for path, number, some, pager in turned(voice.path, pages, edition.language):
        key = edition.digests.page(
            "source", path, voice.name, lead, str(number), pager.here if pager else "",
            *(f"{own} {told(work)}" for own, work in some),
        )  # fmt: skip
        yield Draft(path, "source", key, partial(_page, voice, lead, path, some, pager, edition))


def _told(edition: Edition, work: Work) -> str:
    """What a list shows of a source, as a key."""
    digests = edition.digests
    events = map(digests.brief, work.events)
    return digests.key(digests.work(work.record), f"{work.first} {work.total}", *events)


def _page(
    voice: _Voice,
    lead: str,
    path: str,
    some: Sequence[tuple[bool, Work]],
    pager: Pager | None,
    edition: Edition,
) -> Document:
    text, root = edition.language.text, root_of(path)
    publisher = edition.timeline.publishers.by_id.get(voice.address)
    own_title = edition.language.text_in("what a publisher published", "Published")
    published = tuple(work_view(w, edition, root, publisher=False, origin=True) for own, w in some if own)
    carried = tuple(work_view(w, edition, root, publisher=True, origin=False) for own, w in some if not own)
    parts = (WorksView(own_title, published), WorksView(text("As an agency"), carried))
    view = SourcePageView(
        title=voice.name,
        lead=lead,
        facts=tuple(_facts(voice.address, edition)),
        note=edition.prose.long(publisher.note, root) if publisher and publisher.note else None,
        parts=tuple(part for part in parts if part.works),
        every=Link(f"{root}{PATH}", text("All sources")),
        pager=pager,
    )
    described = text("{name}: {count}", name=voice.name, count=lead)
    return Document(path, "source", voice.name, described, edition.render("source.html", view))


def _facts(id: str, edition: Edition) -> Iterator[Fact]:
    text = edition.language.text
    publisher = edition.timeline.publishers.by_id.get(id)
    if publisher is None:
        return
    if publisher.country:
        country = edition.language.locale.territories.get(publisher.country, publisher.country)
        yield Fact(text("Country"), country)
    if publisher.language:
        yield Fact(text("Language"), edition.language_name(publisher.language))
    if publisher.url:
        where = original(publisher, edition.timeline)
        if where.leads_to_copy:
            yield address_fact(text("Archived copy"), where.archived)
        yield address_fact(text("Site"), where.url, remark(where.dead, edition))
