"""Which part of the world a map shows: around its places, with room for names, and enough to know it by.

A point alone says nothing without a coast or a border near it, so a crop grows until there is one in it, and
places spread over more than half of the globe get the whole of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import asin, degrees, hypot

from timeline.pages.mapping.atlas import Atlas
from timeline.pages.mapping.projection import RADIUS, EqualEarth, LambertAzimuthal
from timeline.pages.mapping.shapes import Box, Point, box_around
from timeline.pages.mapping.sphere import Cap, Degrees, angle, middle

LEAST_KM = 400.0
"""The shortest side of a map: closer up, outlines at 1:50 million have nothing to show."""

_WORLD = 58.0
_SOUTH, _NORTH = -58.0, 78.0


@dataclass(frozen=True, slots=True)
class Shape:
    """The paper that a map is drawn on, in its own units (CSS pixels at the width it is made for).

    Attributes:
        width: Its width.
        lowest: Its least height.
        highest: Its greatest height.
        margin: What stays free at each side for names.
    """

    width: int
    lowest: int
    highest: int
    margin: int


@dataclass(frozen=True)
class Frame:
    """A part of the world on a sheet of paper.

    Attributes:
        projection: How the globe is drawn.
        left: Where the paper's left edge lies, in the projection's kilometres.
        top: Where its upper edge lies.
        scale: Units of the paper a kilometre.
        width: The paper's width.
        height: The paper's height.
    """

    projection: LambertAzimuthal | EqualEarth
    left: float
    top: float
    scale: float
    width: int
    height: int

    def point(self, lon: float, lat: float) -> Point:
        """Where a place lies on the paper."""
        return self.on_paper(*self.projection.project(lon, lat))

    def on_paper(self, x: float, y: float) -> Point:
        """Where a point of the projection lies on the paper."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    @property
    def box(self) -> Box:
        """The paper."""
        return Box(0, 0, self.width, self.height)

    @property
    def world(self) -> bool:
        """Whether it is a map of the whole world."""
        return isinstance(self.projection, EqualEarth)

    @cached_property
    def cap(self) -> Cap:
        """A circle on the globe that holds all that the paper shows."""
        if isinstance(self.projection, EqualEarth):
            return Cap(0, 0, 180)
        right, bottom = self.left + self.width / self.scale, self.top + self.height / self.scale
        far = max(hypot(x, y) for x in (self.left, right) for y in (self.top, bottom))
        radius = 2 * degrees(asin(min(1.0, far / (2 * RADIUS))))
        return Cap(self.projection.lon, self.projection.lat, radius)

    def corners(self) -> tuple[Degrees, ...]:
        """Where the paper's corners lie on the globe; none for a map of the world."""
        if isinstance(self.projection, EqualEarth):
            return ()
        right, bottom = self.left + self.width / self.scale, self.top + self.height / self.scale
        around = ((self.left, self.top), (right, self.top), (right, bottom), (self.left, bottom))
        return tuple(self.projection.unproject(x, y) for x, y in around)

    def zoomed(self, factor: float) -> Frame:
        """The same paper, with the same middle, that shows that many times more from side to side."""
        middle_x = self.left + self.width / self.scale / 2
        middle_y = self.top + self.height / self.scale / 2
        scale = self.scale / factor
        left, top = middle_x - self.width / scale / 2, middle_y - self.height / scale / 2
        return Frame(self.projection, left, top, scale, self.width, self.height)


def crop(points: Sequence[Degrees], shape: Shape, atlas: Atlas) -> Frame:
    """The part of the world that shows all the points.

    Args:
        points: The places, at least one.
        shape: The paper.
        atlas: The outlines, of which some must be in view.
    """
    centre = middle(points)
    if centre is None or max(angle(centre, point) for point in points) > _WORLD:
        return _world(points, shape)
    # Twice, because the middle of the places is not the middle of the box around them.
    projection = around(*centre)
    box = box_around([projection.project(*point) for point in points])
    projection = around(*projection.unproject((box.left + box.right) / 2, (box.top + box.bottom) / 2))
    box = box_around([projection.project(*point) for point in points])
    frame = _fitted(projection, box, shape)
    for _ in range(12):
        if frame.cap.radius > _WORLD or _told_apart(frame, atlas):
            break
        frame = frame.zoomed(1.3)
    return frame


def window(centre: Degrees, km: float, width: int, height: int) -> Frame:
    """A part of the world of a given width around a place."""
    projection = around(*centre)
    scale = width / km
    return Frame(projection, -width / scale / 2, -height / scale / 2, scale, width, height)


def around(lon: float, lat: float) -> LambertAzimuthal:
    """The projection around a place, rounded so that the same input gives the same bytes on any machine."""
    return LambertAzimuthal(round(lon, 2), round(lat, 2))


def _fitted(projection: LambertAzimuthal, box: Box, shape: Shape) -> Frame:
    inner = shape.width - 2 * shape.margin
    wide, high = box.right - box.left, box.bottom - box.top
    least = shape.width / LEAST_KM
    # As wide as the places ask for; then as high as the paper may be, or smaller if that is not enough.
    scale = min(inner / max(wide, 1e-6), least)
    height = round(max(shape.lowest, min(shape.highest, high * scale + 2 * shape.margin * 0.8)))
    scale = min(scale, (height - 2 * shape.margin * 0.8) / max(high, 1e-6), height / LEAST_KM)
    scale = float(f"{scale:.6g}")
    left = round((box.left + box.right) / 2 - shape.width / scale / 2, 3)
    top = round((box.top + box.bottom) / 2 - height / scale / 2, 3)
    return Frame(projection, left, top, scale, shape.width, height)


def _world(points: Sequence[Degrees], shape: Shape) -> Frame:
    projection = EqualEarth()
    south = max(-90.0, min(_SOUTH, *(lat - 4 for _, lat in points)))
    north = min(90.0, max(_NORTH, *(lat + 4 for _, lat in points)))
    half, _ = projection.project(180, 0)
    _, top = projection.project(0, north)
    _, bottom = projection.project(0, south)
    scale = float(f"{shape.width / (2 * half):.6g}")
    return Frame(
        projection, round(-half, 3), round(top, 3), scale, shape.width, round((bottom - top) * scale)
    )


def _told_apart(frame: Frame, atlas: Atlas) -> bool:
    """Whether a coast or border runs through the map for at least half of its shorter side."""
    inner = frame.box.grown(-min(frame.width, frame.height) * 0.04)
    wanted = min(frame.width, frame.height) / 2
    seen = 0.0
    for index in (*atlas.coasts, *atlas.borders):
        arc = atlas.arcs[index]
        if not arc.cap.meets(frame.cap):
            continue
        last: Point | None = None
        for place in (
            p for first, end, cap in arc.pieces if cap.meets(frame.cap) for p in arc.points[first:end]
        ):
            x, y = frame.point(*place)
            if inner.left < x < inner.right and inner.top < y < inner.bottom:
                if last is not None:
                    seen += hypot(x - last[0], y - last[1])
                last = (x, y)
            else:
                last = None
        if seen >= wanted:
            return True
    return False
