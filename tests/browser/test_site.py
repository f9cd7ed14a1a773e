"""This project's own site, as readers meet it: on a phone and on a desk, by day and by night, with no scripts."""

import gzip
import time
from itertools import pairwise

import pytest
from browser.large import THEME
from browser.links import broken_links

PAGES = {
    "home": "",
    "event": "events/green-zone-mortars/",
    "article": "articles/missiles-green-zone/",
    "storyline": "storylines/baghdad-airport-strike/",
    "place": "places/green-zone/",
    "actor": "actors/us-embassy-baghdad/",
    "storylines": "storylines/",
    "places": "places/",
    "actors": "actors/",
    "map": "map/",
    "page": "method/",
    "add": "add/",
    "help": "add-an-event/",
    "not found": "404.html",
}
ORDER = [
    "Attack in northern Iraq kills a US contractor",
    "US airstrikes kill 25 fighters in retaliation",
    "US drone strike outside Baghdad airport kills Qasem Soleimani",
    "Two mortar rounds at Baghdad's Green Zone",
    "Two Katyusha rockets hit the Balad airbase",
    "Missiles hit US embassy zone housing troops in Baghdad",
]


@pytest.mark.parametrize("javascript", [True, False])
def test_the_timeline_stands_in_its_order_under_its_headings(visit, address, javascript):
    page = visit(address, width=390, javascript=javascript).page
    assert page.locator(".entry__title").all_inner_texts() == ORDER
    headings = page.locator("h3, h4").all_inner_texts()
    assert headings == [
        "December 2019", "Day not known", "January 2020", "Friday 3 January", "Saturday 4 January",
    ]  # fmt: skip


def test_every_heading_level_is_there_for_those_who_listen(visit, address):
    page = visit(address).page
    levels = page.evaluate("() => [...document.querySelectorAll('h1,h2,h3,h4,h5')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.locator("ol > li > article").count() == len(ORDER)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Baghdad", "Pacific/Kiritimati"])
def test_the_day_shown_is_the_events_own_in_every_browser(visit, address, zone):
    page = visit(f"{address}events/green-zone-mortars/", timezone_id=zone).page
    assert "4 January 2020, evening (Baghdad)" in page.locator("article").first.inner_text()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_nothing_scrolls_sideways_fails_or_comes_from_outside_and_axe_finds_nothing(
    visit, address, axe_in_every_look, path
):
    seen = visit(address + path, width=320)
    overflows = {}
    for width in (320, 390, 768, 1280, 1600):
        seen.page.set_viewport_size({"width": width, "height": 900})
        overflows[width] = seen.overflow
    assert set(overflows.values()) == {0}, overflows
    assert axe_in_every_look(seen) == {}
    assert seen.foreign == []
    assert seen.errors == []
    assert seen.failures == []


def test_the_one_style_sheet_says_what_its_parts_say_and_is_small(visit, address, site):
    (joined,) = site.glob("assets/chronology/chronology.*.css")
    parts = sorted((THEME / "css").glob("*.css"))
    rules = """text => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return [...sheet.cssRules].map(rule => rule.cssText.replace(/,\\s+/g, ","));
    }"""
    page = visit(address).page
    written = page.evaluate(rules, "".join(part.read_text(encoding="utf-8") for part in parts))
    assert page.evaluate(rules, joined.read_text(encoding="utf-8")) == [
        rule.replace("../fonts/", "fonts/") for rule in written
    ]
    assert len(written) > 300
    assert len(gzip.compress(joined.read_bytes())) < 40_000


@pytest.mark.parametrize("files", ["**/bundle.*.js", "**/*.woff2"], ids=["scripts", "faces"])
def test_nothing_moves_when_files_come_late(visit, address, files):
    seen = visit(f"{address}404.html", width=390)

    def late(route):
        time.sleep(0.4)
        route.continue_()

    seen.page.route(files, late)
    seen.page.reload(wait_until="load")
    assert seen.moved() < 0.01
    assert seen.page.locator(".finder").is_visible()


def test_the_sections_are_one_line_on_a_phone_that_shows_where_one_is_and_follows_the_keyboard(
    visit, address
):
    page = visit(f"{address}about/", width=390).page
    links = page.locator(".sections a")
    assert links.count() == 12
    assert len({link.bounding_box()["y"] for link in links.all()}) == 1

    def in_view(link) -> bool:
        box = link.bounding_box()
        return box["x"] >= 0 and box["x"] + box["width"] <= 390

    assert in_view(page.locator(".sections [aria-current]"))
    assert not in_view(links.first)
    links.first.focus()
    assert in_view(links.first)
    for _ in range(11):
        page.keyboard.press("Tab")
        assert in_view(page.locator(":focus"))
    assert page.locator(":focus").inner_text() == "About"


