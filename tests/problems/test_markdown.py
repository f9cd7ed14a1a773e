"""A stranger's words in GitHub's Markdown: in a code span, and nothing of them outside it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.problems.markdown import bounded, code

# A code span as CommonMark 0.31 has it (section 6.1): a run of backticks up to the next run of that length.
SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def spans(markdown: str) -> list[str]:
    """The texts of the code spans in a line, as a reader sees them; what stands outside must be nothing."""
    found = []
    for _, inside in SPAN.findall(markdown):
        strips = inside.startswith(" ") and inside.endswith(" ") and inside.strip(" ")
        found.append(inside[1:-1] if strips else inside)
    assert SPAN.sub("", markdown) == ""
    return found


@pytest.mark.parametrize(
    "text",
    [
        "plain words", "<img src=x onerror=alert(1)>", "[a](javascript:x) ![b](//x.example/b.png)", "@team/all #1",
        "https://x.example www.x.example a@x.example", "`", "`a", "a`", "``` a ` b ``", " `x` ", "a\\", "**bold** | cell | :bomb:",
        "::error::not one", "##[stop-commands]x",
    ],
)  # fmt: skip
def test_what_would_be_markup_is_words_in_a_code_span(text):
    assert spans(code(text)) == [text]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_any_line_comes_out_of_its_code_span_as_it_went_in(text):
    assert spans(code(text)) == [text]


def test_nothing_is_told_in_words():
    assert code("") == code("  ") == "(nothing)"


def test_what_is_too_long_is_cut_at_a_line():
    assert bounded(["one", "two", "three"], "See elsewhere.", 8) == (
        "one\ntwo\n\nThere is more than a summary can hold. See elsewhere.\n"
    )
    assert bounded(["one", "two"], "See elsewhere.", 8) == "one\ntwo\n"
