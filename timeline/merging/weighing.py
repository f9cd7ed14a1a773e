"""How many independent sources tell of an event, and the status that follows from it.

Independence counts distinct origins, else publishers: two newspapers that carry one agency's text are
one source. The scale follows the practice of Airwars and ACLED.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.records import Article, Event, Located, Publisher, Source, Status


class Publishers:
    """Resolves what a source gives as publisher or origin: the id of a publisher, or a name."""

    def __init__(self, publishers: Iterable[Located[Publisher]]) -> None:
        self.by_id: dict[str, Publisher] = {}
        self._ids: dict[str, str] = {}
        for located in publishers:
            publisher = located.record
            self.by_id.setdefault(publisher.id, publisher)
            self._ids.setdefault(publisher.name.casefold(), publisher.id)

    def name(self, given: str) -> str:
        """The name to show."""
        publisher = self.by_id.get(given)
        return publisher.name if publisher else given

    def identity(self, given: str) -> str:
        """What two spellings of one publisher have in common."""
        if given in self.by_id:
            return given
        folded = given.casefold()
        return self._ids.get(folded, folded)


def independent(
    event: Event, articles: Mapping[str, Located[Article]], publishers: Publishers
) -> frozenset[str]:
    """The distinct origins, else publishers, of an event's sources; those that state neither are left out."""
    voices = set()
    for source in event.sources:
        record: Article | Source | None
        if isinstance(source, str):
            located = articles.get(source)
            record = located.record if located else None
        else:
            record = source
        voice = record and (record.origin or record.publisher)
        if voice:
            voices.add(publishers.identity(voice))
    return frozenset(voices)


def derived_status(voices: frozenset[str]) -> Status:
    """The status that the sources alone bear out."""
    return Status.CORROBORATED if len(voices) > 1 else Status.SINGLE_SOURCE


def status_of(event: Event, voices: frozenset[str]) -> Status:
    """The status as stated, else as derived; a retracted event is retracted."""
    if event.status is not None:
        return event.status
    return Status.RETRACTED if event.retracted else derived_status(voices)
