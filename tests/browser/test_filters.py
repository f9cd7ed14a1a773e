"""The filters, as a reader uses them: typing, choosing, going back, clearing, with a keyboard and on a phone."""

import gzip
import json
import re
from itertools import zip_longest
from pathlib import Path

import pytest
from browser.large import filter_page
from chronicles import chronicle
from trees import write_tree

EVERYTHING = Path(__file__).parent.parent / "sites/everything"
FACETS = ("kind", "status", "place", "actor", "tag", "storyline", "show")


@pytest.fixture(scope="session")
def everything(build, serve) -> str:
    """The address of the site that has something of everything."""
    return serve(build(EVERYTHING))


@pytest.fixture(scope="session")
def long(build, serve, tmp_path_factory) -> str:
    """The address of a site whose home page does not hold all its entries: 180, one every four days."""
    folder = tmp_path_factory.mktemp("long")
    return serve(build(write_tree(folder, chronicle(180, days=4))))


def opened(visit, address, **options):
    page = visit(address, **options).page
    page.locator(".filters summary").click()
    page.locator("#filter-kind option").nth(1).wait_for(state="attached")
    return page


def titles(page) -> list[str]:
    return page.locator(".entry__title:visible").all_inner_texts()


def found(page) -> str:
    return page.locator(".filters__found").inner_text().split("\n")[0]


def number_in(words: str) -> int:
    return int(re.search(r"\d+", words)[0])


def test_without_scripts_there_is_no_line_and_every_entry(visit, everything):
    page = visit(everything, javascript=False).page
    assert not page.locator(".filters").is_visible()
    assert len(titles(page)) == 36


def test_a_short_timeline_has_no_filters(visit, everything):
    assert visit(f"{everything}places/port-specimen/").page.locator(".filters").count() == 0


def test_nothing_moves_while_a_page_with_filters_loads(visit, everything, long):
    for address, width in ((everything, 1280), (long, 1280), (long, 390)):
        assert visit(address, width=width).moved() == 0


def test_nothing_is_fetched_before_a_reader_turns_to_the_filters(visit, everything):
    seen = visit(everything)
    assert not [url for url in seen.requests if "filters.js" in url or "/data/" in url]
    seen.page.locator(".filters summary").click()
    seen.page.locator("#filter-kind option").nth(1).wait_for(state="attached")
    assert [url for url in seen.requests if "filters.js" in url]
    assert not [url for url in seen.requests if "/data/" in url]


WORDS = {
    "fords": ["Somebody fords the river"],
    "WITNESS first": ["The inquiry hears its first witness"],
    "epreuve port": ["A second engineer speaks in Port Specimen"],
    "مختلقه اهالي": ["وقفة شموع عند الجسر المنهار"],  # taa marbuta, alef and vowel signs do not matter
    "5 november 2022": ["A new bridge opens"],
    "Test Agency weather": ["A storm crosses the region"],
    "45 BC": ["Somebody fords the river"],
    "no such word": [],
}


def test_words_are_found_in_any_order_whatever_their_marks(visit, everything):
    page = opened(visit, everything)
    for typed, expected in WORDS.items():
        page.fill("#filter-text", typed)
        assert titles(page) == expected, typed


def test_only_the_headings_of_what_is_found_are_left(visit, everything):
    page = opened(visit, everything)
    page.fill("#filter-text", "witness")
    shown = [text for text in page.locator("h3.month__name, h4.day__name").all() if text.is_visible()]
    assert [heading.inner_text() for heading in shown] == ["March 2020", "Tuesday 17 March"]
    page.fill("#filter-text", "")
    assert len(titles(page)) == 36


def test_every_choice_gives_as_many_entries_as_it_says(visit, everything):
    page = opened(visit, everything)
    choices = [
        (facet, option.get_attribute("value"), option.text_content())
        for facet in FACETS
        for option in page.locator(f"#filter-{facet} option").all()[1:]
    ]
    assert len(choices) > 30
    for (facet, value, said), following in zip_longest(choices, choices[1:]):
        page.select_option(f"#filter-{facet}", value)
        promised = int(re.search(r"\((\d+)\)$", said)[1])
        assert len(titles(page)) == promised == number_in(found(page)), said
        if following is None or following[0] != facet:
            page.select_option(f"#filter-{facet}", "")


