"""The index that the filters and the search read: every entry in a few bytes, by years.

`data/index/manifest.json` holds the tables of all choices and the list of parts. A part holds the entries of
one year, or of several that are small: `2020.json` what lists show and filters ask, `2020.text.json`
the longer texts that only words are looked for in. A part's version tells a browser that kept an old list
that the numbers in it no longer fit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from timeline.dates import date_of
from timeline.merging import EventEntry, Placed
from timeline.outputs.output import Output
from timeline.pages import Edition
from timeline.pages.citations import source_name
from timeline.pages.entries import lead_in
from timeline.pages.facets import Facets
from timeline.pages.filters import INDEX
from timeline.pages.headings import heading_words, is_under_own_day
from timeline.pages.words import report_kind

FORMAT = 1
FEW = 500
"""Years are put into one part as long as it holds no more entries than this."""
LONGEST_TEXT = 600
"""Of a summary, so many characters are looked through."""


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    entries: Sequence[Placed]


def outputs(edition: Edition) -> Iterator[Output]:
    """The manifest, and two files for each part."""
    facets = Facets(edition.timeline.entries, edition)
    shards = []
    for part in _parts(edition.timeline.entries):
        rows, texts = _entries(part, facets, edition), _texts(part, edition)
        version = hashlib.sha256(_json([rows, texts]).encode()).hexdigest()[:12]
        shards.append({"name": part.name, "entries": len(part.entries), "version": version})
        yield _output(f"{part.name}.json", {"version": version, **rows})
        yield _output(f"{part.name}.text.json", {"version": version, "texts": texts})
    text = edition.language.text
    words = {
        "report": report_kind(edition).label,
        "event": text("Event"),
    }
    manifest = {"format": FORMAT, "tables": facets.json(), "words": words, "shards": shards}
    yield _output("manifest.json", manifest)


def _parts(entries: Sequence[Placed]) -> Iterator[_Part]:
    """Whole years, in order, joined while they are small."""
    joined: list[Placed] = []
    for _, of_year in groupby(entries, key=_year):
        year = [*of_year]
        if joined and len(joined) + len(year) > FEW:
            yield _part(joined)
            joined = []
        joined += year
    if joined:
        yield _part(joined)


def _year(placed: Placed) -> int:
    return date_of(placed.day)[0]


def _part(entries: Sequence[Placed]) -> _Part:
    first, last = _year(entries[0]), _year(entries[-1])
    return _Part(f"{first:04d}" if first == last else f"{first:04d}_{last:04d}", entries)


def _entries(part: _Part, facets: Facets, edition: Edition) -> dict[str, Any]:
    whens: dict[str, int] = {}
    when = []
    languages: dict[str, tuple[str, str]] = {}
    for number, placed in enumerate(part.entries):
        words = lead_in(placed.entry.when, edition, under_own_day=is_under_own_day(placed))
        when.append(whens.setdefault(words, len(whens)))
        language = edition.foreign(placed.entry.record.language)
        if language[0]:
            languages[str(number)] = language
    return {
        "headings": _headings(part.entries, edition),
        "id": [placed.entry.id for placed in part.entries],
        "title": [placed.entry.title for placed in part.entries],
        "when": when,
        "whens": [*whens],
        "languages": languages,
        "rows": facets.rows(part.entries),
    }


def _headings(entries: Iterable[Placed], edition: Edition) -> list[tuple[str, list[tuple[str, int]]]]:
    """The months, with their days and how many entries stand under each."""
    words = [heading_words(placed, edition) for placed in entries]
    return [
        (month, [(day, len([*same])) for day, same in groupby(of_month, key=lambda pair: pair[1])])
        for month, of_month in groupby(words, key=lambda pair: pair[0])
    ]


def _texts(part: _Part, edition: Edition) -> list[str]:
    return [" ".join(_said(placed, edition)) for placed in part.entries]


def _said(placed: Placed, edition: Edition) -> Iterator[str]:
    """What words are looked for in, beside what a list shows: the summary, the accounts, the sources."""
    entry, publishers = placed.entry, edition.timeline.publishers
    if entry.record.summary:
        yield edition.prose.plain(entry.record.summary)[:LONGEST_TEXT]
    if isinstance(entry, EventEntry):
        yield from (account.by for account in entry.record.accounts)
        yield from dict.fromkeys(source_name(source, edition, "").name for source in entry.record.sources)
    else:
        yield from (
            publishers.name(voice) for voice in (entry.record.publisher, entry.record.origin) if voice
        )


def _output(name: str, data: object) -> Output:
    return Output(f"{INDEX}{name}", f"{_json(data)}\n", "application/json")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
