"""One map as a template draws it: the ground, the marks with their names, the scale, and where in the world.

It is drawn once for each width of paper, because a map that is merely made smaller has names nobody can read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10, sqrt
from typing import Literal

from babel.units import format_unit

from timeline.pages.edition import Edition
from timeline.pages.mapping.atlas import Atlas, Country
from timeline.pages.mapping.crop import Frame, Shape, crop, window
from timeline.pages.mapping.labels import Label, Mark, Room, Type, beside, name_inside, placed
from timeline.pages.mapping.lettering import width
from timeline.pages.mapping.outlines import Ground, Outlines, outlines_within
from timeline.pages.mapping.shapes import Box, Point, box_around, path
from timeline.pages.mapping.spots import Spot, coordinates
from timeline.records import PlacePrecision

MarkKind = Literal["point", "area", "region", "country"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A width of paper, and how a map is set on it.

    Attributes:
        name: What style sheets call it.
        shape: Its measures.
        type: How names are set.
        dot: The radius of one event's dot.
        largest: The largest radius of a dot.
        inset: Width and height of the small map that says where in the world this is.
        budget: How many characters the outlines may take.
    """

    name: str
    shape: Shape
    type: Type
    dot: float
    largest: float
    inset: tuple[int, int]
    budget: int


SHEETS = (
    Sheet("narrow", Shape(360, 330, 440, 58), Type(14, 118), 5.5, 17, (92, 76), 8_000),
    Sheet("medium", Shape(620, 400, 560, 96), Type(14, 150), 6, 22, (132, 106), 13_000),
    Sheet("wide", Shape(1060, 470, 680, 150), Type(14.5, 190), 6.5, 26, (188, 150), 20_000),
)
"""The three widths; style sheets show one of them."""


@dataclass(frozen=True, slots=True)
class MarkView:
    """A place on a map: its mark, its name, and where it leads."""

    kind: MarkKind
    url: str
    said: str
    x: float
    y: float
    radius: float
    reach: float
    stands: bool
    label: Label | None


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A bar as long as so many kilometres."""

    x: float
    y: float
    length: float
    label: str


@dataclass(frozen=True, slots=True)
class InsetView:
    """A small map of what lies around: where it stands, its ground, and the frame of the large one."""

    x: float
    y: float
    width: int
    height: int
    ground: Ground
    focus: str
    window: str


@dataclass(frozen=True, slots=True)
class MapView:
    """A map on one width of paper."""

    name: str
    width: int
    height: int
    ground: Ground
    focus: str
    countries: str
    names: tuple[Label, ...]
    quiet: tuple[Label, ...]
    marks: tuple[MarkView, ...]
    scale: ScaleView | None
    inset: InsetView | None
    type_size: float
    world: bool
    single: float
    most: float


def draw(spots: Sequence[Spot], sheet: Sheet, edition: Edition, atlas: Atlas, root: str) -> MapView:
    """Draws a map.

    Args:
        spots: The places, at least one, all of which can be shown; the most important first.
        sheet: The paper.
        edition: What the pages share.
        atlas: The outlines.
        root: The way from the page to the site's root.
    """
    frame = crop([point for spot in spots for point in spot.reach(atlas)], sheet.shape, atlas)
    outlines, ground = outlines_within(frame, sheet.budget, 0.6)
    focus = _focus(spots)
    most = max(len(spot.events) for spot in spots)
    unit = min(sheet.dot, sheet.largest / sqrt(most))
    marks = [_mark(spot, frame, unit) for spot in spots]
    room = Room(frame.box.grown(-3))
    for spot, mark in zip(spots, marks, strict=True):
        if _kind(spot) in {"point", "area"}:
            room.take(mark.box.grown(1))
    inset = _inset(frame, sheet, focus, room)
    scale = _scale(frame, sheet, edition, room)
    labels = _labels(spots, marks, sheet, outlines, room, edition)
    quiet = _around(spots, frame, sheet, room, edition)
    shown = {spot.country.code for spot in spots if spot.is_country and spot.country}
    names = [
        label
        for country in _named(atlas, outlines, focus)
        if country.code not in shown
        if (polygons := outlines.polygons(country))
        if (label := name_inside(polygons, country_name(country, edition), sheet.type, room))
    ]
    countries = [spot.country for spot in spots if spot.is_country and spot.country]
    return MapView(
        name=sheet.name,
        width=frame.width,
        height=frame.height,
        ground=ground,
        focus=path((p for country in focus for p in outlines.polygons(country)), closed=True),
        countries=path((p for country in countries for p in outlines.polygons(country)), closed=True),
        names=tuple(names),
        quiet=tuple(quiet),
        marks=tuple(
            _mark_view(spot, mark, label, edition, root)
            for spot, mark, label in zip(spots, marks, labels, strict=True)
        ),
        scale=scale,
        inset=inset,
        type_size=sheet.type.size,
        world=frame.world,
        single=round(unit, 1),
        most=round(unit * sqrt(most), 1),
    )


def country_name(country: Country, edition: Edition) -> str:
    """The name of a country in the site's language; empty where CLDR has none."""
    return edition.language.locale.territories.get(country.code, "")


def _focus(spots: Sequence[Spot]) -> tuple[Country, ...]:
    """The countries where the events happened, unless they are so many that nothing would stand out."""
    countries = {spot.country.code: spot.country for spot in spots if spot.country}
    return tuple(countries.values()) if len(countries) <= 5 else ()


