"""A script with nothing in it but what a browser needs: no blanks, no comments, and short names inside.

A site sends the form's modules to everyone who adds an event, on a telephone, too; those who read the program
read them where they are written. What others can see of a module keeps its name: properties, and whatever
comes from the browser or from another file.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from timeline.adapters.javascript import KEYWORDS, Token, closes, opens
from timeline.adapters.needless import bare, unbraced
from timeline.adapters.reaches import Reach
from timeline.adapters.scopes import Scopes, scopes

# The most frequent letters of our scripts first, so that names compress with the words around them.
_LETTERS = "etnrisoaucldhpmfgvybwkxqjzETNRISOAUCLDHPMFGVYBWKXQJZ"
_SHORTER = {"const": "let", "false": "!1", "true": "!0", "undefined": "void 0"}
"""Words of the language that say the same in fewer letters."""
_INNER = 12
"""So many of the shortest names are left to what stands inside functions, which is nearly everything."""


def shortened(row: Sequence[Token], kept: Collection[str]) -> str:
    """A script that does the same in fewer letters.

    A name that it declares for the whole gets another wherever it stands. One that is declared inside a
    function gets another in that function: the first that nothing has which is used as far as it reaches; so
    none can come to hide another where that is meant.
    What is constant is declared as if it were not, and declarations in a row are one: one word compresses
    better than two, and none better still. A number or a text that is used once stands where it is used.

    Args:
        row: The script's tokens. Each of its statements ends in a semicolon or a brace, and none is empty.
        kept: Names that stay as they are, because others know the script's parts by them.

    Raises:
        ValueError: Something is written in another form than ours, or a word means two things.
    """
    found = scopes(row)
    private = Counter(token.text for token in row if token.text.startswith("#"))
    hidden = dict(zip(_by_use(private), (f"#{letters}" for letters in _letters()), strict=False))
    parts = [hidden | names for names in _names(row, found, kept)]
    put = {use: row[first + 2] for first, use in found.constants.items() if row[first].text not in kept}
    gone = {
        number
        for first, use in found.constants.items()
        if use in put
        for number in range(first - 1, first + 4)
    }
    said = [
        put[number]._replace(gap=token.gap)
        if number in put
        else token._replace(text=_renamed(token.text, role, parts[part]))
        for number, (token, role, part) in enumerate(zip(row, found.roles, found.parts, strict=True))
        if number not in gone
    ]
    roles = [role for number, role in enumerate(found.roles) if number not in gone]
    without = unbraced([*bare([*_declared_at_once(said, roles)])])
    return "".join(_written(without))


def renamed(row: Sequence[Token], roles: Sequence[str], names: Mapping[str, str]) -> Iterator[Token]:
    """The tokens of a script in which some names are others, wherever they stand; properties stay.

    Args:
        row: The tokens, the first of which begins a line.
        roles: What each of them is: see Scopes.
        names: The new names by the old.
    """
    for number, (token, role) in enumerate(zip(row, roles, strict=True)):
        new = names.get(token.text, token.text) if role in {"name", "both"} else token.text
        gap = token.gap if number else "\n"
        if role == "both" and new != token.text:
            yield token._replace(gap=gap)
            yield Token("mark", ":", "")
            gap = ""
        yield Token(token.kind, new, gap, token.line)


def _names(row: Sequence[Token], found: Scopes, kept: Collection[str]) -> Iterator[dict[str, str]]:
    """What each part calls what it names."""
    used: list[dict[str, list[int]]] = [{} for _ in found.inner]
    for number, (token, role, part) in enumerate(zip(row, found.roles, found.parts, strict=True)):
        if role in {"name", "both"}:
            used[part].setdefault(token.text, []).append(number)
    own = [names.keys() - {*kept} for names in found.inner]
    outer = found.outer - {*kept}
    others = {name for names, here in zip(own, used, strict=True) for name in {*here} - names - outer}
    free = [*itertools.islice(_letters({*KEYWORDS, *others}), len(row) + _INNER)]
    whole = Counter[str]()
    for here in used:
        whole.update({name: len(places) for name, places in here.items() if name in outer})
    given = dict(zip(_by_use(whole), free[_INNER:], strict=False))
    for names, here, reaches in zip(own, used, found.inner, strict=True):
        taken = {given[name] for name in here if name in given}
        # One for each name here is enough; there are as many free ones as the script has words.
        left = [*itertools.islice((letters for letters in free if letters not in taken), len(here))]
        inner: dict[str, str] = {}
        # In the order in which they come, so that functions alike begin alike.
        for name in (name for name in here if name in names):
            near = {inner[one] for one in inner if _meet(name, one, reaches, here)}
            inner[name] = next(letters for letters in left if letters not in near)
        yield given | inner


def _meet(
    one: str, other: str, reaches: Mapping[str, Sequence[Reach]], used: Mapping[str, Sequence[int]]
) -> bool:
    """Whether two names cannot be one: where one of them reaches inside the other, that one is used, too."""
    return any(
        # A function's parameters and what its body declares end in one place, and may not be called alike.
        a[1] == b[1] or _is_used(other, a, b, used) or _is_used(one, b, a, used)
        for a in reaches[one]
        for b in reaches[other]
    )


def _is_used(outer: str, inner: Reach, reach: Reach, used: Mapping[str, Sequence[int]]) -> bool:
    """Whether a name that reaches further than another is used as far as that one reaches."""
    within = reach[0] <= inner[0] and inner[1] <= reach[1]
    return within and any(inner[0] <= number < inner[1] for number in used[outer])


def _by_use(names: Counter[str]) -> list[str]:
    return sorted(names, key=lambda name: (-names[name], name))


def _letters(taken: Collection[str] = ()) -> Iterator[str]:
    """Short names, the shortest first."""
    for length in itertools.count(1):
        every = map("".join, itertools.product(_LETTERS, repeat=length))
        yield from (letters for letters in every if letters not in taken)


def _renamed(word: str, role: str, names: dict[str, str]) -> str:
    if role in {"", "property"}:
        return word if role else _SHORTER.get(word, word)
    new = names.get(word, _SHORTER.get(word, word))
    return f"{word}:{new}" if role == "both" and new != word else new


def _declared_at_once(row: Sequence[Token], roles: Sequence[str]) -> Iterator[Token]:
    """The tokens, with a comma where a declaration ends and the next statement is one, too."""
    declares = [token.text == "let" and role == "name" for token, role in zip(row, roles, strict=True)]
    within = [False]  # for each bracket that is open, whether the statement in it is a declaration
    joins = False
    for token, here, behind in zip(row, declares, [*declares[1:], False], strict=True):
        if closes(token):
            within.pop()
        if joins:
            joins = False
            continue
        if token.text == ";" and token.kind == "mark":
            joins = within[-1] and behind
            within[-1] = joins
            yield token._replace(text=",") if joins else token
        else:
            within[-1] = within[-1] or here
            yield token
        if opens(token):
            within.append(False)


def _written(row: Iterable[Token]) -> Iterator[str]:
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
    if first == "." and before[0].isdigit():
        return True
    # A line that ends in no mark may be a whole statement; where the next begins with a mark, or nothing
    # but its end parts the two, that end must stay.
    ends = _in_word(last) or last in ")]\"'`" or (last == "}" and not _in_word(first))
    begins = _in_word(first) or first in "([{+-/\"'`"
    return token.gap == "\n" and ends and begins


def _in_word(char: str) -> bool:
    return char.isalnum() or char in "_$#"
