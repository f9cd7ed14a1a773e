"""`timeline init`: an empty project that is whole, in a folder that was empty."""

import json
import re
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from commands import typed

from timeline import __version__
from timeline.cli import init as command
from timeline.cli import packages
from timeline.cli.skeleton import Beginning, skeleton
from timeline.languages import available
from timeline.reading.vocabulary import default_vocabulary
from timeline.records import vocabulary

ROOT = Path(__file__).parents[2]
SKELETON = ROOT / "timeline/skeleton"
BEGINNING = Beginning("The Exampleton chronicle", "en", "Europe/London", "mkdocs-news-timeline==0.1.0")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(*arguments):
    result = typed("init", *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def settings(folder):
    return yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", available())
def test_a_new_project_has_nothing_wrong_and_nothing_to_be_put_in_order(here, monkeypatch, language):
    init("news", "--language", language, "--name", "The Exampleton chronicle", "--timezone", "Europe/London")
    monkeypatch.chdir(here / "news")
    assert typed("check", "--strict").output == "no problems\n"
    assert typed("fmt", "--check").output == "0 files would change\n"
    assert typed("export", "--to", "../out").exit_code == 0
    assert (settings(Path())["site_name"], settings(Path())["theme"]["language"]) == (
        "The Exampleton chronicle",
        language,
    )
    assert settings(Path())["plugins"][1] == {"timeline": {"timezone": "Europe/London"}}
    assert [
        path for path in Path().rglob("*") if path.is_file() and "[[" in path.read_text(encoding="utf-8")
    ] == []


def test_it_says_what_it_did_and_what_to_do_next(here):
    output = init("news", "--timezone", "Europe/London")
    count = sum(path.is_file() for path in (here / "news").rglob("*"))
    assert output.startswith(f"{count} files written to news\n\nNext:\n  cd news\n  python3 -m venv .venv\n")
    assert "timeline new event" in output
    assert "set site_url and repo_url in mkdocs.yml" in output
    assert "read as Europe/London" in output
    assert "\n  cd 'the day'\n" in init("the day")


def test_what_is_not_given_is_what_the_computer_knows(here, monkeypatch):
    monkeypatch.setattr(command, "get_localzone", lambda: type("Zone", (), {"key": "Asia/Baghdad"}))
    output = init("exampleton-news_2020")
    assert settings(here / "exampleton-news_2020")["site_name"] == "Exampleton news 2020"
    assert settings(here / "exampleton-news_2020")["plugins"][1]["timeline"]["timezone"] == "Asia/Baghdad"
    assert "read as Asia/Baghdad" in output
    for unnamed in (
        object(),
        type("Zone", (), {"key": "Nowhere/Nothing"}),
        type("Zone", (), {"key": "Etc/UTC"}),
    ):
        monkeypatch.setattr(command, "get_localzone", lambda zone=unnamed: zone)
        assert command._zone(None) == "UTC"  # noqa: SLF001 (no computer of a test has such a clock)


def test_a_folder_with_something_in_it_is_refused_and_left_as_it_is(here):
    (here / "news").mkdir()
    (here / "news/notes.txt").write_text("mine", encoding="utf-8")
    result = typed("init", "news")
    advice = "nothing was written. Name a folder that is empty or not there"
    assert (result.exit_code, result.output) == (1, f"Error: news is not empty; {advice}\n")
    assert [path.name for path in (here / "news").iterdir()] == ["notes.txt"]
    result = typed("init", "news/notes.txt")
    assert result.output == "Error: news/notes.txt is there already and is no folder; nothing was written\n"
    assert typed("init", "news/notes.txt/below").output.startswith(
        "Error: news/notes.txt/below cannot be written: "
    )


def test_an_empty_folder_and_one_that_git_has_just_made_are_taken(here, monkeypatch):
    (here / "news/.git").mkdir(parents=True)
    init("news")
    (here / "other").mkdir()
    monkeypatch.chdir(here / "other")
    assert "  cd " not in init(".")
    assert settings(Path())["site_name"] == "Other"


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--name", "red \x1b[31m", "name of the site"),
        ("--name", "", "name of the site"),
        ("--language", "tlh", "'tlh' is not one of 'en', 'ar'"),
        ("--timezone", "Baghdad", "timezone: "),
        ("--package", "somewhere", "package: 'somewhere' is no version (0.1.0), no path of a wheel"),
        ("--package", "gone.whl", "package: there is no file gone.whl"),
        ("--package", "git+https://user:secret@example.org/x.git", "would be published with the project"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(here, option, value, words):
    result = typed("init", "news", option, value)
    assert result.exit_code != 0
    assert words in result.output
    assert not (here / "news").exists()


@pytest.mark.parametrize(
    "name", ["2020", "no", "12:47", "A: b # c", "\"Quoted\" \\ 'so'", "[x](y) *z* <", "سجل", "two\nlines"]
)
def test_any_name_is_a_name(here, monkeypatch, name):
    init("news", "--name", name)
    monkeypatch.chdir(here / "news")
    name = " ".join(name.split())
    assert settings(Path())["site_name"] == name
    assert typed("check", "--strict").output == "no problems\n"
    heading = Path("README.md").read_text(encoding="utf-8").split("\n")[0]
    assert re.sub(r"\\([^A-Za-z0-9\s])", r"\1", heading) == f"# {name}" or "\\" in name
    assert not re.search(r"(?<!\\)[<*\[]", heading)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("0.2.0", "mkdocs-news-timeline==0.2.0"),
        (">=0.1,<1", "mkdocs-news-timeline>=0.1,<1"),
        ("mkdocs-news-timeline~=0.1", "mkdocs-news-timeline~=0.1"),
        (
            "git+https://git.example/timeline.git@v1",
            "mkdocs-news-timeline @ git+https://git.example/timeline.git@v1",
        ),
        (
            "git+ssh://git@git.example/timeline.git",
            "mkdocs-news-timeline @ git+ssh://git@git.example/timeline.git",
        ),
        ("https://git.example/timeline.whl", "mkdocs-news-timeline @ https://git.example/timeline.whl"),
        (
            "mkdocs-news-timeline @ git+https://git.example/t",
            "mkdocs-news-timeline @ git+https://git.example/t",
        ),
    ],
)
def test_a_project_depends_on_a_version_or_an_address(here, given, line):
    init("news", "--package", given)
    assert (here / "news/requirements.txt").read_text(encoding="utf-8").splitlines()[-1] == line


def test_a_wheel_goes_into_the_project(here):
    wheel = here / "mkdocs_news_timeline-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"made up")
    init("news", "--package", wheel.name)
    assert (here / "news/wheels" / wheel.name).read_bytes() == b"made up"
    assert (here / "news/requirements.txt").read_text(encoding="utf-8").endswith(f"\n./wheels/{wheel.name}\n")
    other = wheel.rename(here / "another-1.whl")
    assert (
        "another-1.whl is a wheel of another package"
        in typed("init", "other", "--package", str(other)).output
    )


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, f"mkdocs-news-timeline=={__version__}"),
        ({"url": "file:///x", "dir_info": {"editable": True}}, f"mkdocs-news-timeline=={__version__}"),
        (
            {"url": "https://git.example/t", "vcs_info": {"vcs": "git", "commit_id": "0a1b"}},
            "mkdocs-news-timeline @ git+https://git.example/t@0a1b",
        ),
        (
            {"url": "https://x.example/t.whl", "archive_info": {}},
            "mkdocs-news-timeline @ https://x.example/t.whl",
        ),
        ({"url": "file:///gone.whl", "archive_info": {}}, f"mkdocs-news-timeline=={__version__}"),
    ],
)
def test_left_out_the_package_is_the_one_that_runs(monkeypatch, origin, line):
    class Installed:
        def read_text(self, name):
            assert name == "direct_url.json"
            return None if origin is None else json.dumps(origin)

    monkeypatch.setattr(metadata, "distribution", lambda _: Installed())
    package = packages.running()
    assert package.requirement == line
    assert bool(package.note) == (origin is not None and origin["url"].startswith("file:"))


