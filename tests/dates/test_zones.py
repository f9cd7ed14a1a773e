import datetime as dt
import zoneinfo
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import UNKNOWN, UTC, DateError, Zone, day_number, zones
from timeline.dates.zones import _load, zone_names

DAY = 86_400
EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - a wall clock, which has no zone


def seconds(year, month, day, hour=0, minute=0):
    return day_number(year, month, day) * DAY + hour * 3600 + minute * 60


def test_every_zone_of_the_tzdata_package_can_be_read():
    assert len(zone_names()) > 500
    for name in sorted(zone_names()):
        zone = Zone.parse(name)
        assert zone.name == name
        assert not zone.is_unknown
        assert abs(zone.offset(0)) < DAY


def test_zones_are_equal_by_name_and_can_be_keys():
    assert Zone.parse("Asia/Baghdad") == Zone.parse("Asia/Baghdad")
    assert len({Zone.parse("UTC"), UTC, Zone.parse("+00:00"), Zone.parse("+03:00"), Zone.parse("+03")}) == 2
    assert Zone.parse("unknown") == UNKNOWN
    assert UNKNOWN.is_unknown
    assert not UNKNOWN.is_fixed
    assert Zone.parse("+03:00").is_fixed
    assert not Zone.parse("Asia/Baghdad").is_fixed


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "/etc/localtime",
        "Asia/../Asia/Baghdad",
        "Asia\\Baghdad",
        "Asia/Baghdad\0",
        "C:/zone",
        "posix/UTC",
    ],
)
def test_a_hostile_name_never_reaches_the_file_system(name, monkeypatch):
    monkeypatch.setattr(zones, "_load", None)
    with pytest.raises(DateError):
        Zone.parse(name)


def test_rules_come_from_the_package_and_not_from_the_machine(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("the machine's zones were asked for")

    monkeypatch.setattr(
        zones, "ZoneInfo", type("Guarded", (), {"__init__": refuse, "from_file": zoneinfo.ZoneInfo.from_file})
    )
    _load.cache_clear()
    assert Zone.parse("Asia/Baghdad").offset(seconds(2020, 1, 4)) == 3 * 3600


def test_the_two_times_of_an_autumn_night_are_told_apart():
    berlin = Zone.parse("Europe/Berlin")
    local = seconds(2020, 10, 25, 2, 30)
    assert (berlin.offset(local), berlin.offset(local, 1)) == (7200, 3600)
    assert berlin.is_repeated(local)
    assert berlin.last_instant(local) - berlin.first_instant(local) == 3600


def test_a_time_that_never_was_falls_on_the_turn_of_the_clocks():
    berlin = Zone.parse("Europe/Berlin")
    local = seconds(2020, 3, 29, 2, 30)
    turn = seconds(2020, 3, 29, 1)
    assert berlin.is_skipped(local, local + 59)
    assert not berlin.is_skipped(seconds(2020, 3, 29), seconds(2020, 3, 29) + DAY - 1)
    assert (berlin.first_instant(local), berlin.last_instant(local)) == (turn, turn - 1)


def test_a_day_that_begins_in_a_gap_begins_at_the_turn_of_the_clocks():
    # In 1919 Toronto's clocks went from 23:30 on 30 March to 00:30 on the 31st.
    toronto = Zone.parse("America/Toronto")
    first, last = toronto.first_instant(seconds(1919, 3, 31)), toronto.last_instant(seconds(1919, 3, 31) - 1)
    assert first == last + 1 == seconds(1919, 3, 31, 4, 30)


@pytest.mark.parametrize("year", [-9999, 0, 1, 1800])
def test_early_years_have_the_zones_first_rule(year):
    # Berlin's local mean time, which IANA gives as 53 minutes and 28 seconds before Greenwich's.
    assert Zone.parse("Europe/Berlin").offset(seconds(year, 1, 15)) == 53 * 60 + 28


@pytest.mark.parametrize("year", [2020, 9999, 10_400, 123_456])
def test_late_years_have_the_zones_last_rule(year):
    assert Zone.parse("Europe/Berlin").offset(seconds(year, 1, 15)) == 3600


def test_summer_time_goes_on_after_the_year_9999():
    assert Zone.parse("Europe/Berlin").offset(seconds(10_400, 7, 1)) == 7200


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca", "Asia/Gaza"]),
    st.datetimes(min_value=EPOCH - dt.timedelta(days=25_000), max_value=EPOCH + dt.timedelta(days=50_000)),
)
def test_instants_are_those_of_pythons_zones(name, moment):
    moment = moment.replace(microsecond=0)
    local = (moment - EPOCH) // dt.timedelta(seconds=1)
    zone = Zone.parse(name)
    with resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        rules = zoneinfo.ZoneInfo.from_file(file)
    for fold in (0, 1):
        assert zone.offset(local, fold) == moment.replace(tzinfo=rules, fold=fold).utcoffset().total_seconds()
    first, last = zone.first_instant(local), zone.last_instant(local)
    shown = [
        dt.datetime.fromtimestamp(instant, rules).replace(tzinfo=None, fold=0) for instant in (first, last)
    ]
    if first <= last:
        assert shown == [moment, moment]
    else:
        assert shown[1] < moment < shown[0]
        assert first == last + 1
