"""JavaScript as a row of tokens: what a script has to be cut into before anything in it can be changed.

It is apart from what joins and shortens scripts because cutting is the part in which one mark can mean two
things: a stroke divides or begins a pattern, a brace closes a block or goes on with a text. It knows only
what our own scripts are written in, and refuses the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    """

    kind: str
    text: str
    gap: str


def tokens(script: str) -> Iterator[Token]:
    """The tokens of a script; comments are blanks.

    Raises:
        ValueError: Something is written in another form than ours.
    """
    at, gap = 0, ""
    before = Token("mark", ";", "")
    braces: list[str] = []
    while at < len(script):
        char = script[at]
        if char == "`" or (char == "}" and braces and braces[-1] == "${"):
            kind, found = "template", _TEMPLATE.match(script, at)
        elif char == "/" and _begins_value(before) and (found := _PATTERN.match(script, at)):
            kind = "pattern"
        else:
            found = _TOKEN.match(script, at)
            kind = str(found and found.lastgroup)
        if not found:
            line = script.count("\n", 0, at) + 1
            raise ValueError(f"line {line}: cannot read '{script[at : at + 20]}'")
        text, at = found[0], found.end()
        if kind == "blank":
            gap = "\n" if "\n" in gap + text else " "
            continue
        if char == "}":
            braces.pop()
        if text == "{" or text.endswith("${"):
            braces.append(text[-2:])
        before = Token(kind, text, gap)
        yield before
        gap = ""


def _begins_value(before: Token) -> bool:
    """Whether what follows a token is a value, and not what is done with one."""
    if before.kind == "mark":
        return before.text not in {")", "]", "}"}
    return before.text in BEFORE_VALUES or (before.kind == "template" and before.text.endswith("${"))
