"""Two events with different ids that look like one.

They have one day and place, or one source, and a like title; or one day and the very same title, and no place
to tell them apart.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity
from timeline.records import Source

CODE = "likely-duplicate"
_SIMILAR = 0.75
_COMPARED = 8
_FEW_WORDS = 3
_BEGINNING = 4


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds pairs of events that are likely one."""
    compared = set()
    for group in _groups(timeline):
        # One source may support hundreds of events: neighbours by title are compared, never all pairs.
        titles = [entry.title.casefold() for entry in group]
        words = [_words(title) for title in titles]
        matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
        for here, one in enumerate(group):
            for there in range(here + 1, min(here + _COMPARED, len(group))):
                pair = frozenset((one.id, group[there].id))
                if pair in compared or not _share(words[here], words[there]):
                    continue
                compared.add(pair)
                matcher.set_seqs(titles[there], titles[here])  # what stays the same is analysed once
                if _alike(matcher) and not _distinct(one, group[there], timeline):
                    yield _finding(*sorted((one, group[there]), key=lambda entry: entry.span()))


def _groups(timeline: Timeline) -> Iterator[list[EventEntry]]:
    found: dict[tuple[str, ...], list[EventEntry]] = {}
    for entry in timeline.events.values():
        event = entry.record
        day = (str(entry.when.day), entry.when.heading)
        if event.place:
            found.setdefault(("day", *day, event.place), []).append(entry)
        elif entry.title.count(" ") >= _FEW_WORDS - 1:
            found.setdefault(("title", *day, entry.title.casefold()), []).append(entry)
        for source in event.sources:
            if isinstance(source, Source) and source.url:
                found.setdefault(("url", source.url), []).append(entry)
    for group in found.values():
        if len(group) > 1:
            yield sorted(group, key=lambda entry: (entry.title.casefold(), entry.id))


def _words(title: str) -> frozenset[str]:
    """The beginnings of a title's words, so that 'rocket' and 'rockets' are one."""
    return frozenset(word[:_BEGINNING] for word in title.split())


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two titles have most of the shorter one's words in common, or too few words to tell."""
    fewer = min(len(one), len(other))
    return fewer < _FEW_WORDS or len(one & other) * 2 > fewer


def _alike(matcher: difflib.SequenceMatcher[str]) -> bool:
    return (
        matcher.real_quick_ratio() >= _SIMILAR
        and matcher.quick_ratio() >= _SIMILAR
        and matcher.ratio() >= _SIMILAR
    )


def _distinct(one: EventEntry, other: EventEntry, timeline: Timeline) -> bool:
    return any(
        timeline.aliases.get(id, id) == second.id
        for first, second in ((one, other), (other, one))
        for id in first.record.distinct_from
    )


def _finding(one: EventEntry, other: EventEntry) -> Finding:
    problem = Problem(
        CODE,
        Severity.WARNING,
        other.span(),
        f"'{other.id}' looks like the same event as '{one.id}'",
        f"keep one, with the other's id under 'aliases'; or write 'distinct_from: [{one.id}]'",
        (Related(one.span(), f"'{one.id}'"),),
    )
    return Finding(problem, (one, other))


CHECK = Check(CODE, Severity.WARNING, "No two events are one event under two ids.", run)
