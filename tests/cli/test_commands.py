"""The `timeline` command, as it is typed."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from commands import SETTINGS, project_in, typed
from trees import write_tree

from timeline.cli import check, main

ROOT = Path(__file__).parent.parent.parent

PROJECT = (
    SETTINGS
    + """
    == content/events/all.yaml
    - id: first
      date: 2020-02-30
      title: A made-up event
      sources: [{title: A made-up source}]
"""
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    return project_in(tmp_path, PROJECT, monkeypatch)


def test_check_tells_what_is_wrong_and_fails(project):
    result = typed("check")
    assert result.exit_code == 1
    assert result.output.startswith(
        "content/events/all.yaml:2:14: error[bad-date]: 30 February does not exist"
    )
    assert "  2 |   date: 2020-02-30\n    |              ^^^^^\n" in result.output
    assert result.output.endswith("1 error\n")


def test_check_speaks_githubs_language(project):
    result = typed("check", "--format", "github")
    assert result.output.startswith(
        "::error file=content/events/all.yaml,line=2,col=14,endColumn=19,title=bad-date::30 February"
    )


def test_check_speaks_json(project):
    problems = json.loads(typed("check", "--format", "json").output)["problems"]
    assert [(p["code"], p["line"], p["column"]) for p in problems] == [("bad-date", 2, 14)]


def test_check_adds_all_of_it_to_the_summary_of_a_job(project):
    (project / "summary.md").write_text("# From another step\n", encoding="utf-8")
    result = typed("check", "--format", "github", "--summary", "summary.md")
    assert result.output.startswith("::error file=content/events/all.yaml,line=2,")
    summary = (project / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("# From another step\n## What the check found\n\n1 error.\n")
    assert "- 2:14 error `bad-date`: `30 February does not exist" in summary


def test_check_of_a_sound_project_says_so(project):
    events = project / "content/events/all.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace("02-30", "02-29"), encoding="utf-8")
    result = typed("check", "--strict")
    assert (result.exit_code, result.output) == (0, "no problems\n")


def test_a_missing_mkdocs_yml_is_told_in_a_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = typed("check")
    assert result.exit_code == 1
    assert result.output == (
        "Error: this folder is no project, nor is one above it: a project has a mkdocs.yml, and its articles and "
        "events in content/. Go to its folder, or name its mkdocs.yml with -f; 'timeline init DIR' makes a new one\n"
    )


def test_in_a_folder_of_a_project_the_project_is_found(project, monkeypatch):
    events = project / "content/events"
    write_tree(events.parent, "== mkdocs.yml\nsite_name: Another program's")
    (project / "settings").mkdir()
    (project / "mkdocs.yml").rename(project / "settings/mkdocs.yml")
    (project / "mkdocs.yml").symlink_to("settings/mkdocs.yml")  # which is in another folder than the project
    monkeypatch.chdir(events)
    assert typed("check").output.startswith("content/events/all.yaml:2:14: error[bad-date]: 30 February")
    assert "content/events/all.yaml: left as it is" in typed("fmt", "all.yaml").output
    assert "written to .vscode/schema" in typed("schema").output
    assert (project / ".vscode/schema/events.json").is_file()
    assert [path.name for path in events.iterdir()] == ["all.yaml"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("chekc", "there is no command 'chekc'; did you mean 'timeline check'?"),
        ("build", "there is no command 'build'; did you mean 'mkdocs build'?"),
        ("pudding", "there is no command 'pudding'; there are: check, date, diff,"),
        ("check content/events/all.yaml", "'content/events/all.yaml' is too much: the check takes no file"),
        ("show -f site.yml a", "site.yml: there is no such file; -f names a project's mkdocs.yml"),
        ("show -f . a", ".: is a folder; write '-f mkdocs.yml'"),
        (
            "diff",
            "'HEAD' is no folder, and git knows no commit of that name; this project is in no git repository",
        ),
    ],
)
def test_what_is_typed_wrong_is_answered_with_what_may_be_meant(project, words, told):
    result = typed(*words.split())
    assert result.exit_code in {1, 2}
    assert f"Error: {told}" in result.output


@pytest.mark.parametrize(
    ("timezone", "told"),
    [
        ("Bagdad", "did you mean Asia/Baghdad?"),
        ("[UTC]", "one value is expected here"),
        ("UTC", "0 events,"),
    ],
)
def test_the_options_of_a_plugin_that_is_switched_off_count_all_the_same(project, timezone, told):
    plugins = f"[{{timeline: {{enabled: false, timezone: {timezone}}}}}]"
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("[timeline]", plugins), encoding="utf-8")
    assert told in typed("stats").output


def test_date_says_what_it_understands():
    result = typed("date", "2020-01-04", "--time", "evening", "--zone", "Asia/Baghdad")
    assert result.output.splitlines() == [
        "words      4 January 2020, evening (Baghdad)",
        "earliest   2020-01-04T15:00:00Z",
        "latest     2020-01-04T20:59:59Z",
        "precision  part",
        "heading    day",
    ]


def test_date_takes_a_choice_of_dates_with_the_quotes_that_yaml_has_around_it():
    bare, quoted = (typed("date", text) for text in ("[2020-01-05,2020-01-06]", "'[2020-01-05,2020-01-06]'"))
    assert "5 or 6 January 2020" in bare.output
    assert quoted.output == bare.output


def test_date_says_what_is_wrong():
    result = typed("date", "2020-13")
    assert result.exit_code == 1
    assert "there is no month 13" in result.output


def test_watching_checks_again_with_the_settings_as_they_are_until_it_is_stopped(project, monkeypatch):
    def edited(path, old, new):
        text = (project / path).read_text(encoding="utf-8")
        (project / path).write_text(text.replace(old, new), encoding="utf-8")

    def saved(_):
        edited("content/events/all.yaml", "02-30", "02-01")
        yield
        edited("mkdocs.yml", "[timeline]", "[timeline: {limits: {depth: deep}}]")
        yield
        edited("mkdocs.yml", "[timeline: {limits: {depth: deep}}]", "[timeline, nothing-there]")
        yield
        edited("mkdocs.yml", "[timeline, nothing-there]", "[timeline: {limits: {depth: 1}}]")
        yield

    monkeypatch.setattr(check, "changes_of", saved)
    result = typed("check", "--watch")
    rounds = result.output.split("; Ctrl-C stops\n")[:-1]
    wanted = (
        "error[bad-date]", "no problems", "'deep' is not a whole number", "with a configuration error",
        "error[too-deep]",
    )  # fmt: skip
    for told, words in zip(rounds, wanted, strict=True):
        assert words in told
    assert result.exit_code == 1


def commands(group, way=()):
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        yield (*way, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*way, name))


@pytest.mark.parametrize(("way", "command"), [*commands(main)])
def test_the_help_of_each_command_ends_with_how_it_is_typed(way, command, monkeypatch):
    monkeypatch.chdir(ROOT)
    shown = typed(*way, "--help").output.partition("\n\n  For example:\n")[2].replace("\\\n", "")
    assert shown
    for line in shown.splitlines():
        begun, *arguments = shlex.split(line)
        assert (begun, *arguments[: len(way)]) == ("timeline", *way) or isinstance(command, click.Group)
        if not isinstance(command, click.Group):
            assert command.make_context(way[-1], arguments[len(way) :])


def test_letters_that_the_system_has_not_are_written_by_their_numbers(project):
    command = [sys.executable, "-m", "timeline.cli", "date", "2020-01-04", "--language", "ar"]
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}  # as on Windows, to a file
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert b"words      4 \\u064a\\u0646\\u0627" in done.stdout
