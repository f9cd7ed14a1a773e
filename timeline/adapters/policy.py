"""The Content-Security-Policy of a site's pages, without ``unsafe-inline``.

A static site cannot count on headers, so the policy stands in a ``<meta>``. A theme may have scripts inside
its pages; they are allowed by their hashes (CSP level 3, section 6.7.3). The hashes are known before any
page is made.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator

REFERRER = "same-origin"
"""Other sites do not learn from which page a reader came."""

_INLINE = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_DATA = re.compile(r"\btype\s*=\s*[\"']?application/", re.IGNORECASE)
_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",  # Material's icons are pictures in its style sheets
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def inline_scripts(html: str) -> Iterator[str]:
    """The scripts in a page that run and are no files of their own."""
    for attributes, script in _INLINE.findall(html):
        if not _SOURCE.search(attributes) and not _DATA.search(attributes):
            yield script


def source_of(script: str) -> str:
    """How a policy names a script: ``'sha256-…'``."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode('ascii')}'"


def policy(scripts: Iterable[str]) -> str:
    """The policy of pages that hold these scripts."""
    hashes = "".join(f" {source}" for source in sorted({source_of(script) for script in scripts}))
    return "; ".join(_DIRECTIVES).format(hashes=hashes)


def theme_scripts(render: Callable[[str], str], parts: Iterable[str]) -> set[str]:
    """The scripts that a theme puts into its pages.

    Args:
        render: Renders a part of the theme, by its name.
        parts: The parts that hold scripts.
    """
    return {script for part in parts for script in inline_scripts(render(part))}


def refused(html: str, allowed: str) -> list[str]:
    """The scripts in a page that a policy does not let run."""
    return [script for script in inline_scripts(html) if source_of(script) not in allowed]
