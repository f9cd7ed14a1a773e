"""What holds of every date, and of any text at all."""

import itertools
import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import (
    PARTS,
    UNKNOWN,
    DateError,
    When,
    Zone,
    clock,
    in_words,
    iso_instant,
    short,
)
from timeline.dates.calendar import days_in_month
from timeline.languages import load_language

EN = load_language("en")
ZONES = [
    Zone.parse(name)
    for name in ("UTC", "Asia/Baghdad", "Europe/Berlin", "Pacific/Apia", "-12:00", "+14:00", "unknown")
]
quick = settings(max_examples=150, deadline=None)


def year_text(year):
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


years = st.one_of(st.integers(1990, 2030), st.integers(-9999, 9999))
marks = st.sampled_from(["", "", "", "~", "?", "%"])
clocks = st.builds(
    lambda h, m, s, o: f"{h:02d}:{m:02d}{s}{o}",
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", "", ":00", ":59"]),
    st.sampled_from(["", "", "Z", "+03:00", "-05", "+14:00", "-12:00"]),
)

alone = clocks.filter(lambda clock: not ("00:00" <= clock < "12:00" and clock[5:] == "-12:00"))
"""Clocks that may stand alone: 10:00-12:00 would be a span."""


@st.composite
def days(draw):
    year, month = draw(years), draw(st.integers(1, 12))
    day = draw(st.integers(1, days_in_month(year, month)))
    return f"{year_text(year)}-{month:02d}-{day:02d}"


plain = st.one_of(
    days(),
    st.builds(lambda y, m: f"{year_text(y)}-{m:02d}", years, st.integers(1, 12)),
    st.builds(year_text, years),
)
points = st.builds(lambda d, m: d + m, plain, marks)
hidden = st.one_of(
    st.builds(lambda y, m: f"{year_text(y)}-{m:02d}-XX", years, st.integers(1, 12)),
    st.builds(lambda y, m, t: f"{year_text(y)}-{m:02d}-{t}X", years, st.integers(1, 12), st.integers(0, 2)),
    st.builds(lambda y: f"{year_text(y)}-XX", years),
    st.builds(lambda y, s: f"{year_text(y)}-{s}", years, st.integers(21, 24)),
    st.builds(lambda c, m: f"{c:03d}X{m}", st.integers(0, 999), marks),
    st.builds(lambda c, m: f"{c:02d}XX{m}", st.integers(0, 99), marks),
)


def in_order(one, two):
    first, second = sorted([one, two], key=lambda date: (When.parse(date).earliest, When.parse(date).latest))
    return f"{first}/{second}"


spans = st.one_of(
    st.builds(in_order, points, points),
    st.builds(lambda d: f"{d}/..", points),
    st.builds(lambda d: f"../{d}", points),
    st.builds(lambda d: f"{d}/", points),
    st.builds(lambda d: f"/{d}", points),
    st.builds(
        lambda d, c, e: f"{d}T{min(c, e)}/{d}T{max(c, e)}",
        days(),
        st.sampled_from(["00:00", "02:30", "19:45"]),
        st.sampled_from(["03:00", "19:45", "23:59"]),
    ),
)
sets = st.lists(
    plain, min_size=2, max_size=4, unique_by=lambda d: (When.parse(d).earliest, When.parse(d).latest)
).map(lambda dates: f"[{','.join(dates)}]")
texts = st.one_of(
    st.tuples(st.one_of(points, hidden, spans, sets), st.none()),
    st.tuples(
        st.builds(lambda d, m: d + m, days(), marks),
        st.one_of(st.sampled_from(PARTS), alone, alone.map("~{}".format)),
    ),
    st.tuples(st.builds(lambda d, c: f"{d}T{c}", days(), clocks), st.none()),
)
whens = st.builds(
    lambda text, zone, site: When.parse(*text).located(zone, site),
    texts,
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
)


@quick
@given(texts, st.sampled_from(ZONES))
def test_a_date_prints_back_exactly_what_was_written(text, zone):
    when = When.parse(*text).located(zone)
    assert (when.date, when.time) == text
    assert when.to_json()["date"] == text[0]


@settings(max_examples=300, deadline=None)
@given(whens)
def test_the_earliest_is_never_after_the_latest_and_every_view_of_a_date_exists(when):
    assert when.earliest is not None or when.latest is not None
    if when.earliest is not None and when.latest is not None:
        assert when.possible_earliest <= when.earliest <= when.latest <= when.possible_latest
    start, end = when.start_local(), when.end_local()
    if start is not None and end is not None and not when.is_interval:
        assert start <= end
    assert in_words(when, EN)
    assert short(when, EN)
    assert clock(when, EN) != ""
    assert when.heading in {"day", "month", "year", "decade", "century"}
    assert when.machine is None or When.parse(when.machine).machine is not None
    for bound in (when.earliest, when.latest):
        assert bound is None or iso_instant(bound) in when.to_json().values()


