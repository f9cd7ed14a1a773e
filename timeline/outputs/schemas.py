"""JSON Schema of everything that editors write, for VS Code, github.dev and whatever reads draft-07.

It is made of the models: their keys, and the docstrings below them, which are the help that an editor's
program shows. Pydantic's own generator would say of a title that it is a string; but every scalar is text
for us, and an editor's program types an unquoted ``2020`` or ``true`` before it looks at any schema. So
what stands here says what may stand in the file, and the dates' finer rules are left to ``timeline check``.
"""

from __future__ import annotations

import copy
import json
import re
import types
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import Discriminator, Tag

from timeline.outputs.output import Output
from timeline.outputs.schema_scalars import SCALARS
from timeline.pages import Edition
from timeline.pages.field_examples import EXAMPLES
from timeline.records import (
    COLOURS,
    ICONS,
    Actor,
    Article,
    DeadLink,
    Event,
    Kind,
    Place,
    Publisher,
    Record,
    Storyline,
    Vocabulary,
)
from timeline.records.docstrings import meaning_of_class, meanings_of_members
from timeline.records.event import OneOrMoreIds

VERSION = "v1"
"""The version of the addresses: it grows when a file that was right could become wrong."""
DRAFT = "http://json-schema.org/draft-07/schema#"

LISTS: Mapping[str, type[Record]] = {
    "events": Event, "places": Place, "actors": Actor, "publishers": Publisher, "links": DeadLink,
}  # fmt: skip
"""The files that hold a list of records."""
MAPPINGS: Mapping[str, type[Record]] = {
    "vocabulary": Vocabulary, "article": Article, "storyline": Storyline,
}  # fmt: skip
"""The files, and the front matter, that hold one record."""
_DOCUMENTS = (Article, Storyline)
# Values from a closed list that the model holds by a validator, which says nothing of the list.
_CLOSED: Mapping[tuple[type[Record], str], Mapping[str, Any]] = {
    (Kind, "icon"): {"enum": list(ICONS)},
    (Kind, "colour"): {"enum": list(COLOURS)},
    (Vocabulary, "format"): {"enum": [1, "1"], "default": 1},
}
_LIST = "This must be a list: [one, another], or every item on a line that begins with '- '."
_FILE = "This file must be a list: begin every record with '- id: '."
_MAPPING = "This must be a mapping: 'key: value' on lines of their own below it, indented."
_LITERAL = re.compile(r"``(.+?)``")

Schema = dict[str, Any]


def outputs(edition: Edition) -> Iterator[Output]:
    """``schema/v1/events.json`` and its like, with the site's own kinds of events."""
    address = edition.permalink(f"schema/{VERSION}/")
    for name, text in files(edition.timeline.vocabulary.kinds, address):
        yield Output(f"schema/{VERSION}/{name}", text, "application/schema+json")


def files(kinds: Mapping[str, Kind], address: str = "") -> Iterator[tuple[str, str]]:
    """Every schema as a file: its name and its text.

    Args:
        kinds: The kinds of events by id, to be proposed; others are not refused.
        address: Where the files are published, with a slash at the end; empty where that is unknown.
    """
    for name in (*LISTS, *MAPPINGS):
        schema = schema_of(name, kinds)
        if address:
            schema = {"$schema": schema.pop("$schema"), "$id": f"{address}{name}.json", **schema}
        yield f"{name}.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schema_of(name: str, kinds: Mapping[str, Kind]) -> Schema:
    """The schema of one sort of file.

    Args:
        name: A key of LISTS or MAPPINGS.
        kinds: The kinds of events by id, to be proposed.
    """
    writer = _Writer(kinds)
    if name in LISTS:
        root: Schema = {
            "type": "array", "items": writer.reference(LISTS[name]), "errorMessage": _FILE,
        }  # fmt: skip
    else:
        root = writer.record(MAPPINGS[name])
    return {"$schema": DRAFT, **root, "definitions": dict(sorted(writer.definitions.items()))}


