"""The pages of places and of actors: what is known of them, and the events at or with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.headings import TimelineView
from timeline.pages.mapping.views import LocatorView
from timeline.pages.paging import Pager
from timeline.pages.roll import Leaf, continued
from timeline.pages.strip import StripView
from timeline.pages.views import Fact, Group, Link


@dataclass(frozen=True, slots=True)
class SubjectView:
    """What the templates of a place and of an actor are given."""

    title: str
    lead: str
    kind: str
    names: tuple[Link, ...]
    facts: tuple[Fact, ...]
    note: Markup | None
    belongings: tuple[Group, ...]
    timeline: TimelineView
    strip: StripView | None = None
    pager: Pager | None = None
    locator: LocatorView | None = None


def further(template: str, whole: SubjectView, leaf: Leaf, edition: Edition) -> Document:
    """A page after the first, where the timeline is long: without what the first says of the subject."""
    view = replace(whole, names=(), facts=(), note=None, belongings=(), locator=None)
    return continued(leaf, whole.title, edition.render(template, view), edition)


def other_names(names: Mapping[str, str], edition: Edition) -> Iterator[Link]:
    """Names in other languages, each in its own language and direction."""
    for language, name in names.items():
        lang, direction = edition.foreign(language)
        yield Link("", name, lang, direction)
