"""Waiting for a project's files to change, by looking at their times and sizes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.adapters.project import Project

INTERVAL = 0.5
"""The seconds between two looks."""


def changes_of(project: Project, interval: float = INTERVAL) -> Iterator[None]:
    """Yields whenever a file of the content folder, the vocabulary or the settings are not what they were."""
    before = _state(project)
    while True:
        try:
            time.sleep(interval)
        except KeyboardInterrupt:
            return
        now = _state(project)
        if now != before:
            before = now
            yield


def _state(project: Project) -> dict[str, tuple[int, int]]:
    found = {}
    paths = [*project.content.rglob("*"), project.vocabulary]
    for path in [*paths, project.config] if project.config else paths:
        try:
            status = path.stat()
        except OSError:
            continue  # gone between the look at the folder and the look at the file
        found[path.as_posix()] = (status.st_mtime_ns, status.st_size)
    return found
