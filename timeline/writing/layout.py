"""The layout of a YAML file that people keep by hand: one indentation, no needless quotes, every comment.

The file is not written anew from its values, which would lose what YAML does not count: it is gone through
token by token, with everything between two tokens carried over. Whatever is found that is not understood
ends the attempt, and what comes out is read again and compared, so no value and no comment can get lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from timeline.writing.carry import MARKER, Carrier, Item, events_of
from timeline.writing.cursor import CannotFormat

OrderOf = Callable[[str], Any]
"""Gives the place of an item by its id; items whose places are equal keep their order."""


def formatted(text: str, order_of: OrderOf | None = None) -> str:
    """The text in the one layout.

    Args:
        text: YAML that can be read, without byte order mark, its lines ending with line feeds.
        order_of: How the items of its list are to be sorted; None to leave them in their order.

    Raises:
        CannotFormat: There is something in it that this module does not understand.
    """
    new, comments = _laid_out(text, order_of)
    again, kept = _laid_out(new, order_of)
    if _values(new, sort=order_of is not None) != _values(text, sort=order_of is not None):
        raise CannotFormat("its values would not stay as they are")
    if again != new or comments != kept:
        raise CannotFormat("a comment in it stands where none is expected")
    return new


def _laid_out(text: str, order_of: OrderOf | None) -> tuple[str, list[str]]:
    """The text in the one layout, and its comments, sorted."""
    try:
        carrier = Carrier(text)
        carrier.run()
    except (yaml.YAMLError, IndexError, ValueError) as error:
        raise CannotFormat("it cannot be read") from error
    if order_of is not None:
        for item, id in zip(carrier.items, _ids(text), strict=False):
            item.id = id
        carrier.items.sort(key=lambda item: order_of(item.id))
    return _joined(carrier.head, carrier.items, carrier.tail), sorted(carrier.comments)


def _joined(head: Sequence[str], items: Sequence[Item], tail: Sequence[str]) -> str:
    """Head, items and tail with a blank line between; items of one line may stand close, as may '---'."""
    parts = [[*head]] if any(head) else []
    close = head[-1:] == [MARKER]
    for item in items:
        is_one_line = len(item.lines) == 1 and not any(item.lead)
        if close and (item is items[0] or (is_one_line and not item.lead)):
            parts[-1] += [*item.lead, *item.lines]
        else:
            parts.append([*item.lead, *item.lines])
        close = is_one_line
    if any(tail):
        parts.append([*tail])
    return "\n\n".join("\n".join(part).strip("\n") for part in parts) + ("\n" if parts else "")


def _values(text: str, *, sort: bool) -> object:
    """Everything that YAML counts, as plain lists; those of the root in any order where they were sorted."""
    root: list[Any] = []
    stack = [root]
    for event in events_of(text):
        if isinstance(event, ScalarEvent):
            stack[-1].append(event.value)
        elif isinstance(event, (SequenceStartEvent, MappingStartEvent)):
            inner = [type(event)]
            stack[-1].append(inner)
            stack.append(inner)
        elif isinstance(event, (SequenceEndEvent, MappingEndEvent)):
            stack.pop()
    return sorted(root[0], key=repr) if sort and root else root


def _ids(text: str) -> list[str]:
    """The value of ``id`` of each item of a file's list."""
    found: list[str] = []
    depth, key, is_key = 0, "", False
    for event in events_of(text):
        if depth == 2 and isinstance(event, ScalarEvent):
            is_key = not is_key
            if is_key:
                key = event.value
            elif key == "id":
                found[-1] = event.value
        if isinstance(event, (SequenceStartEvent, MappingStartEvent)):
            if depth == 1:
                found.append("")
                is_key = False
            elif depth == 2:
                is_key = False
            depth += 1
        elif isinstance(event, (SequenceEndEvent, MappingEndEvent)):
            depth -= 1
        elif depth == 1:
            found.append("")
    return found
