"""Makes the faces that are smaller than the packages have them: fewer weights, and Arabic in two files.

To make them anew, in an empty folder::

    npm pack @fontsource-variable/source-serif-4@5.3.1 @fontsource-variable/noto-naskh-arabic@5.3.0 \
        @fontsource-variable/noto-sans-arabic@5.3.0
    for package in *.tgz; do
        tar xzf $package --one-top-level=faces --strip-components=2 --wildcards '*.woff2'
    done
    pip install fonttools==4.68.0 brotli==1.2.1
    python .ci/fonts.py faces timeline/theme/assets/chronology/fonts

The style sheet uses the weights 400 to 700; without the lighter and the heavier drawings a face has a third
less to fetch. Arabic's file is parted in two: the letters that Arabic, Persian, Urdu, Kurdish, Pashto and
Uyghur are written with, and all others. Adobe's licence asks that a changed Source Serif has another name.
"""  # noqa: INP001 - a script, in no package

import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-not-found]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-not-found]

WEIGHTS = (400, 700)
NAME = "Chronology Serif"
"""What a Source Serif with fewer weights is called: 'Source' is a name that its licence reserves."""

NAMED = {"Source Serif 4": NAME, "SourceSerif4": NAME.replace(" ", "")}
SERIF = {
    "source-serif-4-latin-wght-normal": "chronology-serif-latin-wght-normal",
    "source-serif-4-latin-wght-italic": "chronology-serif-latin-wght-italic",
}
ARABIC = ("noto-naskh-arabic-arabic-wght-normal", "noto-sans-arabic-arabic-wght-normal")
EVERYDAY = (
    "0600-0605 060C 0610-061F 0621-063A 0640-0655 0660-0670 0674 0679 067C 067E 0681 0685-0686 0688-0689 "
    "0691 0693 0695-0696 0698 069A 06A4 06A9 06AB 06AD 06AF 06B5 06BA 06BC 06BE 06C0-06C3 06C5-06C8 "
    "06CB-06CE 06D0 06D2-06D5 06F0-06F9 200C-200E 2010-2011"
)
"""The characters of the six languages, in the form of a style sheet's `unicode-range`."""


def characters(ranges: str) -> Iterator[int]:
    """The characters that ranges name."""
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def narrowed(path: Path) -> TTFont:
    """A face with the weights that are used, and no others."""
    made = BytesIO()
    instantiateVariableFont(TTFont(path, recalcTimestamp=False), {"wght": WEIGHTS}).save(made)
    made.seek(0)
    return TTFont(made, recalcTimestamp=False)


def renamed(face: TTFont) -> TTFont:
    """A face under our name for it; whose work it is stays said."""
    for record in face["name"].names:
        if record.nameID:
            text = str(record)
            for theirs, ours in NAMED.items():
                text = text.replace(theirs, ours)
            record.string = text
    return face


def holding(face: TTFont, wanted: Iterable[int]) -> TTFont:
    """A face with some of its characters, and all that they need to be set."""
    options = Options(hinting=False, notdef_outline=True, name_IDs=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(face)
    return face


def write(face: TTFont, path: Path) -> None:
    """Writes a face as browsers fetch it."""
    face.flavor = "woff2"
    face.save(path)


def main(packages: Path, to: Path) -> None:
    """Makes the faces from those of the packages."""
    for theirs, ours in SERIF.items():
        write(renamed(narrowed(packages / f"{theirs}.woff2")), to / f"{ours}.woff2")
    everyday = set(characters(EVERYDAY))
    for name in ARABIC:
        path = packages / f"{name}.woff2"
        rest = set(TTFont(path).getBestCmap()) - everyday
        write(holding(narrowed(path), everyday), to / f"{name}.woff2")
        write(holding(narrowed(path), rest), to / f"{name.replace('-wght', '-ext-wght')}.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
