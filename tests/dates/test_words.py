import pytest
from babel import Locale

from timeline.dates import (
    UNKNOWN,
    When,
    Zone,
    century_heading,
    clock,
    day_heading,
    decade_heading,
    full_day,
    in_words,
    month_heading,
    season_heading,
    short,
    year_heading,
    zone_label,
)
from timeline.languages import Language, load_language

EN = load_language("en")
US = load_language("en-US")
AR = Language("ar", "ar", None)
BAGHDAD = Zone.parse("Asia/Baghdad")


def baghdad(date, time=None):
    return When.parse(date, time).located(BAGHDAD)


@pytest.mark.parametrize(
    ("date", "time", "words"),
    [
        ("2020-01-04", None, "4 Jan 2020"),
        ("2020-01-04", "19:45", "4 Jan 2020"),
        ("2020-01-04T19:45/2020-01-04T21:00", None, "4 Jan 2020"),
        ("2020-01-04T19:45/2020-01-05T21:00", None, "between 4 and 5 Jan 2020"),
        ("2020-01", None, "Jan 2020"),
        ("2020-01~", None, "about Jan 2020"),
        ("-0044-03-15", None, "15 Mar 45 BC"),
        ("2020-01-03/2020-01-05", None, "between 3 and 5 Jan 2020"),
        ("201X", None, "the 2010s"),
    ],
)
def test_the_short_form_has_no_time_and_abbreviates_months(date, time, words):
    assert short(baghdad(date, time), EN) == words


@pytest.mark.parametrize(
    ("date", "time", "words"),
    [
        ("2020-01-04", None, None),
        ("2020-01", None, None),
        ("2020-01-03/2020-01-05", None, None),
        ("[2020-01-03,2020-01-04]", None, None),
        ("2020-01-04", "19:45", "19:45"),
        ("2020-01-04", "19:45:30", "19:45:30"),
        ("2020-01-04", "~19:45", "about 19:45"),
        ("2020-01-04~", "19:45", "19:45"),
        ("2020-01-04", "evening", "evening"),
        ("2020-01-04", "early-hours", "early hours"),
        ("2020-01-04T19:45/2020-01-04T21:00", None, "between 19:45 and 21:00"),
        ("2020-01-04T19:45/2020-01-05T21:00", None, "from 19:45"),
        ("2020-01-04T19:45/2020-01-05", None, "from 19:45"),
        ("2020-01-04T19:45/..", None, "19:45 or later"),
        ("../2020-01-04T19:45", None, "19:45 or earlier"),
        ("2020-01-04T19:45/", None, "from 19:45, end not known"),
        ("/2020-01-04T19:45", None, "until 19:45, start not known"),
    ],
)
def test_under_a_days_heading_only_the_time_is_said(date, time, words):
    assert clock(baghdad(date, time), EN) == words


def test_a_clock_names_its_zone_where_that_is_wanted():
    assert clock(baghdad("2020-01-04", "19:45"), EN, zone=True) == "19:45 (Baghdad)"
    assert clock(baghdad("2020-01-04"), EN, zone=True) is None
    unknown = When.parse("2020-01-04", "evening").located(UNKNOWN, BAGHDAD)
    assert clock(unknown, EN, zone=True) == "evening (time zone not stated)"
    two = "2020-01-04T19:45+03:00/2020-01-04T17:15Z"
    assert clock(baghdad(two), EN, zone=True) == "between 19:45 (UTC+03:00) and 17:15 (UTC)"


def test_the_zone_can_be_left_out():
    assert in_words(baghdad("2020-01-04", "19:45"), EN, zone=False) == "4 January 2020, 19:45"


def test_headings_in_english():
    day = When.parse("2020-01-03").day
    assert day_heading(day, EN) == "Friday 3 January"
    assert full_day(day, EN) == "Friday 3 January 2020"
    assert month_heading(2020, 1, EN) == "January 2020"
    assert year_heading(2020, EN) == "2020"
    assert year_heading(-44, EN) == "45 BC"
    assert [season_heading(2020, season, EN) for season in (21, 22, 23, 24)] == [
        "spring 2020",
        "summer 2020",
        "autumn 2020",
        "winter 2020–21",
    ]
    assert season_heading(1999, 24, EN) == "winter 1999–2000"
    assert decade_heading(2010, EN) == "2010s"
    assert decade_heading(2000, EN) == "2000 to 2009"
    assert century_heading(2000, EN) == "2000 to 2099"


def test_american_english_follows_its_own_order():
    assert in_words(baghdad("2020-01-04", "19:45"), US) == "January 4, 2020, 19:45 (Baghdad)"
    assert in_words(baghdad("2020-01-03/2020-01-05"), US) == "between January 3, 2020 and January 5, 2020"
    assert day_heading(When.parse("2020-01-03").day, US) == "Friday, January 3"
    assert short(baghdad("2020-01-04"), US) == "Jan 4, 2020"


def test_arabic_has_its_own_names_and_latin_digits():
    day = When.parse("2020-01-03").day
    assert day_heading(day, AR) == "الجمعة 3 يناير"
    assert full_day(day, AR) == "الجمعة 3 يناير 2020"
    assert month_heading(2020, 1, AR) == "يناير 2020"
    assert year_heading(-44, AR) == "45 ق.م"
    assert in_words(baghdad("2020-01-04", "19:45"), AR) == "4 يناير 2020, 19:45 (بغداد)"
    assert in_words(baghdad("[2020-01-03,2020-01-04]"), AR) == "3 أو 4 يناير 2020"


def test_a_translation_may_turn_a_phrase_around():
    class Turned(Language):
        def _translated(self, message, _context):
            return {"about {date}": "{date} ungefähr", "{when} ({zone})": "[{zone}] {when}"}.get(
                message, message
            )

    german = Turned("de", Locale("de"), None)
    assert in_words(When.parse("2020-01-04~", "19:45"), german) == "[UTC] 4. Januar 2020 ungefähr, 19:45"


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        ("Asia/Baghdad", "Baghdad"),
        ("America/New_York", "New York"),
        ("Asia/Calcutta", "Kolkata"),
        ("Asia/Kolkata", "Kolkata"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("Etc/GMT+3", "UTC-03:00"),
        ("Etc/UTC", "UTC"),
        ("US/Eastern", "New York"),
        ("CET", "CET"),
        ("UTC", "UTC"),
        ("+03:00", "UTC+03:00"),
        ("-03:30", "UTC-03:30"),
        ("unknown", "time zone not stated"),
    ],
)
def test_a_zone_is_labelled_by_its_city_or_its_offset(zone, label):
    assert zone_label(Zone.parse(zone), EN) == label


def test_every_zone_has_a_label_in_every_language():
    from timeline.dates.zones import zone_names  # noqa: PLC0415

    for language in (EN, US, AR):
        assert all(zone_label(Zone.parse(name), language) for name in zone_names())
