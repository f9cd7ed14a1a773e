"""The browser tests' own tools see what they are there to see: a check that cannot fail proves nothing."""

import pytest
from browser.validity import markup_errors

# Chromium asks for /favicon.ico unless the page has an icon of its own.
PAGE = """<!doctype html><html lang="en"><title>A page</title>
<link rel="icon" href="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<main><h1>A page</h1>{}</main>"""


@pytest.fixture
def show(tmp_path, serve, visit):
    def show_page(body: str, **options):
        (tmp_path / "index.html").write_text(PAGE.format(body), encoding="utf-8")
        return visit(serve(tmp_path), **options)

    return show_page


def test_a_page_without_faults_leaves_an_empty_record(show, axe):
    seen = show("<p>Nothing to see.</p>")
    assert (seen.foreign, seen.failures, seen.errors, seen.overflow) == ([], [], [], 0)
    assert axe(seen) == []


def test_a_request_that_leaves_the_site_is_recorded(show):
    seen = show("<img alt='' src='http://127.0.0.1:9/pixel.gif'>")
    assert seen.foreign == ["http://127.0.0.1:9/pixel.gif"]


def test_a_missing_file_is_recorded(show):
    seen = show("<img alt='' src='missing.png'>")
    assert [failure for failure in seen.failures if failure.startswith("404 ")]


def test_an_exception_in_a_script_is_recorded(show):
    seen = show("<script>throw new Error('broken')</script>")
    assert "exception: broken" in seen.errors


def test_scripts_do_not_run_where_they_are_off(show):
    body = "<p id=note>before</p><script>note.textContent = 'after'</script>"
    assert show(body).page.inner_text("#note") == "after"
    assert show(body, javascript=False).page.inner_text("#note") == "before"


def test_axe_names_the_rule_and_the_element(show, axe):
    (violation,) = axe(show("<img src='data:,'>"))
    assert violation.startswith("image-alt (critical): ")
    assert "at img" in violation


def test_axe_refuses_a_page_whose_scripts_are_off_rather_than_wait_for_ever(show, axe):
    with pytest.raises(ValueError, match="javascript=True"):
        axe(show("", javascript=False))


def test_html_validate_names_the_rule_and_the_place(tmp_path):
    page = tmp_path / "page.html"
    whole = (
        PAGE.replace('lang="en">', 'lang="en"><head>').replace("<main>", "</head><body><main>")
        + "</body></html>"
    )
    page.write_text(whole.format("<p>Nothing to see.</p>"), encoding="utf-8")
    assert markup_errors([page]) == ""
    page.write_text(whole.format("<p><div>A block in a paragraph</div></p>"), encoding="utf-8")
    assert "page.html:3:36: error [no-implicit-close]" in markup_errors([page])


def test_content_wider_than_the_window_is_measured(show):
    assert show("<div style='width: 600px'>wide</div>", width=390).overflow > 0


def test_a_site_below_a_path_is_served_as_pages_serves_it(tmp_path, serve, visit):
    (tmp_path / "index.html").write_text(PAGE.format("home"), encoding="utf-8")
    (tmp_path / "404.html").write_text(PAGE.format("not here"), encoding="utf-8")
    root = serve(tmp_path, "/news/")
    assert "home" in visit(root).page.inner_text("main")
    assert "not here" in visit(root + "nowhere/").page.inner_text("main")
