"""What is too large is refused at its place, and what is too much is counted."""

from dataclasses import replace

import pytest

from timeline.problems import Severity
from timeline.reading import Limits
from timeline.reading.strict_yaml import read_yaml
from timeline.reading.text import SourceText, decode

FEW = Limits(
    yaml_bytes=400,
    markdown_bytes=200,
    media_bytes=100,
    value_characters=50,
    keys=6,
    items=5,
    listed=4,
    values=30,
    problems=3,
)


def told(problems):
    return [(str(p.span).removeprefix("content/"), p.code) for p in problems]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ("== events/a.yaml\n# <400 × x>\n", [("events/a.yaml:1:1", "file-too-large")]),
        ("== articles/report.md\n---\ntitle: A\npublished: 2020\n---\n<200 × x>\n", [("articles/report.md:1:1", "file-too-large")]),
        ("== media/a.vtt\nWEBVTT <100 × x>\n", [("media/a.vtt:1:1", "file-too-large")]),
        ("== events/a.yaml\n- id: a\n  title: <50 × x>\n", []),
        ("== events/a.yaml\n- id: a\n  title: <51 × x>\n", [("events/a.yaml:2:10", "value-too-long")]),
        ("== events/a.yaml\n- {id: a, a: x, b: x, c: x, d: x, e: x, f: x, g: x}\n", [("events/a.yaml:1:41", "too-many-keys")]),
        ("== events/a.yaml\n- id: a\n  tags: [a, b, c, d, e, f]\n", [("events/a.yaml:2:25", "too-many-items")]),
        ("== events/a.yaml\n<31 lines × - x>", [("events/a.yaml:6:3", "too-many-items")]),
        ("== events/a.yaml\n- id: a\n  tags: [a, b, c, d, e]\n", [("events/a.yaml:2:22", "too-many-items")]),
        ("== places.yaml\n- id: a\n  name: A\n  names: {ar: A, de: A, es: A, fr: A, it: A}\n", [("places.yaml:3:39", "too-many-items")]),
    ],
    ids=["YAML", "Markdown", "media", "a value as long as may be", "value", "keys", "items", "events", "tags", "names"],
)  # fmt: skip
def test_what_is_beyond_a_limit_is_refused_where_it_begins_to_be(read, parser, tree, expected):
    reading = read(tree, limits=replace(FEW, problems=100))
    found = [row for row in told(reading.problems) if row[1] not in {"unknown-key", "wrong-shape"}]
    assert found == expected


def test_a_file_with_too_many_values_is_left(parser):
    text = "".join(f"- {{id: e{n}, tags: [a, b, c]}}\n" for n in range(20))
    read = read_yaml(SourceText("x.yaml", text), limits=replace(FEW, items=100))
    assert told(read.problems.all()) == [("x.yaml:7:18", "file-too-large")]


def test_the_problems_of_one_file_are_told_up_to_a_limit_and_counted_beyond(read):
    problems = read("== events/a.yaml\n<5 lines × - x>", limits=FEW).problems
    assert told(problems) == [
        ("events/a.yaml:1:3", "wrong-shape"), ("events/a.yaml:2:3", "wrong-shape"),
        ("events/a.yaml:3:3", "wrong-shape"), ("events/a.yaml:4:3", "more-problems"),
    ]  # fmt: skip
    assert problems[-1].message == "this file has 2 more problems, which are not shown"
    assert problems[-1].severity is Severity.NOTE


def test_of_many_hidden_characters_twenty_are_shown(read):
    problems = read("== events/a.yaml\n- id: a\n  title: <50 × <U+0001>>\n").problems
    assert [p.code for p in problems] == ["control-character"] * 20 + ["more-problems"]
    assert problems[-1].message == "there are 30 more hidden characters in this file, from here on"


def test_the_limits_are_generous_for_people():
    limits = Limits()
    longest_article = 50_000 * 6
    assert limits.markdown_bytes > longest_article
    assert limits.yaml_bytes >= 10_000 * 1_500
    assert limits.values >= 10_000 * 90


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_nothing(mark):
    texts = [
        decode((mark + "a\nb\n\nc").replace("\n", end).encode(), "x", 100)[0].text
        for end in ("\n", "\r\n", "\r")
    ]
    assert texts == ["a\nb\n\nc"] * 3


def test_a_place_is_a_line_and_a_column_in_characters():
    source = SourceText("x", "ab\n日本é\n\nlast")
    assert str(source.span(0, 1)) == "x:1:1"
    assert str(source.span(4, 5)) == "x:2:2"
    assert (source.span(4, 9).line, source.span(4, 9).end_column) == (2, 4)
    assert str(source.span(7, 8)) == "x:3:1"
    assert str(source.span(99, 99)) == "x:4:5"
