"""Entries as lists show them: an event with all that matters, the publication of an article more quietly."""

from __future__ import annotations

from markupsafe import Markup

from timeline.dates import When, clock, in_words, month_heading
from timeline.merging import Entry, EventEntry, ReportEntry
from timeline.pages.citations import cited_link, source_name
from timeline.pages.edition import Edition, place_of
from timeline.pages.prose import ROOT
from timeline.pages.told import FIGURES, SOURCES, STEPS, accounts_told, is_told_in_part
from timeline.pages.views import AccountView, EntryView, Link, Relation, RetractionView
from timeline.pages.words import figure_view, kind_view, report_kind, status_view
from timeline.records import Account, Event, Status

_CLOCKS = {"second", "minute", "part", "day"}


def lead_in(when: When, edition: Edition, *, under_own_day: bool = False) -> str:
    """What to say of the time of an entry, given the heading that it stands under.

    Args:
        when: The entry's date.
        edition: What the pages share.
        under_own_day: Whether the heading is the one day on which it happened.
    """
    language = edition.language
    plain = not (when.is_interval or when.approximate or when.uncertain)
    if under_own_day and plain and when.precision in _CLOCKS:
        return edition.sentence(clock(when, language, zone=True) or language.text("time not known"))
    if plain and when.precision == "month":
        start = when.start_local()
        if start is not None:
            return month_heading(start.year, start.month, language)
    return edition.sentence(edition.when(when).words)


def entry_view(entry: Entry, edition: Edition, root: str, *, under_own_day: bool = False) -> EntryView:
    """One entry of a list.

    Args:
        entry: The entry.
        edition: What the pages share.
        root: The way from the page to the site's root.
        under_own_day: See lead_in.
    """
    if isinstance(entry, EventEntry):
        return _event(entry, edition, root, under_own_day=under_own_day)
    return _report(entry, edition, root, under_own_day=under_own_day)


def entry_html(entry: Entry, edition: Edition, root: str, *, under_own_day: bool) -> Markup:
    """One entry of a list, as HTML, with all that lists tell; made once, however many pages it stands on."""

    def make() -> str:
        return edition.render("entry.html", entry_view(entry, edition, ROOT, under_own_day=under_own_day))

    return edition.rooted(("entry", entry.node, under_own_day), root, make)


def brief_html(entry: EventEntry, edition: Edition, root: str) -> Markup:
    """One event in brief, as HTML: what, when and how sure, for the list of what a report supports."""

    def make() -> str:
        return edition.render("brief.html", entry_view(entry, edition, ROOT))

    return edition.rooted(("brief", entry.node), root, make)


def _further(count: int, url: str, edition: Edition) -> Link | None:
    """The way to sources that a list does not name."""
    if count <= 0:
        return None
    return Link(url, edition.language.plural("{number} more source", "{number} more sources", count))


def _event(entry: EventEntry, edition: Edition, root: str, *, under_own_day: bool) -> EntryView:
    event = entry.record
    lang, direction = edition.foreign(event.language, entry.title)
    place = place_of(entry, edition, root)
    disputed = entry.status is Status.DISPUTED
    path = f"events/{entry.id}/"
    return EntryView(
        type="event",
        anchor=f"event-{entry.id}",
        url=f"{root}{path}",
        title=entry.title,
        kind=kind_view(event.kind, edition),
        when=edition.when(entry.when),
        lead_in=lead_in(entry.when, edition, under_own_day=under_own_day),
        lang=lang,
        dir=direction,
        key=bool(event.key),
        place=place,
        place_words="" if place else edition.language.text("place not stated"),
        summary=edition.prose.short(event.summary, root) if event.summary else None,
        status=status_view(entry.status, edition, root),
        accounts=tuple(account_view(a, event, edition, root) for a in accounts_told(event))
        if disputed
        else (),
        figures=tuple(figure_view(figure, edition) for figure in event.figures[:FIGURES]),
        sources=tuple(source_name(source, edition, root) for source in event.sources[:SOURCES]),
        further_sources=_further(len(event.sources) - SOURCES, f"{root}{path}#sources", edition),
        further=Link(f"{root}{path}", edition.language.text("More on this event"))
        if is_told_in_part(event, disputed=disputed)
        else None,
        thread=tuple(relations(entry, edition, root)),
        retracted=retraction_view(entry, edition, root),
        corrected=bool(event.corrections),
        permalink=edition.permalink(path),
    )


def _report(entry: ReportEntry, edition: Edition, root: str, *, under_own_day: bool) -> EntryView:
    article = entry.record
    lang, direction = edition.foreign(article.language, entry.title)
    language = edition.language
    path = f"articles/{entry.id}/"
    updated = ""
    if entry.updated:
        updated = language.text("updated {date}", date=in_words(entry.updated, language, zone=False))
    return EntryView(
        type="report",
        anchor=f"article-{entry.id}",
        url=f"{root}{path}",
        title=entry.title,
        kind=report_kind(edition),
        when=edition.when(entry.when),
        lead_in=lead_in(entry.when, edition, under_own_day=under_own_day),
        lang=lang,
        dir=direction,
        origin=voice_of(entry, edition),
        updated=updated,
        supports=len(entry.supports),
        permalink=edition.permalink(path),
    )


def voice_of(entry: ReportEntry, edition: Edition) -> str:
    """Who published a report, or where it is from, by name."""
    voice = entry.record.publisher or entry.record.origin
    return edition.timeline.publishers.name(voice) if voice else edition.language.text("publisher not stated")


def account_view(account: Account, event: Event, edition: Edition, root: str) -> AccountView:
    """What one party says, with where it is reported."""
    lang, direction = edition.foreign(event.language, account.by + account.says)
    figure = account.figure
    return AccountView(
        by=account.by,
        says=edition.prose.short(account.says, root),
        source=cited_link(account.source, event.sources, edition, root),
        figure=figure_view(figure, edition) if figure else None,
        lang=lang,
        dir=direction,
    )


def retraction_view(entry: EventEntry, edition: Edition, root: str) -> RetractionView | None:
    """The retraction of an event, where there is one."""
    retracted = entry.record.retracted
    if retracted is None:
        return None
    return RetractionView(edition.day(retracted.date), edition.prose.short(retracted.reason, root))


def relations(entry: EventEntry, edition: Edition, root: str) -> list[Relation]:
    """What the event answers, and what it is known to follow."""
    text = edition.language.text
    found = [(text("In response to:"), id) for id in entry.record.response_to]
    found += [(text("After:"), id) for id in entry.record.after if id not in entry.record.response_to]
    return [Relation(label, link) for label, id in found[:STEPS] if (link := edition.link("event", id, root))]
