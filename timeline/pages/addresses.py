"""Addresses for what has no id: tags, and publishers that are only named.

Two texts share an address if, and only if, they read the same but for capitals and spacing; no table of
earlier ones is needed, so an address never changes. It is ASCII in lower case, because file systems and
servers disagree about everything else.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping

LONGEST = 80
"""The most characters of an address; file systems stop at 255 bytes for a name with all that hangs on it."""


def folded(text: str) -> str:
    """What spellings of one text have in common: capitals, spacing and Unicode's composed forms apart."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return " ".join(unicodedata.normalize("NFC", plain).split())


def spellings(texts: Iterable[str]) -> Mapping[str, str]:
    """Each text's spelling, the first of them, by what all its spellings have in common."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(folded(text), text)
    return found


def address_of(text: str) -> str:
    """One step of an address for a text: ``death toll`` gives ``death_toll``, ``C++`` gives ``c~2b~~2b~``.

    Letters outside ASCII are written as Punycode (RFC 3492) behind ``~~``. Everything but the shortening of
    very long texts, which ends in a digest of the whole, can be read back.
    """
    key = folded(text)
    plain = "".join(_step(character) for character in key)
    if not plain.isascii():
        plain = f"~~{plain.encode('punycode').decode('ascii')}"
    if len(plain) <= LONGEST:
        return plain
    return f"{plain[:40]}~~~{hashlib.sha256(key.encode()).hexdigest()[:32]}"


def _step(character: str) -> str:
    if character == " ":
        return "_"
    if character == "-" or character.isalnum() or not character.isascii():
        return character
    return f"~{ord(character):02x}~"
