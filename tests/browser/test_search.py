"""The search box as a reader uses it, typing and choosing with keys; and what it costs at 10,000 events."""

import gzip
import itertools
import shutil
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from browser.large import chronology
from chronicles import chronicle
from trees import write_tree

from timeline.outputs import index
from timeline.pages import Edition
from timeline.records import Site

SITES = Path(__file__).parent.parent / "sites"
HIT = ".md-search-result__item"
LINK = ".md-search-result__link"


@pytest.fixture(scope="session")
def everything(build, serve) -> str:
    """The address of the site that has something of everything."""
    return serve(build(SITES / "everything"))


def opened(visit, address, **options):
    page = visit(address, **options).page
    page.get_by_role("textbox", name="Search").click()
    return page


def ask(page, typed):
    """Asks anew, without a key, as one who pastes; waits for all of the answer."""
    field = page.locator(".md-search__input")
    field.fill("")
    page.wait_for_function(f"() => !document.querySelector('{HIT}')")
    field.fill(typed)
    page.wait_for_function(
        f"""() => document.querySelector('{HIT}')
            || document.querySelector('.md-search-result__meta').textContent.includes('No matching')"""
    )


def paths(page, address, count=1) -> list[str]:
    """Where the hits lead, once there are so many."""
    page.wait_for_load_state("networkidle")
    page.locator(LINK).nth(count - 1).wait_for(state="attached")
    leads = page.locator(LINK).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [path.removeprefix(address) for path in leads]


FOUND = {
    "somebody fords": "events/first-crossing/",  # in its title
    "WITNESS first": "events/hearing-one/",  # in any order and case
    "Port epreuve": "events/engineer-abroad/",  # by its place and an actor, whose accent is no matter
    "17 march 2020": "events/hearing-one/",  # by its day in words
    "2020-03-17": "events/hearing-one/",  # by its day in digits
    "2020-02 crack": "events/council-denies/",
    "45 BC": "events/first-crossing/",
    "مختلقه اهالي": "events/vigil-ar/",  # whatever the form of a letter
    "exampleton": "places/exampleton/",
    "prufland": "places/testland/",  # by its name in another language
    "ada sam": "actors/ada-sample/",
    "year after": "articles/echo-year/",
    "method": "method/",
}


def test_what_was_typed_finds_its_page_first(visit, everything):
    page = opened(visit, everything)
    for typed, path in FOUND.items():
        ask(page, typed)
        page.wait_for_function(
            "path => document.querySelector('.md-search-result__link')?.href === path", arg=everything + path
        )


def test_a_hit_shows_its_title_with_the_words_marked_its_kind_day_and_place_and_an_excerpt(visit, everything):
    page = opened(visit, everything)
    ask(page, "warns engineer")
    hit = page.locator(HIT).first
    assert hit.locator("h1 mark").all_inner_texts() == ["engineer", "warns"]
    assert hit.locator("h1").inner_text() == "An engineer warns the council"
    line = hit.locator(".hit__line").inner_text()
    assert "January 2020" in line
    assert line.endswith("· Exampleton")
    hit.locator(".hit__excerpt:not(:empty)").wait_for()


def test_a_word_of_a_summary_is_found_and_shown_where_it_stands(visit, everything):
    page = opened(visit, everything)
    ask(page, "negative")
    hit = page.locator(HIT).filter(has_text="Somebody fords the river")
    hit.locator(".hit__excerpt mark").get_by_text("negative").wait_for()


def test_the_same_words_give_the_same_list_whatever_was_asked_before(visit, everything):
    alone = opened(visit, everything)
    ask(alone, "the bridge")
    expected = paths(alone, everything, 10)
    after = opened(visit, everything)
    for typed in ("zzz", "sample", "the bridge"):
        ask(after, typed)
        after.wait_for_load_state("networkidle")
    assert paths(after, everything, 10) == expected
    assert len(expected) == 10


def test_words_that_stand_nowhere_find_nothing_and_the_page_says_so(visit, everything):
    page = opened(visit, everything)
    ask(page, "no such word")
    assert page.get_by_role("status").get_by_text("No matching documents").is_visible()
    assert page.locator(HIT).count() == 0


