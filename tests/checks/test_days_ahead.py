"""Days that have not come: told at their line, and no measure of anything else."""

import pytest
from projects import check, told

TODAY = "2026-11-26"


def event(id, added, more=""):
    return f"- {{id: {id}, date: 2018, title: {id * 5}, sources: [{{title: {id}}}], added: {added}{more}}}\n"


def found(folder, tree, today=TODAY):
    return [(p.place, p.code, p.message, p.hint) for p in told(check(folder, tree, today=today))]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("added: 2062-01-05", "write the day on which we first published the entry; was it 2026-01-05?"),
        ("corrections: [{date: 2028-03-01, note: Mended.}]", "write the day of the correction; was it 2026-03-01?"),
        (
            "status: retracted, retracted: {date: 2027-12-30, reason: It was none.}",
            "write the day of the retraction; was it 2025-12-30?",
        ),
        ("added: 2026-12-24", "write the day on which we first published the entry"),
        ("added: 2026-11-28", "write the day on which we first published the entry"),
        (
            "accounts: [{by: They, says: Yes., source: {title: A made-up paper, published: 2062-01-05T10:00}}]",
            "write when it was published, as its own page says; was it 2026-01-05T10:00?",
        ),
        (
            "accounts: [{by: They, says: Yes., source: {title: A made-up paper, accessed: 2062-01-05}}]",
            "write the day on which it was last read; was it 2026-01-05?",
        ),
    ],
)  # fmt: skip
def test_a_day_that_has_not_come_is_told_at_its_line(tmp_path, key, hint):
    tree = f"== content/events/a.yaml\n- {{id: one, date: 2018, title: Made up, sources: [{{title: A}}],\n   {key}}}"
    (problem,) = found(tmp_path, tree)
    assert problem[0].startswith("content/events/a.yaml:2:")
    assert problem[1] == "day-in-future"
    assert problem[2].endswith("has not come yet: today is 2026-11-26")
    assert problem[3] == hint


def test_of_an_article_and_a_dead_link_too_and_what_follows_from_them_is_not_told(tmp_path):
    tree = """
        == content/articles/a-report.md
        ---
        title: A report
        url: https://example.org/a
        published: 2062-01-05
        updated: 2026-01-06
        accessed: 2026-01-07
        ---
        == content/links.yaml
        - {url: https://example.org/a, found: 404 Not Found, seen: 2027-05-03}
    """
    assert [row[:2] for row in found(tmp_path, tree)] == [
        ("content/articles/a-report.md:4:12", "day-in-future"),
        ("content/links.yaml:1:60", "day-in-future"),
    ]


@pytest.mark.parametrize("day", ["2026-11-26", "2026-11-27", "20XX"])
def test_a_day_that_may_have_come_somewhere_is_none(tmp_path, day):
    key = f", published: {day}" if day == "20XX" else ""
    added = day if not key else TODAY
    tree = f"== content/events/a.yaml\n- {{id: one, date: 2018, title: Made up, added: {added}, sources: [{{title: A{key}}}]}}"
    assert found(tmp_path, tree) == []


@pytest.mark.parametrize("today", [TODAY, ""])
def test_nothing_else_is_measured_by_a_day_that_has_not_come(tmp_path, today):
    rows = [event(id, "2026-05-01") for id in ("a", "b", "c")]
    rows.append(event("d", "2062-01-05", ", corrections: [{date: 2026-06-01, note: Mended.}]"))
    assert [row[:2] for row in found(tmp_path, "== content/events/a.yaml\n" + "".join(rows), today)] == [
        ("content/events/a.yaml:4:67", "day-in-future")
    ]


@pytest.mark.parametrize(
    "added", [("2008-01-01",) * 5 + ("2026-05-01",) * 3, ("2008-01-01",) * 2 + ("2026-05-01",)]
)
def test_where_no_clock_is_known_a_long_rest_is_no_slip(tmp_path, added):
    rows = [event(f"e{n}", day) for n, day in enumerate(added)]
    codes = {row[1] for row in found(tmp_path, "== content/events/a.yaml\n" + "".join(rows), "")}
    assert "day-in-future" not in codes


@pytest.mark.parametrize(
    ("added", "published", "codes"),
    [
        (("2008-01-01", "2008-01-01", "2016-01-01", "2025-01-01"), "2030-06-01", []),
        (("2008-01-01", "2008-01-01", "2008-01-01", "2018-01-01"), "2020-01-01", []),
        (("2008-01-01", "2008-01-01", "2008-01-01"), "2018-01-01", []),
        (("2008-01-01", "2008-01-01", "2008-01-01"), "2018-01-02", ["day-in-future"]),
        (("2008-01-01", "2008-01-01"), "2018-01-02", []),
        (("9999-12-31", "9999-12-31", "9999-12-31"), "9999-12-31", []),
    ],
    ids=["ten years after the last", "after a rest of ten years", "ten years", "a day more", "too few days", "no later day"],
)  # fmt: skip
def test_where_no_clock_is_known_ten_years_after_our_last_work_are_the_measure(
    tmp_path, added, published, codes
):
    rows = [event(f"e{n}", day) for n, day in enumerate(added)]
    late = f"- {{id: z, date: 2007, title: zzzzz, sources: [{{title: z, published: {published}}}]}}\n"
    tree = "== content/events/a.yaml\n" + "".join(rows) + late
    assert [row[1] for row in found(tmp_path, tree, "") if row[1] == "day-in-future"] == codes


