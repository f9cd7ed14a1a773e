"""What a sitemap says of a site: the address of each page, and the day on which its content changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline.pages import Document

LONGEST_SITEMAP = 50_000
"""The most addresses of one file, by the protocol (sitemaps.org)."""

_MANY = frozenset({"event", "article"})


def sitemap_rows(made: Iterable[Document], permalink: Callable[[str], str]) -> list[tuple[str, str]]:
    """The rows of the sitemap; none for a site that has no address.

    Args:
        made: The site's pages; redirects are none.
        permalink: Gives the whole address of a path, or an empty text.

    Returns:
        Address and day; the day is empty where the content does not say it. Of too many pages, those of
        single entries are left out first: the lists lead to them.
    """
    pages = sorted(made, key=lambda document: document.type in _MANY)
    rows = [(permalink(page.path), page.updated) for page in pages[:LONGEST_SITEMAP]]
    return [row for row in rows if row[0]]
