"""Links from any Markdown text of the site to its records: ``[words](event:ID)``.

They are found here once, so that a link to nothing can be told at its place and every page can name
the texts that mention it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.merging.claims import Claims
from timeline.problems import Span
from timeline.records import Content, Event, Located, Path

LINK = re.compile(r"\]\(\s*<?(event|place|actor|article|storyline):([^)\s>]*)")
"""A Markdown link to a record: its kind, and its id."""
_CODE = re.compile(r"(`+)(?:.|\n)*?\1|^(?: {4}|\t).*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mention:
    """One link from a text to a record.

    Attributes:
        kind: The kind of record that is linked: ``event``, ``place``, ``actor``, ``article``, ``storyline``.
        id: Its id, as written.
        from_kind: The kind of record whose text it stands in; ``page`` for an ordinary page.
        from_id: Its id; for a page, its path.
        span: Where the link stands.
    """

    kind: str
    id: str
    from_kind: str
    from_id: str
    span: Span


# Which keys of the records inside an event hold Markdown.
_MARKDOWN = {
    "accounts": ("says",), "corrections": ("note",), "media": ("caption",), "sources": ("quote", "note"),
}  # fmt: skip


def texts_of(event: Event) -> Iterator[tuple[Path, str]]:
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


def links_in(text: str) -> Iterator[tuple[str, str]]:
    """The links to records in a Markdown text: kind and id, in order; those in code are none."""
    if "](" not in text:
        return
    for found in LINK.finditer(_CODE.sub("", text)):
        yield found.group(1), found.group(2)


def mentions(content: Content, claims: Claims) -> list[Mention]:
    """Every link to a record, in every text of the site."""
    found: list[Mention] = []
    for id in claims:
        for claim in claims.of_event(id):
            for path, text in texts_of(claim.event):
                for kind, target in links_in(text):
                    found.append(Mention(kind, target, "event", id, claim.find(path, f"{kind}:{target}")))
    for noun, records in (
        ("article", content.articles),
        ("storyline", content.storylines),
        ("place", content.places),
        ("actor", content.actors),
        ("publisher", content.publishers),
    ):
        for located in records:
            found += _in_record(noun, located.record.id, located)
    for file, page in content.pages.items():
        found += _in_record("page", file, page)
    return found


def _in_record(noun: str, id: str, located: Located[object]) -> Iterator[Mention]:
    for name in ("summary", "note", "body"):
        text = getattr(located.record, name, None)
        for kind, target in links_in(text or ""):
            yield Mention(kind, target, noun, id, located.places.find((name,), f"{kind}:{target}"))
