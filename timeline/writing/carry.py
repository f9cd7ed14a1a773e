"""One run through a YAML file, token by token, into lines in the one layout; see timeline.writing.layout.

What stands between two tokens the cursor carries over. Whatever is found that is not understood ends the run.
"""

# PyYAML's events have no common type that says where they stand: `event: Any` is what they are.
# ruff: noqa: ANN401

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from timeline.writing.cursor import CannotFormat, Cursor, indented
from timeline.writing.notation import scalar

STEP = 2
"""How many blanks one level is indented by."""
MARKER = "---"
"""The line that YAML may begin with."""
_BLOCK_HEADER = re.compile(r"([|>])([+-]?)([1-9]?)([+-]?)(\s+#.*)?\s*")


@dataclass
class Item:
    """One item of a file's list, with the comments that belong to it.

    Attributes:
        lead: The comments above it, and the blank lines among them.
        lines: The item itself, and the comments in and below it.
        id: The value of its ``id``; empty where it has none.
    """

    lead: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    id: str = ""


def events_of(text: str) -> list[Any]:
    """What a parser finds in YAML, in order."""
    return list(yaml.parse(text, Loader=yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader))


class Carrier(Cursor):
    """One run through a file.

    After ``run``, ``head`` holds the lines above the first item, ``tail`` those below the last one.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.events = iter(events_of(text))
        self.next: Any = next(self.events)
        self.parent = 0  # the column in the source of the key or dash that the cursor is behind
        self.head: list[str] = []
        self.items: list[Item] = []
        self.tail: list[str] = []

    def run(self) -> None:
        """Fills ``head``, ``items``, ``tail`` and ``comments``."""
        while not isinstance(self.next, (ScalarEvent, SequenceStartEvent, MappingStartEvent, StreamEndEvent)):
            event = self._step()
            mark: Any = event.start_mark
            if isinstance(event, DocumentStartEvent) and event.explicit:
                self._marker(mark.line)
        root: Any = self._step() if not isinstance(self.next, StreamEndEvent) else None
        if isinstance(root, ScalarEvent) or (root is not None and root.flow_style):
            raise CannotFormat("it is neither a list with '- ' nor 'key: value' lines")
        if isinstance(root, SequenceStartEvent):
            self._items()
        elif root is not None:
            self.gap(root.start_mark.line)
            self.head, self.out = self.out, []
            self.items = [Item([], self.out)]
            self._mapping(0, "")
            self.out = []
        self.gap(len(self.source))
        self.tail = self._without_what_is_above() if self.items else self.out

    def _marker(self, line: int) -> None:
        """A line '---' above everything."""
        self.gap(line)
        if self.source[line].strip() != MARKER:
            raise CannotFormat("it begins with YAML that is not used here")
        self.out.append(MARKER)
        self.line = line + 1

    def _items(self) -> None:
        """The items of the root, each with its comments."""
        while not isinstance(self.next, SequenceEndEvent):
            self.columns |= {0: 0, self._dash(): 0}
            self.gap(self.next.start_mark.line)
            if self.items:
                lead = self._without_what_is_above()
            else:
                # What stands close above the first item goes with it, and a line '---' with no item.
                end = next((n for n in range(len(self.out), 0, -1) if self.out[n - 1] in {"", MARKER}), 0)
                self.head, lead = self.out[:end], self.out[end:]
            self.out = []
            self.columns = {0: 0}
            self.items.append(Item(lead, self.out))
            self._item(0, "")
            self.out = []
        self._step()

    def _without_what_is_above(self) -> list[str]:
        """The lines of a gap below the comments that are indented: those belong to the item above."""
        count = 0
        for number, line in enumerate(self.out, 1):
            if line and not line.startswith(" "):
                break
            count = number if line else count
        self.items[-1].lines += self.out[:count]
        return self.out[count:]

    def _step(self) -> Any:
        """The event that was next; the one after it is next then."""
        event = self.next
        self.next = next(self.events, None)
        return event

    def _dash(self) -> int:
        """The column of the dash before the item that is next."""
        mark = self.next.start_mark
        # A list in a list begins at its own dash.
        before = self.source[mark.line][: mark.column].rstrip(" ")
        if not before.endswith("-"):
            raise CannotFormat(f"line {mark.line + 1} has no '- ' of its own before an item")
        return len(before) - 1

    def _sequence(self, column: int, head: str) -> None:
        while not isinstance(self.next, SequenceEndEvent):
            if not head:
                self.columns[self._dash()] = column
                self.gap(self.next.start_mark.line)
            self._item(column, head)
            head = ""
        self._step()

    def _item(self, column: int, head: str) -> None:
        """One item of a list; ``head`` is what its line begins with already."""
        dash = self._dash()
        self.skip_to(self.next.start_mark.line, dash)
        self.column, self.parent = dash + 1, dash
        self._value(column, f"{head or ' ' * column}-", is_item=True)

    def _mapping(self, column: int, head: str) -> None:
        while not isinstance(self.next, MappingEndEvent):
            key: Any = self._step()
            mark, end = key.start_mark, key.end_mark
            if not isinstance(key, ScalarEvent) or mark.line != end.line:
                raise CannotFormat("a key in it is no plain word")
            if not head:
                self.columns[mark.column] = column
                self.gap(mark.line)
            self.skip_to(mark.line, mark.column)
            rest = self.source[self.line][end.column :]
            if not rest.lstrip(" ").startswith(":"):
                raise CannotFormat(f"line {self.line + 1} has a key without a colon behind it")
            self.column, self.parent = end.column + rest.index(":") + 1, mark.column
            self._value(column, f"{head or ' ' * column}{self._one_line(key)}:")
            head = ""
        self._step()

    def _value(self, column: int, head: str, *, is_item: bool = False) -> None:
        """The value behind a key or a dash.

        Args:
            column: Where the key or the dash stands now.
            head: The line up to the value, without the blank before it.
            is_item: Whether it stands behind a dash, on whose line a mapping may begin.
        """
        event = self._step()
        if isinstance(event, ScalarEvent) or event.flow_style:
            was = self.parent
            self.skip_to(event.start_mark.line, event.start_mark.column)
            lines = (
                self._scalar(event, column)
                if isinstance(event, ScalarEvent)
                else self._flow(event, column - was)
            )
            self.out += [f"{head} {lines[0]}", *lines[1:]]
            return
        inside = self._sequence if isinstance(event, SequenceStartEvent) else self._mapping
        if is_item:
            inside(column + STEP, f"{head} ")
        else:
            self.out.append(head + self.rest())
            inside(column + STEP, "")

    def _scalar(self, event: Any, column: int) -> list[str]:
        """A text; the cursor stands where it begins, and afterwards on the line below it."""
        start, end = event.start_mark, event.end_mark
        if event.style in ("|", ">"):
            return self._block(column)
        if start.line == end.line:
            self.column = end.column
            return [self._one_line(event) + self.rest()]
        inner = self.source[start.line + 1 : end.line]
        lines = [self.source[start.line][start.column :].rstrip(" \t")]
        lines += [indented(line.strip(" \t"), column + STEP) for line in inner]
        self.line, self.column = end.line, end.column
        last = self.source[end.line][: end.column].strip(" \t")
        return [*lines, indented(last, column + STEP) + self.rest()]

    def _one_line(self, event: Any) -> str:
        """A text on one line: in quotes only where it needs them, and as it was where it has escapes."""
        mark = event.start_mark
        written: str = self.source[mark.line][mark.column : event.end_mark.column]
        # Around words before a comment they are needed: else a check asks whether the words were cut there.
        rest = self.source[mark.line][event.end_mark.column :].lstrip(" \t")
        commented = rest.startswith("#") and " " in event.value
        if event.style not in ("'", '"') or "\\" in written or commented:
            return written
        return scalar(event.value)

    def _block(self, column: int) -> list[str]:
        """A text below ``|`` or ``>``."""
        header = self.source[self.line][self.column :]
        found = _BLOCK_HEADER.fullmatch(header)
        if found is None:
            raise CannotFormat(f"line {self.line + 1} has a '|' or '>' that is not understood")
        style, before, digit, after, comment = found.groups()
        if comment:
            self.comments.append(comment.strip())
        self.line, self.column = self.line + 1, 0
        below = self.source[self.line :]
        first = next((line for line in below if line.strip(" ")), "")
        width = len(first) - len(first.lstrip(" "))
        if digit:
            width = self.parent + int(digit)
        return self._taken(width, f"{style}{STEP if digit else ''}{before or after}{comment or ''}", column)

    def _taken(self, width: int, header: str, column: int) -> list[str]:
        """The lines of a block that is indented by ``width``, now below ``column``."""
        lines = [header]
        while self.line < len(self.source):
            line = self.source[self.line]
            if line.strip(" ") and len(line) - len(line.lstrip(" ")) < max(width, 1):
                break
            lines.append(indented(line[width:], column + STEP))
            self.line += 1
        if "+" not in header.partition("#")[0]:
            while not lines[-1]:
                lines.pop()
                self.line -= 1
        return lines

    def _flow(self, event: Any, shift: int) -> list[str]:
        """A list or mapping between brackets: written anew on one line, else moved as it is."""
        start = event.start_mark
        raw = self.source[start.line]
        written = self._flow_text(event)
        end = self._ended
        self.line, self.column = end.line, end.column
        if start.line == end.line:
            return [written + self.rest()]
        lines = [raw[start.column :].rstrip()]
        for number in range(start.line + 1, end.line + 1):
            line = self.source[number] if number < end.line else self.source[number][: end.column]
            width = max(len(line) - len(line.lstrip(" ")) + shift, 0)
            lines.append(indented(line.strip(" "), width))
        lines[-1] += self.rest()
        return lines

    def _flow_text(self, start: Any) -> str:
        """What stands between brackets, on one line."""
        is_list = isinstance(start, SequenceStartEvent)
        parts: list[str] = []
        while not isinstance(self.next, (SequenceEndEvent, MappingEndEvent)):
            event = self._step()
            parts.append(
                self._flow_scalar(event) if isinstance(event, ScalarEvent) else self._flow_text(event)
            )
        self._ended = self._step().end_mark
        if is_list:
            return f"[{', '.join(parts)}]"
        return "{" + ", ".join(f"{k}: {v}" for k, v in zip(parts[::2], parts[1::2], strict=True)) + "}"

    def _flow_scalar(self, event: Any) -> str:
        mark, end = event.start_mark, event.end_mark
        written = self.source[mark.line][mark.column : end.column] if mark.line == end.line else ""
        if written and (event.style not in ("'", '"') or "\\" in written):
            return written
        return scalar(event.value, flow=True)
