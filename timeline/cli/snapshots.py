"""Another state of a project: a folder, or a commit of its git repository, to compare the present one with.

This is the one place that asks git anything; a build never does. The base is read with the settings of
the present project, so nothing that its own ``mkdocs.yml`` says is loaded or run.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from timeline.adapters.project import Project
from timeline.problems.reports import visible


@contextmanager
def snapshot(project: Project, base: str) -> Iterator[Project]:
    """The project as it stands at a commit or in a folder.

    A commit comes first: whoever proposes a change may also add a folder, and name it as they like.

    Args:
        project: The present project.
        base: What git calls a revision: ``main``, ``HEAD~3``, ``v1.0``; or a folder with the same layout.

    Raises:
        ClickException: There is no such revision or folder.
    """
    commit = commit_of(project.root, base)
    folder = Path(base)
    if commit is None and folder.is_dir():
        yield _moved(project, folder.resolve())
        return
    if commit is None:
        raise click.ClickException(
            f"'{base}' is no folder, and git knows no commit of that name; {_advice(project.root, base)}"
        )
    with tempfile.TemporaryDirectory(prefix="timeline-") as temporary:
        _check_out(project.root, commit, Path(temporary))
        past = Path(temporary).resolve()
        # The change that brings the content folder in has nothing to be compared with.
        _in(past, project, project.content).mkdir(parents=True, exist_ok=True)
        yield _moved(project, past)


def _advice(root: Path, base: str) -> str:
    """What to do where a commit is not found."""
    if shutil.which("git") is None:
        return "git is needed to compare with a commit, and is not installed"
    if reason := _refusal(root):
        return reason
    if not _git(root, "rev-list", "--max-count=1", "--all"):
        return "nothing has been committed yet"
    if commit_of(root, f"origin/{base}") is not None:
        return f"did you mean 'origin/{base}'?"
    if _git(root, "rev-parse", "--is-shallow-repository") == b"true\n":
        return "in a shallow clone, fetch it first"
    return "'git branch --all' names the branches"


def _refusal(root: Path) -> str:
    """Why git tells nothing of a folder; nothing where it does."""
    run = _run(root, "rev-parse", "--git-dir")
    if run is None or run.returncode == 0:
        return ""
    said = run.stderr.decode(errors="replace").partition("\n")[0].removeprefix("fatal: ")
    if "not a git repository" in said:
        return "this project is in no git repository"
    return f"git says: {visible(said)}; 'git status' says what to do"


def commit_of(root: Path, base: str) -> str | None:
    """The commit that a name stands for in a folder's repository; None where it is no commit's."""
    answer = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    return answer.decode().strip() if answer is not None else None


def _moved(project: Project, root: Path) -> Project:
    """The same project in another folder."""
    content, vocabulary = (_in(root, project, path) for path in (project.content, project.vocabulary))
    if not content.is_dir():
        shown = content.relative_to(root).as_posix()
        raise click.ClickException(f"there is no folder '{shown}' in what this is to be compared with")
    return replace(project, root=root, content=content, vocabulary=vocabulary)


def _in(root: Path, project: Project, path: Path) -> Path:
    """Where a path of the project lies in another folder."""
    if not path.resolve().is_relative_to(project.root):
        raise click.ClickException(f"{path.name} lies outside of the project's folder: it cannot be compared")
    return root / path.resolve().relative_to(project.root)


def _check_out(root: Path, commit: str, to: Path) -> None:
    """Writes the files of a commit below ``root`` to a folder."""
    archive = _git(root, "archive", "--format=tar", commit)
    if archive is None:
        raise click.ClickException(f"git cannot read the files of '{commit}'")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            target = (to / member.name).resolve()
            data = files.extractfile(member) if member.isfile() else None
            if data is not None and target.is_relative_to(to.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data.read())


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git answers; None where it refuses, or is not installed."""
    run = _run(folder, *arguments)
    return run.stdout if run is not None and run.returncode == 0 else None


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    program = shutil.which("git")
    if program is None:
        return None
    english = {**os.environ, "LC_ALL": "C"}
    return subprocess.run([program, *arguments], cwd=folder, capture_output=True, check=False, env=english)  # noqa: S603 # no shell
