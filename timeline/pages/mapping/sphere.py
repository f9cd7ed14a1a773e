"""Distances on the globe: angles between places, and circles that hold a line.

It is separate from the projections because it decides what needs to be projected at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import acos, asin, atan2, cos, degrees, hypot, radians, sin

Degrees = tuple[float, float]
"""A place: degrees east, degrees north."""


@dataclass(frozen=True, slots=True)
class Cap:
    """A circle on the globe: its centre and its radius, in degrees."""

    lon: float
    lat: float
    radius: float
    _axis: tuple[float, float, float] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_axis", _axis(self.lon, self.lat))

    def meets(self, other: Cap) -> bool:
        """Whether two circles touch or overlap."""
        reach = self.radius + other.radius
        if reach >= 180:
            return True
        (x0, y0, z0), (x1, y1, z1) = self._axis, other._axis
        return x0 * x1 + y0 * y1 + z0 * z1 >= cos(radians(reach))


def _axis(lon: float, lat: float) -> tuple[float, float, float]:
    """The direction of a place from the middle of the globe."""
    east, north = radians(lon), radians(lat)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def angle(one: Degrees, other: Degrees) -> float:
    """The angle between two places as seen from the middle of the globe, in degrees."""
    lat1, lat2 = radians(one[1]), radians(other[1])
    part = sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(radians(one[0] - other[0]))
    return degrees(acos(max(-1.0, min(1.0, part))))


def middle(points: Iterable[Degrees]) -> Degrees | None:
    """The middle of places on the globe, across the date line too; None where they balance each other out."""
    x = y = z = 0.0
    count = 0
    for lon, lat in points:
        east, north, up = _axis(lon, lat)
        x, y, z = x + east, y + north, z + up
        count += 1
    length = hypot(x, y, z)
    if not count or length / count < 0.05:
        return None
    return degrees(atan2(y, x)), degrees(asin(z / length))


def cap_around(points: Iterable[Degrees]) -> Cap:
    """A circle that holds the places: around the middle of their box of longitudes and latitudes."""
    lons, lats = zip(*points, strict=True)
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    centre = ((west + east) / 2, (south + north) / 2)
    if east - west > 60:
        return Cap(*centre, 180.0)
    edges = [(west, south), (west, north), (west, centre[1])]  # in the east it is as far
    return Cap(*centre, max(angle(centre, edge) for edge in edges) * 1.01)


def crossed_northwards(place: Degrees, line: Sequence[Degrees]) -> bool:
    """Whether the way due north from a place crosses a line an odd number of times."""
    lon, lat = place
    odd = False
    for (lon1, lat1), (lon2, lat2) in pairwise(line):
        west, east = (lon1 - lon + 180) % 360 - 180, (lon2 - lon + 180) % 360 - 180
        if (west < 0) != (east < 0) and abs(east - west) < 180:
            odd ^= lat1 + (lat2 - lat1) * west / (west - east) > lat
    return odd
