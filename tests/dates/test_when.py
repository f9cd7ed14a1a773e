import copy
import pickle

import pytest

from timeline.dates import UNKNOWN, UTC, DateError, Local, When, Zone
from timeline.dates.edtf import iso_year

BAGHDAD = Zone.parse("Asia/Baghdad")
HOUR = 3600


def test_what_was_written_is_kept_to_the_letter():
    when = When.parse("2020-01-04~", "~19:45+03")
    assert (when.date, when.time, when.text) == ("2020-01-04~", "~19:45+03", "2020-01-04~ ~19:45+03")
    assert When.parse("2020-01").text == "2020-01"


def test_a_date_as_json():
    assert When.parse("2020-01-04", "evening").located(BAGHDAD).to_json() == {
        "date": "2020-01-04",
        "time": "evening",
        "timezone": "Asia/Baghdad",
        "earliest": "2020-01-04T15:00:00Z",
        "latest": "2020-01-04T20:59:59Z",
        "precision": "part",
        "approximate": False,
        "uncertain": False,
    }
    assert When.parse("../2020%").located(UNKNOWN, BAGHDAD).to_json() == {
        "date": "../2020%",
        "time": None,
        "timezone": "unknown",
        "earliest": None,
        "latest": "2020-12-31T20:59:59Z",
        "precision": "span",
        "approximate": True,
        "uncertain": True,
    }


def test_an_offset_in_the_text_stands_against_the_place():
    when = When.parse("2020-01-04", "19:45Z").located(BAGHDAD)
    assert when.zone == UTC
    assert when == When.parse("2020-01-04", "19:45Z")
    assert When.parse("2020-01-04", "19:45+03:00").located(UNKNOWN).zone.name == "+03:00"


def test_an_unknown_zone_is_ordered_as_the_sites_and_widened_to_every_zone():
    known = When.parse("2020-01-04", "23:22").located(BAGHDAD)
    unknown = When.parse("2020-01-04", "23:22").located(UNKNOWN, BAGHDAD)
    assert (unknown.earliest, unknown.latest) == (known.earliest, known.latest)
    assert unknown.sort_key == known.sort_key
    assert unknown.earliest - unknown.possible_earliest == 11 * HOUR
    assert unknown.possible_latest - unknown.latest == 15 * HOUR
    assert (known.possible_earliest, known.possible_latest) == (known.earliest, known.latest)


def test_an_unknown_zone_is_compared_only_where_every_zone_agrees():
    strike = When.parse("2020-01-03", "01:00").located(BAGHDAD)
    page = When.parse("2020-01-03", "23:22").located(UNKNOWN, BAGHDAD)
    assert not strike.certainly_before(page) or strike.latest < page.possible_earliest
    later = When.parse("2020-01-04", "20:00").located(UNKNOWN, BAGHDAD)
    assert strike.certainly_before(later)
    assert later.certainly_after(strike)
    near = When.parse("2020-01-03", "09:00").located(UNKNOWN, BAGHDAD)
    assert not strike.certainly_before(near)


def test_open_ends_are_before_and_after_nothing_on_their_open_side():
    until, since, between = When.parse("../2020"), When.parse("2022/.."), When.parse("2021")
    assert until.certainly_before(between)
    assert between.certainly_before(since)
    assert until.certainly_before(since)
    assert not since.certainly_before(between)
    assert not When.parse("../2022").certainly_after(between)


@pytest.mark.parametrize(
    "ordered",
    [
        [
            "2020",
            "2020-01",
            "2020-01-0X",
            "2020-01-01",
            "2020-01-01T00:00",
            "2020-01-01T00:00:00",
            "2020-01-02",
        ],
        ["2019-12-31", "../2019", "2020-01-01"],
        ["-0044", "-0001", "0000", "0001", "201X", "2010-01"],
        ["2020-01-03/..", "2020-01-03/2020-01-05", "[2020-01-03,2020-01-04]", "2020-01-03", "2020-01-04"],
        ["../2020-01-04", "2020-01-04T23:59:59", "2020-01-05"],
    ],
    ids=lambda ordered: ordered[0],
)
def test_dates_sort_by_their_day_then_their_instant_the_coarser_first(ordered):
    turned = ordered[::-1]
    assert sorted(turned, key=lambda date: When.parse(date).sort_key) == ordered


