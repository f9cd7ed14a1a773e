"""What a page is made of, in a few letters: the keys under which made pages are kept from build to build.

A key covers all that a page's template may receive. What every page may show (the site's settings, its words,
places, actors, storylines, publishers) is in all keys: it changes seldom, and then everything is made anew.
Entries are told apart one by one, since editing one must not make the others anew. The number of the line
that something is edited on is no part of it: it is put in last, or a line more would change a whole file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.merging import Entry, EventEntry, Mention, Placed, ReportEntry
from timeline.records import Article, Content, Located, Record, Site, Source

if TYPE_CHECKING:
    from timeline.pages.edition import Edition

_APART = {"timezone", "levels"}
_NOT_CITED = {"body", "summary", "events", "storylines", "tags", "added"}
_ENTRIES = {"events", "articles"}
_ON_NO_PAGE = {"broken", "fragments"}
_BETWEEN = "\x1e"
"""Stands between parts; none of them holds it, because the reader refuses control characters."""
RELATIONS = ("after", "response_to", "part_of", "related")
"""The fields of an event that name other events."""


class Digests:
    """The digests of one edition.

    Args:
        edition: The edition.
    """

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._told: dict[tuple[str, str], str] = {}
        self._stands: dict[tuple[str, str], str] = {}
        self._outlined: dict[tuple[str, str], str] = {}
        self._brief: dict[tuple[str, str], str] = {}

    def key(self, *parts: str) -> str:
        """The key of something made of the parts, and of what everything may show."""
        return _digest((self.common, *parts))

    def page(self, type: str, path: str, *made_of: str) -> str:
        """The key of a page.

        Args:
            type: The type of page.
            path: The page's address.
            made_of: All that tells what its HTML will be, beside what every page may show. It is not held:
                of ten thousand pages it would be twice what their events weigh.
        """
        return self.key("page", type, path, *made_of)

    @cached_property
    def common(self) -> str:
        """What every page may show."""
        timeline = self._edition.timeline
        content, site = timeline.content, timeline.site
        return _digest([
            self._edition.language.code,
            *(f"{name} {getattr(site, name)}" for name in _names(site) if name not in _APART),
            site.timezone.name,
            *(text for name in _names(content) if name not in _ENTRIES | _ON_NO_PAGE
              for text in (name, *_texts(getattr(content, name)))),
            *(f"{former}\0{id}" for former, id in timeline.aliases.items()),
            str(self._edition.archive.is_long),
        ])  # fmt: skip

    def told(self, entry: Entry) -> str:
        """What lists show of an entry, and what it says itself on its own page."""
        found = self._told.get(entry.node)
        if found is None:
            parts = self._event(entry) if isinstance(entry, EventEntry) else self._report(entry)
            found = self._told[entry.node] = _digest(parts)
        return found

    def entries(self, entries: Iterable[Placed]) -> str:
        """What a list shows of its entries, in their order."""
        return _joined([self._placed(placed) for placed in entries])

    def outlines(self, entries: Iterable[Placed]) -> str:
        """What a strip and filters show of entries: their headings, and what each is told by."""
        return _joined([self._outline(placed) for placed in entries])

    def positions(self, entries: Iterable[Placed]) -> str:
        """Where entries stand in the whole timeline, and how many there are in that."""
        position = self._edition.timeline.position
        numbers = (str(position[placed.entry.node]) for placed in entries)
        return _digest([*numbers, str(len(position))])

    def name(self, kind: str, id: str) -> str:
        """What a link to a record shows: where it leads, and to what."""
        timeline = self._edition.timeline
        if kind in {"event", "article"}:
            entry = timeline.event(id) if kind == "event" else timeline.reports.get(id)
            return self.brief(entry) if entry else ""
        link = self._edition.link(kind, id, "")
        return f"{link.url}\0{link.label}\0{link.lang}\0{link.dir}" if link else ""

    def brief(self, entry: Entry) -> str:
        """What other pages show of an entry that they name: where it is, what it is called, and its date."""
        found = self._brief.get(entry.node)
        if found is None:
            path = "events" if isinstance(entry, EventEntry) else "articles"
            language = entry.record.language or ""
            found = f"{path}/{entry.id}\0{entry.title}\0{language}\0{_when(entry.when)}"
            self._brief[entry.node] = found
        return found

    def mentions_of(self, kind: str, id: str) -> str:
        """The texts that mention a record, as its page names them."""
        origins = self._edition.timeline.mentioned_in.get((kind, id), ())
        return "\0".join(self.name(*origin) for origin in origins if origin[0] != "publisher")

    def relations_of(self, entry: EventEntry) -> str:
        """The events that the page of one event names, in either direction, and the order of all of them."""
        timeline = self._edition.timeline
        parts: list[str] = []
        named: set[EventEntry] = set()
        for relation in RELATIONS:
            given = getattr(entry.record, relation) or ()
            for id in (given,) if isinstance(given, str) else given:
                other = timeline.event(id)
                parts.append(self.brief(other) if other else id)
                named |= {other} if other else set()
            following = timeline.following.get((relation, entry.id), ())
            parts += (relation, *map(self.brief, following))
            named.update(following)
        in_order = sorted(named, key=lambda other: timeline.position[other.node])
        return "\0".join((*parts, *(other.id for other in in_order)))

    def _placed(self, placed: Placed) -> str:
        node = placed.entry.node
        found = self._stands.get(node)
        if found is None:
            found = self._stands[node] = _digest((str(placed.day), self.told(placed.entry)))
        return found

    def _outline(self, placed: Placed) -> str:
        entry = placed.entry
        found = self._outlined.get(entry.node)
        if found is None:
            event = entry.record if isinstance(entry, EventEntry) else None
            found = self._outlined[entry.node] = _digest((
                f"{entry.id} {placed.day} {entry.when.heading} {_when(entry.when)}",
                entry.status.value if isinstance(entry, EventEntry) else "",
                f"{event.kind} {event.place} {event.key} {event.actors}" if event else "",
                f"{entry.record.tags} {entry.record.storylines}",
            ))  # fmt: skip
        return found

    def _event(self, entry: EventEntry) -> list[str]:
        event, timeline = entry.record, self._edition.timeline
        cited = [source for source in event.sources if isinstance(source, str)]
        cited += [a.source for a in event.accounts if isinstance(a.source, str)]
        cited += [f.source for f in event.figures if isinstance(f.source, str)]
        followed = (timeline.event(id) for id in (*event.response_to, *event.after))
        return [
            entry.id,
            _json(event),
            entry.status.value,
            _when(entry.when),
            *(self._work(id) for id in cited),
            *(self.brief(other) for other in followed if other),
            *self._links("event", entry.id),
        ]

    def _report(self, entry: ReportEntry) -> list[str]:
        updated = _when(entry.updated) if entry.updated else ""
        supports = str(len(entry.supports))
        links = self._links("article", entry.id)
        return [entry.id, _json(entry.record), _when(entry.when), updated, supports, *links]

    def _work(self, id: str) -> str:
        """What a citation of an article shows."""
        report = self._edition.timeline.reports.get(id)
        return self.work(report.record) if report else id

    def work(self, record: Article | Source) -> str:
        """What a citation shows of a source."""
        return record.model_dump_json(exclude=_NOT_CITED, exclude_defaults=True)

    def _links(self, kind: str, id: str) -> Sequence[str]:
        """Where the links in a record's own texts lead."""
        path = self._edition.path
        return [f"{to.kind}:{to.id}>{path(to.kind, to.id)}" for to in self._leading.get((kind, id), ())]

    @cached_property
    def _leading(self) -> dict[tuple[str, str], list[Mention]]:
        found: dict[tuple[str, str], list[Mention]] = {}
        for mention in self._edition.timeline.mentions:
            found.setdefault((mention.text.kind, mention.text.id), []).append(mention)
        return found


def _names(thing: Site | Content) -> list[str]:
    return [field.name for field in fields(thing)]


def _texts(records: object) -> Iterator[str]:
    """All that a field of the content holds, whatever kind of records there are."""
    if isinstance(records, Mapping):
        for id, one in records.items():
            yield from (str(id), *_texts(one))
    elif isinstance(records, Located):
        yield _json(records.record)
    elif isinstance(records, Record):
        yield _json(records)
    elif isinstance(records, frozenset):
        yield from sorted(map(str, records))
    elif isinstance(records, tuple):
        for one in records:
            yield from _texts(one)
    else:
        yield str(records)


def _json(record: Record) -> str:
    return record.model_dump_json(exclude_defaults=True)


def _when(when: When) -> str:
    return f"{when.date} {when.time or ''} {when.zone.name}"


def _joined(digests: Iterable[str]) -> str:
    """Digests, which are all of one length, as one."""
    return hashlib.blake2b("".join(digests).encode("ascii"), digest_size=16).hexdigest()


def _digest(parts: Iterable[str]) -> str:
    """Parts told apart from any others, wherever one ends and the next begins."""
    whole = _BETWEEN.join(parts)
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
