"""Places on the wrong side of the world."""

import pytest
from projects import check, told

IRAQ = "- {id: iraq, name: Iraq, latitude: 33.2, longitude: 43.7}\n"


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        (
            "within: iraq, latitude: 44.36, longitude: 33.31",
            "write latitude: 33.31 and longitude: 44.36, if that is what is meant",
        ),
        (
            "timezone: Asia/Baghdad, latitude: 44.36, longitude: 33.31",
            "write latitude: 33.31 and longitude: 44.36, if that is what is meant",
        ),
        (
            "country: Iraq, latitude: 44.36, longitude: 33.31",
            "write latitude: 33.31 and longitude: 44.36, if that is what is meant",
        ),
        (
            "country: PE, latitude: -12.05, longitude: 77.05",
            "write latitude: -12.05 and longitude: -77.05, if that is what is meant",
        ),
        (
            "country: AU, latitude: 33.86, longitude: 151.2",
            "write latitude: -33.86 and longitude: 151.2, if that is what is meant",
        ),
    ],
)
def test_coordinates_that_are_swapped_or_have_lost_a_sign_are_told(tmp_path, place, hint):
    problems = told(check(tmp_path, f"== content/places.yaml\n{IRAQ}- {{id: town, name: T, {place}}}"))
    assert [(p.code, p.hint) for p in problems] == [("misplaced", hint)]


def test_a_place_alone_that_would_be_among_the_others_if_it_were_swapped_is_told(tmp_path):
    others = [(33.31, 44.36), (33.26, 44.23), (33.94, 44.36)]
    rows = "\n".join(
        f"- {{id: p{n}, name: P{n}, latitude: {a}, longitude: {b}}}" for n, (a, b) in enumerate(others)
    )
    wrong = "- {id: town, name: T, latitude: 44.4, longitude: 33.3}"
    (problem,) = told(check(tmp_path, f"== content/places.yaml\n{rows}\n{wrong}"))
    assert (problem.place, problem.code) == ("content/places.yaml:4:33", "misplaced")


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("latitude: 0, longitude: 0", "'town' lies at 0, 0, in the sea off Africa"),
        (
            "within: spot, latitude: 51.5, longitude: 0.1",
            "'town' lies about 4,200 km from 'spot', in which it lies",
        ),
        ("within: iraq, latitude: 51.5, longitude: 0.1", ""),
        (
            "country: Iraq, latitude: 33.3, longitude: 4.4",
            "'town' lies about 3,700 km from the towns of its country, Iraq",
        ),
        ("country: FR, latitude: -20.88, longitude: 55.45", ""),
        ("country: DK, latitude: 64.18, longitude: -51.72", ""),
        ("country: IN, latitude: 10.5, longitude: 72.6", ""),
        ("within: spot, latitude: 33.4, longitude: 44.3", ""),
        ("latitude: 0, longitude: 9.45", ""),
    ],
)
def test_a_place_nowhere_or_far_from_a_small_one_that_holds_it_is_told(tmp_path, place, message):
    spot = "- {id: spot, name: S, within: iraq, latitude: 33.31, longitude: 44.36, precision: locality}\n"
    problems = told(check(tmp_path, f"== content/places.yaml\n{IRAQ}{spot}- {{id: town, name: T, {place}}}"))
    assert [(p.place, p.code, p.message) for p in problems] == [
        (problem.place, "misplaced", message) for problem in problems[: bool(message)]
    ]
    assert len(problems) == bool(message)


@pytest.mark.parametrize(
    "place",
    [
        "timezone: Europe/Paris, latitude: 48.39, longitude: -4.49",  # Brest, west of Greenwich
        "country: FR, latitude: 43.7, longitude: 7.26",
        "timezone: Europe/Istanbul, latitude: 38.5, longitude: 43.38",  # where the two are nearly alike
        "country: US, latitude: 21.31, longitude: -157.86",
        "country: NZ, latitude: -77.85, longitude: 166.76",  # a station in the Antarctic
        "country: FR, latitude: 10.3, longitude: -109.22",
        "country: Norway, latitude: -54.42, longitude: 3.36",
        "country: RU, latitude: 43.12, longitude: 131.9",
        "country: FJ, latitude: -16.5, longitude: -179.9",
        "country: Nowhereland, latitude: 44.36, longitude: 33.31",
        "latitude: 44.36, longitude: 33.31",
        "timezone: Asia/Baghdad",
    ],
)
def test_places_where_they_are_are_left_alone(tmp_path, place):
    assert told(check(tmp_path, f"== content/places.yaml\n- {{id: town, name: T, {place}}}")) == []
