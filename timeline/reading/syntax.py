"""What is wrong with YAML that cannot be parsed, in an editor's words.

The parsers' own messages speak of tokens and blocks, and libyaml's differ from PyYAML's. Here both become
the same few mistakes, each at the place that an editor will change.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

import yaml

from timeline.problems import Problem, Severity
from timeline.reading.slips import slip_at
from timeline.reading.text import FORBIDDEN, SourceText, forbidden_character

_QUOTES = "put the whole value between quotes"
_INDENTATION = "check the indentation; put a value with quotes or ': ' in it between quotes"
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0abevfrtnNLP_ \t\"/\\\n])|(.?))", re.DOTALL
)
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "v": "\v", "f": "\f", "r": "\r",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


@dataclass(frozen=True)
class _Mistake:
    """How one kind of mistake shows, and what to say of it.

    Attributes:
        signs: What the parsers say of it; a part of their text.
        message: What is wrong.
        hint: What to do.
        opening: Whether to show where the thing begins that is wrong, not where the parser gave up.
        code: The problem's code.
    """

    signs: tuple[str, ...]
    message: str
    hint: str
    opening: bool = False
    code: str = "yaml-syntax"


_MISTAKES = (
    # Far beyond our own limit, but read ahead before the first of the brackets is known (PyYAML 6.0.4).
    _Mistake(
        ("maximum nesting depth",), "lists and mappings stand too deep in one another here", "",
        code="too-deep",
    ),
    _Mistake(
        ("found unexpected end of stream", "found unexpected document indicator",
         "found unexpected document separator"),
        "the quote that opens here is never closed",
        "close it, or leave out the quotes where the text needs none",
        opening=True,
    ),
    _Mistake(
        ("scanning an alias",), "a value cannot begin with '*', which YAML takes for an alias",
        _QUOTES, opening=True, code="alias",
    ),
    _Mistake(
        ("scanning an anchor",), "a value cannot begin with '&', which YAML takes for an anchor",
        _QUOTES, opening=True, code="anchor",
    ),
    _Mistake(
        ("scanning a tag", "parsing a tag", "undefined tag handle"),
        "a value cannot begin with '!', which YAML takes for a tag", _QUOTES, opening=True, code="tag",
    ),
    _Mistake(
        ("scanning a directive",), "a line cannot begin with '%', which YAML takes for a directive",
        _QUOTES, opening=True, code="directive",
    ),
    _Mistake(
        ("scanning a block scalar",),
        "this line has a '|' or '>' with something behind it that cannot stand there",
        "write the text on the lines below, indented with spaces",
    ),
    _Mistake(
        ("mapping values are not allowed",),
        "YAML takes the ': ' here for the end of a key",
        "put a value with ': ' in it between quotes, or write it below 'key: >'",
    ),
    _Mistake(
        ("could not find expected ':'",),
        "this line has no 'key: ' in front",
        "write 'key: value', with a space after the colon; indent a text that goes on from the line above",
        opening=True,
    ),
    _Mistake(
        ("mapping keys are not allowed",), "a value cannot begin with '? '", _QUOTES,
    ),
    _Mistake(
        ("sequence entries are not allowed",), "a list cannot begin here",
        "begin it on the line below its key, every item with '- '; put a text with a dash in front in quotes",
    ),
    _Mistake(
        ("parsing a flow", "scanning a flow"),
        "the bracket that opens here is never closed, or a comma is missing in it",
        "close it, and put commas between the items",
        opening=True,
    ),
    _Mistake(
        ("parsing a block", "expected <block end>", "<document start>", "node content", "a block mapping"),
        "this does not fit the lines above it", _INDENTATION,
    ),
)  # fmt: skip


def syntax_problem(source: SourceText, error: yaml.YAMLError | ValueError, base: int) -> Problem:
    """What to say where a parser gave up.

    Args:
        source: The file.
        error: What the parser raised.
        base: Where in the file the parser began, in characters.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        # chr() in PyYAML's own parser, for an escape beyond Unicode; nothing else is known to come here.
        found = bad_escape(source, base, len(source.text))
        return found or _problem(source, base, base + 1, _Mistake((), "this is not YAML", ""))
    said = f"{error.context or ''} {error.problem or ''}"
    gave_up = error.problem_mark or error.context_mark
    at = base + (gave_up.index if gave_up is not None else 0)
    opened = base + error.context_mark.index if error.context_mark is not None else at
    if any(word in said for word in ("escape", "hexdecimal", "hexadecimal")) and (
        found := bad_escape(source, opened, len(source.text))
    ):
        return found
    mistake = next((m for m in _MISTAKES if any(sign in said for sign in m.signs)), None)
    begins = opened if mistake and mistake.opening else at
    if mistake and "parsing a flow" in said:
        begins, mistake = _hidden_end(source.text, base, begins) or (begins, mistake)
    in_block = any(sign in said for sign in _IN_BLOCK)
    if not any(sign in said for sign in _IN_FLOW) and (
        slip := slip_at(source.text, begins, in_block=in_block)
    ):
        return _problem(source, slip.start, slip.end, _Mistake((), slip.message, slip.hint))
    if "cannot start any token" in said or "tab character" in said:
        return _cannot_begin(source, at)
    if source.text[at : at + 1] in {'"', "'"} and "\n" in source.text[opened:at] and "parsing a flow" in said:
        return _problem(source, at, at + 1, _NO_COMMA)
    if "mapping values are not allowed" in said and (key := _key_too_far_in(source.text, at)):
        return _problem(source, *key, _TOO_FAR_IN)
    if mistake is None:
        return _problem(source, at, at + 1, _Mistake((), f"this is not YAML: {error.problem}", _INDENTATION))
    return _problem(source, begins, begins + 1, mistake)


