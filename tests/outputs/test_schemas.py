"""The JSON Schemas, and what an editor sees of them in VS Code."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from commands import SETTINGS, project_in, typed
from language_server import LanguageServer
from tables import read_table

from timeline.outputs import schemas
from timeline.records import (
    Actor,
    Article,
    DeadLink,
    Event,
    Kind,
    Place,
    Publisher,
    Record,
    Storyline,
    Vocabulary,
)

ROOT = Path(__file__).parent.parent.parent
KINDS = {"protest": Kind(label="Protest")}
DATES = read_table(ROOT / "tests/dates/cases.yaml")


def without_kinds(schema):
    """A schema without the kinds that it proposes: they are the site's, not the program's."""
    for record in schema["definitions"].values():
        if "kind" in record["properties"] and "anyOf" in record["properties"]["kind"]:
            del record["properties"]["kind"]["anyOf"][0]
    return schema


@pytest.mark.parametrize("name", [*schemas.LISTS, *schemas.MAPPINGS])
def test_the_committed_schemas_are_those_of_the_models(name):
    committed = json.loads((ROOT / f".vscode/schema/{name}.json").read_text(encoding="utf-8"))
    assert without_kinds(committed) == without_kinds(schemas.schema_of(name, KINDS)), "run `timeline schema`"


def test_the_words_are_there_where_python_drops_docstrings(monkeypatch):
    with_docstrings = schemas.schema_of("events", KINDS)
    for model in (Record, *all_records(Record)):
        monkeypatch.setattr(model, "__doc__", None)  # as with -OO
    assert schemas.schema_of("events", KINDS) == with_docstrings


def all_records(model):
    for sub in model.__subclasses__():
        yield sub
        yield from all_records(sub)


MODELS = {
    "events": Event,
    "places": Place,
    "actors": Actor,
    "publishers": Publisher,
    "links": DeadLink,
    "vocabulary": Vocabulary,
    "article": Article,
    "storyline": Storyline,
}


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_has_every_key_of_its_records_with_help_and_no_others(name):
    schema = schemas.schema_of(name, KINDS)
    written = {**schema["definitions"]}
    if name in schemas.MAPPINGS:
        written[MODELS[name].__name__] = schema
    assert MODELS[name].__name__ in written
    for model in all_records(Record):
        if model.__name__ not in written:
            continue
        record = written[model.__name__]
        below_front_matter = {"body"} if model in (Article, Storyline) else set()
        assert set(record["properties"]) == set(model.model_fields) - below_front_matter
        assert [k for k, p in record["properties"].items() if not p.get("description")] == []
        assert record["additionalProperties"] is False
        assert record["description"]


def test_the_site_publishes_them_with_its_own_kinds_and_address(tmp_path, monkeypatch):
    tree = """
        == mkdocs.yml
        site_name: A test
        site_url: https://example.org/here/
        docs_dir: content
        theme: {name: material}
        plugins: [timeline]
        == content/events/all.yaml
        - {id: first, date: 2020, title: A made-up event, sources: [{title: A made-up source}]}
        == site_config/vocabulary.yaml
        format: 1
        kinds: {parade: {label: Parade}}
    """
    project_in(tmp_path, tree, monkeypatch)
    assert typed("export", "--to", "out").exit_code == 0
    schema = json.loads((tmp_path / "out/schema/v1/events.json").read_text(encoding="utf-8"))
    assert schema["$id"] == "https://example.org/here/schema/v1/events.json"
    assert "parade" in schema["definitions"]["Event"]["properties"]["kind"]["anyOf"][0]["enum"]
    assert sorted(path.stem for path in (tmp_path / "out/schema/v1").iterdir()) == sorted(MODELS)


def test_the_command_writes_them_where_vs_code_looks(tmp_path, monkeypatch):
    project_in(tmp_path, SETTINGS, monkeypatch)
    (tmp_path / "content").mkdir()
    result = typed("schema")
    assert result.output == "8 files written to .vscode/schema\n"
    named = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert [path for path in named if not (tmp_path / path).is_file()] == []


@pytest.fixture(scope="module")
def editor(tmp_path_factory):
    """VS Code's YAML support, in a project with this repository's settings."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / ".vscode", folder / ".vscode")
    server = LanguageServer(folder)
    yield server
    server.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    "path",
    [p.relative_to(ROOT).as_posix() for folder in ("content", "site_config") for p in sorted((ROOT / folder).rglob("*.yaml"))],
)  # fmt: skip
def test_nothing_is_marked_in_the_real_content(editor, path):
    assert editor.problems(path, (ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.browser
@pytest.mark.parametrize("noun", ["article", "storyline"])
def test_nothing_is_marked_in_the_real_front_matter(editor, noun):
    for number, path in enumerate(sorted((ROOT / f"content/{noun}s").glob("*.md"))):
        front_matter = path.read_text(encoding="utf-8").split("---\n")[1]
        schema = (editor.folder / f".vscode/schema/{noun}.json").as_uri()
        text = f"# yaml-language-server: $schema={schema}\n{front_matter}"
        assert editor.problems(f"{noun}-{number}.yaml", text) == []


BROKEN = """\
- id: Not An Id
  titel: A made-up event
  date: January 2020
  time: noonish
  status: sure
  title: [a, b]
  sources:
    - titel: A made-up source
    - {title: Another, url: ftp://example.org}
  key: sometimes
- date: 2020
  sources: one-article
  figures:
    - value: many
- id: sound
  title:
"""


@pytest.mark.browser
def test_a_broken_file_is_marked_at_the_right_lines_in_words(editor):
    assert editor.problems("content/events/broken.yaml", BROKEN) == [
        (1, "An id has small letters a-z, digits, and single hyphens between them."),
        (2, "Property titel is not allowed."),
        (3, "Write the date as 2020-01-04, 2020-01, 2019-12~ or 2020-01-03/2020-01-05."),
        (4, "Write the time as 19:45 or ~19:45, or one of early-hours, morning, afternoon, evening, night."),
        (5, 'Value is not accepted. Valid values: "confirmed", "corroborated", "single-source", "disputed", "retracted".'),
        (6, "This must be one text, and not empty."),
        (8, 'Missing property "title".'),
        (8, "Property titel is not allowed."),
        (9, "Write the whole address, as in https://example.org/page."),
        (10, "Write true or false."),
        (11, 'Missing property "id".'),
        (12, "This must be a list: [one, another], or every item on a line that begins with '- '."),
        (14, 'Missing property "what".'),
        (14, "Write a number with a point, as in 33.31."),
        (16, "This must be one text, and not empty."),
    ]  # fmt: skip


@pytest.mark.browser
def test_what_stands_in_the_shape_of_something_else_is_marked_in_words(editor):
    mapping = "This must be a mapping: 'key: value' on lines of their own below it, indented."
    assert editor.problems("content/events/mapping.yaml", "id: one\ndate: 2020-01-04\n") == [
        (1, "This file must be a list: begin every record with '- id: '.")
    ]
    text = "- id: one\n  retracted: withdrawn\n  added: 2026-13-45\n  media: [{alt: A field}]\n"
    assert editor.problems("content/events/shapes.yaml", text) == [
        (2, 'Incorrect type. Expected "Retraction".'), (3, "Write one day, as in 2020-01-04."), (4, 'Missing property "file".'),
    ]  # fmt: skip
    assert editor.problems("content/places.yml", "- id: town\n  name: Town\n  names: [Ville]\n") == [
        (3, mapping)
    ]


@pytest.mark.browser
def test_what_yaml_types_is_text_here(editor):
    text = """\
- id: 2020
  date: 2020
  time: 12:47
  title: 1984
  summary: true
  body: no
  after: 7
  key: "true"
  tags: [1, 1.10, 0047, true, 2020-01-04, 12:47, 1e3]
  sources: [2020, {title: true, accessed: 2020-01-04}]
  figures: [{what: 3, value: "25", max: 3.5}]
  added: 2020-01-04
"""
    assert editor.problems("content/events/typed.yaml", text) == []


@pytest.mark.browser
def test_every_date_that_the_program_reads_is_accepted(editor):
    events = [
        {"id": f"e{n}", **{k: c[k] for k in ("date", "time", "timezone") if k in c}}
        for n, c in enumerate(DATES)
    ]
    text = yaml.safe_dump(events, allow_unicode=True, sort_keys=False)
    assert editor.problems("content/events/dates.yaml", text) == []


@pytest.mark.browser
def test_keys_are_completed_with_their_help(editor):
    found = editor.completions("content/events/keys.yaml", "- id: one\n  |")
    assert found["confirmed_by"] == (
        "Who confirmed it, and where.\n\n"
        "```yaml\nstatus: confirmed\nconfirmed_by: The fire brigade, in its log\n```"
    )
    assert "id" not in found
    assert set(Event.model_fields) - {"id"} <= set(found)
    assert "quote" in editor.completions(
        "content/events/source.yaml", "- id: one\n  sources:\n    - title: x\n      |"
    )


@pytest.mark.browser
def test_closed_values_are_completed_with_what_they_mean(editor):
    statuses = editor.completions("content/events/status.yaml", "- id: one\n  status: |")
    assert statuses["disputed"] == "At least two accounts contradict each other."
    assert (
        editor.completions("content/events/kind.yaml", "- id: one\n  kind: |")["drone-strike"]
        == "Drone strike"
    )
    assert set(editor.completions("content/events/key.yaml", "- id: one\n  key: |")) == {"true", "false"}
    assert editor.completions("content/events/title.yaml", "- id: one\n  title: |") == {}


@pytest.mark.browser
def test_hovering_over_a_key_shows_its_help_and_examples(editor):
    shown = editor.hover("content/events/hover.yaml", "- id: one\n  da|te: 2020\n")
    assert "When it happened, in EDTF: `2020-01-04`" in shown
    assert "Example:\n\n```yaml\n2019-12~\n```" in shown
