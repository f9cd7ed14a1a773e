"""What a terminal, GitHub and a script are given, to the letter."""

import json
from textwrap import dedent

import pytest

from timeline.problems import Problem, Related, Severity, Span, report, sort_problems
from timeline.problems.reports import shortened, visible

LINES = {
    ("content/events/a.yaml", 2): "  titel: A",
    ("content/events/a.yaml", 5): "- id: green zone",
    ("content/events/b.yaml", 1): "title:\t日本語 é́ x: y",
    ("content/events/c.yaml", 1): "x" * 300 + "BAD" + "y" * 300,
    ("content/events/d.yaml", 1): "\x1b[31mred\u202e end",
}


def line_of(file, line):
    return LINES.get((file, line))


def error(file, line, column, end, message="wrong", hint="", code="bad-thing", **more):
    return Problem(code, Severity.ERROR, Span(file, line, column, end), message, hint, **more)


KEY = error(
    "content/events/a.yaml", 2, 3, 8, "an event has no key 'titel'", "did you mean 'title'?", "unknown-key"
)
TWICE = Problem(
    "duplicate-id", Severity.WARNING, Span("content/events/a.yaml", 5, 7, 17), "two events have the id 'a'",
    related=(Related(Span("content/events/a.yaml", 1, 7, 8), "the first one"),),
)  # fmt: skip


def terminal(*problems):
    return report(problems, line_of, "terminal")


def test_a_terminal_shows_place_line_mark_and_hint():
    assert terminal(KEY, TWICE) == dedent("""\
        content/events/a.yaml:2:3: error[unknown-key]: an event has no key 'titel'
          2 |   titel: A
            |   ^^^^^
          hint: did you mean 'title'?

        content/events/a.yaml:5:7: warning[duplicate-id]: two events have the id 'a'
          5 | - id: green zone
            |       ^^^^^^^^^^
          see content/events/a.yaml:1:7: the first one

        1 error, 1 warning
        """)


LIKE_THIS = error(
    "content/events/a.yaml", 2, 3, 8, "this must be a list, not text", "write it like this:", "wrong-shape",
    example="accounts:\n  - by: Police\n    says: \x1b[31mIt is gone.",
)  # fmt: skip


def test_an_example_keeps_its_lines_and_their_indentation_below_the_hint():
    assert terminal(LIKE_THIS) == dedent(r"""
        content/events/a.yaml:2:3: error[wrong-shape]: this must be a list, not text
          2 |   titel: A
            |   ^^^^^
          hint: write it like this:
            accounts:
              - by: Police
                says: \u001b[31mIt is gone.

        1 error
        """).lstrip("\n")
    assert report([LIKE_THIS], line_of, "github").endswith(
        "%0Awrite it like this:%0Aaccounts:%0A  - by: Police%0A    says: \\u001b[31mIt is gone.\n"
    )


def test_in_a_summary_an_example_is_a_block_of_code_that_belongs_to_its_problem():
    lines = report([LIKE_THIS, TWICE], line_of, "markdown").split("\n")
    # Six columns are the text of the item; four more make code of it (CommonMark 0.31, sections 4.4 and 5.2).
    at = lines.index("    - hint: `write it like this:`")
    assert lines[at + 1 : at + 6] == [
        "", "          accounts:", "            - by: Police", r"              says: \u001b[31mIt is gone.", "",
    ]  # fmt: skip
    assert lines[at + 6].startswith("- 5:7 warning")


def test_a_file_without_a_line_to_show_has_none():
    assert terminal(error("content/media/a.png", 1, 1, 1, "this is no PNG file")) == (
        "content/media/a.png:1:1: error[bad-thing]: this is no PNG file\n\n1 error\n"
    )


def test_no_problems_are_said_in_two_words():
    assert terminal() == "no problems\n"


@pytest.mark.parametrize(
    ("column", "end", "shown", "marks"),
    [
        (8, 9, "title: 日本語 é́ x: y", "       ^^"),
        (12, 13, "title: 日本語 é́ x: y", "              ^"),
        (15, 16, "title: 日本語 é́ x: y", "                ^"),
        (99, 120, "title: 日本語 é́ x: y", "                    ^"),
    ],
    ids=["a wide letter", "behind wide letters", "behind combining marks", "behind the end"],
)
def test_marks_stand_below_what_they_mark(column, end, shown, marks):
    rows = terminal(error("content/events/b.yaml", 1, column, end)).split("\n")
    assert rows[1] == f"  1 | {shown}"
    assert rows[2].rstrip() == f"    | {marks}"


