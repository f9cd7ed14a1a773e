"""Archived copies, and the pages beside which they stand."""

import pytest
from projects import check, told

EVENT = """
    == content/events/a.yaml
    - id: shelling
      date: 2020-01-03
      title: A made-up shelling
      sources:
        - title: A made-up report
          url: {url}
          archived: {copy}
"""
PAGE = "https://www.example.org/reports/7"


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        ("https://web.archive.org/web/20200105000000/https://other.example/page", "https://other.example/page"),
        ("https://web.archive.org/web/2020id_/http://example.org/reports/8", "http://example.org/reports/8"),
        ("http://archive.ph/2020.01.05-101500/https:/example.org/", "https://example.org/"),
        ("https://archive.today/newest/https://other.example/", "https://other.example/"),
        ("https://arquivo.pt/wayback/20200105101500/other.example/x", "http://other.example/x"),
        ("https://www.webarchive.example/wayback/archive/20200105101500/https://other.example/", "https://other.example/"),
    ],
)  # fmt: skip
def test_a_copy_of_another_page_is_told_with_that_page(copy, original, tmp_path):
    (problem,) = told(check(tmp_path, EVENT.format(url=PAGE, copy=copy)))
    assert problem[:3] == (
        "content/events/a.yaml:7:17", "copy-of-another-page",
        f"this is a copy of another page than 'url' leads to: {original}",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("url", "copy"),
    [
        (PAGE, "https://web.archive.org/web/20200105000000/http://example.org/reports/7/"),
        (PAGE, "https://web.archive.org/web/20200105000000*/https://other.example/"),
        (PAGE, "https://web.archive.org/web/2020/https://m.example.org:443/reports/7?#top"),
        (PAGE, "https://archive.ph/AbCd1"),
        ("https://en.wiki.example/wiki/A", "https://archive.ph/2020/https://en.m.wiki.example/wiki/A"),
        ("https://example.com/reports/777", "https://archive.ph/2020/https://int.example.co.uk/reports/777"),
        ("https://пример.example/a", "https://archive.ph/2020/https://xn--e1afmkfd.example/a"),
        ("https://example.org/a?amp=1", "https://archive.ph/2020/https://example.org/a?outputType=amp"),
        ("https://example.org/A", "https://archive.ph/2020/https://example.org/a"),
        (PAGE, "https://archive.ph/2020/https://example.org/reports/7.html"),
        (f"{PAGE}/index.php", f"https://archive.ph/2020/{PAGE}/"),
        (PAGE, "https://perma.cc/AB12-CD34"),
        (PAGE, "https://example.org/archive/2020/reports.html"),
        ("https://example.org/a?id=1&x=y", "https://archive.ph/2020/https://example.org/a?x=y&id=1"),
        ("https://example.org/caf%C3%A9", "https://archive.ph/2020/https://example.org/café"),
    ],
)
def test_a_copy_of_the_page_itself_and_one_that_names_none_are_fine(url, copy, tmp_path):
    assert told(check(tmp_path, EVENT.format(url=url, copy=copy))) == []


def test_a_page_that_has_another_number_in_its_query_is_another(tmp_path):
    copy = "https://web.archive.org/web/2020/https://example.org/a?id=2"
    (problem,) = told(check(tmp_path, EVENT.format(url="https://example.org/a?id=1", copy=copy)))
    assert problem.code == "copy-of-another-page"


def test_an_event_silences_it_where_the_page_has_moved(tmp_path):
    copy = "https://web.archive.org/web/2020/https://old.example/reports/7"
    silence = (
        "      silence: [{code: copy-of-another-page, reason: The made-up paper has moved its pages.}]\n"
    )
    assert told(check(tmp_path, EVENT.format(url=PAGE, copy=copy) + silence)) == []
