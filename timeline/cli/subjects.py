"""The questions that make a place, an actor, a publisher or a storyline, alone or on the way to an event.

Whoever adds an event learns at its place that the project has no such place. The same questions then make it
there and then; it is a draft until the event is whole, and both are written together or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.adapters.project import Project
from timeline.checks.spellings import folded
from timeline.cli.asking import answer, is_person_there, try_field, try_language
from timeline.cli.choosing import Choices, Missing
from timeline.cli.drafts import Draft, write
from timeline.cli.line_editing import editor
from timeline.cli.meaning import meaning_of
from timeline.cli.options import project_from
from timeline.cli.present import Declined, ask_whether_another, called, own_id, timeline_of
from timeline.cli.terminal import tell
from timeline.merging import VOICES, Timeline
from timeline.records import Actor, Place, Publisher, Record, Storyline

Given = Mapping[str, str | None]
"""What the options give, by their names; None for what is left out."""


@dataclass(frozen=True)
class Desk:
    """What a command that makes records works with.

    Attributes:
        project: The project.
        timeline: What there is.
        drafts: What has been made on the way, to be written with what names it.
    """

    project: Project
    timeline: Timeline
    drafts: list[Draft] = field(default_factory=list)

    def choices(self, noun: str, model: type[Record], key: str) -> Choices:
        """What a key may name; where a person is there, what is missing is made on the way.

        Args:
            noun: What it names: a key of MAKERS.
            model: The record with the key.
            key: The key.
        """
        made = {draft.id: draft for draft in self.drafts if draft.noun == noun}
        known = {**_there(self.timeline, noun), **made}
        missing = Missing("Make it now?", lambda name: self._make(noun, name))
        return Choices(noun, known, missing, meaning_of(model, key))

    def publishers(self, model: type[Record], key: str) -> Choices:
        """The publishers that are listed or named anywhere; any other name may stand, too.

        Args:
            model: The record that names a publisher, or an agency.
            key: The key.
        """
        listed = {**_there(self.timeline, "publisher")}
        listed.update({draft.id: draft for draft in self.drafts if draft.noun == "publisher"})
        called_so = {folded(name) for id, record in listed.items() for name in (id, _name_of(record))}
        named = {
            name: None
            for key in VOICES
            for name in self.timeline.written_names[key]
            if folded(name) not in called_so
        }
        missing = Missing("List it now, with its own site? Without that its name stands alone.", self._list)
        return Choices(
            "publisher", {**named, **listed}, missing, meaning_of(model, key), try_field(model, key)
        )

    def _list(self, name: str) -> str | None:
        return self._make("publisher", name)

    def _make(self, noun: str, name: str) -> str | None:
        """The id of a record made on the way; None where the person would rather not."""
        tell(f"  The new {noun}:")
        try:
            draft = MAKERS[noun](self, {}, name, anyway=False)
        except Declined:
            return None
        self.drafts.append(draft)
        tell(f"  The {noun} '{draft.id}' will be written with the rest.")
        return draft.id

    def write(self, draft: Draft) -> None:
        """Writes a record, and before it what has been made for it."""
        write(self.project, [*self.drafts, draft])

    def id(self, noun: str, given: str | None, name: str) -> str:
        """An id for a new record, that no other has and no draft."""
        taken = {*_there(self.timeline, noun), *(d.id for d in self.drafts if d.noun == noun)}
        return own_id(given, name, taken, noun)


def desk_of(config_file: str | None) -> Desk:
    """Begins: reads the project, and tells a person who is there what helps at every question."""
    project = project_from(config_file)
    desk = Desk(project, timeline_of(project))
    if is_person_there():
        choices = " Tab completes what there is to choose." if editor() else ""
        tell(f"At any question, ? says what is meant.{choices} Ctrl-C stops, and nothing is written.")
    return desk


def place(desk: Desk, given: Given, name: str = "", *, anyway: bool) -> Draft:
    """A place, of what the options give and a person answers.

    Args:
        desk: The desk.
        given: The options.
        name: The name that is proposed.
        anyway: Whether one is wanted although there is one like it.
    """
    name = _named(desk, "place", Place, "name", given, name, anyway=anyway)
    within = desk.choices("place", Place, "within").one("Lies in", given.get("within"))
    pairs = [("name", name), ("within", within)]
    for key, question in (
        ("country", "Country"),
        ("latitude", "Latitude"),
        ("longitude", "Longitude"),
        ("precision", "Precision (exact, locality, area, region, country)"),
        ("timezone", "Time zone, if it is not that of what it lies in"),
    ):
        # One coordinate is none.
        has_latitude = bool(dict(pairs).get("latitude"))
        if key == "longitude" and not has_latitude and given.get(key) is None:
            continue
        needed = key == "longitude" and has_latitude and is_person_there()
        pairs.append((key, answer(question, try_field(Place, key), given.get(key), needed=needed)))
    id = desk.id("place", given.get("id"), name)
    return Draft("place", id, _list_file(desk.project, "places"), [("id", id), *pairs])


def actor(desk: Desk, given: Given, name: str = "", *, anyway: bool) -> Draft:
    """A person or body, likewise."""
    name = _named(desk, "actor", Actor, "name", given, name, anyway=anyway)
    there = (located.record.kind for located in desk.timeline.actors.values())
    kinds = dict.fromkeys(kind for kind in there if kind)
    of_actors = Choices("kind", kinds, None, meaning_of(Actor, "kind"), try_field(Actor, "kind"))
    kind = of_actors.one("Kind" if kinds else "Kind (person, government, armed force)", given.get("kind"))
    note = answer("Note", try_field(Actor, "note"), given.get("note"))
    id = desk.id("actor", given.get("id"), name)
    pairs = [("id", id), ("name", name), ("kind", kind), ("note", note)]
    return Draft("actor", id, _list_file(desk.project, "actors"), pairs)


def publisher(desk: Desk, given: Given, name: str = "", *, anyway: bool) -> Draft:
    """A publisher, likewise."""
    name = _named(desk, "publisher", Publisher, "name", given, name, anyway=anyway)
    pairs = [("name", name)]
    for key, question in (("url", "Its own site"), ("country", "Country")):
        pairs.append((key, answer(question, try_field(Publisher, key), given.get(key))))
    pairs.append(("language", answer("Language", try_language(Publisher), given.get("language"))))
    id = desk.id("publisher", given.get("id"), name)
    return Draft("publisher", id, _list_file(desk.project, "publishers"), [("id", id), *pairs])


def storyline(desk: Desk, given: Given, name: str = "", *, anyway: bool) -> Draft:
    """A storyline, likewise."""
    title = _named(desk, "storyline", Storyline, "title", given, name, anyway=anyway)
    summary = answer("Summary", try_field(Storyline, "summary"), given.get("summary"))
    id = desk.id("storyline", given.get("id"), title)
    path = desk.project.content / "storylines" / f"{id}.md"
    return Draft("storyline", id, path, [("id", id), ("title", title), ("summary", summary)])


_Maker = Callable[..., Draft]
MAKERS: Mapping[str, _Maker] = {
    "place": place, "actor": actor, "publisher": publisher, "storyline": storyline,
}  # fmt: skip
"""What is made on the way, by its noun."""


def _there(timeline: Timeline, noun: str) -> Mapping[str, Any]:
    there: Mapping[str, Mapping[str, Any]] = {
        "place": timeline.places,
        "actor": timeline.actors,
        "publisher": timeline.publisher_records,
        "storyline": timeline.storylines,
    }
    return there[noun]


def _name_of(described: Any) -> str:  # noqa: ANN401 # a draft, or a record with its places
    return str(getattr(getattr(described, "record", described), "name", ""))


def _named(
    desk: Desk, noun: str, model: type[Record], key: str, given: Given, name: str, *, anyway: bool
) -> str:
    """What a new record is called, after a look at those that are called alike."""
    asked = answer(
        key.capitalize(), try_field(model, key), given.get(key), default=name, needed=True, option=f"--{key}"
    )
    ask_whether_another(noun, [*called(noun, asked, _there(desk.timeline, noun))], anyway=anyway)
    return asked


def _list_file(project: Project, name: str) -> Path:
    other = project.content / f"{name}.yml"
    return other if other.is_file() else project.content / f"{name}.yaml"
