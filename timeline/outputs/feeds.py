"""The feeds of a site: of the whole chronology, and of each storyline.

There are none without the site's address, which feeds must give in full, and none of entries that do not
say when they were ``added``: the program asks neither the clock nor git.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from timeline.dates import When, iso_instant
from timeline.merging import EventEntry, Placed, ReportEntry
from timeline.outputs.atom import atom
from timeline.outputs.feed import LONGEST_FEED, Feed, Item
from timeline.outputs.json_feed import json_feed
from timeline.outputs.output import Output
from timeline.pages import Edition
from timeline.pages.changes import ATOM, FEEDS, JSON_FEED, changed, has_feed
from timeline.pages.entries import entry_view
from timeline.pages.home import HOME
from timeline.pages.originals import original
from timeline.pages.views import CorrectionView, EntryView, Link


@dataclass(frozen=True, slots=True)
class FeedEntryView:
    """What the template of an entry's content is given; every address is whole."""

    entry: EntryView
    body: Markup | None
    corrections: tuple[CorrectionView, ...]
    supports: tuple[Link, ...]
    original: str


def outputs(edition: Edition) -> Iterator[Output]:
    """Each feed in both formats."""
    timeline, site = edition.timeline, edition.timeline.site
    if not has_feed(timeline.entries, site.url):
        return
    feeds = _Feeds(edition)
    located = timeline.content.pages.get(HOME)
    about = located.record.summary if located else None
    whole = feeds.feed("", site.name, about, timeline.entries)
    for format in FEEDS:
        title = edition.language.text("New entries and corrections ({format})", format=format.label)
        yield Output(format.file, _WRITERS[format](whole), format.media_type, title, is_feed=True)
    for id, storyline in timeline.storylines.items():
        entries = timeline.by_storyline.get(id, ())
        if has_feed(entries, site.url):
            record = storyline.record
            feed = feeds.feed(f"storylines/{id}/", f"{record.title} - {site.name}", record.summary, entries)
            for format in FEEDS:
                path = f"storylines/{id}/{format.file}"
                yield Output(path, _WRITERS[format](feed), format.media_type, is_feed=True)


def tag_prefix(edition: Edition) -> str:
    """What the id of every feed and entry begins with: a ``tag:`` URI (RFC 4151) up to its last part.

    It is the plugin's ``feed_id`` where that is set. Else it is made of the site's address and of the year
    in which the first entry was added: it changes where the site moves, or where an entry of an earlier
    year is put in afterwards.
    """
    site = edition.timeline.site
    if site.feed_id:
        given = site.feed_id if site.feed_id.count(":") > 1 else f"{site.feed_id}:"
        return given if given.endswith((":", "/")) else f"{given}/"
    address = urlsplit(site.url)
    years = [
        placed.entry.record.added[:4] for placed in edition.timeline.entries if placed.entry.record.added
    ]
    host = (address.hostname or "").encode("idna").decode("ascii")
    return f"tag:{host},{min(years)}:{quote(address.path.lstrip('/'), safe='/%~')}"


class _Feeds:
    """Makes feeds; what an entry holds is made once, however many feeds it is in."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.prefix = tag_prefix(edition)
        self._items: dict[tuple[str, str], Item] = {}

    def feed(self, folder: str, title: str, about: str | None, entries: Sequence[Placed]) -> Feed:
        """The feed of some entries, the last changed first; of one day, the last added, then the latest."""
        site = self.edition.timeline.site
        dated = [
            (changed(p.entry), p.entry.record.added, n, p)
            for n, p in enumerate(entries)
            if p.entry.record.added
        ]
        dated.sort(key=lambda row: row[:3], reverse=True)
        return Feed(
            id=f"{self.prefix}{folder or 'timeline'}",
            folder=self.edition.permalink(folder),
            title=title,
            subtitle=self.edition.prose.plain(about) if about else "",
            author=site.name,
            home=site.url,
            language=self.edition.language.code,
            rights=site.licence,
            items=tuple(self._item(placed) for *_, placed in dated[:LONGEST_FEED]),
        )

    def _item(self, placed: Placed) -> Item:
        made = self._items.get(placed.entry.node)
        if made is None:
            made = self._items[placed.entry.node] = self._made(placed)
        return made

    def _made(self, placed: Placed) -> Item:
        entry, edition = placed.entry, self.edition
        path = f"{'events' if placed.is_event else 'articles'}/{entry.id}"
        url, text = edition.permalink(f"{path}/"), edition.language.text
        title = text(
            "{when}: {title}", when=edition.sentence(edition.when(entry.when).words), title=entry.title
        )
        if isinstance(entry, EventEntry) and entry.record.retracted:
            title = text("Retracted: {title}", title=title)
        summary = entry.record.summary
        read_at = original(entry.record, edition.timeline).best if isinstance(entry, ReportEntry) else ""
        content = edition.render("feed_entry.html", self._view(entry, read_at))
        return Item(
            id=f"{self.prefix}{path}",
            url=url,
            original=read_at,
            title=title,
            summary=edition.prose.plain(summary) if summary else "",
            # A link to a place on the same page has no page to be on in a feed.
            content=content.replace('href="#', f'href="{url}#').strip(),
            published=self._instant(entry.record.added or ""),
            updated=self._instant(changed(entry)),
            tags=entry.record.tags,
        )

    def _view(self, entry: EventEntry | ReportEntry, original: str) -> FeedEntryView:
        edition = self.edition
        root, prose = edition.timeline.site.url, edition.prose
        view = entry_view(entry, edition, root)
        if isinstance(entry, ReportEntry):
            body = prose.long(entry.record.body, root, "articles") if entry.record.body.strip() else None
            supports = edition.links("event", entry.supports, root)
            return FeedEntryView(view, body, (), supports, original)
        event = entry.record
        corrections = [
            CorrectionView(edition.day(c.date), prose.short(c.note, root))
            for c in sorted(event.corrections, key=lambda c: c.date, reverse=True)
        ]
        body = prose.long(event.body, root) if event.body else None
        return FeedEntryView(view, body, tuple(corrections), (), original)

    def _instant(self, day: str) -> str:
        """The first moment of a day by the site's own clocks, in UTC."""
        when = When.parse(day).located(self.edition.timeline.site.timezone)
        return iso_instant(when.instant)


_WRITERS = {ATOM: atom, JSON_FEED: json_feed}