def test_a_reader_with_a_keyboard_chooses_a_hit_and_comes_back_to_where_they_were(visit, everything):
    page = visit(everything).page
    page.get_by_role("link", name="Places").first.focus()
    page.keyboard.press("/")
    page.keyboard.type("ferry")
    page.locator(HIT).nth(2).wait_for()
    second = page.locator(LINK).nth(1)
    for _ in range(3):  # a list that is written anew between two presses begins at its beginning
        page.get_by_role("textbox", name="Search").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        if second.evaluate("link => link === document.activeElement"):
            break
    assert second.evaluate("link => link === document.activeElement")
    # More has come meanwhile: the list is written anew, and the reader stays on the hit.
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    assert second.evaluate("link => link === document.activeElement")
    page.keyboard.press("Escape")
    assert page.get_by_role("link", name="Places").first.evaluate("link => link === document.activeElement")
    page.keyboard.press("/")
    page.keyboard.type("somebody fords")
    # What answers the first word alone has it too, further down.
    page.locator(HIT).first.get_by_text("Somebody fords the river").wait_for()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/first-crossing/")


def test_an_address_with_a_question_opens_the_search_with_it(visit, everything):
    page = visit(f"{everything}about/?q=fords").page
    page.locator(HIT).get_by_text("Somebody fords the river").wait_for()


def test_nothing_of_the_index_is_fetched_before_a_reader_turns_to_the_search(visit, everything):
    seen = visit(everything)
    seen.page.wait_for_load_state("networkidle")
    assert not [url for url in seen.requests if "/data/" in url or "search.js" in url]
    (whole,) = {url for url in seen.requests if "search_index" in url}
    assert len(seen.page.request.get(whole).body()) < 1_000
    with seen.page.expect_request("**/data/index/manifest.json"):
        seen.page.get_by_role("textbox", name="Search").click()
    assert seen.errors == []


def test_an_index_that_cannot_be_had_is_told_and_asked_for_again(visit, everything):
    page = visit(everything).page
    page.context.route("**/data/index/*", lambda route: route.abort())
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("fords")
    page.locator(HIT).get_by_text("could not be loaded").wait_for()
    page.context.unroute("**/data/index/*")
    ask(page, "fords")
    page.locator(HIT).get_by_text("Somebody fords the river").wait_for()


def test_very_many_pages_are_told_though_the_index_comes_after_them(visit, everything):
    seen = visit(everything)
    tags = [[f"tags/t{n}/", f"Made-up tag {n}", "Tag", ""] for n in range(60)]
    held = []

    def hold(route):
        held.append(route)

    seen.page.context.route("**/data/index/pages.json", lambda route: route.fulfill(json=tags))
    seen.page.context.route("**/data/index/manifest.json", hold)
    seen.page.get_by_role("textbox", name="Search").click()
    seen.page.keyboard.type("made-up")
    seen.page.locator(HIT).get_by_text("Made-up tag 5", exact=True).wait_for()
    for route in held:
        route.continue_()
    seen.page.wait_for_load_state("networkidle")
    assert seen.errors == []


def test_every_hit_leads_to_a_page(visit, everything):
    page = opened(visit, everything)
    found = set()
    for typed in ("made", "the", "exampleton", "vote", "2020"):
        ask(page, typed)
        page.wait_for_load_state("networkidle")
        scroll(page)
        found.update(paths(page, everything))
    assert len(found) > 30
    fetched = "path => fetch(path, { method: 'HEAD' }).then(({ ok }) => ok ? null : path)"
    asked = [everything + path for path in found]
    assert (
        page.evaluate(f"async paths => (await Promise.all(paths.map({fetched}))).filter(Boolean)", asked)
        == []
    )


def test_too_many_hits_end_in_a_link_to_the_timeline_with_the_words(visit, build, serve, tmp_path):
    address = serve(build(write_tree(tmp_path, chronicle(60, days=4))))
    page = opened(visit, address)
    ask(page, "made-up event")
    page.wait_for_load_state("networkidle")
    last = page.locator(LINK).last
    scroll(page)
    assert parse_qs(urlsplit(last.get_attribute("href")).query) == {"text": ["made-up event"]}
    last.click()
    page.locator(".filters--asked").wait_for()
    assert page.locator(".filters__found").inner_text().startswith("60 of 60")


def test_arabic_is_found_in_an_arabic_site_without_its_marks(visit, build, serve):
    address = serve(build(SITES / "arabic"))
    page = visit(address).page
    page.locator(".md-search__input").click()
    ask(page, "مهندسه")
    hit = page.locator(HIT).first
    assert hit.locator("h1 mark").inner_text() == "مهندسة"
    assert hit.locator("h1").evaluate("title => getComputedStyle(title).direction") == "rtl"
    assert unquote(paths(page, address)[0]) == "events/tahdhir/"


