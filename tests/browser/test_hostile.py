"""A site of all that hostile samples may put on it: nothing runs, nothing is fetched, nothing covers the page."""

import pytest
from hostile.corpus import write_together

PAGES = {
    "home": "",
    "HTML in every field": "events/html/",
    "ends of elements": "events/ends/",
    "long words": "events/long-words/",
    "an id of the theme": "events/search/",
    "a report with HTML": "articles/html-report/",
    "attributes": "articles/attributes/",
    "a storyline": "storylines/html-story/",
    "a table and code": "events/long-code/",
    "a place": "places/html-place/",
    "an actor": "actors/html-actor/",
    "tags": "tags/",
    "sources": "sources/",
    "corrections": "corrections/",
    "the map": "map/",
    "blocks of code": "codes/",
    "not found": "404.html",
    "an address that asks": "?tag=__proto__&kind=%3Cscript%3E&from=9999999&to=2026-02-30&text=%24%26",
}


@pytest.fixture(scope="session")
def hostile(tmp_path_factory, build, serve) -> str:
    """The address of the site of all harmless samples."""
    return serve(build(write_together(tmp_path_factory.mktemp("hostile") / "project")))


def test_nothing_runs_fetches_or_complains_on_any_page_and_none_scrolls_sideways(visit, hostile, axe):
    """One visitor goes through all pages: the site is built once, wherever the tests run."""
    seen = visit(f"{hostile}events/html/", width=390)
    page = seen.page
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    wide = {}
    for name, path in PAGES.items():
        page.goto(hostile + path, wait_until="load")
        page.evaluate("() => document.querySelectorAll('details').forEach(it => { it.open = true })")
        if seen.overflow > 0:
            wide[name] = seen.overflow
        assert page.evaluate("typeof window.pwned") == "undefined", name
        ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(it => it.id)")
        assert sorted(ids) == sorted(set(ids)), name
        if path in {"events/html/", "events/long-words/", "events/long-code/"}:
            assert axe(seen) == []
    assert wide == {}
    assert visit(f"{hostile}events/long-code/", width=320, javascript=False).overflow == 0
    page.goto(hostile, wait_until="load")
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("script")
    page.locator(".md-search-result__item").first.wait_for()
    assert page.evaluate("typeof window.pwned") == "undefined"
    assert page.locator(".md-search-result script, .md-search-result img").count() == 0
    failures = [failure for failure in seen.failures if "ERR_ABORTED" not in failure]  # we went on too soon
    assert (dialogs, seen.errors, seen.foreign, failures) == ([], [], [], [])
