import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import date_of, day_number, iso_date, iso_instant, weekday
from timeline.dates.calendar import days_in_month


@given(st.dates())
def test_days_are_those_of_pythons_calendar_where_it_has_them(day):
    number = (day - dt.date(1970, 1, 1)).days
    assert day_number(day.year, day.month, day.day) == number
    assert date_of(number) == (day.year, day.month, day.day)
    assert weekday(number) == day.weekday()


@given(st.integers(-(10**9), 10**9))
def test_every_day_number_is_one_date_and_the_next_is_the_day_after(number):
    year, month, day = date_of(number)
    assert 1 <= month <= 12
    assert 1 <= day <= days_in_month(year, month)
    assert day_number(year, month, day) == number
    assert date_of(number + 1) > (year, month, day)
    assert date_of(number + 146_097) == (year + 400, month, day)


@given(st.datetimes())
def test_instants_are_written_as_python_writes_them(moment):
    moment = moment.replace(microsecond=0)
    seconds = (moment - dt.datetime(1970, 1, 1)) // dt.timedelta(seconds=1)  # noqa: DTZ001
    assert iso_instant(seconds) == f"{moment.isoformat()}Z"


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ((2020, 1, 4), "2020-01-04"),
        ((2020, 1), "2020-01"),
        ((2020,), "2020"),
        ((0, 12, 31), "0000-12-31"),
        ((-1, 12, 31), "-000001-12-31"),
        ((10_000, 1, 1), "+010000-01-01"),
    ],
)
def test_years_that_four_digits_cannot_hold_have_a_sign_and_six(date, text):
    assert iso_date(*date) == text
