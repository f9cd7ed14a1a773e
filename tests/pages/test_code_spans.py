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


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["`", "``", "```", "````", "a", "b c"]), max_size=40).map("".join))
def test_whatever_stands_in_a_text_its_code_is_what_a_look_through_all_of_it_finds(text):
    assert OURS.reset().convert(f"x{text}x") == f"<p>x{looked_through(text)}x</p>"


def looked_through(text):
    opening = re.search("`+", text)
    if opening is None:
        return text
    length, rest = len(opening[0]), text[opening.end() :]
    runs = [*re.finditer("`+", rest)]
    longest = max((len(run[0]) for run in runs), default=0)
    ticks = length if any(len(run[0]) == length for run in runs) else min(longest, length)
    closing = next((run for run in runs if len(run[0]) == ticks), None)
    if closing is None:
        return text[: opening.end()] + looked_through(rest)
    code = (opening[0][ticks:] + rest[: closing.start()]).strip()
    return f"{text[: opening.start()]}<code>{code}</code>{looked_through(rest[closing.end() :])}"


class Theirs(BacktickInlineProcessor):
    """python-markdown's own rule; but behind backticks that nothing closes, it passes over as much text, too."""

    def handleMatch(self, m, data):  # noqa: N802 (python-markdown's name)
        node, start, end = super().handleMatch(m, data)
        return node, start, re.compile("`*").match(data, m.start()).end() if node is None else end


THEIRS = markdown.Markdown()
THEIRS.inlinePatterns.register(Theirs(BACKTICK_RE), "backtick", 190)
PIECES = ["`", "``", "```", "````", "\\", "\\\\", "a", " b ", "\n", "*", "<", "&amp;", "[c](d)"]


@pytest.mark.skipif(markdown.__version_info__ < (3, 11, 3), reason="older ones have another rule")
@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@example("``a```b```")
@example("```a``b``c```")
def test_among_escapes_and_markup_code_is_what_python_markdown_takes_for_it(text):
    assert OURS.reset().convert(f"x{text}x") == THEIRS.reset().convert(f"x{text}x")
