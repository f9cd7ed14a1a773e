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


class Swap:
    """One site's folder, and the folders beside it that a build needs.

    Args:
        site: The folder of the published site; it need not be there. Where it is a symbolic link, the
            link stays, and what it leads to is changed.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self._real = Path(os.path.realpath(site))
        self._old = self._real.with_name(f".{self._real.name}.before-swap")
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
            name = f".{self._real.name}.building-{os.getpid()}"
            names = (f"{name}-{number}" if number else name for number in count())
            self._building = next(path for path in map(parent.joinpath, names) if not path.exists())
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
                self._real.rename(self._old)
                try:
                    self._building.rename(self._real)
                except OSError:
                    self._old.rename(self._real)
                    raise
                shutil.rmtree(self._old, ignore_errors=True)
        self.abandon()

    def abandon(self) -> None:
        """Removes what is beside the published site, which stays as it is."""
        if self._building is not None:
            shutil.rmtree(self._building, ignore_errors=True)
            self._building = None
        if self._lock is not None:
            self._lock.__exit__()
            self._lock = None

    def _undo(self) -> None:
        """Undoes a swap that was cut between its two renames."""
        if self._old.exists() and self._real.exists():
            shutil.rmtree(self._old)
        elif self._old.exists():
            self._old.rename(self._real)

    def _clear(self) -> None:
        """Removes the folders of builds that are no longer running: nobody holds their lock."""
        ours = re.compile(rf"\.{re.escape(self._real.name)}\.building-\d+(?:-\d+)?")
        for path in [path for path in self._real.parent.iterdir() if ours.fullmatch(path.name)]:
            with suppress(BlockingIOError), Lock(path, wait=False):
                shutil.rmtree(path, ignore_errors=True)
