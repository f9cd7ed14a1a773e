"""What a project has already: the ids that are taken, and records that are called as a new one is to be.

Two records for one place split what readers find of it, and nobody notices for long. So whoever adds one
hears first of those that are called alike, by their ids and places, and goes on only if that is wanted.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from timeline.adapters.project import Project
from timeline.checks.cited_twice import bare
from timeline.checks.duplicates import alike
from timeline.checks.spellings import folded
from timeline.cli.asking import agreed, answer, is_person_there, propose_id, try_id
from timeline.cli.terminal import tell
from timeline.cli.wording import place_of, said
from timeline.dates import When
from timeline.merging import Timeline, merge
from timeline.problems import Span
from timeline.reading import read_project
from timeline.records import Located

ANYWAY = "--anyway"
another = click.option(ANYWAY, is_flag=True, help="Make it although there is one like it already.")
"""The option of those who know that theirs is another one."""
_ALIKE = 0.88
"""As two names are that differ in a letter or two; 'North' and 'South' before one name are farther apart."""
_ALIKE_IF_SHORT = 0.85
"""As two names of seven letters are of which one has two letters in each other's place."""
_SHORT = 8
_ID = (
    "What others name it by, and a part of its page's address: it never changes. It has small letters a-z, "
    "digits, and single hyphens between them."
)
_DIGITS = re.compile(r"[0-9]+")


class Declined(click.ClickException):
    """Somebody does not want another record of what there is."""


def timeline_of(project: Project) -> Timeline:
    """The project's timeline as it stands."""
    reading = read_project(project.content, project.vocabulary, root=project.root, limits=project.limits)
    return merge(reading.content, project.site).timeline


def own_id(
    given: str | None, title: str, taken: Iterable[str], instead: str, broken: Iterable[str] = ()
) -> str:
    """The id of a new record: as given, else one made of its title that no other has."""
    taken = {*taken, *broken}
    return answer(
        "Id", try_id(taken), given, default=propose_id(title, taken, instead), needed=True, help=_ID
    )


def called(noun: str, name: str, records: Mapping[str, Located[Any]]) -> Iterator[str]:
    """Says which records are called as a new one is to be, or nearly: with id, name, file and line."""
    for id, located in records.items():
        key = "name" if hasattr(located.record, "name") else "title"
        own = str(getattr(located.record, key))
        if any(_alike(name, other) for other in (own, *getattr(located.record, "names", {}).values())):
            yield present(noun, id, own, located.places.of())


def at_address(url: str, articles: Mapping[str, Located[Any]]) -> Iterator[str]:
    """Says which articles are at an address already; a site's front page may be cited for many things."""
    for id, located in articles.items():
        if "/" in bare(url) and located.record.url and bare(located.record.url) == bare(url):
            yield present("article", id, located.record.title, located.places.of())


def happened(title: str, date: str, place: str | None, timeline: Timeline) -> dict[str, str]:
    """The events that one may be of which the title and the date are known, and how each is told.

    Args:
        title: Its title.
        date: Its date, which can be read.
        place: Its place; None where nobody has said yet, and another place makes no difference.
        timeline: What there is.
    """
    site = timeline.site.timezone
    when = When.parse(date, None, site, site)
    day = (when.day, when.heading)
    return {
        id: present("event", id, entry.title, entry.span())
        for id, entry in timeline.events.items()
        if (entry.when.day, entry.when.heading) == day and alike(entry.title, title)
        if not (place and entry.record.place and entry.record.place != place)
    }


def present(noun: str, id: str, name: str, span: Span) -> str:
    """One record in a line: ``the place 'somewhere' (Somewhere, content/places.yaml:1)``."""
    return f"the {noun} '{id}' ({said(name)}, {place_of(span)})"


def ask_whether_another(noun: str, found: Sequence[str], *, anyway: bool) -> None:
    """Ends the command where there is such a record already, unless another one is wanted.

    Args:
        noun: What is to be made.
        found: What there is, as `present` says it.
        anyway: Whether that has been said by an option.

    Raises:
        ClickException: There is one, and nobody has said that another is wanted.
    """
    if not found or anyway:
        return
    there = f"there is already {' and '.join(dict.fromkeys(found))}"
    if is_person_there():
        tell(f"  {there}")
        if agreed(f"Make another {noun}?"):
            return
        message = "nothing was written"
        raise Declined(message)
    raise click.ClickException(f"{there}; if this is another {noun}, add {ANYWAY}")


def _alike(one: str, other: str) -> bool:
    """Whether two names are one, or nearly; what differs in its numbers is two."""
    here, there = folded(one), folded(other)
    if here == there or not here or not there:
        return here == there != ""
    if _DIGITS.findall(here) != _DIGITS.findall(there):
        return False
    enough = _ALIKE_IF_SHORT if len(here) <= _SHORT else _ALIKE
    return difflib.SequenceMatcher(None, here, there, autojunk=False).ratio() >= enough
