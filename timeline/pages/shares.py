"""How the lists of one event share its pages: nearly always one page holds them all.

An event may have hundreds of sources, or be the whole of which thousands are part. Its first page then tells
some of each, the short lists first, and further pages tell the rest, one list after the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from markupsafe import Markup

from timeline.pages.archive import CHARACTERS
from timeline.pages.views import (
    AccountView,
    Citation,
    CorrectionView,
    Fact,
    FigureView,
    Link,
    MediaView,
    Step,
)

_MADE_BY: Mapping[type, int] = {
    AccountView: 5,
    Citation: 5,
    CorrectionView: 4,
    Fact: 2,
    FigureView: 4,
    Link: 2,
    MediaView: 7,
    Step: 6,
}
"""The elements of each thing that a page lists, without what stands inside it."""

Shares = Mapping[str, slice]
"""What one page has of each list, by the list's name."""


def weight(thing: object) -> int:
    """About how many elements something makes on a page; of its text, as many as are as heavy to load."""
    if isinstance(thing, str):
        made = thing.count("<") // 2 if isinstance(thing, Markup) else 0
        return made + len(thing) // CHARACTERS
    if isinstance(thing, tuple):
        return sum(3 + weight(one) for one in thing)
    if is_dataclass(thing):
        inside = sum(weight(getattr(thing, field.name)) for field in fields(thing))
        return _MADE_BY.get(type(thing), 0) + inside
    return 0


def shared_out(lists: Mapping[str, Sequence[Any]], first: int, others: int) -> Sequence[Shares]:
    """Shares lists out among pages.

    Args:
        lists: The lists by their names, in the order in which a page shows them.
        first: How many elements those on the first page may make in all.
        others: How many those on each further page may make.

    Returns:
        For each page what it has of each list; one page, wherever that can hold them all.
    """
    weights = {name: [weight(one) for one in some] for name, some in lists.items()}
    taken: dict[str, int] = {}
    left = first
    # The shortest takes what it needs; what it leaves is shared by those that need more.
    by_weight = sorted(weights, key=lambda name: sum(weights[name]))
    for number, name in enumerate(by_weight):
        share = left // (len(by_weight) - number)
        taken[name], made = _fitting(weights[name], 0, share)
        left -= made
    pages: list[dict[str, slice]] = [{name: slice(0, taken[name]) for name in lists}]
    left = 0
    for name in lists:
        start = taken[name]
        while start < len(weights[name]):
            if left <= 0:
                pages.append({})
                left = others
            count, made = _fitting(weights[name], start, left)
            if not count and pages[-1]:
                left = 0
                continue
            count, made = (count, made) if count else (1, weights[name][start])
            pages[-1][name] = slice(start, start + count)
            start, left = start + count, left - made
    return pages


def _fitting(weights: Sequence[int], start: int, budget: int) -> tuple[int, int]:
    """How many items fit, from one on, and what they weigh."""
    made = 0
    for number, one in enumerate(weights[start:]):
        if made + one > budget:
            return number, made
        made += one
    return len(weights) - start, made
