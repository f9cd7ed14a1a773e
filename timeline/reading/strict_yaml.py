"""YAML as notation only: text, lists and mappings, and none of the language's machinery.

PyYAML's event stream is read, with libyaml's parser where it is there, so nothing is ever constructed
and a bomb is refused as it opens. Anchors, aliases, merge keys, tags, duplicate keys and second
documents are refused, each at its place; every scalar is text.
"""

# PyYAML's events are typed only in part, and differ between its two parsers: `event: Any` is what they are.
# ruff: noqa: ANN401

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from timeline.problems import Problem, Related, Severity, Span
from timeline.reading.limits import Limits
from timeline.reading.text import FORBIDDEN, SourceText, forbidden_character
from timeline.reading.tree import REFUSED, Mapping, Mark, Node, Sequence, span_of

LONGEST_KEY = 200


def parser_for(text: str) -> Any:
    """The parser to read with: libyaml's where PyYAML has it, else PyYAML's own, slower one."""
    return yaml.cyaml.CParser(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text)  # type: ignore[attr-defined]


class _TooDeep(Exception):
    """Lists and mappings stand in one another deeper than any record needs."""


# What libyaml and PyYAML say, and what an editor can do about it.
_HINTS = (
    ("mapping values are not allowed", "put a value with ': ' in it between quotes, or write it after '>'"),
    ("could not find expected ':'", "write 'key: value', with a blank after the colon"),
    (
        "cannot start any token",
        "indent with blanks, not tabs; put a value that begins with @, ` or % in quotes",
    ),
    ("found unexpected end of stream", "close the quote or bracket that opens here"),
    (
        "did not find expected key",
        "check the indentation, and put values with quotes or ': ' in them in quotes",
    ),
    ("expected <block end>", "check the indentation, and put values with quotes or ': ' in them in quotes"),
    ("did not find expected '-' indicator", "begin every item with '- ', all in the same column"),
    ("did not find expected ',' or", "put commas between the items, and close the bracket"),
    ("expected ',' or", "put commas between the items, and close the bracket"),
    ("unknown escape character", "use single quotes, in which a backslash is a backslash"),
    ("unacceptable character", "delete the character, or save the file as UTF-8"),
)