PLANNED = "== content/events/a.yaml\n- {{id: one, title: Made up, date: {date}, sources: [{{title: A{source}}}]{more}}}\n"


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("2062-01-05", "; was it 2026-01-05?"),
        ("2027-11-20", "; was it 2026-11-20?"),
        ("2026-12-24", ""),
        ("2030", ""),
        ("2062-01-05/2062-01-07", ""),
        ("'[2062-01-05,2062-01-07]'", ""),
    ],
)
def test_an_event_that_has_not_come_is_a_note_and_stops_nothing(tmp_path, date, hint):
    checked = check(tmp_path, PLANNED.format(date=date, source="", more=""), today=TODAY)
    (problem,) = checked.examined.problems
    assert (problem.code, problem.severity.word) == ("event-in-future", "note")
    assert problem.message == f"{date.strip(chr(39))} has not come yet: today is 2026-11-26"
    assert problem.hint == (
        f"correct the date; of what is planned, say in the summary who announced it,"
        f" and of the source when it was published{hint}"
    )
    assert str(problem.span).startswith("content/events/a.yaml:1:")
    assert not checked.examined.fails(strict=True)


@pytest.mark.parametrize("date", ["2026-11-26", "2026-11-27", "2026", "../2030", "2026-11-20/2030", "20XX"])
def test_an_event_that_may_have_begun_somewhere_is_none(tmp_path, date):
    assert found(tmp_path, PLANNED.format(date=date, source="", more="")) == []


def test_of_an_event_that_a_source_announces_one_thing_is_told_and_nothing_once_that_is_said(tmp_path):
    rows = found(tmp_path / "a", PLANNED.format(date="2027-03-04", source=", published: 2026-11-01", more=""))
    assert [row[1] for row in rows] == ["published-before-event"]
    silence = ", silence: [{code: published-before-event, reason: The report announces it.}]"
    tree = PLANNED.format(date="2027-03-04", source=", published: 2026-11-01", more=silence)
    assert found(tmp_path / "b", tree) == []


def test_without_a_clock_no_event_lies_ahead_and_no_silence_of_that_is_needless(tmp_path):
    silence = ", silence: [{code: event-in-future, reason: The vote is planned for that day.}]"
    tree = PLANNED.format(date="2062-01-05", source="", more=silence)
    assert found(tmp_path / "a", tree, today="") == []
    assert found(tmp_path / "b", tree) == []
    past = PLANNED.format(date="2020-01-05", source="", more=silence)
    assert [row[1] for row in found(tmp_path / "c", past)] == ["needless-silence"]


def dated(date, source="published: 2020-01-05", beside=("2020-01-06",) * 3):
    rows = [f"- {{id: b{n}, date: {day}, title: Beside {n}}}\n" for n, day in enumerate(beside)]
    return f"== content/events/a.yaml\n- {{id: one, date: {date}, title: One, sources: [{{title: A, {source}}}]}}\n{''.join(rows)}"


@pytest.mark.parametrize(
    ("tree", "hint"),
    [
        (dated("0202-01-04"), "write 2020-01-04; if it was in 0202 indeed, silence this check on the event"),
        (dated("0220-01", beside=()), "write 2020-01; if it was in 0220 indeed, silence this check on the event"),
        (dated("2002-01-04"), "write 2020-01-04; if it was in 2002 indeed, silence this check on the event"),
        (dated("2012-03-01~", "published: 2021-03-02T10:00", ["2021"] * 3),
         "write 2021-03-01; if it was in 2012 indeed, silence this check on the event"),
        # What may well be: a year long ago, an anniversary, a file of many years, a source of another time.
        (dated("0680-10-10", "published: 2020-10-11"), None),
        (dated("0202-01-04", "published: 2020-06-05"), None),
        (dated("0014-08-19", "published: 2014-08-19"), None),
        (dated("2002-01-04", "published: 2020-01-09"), None),
        (dated("2002-01-04", beside=("2020-01-06", "2002-01-06", "2020-02")), None),
        (dated("2002-01-04", beside=("2020-01-06",) * 2), None),
        (dated("1453-05-29", "published: 1453-06-29"), None),
        (dated("-0044-03-15"), None),
        (dated("2002"), None),
    ],
)  # fmt: skip
def test_a_year_whose_digits_have_changed_places_is_told_where_its_sources_say_so(tmp_path, tree, hint):
    rows = [row for row in found(tmp_path, tree) if row[1] == "unlikely-year"]
    assert [(row[0], row[3]) for row in rows] == [("content/events/a.yaml:1:19", hint)] * bool(hint)


@pytest.mark.parametrize("key", ["added: 0202-01-05", "corrections: [{date: 1020-01-05, note: Mended.}]"])
def test_a_day_of_our_work_from_before_there_was_any_is_told_once(tmp_path, key):
    tree = f"== content/events/a.yaml\n- {{id: one, date: 2018, title: Made up, sources: [{{title: A}}],\n   {key}}}"
    assert [row[1] for row in found(tmp_path, tree)] == ["unlikely-year"]
