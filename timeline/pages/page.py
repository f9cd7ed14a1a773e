"""Ordinary pages: about, method, help."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.pages.document import Document, root_of
from timeline.pages.edition import Edition, page_path
from timeline.pages.home import HOME
from timeline.pages.views import EditView


@dataclass(frozen=True, slots=True)
class PageView:
    """What the template of an ordinary page is given."""

    title: str
    lead: str
    body: Markup
    edit: EditView | None
    lang: str
    dir: str


def documents(edition: Edition) -> Iterator[Document]:
    """One page for each Markdown file that is no record, but the home page."""
    for path, located in edition.timeline.content.pages.items():
        if path == HOME:
            continue
        page = located.record
        address = page_path(path)
        lang, direction = edition.foreign(page.language, page.title)
        lead = edition.prose.plain(page.summary) if page.summary else ""
        body = edition.prose.long(page.body, root_of(address), posixpath.dirname(path))
        view = PageView(page.title, lead, body, edition.edit(located.places.of()), lang, direction)
        html = edition.render("page.html", view)
        yield Document(address, "page", page.title, lead, html, located.places.of(), lang, page=path)
