"""Which texts of the site link to a record, as links for its page."""

from __future__ import annotations

from timeline.pages.edition import Edition
from timeline.pages.views import Link


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
