"""Links that are none, for a space or a line's end between their two halves or the wrong half in front.

Markdown then shows readers the brackets and the bare address, and nothing is told of where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.checks.markup import IN_CODE
from timeline.merging import RECORDS, Timeline
from timeline.problems import Problem, Severity

CODE = "split-link"
_SCHEME = rf"(?:https?://|mailto:|(?:{'|'.join(RECORDS)}):)"
_TARGET = rf"{_SCHEME}[^\s()]+"
APART = re.compile(
    rf"\[(?P<words>[^\[\]\n]+)\](?:[ \t]+|[ \t]*\n[ \t]*)\((?P<address>{_TARGET})\)", re.IGNORECASE
)
_INSIDE_OUT = rf"\([^()\[\]\n]+\)\[{_SCHEME}[^\s()\[\]]+\]"
TURNED = re.compile(
    rf"(?<!\])(?:\((?P<address>{_TARGET})\)\[(?P<words>[^\[\]\n]+)\]|{_INSIDE_OUT})(?![(\[])", re.IGNORECASE
)

_MARK = re.compile(r"\][ \t\n]|\)\[")
"""What all of them have one of."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds the first such link of each text; those in code are meant to be seen."""
    for wording in timeline.doubtful:
        value = wording.value
        if "]" not in value or not _MARK.search(value):
            continue
        bare = IN_CODE.sub("", value)
        found = APART.search(bare) or TURNED.search(bare)
        if found is None:
            continue
        message = "these brackets make no link: its words and its address stand apart"
        if found.re is TURNED:
            message = (
                "these brackets make no link: its words stand in square ones, and its address in round ones"
                " behind them"
            )
        hint = "write it as [words](address), with nothing in between"
        span = wording.find(found[0].partition("\n")[0])
        yield Finding(Problem(CODE, Severity.WARNING, span, message, hint), wording.about)


CHECK = Check(CODE, Severity.WARNING, "The two halves of a link stand side by side.", run)
