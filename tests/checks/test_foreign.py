"""What other programs add to Markdown, and the words of examples that were left in place."""

import pytest
from projects import check, told

EVENT = """
    == content/events/a.yaml
    - id: flood
      date: 2020-01-03
      title: A made-up flood
      sources: [{{title: {title}}}]
      body: |
        A made-up text.

        {text}
"""


def found(folder, text="", title="A made-up report"):
    return [problem[:4] for problem in told(check(folder, EVENT.format(text=text, title=title)))]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("!!! note", "write a quotation: '> ' in front of each line"),
        ("??? warning", "write a quotation: '> ' in front of each line"),
        ("{: .big }", "take it out: pages have no classes of their own"),
        ("{{ page.title }}", "write the words themselves: there are no templates"),
        ("- [x] done", "write '- ' alone: lists have no boxes to tick"),
        ("==loud==", "write *italic* or **bold**"),
        ("~~wrong~~", "take the words out, or note it under 'corrections'"),
    ],
)
def test_markup_of_other_programs_is_told_where_it_stands(text, hint, tmp_path):
    ((place, code, message, told_hint),) = found(tmp_path, text)
    assert (place, code, told_hint) == ("content/events/a.yaml:8:5", "foreign-markup", hint)
    assert message.endswith("is no Markdown here, and is shown as it stands")


@pytest.mark.parametrize(
    "text",
    [
        "`==loud==` and ``{{ x }}``",
        "It rose to 5 == 5, ~ 3 m ~~ or so.",
        "What??? Stop!!!",
        "It is {so}.",
        "!!! BREAKING: it fell",
        "??? who knows",
        "::: nobody",
        "If a==b and c==d.",
        "{: .5 :}",
    ],
)
def test_what_is_meant_as_it_stands_is_left_alone(text, tmp_path):
    assert found(tmp_path, text) == []


def test_a_newspaper_may_have_said_something(tmp_path):
    assert found(tmp_path, "A text.\n      accounts: [{by: The newspaper, says: It fell.}]") == []


def test_an_examples_words_that_were_left_in_place_are_told(tmp_path):
    ((place, code, message, hint),) = found(tmp_path, title="'The headline, as it was printed'")
    assert (place, code) == ("content/events/a.yaml:4:21", "placeholder")
    assert (message, hint) == (
        "this tells what to write here, and stands there still",
        "write that in its place",
    )
