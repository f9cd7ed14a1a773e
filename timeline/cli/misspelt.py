"""Whether two texts say the same, but for slips of the pen.

No dictionary is asked: a name is in none, and sites are in many languages. So a slip is what hardly ever
makes one word of another, and what is in doubt is taken for a change.
"""

from __future__ import annotations

import re
import unicodedata

from timeline.checks.spellings import ONE_LETTER
from timeline.merging.links import links_in
from timeline.records.numbers import WORDS, in_digits

_SMALL = frozenset({"a", "an", "and", "at", "in", "of", "on", "the", "to"})
"""Words that may come and go without a change of what is said."""
_SHORTEST = 5
"""Of shorter words, one letter makes others: 'Iran' and 'Iraq', 'now' and 'not', 'his' and 'her'."""
_NEGATING = ("un", "il", "im", "in", "ir", "dis", "non")
"""What turns a word into its opposite, where it is put before it."""
_COUNTS = frozenset({word for words in WORDS for word in words.split()}) | {
    "hundred", "thousand", "million", "billion", "trillion", "dozen", "score", "quarter", "third", "fourth",
    "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twice", "thrice",
}  # fmt: skip
_SIGNS = frozenset({"Sc", "Sm"})  # '$5' is not 5, nor is '<5'
_DIGITS = re.compile(r"[0-9]+(?:[.,'\u00a0\u202f][0-9]+)*")
_THOUSANDS = re.compile(r"[.,'\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_ONE_LETTER = str.maketrans(ONE_LETTER)


def says_the_same(one: str, other: str) -> bool:
    """Whether two texts differ in slips of the pen, in small words, in signs and in what is linked alone."""
    here, there = _words(one), _words(other)
    return len(here) == len(there) and all(map(_is_slip, here, there))


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a Markdown text in digits, those that are written out too; 'one' may count nothing."""
    return frozenset(map(_bare, _DIGITS.findall(in_digits(_without_targets(text))))) - {"1"}


def _bare(number: str) -> str:
    """A number without what stands between its thousands, with a point for a fraction."""
    plain = _THOUSANDS.sub("", number).replace(",", ".")
    return plain.lstrip("0") or "0" if plain.isdigit() else plain


def _without_targets(text: str) -> str:
    for link in sorted(links_in(text), key=lambda link: -link.at):
        text = f"{text[: link.at]}{text[link.at + len(link.target) :]}"
    return text.replace("(<>", "(")  # of an address in brackets, whose signs are no part of what is said


def _words(text: str) -> list[str]:
    """The words of a Markdown text that say something, without capitals, accents and where links lead."""
    text = _without_targets(text)
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_ONE_LETTER))
    bare = "".join(char if _is_in_word(char) else " " for char in plain if not unicodedata.combining(char))
    return [word for word in bare.split() if word not in _SMALL]


def _is_in_word(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind[0] in "LMN" or kind in _SIGNS or char in "%‰"


def _is_slip(one: str, other: str) -> bool:
    """Whether a word is another, or that with a letter too many, too few, wrong or in its neighbour's place.

    The first letter is hardly ever mistaken, and makes another word: 'Gambia' and 'Zambia'. An 's' at the end
    makes many of one: 'rocket' and 'rockets'.
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(long) < _SHORTEST or one[0] != other[0] or not (one.isalpha() and other.isalpha()):
        return False
    if _COUNTS & {one, other} or long == f"{short}s" or any(long == f"{no}{short}" for no in _NEGATING):
        return False
    pairs = enumerate(zip(short, long, strict=False))
    at = next((n for n, (here, there) in pairs if here != there), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = long[at + 1 : at + 2] + long[at]
    return short[at + 1 :] == long[at + 1 :] or short[at:] == swapped + long[at + 2 :]
