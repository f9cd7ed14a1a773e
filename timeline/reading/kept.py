"""What files held when they were read before, so that only what changed in them is parsed again.

What is kept of a record is the tree of its own text, under a hash of that text: no line of a file is in it,
nor anything that stands elsewhere. Places are found in the file as it is now, by parsing the record's own
lines when somebody asks. Only records of files in which nothing is wrong are kept, so every problem is found
and told anew each time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from pydantic_core import to_json

from timeline.reading.items import Stretch
from timeline.reading.limits import Limits
from timeline.reading.text import SourceText
from timeline.reading.tree import Mapping
from timeline.records import Record


class Shelf(Protocol):
    """Keeps texts under keys from one run to the next; it may lose any of them at any time."""

    def get(self, key: str) -> str | None:
        """The text under a key; None where there is none."""

    def put(self, key: str, text: str) -> None:
        """Keeps a text."""


class Entry(NamedTuple):
    """One record's text, as parsed.

    Attributes:
        start: Where the record's mapping begins, in characters from the beginning of its text.
        end: Where it ends.
        tree: The mapping, of plain text, lists and mappings.
        body: Where the body begins, in a file that has one.
    """

    start: int
    end: int
    tree: dict[str, Any]
    body: int = 0


@dataclass
class Memory:
    """What one process remembers of what it read last, ready made: `serve` reads the same files for hours.

    Attributes:
        records: The records, each with where its mapping begins and ends in its text.
        passed: Those records, by their `id()`, of which no check has said anything.
        settings: The settings of the site under which they passed.
    """

    records: dict[str, tuple[Record, int, int]] = field(default_factory=dict)
    passed: dict[int, Record] = field(default_factory=dict)
    settings: object = None


class Kept:
    """What is kept of a project's files.

    Args:
        limits: How much is read: what was read under others is not used.
        shelf: Where it is kept from one run to the next; None where it is not.
        memory: What this process read last.
    """

    def __init__(self, limits: Limits, shelf: Shelf | None = None, memory: Memory | None = None) -> None:
        self.shelf = shelf
        self._memory = memory or Memory()
        self.remembered = self._memory.records
        self.made: dict[str, tuple[Record, int, int]] = {}
        self.limits = str(limits)

    def finish(self) -> None:
        """Remembers what was read this time, and nothing else."""
        self._memory.records = self.made

    def file(self, noun: str, source: SourceText, stretches: Iterable[Stretch], stem: str = "") -> KeptFile:
        """What is kept of one file.

        Args:
            noun: What its records are.
            source: Its text.
            stretches: Where the text of each record begins and ends.
            stem: The file's name, where a record may take its id from it.
        """
        return KeptFile(self, noun, source, list(stretches), stem)


class KeptFile:
    """What is kept of one file, and of each of its records.

    Attributes:
        stretches: Where the text of each record begins and ends.
    """

    def __init__(
        self, kept: Kept, noun: str, source: SourceText, stretches: list[Stretch], stem: str
    ) -> None:
        self.stretches = stretches
        self._kept = kept
        self._name = f"{noun} {source.file}"
        # It is asked for even where everything is remembered: a shelf lets go of what nobody asks for.
        self._shelved = kept.shelf.get(self._name) if kept.shelf is not None else None
        self._before: dict[str, Any] | None = None
        self._new: dict[str, Entry] = {}
        text, way = source.text, f"{kept.limits}\0{noun}\0{stem}"
        self._keys = [_key(way, text[start:end]) for start, end in stretches]

    def unknown(self) -> list[int]:
        """Which records are not kept, by their numbers."""
        known = self._kept.remembered
        missing = [number for number, key in enumerate(self._keys) if key not in known]
        return [number for number in missing if self._keys[number] not in self._entries()]

    def record(self, number: int, make: Callable[[Entry], Record | None]) -> tuple[Record, int, int] | None:
        """A record that is kept, and where its mapping begins and ends in the file.

        Args:
            number: Which one.
            make: Makes a record of what was parsed; None where that cannot be.

        Returns:
            None where it is not kept after all: what lay on the disk was no record of ours.
        """
        key, (begin, _) = self._keys[number], self.stretches[number]
        made = self._kept.made.get(key) or self._kept.remembered.get(key)
        if made is None:
            entry = self._new.get(key) or _entry(self._entries().get(key))
            record = make(entry) if entry else None
            if entry is None or record is None:
                return None
            made = (record, entry.start, entry.end)
        self._kept.made[key] = made
        record, start, end = made
        return record, begin + start, begin + end

    def add(self, number: int, node: Mapping, record: Record, body: int = 0) -> None:
        """Notes a record in whose text nothing is wrong."""
        begin, key = self.stretches[number][0], self._keys[number]
        entry = Entry(node.start - begin, node.end - begin, node, body)
        self._new[key] = entry
        self._kept.made[key] = (record, entry.start, entry.end)

    def keep(self) -> None:
        """Keeps what the file holds now; called where nothing in it is wrong."""
        shelf = self._kept.shelf
        if shelf is None or not self._new:
            return
        before = self._entries()
        entries = {key: self._new.get(key) or before.get(key) for key in self._keys}
        shelf.put(self._name, to_json(entries).decode("utf-8"))

    def _entries(self) -> dict[str, Any]:
        """What was kept of the file the last time; nothing where it cannot be read."""
        if self._before is None:
            try:
                before = json.loads(self._shelved) if self._shelved else {}
            except (ValueError, RecursionError):
                before = {}
            self._before = before if isinstance(before, dict) else {}
        return self._before


def _key(way: str, text: str) -> str:
    """What a record is kept under: its text, and what else decides how it is read."""
    return hashlib.blake2b(f"{way}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _entry(kept: object) -> Entry | None:
    """What lay on the disk as an entry; None where it is none."""
    if not isinstance(kept, list) or [type(part) for part in kept] != [int, int, dict, int]:
        return None
    return Entry(*kept) if min(kept[0], kept[1], kept[3]) >= 0 else None
