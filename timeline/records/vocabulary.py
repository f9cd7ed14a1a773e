"""How a site speaks and looks: the kinds of events, with their words, icons and colours.

A default vocabulary ships with the program; ``site_config/vocabulary.yaml`` adds to it or changes it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from timeline.records.event import Status
from timeline.records.record import Record, refuse
from timeline.records.scalars import Id, Integer, LanguageTag, Line, one_of

ICONS = (
    "attack", "strike", "drone", "rocket", "mortar", "statement", "protest", "vote", "court",
    "accident", "disaster", "death", "agreement", "report", "other",
)  # fmt: skip
"""The icons that ship with the program."""
COLOURS = ("red", "blue", "amber", "green", "violet", "grey")
"""The colours that the theme has in its light and its dark scheme."""
FORMAT = 1
"""The version of the vocabulary's format."""


def _format(value: int) -> int:
    if value != FORMAT:
        raise refuse("bad-format", f"this program reads format {FORMAT}, not {value}")
    return value


class Kind(Record):
    """One kind of event."""

    label: Line
    """The word for it."""
    labels: dict[LanguageTag, Line] = {}
    """The word for it in other languages."""
    icon: Annotated[str, one_of(ICONS, "an icon")] = "other"
    """The icon beside the word."""
    colour: Annotated[str, one_of(COLOURS, "a colour")] = "grey"
    """The colour of the icon."""


class StatusWords(Record):
    """A site's own words for a status."""

    label: Line | None = None
    """The word shown."""
    explanation: Line | None = None
    """What it means, in one sentence."""


class Vocabulary(Record):
    """The words of one site."""

    format: Annotated[Integer, AfterValidator(_format)]
    """The version of this file's format: 1."""
    kinds: dict[Id, Kind] = {}
    """The kinds of events, by id."""
    statuses: dict[Status, StatusWords] = {}
    """Words for the five statuses, where the program's own do not fit."""

    def kind(self, id: str | None) -> Kind:
        """The kind with an id; a nameless one where there is none."""
        return self.kinds.get(id or "", _NO_KIND)


_NO_KIND = Kind(label="Event")
