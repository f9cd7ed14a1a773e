"""What a page says to search engines and archives, as JSON-LD in the words of schema.org.

Every page is a ``WebPage`` or ``CollectionPage``. What happened stands below it as ``about``: search engines
keep a top-level ``Event`` for things that one can attend. ``ClaimReview`` is left out: it is for verdicts,
and search engines retired it in 2025. Addresses are given only where the site knows its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from timeline.dates import When, iso_date
from timeline.languages import message
from timeline.merging import EventEntry, Placed
from timeline.pages.citations import publication
from timeline.pages.compact import compact
from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.originals import original
from timeline.records import Article, Place, PlacePrecision, Source

Thing = dict[str, Any]
"""One node of JSON-LD."""

LONGEST_LIST = 100
"""The most items of a list that a page spells out; ``numberOfItems`` counts all of them."""

_SECTIONS = {
    "places/": message("Places"),
    "actors/": message("People and bodies"),
    "storylines/": message("Storylines"),
    "tags/": message("Tags"),
    "sources/": message("Sources"),
}
_POINTS = {None, PlacePrecision.EXACT, PlacePrecision.LOCALITY}
_EXACT = {"second", "minute", "part", "day"}
# What would end a script element, or a line of the script in it; JSON can write each of them otherwise.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def linked_data(document: Document, edition: Edition) -> str:
    """The JSON-LD of a page, fit to stand in a script element."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", compact(_page(document, edition)))


def when_of(when: When) -> Thing:
    """A date as schema.org can say it.

    Returns:
        ``startDate`` for a whole day or a clock time; anything less exact as ``temporalCoverage``, in the
        words of ISO 8601-2 (EDTF) as the editors wrote them, so that nothing is made more exact than it is.
    """
    if when.machine and when.precision in _EXACT:
        return {"startDate": when.machine}
    return {"temporalCoverage": when.date}


def _page(document: Document, edition: Edition) -> Thing:
    site, url = edition.timeline.site, edition.permalink(document.path)
    page: Thing = {
        "@context": "https://schema.org",
        "@type": "WebPage" if document.type in _SINGLE else "CollectionPage",
        **_addressed(url),
        "name": document.title,
        "description": document.description,
        "inLanguage": document.language or edition.language.code,
        "isPartOf": {"@type": "WebSite", "name": site.name, **_addressed(site.url)},
    }
    if document.updated:
        page["dateModified"] = document.updated
    page |= _PARTS.get(document.type, _nothing)(document, edition)
    if document.entries:
        page |= _coverage(document.entries)
        # The first page of a long timeline lists its entries for all those after it.
        listed = () if document.type == "continued" else document.entries[:LONGEST_LIST]
        page["mainEntity"] = _list(listed, len(document.entries), edition)
    if url and document.path:
        page["breadcrumb"] = _breadcrumb(document, edition)
    return page


def _addressed(url: str) -> Thing:
    return {"@id": url, "url": url} if url else {}


def _nothing(document: Document, edition: Edition) -> Thing:
    del document, edition
    return {}


def _of_event(document: Document, edition: Edition) -> Thing:
    """The event that the page is about; one that was retracted is not said to have happened."""
    entry = edition.timeline.events[_id(document)]
    event = entry.record
    page: Thing = {"datePublished": event.added} if event.added else {}
    if event.retracted:
        page["creativeWorkStatus"] = "Retracted"
        page["correction"] = [_correction(event.retracted.date, event.retracted.reason, edition)]
    else:
        when = when_of(entry.when)
        page["about"] = _occurrence(entry, edition, when.get("startDate", ""))
        page |= {key: value for key, value in when.items() if key == "temporalCoverage"}
    if event.corrections:
        corrections = [_correction(c.date, c.note, edition) for c in event.corrections[:LONGEST_LIST]]
        page.setdefault("correction", []).extend(corrections)
    cited = (_citation(source, edition) for source in event.sources[:LONGEST_LIST])
    page["citation"] = [source for source in cited if source]
    if event.tags:
        page["keywords"] = list(event.tags[:LONGEST_LIST])
    return page


def _occurrence(entry: EventEntry, edition: Edition, start: str) -> Thing:
    event, timeline = entry.record, edition.timeline
    found: Thing = {"@type": "Event", "name": entry.title}
    if start:
        found["startDate"] = start
    if event.place and event.place in timeline.places:
        around = timeline.within(event.place)[1:2]  # its page tells what lies around that
        found["location"] = _place(timeline.places[event.place].record, around, edition)
    whole = timeline.event(event.part_of) if event.part_of else None
    if whole:
        found["superEvent"] = _brief(whole, edition)
    return found


def _brief(entry: EventEntry, edition: Edition) -> Thing:
    """An event that another page tells of."""
    start = when_of(entry.when).get("startDate")
    dated = {"startDate": start} if start else {}
    return {"@type": "Event", "name": entry.title, **dated, **_url(edition.permalink(f"events/{entry.id}/"))}


