"""Long lists over several pages: where each page is, and the links between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from timeline.languages import Language
from timeline.pages.document import root_of
from timeline.pages.views import Link

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pager:
    """The way from one page of a list, or of the timeline, to those beside it."""

    label: str
    here: str
    previous: Link | None
    next: Link | None


def numbered(path: str, number: int) -> str:
    """The address of one page of a list; the first has the list's own."""
    return path if number == 1 else f"{path}page/{number}/"


def paged(
    path: str, items: Sequence[T], size: int, language: Language
) -> Iterator[tuple[str, int, Sequence[T], Pager | None]]:
    """Cuts a list into pages.

    Args:
        path: The list's address.
        items: What is listed; without any, there is one empty page.
        size: How many a page holds.
        language: The language of the links.

    Returns:
        Each page's address, its number, its items, and the way to its neighbours where there are any.
    """
    pages = [items[start : start + size] for start in range(0, len(items), size)] or [items]
    yield from turned(path, pages, language)


def weighed(items: Sequence[T], weigh: Callable[[T], int], budget: int) -> list[Sequence[T]]:
    """Cuts a list into pages by what its items weigh.

    Args:
        items: What is listed; without any, there is one empty page.
        weigh: How many elements an item makes on its page.
        budget: How many elements the items of a page may make; a heavier item has a page of its own.
    """
    pages: list[Sequence[T]] = []
    start = made = 0
    for number, item in enumerate(items):
        weight = weigh(item)
        if number > start and made + weight > budget:
            pages.append(items[start:number])
            start, made = number, 0
        made += weight
    return [*pages, items[start:]]


def turned(
    path: str, pages: Sequence[Sequence[T]], language: Language
) -> Iterator[tuple[str, int, Sequence[T], Pager | None]]:
    """As ``paged``, for items that are cut into pages already."""
    last = len(pages)
    for number, items in enumerate(pages, 1):
        own = numbered(path, number)
        root = root_of(own)
        previous = f"{root}{numbered(path, number - 1)}" if number > 1 else ""
        following = f"{root}{numbered(path, number + 1)}" if number < last else ""
        pager = Pager(
            label=language.text("Pages"),
            here=language.text("Page {number} of {last}", number=number, last=last),
            previous=Link(previous, language.text("Previous page")) if previous else None,
            next=Link(following, language.text("Next page")) if following else None,
        )
        yield own, number, items, pager if last > 1 else None
