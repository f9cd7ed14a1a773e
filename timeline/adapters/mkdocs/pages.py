"""Our documents as MkDocs' pages, and which of them are stamped instead of rendered."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from timeline.pages import Document, Draft

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


STAMPED = frozenset({
    "event", "article", "place", "actor", "storyline", "tag", "source", "period", "continued",
})  # fmt: skip
"""The page types of which there are many; the rest are ordinary pages of MkDocs."""
_PAGE_EVENTS = (
    "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page",
)  # fmt: skip


class DocumentPage(Page):
    """A page whose HTML is ready, so that MkDocs' Markdown is skipped."""

    chronology = True
    """Tells our templates that the content arrives ready."""

    def __init__(self, document: Document, title: str | None, file: File, config: MkDocsConfig) -> None:
        self.document = document
        super().__init__(title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes title and description from the document; Material prints both as they are."""
        del config
        self.markdown = ""
        described = self.document.description or self.document.title
        self.meta = {"title": escape(self.document.title), "description": escape(described)}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes the document's HTML."""
        del config, files
        self.content = self.document.html
        self.toc = get_toc([])
        self.present_anchor_ids = set()


def is_stamped(document: Document | Draft) -> bool:
    """Whether a page is of a type of which there are many."""
    return document.type in STAMPED


def nav_titles(nav: object) -> Iterator[tuple[str, str]]:
    """The titles that the navigation gives: MkDocs leaves them out for pages that are there already."""
    if isinstance(nav, list):
        for item in nav:
            yield from nav_titles(item)
    elif isinstance(nav, dict):
        for title, value in nav.items():
            if isinstance(value, str):
                yield value, escape(str(title))
            else:
                yield from nav_titles(value)


def file_of(document: Document | Draft) -> str:
    """The Markdown file that a page would have come from, which MkDocs' navigation names pages by."""
    page = document.page if isinstance(document, Document) else ""
    return page or f"{document.path}index.md"


def inclusion_of(document: Document, config: MkDocsConfig) -> InclusionLevel:
    """Whether a page belongs in the navigation that MkDocs makes where ``mkdocs.yml`` gives none."""
    if config.nav is None and not is_stamped(document):
        return InclusionLevel.INCLUDED
    return InclusionLevel.NOT_IN_NAV


def hooking_pages(config: MkDocsConfig) -> list[str]:
    """The plugins and hooks, beside the search and our own, that may change a page as it is rendered."""
    names = {plugin: name for name, plugin in config.plugins.items()}
    hooking: set[str] = set()
    for event in _PAGE_EVENTS:
        for method in config.plugins.events[event]:
            owner = names.get(getattr(method, "__self__", None))
            if owner not in {"search", "material/search", "timeline"}:
                hooking.add(str(owner or method.__module__))
    return sorted(hooking)
