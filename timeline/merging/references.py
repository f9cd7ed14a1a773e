"""Ids that name nothing, ids given twice, and places that lie in themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline.merging.circles import circles
from timeline.merging.claims import Claim, Claims, Given
from timeline.merging.homes import HOMES, of_another_kind
from timeline.merging.mentions import RECORDS, Mention
from timeline.merging.nearest import Nearest
from timeline.merging.relations import circle_problem, shown
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import ID_PATTERN, Content, Located, Path, Place, Record, Source, slug

DEEPEST_PLACE = 20
"""How many places may lie in one another: from a room to a continent, and as many again."""

REFERENCES = {
    "after": "event",
    "response_to": "event",
    "part_of": "event",
    "related": "event",
    "distinct_from": "event",
    "place": "place",
    "kind": "kind",
    "actors": "actor",
    "storylines": "storyline",
}
"""The keys of an event that name records by their ids, and the kind of record that each names."""
AROUND_LINKS = " \t\"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a"
"""What somebody may put around the address of a link, and is no part of it."""
_TO_THE_END = re.compile(r"[a-z]+:([^()\n]*)\)", re.IGNORECASE)
MOST_LISTED = 30
"""How many kinds a hint lists."""
NOBODY = frozenset({
    "false", "n-a", "na", "nil", "no", "nobody", "none", "not-known", "not-stated", "null", "tba",
    "tbd", "todo", "true", "unknown", "yes",
})  # fmt: skip
"""Words that fill a key in place of an id."""
_NO_SOURCE = "write out what the source is; an event for which there is none has to wait"


class Known:
    """The ids that may be named, by the kind of record."""

    def __init__(self, content: Content, claims: Claims, aliases: Mapping[str, str]) -> None:
        self.ids: dict[str, frozenset[str]] = {
            "event": claims.declared | aliases.keys(),
            "article": frozenset(a.record.id for a in content.articles),
            "place": frozenset(p.record.id for p in content.places),
            "actor": frozenset(a.record.id for a in content.actors),
            "storyline": frozenset(s.record.id for s in content.storylines),
            "publisher": frozenset(p.record.id for p in content.publishers),
            "kind": frozenset(content.vocabulary.kinds),
        }
        self._known = {noun: ids | content.broken.get(noun, frozenset()) for noun, ids in self.ids.items()}
        self.titles = {a.record.title: a.record.id for a in content.articles}
        self._kinds = tuple(content.vocabulary.kinds)
        self._nearest = {noun: Nearest(ids) for noun, ids in self.ids.items()}

    def has(self, noun: str, id: str) -> bool:
        """Whether a record has the id, or would have it if it could be read."""
        return id in self._known[noun]

    def problem(self, noun: str, id: str, span: Span, own: str = "") -> Problem | None:
        """What to say of an id that names nothing; None where it names something.

        ``own`` is the id of the record of that kind in which it stands, which it hardly means.
        """
        if self.has(noun, id):
            return None
        near = self._nearest[noun].to(id)
        near = "" if near == own else near
        hint = f"did you mean '{near}'? if not, {self._home(noun)}" if near else self._home(noun)
        if id in NOBODY or (id == "anonymous" and noun == "publisher"):  # as an actor, it may be one
            hint = nobody_hint(noun)
        message = f"there is no {noun} with the id '{id}'"
        if not near and noun in RECORDS:
            hint = next((of_another_kind(id, kind) for kind in RECORDS if id in self.ids[kind]), hint)
        return Problem(f"unknown-{noun}", Severity.ERROR, span, message, hint)

    def _home(self, noun: str) -> str:
        """Where a record is added; of the kinds, which are few, also which there are."""
        if noun == "kind" and 0 < len(self._kinds) <= MOST_LISTED:
            return f"write one of {', '.join(self._kinds)}, or add it to site_config/vocabulary.yaml"
        return HOMES[noun]


def nobody_hint(noun: str) -> str:
    """What to do about a word that says of a kind of record that there is none, or that it is not known."""
    if noun == "article":
        return _NO_SOURCE
    said = "; the site then says 'not stated'" if noun == "publisher" else ""
    return f"leave it out where it is not known{said}"


def problems_of(
    content: Content, claims: Claims, found: Iterable[Mention], known: Known
) -> Iterator[Problem]:
    """Everything that is wrong with the ids of a project's records and with references to them."""
    yield from _duplicates(content, claims)
    yield from of_claims(claims, known)
    yield from of_records(content, known)
    yield from _place_circles(content.places)
    for mention in found:
        # Its place is looked for only where there is something to tell.
        if mention.kind not in RECORDS or known.has(mention.kind, mention.id):
            continue
        problem = known.problem(mention.kind, mention.id, mention.span)
        if problem and (meant := _meant_by(mention)):
            message = "an address has no spaces and no quotes in it or around it"
            problem = replace(problem, message=message, hint=f"write {mention.kind}:{meant}")
        elif problem and not ID_PATTERN.fullmatch(mention.id) and known.has(mention.kind, slug(mention.id)):
            problem = replace(problem, hint=f"write {mention.kind}:{slug(mention.id)}")
        if problem:
            yield problem


