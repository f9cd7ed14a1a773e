"""``timeline schema``: the JSON Schemas as files, for an editor's program that reads them from disk."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.options import config_file, examples, project_from
from timeline.cli.skeleton import SCHEMAS
from timeline.outputs.schemas import files
from timeline.reading import read_project
from timeline.writing import write_files


@click.command(
    short_help="Write the schemas that complete keys while you type.", epilog=examples("timeline schema")
)
@config_file
@click.option(
    "--to", "folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
    help=f"The folder to write to; left out, {SCHEMAS} in the project.",
)  # fmt: skip
def schema(config_file: str | None, folder: Path | None) -> None:
    """Write the JSON Schemas that complete and check keys while you type, with this site's kinds of event.

    Run it after an upgrade, and when kinds were added.
    """
    project = project_from(config_file)
    kinds = read_project(project.content, project.vocabulary, root=project.root).content.vocabulary.kinds
    count = write_files(folder or project.root / SCHEMAS, files(kinds))
    click.echo(f"{count} files written to {folder.as_posix() if folder else SCHEMAS}")
