"""An example of every key that an editor may write, as it stands in the file. All of them are made up.

They are apart from the page that shows them because they are data; the tests put each into a record, read it
as a file is read, and let the checks look at it.
"""

from __future__ import annotations

from collections.abc import Mapping

Examples = Mapping[str, str]
"""The example of each key, by the key: the lines that an editor would write."""

_SOURCE: Examples = {
    "title": "title: Rocket lands near village",
    "url": "url: https://gazette.example/rocket",
    "publisher": "publisher: Exampleton Gazette",
    "origin": "origin: Made-up Press Agency",
    "byline": "byline: A. N. Example",
    "published": "published: 2020-01-07T09:30",
    "timezone": "timezone: unknown",
    "archived": "archived: https://archive.example/rocket",
    "accessed": "accessed: 2020-01-08",
    "language": "language: en",
    "quote": "quote: A rocket came down behind the barn.",
    "note": "note: The page was changed after we read it.",
}
EXAMPLES: Mapping[str, Examples] = {
    "Event": {
        "id": "id: exampleton-trial",
        "aliases": "aliases: [exampleton-missile]",
        "date": "date: 2020-01-06",
        "time": "time: evening",
        "timezone": "timezone: Europe/London",
        "place": "place: exampleton",
        "title": "title: Rocket lands in a field at Exampleton",
        "summary": ("summary: >\n  A rocket landed in a field, the police said.\n  Nobody was hurt."),
        "body": "body: |\n  The first paragraph.\n\n  The second one.",
        "kind": "kind: indirect-fire",
        "key": "key: true",
        "status": "status: single-source",
        "confirmed_by": "status: confirmed\nconfirmed_by: The fire brigade, in its log",
        "retracted": (
            "status: retracted\n"
            "retracted:\n"
            "  date: 2020-02-01\n"
            "  reason: The Gazette has withdrawn its report."
        ),
        "after": "after: exampleton-rocket",
        "response_to": "response_to: [exampleton-rocket]",
        "part_of": "part_of: exampleton-week",
        "related": "related: [exampleton-rocket]",
        "actors": "actors: [exampleton-police]",
        "accounts": (
            "accounts:\n"
            "  - by: Police\n"
            "    says: One rocket landed in the field.\n"
            "  - by: The farmer\n"
            "    says: There were two."
        ),
        "figures": "figures:\n  - what: rockets\n    min: 1\n    max: 2",
        "sources": (
            "sources:\n"
            "  - exampleton-report\n"
            "  - title: Rocket lands near village\n"
            "    publisher: Exampleton Gazette"
        ),
        "storylines": "storylines: [exampleton-nights]",
        "tags": "tags: [rockets]",
        "media": (
            "media:\n"
            "  - file: exampleton.vtt\n"
            "    alt: A farmer tells what he heard.\n"
            "    credit: Exampleton Gazette\n"
            "    licence: CC BY 4.0"
        ),
        "corrections": (
            "corrections:\n  - date: 2026-11-23\n    note: An earlier version put the rocket in the village."
        ),
        "distinct_from": "distinct_from: [exampleton-rocket]",
        "silence": (
            "silence:\n  - code: published-before-event\n    reason: The source announces the event."
        ),
        "added": "added: 2026-11-22",
        "language": "language: en",
    },
    "Source": _SOURCE,
    "Account": {
        "by": "by: Police",
        "says": "says: One rocket landed in the field.",
        "source": "source: exampleton-report",
        "figure": "figure:\n  what: rockets\n  value: 1",
    },
    "Figure": {
        "what": "what: rockets",
        "value": "value: 2",
        "min": "min: 1",
        "max": "max: 3",
        "approximate": "approximate: true",
        "unit": "unit: kilometres",
        "source": "source: exampleton-report",
    },
    "Media": {
        "file": "file: exampleton.vtt",
        "alt": "alt: A farmer tells what he heard.",
        "caption": "caption: The farmer, a day later.",
        "credit": "credit: Exampleton Gazette",
        "licence": "licence: CC BY 4.0",
        "graphic": "graphic: true",
        "language": "language: en",
    },
    "Correction": {
        "date": "date: 2026-11-23",
        "note": "note: An earlier version put the rocket in the village.",
    },
    "Retraction": {
        "date": "date: 2026-11-23",
        "reason": "reason: The Gazette has withdrawn its report.",
    },
    "Silence": {
        "code": "code: likely-duplicate",
        "reason": "reason: Two rockets fell that day.",
    },
    "Article": {
        **{key: _SOURCE[key] for key in _SOURCE if key not in {"quote", "note"}},
        "id": "id: exampleton-two-nights",
        "updated": "updated: 2020-01-08",
        "dateline": "dateline: EXAMPLETON",
        "summary": "summary: The Gazette looks back on two nights.",
        "storylines": "storylines: [exampleton-nights]",
        "tags": "tags: [rockets]",
        "events": (
            "events:\n"
            "  - exampleton-rocket\n"
            "  - id: exampleton-road\n"
            "    date: 2020-01-07\n"
            "    title: Road at Exampleton is closed"
        ),
        "added": "added: 2026-11-22",
        "silence": "silence:\n  - code: html-in-text\n    reason: The article explains what <b> does.",
    },
    "Storyline": {
        "id": "id: exampleton-story",
        "title": "title: A week at Exampleton",
        "summary": "summary: What fell on the fields, and what was said of it.",
        "language": "language: en",
        "silence": "silence:\n  - code: empty-storyline\n    reason: Its first event is yet to come.",
    },
    "Place": {
        "id": "id: exampleton-field",
        "name": "name: The field at Exampleton",
        "names": "names:\n  fr: Le champ d'Exampleton",
        "within": "within: exampleton",
        "country": "country: GB",
        "latitude": "latitude: 51.5\nlongitude: -0.1",
        "longitude": "latitude: 51.5\nlongitude: -0.1",
        "precision": "precision: locality",
        "timezone": "timezone: Europe/London",
        "note": "note: The sources do not say which field.",
        "silence": "silence:\n  - code: unlike-country\n    reason: The border runs through the field.",
    },
    "Actor": {
        "id": "id: exampleton-brigade",
        "name": "name: Exampleton fire brigade",
        "names": "names:\n  fr: Pompiers d'Exampleton",
        "kind": "kind: organisation",
        "note": "note: Volunteers.",
        "silence": "silence:\n  - code: unused-actor\n    reason: The next report names them.",
    },
    "Publisher": {
        "id": "id: exampleton-mercury",
        "name": "name: Exampleton Mercury",
        "url": "url: https://mercury.example/",
        "country": "country: GB",
        "language": "language: en",
        "note": "note: Appears once a week.",
        "silence": "silence:\n  - code: same-name\n    reason: Two newspapers are called so.",
    },
    "DeadLink": {
        "url": "url: https://gazette.example/shells",
        "found": "found: 404 Not Found",
        "seen": "seen: 2026-11-26",
        "archived": "archived: https://archive.example/gazette-shells",
    },
}
"""The examples of every record that editors write, by the name of its model."""
