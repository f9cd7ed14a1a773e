"""Where a record of each kind is added, and what to say of an id that stands where another kind belongs."""

from __future__ import annotations

HOMES = {
    "event": "add it to content/events, or correct the id",
    "article": "add it to content/articles, or correct the id",
    "place": "add it to content/places.yaml, or correct the id",
    "actor": "add it to content/actors.yaml, or correct the id",
    "storyline": "add it to content/storylines, or correct the id",
    "publisher": "add it to content/publishers.yaml, or write its name as it writes itself",
    "kind": "add it to site_config/vocabulary.yaml, or correct the id",
}
"""What to do about an id that names nothing, by the kind of record."""


def of_another_kind(id: str, noun: str) -> str:
    """What to do about an id of one kind of record that stands where another kind is named."""
    article = "an" if noun[0] in "aeiou" else "a"
    return f"'{id}' is {article} {noun}: name it where such a one belongs, or correct the id"
