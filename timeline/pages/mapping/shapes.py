"""Lines on the plane: fewer points, cut to a frame, written as SVG.

All of it is plain geometry in the map's own units, and knows nothing of the globe.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]
Line = Sequence[Point]


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Box:
        """The rectangle with a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: Box) -> bool:
        """Whether two rectangles overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other rectangle lies inside this one."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


def box_around(points: Iterable[Point]) -> Box:
    """The smallest upright rectangle that holds the points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def simplified(line: Line, tolerance: float) -> list[Point]:
    """The line with fewer points, none of those left out further from it than the tolerance.

    Ramer's and Douglas and Peucker's method, after points that follow too closely are passed over. The ends
    stay, so that lines which meet still meet.
    """
    close = (tolerance / 2) ** 2
    kept = [line[0]]
    for point in line[1:-1]:
        last = kept[-1]
        if (point[0] - last[0]) ** 2 + (point[1] - last[1]) ** 2 > close:
            kept.append(point)
    kept.append(line[-1])
    keep = [False] * len(kept)
    keep[0] = keep[-1] = True
    stretches = [(0, len(kept) - 1)]
    while stretches:
        first, last_index = stretches.pop()
        farthest, distance = _farthest(kept, first, last_index)
        if distance > tolerance * tolerance:
            keep[farthest] = True
            stretches += [(first, farthest), (farthest, last_index)]
    return [point for point, stays in zip(kept, keep, strict=True) if stays]


def _farthest(points: Line, first: int, last: int) -> tuple[int, float]:
    """The point between two others that is farthest from the line through them, and its distance squared."""
    (x0, y0), (x1, y1) = points[first], points[last]
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    found, most = first, -1.0
    for index in range(first + 1, last):
        x, y = points[index]
        x -= x0
        y -= y0
        distance = (x * dy - y * dx) ** 2 / length if length else x * x + y * y
        if distance > most:
            found, most = index, distance
    return found, most


def cut_ring(ring: Line, box: Box) -> list[Point]:
    """What of a ring's inside lies in a rectangle, as a ring (Sutherland and Hodgman's method)."""
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, box.left, operator.ge),
        (0, box.right, operator.le),
        (1, box.top, operator.ge),
        (1, box.bottom, operator.le),
    )
    points = list(ring)
    for axis, edge, inside in sides:
        given, points = points, []
        for before, after in zip([*given[-1:], *given[:-1]], given, strict=True):
            was, is_ = inside(before[axis], edge), inside(after[axis], edge)
            if was != is_:
                points.append(_crossing(before, after, axis, edge))
            if is_:
                points.append(after)
        if not points:
            break
    return points


def _crossing(before: Point, after: Point, axis: int, edge: float) -> Point:
    part = (edge - before[axis]) / (after[axis] - before[axis])
    other = 1 - axis
    across = before[other] + part * (after[other] - before[other])
    return (edge, across) if axis == 0 else (across, edge)


def cut_line(line: Line, box: Box) -> Iterator[list[Point]]:
    """The stretches of a line that touch a rectangle; their ends may lie outside it."""
    run: list[Point] = []
    for before, after in pairwise(line):
        if _near(before, after, box):
            run = run or [before]
            run.append(after)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _near(before: Point, after: Point, box: Box) -> bool:
    return not (
        max(before[0], after[0]) < box.left
        or min(before[0], after[0]) > box.right
        or max(before[1], after[1]) < box.top
        or min(before[1], after[1]) > box.bottom
    )


def inside(point: Point, ring: Line) -> bool:
    """Whether a point lies inside a ring, by the even-odd rule."""
    x, y = point
    found = False
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            found = not found
    return found


def area(ring: Line) -> float:
    """The area inside a ring."""
    closed = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in closed)) / 2


def path(lines: Iterable[Line], *, closed: bool) -> str:
    """Lines as the ``d`` of an SVG path: to a tenth of a unit, each point as the way from the one before."""
    written: list[str] = []
    for line in lines:
        steps = [(round(x * 10), round(y * 10)) for x, y in line]
        moves = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(steps) if (x0, y0) != (x1, y1)]
        if not moves:
            continue
        written += ["M", _pair(*steps[0]), "l", *_joined(moves)]
        if closed:
            written.append("z")
    return "".join(written)


def _joined(moves: Iterable[tuple[int, int]]) -> Iterator[str]:
    for number, move in enumerate(moves):
        pair = _pair(*move)
        yield pair if number == 0 or pair[0] == "-" else f" {pair}"


def _pair(x: int, y: int) -> str:
    across, down = tenths(x), tenths(y)
    return f"{across}{down}" if down[0] == "-" else f"{across} {down}"


def tenths(number: int) -> str:
    """A count of tenths as SVG writes it shortest: 12 gives ``1.2``, -5 gives ``-.5``."""
    whole, rest = divmod(abs(number), 10)
    text = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{text}" if number < 0 else text
