"""The whole chronology as JSON, for other programs: every event with its date, sources and status.

The format is our own and numbered: ``format`` grows when a change could break a reader; a new key does not.
A reader should leave aside the keys that it does not know. The keys of the whole:

- ``format``, ``name``, ``url`` (null where the site has no address), ``language``, ``timezone``, ``licence``;
- ``kinds`` and ``statuses``: the words for the ids that stand in events;
- ``entries``: events and reports (the publication of an article), in the order of the timeline;
- ``places``, ``actors``, ``publishers``, ``storylines``: the records that entries name by id, sorted by id;
- ``dead_links``: addresses in these records that are known to lead nowhere any more, sorted.

A record has the keys that its editors wrote (the handbook lists them), less those that say nothing; texts are
Markdown. An entry has besides: ``type``, ``event`` or ``report``; ``url``, whole where the site has an
address, else below the site's root; ``day``, the day under which it stands; and ``when``: what was written
(``date`` in EDTF, ``time``, ``timezone``), the instants between which it lies (``earliest`` and ``latest``,
null where an end is open), ``precision``, ``approximate``, ``uncertain``, and the date in ``words``. An
event has its ``status``, stated or derived; a report has ``supports``, the ids of the events that it
reports, and ``updated`` in the form of ``when``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from timeline.dates import When, date_of, iso_date
from timeline.merging import EventEntry, Placed, ReportEntry
from timeline.outputs.output import Output
from timeline.pages import Edition
from timeline.pages.compact import compact
from timeline.pages.words import kind_view, status_view
from timeline.records import Actor, Located, Place, Publisher, Record, Status, Storyline

FORMAT = 1
PATH = "data/timeline.json"
# What the merge decided stands beside the record, not in it; an article's body is the page's alone.
_EVENT_APART = {"date", "time", "timezone", "status", "silence", "aliases"}
_REPORT_APART = {"published", "updated", "timezone", "silence", "events", "body"}


def outputs(edition: Edition) -> Iterator[Output]:
    """``data/timeline.json``: the entries in order, and the records that they name."""
    title = edition.language.text("The whole chronology as data (JSON)")
    yield Output(PATH, partial(_pieces, edition), "application/json", title)


def _data(edition: Edition) -> dict[str, Any]:
    """All keys; the entries, of which there are many, one after the other, and as JSON already."""
    timeline = edition.timeline
    return {
        "format": FORMAT,
        "name": timeline.site.name,
        "url": timeline.site.url or None,
        "language": edition.language.code,
        "timezone": timeline.site.timezone.name,
        "licence": timeline.site.licence or None,
        "kinds": _kinds(edition),
        "statuses": _statuses(edition),
        "entries": (_kept(placed, edition) for placed in timeline.entries),
        "places": _records(timeline.places.values()),
        "actors": _records(timeline.actors.values()),
        "publishers": _records(timeline.publisher_records.values()),
        "storylines": _records(timeline.storylines.values()),
        "dead_links": [_plain(link.record) for _, link in sorted(timeline.dead_links.items())],
    }


def _pieces(edition: Edition) -> Iterator[str]:
    """One record a line, so that a change to one is one line of a diff."""
    before = "{\n"
    for key, value in _data(edition).items():
        yield f"{before}{compact(key)}:"
        before = ",\n"
        if isinstance(value, list):
            yield from _listed(map(compact, value))
        elif isinstance(value, Iterator):
            yield from _listed(value)
        else:
            yield compact(value)
    yield "\n}\n"


def _listed(rows: Iterable[str]) -> Iterator[str]:
    yield "[\n"
    before = ""
    for row in rows:
        yield f"{before}{row}"
        before = ",\n"
    yield "\n]"


def _kept(placed: Placed, edition: Edition) -> str:
    """An entry as JSON; putting its date into words is most of the work, and is done once."""
    entry = placed.entry
    supports = entry.supports if isinstance(entry, ReportEntry) else ()
    key = edition.digests.key("data", str(placed.day), edition.digests.told(entry), *supports)
    return edition.kept(key, lambda: compact(_entry(placed, edition)))


def _kinds(edition: Edition) -> dict[str, str]:
    used = {entry.record.kind for entry in edition.timeline.events.values() if entry.record.kind}
    return {kind: kind_view(kind, edition).label for kind in sorted(used)}


def _statuses(edition: Edition) -> dict[str, dict[str, str]]:
    views = [status_view(status, edition, "") for status in Status]
    return {view.id: {"label": view.label, "explanation": view.explanation} for view in views}


def _records(
    records: Iterable[Located[Place] | Located[Actor] | Located[Publisher] | Located[Storyline]],
) -> list[dict[str, Any]]:
    plain = (_plain(located.record) for located in sorted(records, key=lambda located: located.record.id))
    return [{name: value for name, value in fields.items() if name != "silence"} for fields in plain]


def _plain(record: Record) -> dict[str, Any]:
    """A record's fields, those that say nothing left out."""
    return record.model_dump(mode="json", exclude_defaults=True)


def _entry(placed: Placed, edition: Edition) -> dict[str, Any]:
    entry = placed.entry
    path = f"{'events' if placed.is_event else 'articles'}/{entry.id}/"
    common = {
        "url": edition.permalink(path) or path,
        "day": iso_date(*date_of(placed.day)),
        "when": _when(entry.when, edition),
    }
    return (_event(entry) if isinstance(entry, EventEntry) else _report(entry, edition)) | common


def _event(entry: EventEntry) -> dict[str, Any]:
    fields = {name: value for name, value in _plain(entry.record).items() if name not in _EVENT_APART}
    return {
        "type": "event",
        **fields,
        "aliases": list(entry.record.aliases),
        "status": entry.status.value,
    }


def _report(entry: ReportEntry, edition: Edition) -> dict[str, Any]:
    fields = {name: value for name, value in _plain(entry.record).items() if name not in _REPORT_APART}
    return {
        "type": "report",
        **fields,
        "updated": _when(entry.updated, edition) if entry.updated else None,
        "supports": list(entry.supports),
    }


def _when(when: When, edition: Edition) -> dict[str, Any]:
    return {**when.to_json(), "words": edition.when(when).words}
