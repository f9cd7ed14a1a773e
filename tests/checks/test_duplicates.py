"""Events that look like one."""

import pytest
from projects import check, told

TREE = """
== content/places.yaml
- {{id: here, name: Here}}
- {{id: there, name: There}}
== content/events/a.yaml
- {{id: one, date: {one}, title: Two mortar rounds at the Green Zone, sources: [{{title: S, url: {url1}}}]}}
- {{id: two, date: {two}, title: {title}, language: {language}, sources: [{{title: S, url: {url2}}}]}}
"""
SAME = {
    "one": "2020-01-04, place: here", "two": "2020-01-04, place: here", "title: ": "",
    "language": "en", "title": "Two mortar rounds hit the Green Zone", "url1": "https://example.org/1", "url2": "https://example.org/2",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "alike"),
    [
        ({}, True),
        ({"two": "2020-01-04, place: there"}, False),
        ({"two": "2020-01-05, place: here"}, False),
        ({"two": "2020-01-05, place: there", "url2": "https://example.org/1"}, True),
        ({"title": "Katyusha rockets strike the Balad airbase"}, False),
        ({"title": "Two mortar round at the Green Zones"}, True),
        ({"one": "2020-01-04", "two": "2020-01-04"}, False),
        ({"one": "2020-01-04", "two": "2020-01-04", "title": "The two mortar round at Green Zone."}, True),
        ({"one": "2020-01-04", "two": "2020-01-04", "title": "Ten mortar rounds at the Green Zone"}, False),
        ({"two": "2020-01-04", "title": "Two mortar rounds at Green Zone"}, True),
        ({"two": "2020-01-04, place: there", "title": "Two mortar rounds at Green Zone"}, False),
        ({"two": "2020-01-05, place: there", "url2": "https://example.org/1/"}, True),
        ({"two": "2020-01-05", "url2": "https://example.org/1", "title": "Ten mortar rounds at the Green Zone"}, False),
        ({"title": "Ten mortar rounds at the Green Zone"}, True),
        ({"language": "ar", "title": "قذيفتان على المنطقة الخضراء", "url2": "https://example.org/1"}, True),
        ({"language": "ar", "title": "قذيفتان على المنطقة الخضراء"}, False),
        (
            {"language": "ar", "title": "قذيفتان على المنطقة الخضراء", "url2": "https://example.org/1",
             "one": "2020-01-04, time: morning, place: here", "two": "2020-01-04, time: evening, place: here"},
            False,
        ),
        ({"two": "2020-01-04, place: here, distinct_from: [one]"}, False),
        ({"one": "2020-01-04, place: here, distinct_from: [two]"}, False),
        ({"two": "2020-01-04, place: here, distinct_from: [uno]", "one": "2020-01-04, place: here, aliases: [uno]"}, False),
        ({"two": "2020-01-04, place: here, silence: [{code: likely-duplicate, reason: So.}]"}, False),
    ],
)  # fmt: skip
def test_two_events_that_look_like_one(tmp_path, change, alike):
    problems = told(check(tmp_path, TREE.format(**{**SAME, **change})))
    assert [(p.place, p.code) for p in problems] == [
        ("content/events/a.yaml:2:8", "likely-duplicate")
    ] * alike


def test_the_warning_says_what_to_do(tmp_path):
    (problem,) = told(check(tmp_path, TREE.format(**SAME)))
    assert problem == (
        "content/events/a.yaml:2:8", "likely-duplicate", "'two' looks like the same event as 'one'",
        "keep one, with the other's id under 'aliases'; or write 'distinct_from: [one]'",
        ("content/events/a.yaml:1:8",),
    )  # fmt: skip


@pytest.mark.parametrize(("title", "alike"), [("It is so", True), ("It is no", False)])
def test_a_title_without_words_that_tell_much_must_be_the_very_same(tmp_path, title, alike):
    row = "- {{id: {}, date: 2020-01-04, title: {}, sources: [{{title: S}}]}}\n"
    tree = "== content/events/a.yaml\n" + row.format("one", "It is so") + row.format("two", title)
    assert [p.code for p in told(check(tmp_path, tree))] == ["likely-duplicate"] * alike
