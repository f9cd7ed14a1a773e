"""The change from the old site to the new one: all of it, or nothing.

A site is built in a folder beside the published one and put in its place by renaming, so a build that
fails or is killed leaves the published site as it was. A swap that was cut between its two renames is
undone by the next run.
"""

from __future__ import annotations

import shutil
from pathlib import Path


class Swap:
    """One site's folder, and the folders beside it that a build needs.

    Args:
        site: The folder of the published site; it need not be there.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.building = site.with_name(f".{site.name}.building")
        self._old = site.with_name(f".{site.name}.old")

    def begin(self) -> Path:
        """Undoes a swap that was cut, empties the folder to build in, and returns it."""
        if self._old.exists():
            if self.site.exists():
                shutil.rmtree(self._old)
            else:
                self._old.rename(self.site)
        self.abandon()
        self.building.mkdir(parents=True)
        return self.building

    def finish(self) -> None:
        """Puts the new site in the place of the old one."""
        if self.site.exists():
            self.site.rename(self._old)
        self.building.rename(self.site)
        shutil.rmtree(self._old, ignore_errors=True)

    def abandon(self) -> None:
        """Removes what was built; the published site stays as it is."""
        shutil.rmtree(self.building, ignore_errors=True)
