"""One map as a template draws it: the ground, the marks with their names, the scale, and where in the world.

It is drawn once for each width of paper, because a map that is merely made smaller has names nobody can read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from babel import Locale

from timeline.pages.edition import Edition
from timeline.pages.mapping.atlas import Atlas, Country
from timeline.pages.mapping.crop import Frame, Shape, crop
from timeline.pages.mapping.furniture import inset, scale_bar
from timeline.pages.mapping.labels import Label, Mark, Room, Type, across, beside, name_inside, placed
from timeline.pages.mapping.outlines import Outlines, outlines_within
from timeline.pages.mapping.shapes import box_around, path
from timeline.pages.mapping.spots import Spot, coordinates
from timeline.pages.mapping.views import MapView, MarkKind, MarkView
from timeline.records import PlacePrecision


@dataclass(frozen=True, slots=True)
class Sheet:
    """A width of paper, and how a map is set on it.

    Attributes:
        name: What style sheets call it.
        shape: Its measures.
        type: How names are set.
        dot: The radius of one event's dot.
        least: The smallest radius of a dot.
        largest: The largest.
        inset: Width and height of the small map that says where in the world this is.
        budget: How many characters the outlines may take.
    """

    name: str
    shape: Shape
    type: Type
    dot: float
    least: float
    largest: float
    inset: tuple[int, int]
    budget: int


SHEETS = (
    Sheet("narrow", Shape(360, 330, 440, 58), Type(14, 118), 5.5, 2.4, 17, (92, 76), 12_000),
    Sheet("medium", Shape(620, 400, 560, 96), Type(14, 150), 6, 3, 22, (132, 106), 15_000),
    Sheet("wide", Shape(1060, 470, 680, 150), Type(14.5, 190), 6.5, 3.5, 26, (188, 150), 22_000),
)
"""The three widths; style sheets show one of them."""

_PAPER_A_NAME = 6_500
"""How much of the paper there must be for each name: more names would hide the map."""

MARKED = 60
"""So many places have a mark that leads to them, those with most events; the others are dots alone."""

_DOTS = 1_000
"""So many dots at most stand for the others."""

_CROWD = 100
"""From so many places on, none reaches beyond what is seen of it: it would only take clicks from others."""

_INSET_BUDGET = 3_000

_FINE = 6.0
"""Kilometres a unit from which on borders are too close to each other to be dashed."""

_HOME = 1.35
"""How much larger the names of the countries of the events are set."""


def draw(spots: Sequence[Spot], sheet: Sheet, edition: Edition, atlas: Atlas, root: str) -> MapView:
    """Draws a map.

    Args:
        spots: The places, at least one, all of which can be shown; the most important first. Of more than
            MARKED the others are dots, which lead nowhere.
        sheet: The paper.
        edition: What the pages share.
        atlas: The outlines.
        root: The way from the page to the site's root.
    """
    frame = crop([point for spot in spots for point in spot.reach(atlas)], sheet.shape, atlas)
    outlines, ground = outlines_within(frame, sheet.budget, 1.0 if frame.world else 0.6)
    focus = _focus(spots)
    most = max(len(spot.events) for spot in spots)
    unit = min(sheet.dot, sheet.largest / sqrt(most))
    marked, others = spots[:MARKED], spots[MARKED:]
    marks = [_mark(spot, frame, unit, sheet.least) for spot in marked]
    room = Room(frame.box.grown(-3))
    for spot, mark in zip(marked, marks, strict=True):
        if _kind(spot) in {"point", "area"}:
            room.take(mark.box.grown(1))
    corner_map = inset(frame, sheet.inset, _INSET_BUDGET, focus, room)
    scale = scale_bar(frame, sheet.type.size, edition.language.locale, room)
    labels = _labels(marked, marks, sheet, outlines, room, edition)
    quiet = _around(marked, frame, sheet, room, edition)
    shown = {spot.country.code for spot in marked if spot.is_country and spot.country}
    locale = edition.language.locale
    large = Type(sheet.type.size * _HOME, sheet.type.widest)
    homes = nations((c for c in focus if c.code not in shown), outlines, large, room, locale)
    beyond = (c for c in by_size(atlas, outlines) if c.code not in shown and c not in focus)
    names = nations(beyond, outlines, sheet.type, room, locale)
    countries = [spot.country for spot in marked if spot.is_country and spot.country]
    return MapView(
        name=sheet.name,
        width=frame.width,
        height=frame.height,
        ground=ground,
        focus=path((p for country in focus for p in outlines.polygons(country)), closed=True),
        countries=path((p for country in countries for p in outlines.polygons(country)), closed=True),
        homes=tuple(homes),
        names=tuple(names),
        quiet=tuple(quiet),
        marks=tuple(
            _mark_view(spot, mark, label, 0.0 if len(spots) > _CROWD else 12.0, edition, root)
            for spot, mark, label in zip(marked, marks, labels, strict=True)
        ),
        dots=_dots(others, frame),
        scale=scale,
        inset=corner_map,
        type_size=sheet.type.size,
        home_size=round(large.size, 1),
        fine=1 / frame.scale > _FINE,
        world=frame.world,
        single=round(max(sheet.least, unit), 1),
        most=round(unit * sqrt(most), 1),
    )


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


def _mark(spot: Spot, frame: Frame, unit: float, least: float) -> Mark:
    """The mark of a place: a dot whose area grows with its events, a disc around it for what is no point."""
    radius = max(least, unit * sqrt(len(spot.events)))
    kind = _kind(spot)
    if kind == "area":
        radius += 4
    elif kind == "region":
        radius = max(radius + 6, min(64.0, 80 * frame.scale))
    x, y = frame.point(*spot.at) if spot.at else (0.0, 0.0)
    return Mark(round(x, 1), round(y, 1), round(radius, 1))


def _dots(spots: Sequence[Spot], frame: Frame) -> str:
    """Places as the ``d`` of one path, however many they are: a line without length at each of them.

    Where there are more than an eye tells apart, one stands for those close to each other.
    """
    points = [frame.point(*spot.at) for spot in spots if spot.at]
    step = 1.0
    while len(found := dict.fromkeys((round(x / step), round(y / step)) for x, y in points)) > _DOTS:
        step *= 1.5
    return "".join(f"M{x * step:.0f} {y * step:.0f}h0" for x, y in found)


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
    most = round(room.paper.right * room.paper.bottom / _PAPER_A_NAME)
    # Countries choose first: there is no dot to say where they are.
    nations = {
        spot.place.id: name_inside(outlines.polygons(spot.country), _counted(spot, edition), sheet.type, room)
        for spot in spots[:most]
        if spot.is_country and spot.country
    }
    for number, (spot, mark) in enumerate(zip(spots, marks, strict=True)):
        label = nations.get(spot.place.id)
        if label is None and spot.at and number < most:
            name = _counted(spot, edition)
            if _kind(spot) == "region":
                label = across(name, mark, sheet.type, room)
            if label is None:
                label = next(iter(placed([(name, mark)], sheet.type, room)))
        found.append(label)
    return found


def _counted(spot: Spot, edition: Edition) -> str:
    """The name of a place; that of a country with its number of events, which no dot can tell."""
    count = len(spot.events)
    if not spot.is_country or count < 2:
        return spot.place.name
    return edition.language.text("{place} ({number})", place=spot.place.name, number=edition.number(count))


def _mark_view(
    spot: Spot, mark: Mark, label: Label | None, reach: float, edition: Edition, root: str
) -> MarkView:
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
        reach=reach if reach > mark.radius else 0.0,
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


def by_size(atlas: Atlas, outlines: Outlines) -> list[Country]:
    """The countries in view, by how much of the map they take."""
    sized: list[tuple[float, str, Country]] = []
    for country in atlas.countries:
        polygons = outlines.polygons(country)
        if polygons:
            box = box_around([point for polygon in polygons for point in polygon])
            sized.append((-(box.right - box.left) * (box.bottom - box.top), country.code, country))
    return [country for _, _, country in sorted(sized, key=lambda one: one[:2])]


def nations(
    countries: Iterable[Country], outlines: Outlines, type: Type, room: Room, locale: Locale
) -> list[Label]:
    """The names of countries in the site's language, those for which there is room inside their borders."""
    found: list[Label] = []
    for country in countries:
        name = locale.territories.get(country.code, "")
        polygons = outlines.polygons(country) if name else []
        label = name_inside(polygons, name, type, room) if polygons else None
        if label is not None:
            found.append(label)
    return found
