"""``timeline new``: new records in the right files, without anything else in these being touched."""

from __future__ import annotations

import re

import click

from timeline.cli import subjects
from timeline.cli.asking import answer, try_field, try_language
from timeline.cli.choosing import Choices, Missing
from timeline.cli.drafts import Draft
from timeline.cli.meaning import meaning_of
from timeline.cli.new_event import event
from timeline.cli.options import config_file, examples, today
from timeline.cli.present import another, ask_whether_another, at_address, called, own_id
from timeline.cli.subjects import desk_of
from timeline.records import Article

_LATER = "Go on without it? 'timeline new event' makes it then, with this article as its source."


@click.group(
    short_help="Add an event, an article, a place and the like.",
    epilog=examples("timeline new event", "timeline new place --name Exampleton --country GB"),
)
def new() -> None:
    """Add an event, an article, a storyline, a place, an actor or a publisher.

    What is not given as an option is asked for where a person is there; a place, an actor, a publisher or a
    storyline that is named and is not there can be made on the way. The new record is checked before it
    is written; no other line of the file changes. Where there is one like it already, you hear of
    it before anything is written.
    """


new.add_command(event)


@new.command(epilog=examples("timeline new article --title 'Two days at Exampleton' --published 2020-01-08"))
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
@click.option(
    "--event", "events", multiple=True, help="An event it reports, by id or title; may be given again."
)
@click.option(
    "--storyline", "storylines", multiple=True, help="A storyline, by id or title; may be given again."
)
@another
def article(
    config_file: str | None, id: str | None, title: str | None, published: str | None, publisher: str | None,
    origin: str | None, url: str | None, archived: str | None, language: str | None, summary: str | None,
    events: tuple[str, ...], storylines: tuple[str, ...], anyway: bool,
) -> None:  # fmt: skip
    """Add an article: a Markdown file in content/articles."""
    desk = desk_of(config_file)
    project, timeline = desk.project, desk.timeline
    title = answer("Title", try_field(Article, "title"), title, needed=True, option="--title")
    ask_whether_another("article", [*called("article", title, timeline.articles)], anyway=anyway)
    published = answer(
        "Published (2020-01-04T23:22)", try_field(Article, "published"), published,
        needed=True, option="--published",
    )  # fmt: skip
    values = {
        name: desk.publishers(Article, name).one(question, given)
        for name, question, given in (
            ("publisher", "Publisher", publisher), ("origin", "Agency whose text it is", origin)
        )
    }  # fmt: skip
    tries = {"language": try_language(Article)}
    values |= {
        name: answer(question, tries.get(name, try_field(Article, name)), given)
        for name, question, given in (
            ("url", "Address", url), ("archived", "Address of an archived copy", archived),
            ("language", "Language, if it is not the site's", language), ("summary", "Summary", summary),
        )
    }  # fmt: skip
    ask_whether_another("article", [*at_address(values["url"], timeline.articles)], anyway=anyway)
    known = {**dict.fromkeys(timeline.aliases), **timeline.events}
    missing = Missing(_LATER, lambda _: "")
    reported = Choices("event", known, missing, meaning_of(Article, "events")).several(
        "Events it reports", events
    )
    storylines_ = desk.choices("storyline", Article, "storylines").several("Storylines", storylines)
    id = own_id(id, title, timeline.articles, f"report-{published[:10]}")
    day = re.match(r"-?[0-9]{4}(-[0-9]{2}){0,2}", published)
    path = project.content / "articles" / f"{f'{day.group()}-' if day else ''}{id}.md"
    draft = Draft("article", id, path, [
        ("id", id), ("title", title), ("published", published), *values.items(),
        ("storylines", storylines_), ("events", reported), ("added", today()),
    ])  # fmt: skip
    desk.write(draft)


@new.command(epilog=examples("timeline new storyline --title 'Rockets at Exampleton'"))
@config_file
@click.option("--id", help="The stable name; left out, it is made of the title.")
@click.option("--title", help="The title.")
@click.option("--summary", help="One paragraph.")
@another
def storyline(
    config_file: str | None, id: str | None, title: str | None, summary: str | None, *, anyway: bool
) -> None:
    """Add a storyline: a Markdown file in content/storylines."""
    desk = desk_of(config_file)
    given = {"id": id, "title": title, "summary": summary}
    desk.write(subjects.storyline(desk, given, anyway=anyway))


@new.command(epilog=examples("timeline new place --name Exampleton --country GB --timezone Europe/London"))
@config_file
@click.option("--id", help="The stable name; left out, it is made of the name.")
@click.option("--name", help="The name in the site's language.")
@click.option("--within", help="The place that it lies in, by id or name.")
@click.option("--country", help="The country's ISO 3166 code, or its name.")
@click.option("--latitude", help="Degrees north: 33.31.")
@click.option("--longitude", help="Degrees east: 44.37.")
@click.option("--precision", help="exact, locality, area, region or country.")
@click.option("--timezone", help="The zone of its clocks: Asia/Baghdad.")
@another
def place(
    config_file: str | None, id: str | None, name: str | None, within: str | None, country: str | None,
    latitude: str | None, longitude: str | None, precision: str | None, timezone: str | None,
    anyway: bool,
) -> None:  # fmt: skip
    """Add a place to content/places.yaml."""
    desk = desk_of(config_file)
    given = {
        "id": id, "name": name, "within": within, "country": country, "latitude": latitude,
        "longitude": longitude, "precision": precision, "timezone": timezone,
    }  # fmt: skip
    desk.write(subjects.place(desk, given, anyway=anyway))


@new.command(epilog=examples("timeline new actor --name 'Exampleton police' --kind police"))
@config_file
@click.option("--id", help="The stable name; left out, it is made of the name.")
@click.option("--name", help="The name in the site's language.")
@click.option("--kind", help="What the actor is: person, government, armed force.")
@click.option("--note", help="What else should be known of them.")
@another
def actor(
    config_file: str | None, id: str | None, name: str | None, kind: str | None, note: str | None,
    anyway: bool,
) -> None:  # fmt: skip
    """Add a person or body to content/actors.yaml."""
    desk = desk_of(config_file)
    desk.write(subjects.actor(desk, {"id": id, "name": name, "kind": kind, "note": note}, anyway=anyway))


@new.command(
    short_help="Add a publisher to content/publishers.yaml.",
    epilog=examples("timeline new publisher --name 'Exampleton Gazette' --url https://gazette.example/"),
)
@config_file
@click.option("--id", help="The stable name; left out, it is made of the name.")
@click.option("--name", help="The name as it writes itself.")
@click.option("--url", help="Its own site.")
@click.option("--country", help="The ISO 3166 code of the country where it is based, or its name.")
@click.option("--language", help="The language it publishes in.")
@another
def publisher(
    config_file: str | None, id: str | None, name: str | None, url: str | None, country: str | None,
    language: str | None, anyway: bool,
) -> None:  # fmt: skip
    """Add a newspaper, agency, site or body to content/publishers.yaml."""
    desk = desk_of(config_file)
    given = {"id": id, "name": name, "url": url, "country": country, "language": language}
    desk.write(subjects.publisher(desk, given, anyway=anyway))
