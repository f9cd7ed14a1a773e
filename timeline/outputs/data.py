"""The whole chronology as JSON, for other programs: every event with its date, sources and status.

The format is our own and numbered: ``format`` grows when a change could break a reader. Ids, EDTF dates
and the vocabulary's ids are as editors wrote them; addresses are whole where the site has one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from timeline.merging import EventEntry, ReportEntry
from timeline.outputs.output import Output
from timeline.pages import Edition
from timeline.records import Event, Record

FORMAT = 1
PATH = "data/timeline.json"
# What the merge decided stands beside the record, not in it.
_APART = {"date", "time", "timezone", "status", "silence", "aliases"}


def outputs(edition: Edition) -> Iterator[Output]:
    """``data/timeline.json``: the entries in order, and the records that they name."""
    timeline = edition.timeline
    data = {
        "format": FORMAT,
        "name": timeline.site.name,
        "url": timeline.site.url or None,
        "language": edition.language.code,
        "entries": [
            _event(placed.entry, edition)
            if isinstance(placed.entry, EventEntry)
            else _report(placed.entry, edition)
            for placed in timeline.entries
        ],
        "places": [_plain(place.record) for place in timeline.places.values()],
        "actors": [_plain(actor.record) for actor in timeline.actors.values()],
        "publishers": [_plain(publisher.record) for publisher in timeline.publisher_records.values()],
        "storylines": [_plain(storyline.record) for storyline in timeline.storylines.values()],
    }
    yield Output(PATH, json.dumps(data, ensure_ascii=False, indent=1) + "\n", "application/json")


def _plain(record: Record) -> dict[str, Any]:
    """A record's fields, those that say nothing left out."""
    return record.model_dump(mode="json", exclude_defaults=True)


def _event(entry: EventEntry, edition: Edition) -> dict[str, Any]:
    record: Event = entry.record
    fields = {k: v for k, v in _plain(record).items() if k not in _APART}
    return {
        "type": "event",
        **fields,
        "when": {**entry.when.to_json(), "words": edition.when(entry.when).words},
        "status": entry.status.value,
        "aliases": list(record.aliases),
        "url": edition.permalink(f"events/{entry.id}/") or f"events/{entry.id}/",
    }


def _report(entry: ReportEntry, edition: Edition) -> dict[str, Any]:
    fields = _plain(entry.record)
    for name in ("body", "events", "published", "updated", "timezone"):
        fields.pop(name, None)
    return {
        "type": "report",
        **fields,
        "when": {**entry.when.to_json(), "words": edition.when(entry.when).words},
        "updated": {**entry.updated.to_json(), "words": edition.when(entry.updated).words}
        if entry.updated
        else None,
        "supports": list(entry.supports),
        "url": edition.permalink(f"articles/{entry.id}/") or f"articles/{entry.id}/",
    }
