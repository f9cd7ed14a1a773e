"""``timeline new``: a new record in the right file, without anything else in that file being touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import click

from timeline.adapters.project import Project
from timeline.cli.asking import answer, answers, propose_id, try_field, try_id, try_known
from timeline.cli.drafts import Draft
from timeline.cli.options import config_file, project_from, today
from timeline.merging import Timeline, merge
from timeline.reading import read_project
from timeline.records import Actor, Article, Event, Place, Source, Status, Storyline


@click.group()
def new() -> None:
    """Add an event, an article, a storyline, a place or an actor.

    What is not given as an option is asked for where a person is there. The new record is checked before it
    stays in the file; no other line of the file changes.
    """


def _timeline_of(project: Project) -> Timeline:
    reading = read_project(project.content, project.vocabulary, root=project.root, limits=project.limits)
    return merge(reading.content, project.site).timeline


def _id(given: str | None, title: str, taken: Iterable[str], instead: str, broken: Iterable[str] = ()) -> str:
    taken = {*taken, *broken}
    return answer("Id", try_id(taken), given, default=propose_id(title, taken, instead), needed=True)


@new.command()
@config_file
@click.option("--id", help="The stable name; left out, it is made of the title.")
@click.option("--title", help="What happened, in one line.")
@click.option("--date", help="When, in EDTF: 2020-01-04, 2020-01, 2019-12~, 2020-01-03/2020-01-05.")
@click.option("--time", help="19:45, ~19:45, evening.")
@click.option("--place", help="The id of a place.")
@click.option("--summary", help="One paragraph.")
@click.option("--kind", help="A kind of the vocabulary.")
@click.option("--status", type=click.Choice([s.value for s in Status]), help="Left out, it is derived.")
@click.option("--actor", "actors", multiple=True, help="The id of an actor; may be given again.")
@click.option("--source", "sources", multiple=True, help="The id of an article; may be given again.")
@click.option("--source-title", help="The title of a source that is no article of the site.")
@click.option("--source-url", help="Its address.")
@click.option("--source-publisher", help="Who published it: the id of a publisher, or a name.")
@click.option("--storyline", "storylines", multiple=True, help="The id of a storyline; may be given again.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given again.")
@click.option("--file", type=click.Path(path_type=Path), help="The file below content/events to write to.")
def event(
    config_file: str | None, id: str | None, title: str | None, date: str | None, time: str | None,
    place: str | None, summary: str | None, kind: str | None, status: str | None, actors: tuple[str, ...],
    sources: tuple[str, ...], source_title: str | None, source_url: str | None, source_publisher: str | None,
    storylines: tuple[str, ...], tags: tuple[str, ...], file: Path | None,
) -> None:  # fmt: skip
    """Add an event to a file in content/events."""
    project = project_from(config_file)
    timeline = _timeline_of(project)
    content = timeline.content
    title = answer("Title", try_field(Event, "title"), title, needed=True)
    date = answer("Date (2020-01-04, 2020-01, 2019-12~)", try_field(Event, "date"), date, needed=True)
    time = answer("Time (19:45, ~19:45, evening)", try_field(Event, "time"), time)
    place = answer("Place", try_known("place", timeline.places), place)
    summary = answer("Summary", try_field(Event, "summary"), summary)
    kind = answer("Kind", try_known("kind", content.vocabulary.kinds), kind)
    actors_ = answers("Actors", try_known("actor", timeline.actors), actors)
    articles = (
        []
        if source_title
        else answers("Sources: ids of articles", try_known("article", timeline.articles), sources)
    )
    cited = {}
    if source_title or not articles:
        cited = {
            "title": answer("Title of the source", try_field(Source, "title"), source_title, needed=True),
            "url": answer("Its address", try_field(Source, "url"), source_url),
            "publisher": answer("Its publisher", try_field(Source, "publisher"), source_publisher),
        }
    storylines_ = answers("Storylines", try_known("storyline", timeline.storylines), storylines)
    taken = {*timeline.events, *timeline.aliases, *(e.record.id for e in content.events)}
    id = _id(id, title, taken, f"event-{date}", content.broken.get("event", ()))
    path = _event_file(project, date, file)
    Draft("event", id, path, [
        ("id", id), ("date", date), ("time", time), ("place", place), ("title", title), ("summary", summary),
        ("kind", kind), ("status", status or ""), ("actors", actors_),
        ("sources", [{k: v for k, v in cited.items() if v}] if cited else articles),
        ("storylines", storylines_), ("tags", [*tags]), ("added", today()),
    ]).append(project)  # fmt: skip


def _event_file(project: Project, date: str, named: Path | None) -> Path:
    """The file for an event: as named, else its month's, its year's, the only one there is, or a new one."""
    folder = project.content / "events"
    if named is not None:
        path = (folder / named if named.parent == Path() else Path.cwd() / named).resolve()
        if not path.is_relative_to(folder.resolve()) or path.suffix not in {".yaml", ".yml"}:
            raise click.ClickException("the file must be a .yaml file below content/events")
        return path
    found = re.match(r"'?\[?(-?[0-9]{4})(?:-(0[1-9]|1[0-2]))?", date)
    year, month = found.groups() if found else ("undated", None)
    present = sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")])
    for stem in ([f"{year}-{month}"] if month else []) + [year]:
        for path in present:
            if path.stem == stem:
                return path
    if len(present) == 1 and not re.fullmatch(r"-?[0-9]{4}(-[0-9]{2})?", present[0].stem):
        return present[0]
    return folder / f"{f'{year}-{month}' if month else year}.yaml"


@new.command()
@config_file
@click.option("--id", help="The stable name; left out, it is made of the title.")
@click.option("--title", help="The title of the report, in its own language.")
@click.option("--published", help="When it was published: 2020-01-04, or 2020-01-04T23:22.")
@click.option("--publisher", help="The id of a publisher, or a name.")
@click.option("--origin", help="The agency whose text it is.")
@click.option("--url", help="Where it can be read.")
@click.option("--archived", help="The address of an archived copy.")
@click.option("--language", help="Its language, where it is not the site's.")
@click.option("--summary", help="One paragraph.")
@click.option("--event", "events", multiple=True, help="The id of an event it reports; may be given again.")
@click.option("--storyline", "storylines", multiple=True, help="The id of a storyline; may be given again.")
def article(
    config_file: str | None, id: str | None, title: str | None, published: str | None, publisher: str | None,
    origin: str | None, url: str | None, archived: str | None, language: str | None, summary: str | None,
    events: tuple[str, ...], storylines: tuple[str, ...],
) -> None:  # fmt: skip
    """Add an article: a Markdown file in content/articles."""
    project = project_from(config_file)
    timeline = _timeline_of(project)
    title = answer("Title", try_field(Article, "title"), title, needed=True)
    published = answer(
        "Published (2020-01-04T23:22)", try_field(Article, "published"), published, needed=True
    )
    values = {
        name: answer(question, try_field(Article, name), given)
        for name, question, given in (
            ("publisher", "Publisher", publisher), ("origin", "Agency whose text it is", origin),
            ("url", "Address", url), ("archived", "Address of an archived copy", archived),
            ("language", "Language, if it is not the site's", language), ("summary", "Summary", summary),
        )
    }  # fmt: skip
    known = {*timeline.events, *timeline.aliases}
    reported = answers("Events it reports", try_known("event", known), events)
    storylines_ = answers("Storylines", try_known("storyline", timeline.storylines), storylines)
    id = _id(id, title, timeline.articles, f"report-{published[:10]}")
    day = re.match(r"-?[0-9]{4}(-[0-9]{2}){0,2}", published)
    path = project.content / "articles" / f"{f'{day.group()}-' if day else ''}{id}.md"
    Draft("article", id, path, [
        ("id", id), ("title", title), ("published", published), *values.items(),
        ("storylines", storylines_), ("events", reported), ("added", today()),
    ]).create(project)  # fmt: skip


@new.command()
@config_file
@click.option("--id", help="The stable name; left out, it is made of the title.")
@click.option("--title", help="The title.")
@click.option("--summary", help="One paragraph.")
def storyline(config_file: str | None, id: str | None, title: str | None, summary: str | None) -> None:
    """Add a storyline: a Markdown file in content/storylines."""
    project = project_from(config_file)
    timeline = _timeline_of(project)
    title = answer("Title", try_field(Storyline, "title"), title, needed=True)
    summary = answer("Summary", try_field(Storyline, "summary"), summary)
    id = _id(id, title, timeline.storylines, "storyline")
    path = project.content / "storylines" / f"{id}.md"
    Draft("storyline", id, path, [("id", id), ("title", title), ("summary", summary)]).create(project)


@new.command()
@config_file
@click.option("--id", help="The stable name; left out, it is made of the name.")
@click.option("--name", help="The name in the site's language.")
@click.option("--within", help="The id of the place that it lies in.")
@click.option("--country", help="The country's ISO 3166 code, or its name.")
@click.option("--latitude", help="Degrees north: 33.31.")
@click.option("--longitude", help="Degrees east: 44.37.")
@click.option("--precision", help="exact, locality, area, region or country.")
@click.option("--timezone", help="The zone of its clocks: Asia/Baghdad.")
def place(
    config_file: str | None, id: str | None, name: str | None, within: str | None, country: str | None,
    latitude: str | None, longitude: str | None, precision: str | None, timezone: str | None,
) -> None:  # fmt: skip
    """Add a place to content/places.yaml."""
    project = project_from(config_file)
    timeline = _timeline_of(project)
    name = answer("Name", try_field(Place, "name"), name, needed=True)
    within = answer("Lies in", try_known("place", timeline.places), within)
    values = {
        key: answer(question, try_field(Place, key), given)
        for key, question, given in (
            ("country", "Country", country), ("latitude", "Latitude", latitude),
            ("longitude", "Longitude", longitude),
            ("precision", "Precision (exact, locality, area, region, country)", precision),
            ("timezone", "Time zone, if it is not that of what it lies in", timezone),
        )
    }  # fmt: skip
    id = _id(id, name, timeline.places, "place")
    pairs = [("id", id), ("name", name), ("within", within), *values.items()]
    Draft("place", id, _list_file(project, "places"), pairs).append(project)


@new.command()
@config_file
@click.option("--id", help="The stable name; left out, it is made of the name.")
@click.option("--name", help="The name in the site's language.")
@click.option("--kind", help="What the actor is: person, government, armed force.")
@click.option("--note", help="What else should be known of them.")
def actor(
    config_file: str | None, id: str | None, name: str | None, kind: str | None, note: str | None
) -> None:
    """Add a person or body to content/actors.yaml."""
    project = project_from(config_file)
    timeline = _timeline_of(project)
    name = answer("Name", try_field(Actor, "name"), name, needed=True)
    kind = answer("Kind (person, government, armed force)", try_field(Actor, "kind"), kind)
    note = answer("Note", try_field(Actor, "note"), note)
    id = _id(id, name, timeline.actors, "actor")
    pairs = [("id", id), ("name", name), ("kind", kind), ("note", note)]
    Draft("actor", id, _list_file(project, "actors"), pairs).append(project)


def _list_file(project: Project, name: str) -> Path:
    other = project.content / f"{name}.yml"
    return other if other.is_file() else project.content / f"{name}.yaml"
