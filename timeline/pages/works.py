"""Every source of the chronology once, with whose it is and what rests on it.

A source is an article of the site or one that is described where it is cited; several events may cite it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.dates import When, short
from timeline.merging import EventEntry
from timeline.pages.citations import publication
from timeline.pages.edition import Edition
from timeline.pages.originals import original
from timeline.pages.views import Link
from timeline.records import Article, Event, Source

FEW = 5
"""How many events are named in the open; more of them stand behind a summary."""
AT_ONCE = 600
"""How many events of one source a page names, at two elements each; further pages name the others."""


@dataclass(slots=True, eq=False)
class Work:
    """One source, and the events that rest on it.

    Attributes:
        record: The article, or the source as it is first cited.
        when: When it was published, where that is stated.
        events: The events, in the timeline's order.
        first: For a part of what rests on a source: the number of the first of its events, from 1; else 0.
        total: For such a part: how many events there are in all.
    """

    record: Article | Source
    when: When | None
    events: list[EventEntry] = field(default_factory=list)
    first: int = 0
    total: int = 0

    @property
    def elements(self) -> int:
        """About how many elements it makes in a list."""
        return 8 + 2 * len(self.events)


@dataclass(frozen=True, slots=True)
class WorkView:
    """A source as lists show it; ``original`` is where one that is gone was, if the title leads elsewhere."""

    title: str
    url: str
    external: bool
    about: tuple[str, ...]
    archived: str
    gone: bool
    original: str
    supports: tuple[Link, ...]
    summary: str
    lang: str = ""
    dir: str = ""

    @property
    def few(self) -> bool:
        """Whether the events are so few that all are named in the open."""
        return len(self.supports) <= FEW


def works(edition: Edition) -> list[Work]:
    """Every source, newest first; those without a date come last."""
    found: dict[tuple[str, ...], Work] = {}
    for report in edition.timeline.reports.values():
        found["article", report.id] = Work(report.record, report.when)
    for placed in edition.timeline.entries:
        if isinstance(placed.entry, EventEntry):
            for source in _cited(placed.entry.record):
                key = _key(source)
                work = found.get(key)
                if work is None:
                    if not isinstance(source, Source):
                        continue
                    work = found[key] = Work(source, publication(source, edition))
                if placed.entry not in work.events[-1:]:
                    work.events.append(placed.entry)
    dated = [(work.when.sort_key, key) for key, work in found.items() if work.when]
    undated = sorted(key for key, work in found.items() if not work.when)
    return [found[key] for key in [*(key for _, key in sorted(dated, reverse=True)), *undated]]


def portions(work: Work) -> Sequence[Work]:
    """A source in parts, each with as many of its events as a page can name; mostly the source itself."""
    total = len(work.events)
    if total <= AT_ONCE:
        return (work,)
    return [
        Work(work.record, work.when, work.events[start : start + AT_ONCE], start + 1, total)
        for start in range(0, total, AT_ONCE)
    ]


def _cited(event: Event) -> Iterable[str | Source]:
    """The sources of an event, and those that its accounts and figures describe themselves."""
    if not (event.accounts or event.figures):
        return event.sources  # of most
    cited = [account.source for account in event.accounts] + [figure.source for figure in event.figures]
    cited += [account.figure.source for account in event.accounts if account.figure]
    return [*event.sources, *(source for source in cited if isinstance(source, Source))]


def _key(source: str | Source) -> tuple[str, ...]:
    """What two citations of one source have in common: its address; without one, all that names it."""
    if isinstance(source, str):
        return ("article", source)
    if source.url:
        return ("url", source.url)
    return ("named", source.title, source.publisher or "", source.origin or "", source.published or "")


def work_view(work: Work, edition: Edition, root: str, *, publisher: bool, origin: bool) -> WorkView:
    """A source as a list shows it.

    Args:
        work: The source.
        edition: What the pages share.
        root: The way from the page to the site's root.
        publisher: Whether to name the publisher: not in a list of that publisher's own.
        origin: Whether to name the agency.
    """
    record, language = work.record, edition.language
    name = edition.timeline.publishers.name
    about = [short(work.when, language) if work.when else language.text("date not stated")]
    if publisher:
        about.append(name(record.publisher) if record.publisher else language.text("publisher not stated"))
    if origin and record.origin:
        about.append(language.text("from {agency}", agency=name(record.origin)))
    own = isinstance(record, Article)
    lang, direction = edition.foreign(record.language, record.title)
    count = len(work.events)
    summary = language.text("Supports no event")
    if work.first:
        summary = language.plural(
            "Supports {number} event; here: {first} to {last}",
            "Supports {number} events; here: {first} to {last}",
            work.total,
            first=work.first,
            last=work.first + count - 1,
        )
    elif count:
        summary = language.plural("Supports {number} event", "Supports {number} events", count)
    where = original(record, edition.timeline)
    url = f"{root}articles/{record.id}/" if isinstance(record, Article) else where.best
    return WorkView(
        title=record.title,
        url=url,
        external=not own,
        about=tuple(about),
        archived=where.archived,
        gone=where.dead is not None,
        original=where.url if where.url != url else "",
        supports=tuple(edition.link_to(event, root) for event in work.events),
        summary=summary,
        lang=lang,
        dir=direction,
    )


def weight_of(works: Sequence[Work], edition: Edition) -> str:
    """How many sources there are and how many events rest on them, in words."""
    plural = edition.language.plural
    events = len({event.id for work in works for event in work.events})
    return edition.language.listed(
        (
            plural("{number} source", "{number} sources", len(works)),
            plural("{number} event rests on it", "{number} events rest on it", events)
            if len(works) == 1
            else plural("{number} event rests on them", "{number} events rest on them", events),
        )
    )
