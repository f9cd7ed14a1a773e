"""What the form for a new event asks for, as the models have it: the type of each key, and which are needed.

The page makes its controls from this, and the script its rules. Keys that the form leaves to the YAML are
named here with the reason, so that a new key of the model must be either asked for or left out on purpose.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from timeline.records import Account, Event, Figure, Record, Source, scalars
from timeline.records.source import CitedSource, SourceRef

RECORDS: Mapping[str, type[Record]] = {
    "event": Event, "source": Source, "account": Account, "figure": Figure,
}  # fmt: skip
"""The records that the form fills, by what the script calls them."""

LEFT_OUT: Mapping[type[Record], Mapping[str, str]] = {
    Event: {
        "aliases": "a new event was never published under another id",
        "retracted": "a new event stands",
        "corrections": "a new event has none",
        "media": "a picture has to be uploaded, which needs the repository",
        "silence": "it is asked for below what the form warns of",
    },
    Source: {},
    Account: {"figure": "a number stands among the event's figures"},
    Figure: {},
}
"""The keys that the form does not ask for, with the reason."""

_SCALARS: Mapping[object, str] = {
    scalars.OwnId: "id", scalars.Title: "title", scalars.Line: "line", scalars.Prose: "prose",
    scalars.Url: "url", scalars.LanguageTag: "language", scalars.DateText: "date", scalars.TimeText: "time",
    scalars.ZoneText: "timezone", scalars.CalendarDay: "day", scalars.Number: "number",
    scalars.Boolean: "boolean", SourceRef: "source", CitedSource: "cited", Account: "account",
    Figure: "figure",
}  # fmt: skip
# What an id or a name refers to, which the models do not say.
_REFERENCES: Mapping[str, str] = {
    "place": "place", "kind": "kind", "actors": "actor", "storylines": "storyline", "after": "event",
    "response_to": "event", "part_of": "event", "related": "event", "distinct_from": "event",
    "publisher": "publisher", "origin": "publisher",
}  # fmt: skip


@functools.cache  # the page asks for each of its fields
def types_of(model: type[Record]) -> Mapping[str, str]:
    """The type of each key that the form asks for; one of which there may be several ends with a star."""
    hints = get_type_hints(model, include_extras=True)
    return {key: _type(key, hints[key]) for key in model.model_fields if key not in LEFT_OUT[model]}


def needed(model: type[Record]) -> list[str]:
    """The keys without which a record cannot be read."""
    return [key for key, field in model.model_fields.items() if field.is_required()]


def limits() -> dict[str, int]:
    """The most characters that a value of a type may have."""
    return {"id": scalars.LONGEST_ID, "title": scalars.LONGEST_TITLE, "line": scalars.LONGEST_LINE}


def _type(key: str, hint: Any) -> str:  # noqa: ANN401 (an annotation may be anything)
    parts = [*_parts(hint)]
    several = any(get_origin(part) is tuple for part in parts)
    star = "*" if several else ""
    if key in _REFERENCES:
        return f"{_REFERENCES[key]}{star}"
    if key == "status":
        return "status"
    found = next((name for kind, name in _SCALARS.items() if kind in parts), None)
    if found is None:
        message = f"timeline/pages/form_fields.py says nothing of {key}: {hint!r}"
        raise TypeError(message)
    return f"{found}{star}"


def _parts(hint: Any) -> Iterator[Any]:  # noqa: ANN401 (likewise)
    """An annotation and all that it is made of, the outer before the inner."""
    yield hint
    origin = get_origin(hint)
    if origin is Annotated:
        yield from _parts(get_args(hint)[0])
    elif origin in (Union, types.UnionType, tuple):
        for argument in get_args(hint):
            yield from _parts(argument)
