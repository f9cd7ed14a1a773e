"""Feeds: what is in them, in which order, and that they keep the rules of their formats."""

import json
import re
from datetime import datetime
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from trees import write_tree

from timeline.adapters.project import Project, check_project
from timeline.dates import Zone
from timeline.outputs import outputs
from timeline.outputs.feed import LONGEST_FEED, legal
from timeline.pages import Edition
from timeline.records import Site

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
TAG_URI = re.compile(r"tag:[A-Za-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[A-Za-z0-9._~%!$&'()*+,;=:@/?-]*")
PROJECT = r"""
    == content/index.md
    ---
    title: A made-up chronology
    summary: Made up for *tests*.
    ---
    == content/storylines/thread.md
    ---
    title: A made-up thread
    ---
    == content/storylines/empty.md
    ---
    title: A thread without dated entries
    ---
    == content/places.yaml
    - {id: town, name: Made-up Town}
    == content/events/all.yaml
    - id: early
      date: 2020-01-03
      time: 19:45
      place: town
      title: "Early </content> <b>bold</b> & \"quoted\" ]]>"
      summary: "See [late](event:late), [here](#below), and <script>alert(1)</script>."
      body: "## Below\n\nText with [a link](https://example.org/x?a=1&b=2)."
      sources: [{title: A made-up source, url: "https://example.org/a?b=1&c=2"}]
      storylines: [thread]
      tags: [made up, "a & b"]
      added: 2020-02-01
      corrections:
        - {date: 2020-03-05, note: "The hour was wrong: see [late](event:late)."}
    - id: late
      date: 2020-01
      title: Late
      sources: [{title: A made-up source}]
      added: 2020-02-02
    - id: undated
      date: 2020-01-05
      title: Nobody says when this was added
      sources: [{title: A made-up source}]
      storylines: [empty]
    - id: withdrawn
      date: 2020-01-06
      title: Withdrawn
      status: retracted
      retracted: {date: 2020-03-04, reason: It did not happen.}
      sources: [{title: A made-up source}]
      added: 2020-02-01
    == content/articles/report.md
    ---
    title: A made-up article
    published: 2020-01-04
    url: https://example.org/report
    events: [early]
    added: 2020-02-02
    ---
    Our words on it.
"""


@pytest.fixture
def made(tmp_path):
    def made_of(tree=PROJECT, **site):
        root = write_tree(tmp_path, tree)
        settings = {"name": "Made-up <news>", "url": "https://example.org/news/"} | site
        checked = check_project(Project(root, root / "content", root / "none.yaml", Site(**settings)))
        assert [p for p in checked.examined.problems if p.severity.word == "error"] == []
        return {output.path: output for output in outputs(Edition(checked.examined.timeline))}

    return made_of


def parsed(output) -> ET.Element:
    return ET.fromstring(output.content.encode("utf-8"))  # noqa: S314 (we made it)


def entries(output) -> list[ET.Element]:
    return parsed(output).findall(f"{ATOM}entry")


def titles(output) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in entries(output)]


