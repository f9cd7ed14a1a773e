"""One file for machines: where it goes and what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """One file that machines read.

    Attributes:
        path: Where it goes, below the site: ``data/timeline.json``.
        made: What is in it, which is written as UTF-8; or, of a file that is better not held whole, what
            makes it piece by piece, each time anew.
        media_type: What it is, as HTTP and ``<link type>`` name it.
        title: What a link to it says, at the foot of every page; empty for none.
        is_feed: Whether readers' programs subscribe to it, and so look for it in every page's head.
    """

    path: str
    made: str | Callable[[], Iterator[str]]
    media_type: str
    title: str = ""
    is_feed: bool = False

    @property
    def pieces(self) -> Iterator[str]:
        """What is in it, piece by piece."""
        return iter((self.made,)) if isinstance(self.made, str) else self.made()

    @property
    def content(self) -> str:
        """All that is in it."""
        return "".join(self.pieces)
