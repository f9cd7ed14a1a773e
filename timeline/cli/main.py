"""The ``timeline`` command and its subcommands, each in a module of its own.

A new subcommand is a module beside this and one word in ``COMMANDS``. Each is imported when it is asked for:
together they need half a second, and an answer that is kept from before a tenth of one.
"""

from __future__ import annotations

import errno
import io
import logging
import os
import sys
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from timeline import __version__
from timeline.problems.reports import visible

COMMANDS = ("check", "date", "diff", "export", "fmt", "init", "links", "new", "schema", "show", "stats")
"""The subcommands; each is in a module of its name, under its name."""
_MEANT = {
    "add": "timeline new",
    "build": "mkdocs build",
    "create": "timeline new",
    "format": "timeline fmt",
    "help": "timeline --help",
    "lint": "timeline check",
    "serve": "mkdocs serve",
    "validate": "timeline check",
}
"""What people type who know other tools."""


class _Told(click.Group):
    """The subcommands; what the system refuses (a disk is full, a file closed) they tell in words."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in order."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of a name; None where there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"timeline.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that is typed; a word that is none is answered with what may be meant."""
        word = args[0]
        if word in COMMANDS or word.startswith("-"):
            return super().resolve_command(ctx, args)
        near = get_close_matches(word, COMMANDS, n=1)
        meant = _MEANT.get(word) or (f"timeline {near[0]}" if near else "")
        advice = f"did you mean '{meant}'?" if meant else f"there are: {', '.join(COMMANDS)}"
        raise click.UsageError(f"there is no command '{visible(word)}'; {advice}", ctx)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (click's own signature)
        """Runs a subcommand."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # who reads has gone; click knows what to do
            place = f"{visible(str(error.filename))}: " if error.filename else ""
            raise click.ClickException(f"{place}{error.strerror or error}") from error


@click.group(
    cls=_Told,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="'timeline COMMAND --help' says more of a command, with examples.",
)
@click.version_option(__version__, prog_name="timeline")
def main() -> None:
    """Write, check and export a chronology of the news.

    In a project's folder, and in those below it, 'timeline check' tells what is wrong in the content, and
    'timeline new event' adds to it. Where its mkdocs.yml lies, 'mkdocs serve' shows the site, and
    'mkdocs build --strict' writes it.
    """


def run() -> None:
    """The command as a process of its own, which ends at once when the command has.

    A large timeline is millions of objects, and to take them apart one by one, in a process that is at its
    end, would be a twelfth of a check. Nothing waits for that: files are closed by whoever opened them.
    """
    for stream in (sys.stdout, sys.stderr):
        # What goes to a file or another program has only the system's letters, on Windows not even an arrow.
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")
    try:
        main()
    except SystemExit as end:
        try:
            for stream in filter(None, (sys.stdout, sys.stderr)):  # either may be closed from the start
                stream.flush()
        except OSError:
            raise end from None  # who reads has gone; Python knows what to do
        logging.shutdown()
        if isinstance(end.code, int):
            os._exit(end.code)
        raise
