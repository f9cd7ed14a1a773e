"""Which words of a script are names, where each is declared, and which statement it belongs to.

It is apart from the shortening because it is the part that has to be right for every script: to take a
property for a name, or one name for two, would break a form that nobody has touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.adapters.javascript import BEFORE_VALUES, KEYWORDS, Token

WINDOW = frozenset(
    {
        "close", "closed", "event", "fetch", "find", "focus", "history", "length", "location", "name",
        "navigator", "open", "origin", "parent", "print", "screen", "scroll", "self", "status", "stop", "top",
        "valueOf", "when",
    }
)  # fmt: skip
"""Names that we use and every window has: whoever finds one in a script cannot tell which is meant."""
_DECLARE = frozenset({"const", "let", "function", "class"})
_BLOCKS = frozenset({"async", "class", "else", "for", "function", "if", "while"})
"""What begins a statement that ends in a brace."""
_CONTROLS = frozenset({"if", "for", "while", "switch"})
_OPENING = {"{": "}", "(": ")", "[": "]"}
_NONE = Token("mark", ";", "")


@dataclass(frozen=True, slots=True)
class Scopes:
    """The names of a script.

    Attributes:
        roles: What each token is: a ``name``, a ``property``, ``private`` to a class, or ``both``, which
            `{ word }` is where it stands for `{ word: word }`; empty for what is no word.
        parts: To which statement of the whole, or member of a class, each token belongs.
        outer: The names that are declared for the whole.
        inner: Those that are declared inside one part alone, by the part. One that is declared outside, too,
            is not among them.
    """

    roles: tuple[str, ...]
    parts: tuple[int, ...]
    outer: frozenset[str]
    inner: tuple[frozenset[str], ...]


def scopes(row: Sequence[Token]) -> Scopes:
    """The names of a script.

    Args:
        row: Its tokens. Statements end in a semicolon or a brace.
    """
    roles, depths = tuple(_roles(row)), [*_depths(row)]
    parts = tuple(_parts(row, depths))
    declared = [n for n in _declarations(row) if roles[n] in {"name", "both"} and row[n].text not in KEYWORDS]
    outer = frozenset(row[n].text for n in declared if _is_outer(row, depths, parts, n))
    inner: list[set[str]] = [set() for _ in range(parts[-1] + 1 if parts else 0)]
    for number in declared:
        if row[number].text not in outer:
            inner[parts[number]].add(row[number].text)
    return Scopes(roles, parts, outer - WINDOW, tuple(frozenset(names - WINDOW) for names in inner))


def opens(token: Token) -> bool:
    """Whether a token opens a bracket, or a value inside a template."""
    return token.text in _OPENING if token.kind == "mark" else _is_template(token) and token.text[-1] == "{"


def closes(token: Token) -> bool:
    """Whether a token closes one."""
    return (
        token.text in _OPENING.values()
        if token.kind == "mark"
        else _is_template(token) and token.text[0] == "}"
    )


def _is_template(token: Token) -> bool:
    return token.kind == "template"


def _depths(row: Sequence[Token]) -> Iterator[int]:
    """In how many brackets each token stands; the brackets themselves stand outside."""
    depth = 0
    for token in row:
        depth -= closes(token)
        yield depth
        depth += opens(token)


def _parts(row: Sequence[Token], depths: Sequence[int]) -> Iterator[int]:
    part, first = 0, ""
    for token, depth in zip(row, depths, strict=True):
        begins, first = not first, first or token.text
        yield part
        if first == "class" and (
            (depth == 1 and token.text in {";", "}"}) or (depth == 0 and token.text == "{")
        ):
            part += 1
        ends = token.text == ";" or (token.text == "}" and first in _BLOCKS)
        if depth == 0 and ends and not begins:
            part, first = part + 1, ""


def _is_outer(row: Sequence[Token], depths: Sequence[int], parts: Sequence[int], number: int) -> bool:
    """Whether what is declared in a place is declared for the whole, by a statement in nothing else."""
    if depths[number] == 0:
        return row[number - 1].text in _DECLARE
    # In a pattern, which stands right behind the word that begins the statement.
    start = number
    while start and depths[start - 1] > 0:
        start -= 1
    return parts[start] == parts[number] and start > 1 and row[start - 2].text in {"const", "let"}


def _roles(row: Sequence[Token]) -> Iterator[str]:
    within = ["block"]
    for number, token in enumerate(row):
        before = row[number - 1] if number else _NONE
        if token.kind == "word":
            behind = row[number + 1].text if number + 1 < len(row) else ""
            yield _role(token, before.text, behind, within[-1])
            continue
        yield ""
        if closes(token):
            within.pop()
        if opens(token):
            within.append(_brace(row, number) if token.text == "{" else "value")


def _brace(row: Sequence[Token], number: int) -> str:
    """What a brace opens, by what stands before it: an ``object``, a ``class`` or a ``block``."""
    last = row[number - 1] if number else _NONE
    if last.kind == "mark":
        is_block = last.text in {")", "=>", ";", "{", "}"} or (
            last.text == ":" and _is_label(row, number - 1)
        )
        return "block" if is_block else "object"
    if last.text in BEFORE_VALUES or last.text in {"const", "let", "import", "export"}:
        return "object"
    return "block" if last.text in KEYWORDS else "class"


def _is_label(row: Sequence[Token], colon: int) -> bool:
    """Whether a colon ends the `case` of a switch, and no key or choice."""
    for token in reversed(row[:colon]):
        if token.text in {"case", "default"}:
            return True
        if token.text in {"?", ";", "{", "}", ","}:
            return False
    return False


def _role(token: Token, before: str, behind: str, within: str) -> str:
    if token.text.startswith("#"):
        return "private"
    if before in {".", "?."}:
        return "property"
    if within == "object" and before in {"{", ","}:
        return "property" if behind in {":", "("} else "both"
    if within == "class" and before in {"{", "}", ";", "async", "get", "set", "static"}:
        return "property"
    return "name"


def _declarations(row: Sequence[Token]) -> Iterator[int]:
    """Where names are declared: behind `const` and its like, and among a function's parameters."""
    opened: list[int] = []
    for number, token in enumerate(row):
        before = row[number - 1].text if number else ""
        behind = row[number + 1].text if number + 1 < len(row) else ""
        if token.kind == "word" and (before in _DECLARE or behind == "=>"):
            yield number
        if closes(token):
            start = opened.pop()
            by = row[start - 1].text if start else ""
            parameters = behind == "=>" or (behind == "{" and by not in _CONTROLS)
            if by in _DECLARE or (token.text == ")" and parameters):
                yield from (inner for inner in range(start + 1, number) if _is_taken(row, inner))
        if opens(token):
            opened.append(number)


def _is_taken(row: Sequence[Token], number: int) -> bool:
    """Whether a word in a pattern gives a name to what stands there; if not, it is a key or a value."""
    before, behind = row[number - 1].text, row[number + 1].text
    return before in {"[", "(", ",", "{", "...", ":"} and behind in {",", "]", ")", "}", "="}
