"""What was published before: the ids that have pages, and of each event what readers were told.

It is read from a commit, from a folder with another copy of the project, or from what a site itself gives as
``data/timeline.json``; a list of events' ids, one a line, says less and serves too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import click

from timeline.adapters.project import Project, check_project
from timeline.cli.snapshots import commit_of, snapshot
from timeline.dates import UTC, DateError, When, Zone
from timeline.merging import EventEntry, Timeline
from timeline.problems import Span

_NOUNS = {"event": "event", "report": "article"}
"""What the site's JSON calls an entry, and what it is called here."""


class Notice(NamedTuple):
    """A correction or a retraction as readers saw it, and where it was written, where that is known."""

    date: str
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One event as it was published, or is to be.

    Attributes:
        date: Its date, as written.
        time: Its time, as written, where it has one.
        zone: The zone of its clock; empty where it has none.
        place: The id of its place.
        status: Its status, stated or derived.
        corrections: Its corrections.
        retracted: Its retraction.
        figures: Its figures, each with the keys that were written.
        accounts: Its accounts, likewise.
        title: Its title.
        summary: Its summary; empty where it has none.
        body: Its longer text, likewise.
    """

    date: str
    time: str | None
    zone: str
    place: str
    status: str
    corrections: tuple[Notice, ...]
    retracted: Notice | None
    figures: tuple[Mapping[str, Any], ...]
    accounts: tuple[Mapping[str, Any], ...]
    title: str = ""
    summary: str = ""
    body: str = ""

    @property
    def when(self) -> When:
        """When it happened, with the zone of its clock."""
        return When.parse(self.date, self.time, Zone.parse(self.zone) if self.zone else UTC)


@dataclass(frozen=True, slots=True)
class Published:
    """All that is known of what was published.

    Attributes:
        base: What it was read from, as it was named.
        ids: The noun and the id of everything that has a page, and the file that it was written in, if known.
        events: The events by id.
    """

    base: str
    ids: Mapping[tuple[str, str], Span | None]
    events: Mapping[str, Version] = field(default_factory=dict)


def published(project: Project, base: str) -> Published:
    """Reads what was published.

    Args:
        project: The present project.
        base: A commit, a folder, the site's ``data/timeline.json``, or a file with an event's id a line.

    Raises:
        ClickException: It is none of these.
    """
    path = Path(base)
    if path.is_file() and commit_of(project.root, base) is None:
        return _in_file(path, base)
    with snapshot(project, base) as past:
        timeline = check_project(past).examined.timeline
        return Published(base, ids_of(timeline), {id: version(e) for id, e in timeline.events.items()})


def ids_of(timeline: Timeline) -> Mapping[tuple[str, str], Span | None]:
    """What has a page of its own on a timeline, and the file of each."""
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


def version(entry: EventEntry) -> Version:
    """What a timeline says of an event."""
    record, retracted = entry.record, entry.record.retracted
    return Version(
        record.date or "",
        record.time,
        entry.when.zone.name if entry.when.has_clock else "",
        record.place or "",
        entry.status.value,
        tuple(
            Notice(correction.date, correction.note, entry.span("corrections", number))
            for number, correction in enumerate(record.corrections)
        ),
        Notice(retracted.date, retracted.reason, entry.span("retracted")) if retracted else None,
        tuple(figure.model_dump(mode="json", exclude_defaults=True) for figure in record.figures),
        tuple(account.model_dump(mode="json", exclude_defaults=True) for account in record.accounts),
        record.title or "",
        record.summary or "",
        record.body or "",
    )


def _in_file(path: Path, base: str) -> Published:
    try:
        text = path.read_text(encoding="utf-8")
        if not text.lstrip().startswith("{"):
            return Published(
                base, {("event", line.strip()): None for line in text.split("\n") if line.strip()}
            )
        entries = json.loads(text)["entries"]
        ids = {(_NOUNS[entry["type"]], str(entry["id"])): None for entry in entries}
        events = {str(entry["id"]): _told(entry) for entry in entries if entry["type"] == "event"}
        return Published(base, ids, events)
    except (ValueError, KeyError, TypeError, AttributeError, DateError) as error:
        raise click.ClickException(f"{path.as_posix()} is no data/timeline.json of a site") from error


def _told(entry: Mapping[str, Any]) -> Version:
    """An event of the site's JSON."""
    dated, retracted = entry["when"], entry.get("retracted")
    # So that one that nobody can read is told of here.
    When.parse(dated["date"], dated["time"], Zone.parse(dated["timezone"]))
    return Version(
        dated["date"],
        dated["time"],
        dated["timezone"] if dated["time"] or "T" in dated["date"] else "",
        entry.get("place", ""),
        entry["status"],
        tuple(Notice(str(row["date"]), str(row["note"])) for row in entry.get("corrections", ())),
        Notice(str(retracted["date"]), str(retracted["reason"])) if retracted else None,
        tuple(map(dict, entry.get("figures", ()))),
        tuple(map(dict, entry.get("accounts", ()))),
        *(str(entry.get(key, "")) for key in ("title", "summary", "body")),
    )
