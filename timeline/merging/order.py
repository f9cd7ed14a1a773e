"""The one order of a timeline: by date, and by what is known to follow what where clocks are silent.

The order is the topological order of the known relations that takes, at each step, the entry with the
smallest key of all whose predecessors are placed. It is total, and the same for any order of files.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

from timeline.merging.entries import Entry, EventEntry, Placed
from timeline.merging.relations import Relations

Node = tuple[str, str]
Key = tuple[int, int, int, Node]


def key_of(entry: Entry) -> Key:
    """The entry's own key: (own local day, instant, coarser first, what tells it apart)."""
    return (*entry.when.sort_key, entry.node)


def predecessors(entry: Entry, events: Mapping[str, EventEntry], relations: Relations) -> list[Node]:
    """The entries that are known to stand before an entry.

    The publication of an article follows every event that it reports, unless the event is certainly
    later, by its own date or by what it follows: then it was announced, or is dated wrongly, which a
    check tells.
    """
    if isinstance(entry, EventEntry):
        return [events[id].node for id in dict.fromkeys(s.earlier for s in relations.steps[entry.id])]
    return [events[id].node for id in entry.supports if id in events and not entry.is_before(events[id])]


def in_order(
    entries: Iterable[Entry], events: Mapping[str, EventEntry], relations: Relations
) -> list[Placed]:
    """Puts entries in order.

    Args:
        entries: Events and reports, in any order.
        events: The events by id.
        relations: What is known to follow what.

    Returns:
        The entries in their places. Entries that follow one another in a circle come last, by their own
        keys; the problems of the relations tell of them.
    """
    waiting = {entry.node: entry for entry in entries}
    keys = {node: key_of(entry) for node, entry in waiting.items()}
    followers: dict[Node, list[Node]] = {}
    missing: dict[Node, int] = {}
    for node, entry in waiting.items():
        before = [p for p in predecessors(entry, events, relations) if p in waiting]
        missing[node] = len(before)
        for predecessor in before:
            followers.setdefault(predecessor, []).append(node)
    heap = [(keys[node], node) for node, count in missing.items() if not count]
    heapq.heapify(heap)
    placed: list[Placed] = []
    while heap:
        key, node = heapq.heappop(heap)
        placed.append(Placed(waiting.pop(node), key[0], key))
        for follower in followers.get(node, ()):
            keys[follower] = max(keys[follower], key)
            missing[follower] -= 1
            if not missing[follower]:
                heapq.heappush(heap, (keys[follower], follower))
    rest = sorted((keys[node], node) for node in waiting)
    return placed + [Placed(waiting[node], key[0], key) for key, node in rest]
