"""What the search box finds beside entries: pages of places, actors, storylines, tags, publishers, periods.

Entries stand in the index that the filters read (timeline.outputs.index); pages are known only when all are
made, so their rows are put together here. The script that reads them is ``js/search.js``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from timeline.languages import Language
from timeline.outputs import Output
from timeline.pages import Document, Edition
from timeline.pages.compact import compact
from timeline.pages.filters import INDEX

LONGEST_SECTION = 600
"""Of a section of a page, so many characters are looked through."""
CONTENT = "content"
"""The anchor at which the content of every page begins."""

_APART = frozenset({"home", "event", "article", "continued"})
"""Entries have rows of their own, and what leads to them is no find."""
_TOLD = frozenset({"page", "handbook"})
"""The pages whose text is looked through, section by section."""
_HEADING = re.compile(r"<h([23])\b[^>]*?\bid=\"([^\"]+)\"[^>]*>(.*?)</h\1>", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|code|em|i|kbd|mark|q|small|span|strong|sub|sup|time)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_JOINT = re.compile(r"[,،:;؛]\s*|$")
"""What parts a title from what is said of it, in the languages of the interface."""

Row = list[str]
"""A page or a section: path, title, what it is, what it says, other names, language and direction."""


def is_found(page: Document) -> bool:
    """Whether a page has a row of its own among these."""
    return page.type not in _APART


def searched(made: Iterable[Document], edition: Edition) -> Iterator[Output]:
    """The files of rows: of all pages that are found by their names, and of the sections of some.

    Args:
        made: The site's pages.
        edition: What they share.

    Returns:
        The files, for the search alone.
    """
    pages, sections = [], []
    types = _types(edition.language)
    for page in made:
        if not is_found(page):
            continue
        about = _beside(page.title, page.description)
        language = edition.foreign(page.language, page.title)
        names = " ".join(_names(page, edition).values())
        pages.append(_row(page.path, page.title, types.get(page.type, ""), about, names, *language))
        if page.type in _TOLD:
            for anchor, title, text in _sections(page):
                sections.append(_row(f"{page.path}#{anchor}", title, page.title, text, "", *language))
    yield _output("pages.json", pages)
    yield _output("sections.json", sections)


def _beside(title: str, description: str) -> str:
    """What a description says where the title stands above; it is whole for those who see nothing else."""
    # A title that runs the other way is isolated from the words behind it.
    rest = description.removeprefix(f"\u2068{title}\u2069").removeprefix(title)
    joint = _JOINT.match(rest)
    return rest[joint.end() :] if joint and rest != description else description


def _output(name: str, rows: Iterable[Row]) -> Output:
    lines = ",\n".join(compact(row) for row in rows)
    return Output(f"{INDEX}{name}", f"[\n{lines}\n]\n", "application/json")


def _types(language: Language) -> Mapping[str, str]:
    return {
        "place": language.text("Place"),
        "actor": language.text("Person or body"),
        "storyline": language.text("Storyline"),
        "tag": language.text("Tag"),
        "source": language.text("Publisher"),
    }


def _names(page: Document, edition: Edition) -> Mapping[str, str]:
    """The names of a place or an actor in other languages."""
    timeline, id = edition.timeline, page.path.rstrip("/").rpartition("/")[2]
    if page.type == "place":
        return timeline.places[id].record.names
    return timeline.actors[id].record.names if page.type == "actor" else {}


def _row(*columns: str) -> Row:
    row = [*columns]
    while not row[-1]:
        row.pop()
    return row + [""] * (4 - len(row))


def _sections(page: Document) -> Iterator[tuple[str, str, str]]:
    """The sections of a page: their anchors, headings and texts; first what stands before all headings."""
    start, anchor, title = max(0, page.html.find("</header>")), CONTENT, page.title
    for heading in (*_HEADING.finditer(page.html), None):
        text = _plain(page.html[start : heading.start() if heading else None])
        if anchor != CONTENT or text:
            yield anchor, title, text[:LONGEST_SECTION]
        if heading:
            start, anchor, title = heading.end(), heading[2], _plain(heading[3])


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", html))).split())
