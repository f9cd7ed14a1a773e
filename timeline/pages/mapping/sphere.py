"""Distances on the globe: angles between places, and circles that hold a line.

It is separate from the projections because it decides what needs to be projected at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

    def gap(self, other: Cap) -> float:
        """How many degrees lie between two circles; below zero where they overlap."""
        return angle((self.lon, self.lat), (other.lon, other.lat)) - self.radius - other.radius


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
        east, north = radians(lon), radians(lat)
        x += cos(north) * cos(east)
        y += cos(north) * sin(east)
        z += sin(north)
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
    edges = [(west, south), (west, north), (east, south), (east, north), (west, centre[1])]
    return Cap(*centre, max(angle(centre, edge) for edge in edges) * 1.01)


def surrounded(place: Degrees, rings: Iterable[Sequence[Degrees]]) -> bool:
    """Whether a place lies inside rings on the globe, by the even-odd rule; the north pole lies outside.

    Counts how often the way due north from the place crosses a ring.
    """
    lon, lat = place
    crossed = False
    for ring in rings:
        for (lon1, lat1), (lon2, lat2) in pairwise([*ring, ring[0]]):
            west, east = (lon1 - lon + 180) % 360 - 180, (lon2 - lon + 180) % 360 - 180
            if (west < 0) != (east < 0) and abs(east - west) < 180:
                crossed ^= lat1 + (lat2 - lat1) * west / (west - east) > lat
    return crossed
