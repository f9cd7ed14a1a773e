"""The world's outlines as Natural Earth draws them, unpacked once.

They ship inside the package, so reading them is not reading the editor's files. Where they come from, and on
which terms, stands beside them in ``mapdata/NOTICE.txt``; ``.ci/mapdata.py`` makes them.
"""

from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

from babel import Locale

from timeline.pages.mapping.sphere import Cap, Degrees, cap_around, crossed_northwards

Ring = tuple[int, ...]
"""A closed line, as the arcs that it runs along; ``~n`` is arc ``n`` run backwards."""

_PIECE = 40


@dataclass(frozen=True, slots=True)
class Arc:
    """A line that no border or coast branches off.

    Attributes:
        points: Its points, as degrees east and north.
        west: The least of its degrees east.
        east: The greatest.
        north: The greatest of its degrees north.
        cap: A circle on the globe that holds it.
        pieces: The same line in pieces, for what is far away to be passed over piece by piece: the positions
            in ``points`` of each piece's first and last point, and a circle that holds it.
    """

    points: tuple[Degrees, ...]
    west: float
    east: float
    north: float
    cap: Cap
    pieces: tuple[tuple[int, int, Cap], ...]

    def crossed_northwards(self, place: Degrees) -> bool:
        """Whether the way due north from a place crosses it an odd number of times."""
        beside = self.east - self.west < 180 and not self.west <= place[0] <= self.east
        return not beside and self.north >= place[1] and crossed_northwards(place, self.points)


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory.

    Attributes:
        code: Its code in ISO 3166-1, two letters; empty where it has none.
        name: Its name in Natural Earth, in English.
        rings: Its outlines, holes among them: the even-odd rule tells inside from outside.
        arcs: The numbers of the arcs that they run along.
        west: The least of its degrees east.
        east: The greatest.
    """

    code: str
    name: str
    rings: tuple[Ring, ...]
    arcs: frozenset[int]
    west: float
    east: float

    def may_hold(self, place: Degrees) -> bool:
        """Whether a place can lie inside its outlines: one beside them cannot."""
        return self.east - self.west >= 180 or self.west <= place[0] <= self.east


@dataclass(frozen=True, slots=True)
class Atlas:
    """The outlines of the world.

    Attributes:
        arcs: Every line.
        countries: Every country, by code, then by name.
        land: The outlines of the land as a whole.
        coasts: The arcs between land and water.
        borders: The arcs between two countries.
    """

    arcs: tuple[Arc, ...]
    countries: tuple[Country, ...]
    land: tuple[Ring, ...]
    coasts: tuple[int, ...]
    borders: tuple[int, ...]

    def country(self, code: str) -> Country | None:
        """The country with a code, without its outlying islands; None where Natural Earth draws none."""
        found = (country for country in self.countries if code and country.code == code)
        return max(found, key=lambda country: country.east - country.west, default=None)

    def largest_ring(self, country: Country) -> tuple[Degrees, ...]:
        """The points of a country's main part, which for most is the mainland."""
        rings = [self.points_of(ring) for ring in country.rings]
        return max(rings, key=len, default=())

    def points_of(self, ring: Ring) -> tuple[Degrees, ...]:
        """The points of a ring."""
        return tuple(
            point
            for index in ring
            for point in (self.arcs[index].points if index >= 0 else self.arcs[~index].points[::-1])
        )


@functools.cache
def load_atlas() -> Atlas:
    """Unpacks the outlines."""
    text = resources.files("timeline.pages").joinpath("mapdata/countries-50m.json").read_text("utf-8")
    data = json.loads(text)
    arcs = tuple(_arc(packed, data["grid"]) for packed in data["arcs"])
    countries = tuple(_country(shape, arcs) for shape in data["countries"])
    land = tuple(tuple(ring) for ring in data["land"])
    shared = Counter(_number(i) for country in countries for ring in country.rings for i in ring)
    coasts = {_number(index) for ring in land for index in ring}
    borders = (index for index, uses in shared.items() if uses > 1 and index not in coasts)
    return Atlas(arcs, countries, land, tuple(sorted(coasts)), tuple(sorted(borders)))


@functools.cache
def _codes(language: str) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for locale in (Locale.parse("en"), Locale.parse(language)):
        names |= {
            name.casefold(): code for code, name in sorted(locale.territories.items()) if len(code) == 2
        }
    return names


def country_code(country: str, locale: Locale) -> str:
    """The code of a country that an editor gives by its code or by its name; empty where it is unknown.

    Args:
        country: What the editor wrote.
        locale: The site's, whose names of countries are understood beside the English ones.
    """
    if len(country) == 2 and country.upper() in locale.territories:
        return country.upper()
    return _codes(str(locale)).get(country.casefold(), "")


def _number(index: int) -> int:
    return index if index >= 0 else ~index


def _country(shape: dict[str, Any], arcs: Sequence[Arc]) -> Country:
    rings = tuple(tuple(ring) for ring in shape["rings"])
    own = frozenset(_number(index) for ring in rings for index in ring)
    west, east = min(arcs[index].west for index in own), max(arcs[index].east for index in own)
    return Country(shape["code"], shape["name"], rings, own, west, east)


def _arc(packed: str, grid: float) -> Arc:
    points: list[Degrees] = []
    steps = _numbers(packed)
    x = y = 0
    for step_x, step_y in zip(steps, steps, strict=True):
        x += step_x
        y += step_y
        points.append((x * grid, y * grid))
    lons = [lon for lon, _ in points]
    whole = cap_around(points)
    pieces: list[tuple[int, int, Cap]] = []
    for first in range(0, len(points) - 1, _PIECE):
        last = min(first + _PIECE, len(points) - 1)
        cap = whole if last - first == len(points) - 1 else cap_around(points[first : last + 1])
        pieces.append((first, last, cap))
    north = max(lat for _, lat in points)
    return Arc(tuple(points), min(lons), max(lons), north, whole, tuple(pieces))


def _numbers(packed: str) -> Iterator[int]:
    """The whole numbers of an encoded polyline: five bits a character, the sign in the lowest bit."""
    number = shift = 0
    for byte in packed.encode("ascii"):
        bits = byte - 63
        number |= (bits & 0x1F) << shift
        if bits & 0x20:
            shift += 5
            continue
        yield ~(number >> 1) if number & 1 else number >> 1
        number = shift = 0
