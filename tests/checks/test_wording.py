"""Titles, summaries, names and fillers: what an editor would mend before a reader sees it."""

import json

import pytest
from projects import check, told

SOURCE = "sources: [{title: A made-up source}]"


def codes(tmp_path, keys, more=""):
    tree = f"== content/events/a.yaml\n- {{id: one, {keys}, {SOURCE}}}\n{more}"
    return [p.code for p in told(check(tmp_path, tree))]


@pytest.mark.parametrize(
    ("date", "title"),
    [
        ("2020-01-04", "Rocket of 4 January 2020"),
        ("2020-01-04", "Jan. 4, 2020 rocket"),
        ("2020-01-04", "January 4th rocket"),
        ("2020-01-04", "2020-01-04 rocket"),
        ("2020-01-04", "Rocket (04.01.2020)"),
        ("2020-01-04", "Rocket on 1/4/20"),
        ("2020-01-04T19:45", "Rocket of 4 January"),
        ("2020-01", "Rockets of January 2020"),
        ("2020-01-04, language: ar", "صاروخ في 4 يناير 2020"),
        ("2020-01-04, language: fr", "Une roquette le 4 janvier"),
        ("2020-01-04, language: ru", "Ракета 4 января 2020"),
    ],
)
def test_a_title_that_repeats_the_events_own_date_is_noted(tmp_path, date, title):
    assert codes(tmp_path, f"date: {date}, title: '{title}'") == ["title-repeats-date"]


@pytest.mark.parametrize(
    ("date", "title"),
    [
        ("2020-01-04", "Anniversary of 9 January"),
        ("2020-01-04", "4 rockets, 1 launcher"),
        ("2020-01-04", "Rocket in May 4 fields"),
        ("2020-01-04", "The 2020 budget"),
        ("2020-01", "4 January in Exampleton"),
        ("2020", "The 2020 election"),
        ("2020-21", "The spring of 3 floods"),
        ("2020-03-29", "In March 29,000 people were moved"),
    ],
)
def test_other_numbers_in_a_title_are_left_alone(tmp_path, date, title):
    assert codes(tmp_path, f"date: {date}, title: '{title}'") == []


@pytest.mark.parametrize(
    ("value", "told_of"),
    [("TBD", True), ("n/a", True), ("…", True), ("TODO: ask the police", True), ("غير معروف", True),
     ("The unknown soldier was buried.", False), ("None of the rockets went off.", False)],
)  # fmt: skip
def test_a_filler_in_place_of_a_text_is_told(tmp_path, value, told_of):
    assert (
        codes(tmp_path, f"date: 2020, title: A made-up event, summary: '{value}'")
        == ["placeholder"] * told_of
    )


@pytest.mark.parametrize(
    ("text", "told_of"),
    [("It was <b>loud</b>.", True), ("Loud.<br/>Very.", True), ("<!-- ask -->Loud.", True), ("`<b>` is a tag.", False),
     ("3 < 5 and 5 > 3.", False), ("<https://example.org/>", False), ("A <made-up> word.", False)],
)  # fmt: skip
def test_html_in_a_text_is_told_and_nothing_that_only_looks_like_it(tmp_path, text, told_of):
    assert (
        codes(tmp_path, f"date: 2020, title: A made-up event, body: '{text}'") == ["html-in-text"] * told_of
    )


@pytest.mark.parametrize(
    ("body", "told_of"),
    [
        (">\n    One.\n\n    Two.", True),
        (">-\n    One.\n\n    Two.\n", True),
        (">\n    - one\n    - two", True),
        ("|\n    One.\n\n    Two.", False),
        ("|\n    One\n    and on.", False),
        (">\n    - one", False),
        (">\n    One\n    and on.", False),
        (">\n    One.\n\n\n    Two.", False),  # two empty lines part paragraphs
        (">\n    - one\n\n    - two", False),
        (">\n    One:\n\n        code\n        code\n", False),
    ],
)
def test_paragraphs_that_a_folded_text_joins_are_told(tmp_path, body, told_of):
    tree = f"== content/events/a.yaml\n- id: one\n  date: 2020\n  title: A made-up event\n  body: {body}\n  {SOURCE}\n"
    problems = [(str(p.span), p.span.end_column, p.code) for p in check(tmp_path, tree).examined.problems]
    assert problems == [("content/events/a.yaml:4:9", 10, "joined-paragraphs")] * told_of


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "\n    One.\n\n    Two.",
            "'>' joins these paragraphs into one; an empty line between them only ends a line",
        ),
        ("\n    - one\n    - two", "'>' joins the lines of this list into one"),
    ],
)
def test_what_a_folded_text_joins_is_told_with_the_way_to_keep_it(tmp_path, body, message):
    tree = f"== content/events/a.yaml\n- id: one\n  date: 2020\n  title: A made-up event\n  body: >{body}\n  {SOURCE}\n"
    (problem,) = told(check(tmp_path, tree))
    assert problem.message == message
    assert problem.hint == "write '|' in place of '>' to keep lines and paragraphs as they stand"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (">\n    It fell.\n    status: disputed", "6:5"),
        (">\n    status: disputed", "5:5"),
        (">\n    It fell.\n  status: single-source", None),
        ("|\n    It fell.\n    corrections:\n      - date: 2020-01-02", "6:5"),
        (">\n    It fell.\n    - url: https://example.org/", "6:7"),
        ("It fell.\n  tags: [a]\n  summary: >\n    It fell.", None),
        (">\n    It fell, with the status: unknown.\n    Sources: the police", None),
        (">\n    It fell.\n  kind: statement", None),
        ("|\n    Write it so:\n\n    ```yaml\n    status: disputed\n    ```", None),
        ("|\n    ~~~~\n    tags: [a]\n    ~~~\n    tags: [b]\n    ~~~~\n    tags: [c]", "10:5"),
    ],
)
def test_a_key_that_a_text_has_taken_for_its_own_words_is_told(tmp_path, body, place):
    tree = f"== content/events/a.yaml\n- id: one\n  date: 2020\n  title: A made-up event\n  body: {body}\n  {SOURCE}\n"
    problems = [(p.place, p.code) for p in told(check(tmp_path, tree)) if p.code == "key-in-text"]
    assert problems == ([(f"content/events/a.yaml:{place}", "key-in-text")] if place else [])