def test_a_long_line_is_cut_around_the_mark():
    rows = terminal(error("content/events/c.yaml", 1, 301, 304)).split("\n")
    assert rows[1] == "  1 | …" + "x" * 40 + "BAD" + "y" * 117 + "…"
    assert rows[2] == "    | " + " " * 41 + "^^^"


def test_a_long_mark_ends_with_the_line_that_is_shown():
    rows = terminal(error("content/events/c.yaml", 1, 1, 604)).split("\n")
    assert rows[1] == "  1 | " + "x" * 160 + "…"
    assert rows[2] == "    | " + "^" * 160


def test_terminal_escapes_and_hidden_characters_are_written_out():
    text = terminal(
        error("content/ev\x1b[2Jents/\u202ed.yaml", 1, 1, 1, "a\nb\r\x9b31m", "c\u2028d"),
        error("content/events/d.yaml", 1, 9, 10),
    )
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert text.split("\n")[:2] == [
        r"content/ev\u001b[2Jents/\u202ed.yaml:1:1: error[bad-thing]: a\u000ab\u000d\u009b31m",
        r"  hint: c\u2028d",
    ]
    assert r"  1 | \u001b[31mred\u202e end" in text
    assert "    |              ^^^^^^" in text.split("\n")


def test_github_gets_one_command_a_problem():
    assert report([KEY, TWICE], line_of, "github") == (
        "::error file=content/events/a.yaml,line=2,col=3,endColumn=8,title=unknown-key::"
        "an event has no key 'titel' [unknown-key]%0Adid you mean 'title'?\n"
        "::warning file=content/events/a.yaml,line=5,col=7,endColumn=17,title=duplicate-id::"
        "two events have the id 'a' [duplicate-id]%0Asee content/events/a.yaml:1:7: the first one\n"
    )


def test_nobody_can_put_a_command_of_their_own_into_githubs_log():
    hostile = error(
        "content/a,title=x::y.yaml",
        1,
        1,
        2,
        "x\n::error file=/etc/passwd::y%0A::debug::z",
        "100%25\r\n::stop-commands::t",
    )
    text = report([hostile], line_of, "github")
    assert text.count("\n") == 1
    assert text == (
        "::error file=content/a%2Ctitle=x%3A%3Ay.yaml,line=1,col=1,endColumn=2,title=bad-thing::"
        r"x\u000a::error file=/etc/passwd::y%250A::debug::z [bad-thing]%0A100%2525\u000d\u000a::stop-commands::t"
        "\n"
    )


def test_a_note_is_a_notice_to_github():
    note = Problem("more-problems", Severity.NOTE, Span("a.yaml", 3), "more")
    assert report([note], line_of, "github").startswith("::notice file=a.yaml,line=3,col=1,")


def test_json_holds_everything_as_plain_ascii():
    text = report(
        [error("content/é\udcff.yaml", 1, 2, 3, "\x1b[31m \u202e \ud800", "h"), TWICE], line_of, "json"
    )
    assert text.isascii()
    assert text.endswith("}\n")
    assert json.loads(text) == {
        "format": 1,
        "problems": [
            {
                "code": "bad-thing", "severity": "error", "file": "content/é\udcff.yaml", "line": 1, "column": 2,
                "end_column": 3, "message": "\x1b[31m \u202e \ud800", "hint": "h", "example": "", "related": [],
            },
            {
                "code": "duplicate-id", "severity": "warning", "file": "content/events/a.yaml", "line": 5, "column": 7,
                "end_column": 17, "message": "two events have the id 'a'", "hint": "", "example": "",
                "related": [{"file": "content/events/a.yaml", "line": 1, "column": 7, "end_column": 8, "message": "the first one"}],
            },
        ],
    }  # fmt: skip


def test_of_a_file_with_very_many_problems_a_thousand_are_told_and_the_rest_counted():
    many = [error("a.yaml", n, 1, 2) for n in range(1, 1_251)]
    other = error("b.yaml", 1, 1, 2)
    shown = shortened([*many, other])
    assert shown[:1000] == many[:1000]
    assert shown[1001:] == [other]
    assert shown[1000] == Problem(
        "more-problems", Severity.NOTE, Span("a.yaml", 1001, 1, 2),
        "this file has 250 more problems, which are not shown", "mend these first",
    )  # fmt: skip
    assert terminal(*many, other).endswith("\n\n1,251 errors\nbad-thing 1,251\n")
    for format in ("github", "json"):
        assert "250 more" in report(many, line_of, format)


