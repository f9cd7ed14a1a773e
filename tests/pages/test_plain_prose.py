"""The quick way for plain texts: whatever it takes, it makes the same HTML of as the whole converter."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.pages.plain_prose import plain_html
from timeline.pages.prose import Prose

PAGES = {("event", "one"): "events/one/", ("place", "harbour"): "places/harbour/"}
PROSE = Prose(lambda *record: PAGES.get(record), frozenset())

PIECES = st.sampled_from([
    "*", "**", "***", " ", "  ", "\n", "\n\n", "\n\n\n", "[", "]", "(", ")", "!", ":", "-", "+", "=", "#", ".", "1",
    "1. ", "2) ", "- ", "* ", "# ", ": ", "---", "===", '"', "'", "^", "{", "}", "$", "@", "/", "?", "--", "...",
    "word", "Two words", "نص عربي", "é", "e\u0301", "*one*", "**two**", "a*b*c", "a**b**c", "~", "_", "`", "<", "&", "|",
    "[words](event:one)", "[words](event:none)", "[a *b*](event:one)", "[x](https://news.example/a-b/c?d)",
    "[x](https://news.example/a-b,c;d=1%20)", "[x](http://xn--e1afmkfd.example/)", "[x](http://1.2.3.4/)", "[x](mailto:a)",
    "[x](http:a)", "[x](javascript:alert)", "[^1]", "[^1](event:one)", "[1]: event:one", "![x](event:one)", "*[x](event:one)*",
    "http://news.example", "\u2028", "\u200f", "\ufeff", "\u0301", "\U0001f600",
])  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)


def agrees(text: str) -> bool:
    quick = plain_html(text, PROSE.target)
    return quick is None or quick == PROSE.converted(text, blocks=False) == PROSE.converted(text, blocks=True)


@given(TEXTS)
@example("*a\n\nb*")
@example("**a** *b* [c](event:one)")
@example('**a "b"** *it\'s* [c "d" \'e\'](event:one)')
@example("[a\n\nb](event:one)")
@settings(max_examples=300, deadline=None)
def test_it_makes_what_the_whole_converter_makes(text):
    assert agrees(text)


@given(st.text(alphabet="ab *[]()!:\n-#'\"1.é", max_size=40))
@settings(max_examples=200, deadline=None)
def test_so_it_does_of_any_run_of_such_characters(text):
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two rounds hit the zone - the army says one - at 19:45.",
        "The report names **two** places.\nIt was said *later*: [the first](event:one).",
        "One paragraph.\n\nAnother, with [a source](https://news.example/2020/a-b).",
        "قُتل شخصان في [الميناء](place:harbour).",
    ],
)
def test_it_takes_what_editors_write_most(text):
    assert plain_html(text, PROSE.target) is not None
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "`code`",
        "# Heading",
        "- a list",
        "1. first",
        "a_b_c",
        "<b>",
        "&amp;",
        "***",
        "[a][b]",
        "    code",
        "a  \nb",
    ],
)
def test_it_leaves_the_rest_to_the_converter(text):
    assert plain_html(text, PROSE.target) is None
