"""What the Markdown texts of the site link to: its records, ``[words](event:ID)``, its pages, its files.

They are found here once, so that a link to nothing can be told at its place and every page can name
the texts that mention it.
"""

from __future__ import annotations

import functools
import posixpath
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timeline.merging.claims import Claim, Claims
from timeline.merging.links import Link, links_in
from timeline.problems import Span
from timeline.records import Content, Event, Located, Path, Places

RECORDS = ("event", "place", "actor", "article", "storyline")
"""The kinds of records that a link may name."""
OUTSIDE = ("http", "https", "mailto")
"""The schemes of addresses on other sites that a link may have."""
MADE_PAGES = frozenset({"add", "codes", "fields"})
"""The pages for editors that the program makes, on every site: a link may name them, as in ``../codes/``."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """One Markdown text of the site.

    Attributes:
        text: The Markdown.
        folder: The folder below ``content/`` that paths in it start from.
        kind: The kind of record whose text it is; ``page`` for an ordinary page.
        id: The record's id; for a page, its path.
        place: Finds where the address of a link in it stands, by the link and the Markdown.
    """

    text: str
    folder: str
    kind: str
    id: str
    place: Callable[[Link, str], Span]


@dataclass(frozen=True, slots=True)
class Mention:
    """One link or picture in a text.

    Attributes:
        kind: What is linked: ``event``, ``place``, ``actor``, ``article`` or ``storyline``; ``page`` for a
            page, ``file`` for a picture, ``heading`` for a place in the same text; for an address with any
            other scheme, ``http`` among them, that.
        id: The record's id; of a page or a file, its path below ``content/``; else the address.
        link: The link as it is written.
        text: The text that it stands in.
    """

    kind: str
    id: str
    link: Link
    text: Text

    @property
    def span(self) -> Span:
        """Where the address stands; looked for only when somebody asks, for most links are right."""
        return self.text.place(self.link, self.text.text)


# Which keys of the records inside an event hold Markdown.
_MARKDOWN = {
    "accounts": ("says",),
    "corrections": ("note",),
    "media": ("caption",),
    "sources": ("quote", "note"),
}


def mentions(content: Content, claims: Claims) -> list[Mention]:
    """Every link and picture in every text of the site."""
    return [
        mention
        for text in _texts(content, claims)
        for link in links_in(text.text)
        if (mention := _mention(link, text))
    ]


def _mention(link: Link, text: Text) -> Mention | None:
    target = link.target.strip()
    scheme = _SCHEME.match(target)
    if scheme is not None:
        kind = sys.intern(scheme[1].lower())  # one object for all links of a kind
        id = target[scheme.end() :] if kind in RECORDS else target
        if kind in {"page", "file", "heading"}:
            kind = f"{kind}:"  # no scheme of ours: it must not pass for a path
        return Mention(kind, id, link, text)
    file = target.partition("#")[0]
    if not file and not link.is_image:
        return Mention("heading", target, link, text) if len(target) > 1 else None
    path = posixpath.normpath(posixpath.join(text.folder, file)) if file else ""
    return Mention("file" if link.is_image else "page", path, link, text)


def _texts(content: Content, claims: Claims) -> Iterator[Text]:
    for claim in claims:
        for path, text in _of_event(claim.event):
            if "]" in text:
                yield Text(text, "", "event", claim.event.id, _InValue(claim, path))
    for article in content.articles:
        yield from _of_record("article", article.record.id, article, folder_of(article.file, "articles"))
    for storyline in content.storylines:
        folder = folder_of(storyline.file, "storylines")
        yield from _of_record("storyline", storyline.record.id, storyline, folder)
    for noun, records in (
        ("place", content.places),
        ("actor", content.actors),
        ("publisher", content.publishers),
    ):
        for located in records:
            yield from _of_record(noun, located.record.id, located, "")
    for file, page in content.pages.items():
        yield from _of_record("page", file, page, posixpath.dirname(file))


def _of_event(event: Event) -> Iterator[tuple[Path, str]]:
    """Every Markdown text of an event, with the way to it."""
    for name in ("summary", "body"):
        if text := getattr(event, name):
            yield (name,), text
    if event.retracted:
        yield ("retracted", "reason"), event.retracted.reason
    for field, names in _MARKDOWN.items():
        for number, item in enumerate(getattr(event, field)):
            for name in names:
                if text := getattr(item, name, None):
                    yield (field, number, name), text


def _of_record(noun: str, id: str, located: Located[object], folder: str) -> Iterator[Text]:
    for name in ("summary", "note", "body"):
        text = getattr(located.record, name, None)
        if not text or "]" not in text:
            continue
        if name == "body":
            yield Text(text, folder, noun, id, _counter(located.places.find, text))
        else:
            yield Text(text, "", noun, id, _InValue(located.places, (name,)))


class _InValue:
    """Places a link in a value of YAML: where its address stands, as many times as in the text before it."""

    # There is one for each text: with slots it weighs a quarter of a function and what that closes over.
    __slots__ = ("_owner", "_path")

    def __init__(self, owner: Claim | Places, path: Path) -> None:
        self._owner = owner
        self._path = path

    def __call__(self, link: Link, text: str) -> Span:
        return self._owner.find(self._path, link.target, text.count(link.target, 0, link.at))


def _counter(find: Callable[[Path, str], Span], text: str) -> Callable[[Link, str], Span]:
    """Places a link in the body of a Markdown file, whose lines stand in the file as they are."""

    @functools.cache
    def lines() -> tuple[Span, list[int]]:
        """The first line's place, and where each begins in the text: looked for once for all its links."""
        starts = [0, *(found.end() for found in re.finditer("\n", text))]
        return find(("body",), text.partition("\n")[0]), starts

    def place(link: Link, text: str) -> Span:
        del text
        first, starts = lines()
        row = bisect_right(starts, link.at) - 1
        column = link.at - starts[row] + (1 if row else first.column)
        return Span(first.file, first.line + row, column, column + max(len(link.target), 1))

    return place


def folder_of(file: str, top: str) -> str:
    """The folder of a file below ``content/``: ``articles``, ``articles/2020``.

    Args:
        file: The file, as problems name it.
        top: The folder of ``content/`` that it stands in or below.
    """
    return posixpath.dirname(f"{top}/{f'/{file}'.partition(f'/{top}/')[2]}")
