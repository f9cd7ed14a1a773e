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

SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
"""The files that make a folder a project."""
_MOST_READ = 1_000_000


def _settings_for(context: click.Context, option: click.Parameter, given: str | None) -> str | None:
    """The settings as they are named; else None where they are in this folder, and else those above it.

    Above it, other programs' settings lie about, so these count only where they name the plugin.
    """
    del context, option
    if given is not None or _settings_in(Path()):
        return given
    found = filter(None, map(_settings_in, Path.cwd().parents))
    above = next(filter(_names_the_plugin, found), None)
    return os.path.relpath(above) if above else None


def _names_the_plugin(settings: Path) -> bool:
    try:
        with settings.open("rb") as file:
            return b"timeline" in file.read(_MOST_READ)
    except OSError:  # closed to us, so it is somebody else's
        return False


def _settings_in(folder: Path) -> Path | None:
    # Path.is_file raises where a folder above may not be looked into.
    return next((path for name in SETTINGS if os.path.isfile(path := folder / name)), None)  # noqa: PTH113


config_file = click.option(
    "-f", "--config-file", default=None, type=click.Path(), metavar="FILE", callback=_settings_for,
    help="The site's mkdocs.yml, where it is neither in this folder nor in one above it.",
)  # fmt: skip


def examples(*lines: str) -> str:
    """What ends a command's help: how it is typed, a line each, in which nothing breaks."""
    return "\n".join(["\b", "For example:", *(f"  {line}" for line in lines)])


def today() -> str:
    """The day on the clock of whoever types; no build reads one."""
    return datetime.now().astimezone().date().isoformat()


def clock() -> str:
    """The hour, likewise."""
    return datetime.now().astimezone().strftime("%H:%M:%S")


def project_from(config_file: str | None) -> Project:
    """The project of a ``mkdocs.yml``; one that is not there or is wrong ends the command with its reason."""
    if config_file is None and _settings_in(Path()) is None:
        raise click.ClickException(
            "this folder is no project, nor is one above it: a project has a mkdocs.yml, and its articles "
            "and events in content/. Go to its folder, or name its mkdocs.yml with -f; 'timeline init DIR' "
            "makes a new one"
        )
    if config_file is not None and not Path(config_file).is_file():
        inside = _settings_in(Path(config_file))
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

    path = Path(config_file) if config_file else _settings_in(Path()) or Path(SETTINGS[0])
    source, problems = read_settings(path, path.name)
    return source, [problem for problem in problems if problem.severity is Severity.ERROR]
