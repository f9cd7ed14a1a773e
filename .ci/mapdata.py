"""Makes the outlines from npm's `world-atlas`: the same arcs, on a coarser grid, in a third of the size.

To make them anew, in an empty folder::

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python .ci/mapdata.py package/countries-50m.json > timeline/pages/mapdata/countries-50m.json

TopoJSON's arcs are lines that countries share; a country is rings of arcs, and `~n` is arc `n` backwards.
Each arc is written as the differences between its points in steps of GRID degrees, in the five-bit groups
that map services call an encoded polyline. The terms of use stand beside the file that this makes.
"""  # noqa: INP001 - a script, in no package

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from babel.core import get_global

GRID = 0.005
"""Degrees a step: about 500 m, a tenth of what a map at 1:50 million can tell."""

# Natural Earth draws these without a code of ISO 3166; CLDR has one for the first.
CODES = {"Kosovo": "XK"}


def letters(number: int) -> Iterator[str]:
    """A whole number as characters: the sign in the lowest bit, then five bits a character."""
    rest = ~(number << 1) if number < 0 else number << 1
    while rest >= 0x20:
        yield chr((0x20 | (rest & 0x1F)) + 63)
        rest >>= 5
    yield chr(rest + 63)


def encoded(points: Iterable[tuple[int, int]]) -> str:
    """An arc as text: the first point, then the way from each to the next."""
    steps = [(0, 0), *points]
    return "".join(
        letter
        for (x0, y0), (x1, y1) in pairwise(steps)
        for difference in (x1 - x0, y1 - y0)
        for letter in letters(difference)
    )


def arcs(atlas: dict) -> Iterator[str]:
    """Every arc on the coarser grid, with points that fell together taken once."""
    (scale_x, scale_y), (from_x, from_y) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        points: list[tuple[int, int]] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            point = (round((x * scale_x + from_x) / GRID), round((y * scale_y + from_y) / GRID))
            if not points or point != points[-1]:
                points.append(point)
        yield encoded(points if len(points) > 1 else points * 2)


def countries(atlas: dict) -> Iterator[dict]:
    """Every country: its ISO 3166 code where it has one, its name in Natural Earth, its rings of arcs."""
    codes = {numeric: found[0] for numeric, found in get_global("territory_aliases").items()}
    for shape in atlas["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
        code = codes.get(shape.get("id"), CODES.get(name, ""))
        yield {"code": code, "name": name, "rings": [ring for polygon in polygons for ring in polygon]}


def land(atlas: dict) -> list[list[int]]:
    """The coasts: every ring of the land as a whole, its lakes among them."""
    (shape,) = atlas["objects"]["land"]["geometries"]
    return [ring for polygon in shape["arcs"] for ring in polygon]


def main(path: str) -> None:
    """Prints the outlines that a file of world-atlas holds."""
    atlas = json.loads(Path(path).read_text(encoding="utf-8"))
    made = {
        "source": "Natural Earth 4.1.0, 1:50 million, by way of world-atlas 2.0.2",
        "grid": GRID,
        "arcs": list(arcs(atlas)),
        "land": land(atlas),
        "countries": sorted(countries(atlas), key=lambda country: (country["code"], country["name"])),
    }
    json.dump(made, sys.stdout, ensure_ascii=True, separators=(",", ":"))
    sys.stdout.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
