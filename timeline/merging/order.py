"""The one order of a timeline: by date, and by what is known to follow what where clocks are silent.

The order is the topological order of the known relations that takes, at each step, the entry with the
smallest key of all whose predecessors are placed. It is total, and the same for any order of files.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

from timeline.merging.entries import Entry, EventEntry, Placed, ReportEntry
from timeline.problems import Problem, Related, Severity

Node = tuple[str, str]
Key = tuple[int, int, int, Node]


def key_of(entry: Entry) -> Key:
    """The entry's own key: (own local day, instant, wider span first, what tells it apart)."""
    day, instant, width = entry.when.sort_key
    return (day, instant, width, entry.node)


def predecessors(entry: Entry, events: Mapping[str, EventEntry]) -> list[Node]:
    """The entries that are known to stand before an entry.

    The publication of an article follows every event that it reports, unless the event is certainly
    later: announced, or dated wrongly, which a check tells.
    """
    if isinstance(entry, EventEntry):
        named = (*entry.record.after, *entry.record.response_to)
        return list(dict.fromkeys(events[id].node for id in named if id in events))
    return [
        events[id].node
        for id in entry.supports
        if id in events and not events[id].when.certainly_after(entry.when)
    ]


def in_order(entries: Iterable[Entry], events: Mapping[str, EventEntry]) -> list[Placed]:
    """Puts entries in order.

    Args:
        entries: Events and reports, in any order.
        events: The events that relations may name, by id (and by alias).

    Returns:
        The entries in their places. Entries that follow one another in a circle come last, by their own
        keys; ``circles`` tells of them.
    """
    waiting = {entry.node: entry for entry in entries}
    keys = {node: key_of(entry) for node, entry in waiting.items()}
    followers: dict[Node, list[Node]] = {}
    missing: dict[Node, int] = {}
    for node, entry in waiting.items():
        before = [p for p in predecessors(entry, events) if p in waiting]
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


def impossible(events: Sequence[EventEntry], by_id: Mapping[str, EventEntry]) -> list[Problem]:
    """Tells of every ``after`` and ``response_to`` that the dates make impossible."""
    problems = []
    for entry in events:
        for field in ("after", "response_to"):
            for position, id in enumerate(getattr(entry.record, field)):
                earlier = by_id.get(id)
                if earlier is None or not entry.when.certainly_before(earlier.when):
                    continue
                verb = "follow" if field == "after" else "answer"
                problems.append(
                    Problem(
                        "impossible-order", Severity.ERROR, entry.span(field, position),
                        f"'{entry.id}' ({entry.when.text}) cannot {verb} '{earlier.id}' ({earlier.when.text}): it is earlier",
                        f"correct one of the dates, or take '{id}' out of '{field}'",
                        (Related(earlier.span("date"), f"the date of '{earlier.id}'"),),
                    )
                )  # fmt: skip
    return problems


def circles(events: Mapping[str, EventEntry]) -> list[Problem]:
    """Tells of events that follow one another in a circle, once a circle, at its first place."""
    follows: dict[str, list[tuple[str, str, int]]] = {}
    for entry in events.values():
        follows[entry.id] = [
            (events[id].id, field, position)
            for field in ("after", "response_to")
            for position, id in enumerate(getattr(entry.record, field))
            if id in events
        ]
    problems = []
    done: set[str] = set()
    for start in sorted(follows):
        circle = _circle_from(start, follows, done)
        if circle:
            spans = []
            for here, there in zip(circle, [*circle[1:], circle[0]], strict=True):
                _, field, position = next(f for f in follows[here] if f[0] == there)
                spans.append((here, there, events[here].span(field, position)))
            first = min(spans, key=lambda item: item[2])
            others = [item for item in spans if item is not first]
            names = " → ".join([*circle, circle[0]])
            problems.append(
                Problem(
                    "circle", Severity.ERROR, first[2],
                    f"these events follow one another in a circle: {names}",
                    "take one of them out of 'after' or 'response_to'",
                    tuple(Related(span, f"'{here}' follows '{there}' here") for here, there, span in others),
                )
            )  # fmt: skip
    return problems


def _circle_from(start: str, follows: Mapping[str, list[tuple[str, str, int]]], done: set[str]) -> list[str]:
    """The first circle that can be reached from an event, without recursion: chains may be long."""
    path: list[str] = []
    on_path: dict[str, int] = {}
    stack: list[tuple[str, int]] = [(start, 0)]
    found: list[str] = []
    while stack:
        node, step = stack.pop()
        if step == 0:
            if node in done:
                continue
            on_path[node] = len(path)
            path.append(node)
        if step < len(follows[node]):
            stack.append((node, step + 1))
            target = follows[node][step][0]
            if target in on_path:
                found = found or path[on_path[target] :]
            elif target not in done:
                stack.append((target, 0))
        else:
            path.pop()
            del on_path[node]
            done.add(node)
    return found


def supported(report: ReportEntry, order: Mapping[str, int]) -> tuple[str, ...]:
    """The events that a report supports, in the timeline's order."""
    return tuple(sorted(report.supports, key=lambda event: order.get(event, 0)))