@pytest.fixture(scope="module")
def large(build, serve, tmp_path_factory):
    """A site whose search has 10,000 events: its address, its folder, and its timeline."""
    folder = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(build(SITES / "everything"), folder)
    edition = Edition(chronology(10_000, Site()))
    for output in index.outputs(edition):
        (folder / output.path).write_text(output.content, encoding="utf-8")
    return serve(folder), folder, edition.timeline


def weight(folder: Path, asked: list[str]) -> int:
    """What a server that compresses would have sent for the first hit, each file once.

    Longer texts are asked for only when a hit is there.
    """
    first = itertools.takewhile(lambda url: ".text" not in url, asked)
    files = {folder / urlsplit(url).path.lstrip("/") for url in first}
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


SEEN = """typed => new Promise(done => {
  const [input, list] = ['.md-search__input', '.md-search-result__list'].map(one => document.querySelector(one));
  const began = performance.now();
  new MutationObserver(() => list.querySelector('a') && requestAnimationFrame(() => done(performance.now() - began)))
    .observe(list, { childList: true });
  input.value = typed;
  input.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
})"""


def scroll(page):
    """Goes to the end of the hits again and again, where Material adds some each time."""
    page.locator(".md-search__scrollwrap").evaluate(
        """async wrap => {
          const shown = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          const count = () => wrap.querySelectorAll('a').length;
          // Until nothing has come for two times.
          for (let times = 0, idle = 0; times < 15 && idle < 2; times++) {
            const before = count();
            wrap.scrollTo(0, 0);
            await shown();
            wrap.scrollTo(0, wrap.scrollHeight);
            await shown();
            idle = count() === before ? idle + 1 : 0;
          }
        }"""
    )


@pytest.mark.parametrize("which", ["newest", "oldest"])
def test_at_10_000_events_a_first_hit_is_there_within_a_second_and_350_kilobytes(visit, large, which):
    address, folder, timeline = large
    entry = timeline.entries[-1 if which == "newest" else 0].entry
    took = []
    for _ in range(3):
        seen = visit(address, width=390)
        seen.page.wait_for_load_state("networkidle")
        before = len(seen.requests)
        session = seen.page.context.new_cdp_session(seen.page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        seen.page.evaluate("document.querySelector('[for=__search]').click()")
        took.append(seen.page.evaluate(SEEN, entry.title))
        assert first_link(seen.page).endswith(f"events/{entry.id}/")
        assert weight(folder, seen.requests[before:]) < 350_000
        if took[-1] < 1_000:  # the least of up to three times counts
            break
    assert min(took) < 1_000


def first_link(page) -> str:
    return page.locator(LINK).first.get_attribute("href")


# The worker is not slowed by the protocol, so its work is done once more on the page's own thread, which is.
ANSWERED = """async ([script, typed]) => {
  const { Answers } = await import(new URL('answers.js', script));
  const index = new URL('data/index/', location.href).href;
  return await new Promise(done => {
    const answers = new Answers(index, [], '', items => items.length && done(items[0][0].location));
    answers.ask(typed);
  });
}"""


@pytest.mark.parametrize("which", ["newest", "oldest"])
def test_the_search_s_own_work_for_a_first_hit_takes_less_than_a_second_on_a_slow_processor(
    visit, large, which
):
    address, _, timeline = large
    entry = timeline.entries[-1 if which == "newest" else 0].entry
    took = []
    for _ in range(3):
        page = visit(address).page
        page.wait_for_load_state("networkidle")
        script = page.locator("script[type=module]").evaluate("script => script.src")
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        metrics = [session.send("Performance.getMetrics")["metrics"]]
        assert page.evaluate(ANSWERED, [script, entry.title]) == f"events/{entry.id}/"
        metrics.append(session.send("Performance.getMetrics")["metrics"])
        started, ended = (next(m["value"] for m in all if m["name"] == "TaskDuration") for all in metrics)
        took.append(1_000 * (ended - started))
        if took[-1] < 1_000:  # the least of up to three times counts
            break
    assert min(took) < 1_000


def test_all_our_scripts_together_are_small(build):
    scripts = build(SITES / "everything").glob("assets/chronology/js/*/*.js")
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) < 30_000
