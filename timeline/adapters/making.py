"""What made the pages that are kept from one build to the next: what anything else made is not used."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

CACHE = ".cache/timeline"
"""Where parsed files and made pages are kept, below the project's folder."""

_LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pydantic", "tzdata")
_KINDS = (".py", ".html", ".po", ".yaml", ".json")


@cache
def made_by() -> str:
    """The program and the libraries that pages come from, as one digest: every file of ours is in it."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _LIBRARIES:
        digest.update(f"\0{name} {metadata.version(name)}".encode())
    _add(resources.files("timeline"), digest.update)
    return digest.hexdigest()


def _add(folder: Traversable, update: Callable[[bytes], None]) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            _add(entry, update)
        elif entry.name.endswith(_KINDS):
            update(f"\0{entry.name}\0".encode() + entry.read_bytes())
