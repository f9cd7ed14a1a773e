"""The catalogue of codes: it names every code there is, and its examples are true."""

import re
from pathlib import Path

import pytest
from trees import write_tree

from timeline.checks import CHECKS, examine
from timeline.dates import Zone
from timeline.problems.codes import catalogue, explained
from timeline.reading import Memory, read_project, read_settings
from timeline.records import Site

SOURCE = Path(__file__).parent.parent.parent / "timeline"
BASE = """
    == content/events/an-event.yaml
    - {id: an-event, date: 2020-01-02, title: Something that was made up, actors: [someone], place: somewhere, storylines: [a-storyline], sources: [a-report]}
    == content/places.yaml
    - {id: somewhere, name: Somewhere}
    == content/actors.yaml
    - {id: someone, name: Someone}
    == content/storylines/a-storyline.md
    ---
    title: A made-up storyline
    ---
    == content/articles/a-report.md
    ---
    title: A made-up report
    published: 2020-01-05
    url: https://example.org/a-report
    ---
"""
CODES = catalogue()


def raised():
    """The codes that the source raises: what it hands to a problem, a refusal or a check."""
    found = set()
    for floor in ("reading", "merging", "checks", "records"):
        for path in (SOURCE / floor).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            found |= set(
                re.findall(
                    r'(?:Problem|refuse|_add|_problem|_refuse|Check|return|=)\(?\s*\(?"([a-z0-9]+(?:-[a-z0-9]+)+)"[,\n]',
                    text,
                )
            )
            found |= set(re.findall(r'^_?CODE\w* = "([a-z-]+)"', text, re.MULTILINE))
    return found - {"single-source"}


RAISED = raised()


def problems(folder, file="", text=""):
    write_tree(folder, BASE)
    if file:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    memory = Memory()  # as `serve` has: what it says the second time must be what it said the first
    once, again = (
        examine(
            read_project(
                folder / "content", folder / "site_config/vocabulary.yaml", root=folder, memory=memory
            ),
            Site(name="A test", timezone=Zone.parse("UTC")),
            "2026-11-26",
            memory,
        ).problems
        for _ in range(2)
    )
    assert again == once
    _, settings = read_settings(folder / "mkdocs.yml", "mkdocs.yml")
    return settings + again


def test_the_catalogue_names_every_code_that_the_source_raises():
    assert sorted(RAISED - CODES.keys()) == []


def test_the_catalogue_agrees_with_the_checks():
    for check in CHECKS:
        assert (CODES[check.code].severity, CODES[check.code].rule) == (check.severity, check.rule)


def test_every_code_is_one_sentence_and_has_a_right_example_with_its_wrong_one():
    for code in CODES.values():
        assert code.rule.endswith(".")
        assert not code.right or code.wrong


def test_the_project_of_the_examples_is_sound(tmp_path):
    assert problems(tmp_path) == []


@pytest.mark.parametrize("code", [c for c in CODES.values() if c.wrong], ids=lambda c: c.code)
def test_the_wrong_example_gives_the_code_and_the_right_one_gives_nothing(code, tmp_path):
    found = problems(tmp_path / "wrong", code.file, code.wrong)
    assert (code.code, code.severity) in {(p.code, p.severity) for p in found}
    if code.right:
        assert problems(tmp_path / "right", code.file, code.right) == []


def test_a_code_is_explained_with_its_examples():
    text = explained(CODES["bad-id"])
    assert text.startswith("bad-id (error)\n\nAn id has small letters a-z")
    assert "Wrong, in content/events/examples.yaml:\n\n    - id: Green Zone" in text
