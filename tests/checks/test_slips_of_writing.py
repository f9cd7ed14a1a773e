"""Slips in what editors write: weekdays that the date is not, links in two halves, tags that are several."""

import pytest
from projects import check, told

EVENT = """
== content/events/a.yaml
- id: one
  date: 2020-01-06
  title: A made-up event
  sources: [{{title: "A report of Friday, 6 January 2020"}}]
  {keys}
"""


def found(folder, keys):
    rows = told(check(folder, EVENT.format(keys=keys)))
    return [
        (row.place.removeprefix("content/events/a.yaml:"), row.code, row.message, row.hint) for row in rows
    ]


@pytest.mark.parametrize(
    ("keys", "place", "said", "meant"),
    [
        ("summary: On Friday, 6 January 2020 it rained.", "5:15", "'Friday, 6 January 2020' is a Monday", "Monday"),
        ("summary: On friday the 6th of January, 2020 it rained.", "5:15", "'friday the 6th of January, 2020' is a Monday", "Monday"),
        ("summary: Saturday, January 5, 2020.", "5:12", "'Saturday, January 5, 2020' is a Sunday", "Sunday"),
        ("summary: Since Friday 6 January.", "5:18", "'Friday 6 January' is a Monday", "Monday"),
        ("summary: From Monday 2020-01-05 on.", "5:17", "'Monday 2020-01-05' is a Sunday", "Sunday"),
        ("{language: fr, body: Le vendredi 6 janvier 2020.}", "6:12", "'vendredi 6 janvier 2020' is a Monday", "lundi"),
        ("{language: ar, body: 'يوم الجمعة، 6 يناير 2020'}", "6:14", "'الجمعة، 6 يناير 2020' is a Monday", "الاثنين"),
        ("{language: de, body: 'Am Mittwoch, 6. Januar 2020'}", "6:13", "'Mittwoch, 6. Januar 2020' is a Monday", "Montag"),
        ("{language: ja, body: 'On Friday, 6 January 2020'}", "6:13", "'Friday, 6 January 2020' is a Monday", "Monday"),
        ("accounts: [{by: They, says: 'On Friday, 6 January 2020.'}]", "5:35", "'Friday, 6 January 2020' is a Monday", "Monday"),
    ],
)  # fmt: skip
def test_a_weekday_that_the_date_beside_it_is_not_is_told_with_the_one_that_it_is(
    tmp_path, keys, place, said, meant
):
    keys = keys.strip("{}").replace(", body", "\n  body") if keys.startswith("{") else keys
    (row,) = found(tmp_path, keys)
    assert row[1:] == ("wrong-weekday", said, f"correct the date, or write {meant}")
    assert row[0] == place


@pytest.mark.parametrize(
    "keys",
    [
        "summary: On Monday, 6 January 2020, and Sunday the 5th of January 2020.",
        "summary: On Friday, 3 January, it rained.",  # of which year, nobody says
        "summary: On Friday 30 February 2020.",
        "summary: On Sunday 9 January 1905, by the calendar of that country.",
        "summary: On Friday 6 people came, and in January 2020 more.",
        "tags: [Friday 2020-01-06]",
        "accounts: [{by: They, says: Yes., source: {title: P, quote: 'On Friday, 6 January 2020'}}]",
    ],
)
def test_a_weekday_that_may_be_right_or_is_quoted_is_not(tmp_path, keys):
    assert [row for row in found(tmp_path, keys) if row[1] == "wrong-weekday"] == []


@pytest.mark.parametrize(
    ("text", "place", "ending"),
    [
        (
            "It rained, [they said] (https://example.org/a).",
            "5:23",
            "its words and its address stand apart",
        ),
        ("See [one]  (event:one).", "5:16", "its words and its address stand apart"),
        ("|\n    See [one]\n    (event:one).", "6:9", "its words and its address stand apart"),
        ("See (https://example.org/a)[here].", "5:16", "and its address in round ones behind them"),
        ("See (one)[event:one].", "5:16", "and its address in round ones behind them"),
        ("See (it)[https://example.org/a].", "5:16", "and its address in round ones behind them"),
    ],
)
def test_a_link_in_two_halves_is_told_at_its_place(tmp_path, text, place, ending):
    (row,) = found(tmp_path, f"summary: {text}")
    assert (row[0], row[1]) == (place, "split-link")
    assert row[2].endswith(ending)


@pytest.mark.parametrize(
    "text",
    [
        "[A list] (of things), and [1] (see below).",
        "[One](https://example.org/a) (https://example.org/b).",
        "`[one] (event:one)`",
        "[One](event:one)[^1]",
    ],
)
def test_brackets_that_are_no_link_and_links_side_by_side_are_none(tmp_path, text):
    assert [row for row in found(tmp_path, f"summary: '{text}'") if row[1] == "split-link"] == []


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("[a]( event:two ), [b](event: one).", "5:35",
         ("unknown-event", "an address has no spaces and no quotes in it or around it", "write event:one")),
        ("[a](event:one“)", "5:17",
         ("unknown-event", "an address has no spaces and no quotes in it or around it", "write event:one")),
        ("[a](“event:one”)", "5:17",
         ("unknown-page", "an address stands in its brackets alone, with no marks around it", "write event:one, with no quotes around it")),
        ("[a](“https://example.org/x”)", "5:17",
         ("unknown-page", "an address stands in its brackets alone, with no marks around it",
          "write https://example.org/x, with no quotes around it")),
        ('[a]("https://example.org/x")', "5:17",
         ("unknown-page", "an address stands in its brackets alone, with no marks around it",
          "write https://example.org/x, with no quotes around it")),
        ("[a](../zz/), and ![d](.)", "5:35",
         ("unknown-picture", "there is no picture 'content/.'",
          "put the file in content/media, and write the path to it as seen from this file")),
    ],
)  # fmt: skip
def test_what_stands_around_an_address_is_told_with_the_address(tmp_path, text, place, said):
    rows = found(tmp_path, f"summary: '{text}'\n  aliases: [two]")
    assert rows[-1] == (place, *said)


def test_a_tag_with_a_comma_is_noted_and_a_text_of_several_is_written_as_a_list(tmp_path):
    rows = found(tmp_path / "a", "tags: [rain, 'hail, wind', 'snow؛ ice', '1,000 days']")
    assert [(row[0], row[1]) for row in rows] == [("5:16", "tag-with-comma"), ("5:30", "tag-with-comma")]
    assert rows[1][2] == "there is a comma or a semicolon in the tag 'snow؛ ice'"
    ((_, code, _, hint),) = found(tmp_path / "b", "tags: rain, hail")
    assert (code, hint) == ("wrong-shape", "write [rain, hail]")