def test_a_program_that_pip_did_not_install_is_its_version(monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", missing)
    assert packages.running().requirement == f"mkdocs-news-timeline=={__version__}"


def test_the_first_event_goes_to_the_end_of_the_file_that_is_there(here, monkeypatch):
    init("news", "--timezone", "UTC")
    monkeypatch.chdir(here / "news")
    result = typed(
        "new", "event", "--title", "A made-up event", "--date", "2020-01-06", "--source-title", "A source"
    )
    assert result.output.startswith("content/events/events.yaml:")
    assert typed("check").output == "no problems\n"


@pytest.mark.parametrize("language", available())
def test_the_example_is_the_same_wherever_it_stands_and_is_right(here, monkeypatch, language):
    init("news", "--language", language)
    monkeypatch.chdir(here / "news")
    events = Path("content/events/events.yaml")
    lines = events.read_text(encoding="utf-8").split("#\n# ")[2].rstrip("\n").split("\n# ")
    page = Path("content/add-an-event.md").read_text(encoding="utf-8")
    assert "```yaml\n" + "\n".join(lines) + "\n```" in page
    events.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert typed("check", "--strict").output == "no problems\n"
    assert typed("fmt", "--check").exit_code == 0

    # What may come later to an event: each of them, with the example, passes the check as well.
    later = [block.split("\n```")[0] for block in page.split("```yaml\n")[2:]]
    assert len(later) == 3
    for more in later:
        event = "\n".join(lines).replace("\n  sources:", f"\n{more}\n  sources:")
        events.write_text(f"{event}\n", encoding="utf-8")
        assert typed("check", "--strict").output == "no problems\n"


@pytest.mark.parametrize("name", ["places", "actors", "publishers"])
def test_the_other_examples_are_right_too(here, monkeypatch, name):
    init("news")
    monkeypatch.chdir(here / "news")
    file = Path(f"content/{name}.yaml")
    example = file.read_text(encoding="utf-8").split("#\n# - ", 1)[1]
    file.write_text("- " + example.replace("\n# ", "\n"), encoding="utf-8")
    assert "error" not in typed("check").output


def test_a_language_that_nobody_has_written_pages_in_begins_with_english_ones():
    files = dict(skeleton(Beginning("Chronique", "fr", "Europe/Paris", "x")))
    assert files["content/about.md"].startswith("---\nlanguage: en\ntitle: About this chronology\n")
    assert "  language: fr\n" in files["mkdocs.yml"]


@pytest.mark.parametrize("path", sorted(p.name for p in (SKELETON / "pages").iterdir()))
def test_a_languages_pages_are_complete(path):
    names = {p.name for p in (SKELETON / "pages" / path).iterdir()}
    assert names - {"words.yaml"} == {p.name for p in (SKELETON / "pages/en").iterdir()}
    if path != "en":
        marks = re.findall(
            r"\[\[([A-Z][^\]]*)\]\]", (SKELETON / "project/mkdocs.yml").read_text(encoding="utf-8")
        )
        words = yaml.safe_load((SKELETON / "pages" / path / "words.yaml").read_text(encoding="utf-8"))
        assert {*words} == {*marks}


# What this repository and a new project have in common is written twice, for the program's package cannot
# hold the files around it. Here it is kept the same.

FILES = dict(skeleton(BEGINNING))


def ours(path):
    if not (ROOT / path).is_file():
        pytest.skip("not in an archive of the sources")
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path",
    [
        ".vscode/extensions.json",
        ".vscode/settings.json",
        ".github/ISSUE_TEMPLATE/config.yml",
        ".github/ISSUE_TEMPLATE/correction.yml",
    ],
)
def test_a_file_is_the_same_in_this_repository_and_in_a_new_project(path):
    assert FILES[path] == ours(path)


