"""The map: what it shows of the world, how exactly, and that names neither overlap nor break out."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.pages import map as map_page
from timeline.pages.mapping.atlas import country_code, load_atlas
from timeline.pages.mapping.crop import Shape, crop
from timeline.pages.mapping.drawing import SHEETS
from timeline.pages.mapping.labels import Mark, Room, Type, placed
from timeline.pages.mapping.lettering import lines, width
from timeline.pages.mapping.outlines import outlines_within
from timeline.pages.mapping.projection import EqualEarth, LambertAzimuthal
from timeline.pages.mapping.shapes import Box, area, box_around, cut_ring, inside, path, simplified
from timeline.pages.mapping.sphere import Cap, angle, middle

SHEET = Shape(1060, 470, 680, 150)
PHONE = Shape(360, 330, 440, 58)
CITIES = {
    "Baghdad": (44.4, 33.3),
    "Suva": (178.4, -18.1),
    "Apia": (-171.8, -13.8),
    "Washington": (-77.0, 38.9),
    "Tokyo": (139.7, 35.7),
    "Sydney": (151.2, -33.9),
    "Anadyr": (177.5, 64.7),
}

lons = st.floats(-180, 180, allow_nan=False)
lats = st.floats(-90, 90, allow_nan=False)
places = st.tuples(lons, lats)


# Projections


@given(places, places)
def test_lamberts_projection_is_undone_by_its_inverse(centre, place):
    if angle(centre, place) > 179:
        return  # the antipode is a circle on the map
    projection = LambertAzimuthal(*centre)
    assert angle(projection.unproject(*projection.project(*place)), place) < 0.001


def test_a_degree_in_the_middle_of_lamberts_map_is_a_degree_long():
    projection = LambertAzimuthal(44.3, 33.6)
    assert projection.project(44.3, 33.6) == pytest.approx((0, 0))
    assert projection.project(44.3, 34.6) == pytest.approx((0, -111.19), abs=0.05)
    x, y = projection.project(45.3, 33.6)
    assert (x, y) == pytest.approx((92.6, -0.45), abs=0.1)


def test_equal_earth_is_as_wide_and_high_as_its_authors_say():
    """Half the equator is 2.7066 radii long, the way to a pole 1.3173 (Šavrič and others, 2018)."""
    assert EqualEarth().project(180, 0)[0] / 6371 == pytest.approx(2.7066, abs=0.0005)
    assert EqualEarth().project(0, 90)[1] / 6371 == pytest.approx(-1.3173, abs=0.0005)


@given(st.floats(-170, 170), st.floats(-80, 80))
def test_both_projections_keep_areas(lon, lat):
    patch = [(lon, lat), (lon + 0.5, lat), (lon + 0.5, lat + 0.5), (lon, lat + 0.5)]
    turned = [((x - lon + 30 + 540) % 360 - 180, y) for x, y in patch]
    for projection in (LambertAzimuthal(0, 40), EqualEarth()):
        areas = [area([projection.project(*place) for place in corners]) for corners in (patch, turned)]
        if angle((0, 40), (lon, lat)) < 150:
            assert areas[0] == pytest.approx(areas[1], rel=0.01)


# Which part of the world


def frame_of(*names, shape=SHEET):
    return crop([CITIES[name] for name in names], shape, load_atlas())


@settings(max_examples=40, deadline=None)
@given(st.lists(places, min_size=1, max_size=6), st.sampled_from([SHEET, PHONE]))
def test_every_place_lies_on_the_paper_wherever_it_is(given_places, shape):
    frame = crop(given_places, shape, load_atlas())
    for place in given_places:
        x, y = frame.point(*place)
        assert -0.5 <= x <= frame.width + 0.5
        assert -0.5 <= y <= frame.height + 0.5


def test_a_single_place_gets_enough_around_it_to_be_known_by():
    frame = frame_of("Baghdad")
    assert frame.point(*CITIES["Baghdad"]) == pytest.approx((frame.width / 2, frame.height / 2), abs=2)
    assert min(frame.width, frame.height) / frame.scale >= 399
    _, ground = outlines_within(frame, 20_000, 0.6)
    assert ground.borders


def test_a_place_with_nothing_around_it_is_shown_from_further_off():
    atlas = load_atlas()
    alone, near = crop([(-155.0, 5.0)], SHEET, atlas), frame_of("Baghdad")
    assert near.scale > 4 * alone.scale
    assert outlines_within(alone, 20_000, 0.6)[1].land


def test_places_on_both_sides_of_the_date_line_stand_side_by_side():
    frame = frame_of("Suva", "Apia")
    assert not frame.world
    assert frame.width / frame.scale < 3000
    assert frame.point(*CITIES["Suva"])[0] < frame.point(*CITIES["Apia"])[0]


def test_places_all_over_the_globe_get_the_whole_of_it():
    frame = frame_of("Baghdad", "Washington", "Tokyo", "Sydney")
    assert frame.world
    assert frame.point(-180, 0)[0] == pytest.approx(0, abs=1)
    assert frame.point(180, 0)[0] == pytest.approx(frame.width, abs=1)


def test_the_middle_of_antipodes_is_nowhere():
    assert middle([(0, 0), (180, 0)]) is None
    assert middle([(170, 0), (-170, 0)]) == pytest.approx((180, 0))


# Outlines


@pytest.mark.parametrize(
    ("place", "on_land"),
    [
        ((44.4, 33.3), True), ((2.0, 17.0), True), ((0.0, -90.0), True), ((177.5, 66.5), True),
        ((-179.0, -16.0), False), ((178.0, -17.8), True), ((51.0, 42.0), False), ((0.0, 0.0), False),
        ((0.0, 89.9), False), ((-179.0, -40.0), False), ((174.8, -38.5), True), ((-60.0, -3.0), True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("shape", [SHEET, PHONE])
def test_land_is_land_and_sea_is_sea_also_where_the_map_has_the_antipode_of_a_continent(
    place, on_land, shape
):
    frame = crop([place], shape, load_atlas())
    outlines, _ = outlines_within(frame, 20_000, 0.6)
    rings = outlines.rings(load_atlas().land)
    assert (sum(inside(frame.point(*place), ring) for ring in rings) % 2 == 1) is on_land


def test_the_world_is_cut_at_the_date_line_and_not_drawn_across():
    frame = frame_of("Baghdad", "Washington", "Tokyo", "Sydney")
    outlines, ground = outlines_within(frame, 20_000, 0.6)
    assert ground.size <= 20_000
    for ring in outlines.rings(load_atlas().land):
        box = box_around(ring)
        assert box.right - box.left < frame.width * 0.6


def test_on_a_map_of_the_world_countries_of_one_code_or_of_none_are_drawn_each_as_it_is():
    outlines, _ = outlines_within(frame_of("Baghdad", "Washington", "Tokyo", "Sydney"), 20_000, 0.6)
    alike = [country for country in load_atlas().countries if country.code in {"", "AU"}]
    assert len({country.code for country in alike}) < len(alike)
    for country in [*alike, *alike]:
        assert outlines.polygons(country) == outlines.rings(country.rings)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
@pytest.mark.parametrize(
    "names", [("Baghdad",), ("Baghdad", "Washington"), ("Tokyo", "Anadyr"), tuple(CITIES)]
)
def test_outlines_stay_within_their_budget(sheet, names):
    _, ground = outlines_within(frame_of(*names, shape=sheet.shape), sheet.budget, 0.6)
    assert 100 < ground.size <= sheet.budget


def test_countries_are_known_by_code_and_by_name_in_two_languages(edition):
    locale = edition("== content/index.md\n---\ntitle: Made up\n---\n").language.locale
    assert [country_code(name, locale) for name in ("IQ", "iq", "Iraq", "IRAQ", "Atlantis")] == ["IQ"] * 4 + [
        ""
    ]
    assert load_atlas().country("IQ").name == "Iraq"
    assert load_atlas().country("AU").name == "Australia"  # not the islands that have its code, too
    assert load_atlas().country("") is None


def test_a_circle_on_the_globe_meets_another_across_the_date_line():
    assert Cap(179, 0, 2).meets(Cap(-179, 0, 2))
    assert not Cap(179, 0, 0.5).meets(Cap(-179, 0, 0.5))


def test_a_line_keeps_its_ends_and_what_matters_of_it():
    line = [(0, 0), (1, 0.01), (2, 0), (3, 5), (4, 0)]
    assert simplified(line, 0.5) == [(0, 0), (2, 0), (3, 5), (4, 0)]


def test_a_ring_is_cut_to_a_rectangle():
    cut = cut_ring([(-5, -5), (5, -5), (5, 5), (-5, 5)], Box(0, 0, 10, 10))
    assert area(cut) == 25
    assert cut_ring([(20, 20), (30, 20), (30, 30)], Box(0, 0, 10, 10)) == []


def test_a_path_is_written_as_short_as_svg_allows():
    assert path([[(0, 0), (1.25, -0.5), (1.25, 2)]], closed=True) == "M0 0l1.2-.5 0 2.5z"


# Names

words = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x6FF, exclude_categories=["Cs", "Cc"]), min_size=1
)
marks = st.builds(Mark, st.integers(0, 360), st.integers(0, 340), st.floats(2, 20))


@settings(deadline=None)
@given(st.lists(st.tuples(words, marks), max_size=60))
def test_no_two_names_overlap_nor_a_name_and_another_mark(named):
    room = Room(Box(3, 3, 357, 337))
    for _, mark in named:
        room.take(mark.box.grown(1))
    labels = [label for label in placed(named, Type(14, 118), room) if label]
    for number, label in enumerate(labels):
        assert room.paper.holds(label.box)
        for other in labels[number + 1 :]:
            assert not label.box.meets(other.box)
        for _, mark in named:
            assert not label.box.meets(mark.box)


def test_a_name_with_no_room_beside_its_dot_stands_on_a_line_from_it():
    crowd = [(f"Town {n}", Mark(180 + n % 3 * 6, 170 + n // 3 * 6, 5)) for n in range(9)]
    room = Room(Box(0, 0, 360, 340))
    for _, mark in crowd:
        room.take(mark.box)
    labels = [label for label in placed(crowd, Type(14, 118), room) if label]
    assert any(label.leader for label in labels)


def test_long_names_are_broken_once_and_then_cut():
    assert lines("Balad airbase", 14, 118) == ("Balad airbase",)
    assert len(lines("Al Asad airbase and its surroundings", 14, 130)) == 2
    for line in lines("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch in Wales", 14, 118):
        assert width(line, 14) <= 118
    assert width("مطار بغداد", 14) > 40


# The page

TREE = """
    == content/index.md
    ---
    title: A test
    summary: Made up for tests.
    ---
    == content/places.yaml
    - {id: iraq, name: Iraq, country: Iraq, latitude: 33, longitude: 44, precision: country}
    - {id: baghdad, name: Baghdad, within: iraq, latitude: 33.31, longitude: 44.37, precision: locality}
    - {id: airport, name: Airport, within: baghdad, latitude: 33.26, longitude: 44.23, precision: exact}
    - {id: zone, name: "<b>Zone</b> & \\"co\\"", within: baghdad, latitude: 33.31, longitude: 44.39, precision: area}
    - {id: north, name: North, within: iraq, latitude: 36, longitude: 43.5, precision: region}
    - {id: nowhere, name: Nowhere, within: iraq}
    == content/events/all.yaml
    - {id: a, date: 2020-01-01, place: airport, title: One, summary: Made up., sources: [{title: S}]}
    - {id: b, date: 2020-01-02, place: zone, title: Two, summary: Made up., sources: [{title: S}]}
    - {id: c, date: 2020-01-03, place: zone, title: "Three <i>", summary: Made up., sources: [{title: S}]}
    - {id: d, date: 2020-01-04, place: north, title: Four, summary: Made up., sources: [{title: S}]}
    - {id: e, date: 2020-01-05, place: nowhere, title: Five, summary: Made up., sources: [{title: S}]}
    - {id: f, date: 2020-01-06, title: Six, summary: Made up., sources: [{title: S}]}
    - {id: g, date: 2020-01-07, place: iraq, title: Seven, summary: Made up., sources: [{title: S}]}
