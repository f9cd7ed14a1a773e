"""Where entries stand, and orders that cannot be."""

import pytest
from projects import check, order, places, told

from timeline.dates import Zone, date_of, iso_date
from timeline.records import Site

HOW = "title: An event, sources: [{title: A report}]"


def events(*lines: str) -> str:
    """A project with one event a line: `id, date: …`."""
    rows = "".join(f"- {{id: {line}, {HOW}}}\n" for line in lines)
    return "== content/events/all.yaml\n" + rows


def ordered(folder, *lines: str) -> list[str]:
    checked = check(folder, events(*lines))
    assert told(checked) == []
    return order(checked)


def test_events_stand_by_their_own_local_day_before_their_moment(tmp_path):
    # 01:00 in Baghdad on the 4th is 22:00 UTC on the 3rd, and still under the 4th.
    assert ordered(
        tmp_path,
        "night, date: 2020-01-04, time: 01:00, timezone: Asia/Baghdad",
        "late, date: 2020-01-03, time: 23:30, timezone: UTC",
    ) == ["late", "night"]


def test_of_two_that_begin_together_the_less_exact_stands_first(tmp_path):
    assert ordered(
        tmp_path,
        "c-minute, date: 2020-01-01T00:00",
        "b-day, date: 2020-01-01",
        "a-month, date: 2020-01",
        "d-year, date: 2020",
    ) == ["d-year", "a-month", "b-day", "c-minute"]


def test_the_id_decides_between_equals(tmp_path):
    assert ordered(tmp_path, "b, date: 2020-01-01", "a, date: 2020-01-01") == ["a", "b"]


def test_the_end_stands_in_for_a_start_that_nobody_knows(tmp_path):
    assert ordered(
        tmp_path, "until, date: ../2020-01-05", "before, date: 2020-01-04", "later, date: 2020-01-06"
    ) == ["before", "until", "later"]


def test_a_known_order_counts_where_clocks_are_silent(tmp_path):
    assert ordered(
        tmp_path,
        "a, date: 2020-01-04, after: b",
        "b, date: 2020-01-04, response_to: c",
        "c, date: 2020-01-04",
    ) == ["c", "b", "a"]


def test_a_successor_stands_right_behind_and_not_behind_all_that_is_equal(tmp_path):
    assert ordered(
        tmp_path, "a, date: 2020-01-04, after: m", "m, date: 2020-01-04", "n, date: 2020-01-04"
    ) == ["m", "a", "n"]


def test_an_event_known_by_its_month_stands_after_the_day_that_it_follows(tmp_path):
    checked = check(
        tmp_path,
        events(
            "answer, date: 2019-12, after: attack",
            "attack, date: 2019-12-20",
            "before, date: 2019-12-19",
            "next, date: 2019-12-21",
        ),
    )
    assert order(checked) == ["before", "attack", "answer", "next"]
    days = [placed.day for placed in checked.examined.timeline.entries]
    assert [iso_date(*date_of(day)) for day in days] == [
        "2019-12-19",
        "2019-12-20",
        "2019-12-20",
        "2019-12-21",
    ]


def test_an_event_may_be_named_by_an_id_that_it_had_before(tmp_path):
    assert ordered(
        tmp_path, "a, date: 2020-01-04, after: former", "z, aliases: [former], date: 2020-01-04"
    ) == ["z", "a"]


REPORT = """
== content/articles/report.md
---
title: A report
published: {published}
timezone: {zone}
events: [{events}]
---
"""


def report(published: str, *ids: str, zone: str = "UTC") -> str:
    return REPORT.format(published=published, zone=zone, events=", ".join(ids))


def test_a_report_follows_every_event_that_it_tells_of(tmp_path):
    tree = events("z, date: 2020-01-04", "month, date: 2020-01") + report("2020-01-04", "z", "month")
    assert order(check(tmp_path, tree)) == ["month", "z", "report"]


def test_a_report_does_not_wait_for_an_event_that_it_announces(tmp_path):
    tree = events("vote, date: 2020-02-01") + report("2020-01-04", "vote")
    checked = check(tmp_path, tree)
    assert order(checked) == ["report", "vote"]
    assert places(checked) == ["content/articles/report.md:5:10 published-before-event"]


def test_an_event_is_certainly_later_too_where_what_it_follows_is(tmp_path):
    tree = events("answer, date: 2020-01, after: vote", "vote, date: 2020-01-20") + report(
        "2020-01-04", "answer"
    )
    checked = check(tmp_path, tree)
    assert order(checked) == ["report", "vote", "answer"]
    assert places(checked) == ["content/articles/report.md:5:10 published-before-event"]


def test_an_unknown_clock_is_ordered_as_the_sites_own(tmp_path):
    tree = events("e, date: 2020-01-04T12:00, timezone: UTC") + report("2020-01-04T13:00", zone="unknown")
    assert order(check(tmp_path, tree, Site(timezone=Zone.parse("UTC")))) == ["e", "report"]
    # By the same page clock in Tokyo it is 04:00 UTC.
    assert order(check(tmp_path, "", Site(timezone=Zone.parse("Asia/Tokyo")))) == ["report", "e"]


