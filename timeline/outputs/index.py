"""The index that the filters and the search read: every entry in a few bytes, by years.

`data/index/manifest.json` holds the tables of all choices and the list of parts. A part holds the entries of
one year, or of several that are small, in files that are fetched when they are needed: `2020.json` what
entries are found by, `2020.more.json` where they lead and what else filters ask, and `2020.text0.json` and so
on the longer texts, a few entries each, which hits quote and words are looked for in last. A part's version
tells a browser that kept an old list that the numbers in it no longer fit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from timeline.dates import date_of
from timeline.merging import EventEntry, Placed
from timeline.outputs.output import Output
from timeline.pages import Edition
from timeline.pages.citations import source_name
from timeline.pages.compact import compact
from timeline.pages.entries import lead_in
from timeline.pages.facets import Facets
from timeline.pages.filters import INDEX
from timeline.pages.headings import heading_words, is_under_own_day
from timeline.pages.standing import span_label, standing
from timeline.pages.words import report_kind

FORMAT = 1
FEW = 500
"""Years are put into one part as long as it holds no more entries than this."""
TEXTS = 125
"""So many entries share a file of longer texts: few enough that a phone can fetch it for one hit."""
_BETWEEN = "\x1f"
LONGEST_TEXT = 600
"""Of a summary, so many characters are looked through."""


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    entries: Sequence[Placed]


def outputs(edition: Edition) -> Iterator[Output]:
    """The manifest, and two files for each part."""
    facets = Facets(edition.timeline.entries, edition)
    tables = facets.json()
    numbered = compact(tables)
    shards = []
    for part in _parts(edition.timeline.entries):
        key = edition.digests.key("index", numbered, edition.digests.entries(part.entries))
        kept = edition.kept(key, partial(_content, part, facets, edition))
        version = hashlib.sha256(kept.encode()).hexdigest()[:12]
        shards.append({"name": part.name, "entries": len(part.entries), "version": version})
        for ending, columns in zip(_endings(part), kept.split(_BETWEEN), strict=True):
            content = f'{{"version":"{version}",{columns.removeprefix("{")}\n'
            yield Output(f"{INDEX}{part.name}{ending}.json", content, "application/json")
    text = edition.language.text
    words = {
        "report": report_kind(edition).label,
        "event": text("Event"),
        "dated": text("{day} {year}", day="{day}", year="{year}"),
        "timeless": edition.sentence(text("time not known")),
        "every": text("All entries with these words, on the timeline"),
    }
    manifest = {"format": FORMAT, "tables": tables, "words": words, "texts": TEXTS, "shards": shards}
    yield Output(f"{INDEX}manifest.json", f"{compact(manifest)}\n", "application/json")


def _endings(part: _Part) -> list[str]:
    """What the names of a part's files end in."""
    return ["", ".more", *(f".text{number}" for number in range(-(-len(part.entries) // TEXTS)))]


def _content(part: _Part, facets: Facets, edition: Edition) -> str:
    return _BETWEEN.join(_files(part, facets, edition))


def _files(part: _Part, facets: Facets, edition: Edition) -> Iterator[str]:
    """What is in a part's files, but for their version."""
    yield from map(compact, _entries(part, facets, edition))
    for start in range(0, len(part.entries), TEXTS):
        yield compact(_texts(part.entries[start : start + TEXTS], edition))


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


def _entries(part: _Part, facets: Facets, edition: Edition) -> tuple[dict[str, Any], dict[str, Any]]:
    """What entries are found by; and what is asked for only when they are shown or filtered."""
    whens: dict[str, int] = {}
    when = []
    languages: dict[str, tuple[str, str]] = {}
    for number, placed in enumerate(part.entries):
        dated = is_under_own_day(placed)
        words = lead_in(placed.entry.when, edition, under_own_day=dated)
        # An odd number: the words are of the hour alone, and the heading says the day.
        when.append(2 * whens.setdefault(words, len(whens)) + dated)
        language = edition.foreign(placed.entry.record.language)
        if language[0]:
            languages[str(number)] = language
    rows = facets.rows(part.entries)
    more = {"id": [placed.entry.id for placed in part.entries], "storyline": rows.pop("storyline")}
    found = {
        "headings": [*_headings(part.entries, edition)],
        "title": [placed.entry.title for placed in part.entries],
        "when": when,
        "whens": [*whens],
        "languages": languages,
        "rows": rows,
    }
    return found, more


def _headings(
    entries: Iterable[Placed], edition: Edition
) -> Iterator[tuple[str, str, str, list[str], list[int]]]:
    """The months, with their years, their days, and how many entries stand under each.

    Most headings of a month's days end in its name: what they end in is told apart, once.
    """

    def year(placed: Placed) -> str:
        return edition.sentence(span_label(standing(placed).span, edition.language))

    words = [(*heading_words(placed, edition), year(placed)) for placed in entries]
    for (month, of_year), of_month in groupby(words, key=lambda each: (each[0], each[2])):
        days = [(day, len([*same])) for day, same in groupby(of_month, key=lambda each: each[1])]
        ending = _ending([day for day, _ in days])
        yield month, of_year, ending, [day.removesuffix(ending) for day, _ in days], [n for _, n in days]


def _ending(words: Sequence[str]) -> str:
    """The longest text that all end in."""
    shortest = min(words, key=len)
    return next(
        end for n in range(len(shortest) + 1) if all(word.endswith(end := shortest[n:]) for word in words)
    )


def _texts(entries: Sequence[Placed], edition: Edition) -> dict[str, list[str]]:
    return {
        "summary": [_summary(placed, edition) for placed in entries],
        "voices": [" ".join(_voices(placed, edition)) for placed in entries],
    }


def _summary(placed: Placed, edition: Edition) -> str:
    summary = placed.entry.record.summary
    return edition.prose.plain(summary)[:LONGEST_TEXT] if summary else ""


def _voices(placed: Placed, edition: Edition) -> Iterator[str]:
    """Who gave the accounts, and whose the sources are."""
    entry, publishers = placed.entry, edition.timeline.publishers
    if isinstance(entry, EventEntry):
        yield from (account.by for account in entry.record.accounts)
        yield from dict.fromkeys(source_name(source, edition, "").name for source in entry.record.sources)
    else:
        yield from (
            publishers.name(voice) for voice in (entry.record.publisher, entry.record.origin) if voice
        )
