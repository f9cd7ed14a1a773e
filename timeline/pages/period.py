"""The pages of years and months, for a timeline that is too long for the home page; and of centuries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from timeline.merging import Placed
from timeline.pages.archive import Century, Part, Year, century_of
from timeline.pages.document import Document, root_of
from timeline.pages.draft import Draft
from timeline.pages.edition import Edition
from timeline.pages.filters import telling_of_all
from timeline.pages.front import Selection, key_events
from timeline.pages.headings import (
    TimelineView,
    shared_filters,
    timeline_elsewhere,
    timeline_part,
    timeline_view,
)
from timeline.pages.paging import Pager
from timeline.pages.prose import ROOT
from timeline.pages.standing import span_label
from timeline.pages.stops import Stop, YearStops, months, part_name, period_link, stops, stops_in
from timeline.pages.strip import StripView, in_archive, on_page, strip
from timeline.pages.views import Link
from timeline.pages.words import counts


@dataclass(frozen=True, slots=True)
class PeriodView:
    """What the template of a month, a year or a century is given."""

    title: str
    lead: str
    up: Link
    jump: tuple[YearStops, ...]
    pager: Pager
    timeline: TimelineView
    selections: tuple[Selection, ...] = ()
    months: tuple[Stop, ...] = ()
    years: tuple[YearStops, ...] = ()
    is_month: bool = False
    strip: StripView | None = None


def documents(edition: Edition) -> Iterator[Draft]:
    """One page or more for each month, one for each year; none where home holds the whole timeline.

    Of very many years, one for each century too: the way to them from home.
    """
    archive = edition.archive
    if not archive.is_long:
        return
    steps = [(part, number) for part in archive.parts for number in range(1, len(part.pages) + 1)]
    for position, step in enumerate(steps):
        before = steps[position - 1] if position else None
        after = steps[position + 1] if position + 1 < len(steps) else None
        part, number = step
        path = part.page_path(number)
        key = edition.digests.page("period", path, *_made_of(part.entries, edition), str(number))
        make = partial(_month, step, before, after, edition)
        yield Draft(path, "period", key, make, entries=part.pages[number - 1])
    years = archive.years
    for position, year in enumerate(years):
        if not year.is_part:
            around = years[position - 1 : position], years[position + 1 : position + 2]
            key = edition.digests.page("period", year.path, *_made_of(year.entries, edition))
            make_year = partial(_year, year, *around, edition)
            yield Draft(year.path, "period", key, make_year, entries=year.entries)
    centuries = [*archive.centuries.values()]
    for position, century in enumerate(centuries):
        beside = centuries[position - 1 : position], centuries[position + 1 : position + 2]
        outlines = edition.digests.outlines(century.entries)  # of few entries the strip shows the days
        key = edition.digests.page("period", century.path, _shape(edition), outlines)
        yield Draft(century.path, "period", key, partial(_century, century, *beside, edition))


def _made_of(entries: Sequence[Placed], edition: Edition) -> tuple[str, ...]:
    digests = edition.digests
    return _shape(edition), digests.entries(entries), digests.positions(entries), str(telling_of_all(edition))


def _shape(edition: Edition) -> str:
    """All years and months, their pages, and what each of them holds: what the ways to other periods show."""

    def periods() -> Iterator[str]:
        for part in edition.archive.parts:
            first = (anchored.entry.node for anchored in part.entries[:1])
            events = sum(placed.is_event for placed in part.entries)
            yield f"{part.path} {len(part.pages)} {len(part.entries)} {events} {[*first]}"

    return edition.once("shape", lambda: "\n".join(periods()))


def _month(
    step: tuple[Part, int], before: tuple[Part, int] | None, after: tuple[Part, int] | None, edition: Edition
) -> Document:
    part, number = step
    path = part.page_path(number)
    root = root_of(path)
    name, text = part_name(part, edition), edition.language.text
    year = edition.archive.by_span[part.span]
    lead = edition.language.listed(counts(part.entries, edition))
    months_of_year = edition.once(
        ("months", year.path),
        lambda: strip(year.entries, edition, in_archive(edition, ROOT), unit="month"),
    )
    last = len(part.pages)
    here = text("Page {number} of {last}", number=number, last=last) if last > 1 else ""
    view = PeriodView(
        title=name,
        lead=lead,
        up=_above(year, edition, root) if year.is_part else period_link(year, edition, root),
        jump=stops(edition, root, year, part),
        pager=Pager(
            text("Earlier and later"),
            here,
            Link(f"{root}{before[0].page_path(before[1])}", _step_name(before, edition)) if before else None,
            Link(f"{root}{after[0].page_path(after[1])}", _step_name(after, edition)) if after else None,
        ),
        timeline=timeline_part(
            part.pages[number - 1],
            edition.once(("filters", part.path), lambda: shared_filters(part.entries, edition)),
            edition,
            root,
        )
        if last > 1
        else timeline_view(part.entries, edition, root),
        is_month=True,
        strip=months_of_year and months_of_year.at(root, here=part.path),
    )
    title = _step_name(step, edition)
    described = text("{period}: {count}", period=title, count=lead)
    shown = part.pages[number - 1]
    return Document(path, "period", title, described, edition.render("period.html", view), entries=shown)


def _year(year: Year, before: tuple[Year, ...], after: tuple[Year, ...], edition: Edition) -> Document:
    text, root = edition.language.text, root_of(year.path)
    title = edition.sentence(span_label(year.span, edition.language))
    lead = edition.language.listed(counts(year.entries, edition))
    key = key_events(year.entries, edition, root)
    view = PeriodView(
        title=title,
        lead=lead,
        up=_above(year, edition, root),
        jump=stops(edition, root, year),
        pager=_beside(before, after, edition, root),
        timeline=(timeline_view if year.whole else timeline_elsewhere)(year.entries, edition, root),
        selections=() if year.whole or not key.entries else (key,),
        months=() if year.whole else months(year, edition, root),
        strip=strip(year.entries, edition, on_page if year.whole else in_archive(edition, root)),
    )
    described = text("{period}: {count}", period=title, count=lead)
    html = edition.render("period.html", view)
    return Document(year.path, "period", title, described, html, entries=year.entries)


def _century(
    century: Century, before: Sequence[Century], after: Sequence[Century], edition: Edition
) -> Document:
    text, root = edition.language.text, root_of(century.path)
    title = period_link(century, edition, root).label
    lead = edition.language.listed(counts(century.entries, edition))
    view = PeriodView(
        title=title,
        lead=lead,
        up=_home(root, edition),
        jump=(),
        pager=_beside(before, after, edition, root),
        timeline=TimelineView((), None),
        years=stops_in(century, edition, root),
        strip=strip(century.entries, edition, in_archive(edition, root)),
    )
    described = text("{period}: {count}", period=title, count=lead)
    return Document(century.path, "period", title, described, edition.render("period.html", view))


def _beside(
    before: Sequence[Year | Century], after: Sequence[Year | Century], edition: Edition, root: str
) -> Pager:
    """The way to the one year or century before, and to the one after."""
    earlier = next((period_link(other, edition, root) for other in before), None)
    later = next((period_link(other, edition, root) for other in after), None)
    return Pager(edition.language.text("Earlier and later"), "", earlier, later)


def _step_name(step: tuple[Part, int], edition: Edition) -> str:
    part, number = step
    name = part_name(part, edition)
    return (
        name if number == 1 else edition.language.text("{period}, page {number}", period=name, number=number)
    )


def _above(year: Year, edition: Edition, root: str) -> Link:
    """Where the years are listed that this one is among."""
    century = edition.archive.centuries.get(century_of(year.span))
    return period_link(century, edition, root) if century else _home(root, edition)


def _home(root: str, edition: Edition) -> Link:
    return Link(root, edition.language.text("The whole timeline"))
