"""Content into a timeline: unite what files say, decide what stands, put it in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from timeline.dates import DateError, When, Zone
from timeline.merging import claims as claiming
from timeline.merging import order, references
from timeline.merging.claims import Claims, Given
from timeline.merging.entries import Entry, EventEntry, ReportEntry
from timeline.merging.mentions import mentions
from timeline.merging.resolution import resolve
from timeline.merging.timeline import Timeline
from timeline.merging.weighing import Publishers, independent, status_of
from timeline.problems import Problem, Severity, sort_problems
from timeline.records import Article, Content, Event, Located, Place, Site


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
        errors among the problems the timeline is not fit to publish, but it is there.
    """
    return _Merger(content, site).merge()


class _Merger:
    def __init__(self, content: Content, site: Site) -> None:
        self.content = content
        self.site = site
        self.problems: list[Problem] = []
        self.zones: dict[str, Zone] = {}
        self.places: dict[str, Place] = {}
        for place in content.places:
            self.places.setdefault(place.record.id, place.record)
        self.articles: dict[str, Located[Article]] = {}
        for article in content.articles:
            self.articles.setdefault(article.record.id, article)

    def merge(self) -> Merged:
        content = self.content
        claims = claiming.curated(content.events).union(claiming.reported(content.articles))
        aliases, problems = references.aliases_of(claims)
        self.problems += problems
        claims = _renamed(claims, aliases)
        known = references.Known(content, claims, aliases)
        found = mentions(content, claims)
        self.problems += references.duplicates(content, claims)
        self.problems += references.of_claims(claims, known)
        self.problems += references.of_records(content, known)
        self.problems += references.of_mentions(found, known)
        self.problems += references.media_problems(claims, content.media)

        publishers = Publishers(content.publishers)
        events = self._events(claims, publishers)
        by_id = {**events, **{alias: events[id] for alias, id in aliases.items() if id in events}}
        reports = self._reports(by_id)
        self.problems += order.impossible(list(events.values()), by_id)
        self.problems += order.circles(by_id)
        entries: list[Entry] = [*events.values(), *reports.values()]
        placed = order.in_order(entries, by_id)
        position = {p.entry.id: n for n, p in enumerate(placed) if p.is_event}
        reports = {id: replace(r, supports=order.supported(r, position)) for id, r in reports.items()}
        placed = [p if p.is_event else replace(p, entry=reports[p.entry.id]) for p in placed]
        timeline = Timeline(self.site, content, placed, events, reports, aliases, found, publishers)
        return Merged(timeline, sort_problems(self.problems))

    def _events(self, claims: Claims, publishers: Publishers) -> dict[str, EventEntry]:
        events = {}
        broken = self.content.broken.get("event", frozenset())
        for id in claims:
            heard = claims.of_event(id)
            declared = [c for c in heard if c.how is Given.DECLARED]
            if not declared:
                continue
            record, origins, problems = resolve(declared + [c for c in heard if c.how is Given.NAMED])
            self.problems += problems
            if id not in broken:
                self.problems += references.incomplete(record, declared[0])
            when = self._when(record, origins)
            if when is None:
                continue
            voices = independent(record, self.articles, publishers)
            reporters = tuple(dict.fromkeys(c.article for c in heard if c.article))
            events[id] = EventEntry(
                record, when, status_of(record, voices), tuple(declared), origins, reporters
            )
        return events

    def _when(
        self, event: Event, origins: Mapping[str, tuple[tuple[claiming.Claim, int], ...]]
    ) -> When | None:
        if event.date is None:
            return None
        wrong: DateError | None
        when: When | None
        try:
            when = When.parse(event.date, event.time).located(self._event_zone(event), self.site.timezone)
        except DateError as error:
            when, wrong = None, error
        else:
            wrong = when.gap_problem
        if wrong is not None:
            field = wrong.field if wrong.field in origins else "date"
            claim, _ = origins[field][0]
            self.problems.append(
                Problem("bad-date", Severity.ERROR, claim.span(field), wrong.message, wrong.hint)
            )
        return when

    def _event_zone(self, event: Event) -> Zone:
        if event.timezone:
            return self._zone(event.timezone)
        place = self.places.get(event.place or "")
        seen: set[str] = set()
        while place is not None and place.id not in seen:
            if place.timezone:
                return self._zone(place.timezone)
            seen.add(place.id)
            place = self.places.get(place.within or "")
        return self.site.timezone

    def _zone(self, text: str) -> Zone:
        if text not in self.zones:
            self.zones[text] = Zone.parse(text)
        return self.zones[text]

    def _reports(self, events: Mapping[str, EventEntry]) -> dict[str, ReportEntry]:
        cited: dict[str, list[str]] = {}
        for id in sorted(events):
            for source in events[id].record.sources:
                if isinstance(source, str):
                    cited.setdefault(source, []).append(events[id].id)
        reports = {}
        for id, article in self.articles.items():
            record = article.record
            zone = self._zone(record.timezone) if record.timezone else self.site.timezone
            times: dict[str, When] = {}
            for name in ("published", "updated"):
                written = getattr(record, name)
                if written is None:
                    continue
                try:
                    times[name] = When.parse(written).located(zone, self.site.timezone)
                except DateError as error:
                    span = article.places.of(name)
                    self.problems.append(Problem("bad-date", Severity.ERROR, span, error.message, error.hint))
            if "published" not in times:
                continue
            named = [events[e].id for e in references.article_events(record) if e in events]
            supports = tuple(dict.fromkeys([*named, *cited.get(id, ())]))
            reports[id] = ReportEntry(article, times["published"], times.get("updated"), supports)
        return reports


def _renamed(claims: Claims, aliases: Mapping[str, str]) -> Claims:
    """What articles say of an event under a former id is said of the event."""
    if not any(alias in claims.by_event for alias in aliases):
        return claims
    return Claims.of(
        replace(claim, event=claim.event.model_copy(update={"id": aliases.get(id, id)}))
        for id in claims
        for claim in claims.of_event(id)
    )
