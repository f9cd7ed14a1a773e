"""One file for machines: where it goes and what is in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """One file that machines read.

    Attributes:
        path: Where it goes, below the site: ``data/timeline.json``.
        content: What is in it; it is written as UTF-8.
        media_type: What it is, as HTTP and ``<link type>`` name it.
        title: What a link to it says, at the foot of every page; empty for none.
        is_feed: Whether readers' programs subscribe to it, and so look for it in every page's head.
    """

    path: str
    content: str
    media_type: str
    title: str = ""
    is_feed: bool = False