@settings(max_examples=60, deadline=None)
@given(st.lists(whens, min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_the_order_is_total_and_the_same_for_any_order_of_input(dates, random):
    entries = [(when.sort_key, number) for number, when in enumerate(dates)]
    shuffled = entries[:]
    random.shuffle(shuffled)
    assert sorted(shuffled) == sorted(entries)
    placed = sorted(entries)
    assert all(one < two for one, two in itertools.pairwise(placed))
    own_days = [dates[number].day for _, number in placed]
    assert own_days == sorted(own_days)


@settings(max_examples=300, deadline=None)
@given(whens, whens, whens)
def test_certainly_before_is_a_strict_partial_order(one, two, three):
    assert not one.certainly_before(one)
    assert not (one.certainly_before(two) and two.certainly_before(one))
    if one.certainly_before(two) and two.certainly_before(three):
        assert one.certainly_before(three)
    assert one.certainly_before(two) == two.certainly_after(one)


@settings(max_examples=300, deadline=None)
@given(whens, whens)
def test_certainly_before_implies_earlier_bounds(one, two):
    if one.certainly_before(two):
        assert one.latest < two.earliest
        assert one.instant < two.instant


@quick
@given(st.one_of(points, hidden), st.integers(-12 * 4, 14 * 4))
def test_another_zone_moves_both_bounds_by_its_offset(date, quarters):
    utc, moved = When.parse(date), When.parse(date).located(Zone.fixed(quarters * 900))
    assert utc.earliest - moved.earliest == utc.latest - moved.latest == quarters * 900
    assert moved.sort_key[0] == utc.sort_key[0]
    assert moved.machine == utc.machine


@quick
@given(texts, st.sampled_from(ZONES))
def test_locating_twice_is_locating_once(text, zone):
    when = When.parse(*text)
    assert when.located(UNKNOWN).located(zone) == when.located(zone)


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=40), st.one_of(st.none(), st.text(max_size=20)))
def test_any_text_is_a_date_or_a_date_error(date, time_text):
    check_refusal(lambda: When.parse(date, time_text), date=date, time=time_text)
    check_refusal(lambda: When.parse("2020-01-04", time_text), date="2020-01-04", time=time_text)
    check_refusal(lambda: Zone.parse(date), timezone=date)


@settings(max_examples=600, deadline=None)
@given(
    st.text(alphabet="0123456789-/XTYWPxuSE~?%[]{}.,:+Z ٢–", max_size=30),
    st.text(alphabet="0123456789:~?Z+-. apm/h", max_size=12),
)
def test_any_text_that_looks_like_a_date_is_one_or_a_date_error(date, time_text):
    check_refusal(lambda: When.parse(date), date=date)
    check_refusal(lambda: When.parse("2020-01-04", time_text), date="2020-01-04", time=time_text)
    check_refusal(lambda: Zone.parse(time_text), timezone=time_text)


@settings(max_examples=400, deadline=None)
@given(st.one_of(points, hidden, spans, sets), st.data())
def test_a_date_with_one_character_changed_is_a_date_or_a_date_error(date, data):
    at = data.draw(st.integers(0, len(date) - 1))
    char = data.draw(st.sampled_from("0123456789-/XT~?%[],.:W xu"))
    changed = date[:at] + char + date[at + data.draw(st.integers(0, 1)) :]
    check_refusal(lambda: When.parse(changed), date=changed)


def check_refusal(attempt, **fields):
    refusal = None
    try:
        attempt()
    except DateError as error:
        refusal = error
    if refusal is not None:
        assert refusal.message
        assert 0 <= refusal.start <= refusal.end <= len(fields[refusal.field])


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has no tzset")
def test_the_machines_zone_changes_nothing(monkeypatch):
    def everything():
        when = When.parse("2020-03-29", "02:15").located(Zone.parse("America/New_York"))
        return when.to_json(), in_words(when, EN), when.machine, when.sort_key

    before = everything()
    for zone in ("Asia/Tokyo", "America/St_Johns", "Europe/Berlin"):
        monkeypatch.setitem(os.environ, "TZ", zone)
        time.tzset()
        assert everything() == before
    monkeypatch.undo()
    time.tzset()
