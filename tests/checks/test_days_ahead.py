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
