"""What counts as a link in a Markdown text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.merging.links import links_in


def found(text):
    return [(("image " if link.is_image else "") + link.target) for link in links_in(text)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See [the strike](event:strike).", ["event:strike"]),
        ("See [the strike](<event:strike>) and [about](about.md 'a title').", ["event:strike", "about.md"]),
        ("![a crater](media/crater.jpg)", ["image media/crater.jpg"]),
        ("[![a crater](media/c.jpg)](event:strike)", ["image media/c.jpg", "event:strike"]),
        ("[words [in brackets]](event:strike)", ["event:strike"]),
        ("[wiki](https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("See [the strike][1].\n\n[1]: event:strike", ["event:strike"]),
        ("![crater][c]\n\n[c]: https://example.org/c.jpg", ["image https://example.org/c.jpg"]),
        ("A word](event:strike) without an opening bracket", []),
        (r"An escaped \[link](event:strike)", []),
        ("A `[link](event:strike)` in code", []),
        ("A ``[link](event:a) ` `` in code, [one](event:b) outside", ["event:b"]),
        ("A ` alone, [a link](event:a), and a second `` mark", ["event:a"]),
        ("```\n[x](event:a)\n```\n\n[y](event:b)", ["event:b"]),
        ("~~~ yaml\n[x](event:a)\n\n[y](event:b)\n~~~\n", []),
        ("```\n[never closed](event:a)", ["event:a"]),
        ("Text\n\n    [indented code](event:a)\n\n[y](event:b)", ["event:b"]),
        ("Text\n    [a line that goes on](event:a)", ["event:a"]),
        ("- one\n\n    [still the item](event:a)\n    - [deeper](event:b)\n", ["event:a", "event:b"]),
        ("[^1]: A note.\n\n    [its second paragraph](event:a)\n", ["event:a"]),
        ("- one\n\nText\n\n    [code again](event:a)\n", []),
    ],
)
def test_the_links_of_a_text(text, links):
    assert found(text) == links


PIECES = [
    "[",
    "]",
    "](",
    ")",
    "(",
    "a",
    " ",
    "\n",
    "\n\n",
    "    ",
    "<",
    ">",
    "[b](c)",
    "[d](event:e)",
    "'f'",
    ":",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_the_links_of_a_text_are_the_same_whatever_stands_above_it(text):
    # With the mark of a picture above it, a text is read step by step, and not at one go.
    above = "!\n\n"
    moved = [link._replace(at=link.at + len(above)) for link in links_in(text)]
    assert list(links_in(f"{above}{text}")) == moved


def test_a_link_stands_where_its_address_begins():
    text = "One `[x](event:a)`,\n\n[two](event:a)"
    (link,) = links_in(text)
    assert text[link.at :] == "event:a)"


def test_a_long_hostile_text_takes_no_longer_than_a_long_one():
    for part in ("[", "](", "![a](", "`", "`` ` ", "[a]: b\n", "    [", "```\n", "\\["):
        list(links_in(part * 20_000 + "]("))
