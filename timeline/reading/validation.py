"""The tree of a file into records, and pydantic's errors into problems that a journalist can read."""

from __future__ import annotations

import difflib
from collections.abc import Mapping as AnyMapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from timeline.problems import Problem, Severity, Span
from timeline.reading.text import SourceText
from timeline.reading.tree import Mapping, Refused, Sequence, TreePlaces
from timeline.records import (
    Account,
    Actor,
    Article,
    Correction,
    Event,
    Figure,
    Kind,
    Media,
    Page,
    Place,
    Publisher,
    Record,
    Retraction,
    Silence,
    Source,
    StatusWords,
    Storyline,
    Vocabulary,
)

R = TypeVar("R", bound=Record)

_NOUNS: dict[type[BaseModel], str] = {
    Account: "an account", Actor: "an actor", Article: "an article", Correction: "a correction",
    Event: "an event", Figure: "a figure", Kind: "a kind", Media: "a media item", Page: "a page",
    Place: "a place", Publisher: "a publisher", Retraction: "a retraction", Silence: "a silence",
    Source: "a source", StatusWords: "the words for a status", Storyline: "a storyline",
    Vocabulary: "the vocabulary",
}  # fmt: skip

# The record that a key leads to, for naming it and for the keys it allows.
_INNER: dict[str, type[BaseModel]] = {
    "accounts": Account, "figures": Figure, "figure": Figure, "sources": Source, "source": Source,
    "media": Media, "corrections": Correction, "retracted": Retraction, "silence": Silence,
    "events": Event, "kinds": Kind, "statuses": StatusWords,
}  # fmt: skip

# What people write who know other tools, by what it is called here.
_SYNONYMS = {
    "headline": "title", "description": "summary", "text": "body", "content": "body",
    "location": "place", "where": "place", "type": "kind", "category": "kind", "link": "url",
    "href": "url", "author": "byline", "zone": "timezone", "tz": "timezone", "when": "date",
    "start": "date", "source": "sources", "tag": "tags", "people": "actors", "images": "media",
    "lat": "latitude", "lon": "longitude", "lng": "longitude", "agency": "origin",
    "archive": "archived", "lang": "language", "name": "title", "storyline": "storylines",
    "caused_by": "response_to", "follows": "after", "id": "id", "who": "by", "what": "says",
}  # fmt: skip

FREE_TEXT = frozenset({
    "title", "summary", "body", "says", "by", "what", "unit", "alt", "caption", "credit", "licence",
    "note", "reason", "quote", "byline", "dateline", "name", "confirmed_by", "label", "explanation",
})  # fmt: skip
"""The keys that hold free text, in which `` #`` belongs to the text more often than not."""


def validate(
    model: type[R], node: Mapping, source: SourceText, **given: object
) -> tuple[R | None, list[Problem]]:
    """Makes a record of a mapping.

    Args:
        model: The kind of record.
        node: The mapping, as read.
        source: The file, for places.
        **given: Values that stand elsewhere than in the mapping, such as a file's body.

    Returns:
        The record, or None where it cannot be made, and what is wrong. A record may be None without a
        problem where the reader has refused one of its values already.
    """
    try:
        return model.model_validate({**node, **given} if given else node), []
    except ValidationError as error:
        places = TreePlaces(source, node)
        problems = [
            _problem(model, detail, places)
            for detail in error.errors(include_url=False)
            if not isinstance(places.node(*_path(detail, places)), Refused)
        ]
        return None, problems


def _path(detail: ErrorDetails, places: TreePlaces) -> tuple[str | int, ...]:
    """The error's way without the steps that are pydantic's own: union tags, '[key]'."""
    path: tuple[str | int, ...] = ()
    steps = detail["loc"]
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        if places.has(*path, step) or (last and detail["type"] == "missing"):
            path = (*path, step)
    return path


def _model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    for step in path:
        if isinstance(step, str) and step in _INNER and step in model.model_fields:
            model = _INNER[step]
    return model


def _problem(model: type[BaseModel], detail: ErrorDetails, places: TreePlaces) -> Problem:
    kind = detail["type"]
    path = _path(detail, places)
    context: AnyMapping[str, Any] = detail.get("ctx", {})
    if kind == "refused":
        code, _, child = context["code"].partition(":")
        path = (*path, child) if child else path
        span = places.within(context["start"], context["end"], *path)
        if detail["loc"] and detail["loc"][-1] == "[key]":
            span = places.key(*path)
        return Problem(code, Severity.ERROR, span, context["message"], context["hint"])
    if kind == "extra_forbidden":
        return _unknown_key(_model_at(model, path[:-1]), str(path[-1]), places.key(*path))
    if kind == "missing":
        inner = _model_at(model, path[:-1])
        message = f"{_NOUNS.get(inner, 'this')} needs '{path[-1]}', and there is none here"
        return Problem(
            "missing-key", Severity.ERROR, _opening(places.of(*path[:-1])), message, f"add '{path[-1]}:'"
        )
    return _wrong_shape(kind, model, path, detail, places)


def _opening(span: Span) -> Span:
    return span


def _wrong_shape(
    kind: str, model: type[BaseModel], path: tuple[str | int, ...], detail: ErrorDetails, places: TreePlaces
) -> Problem:
    value = places.node(*path)
    given = "a list" if isinstance(value, Sequence) else "a mapping" if isinstance(value, Mapping) else "text"
    hint = ""
    if kind in {"tuple_type", "list_type"}:
        wanted = "a list"
        hint = f"write [{value}]" if isinstance(value, str) else "begin every item with '- '"
    elif kind in {"model_type", "dict_type", "model_attributes_type", "union_tag_not_found"}:
        inner = _model_at(model, path)
        wanted = "a mapping"
        keys = [name for name, f in inner.model_fields.items() if f.is_required()]
        if inner is not model and keys:
            wanted = f"{_NOUNS.get(inner, 'a mapping')}, with {' and '.join(keys)}"
    else:
        return Problem("wrong-shape", Severity.ERROR, places.of(*path), detail["msg"])
    message = f"this must be {wanted}, not {given}"
    return Problem("wrong-shape", Severity.ERROR, places.of(*path), message, hint)


def _unknown_key(model: type[BaseModel], key: str, span: Span) -> Problem:
    """'did you mean', from what is near, what other tools call it, and where else the key belongs."""
    allowed = [
        name for name in model.model_fields if not (name == "body" and "published" in model.model_fields)
    ]
    noun = _NOUNS.get(model, "this")
    near = difflib.get_close_matches(key.lower().replace("-", "_"), allowed, n=1, cutoff=0.7)
    synonym = _SYNONYMS.get(key.lower(), "")
    owner = next((m for m in (Source, Event, Place, Article, Account, Figure) if key in m.model_fields), None)
    if near or synonym in allowed:
        hint = f"did you mean '{near[0] if near else synonym}'?"
    elif owner is not None:
        hint = f"'{key}' is a key of {_NOUNS[owner]}"
    else:
        hint = f"the keys are: {', '.join(allowed)}"
    return Problem("unknown-key", Severity.ERROR, span, f"{noun} has no key '{key}'", hint)
