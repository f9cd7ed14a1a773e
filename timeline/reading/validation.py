"""The tree of a file into records, and pydantic's errors into problems that a journalist can read."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from timeline.problems import Problem, Severity
from timeline.reading.examples import LIKE_THIS, example_of
from timeline.reading.keys import NOUNS, instead_of_nothing, meant_by, model_at, unknown_key
from timeline.reading.salvage import salvaged
from timeline.reading.shapes import hint_for, ids_in_one, wanted_instead
from timeline.reading.text import SourceText
from timeline.reading.tree import REFUSED, Mapping, Refused, Sequence, TreePlaces
from timeline.records import (
    ID_PATTERN,
    Event,
    Kind,
    Record,
    Source,
    StatusWords,
    Written,
    explain,
    quoted,
    slug,
)

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
_CITING: dict[str, tuple[str, type[BaseModel]]] = {
    "sources": ("an article", Source),
    "events": ("an event", Event),
}
"""The keys that cite records by their ids, or hold them whole."""
_DATES_OF_ENTRIES = frozenset({"date"})
_NO_DATE = "an entry needs a date"
_ALONE = frozenset({"retracted", "source", "figure"})
"""The keys that hold one record, and no list of them."""
_WHERE_FROM = {"published": ", the day that its own page gives", "alt": ", what it shows in words"}
_IDS_ALONE = re.compile(rf"{ID_PATTERN.pattern}(?:, *{ID_PATTERN.pattern})*")
_TWO_KEYS = re.compile(
    r"write date: (?P<date>\S+) and time: (?P<time>[\w:+-]+)(?P<zone>, and the time zone .*)?(?:, or .*)?"
)
_WORDS = re.compile(r"\s|://|^[^-_]*[A-Z][^-_]*$")
"""What no slip of the hand makes of an id: words, an address, a name as it is written, such as AFP."""
_MOST_PROBLEMS = 200
_CORE_TEXT = {"string_pattern_mismatch", "string_too_long", "string_too_short"}


@dataclass
class Validated(Generic[R]):
    """What validating a mapping gave.

    Attributes:
        record: The record; None where it cannot be made, be it that the reader has refused one of its
            values already, and told so.
        fragment: Where there is none, what could be read of it; None where that is too little.
        problems: What is wrong.
        more: How many problems were not put into words, because there are too many.
    """

    record: R | None
    problems: list[Problem] = field(default_factory=list)
    more: int = 0
    fragment: R | None = None


def validate(
    model: type[R], node: Mapping, source: SourceText, written: Written | None = None, **given: object
) -> Validated[R]:
    """Makes a record of a mapping.

    Args:
        model: The kind of record.
        node: The mapping, as read.
        source: The file, for places.
        written: The sets of keys that other records have: see Record.
        **given: Values that stand elsewhere than in the mapping, such as a file's body.
    """
    places = TreePlaces(source, node)
    problems = [unknown_key(model, key, places.key(key)) for key in given if key in node]
    values = {**node, **given} if given else node
    try:
        record = model.model_validate(values, context=written)
    except ValidationError as error:
        details = error.errors(include_url=False)
        fragment, late = salvaged(model, values, details)
        problems += _Telling(model, places).problems([*details[:_MOST_PROBLEMS], *late])
        return Validated(None, problems, max(len(details) - _MOST_PROBLEMS, 0), fragment)
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
        told = [
            (detail, path)
            for detail, path in located
            if not _is_refused(self.places.node(*path))
            and not (detail["type"] == "missing" and self._is_told(path, meant))
        ]
        lacking: dict[Path, list[str]] = {}
        for detail, path in told:
            if detail["type"] == "missing":
                lacking.setdefault(path[:-1], []).append(str(path[-1]))
        others = [self._problem(*one) for one in told if one[0]["type"] != "missing"]
        return [self._lacking(path, names) for path, names in lacking.items()] + others

    def _is_told(self, path: Path, meant: set[Path]) -> bool:
        """Whether a key that is missing follows from what is wrong with those that are there."""
        return path in meant or not self._is_whole(path[:-1]) or self._is_pair(path[:-1])

    def _is_pair(self, path: Path) -> bool:
        """Whether a record is written as 'Police: It is gone.', in place of its two keys."""
        node, model = self.places.node(*path), model_at(self.model, path)
        if not isinstance(node, Mapping) or len(node) != 1:
            return False
        key = next(iter(node))
        if not path:
            return key == "event" and isinstance(node[key], Mapping)
        return key not in model.model_fields and not meant_by(model, key)

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
            return self._unknown(path)
        if kind == "enum":
            hint = f"write one of {str(context.get('expected', '')).replace(chr(39), '')}"
            return Problem(
                "bad-choice", Severity.ERROR, places.key(*path), "this is none of the words for it", hint
            )
        return self._wrong_shape(detail, path)

    def _lacking(self, path: Path, names: list[str]) -> Problem:
        """The keys that one record must have and has not: one problem, however many they are."""
        noun = NOUNS.get(model_at(self.model, path), "this")
        *first, last = (f"'{name}'" for name in names)
        named = f"{', '.join(first)} and {last}, and they are not" if first else f"{last}, and there is none"
        keys = [f"'{name}:{self._proposal((*path, name))}'{_WHERE_FROM.get(name, '')}" for name in names]
        message, hint = f"{noun} needs {named} here", f"add {' and '.join(keys)}"
        node = self.places.node(*path)
        if "id" in names and isinstance(node, Mapping) and len(node) == 1:
            (key, inside), *_ = node.items()
            if isinstance(inside, Mapping) and ID_PATTERN.fullmatch(key):
                hint = f"write '- id: {key}', and begin the keys below it in the column of 'id'"
        return Problem("missing-key", Severity.ERROR, self.places.of(*path), message, hint)

    def _proposal(self, path: Path) -> str:
        """What to write for a key that is missing, where there is something to go by."""
        if path[-1] == "id":
            named = (self.places.node(*path[:-1], key) for key in ("title", "name"))
            return next((f" {slug(name)}" for name in named if isinstance(name, str) and slug(name)), "")
        return " 1" if path[-1] == "format" else ""

    def _unknown(self, path: Path) -> Problem:
        """A key that a record does not have; of one that has no other, how the record is written."""
        model = model_at(self.model, path[:-1])
        problem = unknown_key(model, str(path[-1]), self.places.key(*path))
        if not path[:-1] or not self._is_pair(path[:-1]):
            return problem
        key, listed = _key_of(path[:-1])
        example = example_of(model, key, self.places.node(*path[:-1]), listed=listed)
        return replace(problem, hint=LIKE_THIS, example=example) if example else problem

    def _refused(self, context: AnyMapping[str, Any], detail: ErrorDetails, path: Path) -> Problem:
        """A value that one of our own types refuses; it may name a part of the value, or a field."""
        code, _, child = context["code"].partition(":")
        if path[-1:] == (0,) and self.places.node(*path) is None:
            path = path[:-1]  # one id, without the brackets of a list
        if code == "bad-id" and (hint := ids_in_one(str(path[-1] if path else ""), detail["input"])):
            context = {**context, "hint": hint}
        if code == "empty-value" and path and isinstance(path[-1], str):
            needed = "write one: it must be there"
            context = {**context, "hint": needed if self._is_needed(path) else instead_of_nothing(path[-1])}
        if code == "bad-id" and (problem := self._no_citation(path)):
            return problem
        path = (*path, child) if child else path
        span = self.places.within(context["start"], context["end"], *path)
        if detail["loc"] and detail["loc"][-1] == "[key]":
            span = self.places.key(*path)
        hint, message = context["hint"], context["message"]
        if path[-1:] in {("published",), ("updated",)} and (two := _TWO_KEYS.fullmatch(hint)):
            # These have no 'time' beside them.
            is_clock = ":" in two["time"]
            message = (
                "a date and a time have a T between them" if is_clock else "there is no part of the day here"
            )
            hint = f"write {two['date']}" + (f"T{two['time']}{two['zone'] or ''}" if is_clock else "")
        if message == _NO_DATE and path and not self._is_needed(path) and path[-1] not in _DATES_OF_ENTRIES:
            message, hint = (
                f"{quoted(str(detail['input']))} is not a date",
                "leave the key out where it is not known",
            )
        if code == "wrong-shape" and not hint:
            hint = hint_for(str(path[-1]), self.places.node(*path))
        return Problem(
            code, Severity.ERROR, span, message, hint, misnamed=self._misnamed(code, path, context)
        )

    def _misnamed(self, code: str, path: Path, context: AnyMapping[str, Any]) -> tuple[str, str]:
        """The key and the words that stand there in place of an id; empty where that is no slip of words."""
        value = self.places.node(*path)
        is_whole = not context["end"] and isinstance(value, str) and bool(value.strip())
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        if code != "bad-id" or not is_whole or ids_in_one(key, value):
            return "", ""
        return key, " ".join(str(value).split())

    def _is_needed(self, path: Path) -> bool:
        field = model_at(self.model, path[:-1]).model_fields.get(str(path[-1]))
        return field is not None and field.is_required()

    def _no_citation(self, path: Path) -> Problem | None:
        """Words or an address where an id stands alone: what they cite is to be written out."""
        key, value = str(path[-2]) if path[1:] else "", self.places.node(*path)
        if key not in _CITING or not isinstance(value, str) or not _WORDS.search(value.strip()):
            return None
        noun, model = _CITING[key]
        message = f"{quoted(value)} is not the id of {noun}"
        parts = [part.strip() for part in re.split(r"[;|،]", value)]
        if len(parts) > 1 and all(map(ID_PATTERN.fullmatch, parts)):
            hint = f"put commas between them: [{', '.join(parts)}]"
            return Problem("bad-id", Severity.ERROR, self.places.of(*path), message, hint)
        words = (key, " ".join(value.split()))
        hint = f"name {noun} of this site by its id, or write out what it is:"
        example = example_of(model, key, value)
        span = self.places.of(*path)
        return Problem("bad-id", Severity.ERROR, span, message, hint, example=example, misnamed=words)

    def _wrong_shape(self, detail: ErrorDetails, path: Path) -> Problem:
        value = self.places.node(*path)
        given = (
            "a list" if isinstance(value, Sequence) else "a mapping" if isinstance(value, Mapping) else "text"
        )
        inner = model_at(self.model, path)
        wanted, hint = wanted_instead(detail["type"], value, inner, self.model)
        own = hint_for(str(path[-1]) if path else "", value)
        hint = own or hint
        example = ""
        in_words = inner in {Kind, StatusWords} and len(path) > 1
        own_kind = path and path != ("kinds",) and inner is not model_at(self.model, path[:-1])
        of_records = in_words or own_kind or (path and isinstance(path[-1], int))
        if of_records and detail["type"] != "string_type":
            key, listed = _key_of(path)
            is_id = isinstance(value, str) and path[-1] in _CITING and _IDS_ALONE.fullmatch(value)
            example = "" if is_id or own else example_of(inner, key, value, listed=listed and not in_words)
            hint = LIKE_THIS if example else hint
        if path == ("kinds",):
            wanted, hint = (
                "kinds by their ids",
                "write the id of each, and its label below it: 'flood:', then 'label: Flood'",
            )
        message = f"this must be {wanted}, not {given}" if wanted else detail["msg"]
        if (
            path
            and path[-1] in _DATES
            and isinstance(value, Sequence)
            and all(isinstance(v, str) for v in value)
        ):
            hint = f"write '[{','.join(map(str, value))}]', with the quotes" if len(value) > 1 else hint
        return Problem("wrong-shape", Severity.ERROR, self.places.of(*path), message, hint, example=example)


def _is_refused(node: object) -> bool:
    """Whether the reader has told what is wrong with a value already, or with the mapping that it is not."""
    is_hollow = isinstance(node, Mapping) and bool(node) and all(value is REFUSED for value in node.values())
    return isinstance(node, Refused) or is_hollow


def _key_of(path: Path) -> tuple[str, bool]:
    """The key that a record stands under, and whether it stands in a list there."""
    key = next(str(step) for step in reversed(path) if isinstance(step, str))
    return key, key not in _ALONE
