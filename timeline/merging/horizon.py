"""The last day that can have come: what lies beyond is a slip of the pen, and no measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from timeline.merging.claims import sources_of
from timeline.merging.entries import EventEntry
from timeline.records import Content, Source

NEVER = date.max.isoformat()
"""The last of all days."""
LONG = 3653
"""Ten years in days: that long a chronology may rest, and be taken up again."""
_FEWEST = 3
"""How many days of our work there must be to measure another one by."""


def last_day(today: str, events: Iterable[EventEntry], content: Content) -> str:
    """The last day that can have come.

    Args:
        today: The day of whoever asks, which settles it but for a day: what is tomorrow here is today
            elsewhere. Where it is empty, it is ten years after the last day of our own work.
        events: The events of the timeline.
        content: The records as read.
    """
    if today:
        return shifted(today, 1)
    days = sorted(_days_of_our_work(events, content))
    count = len(days)
    for number in range(_FEWEST, count):
        if count - number > number // _FEWEST:
            continue  # too many for a slip
        if _ordinal(days[number]) - _ordinal(days[number - 1]) > LONG:
            count = number
            break
    return shifted(days[count - 1], LONG) if count >= _FEWEST else NEVER


def shifted(day: str, by: int) -> str:
    """A day so many days later; the last of all days, where there is none."""
    number = _ordinal(day) + by
    return date.fromordinal(number).isoformat() if number <= date.max.toordinal() else NEVER


def _days_of_our_work(events: Iterable[EventEntry], content: Content) -> Iterator[str]:
    """The days on which entries were added, corrected or retracted, works read, and links seen to be dead."""
    for entry in events:
        record = entry.record
        if record.added:
            yield record.added
        for correction in record.corrections:
            yield correction.date
        if record.retracted:
            yield record.retracted.date
        for _, cited in sources_of(record):
            if isinstance(cited, Source) and cited.accessed:
                yield cited.accessed
    for article in content.articles:
        yield from filter(None, (article.record.accessed, article.record.added))
    for link in content.links:
        yield link.record.seen


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
