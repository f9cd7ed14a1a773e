"""Land, borders and countries on a map: projected, simplified to what its scale can show, cut to its frame.

A line that two countries share is simplified once, so that nothing gapes; what lies wholly outside is passed
over before it is projected, so that the work grows with the map and not with the world.
"""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, pi, sin
from typing import Self

from timeline.pages.mapping.atlas import Arc, Atlas, Country, Ring, load_atlas
from timeline.pages.mapping.crop import Frame
from timeline.pages.mapping.projection import plane_distance
from timeline.pages.mapping.shapes import (
    Box,
    Point,
    area,
    cut_line,
    cut_ring,
    inside,
    path,
    simplified,
)
from timeline.pages.mapping.sphere import Degrees

_MARGIN = 4
"""How far beyond the frame outlines go, so that no edge of the paper is stroked."""


_FINEST = 0.1
"""In degrees: a third of a unit on the widest paper."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a map is drawn on, as SVG paths: the land, and the lines between countries."""

    land: str
    borders: str

    @property
    def size(self) -> int:
        """How many characters it takes."""
        return len(self.land) + len(self.borders)


class Outlines(ABC):
    """The lines of one frame.

    Attributes:
        frame: The frame.
        tolerance: How far a line may be off, in units of the paper.
    """

    def __init__(
        self, frame: Frame, atlas: Atlas, tolerance: float, drawn: Mapping[int, Sequence[Point]] | None = None
    ) -> None:
        self.frame = frame
        self.tolerance = tolerance
        self._atlas = atlas
        self._box = frame.box.grown(_MARGIN)
        self._speck = max(1.5, 2 * tolerance * tolerance)
        self._drawn = dict(drawn or {})

    def coarser(self, tolerance: float) -> Self:
        """The same lines with fewer points."""
        drawn = {index: simplified(line, self._unit(tolerance)) for index, line in self._drawn.items()}
        return type(self)(self.frame, self._atlas, tolerance, drawn)

    def _unit(self, tolerance: float) -> float:
        """The tolerance in the units in which lines are simplified."""
        return tolerance

    def ground(self) -> Ground:
        """The land, with its coasts as the edge, and the borders."""
        return Ground(path(self.rings(self._atlas.land), closed=True), path(self.borders(), closed=False))

    def polygons(self, country: Country) -> list[list[Point]]:
        """What is seen of a country."""
        return self.rings(country.rings)

    @abstractmethod
    def rings(self, rings: Sequence[Ring]) -> list[list[Point]]:
        """What is seen of the insides of rings, by the even-odd rule."""

    @abstractmethod
    def borders(self) -> Iterator[list[Point]]:
        """The lines between countries."""

    def _kept(self, rings: Iterable[Sequence[Point]]) -> Iterator[list[Point]]:
        for ring in rings:
            seen = cut_ring(ring, self._box)
            if len(seen) > 2 and area(seen) > self._speck:
                # Once more, across the ends of the arcs, which were left alone so far.
                yield simplified([*seen, seen[0]], self.tolerance / 2)[:-1]


