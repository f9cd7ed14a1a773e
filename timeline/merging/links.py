"""The links and pictures in a Markdown text, and where in it their addresses stand.

It reads what python-markdown would make a link of, and no more: nothing in code, nothing escaped. It
knows nothing of records, files or pages.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Link(NamedTuple):
    """One link or picture.

    Attributes:
        target: Its address, as written.
        at: Where the address begins in the text, from 0.
        is_image: Whether it is a picture, ``![words](address)``.
    """

    target: str
    at: int
    is_image: bool


FENCED = re.compile(r"^(~{3,}|`{3,})[^\n`]*\n(?:.*\n)*?\1 *$", re.MULTILINE)
SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_PARAGRAPH_END = re.compile(r"(\n[ \t]*\n)")
# A list item, a footnote or a definition: indented lines below it belong to it and are no code.
OPENS_LIST = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|\[\^[^\]]+\]:| {0,3}:\s")
# Every alternative begins with a character of its own, which is what makes the search three times faster.
TOKEN = re.compile(r"\\.|!\[|\[|\]\(|\]", re.DOTALL)
TARGET = re.compile(r"\s*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))")
# Most texts have no link of any other form, no code and no escape, and then this finds them all.
_PLAIN = re.compile(r"\[[^\[\]]*\]\(([^\s()<>]+)\)")
_NOT_PLAIN = ("!", "`", "~", "\\", "]:", "\n ", "\n\t")
# A picture or a link whose address stands elsewhere: ![words][name], or ![name].
PICTURE = re.compile(r"!\[([^\[\]]*)\](?: ?\[([^\[\]]*)\])?")
# Behind the address its title may stand; what goes on in words, as '[Question]: Who?', is none.
DEFINITION = re.compile(
    r"^ {0,3}\[([^\]^\n][^\]\n]*)\]:[ \t]*(?=\S+[ \t]*(?:$|[\"'(]))<?([^\s>]+)", re.MULTILINE
)


def links_in(text: str) -> Sequence[Link]:
    """The links and pictures of a Markdown text, in order; those in code are none."""
    return _links(text) if "](" in text or "]:" in text else ()


@functools.lru_cache(maxsize=1 << 14)  # `serve` asks for all of them again and again
def _links(text: str) -> Sequence[Link]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[Link]:
    plain = [*_PLAIN.finditer(text)]
    if len(plain) == text.count("[") and not text.startswith((" ", "\t")) and not _holds_any(text):
        yield from (Link(found[1], found.start(1), is_image=False) for found in plain)
        return
    bare = without_code(text)
    yield from _inline(bare)
    if "]:" not in bare:
        return
    pictures = {(name or words).casefold() for words, name in PICTURE.findall(bare)}
    for found in DEFINITION.finditer(bare):
        yield Link(found[2], found.start(2), found[1].casefold() in pictures)


def _holds_any(text: str) -> bool:
    """Whether there may be a link of another form, code or an escape: five times as fast as one pattern."""
    return any(mark in text for mark in _NOT_PLAIN)


def _inline(text: str) -> Iterator[Link]:
    """Links of the form ``[words](address)``; the words may hold pictures and brackets."""
    openers: list[bool] = []
    for token in TOKEN.finditer(text):
        word = token.group()
        if word in {"[", "!["}:
            openers.append(word == "![")
        elif word[0] == "]" and openers:
            is_image = openers.pop()
            found = TARGET.match(text, token.end()) if word == "](" else None
            if found is not None:
                group = 1 if found[1] is not None else 2
                yield Link(found[group], found.start(group), is_image)


def without_code(text: str) -> str:
    """The text with all code blanked out, every other character where it was."""
    if "```" in text or "~~~" in text:
        text = FENCED.sub(_blank, text)
    text = _unindented(text)
    if "`" not in text:
        return text
    parts = _PARAGRAPH_END.split(text)
    return "".join(SPAN.sub(_blank, part) if "`" in part else part for part in parts)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


def _unindented(text: str) -> str:
    """The text with indented code blanked out: four columns in, after an empty line, outside a list."""
    if "\n    " not in text and "\n\t" not in text and not text.startswith(("    ", "\t")):
        return text
    lines = []
    in_list, in_code, after_empty = False, False, True
    for line in text.split("\n"):
        indented = line.startswith(("    ", "\t"))
        if not line.strip():
            lines.append(line)
            after_empty = True
            continue
        in_code = indented and not in_list and (in_code or after_empty)
        if not in_code and OPENS_LIST.match(line):
            in_list = True
        elif not indented and after_empty:
            in_list = False
        lines.append(" " * len(line) if in_code else line)
        after_empty = False
    return "\n".join(lines)
