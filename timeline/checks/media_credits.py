"""Pictures, sounds and films that do not say who made them, or under which terms they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE = "media-without-credit"


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds media that lack a credit or a licence."""
    for entry in timeline.doubtful_events:
        for number, item in enumerate(entry.record.media):
            lacking = [name for name in ("credit", "licence") if not getattr(item, name)]
            if lacking:
                span = entry.span("media", number, "file")
                message = f"'{item.file}' has no {' and no '.join(lacking)}"
                keys = " and ".join(f"'{name}:'" for name in lacking)
                hint = f"add {keys}, as whoever made it states them"
                yield Finding(Problem(CODE, Severity.WARNING, span, message, hint), (entry,))


CHECK = Check(
    CODE, Severity.WARNING, "A media file says who made it, and under which terms it is shown.", run
)
