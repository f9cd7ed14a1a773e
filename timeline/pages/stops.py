"""Years and months as links with counts: how a reader gets from anywhere to any month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates import month_name
from timeline.merging import Entry, Placed
from timeline.pages.archive import AT_ONCE, Century, Part, Year
from timeline.pages.edition import Edition
from timeline.pages.standing import month_anchor, month_label, span_label, standing
from timeline.pages.views import Group, Link


@dataclass(frozen=True, slots=True)
class Stop:
    """A month: where it is, and how much there is of it."""

    link: Link
    count: str
    anchor: str
    here: bool


@dataclass(frozen=True, slots=True)
class YearStops:
    """A year and its months, which are left out where there would be too many; or a century."""

    link: Link
    count: str
    here: bool
    months: tuple[Stop, ...]


def stops(
    edition: Edition, root: str, here: Year | None = None, month: Part | None = None
) -> tuple[YearStops, ...]:
    """Every year of the timeline, or the nearest where there are too many, with months as far as they fit.

    Without a year to be near to, very many years are given by their centuries.

    Args:
        edition: What the pages share.
        root: The way from the page to the site's root.
        here: The year that the page shows.
        month: The month that it shows.
    """
    archive = edition.archive
    if here is None and archive.centuries:
        return tuple(_stop(century, edition, root) for century in archive.centuries.values())
    all_months = len(archive.parts) <= AT_ONCE
    return tuple(
        _stop(
            year, edition, root,
            here=year is here and month is None,
            months=months(year, edition, root, month) if all_months or year is here else (),
        )
        for year in (archive.around(here, AT_ONCE) if here else archive.years)
    )  # fmt: skip


def stops_in(century: Century, edition: Edition, root: str) -> tuple[YearStops, ...]:
    """Every year of a century, with months as far as they fit."""
    all_months = sum(len(year.parts) for year in century.years) <= AT_ONCE
    return tuple(
        _stop(year, edition, root, months=months(year, edition, root) if all_months else ())
        for year in century.years
    )


def _stop(
    period: Year | Century, edition: Edition, root: str, *, here: bool = False, months: tuple[Stop, ...] = ()
) -> YearStops:
    return YearStops(
        link=period_link(period, edition, root),
        count=entries_in_words(period.entries, edition),
        here=here,
        months=months,
    )


def period_link(period: Year | Century, edition: Edition, root: str) -> Link:
    """A link to the page of a year or century, by its name."""
    return Link(f"{root}{period.path}", edition.sentence(span_label(period.span, edition.language)))


def months(year: Year, edition: Edition, root: str, here: Part | None = None) -> tuple[Stop, ...]:
    """The months of a year; none where nothing in it is known by its month."""
    if year.is_part:
        return ()
    return tuple(
        Stop(
            link=Link(f"{root}{part.path}", edition.sentence(_name(part, edition))),
            count=entries_in_words(part.entries, edition),
            anchor=month_anchor(part.span, part.month),
            here=part is here,
        )
        for part in year.parts
    )


def _name(part: Part, edition: Edition) -> str:
    language = edition.language
    return month_label(part.span, None, language) if part.month is None else month_name(part.month, language)


def part_name(part: Part, edition: Edition) -> str:
    """A month with its year, as a title: 'January 2020', '2020, month not known', '2010s'."""
    language = edition.language
    span = span_label(part.span, language)
    if part.month is not None:
        return edition.sentence(month_label(part.span, part.month, language))
    if part.path.endswith("unknown/"):
        return edition.sentence(language.text("{year}, month not known", year=span))
    return edition.sentence(span)


def entries_in_words(entries: Sequence[Placed], edition: Edition) -> str:
    """How many entries there are."""
    return edition.language.plural("{number} entry", "{number} entries", len(entries))


def in_timeline(entry: Entry, edition: Edition, root: str) -> Group:
    """A link to where an entry stands in the whole timeline."""
    archive, timeline = edition.archive, edition.timeline
    place = standing(timeline.entries[timeline.position[entry.node]])
    anchor = f"{'event' if entry.node[1] == 'event' else 'article'}-{entry.id}"
    if archive.is_long:
        part = archive.part_of(place)
        label = edition.once(("part", part.path), lambda: part_name(part, edition))
        link = Link(f"{root}{archive.page_of(entry)}#{anchor}", label)
    elif place.month is None:
        link = Link(f"{root}#{anchor}", edition.sentence(span_label(place.span, edition.language)))
    else:
        label = month_label(place.span, place.month, edition.language)
        link = Link(f"{root}#{anchor}", edition.sentence(label))
    return Group(edition.language.text("In the timeline"), (link,))
