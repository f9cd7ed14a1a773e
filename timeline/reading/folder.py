"""Which files of a content folder hold what, and what stands there that nobody expects.

Only names are looked at here; links that lead out of the folder are never followed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from timeline.problems import Problem, Severity, Span

LISTS = ("places", "actors", "publishers")
"""The records that have one file each beside the events."""
MEDIA_SUFFIXES = frozenset({
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".pdf",
    ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".wav", ".mp4", ".webm", ".ogv", ".vtt",
})  # fmt: skip
"""The endings of files that may stand in ``content/media``."""
_YAML = (".yaml", ".yml")


@dataclass
class Folder:
    """The files of a content folder, by what they hold; every path relative to it, sorted, with ``/``."""

    events: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    storylines: list[str] = field(default_factory=list)
    lists: dict[str, str] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    media: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def look_through(folder: Path, shown_as: str) -> Folder:
    """Sorts the files of a content folder by what they hold.

    Args:
        folder: The folder.
        shown_as: Its path as problems name it.

    Returns:
        The files, and what is wrong with their names and kinds.
    """
    found = Folder()

    def refuse(path: str, code: str, message: str, hint: str) -> None:
        place = Span(f"{shown_as}/{path}" if path else shown_as)
        found.problems.append(Problem(code, Severity.ERROR, place, message, hint))

    if not folder.is_dir():
        refuse("", "no-content", "there is no such folder", "set docs_dir in mkdocs.yml, or make the folder")
        return found
    for path, is_link in _walk(folder):
        if is_link:
            refuse(path, "symbolic-link", "this is a symbolic link; links are not followed",
                   "put the file itself here")  # fmt: skip
        elif not _sort(found, path):
            refuse(path, "unexpected-file", "nothing here reads a file of this kind in this place",
                   "events go to events/*.yaml, articles to articles/*.md, pictures to media/")  # fmt: skip
    return found


def _sort(found: Folder, path: str) -> bool:
    stem, suffix = path.rsplit(".", 1)[0], PurePosixPath(path).suffix.lower()
    top = path.split("/", maxsplit=1)[0]
    if top == "media" and "/" in path:
        found.media.append(path.removeprefix("media/"))
        return suffix in MEDIA_SUFFIXES
    if suffix in _YAML:
        if top == "events" and "/" in path:
            found.events.append(path)
        elif stem in LISTS and stem not in found.lists:
            found.lists[stem] = path
        else:
            return False
        return True
    if suffix != ".md":
        return False
    if top == "articles" and "/" in path:
        found.articles.append(path)
    elif top == "storylines" and "/" in path:
        found.storylines.append(path)
    elif top == "events" and "/" in path:
        return False
    else:
        found.pages.append(path)
    return True


def _walk(folder: Path) -> Iterator[tuple[str, bool]]:
    """Every file and link below a folder, in one order on every machine; hidden ones are left out."""
    pending = [""]
    paths: list[tuple[str, bool]] = []
    while pending:
        base = pending.pop()
        with os.scandir(folder / base) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                path = f"{base}{entry.name}"
                if entry.is_symlink():
                    paths.append((path, True))
                elif entry.is_dir(follow_symlinks=False):
                    pending.append(f"{path}/")
                else:
                    paths.append((path, not entry.is_file(follow_symlinks=False)))
    return iter(sorted(paths))