def _kind(spot: Spot) -> MarkKind:
    precision = spot.place.precision
    if spot.is_country:
        return "country"
    if precision is PlacePrecision.AREA:
        return "area"
    return "region" if precision in {PlacePrecision.REGION, PlacePrecision.COUNTRY} else "point"


def _mark(spot: Spot, frame: Frame, unit: float) -> Mark:
    """The mark of a place: a dot whose area grows with its events, a disc around it for what is no point."""
    radius = max(3.5, unit * sqrt(len(spot.events)))
    kind = _kind(spot)
    if kind == "area":
        radius += 4
    elif kind == "region":
        radius = max(radius + 12, min(64.0, 80 * frame.scale))
    x, y = frame.point(*spot.at) if spot.at else (0.0, 0.0)
    return Mark(round(x, 1), round(y, 1), round(radius, 1))


def _labels(
    spots: Sequence[Spot],
    marks: Sequence[Mark],
    sheet: Sheet,
    outlines: Outlines,
    room: Room,
    edition: Edition,
) -> list[Label | None]:
    """The names of places: of a country and a region across it, of the others beside their dots."""
    found: list[Label | None] = []
    for spot, mark in zip(spots, marks, strict=True):
        kind, name = _kind(spot), spot.place.name
        label = None
        if kind == "country" and spot.country:
            count = len(spot.events)
            name = f"{name} ({edition.number(count)})" if count > 1 else name
            label = name_inside(outlines.polygons(spot.country), name, sheet.type, room)
        elif kind == "region":
            centre = Mark(mark.x, mark.y, -sheet.type.size / 2 - 4)
            (label,) = placed([(name, centre)], sheet.type, room)
        if label is None and spot.at:
            label = next(iter(placed([(name, mark)], sheet.type, room)))
        found.append(label)
    return found


def _mark_view(spot: Spot, mark: Mark, label: Label | None, edition: Edition, root: str) -> MarkView:
    count = len(spot.events)
    said = edition.language.plural(
        "{place}: {number} event", "{place}: {number} events", count, place=spot.place.name
    )
    return MarkView(
        kind=_kind(spot),
        url=f"{root}{edition.path('place', spot.place.id)}",
        said=said,
        x=mark.x,
        y=mark.y,
        radius=mark.radius,
        reach=max(12.0, mark.radius),
        stands=spot.stands,
        label=label,
    )


def _around(
    spots: Sequence[Spot], frame: Frame, sheet: Sheet, room: Room, edition: Edition
) -> Iterator[Label]:
    """Quiet names of the towns that places lie in: they say where one is, and have no events of their own."""
    shown = {spot.place.id for spot in spots}
    seen: dict[str, None] = {}
    for spot in spots:
        seen |= dict.fromkeys(edition.timeline.within(spot.place.id)[1:])
    for id in seen:
        place = edition.timeline.places[id].record
        at = coordinates(place)
        broad = place.precision in {PlacePrecision.REGION, PlacePrecision.COUNTRY}
        if at is None or broad or id in shown:
            continue
        x, y = frame.point(*at)
        for clear in (sheet.dot + 2, sheet.dot + 12):
            label = beside(place.name, Mark(x, y, clear), sheet.type, room)
            if label is not None:
                yield label
                break


def _named(atlas: Atlas, outlines: Outlines, focus: Sequence[Country]) -> Iterator[Country]:
    """The countries to name: those of the events first, then by how much is seen of them."""
    others = [country for country in atlas.countries if country.code and country not in focus]
    sized: list[tuple[float, Country]] = []
    for country in others:
        polygons = outlines.polygons(country)
        if polygons:
            box = box_around([point for polygon in polygons for point in polygon])
            sized.append(((box.right - box.left) * (box.bottom - box.top), country))
    yield from focus
    yield from (country for _, country in sorted(sized, key=lambda pair: (-pair[0], pair[1].code)))


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


def _scale(frame: Frame, sheet: Sheet, edition: Edition, room: Room) -> ScaleView | None:
    """A bar of a round number of kilometres; none where the scale is not the same all over the map."""
    km = frame.width / frame.scale
    if km > 4000:
        return None
    most = km * 0.2
    step = 10 ** floor(log10(most))
    long = max(times * step for times in (1, 2, 5) if times * step <= most)
    label = format_unit(long, "length-kilometer", length="short", locale=edition.language.locale)
    size = sheet.type.size
    length = long * frame.scale
    wide = max(length, width(label, size))
    corner = _free_corner(frame, wide, size + 10, 12, room)
    if corner is None:
        return None
    return ScaleView(round(corner[0], 1), round(corner[1] + size + 6, 1), round(length, 1), label)


def _inset(frame: Frame, sheet: Sheet, focus: Sequence[Country], room: Room) -> InsetView | None:
    """Where in the world the map is, in a corner that has no marks."""
    km = max(frame.width, frame.height) / frame.scale
    if frame.world or km > 2200:
        return None
    wide, high = sheet.inset
    corner = _free_corner(frame, wide, high, 9, room)
    if corner is None:
        return None
    around = window((frame.cap.lon, frame.cap.lat), max(2600.0, km * 3.5), wide, high)
    outlines, ground = outlines_within(around, sheet.budget // 6, 0.7)
    corners = [around.point(*place) for place in frame.corners()]
    return InsetView(
        *corner,
        wide,
        high,
        ground,
        path((p for country in focus for p in outlines.polygons(country)), closed=True),
        path([corners], closed=True),
    )
