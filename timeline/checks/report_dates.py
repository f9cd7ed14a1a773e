"""The dates of sources: a page is not changed before it is published, and does not report the future.

Both speak only where the dates leave no doubt, whatever zone a clock of unknown zone is in.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.checks.days_ahead import is_ahead
from timeline.dates import When, Zone
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import Source

CODE_UPDATED = "updated-before-published"
CODE_EARLY = "published-before-event"
# Clocks that are put back show a later moment as an earlier time, by no more than this.
_PUT_BACK = 3 * 3600


def updated(timeline: Timeline) -> Iterator[Finding]:
    """Finds articles whose last change lies before their publication."""
    ahead = timeline.horizon
    for report in timeline.reports.values():
        if report.updated is None or not _is_before(report.updated, report.when):
            continue
        if is_ahead(report.record.published, ahead):
            continue  # that one is told of
        places = report.article.places
        message = f"the last change ({report.updated.text}) lies before the publication ({report.when.text})"
        related = (Related(places.of("published"), "published"),)
        hint = "swap or correct the two"
        yield Finding(Problem(CODE_UPDATED, Severity.ERROR, places.of("updated"), message, hint, related))


def _is_before(changed: When, published: When) -> bool:
    """Whether one time on a page is certainly before another: by one clock, even if nobody says whose."""
    if changed.certainly_before(published):
        return True
    end, start = changed.expression.end, published.expression.start
    if not (changed.zone.is_unknown and published.zone.is_unknown and end and start):
        return False
    margin = _PUT_BACK if changed.has_clock and published.has_clock else 0
    return end.last + margin < start.first


def early(timeline: Timeline) -> Iterator[Finding]:
    """Finds sources that are older than an event that they report."""
    for report in timeline.reports.values():
        for id in report.supports:
            event = timeline.events[id]
            if report.is_before(event):
                yield _early("article", report.when, event, _place_in_article(event, report.id))
    dated: dict[tuple[str, str | None], When] = {}
    for event in timeline.events.values():
        for number, source in enumerate(event.record.sources):
            if not isinstance(source, Source) or source.published is None:
                continue
            key = (source.published, source.timezone)
            when = dated.get(key) or dated.setdefault(key, _located(*key, timeline))
            if when.certainly_before(event.when):
                yield _early("source", when, event, event.span("sources", number, "published"))


def _located(published: str, timezone: str | None, timeline: Timeline) -> When:
    site = timeline.site.timezone
    return When.parse(published, None, Zone.parse(timezone) if timezone else site, site)


def _place_in_article(event: EventEntry, article: str) -> Span:
    """Where the article says that it reports the event, else where the event cites it."""
    return event.span("sources", event.record.sources.index(article))


def _early(noun: str, when: When, event: EventEntry, span: Span) -> Finding:
    message = f"this {noun} ({when.text}) is older than the event '{event.id}' ({event.when.text})"
    return Finding(
        Problem(
            CODE_EARLY,
            Severity.WARNING,
            span,
            f"{message} that it reports",
            f"correct a date; if the {noun} announces the event, silence this check on the event",
            (Related(event.span("date"), "the event's date"),),
        ),
        (event,),
    )


UPDATED = Check(
    CODE_UPDATED,
    Severity.ERROR,
    "An article is not changed before it is published.",
    updated,
    silenceable=False,
)
EARLY = Check(CODE_EARLY, Severity.WARNING, "A source is not older than the event that it reports.", early)
