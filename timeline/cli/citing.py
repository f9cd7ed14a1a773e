"""The sources of a new event, asked for: articles of the site, and works described where they are cited.

Two sources are often what an event has to begin with, so a person is asked for another until there is none.
"""

from __future__ import annotations

from collections.abc import Mapping

import click

from timeline.cli.asking import answer, is_person_there, try_field
from timeline.cli.choosing import Choices, Missing
from timeline.cli.meaning import meaning_of
from timeline.cli.subjects import Desk, Given
from timeline.records import Event, Source
from timeline.writing import Value

_OPTIONS = {"url": "--source-url", "publisher": "--source-publisher", "published": "--source-published"}
_ELSEWHERE = "Cite it as one from elsewhere? 'timeline new article' would make it an article of this site."


def refuse_what_is_said_of_an_article(articles: tuple[str, ...], described: Given) -> None:
    """Ends the command where an option describes a source that is an article, and nobody can be asked.

    Args:
        articles: The articles that are given.
        described: What the options give of a work, by the keys of a source.
    """
    option = next((option for key, option in _OPTIONS.items() if described[key]), "")
    if articles and option and not described["title"] and not is_person_there():
        raise click.ClickException(
            f"{option} belongs to a source that is no article of the site: name that with --source-title; "
            f"what an article says of itself stands in its own file"
        )


def sources_of(desk: Desk, articles: tuple[str, ...], described: Given) -> list[Value]:
    """The sources that are given, or that a person names.

    Args:
        desk: The desk.
        articles: The articles that are given, by id or title.
        described: What the options give of a work that is no article, by the keys of a source.

    Raises:
        ClickException: There is no source, and nobody to ask.
    """
    elsewhere: list[str] = []

    def cite(title: str) -> str:
        elsewhere.append(title)
        return ""

    cited: list[Value] = []
    known = desk.timeline.articles
    if articles or (known and not described["title"]):
        missing = Missing(_ELSEWHERE, cite)
        chosen = Choices("article", known, missing, meaning_of(Event, "sources"))
        cited += chosen.several("Sources: articles of this site", articles)
    asks_for_more = is_person_there() and not articles and not described["title"]
    if any(described.values()) or not (cited or elsewhere):
        cited.append(_work(desk, described))
    cited += [_work(desk, {}, title) for title in dict.fromkeys(elsewhere)]
    while asks_for_more:
        title = answer("Another source, by its title", try_field(Source, "title"), None)
        if not title:
            break
        cited.append(_work(desk, {"title": title}))
    return cited


def _work(desk: Desk, given: Given, title: str = "") -> Mapping[str, Value]:
    """A work that is described where it is cited."""
    described = {
        "title": answer(
            "Title of the source", try_field(Source, "title"), given.get("title"), default=title,
            needed=True, option="--source-title, or name an article with --source",
        ),
        "url": answer("Its address", try_field(Source, "url"), given.get("url")),
        "publisher": desk.publishers(Source, "publisher").one("Its publisher", given.get("publisher")),
        "published": answer(
            "Published (2020-01-05)", try_field(Source, "published"), given.get("published")
        ),
    }  # fmt: skip
    return {key: value for key, value in described.items() if value}
