"""The Content-Security-Policy in a browser: it is there, it bites, and no page of the site runs into it."""

import re
from pathlib import Path

import pytest
from trees import write_tree

PROJECT = """
    == mkdocs.yml
    site_name: A made-up chronology for tests
    site_url: https://example.org/news/
    docs_dir: content
    theme:
      name: material
      palette:
        - media: "(prefers-color-scheme)"
          toggle: {icon: material/brightness-auto, name: Switch to light}
        - media: "(prefers-color-scheme: light)"
          scheme: default
          toggle: {icon: material/weather-sunny, name: Switch to dark}
        - media: "(prefers-color-scheme: dark)"
          scheme: slate
          toggle: {icon: material/weather-night, name: Follow the system}
    plugins:
      - search
      - timeline: {feed_id: "tag:example.org,2020", whole_up_to: 2}
    == content/index.md
    ---
    title: A made-up chronology
    ---
    == content/deep/down/page.md
    ---
    title: A page far down
    ---
    | A | B |
    | - | -: |
    | `code` | right |

    ```python
    print("made up")
    ```

    A note.[^1]

    [^1]: Made up.
    == content/storylines/thread.md
    ---
    title: A made-up thread
    ---
    == content/places.yaml
    - {id: town, name: Made-up Town, latitude: 33.3, longitude: 44.4, precision: locality}
    == content/actors.yaml
    - {id: someone, name: Someone made up}
    == content/events/all.yaml
    - id: first
      date: 2020-01-03
      title: A made-up event
      summary: Made up for tests.
      place: town
      actors: [someone]
      storylines: [thread]
      tags: [made up]
      aliases: [former]
      sources: [{title: A made-up source, publisher: A made-up paper}, report]
      added: 2020-02-01
      corrections: [{date: 2020-03-01, note: Made up.}]
    - id: second
      date: 2020-01-04
      title: Another made-up event
      after: first
      sources: [{title: A made-up source}]
      added: 2020-02-01
    == content/articles/report.md
    ---
    title: A made-up article
    published: 2020-01-05
    added: 2020-02-01
    ---
    Made up.
"""
PAGES = {
    "home": "",
    "event": "events/first/",
    "article": "articles/report/",
    "storyline": "storylines/thread/",
    "place": "places/town/",
    "actor": "actors/someone/",
    "storylines": "storylines/",
    "places": "places/",
    "actors": "actors/",
    "articles": "articles/",
    "tags": "tags/",
    "tag": "tags/made_up/",
    "sources": "sources/",
    "source": "sources/a_made-up_paper/",
    "corrections": "corrections/",
    "map": "map/",
    "month": "2020/01/",
    "page": "deep/down/page/",
    "not found": "404.html",
    "not found far down": "no/such/page/at/all/",
}


@pytest.fixture(scope="session")
def made_up_site(tmp_path_factory, build) -> Path:
    """The folder of a made-up site."""
    return build(write_tree(tmp_path_factory.mktemp("machines"), PROJECT))


@pytest.fixture(scope="session")
def made_up(serve, made_up_site) -> str:
    """The address of that site, below a path as GitHub's Pages have it."""
    return serve(made_up_site, "/news/")


def test_the_policy_is_silent_on_every_page(visit, made_up):
    seen = visit(made_up)
    for path in PAGES.values():
        seen.page.goto(made_up + path, wait_until="load")
        assert seen.page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1
    # A page that is left while it still fetches its search is no failure.
    failures = [failure for failure in seen.failures if "ERR_ABORTED" not in failure]
    assert failures == [f"404 {made_up}{PAGES['not found far down']}"]
    assert [error for error in seen.errors if "404 (" not in error] == []
    assert seen.foreign == []
    assert [request for request in seen.requests if "sitemap" in request] == []


def test_the_policy_is_silent_at_every_depth_with_search_open_and_the_palette_changed(visit, made_up):
    seen = visit(made_up)
    page = seen.page
    for kind in ("home", "event", "map", "page", "not found", "not found far down"):
        page.goto(made_up + PAGES[kind], wait_until="load")
        page.get_by_role("textbox", name="Search").click()
        page.keyboard.type("made")
        page.locator(".md-search-result__item").first.wait_for()
        page.keyboard.press("Escape")
        for _ in range(3):
            page.locator("label.md-header__button[for^=__palette]:visible").click()
        page.reload(wait_until="load")  # the chosen palette is put back by one of the inline scripts
        assert page.evaluate("document.body.dataset.mdColorScheme")
    # A page that is left while it still fetches its icon is no failure.
    failures = {failure for failure in seen.failures if "ERR_ABORTED" not in failure}
    assert failures == {f"404 {made_up}{PAGES['not found far down']}"}
    assert [error for error in seen.errors if "404 (" not in error] == []
    assert seen.foreign == []


def test_the_chosen_palette_comes_back_at_every_depth(visit, made_up):
    page = visit(made_up).page
    toggle = page.locator("label.md-header__button[for^=__palette]:visible")
    toggle.click()
    toggle.click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    for path in ("events/first/", "deep/down/page/", "404.html"):
        page.goto(made_up + path)
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


# What the browser's refusal of each names.
ATTACKS = {
    "inline script": "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s)",
    "event handler": "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')",
    "style-src": "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')",
    "img-src": "document.body.insertAdjacentHTML('beforeend', '<img src=\"http://127.0.0.1:9/pixel.gif\">')",
    "frame-src": "document.body.insertAdjacentHTML('beforeend', '<iframe src=\"/news/\">')",
    "connect-src": "fetch('http://127.0.0.1:9/').catch(() => {})",
}


def test_the_policy_stops_what_no_page_of_ours_does(visit, made_up):
    page = visit(f"{made_up}events/first/").page
    for named, attack in ATTACKS.items():

        def is_refusal(said, named=named) -> bool:
            return "Content Security Policy" in said.text and named in said.text

        with page.expect_console_message(is_refusal) as refused:
            page.evaluate(f"() => {{ {attack} }}")
        assert refused.value.type == "error", named
        assert page.evaluate("window.ran") is None, named


def test_a_former_address_leads_on_under_a_policy_of_its_own(visit, made_up):
    seen = visit(f"{made_up}events/former/", javascript=False)
    seen.page.wait_for_url("**/events/first/")
    assert seen.errors == []


def test_no_page_tells_other_sites_where_a_reader_came_from(visit, made_up):
    page = visit(made_up).page
    assert page.locator('meta[name="referrer"]').get_attribute("content") == "same-origin"


def test_the_footer_leads_to_feeds_and_data_that_are_there(visit, made_up):
    page = visit(f"{made_up}events/first/", width=390).page
    links = page.locator("footer a[type]")
    assert links.all_inner_texts() == [
        "New entries and corrections (Atom)",
        "New entries and corrections (JSON Feed)",
        "The whole chronology as data (JSON)",
    ]
    for link in links.all():
        assert page.request.get(link.evaluate("link => link.href")).ok


def test_every_page_has_what_search_engines_and_previews_ask_for(made_up_site):
    seen = {}
    for path in PAGES.values():
        if "404" in path or "no/such" in path:
            continue
        head = (made_up_site / path / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
        assert re.findall(r'<html lang="([^"]*)"', head) == ["en"]
        canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', head)
        assert canonical == [f"https://example.org/news/{path}"]
        assert head.count('<meta name="viewport"') == 1
        (seen[path],) = re.findall(r'<meta name="description" content="([^"]*)"', head)
    assert all(seen.values())
    assert len(set(seen.values())) == len(seen)
