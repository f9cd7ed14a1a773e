"""When the entries of a timeline happened: their texts, in the zone that counts for each.

The zone of an event is that of an offset in its text, else its own, else its place's, else that of what
the place lies in, else the site's.
"""

from __future__ import annotations

import functools

from timeline.dates import DateError, When, Zone
from timeline.merging.entries import Origins
from timeline.problems import Problem, Severity, Span
from timeline.records import Article, Content, Event, Located, Place, Site


class Dating:
    """Dates events and reports.

    Attributes:
        problems: Dates that are impossible once date, time and zone come together.
    """

    def __init__(self, content: Content, site: Site) -> None:
        self.site = site
        self.problems: list[Problem] = []
        self._places: dict[str, Place] = {}
        for place in content.places:
            self._places.setdefault(place.record.id, place.record)
        self._zones: dict[str, Zone] = {}
        self._by_place: dict[str | None, Zone] = {None: site.timezone}

    def of_event(self, event: Event, origins: Origins) -> When | None:
        """When a merged event happened; None where it has no date, or none that can be."""
        if event.date is None:
            return None
        zone = self._zone(event.timezone) if event.timezone else self._zone_of(event.place)
        when, error = self._located(event.date, event.time, zone)
        if error is not None:
            self._add(origins.span(error.field if getattr(event, error.field) else "date"), error)
        return when

    def of_report(self, article: Located[Article]) -> tuple[When | None, When | None]:
        """When an article was published, and when it was last changed; None where that is not known."""
        record = article.record
        zone = self._zone(record.timezone) if record.timezone else self.site.timezone
        found: list[When | None] = []
        for name, written in (("published", record.published), ("updated", record.updated)):
            when, error = self._located(written, None, zone) if written else (None, None)
            if error is not None:
                self._add(article.places.of(name), error)
            found.append(when)
        return found[0], found[1]

    def _located(self, date: str, time: str | None, zone: Zone) -> tuple[When | None, DateError | None]:
        try:
            when = _parsed(date, time, zone, self.site.timezone)
        except DateError as error:
            return None, error
        return when, when.gap_problem

    def _zone(self, text: str) -> Zone:
        if text not in self._zones:
            self._zones[text] = Zone.parse(text)
        return self._zones[text]

    def _zone_of(self, place: str | None) -> Zone:
        """The zone of a place, found once for it and for all that it lies in."""
        chain: dict[str | None, None] = {}
        zone = self.site.timezone
        while place not in self._by_place:
            chain[place] = None
            record = self._places.get(place or "")
            if record is not None and record.timezone:
                zone = self._zone(record.timezone)
                break
            place = record.within if record is not None else None
            if place in chain:
                break
        else:
            zone = self._by_place[place]
        self._by_place.update(dict.fromkeys(chain, zone))
        return zone

    def _add(self, span: Span, error: DateError) -> None:
        self.problems.append(Problem("bad-date", Severity.ERROR, span, error.message, error.hint))


@functools.lru_cache(maxsize=1 << 14)  # many have one day, and `serve` merges all again and again
def _parsed(date: str, time: str | None, zone: Zone, site: Zone) -> When:
    return When.parse(date, time, zone, site)
