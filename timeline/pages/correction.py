"""What was corrected and what was retracted, newest first: mistakes stay visible, in one place too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.merging import EventEntry
from timeline.pages.archive import text_weight
from timeline.pages.document import Document, root_of
from timeline.pages.edition import Edition
from timeline.pages.paging import Pager, turned, weighed
from timeline.pages.views import Link

PATH = "corrections/"
_PER_PAGE = 800
"""The elements of the changes on one page: a hundred changes, or fewer of those that have long notes."""
_USUAL = 600  # the characters of a note that weigh nothing: they make no page too heavy


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One correction or retraction."""

    date: str
    machine: str
    word: str
    retracted: bool
    note: Markup
    event: Link


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """What the template of the page is given."""

    title: str
    lead: str
    changes: tuple[ChangeView, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class _Change:
    date: str
    entry: EventEntry
    note: str
    retracted: bool


def documents(edition: Edition) -> Iterator[Document]:
    """The corrections and retractions of the whole site."""
    language, text = edition.language, edition.language.text
    title = text("Corrections")
    lead = text("What we got wrong and what stands now, newest first. Nothing is changed in silence.")
    pages = weighed(_changes(edition), _weight, _PER_PAGE)
    for path, number, some, pager in turned(PATH, pages, language):
        root = root_of(path)
        changes = tuple(_view(change, edition, root) for change in some)
        view = CorrectionsView(title, lead, changes, pager)
        newest = max((change.date for change in some), default="")
        html = edition.render("corrections.html", view)
        kind = "corrections" if number == 1 else "continued"
        yield Document(path, kind, title, lead, html, updated=newest)


def _changes(edition: Edition) -> list[_Change]:
    """Newest first; of one day, in the timeline's order."""
    found = []
    for placed in edition.timeline.entries:
        entry = placed.entry
        if isinstance(entry, EventEntry):
            retracted = entry.record.retracted
            if retracted:
                found.append(_Change(retracted.date, entry, retracted.reason, retracted=True))
            found += [_Change(c.date, entry, c.note, retracted=False) for c in entry.record.corrections]
    return sorted(found, key=lambda change: change.date, reverse=True)


def _view(change: _Change, edition: Edition, root: str) -> ChangeView:
    text = edition.language.text
    return ChangeView(
        date=edition.day(change.date),
        machine=change.date,
        word=text("Retraction") if change.retracted else text("Correction"),
        retracted=change.retracted,
        note=edition.prose.short(change.note, root),
        event=edition.link_to(change.entry, root),
    )


def _weight(change: _Change) -> int:
    """The elements of a change, with those of its note where that is longer than usual."""
    return 8 + (text_weight(change.note) if len(change.note) > _USUAL else 0)
