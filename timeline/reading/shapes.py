"""What should stand where a list, a text or a mapping stands in another's place, and how to write it."""

from __future__ import annotations

import re

from pydantic import BaseModel

from timeline.reading.keys import NOUNS
from timeline.reading.tree import Mapping, Sequence
from timeline.records import ID_PATTERN, slug

_IDS = frozenset({"actors", "storylines", "aliases", "related", "distinct_from", "after", "response_to"})
_NOTHING = frozenset({"-", "n/a", "na", "nil", "no", "none", "nothing", "unknown"})
_IN_WORDS = frozenset({"by", "byline", "confirmed_by", "credit", "dateline", "licence", "what"})
_LONGEST_SHOWN = 40
_HASHTAG = re.compile(r"#([^\s#,;]+)")
_PLAIN_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def hint_for(key: str, value: object) -> str:
    """What to write where one key in particular has another shape than its own."""
    if key in _BY_KEY:
        return _BY_KEY[key]
    if isinstance(value, str):
        return _for_text(key, value)
    if isinstance(value, Mapping):
        return _span_of(value) if key == "date" else _FOR_MAPPING.get(key, "")
    return _for_list(key, value) if isinstance(value, Sequence) and len(value) > 1 else ""


_BY_KEY = {
    "language": "write one, that of most of the text, as in en",
    "names": "write each name by its language, on lines of their own: 'ar: …', 'fr: …'",
}
_FOR_MAPPING = {
    "origin": "write its name, or the id of one in content/publishers.yaml",
    "place": "write the id of a place, and add the place itself to content/places.yaml",
    "publisher": "write its name, or the id of one in content/publishers.yaml",
}


def _span_of(value: Mapping) -> str:
    """What to write for a date that is given as its beginning and its end."""
    ends = list(value.values())
    if len(ends) == 2 and all(isinstance(end, str) and _PLAIN_DATE.fullmatch(end) for end in ends):
        return f"write {'/'.join(sorted(map(str, ends)))}, on the line of the key"
    return "write it on the line of the key: a span as 2020-01-03/2020-01-05, and a clock time under 'time'"


def _for_text(key: str, text: str) -> str:
    if text.lower() in _NOTHING and key != "retracted":
        return "leave the key out where there is nothing to say"
    if re.match(r"-\w", text):
        return "put a space behind every dash: '- one', '- two'"
    if key in _IDS and not ID_PATTERN.fullmatch(text):
        ids = [slug(part) for part in re.split(r"[,;|،&]|\band\b", text)]
        return f"write [{', '.join(ids)}], each by its id" if all(ids) else ""
    return ""


def _for_list(key: str, items: Sequence) -> str:
    if key == "time":
        return "an event has one time: write when it began, or leave the time out"
    if key == "place":
        return "an event has one place: write the id of that one, or of the place that holds them all"
    if key == "part_of":
        return "an event is part of one: write the id of that one, and the others under 'related'"
    if key in {"url", "archived"}:
        return "write one address; the others belong to sources of their own"
    if key in _IN_WORDS and all(isinstance(item, str) for item in items):
        text = " and ".join(map(str, items))
        return (
            f"write {text}, as one text" if len(text) <= _LONGEST_SHOWN else "write all of them as one text"
        )
    if key in {"summary", "body", "says", "note"}:
        return f"write one text below '{key}: |'; every line of it stands as it is"
    if key == "value" and len(items) == 2 and all(isinstance(n, str) and n.isdigit() for n in items):
        return f"write min: {items[0]} and max: {items[1]}, in place of one value"
    return ""


def ids_in_one(key: str, value: object) -> str:
    """What to write for several ids with commas between them, where one stands; empty where there is one."""
    ids = [part.strip() for part in value.split(",")] if isinstance(value, str) else []
    if len(ids) < 2 or not all(map(ID_PATTERN.fullmatch, ids)):
        return ""
    if key.isdigit():
        return f"each id is an item of its own: write {', '.join(ids)}, without quotes around them all"
    return f"write [{', '.join(ids)}]" if key in _IDS else f"it holds one id: write {' or '.join(ids)}"


def wanted_instead(
    kind: str, value: object, inner: type[BaseModel], outer: type[BaseModel]
) -> tuple[str, str]:
    """What should stand where something of another shape stands, and how to write it."""
    if kind == "string_type":
        lone = value[0] if isinstance(value, Sequence) and len(value) == 1 else None
        short = isinstance(lone, str) and len(lone) <= _LONGEST_SHOWN
        return "text", f"write {lone}, without the list around it" if short else ""
    if kind in {"tuple_type", "list_type"}:
        if not isinstance(value, str) or len(value) > _LONGEST_SHOWN:
            return "a list", "begin every item with '- '"
        hashtags = _HASHTAG.findall(value) if value.lstrip().startswith("#") else ()
        items = ", ".join(hashtags) or re.sub(r"\s*[;،|]\s*", ", ", value)
        return "a list", f"write [{items}]"
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        keys = [name for name, field in inner.model_fields.items() if field.is_required()]
        if inner is outer or not keys:
            return "a mapping", "write 'key: value' lines below the key, indented"
        return f"{NOUNS.get(inner, 'a mapping')}, with {' and '.join(keys)}", ""
    return "", ""
