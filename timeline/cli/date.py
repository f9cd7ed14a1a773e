"""``timeline date``: what the program understands of a date."""

from __future__ import annotations

import re
import sys

import click

from timeline.cli.options import examples
from timeline.dates import DateError, When, Zone, in_words, iso_instant
from timeline.languages import UnknownLanguage, load_language


@click.command(
    short_help="Say in words what a date means.",
    epilog=examples("timeline date 2020-01-04~", "timeline date 2020-01-04 --time evening --language ar"),
)
@click.argument("text")
@click.option("--time", default=None, help="The time: 19:45, ~19:45, evening.")
@click.option(
    "--zone", default="UTC", show_default=True, help="The time zone: an IANA name, an offset, or unknown."
)
@click.option("--language", default="en", show_default=True, help="The language of the words.")
def date(text: str, time: str | None, zone: str, language: str) -> None:
    """Say in words what a date means, and its first and last moment."""
    try:
        # In YAML, and so in hints, a choice of dates has quotes around it.
        when = When.parse(re.sub(r"^'(\[.*\])'$", r"\1", text), time).located(Zone.parse(zone))
        if when.gap_problem:
            raise when.gap_problem
        words = in_words(when, load_language(language))
    except DateError as error:
        click.echo(f"{error.message}\nhint: {error.hint}" if error.hint else error.message, err=True)
        sys.exit(1)
    except UnknownLanguage as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"words      {words}")
    click.echo(f"earliest   {'open' if when.earliest is None else iso_instant(when.earliest)}")
    click.echo(f"latest     {'open' if when.latest is None else iso_instant(when.latest)}")
    click.echo(f"precision  {when.precision}")
    click.echo(f"heading    {when.heading}")
