"""Years and months as links with counts: how a reader gets from anywhere to any month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates import month_name
from timeline.merging import Entry, Placed
from timeline.pages.archive import Part, Year
from timeline.pages.edition import Edition
from timeline.pages.standing import month_anchor, month_label, span_label, standing
from timeline.pages.views import Group, Link

AT_ONCE = 120
"""The most months that one list shows; a longer one shows the years, and the months of one of them.

The page of a year or month shows as many years, so that a timeline of a thousand years has no list of a
thousand on each of its thousand pages.
"""


@dataclass(frozen=True, slots=True)
class Stop:
    """A month: where it is, and how much there is of it."""

    link: Link
    count: str
    anchor: str
    here: bool


@dataclass(frozen=True, slots=True)
class YearStops:
    """A year and its months; the months are left out where there would be too many."""

    link: Link
    count: str
    here: bool
    months: tuple[Stop, ...]


def stops(
    edition: Edition, root: str, here: Year | None = None, month: Part | None = None
) -> tuple[YearStops, ...]:
    """Every year of the timeline, or the nearest where there are too many, with months as far as they fit.

    Args:
        edition: What the pages share.
        root: The way from the page to the site's root.
        here: The year that the page shows.
        month: The month that it shows.
    """
    archive = edition.archive
    all_months = len(archive.parts) <= AT_ONCE
    return tuple(
        YearStops(
            link=Link(f"{root}{year.path}", edition.sentence(span_label(year.span, edition.language))),
            count=entries_in_words(year.entries, edition),
            here=year is here and month is None,
            months=months(year, edition, root, month) if all_months or year is here else (),
        )
        for year in (archive.around(here, AT_ONCE) if here else archive.years)
    )


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
