"""Bytes into text that is safe to read, quote and print, or problems that say where it is not.

This comes before any parser: what a parser, a terminal or a browser would obey or hide (NUL and control
characters, bidirectional overrides, line separators that only some programs count) never gets further.
"""

from __future__ import annotations

import codecs
import functools
import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count, islice
from operator import add

from timeline.problems import Problem, Severity, Span

# C0 and C1 controls but tab and line feed; bidirectional embeddings, overrides and isolates; separators
# that YAML 1.1 counts as line ends and editors do not; surrogates and non-characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""The characters that are refused; every one of them is such that ``str.isprintable`` is false of it."""
STAIN = "\ufffd"
"""Stands for what was refused; no value that holds it is looked at further, in a file that is stained."""
_TOLD_APART = 100
BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MARKS = frozenset({"Mn", "Me"})
_LAST_OF_TABLE = 0xFFFF
_BREAK = r"(?:[ \t]+|[ \t]*\\?\n\s*(?:\\ )?)"
"""What stands between two words of a value: spaces, or the end of a line, which a backslash may keep."""
_LOOKED_FOR = 80
"""How many characters of some words are looked for, where they may stand in several lines."""
_MOST_CHARACTERS = 20
MOST_MARKS = 8
"""How many marks may stand on one letter; Hebrew and Tibetan, which have the most, need five or six."""
_UTF_8 = "save the file as UTF-8; most editors call it 'Save with encoding'"


@dataclass(frozen=True)
class SourceText:
    """The text of one file.

    Attributes:
        file: The path relative to the project's folder, with ``/``.
        text: The text, without byte order mark, every line ending with a line feed alone.
        stained: Whether something in it was refused.
    """

    file: str
    text: str
    stained: bool = False

    @cached_property
    def readable(self) -> str:
        """The text with a STAIN for every character that is refused, each place unchanged."""
        return FORBIDDEN.sub(STAIN, self.text) if self.stained else self.text

    @property
    def lines(self) -> list[str]:
        """The lines, without their ends; made anew each time, for they weigh more than the text."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> array[int]:
        """Where each line begins, in characters from the beginning of the text; and where one more would."""
        # Each line's end is one character more than the lines alone have.
        return array("I", map(add, accumulate(map(len, self.lines), initial=0), count()))

    def line(self, number: int) -> str | None:
        """The text of a line, counted from 1; None where there is none."""
        if not 0 < number < len(self._starts):
            return None
        return self.text[self._starts[number - 1] : self._starts[number] - 1]

    def span(self, start: int, end: int) -> Span:
        """A stretch of the text, in characters from 0; one that goes on below ends with its first line."""
        start = min(start, len(self.text))
        number = bisect_right(self._starts, start)
        begin = self._starts[number - 1]
        column = start - begin
        rest = len(self.text[begin : self._starts[number] - 1].rstrip())
        return Span(self.file, number, column + 1, max(min(end - begin, rest), column) + 1)

    def find(self, words: str, start: int, end: int, skipped: int = 0, before: int = 0) -> Span:
        """The place of some words in a stretch of the text, less the first few of their characters.

        Where they are not there, it is the stretch.

        Args:
            words: The words.
            start: Where the stretch begins.
            end: Where it ends.
            skipped: How many of their characters to leave out.
            before: How many times they stand before that; of very many, the first hundred are told apart.
        """
        found = self.text.find(words, start, end)
        if (found < 0 or " " in words) and "\n" in self.text[start:end]:
            return self._find_as_written(words[skipped:], start, end, before)
        for _ in range(min(before, _TOLD_APART)):
            if (further := self.text.find(words, found + len(words), end)) < 0:
                break
            found = further
        return self.span(*((start, end) if found < 0 else (found + skipped, found + len(words))))

    def _find_as_written(self, words: str, start: int, end: int, before: int) -> Span:
        """The same for words of a value that goes on over several lines, and may do so within the words."""
        for quote in dict.fromkeys((self.text[start : start + 1], "")):
            pattern = _as_written(words[:_LOOKED_FOR], quote)
            if found := [*islice(pattern.finditer(self.text, start, end), min(before, _TOLD_APART) + 1)]:
                return self.span(*found[-1].span())
        return self.span(start, end)


@functools.lru_cache(maxsize=64)
def _as_written(words: str, quote: str) -> re.Pattern[str]:
    """What words may look like where YAML folds lines, doubles quotes, and takes escapes.

    Args:
        words: The words.
        quote: The mark that the value stands in, which says what is written otherwise; any other for none.
    """
    parts = re.split(r"([ \t\n]+)", words)
    return re.compile(
        "".join(_BREAK if part.isspace() else "".join(_char(char, quote) for char in part) for part in parts)
    )


def _char(char: str, quote: str) -> str:
    """One character in the one way, or the few, in which it can be written between such marks."""
    # Nothing here may match in two ways what stands beside it: of many in a row, all would be tried.
    if char == quote == "'":
        return "''"
    if char in '"\\' and quote == '"':
        return rf"\\{re.escape(char)}"
    if char.isascii() or quote != '"':
        return re.escape(char)
    code = f"{ord(char):x}"
    escapes = (
        f"{mark}{code:0>{digits}}" for mark, digits in (("x", 2), ("u", 4), ("U", 8)) if len(code) <= digits
    )
    return rf"(?:{re.escape(char)}|\\(?i:{'|'.join(escapes)}))"


def name_of(char: str) -> str:
    """A character as ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X} {name}".strip()


