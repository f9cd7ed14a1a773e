"""A feed of a chronology, before it has a format: its entries, newest words first.

What is new in a chronology of the past is not what happened last, but what was last added or corrected.
So entries are ordered by the day of their last change, and each says in words when it happened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_FEED = 50
"""The most entries of a feed; readers' programs keep what they have seen."""

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed.

    Attributes:
        id: A ``tag:`` URI (RFC 4151) that never changes.
        url: The entry's page.
        original: The cited work, for the publication of an article; or empty.
        title: When it happened, and the title, as plain text.
        summary: The summary, as plain text; or empty.
        content: What is known, as HTML with whole addresses.
        published: When we first published it, as RFC 3339 has it.
        updated: When we last changed it, likewise.
        tags: Words to find it by.
    """

    id: str
    url: str
    original: str
    title: str
    summary: str
    content: str
    published: str
    updated: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        id: A ``tag:`` URI that never changes.
        folder: The address of the page whose entries it has; the feed's files lie there.
        title: What it is called.
        subtitle: What it is about, as plain text; or empty.
        author: Who publishes it.
        home: The address of the whole site.
        language: The BCP 47 tag of its language.
        rights: The terms of the content; or empty.
        items: The entries, newest first; there is at least one.
    """

    id: str
    folder: str
    title: str
    subtitle: str
    author: str
    home: str
    language: str
    rights: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> str:
        """When the feed last changed: when its newest entry did."""
        return self.items[0].updated


def legal(text: str) -> str:
    """The text without the characters that XML 1.0 (section 2.2) forbids; no escape makes them legal."""
    return _ILLEGAL.sub("", text)
