"""Answers that choose among what there is, by its id or its name: a place, a kind, several actors.

What is not there may be made, left out, or, where a name stands for itself as a publisher's does, stay as it
is.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.checks.spellings import folded
from timeline.cli.asking import Try, agreed, answer, is_person_there
from timeline.cli.wording import columns, said

_MADE = frozenset({"actor", "article", "event", "place", "publisher", "storyline"})
"""What ``timeline new`` makes."""
_TITLED = frozenset({"article", "event", "storyline"})
"""What has a title, which may be a sentence with commas in it."""
_MOST_LISTED = 30
"""How many ids are named to choose from."""
_MOST_SHOWN = 10
"""How many stand in a question itself."""
_WIDEST_SHOWN = 120
"""How many characters they may have there."""


_NEARLY = 0.6
_HARDLY_ANOTHER = 0.85
"""How like a name has to be to be proposed. Papers are often called alike, and many are new to a site."""


@dataclass(frozen=True)
class Missing:
    """What is done about a name that no record has, where a person is there.

    Attributes:
        offer: What the person is asked, behind 'There is no place "Exampleton"'.
        settle: Does it, and gives the id or the words that then stand for the name, an empty text where the
            name is left out, and None where the person would rather not.
    """

    offer: str
    settle: Callable[[str], str | None]


class Choices:
    """What there is of one kind of record, to be chosen from."""

    def __init__(
        self, noun: str, known: Collection[str], missing: Missing | None = None, meaning: str = "",
        free: Try | None = None,
    ) -> None:  # fmt: skip
        """Takes what there is, and how more of it is made.

        Args:
            noun: What each of them is.
            known: The records by their ids, or their ids alone.
            missing: What is done about a name that is not there.
            meaning: What the handbook says of the key.
            free: Tries a name that may stand although no record has it; without it, none may.
        """
        self._noun = noun
        self._known = known
        self._missing = missing
        self._meaning = meaning
        self._free = free
        self._settled: dict[str, str] = {}
        self._called: dict[str, list[str]] = {}
        for id, name in _names(known):
            self._called.setdefault(folded(name), []).append(id)

    def one(self, question: str, given: str | None) -> str:
        """The id that is given or answered; an empty text for none."""
        if not is_person_there():
            return self._id(answer(question, self._why_not, given))
        return self._id(self._asked(question, self._try_with_person, given))

    def several(self, question: str, given: tuple[str, ...]) -> list[str]:
        """The ids that are given, or that a person types with spaces or commas between."""
        if given or not is_person_there():
            return [self.one(question, value) for value in given]

        def why_not(typed: str) -> str:
            # One at a time: each may be asked about.
            return next(filter(None, map(self._try_with_person, self._parts(typed))), "")

        typed = self._asked(f"{question}, with commas between", why_not)
        return [*dict.fromkeys(filter(None, map(self._id, self._parts(typed))))]

    def _asked(self, question: str, why_not: Callable[[str], str], given: str | None = None) -> str:
        few = ", ".join(sorted(self._known))
        is_short = len(self._known) <= _MOST_SHOWN and len(few) <= _WIDEST_SHOWN
        choices = few if is_short else "? lists them"
        return answer(question, why_not, given, choices=choices, help=self._listed(), ends=self._ends)

    def _ends(self, beginning: str) -> list[str]:
        """The ids that begin so, or whose record is called so."""
        begun = beginning.casefold()
        names = ((name.casefold(), id) for id, name in _names(self._known))
        return sorted({id for name, id in names if name.startswith(begun)})

    def _listed(self) -> str:
        """What ``?`` is answered with: what is asked for, and what there is."""
        called: dict[str, str] = {}
        for id, name in _names(self._known):
            if name != id:
                called.setdefault(id, name)
        rows = ((id, said(called.get(id, ""))) for id in sorted(self._known))
        there = f"There are, by id and name:\n{columns(rows, '  ')}" if self._known else "There is none yet."
        return "\n".join(filter(None, (self._meaning, there))).rstrip()

    def _close_to(self, words: str) -> str:
        """The id of what is called nearly so, or has the words in its name as a surname has; else nothing."""
        enough = _HARDLY_ANOTHER if self._free else _NEARLY
        if near := difflib.get_close_matches(folded(words), self._called, n=1, cutoff=enough):
            return self._called[near[0]][0]
        parts = _words(words)
        having = {
            id: None
            for id, name in _names(self._known)
            if parts and (parts <= (own := _words(name)) or (self._free and own and own <= parts))
        }
        return next(iter(having)) if len(having) == 1 else ""

    def _try_with_person(self, words: str) -> str:
        """Why an answer cannot stand; who is there may take what is called nearly so, or make what is not."""
        reason = self._why_not(words)
        is_there = words in self._settled or self._id(words) in self._known
        if is_there or self._missing is None or self._meant(words) or (self._free and reason):
            return reason
        there_is_none = f'  There is no {self._noun} "{said(words)}".'
        close = self._close_to(words)
        if close and agreed(f"{there_is_none} Do you mean '{close}'?"):
            self._settled[words] = close
        elif agreed(f"{there_is_none} {self._missing.offer}"):
            settled = self._missing.settle(words)
            if settled is not None:
                self._settled[words] = settled
        if words in self._settled or self._free:
            return ""
        return f"choose another {self._noun}, or Enter for none"

    def _id(self, words: str) -> str:
        """The id of the one record that has it, or is called so; else the words."""
        if words in self._settled:
            return self._settled[words]
        ids = self._meant(words)
        return words if words in self._known or len(ids) != 1 else ids[0]

    def _meant(self, words: str) -> list[str]:
        return [*dict.fromkeys(self._called.get(folded(words), ()))] if words else []

    def _parts(self, typed: str) -> list[str]:
        """Ids have no spaces, and names may; so a comma ends one, and a space only where no name goes on."""
        if self._meant(typed):
            return [typed]
        if "," in typed:
            parts = [part.strip() for part in typed.split(",") if part.strip()]
            are_known = any(self._id(part) in self._known for part in parts)
            return parts if are_known or self._noun not in _TITLED else [typed]
        parts = typed.split()
        are_ids = not parts or any(self._id(part) in self._known for part in parts)
        return parts if are_ids else [" ".join(parts)]

    def _why_not(self, words: str) -> str:
        """Why an answer cannot stand; nothing where it can."""
        if words in self._settled or self._id(words) in self._known:
            return ""
        if ids := self._meant(words):
            return f"several are called '{said(words)}': write {' or '.join(ids)}"
        if self._free:
            return self._free(words)
        near = difflib.get_close_matches(words, self._known, n=1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        if not near and 0 < len(self._known) <= _MOST_LISTED:
            hint = f"; there are: {', '.join(sorted(self._known))}"
        if self._noun in _MADE:
            hint += f"{' if not,' if near else ';'} make it first, with 'timeline new {self._noun}'"
        return f"there is no {self._noun} '{said(words)}'{hint}"


def _words(name: str) -> set[str]:
    """The words of a name, without its marks: what stands in brackets is a word, too."""
    return {*re.findall(r"[^\W_]+", name.casefold())}


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