def _meant_by(mention: Mention) -> str:
    """The id that a link names, once what does not belong to it is taken away; empty where nothing does."""
    written = mention.id
    if not written and (rest := _TO_THE_END.match(mention.text.text, mention.link.at)):
        written = rest[1]  # behind a space
    bare = written.strip(AROUND_LINKS)
    return bare if bare != mention.id and ID_PATTERN.fullmatch(bare) else ""


def _duplicates(content: Content, claims: Claims) -> Iterator[Problem]:
    for id, heard in claims.heard.items():
        for claim in heard[1:]:
            if claim.is_curated:
                differing = _differing(heard[0].event, claim.event)
                yield _twice("event", id, claim.span("id"), heard[0].span("id"), differing)
    yield from _partly_read_twice(content, claims)
    groups: dict[str, Iterable[Located[Any]]] = {
        "article": content.articles,
        "storyline": content.storylines,
        "place": content.places,
        "actor": content.actors,
        "publisher": content.publishers,
    }
    for noun, records in groups.items():
        first: dict[str, Located[Any]] = {}
        for located in records:
            other = first.setdefault(located.record.id, located)
            if other is not located:
                differing = _differing(other.record, located.record)
                here, there = located.places.of("id"), other.places.of("id")
                yield _twice(noun, located.record.id, here, there, differing)


def _partly_read_twice(content: Content, claims: Claims) -> Iterator[Problem]:
    """Curated events of one id of which not all can be read."""
    first: dict[str, Span] = {}
    for located in content.fragments.events:
        id, span = located.record.id, located.places.of("id")
        if id in claims.curated:
            first.setdefault(id, claims.heard[id][0].span("id"))
        earlier, later = sorted((first.setdefault(id, span), span))
        if earlier != later:
            yield _twice("event", id, later, earlier)


def _differing(one: Record, other: Record) -> Sequence[str]:
    """The keys in which two records of one id differ."""
    return [key for key in type(one).model_fields if getattr(one, key) != getattr(other, key)]


def _twice(noun: str, id: str, span: Span, first: Span, differing: Sequence[str] | None = None) -> Problem:
    message, related = f"two {noun}s have the id '{id}'", "the first one"
    hint = "give one of them another id; if they are the same, keep one"
    if differing:
        related += "; the two differ in " + ", ".join(f"'{key}'" for key in differing)
    elif differing is not None:
        related, hint = "the first one, which says the same", "delete one of them: they say the same"
    return Problem("duplicate-id", Severity.ERROR, span, message, hint, (Related(first, related),))


def of_claims(claims: Claims, known: Known) -> Iterator[Problem]:
    """The ids in claims that name nothing."""
    for heard in claims.heard.values():
        names: set[str | None] | None = None
        for claim in heard:
            for noun, named, path in _named_by(claim):
                own = claim.event.id if noun == "event" else ""
                # Where it stands is looked up only if that has to be told: it costs a parse.
                if not known.has(noun, named) and (
                    problem := known.problem(noun, named, claim.span(*path), own)
                ):
                    yield problem
            for path, cited in claim.cited():
                if isinstance(cited, Source):
                    yield from _of_source(cited, claim, known, path)
                elif cited is not None and not known.has("article", cited):
                    # An account may cite a source of the event by title or address, whoever gives it.
                    if names is None:
                        names = {n for c in heard for s in _in_place(c) for n in (s.url, s.title)}
                    if cited not in names:
                        meant = known.titles.get(cited) or _published_by(cited, heard)
                        yield _unknown_source(cited, claim.span(*path), names, known, meant)


