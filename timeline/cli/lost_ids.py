"""Ids that were published and are gone: their pages' addresses would lead nowhere.

A list of ids may be kept in a file too: one that a browser's ``data/timeline.json`` gave, or one id a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from timeline.adapters.project import Project, check_project
from timeline.cli.snapshots import commit_of, snapshot
from timeline.merging import Timeline
from timeline.problems import Problem, Severity, Span

CODE = "lost-id"

Ids = Mapping[tuple[str, str], Span | None]
"""The noun and the id of what has a page, and where it was written, where that is known."""


def lost_ids(timeline: Timeline, project: Project, base: str) -> Iterator[Problem]:
    """Finds ids that the base has and the timeline has not, by id or alias.

    Args:
        timeline: The present timeline.
        project: The present project.
        base: A commit, a folder, the site's ``data/timeline.json``, or a file with an event's id a line.
    """
    present = _ids_of(timeline)
    path = Path(base)
    if path.is_file() and commit_of(project.root, base) is None:
        before = _ids_in(path)
    else:
        with snapshot(project, base) as past:
            before = _ids_of(check_project(past).examined.timeline)
    for (noun, id), span in before.items():
        if (noun, id) in present or (noun == "event" and id in timeline.aliases):
            continue
        hint = (
            f"give the event that it is now 'aliases: [{id}]', or keep it with a retraction"
            if noun == "event"
            else "put it back: its page's address was a promise"
        )
        message = f"the {noun} '{id}' was published, and is gone"
        yield Problem(CODE, Severity.ERROR, span or Span(base.replace("\\", "/")), message, hint)


def _ids_of(timeline: Timeline) -> Ids:
    found: dict[tuple[str, str], Span | None] = {}
    for id, entry in timeline.events.items():
        found["event", id] = entry.span()
        found |= {("event", alias): entry.span() for alias in entry.record.aliases}
    for noun, records in (
        ("article", timeline.articles), ("storyline", timeline.storylines),
        ("place", timeline.places), ("actor", timeline.actors),
    ):  # fmt: skip
        found |= {(noun, id): located.places.of() for id, located in records.items()}
    # A line of a former file says nothing about a present one: the file alone is named.
    return {key: span and Span(span.file) for key, span in found.items()}


def _ids_in(path: Path) -> Ids:
    """The ids in a file: the site's JSON, or lines."""
    try:
        text = path.read_text(encoding="utf-8")
        if not text.lstrip().startswith("{"):
            return {("event", line.strip()): None for line in text.split("\n") if line.strip()}
        entries = json.loads(text)["entries"]
        nouns = {"event": "event", "report": "article"}
        return {(nouns[entry["type"]], entry["id"]): None for entry in entries}
    except (ValueError, KeyError, TypeError) as error:
        raise click.ClickException(f"{path.as_posix()} is no data/timeline.json of a site") from error
