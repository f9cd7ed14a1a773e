"""Small projects, read, merged and checked, and what is said of them in the words that a reader sees."""

from pathlib import Path
from typing import NamedTuple

from trees import write_tree

from timeline.adapters.project import Checked, Project, check_project
from timeline.reading import Memory
from timeline.records import Site


class Told(NamedTuple):
    """One problem as a row: `file:line:column`, code, message; its places beside it are in `see`."""

    place: str
    code: str
    message: str
    hint: str
    see: tuple[str, ...]


# Small projects have a place or a storyline for its own sake.
_LEFTOVERS = dict.fromkeys((
    "unused-place", "unused-actor", "unused-publisher", "unused-media", "empty-storyline", "media-without-credit",
))  # fmt: skip


def check(
    folder: Path, tree: str = "", site: Site | None = None, today: str = "", memory: Memory | None = None
) -> Checked:
    """Writes a tree and checks it; on a day, and with what was found before, where they are given."""
    write_tree(folder, tree)
    return check_project(
        Project(
            folder,
            folder / "content",
            folder / "site_config/vocabulary.yaml",
            site or Site(levels=_LEFTOVERS),
        ),
        memory,
        today=today,
    )


def told(checked: Checked) -> list[Told]:
    """The problems, with the places as a terminal shows them."""
    return [
        Told(str(p.span), p.code, p.message, p.hint, tuple(str(r.span) for r in p.related))
        for p in checked.examined.problems
    ]


def places(checked: Checked) -> list[str]:
    """The problems as `file:line:column code`."""
    return [f"{problem.place} {problem.code}" for problem in told(checked)]


def order(checked: Checked) -> list[str]:
    """The ids of the entries, in their order."""
    return [placed.entry.id for placed in checked.examined.timeline.entries]


def event(checked: Checked, id: str):
    """The merged record of an event."""
    return checked.examined.timeline.events[id].record
