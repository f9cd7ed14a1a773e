"""Bytes into text that is safe to read, quote and print, or problems that say where it is not.

This comes before any parser: what a parser, a terminal or a browser would obey or hide (NUL and control
characters, bidirectional overrides, line separators that only some programs count) never gets further.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from timeline.problems import Problem, Severity, Span

# C0 and C1 controls but tab and line feed; bidirectional embeddings, overrides and isolates; separators
# that YAML 1.1 counts as line ends and editors do not; surrogates and non-characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class SourceText:
    """The text of one file.

    Attributes:
        file: The path relative to the project's folder, with ``/``.
        text: The text, without byte order mark, every line ending with a line feed alone.
    """

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.split("\n")


def name_of(char: str) -> str:
    """A character as ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X} {name}".strip()


def forbidden_character(char: str) -> tuple[str, str, str]:
    """What to say of a character that is refused: a code, a message and a hint."""
    if _BIDIRECTIONAL.match(char):
        return (
            "bidirectional-character",
            f"there is a hidden {name_of(char)} here, which shows text in another order than it is read",
            "delete it; write the text in its natural order",
        )
    return "control-character", f"there is a hidden character {name_of(char)} here", "delete it"


def decode(data: bytes, file: str, limit: int) -> tuple[SourceText | None, list[Problem]]:
    """Turns a file's bytes into text.

    Args:
        data: The bytes.
        file: The path to name in problems.
        limit: How many bytes are allowed.

    Returns:
        The text, or None where it cannot be read, and what is wrong with it.
    """
    if len(data) > limit:
        message = f"this file has {len(data):,} bytes; at most {limit:,} are read"
        return None, [
            Problem("file-too-large", Severity.ERROR, Span(file), message, "split it into several files")
        ]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, [_not_utf8(file, 1, 1, "this file is UTF-16")]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return None, [_not_utf8(file, line, column, f"byte {data[error.start]:#04x} is not UTF-8")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = SourceText(file, text)
    problems = []
    for found in FORBIDDEN.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        code, message, hint = forbidden_character(found.group())
        problems.append(Problem(code, Severity.ERROR, Span(file, line, column, column + 1), message, hint))
        if len(problems) == _MOST_CHARACTERS:
            break
    return (None if problems else source), problems


_MOST_CHARACTERS = 20


def _not_utf8(file: str, line: int, column: int, message: str) -> Problem:
    hint = "save the file as UTF-8; most editors call it 'Save with encoding'"
    return Problem("not-utf-8", Severity.ERROR, Span(file, line, column, column + 1), message, hint)
