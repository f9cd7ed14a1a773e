"""What was meant by words that stand where an id does: a file alone cannot tell, all of them together can.

Whoever writes 'place: Old Harbour' has the right place in mind, and another notion of how it is named. The
reader of that file refuses the words; here they are looked for among the names of what there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.merging.mentions import RECORDS
from timeline.merging.nearest import Nearest
from timeline.merging.references import AROUND_LINKS, MOST_LISTED, NOBODY, REFERENCES, nobody_hint
from timeline.problems import Problem
from timeline.records import WINDOWS_NAMES, Content, slug

_FILES = {"place": "content/places.yaml", "actor": "content/actors.yaml"}
_NOUNS = {**REFERENCES, "within": "place", "sources": "article", "events": "event"}
_OR_WHOLE = frozenset({"sources", "events"})
"""The keys below which a record may stand whole: there, words that name none are the beginning of one."""


_ADDRESS = re.compile(rf"(?:{'|'.join(RECORDS)}):|.*/(?=[^/]+/?$)|(?:\.md|\.html|/)$", re.IGNORECASE)
"""What stands around an id in a link to its record, or in the path of its file."""
_LONGEST_ADDRESS = 500
"""What is longer is no link and no path, and to look for the last stroke of many takes long."""


def better_told(problems: Iterable[Problem], content: Content) -> Iterator[Problem]:
    """The same problems, with what was meant by words in place of an id.

    Args:
        problems: What is wrong with single files.
        content: All that could be read.
    """
    named: dict[str, _Named] = {}
    for problem in problems:
        key, words = problem.misnamed
        noun = _NOUNS.get(key)
        if noun is None:
            yield problem
            continue
        names = named.setdefault(noun, _Named(noun, content))
        if key in _OR_WHOLE and not names.meant(words):
            yield problem
            continue
        hint, example = names.advice(words)
        yield replace(problem, hint=hint, example=example)


class _Named:
    """What there is of one kind of record, by its ids and names."""

    def __init__(self, noun: str, content: Content) -> None:
        self._noun = noun
        self._ids: dict[str, list[str]] = {}
        self._kinds = tuple(content.vocabulary.kinds)
        for id, names in _records(noun, content):
            for name in dict.fromkeys((id, *map(_plain, names), *map(slug, names))):
                self._ids.setdefault(name, []).append(id)
        self._nearest = Nearest(name for name in self._ids if name)

    def advice(self, words: str) -> tuple[str, str]:
        """What to write in place of words, and lines that show it."""
        if ids := self.meant(words):
            return f"write {' or '.join(ids)}", ""
        proposal = slug(words)
        if proposal in NOBODY:
            return nobody_hint(self._noun), ""
        near = self._nearest.to(proposal) if proposal else ""
        home, example = self._home(words, proposal)
        if near:
            return f"did you mean '{self._ids[near][0]}'? if not, {home}", example
        return home, example

    def meant(self, words: str) -> list[str]:
        """The ids of those that are called so."""
        stem = _ADDRESS.sub("", words) if len(words) <= _LONGEST_ADDRESS else words
        likely = (slug(words), _plain(words), slug(stem))
        called = (self._ids[name] for name in likely if name and name in self._ids)
        return [*dict.fromkeys(next(called, ()))]

    def _home(self, words: str, proposal: str) -> tuple[str, str]:
        """What to do where there is no such record yet."""
        if self._noun == "kind":
            one_of = f"write one of {', '.join(self._kinds)}, or " if len(self._kinds) <= MOST_LISTED else ""
            own = f" as {proposal}, and write that here" if proposal else ""
            return f"{one_of}add it to site_config/vocabulary.yaml{own}", ""
        if self._noun == "event":
            return "write the id of that event, as its own 'id:' has it", ""
        if not proposal:
            where = _FILES.get(self._noun, "content/storylines")
            return f"add it to {where} under an id in Latin letters, and write that id here", ""
        if self._noun == "storyline":
            return f"add content/storylines/{proposal}.md first, and write {proposal} here", ""
        if WINDOWS_NAMES.fullmatch(proposal):
            proposal = f"{proposal}-{self._noun}"
        words = words.strip(AROUND_LINKS)
        name = words if words.replace(" ", "").isalnum() else f"'{words.replace(chr(39), chr(39) * 2)}'"
        example = f"- id: {proposal}\n  name: {name}"
        return f"write {proposal} here, and add these lines to {_FILES[self._noun]}:", example


def _records(noun: str, content: Content) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The ids of all records of a kind, and of each what it is called."""
    if noun == "kind":
        yield from ((id, (kind.label,)) for id, kind in content.vocabulary.kinds.items())
    elif noun == "event":
        told = (event for article in content.articles for event in article.record.events)
        read = (event.record for event in (*content.events, *content.fragments.events))
        events = (*read, *(event for event in told if not isinstance(event, str)))
        yield from ((event.id, (event.title or "",)) for event in events)
    elif noun in {"article", "storyline"}:
        documents = content.articles if noun == "article" else content.storylines
        yield from ((document.record.id, (document.record.title,)) for document in documents)
    else:
        records = content.places if noun == "place" else content.actors
        yield from ((r.record.id, (r.record.name, *r.record.names.values())) for r in records)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
