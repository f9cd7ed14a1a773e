"""What is said of values that contradict one another, and of items that stand twice, in the words that editors read."""

import pytest
from projects import check, event, told

CURATED = """
== content/events/a.yaml
- id: strike
  date: 2020-01-03
  title: A strike
  sources: [{title: A report}, {title: B report}]
"""
HINT = "the curated value stands; change one of them, or write both as accounts"


def article(id: str, events: str) -> str:
    return f"\n== content/articles/{id}.md\n---\ntitle: An article\npublished: 2020-01-05\nevents: {events}\n---\n"


def messages(checked) -> list[str]:
    return [problem.message for problem in told(checked)]


def test_every_value_that_an_article_gives_otherwise_is_told_with_the_value_that_stands(tmp_path):
    checked = check(
        tmp_path, CURATED + "  kind: attack\n" + article("a", "[{id: strike, title: B, kind: vote}]")
    )
    assert told(checked) == [
        ("content/articles/a.md:4:30", "conflicting-value",
         "this article gives the title of 'strike' as 'B', the curated event as 'A strike'",
         HINT, ("content/events/a.yaml:3:10",)),
        ("content/articles/a.md:4:39", "conflicting-value",
         "this article gives the kind of 'strike' as 'vote', the curated event as 'attack'",
         HINT, ("content/events/a.yaml:5:9",)),
    ]  # fmt: skip
    assert "see content/events/a.yaml:3:10: the value that stands\n" in checked.report()


def test_articles_that_disagree_are_told_with_the_other_one(tmp_path):
    tree = article("a", "[{id: x, date: 2020, title: A}]") + article("b", "[{id: x, date: 2021, title: A}]")
    checked = check(tmp_path, tree)
    assert messages(checked) == ["articles disagree on the date of 'x': '2021' here, '2020' in another"]
    assert "see content/articles/a.md:4:24: the other article\n" in checked.report()


def test_articles_that_disagree_on_a_part_of_an_item_are_told_which(tmp_path):
    source = "{{id: strike, sources: [{{url: 'https://example.org/x', title: {}}}]}}"
    tree = CURATED + article("a", f"[{source.format('One')}]") + article("b", f"[{source.format('Other')}]")
    (problem,) = told(check(tmp_path, tree))
    assert problem.message == "articles disagree on the title of 'One': 'Other' here, 'One' in another"
    assert problem.hint == "give the title in 'sources' in content/events, which decides"


@pytest.mark.parametrize(
    ("summary", "shown"),
    [
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 57 + "…"),
        ("many   made-up words " + "y" * 60, "many made-up words " + "y" * 38 + "…"),
    ],
)
def test_a_value_is_shown_as_far_as_a_line_goes(tmp_path, summary, shown):
    tree = CURATED + "  summary: Made up.\n" + article("a", f"[{{id: strike, summary: '{summary}'}}]")
    assert messages(check(tmp_path, tree)) == [
        f"this article gives the summary of 'strike' as '{shown}', the curated event as 'Made up.'"
    ]


def test_a_value_of_several_keys_is_shown_with_all_of_them(tmp_path):
    yaml = "  retracted: {reason: Made up., date: 2020-01-05}\n"
    tree = CURATED + yaml + article("a", "[{id: strike, retracted: {reason: Made up., date: 2020-01-06}}]")
    (message,) = messages(check(tmp_path, tree))
    assert message == (
        "this article gives the retracted of 'strike' as 'date: 2020-01-06, reason: Made up.', "
        "the curated event as 'date: 2020-01-05, reason: Made up.'"
    )


TWICE = {
    "tags": ("air", "'air'"),
    "accounts": ("{by: They, says: Yes.}", "'They'"),
    "figures": ("{what: dead, value: 2}", "'dead'"),
    "media": ("{file: a.pdf, alt: Made up}", "'a.pdf'"),
    "corrections": ("{date: 2020-01-05, note: Made up.}", "'Made up.'"),
    "silence": ("{code: conflicting-value, reason: Made up.}", "'conflicting-value'"),
}


@pytest.mark.parametrize(("field", "item", "name"), [(k, *v) for k, v in TWICE.items()], ids=TWICE.keys())
def test_an_item_that_stands_twice_in_one_list_is_told_by_its_name_and_counts_once(
    tmp_path, field, item, name
):
    checked = check(
        tmp_path, f"{CURATED}  {field}:\n    - {item}\n    - {item}\n== content/media/a.pdf\n%PDF-1.4\n"
    )
    assert [problem for problem in told(checked) if problem.code == "repeated-item"] == [
        ("content/events/a.yaml:7:7", "repeated-item",
         f"{name} stands twice in '{field}', and the first one counts", "keep one",
         ("content/events/a.yaml:6:7",)),
    ]  # fmt: skip
    assert "see content/events/a.yaml:6:7: the first one\n" in checked.report()
    assert len(getattr(event(checked, "strike"), field)) == 1


def test_one_account_from_two_sources_is_kept_twice(tmp_path):
    accounts = "[{by: They, says: Yes., source: A report}, {by: They, says: Yes., source: B report}]"
    checked = check(tmp_path, f"{CURATED}  accounts: {accounts}\n")
    assert told(checked) == []
    assert [account.source for account in event(checked, "strike").accounts] == ["A report", "B report"]


def test_lists_of_articles_alone_stand_in_one_order(tmp_path):
    head = "id: x, date: 2020, title: A"
    one = article(
        "a", f"[{{{head}, tags: [y], sources: [{{title: Z}}, {{title: B, url: 'https://example.org/b'}}]}}]"
    )
    two = article("b", f"[{{{head}, tags: [x, w], sources: [{{title: C}}]}}]")
    merged = event(check(tmp_path, one + two), "x")
    assert merged.tags == ("w", "x", "y")
    assert [source if isinstance(source, str) else source.title for source in merged.sources] == [
        "C",
        "Z",
        "a",
        "b",
        "B",
    ]


def test_a_clock_counts_on_a_day_that_an_article_gives(tmp_path):
    tree = CURATED.replace("  date: 2020-01-03\n", "") + article(
        "a", "[{id: strike, date: 2020-01-03, time: evening}]"
    )
    checked = check(tmp_path, tree)
    assert told(checked) == []
    assert (event(checked, "strike").date, event(checked, "strike").time) == ("2020-01-03", "evening")


def test_a_clock_on_another_day_than_an_article_gives_first_does_not_count(tmp_path):
    tree = CURATED.replace("  date: 2020-01-03\n", "") + article("a", "[{id: strike, date: 2020-01-03}]")
    tree += article("b", "[{id: strike, date: 2020-01-02, time: evening}]")
    checked = check(tmp_path, tree)
    assert messages(checked) == [
        "articles disagree on the date of 'strike': '2020-01-02' here, '2020-01-03' in another"
    ]
    assert event(checked, "strike").time is None
