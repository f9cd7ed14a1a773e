"""One mistake in very many places: told once, counted in full."""

import json

import pytest
from commands import SETTINGS, project_in, typed


def event(id, kind="shelling", more=""):
    """An event in a line, with a title that is unlike those of others."""
    source = "{title: A made-up report, publisher: The Exampleton Gazette}"
    return f"    - {{id: {id}, date: 2020-01-04, title: {id * 5}, kind: {kind}, sources: [{source}]{more}}}\n"


def events(file, letters, kind="shelling"):
    return f"    == content/events/{file}.yaml\n{''.join(event(letter, kind) for letter in letters)}"


INDEX = "    == content/index.md\n    ---\n    title: A test\n    ---\n"
TREE = SETTINGS + INDEX + events("a", "abcdefghi") + events("b", "j") + events("c", "klm")


@pytest.fixture
def project(tmp_path, monkeypatch):
    return project_in(tmp_path, TREE, monkeypatch)


@pytest.mark.usefixtures("project")
def test_a_kind_that_nobody_has_defined_is_told_once_with_the_lines_of_all_others():
    result = typed("check")
    assert result.exit_code == 1
    first, *rest = [line for line in result.output.split("\n") if "shelling'" in line or "see " in line]
    assert first == (
        "content/events/a.yaml:1:49: error[unknown-kind]: there is no kind with the id 'shelling',"
        " here and in 12 more places"
    )
    assert rest == [
        "  see content/events/a.yaml:2:49: again here, and on lines 3, 4, 5, 6, 7 and 2 more of this file",
        "  see content/events/b.yaml:1:49: again here",
        "  see content/events/c.yaml:1:49: again here, and on lines 2 and 3",
    ]
    assert result.output.endswith("\n13 errors\n")


@pytest.mark.usefixtures("project")
def test_machines_and_the_summary_of_a_job_get_it_once_too(tmp_path):
    (problem,) = json.loads(typed("check", "--format", "json").output)["problems"]
    assert (problem["code"], problem["line"], len(problem["related"])) == ("unknown-kind", 1, 3)
    assert typed("check", "--format", "github").output.count("::error") == 1
    typed("check", "--summary", str(tmp_path / "summary.md"))
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary.count("unknown-kind") == 1
    assert "13 errors." in summary


def test_very_many_files_are_counted_behind_the_first(tmp_path, monkeypatch):
    files = "".join(events(f"2020-{letter}", letter) for letter in "abcdefghi")
    project_in(tmp_path, SETTINGS + INDEX + files, monkeypatch)
    seen = [line for line in typed("check").output.split("\n") if "see " in line]
    assert len(seen) == 6
    assert seen[-1] == "  see content/events/2020-g.yaml:1:49: again here, and in 2 more files"


def test_three_are_told_one_by_one_and_so_are_other_words(tmp_path, monkeypatch):
    tree = SETTINGS + INDEX + events("a", "abc") + events("b", "defg", "raid") + events("c", "h", "strike")
    project_in(tmp_path, tree, monkeypatch)
    problems = json.loads(typed("check", "--format", "json").output)["problems"]
    assert [(problem["file"][-6:], problem["line"]) for problem in problems] == [
        ("a.yaml", 1), ("a.yaml", 2), ("a.yaml", 3), ("b.yaml", 1), ("c.yaml", 1),
    ]  # fmt: skip


def test_what_an_event_may_silence_is_told_of_each(tmp_path, monkeypatch):
    unconfirmed = ", confirmed_by: 'yes'"
    quiet = (
        f"{unconfirmed}, status: confirmed, silence: [{{code: placeholder, reason: It is a made-up name.}}]"
    )
    lines = "".join(event(letter, "other", f"{unconfirmed}, status: confirmed") for letter in "abcde")
    tree = f"{SETTINGS}{INDEX}    == content/events/a.yaml\n{lines}{event('f', 'other', quiet)}"
    project_in(tmp_path, tree, monkeypatch)
    problems = json.loads(typed("check", "--format", "json").output)["problems"]
    assert [(problem["code"], problem["line"]) for problem in problems] == [
        ("placeholder", line) for line in range(1, 6)
    ]
