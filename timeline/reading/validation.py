"""The tree of a file into records, and pydantic's errors into problems that a journalist can read."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from timeline.problems import Problem, Severity
from timeline.reading.keys import NOUNS, meant_by, model_at, unknown_key
from timeline.reading.text import SourceText
from timeline.reading.tree import Mapping, Refused, Sequence, TreePlaces
from timeline.records import Record, explain

R = TypeVar("R", bound=Record)
Path = tuple[str | int, ...]

FREE_TEXT = frozenset({
    "title", "summary", "body", "says", "by", "what", "unit", "alt", "caption", "credit", "licence",
    "note", "reason", "quote", "byline", "dateline", "name", "confirmed_by", "label", "explanation",
    "found",
})  # fmt: skip
"""The keys that hold free text, in which `` #`` belongs to the text more often than not."""

_DATES = frozenset({"date", "published", "updated"})
"""The keys of dates, where a bracket is EDTF's 'one of these days' and YAML's list."""
_MOST_PROBLEMS = 200
_LONGEST_SHOWN = 40
_CORE_TEXT = {"string_pattern_mismatch", "string_too_long", "string_too_short"}


@dataclass
class Validated(Generic[R]):
    """What validating a mapping gave.

    Attributes:
        record: The record; None where it cannot be made, be it that the reader has refused one of its
            values already, and told so.
        problems: What is wrong.
        more: How many problems were not put into words, because there are too many.
    """

    record: R | None
    problems: list[Problem] = field(default_factory=list)
    more: int = 0


def validate(model: type[R], node: Mapping, source: SourceText, **given: object) -> Validated[R]:
    """Makes a record of a mapping.

    Args:
        model: The kind of record.
        node: The mapping, as read.
        source: The file, for places.
        **given: Values that stand elsewhere than in the mapping, such as a file's body.
    """
    places = TreePlaces(source, node)
    problems = [unknown_key(model, key, places.key(key)) for key in given if key in node]
    try:
        record = model.model_validate({**node, **given} if given else node)
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems += _Telling(model, places).problems(details[:_MOST_PROBLEMS])
        return Validated(None, problems, max(len(details) - _MOST_PROBLEMS, 0))
    return Validated(None if problems else record, problems)


class _Telling:
    """Puts pydantic's errors about one record into words."""

    def __init__(self, model: type[BaseModel], places: TreePlaces) -> None:
        self.model = model
        self.places = places

    def problems(self, details: list[ErrorDetails]) -> list[Problem]:
        """One problem an error, but for those that follow from another mistake."""
        located = [(detail, self._path(detail)) for detail in details]
        meant = {
            (*path[:-1], meant_by(model_at(self.model, path[:-1]), str(path[-1])))
            for detail, path in located
            if detail["type"] == "extra_forbidden"
        }
        return [
            self._problem(detail, path)
            for detail, path in located
            if not isinstance(self.places.node(*path), Refused)
            and not (detail["type"] == "missing" and (path in meant or not self._is_whole(path[:-1])))
        ]

    def _is_whole(self, path: Path) -> bool:
        """Whether every key of a mapping was read."""
        node = self.places.node(*path)
        return not isinstance(node, Mapping) or node.whole

    def _path(self, detail: ErrorDetails) -> Path:
        """The error's way without the steps that are pydantic's own: union tags, '[key]'."""
        path: Path = ()
        steps = detail["loc"]
        for number, step in enumerate(steps):
            missing = detail["type"] == "missing" and number == len(steps) - 1
            if missing or self.places.has(*path, step):
                path = (*path, step)
        return path

    def _problem(self, detail: ErrorDetails, path: Path) -> Problem:
        kind, places = detail["type"], self.places
        context: AnyMapping[str, Any] = detail.get("ctx", {})
        if kind in _CORE_TEXT:
            return self._refused(explain(context, detail["input"]), detail, path)
        if kind == "refused":
            return self._refused(context, detail, path)
        if kind == "extra_forbidden":
            return unknown_key(model_at(self.model, path[:-1]), str(path[-1]), places.key(*path))
        if kind == "missing":
            noun = NOUNS.get(model_at(self.model, path[:-1]), "this")
            message = f"{noun} needs '{path[-1]}', and there is none here"
            return Problem(
                "missing-key", Severity.ERROR, places.of(*path[:-1]), message, f"add '{path[-1]}:'"
            )
        if kind == "enum":
            hint = f"write one of {str(context.get('expected', '')).replace(chr(39), '')}"
            return Problem(
                "bad-choice", Severity.ERROR, places.key(*path), "this is none of the words for it", hint
            )
        return self._wrong_shape(detail, path)

    def _refused(self, context: AnyMapping[str, Any], detail: ErrorDetails, path: Path) -> Problem:
        """A value that one of our own types refuses; it may name a part of the value, or a field."""
        code, _, child = context["code"].partition(":")
        path = (*path, child) if child else path
        span = self.places.within(context["start"], context["end"], *path)
        if detail["loc"] and detail["loc"][-1] == "[key]":
            span = self.places.key(*path)
        return Problem(code, Severity.ERROR, span, context["message"], context["hint"])

    def _wrong_shape(self, detail: ErrorDetails, path: Path) -> Problem:
        value = self.places.node(*path)
        given = (
            "a list" if isinstance(value, Sequence) else "a mapping" if isinstance(value, Mapping) else "text"
        )
        wanted, hint = _wanted(detail["type"], value, model_at(self.model, path), self.model)
        message = f"this must be {wanted}, not {given}" if wanted else detail["msg"]
        if (
            path
            and path[-1] in _DATES
            and isinstance(value, Sequence)
            and all(isinstance(v, str) for v in value)
        ):
            hint = f"write '[{','.join(map(str, value))}]', with the quotes" if len(value) > 1 else hint
        return Problem("wrong-shape", Severity.ERROR, self.places.of(*path), message, hint)


def _wanted(kind: str, value: object, inner: type[BaseModel], outer: type[BaseModel]) -> tuple[str, str]:
    """What should stand where something of another shape stands, and how to write it."""
    if kind == "string_type":
        lone = value[0] if isinstance(value, Sequence) and len(value) == 1 else None
        short = isinstance(lone, str) and len(lone) <= _LONGEST_SHOWN
        return "text", f"write {lone}, without the list around it" if short else ""
    if kind in {"tuple_type", "list_type"}:
        short = isinstance(value, str) and len(value) <= _LONGEST_SHOWN
        return "a list", f"write [{value}]" if short else "begin every item with '- '"
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        keys = [name for name, field in inner.model_fields.items() if field.is_required()]
        if inner is outer or not keys:
            return "a mapping", "write 'key: value' lines below the key, indented"
        return f"{NOUNS.get(inner, 'a mapping')}, with {' and '.join(keys)}", ""
    return "", ""
