"""What several subcommands have in common: the project that they work on, and the day."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.problems import Problem, Severity, report

if TYPE_CHECKING:
    from timeline.adapters.project import Project
    from timeline.reading.text import SourceText

config_file = click.option(
    "-f", "--config-file", default=None, type=click.Path(), metavar="FILE",
    help="The site's mkdocs.yml, where it is not in this folder.",
)  # fmt: skip


SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
"""The files that make a folder a project."""


def _no_project() -> str:
    """Why nothing can be done in this folder, and how to go on."""
    here = Path.cwd()
    above = next((up / name for up in here.parents for name in SETTINGS if (up / name).is_file()), None)
    if above:
        folder, settings = os.path.relpath(above.parent, here), os.path.relpath(above, here)
        return f"this folder lies in a project: go up to it, with 'cd {folder}', or add '-f {settings}'"
    return (
        "this folder is no project: a project has a mkdocs.yml, and its articles and events in content/. "
        "Go to its folder, or name its mkdocs.yml with -f; 'timeline init DIR' makes a new one"
    )


def today() -> str:
    """The day on the clock of whoever types; no build reads one."""
    return datetime.now().astimezone().date().isoformat()


def clock() -> str:
    """The hour, likewise."""
    return datetime.now().astimezone().strftime("%H:%M:%S")


def project_from(config_file: str | None) -> Project:
    """The project of a ``mkdocs.yml``; one that is not there or is wrong ends the command with its reason."""
    if config_file is None and not any(Path(name).is_file() for name in SETTINGS):
        raise click.ClickException(_no_project())
    if config_file is not None and not Path(config_file).is_file():
        inside = next((path for name in SETTINGS if (path := Path(config_file) / name).is_file()), None)
        told = (
            f"is a folder; write '-f {inside}'"
            if inside
            else "there is no such file; -f names a project's mkdocs.yml"
        )
        raise click.ClickException(f"{config_file}: {told}")
    # MkDocs and what it loads take a third of a second to import, which not every command needs to wait for.
    from timeline.adapters.mkdocs import BadConfig, load_project  # noqa: PLC0415

    try:
        return load_project(config_file)
    except BadConfig as error:
        source, wrong = settings_of(config_file)
        said = report(wrong, lambda _, line: source.line(line)).rstrip() if wrong else str(error)
        raise click.ClickException(said) from error


def settings_of(config_file: str | None) -> tuple[SourceText, list[Problem]]:
    """The text of the settings, and the mistakes in them which leave no project to work on."""
    from timeline.reading import read_settings  # noqa: PLC0415

    path = Path(config_file) if config_file else next(Path(name) for name in SETTINGS if Path(name).is_file())
    source, problems = read_settings(path, path.name)
    return source, [problem for problem in problems if problem.severity is Severity.ERROR]