def test_a_terminal_shows_the_first_hundred_of_a_file_with_their_lines_and_the_others_in_one_line_each():
    many = [error("content/events/a.yaml", 2, 3, 8, f"wrong {n}", "mend it") for n in range(117)]
    rows = terminal(*many, KEY).split("\n")
    assert rows.count("  2 |   titel: A") == 100
    assert rows[-8:] == [
        *(f"content/events/a.yaml:2:3: error[bad-thing]: wrong {n}" for n in range(114, 117)),
        "content/events/a.yaml:2:3: error[unknown-key]: an event has no key 'titel'",
        "",
        "118 errors",
        "bad-thing 117, unknown-key 1",
        "",
    ]


def test_what_can_be_seen_stays_and_what_cannot_is_written_out():
    assert visible("Baghdad بغداد 日本 é\u00a0ok") == "Baghdad بغداد 日本 é\u00a0ok"
    assert visible("a\x00\u200b\U000e0041\ud800") == r"a\u0000\u200b\U000e0041\ud800"


def test_problems_are_sorted_by_place_and_the_worst_of_one_place_stays():
    worst = error("a.yaml", 2, 1, 5, "worst")
    mild = Problem("mild", Severity.WARNING, Span("a.yaml", 2, 1, 9), "mild")
    late, other = error("a.yaml", 10, 1, 2), error("B.yaml", 99, 1, 2)
    assert sort_problems([late, mild, worst, error("a.yaml", 2, 1, 2, "second"), other]) == [
        other,
        worst,
        late,
    ]


def test_a_severity_has_a_word_and_an_order():
    assert [severity.word for severity in sorted(Severity)] == ["note", "warning", "error"]
    assert KEY.at_level(Severity.NOTE).severity is Severity.NOTE


def test_a_summary_lists_every_problem_under_its_file():
    assert report([KEY, TWICE], line_of, "markdown") == dedent("""\
        ## What the check found

        1 error, 1 warning.

        ### `content/events/a.yaml`

        - 2:3 error `unknown-key`: `an event has no key 'titel'`
            - hint: `did you mean 'title'?`
        - 5:7 warning `duplicate-id`: `two events have the id 'a'`
            - see `content/events/a.yaml:1:7`: `the first one`
        """)


def test_a_summary_of_nothing_says_so():
    assert report([], line_of, "markdown") == "## What the check found\n\nNo problems.\n"


def test_a_summary_stays_within_what_github_shows():
    few = [error("a.yaml", n, 1, 2) for n in range(1, 451)]
    assert report(few, line_of, "markdown").count("\n- ") == 450
    many = [error(f"{n}.yaml", 1, 1, 2, "x" * 500) for n in range(3000)]
    text = report(many, line_of, "markdown")
    assert len(text) < 2**20
    assert text.endswith("\n\nThere is more than a summary can hold. `timeline check` tells the rest.\n")


def test_a_long_line_is_cut_around_the_mark_and_says_so_on_both_sides():
    shown = terminal(error("content/events/c.yaml", 1, 301, 304)).split("\n")
    assert shown[1] == f"  1 | …{'x' * 40}BAD{'y' * 117}…"
    assert shown[2] == f"    | {' ' * 41}^^^"
    assert terminal(error("content/events/c.yaml", 1, 1, 2)).split("\n")[1] == f"  1 | {'x' * 160}…"
    assert terminal(error("content/events/c.yaml", 1, 603, 604)).split("\n")[1] == f"  1 | …{'y' * 160}"


def test_two_of_a_kind_are_counted_as_two():
    assert terminal(KEY, KEY).endswith("\n\n2 errors\n")
    assert terminal(KEY).endswith("\n\n1 error\n")


def test_a_carriage_return_and_several_places_are_one_annotation():
    places = tuple(Related(Span("content/a.yaml", line, 1, 2), "one of them") for line in (3, 4))
    told = report([error("a\rb.yaml", 1, 1, 2, related=places)], line_of, "github")
    assert told.count("\n") == 1
    assert "\r" not in told
    assert told.endswith(
        "::wrong [bad-thing]%0Asee content/a.yaml:3:1: one of them%0Asee content/a.yaml:4:1: one of them\n"
    )


def test_json_is_plain_letters_on_lines_of_their_own():
    told = report([error("content/é.yaml", 1, 1, 2)], line_of, "json")
    assert told.isascii()
    assert '\n  "problems": [\n    {\n      "code": "bad-thing",\n' in told
