"""Content into a timeline: unite what files say, decide what stands, put it in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from timeline.merging import claims as claiming
from timeline.merging.aliases import renamed
from timeline.merging.claims import Claims, Given
from timeline.merging.dating import Dating
from timeline.merging.entries import Entry, EventEntry, ReportEntry
from timeline.merging.fragments import ANY_TIME, of_fragments, partly_read
from timeline.merging.mentions import mentions
from timeline.merging.order import in_order
from timeline.merging.references import Known, problems_of
from timeline.merging.relations import Relations
from timeline.merging.resolution import SILENCEABLE, resolve
from timeline.merging.timeline import Timeline
from timeline.merging.weighing import Publishers, independent, status_of
from timeline.merging.wholeness import incomplete, missing_files
from timeline.problems import Problem, sort_problems
from timeline.records import Article, Content, Event, Located, Site


@dataclass(frozen=True)
class Merged:
    """A timeline, and what is wrong with how its parts fit together."""

    timeline: Timeline
    problems: list[Problem]


def merge(content: Content, site: Site) -> Merged:
    """Merges the records of a project into its timeline.

    Args:
        content: The records, as read.
        site: The site's settings; its time zone stands where none is stated.

    Returns:
        The timeline, and every reference to nothing, contradiction and impossible order in it. With
        errors among the problems the timeline is not fit to publish, but it is there; events that have
        no date, and those whose own YAML could not be read, are not in it.
    """
    claims = claiming.curated(content.events).union(claiming.reported(content.articles))
    claims, aliases, problems = renamed(claims)
    found = mentions(content, claims)
    known = Known(content, claims, aliases)
    problems += problems_of(content, claims, found, known)
    problems += missing_files(claims, content)
    problems += of_fragments(content, claims, known)

    dating, publishers = Dating(content, site), Publishers(content.publishers)
    articles = {a.record.id: a for a in reversed(content.articles)}  # of two with one id, the first
    events, undated, wrong = _events(claims, content, dating, lambda e: independent(e, articles, publishers))
    relations = Relations(events, aliases)
    events |= {id: replace(events[id], not_before=first) for id, first in relations.not_before.items()}
    reports = _reports(articles, events, dating)
    problems += [*wrong, *dating.problems, *relations.problems]

    entries: list[Entry] = [*events.values(), *reports.values()]
    placed = in_order(entries, events, relations)
    position = {p.entry.id: number for number, p in enumerate(placed) if p.is_event}
    for id, report in reports.items():
        reports[id] = replace(report, supports=tuple(sorted(report.supports, key=position.__getitem__)))
    placed = [p if p.is_event else replace(p, entry=reports[p.entry.id]) for p in placed]
    unplaced = (*undated, *partly_read(content, claims))
    timeline = Timeline(site, content, placed, events, reports, aliases, found, publishers, unplaced)
    return Merged(timeline, sort_problems(problems))


def _events(
    claims: Claims, content: Content, dating: Dating, voices: Callable[[Event], frozenset[str]]
) -> tuple[dict[str, EventEntry], list[EventEntry], list[Problem]]:
    """Resolves the claims on each event: the events by id, in the order of ids, and those without a date."""
    broken = content.broken.get("event", frozenset())
    events: dict[str, EventEntry] = {}
    undated: list[EventEntry] = []
    problems: list[Problem] = []
    for id, heard in claims.heard.items():
        declared = tuple(c for c in heard if c.how is Given.DECLARED)
        if not declared or (id in broken and not declared[0].is_curated):
            continue  # what articles say of it would be judged without the word that decides
        event, origins, contradictions = resolve((*declared, *(c for c in heard if c.how is Given.NAMED)))
        silenced = {silence.code for silence in event.silence} & SILENCEABLE
        problems += [p for p in contradictions if p.code not in silenced]
        if id not in broken and id not in content.fragments.torn:
            problems += incomplete(event, declared[0])
        when = dating.of_event(event, origins)
        status = status_of(event, voices(event))
        entry = EventEntry(event, when or ANY_TIME, status, declared, origins)
        if when is not None:
            events[id] = entry
        elif event.date is None and id not in broken:
            undated.append(entry)
    return events, undated, problems


def _reports(
    articles: Mapping[str, Located[Article]], events: Mapping[str, EventEntry], dating: Dating
) -> dict[str, ReportEntry]:
    """The publications of articles, each with the events of which it is a source."""
    cited: dict[str, list[str]] = {}
    for id, entry in events.items():
        for source in entry.record.sources:
            if isinstance(source, str):
                cited.setdefault(source, []).append(id)
    reports: dict[str, ReportEntry] = {}
    for id, article in sorted(articles.items()):
        published, updated = dating.of_report(article)
        if published is not None:
            reports[id] = ReportEntry(article, published, updated, tuple(cited.get(id, ())))
    return reports