class Addresses(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found, self.tags = [], set()
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.found += [value for name, value in attributes if name in {"href", "src"}]


def test_what_was_added_or_corrected_last_comes_first_and_undated_entries_stay_out(made):
    assert [title.split(": ", 1)[1][:12] for title in titles(made()["feed.xml"])] == [
        "Early </cont",  # corrected on 5 March
        "6 January 20",  # retracted on 4 March
        "A made-up ar",  # added on 2 February; of one day, the latest in the order first
        "Late",
    ]


def test_the_events_own_date_stands_in_title_and_content(made):
    first = entries(made()["feed.xml"])[0]
    assert first.findtext(f"{ATOM}title").startswith("3 January 2020, 19:45 (UTC): Early")
    assert "3 January 2020, 19:45 (UTC)" in first.findtext(f"{ATOM}content")
    assert "January 2020, day not known" in titles(made()["feed.xml"])[3]


def test_a_retraction_and_a_correction_are_told(made):
    first, second, *_ = entries(made()["feed.xml"])
    assert "The hour was wrong" in first.findtext(f"{ATOM}content")
    assert second.findtext(f"{ATOM}title") == "Retracted: 6 January 2020: Withdrawn"
    assert "It did not happen." in second.findtext(f"{ATOM}content")


def test_updated_is_the_latest_of_added_and_corrections(made):
    root = parsed(made(timezone=Zone.parse("Asia/Baghdad"))["feed.xml"])
    first = root.find(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}published") == "2020-01-31T21:00:00Z"  # 1 February in Baghdad
    assert first.findtext(f"{ATOM}updated") == "2020-03-04T21:00:00Z"
    assert root.findtext(f"{ATOM}updated") == first.findtext(f"{ATOM}updated")


def test_atom_keeps_the_rules_that_the_w3cs_validator_checks(made):
    found = made(licence="CC BY <4.0>")
    for path in ("feed.xml", "storylines/thread/feed.xml"):
        root = parsed(found[path])
        assert found[path].content.startswith('<?xml version="1.0" encoding="utf-8"?>\n')
        assert root.tag == f"{ATOM}feed"
        for name in ("id", "title", "updated"):
            assert len(root.findall(f"{ATOM}{name}")) == 1
        assert root.findtext(f"{ATOM}author/{ATOM}name")
        links = {link.get("rel"): link for link in root.findall(f"{ATOM}link")}
        assert links["self"].get("href") == f"https://example.org/news/{path}"
        assert links["alternate"].get("href") == f"https://example.org/news/{path.removesuffix('feed.xml')}"
        ids = [root.findtext(f"{ATOM}id")]
        for entry in root.findall(f"{ATOM}entry"):
            for name in ("id", "title", "updated", "published", "content"):
                assert len(entry.findall(f"{ATOM}{name}")) == 1
            assert len([x for x in entry.findall(f"{ATOM}link") if x.get("rel") == "alternate"]) == 1
            assert all(urlsplit(x.get("href")).scheme == "https" for x in entry.findall(f"{ATOM}link"))
            assert entry.find(f"{ATOM}content").get("type") == "html"
            published, updated = (entry.findtext(f"{ATOM}{name}") for name in ("published", "updated"))
            assert datetime.fromisoformat(published) <= datetime.fromisoformat(updated)
            ids.append(entry.findtext(f"{ATOM}id"))
        assert len(set(ids)) == len(ids)
        assert [id for id in ids if not TAG_URI.fullmatch(id)] == []
        for element in root.iter():
            if element.tag in {f"{ATOM}updated", f"{ATOM}published"}:
                assert RFC3339.fullmatch(element.text)
            assert element.tag.startswith(ATOM)


def test_json_feed_keeps_the_rules_of_version_1_1(made):
    found = made()
    for path in ("feed.json", "storylines/thread/feed.json"):
        data = json.loads(found[path].content)
        assert data["version"] == "https://jsonfeed.org/version/1.1"
        assert data["title"]
        assert data["feed_url"] == f"https://example.org/news/{path}"
        assert data["home_page_url"] == f"https://example.org/news/{path.removesuffix('feed.json')}"
        assert data["language"] == "en"
        assert all(author.get("name") or author.get("url") for author in data["authors"])
        assert len({item["id"] for item in data["items"]}) == len(data["items"])
        for item in data["items"]:
            assert item["content_html"]
            assert urlsplit(item["url"]).scheme == "https"
            assert RFC3339.fullmatch(item["date_published"])
            assert RFC3339.fullmatch(item["date_modified"])
            assert all(isinstance(tag, str) for tag in item.get("tags", []))
            assert None not in item.values()
    report = next(i for i in json.loads(found["feed.json"].content)["items"] if "article" in i["title"])
    assert report["external_url"] == "https://example.org/report"


def test_both_formats_hold_the_same_entries_under_the_same_ids(made):
    found = made()
    atom = [entry.findtext(f"{ATOM}id") for entry in entries(found["feed.xml"])]
    assert atom == [item["id"] for item in json.loads(found["feed.json"].content)["items"]]
    thread = [entry.findtext(f"{ATOM}id") for entry in entries(found["storylines/thread/feed.xml"])]
    assert 0 < len(thread) < len(atom)
    assert set(thread) <= set(atom)


def test_every_address_in_the_content_is_whole_and_nothing_in_it_runs(made):
    for entry in entries(made()["feed.xml"]):
        html = Addresses(entry.findtext(f"{ATOM}content"))
        assert [address for address in html.found if urlsplit(address).scheme not in {"http", "https"}] == []
        assert not html.tags & {"script", "style", "iframe", "object", "form"}
    first = entries(made()["feed.xml"])[0].findtext(f"{ATOM}content")
    assert 'href="https://example.org/news/events/early/#section-below"' in first
    assert 'href="https://example.org/news/events/late/"' in first


def test_titles_are_text_and_not_markup(made):
    assert 'Early </content> <b>bold</b> & "quoted" ]]>' in titles(made()["feed.xml"])[0]


@pytest.mark.parametrize("char", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_forbids_is_left_out(made, char):
    # The reader refuses them in content; a site's name and terms come from mkdocs.yml.
    found = made(name=f"Made{char}-up", licence=f"CC{char}")
    root = parsed(found["feed.xml"])
    assert root.findtext(f"{ATOM}title") == "Made-up"
    json.loads(found["feed.json"].content.encode("utf-8"))


def test_what_xml_allows_is_kept():
    text = "a\t\n\r é \U0001f600 \u200f\u0085 \ufffd"
    assert legal(text) == text


def test_without_an_address_there_is_no_feed(made):
    assert [path for path in made(url="") if "feed" in path] == []


def test_a_storyline_without_dated_entries_has_no_feed(made):
    assert [path for path in made() if "feed" in path] == [
        "feed.xml", "feed.json", "storylines/thread/feed.xml", "storylines/thread/feed.json",
    ]  # fmt: skip


def test_a_feed_is_no_longer_than_a_reader_can_use(made):
    event = "- {{id: e{0}, date: 2020-01-01, title: E{0}, sources: [{{title: Made up}}], added: 2020-02-01, distinct_from: []}}"
    tree = "== content/events/all.yaml\n" + "\n".join(event.format(n) for n in range(LONGEST_FEED + 5))
    assert len(entries(made(tree)["feed.xml"])) == LONGEST_FEED


@pytest.mark.parametrize(
    ("feed_id", "id"),
    [
        ("", "tag:example.org,2020:news/events/early"),
        ("tag:example.net,2019", "tag:example.net,2019:events/early"),
        ("tag:example.net,2019:news", "tag:example.net,2019:news/events/early"),
    ],
)
def test_ids_come_from_the_setting_or_from_the_address_and_the_first_year(made, feed_id, id):
    assert entries(made(feed_id=feed_id)["feed.xml"])[0].findtext(f"{ATOM}id") == id


def test_only_the_feeds_of_the_whole_site_are_for_every_page(made):
    titled = {path: output.title for path, output in made().items() if output.title and "feed" in path}
    assert titled == {
        "feed.xml": "New entries and corrections (Atom)",
        "feed.json": "New entries and corrections (JSON Feed)",
    }
