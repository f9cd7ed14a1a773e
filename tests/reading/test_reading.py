"""What stands in files becomes records, each value as written and with its place."""

import os

import pytest

from timeline.reading import read_project
from timeline.reading.strict_yaml import read_yaml
from timeline.reading.text import SourceText
from timeline.reading.tree import Mapping, Sequence


def plain(node):
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, Sequence) else node


def test_every_scalar_is_the_text_that_is_written(parser):
    text = "a: 0047\nb: 12:47\nc: 1.10\nd: yes\ne: 2020-01-04\nf: 'it''s'\ng: \"x\\ty\"\nh: 0x1F\ni: 1e3\nj: 4_000\n"
    assert plain(read_yaml(SourceText("x", text)).root) == {
        "a": "0047", "b": "12:47", "c": "1.10", "d": "yes", "e": "2020-01-04", "f": "it's", "g": "x\ty",
        "h": "0x1F", "i": "1e3", "j": "4_000",
    }  # fmt: skip


def test_a_record_knows_the_place_of_each_of_its_values(read, parser):
    reading = read(
        "== events/a.yaml\n# One.\n- id: a\n  date: 2020-01\n  after: b\n  title: 'An event'\n  summary: >\n    Two lines\n    of [a link](event:b).\n"
        "  sources:\n    - report\n    - title: T\n      url: https://example.org/\n"
    )
    (event,) = reading.content.events
    places = event.places
    assert (event.file, event.line) == ("content/events/a.yaml", 2)
    assert str(places.of()) == "content/events/a.yaml:2:3"
    assert str(places.of("date")) == "content/events/a.yaml:3:9"
    assert str(places.key("date")) == "content/events/a.yaml:3:3"
    assert str(places.of("after", 0)) == "content/events/a.yaml:4:10"
    assert str(places.of("sources", 1, "url")) == "content/events/a.yaml:12:12"
    assert str(places.of("sources", 1, "quote")) == "content/events/a.yaml:11:7"
    assert str(places.find(("summary",), "event:b")) == "content/events/a.yaml:8:17"
    assert str(places.find(("summary",), "no such words")) == "content/events/a.yaml:6:12"
    assert places.has("title")
    assert not places.has("body")
    assert not places.has("sources", 7)
    assert reading.line_of("content/events/a.yaml", 3) == "  date: 2020-01"
    assert reading.line_of("content/events/a.yaml", 99) is None
    assert reading.line_of("content/nothing.yaml", 1) is None


def test_a_part_of_a_value_has_its_place_also_within_quotes(read, parser):
    reading = read(
        "== events/a.yaml\n- {id: a, title: A, date: '2020-13'}\n- {id: b, title: A, date: 2020-13}\n- {id: c, title: A, date: \"2020-1\\x33\"}\n"
    )
    assert [(p.span.line, p.span.column, p.span.end_column) for p in reading.problems] == [
        (1, 33, 35),
        (2, 32, 34),
        (3, 27, 39),
    ]


def test_a_key_that_stands_twice_is_told_with_the_place_of_the_first(parser):
    (problem,) = read_yaml(SourceText("x", "- title: A\n  note: n\n  title: B\n")).problems.all()
    assert [(str(other.span), other.span.end_column, other.message) for other in problem.related] == [
        ("x:1:3", 8, "the first one")
    ]


def test_an_articles_body_is_what_stands_below_its_front_matter(read):
    tree = "== articles/report.md\n---\ntitle: A\npublished: 2020\n---\n\n    code first\n\nSee [it](event:x).\n\n---\n\nMore.\n"
    (article,) = read(tree).content.articles
    assert article.record.id == "report"
    assert article.record.body == "    code first\n\nSee [it](event:x).\n\n---\n\nMore."
    assert str(article.places.find(("body",), "event:x")) == "content/articles/report.md:8:10"


def test_a_tab_after_the_colon_and_within_a_text_is_a_blank(read, parser):
    (event,) = read("== events/a.yaml\n- id: a\n  title:<TAB>A\n  summary: two<TAB>words\n").content.events
    assert event.record.title == "A"
    assert event.record.summary.split() == ["two", "words"]


def test_a_vocabulary_that_is_a_link_or_no_file_is_told_and_not_read(read, tmp_path):
    tree = "== ../secret\nkinds: {raid: {label: Secret}}\n== ../site_config/vocabulary.yaml\n"
    (problem,) = read(f"{tree}<LINK ../secret>\n").problems
    assert (str(problem.span), problem.code) == ("site_config/vocabulary.yaml:1:1", "symbolic-link")
    (tmp_path / "site_config" / "vocabulary.yaml").unlink()
    os.mkfifo(tmp_path / "site_config" / "vocabulary.yaml")
    (problem,) = read("").problems
    assert (str(problem.span), problem.code) == ("site_config/vocabulary.yaml:1:1", "unexpected-file")


def test_the_sites_vocabulary_is_added_to_the_programs(read):
    vocabulary = read(
        "== ../site_config/vocabulary.yaml\nformat: 1\nkinds:\n  raid: {label: Raid}\n  attack: {label: Assault}\n"
    ).content.vocabulary
    assert vocabulary.kind("raid").label == "Raid"
    assert vocabulary.kind("attack").label == "Assault"
    assert vocabulary.kind("protest").label == "Protest"
    assert vocabulary.kind(None).label == "Event"


def test_what_cannot_be_read_is_remembered_by_the_ids_that_it_may_hold(read):
    content = read(
        '== events/a.yaml\n- id: one\n  titel: x\n- id: two\n  title: "open\n== articles/other.md\n---\ntitle: [\nevents: [three-four]\n'
    ).content
    assert "one" in content.broken["event"]
    assert "two" in content.broken["event"]
    assert "three-four" in content.broken["event"]
    assert "other" in content.broken["article"]


def test_a_folder_that_is_not_there_is_a_problem(tmp_path):
    (problem,) = read_project(tmp_path / "content").problems
    assert (problem.code, problem.span.file) == ("no-content", "content")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(read, tmp_path):
    read("== events/a.yaml\n[]\n")
    (tmp_path / "content/events/a.yaml").chmod(0)
    assert [p.code for p in read("== about.md\n---\ntitle: x\n---\n").problems] == ["unreadable-file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(read, tmp_path):
    (tmp_path / "content/events").mkdir(parents=True)
    os.mkfifo(tmp_path / "content/events/a.yaml")
    assert [p.code for p in read("== actors.yaml\n[]\n").problems] == ["unexpected-file"]
