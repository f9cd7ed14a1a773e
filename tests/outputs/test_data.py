"""`data/timeline.json`: what another program can rely on."""

import json

import pytest
from trees import write_tree

from timeline.adapters.project import Project, check_project
from timeline.outputs import outputs
from timeline.pages import Edition
from timeline.records import Site

PROJECT = """
    == content/places.yaml
    - {id: town, name: Made-up Town, timezone: Asia/Baghdad}
    - {id: land, name: Made-up Land}
    == content/events/all.yaml
    - id: first
      aliases: [former]
      date: 2020-01-03
      time: evening
      place: town
      title: A made-up event
      sources: [{title: A made-up source, publisher: A paper}, report]
      added: 2020-02-01
    - id: second
      date: 2019-12~
      title: Another made-up event
      sources: [{title: A made-up source}]
    == content/articles/report.md
    ---
    title: A made-up article
    published: 2020-01-04
    updated: 2020-01-05
    ---
    Our words.
"""


@pytest.fixture
def data(tmp_path):
    def made(url=""):
        root = write_tree(tmp_path, PROJECT)
        project = Project(root, root / "content", root / "none.yaml", Site(url=url))
        (found,) = (
            output
            for output in outputs(Edition(check_project(project).examined.timeline))
            if output.path == "data/timeline.json"
        )
        return json.loads(found.content)

    return made


def test_the_format_is_numbered_and_its_keys_are_these(data):
    assert list(data()) == [
        "format", "name", "url", "language", "timezone", "licence", "kinds", "statuses",
        "entries", "places", "actors", "publishers", "storylines", "dead_links",
    ]  # fmt: skip
    assert data()["format"] == 1


def test_entries_stand_in_the_timelines_order_with_what_the_merge_decided(data):
    second, first, report = data()["entries"]
    assert [second["id"], first["id"], report["id"]] == ["second", "first", "report"]
    assert first["when"] == {
        "date": "2020-01-03",
        "time": "evening",
        "timezone": "Asia/Baghdad",
        "earliest": "2020-01-03T15:00:00Z",
        "latest": "2020-01-03T20:59:59Z",
        "precision": "part",
        "approximate": False,
        "uncertain": False,
        "words": "3 January 2020, evening (Baghdad)",
    }
    assert (first["type"], first["status"], first["day"]) == ("event", "single-source", "2020-01-03")
    assert first["aliases"] == ["former"]
    assert second["when"]["approximate"] is True
    assert report["type"] == "report"
    assert report["supports"] == ["first"]
    assert report["updated"]["date"] == "2020-01-05"


def test_every_status_has_its_words_and_records_are_sorted(data):
    found = data()
    assert set(found["statuses"]) == {"confirmed", "corroborated", "single-source", "disputed", "retracted"}
    assert [place["id"] for place in found["places"]] == ["land", "town"]


def test_addresses_are_whole_where_the_site_has_one(data):
    assert data()["entries"][1]["url"] == "events/first/"
    assert data("https://example.org/")["entries"][1]["url"] == "https://example.org/events/first/"
