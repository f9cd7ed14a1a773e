"""Where a project keeps what, and the way from its files to a checked timeline."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from timeline.checks import Examined, examine
from timeline.problems import report
from timeline.reading import Limits, Reading, read_project
from timeline.records import Site

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
    """

    root: Path
    content: Path
    vocabulary: Path
    site: Site
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Checked:
    """A project that was read, merged and checked."""

    reading: Reading
    examined: Examined

    def report(self, format: str = "terminal") -> str:
        """The problems in one of the formats of timeline.problems."""
        return report(self.examined.problems, self.reading.line_of, format)


def check_project(project: Project) -> Checked:
    """Reads, merges and checks a project; raises nothing for what an editor can write."""
    reading = read_project(project.content, project.vocabulary, root=project.root, limits=project.limits)
    return Checked(reading, examine(reading, project.site))