def test_the_counts_follow_what_else_is_asked(visit, everything):
    page = opened(visit, everything)
    page.select_option("#filter-place", "old-harbour")
    # Nobody of that name was there: the choice would give nothing.
    page.locator("#filter-actor option[value=ada-sample]:disabled").wait_for(state="attached")
    assert (
        page.locator("#filter-actor option[value=ferry-union]").text_content() == "Ferry Workers' Union (3)"
    )
    assert page.locator("#filter-place option[value=old-harbour]").text_content().strip() == "Old Harbour (6)"
    page.select_option("#filter-actor", "ferry-union")
    assert titles(page) == ["Ferries begin to run", "Ferry crews down tools", "Ferry crews down tools again"]


def test_a_place_gives_what_happened_inside_it_too(visit, everything):
    page = opened(visit, everything)
    page.select_option("#filter-place", "exampleton")
    assert "The bridge collapses" in titles(page)
    assert "A storm crosses the region" not in titles(page)


def test_dates_give_what_may_have_happened_between_them(visit, everything):
    page = opened(visit, everything)
    page.fill("#filter-from", "2020-03-01")
    page.fill("#filter-to", "2020-03-01")
    # The storm lasted until then; the other two have no end that anybody knows.
    assert titles(page) == ["The Old Harbour silts up", "A storm crosses the region"]


def test_key_events_and_reports_can_be_had_alone(visit, everything):
    page = opened(visit, everything)
    page.get_by_label(re.compile("Key events only")).check()
    assert len(titles(page)) == 5
    page.get_by_label(re.compile("Key events only")).uncheck()
    page.select_option("#filter-show", "reports")
    assert len(titles(page)) == page.locator(".entry--report:visible").count() == 6


def test_what_is_asked_stands_in_the_address_and_comes_back_from_it(visit, everything):
    page = opened(visit, f"{everything}?other=kept")
    page.fill("#filter-text", "bridge & crack")
    page.select_option("#filter-place", "exampleton")
    page.get_by_label(re.compile("Key events only")).check()
    page.fill("#filter-from", "2020-01-01")
    asked, shown = page.url, titles(page)
    assert "other=kept" in asked
    again = visit(asked).page
    again.locator(".filters--asked").wait_for()
    assert titles(again) == shown
    assert found(again) == f"{len(shown)} of 36 entries"
    assert not again.locator("#filter-text").is_visible()
    assert "bridge & crack · Exampleton" in again.locator(".filters__asked").inner_text()
    again.locator(".filters summary").click()
    assert again.input_value("#filter-text") == "bridge & crack"
    assert again.input_value("#filter-from") == "2020-01-01"
    assert again.get_by_label(re.compile("Key events only")).is_checked()


def test_back_and_forward_undo_and_redo_a_word_and_a_choice_at_a_time(visit, everything):
    page = opened(visit, everything)
    page.locator("#filter-text").press_sequentially("bridge")
    word = titles(page)
    page.select_option("#filter-kind", "vote")
    assert titles(page) == ["The council votes for a new bridge"]
    page.go_back()
    assert page.input_value("#filter-kind") == ""
    assert titles(page) == word
    page.go_back()
    assert page.input_value("#filter-text") == ""
    assert len(titles(page)) == 36
    page.go_forward()
    page.go_forward()
    assert titles(page) == ["The council votes for a new bridge"]


def test_one_click_or_one_key_clears_and_the_focus_is_kept(visit, everything):
    page = opened(visit, everything)
    page.fill("#filter-text", "bridge")
    page.select_option("#filter-place", "exampleton")
    page.get_by_role("button", name="Clear the filters").click()
    assert len(titles(page)) == 36
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.id") == "filter-text"
    page.keyboard.type("bridge")
    page.keyboard.press("Escape")
    assert len(titles(page)) == 36
    assert page.evaluate("document.activeElement.id") == "filter-text"
    page.keyboard.press("Escape")
    assert not page.locator("#filter-text").is_visible()
    assert page.evaluate("document.activeElement.matches('.filters__open')")
    page.go_back()
    assert page.input_value("#filter-text") == "bridge"


def test_a_keyboard_alone_is_enough(visit, everything):
    page = visit(everything).page
    page.locator(".head__line a").last.focus()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.filters__open')"):
            break
    page.keyboard.press("Enter")
    page.locator("#filter-kind option").nth(1).wait_for(state="attached")
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    fields = [id for id in dict.fromkeys(reached) if id.startswith("filter-")]
    assert fields == [f"filter-{name}" for name in ("text", *FACETS, "key", "from", "to")]
    page.focus("#filter-status")
    page.keyboard.type("Acc")  # a select's own way to a choice
    assert titles(page) == ["The bridge collapses"]


