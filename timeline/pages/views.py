"""What templates are given: plain, frozen values with every word chosen and every address computed.

Templates hold markup and no logic, so whatever a page needs to know is a field here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Link:
    """A link: address, words, and the language and direction of the words where they are not the site's."""

    url: str
    label: str
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class WhenView:
    """A date in words: in full, in short, and as HTML's ``datetime`` where that can say it."""

    words: str
    short: str
    machine: str


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind of event: its word, icon and colour."""

    label: str
    icon: str
    colour: str


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status: its word, what it means, and where that is explained."""

    id: str
    label: str
    explanation: str
    url: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number in words, what it counts, and who gives it."""

    text: str
    what: str
    source: Link | None = None


@dataclass(frozen=True, slots=True)
class AccountView:
    """What one party says."""

    by: str
    says: Markup
    source: Link | None = None
    figure: FigureView | None = None
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source as lists name it: who, when, and a link where there is one; the note says where it leads."""

    name: str
    url: str = ""
    date: str = ""
    note: str = ""
    external: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known, or not stated, of a record; the note is what to know before the link is followed."""

    label: str
    words: str
    stated: bool = True
    url: str = ""
    external: bool = False
    note: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source in full."""

    anchor: str
    title: str
    facts: tuple[Fact, ...]
    url: str = ""
    article: Link | None = None
    quote: Markup | None = None
    note: Markup | None = None
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """How an entry of a list hangs together with another event."""

    label: str
    link: Link


@dataclass(frozen=True, slots=True)
class Step:
    """Another event in the thread of one, or its neighbour in the order."""

    relation: str
    url: str
    label: str
    when: WhenView
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class RetractionView:
    """That an event no longer stands."""

    date: str
    reason: Markup


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry of a list: an event, or the publication of an article."""

    type: Literal["event", "report"]
    anchor: str
    url: str
    title: str
    kind: KindView
    when: WhenView
    lead_in: str
    lang: str = ""
    dir: str = ""
    key: bool = False
    place: Link | None = None
    place_words: str = ""
    summary: Markup | None = None
    status: StatusView | None = None
    accounts: tuple[AccountView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    sources: tuple[SourceName, ...] = ()
    further_sources: Link | None = None
    further: Link | None = None
    thread: tuple[Relation, ...] = ()
    retracted: RetractionView | None = None
    corrected: bool = False
    origin: str = ""
    updated: str = ""
    supports: int = 0
    permalink: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    """One entry in a line, in a list of very many; `origin` is a report's publisher."""

    anchor: str
    url: str
    title: str
    kind: KindView
    when: WhenView
    lead_in: str
    lang: str = ""
    dir: str = ""
    key: bool = False
    place: Link | None = None
    status: str = ""
    retracted: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Links under one label: what a record belongs to.

    Attributes:
        label: What they are.
        links: Those that are shown.
        more: The way to more of them, where they are very many.
        anchor: The id of the section, on a page that goes on with the list of another.
    """

    label: str
    links: tuple[Link, ...]
    more: Link | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction."""

    date: str
    note: Markup


@dataclass(frozen=True, slots=True)
class MediaView:
    """A picture, a sound, a film or a document, with what it shows in words.

    Attributes:
        type: Which of the four: ``picture``, ``sound``, ``film``, ``document``.
        width: Of a picture, in pixels; 0 where it is not known.
        height: The same.
        captions: The address of the captions of a film or a sound.
    """

    type: str
    url: str
    alt: str
    caption: Markup | None
    credit: str
    licence: str
    graphic: bool
    width: int = 0
    height: int = 0
    captions: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class EditView:
    """Where a record is edited, and on which line it stands."""

    url: str
    line_url: str
    words: str


@dataclass(frozen=True, slots=True)
class DayView:
    """The entries of one day, or of a stretch whose days are not known."""

    label: str
    note: str
    anchor: str
    known: bool
    count: int
    entries: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """The days of one month, or what is known only by its year; of very many entries a line each."""

    label: str
    anchor: str
    blocks: tuple[DayView, ...]
    lines: Markup | None = None


@dataclass(frozen=True, slots=True)
class YearView:
    """The months of one year, or what is known only by its decade or century."""

    label: str
    anchor: str
    months: tuple[MonthView, ...]
