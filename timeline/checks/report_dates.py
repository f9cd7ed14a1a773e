"""The dates of reports: a page is not changed before it is published, and does not report the future."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Related, Severity

CODE_UPDATED = "updated-before-published"
CODE_EARLY = "published-before-event"


def updated(timeline: Timeline) -> Iterator[Finding]:
    """Finds articles whose last change lies before their publication."""
    for report in timeline.reports.values():
        if report.updated and report.updated.certainly_before(report.when):
            places = report.article.places
            yield Finding(
                Problem(
                    CODE_UPDATED, Severity.ERROR, places.of("updated"),
                    "the last change lies before the publication", "swap or correct the two",
                    (Related(places.of("published"), "published"),),
                )
            )  # fmt: skip


def early(timeline: Timeline) -> Iterator[Finding]:
    """Finds articles published before an event that they report."""
    for report in timeline.reports.values():
        for id in report.supports:
            event = timeline.events[id]
            if not event.when.certainly_after(report.when):
                continue
            given = [e if isinstance(e, str) else e.id for e in report.record.events]
            places = report.article.places
            span = places.of("events", given.index(id)) if id in given else places.of("published")
            yield Finding(
                Problem(
                    CODE_EARLY, Severity.WARNING, span,
                    f"this article ({report.when.text}) is older than the event '{id}' ({event.when.text}) that it reports",
                    "correct a date; where the article announces the event, silence this check on the event",
                    (Related(event.span("date"), "the event's date"),),
                ),
                (event,),
            )  # fmt: skip


UPDATED = Check(CODE_UPDATED, Severity.ERROR, "An article is not changed before it is published.", updated)
EARLY = Check(CODE_EARLY, Severity.WARNING, "A source is not older than the event that it reports.", early)
