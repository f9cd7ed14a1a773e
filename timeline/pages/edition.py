"""One rendering of a timeline: its language, its prose, its templates, and where every page is.

Every page type is given this, and nothing else; it is what they have in common.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from markupsafe import Markup

from timeline.dates import When, Zone, in_words, short
from timeline.languages import Language, load_language
from timeline.merging import MADE_PAGES, Entry, EventEntry, Timeline
from timeline.pages.archive import Archive
from timeline.pages.digests import Digests
from timeline.pages.prose import ROOT, Prose
from timeline.pages.shelf import NoShelf, Shelf
from timeline.pages.templating import Templates, templates_in
from timeline.pages.views import EditView, Link, WhenView
from timeline.problems import Span
from timeline.records import Actor, Article, Event, Page, Place, Storyline

T = TypeVar("T")

LINE_URL, LINE_WORDS = "\x02line-url\x03", "\x02line-words\x03"
"""Stand for the line that something is edited on, until a page is finished; no text can hold them, because
the reader refuses control characters."""

FOLDERS = {
    "event": "events", "article": "articles", "place": "places", "actor": "actors", "storyline": "storylines",
}  # fmt: skip
"""The folder of each kind of record's pages."""


def page_path(page: str) -> str:
    """The address of an ordinary page: ``about.md`` gives ``about/``, ``index.md`` the empty address."""
    stem = page.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/" if stem else ""


