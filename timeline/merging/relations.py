"""What is known to follow what, and where that cannot be.

``after`` and ``response_to`` order events where clocks are silent. Here they are followed through all
the events that they join, so that an order is told as impossible even where the two dates that exclude
one another belong to events with others between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline.merging.circles import circles
from timeline.merging.entries import EventEntry
from timeline.problems import Problem, Related, Severity, Span

ITSELF = "name another event, or take it out"
FOLLOWING = ("after", "response_to")
"""The keys by which an event says what it follows."""
_MOST_SHOWN = 20
_LONGEST_SHOWN = 6


class Step(NamedTuple):
    """One reference from an event to one that it follows."""

    earlier: str
    """The event's own id, even where an alias was written."""
    field: str
    position: int


class _Floor(NamedTuple):
    """The first instant at which an event can have happened, and the event whose date says so."""

    instant: int
    event: str


class Relations:
    """The known order of events.

    Attributes:
        steps: What each event follows; references to nothing, and to events without a date, are left out.
        not_before: The first instant at which an event can have happened, for each that its own date would
            allow to be before all that it follows.
        problems: Orders that the dates make impossible, and circles.
    """

    def __init__(self, events: Mapping[str, EventEntry], aliases: Mapping[str, str]) -> None:
        self._events = events
        self.steps: dict[str, tuple[Step, ...]] = {
            id: tuple(_steps(entry, events, aliases)) for id, entry in events.items()
        }
        self._floors: dict[str, _Floor | None] = {}
        self.problems: list[Problem] = []
        self._follow_through()
        self.not_before: dict[str, int] = {
            id: floor.instant for id, floor in self._floors.items() if floor and floor.event != id
        }
        self.problems += self._circles()
        self.problems += _part_circles(events, aliases)

    def _follow_through(self) -> None:
        """Goes through the events so that each comes after all that it follows; circles are left out."""
        followers: dict[str, list[str]] = {}
        missing = {id: len(steps) for id, steps in self.steps.items()}
        for id, steps in self.steps.items():
            for step in steps:
                followers.setdefault(step.earlier, []).append(id)
        ready = [id for id, count in missing.items() if not count]
        while ready:
            id = ready.pop()
            self._floors[id] = self._floor(id)
            for follower in followers.get(id, ()):
                missing[follower] -= 1
                if not missing[follower]:
                    ready.append(follower)

    def _floor(self, id: str) -> _Floor | None:
        when = self._events[id].when
        own, last = when.possible_earliest, when.possible_latest
        floor = None if own is None else _Floor(own, id)
        for step in self.steps[id]:
            earlier = self._floors[step.earlier]
            if earlier is None:
                continue
            if last is not None and last < earlier.instant:
                # Nothing is passed on from here: what follows this event has done nothing wrong.
                self.problems.append(self._impossible(id, step, earlier))
            elif floor is None or earlier.instant > floor.instant:
                floor = earlier
        return floor

    def _impossible(self, id: str, step: Step, floor: _Floor) -> Problem:
        later, named, bound = self._events[id], self._events[step.earlier], self._events[floor.event]
        verb = "answer" if step.field == "response_to" else "follow"
        message = f"'{id}' ({later.when.text}) cannot {verb} '{named.id}'"
        if named is bound:
            message += f" ({named.when.text}): it is earlier"
        else:
            message += f", which comes after '{bound.id}' ({bound.when.text}): it is earlier"
        return Problem(
            "impossible-order",
            Severity.ERROR,
            later.span(step.field, step.position),
            message,
            f"correct one of the dates, or take '{named.id}' out of '{step.field}'",
            (Related(bound.span("date"), f"the date of '{bound.id}'"),),
        )

    def _circles(self) -> list[Problem]:
        found = []
        graph = {id: [step.earlier for step in steps] for id, steps in self.steps.items()}
        for circle in circles(graph):
            spans = []
            for here, there in _pairs(circle):
                step = next(s for s in self.steps[here] if s.earlier == there)
                spans.append(self._events[here].span(step.field, step.position))
            words = [f"'{here}' follows '{there}' here" for here, there in _pairs(circle)]
            message = f"these events follow one another in a circle: {shown(circle)}"
            hint = "take one of them out of 'after' or 'response_to'"
            if len(circle) == 1:
                message, hint = f"the event '{circle[0]}' follows itself", ITSELF
            found.append(circle_problem(message, hint, spans, words))
        return found


def circle_problem(message: str, hint: str, spans: Sequence[Span], words: Sequence[str]) -> Problem:
    """Tells of a circle at the first of its places, and names the others."""
    places = list(zip(spans, words, strict=True))
    first = min(places)
    others = [Related(span, said) for span, said in places if (span, said) != first][:_MOST_SHOWN]
    return Problem("circle", Severity.ERROR, first[0], message, hint, tuple(others))


def _steps(entry: EventEntry, events: Mapping[str, EventEntry], aliases: Mapping[str, str]) -> list[Step]:
    steps = []
    for field in FOLLOWING:
        for position, named in enumerate(getattr(entry.record, field)):
            id = aliases.get(named, named)
            if id in events:
                steps.append(Step(id, field, position))
    return steps


def _part_circles(events: Mapping[str, EventEntry], aliases: Mapping[str, str]) -> list[Problem]:
    graph = {
        id: (aliases.get(whole, whole),) if (whole := entry.record.part_of) else ()
        for id, entry in events.items()
    }
    found = []
    for circle in circles(graph):
        message = f"these events are parts of one another: {shown(circle)}"
        hint = "take one of them out of 'part_of'"
        if len(circle) == 1:
            message, hint = f"the event '{circle[0]}' is part of itself", ITSELF
        spans = [events[id].span("part_of") for id in circle]
        words = [f"'{here}' is part of '{there}' here" for here, there in _pairs(circle)]
        found.append(circle_problem(message, hint, spans, words))
    return found


def _pairs(circle: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(circle, [*circle[1:], circle[0]], strict=True))


def shown(circle: Sequence[str]) -> str:
    """The way round; of a long one the beginning and the end."""
    names = [*circle, circle[0]]
    if len(names) > _LONGEST_SHOWN:
        names = [*names[:3], f"… ({len(names) - 5} more) …", *names[-2:]]
    return " → ".join(names)
