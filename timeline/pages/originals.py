"""Where a reader is led who wants to read a source: to the original, or to a copy where that is gone.

A list in ``content/links.yaml`` says which addresses no longer answer; no build tries any.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.merging import Timeline
from timeline.pages.edition import Edition
from timeline.records import Article, DeadLink, Publisher, Source


@dataclass(frozen=True, slots=True)
class Original:
    """The original of a source, and the copy of it.

    Attributes:
        url: Where the original is, or was; empty where that is not stated.
        archived: Where an archived copy is; empty where there is none.
        dead: What is known of the original, if it no longer answers.
        copy_dead: What is known of the copy, if that no longer answers.
    """

    url: str
    archived: str
    dead: DeadLink | None
    copy_dead: DeadLink | None

    @property
    def leads_to_copy(self) -> bool:
        """Whether the copy comes first: the original is gone, and the copy is not."""
        return self.dead is not None and bool(self.archived) and self.copy_dead is None

    @property
    def best(self) -> str:
        """Where to lead a reader: to the copy where the original is gone; empty where nothing is known."""
        return self.archived if self.leads_to_copy or not self.url else self.url


def original(record: Article | Source | Publisher, timeline: Timeline) -> Original:
    """The original of a source or a publisher's own site, and the copy, which the list may give too."""
    dead = _dead(record.url, timeline)
    stated = None if isinstance(record, Publisher) else record.archived
    archived = stated or (dead.archived if dead else None)
    return Original(record.url or "", archived or "", dead, _dead(archived, timeline))


def _dead(url: str | None, timeline: Timeline) -> DeadLink | None:
    located = timeline.dead_links.get(url) if url else None
    return located.record if located else None


def remark(dead: DeadLink | None, edition: Edition) -> str:
    """The quiet word beside an address that no longer answers; empty beside any other."""
    if dead is None:
        return ""
    return edition.language.text("no longer answers; noticed on {date}", date=edition.day(dead.seen))