def test_the_count_is_announced_once_a_pause_and_politely(visit, everything):
    page = opened(visit, everything)
    status = page.locator(".filters [role=status]")
    page.evaluate(
        """() => { window.said = []; new MutationObserver(() => said.push(document.querySelector('.filters [role=status]').textContent))
        .observe(document.querySelector('.filters [role=status]'), { childList: true }) }"""
    )
    assert status.inner_text() == ""
    page.locator("#filter-text").press_sequentially("witness", delay=20)
    page.wait_for_function("() => said.length > 0")
    page.wait_for_timeout(700)
    assert page.evaluate("said") == ["1 of 36 entries"]
    page.fill("#filter-text", "no such word")
    page.wait_for_function("() => said.length > 1")
    assert page.evaluate("said")[1] == "No entry fits."
    assert page.get_by_text("No entry fits.").last.is_visible()


def test_axe_finds_nothing_in_open_filters_whether_or_not_anything_is_asked(
    visit, everything, long, axe_in_every_look
):
    # In closed ones it finds nothing either: see the home pages in test_site, test_hubs and test_rtl.
    for address, words in ((everything, ""), (long, "made")):
        seen = visit(address)
        page = seen.page
        page.locator(".filters summary").click()
        page.locator("#filter-kind option").nth(1).wait_for(state="attached")
        page.fill("#filter-text", words)
        assert axe_in_every_look(seen) == {}
        page.locator(".filters summary").click()
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            assert seen.overflow == 0
        assert seen.errors == []
        assert seen.foreign == []


def test_the_filters_fit_a_narrow_window_open_and_closed(visit, everything):
    for width in (320, 390, 768):
        seen = visit(
            f"{everything}?text=bridge&place=exampleton&status=single-source&actor=ada-sample", width=width
        )
        seen.page.locator(".filters--asked").wait_for()
        assert seen.overflow == 0
        summary = seen.page.locator(".filters summary").bounding_box()
        count = seen.page.locator(".filters__found").bounding_box()
        assert summary["x"] + summary["width"] <= count["x"] + 1
        seen.page.locator(".filters summary").click()
        assert seen.overflow == 0


def test_a_long_chronology_is_filtered_whole_from_its_index(visit, long):
    seen = visit(long)
    page = seen.page
    assert not [url for url in seen.requests if "/data/" in url]
    page.locator(".filters summary").click()
    page.locator("#filter-tag option").nth(1).wait_for(state="attached")
    assert any("data/index/manifest.json" in url for url in seen.requests)
    assert not [url for url in seen.requests if ".text.json" in url]
    page.select_option("#filter-kind", "protest")
    page.get_by_role("button", name="Show 15 more").wait_for()
    assert found(page) == "45 of 180 entries"
    assert page.locator(".found .entry").count() == 30
    assert not page.locator(".selections").is_visible()
    assert page.locator(".found h3").first.inner_text() == "January 2020"
    assert page.locator(".found h4").first.inner_text() == "Thursday 9 January"
    page.get_by_role("button", name="Show 15 more").click()
    assert page.locator(".found .entry").count() == 45
    assert page.evaluate("document.activeElement.textContent") == "Made-up event number 122 of a test"
    page.locator(".found .entry__title a").first.click()
    page.wait_for_url("**/events/made-up-0002/")
    page.go_back()
    page.locator(".found .entry").first.wait_for()
    assert page.locator("#filter-kind").input_value() == "protest"
    page.get_by_role("button", name="Clear the filters").click()
    assert page.locator(".selections").is_visible()
    assert page.locator(".found .entry").count() == 0


def test_words_are_looked_for_in_the_summaries_of_the_index_too(visit, long):
    page = opened(visit, long)
    page.fill("#filter-text", "sentence 122")
    page.wait_for_function("() => document.querySelectorAll('.found .entry').length === 1")
    assert titles(page)[-1] == "Made-up event number 122 of a test"


def test_a_year_of_a_long_chronology_filters_its_own_entries(visit, long):
    page = opened(visit, f"{long}2021/")
    page.select_option("#filter-kind", "attack")
    assert re.fullmatch(r"\d+ of 88 entries|\d+ of 89 entries", found(page))
    # The year's pages either hold their entries or show them from the index.
    assert all("2021" in text for text in page.locator("h3.month__name:visible").all_inner_texts())


