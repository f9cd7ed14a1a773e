"""Code in a line of Markdown, between backticks, found as fast as the line is long.

python-markdown looks through the rest of a text for each backtick that nothing closes. Here the runs of
backticks are noted once, by how far from the end they stand, for that stays the same while what stands
before them is replaced.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, AtomicString, code_escape

_OPENING = r"(?<!\\)(?:((?:\\\\)+)(?=`)|`+)"
_RUN = re.compile("`+")
_BACKSLASH = f"{STX}{ord(chr(92))}{ETX}"


class CodeSpans(InlineProcessor):
    """Makes ``<code>`` elements of what stands between backticks."""

    def __init__(self) -> None:
        super().__init__(_OPENING)
        self._noted = ""
        self._runs: dict[int, list[int]] = {}

    def handleMatch(  # type: ignore[override] # noqa: N802 (python-markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int, int]:
        """What backslashes before backticks, or backticks, stand for, and where that is written."""
        if m[1]:
            return m[1].replace("\\\\", _BACKSLASH), m.start(), m.end()
        found = self._closing(data, m.end(), m.end() - m.start())
        if found is None:
            return None, m.start(), m.end()
        ticks, closing = found
        element = Element("code")
        element.text = AtomicString(code_escape(data[m.start() + ticks : closing].strip()))
        return element, m.start(), closing + ticks

    def _closing(self, text: str, behind: int, opening: int) -> tuple[int, int] | None:
        """How many backticks close what so many open, and where; None where nothing does.

        That is the next run of as many; where there is none and each run is shorter, it is the first of the
        longest, and the surplus of the opening ones is code.
        """
        rest = text[behind:]
        self._note(rest)
        nearest = self._nearest(opening, len(rest))
        if nearest:
            return opening, len(text) - nearest
        longest = max(self._runs, default=0)
        while longest and not self._nearest(longest, len(rest)):
            del self._runs[longest]  # what has been passed does not come again
            longest = max(self._runs, default=0)
        if not 0 < longest < opening:
            return None
        return longest, len(text) - self._nearest(longest, len(rest))

    def _nearest(self, length: int, within: int) -> int:
        """How far from the end the first run of a length stands in the rest of a text; 0 where none does."""
        distances = self._runs.get(length, [])
        number = bisect_right(distances, within)
        return distances[number - 1] if number else 0

    def _note(self, rest: str) -> None:
        """Notes the runs in the rest of a text, unless it is the end of the one that is noted."""
        is_known = self._noted.endswith(rest)
        self._noted = rest  # not what has been passed, which stands in the next text again
        if is_known:
            return
        self._runs = {}
        for run in _RUN.finditer(rest):
            self._runs.setdefault(run.end() - run.start(), []).append(len(rest) - run.start())
        for distances in self._runs.values():
            distances.reverse()
