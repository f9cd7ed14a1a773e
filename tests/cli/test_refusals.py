"""What the system refuses to the `timeline` command, told in words: files that are closed, gone, or have no room."""

import errno
import os
from pathlib import Path

import pytest
from commands import SETTINGS, project_in, typed

PROJECT = (
    SETTINGS
    + """
    == content/events/all.yaml
    - id: first
      date: 2020-02-20
      title: A made-up event
      sources: [{title: A made-up source}]
    == other/content/index.md
    ---
    title: Made up
    ---
"""
)
COMMANDS = [
    ("check",), ("check", "--against", "other"), ("stats",), ("show", "first"), ("export", "--to", "out"),
    ("fmt",), ("fmt", "--check"), ("diff", "other"),
]  # fmt: skip


@pytest.fixture
def project(tmp_path, monkeypatch):
    return project_in(tmp_path, PROJECT, monkeypatch)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("code", [errno.EACCES, errno.ENOENT, errno.EIO])
def test_a_file_that_cannot_be_opened(project, monkeypatch, command, code):
    opened = Path.open

    def refusing(self, *arguments, **options):
        if self.name == "all.yaml":
            raise OSError(code, os.strerror(code), str(self))
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refusing)
    result = typed(*command)
    if command[0] in {"check", "export", "show"}:
        assert result.exit_code == 1


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_is_gone_between_two_looks(project, monkeypatch, command):
    looked = os.lstat

    def gone(path, *arguments, **options):
        if str(path).endswith("all.yaml"):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return looked(path, *arguments, **options)

    monkeypatch.setattr(os, "lstat", gone)
    typed(*command)


def test_a_disk_that_is_full_is_told_with_the_file(project, monkeypatch):
    opened = open

    def full(path, *_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    def full_for_new(path, mode="r", **options):
        return full(path) if "w" in mode else opened(path, mode, **options)

    # However a file is written.
    monkeypatch.setattr(Path, "write_text", full)
    monkeypatch.setattr(Path, "write_bytes", full)
    monkeypatch.setattr("builtins.open", full_for_new)
    result = typed("export", "--to", "out")
    assert result.exit_code == 1
    assert "index.md: No space left on device" in result.output
    assert [path.name for path in project.iterdir() if "out" in path.name] == []
    events = project / "content/events/all.yaml"
    with events.open("a", encoding="utf-8") as file:
        file.write("  tags:   [  a ]\n")
    before = events.read_bytes()
    assert "No space left on device" in typed("fmt").output
    assert events.read_bytes() == before
    assert [path.name for path in events.parent.iterdir()] == ["all.yaml"]


def test_a_list_of_ids_that_is_no_text(project):
    (project / "ids.bin").write_bytes(b"\xff\xfe\x00")
    result = typed("check", "--against", "ids.bin")
    assert "ids.bin is no data/timeline.json of a site" in result.output
