"""Letters of other alphabets that look like Latin ones, and words in which alphabets are mixed.

A Cyrillic 'а' in a Latin word is seen by nobody and found by no search. Text in any one alphabet is fine;
what counts is a mix within one word, all of whose strange letters could pass for the others. It is here, at
the bottom, because ids, addresses and texts are held to it alike. The pairs are those of Unicode's
confusables (UTS 39) that are alike in common typefaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_PAIRS = (
    "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT ХX ҮY аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl ґr "
    "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa ιi νv οo ρp υu ϲc κk "
    "ՕO օo ոn սu հh ցg զq յj"
)
LATIN_FOR = {pair[0]: pair[1] for pair in _PAIRS.split()}
"""The Latin letter that each of these letters looks like."""
_TO_LATIN = str.maketrans(LATIN_FOR)
_WITHOUT_ACCENT = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"}
)
_OTHER_FOR: dict[str, dict[int, str]] = {"Greek": {}, "Cyrillic": {}, "Armenian": {}}
_SCRIPTS = {
    "Latin": re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]"),
    "Greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Armenian": re.compile("[\u0530-\u058f]"),
}
_STRANGE = "\u0370-\u058f\u1f00-\u1fff"
_MIXED = re.compile(f"[A-Za-z\u00c0-\u024f][{_STRANGE}]|[{_STRANGE}][A-Za-z\u00c0-\u024f]")
_ODD = re.compile(f"[{_STRANGE}]")
"""What a mixed word has one of; it is looked for first, in a quarter of the time."""
_WORD = re.compile(r"[^\W\d_]+")


def _script(char: str) -> str:
    return next((name for name, letters in _SCRIPTS.items() if letters.match(char)), "")


for _other, _latin in LATIN_FOR.items():
    _OTHER_FOR[_script(_other)][ord(_latin)] = _other
ALPHABETS: Mapping[str, tuple[re.Pattern[str], Mapping[str, str]]] = {
    name: (letters, {chr(latin): other for latin, other in _OTHER_FOR.get(name, {}).items()} or LATIN_FOR)
    for name, letters in _SCRIPTS.items()
}
"""The letters of each alphabet, Latin first, and for those of others that look like one of them, that one."""


class Mixed(NamedTuple):
    """A word in which letters of one alphabet pass for those of another.

    Attributes:
        word: The word.
        at: Where it begins in the text.
        letter: The first letter that is not what it looks like.
        script: The alphabet of that letter.
        meant: The word in one alphabet.
    """

    word: str
    at: int
    letter: str
    script: str
    meant: str


def latin(text: str) -> str:
    """The text in plain Latin letters, without accents, to propose an id; unchanged where it is not Latin."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_TO_LATIN).translate(_WITHOUT_ACCENT))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return bare if bare.isascii() else text


def is_disguised(word: str) -> bool:
    """Whether a word of another alphabet could be read as a Latin one, letter for letter."""
    letters = [char for char in word if char.isalpha()]
    return bool(letters) and all(char in LATIN_FOR for char in letters)


def mixed_words(text: str) -> Iterator[Mixed]:
    """The words of a text in which alphabets are mixed so that nobody sees it."""
    if text.isascii() or not _ODD.search(text) or not _MIXED.search(text):
        return
    for found in _WORD.finditer(text):
        mixed = _mixed(found[0], found.start())
        if mixed is not None:
            yield mixed


def _mixed(word: str, at: int) -> Mixed | None:
    letters: dict[str, list[str]] = {}
    for char in word:
        letters.setdefault(_script(char), []).append(char)
    letters.pop("", None)
    if len(letters) < 2 or "Latin" not in letters:  # two alphabets make a mix
        return None
    others = [script for script in letters if script != "Latin"]
    strange = [char for script in others for char in letters[script]]
    passing = all(char in LATIN_FOR for char in strange)
    if passing and len(strange) <= len(letters["Latin"]):
        return Mixed(word, at, strange[0], _script(strange[0]), word.translate(_TO_LATIN))
    table = _OTHER_FOR[others[0]]
    if len(others) == 1 and all(ord(char) in table for char in letters["Latin"]):
        return Mixed(word, at, letters["Latin"][0], "Latin", word.translate(table))
    return None


def name_of(letter: str) -> str:
    """A letter as ``U+0430 CYRILLIC SMALL LETTER A``."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '')}".strip()
