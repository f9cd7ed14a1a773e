"""Words that fill a key: 'yes', 'none', 'n/a'."""

import pytest
from projects import check, told

EVENT = """
    == content/events/a.yaml
    - id: shelling
      date: 2020-01-03
      title: A made-up shelling
      sources: [{{title: A made-up report}}]
      {line}
"""
HINT = "write who or what it is; what is not known is left out, key and all"
OUT = "leave it out where it is not known"


@pytest.mark.parametrize("word", ["yes", "No", "true", "(Y)"])
def test_a_name_is_no_answer_to_a_question(word, tmp_path):
    (problem,) = told(check(tmp_path, EVENT.format(line=f"confirmed_by: {word}")))
    assert problem[:4] == (
        "content/events/a.yaml:5:17", "placeholder", f"'{word}' stands here in place of a name", HINT,
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "tags: ['yes', 'no']",
        "summary: Yes.",
        "accounts: [{by: A made-up mayor, says: No}]",
        "figures: [{what: 'Yes', value: 52, unit: '%'}]",
    ],
)
def test_an_answer_may_be_a_tag_or_all_that_is_to_say(line, tmp_path):
    assert told(check(tmp_path, EVENT.format(line=line))) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("place: none", "unknown-place"),
        ("kind: unknown", "unknown-kind"),
        ("actors: [not-known]", "unknown-actor"),
        ("place: n/a", "bad-id"),
        ("place: 'NULL'", "bad-id"),
        ("storylines: [None]", "bad-id"),
    ],
)
def test_an_id_that_says_nothing_is_to_be_left_out(line, code, tmp_path):
    (problem,) = check(tmp_path, EVENT.format(line=line)).examined.problems
    assert (problem.code, problem.hint, problem.example) == (code, OUT, "")


def test_no_source_is_no_source(tmp_path):
    tree = (
        "== content/events/a.yaml\n- {id: shelling, date: 2020, title: A made-up shelling, sources: [none]}\n"
    )
    (problem,) = told(check(tmp_path, tree))
    assert problem.code == "unknown-article"
    assert problem.hint == "write out what the source is; an event for which there is none has to wait"


def test_the_lines_to_add_for_a_name_have_an_id_that_is_taken(tmp_path):
    (problem,) = check(tmp_path, EVENT.format(line="place: Con")).examined.problems
    assert problem.hint == "write con-place here, and add these lines to content/places.yaml:"
    assert problem.example == "- id: con-place\n  name: Con"
    mended = (
        f"{EVENT.format(line='place: con-place')}    == content/places.yaml\n    "
        + problem.example.replace("\n", "\n    ")
    )
    assert told(check(tmp_path / "mended", mended)) == []
