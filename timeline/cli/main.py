"""The ``timeline`` command and its subcommands, each in a module of its own.

A new subcommand is a module beside this and one line in ``main``.
"""

from __future__ import annotations

import errno
from typing import Any

import click

from timeline import __version__
from timeline.cli.check import check
from timeline.cli.date import date
from timeline.cli.diff import diff
from timeline.cli.export import export
from timeline.cli.fmt import fmt
from timeline.cli.init import init
from timeline.cli.links import links
from timeline.cli.new import new
from timeline.cli.schema import schema
from timeline.cli.show import show
from timeline.cli.stats import stats
from timeline.problems.reports import visible


class _Told(click.Group):
    """A command that tells in words what the system refuses: a disk that is full, a file that is closed."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (click's own signature)
        """Runs a subcommand."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # who reads has gone; click knows what to do
            place = f"{visible(str(error.filename))}: " if error.filename else ""
            raise click.ClickException(f"{place}{error.strerror or error}") from error


@click.group(cls=_Told, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="timeline")
def main() -> None:
    """Write, check and export a chronology of the news."""


for command in (check, date, diff, export, fmt, init, links, new, schema, show, stats):
    main.add_command(command)
