"""Every example of the handbook, and of the page of keys, is read as a file is read, and checked."""

import re
import shutil
from dataclasses import asdict
from pathlib import Path
from textwrap import indent

import pytest
from commands import SETTINGS, project_in, typed
from projects import check
from trees import write_tree

from timeline.checks import summaries
from timeline.pages.field_examples import EXAMPLES
from timeline.pages.fields import RECORDS
from timeline.problems import Severity
from timeline.problems.codes import catalogue
from timeline.reading import Limits, media
from timeline.records import Site, addresses, scalars

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "content/add-an-event.md", *sorted((ROOT / "content/handbook").glob("*.md"))]
BLOCK = re.compile(r"(?P<before>(?:[^\n]+\n)*)\n```(?P<kind>yaml|markdown)\n(?P<text>.*?)```", re.DOTALL)
WRONG = re.compile(r"Wrong \(`([a-z-]+)`\)")

# What the examples name. One that an example gives itself is left out.
MADE_UP = {
    "content/events/exampleton-rocket.yaml": "- {id: exampleton-rocket, date: 2020-01-06, time: morning, title: The first rocket, sources: [exampleton-report]}",
    "content/events/exampleton-shells.yaml": "- {id: exampleton-shells, date: 2020-01-06, time: evening, title: The shells in the field, sources: [exampleton-report]}",
    "content/events/exampleton-week.yaml": "- {id: exampleton-week, date: 2020-01-04/2020-01-10, title: A week of it, storylines: [exampleton-nights], sources: [exampleton-report, {title: Police and fire brigade differ on shells, url: 'https://gazette.example/shells'}]}",
    "content/articles/exampleton-report.md": "---\ntitle: A made-up report\npublished: 2020-01-12\n---",
    "content/storylines/exampleton-nights.md": "---\ntitle: Nights at Exampleton\n---",
    "content/media/exampleton.vtt": "WEBVTT",
}
LISTS = {
    "content/places.yaml": {"exampleton": "- {id: exampleton, name: Exampleton}\n"},
    "content/actors.yaml": {"exampleton-police": "- {id: exampleton-police, name: Exampleton police}\n"},
    "content/publishers.yaml": {},
}


def said_of(folder, files):
    """This repository's content with what the examples name, and an example: the errors and warnings."""
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, folder / name)
    text = "".join(files.values())
    for path, written in MADE_UP.items():
        if not re.search(rf"\bid: {Path(path).stem}\s", text):
            write_tree(folder, f"== {path}\n{written}")
    for path, records in LISTS.items():
        with (folder / path).open("a", encoding="utf-8") as target:
            target.writelines(r for id, r in records.items() if f"id: {id}\n" not in files.get(path, ""))
            target.write(files.get(path, ""))
    for path, written in files.items():
        if path not in LISTS:
            (folder / path).write_text(written, encoding="utf-8")
    return {p.code for p in check(folder, site=Site()).examined.problems if p.severity > Severity.NOTE}


def blocks():
    for page in PAGES:
        for number, found in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8"))):
            yield pytest.param(found["before"], found["kind"], found["text"], id=f"{page.stem}-{number + 1}")


def whole(text: str) -> str:
    """A part of an event, as the pages show it, with what such an event needs besides."""
    if text.startswith("- "):
        return text
    needed = {"date": "2020-01-04", "title": "A made-up event", "sources": "[exampleton-report]"}
    rest = "".join(f"  {key}: {value}\n" for key, value in needed.items() if f"  {key}:" not in text)
    return f"- id: exampleton-trial\n{rest}{text}"


@pytest.mark.parametrize(("before", "kind", "text"), list(blocks()))
def test_an_example_of_the_handbook_is_right_or_wrong_as_it_says(tmp_path, before, kind, text):
    named = re.search(r"`(content/[a-z]+\.yaml)`", before)
    file = named[1] if named else "content/events/example.yaml"
    if kind == "markdown":
        file = "content/articles/example.md"
    found = said_of(tmp_path, {file: text if named or kind == "markdown" else whole(text)})
    wrong = WRONG.search(before)
    assert found == ({wrong[1]} if wrong else set())


def test_no_block_of_the_handbook_escapes_the_tests():
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        fences = len(re.findall(r"^```(?:yaml|markdown)$", text, re.MULTILINE))
        assert len(BLOCK.findall(text)) == fences, page
        assert set(re.findall(r"^```(\w*)$", text, re.MULTILINE)) <= {"yaml", "markdown", "text", "sh", ""}


def test_every_code_that_the_handbook_names_is_one():
    for page in PAGES:
        for code in re.findall(r"\(`([a-z]+(?:-[a-z]+)+)`\)", page.read_text(encoding="utf-8")):
            assert code in catalogue(), page


