"""One line from a person who may mend it: arrow keys move in it and bring back earlier answers.

It is `readline`'s, where Python has it; Windows has it in its console, and a machine without either takes
plain lines. Apart from `terminal`, because a line that is edited is never cut, and one that is not may be.
"""

from __future__ import annotations

import os
import re
import sys
from types import ModuleType

_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_SETTINGS = (
    "set enable-bracketed-paste on",  # a paste is one answer, whole; Python turns it off
    "Tab: tab-insert",  # no names of files
)


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
        for setting in _SETTINGS:
            readline.parse_and_bind(setting)
    return readline


def edited(editor: ModuleType, question: str) -> str:
    """What was typed, without its end; lines that were pasted together have their ends between them.

    Args:
        editor: What edits.
        question: What stands before it, with its colours.

    Raises:
        EOFError: Somebody stops here.
        KeyboardInterrupt: Likewise.
        UnicodeDecodeError: It is in no letters.
    """
    # Marks around what takes no room, so that a line that is longer than the window is drawn right.
    return input(_STYLE.sub("" if _is_libedit(editor) else "\x01\\g<0>\x02", question))


def _is_libedit(editor: ModuleType) -> bool:
    """Whether it is the other editor of that name, as on macOS, whose settings are written otherwise."""
    return "libedit" in (editor.__doc__ or "")
