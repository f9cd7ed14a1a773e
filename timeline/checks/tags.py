"""Tags that are several: a comma within quotes makes one of what was meant as two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE = "tag-with-comma"
COMMA = re.compile(r"(?<![0-9]),|,(?![0-9])|[;،؛]")
"""One that stands between two things, and not between a number's thousands."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds tags with a comma or a semicolon in them."""
    for wording in timeline.doubtful:
        if wording.key == "tags" and COMMA.search(wording.value):
            message = f"there is a comma or a semicolon in the tag '{wording.value}'"
            hint = (
                "if these are several, each is an item of its own: a comma between them, no quotes around all"
            )
            yield Finding(Problem(CODE, Severity.NOTE, wording.span(), message, hint), wording.about)


CHECK = Check(CODE, Severity.NOTE, "A tag is one, and several are the items of a list.", run)
