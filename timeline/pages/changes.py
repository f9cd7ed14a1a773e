"""When our own words on an entry appeared and last changed, as the content says it.

It is what feeds are ordered by and what the sitemap tells: no clock and no git, and never the day on
which somebody else's report changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from timeline.merging import Entry, Placed
from timeline.records import Article


class FeedFormat(NamedTuple):
    """A format of feeds: the file that a list of entries has in it, its media type, and its name."""

    file: str
    media_type: str
    label: str


ATOM = FeedFormat("feed.xml", "application/atom+xml", "Atom")
JSON_FEED = FeedFormat("feed.json", "application/feed+json", "JSON Feed")
FEEDS = (ATOM, JSON_FEED)
"""The formats in which every feed is there; pages link to them, and outputs write them."""


def changed(entry: Entry) -> str:
    """The day on which our words on an entry last changed: added, corrected or retracted; or empty."""
    record, added = entry.record, entry.record.added or ""
    if isinstance(record, Article) or not (record.corrections or record.retracted):
        return added
    days = [added, *(correction.date for correction in record.corrections)]
    return max([*days, record.retracted.date] if record.retracted else days)


def last_changed(entries: Iterable[Placed]) -> str:
    """The latest day on which any of the entries changed; empty where none says."""
    return max((changed(placed.entry) for placed in entries), default="")


def has_feed(entries: Iterable[Placed], site_url: str) -> bool:
    """Whether there is a feed of these entries: it needs whole addresses, and an entry with ``added``."""
    return bool(site_url) and any(placed.entry.record.added for placed in entries)
