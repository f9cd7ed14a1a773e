"""What is different between two timelines, entry by entry and field by field.

Nothing here reads files: two merged timelines go in, a list of changes comes out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.cli.wording import date_in_words, said, short
from timeline.merging import Entry, EventEntry, Timeline
from timeline.records import Record

_CONTEXT = 4
_LONG = 120


class Kind(StrEnum):
    """What happened to an entry, in the order in which it is told."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field with what it was and what it is; either is empty where there was, or is, nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One entry or record that is not what it was.

    Attributes:
        kind: What happened to it.
        noun: What it is: ``event``, ``article``, ``storyline``, ``place``, ``actor``, ``publisher``,
            ``dead link``.
        id: Its id now, a link's address; that of something removed, as it was.
        title: Its title or name; of a dead link, what was found.
        note: What a reader needs beside the title: of an entry, its date.
        differences: What is different, field by field.
    """

    kind: Kind
    noun: str
    id: str
    title: str
    note: str = ""
    differences: tuple[Difference, ...] = ()


def changes(before: Timeline, after: Timeline) -> list[Change]:
    """Compares two timelines.

    Returns:
        The entries in the order of the timeline, those that are gone after the others; then the
        storylines, places, actors, publishers and dead links.
    """
    found = [*_entries(before, after)]
    for noun in ("storyline", "place", "actor", "publisher", "dead link"):
        found += _records(noun, _listed(before, noun), _listed(after, noun))
    return found


def _entries(before: Timeline, after: Timeline) -> Iterator[Change]:
    old = _by_name_now(before, after)
    new = {placed.entry.node: placed.entry for placed in after.entries}
    common = [node for node in new if node in old]
    position = {node: number for number, node in enumerate(node for node in old if node in new)}
    stayed = _longest_rise([position[node] for node in common])
    neighbours = _Neighbours([*old], [*new])
    for node, entry in new.items():
        noun, title, note = _noun(entry), said(entry.title), date_in_words(entry.when)
        if node not in old:
            yield Change(Kind.ADDED, noun, entry.id, title, note, tuple(_given(entry)))
            continue
        differences = tuple(_between(_fields(old[node]), _fields(entry)))
        has_moved = position[node] not in stayed
        if has_moved:
            differences = (*differences, neighbours.of(node))
        if differences:
            kind = Kind.MOVED if has_moved and len(differences) == 1 else Kind.CHANGED
            yield Change(kind, noun, entry.id, title, note, differences)
    for node, entry in old.items():
        if node not in new:
            yield Change(Kind.REMOVED, _noun(entry), entry.id, said(entry.title), date_in_words(entry.when))


def _noun(entry: Entry) -> str:
    return "event" if isinstance(entry, EventEntry) else "article"


def _by_name_now(before: Timeline, after: Timeline) -> dict[tuple[str, str], Entry]:
    """The entries of the past by the names that they have now: an id may have become an alias.

    Where it became one of an event that there was already, two are one now, and only that one is still there.
    """
    own = {placed.entry.node for placed in before.entries}
    old: dict[tuple[str, str], Entry] = {}
    for placed in before.entries:
        id, kind = node = placed.entry.node
        now = (after.aliases.get(id, id), kind) if isinstance(placed.entry, EventEntry) else node
        old[node if now in own or now in old else now] = placed.entry
    return old


def _fields(entry: Entry) -> dict[str, object]:
    """What readers see of an entry, by field."""
    record = {name: getattr(entry.record, name) for name in type(entry.record).model_fields}
    if isinstance(entry, EventEntry):
        for part in ("time", "timezone", "silence"):
            record.pop(part)
        return {**record, "date": date_in_words(entry.when), "status": entry.status}
    for part in ("timezone", "events"):
        record.pop(part)
    updated = date_in_words(entry.updated) if entry.updated else None
    return {
        **record,
        "published": date_in_words(entry.when),
        "updated": updated,
        "reports": tuple(sorted(entry.supports)),
    }


def _given(entry: Entry) -> Iterator[Difference]:
    """What is told of a new entry beside title and date."""
    fields = _fields(entry)
    for name in ("status", "kind", "place", "publisher", "reports", "sources", "storylines"):
        if value := fields.get(name):
            yield Difference(name, "", short(value))


def _between(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Difference]:
    for field, new in after.items():
        old = before.get(field)
        if old == new:
            continue
        if isinstance(old, tuple) and isinstance(new, tuple):
            gone = [item for item in old if item not in new]
            come = [item for item in new if item not in old]
            if not gone and not come:
                gone, come = [*old], [*new]  # the same items in another order
            yield Difference(field, short(gone, 4 * _LONG), short(come, 4 * _LONG))
        else:
            one, other = ("" if value in (None, ()) else said(value) for value in (old, new))
            yield Difference(field, *_where_they_differ(one, other))


def _where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Two long texts cut to the words that differ, with a few around them."""
    if not one or not other or max(len(one), len(other)) <= _LONG:
        return short(one, 4 * _LONG), short(other, 4 * _LONG)
    left, right = one.split(), other.split()
    most = min(len(left), len(right))
    head = next((n for n in range(most) if left[n] != right[n]), most)
    tail = next((n for n in range(most - head) if left[-1 - n] != right[-1 - n]), most - head)
    start = max(head - _CONTEXT, 0)

    def part(words: Sequence[str]) -> str:
        end = min(len(words) - tail + _CONTEXT, len(words))
        text = " ".join(words[start:end])
        return f"{'… ' if start else ''}{short(text, 4 * _LONG)}{' …' if end < len(words) else ''}"

    return part(left), part(right)


def _listed(timeline: Timeline, noun: str) -> Mapping[str, Record]:
    located = {
        "storyline": timeline.storylines, "place": timeline.places,
        "actor": timeline.actors, "publisher": timeline.publisher_records, "dead link": timeline.dead_links,
    }[noun]  # fmt: skip
    return {id: record.record for id, record in sorted(located.items())}


def _records(noun: str, before: Mapping[str, Record], after: Mapping[str, Record]) -> Iterator[Change]:
    for id in sorted({*before, *after}):
        old, new = before.get(id), after.get(id)
        record = new or old
        words = (getattr(record, key, None) for key in ("name", "title", "found"))
        title = said(next(filter(None, words), id))
        if old is None:
            yield Change(Kind.ADDED, noun, id, title)
        elif new is None:
            yield Change(Kind.REMOVED, noun, id, title)
        elif differences := tuple(_between(dict(old), dict(new))):
            yield Change(Kind.CHANGED, noun, id, title, "", differences)


class _Neighbours:
    """Says between which entries one stood, and stands."""

    def __init__(self, old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
        self._old = self._before_each(old)
        self._new = self._before_each(new)

    @staticmethod
    def _before_each(nodes: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
        words = ["first", *(f"after '{id}'" for id, _ in nodes)]
        return dict(zip(nodes, words, strict=False))

    def of(self, node: tuple[str, str]) -> Difference:
        return Difference("place on the timeline", self._old[node], self._new[node])


def _longest_rise(numbers: Sequence[int]) -> frozenset[int]:
    """The longest of the rising subsequences: what is in it stayed, what is not has moved."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for here, number in enumerate(numbers):
        length = bisect_left(tails, number)
        previous.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [here]
    found = set()
    step = ends[-1] if ends else None
    while step is not None:
        found.add(numbers[step])
        step = previous[step]
    return frozenset(found)
