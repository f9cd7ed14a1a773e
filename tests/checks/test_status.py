"""A status that is stated is borne out, and one that is not stated follows from the sources."""

import pytest
from projects import check, told

PUBLISHERS = """
== content/publishers.yaml
- {id: afp, name: AFP}
- {id: gazette, name: The Gazette}
== content/articles/wire.md
---
title: A report
published: 2020-01-04
publisher: gazette
origin: afp
---
"""


def event(sources: str, more: str = "") -> str:
    return f"== content/events/a.yaml\n- id: e\n  date: 2020-01-03\n  title: T\n  sources: [{sources}]\n{more}{PUBLISHERS}"


def status(folder, sources: str, more: str = "") -> str:
    checked = check(folder, event(sources, more))
    assert told(checked) == []
    return checked.examined.timeline.events["e"].status.value


@pytest.mark.parametrize(
    ("sources", "derived"),
    [
        ("{title: A}", "single-source"),
        ("{title: A}, {title: B}", "single-source"),
        ("{title: A, publisher: The Gazette}, {title: B, publisher: Another}", "corroborated"),
        ("{title: A, publisher: The Gazette}, {title: B, publisher: gazette}", "single-source"),
        ("{title: A, publisher: The Gazette}, {title: B, publisher: THE GAZETTE}", "single-source"),
        ("{title: A, publisher: One, origin: afp}, {title: B, publisher: Two, origin: AFP}", "single-source"),
        ("{title: A, publisher: One, origin: afp}, {title: B, publisher: AFP}", "single-source"),
        ("{title: A, publisher: One, origin: afp}, {title: B, publisher: One}", "corroborated"),
        ("wire, {title: B, publisher: afp}", "single-source"),
        ("wire, {title: B, publisher: gazette}", "corroborated"),
        ("{title: A, publisher: One}, {title: B}", "single-source"),
    ],
)
def test_a_status_left_out_counts_origins_and_else_publishers(tmp_path, sources, derived):
    assert status(tmp_path, sources) == derived


TWO = "{title: A, publisher: One}, {title: B, publisher: Two}"
RETRACTION = "  retracted: {date: 2020-02-01, reason: It was a drill.}\n"


@pytest.mark.parametrize(
    ("sources", "more", "shown"),
    [
        (TWO, "  status: corroborated\n", "corroborated"),
        ("wire", "  status: single-source\n", "single-source"),
        ("wire", "  status: confirmed\n  confirmed_by: The ministry\n", "confirmed"),
        ("wire", "  status: disputed\n  accounts: [{by: A, says: Yes.}, {by: B, says: No.}]\n", "disputed"),
        ("wire", f"  status: retracted\n{RETRACTION}", "retracted"),
        ("wire", RETRACTION, "retracted"),
    ],
)
def test_a_status_that_is_borne_out_stands(tmp_path, sources, more, shown):
    assert status(tmp_path, sources, more) == shown


@pytest.mark.parametrize(
    ("sources", "more", "message"),
    [
        ("wire, {title: B, publisher: AFP}", "corroborated",
         "a corroborated event has two independent sources; its sources are one voice (AFP)"),
        ("{title: A}", "corroborated",
         "a corroborated event has two independent sources; no source names its publisher"),
        (TWO, "single-source", "the event has 2 independent sources (One, Two)"),
        ("wire", "confirmed", "a confirmed event says who confirmed it"),
        ("wire", "disputed", "a disputed event has at least two accounts"),
        ("wire", "disputed\n  accounts: [{by: A, says: It rained!}, {by: B, says: it rained}]",
         "a disputed event has accounts that differ; these say the same"),
        ("wire", "retracted", "a retracted event says when and why"),
        ("wire", f"confirmed\n  confirmed_by: X\n{RETRACTION}".rstrip("\n"), "the event has a retraction, and its status is 'confirmed'"),
    ],
)  # fmt: skip
def test_a_status_that_is_not_borne_out_is_told_where_it_stands(tmp_path, sources, more, message):
    (problem,) = told(check(tmp_path, event(sources, f"  status: {more}\n")))
    assert (problem.place, problem.code, problem.message) == (
        "content/events/a.yaml:5:11",
        "status-unsupported",
        message,
    )


@pytest.mark.parametrize("accounts", ["", "\n  accounts: [{by: A, says: It rained.}]"], ids=["none", "one"])
def test_of_a_disputed_event_it_is_said_how_many_accounts_to_write(tmp_path, accounts):
    (problem,) = told(check(tmp_path, event("wire", f"  status: disputed{accounts}\n")))
    assert problem.hint == "write two or more under 'accounts', each with 'by' and 'says'"


def test_a_status_may_be_silenced_where_an_editor_says_why(tmp_path):
    more = "  status: corroborated\n  silence: [{code: status-unsupported, reason: Both were there.}]\n"
    assert status(tmp_path, "{title: A}", more) == "corroborated"


def test_the_publishers_that_a_status_counts_are_named_as_they_write_themselves(tmp_path):
    more = "  status: single-source\n"
    (problem,) = told(check(tmp_path, event("wire, {title: B, publisher: gazette}", more)))
    assert problem.message == "the event has 2 independent sources (AFP, The Gazette)"


@pytest.mark.parametrize(
    ("keys", "messages"),
    [
        ("status: confirmed", ["the event 'a' has no date", "a confirmed event says who confirmed it"]),
        (
            "date: 2020-01-04, status: disputed, figures: Two hurt",
            ["a disputed event has at least two accounts", "this must be a list, not text"],
        ),
        ("date: 2020-01-04, status: disputed, accounts: Two", ["this must be a list, not text"]),
        (
            "date: 2020-01-04, status: disputed, acounts: [{by: A, says: B}]",
            ["an event has no key 'acounts'"],
        ),
        ("date: 2020-01-04, status: corroborated, figures: Two hurt", ["this must be a list, not text"]),
    ],
)
def test_a_status_is_judged_by_what_can_be_read_where_something_else_is_wrong(tmp_path, keys, messages):
    tree = f"== content/events/a.yaml\n- {{id: a, title: A, {keys}, sources: [{{title: A source}}]}}"
    assert [row.message for row in told(check(tmp_path, tree))] == messages


def test_a_status_is_not_judged_while_an_article_that_speaks_of_the_event_cannot_be_read(tmp_path):
    tree = """
    == content/events/a.yaml
    - {id: a, date: 2020-01-04, title: A, status: confirmed, sources: [{title: A source}]}
    == content/articles/one.md
    ---
    title: A report
    published: PUBLISHED
    publisher: A Paper
    events: [{id: a, WORDS}]
    ---
    """
    tree = tree.replace("WORDS", "confirmed_by: The mayor")
    unread = check(tmp_path / "one", tree.replace("PUBLISHED", "soon"))
    assert [row.message for row in told(unread)] == ["'soon' is not a date"]
    assert told(check(tmp_path / "two", tree.replace("PUBLISHED", "2020-01-05"))) == []
    silent = tree.replace("PUBLISHED", "2020-01-05").replace("confirmed_by: The mayor", "kind: attack")
    (row,) = told(check(tmp_path / "three", silent))
    assert row.message == "a confirmed event says who confirmed it"
