"""``timeline export``: the pages as files, for any other generator."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from timeline.adapters.folder import export as write
from timeline.adapters.project import check_project
from timeline.cli.options import config_file, project_from
from timeline.pages import Edition


@click.command()
@config_file
@click.option(
    "--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="The folder to write to.",
)  # fmt: skip
def export(config_file: str | None, folder: Path) -> None:
    """Write every page, without a theme, as HTML with front matter, and the files for machines."""
    checked = check_project(project_from(config_file))
    if checked.examined.fails():
        click.echo(checked.report(), nl=False, err=True)
        sys.exit(1)
    count = write(Edition(checked.examined.timeline), folder)
    click.echo(f"{count} files written to {folder.as_posix()}")