class _Writer:
    """Writes the schema of one file; records that are named stand among its definitions once."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.kinds = kinds
        self.definitions: dict[str, Schema] = {}

    def reference(self, model: type[Record]) -> Schema:
        """A reference to a record's definition, which is written where it is not there yet."""
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.record(model)
        return {"$ref": f"#/definitions/{name}"}

    def record(self, model: type[Record]) -> Schema:
        """A mapping with the record's keys and no others."""
        # The id of a document may be its file's name, and its body stands below the front matter.
        is_document = model in _DOCUMENTS
        fields = {k: f for k, f in model.model_fields.items() if not (is_document and k == "body")}
        hints = get_type_hints(model, include_extras=True)
        required = [k for k, f in fields.items() if f.is_required() and not (is_document and k == "id")]
        return {
            "title": _spaced(model.__name__),
            **_help(meaning_of_class(model)),
            "type": "object",
            "additionalProperties": False,
            "required": required,
            "properties": {k: self._field(model, k, hints[k], f.description) for k, f in fields.items()},
        }

    def _field(self, model: type[Record], key: str, hint: object, description: str | None) -> Schema:
        schema = dict(_CLOSED.get((model, key), {})) or self._of(hint)
        if (model, key) == (Event, "kind") and self.kinds:
            labels = [kind.label for kind in self.kinds.values()]
            schema = {"anyOf": [{"enum": list(self.kinds), "enumDescriptions": labels}, schema]}
        if "$ref" in schema:
            schema = {"allOf": [schema]}  # draft-07 reads nothing beside a $ref
        help = _help(description)
        if help and "examples" not in {**schema, **help}:
            # Not among the examples: an editor's program would propose them as values.
            example = EXAMPLES.get(model.__name__, {}).get(key, "")
            help["markdownDescription"] += f"\n\n```yaml\n{example}\n```" if example else ""
        return {**schema, **help}

    def _of(self, hint: Any) -> Schema:  # noqa: ANN401 # an annotation may be anything
        """The schema of a type annotation."""
        hint = _untagged(hint)
        origin, arguments = get_origin(hint), get_args(hint)
        if hint in SCALARS:
            return copy.deepcopy(SCALARS[hint])
        if hint == OneOrMoreIds:
            several = self._of(arguments[0])
            return {"if": {"type": "array"}, "then": several, "else": several["items"]}
        if isinstance(hint, type) and issubclass(hint, Record):
            return self.reference(hint)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            words = meanings_of_members(hint)
            return {
                "enum": [m.value for m in hint],
                "enumDescriptions": [words.get(m.name, "") for m in hint],
            }
        if origin is Annotated:
            return self._of(arguments[0])
        if origin in (Union, types.UnionType):
            parts = [self._of(part) for part in arguments if part is not type(None)]
            return parts[0] if len(parts) == 1 else _text_or_record(parts)
        if origin is tuple:
            return {"type": "array", "items": self._of(arguments[0]), "errorMessage": _LIST}
        if origin is dict:
            keys, values = map(self._of, arguments)
            return {
                "type": "object",
                "errorMessage": _MAPPING,
                "propertyNames": keys,
                "additionalProperties": values,
            }
        message = f"timeline/outputs/schema_scalars.py says nothing of {hint!r}"
        raise TypeError(message)


def _text_or_record(parts: list[Schema]) -> Schema:
    """One text or a mapping of keys; told apart by what stands there, so that what is wrong is told of it."""
    text, record = sorted(parts, key=lambda part: "$ref" in part)
    return {"if": {"type": ["string", "number", "boolean"]}, "then": text, "else": record}


def _untagged(hint: Any) -> Any:  # noqa: ANN401 # likewise
    """An annotation without what tells pydantic the branches of a union apart."""
    if get_origin(hint) is not Annotated:
        return hint
    kept = [m for m in hint.__metadata__ if not isinstance(m, (Tag, Discriminator))]
    return Annotated[(hint.__origin__, *kept)] if kept else hint.__origin__


def _spaced(name: str) -> str:
    """A class's name in words: ``StatusWords`` gives 'Status words'."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _help(docstring: str | None) -> Schema:
    """A docstring as help: its words, and the literals after its colon as examples."""
    if not docstring:
        return {}
    text = " ".join(docstring.split())
    found: Schema = {"description": text.replace("``", "'"), "markdownDescription": text.replace("``", "`")}
    examples = _LITERAL.findall(text.partition(": ")[2])
    return {**found, "examples": examples} if examples else found
