"""The table of refused texts in `refused.yaml`: each is answered with its place and its repair."""

import re
import time
from pathlib import Path

import pytest
from dubious_dates import DUBIOUS
from tables import read_table

from timeline.dates import DateError, When, Zone

ROWS = read_table(Path(__file__).with_name("refused.yaml"))


def refuse(row):
    if "date" not in row:
        with pytest.raises(DateError) as caught:
            Zone.parse(row["timezone"])
        return caught.value
    if "timezone" in row:
        error = When.parse(row["date"], row.get("time")).located(Zone.parse(row["timezone"])).gap_problem
        assert error is not None
        return error
    with pytest.raises(DateError) as caught:
        When.parse(row["date"], row.get("time"))
    return caught.value


def name(row):
    text = " ".join(row[key] for key in ("date", "time", "timezone") if key in row) or "empty"
    # A test can be asked for by its name only where that is ASCII.
    return "".join(char if char.isascii() else f"<{ord(char):04X}>" for char in text)


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_refusal_says_what_is_wrong_where_and_what_to_write(row):
    error = refuse(row)
    text = row[error.field]
    assert 0 <= error.start <= error.end <= len(text)
    assert {
        "message": error.message,
        "hint": error.hint,
        "marked": text[error.start : error.end],
        "at": str(error.start + 1),
    } == {"hint": "", **{key: row[key] for key in ("message", "hint", "marked", "at") if key in row}}


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_message_is_one_line_without_a_full_stop_and_reads_with_its_hint(row):
    error = refuse(row)
    for text in (error.message, error.hint):
        assert not text.removesuffix("..").endswith(".")
        assert "\n" not in text
    assert str(error) == (f"{error.message}: {error.hint}" if error.hint else error.message)


@pytest.mark.parametrize("row", [row for row in ROWS if "hint" in row and "date" in row], ids=name)
def test_what_a_hint_says_to_write_can_be_written(row):
    hint = row["hint"]
    both = re.match(r"write date: (\S+) and time: ([^\s,]+)", hint)
    if both:
        When.parse(*both.groups())
    elif "time" in row and (found := re.match(r"write (~?[0-9]{2}:\S+|[a-z-]+)$", hint)):
        When.parse("2020-01-04", found[1])
    elif "time" not in row and "T" not in row["date"]:
        found = re.match(r"write (?:the days as )?'?([-.0-9\[][^\s',]*(?:,[^\s']+\])?)", hint)
        if found:
            When.parse(found[1])


def test_no_hint_says_to_write_a_date_that_is_refused_next():
    given = set()
    for text in DUBIOUS:
        try:
            When.parse(text)
        except DateError as error:
            found = re.search(
                r"write (?:date: )?'?(-?[0-9X]{4}(?![0-9]*:)[^\s,']*|\.\./[^\s,']*|\[[^']*\])(?: and time: ([\w:]+))?",
                error.hint,
            )
            if found:
                given.add(found[1])
                When.parse(*found.groups())
    assert len(given) > 100


@pytest.mark.parametrize(
    "text",
    [
        "9" * 201,
        "[" + "2020-01-03," * 100,
        "2020-01-04" + "0" * 10**6,
        "-" * 10**6,
        "X" * 300,
        " " * 500 + "2020",
    ],
    ids=["digits", "set", "a million zeros", "a million hyphens", "Xs", "spaces"],
)
def test_a_text_of_any_length_is_refused_at_once(text):
    begun = time.perf_counter()
    for attempt in (
        lambda: When.parse(text),
        lambda: When.parse("2020-01-04", text),
        lambda: Zone.parse(text),
    ):
        with pytest.raises(DateError) as caught:
            attempt()
        assert len(str(caught.value)) < 1000
    assert time.perf_counter() - begun < 0.5


def test_a_letter_that_stands_for_no_other_is_answered_with_what_a_date_looks_like():
    with pytest.raises(DateError) as caught:
        When.parse("2020年")
    assert caught.value.hint == "write a date such as 2020-01-04, 2020-01 or 2020"


def test_a_text_of_two_hundred_characters_is_read_and_all_beyond_is_marked():
    dates = [f"2020-02-{day:02d}" for day in range(1, 17)] + ["2020-01", "2021", "2022", "2023"]
    whole = f"[{','.join(dates)}]"
    assert len(whole) == 200
    assert When.parse(whole).precision == "years"
    with pytest.raises(DateError) as caught:
        When.parse(f"{whole}  ")
    error = caught.value
    assert error.message == "the date is longer than 200 characters"
    assert error.hint == "write one date, a span or a short set of dates"
    assert (error.field, error.start, error.end) == ("date", 200, 202)


def test_a_set_within_two_hundred_characters_is_read_whole():
    days = ",".join(f"2020-01-{day:02d}" for day in range(1, 19))
    assert When.parse(f"[{days}]").precision == "days"


def test_a_character_without_a_name_is_told_as_one_that_cannot_be_seen():
    with pytest.raises(DateError) as refused:
        When.parse("2020-01-04\ue000")
    assert refused.value.message == "a character that cannot be seen has no place in a date"
    assert (refused.value.start, refused.value.end) == (10, 11)
