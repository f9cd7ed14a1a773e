"""Entries in a line each, for lists of very many: what, when, where, how sure; their pages tell the rest."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from timeline.merging import Entry, EventEntry, Placed
from timeline.pages.edition import Edition, place_of
from timeline.pages.entries import lead_in, voice_of
from timeline.pages.prose import ROOT
from timeline.pages.views import LineView
from timeline.pages.words import kind_view, report_kind, status_view

ELEMENTS = 6
"""The elements that a line makes on a page, at most."""


def lines_html(entries: Sequence[Placed], edition: Edition, root: str) -> Markup:
    """Entries in a line each, as HTML; each line is made once, however many pages it stands on.

    Args:
        entries: The entries, in order.
        edition: What the pages share.
        root: The way from the page to the site's root.
    """
    made = "\n".join([_line(placed.entry, edition) for placed in entries])
    return Markup(made.replace(f'="{ROOT}', f'="{root}'))  # noqa: S704 (made by our templates)


def entry_anchor(entry: Entry) -> str:
    """The anchor of an entry in a list."""
    return f"{'event' if isinstance(entry, EventEntry) else 'article'}-{entry.id}"


def _line(entry: Entry, edition: Edition) -> str:
    return edition.once(("line", entry.node), lambda: edition.render("line.html", line_view(entry, edition)))


def line_view(entry: Entry, edition: Edition) -> LineView:
    """One entry in a line, its links with ROOT for the way to the site's root."""
    lang, direction = edition.foreign(entry.record.language, entry.title)
    if isinstance(entry, EventEntry):
        return LineView(
            anchor=entry_anchor(entry),
            url=f"{ROOT}events/{entry.id}/",
            title=entry.title,
            kind=kind_view(entry.record.kind, edition),
            when=edition.when(entry.when),
            lead_in=lead_in(entry.when, edition),
            lang=lang,
            dir=direction,
            key=bool(entry.record.key),
            place=place_of(entry, edition, ROOT),
            status=status_view(entry.status, edition, ROOT).label,
            retracted=entry.record.retracted is not None,
        )
    return LineView(
        anchor=entry_anchor(entry),
        url=f"{ROOT}articles/{entry.id}/",
        title=entry.title,
        kind=report_kind(edition),
        when=edition.when(entry.when),
        lead_in=lead_in(entry.when, edition),
        lang=lang,
        dir=direction,
        origin=voice_of(entry, edition),
    )
