"""The pages of a site onto the disk: below one folder alone, and under ``serve`` only what has changed.

A path is looked at letter by letter, since asking the system where each of ten thousand leads takes longer
than writing it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path


class SiteFolder:
    """The folder that a site is built in.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = f"{folder}/"
        self._made: set[str] = set()

    def write(self, path: str, text: str | Iterable[str]) -> None:
        """Writes a page.

        Args:
            path: Where it goes, below the folder, with ``/``.
            text: What is in it, whole or piece by piece; it is written as UTF-8.

        Raises:
            ValueError: The path may lead out of the folder.
        """
        with open(self._place(path), "wb") as file:  # noqa: PTH123 (a Path takes as long again)
            if isinstance(text, str):
                file.write(text.encode("utf-8"))
            else:
                file.writelines(piece.encode("utf-8") for piece in text)

    def copy(self, path: str, source: Path) -> None:
        """Writes what is in another file.

        Args:
            path: Where it goes, below the folder, with ``/``.
            source: The file.

        Raises:
            ValueError: The path may lead out of the folder.
        """
        shutil.copyfile(source, self._place(path))

    def _place(self, path: str) -> str:
        """Where a file is to be written, in a folder that is there."""
        steps = path.split("/")
        if not all(steps) or "\\" in path or ":" in path or "\0" in path or {".", ".."} & {*steps}:
            message = f"'{path}' may lead out of the folder"
            raise ValueError(message)
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            try:
                os.mkdir(self._folder + parent)  # noqa: PTH102 (likewise)
            except OSError:  # it is there, or what it is to be in is not
                os.makedirs(self._folder + parent, exist_ok=True)  # noqa: PTH103 (likewise)
            self._made.add(parent)
        return self._folder + path


class Mirror:
    """The site that ``serve`` shows: what a build changes replaces what was there, the rest is let alone.

    Args:
        site: The folder that is served.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.building = site.with_name(f"{site.name}.building")
        self._folder = f"{site}/"
        self._digests: dict[str, bytes] = {}
        self._built: dict[str, bytes] = {}
        self._kept: set[str] = set()
        self._shown: set[str] | None = None

    def begin(self) -> Path:
        """Empties the folder to build in, and returns it."""
        self.abandon()
        self.building.mkdir(parents=True)
        return self.building

    def is_shown(self, path: str, made_of: str) -> bool:
        """Whether a page is shown already as it is now; it then need not be written, nor made.

        Args:
            path: Where it stands, below the folder, with ``/``.
            made_of: What is in it, or whatever tells that.
        """
        digest = hashlib.blake2b(made_of.encode("utf-8"), digest_size=16).digest()
        same = self._digests.get(path) == digest and os.path.isfile(f"{self._folder}{path}")  # noqa: PTH113 (likewise)
        self._built[path] = digest
        if same:
            self._kept.add(path)
        return same

    def finish(self) -> None:
        """Puts what was built in the place of what differs from it, and removes what is no longer built."""
        built = {*_files(self.building)}
        self.site.mkdir(parents=True, exist_ok=True)
        for path in built:
            source, target = self.building / path, self.site / path
            if not (target.is_file() and source.read_bytes() == target.read_bytes()):
                target.parent.mkdir(parents=True, exist_ok=True)
                source.replace(target)
        before = {*_files(self.site)} if self._shown is None else self._shown
        self._shown = built | self._kept
        for path in before - self._shown:
            (self.site / path).unlink(missing_ok=True)
        self._digests = self._built
        self.abandon()

    def abandon(self) -> None:
        """Removes what was built; what is shown stays as it is."""
        self._built, self._kept = {}, set()
        shutil.rmtree(self.building, ignore_errors=True)


def _files(folder: Path) -> Iterator[str]:
    """The files in a folder, as paths below it with ``/``."""
    whole = len(str(folder)) + 1
    for base, _, names in os.walk(folder):
        inside = base[whole:].replace(os.sep, "/")
        yield from (f"{inside}/{name}" if inside else name for name in names)
