"""Text files below one folder, and never outside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    """Writes files below a folder.

    Args:
        folder: The folder; it is made where it is not there.
        files: Paths below it, with ``/``, and their text, which is written as UTF-8.

    Returns:
        How many files were written.

    Raises:
        ValueError: A path leads out of the folder.
    """
    root = folder.resolve()
    count = 0
    for path, text in files:
        target = (root / path).resolve()
        if not target.is_relative_to(root):
            message = f"'{path}' leads out of the folder"
            raise ValueError(message)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        count += 1
    return count
