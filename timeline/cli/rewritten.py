"""What readers were told of an event, and now reads otherwise: corrections that are gone, facts that changed.

A slip of the pen needs no correction, nor does what is only known better now: a date that lies within the
former one is no change. The words of a notice are compared loosely, those of facts closely.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from timeline.checks.spellings import folded
from timeline.cli.misspelt import numbers_in, says_the_same
from timeline.cli.published import Notice, Published, Version, version
from timeline.cli.wording import date_in_words, short
from timeline.dates import UTC
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import Status
from timeline.writing import mapping

CODE_LOST = "lost-correction"
CODE_SILENT = "changed-without-correction"
_SIMILAR = 0.6
"""As a notice is that was put into better words on the same day; it is told as lost otherwise, an error."""
_NUMBERS = ("value", "min", "max", "unit")
_CLAIMS = frozenset({Status.CONFIRMED.value, Status.DISPUTED.value})
"""The statuses that say more than how many sources there are; to take one back is a change."""


def rewritten(timeline: Timeline, before: Published) -> Iterator[Problem]:
    """Finds corrections and retractions that are gone, and facts that changed without a correction."""
    for id, past in before.events.items():
        entry = timeline.event(id)
        if entry is None or (entry.id != id and entry.id in before.events):
            continue  # lost, or one with another event now
        now = version(entry)
        lost = _unmatched(past.corrections, now.corrections)
        added = _unmatched(now.corrections, past.corrections)
        if lost:
            yield _lost_corrections(entry, lost, before.base)
        if past.retracted and not now.retracted and not added:
            yield _lost_retraction(entry, past.retracted, before.base)
        # A retraction says why nothing stands any more; once it is there, it explains no other change.
        if not lost and not added and (past.retracted or not now.retracted):
            yield from _silent(entry, past, now)


def _unmatched(notices: Sequence[Notice], others: Sequence[Notice]) -> list[Notice]:
    """The notices that are not among others: with the same words, or the same day and much the same words."""
    free = list(others)
    found = []
    for notice in notices:
        same = next((n for n in free if _like(n, notice)), None)
        if same is None:
            found.append(notice)
        else:
            free.remove(same)
    return found


def _like(one: Notice, other: Notice) -> bool:
    return folded(one.words) == folded(other.words) or (
        one.date == other.date and _similar(one.words, other.words)
    )


def _similar(one: str, other: str) -> bool:
    here, there = folded(one), folded(other)
    return difflib.SequenceMatcher(None, here, there, autojunk=False).ratio() >= _SIMILAR


def _lost_corrections(entry: EventEntry, notices: Sequence[Notice], base: str) -> Problem:
    days = " and ".join(notice.date for notice in notices)
    if len(notices) == 1:
        message = f"the correction of {days} to '{entry.id}' was published, and is gone"
        hint = "put it back, for readers may have cited it:"
    else:
        message = f"the corrections of {days} to '{entry.id}' were published, and are gone"
        hint = "put them back, for readers may have cited them:"
    rows = [{"date": notice.date, "note": notice.words} for notice in notices]
    return _lost(entry, message, hint, [("corrections", rows)], notices, base)


def _lost_retraction(entry: EventEntry, notice: Notice, base: str) -> Problem:
    message = f"the retraction of {notice.date} to '{entry.id}' was published, and is gone"
    hint = "put it back; if the event stands after all, say so under 'corrections':"
    row = {"date": notice.date, "reason": notice.words}
    return _lost(entry, message, hint, [("retracted", row)], [notice], base)


def _lost(
    entry: EventEntry,
    message: str,
    hint: str,
    example: list[tuple[str, Any]],
    notices: Sequence[Notice],
    base: str,
) -> Problem:
    file = Span(base.replace("\\", "/"))
    related = tuple(Related(notice.span or file, f"as it was published, in {base}") for notice in notices)
    lines = "\n".join(mapping(example))
    return Problem(CODE_LOST, Severity.ERROR, entry.span(), message, hint, related, lines)


def _silent(entry: EventEntry, past: Version, now: Version) -> Iterator[Problem]:
    """The facts that have changed, as one note: it is one correction that they lack."""
    changed = [*_changes(past, now)]
    if changed:
        places, words = zip(*changed, strict=True)
        message = f"this was published otherwise: {'; '.join(words)}"
        hint = "if it was wrong before, say under 'corrections' what was, and what stands now"
        yield Problem(CODE_SILENT, Severity.NOTE, entry.span(*places[0]), message, hint)


def _changes(past: Version, now: Version) -> Iterator[tuple[tuple[str, int], str]]:
    """The fields that have changed, with the position in a list, and what readers were told before."""
    dated = (past.date, past.time, past.zone) != (now.date, now.time, now.zone)
    if dated and not _within(now, past):
        yield ("date", 0), f"the date was {date_in_words(past.when)}"
    if past.place and past.place != now.place:
        yield ("place", 0), f"the place was '{past.place}'"
    if past.status != now.status and _takes_back(past.status, now.status):
        yield ("status", 0), f"the status was {past.status}"
    for figure in _without(now.figures, past.figures, _same_figure):
        at = _first(now.figures, past.figures, _same_figure)
        yield ("figures", at), f"there was the figure {_said(figure)}"
    for account in _without(now.accounts, past.accounts, _same_account):
        at = _first(now.accounts, past.accounts, _same_account)
        yield ("accounts", at), f"there was the account of {short(account.get('by', ''))}"
    # How a thing is put is style; a number in it is a fact, unless another of the event's texts has it now.
    told = numbers_in(f"{now.title}\n{now.summary}\n{now.body}")
    if numbers_in(past.title) - told:
        yield ("title", 0), f"the title was '{short(past.title)}'"
    if now.summary and (gone := numbers_in(past.summary) - told):
        yield ("summary", 0), f"the summary had the number {' and '.join(sorted(gone))}"
    if past.retracted and now.retracted and not says_the_same(past.retracted.words, now.retracted.words):
        yield ("retracted", 0), f"the reason of the retraction was '{short(past.retracted.words)}'"


_Item = Mapping[str, Any]
_Same = Callable[[_Item, _Item], bool]


def _without(now: Sequence[_Item], past: Sequence[_Item], same: _Same) -> list[_Item]:
    """The items that were published and are not there now."""
    return [item for item in past if not any(same(item, other) for other in now)]


def _first(now: Sequence[_Item], past: Sequence[_Item], same: _Same) -> int:
    """The position of the first item that was not published so, which most likely is what one became."""
    return next((n for n, item in enumerate(now) if not any(same(other, item) for other in past)), 0)


def _within(now: Version, past: Version) -> bool:
    """Whether a date is the same, or only known better than before.

    With a place the clocks change, and the place is told: what they show is compared then, and where one of
    the two dates has no clock.
    """
    was, stands = past.when, now.when
    if not (past.zone and now.zone and past.place == now.place):
        was, stands = was.located(UTC), stands.located(UTC)
    first, last = was.possible_earliest, was.possible_latest
    begins, ends = stands.possible_earliest, stands.possible_latest
    starts_later = first is None or (begins is not None and begins >= first)
    ends_earlier = last is None or (ends is not None and ends <= last)
    return starts_later and ends_earlier


def _takes_back(past: str, now: str) -> bool:
    """Whether a status says less than it did, or something else; to say more is no correction."""
    return past in _CLAIMS or (past, now) == (Status.CORROBORATED.value, Status.SINGLE_SOURCE.value)


def _same_figure(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    numbers = all(one.get(key) == other.get(key) for key in _NUMBERS)
    return numbers and says_the_same(str(one.get("what", "")), str(other.get("what", "")))


def _said(figure: Mapping[str, Any]) -> str:
    numbers = "–".join(str(figure[key]) for key in ("value", "min", "max") if key in figure)
    return short(f"{figure.get('what', '')}: {numbers}")


def _same_account(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(says_the_same(str(one.get(key, "")), str(other.get(key, ""))) for key in ("by", "says"))