def _named_by(claim: Claim) -> Iterator[tuple[str, str, Path]]:
    """The ids that a claim names: the kind of record, the id, and the way to it."""
    if claim.how is Given.NAMED:
        yield "event", claim.event.id, ()
        return
    event, written = claim.event, claim.event.model_fields_set
    for field, noun in REFERENCES.items():
        if field not in written:
            continue
        given = getattr(event, field)
        if isinstance(given, str):
            yield noun, given, (field,)
        elif given:
            for number, id in enumerate(given):
                yield noun, id, (field, number)
    for number, source in enumerate(event.sources):
        if isinstance(source, str):
            yield "article", source, ("sources", number)


def _in_place(claim: Claim) -> Iterator[Source]:
    return (source for source in claim.event.sources if isinstance(source, Source))


def _published_by(name: str, heard: Iterable[Claim]) -> str:
    """The title of an event's source of that publisher, where there is one alone; else an empty text."""
    titles = {source.title for claim in heard for source in _in_place(claim) if source.publisher == name}
    return titles.pop() if len(titles) == 1 else ""


def _unknown_source(cited: str, span: Span, names: Iterable[str | None], known: Known, meant: str) -> Problem:
    """What to say of a source that is none of the event's; ``meant`` is what was probably to be named."""
    if ID_PATTERN.fullmatch(cited) and (problem := known.problem("article", cited, span)):
        return problem
    near = Nearest(name for name in names if name).to(cited)
    hint = "name an article by its id, or a source of this event by its title or address"
    message = f"this event has no source '{cited}'"
    if meant or near:
        hint = f"did you mean '{meant}'?" if meant else f"did you mean '{near}'? if not, {hint}"
    return Problem("unknown-source", Severity.ERROR, span, message, hint)


def _of_source(source: Source, claim: Claim, known: Known, path: Path) -> Iterator[Problem]:
    for name in ("publisher", "origin"):
        given = getattr(source, name)
        if given and _is_lost(given, known):
            yield from _publisher(given, known, claim.span(*path, name))


def _is_lost(given: str, known: Known) -> bool:
    """Whether a publisher or an origin is an id that names nothing.

    It may be a name; what has no capitals and no spaces was meant to be an id.
    """
    return not known.has("publisher", given) and bool(ID_PATTERN.fullmatch(given)) and not given.isdigit()


def _publisher(given: str, known: Known, span: Span) -> Iterator[Problem]:
    if problem := known.problem("publisher", given, span):
        yield problem


def of_records(content: Content, known: Known) -> Iterator[Problem]:
    """The same in articles and places."""
    for article in content.articles:
        for number, id in enumerate(article.record.storylines):
            if known.has("storyline", id):
                continue
            if problem := known.problem("storyline", id, article.places.of("storylines", number)):
                yield problem
        for name in ("publisher", "origin"):
            given = getattr(article.record, name)
            if given and _is_lost(given, known):
                yield from _publisher(given, known, article.places.of(name))
    for place in content.places:
        outer = place.record.within
        if outer is None or known.has("place", outer):
            continue
        if problem := known.problem("place", outer, place.places.of("within"), place.record.id):
            yield problem


def _place_circles(places: Iterable[Located[Place]]) -> Iterator[Problem]:
    by_id: dict[str, Located[Place]] = {}
    for place in places:
        by_id.setdefault(place.record.id, place)
    graph = {id: (outer,) if (outer := p.record.within) else () for id, p in by_id.items()}
    for circle in circles(graph):
        spans = [by_id[id].places.of("within") for id in circle]
        words = [f"'{id}' lies in '{by_id[id].record.within}' here" for id in circle]
        message = f"these places lie in one another: {shown(circle)}"
        if len(circle) == 1:
            message = f"the place '{circle[0]}' lies in itself"
        yield circle_problem(message, "correct 'within'", spans, words)
    yield from _deep_places(by_id)


def _deep_places(by_id: Mapping[str, Located[Place]]) -> Iterator[Problem]:
    """The places where a chain of places that lie in one another grows too long; not those inside them."""
    for id, place in by_id.items():
        chain, outer = [id], place.record.within
        while outer is not None and outer in by_id and len(chain) <= DEEPEST_PLACE + 1:
            chain.append(outer)
            outer = by_id[outer].record.within
        if len(chain) == DEEPEST_PLACE + 1:
            message = f"places lie in one another at most {DEEPEST_PLACE} deep, and this is one more"
            span = place.places.of("within")
            yield Problem("too-deep", Severity.ERROR, span, message, "leave out what nobody asks for")
