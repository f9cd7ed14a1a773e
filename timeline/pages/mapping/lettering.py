"""How much room words take on a map, and how a long name is broken in two.

A build has no browser to measure with, so it goes by the average advances of the site's sans-serif at the
weight of the map's labels. They are on the generous side; the browser's test holds them to what is drawn.
"""

from __future__ import annotations

import unicodedata

# Thousandths of the type size, of Source Sans 3 at weight 600.
_ADVANCES = {
    letter: advance
    for advance, letters in {
        200: " ",
        270: "ijlI|",
        290: ".,:;'-()[]!·",
        360: "frt/\\",
        450: 'csz*"?',
        500: "vkxyLPEJFS",
        530: "aegTBVXYZ+<>=$#_^~",
        570: "bdhnopqu0123456789AC`",
        620: "DRK&GHN",
        670: "UOQ",
        760: "wM",
        850: "mW%@",
    }.items()
    for letter in letters
}  # fmt: skip
_CAPITAL, _SMALL, _JOINED, _FULL = 640, 570, 560, 1000


def width(text: str, size: float) -> float:
    """The width of a text, in the units of the type size."""
    return sum(_advance(letter) for letter in text) * size / 1000


def _advance(letter: str) -> int:
    known = _ADVANCES.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    plain = _ADVANCES.get(unicodedata.normalize("NFD", letter)[0])
    if plain is not None:
        return plain
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _FULL
    if "\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufeff":
        return _JOINED
    if letter.isupper():
        return _CAPITAL
    return _SMALL if letter < "\u0530" else _FULL


def lines(name: str, size: float, widest: float) -> tuple[str, ...]:
    """A name as one line, or as two where it is too wide; what does not fit on two is cut short.

    Args:
        name: The name.
        size: The type size.
        widest: How wide a line may be.
    """
    if width(name, size) <= widest:
        return (name,)
    words = name.split()
    breaks = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    if not breaks:
        return (_shortened(name, size, widest),)
    first, second = min(breaks, key=lambda pair: max(width(pair[0], size), width(pair[1], size)))
    if width(first, size) > widest:
        return (_shortened(name, size, widest),)
    return first, _shortened(second, size, widest)


def _shortened(text: str, size: float, widest: float) -> str:
    if width(text, size) <= widest:
        return text
    while text and width(f"{text}…", size) > widest:
        text = text[:-1]
    return f"{text.rstrip()}…"
