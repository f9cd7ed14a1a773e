"""Places, actors, publishers, files and storylines that nothing leads to: what a change has left over.

Where a record cannot be read, or an event lacks its date, nobody knows yet what it leads to: nothing is said.
Neither is anything of one that a misspelt id most likely means: that is told where it is misspelt.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import PurePosixPath

from timeline.checks.check import Check, Finding
from timeline.merging import VOICES, Nearest, Timeline
from timeline.problems import Problem, Severity, Span

CODE_PLACE = "unused-place"
CODE_ACTOR = "unused-actor"
CODE_PUBLISHER = "unused-publisher"
CODE_MEDIA = "unused-media"
CODE_STORYLINE = "empty-storyline"


def places(timeline: Timeline) -> Iterator[Finding]:
    """Finds places at which, or inside which, nothing happened, and that no text links to."""
    return _unused("place", CODE_PLACE, timeline, timeline.by_place.__contains__)


def actors(timeline: Timeline) -> Iterator[Finding]:
    """Finds actors who take part in nothing, and whom no text links to."""
    return _unused("actor", CODE_ACTOR, timeline, timeline.by_actor.__contains__)


def _meant(noun: str, known: Collection[str], timeline: Timeline) -> set[str]:
    """Those of the known ids that ids which name nothing most likely mean."""
    named = {mention.id for mention in timeline.mentions if mention.kind == noun}
    for entry in timeline.events.values():
        event = entry.record
        given = {"place": (event.place or "",), "actor": event.actors, "storyline": event.storylines}
        named.update(given[noun])
    if noun == "place":
        named.update(located.record.within or "" for located in timeline.content.places)
    if noun == "storyline":
        named.update(id for located in timeline.content.articles for id in located.record.storylines)
    nearest = Nearest(known)
    return {nearest.to(id) for id in sorted(named.difference(known, {""}))}


def _unused(noun: str, code: str, timeline: Timeline, is_used: Callable[[str], bool]) -> Iterator[Finding]:
    if not timeline.is_whole:
        return
    located = timeline.places if noun == "place" else timeline.actors
    left = [id for id in located if not is_used(id) and (noun, id) not in timeline.mentioned_in]
    meant = _meant(noun, located, timeline) if left else ()
    for id in left:
        if id in meant:
            continue
        message = f"no event and no text names the {noun} '{id}'"
        hint = f"name it where it belongs, or take it out of content/{noun}s.yaml"
        problem = Problem(code, Severity.NOTE, located[id].places.of("id"), message, hint)
        yield Finding(problem, (located[id],))


def publishers(timeline: Timeline) -> Iterator[Finding]:
    """Finds publishers of which no source is."""
    if not timeline.is_whole:
        return
    written = timeline.written_names
    used = {timeline.publishers.identity(name) for key in VOICES for name in written[key]}
    for id, record in timeline.publisher_records.items():
        if id not in used:
            message = f"no source names the publisher '{id}'"
            hint = "name it where it belongs, or take it out of content/publishers.yaml"
            problem = Problem(CODE_PUBLISHER, Severity.NOTE, record.places.of("id"), message, hint)
            yield Finding(problem, (record,))


def media(timeline: Timeline) -> Iterator[Finding]:
    """Finds media files that no event and no text shows."""
    if not timeline.content.media or not timeline.is_whole:
        return
    used = {item.file for entry in timeline.events.values() for item in entry.record.media}
    used |= {m.id.removeprefix("media/") for m in timeline.mentions if m.kind in {"file", "page"}}
    stems = {shown.rpartition(".")[0] for shown in used}  # their captions stand beside them
    meant = {
        PurePosixPath(file).name.casefold() for file in used - timeline.content.media
    }  # told at the link
    names = {PurePosixPath(file).name.casefold() for file in timeline.content.media}
    nearest = Nearest(timeline.content.media)
    wrong = sorted(used - timeline.content.media)
    likely = {nearest.to(file) for file in wrong if PurePosixPath(file).name.casefold() not in names}
    for file in sorted(timeline.content.media - used):
        stem, _, suffix = file.rpartition(".")
        if (
            file in likely
            or PurePosixPath(file).name.casefold() in meant
            or (suffix == "vtt" and stem in stems)
        ):
            continue
        message = "no event and no text shows this file, and it is published all the same"
        hint = "show it where it belongs, or delete it"
        yield Finding(Problem(CODE_MEDIA, Severity.NOTE, Span(f"content/media/{file}"), message, hint))


def storylines(timeline: Timeline) -> Iterator[Finding]:
    """Finds storylines without entries."""
    if not timeline.is_whole:
        return
    left = [id for id in timeline.storylines if id not in timeline.by_storyline]
    meant = _meant("storyline", timeline.storylines, timeline) if left else ()
    for id in left:
        if id not in meant:
            message = f"the storyline '{id}' has no events"
            hint = f"add 'storylines: [{id}]' to the events that belong to it"
            storyline = timeline.storylines[id]
            problem = Problem(CODE_STORYLINE, Severity.WARNING, storyline.places.of(), message, hint)
            yield Finding(problem, (storyline,))


PLACES = Check(CODE_PLACE, Severity.NOTE, "A place is named by an event or a text.", places)
ACTORS = Check(CODE_ACTOR, Severity.NOTE, "An actor is named by an event or a text.", actors)
PUBLISHERS = Check(CODE_PUBLISHER, Severity.NOTE, "A publisher is named by a source.", publishers)
MEDIA = Check(
    CODE_MEDIA, Severity.NOTE, "A media file is shown by an event or a text.", media, silenceable=False
)
STORYLINES = Check(CODE_STORYLINE, Severity.WARNING, "A storyline has events.", storylines)
