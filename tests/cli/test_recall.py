"""`timeline check` over what nobody has touched since: the answer from before; after any change, a new one."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from damage import DAMAGES
from trees import write_tree

from timeline.adapters import outcome, project
from timeline.cli import check as checking
from timeline.cli import main
from timeline.problems import FORMATS
from timeline.reading import drawings, pictures, strict_yaml

TREE = """
    == mkdocs.yml
    site_name: Made up
    docs_dir: content
    theme: {name: material}
    plugins: [timeline]
    == site_config/vocabulary.yaml
    format: 1
    kinds:
      ferry: {label: Ferry}
    == content/index.md
    ---
    title: Made up
    ---
    == content/places.yaml
    - id: exampleton
      name: Exampleton
    == content/articles/report.md
    ---
    title: A report
    published: 2020-01-05
    publisher: The Echo
    events: [ferry-sails, bridge-opens]
    ---
    Text.
    == content/events/all.yaml
    - id: ferry-sails
      title: A ferry sails
      date: 2020-01-04
      kind: ferry
      place: exampletown
    - id: bridge-opens
      title: A bridge opens
      date: 2020-01-03
      media:
        - file: bridge.svg
          alt: A bridge
    == content/events/wrong.yaml
    - id: road-closes
      title: A road closes
      date: 2020-01-02
      corrections: The day was wrong
    == content/events/twice.yaml
    - id: bridge-opens
      title: A bridge is opened
      date: 2020-01-03
    == content/media/bridge.svg
    <svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>
