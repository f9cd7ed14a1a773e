"""A feed as Atom (RFC 4287).

It is written with the standard library's ElementTree. The feedgenerator package was looked at and left: it
takes a missing date from the clock, stops at a control character, and names neither the type of a link
nor the media type of the feed itself.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from timeline.outputs.feed import Feed, Item, legal
from timeline.pages.changes import ATOM

NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> str:
    """The feed as an XML document."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": legal(feed.language)})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.subtitle:
        _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", feed.updated)
    _add(SubElement(root, "author"), "name", feed.author)
    _link(root, "self", ATOM.media_type, f"{feed.folder}{ATOM.file}")
    _link(root, "alternate", "text/html", feed.folder)
    if feed.rights:
        _add(root, "rights", feed.rights)
    for item in feed.items:
        _entry(SubElement(root, "entry"), item)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(entry: Element, item: Item) -> None:
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "published", item.published)
    _add(entry, "updated", item.updated)
    _link(entry, "alternate", "text/html", item.url)
    if item.original:
        SubElement(entry, "link", {"rel": "via", "href": legal(item.original)})
    for tag in item.tags:
        SubElement(entry, "category", {"term": legal(tag)})
    if item.summary:
        _add(entry, "summary", item.summary)
    _add(entry, "content", item.content, type="html")


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = legal(text)


def _link(parent: Element, relation: str, media_type: str, address: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": legal(address)})
