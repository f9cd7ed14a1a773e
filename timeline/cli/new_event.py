"""``timeline new event``: a new event, with what its status needs, in the file of its month or year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from timeline.adapters.project import Project
from timeline.cli.asking import answer, is_person_there, try_field
from timeline.cli.bearing import borne_out, status_by_person
from timeline.cli.choosing import Choices
from timeline.cli.citing import refuse_what_is_said_of_an_article, sources_of, works_of
from timeline.cli.drafts import Draft
from timeline.cli.meaning import meaning_of
from timeline.cli.options import config_file, examples, today
from timeline.cli.present import another, ask_whether_another, happened, own_id
from timeline.cli.subjects import desk_of
from timeline.dates import DateError, When
from timeline.merging import Timeline, derived_status, independent
from timeline.reading.folder import is_hidden
from timeline.records import Event, Status
from timeline.writing import Value


@click.command(
    epilog=examples(
        "timeline new event",
        "timeline new event --title 'Rocket lands in a field' --date 2020-01-06 \\",
        "  --source-title 'Rocket lands near village' --source-publisher 'Exampleton Gazette'",
    )
)
@config_file
@click.option("--id", help="The stable name; left out, it is made of the title.")
@click.option("--title", help="What happened, in one line.")
@click.option("--date", help="When, in EDTF: 2020-01-04, 2020-01, 2019-12~, 2020-01-03/2020-01-05.")
@click.option("--time", help="19:45, ~19:45, evening.")
@click.option("--place", help="A place, by id or name.")
@click.option("--summary", help="One paragraph.")
@click.option("--kind", help="A kind of the vocabulary, by id or name.")
@click.option("--status", type=click.Choice([s.value for s in Status]), help="Left out, it is derived.")
@click.option("--confirmed-by", help="Who confirmed it, and where; the status is then confirmed.")
@click.option(
    "--account",
    "accounts",
    multiple=True,
    help="'Police: Two shells landed.', what one party says; a disputed event has two or more.",
)
@click.option("--retracted-because", help="Why it no longer stands; the status is then retracted.")
@click.option("--retracted-on", help="The day of the retraction; left out, today.")
@click.option("--actor", "actors", multiple=True, help="An actor, by id or name; may be given again.")
@click.option(
    "--source", "sources", multiple=True, help="An article of the site, by id or title; may be given again."
)
@click.option(
    "--source-title",
    "titles",
    multiple=True,
    help="The title of a source that is no article of the site. For several, give it and the three below as "
    "often as there are sources, in one order; '' where a source has none.",
)
@click.option("--source-url", "urls", multiple=True, help="Its address.")
@click.option(
    "--source-publisher",
    "publishers",
    multiple=True,
    help="Who published it: the id of a publisher, or a name.",
)
@click.option("--source-published", "days", multiple=True, help="When it was published: 2020-01-05.")
@click.option(
    "--storyline", "storylines", multiple=True, help="A storyline, by id or title; may be given again."
)
@click.option("--tag", "tags", multiple=True, help="A tag; may be given again.")
@click.option("--file", type=click.Path(path_type=Path), help="The file below content/events to write to.")
@another
def event(
    config_file: str | None, id: str | None, title: str | None, date: str | None, time: str | None,
    place: str | None, summary: str | None, kind: str | None, status: str | None, confirmed_by: str | None,
    accounts: tuple[str, ...], retracted_because: str | None, retracted_on: str | None,
    actors: tuple[str, ...], sources: tuple[str, ...], titles: tuple[str, ...],
    urls: tuple[str, ...], publishers: tuple[str, ...], days: tuple[str, ...],
    storylines: tuple[str, ...], tags: tuple[str, ...], file: Path | None, anyway: bool,
) -> None:  # fmt: skip
    """Add an event to a file in content/events."""
    desk = desk_of(config_file)
    project, timeline = desk.project, desk.timeline
    content = timeline.content
    works = works_of(title=titles, url=urls, publisher=publishers, published=days)
    refuse_what_is_said_of_an_article(sources, works)
    title = answer("Title", try_field(Event, "title"), title, needed=True, option="--title")
    date = answer(
        "Date (2020-01-04, 2020-01, 2019-12~)", try_field(Event, "date"), date, needed=True, option="--date"
    )
    taken = {*timeline.events, *timeline.aliases, *(e.record.id for e in content.events)}
    if id is not None:
        id = own_id(id, title, taken, f"event-{date}", content.broken.get("event", ()))
    # Nobody answers ten questions to hear then that the event is there. Without a person none is asked.
    twins = happened(title, date, place, timeline) if is_person_there() else {}
    ask_whether_another("event", [*twins.values()], anyway=anyway)
    time = answer("Time (19:45, ~19:45, evening)", try_field(Event, "time", partial(_not_on, date)), time)
    place = desk.choices("place", Event, "place").one("Place", place)
    summary = answer("Summary", try_field(Event, "summary"), summary)
    kind = Choices("kind", content.vocabulary.kinds, meaning=meaning_of(Event, "kind")).one("Kind", kind)
    actors_ = desk.choices("actor", Event, "actors").several("Actors", actors)
    cited = sources_of(desk, sources, works)
    is_said = status or confirmed_by or retracted_because or retracted_on
    stated = Status(status) if status else None if is_said else status_by_person(_derived(timeline, cited))
    bearing = borne_out(stated, confirmed_by, accounts, retracted_on, retracted_because, today(), cited)
    storylines_ = desk.choices("storyline", Event, "storylines").several("Storylines", storylines)
    id = own_id(id, title, taken, f"event-{date}", content.broken.get("event", ()))
    draft = Draft("event", id, _event_file(project, date, file), [
        ("id", id), ("date", date), ("time", time), ("place", place), ("title", title), ("summary", summary),
        ("kind", kind), *bearing, ("actors", actors_), ("sources", cited),
        ("storylines", storylines_), ("tags", [*tags]), ("distinct_from", ()),
        ("added", today()),
    ], anyway=anyway, known=frozenset(twins))  # fmt: skip
    desk.write(draft)


def _derived(timeline: Timeline, cited: Sequence[Value]) -> Status:
    """The status that the sources alone give an event."""
    sources = Event.model_validate({"id": "new", "sources": cited})
    return derived_status(independent(sources, timeline.articles, timeline.publishers))


def _not_on(date: str, time: str) -> str:
    """Why a time cannot go with a date, as an evening with a month; nothing where it can."""
    try:
        When.parse(date, time)
    except DateError as error:
        return str(error)
    return ""


def _event_file(project: Project, date: str, named: Path | None) -> Path:
    """The file for an event: as named, else its month's, its year's, the only one there is, or a new one."""
    folder = project.content / "events"
    if named is not None:
        path = (folder / named if named.parent == Path() else Path.cwd() / named).resolve()
        if not path.is_relative_to(folder.resolve()) or path.suffix not in {".yaml", ".yml"}:
            raise click.ClickException("the file must be a .yaml file below content/events")
        if is_hidden(path, folder.resolve()):
            raise click.ClickException("the file would not be read: a name that begins with a dot is hidden")
        return path
    found = re.match(r"'?\[?(-?[0-9]{4})(?:-(0[1-9]|1[0-2]))?", date)
    year, month = found.groups() if found else ("undated", None)
    found_there = sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")])
    present = [path for path in found_there if not is_hidden(path, folder)]
    for stem in ([f"{year}-{month}"] if month else []) + [year]:
        for path in present:
            if path.stem == stem:
                return path
    if len(present) == 1 and not re.fullmatch(r"-?[0-9]{4}(-[0-9]{2})?", present[0].stem):
        return present[0]
    return folder / f"{f'{year}-{month}' if month else year}.yaml"
