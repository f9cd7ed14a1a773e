"""Values as YAML text: read again, they are what they were."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.writing import list_item, scalar

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t :#-'\"[]{},"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Two rounds", "Two rounds"),
        ("2020-01-04", "2020-01-04"),
        ("~19:45", "~19:45"),
        ("it's", "it's"),
        ("one: two", "'one: two'"),
        ("a #1", "'a #1'"),
        ("- x", "'- x'"),
        ("null", "'null'"),
        ("", "''"),
        ("it's: so", "'it''s: so'"),
        ("a\nb", '"a\\nb"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text, written):
    assert scalar(text) == written


def test_between_brackets_commas_need_quotes():
    assert (scalar("a, b", flow=True), scalar("a, b")) == ("'a, b'", "a, b")


def test_a_long_address_stays_on_its_line_and_a_long_sentence_is_folded():
    address = "https://example.org/" + "made-up-" * 20
    assert list_item([("url", address)]) == [f"- url: {address}"]
    assert list_item([("note", "made up " * 20 + "it is")])[0] == "- note: >"


@settings(deadline=None)
@given(TEXT)
def test_every_text_is_read_back_as_it_was(text):
    assert yaml.load(f"k: {scalar(text)}\n", yaml.BaseLoader) == {"k": text}  # noqa: S506 # text alone
    assert yaml.load(f"[{scalar(text, flow=True)}]\n", yaml.BaseLoader) == [text]  # noqa: S506 # likewise


@settings(deadline=None)
@given(TEXT, st.lists(TEXT, min_size=1), TEXT)
def test_every_record_is_read_back_as_it_was(text, texts, inner):
    pairs = [("a", text), ("b", texts), ("c", [{"d": inner}]), ("e", True)]
    written = "\n".join(list_item(pairs)) + "\n"
    read = yaml.load(written, yaml.BaseLoader)[0]  # noqa: S506 # text alone
    # A text in lines is a paragraph to us: line ends at its end mean nothing.
    assert {**read, "a": read["a"].rstrip("\n")} == {**dict(pairs), "a": text.rstrip("\n"), "e": "true", "c": [{"d": read["c"][0]["d"]}]}  # fmt: skip
    assert read["c"][0]["d"].rstrip("\n") == inner.rstrip("\n")
