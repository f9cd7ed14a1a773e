"""What the form for a new event knows of names: tags, publishers, places and actors, as they are spelled.

They are apart from what can be chosen because they are compared, and not shown: each stands behind what all
its spellings have in common. Of a name that is new the form asks whether one that is here already is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from timeline.checks.spellings import ARTICLE, folded
from timeline.languages import message
from timeline.merging import VOICES, Timeline, Use
from timeline.records import Located

NAME_MESSAGES: Mapping[str, tuple[str, str]] = {
    "spelt-voice": (
        message("the publisher '{text}' looks like another spelling of '{tag}'"),
        "write '{tag}' everywhere, or make the two less alike",
    ),
    "spelt-tag": (
        message("the tag '{text}' looks like another spelling of '{tag}'"),
        "write '{tag}' everywhere, or make the two less alike",
    ),
    "quotes-around-name": (message("the quotation marks are a part of {text} here"), message("write {bare}")),
    **dict.fromkeys(
        ("spelt-places", "spelt-actors"),
        (
            message("'{text}' is new, and '{tag}' is here already"),
            message("choose that one, if the same is meant"),
        ),
    ),
}
"""What is said of spellings, by the name of the mistake: the message and the hint."""


def tags(used: Mapping[str, Use]) -> list[tuple[str, str]]:
    """Every tag, those that are used most first, behind what its spellings have in common."""
    return [(folded(tag), tag) for tag in sorted(used, key=lambda tag: (-used[tag].count, tag))]


def voices(timeline: Timeline) -> list[tuple[str, str]]:
    """Every publisher by name: those of the site first, then those that sources name, likewise."""
    own = sorted(record.name for record in timeline.publishers.by_id.values())
    used: Counter[str] = Counter()
    for key in VOICES:
        used.update({name: use.count for name, use in timeline.written_names[key].items()})
    others = sorted(used.keys() - {*timeline.publishers.by_id, *own}, key=lambda name: (-used[name], name))
    return [(folded(ARTICLE.sub("", name)), name) for name in (*own, *others)]


def names(records: Mapping[str, Located[Any]]) -> list[tuple[str, str]]:
    """What places or actors are called in any language, behind what the spellings of each have in common."""
    found = {name for r in records.values() for name in (r.record.name, *r.record.names.values())}
    return [(folded(name), name) for name in sorted(found)]
