"""Finding one's way: the strip, years and months, tags, sources, a missing page, an event's own tools."""

import struct
import zlib
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from browser.validity import markup_errors
from chronicles import chronicle
from trees import write_tree

SITES = [Path(__file__).parent.parent / "sites" / name for name in ("everything", "arabic")]
EXTRA = """\
- id: new-id
  aliases: [old-id]
  date: 2020-02-03
  time: 19:45
  timezone: Asia/Baghdad
  title: A made-up event with a picture
  tags: [made up]
  media:
    - {file: made-up.png, alt: A made-up picture, graphic: true, credit: Made up, licence: Made up}
  sources: [{title: A made-up source}]
"""
PAGES = [
    "",
    "2020/",
    "2020/03/",
    "tags/",
    "tags/~~mgbtx2b/",
    "sources/",
    "sources/made-up-post/",
    "articles/",
    "corrections/",
]


def picture() -> bytes:
    """A grey pixel, as PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


@pytest.fixture(scope="session")
def long_site(build, tmp_path_factory) -> Path:
    """A made-up chronology that is too long for its home page."""
    folder = write_tree(
        tmp_path_factory.mktemp("long"),
        chronicle(
            200,
            first=date(2019, 12, 20),
            options="{whole_up_to: 60}",
            extra=EXTRA,
            more="site_url: https://example.org/site/\nrepo_url: https://github.com/example/example",
        ),
    )
    (folder / "content/media").mkdir()
    (folder / "content/media/made-up.png").write_bytes(picture())
    return build(folder)


@pytest.fixture(scope="session")
def long_address(serve, long_site) -> str:
    return serve(long_site, "/site/")


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit, axe_in_every_look, long_address, path):
    seen = visit(long_address + path)
    assert axe_in_every_look(seen) == {}
    for width in (1280, 390):
        seen.page.set_viewport_size({"width": width, "height": 900})
        assert seen.overflow <= 0
    for closed in seen.page.locator(".jump:not([open]) > summary").all():
        closed.click()
        assert axe_in_every_look(seen) == {}
    assert not seen.failures
    assert not seen.errors


def test_the_strip_of_the_real_content_reads_on_a_phone(visit, address):
    page = visit(address, width=390, javascript=False).page
    labels = [link.inner_text() for link in page.locator(".strip__bar .unseen").all()]
    assert labels == [
        "December 2019, day not known: 2 events",
        "Friday 3 January 2020: 1 event",
        "Saturday 4 January 2020: 2 events, 1 report",
    ]
    for words in page.locator(".strip__label, .strip__count, .strip__period").all():
        assert float(words.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) >= 11
    boxes = [link.bounding_box() for link in page.locator(".strip__bar a").all()]
    assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
    page.get_by_role("link", name="Saturday 4 January 2020").click()
    assert page.locator("#day-2020-01-04").bounding_box()["y"] < 200


def test_nothing_runs_together_where_a_reader_sets_letters_apart(visit, long_address):
    """By the distances of WCAG 2.2, 1.4.12."""
    seen = visit(f"{long_address}2020/", width=320, bypass_csp=True)
    seen.page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    )
    assert seen.overflow == 0
    boxes = [label.bounding_box() for label in seen.page.locator(".strip__label").all()]
    for one, other in combinations(boxes, 2):
        beside = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
        assert (
            beside
            or one["y"] + one["height"] <= other["y"] + 1
            or other["y"] + other["height"] <= one["y"] + 1
        )
    wide = (
        "e => [...e.querySelectorAll('.strip__label')].filter(l => l.scrollWidth > l.clientWidth + 1).length"
    )
    assert seen.page.locator(".strip").evaluate(wide) == 0


def test_the_strip_runs_the_other_way_where_the_page_does(visit, address):
    page = visit(address).page
    page.evaluate("document.body.dir = 'rtl'")
    first, *_, last = [link.bounding_box()["x"] for link in page.locator(".strip__bar a").all()]
    assert first > last


def test_the_strip_marks_where_the_reader_is(visit, address):
    page = visit(address, height=600).page
    page.locator("#event-balad-rockets").evaluate("e => e.scrollIntoView({block: 'start'})")
    current = page.locator(".strip [aria-current]")
    current.wait_for(state="attached")
    assert current.locator(".unseen").inner_text().startswith("Saturday 4 January")
    assert current.get_attribute("aria-current") == "location"


def test_any_month_is_three_key_presses_away_once_the_focus_is_there(visit, long_address):
    page = visit(f"{long_address}events/made-up-0000/", javascript=False).page
    page.get_by_role("link", name="December 2019").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/2019/12/**")
    page.locator(".jump > summary").focus()
    page.keyboard.press("Enter")
    page.locator(".jump").get_by_role("link", name="May", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/2020/05/")
    assert page.locator("h1").inner_text() == "May 2020"


def test_a_long_storyline_goes_on_over_pages_and_filters_find_entries_of_all(visit, axe, long_address):
    seen = visit(f"{long_address}storylines/made-up-line/page/2/", width=390)
    page = seen.page
    assert seen.overflow <= 0
    assert axe(seen) == []
    page.goto(f"{long_address}storylines/made-up-line/page/2/?text=number+197")
    page.locator(".found .entry__title").wait_for()
    assert page.locator(".entry__title:visible").all_inner_texts() == ["Made-up event number 197 of a test"]
    page.goto(f"{long_address}storylines/made-up-line/")
    page.get_by_role("link", name="June 2020").click()
    page.wait_for_url("**/page/*/#month-2020-06")
    assert "June" in page.locator("#month-2020-06 h3").inner_text()


def test_far_months_are_left_undrawn_while_a_reader_moves_the_page_and_nothing_jumps(visit, long_address):
    page = visit(f"{long_address}storylines/made-up-line/", width=390).page
    undrawn = "[...document.querySelectorAll('.entry')].some(e => !e.checkVisibility({ contentVisibilityAuto: true }))"
    places = """() => [document.documentElement.scrollHeight, ...[...document.querySelectorAll('.month')]
      .map(month => Math.round(month.getBoundingClientRect().top + scrollY))]"""
    before = page.evaluate(places)
    page.locator(".entry").last.scroll_into_view_if_needed()
    assert not page.evaluate(undrawn)
    page.mouse.move(200, 500)
    page.mouse.wheel(0, -300)
    page.wait_for_function(f"() => {undrawn}")
    assert page.evaluate(places) == before
    page.wait_for_function(f"() => !{undrawn}")
    assert page.evaluate(places) == before


def test_a_former_address_leads_to_the_event_without_scripts(visit, long_address):
    page = visit(f"{long_address}events/old-id/", javascript=False).page
    page.wait_for_url("**/events/new-id/")


@pytest.mark.parametrize("path", ["nothing", "events/nothing/", "a/b/c/d/nothing"])
def test_a_missing_page_offers_search_and_the_sections_at_any_depth(visit, long_address, path):
    page = visit(long_address + path).page
    page.get_by_role("searchbox").last.fill("picture")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{long_address}?q=picture")
    page.locator(".md-search-result__link").first.wait_for()
    page.go_back()
    page.locator(".finder__sections").get_by_role("link", name="Sources").click()
    page.wait_for_url(f"{long_address}sources/")


def test_a_link_is_copied_and_the_copy_announced(visit, long_address):
    page = visit(f"{long_address}events/new-id/", permissions=["clipboard-read", "clipboard-write"]).page
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/site/events/new-id/"


def test_without_scripts_there_is_the_link_and_no_button(visit, long_address):
    page = visit(f"{long_address}events/new-id/", javascript=False).page
    assert page.get_by_role("link", name="Link to this event").is_visible()
    assert page.get_by_role("button", name="Copy link").count() == 0
    assert (
        page.get_by_text("In your own time").count() == 0
        or not page.get_by_text("In your own time").is_visible()
    )


def test_a_reader_is_told_the_time_at_home_on_demand_and_the_events_own_stays(visit, long_address):
    page = visit(f"{long_address}events/new-id/", timezone_id="America/Los_Angeles").page
    assert "3 February 2020, 19:45 (Baghdad)" in page.locator(".event__when").inner_text()
    page.get_by_text("In your own time").click()
    assert page.locator(".local__time").inner_text() == "3 February 2020 at 08:45 where you are (Los Angeles)"
    assert "3 February 2020, 19:45 (Baghdad)" in page.locator(".event__when").inner_text()


def test_nobody_in_the_same_zone_is_offered_the_same_time(visit, long_address):
    page = visit(f"{long_address}events/new-id/", timezone_id="Asia/Baghdad").page
    page.get_by_role("button", name="Copy link").wait_for()
    assert not page.get_by_text("In your own time").is_visible()


def test_a_graphic_picture_is_neither_shown_nor_fetched_before_the_reader_opens_it(visit, long_address):
    seen = visit(f"{long_address}events/new-id/")
    assert not [url for url in seen.requests if url.endswith("made-up.png")]
    assert not seen.page.get_by_alt_text("A made-up picture").is_visible()
    seen.page.get_by_text("A graphic picture. Show it").click()
    seen.page.get_by_alt_text("A made-up picture").wait_for()
    assert seen.page.get_by_text("Hide the graphic picture").is_visible()


def test_a_correction_is_suggested_with_the_form_filled_in(visit, long_address):
    page = visit(f"{long_address}events/new-id/").page
    assert page.get_by_role("link", name="Suggest a correction").get_attribute("href") == (
        "https://github.com/example/example/issues/new?template=correction.yml"
        "&title=Correction%3A%20A%20made-up%20event%20with%20a%20picture"
        "&entry=new-id&page=https%3A%2F%2Fexample.org%2Fsite%2Fevents%2Fnew-id%2F"
    )


def test_every_kind_of_page_is_valid_html(build, site, long_site):
    """A page of each folder of four sites, by html-validate; the configuration says what is not asked."""
    found = []
    for folder in (site, long_site, *map(build, SITES)):
        by_kind = {}
        for page in sorted(folder.rglob("*.html")):
            by_kind.setdefault(page.parent.parent, []).append(page)
        found += [pages[0] for pages in by_kind.values()]
    assert len(found) > 40
    assert markup_errors(found) == ""
