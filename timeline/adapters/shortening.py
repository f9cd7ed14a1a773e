"""A module with nothing in it but what a browser needs: no blanks, no comments, and short names inside.

A site sends the form's modules to everyone who adds an event, on a telephone, too; those who read the program
read them where they are written. What others can see of a module keeps its name: properties, and whatever
comes from the browser or from another file.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from timeline.adapters.javascript import BEFORE_VALUES, KEYWORDS, Token, tokens

WINDOW = frozenset(
    {
        "close", "closed", "event", "fetch", "find", "focus", "history", "length", "location", "name",
        "navigator", "open", "origin", "parent", "print", "screen", "scroll", "self", "status", "stop", "top",
        "valueOf", "when",
    }
)  # fmt: skip
"""Names that we use and every window has: whoever finds one in a script cannot tell which is meant."""
_DECLARE = frozenset({"const", "let", "function", "class"})
# The most frequent letters of our scripts first, so that names compress with the words around them.
_LETTERS = "etnrisoaucldhpmfgvybwkxqjzETNRISOAUCLDHPMFGVYBWKXQJZ"
_CONTROLS = frozenset({"if", "for", "while", "switch"})
_OPENING = {"{": "}", "(": ")", "[": "]"}


def shortened(module: str, kept: Collection[str]) -> str:
    """A module that does the same in fewer letters.

    Every name that it declares, and that is no property of which others may know, gets another wherever it
    stands, the same one everywhere; so no name can come to hide another.

    Args:
        module: The module. Each of its statements ends in a semicolon or a brace, and none is empty.
        kept: Names that stay as they are, because others know the module's parts by them.

    Raises:
        ValueError: Something is written in another form than ours.
    """
    row = [*tokens(module)]
    roles = [*_roles(row)]
    names = _names(row, roles, kept)
    said = [
        token._replace(text=_renamed(token.text, role, names)) if token.kind == "word" else token
        for token, role in zip(row, roles, strict=True)
    ]
    return "".join(_written(said))


def declared(module: str) -> set[str]:
    """The names that `shortened` would change in a module, if nothing is to be kept."""
    row = [*tokens(module)]
    return {name for name in _names(row, [*_roles(row)], ()) if not name.startswith("#")}


def _renamed(word: str, role: str, names: dict[str, str]) -> str:
    new = names.get(word, word)
    if role == "property":
        return word
    return f"{word}:{new}" if role == "both" and new != word else new


def _roles(row: Sequence[Token]) -> Iterator[str]:
    """What each word is: a ``name``, a ``property``, ``private`` to a class, or ``both``.

    Both is what `{ word }` has, which stands for `{ word: word }`.
    """
    within = ["block"]
    for number, token in enumerate(row):
        before = row[number - 1] if number else Token("mark", ";", "")
        if token.kind == "word":
            behind = row[number + 1].text if number + 1 < len(row) else ""
            yield _role(token, before.text, behind, within[-1])
            continue
        yield ""
        closes = token.text in _OPENING.values() if token.kind == "mark" else token.text[0] == "}"
        if closes:
            within.pop()
        if token.kind == "template" and token.text.endswith("${"):
            within.append("value")
        elif token.kind == "mark" and token.text in _OPENING:
            within.append(_brace(row[:number]) if token.text == "{" else "value")


def _brace(before: Sequence[Token]) -> str:
    """What a brace opens, by what stands before it: an ``object``, a ``class`` or a ``block``."""
    last = before[-1] if before else Token("mark", ";", "")
    if last.kind == "mark":
        return "block" if last.text in {")", "=>", ";", "{", "}"} else "object"
    if last.text in BEFORE_VALUES or last.text in {"const", "let", "import", "export"}:
        return "object"
    return "block" if last.text in KEYWORDS else "class"


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


def _names(row: Sequence[Token], roles: Sequence[str], kept: Collection[str]) -> dict[str, str]:
    """The new name of each that is declared, the shortest for those that stand most often."""
    words = [token.text if role in {"name", "both"} else "" for token, role in zip(row, roles, strict=True)]
    used = Counter(word for word in words if word and word not in KEYWORDS)
    own = {words[number] for number in _declarations(row)} & {*used} - WINDOW - {*kept}
    taken = {*used} - own | KEYWORDS | WINDOW
    private = Counter(token.text for token, role in zip(row, roles, strict=True) if role == "private")
    hidden = (f"#{letters}" for letters in _letters())
    free = (letters for letters in _letters() if letters not in taken)
    return dict(zip(_by_use(own, used), free, strict=False)) | dict(
        zip(_by_use(private, private), hidden, strict=False)
    )


def _by_use(names: Collection[str], used: Mapping[str, int]) -> list[str]:
    return sorted(names, key=lambda name: (-used[name], name))


def _letters() -> Iterator[str]:
    """Short names, the shortest first."""
    for length in itertools.count(1):
        yield from map("".join, itertools.product(_LETTERS, repeat=length))


def _declarations(row: Sequence[Token]) -> Iterator[int]:
    """Where names are declared: behind `const` and its like, and among a function's parameters."""
    opened: list[int] = []
    for number, token in enumerate(row):
        before = row[number - 1].text if number else ""
        behind = row[number + 1].text if number + 1 < len(row) else ""
        if token.kind == "word" and (before in _DECLARE or behind == "=>"):
            yield number
        elif token.kind == "template":
            if token.text[0] == "}":
                opened.pop()
            if token.text.endswith("${"):
                opened.append(number)
        elif token.kind == "mark" and token.text in _OPENING:
            opened.append(number)
        elif token.kind == "mark" and token.text in _OPENING.values():
            start = opened.pop()
            by = row[start - 1].text if start else ""
            parameters = behind == "=>" or (behind == "{" and by not in _CONTROLS)
            if by in _DECLARE or (token.text == ")" and parameters):
                yield from (inner for inner in range(start + 1, number) if _is_taken(row, inner))


def _is_taken(row: Sequence[Token], number: int) -> bool:
    """Whether a word in a pattern gives a name to what stands there; if not, it is a key or a value."""
    before, behind = row[number - 1].text, row[number + 1].text
    return before in {"[", "(", ",", "{", "...", ":"} and behind in {",", "]", ")", "}", "="}


def _written(row: Sequence[Token]) -> Iterator[str]:
    before = ";"
    for token, behind in itertools.pairwise([*row, Token("mark", "", "")]):
        if _is_idle(before, token.text, behind.text):
            continue
        if _apart(before, token):
            yield "\n" if token.gap == "\n" else " "
        yield token.text
        before = token.text


def _is_idle(before: str, mark: str, behind: str) -> bool:
    """Whether a mark only ends what the next one ends anyway."""
    if mark == ",":
        return behind in {"}", ")", "]"} and before not in {",", "["}
    return mark == ";" and behind == "}"


def _apart(before: str, token: Token) -> bool:
    """Whether a token must not touch the one before it."""
    last, first = before[-1], token.text[0]
    if _in_word(last) and _in_word(first):
        return True
    if last == first and first in "+-/":
        return True
    # A line that ends in no mark may be a whole statement; where the next begins with a mark, or nothing
    # but its end parts the two, that end must stay.
    ends = _in_word(last) or last in ")]\"'`" or (last == "}" and not _in_word(first))
    begins = _in_word(first) or first in "([{+-/\"'`"
    return token.gap == "\n" and ends and begins


def _in_word(char: str) -> bool:
    return char.isalnum() or char in "_$#"
