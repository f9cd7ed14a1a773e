"""Slips of the hand that break YAML, found in the lines where the parser gave up.

A parser knows what it expected. An editor wants to know what they did: left out the space behind a colon or a
dash, began a key in another column, put a comma behind a list. This looks at the lines as a person would, and
says so only where the slip is plain to see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from timeline.records import Account, Actor, Event, Figure, Place, Source


class Slip(NamedTuple):
    """What was done.

    Attributes:
        start: Where it stands, in characters from the beginning of the text.
        end: Where it ends.
        message: What is wrong.
        hint: What to do.
    """

    start: int
    end: int
    message: str
    hint: str


class _Line(NamedTuple):
    """A line, and where it begins in the text."""

    text: str
    start: int

    def slip(self, found: re.Match[str], group: str | int, message: str, hint: str) -> Slip:
        """A slip in a part of the line."""
        return Slip(self.start + found.start(group), self.start + found.end(group), message, hint)


_KEY = r"[A-Za-z_]{2,20}"
_BLANKLESS = re.compile(rf"(?P<before>[ ]*(?:- )?)(?P<part>(?P<key>{_KEY}):(?!//|[ ]|$)(?P<value>.+))")
_COLONLESS = re.compile(rf"[ ]*(?:- )?(?P<key>{_KEY})[ ]+(?P<value>[^\s:=][^:]*)")
_DASHLESS = re.compile(rf"[ ]*(?P<part>-)(?P<key>{_KEY}): ?(?P<value>.*)")
_BULLET = re.compile(rf"[ ]*(?P<part>[•·*–—‣▪])[ ]+(?P<item>{_KEY}:.*)")
_DASHES = re.compile(rf"[ ]*(?P<part>--+)[ ]+(?P<item>{_KEY}:.*)")
_TWO_KEYS = re.compile(
    rf"[ ]*(?:- )?{_KEY}:[ ]+[^\"'\[{{].*?(?:(?P<mark>[;,]) ?|[ ])(?P<part>(?P<key>{_KEY})):[ ]+(?P<value>.*)"
)
_RECORDS = (Event, Source, Place, Actor, Account, Figure)
_KEYS = frozenset(name for model in _RECORDS for name in model.model_fields)
_PLAIN_WORDS = frozenset({
    "accounts", "actors", "after", "body", "by", "country", "figure", "key", "kind", "max", "media", "min",
    "name", "note", "place", "quote", "related", "source", "sources", "status", "summary", "tags", "time",
    "unit", "value", "what", "within",
})  # fmt: skip
"""Those of the keys that may stand before a colon in a title."""
_ODD_BLANK = re.compile(
    rf"[ ]*(?:- ?)?(?:{_KEY}:[ ]*)?(?P<part>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)"
)
_FENCE = re.compile(r"[ ]*(?P<part>```|~~~).*")
_COMMA = re.compile(rf"[ ]*(?:- )?\"?{_KEY}\"?:[ ]+[\[{{\"'].*[\]}}\"'](?P<part>,)[ ]*")
_FIRST_KEY = re.compile(r"(?P<part>id)(?=:)")
_DASH = re.compile(r"([ ]*)(?P<part>-)[ ]")
_ANY_KEY = re.compile(rf"(?P<before>[ ]*(?:- )*)(?P<part>{_KEY}):(?:[ ]|$)")
_QUOTED = re.compile(rf"[ ]*(?:- )?{_KEY}:[ ]+(?P<part>(?P<quote>[\"']).*)")
_BRACKETED = re.compile(
    rf"[ ]*(?:- )?(?P<key>{_KEY}):[ ]+(?P<part>(?:\[[^\]]*\]|\{{[^}}]*\}})[ ]*(?P<rest>[^\s,#\]}}].*))"
)
_EQUALS = re.compile(rf"[ ]*(?:- )?(?P<key>{_KEY})[ ]*(?P<part>=)[ ]*(?P<value>[^=].*)")
_WIDE_COLON = re.compile(rf"[ ]*(?:- )?(?P<key>{_KEY})[ ]?(?P<part>[\uff1a\ufe55\u2236])")


def slip_at(text: str, at: int, *, in_block: bool) -> Slip | None:
    """The slip that made a parser give up at a place; None where none is plain to see.

    Args:
        text: What was parsed.
        at: Where the parser gave up, in characters.
        in_block: Whether a line stands there that the parser did not expect where it begins.
    """
    begin = text.rfind("\n", 0, at) + 1
    here = _Line(text[begin : _end_of(text, begin)], begin)
    above = list(islice(_lines_above(text, begin), _MOST_LINES))
    for look in _LOOKS:
        if found := look(here, at - begin):
            return found
    for look in _LOOKS_ABOVE:
        if above and (found := look(above[0], len(above[0].text))):
            return found
    beside = above and _ANY_KEY.match(here.text) and _indent(above[0].text) == _indent(here.text)
    if beside and (found := _colonless(above[0])):
        return found
    return _column(here, above) if in_block else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _end_of(text: str, begin: int) -> int:
    end = text.find("\n", begin)
    return len(text) if end < 0 else end


def _lines_above(text: str, begin: int) -> Iterator[_Line]:
    """The lines above a place that have something on them, the nearest first."""
    while begin > 0:
        end = begin - 1
        begin = text.rfind("\n", 0, end) + 1
        if text[begin:end].strip() and not text[begin:end].lstrip().startswith("#"):
            yield _Line(text[begin:end], begin)


def missing_blank(text: str) -> str:
    """What to do about a text that was meant to be 'key: value' lines, and has no space behind its colons."""
    found = _BLANKLESS.fullmatch(text.partition("\n")[0])
    if found is None:
        return ""
    return f"put a space behind every colon, as in '{found['key']}: {_short(found['value'])}'"


def _odd_blank(line: _Line, _at: int) -> Slip | None:
    """A space of another kind, in the indentation or behind a colon, as pages of the web have them."""
    found = _ODD_BLANK.match(line.text)
    return found and line.slip(found, "part", "this is no plain space, but a character that looks like one",
                               "delete it, and type spaces in its place")  # fmt: skip


def _blankless(line: _Line, _at: int) -> Slip | None:
    found = _BLANKLESS.fullmatch(line.text)
    if found is None:
        return None
    return line.slip(found, "part", "there is no space behind this colon",
                     f"write '{found['key']}: {_short(found['value'])}'")  # fmt: skip


def _colonless(line: _Line) -> Slip | None:
    """A key of ours with its value behind it and no colon between them."""
    found = _COLONLESS.fullmatch(line.text)
    if found is None or found["key"] not in _KEYS:
        return None
    return line.slip(found, "key", "there is no colon behind this key",
                     f"write '{found['key']}: {_short(found['value'])}'")  # fmt: skip


def _dashless(line: _Line, _at: int) -> Slip | None:
    found = _DASHLESS.fullmatch(line.text)
    if found is None:
        return None
    return line.slip(found, "part", "there is no space behind this dash",
                     f"write '- {found['key']}: {_short(found['value'])}'")  # fmt: skip


def _bullet(line: _Line, _at: int) -> Slip | None:
    found = _BULLET.fullmatch(line.text)
    if found is None:
        return None
    return line.slip(found, "part", f"an item of a list does not begin with '{found['part']}'",
                     f"write '- {_short(found['item'])}'")  # fmt: skip


def _dashes(line: _Line, _at: int) -> Slip | None:
    found = _DASHES.fullmatch(line.text)
    return found and line.slip(found, "part", "an item of a list begins with one dash",
                               f"write '- {_short(found['item'])}'")  # fmt: skip


def _two_keys(line: _Line, at: int) -> Slip | None:
    """A second key behind a value, in one line."""
    found = _TWO_KEYS.fullmatch(line.text)
    if (
        found is None
        or found.end("part") != at
        or found["key"] not in (_KEYS if found["mark"] else _KEYS - _PLAIN_WORDS)
    ):
        return None
    written = f"{found['key']}: {_short(found['value'])}"
    message = f"'{found['key']}:' stands behind a value, in the same line"
    hint = f"begin a line of its own with it: '{written}'; if it is no key, put the value in quotes"
    return line.slip(found, "part", message, hint)


def _fence(line: _Line, _at: int) -> Slip | None:
    found = _FENCE.fullmatch(line.text)
    return found and line.slip(found, "part", "this line belongs to Markdown and not to YAML", "delete it")


def _comma(line: _Line, _at: int) -> Slip | None:
    found = _COMMA.fullmatch(line.text)
    return found and line.slip(found, "part", "there is a comma behind this value", "delete it")


def _wide_colon(line: _Line, _at: int) -> Slip | None:
    found = _WIDE_COLON.match(line.text)
    return found and line.slip(found, "part", "this is no colon, but a character that looks like one",
                               f"write '{found['key']}: '")  # fmt: skip


def _equals(line: _Line, _at: int) -> Slip | None:
    found = _EQUALS.fullmatch(line.text)
    if found is None or found["key"] not in _KEYS:
        return None
    return line.slip(found, "part", "an equals sign stands here in place of a colon",
                     f"write '{found['key']}: {_short(found['value'])}'")  # fmt: skip


def _quoted(line: _Line, at: int) -> Slip | None:
    """A quoted text with more behind it, or with a quote of its own in it."""
    found = _QUOTED.fullmatch(line.text)
    if found is None or at <= found.start("part") + 1:
        return None
    whole, quote = found["part"].rstrip(), found["quote"]
    # Nothing between a quote and what follows: it belongs to the text, and the outer ones are around it all.
    if line.text[at - 1] == quote and whole.endswith(quote):
        whole = whole[1:-1]
    other = "'" if quote == '"' else '"'
    hint = "write the text below 'key: >', where it needs no quotes"
    if len(whole) <= _LONGEST and other not in whole:
        hint = f"write {other}{whole}{other}"
    return Slip(
        line.start + at, line.start + at + 1, "more text stands here, behind a quote that has closed", hint
    )


def _bracketed(line: _Line, _at: int) -> Slip | None:
    found = _BRACKETED.fullmatch(line.text)
    if found is None:
        return None
    if found["rest"].startswith("["):
        return line.slip(found, "rest", "more stands here, behind a bracket that has closed",
                         "put all items into one pair of brackets, with commas between them")  # fmt: skip
    quote = '"' if '"' not in found["part"] else "'"
    begins = "'[', which begins a list" if found["part"][0] == "[" else "'{', which begins a mapping"
    return line.slip(found, "part", f"a text cannot begin with {begins}",
                     f"write {quote}{_short(found['part'])}{quote}")  # fmt: skip


def _column(line: _Line, above: list[_Line]) -> Slip | None:
    """A dash, a key or a line of a text that begins in another column than its like above it."""
    dashes = [len(other[1]) for row in above if (other := _DASH.match(row.text))]
    if (dash := _DASH.match(line.text)) and dashes:
        column = next((other for other in dashes if other < len(dash[1])), min(dashes)) + 1
        return line.slip(dash, "part", "this dash does not begin in the column of those above it",
                         f"begin it in column {column}, if it is an item of the same list")  # fmt: skip
    if found := _ANY_KEY.match(line.text):
        return _key_column(line, found, above, dashes)
    words = re.match(r"[ ]*(?P<part>[^\s:].*)", line.text)
    return words and line.slip(words, "part", "this line of a text is not indented as those above it",
                               "indent all lines of a text by the same number of spaces")  # fmt: skip


def _key_column(line: _Line, found: re.Match[str], above: list[_Line], dashes: list[int]) -> Slip | None:
    """A key that begins in another column than those of its record."""
    at = len(found["before"])
    if _FIRST_KEY.match(line.text) and 0 in dashes:
        return line.slip(found, "part", "this record does not begin with a dash, as those above it do",
                         "write '- id: …', and indent the keys below it by two spaces")  # fmt: skip
    nearest = _ANY_KEY.match(above[0].text) if above else None
    if nearest is None and at in dashes[:1]:
        return line.slip(found, "part", "a key stands here among the items of a list",
                         "begin it with '- ' too, or in the column of the key above the list")  # fmt: skip
    # Between them may stand the lines of a text, or the items of a list.
    nearest = nearest or next((other for row in above if (other := _ANY_KEY.match(row.text))), None)
    if nearest is None or len(nearest["before"]) == at:
        return None
    hint = f"begin it in column {len(nearest['before']) + 1}, if it belongs to the same record"
    hint += ", or with '- ' if it is a new item" if at in dashes else ""
    return line.slip(found, "part", "this key does not begin in the column of the keys above it", hint)


def _short(value: str) -> str:
    value = value.strip()
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


_LONGEST = 60
_MOST_LINES = 200
"""How far up is looked for what a line should be like."""
_Look = Callable[[_Line, int], Slip | None]
_LOOKS: tuple[_Look, ...] = (
    _odd_blank,
    _blankless,
    _dashless,
    _bullet,
    _dashes,
    _two_keys,
    _fence,
    _wide_colon,
    _equals,
    _comma,
    _bracketed,
    _quoted,
)
_LOOKS_ABOVE: tuple[_Look, ...] = (_odd_blank, _blankless, _dashless, _bullet, _dashes, _wide_colon)
