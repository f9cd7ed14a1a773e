"""``timeline export``: the pages as files, for another engine."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from timeline.adapters.folder import NotOurs, refuse_foreign
from timeline.adapters.folder import export as write
from timeline.adapters.project import check_project
from timeline.cli.options import config_file, examples, project_from
from timeline.pages import Edition
from timeline.problems.reports import visible


@click.command(
    short_help="Write the pages for another engine than MkDocs.",
    epilog=examples("timeline export --to pages"),
)
@config_file
@click.option(
    "--to", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="The folder to write to: an empty one, one that is not there, or that of an older export, which is "
    "replaced.",
)  # fmt: skip
def export(config_file: str | None, folder: Path) -> None:
    """Write every page as HTML with front matter, without a theme, and pictures and files for machines."""
    project = project_from(config_file)
    named = visible(folder.as_posix())
    try:
        refuse_foreign(folder, project)
    except NotOurs as error:
        raise click.ClickException(f"nothing is written to {named}: {error}") from error
    checked = check_project(project)
    if checked.examined.fails():
        click.echo(checked.report(), nl=False, err=True)
        sys.exit(1)
    timeline = checked.examined.timeline
    del checked  # and with it the texts of the files
    timeline.settle()
    try:
        count = write(Edition(timeline), project, folder)
    except NotOurs as error:
        raise click.ClickException(f"nothing is written to {named}: {error}") from error
    click.echo(f"{count} files written to {named}")