def _of_article(document: Document, edition: Edition) -> Thing:
    report = edition.timeline.reports[_id(document)]
    events = [edition.timeline.events[id] for id in report.supports]
    page: Thing = {"datePublished": report.record.added} if report.record.added else {}
    page["citation"] = _citation(report.record, edition)
    told = [_brief(event, edition) for event in events if not event.record.retracted][:LONGEST_LIST]
    if told:
        page["about"] = told
    return page


def _of_place(document: Document, edition: Edition) -> Thing:
    id = _id(document)
    return {"about": _place(edition.timeline.places[id].record, edition.timeline.within(id)[1:], edition)}


def _of_actor(document: Document, edition: Edition) -> Thing:
    actor = edition.timeline.actors[_id(document)].record
    kind = "Person" if actor.kind == "person" else "Organization" if actor.kind else "Thing"
    about: Thing = {"@type": kind, "name": actor.name}
    if actor.names:
        about["alternateName"] = list(actor.names.values())
    return {"about": about}


def _place(place: Place, around: Sequence[str], edition: Edition) -> Thing:
    """A place; coordinates only where they are its own and do not stand for something wider."""
    is_country = place.precision is PlacePrecision.COUNTRY
    found: Thing = {"@type": "Country" if is_country else "Place", "name": place.name}
    if place.latitude is not None and place.precision in _POINTS:
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    if around:
        outer = edition.timeline.places[around[0]].record
        found["containedInPlace"] = _place(outer, around[1:], edition)
    elif place.country and not is_country:
        found["containedInPlace"] = {"@type": "Country", "name": place.country}
    return found


def _citation(source: str | Source | Article, edition: Edition) -> Thing:
    """A source as a ``NewsArticle``: what is not stated stays out."""
    if isinstance(source, str):
        report = edition.timeline.reports.get(source)
        if report is None:
            return {}
        source = report.record
    name = edition.timeline.publishers.name
    published = publication(source, edition)
    stated = {
        "url": source.url,
        "archivedAt": original(source, edition.timeline).archived,
        "inLanguage": source.language,
        "datePublished": edition.when(published).machine if published else None,
        "publisher": source.publisher and {"@type": "Organization", "name": name(source.publisher)},
        "sourceOrganization": source.origin and {"@type": "Organization", "name": name(source.origin)},
        "creditText": source.byline,
    }
    headline = {"@type": "NewsArticle", "headline": source.title}
    return headline | {key: value for key, value in stated.items() if value}


def _correction(day: str, note: str, edition: Edition) -> Thing:
    return {"@type": "CorrectionComment", "datePublished": day, "text": edition.prose.plain(note)}


def _list(entries: Sequence[Placed], count: int, edition: Edition) -> Thing:
    items = [
        {"@type": "ListItem", "position": number, "name": entry.title, **_url(edition.permalink(path))}
        for number, (entry, path) in enumerate(_paths(entries), 1)
    ]
    return {
        "@type": "ItemList",
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": count,
        **({"itemListElement": items} if items else {}),
    }


def _paths(entries: Sequence[Placed]) -> Iterator[tuple[Any, str]]:
    for placed in entries:
        yield placed.entry, f"{'events' if placed.is_event else 'articles'}/{placed.entry.id}/"


def _coverage(entries: Sequence[Placed]) -> Thing:
    """The stretch that a list covers, to the month where its first and its last entry are known that well."""
    whens = [placed.entry.when for placed in entries]
    starts = [when for when in whens if when.expression.start]
    ends = [(when.expression.end.last, when) for when in whens if when.expression.end]
    if not starts or not ends:
        return {}
    first = min(starts, key=lambda when: when.sort_key)
    _, last = max(ends, key=lambda end: end[0])
    start, end = first.start_local(), last.end_local()
    if start is None or end is None:
        return {}
    by_month = {first.heading, last.heading} <= {"day", "month"}
    sides = [iso_date(side.year, side.month if by_month else None) for side in (start, end)]
    return {"temporalCoverage": "/".join(dict.fromkeys(sides))}


def _breadcrumb(document: Document, edition: Edition) -> Thing:
    steps = [("", edition.timeline.site.name)]
    folder = f"{document.path.split('/', 1)[0]}/"
    if folder in _SECTIONS and folder != document.path:
        steps.append((folder, edition.language.text(_SECTIONS[folder])))
    steps.append((document.path, document.title))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": edition.permalink(path)}
        for number, (path, name) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _id(document: Document) -> str:
    return document.path.rstrip("/").rsplit("/", 1)[-1]


def _url(url: str) -> Thing:
    return {"url": url} if url else {}


_SINGLE = {"event", "article", "page"}
_PARTS: Mapping[str, Callable[[Document, Edition], Thing]] = {
    "event": _of_event,
    "article": _of_article,
    "place": _of_place,
    "actor": _of_actor,
}
