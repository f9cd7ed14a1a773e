"""The table of dates in `cases.yaml`, row by row; another implementation may read the same table."""

from pathlib import Path

import pytest
from tables import read_table

from timeline.dates import UTC, When, Zone, in_words
from timeline.languages import load_language

ROWS = read_table(Path(__file__).with_name("cases.yaml"))


def when_of(row):
    zone = Zone.parse(row.get("timezone", "UTC"))
    site = Zone.parse(row.get("site", "UTC"))
    return When.parse(row["date"], row.get("time")).located(zone, site)


def said(value):
    return "none" if value is None else value


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['date']} {row.get('time', '')}".strip())
def test_a_date_means_what_its_row_says(row):
    when = when_of(row)
    json = when.to_json()
    found = {
        "date": when.date,
        **({} if when.time is None else {"time": when.time}),
        **{key: row[key] for key in ("timezone", "site") if key in row},
        "earliest": said(json["earliest"]),
        "latest": said(json["latest"]),
        "words": in_words(when, load_language("en")),
        "machine": said(when.machine),
        "heading": when.heading,
        "precision": when.precision,
    }
    assert found == row


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['date']} {row.get('time', '')}".strip())
def test_every_row_has_ordered_bounds_that_hold_its_sorting_day(row):
    when = when_of(row)
    assert when.gap_problem is None
    if when.earliest is not None and when.latest is not None:
        assert when.earliest <= when.latest
    for outer, inner in ((when.possible_earliest, when.earliest), (when.latest, when.possible_latest)):
        assert outer is None or inner is None or outer <= inner
    start = when.start_local() or when.end_local()
    assert (
        When.parse(
            f"{'-' if start.year < 0 else ''}{abs(start.year):04d}-{start.month:02d}-{start.day:02d}"
        ).day
        == when.day
    )


def test_the_table_is_long_enough_and_has_no_row_twice():
    keys = [tuple(sorted(row.items())) for row in ROWS]
    assert len(keys) == len(set(keys)) >= 120


def test_a_date_without_a_zone_is_utc():
    assert When.parse("2020-01-04") == When.parse("2020-01-04").located(UTC)
