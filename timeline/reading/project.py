"""All the files of a project into its content, and every problem of every file in one run."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from timeline.problems import Problem, sort_problems
from timeline.reading.collector import collector_at_rest
from timeline.reading.files import FileReader
from timeline.reading.folder import Folder, look_through
from timeline.reading.kept import Kept, Memory, Shelf
from timeline.reading.limits import Limits
from timeline.reading.pictures import picture_sizes
from timeline.reading.text import SourceText
from timeline.reading.vocabulary import read_vocabulary
from timeline.records import (
    Actor,
    Article,
    Content,
    DeadLink,
    Event,
    Fragments,
    Located,
    Page,
    Place,
    Publisher,
    Record,
    Storyline,
)

R = TypeVar("R", bound=Record)

_LISTED: dict[str, tuple[str, type[Record]]] = {
    "places": ("place", Place),
    "actors": ("actor", Actor),
    "publishers": ("publisher", Publisher),
    "links": ("link", DeadLink),
}


@dataclass(frozen=True)
class Reading:
    """What reading a project gave.

    Attributes:
        content: The records that could be made.
        problems: What is wrong, sorted by place.
        texts: The files that were read, by path, for showing their lines.
    """

    content: Content
    problems: list[Problem]
    texts: AnyMapping[str, SourceText] = field(default_factory=dict)

    def line_of(self, file: str, line: int) -> str | None:
        """The text of a line that was read, or None."""
        source = self.texts.get(file)
        return None if source is None else source.line(line)


def read_project(
    content: Path,
    vocabulary: Path | None = None,
    *,
    root: Path | None = None,
    limits: Limits | None = None,
    shelf: Shelf | None = None,
    memory: Memory | None = None,
    proposed: AnyMapping[str, bytes] | None = None,
) -> Reading:
    """Reads a project's files.

    Args:
        content: The content folder.
        vocabulary: The site's ``vocabulary.yaml``; it need not be there.
        root: The project's folder, which paths in problems are relative to; the content folder's
            parent where it is left out.
        limits: How much is read.
        shelf: Where parsed files are kept from one run to the next; None where they are not.
        memory: What this process read before; None where it reads once.
        proposed: Files as they are to be, by their paths below the content folder: they are read in place of
            what the disk has there.

    Returns:
        The content and everything that is wrong with it; nothing is raised for what an editor can write.
    """
    root = (root or content.parent).resolve()
    with collector_at_rest():
        limits = limits or Limits()
        kept = None if shelf is None and memory is None else Kept(limits, shelf, memory)
        reading = _read(content, vocabulary, root, FileReader(limits, kept), proposed or {})
        if kept is not None:
            kept.finish()
        return reading


def _read(
    content: Path, vocabulary: Path | None, root: Path, reader: FileReader, proposed: AnyMapping[str, bytes]
) -> Reading:
    shown = shown_path(content, root)
    reader.proposed = {f"{shown}/{path}": data for path, data in proposed.items()}
    sizes = {path: len(data) for path, data in proposed.items()}
    folder = look_through(content, shown, reader.limits, sizes)
    reader.problems += folder.problems

    def documents(paths: list[str], noun: str, model: type[R]) -> dict[str, Located[R]]:
        found = {
            path: reader.document(content / path, f"{shown}/{path}", noun, model, PurePosixPath(path).stem)
            for path in paths
        }
        return {path: located for path, located in found.items() if located is not None}

    def listed(folder: Folder, name: str) -> tuple[Located[Any], ...]:
        path = folder.lists.get(name)
        return reader.records(content / path, f"{shown}/{path}", *_LISTED[name]) if path else ()

    events = [reader.records(content / path, f"{shown}/{path}", "event", Event) for path in folder.events]
    made = Content(
        events=tuple(event for file in events for event in file),
        articles=tuple(documents(folder.articles, "article", Article).values()),
        storylines=tuple(documents(folder.storylines, "storyline", Storyline).values()),
        places=listed(folder, "places"),
        actors=listed(folder, "actors"),
        publishers=listed(folder, "publishers"),
        links=listed(folder, "links"),
        pages=documents(folder.pages, "page", Page),
        media=frozenset(folder.media),
        unshown=frozenset(folder.unshown),
        pictures=picture_sizes(content / "media", folder.media),
        vocabulary=read_vocabulary(reader, vocabulary, shown_path(vocabulary, root) if vocabulary else ""),
        broken={noun: frozenset(ids) for noun, ids in reader.broken.items()},
        fragments=Fragments(
            events=tuple(reader.fragments.get("event", ())),
            articles=tuple(reader.fragments.get("article", ())),
            places=tuple(reader.fragments.get("place", ())),
            torn=frozenset(reader.torn),
        ),
    )
    return Reading(made, sort_problems(reader.problems), reader.texts)


def shown_path(path: Path, root: Path) -> str:
    """A path as problems name it: relative to the project's folder, with ``/``."""
    try:
        return (
            (path.parent.resolve() / path.name).relative_to(root).as_posix()
        )  # a link has a name of its own
    except ValueError:
        return path.as_posix()
