"""`timeline export`, as it is typed: a folder of its own, written whole or not at all."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builds import contents
from commands import SETTINGS, project_in, typed
from trees import write_tree

from timeline.adapters import folder

PROJECT = (
    SETTINGS
    + """
    == content/about.md
    ---
    title: A <b>made-up</b> "page" & more
    summary: Made up by "Exampleton".
    ---
    Made up.
    == content/media/drawing.svg
    <svg xmlns="http://www.w3.org/2000/svg"/>
    == content/events/all.yaml
    - id: first
      date: 2020-02-29
      title: A made-up event
      media: [{file: drawing.svg, alt: A made-up drawing}]
      sources: [{title: A made-up source}]
"""
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    return project_in(tmp_path, PROJECT, monkeypatch)


def export(to="out"):
    return typed("export", "--to", str(to))


def refused(to):
    """What is said of a folder that is not written to; everything in the project stays as it was."""
    before = contents(Path())
    result = export(to)
    assert result.exit_code == 1
    assert contents(Path()) == before
    return result.output.removeprefix("Error: ").rstrip()


def test_every_page_every_picture_and_every_file_for_machines_is_written(project):
    result = export()
    assert result.exit_code == 0
    written = contents(project / "out")
    assert {"index.md", "about/index.md", "events/first/index.md", "data/timeline.json"} <= written.keys()
    assert written["media/drawing.svg"] == contents(project)["content/media/drawing.svg"]
    assert result.output == f"{len(written) - 1} files written to out\n"
    page = (project / "out/events/first/index.md").read_text(encoding="utf-8")
    assert page.startswith('---\ntitle: "A made-up event"\n')
    assert "29 February 2020" in page
    assert 'src="../../media/drawing.svg"' in page


def test_titles_and_descriptions_cannot_end_the_element_that_an_engine_prints_them_in(project):
    export()
    head = (project / "out/about/index.md").read_text(encoding="utf-8").split("---\n")[1]
    assert head.splitlines() == [
        'title: "A &lt;b&gt;made-up&lt;/b&gt; &quot;page&quot; &amp; more"',
        'description: "Made up by &quot;Exampleton&quot;."',
    ]


def test_an_older_export_is_replaced_whole(project):
    export()
    old = contents(project / "out")
    events = project / "content/events/all.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace("first", "second"), encoding="utf-8")
    assert export().exit_code == 0
    new = contents(project / "out")
    assert "events/first/index.md" in old
    assert "events/first/index.md" not in new
    assert "events/second/index.md" in new
    assert [*project.glob(".out*")] == []


def test_the_same_content_is_exported_as_the_same_bytes(project):
    export("one")
    export("two")
    assert contents(project / "one") == contents(project / "two")


@pytest.mark.parametrize("name", ["letters.txt", "events/first/notes.md", ".hidden"])
def test_a_folder_with_something_from_elsewhere_is_refused(project, name):
    export()
    (project / "out" / name).write_text("Mine.", encoding="utf-8")
    assert refused("out") == (
        f"nothing is written to out: {name} in it is not from an export, and would be lost; "
        "name an empty or a new folder"
    )


def test_what_is_put_into_the_folder_while_an_export_is_written_is_not_lost(project, monkeypatch):
    export()
    before = contents(project / "out")
    write = folder.inert

    def meanwhile(html):
        (project / "out/letters.txt").write_text("Mine.", encoding="utf-8")
        return write(html)

    monkeypatch.setattr(folder, "inert", meanwhile)
    result = export()
    assert result.exit_code == 1
    assert "letters.txt in it is not from an export" in result.output
    assert (project / "out/letters.txt").read_text(encoding="utf-8") == "Mine."
    (project / "out/letters.txt").unlink()
    assert contents(project / "out") == before
    assert [*project.glob(".out*")] == []


def test_a_folder_that_no_export_has_made_is_refused(project):
    write_tree(project, "== mine/index.md\nMine.")
    assert "index.md in it is not from an export" in refused("mine")


def test_a_link_in_the_folder_is_from_elsewhere(project):
    export()
    (project / "out/link").symlink_to(project / "content", target_is_directory=True)
    assert "link in it is not from an export" in refused("out")


@pytest.mark.parametrize("to", ["content", "content/out", "content/../content/out"])
def test_the_content_folder_is_refused(project, to):
    assert "it lies in the content folder" in refused(to)


@pytest.mark.parametrize("to", [".", ".."])
def test_a_folder_that_holds_the_project_is_refused(project, to):
    assert "it holds the project itself" in refused(to)


def test_an_empty_folder_will_do(project):
    (project / "out").mkdir()
    assert export().exit_code == 0


def test_the_content_is_checked_first_and_an_error_leaves_the_older_export(project):
    export()
    before = contents(project / "out")
    events = project / "content/events/all.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace("02-29", "02-30"), encoding="utf-8")
    result = export()
    assert result.exit_code == 1
    assert "30 February does not exist" in result.output
    assert contents(project / "out") == before


def test_an_export_that_is_killed_leaves_the_older_one(project):
    export()
    before = contents(project / "out")
    events = "".join(
        f"- {{id: more-{n}, date: 2020-03-01, title: Made up, sources: [{{title: Made up}}]}}\n"
        for n in range(300)
    )
    (project / "content/events/more.yaml").write_text(events, encoding="utf-8")
    run = subprocess.Popen([sys.executable, "-m", "timeline.cli", "export", "--to", "out"], cwd=project)
    deadline = time.monotonic() + 60
    while not [*project.glob(".out.building*/**/index.md")] and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    assert run.wait() == -signal.SIGKILL
    assert contents(project / "out") == before
    assert export().exit_code == 0
    assert [*project.glob(".out*")] == []
    assert "events/more-299/index.md" in contents(project / "out")
