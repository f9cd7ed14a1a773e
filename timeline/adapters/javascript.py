"""JavaScript as a row of tokens: what a script has to be cut into before anything in it can be changed.

It is apart from what joins and shortens scripts because cutting is the part in which one mark can mean two
things: a stroke divides or begins a pattern, a brace closes a block or goes on with a text. It knows only
what our own scripts are written in, and refuses the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

KEYWORDS = frozenset(
    {
        "arguments", "as", "async", "await", "break", "case", "catch", "class", "const", "constructor",
        "continue", "default", "delete", "do", "else", "export", "extends", "false", "finally", "for", "from",
        "function", "get", "if", "import", "in", "instanceof", "let", "new", "null", "of", "return", "set",
        "static", "super", "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void",
        "while", "yield",
    }
)  # fmt: skip
"""Words with a meaning of their own, in any place or in some."""
CONTROLS = frozenset({"if", "for", "while", "switch"})
"""Behind these, what stands in brackets is asked, and is no function's parameters."""
# Behind these a stroke begins a pattern, and a brace an object; behind other words they do not.
BEFORE_VALUES = frozenset(
    {"await", "case", "delete", "in", "of", "return", "throw", "typeof", "void", "yield"}
)
_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)
    |(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<number>\d[\w.]*)
    |(?P<word>\#?[A-Za-z_$][\w$]*)
    |(?P<mark>\?\.(?!\d)|\.\.\.|=>|\+\+|--|[{}()\[\];,<>=!+\-*%&|^~?:./])""",
    re.VERBOSE,
)
_PATTERN = re.compile(r"/(?![*/])(?:[^\\/\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_TEMPLATE = re.compile(r"[`}](?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)


class Token(NamedTuple):
    """One word, mark, number, text or pattern; or a piece of a template, up to a value in it or behind one.

    Attributes:
        kind: ``word``, ``mark``, ``number``, ``text``, ``pattern`` or ``template``.
        text: The token as it is written.
        gap: What stood in front of it: nothing, a blank, or a line's end.
        line: The line that it begins in.
    """

    kind: str
    text: str
    gap: str
    line: int = 0


_OPENING = frozenset({"{", "(", "["})
_CLOSING = frozenset({"}", ")", "]"})


def opens(token: Token) -> bool:
    """Whether a token opens a bracket, or a value inside a template."""
    return (
        token.text in _OPENING if token.kind == "mark" else token.kind == "template" and token.text[-1] == "{"
    )


def closes(token: Token) -> bool:
    """Whether a token closes one."""
    return (
        token.text in _CLOSING if token.kind == "mark" else token.kind == "template" and token.text[0] == "}"
    )


def place_of(row: Sequence[Token], number: int) -> str:
    """Where a token stands, in words: its line, and what is around it."""
    words = " ".join(token.text[:20] for token in row[max(0, number - 3) : number + 3])
    return f"line {row[number].line}, at '{words}'"


def tokens(script: str) -> Iterator[Token]:
    """The tokens of a script; comments are blanks.

    Raises:
        ValueError: Something is written in another form than ours.
    """
    at, gap, line = 0, "", 1
    before = Token("mark", ";", "")
    braces: list[str] = []
    controls: list[bool] = []  # for each open parenthesis, whether it is that of an `if` or a loop
    is_test = False
    while at < len(script):
        char = script[at]
        if char == "/" and _stroke_is_unclear(before, is_test) and not script.startswith(("//", "/*"), at):
            rest = script[at : at + 20].partition("\n")[0]
            raise ValueError(f"line {line}, at '{before.text} {rest}': is it a pattern?")
        kind, found = _next(script, at, before, braces)
        if not found:
            raise ValueError(f"line {line}: cannot read '{script[at : at + 20]}'")
        text, at, begun = found[0], found.end(), line
        line += text.count("\n")
        if kind == "blank":
            gap = "\n" if "\n" in gap + text else " "
            continue
        if char == "}":
            if not braces:
                raise ValueError(f"line {line}: nothing is open that '}}' could close")
            braces.pop()
        if text == "{" or text.endswith("${"):
            braces.append(text[-2:])
        is_test = False
        if text == "(":
            controls.append(before.text in {"if", "while", "for", "with"})
        elif text == ")" and controls:
            is_test = controls.pop()
        before = Token(kind, text, gap, begun)
        yield before
        gap = ""


def _next(script: str, at: int, before: Token, braces: Sequence[str]) -> tuple[str, re.Match[str] | None]:
    """The token that begins in a place, and its kind."""
    char = script[at]
    if char == "`" or (char == "}" and braces and braces[-1] == "${"):
        return "template", _TEMPLATE.match(script, at)
    if char == "/" and _begins_value(before) and (pattern := _PATTERN.match(script, at)):
        return "pattern", pattern
    found = _TOKEN.match(script, at)
    return str(found and found.lastgroup), found


def _stroke_is_unclear(before: Token, is_test: bool) -> bool:
    """Whether a stroke behind a token may begin a pattern, and we would take it to divide, or the reverse.

    Args:
        before: The token.
        is_test: Whether it closes what an `if` or a loop asks.
    """
    if is_test:
        return True
    if before.kind == "mark":
        return before.text in {"}", "++", "--"}
    ends = {
        "arguments",
        "async",
        "constructor",
        "false",
        "from",
        "get",
        "null",
        "set",
        "super",
        "this",
        "true",
    }
    return before.text in KEYWORDS - BEFORE_VALUES - ends - {"as", "undefined"}


def _begins_value(before: Token) -> bool:
    """Whether what follows a token is a value, and not what is done with one."""
    if before.kind == "mark":
        return before.text not in {")", "]", "}"}
    return before.text in BEFORE_VALUES or (before.kind == "template" and before.text.endswith("${"))
