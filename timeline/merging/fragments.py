"""Records of which something cannot be read: whatever else of them can be known is told in the same run."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.dates import When
from timeline.merging.claims import Claims, curated, reported
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
    beside = Claims.of(claim for id in own.by_event for claim in claims.heard.get(id, ()))
    together = own.union(beside)
    some = Content(articles=parts.articles, places=parts.places)
    yield from of_claims(together, known)
    yield from of_records(some, known)
    yield from missing_files(own, content.media)
    for mention in mentions(some, own):
        if mention.kind in RECORDS and (problem := known.problem(mention.kind, mention.id, mention.span)):
            yield problem
    yield from _lacking(content, together)


def partly_read(content: Content) -> Iterator[EventEntry]:
    """Those of such events of which all that bears on the status could be read."""
    for located in content.fragments.events:
        event = located.record
        states = event.retracted or event.status in _BY_ITSELF
        lost = any(located.places.has(key) and key not in event.model_fields_set for key in _BEARING)
        if states and not lost and event.id not in content.fragments.torn:
            (claims,) = curated([located]).heard.values()
            status = event.status or Status.RETRACTED
            yield EventEntry(event, ANY_TIME, status, claims, Origins(claims[0], {}))


def _lacking(content: Content, claims: Claims) -> Iterator[Problem]:
    """The keys that no file gives to such an event; an article that cannot be read might give them."""
    parts = content.fragments
    if content.broken.get("article", frozenset()) - {located.record.id for located in parts.articles}:
        return
    for located in parts.events:
        id = located.record.id
        heard = claims.heard[id]
        given = {name for name in LACKING for claim in heard if claim.gives(name)}
        if any(claim.article for claim in heard):
            given.add("sources")
        names = [name for name in LACKING if name not in given and not located.places.has(name)]
        if names and id not in parts.torn:
            yield lacking(id, names, located.places.of("id"))
