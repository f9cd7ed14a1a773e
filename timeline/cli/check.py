"""``timeline check``: everything that is wrong, in one run."""

from __future__ import annotations

import sys

import click

from timeline.adapters.project import check_project
from timeline.cli.options import config_file, project_from
from timeline.problems import FORMATS


@click.command()
@config_file
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), default="terminal", help="How to say it."
)
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
def check(config_file: str | None, form: str, *, strict: bool) -> None:
    """Read all content, and tell what is wrong with it: file, line, column, and what to do.

    Exits with 1 where there are errors (with --strict, warnings), else with 0.
    """
    checked = check_project(project_from(config_file))
    click.echo(checked.report(form), nl=False)
    sys.exit(1 if checked.examined.fails(strict=strict) else 0)
