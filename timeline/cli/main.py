"""The ``timeline`` command and its subcommands, each in a module of its own.

A new subcommand is a module beside this and one line in ``main``.
"""

from __future__ import annotations

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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="timeline")
def main() -> None:
    """Write, check and export a chronology of the news."""


for command in (check, date, diff, export, fmt, init, links, new, schema, show, stats):
    main.add_command(command)