def test_an_index_that_was_published_anew_is_read_anew(visit, long):
    page = visit(long).page
    served = []

    def old(route):
        answer = route.fetch()
        manifest = answer.json()
        if not served:
            manifest["shards"][0]["version"] = "0" * 12
        served.append(route.request.url)
        route.fulfill(response=answer, body=json.dumps(manifest))

    page.route("**/manifest.json", old)
    page.locator(".filters summary").click()
    page.locator("#filter-kind option").nth(1).wait_for(state="attached")
    assert len(served) == 2


def test_an_index_that_cannot_be_had_is_told(visit, long):
    page = visit(long).page
    page.route("**/manifest.json", lambda route: route.abort())
    page.locator(".filters summary").click()
    page.get_by_text("could not be loaded").wait_for()


ANSWERED = """async (word) => {
  const input = document.querySelector('#filter-text');
  input.value = word;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
}"""


@pytest.mark.parametrize(("events", "longest"), [(2_000, 100), (10_000, 200)])
def test_a_typed_word_is_answered_at_once_on_a_slow_processor(visit, serve, tmp_path, events, longest):
    page = opened(visit, serve(filter_page(tmp_path / "site", events, whole=False)), width=390)
    page.fill("#filter-text", "ba")
    page.wait_for_load_state("networkidle")
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    # The page's own time on the processor: what else a test machine does must not count.
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")

    took = {}
    for word in ["ke", "kemi", "kemi ba", "statement 2003", "orient"] * 3:
        if took.get(word, 1e9) <= longest:
            continue  # the least of up to three times counts
        before = worked()
        page.evaluate(ANSWERED, word)
        took[word] = min(took.get(word, 1e9), worked() - before)
        page.wait_for_timeout(300)
    assert {word: milliseconds for word, milliseconds in took.items() if milliseconds > longest} == {}
    assert number_in(found(page)) > 0


def test_what_a_page_filters_with_is_small(build):
    # The script of the form for new events has a folder and a budget of its own: see test_add.
    apart = {"answers", "finder", "hits", "search", "worker"}  # which the search box fetches
    scripts = [
        path for path in build(EVERYTHING).glob("assets/chronology/js/*/*.js") if path.stem not in apart
    ]
    assert 0 < sum(len(gzip.compress(path.read_bytes())) for path in scripts) < 20_000


@pytest.fixture
def text_module(visit, everything):
    page = visit(everything).page
    source = page.locator("script[type=module]").get_attribute("src").replace("main.js", "text.js")
    return lambda call: page.evaluate(
        f"async () => {{ const text = await import('/{source.removeprefix('./')}'); return {call}; }}"
    )


FOLDED = {
    "Épreuve, René!": " epreuve rene ",
    "Ørsted Łódź Straße İstanbul": " orsted lodz strasse istanbul ",
    "Baghdad's al-Muhandis": " baghdads al muhandis ",
    "مُختلَقةٌ أهالي إلى آب ٱلجسر": " مختلقه اهالي الي اب الجسر ",
    "کتابی": " كتابي ",
    "٢٠٢٠": " 2020 ",
    "جـــسر": " جسر ",
}


def test_texts_are_compared_without_marks_and_capitals(text_module):
    assert {written: text_module(f"text.fold({json.dumps(written)})") for written in FOLDED} == FOLDED


def test_a_number_of_a_day_is_a_whole_word_and_arabic_words_may_stand_inside_others(text_module):
    assert text_module("text.terms('4 Janu عراق 202')") == [" 4 ", " janu", "عراق", " 202"]


def test_a_place_told_in_lines_filters_its_own_entries_by_what_tells_them_apart(visit, long):
    page = opened(visit, f"{long}places/made-up-town/")
    assert page.locator(".line").count() > 40
    page.fill("#filter-text", "event number")
    page.locator(".filters--asked").wait_for()
    assert found(page) == "60 of 60 entries"
    page.fill("#filter-text", "")
    # All of them lie in this place, and the same body took part in each.
    for facet in ("place", "actor", "show"):
        assert not page.locator(f"#filter-{facet}").is_visible()
    choice = page.locator("#filter-kind option").nth(1)
    promised = number_in(choice.text_content())
    assert 0 < promised < 60
    page.select_option("#filter-kind", choice.get_attribute("value"))
    page.locator(".filters--asked").wait_for()
    assert found(page) == f"{promised} of 60 entries"
