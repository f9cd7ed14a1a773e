"""What the form for a new event knows of the others: when they happened, and what they exclude.

The dates of other events say that one looks like another, cannot follow it, or lies outside the larger event
that it is a part of. They are given as they are written, for the form reads dates anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.checks import own_names
from timeline.languages import message
from timeline.merging import EventEntry, Timeline
from timeline.outputs.form_patterns import Pattern
from timeline.pages import Edition

EVENT_MESSAGES: Mapping[str, tuple[str, str]] = {
    "read-early": (
        message("this was read on {accessed}, before it was published ({published})"),
        message("correct one of the days"),
    ),
    **{
        f"ahead-{key}": (message("{day} has not come yet: today is {today}"), hint)
        for key, hint in (
            ("added", message("write the day on which we first published the entry")),
            ("accessed", message("write the day on which it was last read")),
            ("published", message("write when it was published, as its own page says")),
            (
                "event",
                message(
                    "correct the date; of what is planned, say in the summary who announced it,"
                    " and of the source when it was published"
                ),
            ),
        )
    },
    "ahead": ("", message("{hint}; was it {meant}?")),
    "itself-related": ("'{text}' names itself in 'related'", "name another event, or take it out"),
    "itself-distinct_from": (
        "'{text}' names itself in 'distinct_from'", "name another event, or take it out",
    ),
    "follows-itself": (
        "the event '{text}' follows itself", "name another event, or take it out",
    ),
    "part-of-itself": ("the event '{text}' is part of itself", "name another event, or take it out"),
    "outside-whole": (
        "'{id}' ({event}) lies outside '{other}' ({text}), of which it is a part",
        "correct one of the dates, or write 'related' in place of 'part_of'",
    ),
    **{
        f"impossible-{key}{ending}": (
            f"'{{id}}' ({{event}}) cannot {verb} '{{named}}'{bound} ({{text}}): it is earlier",
            f"correct one of the dates, or take '{{named}}' out of '{key}'",
        )
        for key, verb in (("after", "follow"), ("response_to", "answer"))
        for ending, bound in (("", ""), ("-through", ", which comes after '{other}'"))
    },
}  # fmt: skip
"""What is said of them, by the name of the mistake: the message and the hint."""

COARSER = ("day", "month", "year", "decade", "century")
"""How exact the heading of a day is."""


def event_patterns() -> Iterator[Pattern]:
    """Events that name themselves."""
    for key in ("related", "distinct_from"):
        yield Pattern(f"itself-{key}", own_names.CODE, (key,), r"^(.+)\0\1$", beside="id")
    yield Pattern("follows-itself", "circle", ("after", "response_to"), r"^(.+)\0\1$", beside="id")
    yield Pattern("part-of-itself", "circle", ("part_of",), r"^(.+)\0\1$", beside="id")


def events(edition: Edition) -> Iterator[list[str | int]]:
    """The id and the title of every event, when and where; of every id that it had before, the present one.

    When is one number, the day under which it sorts and how exact its heading is; then what is written, and
    the event whose date bounds it where its own does not. What is missing at the end is left out.
    """
    events, aliases = edition.timeline.events, edition.timeline.aliases
    for id in sorted([*events, *aliases]):
        entry = events[aliases.get(id, id)]
        if id in aliases:
            yield [id, entry.title, entry.id]
        else:
            event = entry.record
            day = entry.when.day * len(COARSER) + COARSER.index(entry.when.heading)
            bound = _bound(entry, edition.timeline)
            said = [event.place or "", event.date or "", event.time or "", event.timezone or "", bound]
            while said and not said[-1]:
                said.pop()
            yield [id, entry.title, day, *said]


def _bound(entry: EventEntry, timeline: Timeline) -> str:
    """The event that one follows, directly or through others, and whose date says that it is no earlier."""
    waiting, seen = [entry], {entry.id}
    while waiting and entry.not_before is not None:
        record = waiting.pop().record
        for id in (*record.after, *record.response_to):
            earlier = timeline.event(id)
            if earlier and earlier.id not in seen:
                if earlier.when.possible_earliest == entry.not_before:
                    return earlier.id
                seen.add(earlier.id)
                waiting.append(earlier)
    return ""
