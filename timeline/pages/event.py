"""The page of one event: everything that is known of it, and how it hangs together with others."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from timeline.merging import Entry, EventEntry, Placed
from timeline.pages.changes import changed
from timeline.pages.citations import citation, cited_link
from timeline.pages.document import Document, root_of
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.entries import account_view, retraction_view
from timeline.pages.event_view import EventView, is_short, part_of, shares_of
from timeline.pages.mentions import mentioned_in
from timeline.pages.paging import Pager, turned
from timeline.pages.shares import Shares
from timeline.pages.stops import in_timeline
from timeline.pages.tag import tag_links
from timeline.pages.views import (
    CorrectionView,
    Group,
    Link,
    MediaView,
    Step,
)
from timeline.pages.words import figure_view, kind_view, status_view
from timeline.records import Status

_MEDIA_TYPES = {
    **dict.fromkeys(("mp4", "webm", "ogv"), "film"),
    **dict.fromkeys(("mp3", "m4a", "wav", "ogg", "oga", "opus"), "sound"),
    **dict.fromkeys(("pdf", "vtt"), "document"),
}
"""What a file is by its ending, where it is no picture."""


def documents(edition: Edition) -> Iterator[Draft]:
    """One page for each event, in the order of the timeline."""
    entries = edition.timeline.entries
    for number, placed in enumerate(entries):
        if isinstance(placed.entry, EventEntry):
            previous = entries[number - 1] if number else None
            following = entries[number + 1] if number + 1 < len(entries) else None
            yield from _drafts(placed.entry, previous, following, edition)


def _drafts(
    entry: EventEntry, previous: Placed | None, following: Placed | None, edition: Edition
) -> Iterator[Draft]:
    """The event's page; where very much is known of it, some of it stands on further pages."""
    digests, group = edition.digests, in_timeline(entry, edition, "")
    path, span = f"events/{entry.id}/", entry.home.span()
    made_of = (
        digests.told(entry),
        digests.brief(previous.entry) if previous else "",
        digests.brief(following.entry) if following else "",
        digests.relations_of(entry),
        digests.mentions_of("event", entry.id),
        *(f"{link.url}\0{link.label}" for link in group.links),
        span.file,
    )
    make = partial(_view, entry, previous, following, edition)
    pages: Sequence[Shares] = () if is_short(entry, edition) else shares_of(make("../../"))
    if len(pages) < 2:  # ten thousand of these wait to be made: what each holds is held as often
        document = partial(_document, entry, previous, following, edition)
        yield Draft(path, "event", digests.page("event", path, *made_of), document, span)
        return
    # The pages after the first are as far from the root as each other: two views serve them all.
    view_at = functools.cache(make)
    for own, number, _, pager in turned(path, [(page,) for page in pages], edition.language):
        type = "event" if number == 1 else "continued"
        key = digests.page(type, own, *made_of, f"{number} of {len(pages)}")
        document = partial(_part, entry, view_at, pages, own, number, pager, edition)
        yield Draft(own, type, key, document, span if number == 1 else None)


def _document(
    entry: EventEntry, previous: Placed | None, following: Placed | None, edition: Edition
) -> Document:
    return _first(entry, _view(entry, previous, following, edition, "../../"), edition)


def _part(
    entry: EventEntry,
    view_at: Callable[[str], EventView],
    pages: Sequence[Shares],
    path: str,
    number: int,
    pager: Pager | None,
    edition: Edition,
) -> Document:
    """One of several pages."""
    view = replace(part_of(view_at(root_of(path)), number, pages, edition), pager=pager)
    if number == 1:
        return _first(entry, view, edition)
    title = edition.language.text("{period}, page {number}", period=entry.title, number=number)
    view = replace(view, whole=Link("../../", entry.title, view.lang, view.dir))
    html = edition.render("event_further.html", view)
    return Document(path, "continued", title, title, html, language=view.lang)


def _first(entry: EventEntry, view: EventView, edition: Edition) -> Document:
    event = entry.record
    when = edition.when(entry.when).words
    described = edition.prose.plain(event.summary) if event.summary else entry.title
    return Document(
        f"events/{entry.id}/", "event", entry.title, f"{edition.sentence(when)}. {described}",
        edition.render("event.html", view), entry.home.span(), view.lang,
        updated=changed(entry),
    )  # fmt: skip


