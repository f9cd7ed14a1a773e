"""One line from a person who may mend it: arrow keys move in it and bring back earlier answers.

It is `readline`'s, where Python has it; Windows has it in its console, and a machine without either takes
plain lines. Apart from `terminal`, because a line that is edited is never cut, and one that is not may be.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from types import ModuleType

_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_SETTING = "set enable-bracketed-paste on"  # a paste is one answer, whole; Python turns it off
Ends = Callable[[str], Iterable[str]]
"""Takes the beginning of a choice, and gives all that it may be."""


def editor() -> ModuleType | None:
    """What edits lines here; None where there is nothing, or nobody sees what is edited."""
    if os.environ.get("TERM") == "dumb" or not (sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return None
    try:
        import locale  # noqa: PLC0415
        import readline  # noqa: PLC0415 # not everywhere
    except ImportError:
        return None
    if locale.nl_langinfo(locale.CODESET).upper() != "UTF-8":
        return None  # it would take a letter apart into its bytes
    if not _is_libedit(readline):
        readline.parse_and_bind(_SETTING)
    return readline


def edited(editor: ModuleType, question: str, ends: Ends | None = None) -> str:
    """What was typed, without its end; lines that were pasted together have their ends between them.

    Args:
        editor: What edits.
        question: What stands before it, with its colours.
        ends: What Tab completes; without it, Tab is a letter.

    Raises:
        EOFError: Somebody stops here.
        KeyboardInterrupt: Likewise.
        UnicodeDecodeError: It is in no letters.
    """
    if not _is_libedit(editor):
        editor.set_completer(_completer(ends) if ends else None)
        editor.set_completer_delims(",")
        editor.parse_and_bind("Tab: complete" if ends else "Tab: tab-insert")
    # Marks around what takes no room, so that a line that is longer than the window is drawn right.
    return input(_STYLE.sub("" if _is_libedit(editor) else "\x01\\g<0>\x02", question))


def _completer(ends: Ends) -> Callable[[str, int], str | None]:
    """What `readline` asks, again and again, for one thing more that a beginning may be."""

    def one(begun: str, number: int) -> str | None:
        beginning = begun.lstrip()
        space = begun[: len(begun) - len(beginning)]  # behind a comma
        return next((f"{space}{end}" for n, end in enumerate(ends(beginning)) if n == number), None)

    return one


def _is_libedit(editor: ModuleType) -> bool:
    """Whether it is the other editor of that name, as on macOS, whose settings are written otherwise."""
    return "libedit" in (editor.__doc__ or "")
