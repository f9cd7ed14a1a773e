"""Records of which something cannot be read: whatever else of them can be known is told in the same run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.dates import When
from timeline.merging.aliases import renamed
from timeline.merging.claims import Claim, Claims, Given, curated, reported
from timeline.merging.entries import EventEntry, Origins
from timeline.merging.mentions import RECORDS, mentions
from timeline.merging.references import Known, of_claims, of_records
from timeline.merging.wholeness import LACKING, lacking, missing_files
from timeline.problems import Problem
from timeline.records import Content, Status

ANY_TIME = When.parse("-9999/9999")
"""When an event happened of which that is not known; nothing is ordered by it."""
_BY_ITSELF = frozenset({Status.CONFIRMED, Status.DISPUTED, Status.RETRACTED})
"""The statuses that the event's own keys bear out, and no count of its sources."""
_BEARING = ("status", "confirmed_by", "accounts", "retracted", "silence")


def of_fragments(content: Content, claims: Claims, known: Known) -> Iterator[Problem]:
    """What is wrong with the references of such records, and which keys such events lack.

    Args:
        content: The content with its fragments.
        claims: The claims of what could be read.
        known: The ids that may be named.
    """
    parts = content.fragments
    if not (parts.events or parts.articles or parts.places):
        return
    own = curated(parts.events).union(reported(parts.articles))
    together = _together(own, claims)
    some = Content(articles=parts.articles, places=parts.places)
    yield from of_claims(together, known)
    yield from of_records(some, known)
    yield from missing_files(own, content)
    for mention in mentions(some, own):
        if mention.kind in RECORDS and (problem := known.problem(mention.kind, mention.id, mention.span)):
            yield problem
    yield from _lacking(content, together)


def partly_read(content: Content, claims: Claims) -> Iterator[EventEntry]:
    """Those of such events of which all that bears on the status could be read.

    Args:
        content: The content with its fragments.
        claims: The claims of what could be read.
    """
    parts = content.fragments
    if not parts.events or _lost_articles(content):
        return
    together = _together(curated(parts.events).union(reported(parts.articles)), claims)
    files = Counter(claim.event.id for claim in together if claim.how is Given.DECLARED)
    for located in parts.events:
        event = located.record
        states = event.retracted or event.status in _BY_ITSELF
        lost = any(located.places.has(key) and key not in event.model_fields_set for key in _BEARING)
        # What another file says of it may bear the status out, and is merged with whole events alone.
        if states and not lost and files[event.id] == 1 and event.id not in parts.torn:
            (claim,) = curated([located])
            status = event.status or Status.RETRACTED
            yield EventEntry(event, ANY_TIME, status, (claim,), Origins(claim, {}))


def _together(own: Claims, claims: Claims) -> Claims:
    """The claims of such records, with all that others say of the same events, by whatever name."""
    ids = own.by_event.keys() | {alias for claim in own for alias in claim.event.aliases}
    beside = Claims.of(claim for id in sorted(ids) for claim in claims.heard.get(id, ()))
    return renamed(own.union(beside))[0]


def _lost_articles(content: Content) -> frozenset[str]:
    """The articles of which nothing could be read: any of them may speak of any event."""
    read = {located.record.id for located in content.fragments.articles}
    return content.broken.get("article", frozenset()) - read


def _lacking(content: Content, claims: Claims) -> Iterator[Problem]:
    """The keys that no file gives to such an event; an article that cannot be read might give them."""
    parts = content.fragments
    if _lost_articles(content):
        return
    given: dict[str, frozenset[str]] = {}
    for located in parts.events:
        id = located.record.id
        if id not in given:
            given[id] = _given(claims.heard[id])
        names = [name for name in LACKING if name not in given[id] and not located.places.has(name)]
        if names and id not in parts.torn:
            yield lacking(id, names, located.places.of("id"))


def _given(heard: Sequence[Claim]) -> frozenset[str]:
    """Which of the keys that an event must have are given in its claims; an article is a source by itself."""
    sources = {"sources"} if any(claim.article for claim in heard) else set()
    return frozenset(sources.union(name for name in LACKING for claim in heard if claim.gives(name)))