class _Part(Outlines):
    """A part of the world: everything is around the frame's middle, and what is far away lies on a circle."""

    def __init__(
        self, frame: Frame, atlas: Atlas, tolerance: float, drawn: Mapping[int, Sequence[Point]] | None = None
    ) -> None:
        super().__init__(frame, atlas, tolerance, drawn)
        self._middle = frame.on_paper(0, 0)
        # Of each line 0 while nobody has asked, 1 for no, 2 for yes: a byte, as frames are kept by hundreds.
        self._crossed = bytearray(len(atlas.arcs))
        self._visible = frozenset(index for index, arc in enumerate(atlas.arcs) if self._in_view(arc))
        self._circle = plane_distance(min(170.0, frame.cap.radius + 15)) * frame.scale

    def rings(self, rings: Sequence[Ring]) -> list[list[Point]]:
        """What is seen of the insides of rings, by the even-odd rule.

        On this map a ring around the antipode turns inside out. What the middle of the map is settles it:
        where it would come out wrong, the whole frame is turned.
        """
        drawn = [line for ring in rings if (line := self._ring(ring))]
        if self._surround_the_middle(rings) != (sum(inside(self._middle, line) for line in drawn) % 2 == 1):
            left, top, right, bottom = self._box.grown(_MARGIN)
            drawn.append([(left, top), (right, top), (right, bottom), (left, bottom)])
        return [*self._kept(drawn)]

    def polygons(self, country: Country) -> list[list[Point]]:
        """What is seen of a country; of most there is nothing to see, and no more is asked of them."""
        cap = self.frame.cap
        if self._visible.isdisjoint(country.arcs) and not country.may_hold((cap.lon, cap.lat)):
            return []
        return super().polygons(country)

    def borders(self) -> Iterator[list[Point]]:
        """The lines between countries."""
        for index in self._atlas.borders:
            if index in self._visible:
                yield from cut_line(self._arc(index), self._box)

    def _surround_the_middle(self, rings: Iterable[Ring]) -> bool:
        """Whether the middle lies inside rings on the globe: the way to the north pole crosses them oddly."""
        odd = False
        for ring in rings:
            for index in ring:
                number = max(index, ~index)
                if not self._crossed[number]:
                    middle = (self.frame.cap.lon, self.frame.cap.lat)
                    self._crossed[number] = 1 + self._atlas.arcs[number].crossed_northwards(middle)
                odd ^= self._crossed[number] == 2
        return odd

    def _ring(self, ring: Ring) -> list[Point]:
        """A ring on the paper; empty where none of it is in view."""
        if not any(max(index, ~index) in self._visible for index in ring):
            return []
        points: list[Point] = []
        for index in ring:
            line = self._arc(max(index, ~index))
            points += line if index >= 0 else line[::-1]
        return [*self._around(points)]

    def _in_view(self, arc: Arc) -> bool:
        view = self.frame.cap
        return arc.cap.meets(view) and any(cap.meets(view) for _, _, cap in arc.pieces)

    def _arc(self, index: int) -> Sequence[Point]:
        line = self._drawn.get(index)
        if line is None:
            points = [self._clamped(self.frame.point(*place)) for place in self._needed(index)]
            line = self._drawn[index] = simplified(points, self.tolerance)
        return line

    def _needed(self, index: int) -> Iterator[Degrees]:
        """The points of an arc, with the pieces that are out of view cut short."""
        arc = self._atlas.arcs[index]
        for first, last, cap in arc.pieces:
            if index in self._visible and cap.meets(self.frame.cap):
                yield from arc.points[first:last]
            else:
                yield arc.points[first]
        yield arc.points[-1]

    def _clamped(self, point: Point) -> Point:
        x, y = point[0] - self._middle[0], point[1] - self._middle[1]
        far = (x * x + y * y) ** 0.5
        if far <= self._circle:
            return point
        return self._middle[0] + x * self._circle / far, self._middle[1] + y * self._circle / far

    def _around(self, points: Sequence[Point]) -> Iterator[Point]:
        """The points, with the way between two on the circle going along it, not across the map."""
        edge = self._circle * 0.999
        x0, y0 = self._middle
        for before, after in pairwise([*points, points[0]]):
            yield before
            (x1, y1), (x2, y2) = (before[0] - x0, before[1] - y0), (after[0] - x0, after[1] - y0)
            if min(x1 * x1 + y1 * y1, x2 * x2 + y2 * y2) < edge * edge:
                continue
            start = atan2(y1, x1)
            turn = (atan2(y2, x2) - start + pi) % (2 * pi) - pi
            steps = int(abs(turn) / 0.4)
            for step in range(1, steps + 1):
                angle = start + turn * step / (steps + 1)
                yield x0 + self._circle * cos(angle), y0 + self._circle * sin(angle)