@pytest.mark.parametrize("keys", ["Tab", "Shift+Tab"])
def test_a_keyboard_s_focus_is_never_hidden_by_what_stays_in_view(visit, address, keys):
    page = visit(address, width=390, height=700).page
    page.locator(".page a, .foot a").nth(-1 if keys == "Shift+Tab" else 0).focus()
    hidden = """() => {
      const here = document.activeElement;
      const { left, right, top, bottom } = here.getClientRects()[0];
      const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return here.contains(seen) ? "" : here.outerHTML;
    }"""
    stops = page.locator(".page").locator("a:visible, summary:visible").count()
    assert stops > 20
    for _ in range(stops):
        page.keyboard.press(keys)
        assert not page.evaluate(hidden)


def test_headings_that_stay_stand_below_a_masthead_of_any_height(visit, address):
    seen = visit(address, width=390, height=700)
    page = seen.page
    for name in (
        "Chronology",
        "A name of several lines on a narrow window, as nobody should give to a chronology",
        "A name with aWordThatIsMuchLongerThanAnyTelephoneIsWideAndHasNoBlankInIt",
    ):
        page.evaluate("name => { document.querySelector('.masthead__name').textContent = name }", name)
        assert seen.overflow == 0
        page.locator(".entry--report").scroll_into_view_if_needed()
        page.wait_for_function(
            """() => {
              const bar = document.querySelector('.masthead').getBoundingClientRect().bottom;
              const heads = [...document.querySelectorAll('.day__head')].map(head => head.getBoundingClientRect().top);
              return heads.some(top => Math.abs(top - bar) <= 2);
            }"""
        )


def test_axe_finds_nothing_in_the_open_search(visit, address, axe):
    seen = visit(address)
    seen.page.get_by_role("textbox", name="Search").click()
    seen.page.keyboard.type("rockets")
    seen.page.locator(".md-search-result__item").first.wait_for()
    for scheme in ("light", "dark"):
        seen.show(scheme)
        assert axe(seen) == [], scheme


def test_a_letter_by_itself_leads_nowhere_and_in_a_form_opens_nothing(visit, address):
    page = visit(f"{address}add/").page
    page.locator(".adding--ready").wait_for()
    for letter in ("n", "p"):
        page.keyboard.press(letter)
    page.get_by_role("button", name="Start again").focus()
    for letter in ("n", "p", "s", "f"):
        page.keyboard.press(letter)
    page.wait_for_timeout(300)
    assert page.url == f"{address}add/"
    assert not page.locator("#__search").is_checked()


def test_search_finds_an_event_and_leads_to_its_own_page(visit, address):
    page = visit(address).page
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("katyusha")
    hits = page.locator(".md-search-result__link")
    hits.first.wait_for()
    addresses = [hit.get_attribute("href") for hit in hits.all()]
    assert any("events/balad-rockets/" in found for found in addresses)


def test_an_event_names_what_is_known_and_says_what_is_not(visit, address):
    page = visit(f"{address}events/green-zone-mortars/", javascript=False).page
    text = page.locator("article").first.inner_text()
    for words in (
        "Accounts differ", "Security sources", "Iraqi military", "1–2", "Missiles hit US embassy zone",
        "not stated", "AFP", "5 January 2020, 07:53 (time zone not stated)", "Followed by",
    ):  # fmt: skip
        assert words in text


def test_a_reader_can_walk_the_thread_and_come_back(visit, address):
    page = visit(f"{address}events/balad-rockets/").page
    page.locator("#thread").get_by_role("link", name="Two mortar rounds").click()
    page.wait_for_url("**/events/green-zone-mortars/")
    page.locator("#thread").get_by_role("link", name="Two Katyusha rockets").click()
    page.wait_for_url("**/events/balad-rockets/")
    page.go_back()
    page.wait_for_url("**/events/green-zone-mortars/")


def test_every_link_of_every_page_leads_somewhere(site):
    assert broken_links(site) == []


def test_the_whole_timeline_prints_with_its_links_and_without_the_frame(visit, address):
    page = visit(address).page
    page.emulate_media(media="print")
    assert not page.locator("header.md-header").is_visible()
    for title in ORDER:
        assert page.get_by_text(title).first.is_visible()
