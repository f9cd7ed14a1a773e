"""What holds of every date, and of any text at all."""

import itertools
import os
import re
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


_YEARS = st.sampled_from(("2020", "2019", "1900", "0000", "-0044", "-0000", "20", "12020"))
_MONTHS = st.sampled_from((*(f"{month:02d}" for month in range(15)), "1", "7", "21", "25", "33", "41"))
_DAYS = st.sampled_from(("00", "01", "05", "9", "12", "28", "29", "30", "31", "32", "40"))
_NAMES = st.sampled_from(("January", "February", "feb.", "April", "Septembre", "enero", "Marsch"))
_CLOCKS = st.sampled_from(
    ("19:45", "24:00", "7:30", "25:10", "19:45Z", "19:45+03:00", "7pm", "1945", "19:45:30", "19:60")
)
_ZONES = st.sampled_from(("", "", "UTC", "GMT", "EST", "Baghdad", "+03:00", "UTC+3", "UTC-13", "Z", "-21:00"))


def _beside(*parts, by=""):
    """Texts beside one another."""
    return st.tuples(*(st.just(part) if isinstance(part, str) else part for part in parts)).map(by.join)


_WRONG_DATES = _beside(
    st.one_of(
        *(_beside(_YEARS, _MONTHS, _DAYS, by=mark) for mark in ("-", "/", "")),
        *(_beside(_DAYS, _MONTHS, _YEARS, by=mark) for mark in (".", "/")),
        _beside(_YEARS, _MONTHS, by="-"), _YEARS,
        _beside(_DAYS, _NAMES, _YEARS, by=" "), _beside(_NAMES, _DAYS, _YEARS, by=" "), _beside(_NAMES, _YEARS, by=" "),
        _beside(_YEARS, st.sampled_from(("W01", "W53", "W60", "001", "366", "400")), by="-"),
        _beside(_YEARS, "-", st.sampled_from("?~"), _MONTHS, "-", _DAYS),
        st.sampled_from(
            ("201X", "2XXX", "-0XXX", "2020-0X", "2020-XX-05", "2020-02-3X", "2020-13-0X", "XXXX", "2020-3X", "u020", "Y2020",
             "Y-2020E1", "1950S2", "-0044S1", "2020-01-05/06", "2020-02-28/30", "2020-11/13")
        ),
    ),
    st.sampled_from(("", "", "", "?", "~", "%", "??", "~?")),
)  # fmt: skip
_TIMED = _beside(
    _WRONG_DATES, st.sampled_from((" ", "T", " at ", ", ", "  ")), _CLOCKS, st.sampled_from(("", " ")), _ZONES
)
_WORDED = _beside(
    st.sampled_from(
        ("", "about ", "mid ", "early ", "late ", "before ", "after ", "the evening of ", "Friday, ", "first week of ",
         "last week of ", "second half of ", "between ", "spring ", "possibly ")
    ),
    st.one_of(_WRONG_DATES, _TIMED),
    st.sampled_from(("", "", " evening", " or so", " BC", " Friday", ", they said")),
)  # fmt: skip
_JOINED = _beside(
    _WORDED,
    st.sampled_from((" or ", ",", " | ", "/", " to ", " and ", " - ", "-", " until ", "..")),
    _WORDED,
)
_LISTED = _beside(
    st.sampled_from(("[", "{", "", "[ ")), st.one_of(_JOINED, _WRONG_DATES), st.sampled_from(("]", "}", ""))
)
_VALUE = r"(\[[^\]\s]*\]|(?:\.\./|-?\d{2}[\dX]{2})[^\s,';]*|~?\d\d:\d\d[^\s,';]*)"
_TO_WRITE = re.compile(
    rf"(?:\bwrite (?:date: |time: |the days as )?|, or (?!a )|\bor (?=\S+$)|\bmean |and time: )'?{_VALUE}"
)


def _refused(date, time=None):
    try:
        When.parse(date, time)
    except DateError as error:
        return error
    return None


def _offered(hint):
    """Every value that a hint says to write, and the date and the time together where it gives both."""
    both = re.match(r"write date: (\S+) and time: ([0-9~][^\s,]*)", hint)
    if both:
        yield both.groups()
    for found in _TO_WRITE.finditer(hint):
        value = found[1].removesuffix("?") if "mean" in found[0] else found[1]
        yield ("2020-01-04", value) if value.lstrip("~")[2:3] == ":" else (value, None)


@settings(max_examples=500, deadline=None)
@given(st.one_of(_WORDED, _JOINED, _LISTED))
def test_no_answer_to_a_wrong_date_says_to_write_what_would_be_refused_next(text):
    refusal = _refused(text)
    for date, time_text in _offered(refusal.hint) if refusal else ():
        assert _refused(date, time_text) is None, (text, refusal)


@settings(max_examples=500, deadline=None)
@given(
    _beside(
        st.sampled_from(("", "about ", "~", "c. ", "at ")),
        _CLOCKS,
        st.sampled_from(("", " ", "-", "/")),
        st.one_of(_ZONES, _CLOCKS),
    ),
    st.sampled_from(("2020-01-03", "0000-12-31", "-0001-12-31", "9999-12-31")),
)
def test_no_answer_to_a_wrong_time_says_to_write_what_would_be_refused_next(text, date):
    refusal = _refused(date, text)
    for day, time_text in _offered(refusal.hint) if refusal else ():
        assert _refused(day, time_text) is None, (text, refusal)


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
