"""Circles among things that name one another: events that follow events, places that lie in places.

It knows nothing of records, so that every relation that must not close on itself can use it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

Graph = Mapping[str, Sequence[str]]
"""What each thing names. Names that are no keys lead nowhere."""


def circles(graph: Graph) -> list[tuple[str, ...]]:
    """Finds the circles of a graph, in linear time and without recursion: chains may be long.

    Things that name themselves are circles of one. Of every knot of things that all lead to one another
    one circle is given, the shortest through the smallest of them: mending it is the way to see the next.

    Returns:
        The circles, each in the order in which its members name one another.
    """
    alone: list[tuple[str, ...]] = [(node,) for node in graph if node in graph[node]]
    linked = {node: targets for node, targets in graph.items() if targets}  # of most events nothing is known
    knots = (knot for knot in _knots(linked) if len(knot) > 1)
    return sorted([*alone, *(_shortest(min(knot), set(knot), linked) for knot in knots)])


def _shortest(start: str, knot: set[str], graph: Graph) -> tuple[str, ...]:
    """The shortest way from a member of a knot back to itself."""
    came_from: dict[str, str] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for target in graph[node]:
            if target == start and node != start:
                way = [node]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if target in knot and target not in came_from and target != start:
                came_from[target] = node
                queue.append(target)
    raise AssertionError("every member of a knot leads back to itself")


def _knots(graph: Graph) -> Iterator[list[str]]:
    """The strongly connected components: twice depth first, there and back (Kosaraju 1978)."""
    seen: set[str] = set()
    order = [node for root in graph if root not in seen for node in _deepest_first(root, graph, seen)]
    back: dict[str, list[str]] = {node: [] for node in graph}
    for node, targets in graph.items():
        for target in targets:
            if target in back:
                back[target].append(node)
    seen.clear()
    for root in reversed(order):
        if root not in seen:
            yield list(_deepest_first(root, back, seen))


def _deepest_first(root: str, graph: Graph, seen: set[str]) -> Iterator[str]:
    """All that a node leads to and that was not seen before, each after what it leads to itself."""
    seen.add(root)
    steps = [(root, iter(graph[root]))]
    while steps:
        node, targets = steps[-1]
        target = next((t for t in targets if t in graph and t not in seen), None)
        if target is None:
            steps.pop()
            yield node
        else:
            seen.add(target)
            steps.append((target, iter(graph[target])))
