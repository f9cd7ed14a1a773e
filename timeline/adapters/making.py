"""What made the things that are kept from one run to the next: what anything else made is not used."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import timeline

CACHE = ".cache/timeline"
"""Where things are kept from one run to the next, below the project's folder."""

_LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pydantic", "tzdata")
_KINDS = (".py", ".html", ".po", ".yaml", ".json")


@cache
def made_by() -> str:
    """The program and the libraries that pages come from, as one digest: every file of ours is in it."""
    from importlib import metadata  # noqa: PLC0415 # it takes longer than all else here

    versions = [f"{name} {metadata.version(name)}" for name in _LIBRARIES]
    return hashlib.sha256("\0".join([sys.version, *versions, _program()]).encode()).hexdigest()


def installed() -> str:
    """The program and everything that is installed beside it, as one digest.

    It says more than `made_by`, as plugins too decide what a ``mkdocs.yml`` means, and is found in a tenth
    of the time: by the names of the folders in which packages say their versions.
    """
    names = sorted({name for folder in sys.path for name in _packages(folder or ".")})
    return hashlib.sha256("\0".join([sys.version, *names, _program()]).encode()).hexdigest()


def _packages(folder: str) -> Iterator[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 (names are enough)
    except OSError:
        return
    yield from (name for name in names if name.endswith((".dist-info", ".egg-info", ".egg-link", ".pth")))


@cache
def _program() -> str:
    digest = hashlib.sha256()
    _add(Path(timeline.__file__).parent, digest.update)
    return digest.hexdigest()


def _add(folder: Path, update: Callable[[bytes], None]) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            _add(entry, update)
        elif entry.name.endswith(_KINDS):
            update(f"\0{entry.name}\0".encode() + entry.read_bytes())
