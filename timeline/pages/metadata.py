"""What every page says of itself to machines: previews, search engines, feed readers.

It is in one place, and the registry puts it on each document, so that a new page type has it from its
first day. Open Graph (ogp.me) serves all who show previews; of a picture there is one only where the
event has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline.pages.changes import FEEDS, has_feed, last_changed
from timeline.pages.citations import source_name
from timeline.pages.code_blocks import named_code
from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.linked_data import linked_data
from timeline.pages.words import counts

LONGEST_DESCRIPTION = 160
"""The most characters of a description; search results show as many, previews fewer."""

_TOLD = {"event", "article"}
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed, as a page's head names it."""

    type: str
    url: str
    title: str


@dataclass(frozen=True, slots=True)
class MetadataView:
    """What the template of a page's metadata is given."""

    names: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, str], ...]
    feeds: tuple[FeedLink, ...]
    linked_data: Markup


def completed(document: Document, edition: Edition) -> Document:
    """A document with what follows from the rest of it: description, day of change, metadata, ids of code.

    Args:
        document: The document as its page type made it.
        edition: What the pages share.
    """
    updated = document.updated or last_changed(document.entries)
    document = replace(document, description=_description(document, edition), updated=updated)
    view = MetadataView(
        names=(("twitter:card", "summary_large_image" if _picture(document, edition) else "summary"),),
        properties=tuple(_properties(document, edition)),
        feeds=tuple(_feeds(document, edition)),
        linked_data=Markup(linked_data(document, edition)),  # noqa: S704 (escaped as JSON can be)
    )
    head = edition.render("metadata.html", view) + document.head
    return replace(document, head=head, html=named_code(document.html))


def _properties(document: Document, edition: Edition) -> Iterator[tuple[str, str]]:
    site, url = edition.timeline.site, edition.permalink(document.path)
    told = document.type in _TOLD
    yield "og:type", "article" if told else "website"
    yield "og:title", document.title
    yield "og:description", document.description
    yield "og:site_name", site.name
    yield "og:locale", (document.language or edition.language.code).replace("-", "_")
    if url:
        yield "og:url", url
    if picture := _picture(document, edition):
        yield "og:image", picture[0]
        yield "og:image:alt", picture[1]
        for name, pixels in zip(("width", "height"), picture[2], strict=False):
            yield f"og:image:{name}", str(pixels)
    if told:
        if added := _added(document, edition):
            yield "article:published_time", added
        if document.updated:
            yield "article:modified_time", document.updated


def _feeds(document: Document, edition: Edition) -> Iterator[FeedLink]:
    """The feeds of a storyline; those of the whole site are linked by the frame."""
    if document.type == "storyline" and has_feed(document.entries, edition.timeline.site.url):
        for format in FEEDS:
            yield FeedLink(format.media_type, format.file, f"{document.title} ({format.label})")


def _description(document: Document, edition: Edition) -> str:
    """The document's own description; where nobody wrote one, what is known of the page."""
    words = " ".join(document.description.split())
    if not words and document.type == "article":
        source = source_name(document.path.split("/")[1], edition, "")
        words = edition.language.listed(filter(None, [document.title, source.name, source.date]))
    elif not words:
        words = edition.language.listed([document.title, *counts(document.entries, edition)])
    if len(words) <= LONGEST_DESCRIPTION:
        return words
    return words[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _picture(document: Document, edition: Edition) -> tuple[str, str, Sequence[int]] | None:
    """The first picture of an event that nobody need be warned of: address, what it shows, size."""
    if document.type != "event" or not edition.timeline.site.url:
        return None
    event = edition.timeline.events[document.path.split("/")[1]].record
    for item in event.media:
        if item.file.lower().endswith(_PICTURES) and not item.graphic:
            size = edition.timeline.content.pictures.get(item.file, ())
            return edition.permalink(f"media/{item.file}"), edition.prose.plain(item.alt), size
    return None


def _added(document: Document, edition: Edition) -> str:
    timeline, id = edition.timeline, document.path.split("/")[1]
    entry = timeline.events[id] if document.type == "event" else timeline.reports[id]
    return entry.record.added or ""
