"""The change from the old site to the new one: all of it, or nothing.

A site is built in a folder beside the published one and put in its place by renaming, so a build that
fails or is killed leaves the published site as it was. A swap that was cut is undone by the next run, and
two builds at once do not meet: each has a folder of its own, and the last to finish stands.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path

from timeline.writing.locks import Lock, exchanged
from timeline.writing.shelf import BORNE

_MARK = "made-by-timeline.txt"
_SAID = "The site from before is kept here for the moment in which the new one takes its place.\n"


class Swap:
    """One site's folder, and the folders beside it that a build needs.

    Args:
        site: The folder of the published site; it need not be there. Where it is a symbolic link, the
            link stays, and what it leads to is changed.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self._real = Path(os.path.realpath(site))
        self._building: Path | None = None
        self._lock: Lock | None = None

    def begin(self) -> Path:
        """Clears away what builds that were cut have left, and makes the folder to build in.

        Raises:
            OSError: There is no place for it.
        """
        parent = self._real.parent
        parent.mkdir(parents=True, exist_ok=True)
        with Lock(parent):
            self._undo()
            self._clear()
            self._building = self._free(self._building_name())
            self._building.mkdir()
            self._lock = Lock(self._building).__enter__()
        return self._building

    def finish(self) -> None:
        """Puts the new site in the place of the old one.

        Raises:
            OSError: The folders cannot be renamed; the old site is where it was.
        """
        if self._building is None:
            return
        with Lock(self._real.parent):
            if not self._real.exists():
                self._building.rename(self._real)
            elif not exchanged(self._building, self._real):
                self._replace(self._building)
        self.abandon()

    def abandon(self) -> None:
        """Removes what is beside the published site, which stays as it is."""
        if self._building is not None:
            shutil.rmtree(self._building, ignore_errors=True)
            self._building = None
        if self._lock is not None:
            self._lock.__exit__()
            self._lock = None

    def _replace(self, building: Path) -> None:
        """Puts the new site in the place of the old one by two renames, where names cannot be exchanged."""
        aside = self._aside()
        try:
            self._real.rename(aside / "site")
            try:
                building.rename(self._real)
            except OSError:
                (aside / "site").rename(self._real)
                raise
        finally:
            if self._real.exists():
                self._discard(aside)

    def _aside(self) -> Path:
        """Makes the folder for the old site, with a mark by which the next run knows it for ours."""
        # It gets its name when the mark is in it: what is cut before that is cleared away as a build's.
        made = self._free(self._building_name())
        made.mkdir()
        (made / _MARK).write_text(_SAID, encoding="utf-8")
        os.utime(made / _MARK, (BORNE, BORNE))
        return made.rename(self._free(f".{self._real.name}.before-swap"))

    def _discard(self, aside: Path) -> None:
        """Removes the folder of the old site."""
        # It gets a build's name first: what is cut here is cleared away, and no half of a site is put back.
        with suppress(OSError):
            shutil.rmtree(aside.rename(self._free(self._building_name())), ignore_errors=True)

    def _building_name(self) -> str:
        return f".{self._real.name}.building-{os.getpid()}"

    def _free(self, name: str) -> Path:
        """A path beside the site that nobody has."""
        names = (f"{name}-{number}" if number else name for number in count())
        return next(path for path in map(self._real.parent.joinpath, names) if not os.path.lexists(path))

    def _beside(self, pattern: str) -> list[Path]:
        """What is beside the site under names that we give."""
        ours = re.compile(rf"\.{re.escape(self._real.name)}\.{pattern}")
        return sorted(path for path in self._real.parent.iterdir() if ours.fullmatch(path.name))

    def _undo(self) -> None:
        """Undoes a swap that was cut between its two renames; what does not bear our mark is not touched."""
        for path in self._beside(r"before-swap(?:-\d+)?"):
            if _is_ours(path):
                if not self._real.exists() and (path / "site").exists():
                    (path / "site").rename(self._real)
                self._discard(path)

    def _clear(self) -> None:
        """Removes the folders of builds that are no longer running: nobody holds their lock."""
        for path in self._beside(r"building-\d+(?:-\d+)?"):
            with suppress(BlockingIOError), Lock(path, wait=False):
                shutil.rmtree(path, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether we made a folder, here: a checkout would have given the mark another time."""
    mark = folder / _MARK
    try:
        return (
            not folder.is_symlink()
            and int(mark.stat().st_mtime) == BORNE
            and mark.read_text(encoding="utf-8") == _SAID
        )
    except (OSError, ValueError):
        return False