"""


class _Tags(HTMLParser):
    """The tags of a page with their attributes, and whether they are balanced."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [a for t, a in self.tags if t == tag and all(a.get(k) == v for k, v in wanted.items())]


def maps(html: str) -> list[str]:
    """The three renditions of the map, without their keys."""
    renditions = html.split("map__rendition--")[1:]
    assert len(renditions) == 3
    return [rendition[: rendition.index("map__key")] for rendition in renditions]


def test_the_list_below_the_map_has_every_place_and_every_event(publish):
    html = publish(TREE)["map/"].html
    text = re.sub(r"<[^>]+>", " ", html[html.index("</figure>") :])
    for title in ("One", "Two", "Three &lt;i&gt;", "Four", "Five", "Six", "Seven"):
        assert text.count(title) == 1
    on, off = text.split("Not on the map")
    assert "Nowhere" in off
    assert "Nowhere" not in on
    assert "Six" in off.split("Place not stated")[1]


def test_a_map_links_each_place_with_events_and_no_other_most_events_first(publish):
    for drawing in maps(publish(TREE)["map/"].html):
        links = [link["href"].split("/")[-2] for link in _Tags(drawing).all("a")]
        assert links == ["zone", "airport", "north", "iraq"]


def test_what_is_no_point_is_not_drawn_as_one(publish):
    for drawing in maps(publish(TREE)["map/"].html):
        tags = _Tags(drawing)
        circles = {a.get("class"): a for a in tags.all("circle") if a.get("class") != "map__reach"}
        assert set(circles) == {"map__point", "map__area", "map__region"}
        assert (
            float(circles["map__region"]["r"])
            > float(circles["map__area"]["r"])
            > float(circles["map__point"]["r"])
        )
        assert len(tags.all("path", **{"class": "map__country"})) == 1


