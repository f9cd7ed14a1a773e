"""What a reader can choose entries by, as columns of numbers: the filters on a page and the index share it.

Each choice (a kind, a place, a tag) stands once in a table, and an entry names its choices by their numbers
there. Columns, rather than one object an entry, are a third of the bytes and quicker to go through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from timeline.merging import Entry, EventEntry, Placed
from timeline.pages.addresses import spellings
from timeline.pages.edition import Edition
from timeline.pages.views import KindView
from timeline.pages.words import kind_view, status_view
from timeline.records import Status

FACETS = ("kind", "status", "place", "actor", "tag", "storyline")
"""The facets, by the names that they have in a page's address."""
NONE = -1
"""Stands in a column where an entry has no choice of that facet."""
OPEN_END, OPEN_START = -1, -2
"""Stand in place of a length: the entry has no known end, or no known start."""

_SINGLE = {"kind", "status", "place"}
"""The facets of which an entry has one choice; a place is that, though it lies in others."""
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet.

    Attributes:
        id: What stands in a page's address.
        label: The word for it.
        parent: The number of the choice that holds this one; NONE where there is none.
        also: Other names by which a reader may look for it.
        colour: The colour of a kind; else empty.
    """

    id: str
    label: str
    parent: int = NONE
    also: str = ""
    colour: str = ""

    def row(self) -> list[str | int]:
        """The choice for JSON: what says nothing is left out at the end."""
        row: list[str | int] = [self.id, self.label, self.parent, self.also, self.colour]
        for nothing in ("", "", NONE):
            if row[-1] != nothing:
                break
            row.pop()
        return row[:1] if row == [self.id, self.id] else row


class Facets:
    """The tables of some entries, and the columns that refer to them."""

    def __init__(self, entries: Iterable[Placed], edition: Edition) -> None:
        self.edition = edition
        self._used: dict[str, dict[str, None]] = {facet: {} for facet in FACETS}
        self._spellings: dict[str, str] = {}
        self.reports = 0
        for placed in entries:
            for facet, ids in self.choices_of(placed.entry).items():
                used = self._used[facet]
                for id in ids:
                    used[id] = None
            if placed.entry.record.tags:
                for key, tag in self._tags(placed.entry).items():
                    self._spellings.setdefault(key, tag)
            self.reports += not placed.is_event

    @property
    def number(self) -> int:
        """How many choices there are in all tables."""
        return sum(map(len, self._used.values()))

    def choices_of(self, entry: Entry) -> Mapping[str, Sequence[str]]:
        """The ids that an entry has of each facet; a place goes before those that it lies in."""
        return self.edition.once(("choices", entry.node), lambda: self._read(entry))

    def _tags(self, entry: Entry) -> Mapping[str, str]:
        return self.edition.once(("tags", entry.node), lambda: spellings(entry.record.tags))

    def _read(self, entry: Entry) -> Mapping[str, Sequence[str]]:
        tags = tuple(self._tags(entry))
        if not isinstance(entry, EventEntry):
            return {"tag": tags, "storyline": entry.record.storylines}
        event = entry.record
        return {
            "kind": (event.kind,) if event.kind else (),
            "status": (entry.status.value,),
            "place": self.edition.timeline.within(event.place) if event.place else (),
            "actor": event.actors,
            "tag": tags,
            "storyline": event.storylines,
        }

    @cached_property
    def tables(self) -> Mapping[str, Sequence[Choice]]:
        """The choices of every facet, in the order in which they are offered."""
        timeline, edition = self.edition.timeline, self.edition
        kinds = [Choice(id, view.label, colour=view.colour) for id, view in self._kinds()]
        statuses = [
            Choice(status.value, status_view(status, edition, "").label)
            for status in Status
            if status.value in self._used["status"]
        ]
        actors = [
            Choice(id, timeline.actors[id].record.name, also=_names(timeline.actors[id].record.names))
            for id in self._used["actor"]
        ]
        storylines = [Choice(id, timeline.storylines[id].record.title) for id in self._used["storyline"]]
        return {
            "kind": _sorted(kinds),
            "status": statuses,
            "place": self._places(),
            "actor": _sorted(actors),
            "tag": _sorted([Choice(tag, self._spellings[tag]) for tag in self._used["tag"]]),
            "storyline": _sorted(storylines),
        }

    def _kinds(self) -> Iterator[tuple[str, KindView]]:
        for id in self._used["kind"]:
            yield id, kind_view(id, self.edition)

    def _places(self) -> list[Choice]:
        """Each place behind the one that it lies in."""
        places = self.edition.timeline.places
        inside: dict[str, list[str]] = {}
        for id in self._used["place"]:
            within = places[id].record.within or ""
            inside.setdefault(within if within in self._used["place"] else "", []).append(id)
        found: list[Choice] = []

        def add(ids: list[str], parent: int) -> None:
            for _, id in sorted((places[id].record.name.casefold(), id) for id in ids):
                place = places[id].record
                found.append(Choice(id, place.name, parent, _names(place.names)))
                add(inside.get(id, []), len(found) - 1)

        add(inside.get("", []), NONE)
        return found

    @cached_property
    def _numbers(self) -> Mapping[str, Mapping[str, int]]:
        return {facet: {c.id: n for n, c in enumerate(table)} for facet, table in self.tables.items()}

    def rows(self, entries: Iterable[Placed]) -> dict[str, list[Any]]:
        """The columns of some of the entries.

        Returns:
            For each facet the number of the choice, or a list of numbers; `key` as 0 or 1; `day`, counted
            from the entry before, and `days`: how many more it lasts. A report has no status.
        """
        columns: dict[str, list[Any]] = {name: [] for name in (*FACETS, "key", "day", "days")}
        before = 0
        for placed in entries:
            choices = self.choices_of(placed.entry)
            for facet in FACETS:
                numbers = [self._numbers[facet][id] for id in choices.get(facet, ())]
                columns[facet].append((numbers[0] if numbers else NONE) if facet in _SINGLE else numbers)
            columns["key"].append(int(isinstance(placed.entry, EventEntry) and bool(placed.entry.record.key)))
            day, days = days_of(placed.entry)
            columns["day"].append(day - before)
            columns["days"].append(days)
            before = day
        return columns

    def json(self) -> dict[str, list[list[str | int]]]:
        """The tables for JSON."""
        return {facet: [choice.row() for choice in table] for facet, table in self.tables.items()}


def telling(entries: Sequence[Placed], edition: Edition) -> tuple[str, ...]:
    """The names of the facets that tell some of the entries from others; of many, a few are asked."""
    read = Facets((), edition).choices_of
    first = read(entries[0].entry) if entries else {}
    open_, found = dict.fromkeys(FACETS), dict.fromkeys(FACETS, False)
    for placed in entries:
        choices = read(placed.entry)
        for facet in [*open_]:
            if _shown(facet, choices) != _shown(facet, first):
                found[facet] = True
                del open_[facet]
        if not open_:
            break
    return tuple(facet for facet in FACETS if found[facet])


def _shown(facet: str, choices: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """What a column holds of an entry's choices: of a place, not what that lies in."""
    return choices.get(facet, ())[: 1 if facet in _SINGLE else None]


def days_of(entry: Entry) -> tuple[int, int]:
    """The first day by the entry's own calendar, and how many more it may have lasted."""
    start, end = entry.when.expression.start, entry.when.expression.end
    if start is None:
        return entry.when.day, OPEN_START
    first = start.first // _DAY
    return first, OPEN_END if end is None else max(0, end.last // _DAY - first)


def _names(names: Mapping[str, str]) -> str:
    return " ".join(names.values())


def _sorted(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: (choice.label.casefold(), choice.id))
