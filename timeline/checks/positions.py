"""Places on the wrong side of the world: latitude and longitude swapped, a minus sign lost, or both nought.

A place tells by what it lies in, by its country and by its time zone where it roughly is. Where it is far
from that, and swapping the two or turning a sign brings it close, that is said. A place that is small holds
none that is far from it, whatever was done to its coordinates.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from timeline.checks.check import Check, Finding
from timeline.checks.countries import code_of, with_territories
from timeline.dates.towns import Town, towns_of
from timeline.merging import Timeline
from timeline.problems import Problem, Severity
from timeline.records import Located, Place, PlacePrecision

CODE = "misplaced"
_FAR = 400
"""Kilometres; within these nothing is said."""
_FAR_IN_ZONE = 1500
"""The same for a lost sign, for zones are wide, and some lie on both sides of Greenwich."""
_ASTRAY = 3000
"""Farther than any town is from those that the zones of its country are named after."""
_ANTARCTIC = -60
"""The latitude south of which no land is of any country, and many have stations far from all their towns."""
_SMALL = frozenset({PlacePrecision.EXACT, PlacePrecision.LOCALITY, PlacePrecision.AREA})
_OUTPOSTS: Mapping[str, Sequence[Town]] = {
    "AU": [(-53.1, 73.5), (-54.6, 158.9)],
    "FR": [(10.3, -109.2)],
    "GB": [(-40.3, -9.9)],
    "NO": [(-54.4, 3.4)],
}
"""Islands far from every town of their country: Heard and Macquarie, Clipperton, Gough, Bouvet."""
_CLOSER = 4
_DEGREE = 111.2
"""Kilometres."""
_NEIGHBOURS = 2
_POLE = 90
_SWAPPED = "latitude and longitude swapped"
Turned = tuple[str, Town]
"""What would bring a place near, in words, and the coordinates that it then has."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds places whose coordinates are those of another side of the world."""
    cells = _cells(timeline.places)
    for id, located in timeline.places.items():
        here = _position(located.record)
        if here is None:
            continue
        if not any(here):
            hint = "write where it lies, or leave both out"
            yield _finding(located, f"'{id}' lies at 0, 0, in the sea off Africa", hint)
            continue
        name, towns, far = _expected(id, timeline)
        turned = _turned(here, towns, far) if towns else _swapped_among(here, cells)
        if turned is None:
            if told := _outside(id, here, timeline):
                yield _finding(located, told, "correct its coordinates, or what it lies in")
            continue
        words, (north, east) = turned
        message = f"'{id}' lies far from {name or 'all other places'}, and close with {words}"
        hint = f"write latitude: {north:g} and longitude: {east:g}, if that is what is meant"
        yield _finding(located, message, hint)


def _finding(located: Located[Place], message: str, hint: str) -> Finding:
    return Finding(Problem(CODE, Severity.WARNING, located.places.of("latitude"), message, hint), (located,))


def _outside(id: str, here: Town, timeline: Timeline) -> str:
    """What to say of a place that is far from its country, or from a small place around it; or nothing."""
    for outer in timeline.within(id)[1:]:
        record = timeline.places[outer].record
        there = _position(record)
        if there is not None:
            distance = _kilometres(here, there)
            if record.precision not in _SMALL or distance <= _FAR:
                return ""
            return f"'{id}' lies about {round(distance, -2):,.0f} km from '{outer}', in which it lies"
    country = timeline.places[id].record.country
    distance = min((_kilometres(here, town) for town in _towns_of(country or "")), default=0.0)
    if distance > _ASTRAY and here[0] > _ANTARCTIC:
        return f"'{id}' lies about {round(distance, -2):,.0f} km from the towns of its country, {country}"
    return ""


def _position(place: Place) -> Town | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _expected(id: str, timeline: Timeline) -> tuple[str, Sequence[Town], float]:
    """Where a place should be: what tells it, the towns it should be near, and how far counts as far."""
    chain = timeline.within(id)
    for outer in chain[1:]:
        position = _position(timeline.places[outer].record)
        if position is not None:
            return f"'{outer}', in which it lies", [position], _FAR
    records = [timeline.places[step].record for step in chain]
    for record in records:
        if record.country and (towns := _towns_of(record.country)):
            return f"the towns of its country, {record.country}", towns, _FAR_IN_ZONE
    for record in records:
        if record.timezone and (towns := list(towns_of(zone=record.timezone))):
            return f"the town of its time zone, {record.timezone}", towns, _FAR_IN_ZONE
    return "", [], 0


def _towns_of(country: str) -> list[Town]:
    towns = [town for code in with_territories(country) for town in towns_of(country=code)]
    return [*towns, *_OUTPOSTS.get(code_of(country), ())]


def _turned(here: Town, towns: Sequence[Town], far: float) -> Turned | None:
    """The coordinates that would bring a place near; None where it is near, or nothing would."""
    distance = min(_kilometres(here, town) for town in towns)
    if distance <= _FAR:
        return None
    north, east = here
    others = {_SWAPPED: (east, north)}
    if distance > far:
        others |= {
            "another sign for the latitude": (-north, east),
            "another sign for the longitude": (north, -east),
        }
    for words, there in others.items():
        if abs(there[0]) <= _POLE and min(_kilometres(there, town) for town in towns) * _CLOSER < distance:
            return words, there
    return None


def _kilometres(one: Town, other: Town) -> float:
    """About how far two points are apart: exact enough for hundreds of kilometres."""
    east = (one[1] - other[1] + 180) % 360 - 180
    middle = math.radians((one[0] + other[0]) / 2)
    return _DEGREE * math.hypot(one[0] - other[0], east * math.cos(middle))


Cell = tuple[int, int]


def _cells(places: Mapping[str, Located[Place]]) -> Mapping[Cell, int]:
    """How many places lie in each square of two degrees."""
    found: dict[Cell, int] = {}
    for located in places.values():
        if (here := _position(located.record)) is not None:
            found[_cell(here)] = found.get(_cell(here), 0) + 1
    return found


def _cell(position: Town) -> Cell:
    return math.floor(position[0] / 2), math.floor(position[1] / 2)


def _around(cell: Cell, cells: Mapping[Cell, int]) -> int:
    steps = (-1, 0, 1)
    return sum(cells.get((cell[0] + up, cell[1] + right), 0) for up in steps for right in steps)


def _swapped_among(here: Town, cells: Mapping[Cell, int]) -> Turned | None:
    """Where nothing else tells: a place that is alone, and would be among others if it were swapped."""
    there = here[1], here[0]
    alone = _around(_cell(here), cells) == 1
    return (_SWAPPED, there) if alone and _around(_cell(there), cells) >= _NEIGHBOURS else None


CHECK = Check(
    CODE,
    Severity.WARNING,
    "A place lies where its country and the places around it are.",
    run,
)
