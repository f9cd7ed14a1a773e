"""Code between backticks is found by a rule that is the same however long a text is."""

import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor

from timeline.pages.code_spans import CodeSpans

OURS = markdown.Markdown()
OURS.inlinePatterns.register(CodeSpans(), "backtick", 190)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`a`", "<code>a</code>"),
        ("`` a`b ``", "<code>a`b</code>"),
        ("``a`", "<code>`a</code>"),
        ("`a``", "`a``"),
        ("```a`b``c", "<code>`a`b</code>c"),
        (r"\`a`", "`a`"),
        (r"\``a`", "`<code>a</code>"),
        (r"\\`a`", "\\<code>a</code>"),
    ],
)
def test_as_many_backticks_close_code_as_open_it_or_else_the_longest_that_follow(text, html):
    assert OURS.reset().convert(text) == f"<p>{html}</p>"


class Theirs(BacktickInlineProcessor):
    """python-markdown's own rule; but behind backticks that nothing closes, it passes over as much text, too."""

    def find_code_spans(self, start, text):
        begin, end = super().find_code_spans(start, text)
        return (re.compile("`+").match(text, start).end() if end is None else begin), end


THEIRS = markdown.Markdown()
THEIRS.inlinePatterns.register(Theirs(BACKTICK_RE), "backtick", 190)
PIECES = ["`", "``", "```", "````", "\\", "\\\\", "a", " b ", "\n", "*", "<", "&amp;", "[c](d)"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("``a```b```")
@example("```a``b``c```")
def test_whatever_stands_in_a_text_its_code_is_what_a_look_through_all_of_it_finds(text):
    assert OURS.reset().convert(f"x{text}x") == THEIRS.reset().convert(f"x{text}x")
