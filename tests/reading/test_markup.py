"""Markdown that would choke a converter is told at its line, before anything else looks at it."""

from dataclasses import replace

import pytest

from timeline.reading import Limits
from timeline.reading.markup import excess

FEW = replace(
    Limits(), paragraph_characters=2_000, paragraph_lines=50, brackets=60, fences=6, nesting=3, cells=80, paragraphs=25
)  # fmt: skip
FILLED = "A line that is there to be read, and nothing more than that.\n" * 10


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (FILLED + "word " * 500, 11, "too-much-markup"),
        ("a\n\n" + "a short line\n" * 60, 53, "too-much-markup"),
        (FILLED + "[" * 61, 11, "too-much-markup"),
        (FILLED + "\n" + "[a](b)\n" * 49 + "\n" + "![a](b)" * 61, 62, "too-much-markup"),
        (FILLED + "\n> > > > a", 12, "too-deep"),
        (FILLED + "\n1. 1. 1. 1. a", 12, "too-deep"),
        (FILLED + "\n            * a", 12, "too-deep"),
        (FILLED + "\n- > 1) > a", 12, "too-deep"),
        ("```python\na\n``\n" + FILLED, 1, "unclosed-code"),
        ("Short.\n\n~~~~\n~~~\n", 3, "unclosed-code"),
        (FILLED + "```\n```\n" * 4, 17, "too-much-markup"),
        ("``` a b\n" + "````x\n" * 20 + "```\n", 7, "too-much-markup"),
        (FILLED + "\n|" + "a|" * 19 + "\n|" + "-|" * 19 + "\n" + "|\n" * 9, 17, "too-much-markup"),
        (FILLED + "\n> |" + "a|" * 19 + "\n> :" + "-|" * 19 + "\n" + "> x\n" * 9, 17, "too-much-markup"),
        (FILLED + "\na\n" * 30, 60, "too-much-markup"),
    ],
)
def test_what_is_too_much_is_told_where_it_begins_to_be(text, line, code):
    found = excess(text, FEW)
    assert (found.code, text.count("\n", 0, found.at) + 1) == (code, line)
    assert text.startswith(f"{found.line}\n", found.at) or text.endswith(found.line)


def test_a_long_table_is_called_one_for_an_empty_line_would_break_it():
    found = excess(FILLED + "\n| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 60, replace(FEW, cells=500))
    assert (found.message, found.hint) == ("a table has at most 50 lines", "make several of it")


@pytest.mark.parametrize(
    "text",
    [
        FILLED * 3,
        (FILLED + "\n") * 20,
        FILLED + "\n" + "[a](b)\n" * 49,
        FILLED + "\n* * * * * * * *\n\n- - - - - -\n",
        FILLED + "```\n" + "[" * 1000 + "\n> > > > > >\n```\n",
        FILLED + "\n> > > a\n\n- a\n    - b\n        - c\n",
        FILLED + "\n| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 20 + "\n" + "| 1 | 2 |\n" * 20,
        FILLED + "\n" + "one | two | three | four\n" * 40,
        "    four columns in: code\n                    deep in it\n" * 9,
    ],
)
def test_what_people_write_is_none_of_it(text):
    assert excess(text, FEW) is None


def test_a_value_in_yaml_is_told_at_the_line_of_the_file(read):
    tree = "== events/a.yaml\n- id: a\n  title: A\n  body: |\n    Some words.\n\n    <2100 × [>\n  date: 2020\n  sources: [report]\n"
    (problem,) = read(tree).problems
    assert (str(problem.span), problem.code) == ("content/events/a.yaml:6:2005", "too-much-markup")
    assert problem.message == "a paragraph has at most 2,000 opening brackets"


def test_a_body_is_told_at_the_line_of_the_file_and_the_rest_is_read(read):
    tree = "== articles/a.md\n---\ntitle: A\npublished: 2020-01-01\n---\n\nWords.\n\n<2001 × [>\n"
    reading = read(tree)
    (problem,) = reading.problems
    assert (str(problem.span), problem.code) == ("content/articles/a.md:8:2001", "too-much-markup")
    assert "a" in {article.record.id for article in reading.content.articles}


def test_the_limits_are_generous_for_people():
    limits = Limits()
    longest_paragraph, longest_table = 800 * 7, 200 * 80
    assert limits.paragraph_characters > max(longest_paragraph, longest_table)
    assert limits.brackets >= 4 * 400
    assert limits.cells >= limits.paragraph_characters // len("a|")
    assert limits.paragraphs > 3_000
    assert limits.nesting > 6
