"""The page of one article: what it is, what we say of it, and the events that it supports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from timeline.merging import ReportEntry, folder_of
from timeline.pages.citations import facts
from timeline.pages.document import Document, root_of
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.entries import brief_html
from timeline.pages.listing import Item, listing
from timeline.pages.mentions import MENTIONS, mentioned_in, mentions
from timeline.pages.overflow import some_of
from timeline.pages.paging import Pager, paged
from timeline.pages.stops import in_timeline
from timeline.pages.tag import tag_links
from timeline.pages.views import EditView, Fact, Group

PER_PAGE = 60
"""How many of the events that an article reports stand on one page, at some fifteen elements each."""


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
    supported: int
    belongings: tuple[Group, ...]
    edit: EditView | None
    pager: Pager | None = None


def documents(edition: Edition) -> Iterator[Document | Draft]:
    """One page for each article, and the list of them, newest first."""
    reports, text = edition.timeline.reports, edition.language.text
    for report in reports.values():
        yield from _drafts(report, edition)
        yield from mentions("article", report.id, f"articles/{report.id}/", report.title, edition)
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


def _drafts(report: ReportEntry, edition: Edition) -> Iterator[Draft]:
    """The article's page; where it reports very many events, some stand on further pages."""
    digests, group = edition.digests, in_timeline(report, edition, "")
    made_of = (
        digests.told(report),
        digests.mentions_of("article", report.id),
        *(f"{link.url}\0{link.label}" for link in group.links),
        report.article.file,
        str(len(report.supports)),
    )
    path, span = f"articles/{report.id}/", report.article.places.of()
    for own, number, ids, pager in paged(path, report.supports, PER_PAGE, edition.language):
        first = number == 1
        named = report.supports if first else ids  # for machines, the first page names them all
        told = (digests.told(edition.timeline.events[id]) for id in named)
        type = "article" if first else "continued"
        make = partial(_page, report, edition, own, number, ids, pager)
        yield Draft(own, type, digests.page(type, own, *made_of, *told), make, span if first else None)


def _page(
    report: ReportEntry, edition: Edition, path: str, number: int, ids: Sequence[str], pager: Pager | None
) -> Document:
    article, text, root = report.record, edition.language.text, root_of(path)
    lang, direction = edition.foreign(article.language, article.title)
    lead = edition.prose.plain(article.summary) if article.summary else ""
    view = ArticleView(
        title=report.title,
        lang=lang,
        dir=direction,
        lead="",
        said=Said(*edition.about_foreign(article.language, f"{lead} {article.body}")),
        facts=tuple(facts(article, edition)),
        body=Markup(),
        supports=tuple(brief_html(edition.timeline.events[id], edition, root) for id in ids),
        supported=len(report.supports),
        belongings=(),
        edit=None,
        pager=pager,
    )
    if number > 1:
        title = text("{period}, page {number}", period=report.title, number=number)
        return Document(path, "continued", title, title, edition.render("article.html", view))
    groups = (
        in_timeline(report, edition, root),
        Group(text("Storylines"), edition.links("storyline", article.storylines, root)),
        Group(text("Tags"), tag_links(article.tags, root)),
        some_of(text("Mentioned in"), mentioned_in("article", report.id, edition, root), MENTIONS, edition),
    )
    span = report.article.places.of()
    view = replace(
        view,
        lead=lead,
        body=edition.prose.long(article.body, root, folder_of(report.article.file, "articles")),
        belongings=tuple(group for group in groups if group.links),
        edit=edition.edit(span),
    )
    html = edition.render("article.html", view)
    return Document(path, "article", report.title, lead, html, span, updated=article.added or "")
