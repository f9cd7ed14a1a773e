"""Pages stamped out of a shell: the theme is rendered once, and each page's own parts are put in.

Material renders a page's frame in 5 to 10 ms, and the frames of two pages of one section differ only
in a handful of places. So the frame is rendered once with marks in those places and cut at the marks; a
page is then a join of strings. A test holds the result to be, byte for byte, what MkDocs would have made.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping

Slots = Mapping[str, str]
"""What stands at each mark of one page, ready to be put in: already escaped."""

SLOTS = ("title", "description", "canonical", "head", "content")
"""Where the pages of one section, at one depth, differ from one another."""


def mark(slot: str) -> str:
    """The text that stands for a slot while the shell is rendered; no template changes letters and digits."""
    return f"chronologymark0{slot}0"


_MARKS = re.compile("|".join(f"({mark(slot)})" for slot in SLOTS))


class Shell:
    """The frame of all pages of one section, at one depth.

    Args:
        rendered: A page whose own parts are marks.

    Attributes:
        digest: What tells this frame from any other.
    """

    def __init__(self, rendered: str) -> None:
        self._pieces: list[str] = []
        self._slots: list[str] = []
        start = 0
        for found in _MARKS.finditer(rendered):
            self._pieces.append(rendered[start : found.start()])
            self._slots.append(SLOTS[(found.lastindex or 1) - 1])
            start = found.end()
        self._last = rendered[start:]
        self.digest = hashlib.blake2b(rendered.encode("utf-8"), digest_size=16).hexdigest()

    def stamp(self, slots: Slots) -> str:
        """A whole page."""
        parts: list[str] = []
        for piece, slot in zip(self._pieces, self._slots, strict=True):
            parts += (piece, slots[slot])
        return "".join([*parts, self._last])


class Shells:
    """One shell for each section of the site and depth below it, rendered when a page first asks for it.

    Args:
        render: Renders a page at an address, given what to put at each slot.
    """

    def __init__(self, render: Callable[[str, Slots], str]) -> None:
        self._render = render
        self._shells: dict[str, Shell] = {}

    def around(self, path: str) -> Shell:
        """The frame of a page.

        Args:
            path: The page's address below the site's.
        """
        first, *rest = path.rstrip("/").split("/")
        if not rest or first.lstrip("-")[:1].isdigit():
            first = "any"  # years are one section, however many they are
        like = f"{first}/{'any/' * len(rest)}"
        if like not in self._shells:
            self._shells[like] = Shell(self._render(like, {slot: mark(slot) for slot in SLOTS}))
        return self._shells[like]
