"""`timeline fmt`, as it is typed."""

import pytest
from commands import SETTINGS, project_in, typed

from timeline.cli import fmt
from timeline.writing import formatted

PROJECT = (
    SETTINGS
    + """
    == content/events/all.yaml
    # Made-up events.

    - id: second
      date: "2020-02-01"   # why
      title: Another made-up event
      sources: [a]
    # of the first
    - id: first
      date: 2020-01-02
      title: A made-up event
      sources: [a]
    == content/articles/a.md
    ---
    title:   "A made-up report"
    published: 2020-03-01
    ---

    Words:   'as they are'.
    == content/events/broken.yaml
    - id:   broken
      date: 2020-13
      title: Broken
      sources: [a]
"""
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    return project_in(tmp_path, PROJECT, monkeypatch)


def run(*arguments):
    return typed("fmt", *arguments)


def read(folder, path):
    return (folder / path).read_text(encoding="utf-8")


def test_fmt_sorts_by_the_timeline_and_leaves_what_is_broken(project):
    broken = read(project, "content/events/broken.yaml")
    result = run()
    assert result.exit_code == 1  # something is left to do
    assert read(project, "content/events/all.yaml") == (
        "# Made-up events.\n\n# of the first\n- id: first\n  date: 2020-01-02\n  title: A made-up event\n"
        "  sources: [a]\n\n- id: second\n  date: 2020-02-01   # why\n  title: Another made-up event\n  sources: [a]\n"
    )
    assert read(project, "content/articles/a.md") == (
        "---\ntitle: A made-up report\npublished: 2020-03-01\n---\n\nWords:   'as they are'.\n"
    )
    assert read(project, "content/events/broken.yaml") == broken
    assert "content/events/broken.yaml: left as it is: timeline check finds errors in it" in result.output
    assert "2 files changed, 1 file left to do\n" in result.output


def test_check_changes_nothing_and_fails_until_all_is_formatted(project):
    before = read(project, "content/events/all.yaml")
    result = run("--check")
    assert (result.exit_code, read(project, "content/events/all.yaml")) == (1, before)
    assert "content/events/all.yaml: would change\n" in result.output
    run()
    (project / "content/events/broken.yaml").unlink()
    assert run("--check").exit_code == 0


def test_only_the_files_that_are_named_are_touched(project):
    run("content/articles/a.md")
    assert '"2020-02-01"' in read(project, "content/events/all.yaml")
    assert "title: A made-up" in read(project, "content/articles/a.md")


def test_a_folder_stands_for_its_files_and_what_is_not_laid_out_is_said(project):
    result = run("content/articles", "mkdocs.yml")
    assert "content/articles/a.md: formatted\n" in result.output
    assert "mkdocs.yml: left as it is: what is laid out is YAML and front matter in cont" in result.output
    assert result.output.endswith("\n1 file changed\n")
    assert '"2020-02-01"' in read(project, "content/events/all.yaml")


def test_what_is_saved_while_it_is_laid_out_stays(project, monkeypatch):
    path = project / "content/articles/a.md"

    def meanwhile(*arguments):
        path.write_text("saved", encoding="utf-8")
        return formatted(*arguments)

    monkeypatch.setattr(fmt, "formatted", meanwhile)
    result = run("content/articles")
    assert "content/articles/a.md: left as it is: it was saved meanwhile" in result.output
    assert result.exit_code == 1  # something is left to do
    assert path.read_text(encoding="utf-8") == "saved"


def test_line_ends_and_the_byte_order_mark_stay(project):
    path = project / "content/events/all.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    run()
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Made-up events.\r\n\r\n# of the first\r\n- id: first\r\n")
    assert data.count(b"\r\n") == data.count(b"\n")


def test_quotes_before_a_comment_stay_for_without_them_a_check_would_ask(tmp_path, monkeypatch):
    tree = """
    == content/events/all.yaml
    - id: one
      date: 2020-01-03
      title: "A made-up title" # a comment
      sources: [{title: A made-up source}]
    """
    project_in(tmp_path, SETTINGS + tree, monkeypatch)
    assert run().exit_code == 0
    assert typed("check", "--strict").exit_code == 0


def test_a_file_that_is_not_there_is_no_success(project):
    assert run("content/events/nothing.yaml").exit_code == 2


def test_content_beside_the_project_is_laid_out_too(project):
    (project / "site").mkdir()
    settings = read(project, "mkdocs.yml").replace("docs_dir: content", "docs_dir: ../content")
    (project / "site/mkdocs.yml").write_text(settings, encoding="utf-8")
    result = run("-f", "site/mkdocs.yml")
    assert f"{project.as_posix()}/content/articles/a.md: formatted\n" in result.output


def test_nothing_is_formatted_behind_a_folder_that_is_a_link(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "events"
    (project / "content/events").rename(elsewhere)
    (project / "content/events").symlink_to(elsewhere)
    before = (elsewhere / "all.yaml").read_bytes()
    run()
    assert (elsewhere / "all.yaml").read_bytes() == before
