"""Ids that name nothing, ids given twice, and what is missing of an event once all files are heard."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.merging.claims import Claim, Claims, Given, Rank
from timeline.merging.mentions import Mention
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import ID_PATTERN, Article, Content, Event, Located, Path, Source

_REFERENCES = {
    "after": "event", "response_to": "event", "part_of": "event", "related": "event", "distinct_from": "event",
    "place": "place", "kind": "kind", "actors": "actor", "storylines": "storyline",
}  # fmt: skip
_HOMES = {
    "event": "content/events", "article": "content/articles", "place": "content/places.yaml",
    "actor": "content/actors.yaml", "storyline": "content/storylines",
    "publisher": "content/publishers.yaml", "kind": "site_config/vocabulary.yaml",
}  # fmt: skip


class Known:
    """The ids that may be named, by the kind of record."""

    def __init__(self, content: Content, claims: Claims, aliases: Mapping[str, str]) -> None:
        declared = {id for id in claims if any(c.how is Given.DECLARED for c in claims.by_event[id])}
        ids: dict[str, set[str]] = {
            "event": declared | set(aliases),
            "article": {a.record.id for a in content.articles},
            "place": {p.record.id for p in content.places},
            "actor": {a.record.id for a in content.actors},
            "storyline": {s.record.id for s in content.storylines},
            "publisher": {p.record.id for p in content.publishers},
            "kind": set(content.vocabulary.kinds),
        }
        self.ids = ids
        self._silent = {noun: content.broken.get(noun, frozenset()) for noun in ids}

    def problem(self, noun: str, id: str, span: Span) -> Problem | None:
        """What to say of an id that names nothing; None where it names something."""
        if id in self.ids[noun] or id in self._silent[noun]:
            return None
        near = difflib.get_close_matches(id, sorted(self.ids[noun]), n=1, cutoff=0.6)
        hint = f"did you mean '{near[0]}'?" if near else f"add it to {_HOMES[noun]}, or correct the id"
        message = f"there is no {noun} with the id '{id}'"
        return Problem(f"unknown-{noun}", Severity.ERROR, span, message, hint)


def duplicates(content: Content, claims: Claims) -> Iterator[Problem]:
    """Ids that two records of one kind have."""
    for id in claims:
        curated = [c for c in claims.of_event(id) if c.rank is Rank.CURATED]
        for claim in curated[1:]:
            yield _twice("event", id, claim.span("id"), curated[0].span("id"))
    groups: tuple[tuple[str, Iterable[Located[Any]]], ...] = (
        ("article", content.articles), ("storyline", content.storylines), ("place", content.places),
        ("actor", content.actors), ("publisher", content.publishers),
    )  # fmt: skip
    for noun, records in groups:
        first: dict[str, Located[Any]] = {}
        for located in records:
            other = first.setdefault(located.record.id, located)
            if other is not located:
                yield _twice(noun, located.record.id, located.places.of("id"), other.places.of("id"))


def _twice(noun: str, id: str, span: Span, first: Span) -> Problem:
    return Problem(
        "duplicate-id", Severity.ERROR, span, f"two {noun}s have the id '{id}'",
        "give one of them another id; if they are the same, keep one", (Related(first, "the first one"),),
    )  # fmt: skip


def aliases_of(claims: Claims) -> tuple[dict[str, str], list[Problem]]:
    """Which event each alias leads to, and aliases that are taken."""
    leads: dict[str, str] = {}
    problems = []
    declared = {id for id in claims if any(c.how is Given.DECLARED for c in claims.by_event[id])}
    for id in claims:
        for claim in claims.of_event(id):
            for number, alias in enumerate(claim.event.aliases):
                taken = alias if alias in declared else leads.get(alias, id)
                if taken != id or alias == id:
                    message = f"the alias '{alias}' is already the id or alias of the event '{taken}'"
                    hint = "an alias is an id that no event has any more"
                    span = claim.span("aliases", number)
                    problems.append(Problem("duplicate-id", Severity.ERROR, span, message, hint))
                else:
                    leads[alias] = id
    return leads, problems


def of_claims(claims: Claims, known: Known) -> Iterator[Problem]:
    """References to nothing in events, wherever they are given."""
    for id in claims:
        for claim in claims.of_event(id):
            for noun, named, path in _named_by(claim):
                if problem := known.problem(noun, named, claim.span(*path)):
                    yield problem
            for path, source in _sources_in_place(claim):
                yield from _of_source(source, claim, known, *path)


def _named_by(claim: Claim) -> Iterator[tuple[str, str, Path]]:
    """The ids that a claim names: the kind of record, the id, and the way to it."""
    if claim.how is Given.NAMED:
        yield "event", claim.event.id, ()
        return
    event = claim.event
    for field, noun in _REFERENCES.items():
        given = getattr(event, field)
        if isinstance(given, str):
            yield noun, given, (field,)
        else:
            for number, id in enumerate(given or ()):
                yield noun, id, (field, number)
    for number, source in enumerate(event.sources):
        if isinstance(source, str) and source != claim.article:
            yield "article", source, ("sources", number - claim.shift)
    in_place = {name for s in event.sources if isinstance(s, Source) for name in (s.url, s.title)}
    for path, cited in _cited(event):
        if isinstance(cited, str) and cited not in in_place:
            yield "article", cited, path


def _cited(event: Event) -> Iterator[tuple[Path, object]]:
    """The sources that accounts and figures name, with the way to each."""
    for number, account in enumerate(event.accounts):
        yield ("accounts", number, "source"), account.source
        if account.figure:
            yield ("accounts", number, "figure", "source"), account.figure.source
    for number, figure in enumerate(event.figures):
        yield ("figures", number, "source"), figure.source


def _sources_in_place(claim: Claim) -> Iterator[tuple[Path, Source]]:
    for number, source in enumerate(claim.event.sources):
        if isinstance(source, Source):
            yield ("sources", number - claim.shift), source
    for path, cited in _cited(claim.event):
        if isinstance(cited, Source):
            yield path, cited


def _of_source(source: Source, claim: Claim, known: Known, *path: str | int) -> Iterator[Problem]:
    for name in ("publisher", "origin"):
        given = getattr(source, name)
        if given and (problem := _publisher(given, known, claim.span(*path, name))):
            yield problem


def _publisher(given: str, known: Known, span: Span) -> Problem | None:
    """A publisher may be a name; what has hyphens and no capitals was meant to be an id."""
    if ID_PATTERN.fullmatch(given) and not given.isdigit():
        return known.problem("publisher", given, span)
    return None


def of_records(content: Content, known: Known) -> Iterator[Problem]:
    """References to nothing in articles and places, and places that lie in themselves."""
    for article in content.articles:
        for number, id in enumerate(article.record.storylines):
            if problem := known.problem("storyline", id, article.places.of("storylines", number)):
                yield problem
        for name in ("publisher", "origin"):
            given = getattr(article.record, name)
            if given and (problem := _publisher(given, known, article.places.of(name))):
                yield problem
    within = {p.record.id: p.record.within for p in content.places}
    for place in content.places:
        outer = place.record.within
        if outer and (problem := known.problem("place", outer, place.places.of("within"))):
            yield problem
        seen = {place.record.id}
        while outer and outer not in seen:
            seen.add(outer)
            outer = within.get(outer)
        if outer == place.record.id:
            yield Problem(
                "circle", Severity.ERROR, place.places.of("within"),
                f"the place '{outer}' lies in itself", "correct 'within'",
            )  # fmt: skip


def of_mentions(found: Iterable[Mention], known: Known) -> Iterator[Problem]:
    """Links in texts that lead to nothing."""
    for mention in found:
        if problem := known.problem(mention.kind, mention.id, mention.span):
            yield problem


def incomplete(event: Event, claim: Claim) -> Iterator[Problem]:
    """What an event lacks once all files are heard."""
    lacking = [name for name in ("title", "date") if getattr(event, name) is None]
    if not event.sources:
        lacking.append("sources")
    for name in lacking:
        hint = {
            "title": "add 'title:'",
            "date": "add 'date:', as exactly as it is known: 2020-01-04, 2020-01, 2019-12~, 2020-01-03/..",
            "sources": "add 'sources: [an-article]', or list the event in an article that reports it",
        }[name]
        yield Problem(
            "missing-key",
            Severity.ERROR,
            claim.span("id"),
            f"the event '{event.id}' has no {name.removesuffix('s') if name == 'sources' else name}",
            hint,
        )


def media_problems(claims: Claims, media: frozenset[str]) -> Iterator[Problem]:
    """Media files that are named and are not there."""
    for id in claims:
        for claim in claims.of_event(id):
            for number, item in enumerate(claim.event.media):
                if item.file not in media:
                    near = difflib.get_close_matches(item.file, sorted(media), n=1)
                    yield Problem(
                        "unknown-file", Severity.ERROR, claim.span("media", number, "file"),
                        f"there is no file 'content/media/{item.file}'",
                        f"did you mean '{near[0]}'?" if near else "put the file there, or correct the path",
                    )  # fmt: skip


def article_events(article: Article) -> tuple[str, ...]:
    """The ids of the events that an article reports, in its own order, each once."""
    return tuple(dict.fromkeys(e if isinstance(e, str) else e.id for e in article.events))
