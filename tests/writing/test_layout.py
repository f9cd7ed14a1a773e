"""The layout of hand-kept YAML: what changes, and what never does."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.writing import CannotFormat, formatted

ROOT = Path(__file__).parent.parent.parent
FILES = sorted(
    [*ROOT.glob("content/**/*.yaml"), *ROOT.glob("site_config/*.yaml"), *ROOT.glob("tests/**/*.yaml")]
)

BEFORE = """\
# head

# about b
-   id:   b     # odd
    date: "2020-01-04"   # why
    title: 'a: b'
    # before tags
    tags: [ a,"b, c",  d ]
    accounts:   # who
    - by: X
      says: |
          one
            two

          three
      # inside accounts
    - by:    Y
      says: >-
        folded
        text
    summary: plain text
      that goes on
      and on # end
    body: "quoted
      over lines"
    sources: [
      a,   # first
      {title: "x", url: https://example.org},
    ]
    # last of b


# about a
- {id: "a", date: 2020}
- id: c
  body: |2
      more
    less
# tail
"""

AFTER = """\
# head

# about a
- {id: a, date: 2020}

# about b
- id: b     # odd
  date: 2020-01-04   # why
  title: 'a: b'
  # before tags
  tags: [a, 'b, c', d]
  accounts:   # who
    - by: X
      says: |
        one
          two

        three
      # inside accounts
    - by: Y
      says: >-
        folded
        text
  summary: plain text
    that goes on
    and on # end
  body: "quoted
    over lines"
  sources: [
    a,   # first
    {title: "x", url: https://example.org},
  ]
  # last of b

- id: c
  body: |2
      more
    less

# tail
"""


def test_items_are_sorted_with_their_comments_and_laid_out_in_one_way():
    assert formatted(BEFORE, str) == AFTER


def test_without_an_order_items_stay_where_they_are():
    assert formatted("- id: b\n- id: a\n") == "- id: b\n- id: a\n"


def test_the_line_that_yaml_may_begin_with_stays_above_all_items():
    assert formatted("---\n# b\n- id: b\n- id: a\n", str) == "---\n- id: a\n\n# b\n- id: b\n"


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n\n- id: b\n  title: x\n",
        "# only a comment\n",
        "",
        "---\n- id: a\n",
        "---\nformat: 1\n",
        "a: 1\n\n# about b\nb:\n  c: [d]\n",
        "- id: a\n  x: >\n    t\n\n    # in the text, no comment\n",
        '- a: "\\u200b and \\x41"\n',
        "- id: a\n  sources:\n    - {title: A report,\n      url: https://example.org}\n    - - [b,\n         c]\n",
    ],
)  # fmt: skip
def test_what_is_laid_out_well_stays_letter_by_letter(text):
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-\n  id: x\n", "line 2 has no '- ' of its own before an item"),
        ("? a\n: b\n", "line 1 has something that is no value"),
        ("? [a]\n: b\n", "a key in it is no plain word"),
        ("- id: x\n...\n", "line 2 has something that is no value"),
        ("%YAML 1.1\n---\n- a\n", "it begins with YAML that is not used here"),
        ("[a, b]\n", "it is neither a list with '- ' nor 'key: value' lines"),
        ("word\n", "it is neither a list with '- ' nor 'key: value' lines"),
        ("- [\n", "it cannot be read"),
    ],
)
def test_what_is_not_understood_is_left_alone(text, why):
    with pytest.raises(CannotFormat) as refused:
        formatted(text)
    assert str(refused.value) == why


def test_an_id_is_found_behind_lists_and_mappings_that_have_some_too():
    second = "- sources:\n    - id: a\n  place: {id: a}\n  tags: [id, a]\n  id: z\n"
    assert formatted(f"{second}\n- id: b\n", str) == f"- id: b\n\n{second}"


def read(text):
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 # text alone


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_fixture_changes_its_values_and_twice_is_once(path):
    text = path.read_text(encoding="utf-8")
    new = formatted(text)
    assert read(new) == read(text)
    assert formatted(new) == new


NOTE = re.compile(r"# (?:above|behind|edge) \d+\.")
WORD = st.text("ab:# -'\"\\,[]{}éع|>&*!%@`?~0\n\t", max_size=12)
NODE = st.recursive(
    WORD,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
)
STYLES = st.fixed_dictionaries({
    "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
    "default_flow_style": st.sampled_from([None, True, False]),
    "indent": st.integers(2, 6),
    "width": st.integers(10, 100),
})  # fmt: skip


ITEM = st.dictionaries(st.sampled_from(["a", "b", "id"]), NODE, min_size=1)
COMMENTS = st.lists(st.sampled_from(["", "", "edge", "above", "behind", "both"]), min_size=1, max_size=20)


def commented(text, comments):
    """A text with comments above its lines and behind them; within a text of several lines they are words of it."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        where = comments[number % len(comments)]
        if where in {"above", "both"}:
            lines.append(f"{line[: len(line) - len(line.lstrip())]}# above {number}.")
        elif where == "edge":
            lines += ["", f"# edge {number}."]
        lines.append(f"{line} # behind {number}." if where in {"behind", "both"} else line)
    return "".join(f"{line}\n" for line in lines)


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(ITEM, min_size=1, max_size=3), STYLES, COMMENTS)
def test_whatever_is_formatted_is_read_as_before_and_twice_is_once(value, styles, comments):
    text = commented(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, **styles), comments)
    try:
        before, new = read(text), formatted(text, repr)
    except (yaml.YAMLError, CannotFormat):
        return
    assert sorted(map(repr, read(new))) == sorted(map(repr, before))
    assert sorted(NOTE.findall(new)) == sorted(NOTE.findall(text))
    assert formatted(new, repr) == new


def test_most_of_what_other_programs_write_can_be_formatted():
    """The property above would hold of a program that refuses everything."""
    value = [
        {"id": f"e{n}", "title": "it's: so", "tags": ["a", "b"], "accounts": [{"by": "x", "says": "y\nz"}]}
        for n in range(3)
    ]
    for style in (None, "'", '"'):
        for indent in (2, 4):
            text = yaml.safe_dump(value, sort_keys=False, default_style=style, indent=indent)
            assert read(formatted(text)) == value