def test_hostile_names_stay_text(publish):
    html = publish(TREE)["map/"].html
    assert "<b>" not in html
    assert "&lt;b&gt;Zone&lt;/b&gt; &amp; &#34;co&#34;: 2 events" in html


def test_the_map_is_the_same_bytes_for_the_same_input(publish):
    assert publish(TREE)["map/"].html == publish(TREE)["map/"].html


def test_a_site_without_coordinates_has_the_page_with_its_list(publish):
    tree = re.sub(r", latitude: [\d.]+, longitude: [\d.]+, precision: \w+", "", TREE)
    html = publish(tree)["map/"].html
    assert "<figure" not in html
    assert "Not on the map" in html
    assert html.count("Made up") == 0
    assert "One" in html


def test_a_site_without_events_has_the_page(publish):
    html = publish("== content/index.md\n---\ntitle: Made up\n---\n")["map/"].html
    assert "Nothing stands here yet." in html


def test_a_place_whose_events_are_all_retracted_is_drawn_hollow(publish):
    tree = TREE.replace(
        "title: One,", "title: One, status: retracted, retracted: {date: 2020-02-01, reason: Made up.},"
    )
    html = publish(tree)["map/"].html
    assert len(re.findall(r'class="map__point map__hollow"', html)) == 3
    assert "every event here was retracted" in html


