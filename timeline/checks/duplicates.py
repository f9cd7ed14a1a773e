"""Two events with different ids that look like one.

They have one day and place, or one source, and a like title; or one day and the same words in the title, and
no two places to tell them apart.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity
from timeline.records import Source

CODE = "likely-duplicate"
_SIMILAR = 0.75
_COMPARED = 8
_FEW_WORDS = 3
_TELLING = re.compile(r"(?!(?:and|the)\b)\w{3,}|[0-9]+")
_BEGINNING = 4
COUNTED = (
    "[0-9]+(?:st|nd|rd|th)?|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|"
    "seventh|eighth|ninth|tenth|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
"""What tells the events of a series apart of which one work tells, as in 'Drivers strike, day two'."""
_DAY = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = re.compile(rf"(?<!\w)(?:{COUNTED})(?!\w)")


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds pairs of events that are likely one."""
    compared = set()
    for kind, group in _groups(timeline):
        # One source may support hundreds of events: neighbours by title are compared, never all pairs.
        titles = [entry.title.casefold() for entry in group]
        words = [_telling(title) for title in titles]
        matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
        for here, one in enumerate(group):
            for there in range(here + 1, min(here + _COMPARED, len(group))):
                other = group[there]
                pair = frozenset((one.id, other.id))
                if pair in compared or not _share(words[here], words[there]) or _apart(one, other, kind):
                    continue
                if kind == "url" and _in_series(titles[here], titles[there]):
                    continue
                compared.add(pair)
                matcher.set_seqs(titles[there], titles[here])  # what stays the same is analysed once
                if _alike(matcher) and not _distinct(one, other, timeline):
                    yield _finding(*sorted((one, other), key=lambda entry: entry.span()))
    for one, other in _translated(timeline):
        if frozenset((one.id, other.id)) not in compared and not _distinct(one, other, timeline):
            yield _finding(*sorted((one, other), key=lambda entry: entry.span()))


def _translated(timeline: Timeline) -> Iterator[tuple[EventEntry, EventEntry]]:
    """Pairs in two languages, whose titles cannot be compared: of one time, at one place, from one source."""
    first: dict[tuple[object, ...], EventEntry] = {}
    for entry in timeline.events.values():
        event = entry.record
        if event.place is None or not _DAY.fullmatch(event.date or ""):
            continue
        for source in event.sources:
            work = source if isinstance(source, str) else source.url
            if work is None:
                continue
            other = first.setdefault((event.date, event.place, work), entry)
            times = {event.time, other.record.time} - {None}
            if other is entry or len(times) > 1:
                continue
            if _language(other, timeline) != _language(entry, timeline):
                yield other, entry
                break


def _language(entry: EventEntry, timeline: Timeline) -> str:
    return (entry.record.language or timeline.site.language).partition("-")[0].lower()


def _groups(timeline: Timeline) -> Iterator[tuple[str, list[EventEntry]]]:
    """Events that have something in common, with what that is."""
    found: dict[tuple[object, ...], list[EventEntry]] = {}
    days: dict[tuple[object, ...], list[EventEntry]] = {}
    for entry in timeline.events.values():
        event = entry.record
        day = entry.when.day, entry.when.heading
        days.setdefault(day, []).append(entry)
        if event.place:
            found.setdefault(("day", *day, event.place), []).append(entry)
        for source in event.sources:
            if isinstance(source, Source) and source.url:
                found.setdefault(("url", source.url.rstrip("/")), []).append(entry)
    for entries in days.values():
        if len(entries) > 1 and not all(entry.record.place for entry in entries):
            _add_named_alike(found, entries)
    for key, group in found.items():
        if len(group) > 1:
            yield str(key[0]), sorted(group, key=lambda entry: (entry.title.casefold(), entry.id))


def alike(one: str, other: str) -> bool:
    """Whether two titles are so like that they may be those of one event."""
    here, there = one.casefold(), other.casefold()
    matcher = difflib.SequenceMatcher(None, there, here, autojunk=False)
    return _share(_telling(here), _telling(there)) and _alike(matcher)


def _add_named_alike(
    found: dict[tuple[object, ...], list[EventEntry]], entries: Iterable[EventEntry]
) -> None:
    """Adds those events of one day that have the same words in their titles."""
    for entry in entries:
        title = entry.title.casefold()
        words = _telling(title)
        if len(words) >= _FEW_WORDS or title.count(" ") >= _FEW_WORDS - 1:
            same = words if len(words) >= _FEW_WORDS else title
            found.setdefault(("title", entry.when.day, entry.when.heading, same), []).append(entry)


def _apart(one: EventEntry, other: EventEntry, kind: str) -> bool:
    """Whether two events with the same words in their titles have places that tell them apart."""
    return kind == "title" and bool(one.record.place and other.record.place)


def _in_series(one: str, other: str) -> bool:
    """Whether two titles differ in nothing but a number or a day of the week."""
    return one != other and _COUNT.sub("#", one) == _COUNT.sub("#", other)


def _telling(title: str) -> frozenset[str]:
    """The beginnings of the words that say something, so that 'rocket' and 'rockets' are one."""
    return frozenset(word[:_BEGINNING] for word in _TELLING.findall(title))


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