def test_the_files_and_their_names_count_for_nothing(tmp_path):
    one = "- {id: a, date: 2020-01-04, after: b, " + HOW + "}\n"
    two = "- {id: b, date: 2020-01-04, " + HOW + "}\n"
    first = check(tmp_path / "1", f"== content/events/x.yaml\n{one}\n== content/events/y.yaml\n{two}")
    second = check(tmp_path / "2", f"== content/events/x.yaml\n{two}\n== content/events/y.yaml\n{one}")
    together = check(tmp_path / "3", f"== content/events/sub/all.yaml\n{two}{one}")
    assert order(first) == order(second) == order(together) == ["b", "a"]


def test_an_order_that_the_dates_exclude_names_both_places(tmp_path):
    checked = check(tmp_path, events("a, date: 2020-01-03, after: b", "b, date: 2020-01-04"))
    (problem,) = told(checked)
    assert problem == (
        "content/events/all.yaml:1:36",
        "impossible-order",
        "'a' (2020-01-03) cannot follow 'b' (2020-01-04): it is earlier",
        "correct one of the dates, or take 'b' out of 'after'",
        ("content/events/all.yaml:2:17",),
    )


def test_an_order_is_impossible_too_through_events_between(tmp_path):
    checked = check(
        tmp_path,
        events(
            "a, date: 2020-01-03, response_to: b",
            "b, date: 2020-01, after: c",
            "c, date: 2020-01-20",
            "d, date: 2020-01-10, after: a",
        ),
    )
    (problem,) = told(checked)
    assert problem.place == "content/events/all.yaml:1:42"
    assert (
        problem.message
        == "'a' (2020-01-03) cannot answer 'b', which comes after 'c' (2020-01-20): it is earlier"
    )
    assert problem.see == ("content/events/all.yaml:3:17",)


@pytest.mark.parametrize(
    "dates",
    [
        ("2020-01-04T10:00, timezone: unknown", "2020-01-04T20:00, timezone: UTC"),
        ("2020-01", "2020-01-31"),
        ("2020-01-04", "2020-01-04, time: evening"),
        ("2020-01-03/..", "2020-01-04"),
        ("2020-01-04, timezone: Pacific/Honolulu", "2020-01-05, timezone: Pacific/Auckland"),
    ],
)
def test_an_order_that_may_be_is_left_alone(tmp_path, dates):
    later, earlier = dates
    checked = check(tmp_path, events(f"later, date: {later}, after: earlier", f"earlier, date: {earlier}"))
    assert told(checked) == []
    assert order(checked) == ["earlier", "later"]


def test_a_circle_is_told_once_with_all_its_places(tmp_path):
    checked = check(
        tmp_path,
        events(
            "a, date: 2020-01-04, after: [d, b]", "b, date: 2020-01-04, response_to: c",
            "c, date: 2020-01-04, after: [a]", "d, date: 2020-01-04",
        ),
    )  # fmt: skip
    (problem,) = told(checked)
    assert problem == (
        "content/events/all.yaml:1:40",
        "circle",
        "these events follow one another in a circle: a → b → c → a",
        "take one of them out of 'after' or 'response_to'",
        ("content/events/all.yaml:2:42", "content/events/all.yaml:3:37"),
    )
    assert order(checked)[0] == "d"


def test_circles_that_have_nothing_to_do_with_one_another_are_all_told(tmp_path):
    checked = check(
        tmp_path,
        events(
            "a, date: 2020, after: b", "b, date: 2020, after: a",
            "c, date: 2020, after: [d, a]", "d, date: 2020, after: c",
        ),
    )  # fmt: skip
    assert places(checked) == ["content/events/all.yaml:1:30 circle", "content/events/all.yaml:3:31 circle"]


def test_an_event_that_follows_itself_is_told_so(tmp_path):
    checked = check(tmp_path, events("a, aliases: [once], date: 2020, after: once"))
    assert [p.message for p in told(checked)] == ["the event 'a' follows itself"]


def test_a_long_circle_is_told_in_few_words(tmp_path):
    count = 1500
    lines = [f"e-{n:04d}, date: 2020, after: e-{(n + 1) % count:04d}" for n in range(count)]
    (problem,) = told(check(tmp_path, events(*lines)))
    assert problem.message == (
        "these events follow one another in a circle: "
        "e-0000 → e-0001 → e-0002 → … (1496 more) … → e-1499 → e-0000"
    )
    assert len(problem.see) == 20


def test_a_chain_of_thousands_is_put_in_order(tmp_path):
    count = 1500
    lines = [f"e-{n:04d}, date: 2020-01-04, after: e-{n + 1:04d}" for n in range(count)]
    assert ordered(tmp_path, *lines, f"e-{count}, date: 2020-01-04")[:2] == [f"e-{count}", f"e-{count - 1}"]


def test_what_belongs_to_itself_is_told(tmp_path):
    checked = check(
        tmp_path,
        events("a, date: 2020, part_of: b", "b, date: 2020, part_of: a", "c, date: 2020, part_of: c"),
    )
    assert [(p.place, p.code, p.message) for p in told(checked)] == [
        ("content/events/all.yaml:1:32", "circle", "these events are parts of one another: a → b → a"),
        ("content/events/all.yaml:3:32", "circle", "the event 'c' is part of itself"),
    ]
