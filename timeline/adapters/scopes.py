"""Which words of a script are names, where each is declared, and which statement it belongs to.

It is apart from the shortening because it is the part that has to be right for every script: to take a
property for a name, or one name for two, would break a form that nobody has touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.adapters.javascript import BEFORE_VALUES, CONTROLS, KEYWORDS, Token, closes, opens, place_of
from timeline.adapters.reaches import Brackets, Reach, brackets, reaches_of

_DECLARE = frozenset({"const", "let", "function", "class"})
_BLOCKS = frozenset({"async", "class", "else", "for", "function", "if", "while"})
"""What begins a statement that ends in a brace."""
_NONE = Token("mark", ";", "")


@dataclass(frozen=True, slots=True)
class Scopes:
    """The names of a script.

    Attributes:
        roles: What each token is: a ``name``, a ``property``, ``private`` to a class, or ``both``, which
            `{ word }` is where it stands for `{ word: word }`; empty for what is no word.
        parts: To which statement of the whole, or member of a class, each token belongs.
        outer: The names that are declared for the whole.
        inner: Those that are declared inside one part alone, by the part, with how far each of their
            declarations reaches. One that is declared outside, too, is not among them.
        constants: Where a number or a text has a name for the whole that is used once: the token that
            declares it, and the one that uses it.
    """

    roles: tuple[str, ...]
    parts: tuple[int, ...]
    outer: frozenset[str]
    inner: tuple[Mapping[str, Sequence[Reach]], ...]
    constants: Mapping[int, int]


def scopes(row: Sequence[Token]) -> Scopes:
    """The names of a script.

    Args:
        row: Its tokens. Statements end in a semicolon or a brace.

    Raises:
        ValueError: Something is written in another form than ours, or a word means two things.
    """
    kinds: dict[int, str] = {}
    roles, depths = tuple(_roles(row, kinds)), [*_depths(row)]
    found = brackets(row, kinds)
    _refuse_other_forms(row, roles, found)
    parts = tuple(_parts(row, depths))
    declared = [n for n in _declarations(row) if roles[n] in {"name", "both"} and row[n].text not in KEYWORDS]
    outer = frozenset(row[n].text for n in declared if _is_outer(row, depths, parts, n))
    inner: list[set[str]] = [set() for _ in range(parts[-1] + 1 if parts else 0)]
    for number in declared:
        if row[number].text not in outer:
            inner[parts[number]].add(row[number].text)
    named = [n for n, role in enumerate(roles) if role in {"name", "both"}]
    within = [n for n in declared if row[n].text in inner[parts[n]]]
    used = [n for n in named if row[n].text in inner[parts[n]]]
    reaches = reaches_of(row, found, within, used, parts)
    known = ({name: reaches[name, part] for name in names} for part, names in enumerate(inner))
    return Scopes(roles, parts, outer, tuple(known), dict(_constants(row, roles, outer, declared, named)))


def _constants(
    row: Sequence[Token],
    roles: Sequence[str],
    outer: frozenset[str],
    declared: Sequence[int],
    named: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """Numbers and texts that are declared for the whole and used once."""
    places: dict[str, list[int]] = {}
    for number in named:
        places.setdefault(row[number].text, []).append(number)
    for name in sorted(outer):
        first, *others = places[name]
        if len(others) != 1 or others[0] in declared or roles[others[0]] == "both":
            continue
        word, _, mark, value, end = row[first - 1 : first + 4]
        if (word.text, mark.text, end.text) == ("const", "=", ";") and value.kind in {"number", "text"}:
            yield first, others[0]


def _refuse_other_forms(row: Sequence[Token], roles: Sequence[str], found: Brackets) -> None:
    """Refuses what is JavaScript and yet would be taken for something else here."""
    for number, token in enumerate(row):
        before = row[number - 1].text if number else ""
        behind = row[number + 1].text if number + 1 < len(row) else ""
        kind = found.kinds.get(found.around[number], "")
        # What is so only where a key or a member of a class begins.
        begins = kind in {"object", "class"} and before in {"{", ",", ";", "}", "static", "async"}
        wrong = (
            (token.kind == "word" and token.text in {"do", "var", "with", "eval"} and roles[number] == "name")
            or (
                kind == "object"
                and begins
                and token.kind == "word"
                and behind not in {":", "(", ",", "}", "=", "as"}
            )
            or (begins and token.text == "*")
            or (token.text == ";" and _is_empty(row, found, number))
            or (
                token.text in {"function", "class"}
                and roles[number] == "name"
                and _is_named_value(row, number)
            )
        )
        if wrong:
            raise ValueError(f"{place_of(row, number)}: '{token.text}' is written in another form than ours")


def _is_empty(row: Sequence[Token], found: Brackets, number: int) -> bool:
    """Whether a semicolon is a whole statement; those between the parts of a `for` are none."""
    around, before = found.around[number], row[number - 1] if number else _NONE
    if around >= 0 and row[around].text == "(":
        return False
    if before.text == ")" and before.kind == "mark":
        opening = number - 2 if opens(row[number - 2]) else found.around[number - 2]
        return opening > 0 and row[opening - 1].text in CONTROLS
    return before.text in {";", "{", "else"}


def _is_named_value(row: Sequence[Token], number: int) -> bool:
    """Whether a function or class that has a name stands where a value does."""
    before = row[number - 1].text if number else ""
    if before == "async":
        before = row[number - 2].text if number > 1 else ""
    behind = row[number + 1] if number + 1 < len(row) else _NONE
    named = behind.kind == "word" and behind.text != "extends"
    return named and before not in {"", ";", "{", "}", ")", "export", "default"}


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


def _roles(row: Sequence[Token], kinds: dict[int, str]) -> Iterator[str]:
    """What each word is; notes what each bracket holds."""
    within = ["block"]
    named_class = False
    for number, token in enumerate(row):
        before = row[number - 1] if number else _NONE
        if token.kind == "word":
            behind = row[number + 1].text if number + 1 < len(row) else ""
            role = _role(token, before.text, behind, within[-1])
            named_class = named_class or (token.text == "class" and role == "name")
            yield role
            continue
        yield ""
        if closes(token):
            if len(within) == 1:
                raise ValueError(f"{place_of(row, number)}: nothing is open that this could close")
            within.pop()
        if opens(token):
            kind = _brace(row, number) if token.text == "{" else "value"
            if token.text == "{" and (kind == "class") is not named_class:
                raise ValueError(f"{place_of(row, number)}: is this the body of a class?")
            named_class = named_class and token.text != "{"
            within.append(kind)
            kinds[number] = kind


def _brace(row: Sequence[Token], number: int) -> str:
    """What a brace opens, by what stands before it: an ``object``, a ``class`` or a ``block``."""
    last = row[number - 1] if number else _NONE
    if last.kind == "mark":
        is_block = last.text in {")", "=>", ";", "{", "}"} or (
            last.text == ":" and _is_label(row, number - 1)
        )
        return "block" if is_block else "object"
    if last.kind == "template":
        return "object"
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
            parameters = behind == "=>" or (behind == "{" and by not in CONTROLS)
            if by in _DECLARE or (token.text == ")" and parameters):
                yield from (inner for inner in range(start + 1, number) if _is_taken(row, inner))
        if opens(token):
            opened.append(number)


def _is_taken(row: Sequence[Token], number: int) -> bool:
    """Whether a word in a pattern gives a name to what stands there; if not, it is a key or a value."""
    before, behind = row[number - 1].text, row[number + 1].text
    return before in {"[", "(", ",", "{", "...", ":"} and behind in {",", "]", ")", "}", "="}
