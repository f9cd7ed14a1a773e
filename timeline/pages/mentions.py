"""Which texts of the site link to a record, as links for its page."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.overflow import AT_ONCE, all_of
from timeline.pages.views import Link

MENTIONS = "mentions/"
"""Where all of them are listed that a page cannot hold, below its address."""


def mentioned_in(kind: str, id: str, edition: Edition, root: str) -> tuple[Link, ...]:
    """Links to the pages whose texts mention a record, each once.

    Args:
        kind: The kind of record: ``event``, ``place``, ``actor``, ``article``, ``storyline``.
        id: Its id.
        edition: What the pages share.
        root: The way from the page to the site's root.
    """
    origins = edition.timeline.mentioned_in.get((kind, id), ())
    found = (
        edition.link(from_kind, from_id, root) for from_kind, from_id in origins if from_kind != "publisher"
    )
    return tuple(link for link in found if link)


def mentions(kind: str, id: str, path: str, title: str, edition: Edition) -> Iterator[Document]:
    """The list of the texts that mention a record, where its page has the first only.

    Args:
        kind: The kind of record.
        id: Its id.
        path: The address of its page.
        title: The title of its page.
        edition: What the pages share.
    """
    if len(edition.timeline.mentioned_in.get((kind, id), ())) > AT_ONCE:
        label = edition.language.text("Mentioned in")

        def links(root: str) -> tuple[Link, ...]:
            return mentioned_in(kind, id, edition, root)

        yield from all_of(label, links, MENTIONS, path, title, edition)