def test_a_date_sorts_by_its_beginning_or_where_that_is_open_by_its_end():
    for when in (When.parse("2020"), When.parse("2020").located(UNKNOWN, BAGHDAD)):
        assert when.instant == when.earliest != when.latest
    for until in (When.parse("../2020"), When.parse("../2020").located(UNKNOWN, BAGHDAD)):
        assert until.instant == until.latest
    epoch = When.parse("1970-01-01T00:00:00")
    assert epoch.instant == epoch.located(UNKNOWN).instant == 0


def test_what_happened_in_one_second_is_not_one_before_the_other():
    second = When.parse("2020-01-04T19:45:30Z")
    assert not second.certainly_before(second)
    assert second.certainly_before(When.parse("2020-01-04T19:45:31Z"))


def test_the_own_day_comes_before_the_instant():
    kiritimati = When.parse("2020-01-05", "00:30").located(Zone.parse("Pacific/Kiritimati"))
    honolulu = When.parse("2020-01-04", "23:30").located(Zone.parse("Pacific/Honolulu"))
    assert kiritimati.instant < honolulu.instant
    assert honolulu.sort_key < kiritimati.sort_key


def test_the_bounds_by_the_events_own_clocks():
    when = When.parse("2020-01-04", "night").located(BAGHDAD)
    assert when.start_local() == Local(2020, 1, 4, 20, 0, 0)
    assert when.end_local() == Local(2020, 1, 5, 3, 59, 59)
    assert When.parse("2020/..").end_local() is None
    assert When.parse("../2020").start_local() is None


def test_what_is_approximate_or_uncertain_is_told_apart():
    assert [
        (w.approximate, w.uncertain)
        for w in map(When.parse, ["1998", "1998~", "1998?", "1998%", "1998/1999?"])
    ] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
        (False, True),
    ]
    assert When.parse("2020-01-04", "~19:45").approximate


def test_the_part_of_the_day_and_the_kind_of_writing():
    assert When.parse("2020-01-04", "evening").part == "evening"
    assert When.parse("2020-01-04", "19:45").part is None
    assert When.parse("2020-01-04/2020-01-05").is_interval
    assert not When.parse("[2020-01-04,2020-01-05]").is_interval
    assert [
        When.parse(*args).has_clock for args in (("2020",), ("2020-01-04", "night"), ("2020-01-04T19:45/..",))
    ] == [
        False,
        True,
        True,
    ]


def test_about_pads_nothing():
    plain, about = When.parse("1998"), When.parse("1998~")
    assert (plain.earliest, plain.latest) == (about.earliest, about.latest)


def test_a_time_that_never_was_has_bounds_all_the_same():
    when = When.parse("2020-03-29", "02:30").located(Zone.parse("Europe/Berlin"))
    assert when.gap_problem is not None
    assert when.earliest == when.latest == When.parse("2020-03-29T01:00:00Z").earliest
    assert When.parse("2020-03-29", "02:30").located(UNKNOWN, Zone.parse("Europe/Berlin")).gap_problem is None
    assert When.parse("2020-03-29", "02:30+01:00").located(Zone.parse("Europe/Berlin")).gap_problem is None


def test_an_offset_beside_one_end_of_a_span_holds_for_the_other():
    when = When.parse("2020-01-04/2020-01-05T06:00+03:00")
    assert when.zone.name == "+03:00"
    assert when.earliest == When.parse("2020-01-03T21:00Z").earliest


def test_a_when_is_a_value():
    one, two = When.parse("2020-01-04").located(BAGHDAD), When.parse("2020-01-04").located(BAGHDAD)
    assert one == two
    assert hash(one) == hash(two)
    assert one != When.parse("2020-01-04")
    with pytest.raises(AttributeError):
        one.date = "2021"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one  # noqa: S301


def test_a_year_before_christ_keeps_its_sign_and_four_digits():
    assert [iso_year(year) for year in (-44, -1, 0, 1, 2020)] == ["-0044", "-0001", "0000", "0001", "2020"]


def test_a_century_in_a_span_is_put_right_as_a_year():
    with pytest.raises(DateError) as refused:
        When.parse("19XX/2020")
    assert refused.value.hint == "write 1900"
