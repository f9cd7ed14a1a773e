"""New text at the end of a file that people keep by hand: not a letter of what is there changes."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

import yaml
from yaml.events import DocumentEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent


class CannotAppend(Exception):
    """Nothing can be added to the file; the text says why, for an editor."""


def appended(old: bytes, item: Sequence[str]) -> tuple[bytes, int]:
    """Adds an item to the end of a file that holds a YAML list.

    Args:
        old: The file as it is; empty for a new one.
        item: The lines of the item, the first of which begins with ``- ``.

    Returns:
        The file with the item, indented as the items before it and with their line ends, and the line on
        which the item begins, from 1.

    Raises:
        CannotAppend: The file holds no list with an item a line, or something stands behind it.
    """
    end = b"\r\n" if b"\r\n" in old else b"\n"
    indent = _indent_of(old)
    head = old
    if head and not head.endswith(b"\n"):
        head += end
    if head.strip():
        head += end
    block = b"".join(f"{' ' * indent if line else ''}{line}".encode() + end for line in item)
    return head + block, head.count(b"\n") + 1


def _indent_of(old: bytes) -> int:
    """The column of the list's items, from 0."""
    try:
        events = list(yaml.parse(old.removeprefix(codecs.BOM_UTF8).decode(), Loader=yaml.SafeLoader))
    except (yaml.YAMLError, ValueError) as error:
        raise CannotAppend("it cannot be read; timeline check says why") from error
    if len(events) == 2:
        return 0  # empty, or comments alone
    root = events[2]
    if isinstance(root, ScalarEvent) and not root.value and not root.style:
        return 0  # a line '---' alone
    if isinstance(root, SequenceStartEvent) and root.flow_style and isinstance(events[3], SequenceEndEvent):
        raise CannotAppend("it is an empty list, '[]'; delete that, and records can stand in its place")
    if not isinstance(root, SequenceStartEvent) or root.flow_style:
        raise CannotAppend("it is no list with '- ' before every item")
    ends = [event for event in events if isinstance(event, (SequenceEndEvent, DocumentEndEvent))]
    if isinstance(ends[-1], DocumentEndEvent) and ends[-1].explicit:
        raise CannotAppend("its list is closed by a line '...'")
    return root.start_mark.column if root.start_mark else 0
