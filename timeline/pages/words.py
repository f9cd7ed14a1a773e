"""The words of the interface that belong to records: statuses, kinds, figures, precision."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages import Language, message
from timeline.merging import Placed, section
from timeline.pages.edition import Edition
from timeline.pages.views import FigureView, KindView, Link, StatusView
from timeline.records import Figure, PlacePrecision, Status

STATUSES = {
    Status.CONFIRMED: (
        message("Confirmed"),
        message("Admitted by a responsible party or an official body, or proven by linked evidence."),
    ),
    Status.CORROBORATED: (message("Corroborated"), message("Told by two or more independent sources.")),
    Status.SINGLE_SOURCE: (
        message("Single source"),
        message("Told by one source, or by several that carry one agency's text."),
    ),
    Status.DISPUTED: (
        message("Accounts differ"),
        message("At least two accounts contradict each other; each is given with who gave it."),
    ),
    Status.RETRACTED: (
        message("Retracted"),
        message("No longer held to have happened; it stays visible, with the date and the reason."),
    ),
}
"""Each status as readers see it, and what it means, where a site has no words of its own."""

_PRECISIONS = {
    PlacePrecision.EXACT: message("the exact spot"),
    PlacePrecision.LOCALITY: message("a town or a part of one"),
    PlacePrecision.AREA: message("an area around a point"),
    PlacePrecision.REGION: message("a region"),
    PlacePrecision.COUNTRY: message("a whole country"),
}


def status_view(status: Status, edition: Edition, root: str) -> StatusView:
    """A status in words: the site's own where it has some, else the program's."""
    return edition.once(("status", status, root), lambda: _status_view(status, edition, root))


def _status_view(status: Status, edition: Edition, root: str) -> StatusView:
    label, explanation = STATUSES[status]
    own = edition.timeline.vocabulary.statuses.get(status)
    method = edition.path("page", "method.md")
    return StatusView(
        status.value,
        (own and own.label) or edition.language.text(label),
        (own and own.explanation) or edition.language.text(explanation),
        f"{root}{method}#{section(edition.language.text('Status'))}" if method else "",
    )


def kind_view(kind: str | None, edition: Edition) -> KindView:
    """A kind of event in words."""
    return edition.once(("kind", kind), lambda: _kind_view(kind, edition))


def _kind_view(kind: str | None, edition: Edition) -> KindView:
    found = edition.timeline.vocabulary.kind(kind)
    language = edition.language
    label = found.labels.get(language.code) or found.labels.get(language.code.split("-")[0])
    return KindView(label or language.text(found.label), found.icon, found.colour)


def report_kind(edition: Edition) -> KindView:
    """The kind under which the publication of an article is shown."""
    return KindView(edition.language.text("Report"), "report", "grey")


def figure_view(figure: Figure, edition: Edition, source: Link | None = None) -> FigureView:
    """A number in words: '25', '1–2', 'about 40', 'at least 12', with its unit."""
    text = edition.language.text
    if figure.value is not None:
        words = edition.number(figure.value)
    elif figure.min is not None and figure.max is not None:
        low, high = edition.number(figure.min), edition.number(figure.max)
        words = edition.language.text_in("a range of numbers", "{low}–{high}", low=low, high=high)
    elif figure.min is not None:
        words = text("at least {number}", number=edition.number(figure.min))
    else:
        words = text("at most {number}", number=edition.number(figure.max or 0))
    if figure.unit:
        words = f"{words} {figure.unit}"
    if figure.approximate:
        words = text("about {number}", number=words)
    return FigureView(words, figure.what, source)


def precision_words(precision: PlacePrecision, language: Language) -> str:
    """How exactly coordinates stand for a place, in words."""
    return language.text(_PRECISIONS[precision])


def counts(entries: Sequence[Placed], edition: Edition) -> list[str]:
    """How many events and reports there are among entries, in words."""
    events = sum(placed.is_event for placed in entries)
    return counted(events, len(entries) - events, edition.language)


def counted(events: int, reports: int, language: Language) -> list[str]:
    """How many events and reports there are, in words, those that are none left out."""
    words: Sequence[tuple[int, str]] = (
        (events, language.plural("{number} event", "{number} events", events)),
        (reports, language.plural("{number} report", "{number} reports", reports)),
    )
    return [said for number, said in words if number]
