"""The page of one article: what it is, what we say of it, and the events that it supports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.merging import ReportEntry, folder_of
from timeline.pages.citations import facts
from timeline.pages.document import Document
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.entries import brief_html
from timeline.pages.listing import Item, listing
from timeline.pages.mentions import mentioned_in
from timeline.pages.stops import in_timeline
from timeline.pages.tag import tag_links
from timeline.pages.views import EditView, Fact, Group


@dataclass(frozen=True, slots=True)
class Said:
    """The language and direction of what the site itself says of an article."""

    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the template of an article's page is given."""

    title: str
    lang: str
    dir: str
    lead: str
    said: Said
    facts: tuple[Fact, ...]
    body: Markup
    supports: tuple[Markup, ...]
    belongings: tuple[Group, ...]
    edit: EditView | None


def documents(edition: Edition) -> Iterator[Document | Draft]:
    """One page for each article, and the list of them, newest first."""
    reports, text = edition.timeline.reports, edition.language.text
    for report in reports.values():
        yield _draft(report, edition)
    newest = sorted(reports.values(), key=lambda report: (report.when.sort_key, report.id), reverse=True)
    lead = text("The articles that the entries rest on, newest first.")
    yield from listing("articles/", text("Reports"), lead, [_item(r, edition) for r in newest], edition)


def _item(report: ReportEntry, edition: Edition) -> Item:
    article, text = report.record, edition.language.text
    lang, direction = edition.foreign(article.language, article.title)
    voice = article.publisher or article.origin
    name = edition.timeline.publishers.name(voice) if voice else text("publisher not stated")
    count = len(report.supports)
    supports = edition.language.plural("supports {number} event", "supports {number} events", count)
    about = edition.language.listed((edition.sentence(name), edition.when(report.when).short))
    return Item(f"{report.id}/", report.title, supports if count else "", about, lang=lang, dir=direction)


def _draft(report: ReportEntry, edition: Edition) -> Draft:
    digests, group = edition.digests, in_timeline(report, edition, "")
    made_of = (
        digests.told(report),
        *(digests.told(edition.timeline.events[id]) for id in report.supports),
        digests.mentions_of("article", report.id),
        *(f"{link.url}\0{link.label}" for link in group.links),
        report.article.file,
    )
    path, span = f"articles/{report.id}/", report.article.places.of()
    return Draft(path, "article", made_of, lambda: _document(report, edition), span)


def _document(report: ReportEntry, edition: Edition) -> Document:
    article, timeline, root = report.record, edition.timeline, "../../"
    lang, direction = edition.foreign(article.language, article.title)
    lead = edition.prose.plain(article.summary) if article.summary else ""
    text = edition.language.text
    groups = (
        in_timeline(report, edition, root),
        Group(text("Storylines"), edition.links("storyline", article.storylines, root)),
        Group(text("Tags"), tag_links(article.tags, root)),
        Group(text("Mentioned in"), mentioned_in("article", report.id, edition, root)),
    )
    view = ArticleView(
        title=report.title,
        lang=lang,
        dir=direction,
        lead=lead,
        said=Said(*edition.about_foreign(article.language, f"{lead} {article.body}")),
        facts=tuple(facts(article, edition)),
        body=edition.prose.long(article.body, root, folder_of(report.article.file, "articles")),
        supports=tuple(brief_html(timeline.events[id], edition, root) for id in report.supports),
        belongings=tuple(group for group in groups if group.links),
        edit=edition.edit(report.article.places.of()),
    )
    html = edition.render("article.html", view)
    span = report.article.places.of()
    return Document(
        f"articles/{report.id}/", "article", report.title, lead, html, span, updated=article.added or ""
    )
