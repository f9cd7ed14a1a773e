"""``timeline stats``: the content in numbers, for those who keep it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from timeline.adapters.project import check_project
from timeline.cli.options import config_file, examples, project_from, today
from timeline.cli.wording import columns, counted, said
from timeline.dates.calendar import date_of
from timeline.merging import Timeline
from timeline.problems.reports import summary
from timeline.records import Article, Source, Status

_MOST_SHOWN = 20


@click.command(short_help="Count events, sources and what they lack.", epilog=examples("timeline stats"))
@config_file
def stats(config_file: str | None) -> None:
    """Count events by year, status and kind, sources by publisher, and sources without an archived copy."""
    checked = check_project(project_from(config_file), today=today())
    timeline = checked.examined.timeline
    records = timeline.content
    click.echo(
        ", ".join((
            counted(len(timeline.events), "event"), counted(len(timeline.reports), "article"),
            counted(len(records.storylines), "storyline"), counted(len(records.places), "place"),
            counted(len(records.actors), "actor"), counted(len(records.media), "media file"),
        ))
    )  # fmt: skip
    click.echo(f"timeline check: {summary(checked.examined.problems)}")
    events = timeline.events.values()
    years = Counter(str(date_of(placed.day)[0]) for placed in timeline.entries if placed.is_event)
    _table("Events by year", sorted(years.items(), key=lambda row: int(row[0])))
    statuses = Counter(entry.status for entry in events)
    _table("Events by status", [(status.value, statuses[status]) for status in Status if statuses[status]])
    _table("Events by kind", _largest(entry.record.kind or "no kind" for entry in events))
    sources = list(_sources(timeline))
    publishers = (
        timeline.publishers.name(source.publisher) if source.publisher else "not stated" for source in sources
    )
    _table("Sources by publisher", _largest(publishers))
    lacking = Counter({
        "without a publisher": sum(not s.publisher for s in sources),
        "without an address": sum(not s.url for s in sources),
        "with an address, without an archived copy": sum(bool(s.url and not s.archived) for s in sources),
    })  # fmt: skip
    _table(f"Of {counted(len(sources), 'source')}", [row for row in lacking.items() if row[1]])


def _sources(timeline: Timeline) -> Iterator[Article | Source]:
    """Every source once: the articles, and those described in place, told apart by address or title."""
    for report in timeline.reports.values():
        yield report.record
    seen = set()
    for entry in timeline.events.values():
        for source in entry.record.sources:
            if isinstance(source, Source):
                key = source.url or (source.title, source.publisher)
                if key not in seen:
                    seen.add(key)
                    yield source


def _largest(words: Iterable[str]) -> list[tuple[str, int]]:
    """The most frequent words; the others are one row."""
    found = sorted(Counter(words).items(), key=lambda row: (-row[1], row[0]))
    shown, rest = found[:_MOST_SHOWN], found[_MOST_SHOWN:]
    return [*shown, (f"{len(rest)} others", sum(n for _, n in rest))] if rest else shown


def _table(title: str, rows: Iterable[tuple[str, int]]) -> None:
    rows = list(rows)
    if not rows:
        return
    widest = max(len(str(count)) for _, count in rows)
    table = columns([(str(count).rjust(widest), said(name)) for name, count in rows], "  ")
    click.echo(f"\n{title}\n{table}", nl=False)