class _World(Outlines):
    """The whole world: rings are cut where the map ends, at the date line, before they are projected."""

    _SHEET = Box(-180, -90, 180, 90)

    def __init__(
        self, frame: Frame, atlas: Atlas, tolerance: float, drawn: Mapping[int, Sequence[Point]] | None = None
    ) -> None:
        super().__init__(frame, atlas, tolerance, drawn)
        self._seen: dict[frozenset[int], list[list[Point]]] = {}

    def polygons(self, country: Country) -> list[list[Point]]:
        """What is seen of a country; kept, for there are few such frames, and all countries are in view."""
        seen = self._seen.get(country.arcs)  # a code may be that of several, or of none
        if seen is None:
            seen = self._seen[country.arcs] = super().polygons(country)
        return seen

    def rings(self, rings: Sequence[Ring]) -> list[list[Point]]:
        """What is seen of the insides of rings, by the even-odd rule."""
        return [*self._kept(self._projected(rings))]

    def borders(self) -> Iterator[list[Point]]:
        """The lines between countries."""
        for index in self._atlas.borders:
            line = _unrolled(self._arc(index))
            for turned in _copies(line):
                for stretch in cut_line(turned, self._SHEET):
                    yield from cut_line([self.frame.point(*place) for place in stretch], self._box)

    def _projected(self, rings: Iterable[Ring]) -> Iterator[list[Point]]:
        for ring in rings:
            places: list[Degrees] = []
            for index in ring:
                line = self._arc(max(index, ~index))
                places += line if index >= 0 else line[::-1]
            line = _unrolled([*places, places[0]])
            if area(line) < self._speck / self._per_degree**2:
                continue
            if abs(line[-1][0] - line[0][0]) > 180:  # around a pole, which only Antarctica is
                line += [(line[-1][0], -90.0), (line[0][0], -90.0)]
            for turned in _copies(line):
                yield [self.frame.point(*place) for place in cut_ring(turned, self._SHEET)]

    def _arc(self, index: int) -> Sequence[Degrees]:
        line = self._drawn.get(index)
        if line is None:
            line = self._drawn[index] = simplified(_line_of_world(index), self._unit(self.tolerance))
        return line

    def _unit(self, tolerance: float) -> float:
        """The tolerance in degrees."""
        return tolerance / self._per_degree

    @property
    def _per_degree(self) -> float:
        """Units of the paper a degree along the equator."""
        return self.frame.width / 360


@functools.cache
def _line_of_world(index: int) -> Sequence[Degrees]:
    """A line as exactly as any map of the whole world shows it: not each goes through all its points."""
    return simplified(_unrolled(load_atlas().arcs[index].points), _FINEST)


def _unrolled(places: Sequence[Degrees]) -> list[Degrees]:
    """The places without a jump at the date line: longitudes may go beyond 180."""
    turns = 0.0
    line = [places[0]]
    for before, after in pairwise(places):
        if abs(after[0] - before[0]) > 180:
            turns += 360 if after[0] < before[0] else -360
        line.append((after[0] + turns, after[1]))
    return line


def _copies(line: Sequence[Degrees]) -> Iterator[Sequence[Degrees]]:
    """The line as often as it takes to see all of it between 180 degrees west and east."""
    west, east = min(lon for lon, _ in line), max(lon for lon, _ in line)
    for turn in (-360, 0, 360):
        if west + turn < 180 and east + turn > -180:
            yield line if turn == 0 else [(lon + turn, lat) for lon, lat in line]


@functools.lru_cache(maxsize=64)  # `serve` makes few of them again, and each holds a tenth of a megabyte
def outlines_within(frame: Frame, budget: int, tolerance: float) -> tuple[Outlines, Ground]:
    """The outlines of a frame in at most so many characters: what is too much is simplified further.

    Args:
        frame: The frame.
        budget: How many characters the land and the borders may take.
        tolerance: How far a line may be off to begin with, in units of the paper.
    """
    outlines: Outlines = (_World if frame.world else _Part)(frame, load_atlas(), tolerance)
    ground = outlines.ground()
    while ground.size > budget and outlines.tolerance < 8:
        factor = max(1.15, min(2.0, (ground.size / budget) ** 1.2))
        outlines = outlines.coarser(outlines.tolerance * factor)
        ground = outlines.ground()
    return outlines, ground
