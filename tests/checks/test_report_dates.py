"""Sources whose dates cannot be, told only where no time zone could make them right."""

import pytest
from projects import check, told

EVENT = "== content/events/a.yaml\n- {id: e, date: 2020-01-05T12:00, timezone: UTC, title: T, sources: [{title: S}]}\n"


def codes(folder, published: str, updated: str | None, zone: str, events: str = "") -> list[str]:
    changed = f"updated: {updated}\n" if updated else ""
    article = f"---\ntitle: A\npublished: {published}\n{changed}timezone: {zone}\nevents: [{events}]\n---\n"
    return [p.code for p in told(check(folder, f"{EVENT}== content/articles/a.md\n{article}"))]


@pytest.mark.parametrize(
    ("published", "updated", "zone", "told"),
    [
        ("2020-01-05T10:00", "2020-01-05T09:59", "UTC", True),
        ("2020-01-05T10:00", "2020-01-05T10:00", "UTC", False),
        ("2020-01-05T10:00", "2020-01-05", "UTC", False),
        ("2020-01-05", "2020-01", "UTC", False),
        ("2020-01-05", "2019", "UTC", True),
        # One page has one clock, whoever it belongs to; but clocks are put back in autumn.
        ("2020-01-04T23:22", "2020-01-04T07:53", "unknown", True),
        ("2020-01-05T02:50", "2020-01-05T02:10", "unknown", False),
        ("2020-01-05", "2020-01-04", "unknown", True),
        ("2020-01-05T02:00+03:00", "2020-01-05T01:00", "unknown", False),
    ],
)
def test_a_change_before_the_publication(tmp_path, published, updated, zone, told):
    assert codes(tmp_path, published, updated, zone) == ["updated-before-published"] * told


@pytest.mark.parametrize(
    ("published", "zone", "told"),
    [
        ("2020-01-05T11:59", "UTC", True),
        ("2020-01-05T12:00", "UTC", False),
        ("2020-01-05", "UTC", False),
        ("2020-01-05T13:00", "Asia/Baghdad", True),
        # 20:00 the day before is 08:00 UTC at the latest, in the westernmost zone; 11:00 may be 23:00.
        ("2020-01-04T20:00", "unknown", True),
        ("2020-01-05T11:00", "unknown", False),
    ],
)
def test_a_report_before_what_it_reports(tmp_path, published, zone, told):
    assert codes(tmp_path, published, None, zone, "e") == ["published-before-event"] * told


def test_an_announcement_may_be_silenced_on_the_event(tmp_path):
    silence = "silence: [{code: published-before-event, reason: It was announced.}]"
    tree = EVENT.replace("title: T", f"title: T, {silence}") + (
        "== content/articles/a.md\n---\ntitle: A\npublished: 2019\nevents: [e]\n---\n"
    )
    assert told(check(tmp_path, tree)) == []


def test_a_source_that_describes_itself_is_dated_too(tmp_path):
    tree = EVENT.replace("{title: S}", "{title: S, published: 2020-01-05T13:00, timezone: Asia/Baghdad}")
    (problem,) = told(check(tmp_path, tree))
    assert problem.message == (
        "this source (2020-01-05T13:00) is older than the event 'e' (2020-01-05T12:00) that it reports"
    )
    assert (
        problem.hint == "correct a date; if the source announces the event, silence this check on the event"
    )


@pytest.mark.parametrize(
    ("more", "told_of"),
    [
        ("", True),
        ("\n  added: 2019-11-20", False),  # it was announced
    ],
)
def test_a_correction_of_what_had_not_happened_yet(tmp_path, more, told_of):
    tree = f"""\
== content/events/a.yaml
- id: flood
  date: 2020-01-04
  title: A made-up flood
  sources: [{{title: A made-up report}}]
  corrections: [{{date: 2019-12-01, note: It was another river.}}]{more}
"""
    message = "this correction (2019-12-01) is older than the event (2020-01-04)"
    found = [(p.place, p.message) for p in told(check(tmp_path, tree)) if p.code == "days-out-of-order"]
    assert found == ([("content/events/a.yaml:5:24", message)] if told_of else [])
