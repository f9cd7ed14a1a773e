"""The id that a wrong one most likely means, found quickly among many thousands."""

from __future__ import annotations

import difflib
import functools
from collections import Counter
from collections.abc import Iterable, Iterator

_COMPARED = 40
_ASKED = 200


class Nearest:
    """Finds near ids.

    Only ids that share a word, a beginning or an end with the wrong one are compared with it, and only
    the first wrong ones get an answer: whoever has hundreds of them has broken one thing, not hundreds.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = ids
        self._answers: dict[str, str] = {}

    def to(self, id: str) -> str:
        """The nearest id; empty where none is near."""
        if id not in self._answers:
            if len(self._answers) >= _ASKED:
                return ""
            shared = Counter(known for key in _keys(id) for known in self._by_key.get(key, ()))
            likely = sorted(shared, key=lambda known: (-shared[known], known))[:_COMPARED]
            near = difflib.get_close_matches(id, likely, n=1, cutoff=0.6)
            self._answers[id] = near[0] if near else ""
        return self._answers[id]

    @functools.cached_property
    def _by_key(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id in sorted(self._ids):
            for key in _keys(id):
                found.setdefault(key, []).append(id)
        return found


def _keys(id: str) -> Iterator[str]:
    folded = id.casefold()
    yield from {*folded.replace("/", "-").replace(".", "-").split("-"), f"{folded[:2]}…", f"…{folded[-3:]}"}