def forbidden_character(char: str) -> tuple[str, str, str]:
    """What to say of a character that is refused: a code, a message and a hint."""
    if BIDIRECTIONAL.match(char):
        return (
            "bidirectional-character",
            f"there is a hidden {name_of(char)} here, which shows text in another order than it is read",
            "delete it; write the text in its natural order",
        )
    return "control-character", f"there is a hidden character {name_of(char)} here", "delete it"


@functools.cache
def _stacked() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A letter's marks that are too many, after what may be such; looked up once, and only when needed."""
    codes = [
        n
        for n in (*range(0x300, 0x20000), *range(0xE0100, 0xE01F0))
        if unicodedata.category(chr(n)) in _MARKS
    ]
    # Python finds characters up to U+FFFF by a table, and tries all others of a class one after the other, at
    # every letter of a text. So all of these stand as one range in what is looked for first.
    likely = "".join(chr(code) for code in codes if code <= _LAST_OF_TABLE) + "\U00010000-\U0010ffff"
    times = f"{{{MOST_MARKS + 1},}}"
    return re.compile(f"[{likely}]{times}"), re.compile(f"[{''.join(map(chr, codes))}]{times}")


def stacked_marks(text: str) -> re.Match[str] | None:
    """The first place in a text where more marks stand on one letter than any script needs."""
    if text.isascii():
        return None
    # Of marks so many in a row, one stands among every so many characters: most texts need no search.
    sample = set(text[:: MOST_MARKS + 1])
    if not any(unicodedata.category(char) in _MARKS for char in sample):
        return None
    likely, marks = _stacked()
    return next((found for place in likely.finditer(text) if (found := marks.search(place.group()))), None)


def stacked(span: Span) -> Problem:
    """What to say of a place where marks are stacked."""
    message = f"more than {MOST_MARKS} marks stand on one letter here, which would cover the lines around it"
    return Problem("stacked-marks", Severity.ERROR, span, message, "delete them")


def decode(data: bytes, file: str, limit: int) -> tuple[SourceText, list[Problem], bool]:
    """Turns a file's bytes into text.

    Args:
        data: The bytes.
        file: The path to name in problems.
        limit: How many bytes are allowed.

    Returns:
        The text; what is wrong with it; and whether it makes sense to read it all the same, to find what
        else is wrong.
    """
    problems, sensible = _encoding_problems(data, file, limit)
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data[:limit].removeprefix(codecs.BOM_UTF8).decode("utf-16" if utf_16 else "utf-8", "replace")
    source = SourceText(file, _line_feeds(text))
    problems = problems or _hidden_characters(source)
    source = SourceText(file, source.text, stained=True) if problems else source
    if found := stacked_marks(text):
        problems = [*problems, stacked(source.find(found.group(), 0, len(source.text)))]
    return source, problems, sensible


def _line_feeds(text: str) -> str:
    """The text with line feeds for line ends.

    A carriage return alone ends lines in files that have no other end, as on Macs before 2001. In any other
    file it is a hidden character, which programs count as a line or not.
    """
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")


def _encoding_problems(data: bytes, file: str, limit: int) -> tuple[list[Problem], bool]:
    """What is wrong with the bytes, and whether they can be read with some letters lost."""
    if len(data) > limit:
        message = f"this file has more than {limit:,} bytes, the most that are read"
        hint = "split it into several files"
        return [Problem("file-too-large", Severity.ERROR, Span(file), message, hint)], False
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked or b"\0" in data[:2]:
        wide = data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) or data[:3] == b"\0\0\0"
        message = f"this file is {'UTF-32' if wide else 'UTF-16'}, not UTF-8"
        return [Problem("not-utf-8", Severity.ERROR, Span(file), message, _UTF_8)], False
    try:
        data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        # The offset counts from behind the byte order mark, as `error.object` does.
        before = _line_feeds(bytes(error.object[: error.start]).decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"the byte {error.object[error.start]:#04x} is not UTF-8"
        span = Span(file, line, column, column + 1)
        return [Problem("not-utf-8", Severity.ERROR, span, message, _UTF_8)], True
    return [], True


def _hidden_characters(source: SourceText) -> list[Problem]:
    problems: list[Problem] = []
    if source.text.replace("\n", "").isprintable():
        return problems
    for number, line in enumerate(source.lines, 1):
        if line.isprintable():  # twenty times as fast as the search, and true of nearly every line
            continue
        for found in FORBIDDEN.finditer(line):
            column = found.start() + 1
            span = Span(source.file, number, column, column + 1)
            if len(problems) == _MOST_CHARACTERS:
                more = len(source.text) - len(FORBIDDEN.sub("", source.text)) - _MOST_CHARACTERS
                message = f"there are {more:,} more hidden characters in this file, from here on"
                return [*problems, Problem("more-problems", Severity.NOTE, span, message)]
            code, message, hint = forbidden_character(found.group())
            problems.append(Problem(code, Severity.ERROR, span, message, hint))
    return problems
