"""What the page of an event shows, and how that is parted where one page cannot hold it.

An event may have hundreds of sources, or be the whole of which thousands are part. Its pages are cut here;
nearly every event has one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

from timeline.merging import EventEntry
from timeline.pages.archive import BUDGET, text_weight
from timeline.pages.digests import RELATIONS
from timeline.pages.edition import Edition
from timeline.pages.paging import Pager
from timeline.pages.shares import Shares, shared_out, weight
from timeline.pages.views import (
    AccountView,
    Citation,
    CorrectionView,
    EditView,
    FigureView,
    Group,
    KindView,
    Link,
    MediaView,
    RetractionView,
    StatusView,
    Step,
    WhenView,
)
from timeline.records import Source

_LISTS = ("media", "accounts", "figures", "before", "after", "sources", "corrections")
"""What the page lists before the groups of links and the tags, in the order in which it does."""
_SECTIONS = {"before": "thread", "after": "thread"}
"""The ids of the sections that have another name than what they list."""
_FEW = 60
"""An event of no more things than this in all its lists, a source counting as four, stands on one page."""
_LIGHT = 400
"""The same of texts that weigh no more than this."""
_LEAST = 300
"""The elements that the lists of a first page may make at the least, however long the text before them is."""


@dataclass(frozen=True, slots=True)
class EventView:
    """What the template of an event's page is given.

    Attributes:
        more: Where a list goes on that this page has in part only, by the list's name.
        first_source: The number of the first source that this page has.
        whole: On a further page, the way to the first.
        pager: The way to the pages beside this one.
    """

    title: str
    lang: str
    dir: str
    kind: KindView
    when: WhenView
    place: tuple[Link, ...]
    place_words: str
    summary: Markup | None
    body: Markup | None
    retracted: RetractionView | None
    media: tuple[MediaView, ...]
    accounts: tuple[AccountView, ...]
    accounts_title: str
    figures: tuple[FigureView, ...]
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    sources: tuple[Citation, ...]
    sources_title: str
    corrections: tuple[CorrectionView, ...]
    status: StatusView
    confirmed_by: str
    belongings: tuple[Group, ...]
    tags: tuple[Link, ...]
    edit: EditView | None
    previous: Step | None
    next: Step | None
    permalink: str
    suggestion: str
    instant: str
    more: Mapping[str, Link] = field(default_factory=dict)
    first_source: int = 1
    whole: Link | None = None
    pager: Pager | None = None


def is_short(entry: EventEntry, edition: Edition) -> bool:
    """Whether one page holds the event, as far as that is seen without making it: as of nearly all."""
    event, timeline = entry.record, edition.timeline
    things = 4 * (len(event.sources) + len(event.accounts) + len(event.media)) + 2 * len(event.corrections)
    things += len(event.figures) + len(event.tags) + len(event.actors) + len(event.storylines)
    things += len(event.related) + len(event.after) + len(event.response_to)
    things += sum(len(timeline.following.get((name, entry.id), ())) for name in RELATIONS)
    things += len(timeline.mentioned_in.get(("event", entry.id), ()))
    if things > _FEW:
        return False
    sources = [source for source in event.sources if isinstance(source, Source)]
    texts = [text for source in sources for text in (source.quote, source.note)]
    texts += [text for account in event.accounts for text in (account.by, account.says)]
    texts += [text for item in event.media for text in (item.alt, item.caption)]
    texts += [correction.note for correction in event.corrections]
    return sum(text_weight(text) for text in texts if text) <= _LIGHT


def shares_of(view: EventView) -> Sequence[Shares]:
    """What each page has of the event's lists."""
    told = weight(view.summary or "") + weight(view.body or "")
    if view.retracted:
        told += weight(view.retracted.reason)
    return shared_out(_lists(view), max(_LEAST, BUDGET - told), BUDGET)


def _lists(view: EventView) -> Mapping[str, Sequence[Any]]:
    lists: dict[str, Sequence[Any]] = {name: getattr(view, name) for name in _LISTS}
    lists |= {_anchor(number): group.links for number, group in enumerate(view.belongings, 1)}
    return lists | {"tags": view.tags}


def _anchor(group: int) -> str:
    return f"group-{group}"


def part_of(view: EventView, number: int, pages: Sequence[Shares], edition: Edition) -> EventView:
    """The view of one of several pages, which share the lists."""
    lists, mine = _lists(view), pages[number - 1]
    way = "" if number == 1 else "../../"
    more = {}
    for name, share in mine.items():
        page = next((later for later, other in enumerate(pages[number:], number + 1) if name in other), 0)
        if page and share.stop < len(lists[name]):
            words = edition.language.plural(
                "{number} more on page {page}", "{number} more on page {page}",
                len(lists[name]) - share.stop, page=page,
            )  # fmt: skip
            # The list that a page begins with is seen below its title.
            begins = next(iter(pages[page - 1])) == name
            section = "" if begins else f"#{_SECTIONS.get(name, name)}"
            more[name] = Link(f"{way}page/{page}/{section}", words)
    groups = (
        replace(group, links=group.links[mine[anchor]], more=more.get(anchor), anchor=anchor)
        for number, group in enumerate(view.belongings, 1)
        if (anchor := _anchor(number)) in mine
    )
    shown = {name: getattr(view, name)[mine.get(name, slice(0))] for name in (*_LISTS, "tags")}
    sources = mine.get("sources", slice(0, 0))
    return replace(view, **shown, belongings=(*groups,), more=more, first_source=sources.start + 1)
