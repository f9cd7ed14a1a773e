"""How far each name of a script reaches, and whether it is meant wherever it stands.

It is apart from finding the names because it only looks whether what was found may be used: the shortening
gives a name that is declared inside a statement another one in all of that statement. Where the same word is
also used where the declaration does not reach, as what every window has, the script is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.adapters.javascript import CONTROLS, Token, closes, opens, place_of


@dataclass(frozen=True, slots=True)
class Brackets:
    """The brackets of a script, and the values in its templates.

    Attributes:
        around: For each token the nearest bracket that it stands in; -1 where it stands in none.
        closing: For each bracket that opens, what closes it.
        kinds: For each bracket that opens, what it holds: ``object``, ``class``, ``block`` or ``value``.
    """

    around: Sequence[int]
    closing: dict[int, int]
    kinds: dict[int, str]

    def outwards(self, number: int) -> Iterator[int]:
        """The brackets that a token stands in, the nearest first."""
        while (number := self.around[number]) >= 0:
            yield number


def brackets(row: Sequence[Token], kinds: dict[int, str]) -> Brackets:
    """Finds which bracket closes which.

    Raises:
        ValueError: One is never closed, or was never opened.
    """
    around: list[int] = []
    closing: dict[int, int] = {}
    opened: list[int] = []
    for number, token in enumerate(row):
        if closes(token):
            if not opened:
                raise ValueError(f"{place_of(row, number)}: nothing is open that this could close")
            closing[opened.pop()] = number
        around.append(opened[-1] if opened else -1)
        if opens(token):
            opened.append(number)
    if opened:
        raise ValueError(f"{place_of(row, opened[-1])}: this is never closed")
    return Brackets(around, closing, kinds)


Reach = tuple[int, int]
"""From which token to before which one a name can be used."""


def reaches_of(
    row: Sequence[Token], found: Brackets, declared: Sequence[int], used: Sequence[int], parts: Sequence[int]
) -> dict[tuple[str, int], list[Reach]]:
    """How far each name reaches, by the name and its statement; each use has to lie where it is declared.

    Args:
        row: The tokens.
        found: Their brackets.
        declared: The tokens that declare a name inside a statement.
        used: All that use one of these names in the same statement.
        parts: To which statement each token belongs.

    Raises:
        ValueError: A name is used where no declaration of it reaches.
    """
    reaches: dict[tuple[str, int], list[Reach]] = {}
    for number in declared:
        reaches.setdefault((row[number].text, parts[number]), []).append(reach(row, found, number))
    for number in used:
        word = row[number].text
        if not any(start <= number < end for start, end in reaches.get((word, parts[number]), ())):
            raise ValueError(f"{place_of(row, number)}: '{word}' is another here than where it is declared")
    return reaches


def reach(row: Sequence[Token], found: Brackets, number: int) -> Reach:
    """From where to where a name can be used that is declared in a place."""
    if _text(row, number + 1) == "=>":
        return number, _end_of_body(row, found, number + 1)
    declared = number
    for opening in found.outwards(number):
        before, behind = _text(row, opening - 1), found.closing[opening] + 1
        if row[opening].text == "(" and before not in CONTROLS and _text(row, behind) in {"=>", "{"}:
            return opening, _end_of_body(row, found, behind)
        if before in {"const", "let"}:
            declared = opening
        if (
            before in {"const", "let"}
            or row[opening].text == "("
            or found.kinds[opening] in {"block", "class"}
        ):
            break
    opening = found.around[declared]
    if opening < 0:
        return 0, len(row)
    if row[opening].text == "(":
        return opening, _end_of_body(row, found, found.closing[opening] + 1)
    return opening, found.closing[opening]


def _end_of_body(row: Sequence[Token], found: Brackets, start: int) -> int:
    """The end of a function or loop whose body begins in a place, or behind the arrow there."""
    if _text(row, start) == "=>":
        start += 1
    if _text(row, start) == "{":
        return found.closing[start]
    around = found.around[start]
    end = found.closing.get(around, len(row))
    inside = range(start, end)
    return next((n for n in inside if found.around[n] == around and row[n].text in {",", ";"}), end)


def _text(row: Sequence[Token], number: int) -> str:
    return row[number].text if 0 <= number < len(row) else ""
