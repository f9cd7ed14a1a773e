"""Events that have not come yet: some are planned, and most are slips of the pen in a year.

An event that is announced has a source that is older than it, and is told of for that (`report_dates`):
whoever has said there that it is announced is not asked again. Without a clock, nothing can be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.checks.days_ahead import is_ahead, meant
from timeline.checks.report_dates import early
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE = "event-in-future"


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds events that are certainly still to come."""
    if not timeline.today:
        return
    last = timeline.horizon
    ahead = [e for e in timeline.events.values() if is_ahead(e.when.date, last, e.when.possible_earliest)]
    announced = {one.record.id for finding in early(timeline) for one in finding.about} if ahead else set()
    for entry in ahead:
        if entry.id not in announced:
            message = f"{entry.when.date} has not come yet: today is {timeline.today}"
            hint = (
                "correct the date; of what is planned, say in the summary who announced it,"
                " and of the source when it was published"
            )
            hint += meant(entry.when.date, timeline.today)
            yield Finding(Problem(CODE, Severity.NOTE, entry.span("date"), message, hint), (entry,))


CHECK = Check(CODE, Severity.NOTE, "An event has happened, or a source that is older says that it will.", run)
