"""What should stand where a list, a text or a mapping stands in another's place, and how to write it."""

from __future__ import annotations

import re

from pydantic import BaseModel

from timeline.reading.keys import NOUNS
from timeline.reading.tree import Mapping, Sequence
from timeline.records import ID_PATTERN, slug

_IDS = frozenset({"actors", "storylines", "aliases", "related", "distinct_from", "after", "response_to"})
_NOTHING = frozenset({"-", "n/a", "na", "nil", "no", "none", "nothing", "unknown"})
_LONGEST_SHOWN = 40


def hint_for(key: str, value: object) -> str:
    """What to write where one key in particular has another shape than its own."""
    if isinstance(value, str) and value.lower() in _NOTHING and key != "retracted":
        return "leave the key out where there is nothing to say"
    if isinstance(value, str) and re.match(r"-\w", value):
        return "put a blank behind every dash: '- one', '- two'"
    if key in {"publisher", "origin"} and isinstance(value, Mapping):
        return "write its name, or the id of one in content/publishers.yaml"
    if key == "names":
        return "write each name by its language, on lines of their own: 'ar: …', 'fr: …'"
    if key == "place" and isinstance(value, Mapping):
        return "write the id of a place, and add the place itself to content/places.yaml"
    if key == "place" and isinstance(value, Sequence) and len(value) > 1:
        return "an event has one place: write the id of that one, or of the place that holds them all"
    if key in {"summary", "body", "says", "note"} and isinstance(value, Sequence) and len(value) > 1:
        return f"write one text below '{key}: |'; every line of it stands as it is"
    numbers: list[object] = list(value) if isinstance(value, Sequence) else []
    if key == "value" and len(numbers) == 2 and all(isinstance(n, str) and n.isdigit() for n in numbers):
        return f"write min: {numbers[0]} and max: {numbers[1]}, in place of one value"
    if key in _IDS and isinstance(value, str) and not ID_PATTERN.fullmatch(value):
        ids = [slug(part) for part in value.split(",")]
        return f"write [{', '.join(ids)}], each by its id" if all(ids) else ""
    return ""


def wanted_instead(
    kind: str, value: object, inner: type[BaseModel], outer: type[BaseModel]
) -> tuple[str, str]:
    """What should stand where something of another shape stands, and how to write it."""
    if kind == "string_type":
        lone = value[0] if isinstance(value, Sequence) and len(value) == 1 else None
        short = isinstance(lone, str) and len(lone) <= _LONGEST_SHOWN
        return "text", f"write {lone}, without the list around it" if short else ""
    if kind in {"tuple_type", "list_type"}:
        short = isinstance(value, str) and len(value) <= _LONGEST_SHOWN
        items = re.sub(r"\s*[;،|]\s*", ", ", str(value))
        return "a list", f"write [{items}]" if short else "begin every item with '- '"
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        keys = [name for name, field in inner.model_fields.items() if field.is_required()]
        if inner is outer or not keys:
            return "a mapping", "write 'key: value' lines below the key, indented"
        return f"{NOUNS.get(inner, 'a mapping')}, with {' and '.join(keys)}", ""
    return "", ""
