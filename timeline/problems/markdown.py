"""Markdown for GitHub's job summaries, in which a stranger's words are nothing but words.

A pull request may come from anybody. Backslashes would keep its text from being Markdown, but not from
being a mention, a link or an emoji, which GitHub makes of the finished page; inside code it makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_BYTES = 900_000
"""How long a summary may be; of one above a mebibyte GitHub shows nothing."""


def code(text: str) -> str:
    """A text of one line as a code span, whatever is in it (CommonMark 0.31, section 6.1)."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    # One space on each side is taken off again; it keeps backticks, and spaces that were there, apart.
    inside = f" {text} " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else text
    return f"{fence}{inside}{fence}" if text.strip() else "(nothing)"


def bounded(rows: Iterable[str], rest: str, most: int = MOST_BYTES) -> str:
    """Lines of Markdown, cut where they are more than a summary can hold.

    Args:
        rows: The lines, without their ends.
        rest: Where to see what is cut, as a sentence.
        most: How many bytes they may take.
    """
    kept: list[str] = []
    length = 0
    for row in rows:
        length += len(row.encode(errors="replace")) + 1
        if length > most:
            kept += ["", f"There is more than a summary can hold. {rest}"]
            break
        kept.append(row)
    return "\n".join(kept) + "\n"
