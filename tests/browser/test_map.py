"""The map as readers meet it: on a phone and on a desk, with the keyboard, by night, with no scripts."""

from itertools import combinations

import pytest
from trees import write_tree

MADE_UP = """
    == content/index.md
    ---
    title: A test
    summary: Made up for tests.
    ---
    == content/places.yaml
    - {id: syria, name: Syria, country: SY, precision: country}
    - {id: region, name: A region in the east, latitude: 36.2, longitude: 42.9, precision: region}
    - {id: area, name: An area, latitude: 35.4, longitude: 44.4, precision: area}
    - {id: nowhere, name: Nowhere known}
"""
TOWNS = """    - {{id: town-{0}, name: "{1}", latitude: {2:.2f}, longitude: {3:.2f}, precision: locality}}
"""
EVENT = """    - {{id: e-{0}, date: 2020-01-{1:02d}, place: {2}, title: Made-up event {0}, summary: Made up., sources: [{{title: S}}]}}
"""
NAMES = (
    "Made-up town",
    "Wide Willow Mill",
    "Il",
    "Ammerammergauville",
    "Mount Quux & Sons",
    "بلدة مختلقة",
    "Żółć",
    "Мир",
)


def config(language: str) -> str:
    return f"""
    == mkdocs.yml
    site_name: A test
    docs_dir: content
    theme:
      name: material
      language: {language}
      palette:
        - {{media: "(prefers-color-scheme)", toggle: {{icon: material/brightness-auto, name: Light}}}}
        - {{media: "(prefers-color-scheme: light)", scheme: default, toggle: {{icon: material/weather-sunny, name: Dark}}}}
        - {{media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {{icon: material/weather-night, name: System}}}}
    plugins: [search, timeline]
    nav: [Home: index.md, Map: map/index.md]
"""


@pytest.fixture(scope="session")
def crowded(tmp_path_factory, build, serve) -> str:
    """The address of a site with some forty made-up places, several of them close together."""
    towns = [
        (f"town-{n}", f"{NAMES[n % len(NAMES)]} {n}", 33.3 + (n * 7 % 11) * 0.21, 43.2 + (n * 5 % 13) * 0.17)
        for n in range(36)
    ]
    tree = config("en") + MADE_UP + "".join(TOWNS.format(id.split("-")[1], *rest) for id, *rest in towns)
    tree += "    == content/events/all.yaml\n"
    ids = ["syria", "region", "area", "nowhere", *(id for id, *_ in towns), *(["town-3"] * 9)]
    tree += "".join(EVENT.format(n, 1 + n % 28, id) for n, id in enumerate(ids))
    return serve(build(write_tree(tmp_path_factory.mktemp("crowded"), tree)))


def boxes(page, selector: str) -> list[dict[str, float]]:
    """The boxes, in CSS pixels, of what is seen of a kind of thing on the map."""
    return page.evaluate(
        """(selector) => [...document.querySelectorAll(`.map__sheet ${selector}`)]
             .filter((thing) => thing.checkVisibility())
             .map((thing) => {
               const { left, right, top, bottom } = thing.getBoundingClientRect();
               return { left, right, top, bottom, text: thing.textContent };
             })""",
        selector,
    )


def overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """By how many pixels, in the direction in which it is less, two boxes overlap."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return min(across, down)


# A line's box is as high as its face, with room above and below that no letter uses.
LEADING = 5


@pytest.mark.parametrize("width", [320, 390, 560, 700, 960, 1280, 1600])
def test_names_do_not_overlap(visit, crowded, width):
    page = visit(f"{crowded}map/", width=width).page
    page.evaluate("document.fonts.ready")
    names = boxes(page, "text")
    assert len(names) > 10
    assert [
        (one["text"], other["text"]) for one, other in combinations(names, 2) if overlap(one, other) > LEADING
    ] == []


@pytest.mark.parametrize("width", [320, 390, 560, 700, 960, 1280])
def test_names_are_large_enough_to_read_and_stay_on_the_map(visit, crowded, width):
    page = visit(f"{crowded}map/", width=width).page
    (sheet,) = page.evaluate(
        """() => [...document.querySelectorAll('.map__sheet')].filter((s) => s.checkVisibility()).map((s) => {
             const { left, right, width } = s.getBoundingClientRect();
             return { left, right, scale: width / s.viewBox.baseVal.width };
           })"""
    )
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.map__sheet text')].filter((t) => t.checkVisibility())
             .map((t) => parseFloat(getComputedStyle(t).fontSize))"""
    )
    assert min(sizes) * sheet["scale"] >= 11
    for name in boxes(page, "text"):
        assert name["left"] >= sheet["left"] - 1
        assert name["right"] <= sheet["right"] + 1


@pytest.mark.parametrize("width", [390, 1280])
def test_one_rendition_is_shown_and_only_its_links_are_reached(visit, address, width):
    page = visit(f"{address}map/", width=width).page
    assert page.locator(".map__sheet:visible").count() == 1
    seen = [link["text"] for link in boxes(page, "a")]
    page.locator(".map__sheet:visible a").first.focus()
    reached = []
    for _ in seen:
        reached.append(page.evaluate("document.activeElement.textContent"))
        page.keyboard.press("Tab")
    assert reached == seen
    assert page.evaluate("document.activeElement.closest('svg')") is None


def test_a_name_is_said_once_with_its_number_of_events(visit, address):
    page = visit(f"{address}map/").page
    assert page.get_by_role("group", name="Map of the places").count() == 1
    link = page.get_by_role("link", name="Green Zone: 1 event")
    assert link.count() == 1


@pytest.mark.parametrize("javascript", [True, False])
def test_a_dot_leads_to_the_page_of_its_place(visit, address, javascript):
    page = visit(f"{address}map/", width=390, javascript=javascript).page
    page.locator(".map__sheet:visible a", has_text="Balad airbase").locator(".map__point").click()
    page.wait_for_url("**/places/balad-airbase/")
    page.get_by_role("link", name="All places on the map").click()
    page.wait_for_url("**/map/")


def test_the_focus_is_seen_on_the_dot(visit, address):
    page = visit(f"{address}map/").page
    stroke = (
        """() => getComputedStyle(document.querySelector('.map__rendition--wide .map__point')).strokeWidth"""
    )
    before = page.evaluate(stroke)
    page.keyboard.press("Tab")
    for _ in range(40):
        if page.evaluate("document.activeElement.closest('.map__sheet') !== null"):
            break
        page.keyboard.press("Tab")
    assert page.evaluate(stroke) != before


@pytest.mark.parametrize("path", ["map/", "places/area/", "places/syria/", "places/region/"])
def test_axe_finds_nothing(visit, crowded, axe_in_every_look, path):
    seen = visit(crowded + path)
    assert axe_in_every_look(seen) == {}
    assert (seen.foreign, seen.failures, seen.errors, seen.overflow) == ([], [], [], 0)


def test_the_map_is_printed_once_with_its_list(visit, address):
    page = visit(f"{address}map/").page
    page.emulate_media(media="print")
    assert page.locator(".map__sheet:visible").count() == 1
    assert page.get_by_text("Northern Iraq").first.is_visible()


def test_readers_own_colours_are_kept(visit, address):
    page = visit(f"{address}map/", forced_colors="active").page
    paint = "s => getComputedStyle(document.querySelector(`.map__rendition--wide ${s}`)).fill"
    assert page.evaluate(paint, ".map__land") != page.evaluate(paint, ".map__name")
    assert page.evaluate(paint, ".map__point") == page.evaluate(paint, ".map__name")
