"""Single values: what is taken as it is, what becomes something else, what is refused and why."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from timeline.dates import DateError, When
from timeline.records import Event, Place, addresses, check_url, explain, scalars, slug
from timeline.records.record import quoted

IDS, LANGUAGES = TypeAdapter(scalars.Id), TypeAdapter(scalars.LanguageTag)


def takes(adapter, value):
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def refuses(check, value):
    try:
        check(value)
    except PydanticCustomError:
        return True
    return False


@given(
    st.text(max_size=90)
    | st.from_regex(scalars.ID_PATTERN)
    | st.from_regex(r"[a-z0-9-]{1,90}\n?", fullmatch=True)
)
@settings(max_examples=200, deadline=None, derandomize=True, database=None)
def test_pydantics_core_and_our_own_words_agree_on_ids(text):
    assert takes(IDS, text) is not refuses(scalars.check_id, text)
    if not takes(IDS, text):
        assert explain({"pattern": f"^{scalars.ID_PATTERN.pattern}$"}, text)["code"] == "bad-id"


@given(st.text(max_size=40) | st.from_regex(r"[A-Za-z]{1,4}(-[A-Za-z0-9]{1,9}){0,4}\n?", fullmatch=True))
@settings(max_examples=200, deadline=None, derandomize=True, database=None)
def test_pydantics_core_and_our_own_words_agree_on_languages(text):
    assert takes(LANGUAGES, text) is not refuses(scalars.check_language, text)


@given(
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True) | st.dates().map(str),
    st.sampled_from(["evening", "19:45", "~00:00", "night", "25:00", "23:59", "x"]),
)
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_a_day_that_is_taken_at_a_glance_is_a_date_and_fits_every_time(text, time):
    if not scalars.is_day(text):
        return
    assert When.parse(text).precision == "day"

    def parses(date):
        try:
            When.parse(date, time)
        except DateError:
            return False
        return True

    assert parses(text) is parses("2000-01-01")


@given(st.from_regex(addresses.PLAIN_URL, fullmatch=True))
@settings(max_examples=200, deadline=None, derandomize=True, database=None)
def test_an_address_that_is_taken_at_a_glance_would_pass_the_close_look(text):
    assert check_url(text) == text
    host = re.match(r"https?://([^/?#]*)", text, re.IGNORECASE)[1]
    assert addresses.is_known_host(host)
    assert not re.search(r"[\s<>\"'`\\^{}|]", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Green Zone!", "green-zone"),
        ("  --a__b--  ", "a-b"),
        ("Ünïcode", "n-code"),
        ("日本", ""),
        ("x" * 100, "x" * 80),
    ],
)
def test_a_slug_is_plain(text, expected):
    assert slug(text) == expected


def test_a_line_is_one_line_and_prose_keeps_its_paragraphs():
    event = Event(id="a", title="  Two\n  rounds ", summary="\n\nOne.\n\nTwo.\n")
    assert event.title == "Two rounds"
    assert event.summary == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("text", "number"), [("25", 25), ("1.10", 1.1), ("-3", -3), ("+2", 2), ("007", 7), (" 5 ", 5)]
)
def test_a_number_stays_whole_where_it_is(text, number):
    value = TypeAdapter(scalars.Number).validate_python(text)
    assert (value, type(value)) == (number, type(number))


def test_one_id_may_stand_where_a_list_may():
    assert Event(id="a", after="b").after == ("b",)
    assert Event(id="a", after=["b", "c"]).after == ("b", "c")


def test_coordinates_are_degrees():
    place = Place.model_validate({"id": "a", "name": "A", "latitude": "33.31", "longitude": "-44"})
    assert (place.latitude, place.longitude) == (33.31, -44.0)


def test_a_long_value_is_cut_where_it_is_quoted():
    assert quoted("short") == "'short'"
    assert quoted("x" * 100) == "'" + "x" * 60 + "…'"
    with pytest.raises(ValidationError) as caught:
        Event(id="a", status="x" * 10_000)
    assert len(str(caught.value.errors()[0]["ctx"]["message"])) < 100


def test_records_in_which_the_same_keys_are_written_share_the_set_of_them_until_one_is_copied():
    written = {}
    one, two = (Place.model_validate({"id": id, "name": "A"}, context=written) for id in ("one", "two"))
    other = Place.model_validate({"id": "other", "name": "A", "note": "B"}, context=written)
    assert one.model_fields_set is two.model_fields_set
    assert one.model_copy(update={"country": "IQ"}).model_fields_set == {"id", "name", "country"}
    assert two.model_fields_set == {"id", "name"}
    assert other.model_fields_set == {"id", "name", "note"}


def test_records_are_frozen_and_closed():
    event = Event(id="a")
    with pytest.raises(ValidationError):
        event.id = "b"
    with pytest.raises(ValidationError):
        Event(id="a", extra="x")
