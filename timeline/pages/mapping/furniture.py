"""What stands in the corners of a map: its scale, and where in the world it is.

Either is left out where no corner is free of marks, or where it would not be true or not be needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10

from babel import Locale
from babel.units import format_unit

from timeline.pages.mapping.atlas import Country
from timeline.pages.mapping.crop import Frame, window
from timeline.pages.mapping.labels import Room
from timeline.pages.mapping.lettering import width
from timeline.pages.mapping.outlines import outlines_within
from timeline.pages.mapping.shapes import Box, Point, path
from timeline.pages.mapping.views import InsetView, ScaleView


def _corners(frame: Frame, wide: float, high: float, inwards: float) -> tuple[tuple[float, float], ...]:
    left, right = inwards, frame.width - wide - inwards
    top, bottom = inwards, frame.height - high - inwards
    return ((left, bottom), (right, bottom), (left, top), (right, top))


def _free_corner(frame: Frame, wide: float, high: float, inwards: float, room: Room) -> Point | None:
    for x, y in _corners(frame, wide, high, inwards):
        box = Box(x, y, x + wide, y + high)
        if room.free(box.grown(2)):
            room.take(box.grown(6))
            return x, y
    return None


def scale_bar(frame: Frame, size: float, locale: Locale, room: Room) -> ScaleView | None:
    """A bar of a round number of kilometres; none where the scale is not the same all over the map."""
    km = frame.width / frame.scale
    if km > 4000:
        return None
    most = km * 0.2
    step = 10 ** floor(log10(most))
    long = max(times * step for times in (1, 2, 5) if times * step <= most)
    label = format_unit(long, "length-kilometer", length="short", locale=locale)
    length = long * frame.scale
    wide = max(length, width(label, size))
    corner = _free_corner(frame, wide, size + 10, 12, room)
    if corner is None:
        return None
    return ScaleView(round(corner[0], 1), round(corner[1] + size + 6, 1), round(length, 1), label)


def inset(
    frame: Frame, measures: tuple[int, int], budget: int, focus: Sequence[Country], room: Room
) -> InsetView | None:
    """Where in the world the map is, in a corner that has no marks."""
    km = max(frame.width, frame.height) / frame.scale
    if frame.world or km > 2200:
        return None
    wide, high = measures
    corner = _free_corner(frame, wide, high, 9, room)
    if corner is None:
        return None
    around = window((frame.cap.lon, frame.cap.lat), max(2600.0, km * 3.5), wide, high)
    outlines, ground = outlines_within(around, budget, 0.7)
    corners = [around.point(*place) for place in frame.corners()]
    return InsetView(
        *corner,
        wide,
        high,
        ground,
        path((p for country in focus for p in outlines.polygons(country)), closed=True),
        path([corners], closed=True),
    )
