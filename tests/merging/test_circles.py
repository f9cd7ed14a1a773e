"""Circles, whatever they are made of."""

from hypothesis import given, settings
from hypothesis import strategies as st
from projects import check, places, told

from timeline.merging.circles import circles


def test_there_is_none_in_a_chain_or_a_diamond():
    assert circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == []


def test_every_circle_that_has_nothing_to_do_with_the_others_is_found():
    graph = {"start": ["a", "c", "self"], "a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"], "self": ["self"]}
    assert circles(graph) == [("a", "b"), ("c", "d"), ("self",)]


def test_the_shortest_circle_of_a_knot_is_given():
    assert circles({"a": ["b"], "b": ["c", "a"], "c": ["a"]}) == [("a", "b")]


def test_what_leads_nowhere_closes_no_circle():
    assert circles({"a": ["elsewhere"]}) == []


def test_a_circle_of_ten_thousand_is_found():
    count = 10_000
    assert len(circles({str(n): [str((n + 1) % count)] for n in range(count)})[0]) == count


nodes = st.sampled_from("abcdefg")


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(nodes, st.lists(nodes, max_size=3)))
def test_what_is_found_is_a_circle_and_without_any_the_graph_can_be_sorted(graph):
    found = circles(graph)
    for circle in found:
        for here, there in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert there in graph[here]
    rest = dict(graph)
    while leaves := [n for n, targets in rest.items() if not any(t in rest for t in targets)]:
        for leaf in leaves:
            del rest[leaf]
    assert bool(found) == bool(rest)


def test_places_lie_in_one_another_as_deep_as_anybody_asks_for_and_one_more_is_told(tmp_path):
    def nested(count):
        rows = [f"- {{id: p{n}, name: P{n}, within: p{n + 1}}}" for n in range(count)]
        return "\n".join(["== content/places.yaml", *rows, f"- {{id: p{count}, name: P{count}}}"])

    assert places(check(tmp_path / "fits", nested(19))) == []
    assert places(check(tmp_path / "deep", nested(25))) == ["content/places.yaml:6:30 too-deep"]


def test_thousands_of_places_in_a_circle_are_told_in_few_words(tmp_path):
    rows = [f"- {{id: p{n}, name: P{n}, within: p{(n + 1) % 3000}}}" for n in range(3000)]
    (problem,) = told(check(tmp_path, "\n".join(["== content/places.yaml", *rows])))
    assert problem.code == "circle"
    assert len(problem.message) < 200
    assert len(problem.see) == 20
