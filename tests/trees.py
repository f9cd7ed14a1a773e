"""Small projects, written as one text that a reader can see whole."""

from pathlib import Path
from textwrap import dedent


def write_tree(folder: Path, text: str) -> Path:
    """Writes the files of a text below a folder: a line `== content/events/x.yaml` begins a file.

    Common indentation is taken off first, so that a tree may stand inside a test.
    """
    path: Path | None = None
    files: dict[Path, list[str]] = {}
    for line in dedent(text).strip("\n").split("\n"):
        if line.startswith("== "):
            path = folder / line.removeprefix("== ").strip()
            files[path] = []
        elif path is not None:
            files[path].append(line)
    for path, lines in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines).rstrip("\n") + "\n", encoding="utf-8")
    return folder