def _view(
    entry: EventEntry, previous: Placed | None, following: Placed | None, edition: Edition, root: str
) -> EventView:
    path = f"events/{entry.id}/"
    event, text = entry.record, edition.language.text
    lang, direction = edition.foreign(event.language, entry.title)
    chain = edition.timeline.within(event.place) if event.place else ()
    disputed = entry.status is Status.DISPUTED
    return EventView(
        title=entry.title,
        lang=lang,
        dir=direction,
        kind=kind_view(event.kind, edition),
        when=edition.when(entry.when),
        place=edition.links("place", chain, root),
        place_words=text("place not stated"),
        summary=edition.prose.short(event.summary, root) if event.summary else None,
        body=edition.prose.long(event.body, root) if event.body else None,
        retracted=retraction_view(entry, edition, root),
        media=tuple(_media(entry, edition, root)),
        accounts=tuple(account_view(account, event, edition, root) for account in event.accounts),
        accounts_title=text("Accounts differ") if disputed else text("Accounts"),
        figures=tuple(
            figure_view(f, edition, cited_link(f.source, event.sources, edition, root)) for f in event.figures
        ),
        before=tuple(_before(entry, edition, root)),
        after=tuple(_after(entry, edition, root)),
        sources=tuple(citation(s, n, edition, root) for n, s in enumerate(event.sources, 1)),
        sources_title=edition.language.plural("Source", "Sources", len(event.sources)),
        corrections=tuple(
            CorrectionView(edition.day(c.date), edition.prose.short(c.note, root)) for c in event.corrections
        ),
        status=status_view(entry.status, edition, root),
        confirmed_by=event.confirmed_by or "",
        belongings=tuple(_belongings(entry, edition, root)),
        tags=tag_links(event.tags, root),
        edit=edition.edit(entry.home.span()),
        previous=_neighbour(previous, edition, root),
        next=_neighbour(following, edition, root),
        permalink=edition.permalink(path),
        suggestion=edition.suggestion(entry.id, entry.title, path),
        instant=_instant(entry.when.machine or ""),
    )


def _instant(machine: str) -> str:
    """A machine's form of a date where it names an instant: with a clock time and its offset from UTC."""
    return machine if re.search(r"T.*(Z|[+-]\d\d:\d\d)$", machine) else ""


def _step(relation: str, entry: Entry, edition: Edition, root: str) -> Step:
    link = edition.link_to(entry, root)
    return Step(relation, link.url, link.label, edition.when(entry.when), link.lang, link.dir)


def _before(entry: EventEntry, edition: Edition, root: str) -> Iterator[Step]:
    """What the event answers or follows, in the timeline's order."""
    timeline, text = edition.timeline, edition.language.text
    relations = {id: text("In response to") for id in entry.record.response_to}
    relations |= {id: text("After") for id in entry.record.after if id not in relations}
    found = [(event, words) for id, words in relations.items() if (event := timeline.event(id))]
    for event, words in sorted(found, key=lambda pair: timeline.position[pair[0].node]):
        yield _step(words, event, edition, root)


def _after(entry: EventEntry, edition: Edition, root: str) -> Iterator[Step]:
    """What answers or follows the event, in the timeline's order."""
    timeline, text = edition.timeline, edition.language.text
    relations: dict[EventEntry, str] = {
        event: text("Answered by") for event in timeline.following.get(("response_to", entry.id), ())
    }
    for event in timeline.following.get(("after", entry.id), ()):
        relations.setdefault(event, text("Followed by"))
    for event in sorted(relations, key=lambda event: timeline.position[event.node]):
        yield _step(relations[event], event, edition, root)


def _neighbour(placed: Placed | None, edition: Edition, root: str) -> Step | None:
    return None if placed is None else _step("", placed.entry, edition, root)


def _belongings(entry: EventEntry, edition: Edition, root: str) -> Iterator[Group]:
    event, text, timeline = entry.record, edition.language.text, edition.timeline
    parts = tuple(e.id for e in timeline.following.get(("part_of", entry.id), ()))
    related = tuple(e.id for e in timeline.following.get(("related", entry.id), ()))
    groups = (
        (text("Storylines"), edition.links("storyline", event.storylines, root)),
        (text("Who took part"), edition.links("actor", event.actors, root)),
        (text("Part of"), edition.links("event", (event.part_of,) if event.part_of else (), root)),
        (text("Made up of"), edition.links("event", parts, root)),
        (text("Related"), edition.links("event", tuple(dict.fromkeys((*event.related, *related))), root)),
        (text("Mentioned in"), mentioned_in("event", entry.id, edition, root)),
    )
    yield in_timeline(entry, edition, root)
    for label, links in groups:
        if links:
            yield Group(label, links)


def _media(entry: EventEntry, edition: Edition, root: str) -> Iterator[MediaView]:
    content = edition.timeline.content
    for item in entry.record.media:
        stem, _, suffix = item.file.rpartition(".")
        width, height = content.pictures.get(item.file, (0, 0))
        yield MediaView(
            type=_MEDIA_TYPES.get(suffix.lower(), "picture"),
            url=f"{root}media/{item.file}",
            alt=item.alt,
            caption=edition.prose.short(item.caption, root) if item.caption else None,
            credit=item.credit or "",
            licence=item.licence or "",
            graphic=item.graphic,
            width=width,
            height=height,
            captions=f"{root}media/{stem}.vtt" if f"{stem}.vtt" in content.media else "",
            lang=edition.foreign(item.language)[0],
            dir=edition.foreign(item.language)[1],
        )