def test_a_key_that_a_text_in_a_list_has_taken_is_not_sent_to_its_column_for_certain(tmp_path):
    accounts = "\n    - by: Police\n      says: >\n        It fell.\n        status: disputed"
    tree = (
        f"== content/events/a.yaml\n- id: one\n  date: 2020\n  title: T\n  accounts: {accounts}\n  {SOURCE}\n"
    )
    (problem,) = (p for p in told(check(tmp_path, tree)) if p.code == "key-in-text")
    assert problem.hint == (
        "begin it in column 7, if it belongs beside the key of that text; or put other words in front of it"
    )


@pytest.mark.parametrize(
    ("one", "two", "told_of"),
    [
        ("air strikes", "Airstrike", True), ("résumé", "resume", True), ("Soleimani", "Suleimani", True),
        ("عراقي", "عراقی", True), ("c++", "c", False), ("strike-1", "strike-2", False), ("north", "south", False),
        ("الأمن", "الامن", True), ("hospital", "hospitals", True),
    ],
)  # fmt: skip
def test_two_spellings_of_one_tag_are_noted(tmp_path, one, two, told_of):
    more = f"- {{id: two, date: 2019, title: Another thing, tags: ['{two}'], {SOURCE}}}"
    assert (
        codes(tmp_path, f"date: 2020, title: A made-up event, tags: ['{one}']", more)
        == ["spelling-variants"] * told_of
    )


@pytest.mark.parametrize(
    ("one", "two", "told_of"),
    [
        ("name: Qasem Suleimani", "name: Qassem Suleimani", True),
        ("name: Qasem Soleimani", "name: Qasem Suleimani", True),
        ("name: Made-up Council", "name: Council, names: {fr: made up council}", True),
        ("name: Person A", "name: Person B", False),
        ("name: First Brigade", "name: Third Brigade", False),
    ],
)
def test_two_actors_of_one_name_are_noted(tmp_path, one, two, told_of):
    tree = f"== content/actors.yaml\n- {{id: a, {one}}}\n- {{id: b, {two}}}"
    assert [p.code for p in told(check(tmp_path, tree))] == ["same-name"] * told_of


def test_places_of_one_name_are_noted_where_they_lie_in_one_place(tmp_path):
    tree = "== content/places.yaml\n- {id: a, name: A}\n- {id: b, name: B}\n- {id: x, name: Springfield, within: a}\n- {id: y, name: Springfield, within: b}\n- {id: z, name: Springfield, within: b}"
    assert [(p.place, p.code) for p in told(check(tmp_path, tree))] == [
        ("content/places.yaml:5:17", "same-name")
    ]


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("jp", "did you mean ja, Japanese?"),
        ("iq", "did you mean ar, Arabic?"),
        ("eng", "did you mean en, English?"),
        ("gb", "did you mean en, English?"),
        ("jx", "write the language's own code, as in en, ar or ckb"),
    ],
)
def test_the_code_of_a_country_is_no_language(tmp_path, language, hint):
    tree = f"== content/events/a.yaml\n- {{id: one, date: 2020, title: A made-up event, language: {language}, {SOURCE}}}"
    assert [(p.code, p.hint) for p in told(check(tmp_path, tree))] == [("unknown-language", hint)]


@pytest.mark.parametrize("language", ["en", "ckb", "zh-Hant", "pt-BR", "haw", "ku"])
def test_languages_that_there_are_are_fine(tmp_path, language):
    assert codes(tmp_path, f"date: 2020, title: A made-up event, language: {language}") == []


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("So:\n\n    <b>words</b>", 0),
        ("So:\n\n    words\n\nand <b>bold</b>, with `code`", 1),
        ("~~~\n<i>\n~~~", 0),
    ],
)
def test_html_in_code_is_meant_to_be_seen_and_code_ends_where_its_lines_end(tmp_path, text, told_of):
    body = json.dumps(text)
    assert codes(tmp_path, f"date: 2020, title: A made-up event, body: {body}") == ["html-in-text"] * told_of


FOLDED = r"""
    == content/events/a.yaml
    - id: one
      date: 2020-01-03
      title: A made-up event
      summary: >
        A made-up text, lorem
        ipsum and [words]
        (https://example.org/x)
        and <span
        class="x">.
      body: 'It''s a Saturday,
        3 January 2020, and
        it''s <b
        class="x">'
      accounts:
        - by: A made-up mayor
          says: "One lorem\
            \ ipsum, and a caf\u00E9 <b
            class=\"caf\xe9\">"
        - by: Another mayor
          says: "A caf\u00E9 <i
            class='caf\u00e9'>"
"""


def test_words_that_go_on_in_the_next_line_are_told_where_they_begin(tmp_path):
    found = [(p.place.partition(":")[2], p.code) for p in told(check(tmp_path, f"{FOLDED}      {SOURCE}"))]
    assert found == [
        ("5:21", "placeholder"), ("6:15", "split-link"), ("8:9", "html-in-text"), ("10:18", "wrong-weekday"),
        ("12:11", "html-in-text"), ("16:18", "placeholder"), ("17:34", "html-in-text"),
        ("20:13", "undisputed-accounts"), ("20:26", "html-in-text"),
    ]  # fmt: skip
