"""A small map for the page of one place: where in its country it lies.

Places of one country share its outlines, which are drawn once, so that hundreds of places cost hardly more
than one.
"""

from __future__ import annotations

import functools

from timeline.languages import load_language
from timeline.pages.edition import Edition
from timeline.pages.mapping.atlas import Atlas, load_atlas
from timeline.pages.mapping.crop import Frame, around, window
from timeline.pages.mapping.drawing import by_size, nations
from timeline.pages.mapping.labels import Label, Mark, Room, Type
from timeline.pages.mapping.outlines import outlines_within
from timeline.pages.mapping.shapes import box_around, path
from timeline.pages.mapping.sphere import Degrees, angle, middle
from timeline.pages.mapping.spots import Spot, coordinates, country_of
from timeline.pages.mapping.views import LocatorView, MarkView
from timeline.records import Place, PlacePrecision

_WIDTH, _HEIGHT = 340, 240
_TYPE = Type(13.5, 120)
_BUDGET = 5_000
_LEAST_KM, _MOST_KM = 700.0, 2_600.0
_STEP = 8.0


def locator(place: Place, edition: Edition) -> LocatorView | None:
    """A small map of a place; None where neither coordinates nor an outline are known.

    Args:
        place: The place.
        edition: What the pages share.
    """
    if coordinates(place) is None and place.country is None:
        return None
    atlas = load_atlas()
    country = country_of(place, edition, atlas)
    spot = Spot(place, (), coordinates(place), country)
    if not spot.shown:
        return None
    frame = _frame(spot, atlas)
    outlines, ground = outlines_within(frame, _BUDGET, 0.6)
    text, locale = edition.language.text, edition.language.locale
    nation = locale.territories.get(country.code, "") if country else ""
    said = text("Map: {place}", place=place.name)
    if nation and not spot.is_country:
        said = text("Map: {place} in {country}", place=place.name, country=nation)
    mark = None if spot.is_country else _mark(spot, frame)
    room = Room(frame.box.grown(-3))
    if mark is not None:
        room.take(Mark(mark.x, mark.y, mark.radius).box.grown(2))
    own = nations((country,) if country else (), outlines, _TYPE, room, locale)
    # The neighbours' names stand where they stand for every place of the country; one in the way goes.
    others = _neighbours(frame, country.code if country else "", edition.language.code)
    shape = path(outlines.polygons(country), closed=True) if country else ""
    return LocatorView(
        width=_WIDTH,
        height=_HEIGHT,
        type_size=_TYPE.size,
        said=said,
        ground=ground,
        focus="" if spot.is_country else shape,
        names=(*own, *(name for name in others if room.free(name.box))),
        mark=mark,
        country=shape if spot.is_country else "",
        map_url="../../map/",
    )


def _mark(spot: Spot, frame: Frame) -> MarkView:
    x, y = frame.point(*spot.at) if spot.at else (0.0, 0.0)
    precision = spot.place.precision
    if precision in {PlacePrecision.REGION, PlacePrecision.COUNTRY}:
        return MarkView("region", "", "", round(x, 1), round(y, 1), 22, 0, True, None)
    if precision is PlacePrecision.AREA:
        return MarkView("area", "", "", round(x, 1), round(y, 1), 9, 0, True, None)
    return MarkView("point", "", "", round(x, 1), round(y, 1), 6, 0, True, None)


def _frame(spot: Spot, atlas: Atlas) -> Frame:
    """The whole of a country that fits, else what lies around the place, by a grid that neighbours share."""
    if spot.country is not None:
        whole = _country_frame(spot.country.code)
        if whole is not None and (spot.at is None or _holds(whole, spot.at)):
            return whole
    if spot.at is None and spot.country is not None:
        outline = atlas.largest_ring(spot.country)
        return window(middle(outline) or outline[0], _MOST_KM * 2, _WIDTH, _HEIGHT)
    lon, lat = spot.at or (0.0, 0.0)
    near = (round(lon / _STEP) * _STEP, max(-88.0, min(88.0, round(lat / _STEP) * _STEP)))
    frame = window(near, _MOST_KM * 0.7, _WIDTH, _HEIGHT)
    return frame if _holds(frame, (lon, lat)) else window((lon, lat), _MOST_KM * 0.7, _WIDTH, _HEIGHT)


def _holds(frame: Frame, at: Degrees) -> bool:
    x, y = frame.point(*at)
    near = angle(at, (frame.cap.lon, frame.cap.lat)) < 90
    return near and 12 < x < frame.width - 12 and 12 < y < frame.height - 12


@functools.lru_cache(maxsize=512)
def _country_frame(code: str) -> Frame | None:
    """The frame of a country and what is next to it; None where a place would be lost in it."""
    atlas = load_atlas()
    country = atlas.country(code)
    outline = atlas.largest_ring(country) if country else ()
    centre = middle(outline)
    if centre is None or max(angle(centre, point) for point in outline) > 15:
        return None
    projection = around(*centre)
    box = box_around([projection.project(*point) for point in outline])
    across, down = box.right - box.left, box.bottom - box.top
    km = max(across, down * _WIDTH / _HEIGHT) * 1.3
    if km > _MOST_KM:
        return None
    centre = projection.unproject((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    return window(centre, max(_LEAST_KM, round(km)), _WIDTH, _HEIGHT)


@functools.lru_cache(maxsize=512)
def _neighbours(frame: Frame, code: str, language: str) -> tuple[Label, ...]:
    """The names of the countries in view, but one."""
    atlas = load_atlas()
    outlines, _ = outlines_within(frame, _BUDGET, 0.6)
    others = [country for country in by_size(atlas, outlines) if country.code != code]
    return tuple(nations(others, outlines, _TYPE, Room(frame.box.grown(-3)), load_language(language).locale))