_IN_FLOW = ("parsing a flow", "scanning a flow", "scanning a quoted", "nesting depth", "tab character")
"""What the parsers say where the line alone tells nothing: brackets and quotes that go on over several."""
_IN_BLOCK = ("<block end>", "block mapping", "block collection", "<document start>")
"""What they say of a line that begins where they did not expect one."""
_NO_COMMA = _Mistake(
    (), "a comma is missing before this, or a bracket is never closed",
    "put a comma behind the item above, or close the bracket",
)  # fmt: skip
_TOO_FAR_IN = _Mistake(
    (), "this key stands further in than the one above it, so YAML takes it for a part of that value",
    "begin all keys of one record in the same column",
)  # fmt: skip
_HIDDEN_END = _Mistake(
    (), "the bracket that opens here is never closed: YAML takes everything from '#' on as a comment",
    "put an item with '#' in it in quotes, or take the '#' out",
)  # fmt: skip
_OPENS = re.compile(r"(?:^|[:\-]) +([\[{])", re.MULTILINE)
_COMMENT = re.compile(r"(?<=[ \t\[{,])#")
_LOOKED_BACK = 10_000
_KEY_LINE = re.compile(r"^([ -]*)([A-Za-z_]+):[ \t]+(?![>|])\S.*$")


def _hidden_end(text: str, base: int, at: int) -> tuple[int, _Mistake] | None:
    """The bracket in which the parser was, where a comment hides its end, and what to say of it."""
    opens = deque(_OPENS.finditer(text, max(base, at - _LOOKED_BACK), at), maxlen=1)
    start = opens[0].start(1) if opens and text[at : at + 1] not in {"[", "{"} else at
    end = text.find("\n", start)
    hidden = _COMMENT.search(text, start, len(text) if end < 0 else end)
    return (start, _HIDDEN_END) if hidden and text[start : start + 1] in {"[", "{"} else None


def _key_too_far_in(text: str, at: int) -> tuple[int, int] | None:
    """Where a key stands that is further in than the one on the line above, which has its value already."""
    begin = text.rfind("\n", 0, at) + 1
    key = re.fullmatch(r"( +)[A-Za-z_]+", text[begin:at])
    above = _KEY_LINE.match(text[text.rfind("\n", 0, begin - 1) + 1 : max(begin - 1, 0)])
    if key is None or above is None or len(key[1]) <= len(above[1]):
        return None
    return begin + len(key[1]), at


def _cannot_begin(source: SourceText, at: int) -> Problem:
    char = source.text[at : at + 1]
    if char == "\t":
        mistake = _Mistake((), "a tab stands here, where YAML allows only spaces", "indent with spaces")
    else:
        mistake = _Mistake((), f"a value cannot begin with '{char}'", _QUOTES)
    return _problem(source, at, at + 1, mistake)


def _problem(source: SourceText, start: int, end: int, mistake: _Mistake) -> Problem:
    span = source.span(start, end)
    return Problem(mistake.code, Severity.ERROR, span, mistake.message, mistake.hint)


def bad_escape(source: SourceText, start: int, end: int) -> Problem | None:
    """The first escape of a quoted text that YAML does not know, or that stands for a hidden character."""
    for found in _ESCAPE.finditer(source.text, start, end):
        *codes, known, unknown = found.groups()
        place = source.span(found.start(), found.end())
        if unknown is not None:
            message = f"'{found.group()}' is not an escape that YAML knows"
            hint = "use single quotes, in which a backslash is a backslash"
            return Problem("yaml-syntax", Severity.ERROR, place, message, hint)
        number = next((int(code, 16) for code in codes if code), -1)
        if number > 0x10FFFF:
            return Problem(
                "control-character", Severity.ERROR, place, "there is no such character", "delete it"
            )
        char = chr(number) if number >= 0 else _ESCAPED.get(known or "", "")
        if char and FORBIDDEN.match(char):
            code, message, hint = forbidden_character(char)
            return Problem(code, Severity.ERROR, place, message, hint)
    return None
