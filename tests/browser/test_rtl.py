"""A site in Arabic is the mirror image of one in English, and words in another direction keep their own."""

import time
from pathlib import Path

import pytest

SITES = Path(__file__).parents[1] / "sites"
PREFIX = "/sijill/"
PAGES = {
    "home": "",
    "event": "events/inhiyar/",
    "event in another language": "events/vigil/",
    "retracted event": "events/ishaa/",
    "article": "articles/made-up-report/",
    "storyline": "storylines/english/",
    "place": "places/mithaliya/",
    "actor": "actors/sample-works/",
    "tag": "tags/made%20up/",
    "source": "sources/post/",
    "storylines": "storylines/",
    "sources": "sources/",
    "corrections": "corrections/",
    "map": "map/",
    "page": "method/",
    "not found": "404.html",
}


@pytest.fixture(scope="session")
def arabic(build, serve):
    return serve(build(SITES / "arabic"), PREFIX)


@pytest.fixture(scope="session")
def english(build, serve):
    return serve(build(SITES / "everything"), "/everything/")


def middle(page, selector: str) -> float:
    """How far along the page's width the first of some elements stands, from 0 at the left to 1."""
    box = page.locator(selector).first.bounding_box()
    return (box["x"] + box["width"] / 2) / page.evaluate("document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [390, 1280])
def test_what_stands_at_the_left_in_english_stands_at_the_right_in_arabic(visit, arabic, english, width):
    there, here = visit(english, width=width).page, visit(arabic, width=width).page
    for selector in (".masthead__name", ".sections li", ".entry .mark", ".day__name", ".strip__bar"):
        assert middle(there, selector) < 0.5 < middle(here, selector), selector


def test_the_spine_runs_at_the_right_and_what_we_know_stands_at_the_left(visit, arabic):
    page = visit(arabic).page
    assert middle(page, ".entry--key .entry__known") < middle(page, ".entry--key .entry__told")
    assert middle(page, ".entry--key .entry__told") < middle(page, ".entry--key .mark")
    assert middle(page, ".entry--key .mark") < middle(page, ".day__name")


def test_nothing_moves_when_the_faces_come_late(visit, arabic):
    seen = visit(f"{arabic}404.html")

    def late(route):
        time.sleep(0.25)
        route.continue_()

    seen.page.route("**/*.woff2", late)
    seen.page.goto(arabic, wait_until="load")
    assert seen.moved() < 0.01


def test_previous_is_at_the_right_and_next_at_the_left(visit, arabic):
    page = visit(f"{arabic}events/inhiyar/").page
    assert middle(page, ".neighbour--next") < 0.5 < middle(page, ".neighbour--previous")


def test_the_map_keeps_east_at_the_right(visit, arabic):
    page = visit(f"{arabic}map/").page
    west, east = (
        page.locator(f'figure a[href*="{id}"] circle >> visible=true').first.bounding_box()["x"]
        for id in ("mithaliya", "camp-sample")
    )
    assert west < east


def test_every_word_of_the_frame_is_arabic(visit, arabic):
    page = visit(arabic).page
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.locator("body").get_attribute("dir") == "rtl"
    frame = page.locator(".sections, .head, .strip, .day__head, .status, .foot__title").all_inner_texts()
    assert [text for text in frame if text.isascii() and any(map(str.isalpha, text))] == []


def test_text_in_another_language_says_so_and_runs_its_own_way(visit, arabic):
    page = visit(f"{arabic}events/vigil/").page
    assert page.locator("h1").get_attribute("lang") == "en"
    assert page.locator("h1").get_attribute("dir") == "ltr"
    for selector in (".event__summary", ".account__says", ".citation__title"):
        words = page.locator(selector).first
        assert (words.get_attribute("lang"), words.get_attribute("dir")) == ("en", "ltr")
    assert page.locator("h1").evaluate("e => getComputedStyle(e).textAlign") in {"right", "-webkit-right"}
    summary, kicker = (
        page.locator(".event__summary").bounding_box(),
        page.locator(".head__kicker").bounding_box(),
    )
    assert abs(summary["x"] + summary["width"] - kicker["x"] - kicker["width"]) < 1


def test_names_without_a_stated_language_take_the_direction_of_their_letters(visit, arabic, english):
    page = visit(f"{arabic}actors/sample-works/").page
    page.goto(f"{arabic}events/inhiyar/")
    assert page.locator('a[href$="actors/sample-works/"]').first.get_attribute("dir") == "auto"
    assert page.locator(".media__credit bdi").first.inner_text() == "Sample Works Ltd"
    page = visit(english).page
    assert page.locator('.sources bdi, a[dir="rtl"]').first.inner_text()


def test_a_foreign_name_does_not_disorder_the_date_behind_it(visit, english):
    """A date right of an Arabic name begins with its day, as it does after any other name."""
    page = visit(f"{english}storylines/jisr/").page
    left = page.evaluate(
        """() => {
          const item = document.querySelector('.sources li')
          const date = [...item.childNodes].find(n => n.nodeType === 3 && n.data.includes('2020'))
          const at = text => {
            const range = document.createRange()
            range.setStart(date, date.data.indexOf(text))
            range.setEnd(date, date.data.indexOf(text) + text.length)
            return range.getBoundingClientRect().left
          }
          return [item.querySelector('bdi').getBoundingClientRect().left, at('3'), at('Mar'), at('2020')]
        }"""
    )
    assert left == sorted(left)


def test_search_opens_and_finds_in_arabic(visit, arabic):
    page = visit(arabic).page
    page.locator(".md-search__input").click()
    page.keyboard.type("رسالة")
    page.locator(".md-search-result__item").first.wait_for()
    assert "رسالة تنتشر" in page.locator(".md-search-result__item").first.inner_text()
    assert middle(page, ".md-search__inner") < 0.5


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, axe_in_every_look, arabic, path):
    seen = visit(arabic + path)
    assert axe_in_every_look(seen) == {}
    for width in (1280, 390):
        seen.page.set_viewport_size({"width": width, "height": 900})
        assert seen.overflow == 0, width
    assert seen.foreign == []
    assert [failure for failure in seen.failures if "404" not in failure] == []