def test_the_schemas_of_a_new_project_are_those_that_timeline_schema_writes(here, monkeypatch):
    init("news")
    monkeypatch.chdir(here / "news")
    typed("schema", "--to", "again")
    for path in Path("again").iterdir():
        assert path.read_text(encoding="utf-8") == FILES[f".vscode/schema/{path.name}"]


def test_the_theme_and_the_sections_are_the_same():
    ours = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    new = yaml.safe_load(FILES["mkdocs.yml"])
    ours["nav"].remove({"Handbook": "handbook/index.md"})  # the program's own; its pages come with no project
    assert new.pop("plugins")[0] == ours.pop("plugins")[0]
    assert new.pop("site_name") != ours.pop("site_name")
    assert new == ours


OF_THE_PROGRAM = {("check.yml", "tests"), ("check.yml", "versions"), ("newest.yml", "tests")}
"""The jobs that test the program itself, which a new project has no need of."""


def jobs(workflows):
    """Each job of some workflows, with what holds for its whole workflow; but for how it installs the program."""
    found = {}
    for name, text in workflows.items():
        workflow = yaml.safe_load(text)
        for job in (named := workflow.pop("jobs")):
            for step in named[job]["steps"]:
                if step.get("name") == "Install":
                    step["run"] = "…"
            found[name, job] = {**workflow, "job": named[job]}
    return found


def test_the_jobs_are_the_same_but_for_the_installation_and_for_those_that_test_the_program():
    folder = ".github/workflows/"
    names = [path.name for path in (ROOT / folder).glob("*.yml")]
    ours_ = jobs({name: ours(folder + name) for name in names or ["publish.yml"]})
    new = jobs({path.removeprefix(folder): text for path, text in FILES.items() if path.startswith(folder)})
    assert {*ours_} - {*new} == OF_THE_PROGRAM
    for key, job in new.items():
        assert job == ours_[key], key


def test_the_hooks_are_those_that_this_repository_offers():
    offered = yaml.safe_load(ours(".pre-commit-hooks.yaml"))
    (local,) = yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"]
    for hook in offered:
        hook.pop("description")
        hook["language"] = "system"
    assert local["hooks"] == offered


def test_the_vocabularys_notes_name_all_that_there_is():
    text = FILES["site_config/vocabulary.yaml"].replace("\n#", "")
    for word in (*default_vocabulary().kinds, *vocabulary.ICONS, *vocabulary.COLOURS):
        assert re.search(rf"[\s:]{word}[,.\s]", text), word


def test_a_name_with_html_in_it_is_a_name_too_of_which_a_note_says_that_it_shows(here, monkeypatch):
    init("news", "--name", "[x](y) *z* <b>")
    monkeypatch.chdir(here / "news")
    checked = typed("check", "--strict")
    assert checked.exit_code == 0
    assert "note[html-in-text]: '<b>' is HTML" in checked.output
    assert checked.output.endswith("\n1 note\n")
