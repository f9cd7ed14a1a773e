"""What the form for a new event says of texts that are too long, or too much of one thing, to be read at all.

The reader counts line by line (`timeline.reading.markup`); a browser has a pattern for each of the limits.
How many cells a table has no pattern can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.languages import message
from timeline.merging.links import FENCED
from timeline.outputs.form_patterns import Pattern
from timeline.pages.form_fields import RECORDS, types_of
from timeline.reading.limits import Limits
from timeline.reading.markup import HARMLESS
from timeline.reading.text import MOST_MARKS

_LIMITS = Limits()
_BREAK_UP = message("break it up with empty lines")

EXCESS_MESSAGES: Mapping[str, tuple[str, str]] = {
    "value-too-long": (
        message("this value has {many} characters; at most {limit} are read"),
        message("split it, or move it to a page of its own"),
    ),
    "stacked-marks": (
        message("more than {limit} marks stand on one letter here, which would cover the lines around it"),
        message("delete them"),
    ),
    "long-paragraph": (message("a paragraph has at most {limit} characters"), _BREAK_UP),
    "lines-of-paragraph": (message("a paragraph has at most {limit} lines"), _BREAK_UP),
    "brackets-of-paragraph": (message("a paragraph has at most {limit} opening brackets"), _BREAK_UP),
    "many-fences": (
        message("a text has at most {limit} lines that open or close code"), message("split it"),
    ),
    "many-paragraphs": (message("a text has at most {limit} paragraphs"), message("make two of it")),
    "too-deep": (
        message("lists and quotations stand in one another at most {limit} deep"),
        message("put them below one another"),
    ),
}  # fmt: skip
"""The message and the hint of each, by the name of the mistake."""

_CODE = "too-much-markup"


def excess_patterns() -> Iterator[Pattern]:
    """One for each limit. What is short is looked at by none of those that would take long."""
    texts = _keys({"prose", "title", "line", "publisher"})
    prose = _keys({"prose"})
    most = _LIMITS.value_characters
    # In the file, a line's end stands behind it.
    yield Pattern("value-too-long", "value-too-long", prose, rf"^[^]{{{most},}}$", limit=f"{most:,}")
    marks = rf"[\p{{Mn}}\p{{Me}}]{{{MOST_MARKS + 1}}}"
    yield Pattern("stacked-marks", "stacked-marks", texts, marks, limit=str(MOST_MARKS))

    def rule(name: str, limit: int, shortest: int, pattern: str, without: str = "") -> Pattern:
        """What tells of more than a limit in a text that is long enough for so many of the shortest."""
        long_enough = rf"^(?=[^]{{{limit * shortest + 1},}})"
        return Pattern(name, _CODE, prose, long_enough + pattern, without=without, limit=f"{limit:,}")

    fence = r"(?:`{3,}[^`\n]*|~{3,}[^`\n]*)(?![^\n])"
    fences = _LIMITS.fences
    yield rule("many-fences", fences, 4, rf"(?:(?:(?!{fence}).*\n)*{fence}\n?){{{fences + 1}}}")
    full, empty = r"[^\S\n]*\S.*", r"[^\S\n]*\n"
    code = FENCED.pattern
    begins = rf"(?:[^]*\n{empty})?"  # a paragraph, at the beginning or behind an empty line
    lines = _LIMITS.paragraph_lines
    yield rule("lines-of-paragraph", lines, 2, rf"{begins}(?:{full}\n){{{lines}}}{full}", code)
    within = rf"(?!\n(?:{empty}|[^\S\n]*(?![^])))"
    characters = _LIMITS.paragraph_characters
    yield rule("long-paragraph", characters, 1, rf"{begins}(?={full})(?:{within}[^]){{{characters}}}", code)
    brackets = _LIMITS.brackets
    some = rf"(?:(?:{within}[^\[])*\[){{{brackets + 1}}}"
    yield rule("brackets-of-paragraph", brackets, 1, rf"{begins}(?={full}){some}", code)
    paragraphs = _LIMITS.paragraphs
    some = rf"(?:{empty})*(?:(?:{full}\n)+(?:{empty})+){{{paragraphs}}}{full}"
    yield rule("many-paragraphs", paragraphs, 3, some, code)
    inner = r"[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))"
    deep = rf"(?![-*_ \t]*(?:\n|$))(?:{inner}){{{_LIMITS.nesting + 1}}}"
    deeply = rf"^(?=[^]{{{HARMLESS + 1},}})(?:[^]*\n)?{deep}"
    yield Pattern("too-deep", "too-deep", prose, deeply, without=code, limit=str(_LIMITS.nesting))


def _keys(kinds: set[str]) -> tuple[str, ...]:
    """The keys whose values are of some kinds."""
    found = {
        key
        for model in RECORDS.values()
        for key, kind in types_of(model).items()
        if kind.rstrip("*") in kinds
    }
    return tuple(sorted(found))
