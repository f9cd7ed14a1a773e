"""The brackets and braces of a script that change nothing, and the script without them.

It is apart from the shortening because it knows no names: it looks at what stands on either side of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.adapters.javascript import KEYWORDS, Token
from timeline.adapters.reaches import brackets

_STATEMENTS = frozenset({"{", "async", "class", "for", "function", "if", "let", "switch", "try", "while"})
"""What needs the braces around it: what is declared in them, and what an `else` behind them might join."""
_BEFORE_BARE = frozenset(
    {"=", "(", "[", ",", "=>", "?", ":", "!", "...", "&", "|", ";", "+", "-", "<", ">", "of", "return"}
)
"""Behind these, brackets hold a value; behind other words they may be those of a call."""
_BEFORE_WHOLE = frozenset({"=", "(", "[", ",", "=>", "?", ":", "return"})
_OPERATORS = frozenset("=?!<>+-*/%&|^")
_BEHIND_WHOLE = frozenset({")", "]", "}", ",", ";", ":"})
"""Between these, a value stands alone: nothing in brackets there belongs to what is outside."""


def bare(row: Sequence[Token]) -> Iterator[Token]:
    """The tokens without the brackets that change nothing.

    Those are around a name and what is taken from it, which a type stood before; around a value that stands
    alone; and around the only parameter of a function.
    """
    closing = brackets(row, {}).closing
    needless = {
        opening: end
        for opening, end in closing.items()
        if row[opening].text == "(" and opening and end + 1 < len(row)
        if _is_needless(row, opening, end, closing)
    }
    ends = frozenset(needless.values())
    gap = ""
    for number, token in enumerate(row):
        if number in needless:
            # A line's end behind `return` would be the end of the statement.
            gap = gap or token.gap or " "
        elif number not in ends:
            yield token._replace(gap=gap) if number - 1 in needless else token
            gap = ""


def _is_needless(row: Sequence[Token], opening: int, end: int, closing: Mapping[int, int]) -> bool:
    before, behind = row[opening - 1], row[end + 1].text
    if behind == "=>":
        return end == opening + 2 and row[opening + 1].kind == "word" and before.kind == "mark"
    if before.text in _BEFORE_BARE and _is_chain(row, opening + 1, end, closing):
        return True
    return (
        before.text in _BEFORE_WHOLE
        # `??`, `==` and `+=` are marks in a row, of which the last would look like another.
        and not (before.text in {"=", "?"} and row[opening - 2].text in _OPERATORS)
        and behind in _BEHIND_WHOLE
        and row[opening + 1].text not in {"{", ")", "function", "class"}
        and not any(row[at].text == "," for at in _outermost(opening, end, closing))
    )


def _outermost(opening: int, end: int, closing: Mapping[int, int]) -> Iterator[int]:
    """The tokens between two brackets that stand in no others."""
    at = opening + 1
    while at < end:
        yield at
        at = closing.get(at, at) + 1


def unbraced(row: Sequence[Token]) -> Iterator[Token]:
    """The tokens without the braces around what is a single statement of a question or a loop."""
    closing = brackets(row, {}).closing
    opening = {end: start for start, end in closing.items()}
    needless = {
        start: end
        for start, end in closing.items()
        if row[start].text == "{" and start and _asks(row, start - 1, opening)
        if row[start + 1].text not in _STATEMENTS and _is_single(row, start, end, closing)
    }
    ends = frozenset(needless.values())
    for number, token in enumerate(row):
        if number - 1 in needless:
            yield token._replace(gap=" ")
        elif number not in needless and number not in ends:
            yield token


def _asks(row: Sequence[Token], before: int, opening: Mapping[int, int]) -> bool:
    """Whether what ends in a place asks whether, or how often, what follows is to be done."""
    if row[before].text == "else":
        return True
    start = opening.get(before, 0)
    return start > 0 and row[before].text == ")" and row[start - 1].text in {"if", "for", "while"}


def _is_single(row: Sequence[Token], start: int, end: int, closing: Mapping[int, int]) -> bool:
    """Whether braces hold one statement, which its own mark ends."""
    at = start + 1
    while at < end and row[at].text != ";":
        at = closing.get(at, at) + 1
    return at == end - 1


def _is_chain(row: Sequence[Token], start: int, end: int, closing: Mapping[int, int]) -> bool:
    """Whether a stretch of tokens is a name, with properties, calls and items behind it and nothing else."""
    if row[start].kind != "word" or row[start].text in KEYWORDS - {"this"}:
        return False
    at = start + 1
    while at < end:
        if row[at].text in {"(", "["}:
            at = closing[at] + 1
        elif row[at].text == "." and row[at + 1].kind == "word":
            at += 2
        else:
            return False
    return True
