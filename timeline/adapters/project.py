"""Where a project keeps what, and the way from its files to a checked timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline.adapters.making import made_by
from timeline.checks import Examined, examine, levelled
from timeline.problems import report, sort_problems
from timeline.reading import Limits, Memory, Reading, read_project, read_settings, shown_path
from timeline.records import Site
from timeline.writing import Shelf

PARSED = "parsed"
"""The folder for parsed files, among what is kept from one run to the next."""
VOCABULARY = "site_config/vocabulary.yaml"
"""Where a site keeps its vocabulary, below the project's folder."""


@dataclass(frozen=True, slots=True)
class Project:
    """One project on disk.

    Attributes:
        root: The project's folder, which paths in problems are relative to.
        content: The content folder.
        vocabulary: The site's vocabulary; it need not be there.
        site: The site's settings.
        limits: How much is read.
        cache: Where things are kept from one run to the next; None where they are not.
        config: The settings' file; None where they come from none.
        overrides: The folder of the theme's overrides, if there is one.
    """

    root: Path
    content: Path
    vocabulary: Path
    site: Site
    limits: Limits = field(default_factory=Limits)
    cache: Path | None = None
    config: Path | None = None
    overrides: Path | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A project that was read, merged and checked."""

    reading: Reading
    examined: Examined

    def report(self, format: str = "terminal") -> str:
        """The problems in one of the formats of timeline.problems."""
        return report(self.examined.problems, self.reading.line_of, format)


def check_project(
    project: Project,
    memory: Memory | None = None,
    today: str = "",
    proposed: Mapping[str, bytes] | None = None,
) -> Checked:
    """Reads, merges and checks a project; raises nothing for what an editor can write.

    Args:
        project: The project.
        memory: What this process has read of it before, for one that reads it again and again.
        today: The day of whoever asks, for what is said of days to come; a build leaves it out.
        proposed: Files as they are to be, by their paths below the content folder, to be checked in place of
            what the disk has there.
    """
    reading = _read(project, memory, proposed)
    examined = examine(reading, project.site, today, memory)
    if project.config is None:
        return Checked(reading, examined)
    settings, wrong = read_settings(project.config, shown_path(project.config, project.root))
    reading = replace(reading, texts={**reading.texts, settings.file: settings})
    problems = sort_problems([*levelled(wrong, project.site.levels), *examined.problems])
    return Checked(reading, replace(examined, problems=problems))


def _read(project: Project, memory: Memory | None, proposed: Mapping[str, bytes] | None) -> Reading:
    shelf = None
    if project.cache is not None:
        shelf = Shelf(project.cache / PARSED, made_by())
    try:
        return read_project(
            project.content,
            project.vocabulary,
            root=project.root,
            limits=project.limits,
            shelf=shelf,
            memory=memory,
            proposed=proposed,
        )
    finally:
        if shelf is not None:
            shelf.close()
