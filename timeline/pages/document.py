"""One page, ready for any engine: where it goes, what it is called, and its HTML.

Nothing in it belongs to MkDocs; an adapter wraps a theme around it and writes it where it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.merging import Placed
from timeline.problems import Span


@dataclass(frozen=True, slots=True)
class Document:
    """One page.

    Attributes:
        path: The page's address below the site's, with a slash at the end: ``events/green-zone-mortars/``;
            empty for the home page.
        type: The type of page that made it: a name in the registry.
        title: The title, as plain text.
        description: One sentence or paragraph for search engines and previews, as plain text.
        html: What stands between the theme's header and footer.
        source: Where in the project the page's text is written; None for pages that nobody wrote.
        language: The BCP 47 tag of the content, where it is not the site's; else empty.
        page: For an ordinary page, its path below ``content/``; else empty.
        updated: The day, as ``2020-01-05``, on which the content says that the page last changed; or empty.
        head: What the page adds to HTML's ``head``: metadata for machines, already escaped. The registry
            fills it, as it does a description and a day of change that a page type leaves out.
        entries: The entries that the page lists, in their order, whether or not all are shown on it.
    """

    path: str
    type: str
    title: str
    description: str
    html: str
    source: Span | None = None
    language: str = ""
    page: str = ""
    updated: str = ""
    head: str = ""
    entries: Sequence[Placed] = ()

    @property
    def file(self) -> str:
        """The file that holds the page, below the site's folder."""
        return file_of(self.path)

    @property
    def root(self) -> str:
        """The way from the page to the site's root: ``../../``, or empty on the home page."""
        return root_of(self.path)


def file_of(path: str) -> str:
    """The file that holds the page at an address, below the site's folder."""
    return f"{path}index.html"


def root_of(path: str) -> str:
    """The way from a page's address to the site's root."""
    return "../" * path.count("/")
