"""Where names stand on a map: beside their dots where there is room, on a line from them where not.

Greedy, one name after the other, the most important first; a name that finds no room is left out, for the
list below the map has it. What is taken is kept in a grid of cells, so the work grows with the names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, cos, floor, pi, sin

from timeline.pages.mapping.lettering import lines, width
from timeline.pages.mapping.shapes import Box, Point, box_around

Leader = tuple[Point, Point]
"""A line from the edge of a mark to its name."""

_CELL = 40
_GAP = 4.0
_LEADING = 1.18
_ASCENT = 0.78


@dataclass(frozen=True, slots=True)
class Type:
    """How names are set: the size of the type and the widest a line may be, in units of the paper."""

    size: float
    widest: float


@dataclass(frozen=True, slots=True)
class Mark:
    """What a name belongs to: a dot or a disc."""

    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        """The square around it."""
        return Box(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


_Way = Callable[[Mark, float, float], Iterator[tuple[Point, Leader | None]]]


@dataclass(frozen=True, slots=True)
class Label:
    """A name in its place.

    Attributes:
        lines: Its lines.
        x: The middle of every line.
        baselines: Where each line stands.
        box: What it takes.
        leader: A line from the mark to the name; None where they stand side by side.
    """

    lines: tuple[str, ...]
    x: float
    baselines: tuple[float, ...]
    box: Box
    leader: Leader | None = None


@dataclass
class Room:
    """What is still free on a sheet of paper.

    Attributes:
        paper: What names must stay within.
    """

    paper: Box
    _cells: dict[tuple[int, int], list[Box]] = field(default_factory=dict)

    def free(self, box: Box) -> bool:
        """Whether a box lies on the paper and on nothing else."""
        return self.paper.holds(box) and not any(
            taken.meets(box) for cell in _cells(box) for taken in self._cells.get(cell, ())
        )

    def take(self, box: Box) -> None:
        """Takes a box."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(floor(box.left / _CELL), ceil(box.right / _CELL)):
        for row in range(floor(box.top / _CELL), ceil(box.bottom / _CELL)):
            yield column, row


def placed(names: Iterable[tuple[str, Mark]], type: Type, room: Room) -> Iterator[Label | None]:
    """Finds a place for each name, in the order given.

    Args:
        names: Each name with its mark; the marks themselves must have been taken from the room.
        type: How names are set.
        room: What is free; what a name takes is taken from it.

    Yields:
        For each name its label, or None where there is no room for it.
    """
    for name, mark in names:
        yield _first_free(name, mark, type, room, _beside, _led)


def beside(name: str, mark: Mark, type: Type, room: Room) -> Label | None:
    """Finds a place for one name right beside its mark, which need not be drawn; None where there is none."""
    return _first_free(name, mark, type, room, _beside)


def across(name: str, mark: Mark, type: Type, room: Room) -> Label | None:
    """Finds a place for one name across the middle of its mark; None where there is none."""
    return _first_free(name, mark, type, room, _centred)


def _first_free(name: str, mark: Mark, type: Type, room: Room, *ways: _Way) -> Label | None:
    text = lines(name, type.size, type.widest)
    wide, high = _measures(text, type)
    for way in ways:
        for centre, leader in way(mark, wide, high):
            x, y = centre
            if not room.free(Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)):
                continue
            line = [*_along(leader)]
            if all(room.free(part) for part in line):
                label = set_at(text, centre, type, leader)
                for box in (label.box.grown(1), *line):
                    room.take(box)
                return label
    return None


def _measures(text: Sequence[str], type: Type) -> tuple[float, float]:
    return max(width(line, type.size) for line in text), type.size * (1 + _LEADING * (len(text) - 1))


def set_at(text: Sequence[str], centre: Point, type: Type, leader: Leader | None = None) -> Label:
    """A name whose middle is at a point."""
    wide, high = _measures(text, type)
    top = centre[1] - high / 2
    baselines = tuple(round(top + type.size * (_ASCENT + _LEADING * n), 1) for n in range(len(text)))
    box = Box(centre[0] - wide / 2, top, centre[0] + wide / 2, top + high)
    return Label(tuple(text), round(centre[0], 1), baselines, box, leader)


def _centred(mark: Mark, wide: float, high: float) -> Iterator[tuple[Point, Leader | None]]:
    """The middle of a mark, or a little above or below it."""
    del wide
    for down in (0.0, -high, high):
        yield (mark.x, mark.y + down), None


