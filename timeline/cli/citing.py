"""The sources of a new event, asked for: articles of the site, and works described where they are cited.

Two sources are often what an event has to begin with, so a person is asked for another until there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import click

from timeline.cli.asking import answer, is_person_there, try_field
from timeline.cli.choosing import Choices, Missing
from timeline.cli.meaning import meaning_of
from timeline.cli.subjects import Desk, Given
from timeline.records import Event, Source
from timeline.writing import Value

_OPTIONS = {
    "title": "--source-title", "url": "--source-url", "publisher": "--source-publisher",
    "published": "--source-published",
}  # fmt: skip
_ELSEWHERE = "Cite it as one from elsewhere? 'timeline new article' would make it an article of this site."


def works_of(**given: tuple[str, ...]) -> list[Given]:
    """The works that options describe, one after the other; '' says that a work has none of a kind.

    Args:
        given: What the options give, by the keys of a source, each as often as there are works.

    Raises:
        ClickException: One is given more often than another, so that nobody knows what belongs together.
    """
    several = max(map(len, given.values()))
    for key, values in given.items():
        if values and len(values) < several:
            most = next(name for name, others in given.items() if len(others) == several)
            raise click.ClickException(
                f"{_OPTIONS[key]} is given less often than {_OPTIONS[most]} ({len(values)} and {several}): "
                "of several sources, give each as often, in one order, with '' where a source has none"
            )
    return [
        {key: values[number] if values else None for key, values in given.items()}
        for number in range(several)
    ]


def refuse_what_is_said_of_an_article(articles: tuple[str, ...], works: Sequence[Given]) -> None:
    """Ends the command where an option describes a source that is an article, and nobody can be asked.

    Args:
        articles: The articles that are given.
        works: What the options give of other works, by the keys of a source.
    """
    said = [key for work in works if not work["title"] for key in _OPTIONS if work[key]]
    if articles and said and not is_person_there():
        option = _OPTIONS[said[0]]
        raise click.ClickException(
            f"{option} belongs to a source that is no article of the site: name that with --source-title; "
            f"what an article says of itself stands in its own file"
        )


def sources_of(desk: Desk, articles: tuple[str, ...], works: Sequence[Given]) -> list[Value]:
    """The sources that are given, or that a person names.

    Args:
        desk: The desk.
        articles: The articles that are given, by id or title.
        works: What the options give of works that are no articles, by the keys of a source.

    Raises:
        ClickException: There is no source, and nobody to ask.
    """
    elsewhere: list[str] = []

    def cite(title: str) -> str:
        elsewhere.append(title)
        return ""

    cited: list[Value] = []
    known = desk.timeline.articles
    is_told = any(work["title"] for work in works)
    if articles or (known and not is_told):
        missing = Missing(_ELSEWHERE, cite)
        chosen = Choices("article", known, missing, meaning_of(Event, "sources"))
        cited += chosen.several("Sources: articles of this site", articles)
    asks_for_more = is_person_there() and not articles and not is_told
    if works or not (cited or elsewhere):
        cited += [_work(desk, work) for work in works or [{}]]
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
        "url": _unless_none(given, "url", lambda url: answer("Its address", try_field(Source, "url"), url)),
        "publisher": _unless_none(
            given, "publisher", lambda name: desk.publishers(Source, "publisher").one("Its publisher", name)
        ),
        "published": _unless_none(
            given, "published",
            lambda day: answer("Published (2020-01-05)", try_field(Source, "published"), day),
        ),
    }  # fmt: skip
    return {key: value for key, value in described.items() if value}


def _unless_none(given: Given, key: str, asked: Callable[[str | None], str]) -> str:
    """The answer to a question; nothing is asked where the option says that there is none."""
    return "" if given.get(key) == "" else asked(given.get(key))
