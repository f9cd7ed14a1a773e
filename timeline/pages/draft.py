"""A page that need not be made: what it is made of is known, and may be what it was at an earlier build.

A page type yields a draft where there are many of its pages, and a document where there are few. Made pages
are kept on a shelf, whatever that is; lines, which change with everything above them, are put in last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape

from timeline.merging import Placed
from timeline.pages.document import Document, file_of
from timeline.pages.edition import LINE_URL, LINE_WORDS, Edition
from timeline.pages.metadata import completed
from timeline.problems import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One page that is yet to be made.

    Attributes:
        path: The page's address below the site's.
        type: The type of page.
        key: What it is kept under; the same as long as all that it shows is, its line apart: see Digests.
        make: Makes it.
        source: Where in the project the page's text is written; None for pages that nobody wrote.
        entries: The entries that it lists.
    """

    path: str
    type: str
    key: str
    make: Callable[[], Document]
    source: Span | None = None
    entries: Sequence[Placed] = ()

    @property
    def file(self) -> str:
        """The file that holds the page, below the site's folder."""
        return file_of(self.path)


def finished(draft: Draft | Document, edition: Edition) -> Document:
    """A document with its metadata and its lines: from the edition's shelf, or made and put there.

    Args:
        draft: What a page type gives.
        edition: What the pages share.
    """
    if isinstance(draft, Document):
        return _with_line(completed(draft, edition), edition)
    text = edition.kept(draft.key, lambda: _text(completed(draft.make(), edition)))
    return _with_line(_document(draft, text), edition)


_KEPT = ("title", "description", "html", "language", "updated", "head")
_BETWEEN = "\x1f"
"""Stands between the parts of a kept page; no text can hold it, because the reader refuses controls."""


def _text(document: Document) -> str:
    return _BETWEEN.join([getattr(document, name) for name in _KEPT])


def _document(draft: Draft, text: str) -> Document:
    fields = dict(zip(_KEPT, text.split(_BETWEEN), strict=True))
    return Document(draft.path, draft.type, source=draft.source, entries=draft.entries, **fields)


def _with_line(document: Document, edition: Edition) -> Document:
    """Says on which line a page's text is edited."""
    if document.source is None or LINE_URL not in document.html:
        return document
    url, words = edition.line(document.source)
    html = document.html.replace(LINE_URL, escape(url)).replace(LINE_WORDS, escape(words))
    return replace(document, html=html)