def test_the_svg_of_a_small_chronology_is_small(publish):
    assert sum(map(len, maps(publish(TREE)["map/"].html))) < 60_000


def test_a_long_list_gives_the_first_events_of_each_place_and_leads_to_all(publish):
    event = "- {{id: x{0}, date: 2020-02-01, place: {1}, title: Event {0}, summary: Made up., sources: [{{title: S}}]}}"
    more = "\n".join("    " + event.format(n, "zone") for n in range(310))
    html = publish(TREE.rstrip() + "\n" + more + "\n")["map/"].html
    assert html.count('href="../events/x') < 10
    assert "All events: " in html


def test_of_very_many_places_those_with_most_events_are_marked_and_all_are_seen(publish):
    """A page holds about 1,500 elements, whatever the number of places and of events without one."""
    town = (
        "- {{id: town-{0}, name: Town {0}, within: iraq, latitude: {1}, longitude: {2}, precision: locality}}"
    )
    towns = "\n".join("    " + town.format(n, 30 + n % 20 / 4, 41 + n // 20 / 4) for n in range(150))
    event = (
        "- {{id: x{0}, date: 2020-02-01,{1} title: Event {0}, summary: Made up., sources: [{{title: S}}]}}"
    )
    more = "\n".join("    " + event.format(n, f" place: town-{n % 150},") for n in range(160))
    none = "\n".join("    " + event.format(n, "") for n in range(200, 300))
    tree = TREE.replace("    == content/events", f"{towns}\n    == content/events").rstrip()
    html = publish(f"{tree}\n{more}\n{none}\n")["map/"].html
    assert len(_Tags(html).tags) < 1_500
    marked = ["zone", *(f"town-{n}" for n in range(10))]
    for drawing in maps(html):
        links = [link["href"].split("/")[-2] for link in _Tags(drawing).all("a")]
        assert links[: len(marked)] == marked
        (dots,) = _Tags(drawing).all("path", **{"class": "map__dots"})
        assert len(links) + dots["d"].count("M") == 150 + 4
    below = html[html.index("</figure>") :]
    assert "The places with most events" in below
    assert '<a href="../places/town-0/">Town 0</a>' in below
    assert '<a href="../places/">All places</a>' in below
    assert "61 more events have no place" in below


def test_where_places_are_more_than_an_eye_tells_apart_one_dot_stands_for_those_close_together(edition):
    places = "".join(
        f"- {{id: p{n}, name: P{n}, latitude: {n % 60}.{n % 7}, longitude: {n // 60 * 2 - 60}.{n % 9}}}\n"
        for n in range(1_800)
    )
    events = "".join(
        f"- {{id: e{n}, date: 2020-01-01, place: p{n}, title: E{n}, sources: [{{title: S}}]}}\n"
        for n in range(1_800)
    )
    (draft,) = map_page.documents(
        edition(f"== content/places.yaml\n{places}== content/events/a.yaml\n{events}")
    )
    html = draft.make().html
    counts = [dots["d"].count("M") for dots in _Tags(html).all("path", **{"class": "map__dots"})]
    assert len(counts) == 3
    assert all(400 < count <= 1_000 for count in counts)


# On the page of a place


@pytest.mark.parametrize(("id", "said"), [("airport", "Map: Airport in Iraq"), ("iraq", "Map: Iraq")])
def test_the_page_of_a_place_says_where_it_lies(publish, id, said):
    html = publish(TREE)[f"places/{id}/"].html
    (figure,) = re.findall(r'<figure class="locator">.*?</figure>', html, flags=re.DOTALL)
    assert f'aria-label="{said}"' in figure
    assert len(figure) < 20_000


def test_the_page_of_a_place_without_coordinates_has_no_map(publish):
    assert "locator" not in publish(TREE)["places/nowhere/"].html