class _Reader:
    """Reads one document; a problem is collected, and reading goes on wherever that is safe."""

    def __init__(
        self, source: SourceText, text: str, first_line: int, limits: Limits, free: frozenset[str]
    ) -> None:
        self.source = source
        self.first_line = first_line
        self.limits = limits
        self.free = free if "#" in text else frozenset()
        self.problems: list[Problem] = []
        self._next = parser_for(text).get_event
        self._depth = 0

    def document(self) -> Node | None:
        """The document's one value, or None where there is none."""
        root: Node | None = None
        documents = 0
        while not isinstance(event := self._next(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problem(
                        "second-document", event, "a second YAML document begins here", "delete the line"
                    )
                    return root
                if event.version or event.tags:
                    self._problem("directive", event, "YAML directives are not used here", "delete the line")
            elif not isinstance(event, (StreamStartEvent, DocumentEndEvent)):
                root = self._node(event)
        if isinstance(root, str) and root == "":
            return None
        return root

    def _mark(self, event: Any) -> Mark:
        start, end = event.start_mark, event.end_mark
        return Mark(start.line + self.first_line, start.column, end.line + self.first_line, end.column)

    def _problem(self, code: str, at: Any, message: str, hint: str = "", width: int = 0) -> None:
        mark = at if isinstance(at, Mark) else self._mark(at)
        if width:
            mark = Mark(mark.line, mark.column, mark.line, mark.column + width)
        self.problems.append(Problem(code, Severity.ERROR, span_of(self.source, mark), message, hint))

    def _node(self, event: Any, key: str | None = None) -> Node:
        if isinstance(event, ScalarEvent):
            return self._scalar(event, key)
        if isinstance(event, AliasEvent):
            self._problem("alias", event, f"'*{event.anchor}' is a YAML alias; they are not used here",
                          "write the value out, or put it in quotes")  # fmt: skip
            return REFUSED
        self._properties(event)
        self._depth += 1
        if self._depth > self.limits.depth:
            self._problem("too-deep", event, "lists and mappings stand too deep in one another here", width=1)
            raise _TooDeep
        node = self._mapping(event) if isinstance(event, MappingStartEvent) else self._sequence(event)
        self._depth -= 1
        return node

    def _properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem("anchor", event, f"'&{event.anchor}' is a YAML anchor; they are not used here",
                          "delete it, or put the value in quotes", len(event.anchor) + 1)  # fmt: skip
        elif event.tag is not None:
            self._problem("tag", event, f"'{event.tag}' is a YAML tag; they are not used here",
                          "delete it, or put the value in quotes", 1)  # fmt: skip

    def _scalar(self, event: Any, key: str | None) -> Node:
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
            return REFUSED
        plain = not event.style
        if plain and value == "":
            self._problem("empty-value", event, "there is no value here", "write one, or leave the key out")
            return REFUSED
        if len(value) > self.limits.value_characters:
            most = self.limits.value_characters
            message = f"this value has {len(value):,} characters; at most {most:,} are read"
            self._problem("value-too-long", event, message, "split it, or move it to a page of its own")
            return REFUSED
        if event.style == '"' and (found := FORBIDDEN.search(value)):
            code, message, hint = forbidden_character(found.group())
            self._problem(code, event, message, hint)
            return REFUSED
        if plain and key in self.free:
            self._warn_of_cut(event)
        return value

    def _warn_of_cut(self, event: Any) -> None:
        end = event.end_mark
        row = self.source.lines[end.line + self.first_line]
        rest = row[end.column :]
        if rest.lstrip().startswith("#"):
            span = Span(self.source.file, end.line + self.first_line + 1, end.column + 1, len(row) + 1)
            message = "YAML takes everything from ' #' on as a comment"
            hint = "put the value in quotes if this belongs to it, else move the comment to a line of its own"
            self.problems.append(Problem("cut-at-hash", Severity.WARNING, span, message, hint))

    def _scalar_mark(self, event: Any, value: Node) -> Mark:
        start, end = event.start_mark, event.end_mark
        inset = -1
        if start.line == end.line and isinstance(value, str):
            quotes = 1 if event.style in ("'", '"') else 0
            if end.column - start.column - 2 * quotes == len(value):
                inset = quotes
        return Mark(start.line + self.first_line, start.column, end.line + self.first_line, end.column, inset)

    def _mapping(self, event: Any) -> Mapping:
        node = Mapping(self._mark(event))
        while not isinstance(at := self._next(), MappingEndEvent):
            key = self._key(at, node)
            value_event = self._next()
            value = self._node(value_event, key)
            if key is not None:
                node[key] = value
                node.key_marks[key] = self._mark(at)
                node.value_marks[key] = self._value_mark(value_event, value)
        node.mark = node.mark._replace(end_line=at.end_mark.line + self.first_line)
        return node

    def _key(self, event: Any, node: Mapping) -> str | None:
        """The key, or None where its value is to be read and left."""
        if not isinstance(event, ScalarEvent):
            self._problem("bad-key", event, "a key must be plain text", "write 'key: value'", width=1)
            self._node(event)
            return None
        key: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
            return None
        if key == "<<" and not event.style:
            self._problem(
                "merge-key", event, "'<<' is a YAML merge key; they are not used here", "write the keys out"
            )
            return None
        if key in node:
            first = span_of(self.source, node.key_marks[key])
            self.problems.append(
                Problem(
                    "duplicate-key",
                    Severity.ERROR,
                    span_of(self.source, self._mark(event)),
                    f"'{key}' stands twice here",
                    "keep one of them",
                    (Related(first, "the first one"),),
                )  # fmt: skip
            )
            return None
        if FORBIDDEN.search(key) or len(key) > LONGEST_KEY:
            self._problem("bad-key", event, "this is no key", "write a short key in plain letters")
            return None
        return key

    def _value_mark(self, event: Any, value: Node) -> Mark:
        if isinstance(event, ScalarEvent):
            return self._scalar_mark(event, value)
        return value.mark if isinstance(value, (Mapping, Sequence)) else self._mark(event)

    def _sequence(self, event: Any) -> Sequence:
        node = Sequence(self._mark(event))
        while not isinstance(item := self._next(), SequenceEndEvent):
            value = self._node(item)
            node.append(value)
            node.value_marks.append(self._value_mark(item, value))
        return node


def read_yaml(
    source: SourceText,
    *,
    text: str | None = None,
    first_line: int = 0,
    limits: Limits | None = None,
    free: frozenset[str] = frozenset(),
) -> tuple[Node | None, list[Problem]]:
    """Reads YAML into a tree of text, lists and mappings.

    Args:
        source: The file, for the lines that marks are shown in.
        text: The YAML, where it is only a part of the file.
        first_line: The line, from 0, of the file on which ``text`` begins.
        limits: How much is read.
        free: The keys that hold free text, in which a value cut at `` #`` is worth a warning.

    Returns:
        The document's value, None where it is empty or cannot be read, and what is wrong with it.
    """
    text = source.text if text is None else text
    reader = _Reader(source, text, first_line, limits or Limits(), free)
    try:
        root = reader.document()
    except yaml.MarkedYAMLError as error:
        reader.problems.append(_syntax_problem(source, first_line, error))
        return None, reader.problems
    except (yaml.YAMLError, ValueError) as error:
        message = str(error).splitlines()[0]
        span = Span(source.file, first_line + 1)
        reader.problems.append(Problem("yaml-syntax", Severity.ERROR, span, f"this is not YAML: {message}"))
        return None, reader.problems
    except _TooDeep:
        return None, reader.problems
    return root, reader.problems


def _syntax_problem(source: SourceText, first_line: int, error: yaml.MarkedYAMLError) -> Problem:
    said = " ".join(part for part in (error.context, error.problem) if part)
    mark = error.problem_mark or error.context_mark
    if "unexpected end of stream" in said and error.context_mark is not None:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    line = min(line + first_line, len(source.lines) - 1)
    hint = next((hint for words, hint in _HINTS if words in said), "")
    at = Mark(line, column, line, column + 1)
    return Problem(
        "yaml-syntax", Severity.ERROR, span_of(source, at), f"this is not YAML: {error.problem}", hint
    )