"""


@pytest.fixture
def desk(tmp_path):
    return write_tree(tmp_path, TREE)


def check(desk, *options):
    result = CliRunner().invoke(main, ["check", "-f", str(desk / "mkdocs.yml"), *options])
    return result.exit_code, result.output


def kept(desk):
    return desk / ".cache/timeline/checked.json"


def anew(desk, *options):
    """The answer of a check with nothing kept; what was kept stays as it was."""
    shutil.move(desk / ".cache", desk / "aside")
    try:
        return check(desk, *options)
    finally:
        shutil.rmtree(desk / ".cache", ignore_errors=True)
        shutil.move(desk / "aside", desk / ".cache")


def never(*_, **__):
    raise AssertionError("this is not to be read again")


@pytest.mark.parametrize("options", [(), ("--strict",), ("--format", "json"), ("--format", "github")])
def test_the_second_answer_is_the_first_and_nothing_is_read_for_it(desk, monkeypatch, options):
    first = check(desk, *options)
    assert "exampletown" in first[1]
    assert "- date: YYYY-MM-DD" in first[1]  # the lines that a hint shows
    assert "the first one" in first[1]  # a second place
    assert first[0] == 1
    monkeypatch.setattr(project, "read_project", never)
    assert check(desk, *options) == first


def test_a_site_without_words_of_its_own_is_answered_from_before_too(desk, monkeypatch):
    shutil.rmtree(desk / "site_config")
    first = check(desk)
    monkeypatch.setattr(project, "read_project", never)
    assert check(desk) == first


def test_where_nothing_can_be_kept_the_answer_is_the_same(desk):
    first = check(desk)
    shutil.rmtree(desk / ".cache")
    (desk / ".cache").write_text("A file, where a folder is wanted.", encoding="utf-8")
    assert check(desk) == first
    assert (desk / ".cache").is_file()


def test_the_second_answer_is_added_to_a_summary_too(desk):
    check(desk, "--summary", str(desk / "one.md"))
    check(desk, "--summary", str(desk / "two.md"))
    assert (desk / "one.md").read_bytes() == (desk / "two.md").read_bytes() != b""


def replaced(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


CHANGES = {
    "a letter of an event": lambda d: replaced(d / "content/events/all.yaml", "exampletown", "exampleton"),
    "a letter, and the file's time as before": lambda d: aged(d / "content/events/all.yaml", "sails", "sinks"),
    "an article's date": lambda d: replaced(d / "content/articles/report.md", "01-05", "01-02"),
    "a file renamed": lambda d: (d / "content/articles/report.md").rename(d / "content/articles/minutes.md"),
    "a file gone": lambda d: (d / "content/places.yaml").unlink(),
    "a new file": lambda d: (d / "content/events/new.yaml").write_text("- id: new\n"),
    "a file that nobody expects": lambda d: (d / "content/notes.txt").write_text("x"),
    "a picture that now is none": lambda d: replaced(d / "content/media/bridge.svg", "<svg", "<svq"),
    "a picture renamed": lambda d: (d / "content/media/bridge.svg").rename(d / "content/media/other.svg"),
    "a picture that grew heavy": lambda d: (d / "content/media/big.svg").write_text(f"<svg>{' ' * 3_000_000}</svg>"),
    "a symbolic link": lambda d: (d / "content/media/link.svg").symlink_to("bridge.svg"),
    "a link to a folder, hidden": lambda d: (d / "content/.hidden").symlink_to(d / "site_config"),
    "the vocabulary": lambda d: replaced(d / "site_config/vocabulary.yaml", "ferry:", "boat:"),
    "the vocabulary gone": lambda d: (d / "site_config/vocabulary.yaml").unlink(),
    "a level in the settings": lambda d: replaced(
        d / "mkdocs.yml", "[timeline]", "[{timeline: {levels: {unknown-place: note}}}]"
    ),
    "a limit in the settings": lambda d: replaced(d / "mkdocs.yml", "[timeline]", "[{timeline: {limits: {items: 1}}}]"),
    "settings that are wrong": lambda d: replaced(d / "mkdocs.yml", "material", "no-such-theme"),
    "no content": lambda d: shutil.rmtree(d / "content"),
}  # fmt: skip


def aged(path, old, new):
    status = path.stat()
    replaced(path, old, new)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_the_answer_is_that_of_a_new_check(desk, change):
    before = check(desk, "--format", "json")
    assert kept(desk).exists()
    CHANGES[change](desk)
    assert check(desk, "--format", "json") == anew(desk, "--format", "json")
    if "letter" in change or "date" in change:
        assert check(desk, "--format", "json") == check(desk, "--format", "json")
    if change == "a letter of an event":
        assert check(desk, "--format", "json") != before


def test_a_second_check_keeps_what_it_parsed_for_a_third(desk, monkeypatch):
    check(desk)
    assert not (desk / ".cache/timeline/parsed").exists()
    replaced(desk / "content/events/all.yaml", "sails", "sinks")
    check(desk)
    replaced(desk / "content/articles/report.md", "Text", "A text")
    counted = []
    parse = strict_yaml.StrictReader.document
    monkeypatch.setattr(
        strict_yaml.StrictReader, "document", lambda self: (counted.append(self.source.file), parse(self))
    )
    assert check(desk) == anew(desk)
    # A file with a mistake is read whole each time; then the check without the cache begins.
    assert counted[: counted.index("content/articles/report.md") + 1] == [
        "content/events/wrong.yaml", "content/articles/report.md"
    ]  # fmt: skip


def test_another_program_or_another_library_is_asked_anew(desk, monkeypatch):
    first = check(desk)
    monkeypatch.setattr(outcome, "installed", lambda: "another")
    monkeypatch.setattr(project, "read_project", never)
    with pytest.raises(AssertionError):
        CliRunner().invoke(main, ["check", "-f", str(desk / "mkdocs.yml")], catch_exceptions=False)
    monkeypatch.undo()
    assert check(desk) == first


@pytest.mark.parametrize("later", ["digest", "state"])
def test_what_changes_while_the_files_are_looked_at_is_not_taken_for_checked(desk, monkeypatch, later):
    """Whichever of the two looks comes first: what is saved between them, or at their end, is noticed."""
    made = getattr(outcome.Inputs, later)
    saved = []

    def look(inputs, *asked):
        found = made(inputs, *asked)
        if not saved:
            saved.append(replaced(desk / "content/events/all.yaml", "exampletown", "exampleton"))
        return found

    monkeypatch.setattr(outcome.Inputs, later, look)
    assert "exampletown" not in check(desk)[1]
    monkeypatch.undo()
    assert not kept(desk).exists()
    replaced(desk / "content/events/all.yaml", "exampleton", "exampletown")
    assert "exampletown" in check(desk)[1]


def test_what_changes_while_the_check_runs_is_not_taken_for_checked(desk, monkeypatch):
    read = project.read_project

    def slowly(*args, **options):
        reading = read(*args, **options)
        replaced(desk / "content/events/all.yaml", "exampletown", "exampleton")
        return reading

    monkeypatch.setattr(project, "read_project", slowly)
    assert "exampletown" in check(desk)[1]
    monkeypatch.undo()
    assert "exampletown" not in check(desk)[1]


@pytest.mark.parametrize(
    "settings",
    [
        "plugins: [{timeline: {cache: false}}]",
        "plugins: [timeline]\nsite_author: !ENV [NOBODY, '']",
        "plugins: [timeline]\nINHERIT: base.yml",
        "plugins: [timeline]\nno_such_setting: 1",
    ],
)
def test_nothing_is_kept_where_the_settings_say_so_or_reach_beyond_their_file(desk, settings):
    (desk / "base.yml").write_text("site_author: Nobody\n", encoding="utf-8")
    replaced(desk / "mkdocs.yml", "plugins: [timeline]", settings)
    assert check(desk) == check(desk)
    assert not kept(desk).exists()


def test_nothing_is_kept_for_more_text_than_a_site_has(desk, monkeypatch):
    monkeypatch.setattr(outcome, "_MOST_TEXT", 100)
    assert check(desk) == check(desk)
    assert not kept(desk).exists()


def test_overrides_that_are_gone_are_told_as_by_a_new_check(desk):
    (desk / "overrides").mkdir()
    replaced(desk / "mkdocs.yml", "{name: material}", "{name: material, custom_dir: overrides}")
    check(desk)
    assert kept(desk).exists()
    (desk / "overrides").rmdir()
    assert check(desk) == anew(desk)


RUBBISH = ["", "{", "null", "[]", "{}", '{"format": 1}', '"x"', "[" * 100_000]


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_an_answer_that_cannot_be_read_is_as_if_it_were_not_there(desk, rubbish):
    first = check(desk)
    put(desk, rubbish)
    assert check(desk) == first


@pytest.mark.parametrize("part", ["inputs", "digest", "problems", "lines"])
@pytest.mark.parametrize("rubbish", [None, 1, "x", [], [1], [[1]], {}, [["a"] * 9]])
def test_an_answer_with_a_part_that_is_not_ours_ends_in_no_traceback(desk, part, rubbish):
    check(desk)
    answer = answer_of(desk)
    put(desk, json.dumps({**answer, part: rubbish}))
    assert check(desk)[0] in {0, 1}


def put(desk, text):
    """Puts an answer where one is kept, as old as those are, and with the checksum that it would have."""
    check = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
    kept(desk).write_text(f"{check}\n{text}", encoding="utf-8")
    os.utime(kept(desk), (outcome.BORNE, outcome.BORNE))


def test_on_another_day_the_answer_is_found_anew(desk, monkeypatch):
    replaced(
        desk / "content/events/all.yaml", "  date: 2020-01-03", "  date: 2020-01-03\n  added: 2026-05-06"
    )
    monkeypatch.setattr(checking, "today", lambda: "2026-05-01")
    _, early = check(desk)
    assert "2026-05-06 has not come yet: today is 2026-05-01" in early
    monkeypatch.setattr(checking, "today", lambda: "2026-05-06")
    _, later = check(desk)
    assert "has not come yet" not in later
    monkeypatch.setattr(project, "read_project", never)
    assert check(desk)[1] == later


def answer_of(desk):
    return json.loads(kept(desk).read_text(encoding="utf-8").partition("\n")[2])


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_becomes_of_what_is_kept_the_answer_is_that_of_a_new_check(desk, damage):
    check(desk)
    replaced(desk / "content/events/all.yaml", "sails", "sinks")
    first = check(desk)  # which keeps what it parsed, too
    for spare in (None, kept(desk)):
        files = [path for path in (desk / ".cache").rglob("*") if path.is_file() and path != spare]
        assert len(files) == (2 if spare else 3)
        for path in files:
            path.write_bytes(DAMAGES[damage](path.read_bytes()))
            os.utime(path, (outcome.BORNE, outcome.BORNE))
        if spare:
            spare.unlink()
        assert check(desk) == first
    assert check(desk) == first


@pytest.mark.parametrize("place", [2, 3, 4, 5])
def test_an_answer_about_a_place_that_no_file_has_ends_in_no_traceback(desk, place):
    check(desk)
    answer = answer_of(desk)
    for number in (0, -1, 10**7, 10**30, 1.5, True, None, "1"):
        rows = [[*row[:place], number, *row[place + 1 :]] for row in answer["problems"]]
        put(desk, json.dumps({**answer, "problems": rows}))
        for form in FORMATS:
            assert check(desk, "--format", form)[0] == 1


@pytest.mark.parametrize("damage", DAMAGES)
def test_an_answer_that_fits_its_checksum_and_is_none_of_ours_ends_in_no_traceback(desk, damage):
    check(desk)
    whole = json.dumps(answer_of(desk))
    inputs = json.dumps(answer_of(desk)["inputs"])
    digest = json.dumps(answer_of(desk)["digest"])
    spoilt = DAMAGES[damage](whole.replace(inputs, "INPUTS").replace(digest, "DIGEST").encode())
    put(desk, spoilt.decode("utf-8", "replace").replace("INPUTS", inputs).replace("DIGEST", digest))
    for form in FORMATS:
        assert check(desk, "--format", form)[0] in {0, 1}


def test_an_answer_that_came_with_a_checkout_is_none(desk):
    first = check(desk)
    put(desk, json.dumps({**answer_of(desk), "problems": []}))
    assert check(desk)[0] == 0  # it would be believed
    kept(desk).write_bytes(kept(desk).read_bytes())
    assert check(desk) == first


def test_a_project_that_has_moved_is_checked_where_it_is(desk, tmp_path_factory):
    check(desk)
    moved = tmp_path_factory.mktemp("moved") / "desk"
    shutil.copytree(desk, moved)
    replaced(desk / "content/events/all.yaml", "exampletown", "exampleton")
    assert check(moved) == anew(moved)
    assert "exampletown" in check(moved)[1]


def test_for_an_answer_that_is_kept_nothing_heavy_is_loaded(desk):
    check(desk)
    program = (
        "import sys\nfrom timeline.cli import main\n"
        "try:\n    main(['check', '-f', 'mkdocs.yml'])\nexcept SystemExit:\n"
        "    print({'mkdocs', 'pydantic', 'yaml', 'babel', 'timeline.reading'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=desk, capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("set()\n")
    assert "exampletown" in done.stdout


def test_as_a_process_of_its_own_it_says_the_same_and_ends_with_the_same_code(desk):
    many = "".join(f"- id: event-{n}\n  date: nonsense\n" for n in range(300))
    (desk / "content/events/many.yaml").write_text(many, encoding="utf-8")
    command = [sys.executable, "-m", "timeline.cli", "check", "-f", str(desk / "mkdocs.yml")]
    done = [subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(2)]
    assert [(one.returncode, one.stdout) for one in done] == [check(desk)] * 2


def test_as_much_of_a_media_file_counts_as_reading_looks_at():
    assert outcome.LOOKED_AT >= drawings.MOST_BYTES
    assert outcome.LOOKED_AT >= pictures.MOST_BYTES


def test_every_command_stands_in_a_module_of_its_name():
    folder = Path(sys.modules["timeline.cli.main"].__file__).parent
    listed = CliRunner().invoke(main, ["--help"]).output
    for name in sys.modules["timeline.cli.main"].COMMANDS:
        assert (folder / f"{name}.py").exists()
        assert f"\n  {name} " in listed


def test_settings_that_are_saved_while_they_are_read_are_not_taken_for_checked(desk, monkeypatch):
    read = checking.project_from

    def meanwhile(config):
        project = read(config)
        replaced(desk / "mkdocs.yml", "site_name: Made up", "site_name: Made up anew")
        return project

    monkeypatch.setattr(checking, "project_from", meanwhile)
    check(desk)
    monkeypatch.undo()
    assert not kept(desk).exists()


@pytest.mark.parametrize("settings", ['"INHERIT": base.yml', "watch: [content]", "{INHERIT: base.yml}"])
def test_nothing_is_kept_for_settings_that_reach_beyond_their_file_however_they_are_written(desk, settings):
    file = desk / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        f"{text}{settings}\n" if settings[0] != "{" else f"{text}extra: {settings}\n", encoding="utf-8"
    )
    (desk / "base.yml").write_text("site_author: Nobody\n", encoding="utf-8")
    check(desk)
    assert not kept(desk).exists()
