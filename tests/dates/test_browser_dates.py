"""The browser understands dates as the program does: both read the tables in `cases.yaml` and `refused.yaml`."""

import re
from pathlib import Path

import pytest
from dubious_dates import DUBIOUS, DUBIOUS_TIMES
from nodejs import in_node
from tables import read_table

from timeline.dates import DateError, When, Zone, in_words, iso_instant, phrasebook
from timeline.dates.refusals import REFUSALS
from timeline.languages import load_language

pytestmark = pytest.mark.browser  # Node runs the scripts
LANGUAGES = ("en", "ar", "en-US")
TABLES = {
    name: read_table(Path(__file__).with_name(f"{name}.yaml")) for name in ("cases", "refused", "spoken")
}
# What people do to good dates, and what stands in no row: each is read by both, whatever comes of it.
MORE = [
    {"date": f"{before}{row['date']}{behind}"}
    for row in TABLES["cases"][::3]
    for before, behind in (("", "?"), (" ", ""), ("", "/"), ("[", ",2021]"), ("c. ", ""), ("", " 19:45"))
] + [
    {"date": "2020-03-29", "time": f"{hour:02d}:30", "timezone": "Europe/Berlin"} for hour in range(5)
] + [
    {"date": "2020-10-25", "time": f"0{hour}:30", "timezone": zone}
    for hour in range(5) for zone in ("Europe/Berlin", "America/New_York", "Pacific/Apia", "Europe/Lisbon")
] + [
    {"date": date} for date in ("constructor", "2020–01–04", "٢٠٢٠-٠١-٠٤", "2020\u00a0", "Y2020", "toString", "2020," * 50)
] + [{"date": "2020-01-04", "time": time} for time in ("constructor", "about evening", "19:45 " * 40, "19\uff1a45", "١٩:٤٥")] + [
    {"date": date} for date in ("Monday", "next Tuesday", "Wed 19:45", "Friday at noon", "Monday 2020", "Sat 24:00")
] + [
    {"date": date} for date in (*DUBIOUS, *TABLES["spoken"])
] + [
    {"date": date, "time": time} for date in ("2020-01-04", "9999-12-31") for time in DUBIOUS_TIMES
]  # fmt: skip


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """What the browser's modules make of every row."""
    rows = [*TABLES["cases"], *TABLES["refused"], *MORE]
    languages = {code: phrasebook(load_language(code)) for code in LANGUAGES}
    found = in_node(
        tmp_path_factory.mktemp("node"),
        Path(__file__).with_name("read_dates.js"),
        {"rows": rows, "languages": languages},
    )
    return {key(row): answer for row, answer in zip(rows, found, strict=True)}


def key(row):
    return tuple(sorted(row.items()))


def said(instant):
    return None if instant is None else iso_instant(instant)


def as_the_program_has_it(row):
    try:
        zone = Zone.parse(row.get("timezone", "UTC"))
        if "date" not in row:
            return {}
        when = When.parse(row["date"], row.get("time")).located(zone, Zone.parse(row.get("site", "UTC")))
        if when.gap_problem:
            raise when.gap_problem
    except DateError as error:
        return {
            "message": error.message, "hint": error.hint, "field": error.field, "start": error.start,
            "end": error.end,
        }  # fmt: skip
    return {
        "earliest": said(when.earliest),
        "latest": said(when.latest),
        "possible": [said(when.possible_earliest), said(when.possible_latest)],
        "words": {code: in_words(when, load_language(code)) for code in LANGUAGES},
    }


def name(row):
    return " ".join(row[part] for part in ("date", "time", "timezone") if part in row) or "empty"


@pytest.mark.parametrize("row", TABLES["cases"], ids=name)
def test_the_browser_gives_a_date_the_bounds_and_the_words_of_its_row(read, row):
    found = read[key(row)]
    assert {end: found.get(end) or "none" for end in ("earliest", "latest")} == {
        end: row[end] for end in ("earliest", "latest")
    }, found
    assert found["words"]["en"] == row["words"]
    assert found == as_the_program_has_it(row)


@pytest.mark.parametrize("row", TABLES["refused"], ids=name)
def test_the_browser_refuses_with_the_words_of_the_row(read, row):
    found = read[key(row)]
    assert found.get("message") == row["message"], found
    assert found["hint"] == row.get("hint", "")
    text = row[found["field"]]
    assert text[found["start"] : found["end"]] == row["marked"]
    assert found["start"] == int(row["at"]) - 1


def test_the_browser_answers_as_the_program_where_no_row_does(read):
    differing = {
        name(row): (read[key(row)], expected)
        for row in MORE
        if read[key(row)] != (expected := as_the_program_has_it(row))
    }
    assert differing == {}


def test_every_refusal_that_the_browser_has_words_for_is_told_of_some_text(read):
    told = [(answer["message"], answer["hint"]) for answer in read.values() if "message" in answer]
    unsaid = [
        name for name, words in REFUSALS.items() if not any(all(map(_fits, words, pair)) for pair in told)
    ]
    assert unsaid == []


def _fits(words, said):
    """Whether something may be what comes of words in which fields are filled in; of the hint there may be more."""
    return not words or re.match(re.sub(r"\\{\d\\}", ".*", re.escape(words)), said, re.DOTALL)
