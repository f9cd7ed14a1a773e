"""Sources that stand twice, and addresses that readers should not be sent to."""

import pytest
from projects import check, told

ARTICLE = """
== content/articles/report.md
---
title: A made-up report
published: 2020-01-05
publisher: Made-up Gazette
url: https://gazette.example/report
---
== content/events/a.yaml
- id: one
  date: 2020-01-04
  title: A made-up event
  sources:
"""


def found(tmp_path, sources):
    return [(p.place, p.code, p.hint) for p in told(check(tmp_path, f"{ARTICLE}{sources}"))]


def test_a_source_in_place_that_is_an_article_is_told_whether_or_not_it_is_cited_too(tmp_path):
    row = "    - {title: A made-up report, url: 'http://www.gazette.example/report/#top'}\n"
    place = "content/events/a.yaml:{}:38"
    assert found(tmp_path, row) == [
        (place.format(5), "source-listed-twice", "write report in place of all its keys")
    ]
    assert found(tmp_path, f"    - report\n{row}") == [
        (place.format(6), "source-listed-twice", "delete this one")
    ]


def test_a_work_that_two_events_describe_in_two_ways_is_told_once(tmp_path):
    row = "  sources: [{{title: A, published: {}, url: 'https://example.org/1'}}]\n"
    days = ["2020-01-05", "2020-01-05T10:00", "2020-01-06", "2020-01-07"]
    tree = "== content/events/a.yaml\n" + "".join(
        f"- id: e{n}\n  date: 2020-01-04\n  title: {'abcd'[n] * 9}\n{row.format(day)}"
        for n, day in enumerate(days)
    )
    assert [(p.place, p.code, p.see) for p in told(check(tmp_path, tree))] == [
        ("content/events/a.yaml:12:35", "source-described-otherwise", ("content/events/a.yaml:4:35",))
    ]


def test_the_front_page_of_a_site_may_be_cited_for_many_things(tmp_path):
    tree = "== content/events/a.yaml\n" + "".join(
        f"- {{id: e{n}, date: 202{n}, title: {'ab'[n] * 9}, sources: [{{title: Page {n}, url: 'https://example.org/'}}]}}\n"
        for n in range(2)
    )
    assert told(check(tmp_path, tree)) == []


@pytest.mark.parametrize(
    ("url", "told_of"),
    [
        ("http://localhost:8000/x", True), ("http://10.0.0.7/x", True), ("http://[::1]/x", True),
        ("http://intranet/x", True), ("https://news.local/x", True), ("https://8.8.8.8/x", False),
        ("https://test.example.org/x", False), ("https://localhost.example.org/x", False),
    ],
)  # fmt: skip
def test_an_address_in_somebodys_own_network_is_told(tmp_path, url, told_of):
    codes = [code for _, code, _ in found(tmp_path, f"    - {{title: A, url: '{url}'}}\n")]
    assert codes == ["private-address"] * told_of


def test_the_source_of_an_account_is_looked_at_too_and_in_every_file_that_gives_it(tmp_path):
    account = "accounts: [{by: A, says: B, source: {title: C, url: 'http://10.0.0.7/x', archived: 'http://10.0.0.7/x'}}]"
    tree = f"""
        == content/events/a.yaml
        - id: first
          date: 2020-01-04
          title: A made-up event
          {account}
        == content/articles/b.md
        ---
        title: A made-up report
        published: 2020-01-05
        events:
          - id: first
            {account}
        ---
    """
    assert [(p.place, p.code) for p in told(check(tmp_path, tree))] == [
        ("content/articles/b.md:6:57", "private-address"),
        ("content/articles/b.md:6:88", "private-address"),
        ("content/events/a.yaml:4:55", "private-address"),
        ("content/events/a.yaml:4:86", "private-address"),
    ]


def test_a_link_in_a_text_is_looked_at_too(tmp_path):
    tree = "== content/about.md\n---\ntitle: About\n---\n\nSee [it](http://192.168.1.1/x) and [it](https://example.org/?gclid=1)."
    assert [(p.place, p.code) for p in told(check(tmp_path, tree))] == [
        ("content/about.md:5:10", "private-address"),
        ("content/about.md:5:41", "tracking-address"),
    ]


@pytest.mark.parametrize(
    ("cited", "meant"),
    [
        ("A made-up report", "did you mean 'report'?"),  # the title of an article
        ("The Mercury", "did you mean 'Another report'?"),  # who published a source
        (
            "Another reprot",
            "did you mean 'Another report'? if not, name an article by its id, or a source of this event by its title or address",
        ),
        ("Nobody knows", "name an article by its id, or a source of this event by its title or address"),
    ],
)
def test_what_an_account_may_have_meant_to_cite_is_proposed(tmp_path, cited, meant):
    rows = "    - {title: Another report, publisher: The Mercury}\n"
    assert found(tmp_path, f"{rows}  accounts: [{{by: They, says: So., source: {cited}}}]\n") == [
        ("content/events/a.yaml:6:44", "unknown-source", meant)
    ]
