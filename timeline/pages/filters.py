"""The filters of a timeline: one quiet line that opens into a form.

The form is here in full, its words chosen; the choices and their counts are put in by the script, from the
data that stand beside it or, where a page does not hold all its entries, from the index. Without
scripts there is no line: the pages of places, actors, tags and months do its work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from markupsafe import Markup

from timeline.dates import date_of, iso_date
from timeline.merging import EventEntry, Placed
from timeline.pages.compact import compact
from timeline.pages.edition import Edition
from timeline.pages.facets import Facets, days_of, telling
from timeline.pages.prose import ROOT

FEWEST = 5
"""A timeline of fewer entries has no filters."""
_MOST_CHOICES = 1_000
"""More of them weigh too much to stand on a page; there they are asked of the index."""
Only = tuple[str, str]
"""A choice: the name of its facet, and its id."""
INDEX = "data/index/"
"""Where the index stands, below the site's root."""


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet of the form: its name in addresses, its label, and the words for no choice."""

    name: str
    label: str
    any: str


@dataclass(frozen=True, slots=True)
class FiltersView:
    """What the template of the filters is given.

    Attributes:
        facets: The facets that tell entries apart here.
        key: Whether some entries are key events, and some not.
        first: The first day that can be asked for, as ISO 8601 writes it; empty where HTML cannot say it.
        last: The last one.
        data: JSON for the script: words, and tables and columns or where the index is.
    """

    facets: tuple[FacetView, ...]
    key: bool
    first: str
    last: str
    data: Markup

    def at(self, root: str) -> FiltersView:
        """The same filters on one of the pages that share them.

        Args:
            root: The way from that page to the site's root.
        """
        return replace(self, data=Markup(str(self.data).replace(f'"{ROOT}', f'"{root}')))  # noqa: S704 (likewise)


def filters_view(entries: Sequence[Placed], edition: Edition, root: str) -> FiltersView | None:
    """The filters of a timeline that the page holds.

    Args:
        entries: All entries of the timeline, in order.
        edition: What the pages share.
        root: The way from the page to the site's root.

    Returns:
        The view; None for a timeline too short to need filters.
    """
    if len(entries) < FEWEST:
        return None
    facets = Facets(entries, edition)
    if facets.number > _MOST_CHOICES:
        return indexed_filters(entries, edition, f"{root}{INDEX}")
    columns = facets.rows(entries)
    return _view(
        entries, edition, _told(telling(entries, edition), facets.reports, len(entries)),
        key=0 < sum(columns["key"]) < len(entries),
        data={"tables": facets.json(), "rows": columns},
    )  # fmt: skip


def indexed_filters(
    entries: Sequence[Placed], edition: Edition, index: str, only: Only | None = None
) -> FiltersView | None:
    """The filters of a timeline that the page does not hold: they ask the index.

    The facets are those that tell entries of the whole chronology apart; the script leaves out those that do
    not tell these apart.

    Args:
        entries: All entries of the timeline, in order.
        edition: What the pages share.
        index: The way to the index.
        only: The choice of a facet that these entries have, and no others; left out, they are counted out.

    Returns:
        The view; None for a timeline too short to need filters.
    """
    if len(entries) < FEWEST:
        return None
    every = edition.timeline.entries
    names, key = telling_of_all(edition)
    data: dict[str, Any] = {"index": index}
    if only:
        data["only"] = only
    elif len(entries) < len(every):
        data["within"] = [*_runs(entries, edition)]
    return _view(entries, edition, names, key=key, data=data)


def telling_of_all(edition: Edition) -> tuple[tuple[str, ...], bool]:
    """The facets that tell entries of the whole chronology apart, and whether being a key event does."""

    def work_out() -> tuple[tuple[str, ...], bool]:
        every = edition.timeline.entries
        reports = sum(not placed.is_event for placed in every)
        key = sum(isinstance(placed.entry, EventEntry) and bool(placed.entry.record.key) for placed in every)
        return _told(telling(every, edition), reports, len(every)), 0 < key < len(every)

    return edition.once("telling facets", work_out)


def _told(facets: tuple[str, ...], reports: int, total: int) -> tuple[str, ...]:
    """The facets, and that of events and reports where there are both."""
    return (*facets, "show") if 0 < reports < total else facets


def _view(
    entries: Sequence[Placed],
    edition: Edition,
    names: Sequence[str],
    *,
    key: bool,
    data: dict[str, Any],
) -> FiltersView:
    text = edition.language.text
    labels = {
        "kind": FacetView("kind", text("Kind"), text("All kinds")),
        "status": FacetView("status", text("Status"), text("Any status")),
        "place": FacetView("place", text("Place"), text("All places")),
        "actor": FacetView("actor", text("Who took part"), text("Everyone")),
        "tag": FacetView("tag", text("Tag"), text("All tags")),
        "storyline": FacetView("storyline", text("Storyline"), text("All storylines")),
        "show": FacetView("show", text("Show"), text("Events and reports")),
    }
    first, last = _ends(entries)
    return FiltersView(
        tuple(labels[name] for name in names),
        key,
        first,
        last,
        script_json({"words": _words(len(entries), edition), **data}),
    )


def script_json(data: object) -> Markup:
    """JSON that can stand in a script element, whatever is in its texts."""
    return Markup(compact(data).replace("<", "\\u003c"))  # noqa: S704 (nothing in it can end the element)


def _ends(entries: Sequence[Placed]) -> tuple[str, str]:
    """The first and the last day that entries touch; input elements know no years before 1."""
    touched = [days_of(placed.entry) for placed in entries]
    first = date_of(min(day for day, _ in touched))
    last = date_of(max(day + max(0, length) for day, length in touched))
    return tuple(iso_date(*day) if 0 < day[0] < 10_000 else "" for day in (first, last))  # type: ignore[return-value]


def _runs(entries: Sequence[Placed], edition: Edition) -> Iterator[int]:
    """Which entries of the index they are: how many to pass over, how many to take, and so on."""
    position, end = edition.timeline.position, 0
    numbers = sorted(position[placed.entry.node] for placed in entries)
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        taken = [number for _, number in run]
        yield from (taken[0] - end, len(taken))
        end = taken[-1] + 1


def _words(total: int, edition: Edition) -> dict[str, str]:
    """What the script says; `{found}` and the like are filled in by it."""
    language = edition.language
    return {
        "found": language.plural(
            "{found} of {number} entry", "{found} of {number} entries", total, found="{found}"
        ),
        "none": language.text("No entry fits."),
        "results": language.text("Results"),
        "more": language.text("Show {number} more", number="{number}"),
        "loading": language.text("Loading the entries…"),
        "failed": language.text("The entries could not be loaded. Please try again later."),
        "choice": language.text("{label} ({number})", label="{label}", number="{number}"),
        "events": language.text("Events"),
        "reports": language.text("Reports"),
        "key": language.text("Key events"),
        "from": language.text("from {date}", date="{date}"),
        "to": language.text("to {date}", date="{date}"),
    }