def _beside(mark: Mark, wide: float, high: float) -> Iterator[tuple[Point, Leader | None]]:
    """The places right beside a mark, the best first: where a cartographer would try."""
    across, down = mark.radius + _GAP + wide / 2, mark.radius + _GAP + high / 2
    slant = mark.radius * 0.7 + _GAP * 0.6
    right, under = slant + wide / 2, slant + high / 2
    for x, y in (
        (across, 0.0), (-across, 0.0), (right, -under), (right, under), (-right, -under), (-right, under),
        (0.0, -down), (0.0, down),
    ):  # fmt: skip
        yield (mark.x + x, mark.y + y), None


def _led(mark: Mark, wide: float, high: float) -> Iterator[tuple[Point, Leader | None]]:
    """Places further off, on a line from the mark."""
    del high
    for far in (16.0, 28.0, 44.0, 64.0):
        for turn in (-1, 1, -7, 7, -2, 2, -6, 6, -3, 3, -5, 5):
            angle = turn * pi / 8
            right, down = cos(angle), sin(angle)
            start = (mark.x + right * (mark.radius + 1), mark.y + down * (mark.radius + 1))
            end = (mark.x + right * (mark.radius + far), mark.y + down * (mark.radius + far))
            side = wide / 2 + 3 if right > 0 else -wide / 2 - 3
            yield (end[0] + side, end[1]), (start, end)


def _along(leader: Leader | None) -> Iterator[Box]:
    """Small boxes along a line, for it to keep clear of names and they of it."""
    if leader is None:
        return
    (x0, y0), (x1, y1) = leader
    steps = max(2, int((abs(x1 - x0) + abs(y1 - y0)) / 5))
    for step in range(1, steps + 1):
        x, y = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
        yield Box(x - 0.8, y - 0.8, x + 0.8, y + 0.8)


def name_inside(polygons: Sequence[Sequence[Point]], name: str, type: Type, room: Room) -> Label | None:
    """Finds a place for a country's name: wholly inside what is seen of it, as near its middle as may be.

    Args:
        polygons: What is seen of the country.
        name: The name.
        type: How it is set.
        room: What is free; what the name takes is taken from it.
    """
    text = lines(name, type.size, type.widest)
    wide, high = _measures(text, type)
    wide += 10
    around = box_around([point for polygon in polygons for point in polygon])
    if around.right - around.left < wide or around.bottom - around.top < high:
        return None
    middle = ((around.left + around.right) / 2, (around.top + around.bottom) / 2)
    found: list[tuple[float, Point]] = []
    rows = 24
    for row in range(1, rows):
        y = around.top + (around.bottom - around.top) * row / rows
        spans = _spans(polygons, y)
        for edge in (y - high * 0.6, y + high * 0.6):
            spans = [*_common(spans, _spans(polygons, edge))]
        for left, right in spans:
            if right - left >= wide:
                low, most = left + wide / 2, right - wide / 2
                best = max(low, min(most, middle[0]))
                found += [
                    ((x - middle[0]) ** 2 + 2 * (y - middle[1]) ** 2, (x, y))
                    for x in (low, best, most, (low + most) / 2)
                ]
    found.sort()
    for clear in (30.0, 5.0):  # well away from all else, or failing that just free
        for _, centre in found:
            label = set_at(text, centre, type)
            if room.free(label.box.grown(clear)):
                room.take(label.box.grown(5))
                return label
    return None


def _spans(polygons: Sequence[Sequence[Point]], y: float) -> list[tuple[float, float]]:
    """Where a level line runs inside polygons."""
    crossings: list[float] = []
    for ring in polygons:
        x0, y0 = ring[-1]
        for x1, y1 in ring:
            if (y0 > y) != (y1 > y):
                crossings.append(x0 + (y - y0) * (x1 - x0) / (y1 - y0))
            x0, y0 = x1, y1
    crossings.sort()
    return [*zip(crossings[::2], crossings[1::2], strict=False)]


def _common(
    one: Iterable[tuple[float, float]], other: Sequence[tuple[float, float]]
) -> Iterator[tuple[float, float]]:
    for left, right in one:
        for left2, right2 in other:
            if (start := max(left, left2)) < (end := min(right, right2)):
                yield start, end