class Edition:
    """What the pages of one site share.

    Args:
        timeline: The timeline.
        shelf: Where what was made is kept from one build to the next; left out, everything is made.

    Attributes:
        timeline: The timeline.
        language: The language in which the site speaks.
        prose: Makes HTML of the editors' Markdown.
        fragments: HTML that stands on more than one page, by what it shows: see rooted. It is in UTF-8, as
            one dash makes Python's own text twice as large.
    """

    def __init__(self, timeline: Timeline, shelf: Shelf | None = None) -> None:
        self.timeline = timeline
        self._shelf = NoShelf() if shelf is None else shelf
        self.language: Language = load_language(timeline.site.language)
        self.prose = Prose(self.path, timeline.content.media, timeline.content.pictures)
        self._directions: dict[str, str] = {}
        self._whens: dict[tuple[str, str | None, str], WhenView] = {}
        self.fragments: dict[Hashable, bytes] = {}
        self._known: dict[Hashable, Any] = {}

    def close(self) -> None:
        """Lets go of everything: its parts refer to each other, and would wait for the garbage collector."""
        vars(self).clear()

    @cached_property
    def templates(self) -> Templates:
        """Our own templates, which see no engine's objects."""
        return templates_in(self.language)

    @cached_property
    def digests(self) -> Digests:
        """What pages are made of, as keys."""
        return Digests(self)

    @cached_property
    def archive(self) -> Archive:
        """Where each entry stands, if the timeline is too long for the home page."""
        return Archive(self.timeline.entries, self.timeline.site.whole_up_to)

    def render(self, template: str, page: object) -> str:
        """Fills a template."""
        return self.templates.get_template(template).render(page=page)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What many pages ask for, worked out for the first of them.

        Args:
            key: What tells it from everything else that is kept.
            make: Works it out; it must depend on the timeline, the language and the key alone.
        """
        try:
            found: T = self._known[key]
        except KeyError:
            found = self._known[key] = make()
        return found

    def kept(self, key: str, make: Callable[[], str]) -> str:
        """A text from the shelf, or made and put there.

        Args:
            key: A key that digests gives.
            make: Makes the text; it must depend on nothing that is not in the key.
        """
        text = self._shelf.get(key)
        if text is None:
            text = make()
            self._shelf.put(key, text)
        return text

    def rooted(self, key: Hashable, root: str, make: Callable[[], str]) -> Markup:
        """HTML that is made once and stands on pages of any depth.

        Args:
            key: What tells the fragment from every other one.
            root: The way from the page to the site's root.
            make: Makes the HTML, with ROOT for the way to the site's root.
        """
        made = self.fragments.get(key)
        if made is None:
            made = self.fragments[key] = make().encode("utf-8", "surrogatepass")
        html = made.decode("utf-8", "surrogatepass")
        return Markup(html.replace(f'="{ROOT}', f'="{root}'))  # noqa: S704 (made by our templates)

    def path(self, kind: str, id: str) -> str | None:
        """The address below the site's root of a record's page; None where there is none.

        Args:
            kind: ``event``, ``article``, ``place``, ``actor``, ``storyline``, or ``page``.
            id: The record's id; of a page, its path below ``content/``.
        """
        timeline = self.timeline
        if kind == "page":
            return f"{id}/" if id in MADE_PAGES else page_path(id) if id in timeline.content.pages else None
        if kind == "event":
            entry = timeline.event(id)
            return f"events/{entry.id}/" if entry else None
        records: Mapping[str, object] = {}
        if kind == "place":  # it is asked a hundred thousand times
            records = timeline.places
        elif kind == "actor":
            records = timeline.actors
        elif kind == "storyline":
            records = timeline.storylines
        elif kind == "article":
            records = timeline.reports
        return f"{FOLDERS[kind]}/{id}/" if id in records else None

    def link(self, kind: str, id: str, root: str) -> Link | None:
        """A link to a record's page, named as the record is; None where there is no page."""
        path = self.path(kind, id)
        if path is None:
            return None
        timeline = self.timeline
        record: Article | Event | Page | Storyline | Place | Actor
        if kind == "event":
            record = timeline.events[timeline.aliases.get(id, id)].record
        elif kind == "article":
            record = timeline.reports[id].record
        elif kind == "page":
            record = timeline.content.pages[id].record
        elif kind == "storyline":
            record = timeline.storylines[id].record
        else:
            record = (timeline.places if kind == "place" else timeline.actors)[id].record
        if isinstance(record, (Place, Actor)):
            return Link(f"{root}{path}", record.name, *self.foreign(None, record.name))
        return Link(
            f"{root}{path}" or "./", record.title or id, *self.foreign(record.language, record.title or id)
        )

    def link_to(self, entry: Entry, root: str) -> Link:
        """A link to the page of an entry."""
        folder = FOLDERS["event" if isinstance(entry, EventEntry) else "article"]
        return Link(
            f"{root}{folder}/{entry.id}/", entry.title, *self.foreign(entry.record.language, entry.title)
        )

    def links(self, kind: str, ids: tuple[str, ...], root: str) -> tuple[Link, ...]:
        """Links to the pages of several records of one kind."""
        return tuple(link for id in ids if (link := self.link(kind, id, root)))

    def foreign(self, language: str | None, words: str = "") -> tuple[str, str]:
        """``lang`` and ``dir`` for words in a language; both empty where it is the site's own.

        Args:
            language: Their language, where it is stated.
            words: The words: where no language is stated and they run against the site's direction, their
                direction follows their letters.
        """
        if not language or language.lower() == self.language.code.lower():
            return "", "auto" if self.language.runs_other_way(words) else ""
        if language not in self._directions:
            try:
                direction = Locale.parse(language.replace("-", "_")).text_direction
            except (ValueError, UnknownLocaleError):
                direction = "auto"
            self._directions[language] = direction
        return language, self._directions[language]

    def about_foreign(self, language: str | None, words: str) -> tuple[str, str]:
        """``lang`` and ``dir`` for what is said of something foreign: in its language, or in the site's own.

        Args:
            language: The language of what is spoken of.
            words: What is said of it; the letters tell which of the two languages it is in.
        """
        return self.foreign(language if self.language.is_written_other_way(words) else None, words)

    def language_name(self, tag: str) -> str:
        """The name of a language, in the site's own."""
        try:
            name = Locale.parse(tag.replace("-", "_")).get_display_name(self.language.locale)
        except (ValueError, UnknownLocaleError):
            name = None
        return name or tag

    def when(self, when: When) -> WhenView:
        """A date in words."""
        key = (when.date, when.time, when.zone.name)
        view = self._whens.get(key)
        if view is None:
            view = WhenView(in_words(when, self.language), short(when, self.language), when.machine or "")
            self._whens[key] = view
        return view

    def located(self, written: str, timezone: str | None) -> When:
        """A date as editors wrote it, on its own clocks; on the site's where no time zone is given."""

        def read() -> When:
            site = self.timeline.site.timezone
            return When.parse(written).located(Zone.parse(timezone) if timezone else site, site)

        return self.once(("located", written, timezone), read)

    def day(self, day: str) -> str:
        """A calendar day in words: ``2020-01-05`` gives '5 January 2020'."""
        return in_words(When.parse(day), self.language)

    def number(self, number: float) -> str:
        """A number as the language writes it."""
        return format_decimal(number, locale=self.language.locale)

    def permalink(self, path: str) -> str:
        """A page's whole address, where the site has one."""
        return f"{self.timeline.site.url}{quote(path)}" if self.timeline.site.url else ""

    def edit(self, span: Span) -> EditView | None:
        """Where a record is edited; None for a project without a public repository.

        The line stands open: see line.
        """
        site = self.timeline.site
        if not site.edit_url:
            return None
        return EditView(site.edit_url.replace("{path}", quote(span.file)), LINE_URL, LINE_WORDS)

    def line(self, span: Span) -> tuple[str, str]:
        """The address of a line, and the line in words: what LINE_URL and LINE_WORDS stand for."""
        site = self.timeline.site
        url = (site.view_url or site.edit_url).replace("{line}", str(span.line))
        words = self.language.text("line {line} of {file}", line=span.line, file=span.file)
        return url.replace("{path}", quote(span.file)), words

    def suggestion(self, id: str, title: str, path: str) -> str:
        """Where a reader suggests a correction to an event, the form filled in; empty where there is no form.

        Args:
            id: The event's id.
            title: Its title.
            path: Its page's address below the site's.
        """
        values = {
            "{id}": id,
            "{title}": self.language.text("Correction: {title}", title=title),
            "{url}": self.permalink(path) or path,
        }
        url = self.timeline.site.correction_url
        for field, value in values.items():
            url = url.replace(field, quote(value, safe=""))
        return url

    def method(self, root: str) -> Link | None:
        """A link to the page that says how events are dated, ordered and weighed."""
        link = self.link("page", "method.md", root)
        return link and Link(link.url, self.language.text("How we date, order and weigh events"))

    def sentence(self, words: str) -> str:
        """The words with a capital letter at the start."""
        return words[:1].upper() + words[1:]


def place_of(entry: EventEntry, edition: Edition, root: str) -> Link | None:
    """A link to the place of an event."""
    return edition.link("place", entry.record.place, root) if entry.record.place else None
