"""One source that stands in two places: twice in one list, or described in two ways.

A source that is listed twice looks like two, and one that is described in two ways is wrong in one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Publishers, Timeline
from timeline.problems import Problem, Related, Severity
from timeline.records import Article, Located, Source

CODE_TWICE = "source-listed-twice"
CODE_ARTICLES = "articles-at-one-address"
CODE_OTHERWISE = "source-described-otherwise"


def bare(url: str) -> str:
    """What two spellings of one address have in common: no scheme, no 'www.', no fragment, no last slash."""
    return url.partition("://")[2].removeprefix("www.").partition("#")[0].rstrip("/")


def twice(timeline: Timeline) -> Iterator[Finding]:
    """Finds sources in place that are an article of the site, or another source of the same event."""
    articles = {bare(a.record.url): a for a in reversed(timeline.content.articles) if a.record.url}
    for entry in timeline.events.values():
        sources = entry.record.sources
        if len(sources) == 1 and (not articles or isinstance(sources[0], str)):
            continue
        first: dict[str, int] = {}
        for number, source in enumerate(sources):
            if not isinstance(source, Source) or not source.url:
                continue
            address = bare(source.url)
            other = first.setdefault(address, number)
            if address in articles:
                yield _article(entry, number, articles[address], cited=articles[address].record.id in sources)
            elif other != number:
                yield _same(entry, number, other)


def articles(timeline: Timeline) -> Iterator[Finding]:
    """Finds articles that are at the address of another one."""
    first: dict[str, Located[Article]] = {}
    for article in timeline.content.articles:
        address = bare(article.record.url or "")
        if "/" not in address:
            continue  # the front page of a site may be cited for many things
        other = first.setdefault(address, article)
        if other is not article:
            message = f"the articles '{article.record.id}' and '{other.record.id}' have one address"
            hint = "keep one of them, with the events of both, or correct the address"
            related = (Related(other.places.of("url"), f"the address of '{other.record.id}'"),)
            span = article.places.of("url")
            yield Finding(
                Problem(CODE_ARTICLES, Severity.NOTE, span, message, hint, related), (article, other)
            )


def _article(entry: EventEntry, number: int, article: Located[Article], *, cited: bool) -> Finding:
    id = article.record.id
    message, hint = f"this is the article '{id}' of this site", f"write {id} in place of all its keys"
    if cited:
        message, hint = (
            f"this is the article '{id}', which is a source of the event already",
            "delete this one",
        )
    related = (Related(article.places.of("url"), "the article's address"),)
    span = entry.span("sources", number, "url")
    return Finding(Problem(CODE_TWICE, Severity.WARNING, span, message, hint, related), (entry,))


def _same(entry: EventEntry, number: int, other: int) -> Finding:
    message, hint = (
        "this is the address of another source of the event, written otherwise",
        "keep one of them",
    )
    related = (Related(entry.span("sources", other, "url"), "the first one"),)
    span = entry.span("sources", number, "url")
    return Finding(Problem(CODE_TWICE, Severity.WARNING, span, message, hint, related), (entry,))


def otherwise(timeline: Timeline) -> Iterator[Finding]:
    """Finds addresses that are given another title, date or publisher elsewhere; each is told once."""
    first: dict[str, tuple[EventEntry, int, Source]] = {}
    told: set[str] = set()
    for entry in timeline.events.values():
        for number, source in enumerate(entry.record.sources):
            if not isinstance(source, Source) or not source.url:
                continue
            there = first.get(source.url)
            if there is None:
                first[source.url] = (entry, number, source)
                continue
            if there[0] is entry or there[2] == source or source.url in told or "/" not in bare(source.url):
                continue  # the front page of a site may be cited for many things
            differing = _differing(source, there[2], timeline.publishers)
            if differing:
                told.add(source.url)
                yield _otherwise((entry, number, source), there, differing)


def _differing(one: Source, other: Source, publishers: Publishers) -> str:
    """The first key of which two descriptions of one work say something else; empty where none is."""
    for key in ("publisher", "origin", "published", "title", "language"):
        here, there = getattr(one, key), getattr(other, key)
        if here and there and here != there and _contrary(key, here, there, publishers):
            return key
    return ""


def _contrary(key: str, here: Any, there: Any, publishers: Publishers) -> bool:  # noqa: ANN401 # any value
    if key in {"publisher", "origin"}:
        return publishers.identity(here) != publishers.identity(there)
    if key == "published":  # one may be more exact than the other
        return not (here.startswith(there) or there.startswith(here))
    return bool(here.casefold() != there.casefold())


def _otherwise(
    here: tuple[EventEntry, int, Source], there: tuple[EventEntry, int, Source], key: str
) -> Finding:
    here, there = sorted((here, there), key=lambda found: found[0].span("sources", found[1]), reverse=True)
    entry, number, _ = here
    other = getattr(there[2], key)
    message = f"the work at this address has another {key} where '{there[0].id}' cites it: '{other}'"
    return Finding(
        Problem(
            CODE_OTHERWISE,
            Severity.WARNING,
            entry.span("sources", number, key),
            message,
            "correct one of them, or make the work an article and cite its id",
            (Related(there[0].span("sources", there[1], key), f"its {key} there"),),
        ),
        (entry, there[0]),
    )


TWICE = Check(CODE_TWICE, Severity.WARNING, "A source stands once among the sources of an event.", twice)
OTHERWISE = Check(
    CODE_OTHERWISE, Severity.WARNING, "One work is described in one way wherever it is cited.", otherwise
)
ARTICLES = Check(CODE_ARTICLES, Severity.NOTE, "A work is one article.", articles)
