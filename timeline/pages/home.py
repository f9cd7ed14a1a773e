"""The home page: what the chronology is about, how fresh it is, and the timeline or the way into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.dates import date_of, iso_year
from timeline.pages.add import PATH as ADDING
from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.front import Selection, front
from timeline.pages.headings import TimelineView, timeline_elsewhere, timeline_view
from timeline.pages.stops import YearStops, stops
from timeline.pages.strip import StripView, in_archive, on_page, strip
from timeline.pages.views import Link
from timeline.pages.words import counts

HOME = "index.md"


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the template of the home page is given."""

    title: str
    lead: str
    body: Markup | None
    counts: list[str]
    as_of: str
    method: Link | None
    timeline: TimelineView
    selections: tuple[Selection, ...]
    years: tuple[YearStops, ...]
    strip: StripView | None
    adding: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on the timeline yet."""
        return not self.counts

    @property
    def has_line(self) -> bool:
        """Whether there is anything to say in the quiet line below the title."""
        return bool(self.counts or self.as_of or self.method)


def documents(edition: Edition) -> Iterator[Document]:
    """The home page; the editor's ``index.md`` gives its title, its lead and its text."""
    timeline = edition.timeline
    located = timeline.content.pages.get(HOME)
    page = located.record if located else None
    title = page.title if page else timeline.site.name
    lead = edition.prose.plain(page.summary) if page and page.summary else ""
    body = edition.prose.long(page.body, "") if page and page.body.strip() else None
    as_of, is_long = timeline.as_of, edition.archive.is_long
    view = HomeView(
        title=title,
        lead=lead,
        body=body,
        counts=counts(timeline.entries, edition),
        as_of=edition.day(_edtf(*date_of(as_of.day))) if as_of else "",
        method=edition.method(""),
        timeline=(timeline_elsewhere if is_long else timeline_view)(timeline.entries, edition, ""),
        selections=front(timeline.entries, edition),
        years=stops(edition, "") if is_long else (),
        adding=ADDING,
        strip=strip(timeline.entries, edition, in_archive(edition, "") if is_long else on_page),
    )
    source = located.places.of() if located else None
    html = edition.render("home.html", view)
    yield Document("", "home", title, lead, html, source, page=HOME, entries=timeline.entries)


def _edtf(year: int, month: int, day: int) -> str:
    """A day as editors write it, before the year 0, too."""
    return f"{iso_year(year)}-{month:02d}-{day:02d}"
