"""Places, actors and storylines that nothing leads to: what a change has left over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE_PLACE = "unused-place"
CODE_ACTOR = "unused-actor"
CODE_STORYLINE = "empty-storyline"


def places(timeline: Timeline) -> Iterator[Finding]:
    """Finds places at which, or inside which, nothing happened, and that no text links to."""
    return _unused("place", CODE_PLACE, timeline, timeline.by_place.__contains__)


def actors(timeline: Timeline) -> Iterator[Finding]:
    """Finds actors who take part in nothing, and whom no text links to."""
    return _unused("actor", CODE_ACTOR, timeline, timeline.by_actor.__contains__)


def _unused(noun: str, code: str, timeline: Timeline, is_used: Callable[[str], bool]) -> Iterator[Finding]:
    located = timeline.places if noun == "place" else timeline.actors
    for id, record in located.items():
        if is_used(id) or (noun, id) in timeline.mentioned_in:
            continue
        message = f"no event and no text names the {noun} '{id}'"
        hint = f"name it where it belongs, or take it out of content/{noun}s.yaml"
        yield Finding(Problem(code, Severity.NOTE, record.places.of("id"), message, hint))


def storylines(timeline: Timeline) -> Iterator[Finding]:
    """Finds storylines without entries."""
    for id, storyline in timeline.storylines.items():
        if id not in timeline.by_storyline:
            message = f"the storyline '{id}' has no events"
            hint = f"add 'storylines: [{id}]' to the events that belong to it"
            yield Finding(Problem(CODE_STORYLINE, Severity.WARNING, storyline.places.of(), message, hint))


PLACES = Check(
    CODE_PLACE, Severity.NOTE, "A place is named by an event or a text.", places, silenceable=False
)
ACTORS = Check(
    CODE_ACTOR, Severity.NOTE, "An actor is named by an event or a text.", actors, silenceable=False
)
STORYLINES = Check(CODE_STORYLINE, Severity.WARNING, "A storyline has events.", storylines, silenceable=False)
