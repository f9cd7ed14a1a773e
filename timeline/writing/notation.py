"""Values as YAML text, in the one way that the program writes them.

What is written is read again before it counts: a text stands without quotes only where YAML gives the
same text back, so no rule here has to know all of YAML's.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import yaml
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent

Value: TypeAlias = "str | bool | Mapping[str, Value] | Sequence[Value]"
"""What can be written: text, yes or no, a mapping, a list of texts, of mappings, or of both."""

WIDTH = 100
"""How wide a line may be before text is folded."""
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
# Letters that other programs have been known to trip over, or that people take for notation.
_ODD_START = tuple("-?:,[]{}#&*!|>'\"%@`=<")


def scalar(text: str, *, flow: bool = False) -> str:
    """A text on one line: without quotes where that can be, else in single quotes, else in double ones.

    Args:
        text: The text.
        flow: Whether it stands between brackets, where commas and brackets mean something.
    """
    if text not in _NOTHING and not text.startswith(_ODD_START) and _reads_back(text, text, flow=flow):
        return text
    single = "'" + text.replace("'", "''") + "'"
    return single if _reads_back(single, text, flow=flow) else json.dumps(text, ensure_ascii=False)


def _reads_back(written: str, text: str, *, flow: bool) -> bool:
    """Whether YAML gives a text back from what is written for it."""
    if "\n" in written:
        return False
    end = SequenceEndEvent if flow else MappingEndEvent
    try:
        events = list(yaml.parse(f"[{written}]\n" if flow else f"k: {written}\n", Loader=yaml.SafeLoader))
    except (yaml.YAMLError, ValueError):
        return False
    at = 3 if flow else 4  # behind the stream's, the document's, the collection's and the key's events
    match events[at : at + 2]:
        case [ScalarEvent(value=read), last]:
            return bool(read == text) and isinstance(last, end)
    return False


def mapping(pairs: Iterable[tuple[str, Value]]) -> list[str]:
    """A mapping as lines, without indentation of its own.

    A long text is folded below its key; a text of several lines stands there line by line; a list of texts
    is written between brackets.
    """
    lines: list[str] = []
    for key, value in pairs:
        if isinstance(value, bool):
            lines.append(f"{key}: {'true' if value else 'false'}")
        elif isinstance(value, str):
            lines += _text(key, value)
        elif isinstance(value, Mapping):
            lines += [f"{key}:", *(f"  {line}" for line in mapping(value.items()))]
        elif all(isinstance(item, str) for item in value):
            lines.append(f"{key}: [{', '.join(scalar(str(item), flow=True) for item in value)}]")
        else:
            lines.append(f"{key}:")
            for item in value:
                written = list_item(item.items()) if isinstance(item, Mapping) else [f"- {scalar(str(item))}"]
                lines += [f"  {line}" for line in written]
    return lines


def list_item(pairs: Iterable[tuple[str, Value]]) -> list[str]:
    """A mapping as an item of a list: its first line begins with ``- ``."""
    return [
        f"{'  ' if number else '- '}{line}" if line else line for number, line in enumerate(mapping(pairs))
    ]


def _text(key: str, text: str) -> list[str]:
    if "\n" in text and _plain_lines(text):
        return [f"{key}: |", *(f"  {line}" if line else "" for line in text.rstrip("\n").split("\n"))]
    folds = len(key) + len(text) > WIDTH and re.fullmatch(r"\S+( \S+)+", text)  # one word cannot be folded
    if folds:
        wrapped = textwrap.wrap(text, WIDTH - 4, break_long_words=False, break_on_hyphens=False)
        return [f"{key}: >", *(f"  {line}" for line in wrapped)]
    return [f"{key}: {scalar(text)}"]


def _plain_lines(text: str) -> bool:
    """Whether a text can stand below ``|`` line by line."""
    return not text.startswith((" ", "\n")) and all(line.isprintable() for line in text.split("\n"))
