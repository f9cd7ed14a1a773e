"""One tag, person, body, place or publisher under two spellings: a reader then finds half of it.

Names are compared as they sound to a search: without capitals, accents, hyphens and plural endings, and with
the letters that Arabic, Persian and Urdu keyboards write differently. Long ones may differ in one letter.
Each name is looked up in a table of what it could be, so that a thousand names take no longer than they must.
"""

from __future__ import annotations

import functools
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import Located

CODE = "spelling-variants"
CODE_NAMES = "same-name"
_LONG = 8
"""From how many letters on one of them may differ."""
_LONG_WORD = 5
ONE_LETTER = {"ی": "ي", "ى": "ي", "ک": "ك", "ە": "ه", "ـ": "", "ё": "е"}
"""Letters that are written in two ways, and which of the two counts; 'ß' is 'ss' once its case is folded."""
_ONE_LETTER = str.maketrans(ONE_LETTER)
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_NUMBER = re.compile(r"\d")

Uses = Mapping[str, tuple[int, Callable[[], Span]]]
"""How often each spelling is used, and where first."""


@functools.lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """What spellings of one name have in common."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_ONE_LETTER))
    words = re.sub(
        r"[^\w+#]+", " ", "".join(char for char in plain if not unicodedata.combining(char))
    ).split()
    return "".join(word[:-1] if len(word) > _LONG_WORD and word.endswith("s") else word for word in words)


def tags(timeline: Timeline) -> Iterator[Finding]:
    """Finds tags, and publishers that are given by name, under more than one spelling."""
    used = {
        key: {name: (use.count, use.first.span) for name, use in uses.items()}
        for key, uses in timeline.written_names.items()
    }
    yield from _variants("tag", used["tags"])
    known = timeline.publisher_records
    names = {located.record.name.casefold() for located in known.values()}
    named = {
        name: use
        for name, use in {**used["origin"], **used["publisher"]}.items()
        if name not in known and name.casefold() not in names
    }
    for located in known.values():  # what is written down once for all is how it is spelled
        named[located.record.name] = sys.maxsize, functools.partial(located.places.of, "name")
    yield from _variants("publisher", named)


def _variants(noun: str, uses: Uses) -> Iterator[Finding]:
    """Tells of every spelling but the one that is used most."""
    by_key: dict[str, list[str]] = {}
    for name in uses:
        by_key.setdefault(folded(ARTICLE.sub("", name) if noun == "publisher" else name), []).append(name)
    by_key.pop("", None)  # tags of signs alone
    for names in (*by_key.values(), *(by_key[one] + by_key[other] for one, other in _near(by_key))):
        if len(names) == 1:
            continue
        first, *others = sorted(names, key=lambda name: (-uses[name][0], uses[name][1]()))
        for name in others:
            if noun == "publisher" and name.casefold() == first.casefold():
                continue
            message = f"the {noun} '{name}' looks like another spelling of '{first}'"
            hint = f"write '{first}' everywhere, or make the two less alike"
            related = (Related(uses[first][1](), f"'{first}'"),)
            yield Finding(Problem(CODE, Severity.NOTE, uses[name][1](), message, hint, related))


def _near(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of long names that differ in one letter, or in whether one is doubled.

    Both give the same when that letter is left out.
    """
    found: dict[tuple[int, str], str] = {}
    told: Counter[tuple[str, str]] = Counter()
    known = set(keys)
    for key in sorted(known):
        if len(key) < _LONG or _NUMBER.search(key):
            continue
        for at in range(len(key)):
            without = key[:at] + key[at + 1 :]
            if without in known and key[at] == key[at - 1 : at] and not told[without, key]:
                told[without, key] += 1
                yield without, key
            other = found.setdefault((at, without), key)
            if other != key and len(other) == len(key) and not told[other, key]:
                told[other, key] += 1
                yield other, key


def names(timeline: Timeline) -> Iterator[Finding]:
    """Finds actors, places and publishers that are called alike under two ids."""
    groups: dict[str, Mapping[str, Located[Any]]] = {
        "actor": timeline.actors, "place": timeline.places, "publisher": timeline.publisher_records,
    }  # fmt: skip
    for noun, records in groups.items():
        by_key: dict[tuple[str, str], list[Located[Any]]] = {}
        for located in records.values():
            # Two towns may have one name in two countries.
            outer = getattr(located.record, "within", "") or ""
            own = folded(located.record.name)
            for key in {own, *map(folded, getattr(located.record, "names", {}).values())} - {""}:
                by_key.setdefault((key, outer), []).append(located)
        actors = [key for key, _ in by_key] if noun == "actor" else []
        near = [by_key[one, ""] + by_key[other, ""] for one, other in _near(actors)]
        told = set()
        for group in (*by_key.values(), *near):
            if len(group) == 1:
                continue
            first, *others = sorted(group, key=lambda located: located.places.of("id"))
            for other in others:
                pair = (first.record.id, other.record.id)
                if pair not in told and first is not other:
                    told.add(pair)
                    yield _namesakes(noun, first, other)


def _namesakes(noun: str, first: Located[Any], other: Located[Any]) -> Finding:
    both = f"the {noun}s '{first.record.id}' and '{other.record.id}'"
    message = f"{both} have one name, or nearly: '{other.record.name}'"
    hint = "keep one, and correct what names the other; if they are two, write names that tell them apart"
    related = (Related(first.places.of("name"), f"'{first.record.name}'"),)
    problem = Problem(CODE_NAMES, Severity.NOTE, other.places.of("name"), message, hint, related)
    return Finding(problem, (first, other))


VARIANTS = Check(CODE, Severity.NOTE, "A tag or a publisher is spelled in one way.", tags, silenceable=False)
NAMES = Check(CODE_NAMES, Severity.NOTE, "No two actors, places or publishers have one name.", names)
