"""The days of our own work and of reading: nothing is corrected, or read, before it was there.

They are plain days, so they compare as text.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.checks.days_ahead import is_ahead
from timeline.dates import When
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import Source

CODE = "days-out-of-order"
CODE_WHOLE = "outside-whole"


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds corrections older than the entry, and works that were read before they were published."""
    ahead = timeline.horizon  # what lies beyond is a slip by itself, and no measure
    for entry in timeline.events.values():
        record = entry.record
        if not is_ahead(record.added, ahead):
            yield from _of_our_work(entry) if record.added else _before_the_event(entry)
        for number, source in enumerate(record.sources):
            if (
                isinstance(source, Source)
                and source.accessed
                and _later(source.published, source.accessed, ahead)
            ):
                read, out = (entry.span("sources", number, key) for key in ("accessed", "published"))
                yield Finding(_read(source.accessed, source.published, read, out), (entry,))
    for article in timeline.content.articles:
        record_ = article.record
        if record_.accessed and _later(record_.published, record_.accessed, ahead):
            read, out = article.places.of("accessed"), article.places.of("published")
            yield Finding(_read(record_.accessed, record_.published, read, out), (article,))


def _of_our_work(entry: EventEntry) -> Iterator[Finding]:
    """Corrections and retractions of an entry that was not there yet."""
    record, added = entry.record, entry.record.added or ""
    for number, correction in enumerate(record.corrections):
        if correction.date < added:
            yield _added(entry, "correction", correction.date, entry.span("corrections", number, "date"))
    if record.retracted and record.retracted.date < added:
        yield _added(entry, "retraction", record.retracted.date, entry.span("retracted", 0, "date"))


def _before_the_event(entry: EventEntry) -> Iterator[Finding]:
    """Corrections of an event that had not happened yet; one that says when it was added may be announced."""
    first = entry.when.possible_earliest
    for number, correction in enumerate(entry.record.corrections):
        last = When.parse(correction.date).possible_latest
        if first is not None and last is not None and last + 86400 < first:
            message = f"this correction ({correction.date}) is older than the event ({entry.when.text})"
            hint = "correct one of the days, or say under 'added' when the entry was first published"
            related = (Related(entry.span("date"), "the event's date"),)
            span = entry.span("corrections", number, "date")
            yield Finding(Problem(CODE, Severity.WARNING, span, message, hint, related), (entry,))


def _later(published: str | None, read: str, ahead: str) -> bool:
    """Whether a work came out after the day on which it was read; clocks apart by a day do not count."""
    if not published or published[:10] <= read or is_ahead(published, ahead):
        return False
    day = When.parse(published).possible_earliest
    return day is not None and day > (When.parse(read).possible_latest or 0) + 86400


def _added(entry: EventEntry, noun: str, day: str, span: Span) -> Finding:
    message = f"this {noun} ({day}) is older than the entry, which was added on {entry.record.added}"
    related = (Related(entry.span("added"), "added"),)
    return Finding(
        Problem(CODE, Severity.WARNING, span, message, "correct one of the days", related), (entry,)
    )


def _read(read: str, published: str | None, span: Span, out: Span) -> Problem:
    message = f"this was read on {read}, before it was published ({published})"
    related = (Related(out, "published"),)
    return Problem(CODE, Severity.WARNING, span, message, "correct one of the days", related)


def wholes(timeline: Timeline) -> Iterator[Finding]:
    """Finds events that happened before or after the larger event that they are part of."""
    for entry in timeline.events.values():
        whole = timeline.event(entry.record.part_of) if entry.record.part_of else None
        if whole is None or whole is entry:
            continue
        # The date of a whole is often that of its beginning alone.
        if entry.when.certainly_before(whole.when) or (
            whole.when.is_interval and entry.when.certainly_after(whole.when)
        ):
            here, there = f"'{entry.id}' ({entry.when.text})", f"'{whole.id}' ({whole.when.text})"
            message = f"{here} lies outside {there}, of which it is a part"
            hint = "correct one of the dates, or write 'related' in place of 'part_of'"
            related = (Related(whole.span("date"), f"the date of '{whole.id}'"),)
            problem = Problem(CODE_WHOLE, Severity.WARNING, entry.span("part_of"), message, hint, related)
            yield Finding(problem, (entry, whole))


CHECK = Check(
    CODE, Severity.WARNING, "Nothing is corrected before it was added, or read before it was published.", run
)
WHOLES = Check(CODE_WHOLE, Severity.WARNING, "A part of an event happens within it.", wholes)
