"""Lines from a terminal: what was pasted together is one answer, and nothing of it is lost unnoticed.

Where nothing edits lines, a terminal hands over whole ones, and of each no more than it has room for; it
drops the rest without a word. What is pasted may end within a line, which then waits for Enter and would
answer the next question.
"""

from __future__ import annotations

import select
import shutil
import sys
import textwrap

import click

from timeline.cli.line_editing import Ends, edited, editor

_ROOM = 4095
"""How many bytes of a line Linux keeps; others keep fewer, and let nobody go on beyond them."""
_NO_LETTERS = "this is not in UTF-8; type it again"
_PASTED = 0.05
"""Seconds in which pasted lines follow one another, and typed ones do not."""


class Unreadable(Exception):
    """A line that did not come whole, or in no letters; its text says so."""


def tell(text: str) -> None:
    """Says something to whoever answers, in lines that break between words where the terminal ends."""
    click.echo(_fitted(text), err=True)


def _fitted(text: str) -> str:
    """A text in lines that a terminal has room for, each indented as the one that it goes on from."""
    if not (sys.stderr and sys.stderr.isatty()):
        return text
    width = shutil.get_terminal_size().columns
    fitted = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()))
        fitted += textwrap.wrap(
            line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return "\n".join(fitted)


def typed(question: str, default: str, ends: Ends | None = None) -> list[str]:
    """The lines of one answer.

    Args:
        question: What to ask.
        default: What Enter takes.
        ends: What Tab completes, where the line can be edited.

    Raises:
        ClickException: Somebody stops here.
        Unreadable: What came cannot be taken as it is.
    """
    try:
        lines = _lines(question, default, ends)
    except (click.Abort, EOFError, KeyboardInterrupt) as stop:
        click.echo(err=True)
        raise click.ClickException("nothing was written") from stop
    except UnicodeDecodeError as error:
        _discard()
        raise Unreadable(_why_unreadable(error.object) or _NO_LETTERS) from error
    # Where no language is set, bytes that are no letters come as halves of one.
    for line in lines:
        if reason := _why_unreadable(line.rstrip("\n").encode("utf-8", "surrogateescape")):
            raise Unreadable(reason)
    # An empty line before what was pasted takes no default.
    return lines[1:] if len(lines) > 1 and lines[0] == default else lines


def _lines(question: str, default: str, ends: Ends | None) -> list[str]:
    """All that is typed or pasted, line by line."""
    question = _fitted(question)
    if editing := editor():
        pieces = [edited(editing, f"{question} [{default}]: " if default else f"{question}: ", ends)]
        while _more_is_there():
            pieces.append(edited(editing, ""))
        lines = [line for piece in pieces for line in piece.split("\n")]
        return [lines[0] or default, *lines[1:]]
    lines = [click.prompt(question, default=default, show_default=bool(default), err=True)]
    while _more_is_there():
        lines.append(sys.stdin.readline())
    return lines


def _why_unreadable(line: bytes) -> str:
    """Why a line cannot be taken; nothing where it can."""
    if len(line) >= _ROOM and editor() is None:
        return (
            f"a terminal takes no more than {_ROOM} bytes of a line, and the end of this one is lost: give "
            "it in several lines, pasted together, or leave it out and write it into the file"
        )
    try:
        line.decode()
    except UnicodeDecodeError:
        return _NO_LETTERS
    return ""


def _discard() -> None:
    while _more_is_there():
        sys.stdin.buffer.readline()


def _more_is_there() -> bool:
    """Whether a terminal holds more already, as it does when several lines are pasted."""
    try:
        return sys.stdin.isatty() and (_is_readable(_PASTED) or _is_begun())
    except (OSError, ValueError):  # Windows asks sockets alone; there each line is an answer
        return False


def _is_readable(seconds: float) -> bool:
    return bool(select.select([sys.stdin], [], [], seconds)[0])


def _is_begun() -> bool:
    """Whether a line has begun that waits for Enter; a terminal tells of it only where lines do not count."""
    try:
        import termios  # noqa: PLC0415 # Windows has none
    except ImportError:
        return False
    terminal = sys.stdin.fileno()
    try:
        with_lines = termios.tcgetattr(terminal)
        without = [*with_lines]
        without[3] &= ~termios.ICANON
        termios.tcsetattr(terminal, termios.TCSANOW, without)
        try:
            return _is_readable(0)
        finally:
            termios.tcsetattr(terminal, termios.TCSANOW, with_lines)
    except termios.error:
        return False
