"""The tables of broken files in `broken/`: what is said of each, of all of it in one run, and where.

A row of `problems` is a problem as `place-end severity[code] message / hint`, behind it the lines of an example
with `⏎` between them; one that ends with `…` holds
only what stands before it, where another floor of the program has the words. A place that ends with `*` is in
that line, where versions of PyYAML do not agree on the column.
"""

from pathlib import Path

import pytest
from tables import read_table

from timeline.problems import Severity, sort_problems
from timeline.problems.reports import visible

FILES = sorted(Path(__file__).with_name("broken").glob("*.yaml"))
CASES = [pytest.param(case, id=f"{file.stem}: {case['case']}") for file in FILES for case in read_table(file)]


def row(problem):
    place = f"{problem.span}-{problem.span.end_column}".removeprefix("content/")
    said = f"{place} {problem.severity.word}[{problem.code}] {problem.message}"
    shown = problem.example.replace("\n", " ⏎ ")
    return visible(" ".join(filter(None, [said, problem.hint and f"/ {problem.hint}", shown])))


@pytest.mark.parametrize("case", CASES)
def test_a_broken_project_is_told_in_full_with_every_place(case, problems, parser):
    found = problems(case["tree"])
    rows = [row(problem) for problem in found]
    for number, expected in enumerate(case["problems"][: len(rows)]):
        if expected.endswith("…") and rows[number].startswith(expected[:-1]):
            rows[number] = expected
        place, _, said = expected.partition(" ")
        if place.endswith(":*") and rows[number].startswith(place[:-1]) and rows[number].endswith(f" {said}"):
            rows[number] = expected
    assert rows == case["problems"]
    assert found == sort_problems(found)


@pytest.mark.parametrize("case", CASES)
def test_an_errors_words_are_a_sentence_without_a_full_stop_and_most_say_what_to_do(case, problems):
    for problem in problems(case["tree"]):
        for text in (problem.message, problem.hint):
            assert "\n" not in text
            assert len(text) < 400
            assert not text.removesuffix("..").endswith(".")
        assert problem.message
        if problem.severity is Severity.ERROR and not problem.hint:
            assert problem.code in {
                "bad-date",
                "bad-file-name",
                "bad-format",
                "bad-id",
                "bad-url",
                "too-deep",
                "wrong-shape",
                "unreadable-file",
            }


def test_the_tables_are_long_enough_and_have_no_case_twice():
    names = [case.id for case in CASES]
    assert len(names) == len(set(names)) >= 110
    assert sum(len(case.values[0]["problems"]) for case in CASES) >= 400
