"""From the globe to the plane, by two projections that keep areas true.

A part of the world is drawn in Lambert's azimuthal projection around its own middle: nothing near the middle
is stretched, and neither the poles nor the date line are special. The whole world is drawn in Equal Earth.
Both are for a sphere of the earth's mean radius; the outlines are coarser than what that costs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from timeline.pages.mapping.sphere import Degrees

RADIUS = 6371.0
"""The earth's mean radius, in kilometres."""


@dataclass(frozen=True)
class LambertAzimuthal:
    """Lambert's azimuthal equal-area projection (Snyder, Map Projections: A Working Manual, section 24).

    Attributes:
        lon: The middle's degrees east.
        lat: The middle's degrees north.
    """

    lon: float
    lat: float
    _sin: float = field(init=False, repr=False, compare=False)
    _cos: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_sin", sin(radians(self.lat)))
        object.__setattr__(self, "_cos", cos(radians(self.lat)))

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Kilometres to the right of, and below, the middle of the map."""
        east, north = radians(lon - self.lon), radians(lat)
        sin_n, cos_n, cos_e = sin(north), cos(north), cos(east)
        # The antipode is a circle on this map; any one point of it will do.
        scale = RADIUS * sqrt(2 / max(1e-9, 1 + self._sin * sin_n + self._cos * cos_n * cos_e))
        return scale * cos_n * sin(east), -scale * (self._cos * sin_n - self._sin * cos_n * cos_e)

    def unproject(self, x: float, y: float) -> Degrees:
        """The place at kilometres to the right of, and below, the middle."""
        far = hypot(x, y)
        if far < 1e-9:
            return self.lon, self.lat
        turn = 2 * asin(min(1.0, far / (2 * RADIUS)))
        lat = asin(max(-1.0, min(1.0, cos(turn) * self._sin - y * sin(turn) * self._cos / far)))
        east = atan2(x * sin(turn), far * self._cos * cos(turn) + y * self._sin * sin(turn))
        return (self.lon + degrees(east) + 540) % 360 - 180, degrees(lat)


@dataclass(frozen=True)
class EqualEarth:
    """The Equal Earth projection (Šavrič, Patterson and Jenny, 2018), around Greenwich."""

    def project(self, lon: float, lat: float) -> tuple[float, float]:
        """Kilometres to the right of, and below, the middle of the map."""
        t = asin(sqrt(3) / 2 * sin(radians(lat)))
        t2 = t * t
        t6 = t2 * t2 * t2
        slope = 1.340264 - 0.243318 * t2 + t6 * (0.006251 + 0.034164 * t2)
        height = t * (1.340264 - 0.081106 * t2 + t6 * (0.000893 + 0.003796 * t2))
        return RADIUS * 2 * sqrt(3) * radians(lon) * cos(t) / (3 * slope), -RADIUS * height


def plane_distance(angle: float) -> float:
    """How far from the middle of Lambert's map a place is drawn, in kilometres, by its angle from there."""
    return 2 * RADIUS * sin(radians(angle) / 2)
