"""Another state of a project: a folder, or a commit of its git repository, to compare the present one with.

This is the one place that asks git anything; a build never does. The base is read with the settings of
the present project, so nothing that its own ``mkdocs.yml`` says is loaded or run.
"""

from __future__ import annotations

import io
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


@contextmanager
def snapshot(project: Project, base: str) -> Iterator[Project]:
    """The project as it stands in a folder or at a commit.

    Args:
        project: The present project.
        base: A folder with the same layout, or what git calls a revision: ``main``, ``HEAD~3``, ``v1.0``.

    Raises:
        ClickException: There is no such folder or revision.
    """
    folder = Path(base)
    if folder.is_dir():
        yield _moved(project, folder.resolve())
        return
    with tempfile.TemporaryDirectory(prefix="timeline-") as temporary:
        _check_out(project.root, base, Path(temporary))
        yield _moved(project, Path(temporary).resolve())


def _moved(project: Project, root: Path) -> Project:
    """The same project in another folder."""
    content, vocabulary = (
        root / path.resolve().relative_to(project.root) for path in (project.content, project.vocabulary)
    )
    if not content.is_dir():
        shown = content.relative_to(root).as_posix()
        raise click.ClickException(f"there is no folder '{shown}' in what this is to be compared with")
    return replace(project, root=root, content=content, vocabulary=vocabulary)


def _check_out(root: Path, revision: str, to: Path) -> None:
    """Writes the files of a commit below ``root`` to a folder."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise click.ClickException(
            f"'{revision}' is no folder, and git knows no commit of that name; "
            "in a shallow clone, fetch it first"
        )
    archive = _git(root, "archive", "--format=tar", commit.decode().strip())
    if archive is None:
        raise click.ClickException(f"git cannot read the files of '{revision}'")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            target = (to / member.name).resolve()
            data = files.extractfile(member) if member.isfile() else None
            if data is not None and target.is_relative_to(to.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data.read())


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git answers; None where it refuses."""
    program = shutil.which("git")
    if program is None:
        raise click.ClickException("git is needed to compare with a commit, and is not installed")
    command = [program, *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 # no shell
    return run.stdout if run.returncode == 0 else None
