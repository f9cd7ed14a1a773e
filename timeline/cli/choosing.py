"""Answers that choose among what there is, by its id or its name: a place, a kind, several actors."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from timeline.checks.spellings import folded
from timeline.cli.asking import answer, is_person_there

_MADE = frozenset({"actor", "article", "event", "place", "storyline"})
"""What ``timeline new`` makes."""
_MOST_LISTED = 30
"""How many ids are named to choose from."""


class Choices:
    """What there is of one kind of record, to be chosen from."""

    def __init__(self, noun: str, known: Collection[str]) -> None:
        """Takes the records by their ids, or their ids alone."""
        self._noun = noun
        self._known = known
        self._called: dict[str, list[str]] = {}
        for id, name in _names(known):
            self._called.setdefault(folded(name), []).append(id)

    def one(self, question: str, given: str | None) -> str:
        """The id that is given or answered; an empty text for none."""
        return self._id(answer(question, self._why_not, given))

    def several(self, question: str, given: tuple[str, ...]) -> list[str]:
        """The ids that are given, or that a person types with spaces or commas between."""
        if given or not is_person_there():
            return [self.one(question, value) for value in given]

        def why_not(typed: str) -> str:
            return "; ".join(filter(None, map(self._why_not, self._parts(typed))))

        return [*map(self._id, self._parts(answer(f"{question}, with commas between", why_not, None)))]

    def _id(self, words: str) -> str:
        """The id of the one record that has it, or is called so; else the words."""
        ids = self._meant(words)
        return words if words in self._known or len(ids) != 1 else ids[0]

    def _meant(self, words: str) -> list[str]:
        return [*dict.fromkeys(self._called.get(folded(words), ()))] if words else []

    def _parts(self, typed: str) -> list[str]:
        """Ids have no spaces, and names may; so a comma ends one, and a space only where no name goes on."""
        if "," in typed or self._meant(typed):
            return [part.strip() for part in typed.split(",") if part.strip()]
        parts = typed.split()
        are_ids = not parts or any(self._id(part) in self._known for part in parts)
        return parts if are_ids else [" ".join(parts)]

    def _why_not(self, words: str) -> str:
        """Why an answer cannot stand; nothing where it can."""
        if self._id(words) in self._known:
            return ""
        if ids := self._meant(words):
            return f"several are called '{words}': write {' or '.join(ids)}"
        near = difflib.get_close_matches(words, self._known, n=1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        if not near and 0 < len(self._known) <= _MOST_LISTED:
            hint = f"; there are: {', '.join(sorted(self._known))}"
        if self._noun in _MADE:
            hint += f"{' if not,' if near else ';'} make it first, with 'timeline new {self._noun}'"
        return f"there is no {self._noun} '{words}'{hint}"


def _names(known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each id with what its record is called, in every language, and with itself."""
    for id in known:
        yield id, id
        described: Any = known[id] if isinstance(known, Mapping) else None
        record = getattr(described, "record", described)
        for key in ("name", "title", "label"):
            if name := getattr(record, key, ""):
                yield id, name
        yield from ((id, name) for name in getattr(record, "names", {}).values())
