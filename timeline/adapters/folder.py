"""The documents of a site as files in a folder, from which another engine can publish.

Each page is the HTML between header and footer, with front matter that names its title, description
and language: the form that engines which take Markdown understand. The folder is the export's own: it is
written whole beside the old one and put in its place, so whatever is not from an export is refused.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from timeline.adapters.inert import inert, inert_json
from timeline.adapters.project import Project
from timeline.outputs import outputs
from timeline.pages import Document, Edition, documents
from timeline.problems.reports import visible
from timeline.writing import SiteFolder, Swap

MARK = ".timeline-export"
"""The file that tells a folder of ours: it lists all others."""


class NotOurs(Exception):
    """The folder is not written to; the text says why."""


def refuse_foreign(folder: Path, project: Project) -> None:
    """Sees to it that nothing gets lost where an export is written to.

    Args:
        folder: The folder; it need not be there.
        project: What is exported.

    Raises:
        NotOurs: Something in the folder is from elsewhere, or the project would read what is written there.
    """
    real = folder.resolve()
    if real.is_relative_to(project.content.resolve()):
        raise NotOurs("it lies in the content folder, whose files are read; name one beside it")
    if project.root.resolve().is_relative_to(real):
        raise NotOurs("it holds the project itself; name one below it or elsewhere")
    if stray := next(_foreign(real), None):
        raise NotOurs(
            f"{visible(stray)} in it is not from an export, and would be lost; name an empty or a new folder"
        )


def export(edition: Edition, project: Project, folder: Path) -> int:
    """Writes the pages of an edition, its outputs and its media to a folder, in the place of an older export.

    Args:
        edition: The edition.
        project: The project, where the media are.
        folder: The folder; see refuse_foreign.

    Returns:
        How many files were written.

    Raises:
        NotOurs: Something from elsewhere was put into the folder meanwhile.
        OSError: There is no room, or it may not be written; what was in the folder is there still.
    """
    swap = Swap(folder)
    building = swap.begin()
    try:
        site = SiteFolder(building)
        written = []
        for path, text in _texts(edition):
            site.write(path, text)
            written.append(path)
        for name in sorted(edition.timeline.content.media):
            path = f"media/{name}"
            site.copy(path, project.content / path)
            written.append(path)
        site.write(MARK, "".join(f"{path}\n" for path in sorted(written)))
        refuse_foreign(folder, project)  # once more: the content may have taken a while to read
        swap.finish()
    finally:
        swap.abandon()
    return len(written)


def _texts(edition: Edition) -> Iterator[tuple[str, str | Iterable[str]]]:
    for document in documents(edition):
        # The page's links begin at its address, so its file must lie there: engines differ about any other.
        yield f"{document.path}index.md", _markdown(document)
    for output in outputs(edition):
        yield output.path, output.pieces


def _markdown(document: Document) -> str:
    """A page as Markdown: front matter, and HTML in one element, which no engine looks into."""
    # Zensical prints both as they are, as Material does. JSON is YAML, and needs no quoting rules of its own.
    header = {"title": _escaped(document.title), "description": _escaped(document.description)}
    if document.language:
        header["language"] = document.language
    lines = "".join(f"{key}: {_quoted(value)}\n" for key, value in header.items())
    return f'---\n{lines}---\n\n<div class="page">\n{inert(document.html)}\n</div>\n'


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")


def _quoted(text: str) -> str:
    return inert_json(json.dumps(text, ensure_ascii=False))


def _foreign(folder: Path) -> Iterator[str]:
    """The files of a folder that no export has put there."""
    mark = folder / MARK
    listed = mark.read_text(encoding="utf-8", errors="replace") if mark.is_file() else None
    ours = set() if listed is None else {MARK, *listed.splitlines()}
    for base, folders, files in os.walk(folder):
        links = (name for name in folders if Path(base, name).is_symlink())
        for name in sorted((*links, *files)):
            path = Path(base, name).relative_to(folder).as_posix()
            if path not in ours:
                yield path