def test_the_limits_are_those_of_the_program():
    text = (ROOT / "content/handbook/limits.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([^|]+) \| ([0-9,]+)", text, re.MULTILINE))
    told = {name: int(number.replace(",", "")) for name, number in rows.items()}
    fixed = {
        "An id": scalars.LONGEST_ID,
        "A title": scalars.LONGEST_TITLE,
        "A name, byline, tag or other line of plain text": scalars.LONGEST_LINE,
        "An address": addresses.LONGEST_URL,
        "A number": scalars.LONGEST_NUMBER,
        "A picture, before a warning": media.HEAVY,
        "A summary, before a note": summaries.LONGEST,
    }
    assert {name: told[name] for name in fixed} == fixed
    given = {name: value for name, value in told.items() if name.startswith("`")}
    assert given == {f"`{name}`": value for name, value in asdict(Limits()).items()}


# What a record must have besides the key that is shown.
NEEDED = {
    "Event": {"id": "exampleton-trial", "date": "2020-01-06", "title": "A made-up event", "sources": "[exampleton-report]"},
    "Source": {"title": "Rocket lands near village"},
    "Account": {"by": "Police", "says": "A rocket."},
    "Figure": {"what": "rockets", "value": "2"},
    "Media": {"file": "exampleton.vtt", "alt": "A farmer talks.", "credit": "Made up", "licence": "CC BY 4.0"},
    "Correction": {"date": "2026-11-23", "note": "It was one rocket."},
    "Retraction": {"date": "2026-11-23", "reason": "The Gazette has withdrawn its report."},
    "Silence": {"code": "likely-duplicate", "reason": "They are two."},
    "Article": {"title": "Another made-up title", "published": "2020-01-07"},
    "Storyline": {"title": "Another made-up title"},
    "DeadLink": {"url": "https://gazette.example/shells", "found": "404 Not Found", "seen": "2026-11-26"},
}  # fmt: skip
INSIDE = {
    "Source": "sources", "Account": "accounts", "Figure": "figures", "Media": "media", "Correction": "corrections",
    "Retraction": "retracted", "Silence": "silence",
}  # fmt: skip


def record(name: str, text: str) -> str:
    """A record with an example and all that it needs besides."""
    given = set(re.findall(r"^([a-z_]+):", text, re.MULTILINE))
    needed = NEEDED.get(name, {"id": "exampleton-example", "name": "An example of a name"})
    given |= {"value"} if given & {"min", "max"} else set()
    return "\n".join([*(f"{key}: {value}" for key, value in needed.items() if key not in given), text])


def item(text: str, of: str = "") -> str:
    """A record as an item of a list; of an event's, where that is named."""
    lines = indent(text, "  ")
    return f"{of}\n- {lines[2:]}\n" if of else f"- {lines[2:]}\n"


def files_of(name: str, text: str) -> dict[str, str]:
    """The files that an example stands in."""
    if name in {"Article", "Storyline"}:
        files = {f"content/{name.lower()}s/example.md": f"---\n{record(name, text)}\n---\n"}
        if name == "Storyline":
            id = "exampleton-story" if text.startswith("id:") else "example"
            files["content/events/example.yaml"] = item(record("Event", f"storylines: [{id}]"))
        return files
    if name in {"Place", "Actor", "Publisher"}:
        return {f"content/{name.lower()}s.yaml": item(record(name, text))}
    if name == "DeadLink":
        return {"content/links.yaml": item(record(name, text))}
    if name == "Retraction":
        text = f"status: retracted\nretracted:\n{indent(record(name, text), '  ')}"
    elif name != "Event":
        text = item(record(name, text), f"{INSIDE[name]}:").rstrip("\n")
    return {"content/events/example.yaml": item(record("Event", text))}


EVERY = [(model.__name__, key) for model, _, _ in RECORDS for key in EXAMPLES[model.__name__]]


@pytest.mark.parametrize(("name", "key"), EVERY)
def test_the_example_of_a_key_is_sound(tmp_path, name, key):
    text = EXAMPLES[name][key]
    assert re.search(rf"^{key}:", text, re.MULTILINE)
    files = files_of(name, text)
    assert said_of(tmp_path, files) == set()


def test_the_page_of_keys_has_every_key_with_its_form_meaning_and_example(tmp_path, monkeypatch):
    project_in(
        tmp_path, f"{SETTINGS}    == content/index.md\n    ---\n    title: A test\n    ---", monkeypatch
    )
    assert typed("export", "--to", "out").exit_code == 0
    page = (tmp_path / "out/fields/index.md").read_text(encoding="utf-8").replace("&#10;", "\n")
    for model, name, _ in RECORDS:
        assert f'<h2 id="fields-{model.__name__.lower()}">{name}</h2>' in page
        keys = set(model.model_fields) - ({"body"} if model.__name__ in {"Article", "Storyline"} else set())
        assert keys == set(EXAMPLES[model.__name__])
        for key in keys:
            assert f'<h3 id="fields-{model.__name__.lower()}-{key}"><code>{key}</code></h3>' in page
    assert "<strong>required, here or in an article that declares the event</strong>" in page
    assert "<p>One of confirmed, corroborated, single-source, disputed, retracted.</p>" in page
    assert "figures:\n  - what: rockets\n    min: 1\n    max: 2" in page
