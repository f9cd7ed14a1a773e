"""How each kind of record is written: the lines that an editor can copy where something else stands.

A message can say that an account has 'by' and 'says'; somebody who has never written a list of mappings in
YAML needs to see one. What was written goes into the lines wherever it can be told what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as AnyMapping

from pydantic import BaseModel

from timeline.dates import DateError, When
from timeline.records import (
    ID_PATTERN,
    Account,
    Correction,
    DeadLink,
    Event,
    Figure,
    Kind,
    Media,
    Retraction,
    Silence,
    Source,
    StatusWords,
    slug,
)

LIKE_THIS = "write it like this:"
_KEYS: dict[type[BaseModel], dict[str, str]] = {
    Account: {"by": "Exampleton police", "says": "Two shells landed in the field."},
    Correction: {"date": "YYYY-MM-DD", "note": "What was wrong, and what stands now."},
    Event: {"id": "exampleton-rocket", "date": "YYYY-MM-DD", "title": "What happened, in one line"},
    Figure: {"what": "people hurt", "value": "3"},
    Kind: {"label": "Flood", "icon": "disaster", "colour": "blue"},
    Media: {"file": "exampleton/field.jpg", "alt": "What it shows, for those who cannot see it"},
    Retraction: {"date": "YYYY-MM-DD", "reason": "Why the event no longer stands."},
    Silence: {"code": "guessed-dates", "reason": "Why what it finds is right here"},
    StatusWords: {"label": "Contested"},
    Source: {"title": "The headline, as it was printed", "publisher": "The newspaper by its name"},
}
"""The keys to show of each kind of record, with values that are made up; a day that is left so is told."""

TO_REPLACE = frozenset({
    "What was wrong, and what stands now.", "What happened, in one line",
    "What it shows, for those who cannot see it", "Why the event no longer stands.",
    "The headline, as it was printed", "The newspaper by its name",
})  # fmt: skip
"""Those of the values that tell what to write in their place."""
_OWN_TEXT: dict[type[BaseModel], str] = {
    Correction: "note",
    Kind: "label",
    Media: "file",
    Retraction: "reason",
    Silence: "code",
    Source: "publisher",
    StatusWords: "label",
}
"""The key that a text belongs to which stands in the place of the whole record."""
_SAYS_NOTHING = frozenset({"", "null", "true", "false", "yes", "no"})
_PLAIN = re.compile(r"[^\W_](?:[\w .,()'’/+-]|:(?! )){0,79}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = re.compile(r"(?P<number>[0-9]+) (?P<what>.+)|(?P<before>[^0-9:]+):? (?P<behind>[0-9]+)")
_SAID = re.compile(r"([^:]{1,60}): (.+)")
_LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[^\s()]+)\)")
_DATED = re.compile(rf"({_DAY.pattern}),? (.+)")
_CITED = re.compile(
    r"([^\W\d_][\w .&'’-]*),? \(?([^,()]{0,40}[0-9]{4}[^,()]{0,40}|[^,()]{0,40}, [0-9]{4})\)?"
)
"""A source as a footnote has it: who published it, and when; no day takes more words than that."""
_ADDRESS = re.compile(r"https?://\S+")
_MOST_KEYS = 4
_LONGEST = 300
"""Of a longer text, an editor has the rest before them."""


def example_of(model: type[BaseModel], key: str, given: object, *, listed: bool = True) -> str:
    """The lines that show how a record stands under its key; empty where there are none to show.

    Args:
        model: The kind of record.
        key: The key that it stands under.
        given: What stands there now: a text, a mapping, or nothing that helps.
        listed: Whether the key holds a list of such records.
    """
    if model not in _KEYS:
        return ""
    told = _from_mapping(model, given) if isinstance(given, dict) else _from_text(model, given)
    shown = told or _KEYS[model]
    dash, indent = ("  - ", "    ") if listed else ("  ", "  ")
    rows = [f"{dash if not n else indent}{name}: {value}" for n, (name, value) in enumerate(shown.items())]
    return "\n".join([f"{key}:", *rows])


def named_example(model: type[BaseModel], given: object) -> str:
    """The lines of a record of which only its name stands there; empty where that makes no id.

    Args:
        model: The kind of record.
        given: What stands there.
    """
    if model is DeadLink and isinstance(given, str) and _ADDRESS.fullmatch(given.strip()):
        return f"- url: {given.strip()}\n  seen: YYYY-MM-DD\n  found: What answered in its place"
    if not {"id", "name"} <= model.model_fields.keys() or not isinstance(given, str):
        return ""
    name = " ".join(given.split())
    return (
        f"- id: {slug(name)}\n  name: {name if _PLAIN.fullmatch(name) else _quoted(name)}"
        if slug(name)
        else ""
    )


def _from_text(model: type[BaseModel], given: object) -> dict[str, str]:
    """The example with a text in it, where it is clear which of the keys it belongs to."""
    if not isinstance(given, str) or given.strip().casefold() in _SAYS_NOTHING:
        return {}
    text, made_up = " ".join(given.split()), _KEYS[model]
    # To take a long text apart takes long, and nobody writes one in the place of a few words.
    if len(text) <= _LONGEST and (own := _READ.get(model, _nothing)(text)):
        return {**made_up, **own} if model in {Correction, Figure, Retraction} else own
    if _DAY.fullmatch(text):
        return {**made_up, "date": text} if "date" in made_up else {}
    if not _PLAIN.fullmatch(text):
        return {**made_up, "reason": _quoted(text)} if model is Retraction and text else {}
    if model is Event:
        return {**made_up, "id": slug(text) or made_up["id"], "title": text}
    key = _OWN_TEXT.get(model)
    fits = model is not Media or "." in text
    fits = fits and (model is not Silence or ID_PATTERN.fullmatch(text) is not None)
    return {**made_up, key: text} if key and fits else {}


def _nothing(text: str) -> dict[str, str]:
    del text
    return {}


def _source_in(text: str) -> dict[str, str]:
    """A source that is an address, a link, or a publisher with a day behind it."""
    title = _KEYS[Source]["title"]
    if _ADDRESS.fullmatch(text):
        return {"title": title, "url": text}
    if link := _LINK.fullmatch(text):
        return {"title": link[1] if _PLAIN.fullmatch(link[1]) else _quoted(link[1]), "url": link[2]}
    if (cited := _CITED.fullmatch(text)) and (day := _day_in(cited[2])):
        return {"title": title, "publisher": cited[1], "published": day}
    return {}


def _account_in(text: str) -> dict[str, str]:
    """An account with a colon between the two."""
    said = _SAID.fullmatch(text)
    return {"by": said[1], "says": said[2]} if said and all(map(_PLAIN.fullmatch, said.groups())) else {}


def _figure_in(text: str) -> dict[str, str]:
    """A number, with or without what is counted."""
    if text.isdecimal():
        return {"value": text}
    count = _COUNT.fullmatch(text)
    what = count and (count["what"] or count["before"])
    if not count or not what or not _PLAIN.fullmatch(what):
        return {}
    return {"what": what, "value": count["number"] or count["behind"]}


def _note_in(text: str) -> dict[str, str]:
    """A day with what was wrong behind it."""
    dated = _DATED.fullmatch(text)
    return {"date": dated[1], "note": dated[2]} if dated and _PLAIN.fullmatch(dated[2]) else {}


def _reason_in(text: str) -> dict[str, str]:
    """The same of a retraction."""
    return {{"note": "reason"}.get(key, key): value for key, value in _note_in(text).items()}


_READ: AnyMapping[type[BaseModel], Callable[[str], dict[str, str]]] = {
    Account: _account_in,
    Correction: _note_in,
    Figure: _figure_in,
    Retraction: _reason_in,
    Source: _source_in,
}
"""What finds the keys of a record in a text that stands in its place."""


def _quoted(text: str) -> str:
    """A text as YAML takes it whatever is in it; of a very long one, the beginning."""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    return f"'{shown.replace(chr(39), chr(39) * 2)}'"


def _day_in(text: str) -> str:
    """The day that a text means, be it written as people say it; empty where it means none."""
    if _DAY.fullmatch(text):
        return text
    try:
        When.parse(text)
    except DateError as error:
        meant = re.fullmatch(rf"write ({_DAY.pattern})", error.hint)
        return meant[1] if meant else ""
    return ""


def _from_mapping(model: type[BaseModel], given: AnyMapping[str, object]) -> dict[str, str]:
    """The keys that were written, where they are the record's own; or one pair for the first two keys."""
    texts = {key: value for key, value in given.items() if isinstance(value, str) and _PLAIN.fullmatch(value)}
    own = {key: texts[key] for key in list(texts)[:_MOST_KEYS] if key in model.model_fields}
    if own:
        return own
    pair = next(((key, value) for key, value in texts.items() if _PLAIN.fullmatch(key)), None)
    names = list(_KEYS[model])[:2]
    if pair is None or model not in {Account, Correction, Figure}:
        return {}
    if model is Figure and not pair[1].isdigit():
        return {}
    if model is Correction:
        day = _day_in(pair[0])
        return {"date": day, "note": pair[1]} if day else {}
    return dict(zip(names, pair, strict=True))
