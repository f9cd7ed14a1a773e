"""What several subcommands have in common: the project that they work on, and the day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from timeline.adapters.project import Project

config_file = click.option(
    "-f", "--config-file", default=None, type=click.Path(), metavar="FILE",
    help="The site's mkdocs.yml, where it is not in this folder.",
)  # fmt: skip


def today() -> str:
    """The day on the clock of whoever types; no build reads one."""
    return datetime.now().astimezone().date().isoformat()


def project_from(config_file: str | None) -> Project:
    """The project of a ``mkdocs.yml``; one that is not there or is wrong ends the command with its reason."""
    # MkDocs and what it loads take a third of a second to import, which not every command needs to wait for.
    from timeline.adapters.mkdocs import BadConfig, load_project  # noqa: PLC0415

    try:
        return load_project(config_file)
    except BadConfig as error:
        raise click.ClickException(str(error)) from error
