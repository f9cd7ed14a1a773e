"""A parser's events into text, lists and mappings, and none of YAML's machinery.

PyYAML's event stream is read, with libyaml's parser where it is there, so nothing is ever constructed
and a bomb is refused as it opens. Anchors, aliases, merge keys, tags, duplicate keys and second
documents are refused, each at its place; every scalar is text.
"""

# PyYAML's events are typed only in part, and differ between its two parsers: `event: Any` is what they are.
# ruff: noqa: ANN401

from __future__ import annotations

from typing import Any

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

from timeline.problems import Problem, Severity
from timeline.reading.collected import Collected
from timeline.reading.dashes import standing_twice
from timeline.reading.doubtful_texts import doubt_of
from timeline.reading.keys import instead_of_nothing
from timeline.reading.limits import Limits
from timeline.reading.listed import LISTED, too_many
from timeline.reading.markup import HARMLESS, MARKDOWN, excess
from timeline.reading.parsers import parser_for
from timeline.reading.syntax import bad_escape
from timeline.reading.text import FORBIDDEN, STAIN, SourceText, forbidden_character, stacked, stacked_marks
from timeline.reading.tree import REFUSED, Lost, Mapping, Node, Sequence

LONGEST_KEY = 200
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML takes for no value, where it stands without quotes; none is longer than four letters."""
BLOCK = frozenset({">", "|"})
QUOTED_OR_BLOCK = BLOCK | {'"'}
"""The styles of values that are looked at more closely."""
_BEFORE = 100
"""How far before the end of an alias the key is looked for to which it belongs."""
_FLOW_ENDS = frozenset({",", "}", "]"})
_QUOTES = "delete it, or put the value in quotes"


class Stop(Exception):
    """Nothing more of the file is to be read; the problem that says why has been told."""


class Skip(Stop):
    """Nothing more of this item of the file is to be read."""


class StrictReader:
    """Reads one document; a problem is collected, and reading goes on wherever that is safe.

    The two loops over mappings and lists look at every value of a project, so they take what is plain at
    once and leave everything else to `_scalar` and `_nested`.
    """

    def __init__(
        self,
        source: SourceText,
        text: str,
        base: int,
        limits: Limits,
        free: frozenset[str],
        problems: Collected,
    ) -> None:
        self.source = source
        self.base = base
        self.limits = limits
        self.free = free if " #" in text or "\t#" in text else frozenset()
        self.problems = problems
        self.root: Node | None = None
        self.start = 0
        self._text = text
        self._next: Any = None
        # A stained text has values that stand for what was refused: none of them is taken at once.
        # Neither is a long one, which may be more than the converter of its Markdown can take.
        self._longest = 0 if source.stained else min(HARMLESS, limits.value_characters)
        self._keys: dict[str, str] = {}  # one object for every key, however often it is written
        self._depth = 0
        self._values = 0

    def document(self) -> None:
        """Reads the document's one value into ``root``.

        Raises:
            Stop: Something was refused that makes no sense of what follows; or Skip, likewise.
            YAMLError: The text is not YAML; ``root`` has the items that stand before the place.
            ValueError: The same, of PyYAML's own parser.
        """
        self._next = parser_for(self._text).get_event
        documents = 0
        event: Any
        while not isinstance(event := self._next(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problem("second-document", event, "a second YAML document begins here",
                                  "delete the line", width=3)  # fmt: skip
                    raise Stop
            elif not isinstance(event, (StreamStartEvent, DocumentEndEvent)):
                self.start = self.base + event.start_mark.index
                if not self._is_empty(event):
                    self.root = self._node(event)

    @staticmethod
    def _is_empty(event: Any) -> bool:
        """Whether a document's one value is nothing at all: the file is empty, or has only comments."""
        scalar = isinstance(event, ScalarEvent)
        return scalar and not (event.value or event.style or event.anchor or event.tag)

    def _problem(self, code: str, event: Any, message: str, hint: str = "", width: int = 0) -> None:
        if self.problems.full:
            self.problems.count(1)
            return
        start = self.base + event.start_mark.index
        end = start + width if width else self.base + event.end_mark.index
        span = self.source.span(start, end)
        self.problems.add(Problem(code, Severity.ERROR, span, message, hint))

    def _node(self, event: Any) -> Node:
        return self._scalar(event, "") if isinstance(event, ScalarEvent) else self._nested(event)[0]

    def _nested(self, event: Any) -> tuple[Node, int]:
        """Anything but a scalar, and where it ends in the text that is parsed."""
        end: int = event.end_mark.index
        if isinstance(event, AliasEvent):
            if self._text[max(end - _BEFORE, 0) : end].partition("*")[0].rstrip(" ").endswith("<<:"):
                return REFUSED, end  # that has been told
            self._problem("alias", event, f"'*{event.anchor}' is a YAML alias; they are not used here",
                          "write the value out, or put it in quotes")  # fmt: skip
            return REFUSED, end
        self._has_properties(event)
        self._depth += 1
        if self._depth > self.limits.depth:
            self._problem("too-deep", event, "lists and mappings stand too deep in one another here", width=1)
            raise Skip
        of_keys = isinstance(event, MappingStartEvent)
        node: Mapping | Sequence = self._mapping(event) if of_keys else self._sequence(event)
        self._depth -= 1
        self._values += len(node)
        if self._values > self.limits.values:
            message = f"this file has more than {self.limits.values:,} values"
            self._problem("file-too-large", event, message, "split it into several files", width=1)
            raise Stop
        lost = isinstance(node, Mapping) and node.lost_dashes is Lost.ALL
        return REFUSED if lost else node, node.end - self.base

    def _has_properties(self, event: Any) -> bool:
        """Tells of an anchor or a tag before a value."""
        if event.anchor is None and event.tag is None:
            return False
        start = self.base + event.start_mark.index
        if event.anchor is not None and self.source.text[start : start + 1] != "!":
            self._problem("anchor", event, f"'&{event.anchor}' is a YAML anchor; they are not used here",
                          _QUOTES, len(event.anchor) + 1)  # fmt: skip
        else:
            written = self.source.text[start : start + LONGEST_KEY].partition("\n")[0].partition(" ")[0]
            self._problem("tag", event, f"'{written}' is a YAML tag; they are not used here",
                          _QUOTES, len(written))  # fmt: skip
        return True

    def _scalar(self, event: Any, key: str) -> Node:
        """A scalar that may hold anything: refused, warned of, or taken."""
        value: str = event.value
        if self._has_properties(event) or (self.source.stained and STAIN in value):
            return REFUSED
        if not event.style and value in NOTHING:
            message = f"'{value}' stands for no value" if value else "there is no value here"
            quotes = "; put it in quotes if you mean the text" if value else ""
            if not value and self.source.text[self.base + event.end_mark.index :][:1] in _FLOW_ENDS:
                quotes = "; put a text with a comma or a bracket in it in quotes"
            self._problem("empty-value", event, message, f"{instead_of_nothing(key)}{quotes}")
            return REFUSED
        if len(value) > self.limits.value_characters:
            most = self.limits.value_characters
            message = f"this value has {len(value):,} characters; at most {most:,} are read"
            self._problem("value-too-long", event, message, "split it, or move it to a page of its own")
            return REFUSED
        if key in MARKDOWN and (much := excess(value, self.limits)):
            start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
            span = self.source.find(much.line, start, end, much.column)
            self.problems.add(Problem(much.code, Severity.ERROR, span, much.message, much.hint))
            return REFUSED
        if event.style == '"' and stacked_marks(value):
            start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
            self.problems.add(stacked(self.source.span(start, end)))
            return REFUSED
        if event.style == '"' and not value.isprintable() and (found := FORBIDDEN.search(value)):
            start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
            problem = bad_escape(self.source, start, end)
            code, message, hint = forbidden_character(found.group())
            self.problems.add(
                problem or Problem(code, Severity.ERROR, self.source.span(start, end), message, hint)
            )
            return REFUSED
        if event.style in BLOCK or (not event.style and key in self.free):
            self._doubt(value, event)
        return value

    def _doubt(self, value: str, event: Any) -> None:
        start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
        if doubt := doubt_of(self.source, value, start, end, event.style or ""):
            self.problems.add(doubt)

    def _mapping(self, start: Any) -> Mapping:
        node = Mapping(start.start_mark.index, self.base)
        get, place, most = self._next, node.offsets.append, self._longest
        free, keys = self.free, self._keys
        while True:
            at = get()
            kind = type(at)
            if kind is MappingEndEvent:
                break
            key = keys.get(at.value) if kind is ScalarEvent else None
            if key is None or key in node or at.anchor is not None or at.tag is not None:
                key = self._key(at, node)
            event = get()
            value: Any
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                end = event.end_mark.index
                if (
                    not 4 < len(value) <= most or event.style in QUOTED_OR_BLOCK or key in free
                    or event.anchor is not None or event.tag is not None
                ):  # fmt: skip
                    value = self._scalar(event, key or "")
            else:
                value, end = self._nested(event)
                if key in LISTED and (much := too_many(key, value, self.source, self.limits.listed)):
                    self.problems.add(much)
            if key is not None:
                node[key] = value
                place(at.start_mark.index)
                place(event.start_mark.index)
                place(end)
        node.end = self.base + at.end_mark.index
        return node

    def _key(self, event: Any, node: Mapping) -> str | None:
        """A key that is met for the first time, or is odd; None where it is refused, which is told."""
        key = self._checked_key(event, node)
        if key is None:
            node.whole = node.whole and isinstance(event, ScalarEvent) and event.value in node
        return key

    def _checked_key(self, event: Any, node: Mapping) -> str | None:
        if not isinstance(event, ScalarEvent):
            self._problem("bad-key", event, "a key must be plain text",
                          "put a value that begins with a bracket between quotes", width=1)  # fmt: skip
            raise Skip
        key: str = event.value
        if self._has_properties(event) or (self.source.stained and STAIN in key):
            return None
        if key == "<<" and not event.style:
            self._problem("merge-key", event, "'<<' is a YAML merge key; they are not used here",
                          "write the keys out")  # fmt: skip
            return None
        if key in node:
            self._told_twice(key, event, node)
            return None
        if not key or FORBIDDEN.search(key) or "\n" in key or len(key) > LONGEST_KEY:
            self._problem("bad-key", event, "this is no key", "write a short key in plain letters")
            return None
        if len(node) >= self.limits.keys:
            message = f"a mapping has at most {self.limits.keys:,} keys"
            self._problem("too-many-keys", event, message, "delete the others")
            raise Skip
        self._keys[key] = key
        return key

    def _told_twice(self, key: str, event: Any, node: Mapping) -> None:
        """Tells of a key that comes again; where a dash is lost, once for all the keys behind it."""
        if self.problems.full:
            self.problems.count(1)
        elif not node.lost_dashes:
            start, end = event.start_mark.index, event.end_mark.index
            span = self.source.span(self.base + start, self.base + end)
            self.problems.add(standing_twice(self.source, node, key, span))
        if key == "id" and node.lost_dashes:
            raise Skip  # every key below would be told as well

    def _sequence(self, start: Any) -> Sequence:
        node = Sequence(start.start_mark.index, self.base)
        if self._depth == 1:
            self.root = node  # so that the items before a broken one are there
        get, place, most = self._next, node.offsets.append, self._longest
        while True:
            event = get()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                end = event.end_mark.index
                if (
                    not 4 < len(value) <= most or event.style == '"'
                    or event.anchor is not None or event.tag is not None
                ):  # fmt: skip
                    value = self._scalar(event, "")
            elif kind is SequenceEndEvent:
                break
            else:
                value, end = self._nested(event)
            node.append(value)
            place(event.start_mark.index)
            place(end)
            if len(node) > self.limits.items:
                most = self.limits.items
                self._problem("too-many-items", event, f"a list has at most {most:,} items",
                              "split it into several files", width=1)  # fmt: skip
                raise Stop
        node.end = self.base + event.end_mark.index
        return node
