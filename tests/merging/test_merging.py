"""One event from several files: whose word stands, and what is said of the rest."""

import pytest
from projects import check, event, order, places, told

CURATED = """
== content/events/a.yaml
- id: strike
  date: 2020-01-03
  title: A strike
  sources: [{title: A report}]
"""


def article(id: str, events: str, more: str = "") -> str:
    return f"\n== content/articles/{id}.md\n---\ntitle: An article\npublished: 2020-01-05\n{more}events: {events}\n---\n"


def test_articles_fill_what_the_yaml_leaves_out(tmp_path):
    tree = CURATED + article("one", "[{id: strike, time: evening, kind: attack, tags: [air]}]")
    checked = check(tmp_path, tree)
    assert told(checked) == []
    merged = event(checked, "strike")
    assert (merged.time, merged.kind, merged.tags) == ("evening", "attack", ("air",))


def test_an_event_may_be_known_from_articles_alone(tmp_path):
    tree = article("one", "[{id: strike, date: 2020-01-03, title: A strike}]") + article("two", "[strike]")
    checked = check(tmp_path, tree)
    assert told(checked) == []
    assert event(checked, "strike").sources == ("one", "two")


def test_an_event_that_is_only_named_is_told_at_its_place(tmp_path):
    checked = check(tmp_path, CURATED + article("one", "\n  - strike\n  - stroke"))
    assert told(checked) == [
        ("content/articles/one.md:6:5", "unknown-event", "there is no event with the id 'stroke'",
         "did you mean 'strike'? if not, add it to content/events, or correct the id", ()),
    ]  # fmt: skip


def test_an_event_is_not_taken_for_the_one_that_it_names_wrongly(tmp_path):
    checked = check(tmp_path, CURATED + "  after: strikes\n" + article("one", "[strike]"))
    ((_, code, _, hint, _),) = told(checked)
    assert (code, hint) == ("unknown-event", "add it to content/events, or correct the id")


def test_a_clock_is_of_no_use_on_a_day_that_it_does_not_mean(tmp_path):
    tree = CURATED + article("one", "[{id: strike, date: 2020-01-02, time: evening, timezone: Asia/Tokyo}]")
    checked = check(tmp_path, tree)
    assert places(checked) == ["content/articles/one.md:4:29 conflicting-value"]
    assert (event(checked, "strike").time, event(checked, "strike").timezone) == (None, None)


def test_a_clock_that_does_not_fit_the_date_of_another_file_is_told_where_it_stands(tmp_path):
    tree = CURATED.replace("2020-01-03", "2019-12") + article("one", "[{id: strike, time: evening}]")
    assert places(check(tmp_path, tree)) == ["content/articles/one.md:4:29 bad-date"]


def test_two_articles_that_differ_are_an_error_until_the_yaml_decides(tmp_path):
    articles = article("one", "[{id: strike, time: evening}]") + article(
        "two", "[{id: strike, time: morning}]"
    )
    undecided = check(tmp_path / "1", CURATED + articles)
    assert told(undecided) == [
        ("content/articles/two.md:4:29", "articles-disagree",
         "articles disagree on the time of 'strike': 'morning' here, 'evening' in another",
         "give the time in content/events, which decides", ("content/articles/one.md:4:29",)),
    ]  # fmt: skip
    decided = check(tmp_path / "2", CURATED + "  time: morning\n" + articles)
    assert places(decided) == ["content/articles/one.md:4:29 conflicting-value"]


def test_an_event_may_silence_that_an_article_gives_it_otherwise(tmp_path):
    silence = "  silence: [{code: conflicting-value, reason: The article was wrong.}]\n"
    checked = check(tmp_path, CURATED + silence + article("one", "[{id: strike, title: Another}]"))
    assert told(checked) == []
    assert event(checked, "strike").title == "A strike"


def test_lists_unite_with_the_yamls_order_first(tmp_path):
    curated = CURATED + "  tags: [z, m]\n"
    tree = (
        curated + article("b", "[{id: strike, tags: [k, z]}]") + article("a", "[{id: strike, tags: [y, b]}]")
    )
    checked = check(tmp_path, tree)
    assert event(checked, "strike").tags == ("z", "m", "b", "k", "y")
    assert event(checked, "strike").sources[1:] == ("a", "b")


def test_a_list_that_only_articles_give_is_no_contradiction(tmp_path):
    tree = CURATED + article("a", "[{id: strike, tags: [y]}]") + article("b", "[{id: strike, tags: [x]}]")
    checked = check(tmp_path, tree)
    assert told(checked) == []
    assert event(checked, "strike").tags == ("x", "y")


SOURCE = "{url: https://example.org/x, title: %s}"


def test_one_source_in_two_files_is_one_and_what_is_said_of_it_is_united(tmp_path):
    curated = CURATED.replace("{title: A report}", SOURCE % "A report")
    other = (SOURCE % "Another title").replace("}", ", publisher: The Gazette}")
    checked = check(tmp_path, curated + article("a", f"[{{id: strike, sources: [{other}]}}]"))
    assert [(p.place, p.code, p.message) for p in told(checked)] == [
        ("content/articles/a.md:4:69", "conflicting-value",
         "this article gives the title of 'A report' as 'Another title', the curated event as 'A report'"),
    ]  # fmt: skip
    source, article_id = event(checked, "strike").sources
    assert (source.title, source.publisher, article_id) == ("A report", "The Gazette", "a")


def test_one_source_twice_in_one_file_is_told(tmp_path):
    curated = CURATED.replace("{title: A report}", f"{SOURCE % 'A report'}, {SOURCE % 'B'}")
    checked = check(tmp_path, curated)
    assert [(p.place, p.message) for p in told(checked)] == [
        ("content/events/a.yaml:4:60", "'B' has the address of one above it, and that one counts")
    ]


def test_one_number_from_two_sources_is_kept_twice(tmp_path):
    curated = CURATED.replace("[{title: A report}]", "[{title: A}, {title: B}]")
    curated += "  figures: [{what: dead, value: 2, source: A}, {what: dead, value: 2, source: B}]\n"
    checked = check(tmp_path, curated)
    assert told(checked) == []
    assert [figure.source for figure in event(checked, "strike").figures] == ["A", "B"]


def test_an_account_may_cite_a_source_that_another_file_describes(tmp_path):
    tree = CURATED + article("one", "[{id: strike, accounts: [{by: They, says: Yes., source: A report}]}]")
    assert told(check(tmp_path, tree)) == []


def test_an_id_twice_in_the_yaml_is_an_error_even_on_one_line(tmp_path):
    one = "{id: strike, date: 2020, title: A, sources: [{title: B}]}"
    checked = check(tmp_path, f"== content/events/a.yaml\n[{one}, {one}]\n")
    assert told(checked) == [
        ("content/events/a.yaml:1:66", "duplicate-id", "two events have the id 'strike'",
         "delete one of them: they say the same", ("content/events/a.yaml:1:7",)),
    ]  # fmt: skip


def test_of_an_id_twice_it_is_said_in_what_the_two_differ(tmp_path):
    one = "- {id: strike, date: 2020, title: A, sources: [{title: B}]}\n"
    other = "- {id: strike, date: 2021, title: A, kind: attack, sources: [{title: B}]}\n"
    places_of = "== content/places.yaml\n- {id: here, name: H}\n- {id: here, name: There}\n"
    checked = check(tmp_path, f"== content/events/a.yaml\n{one}{other}{places_of}")
    found = [problem for problem in checked.examined.problems if problem.code == "duplicate-id"]
    assert [(str(p.span), p.hint, p.related[0].message) for p in found] == [
        ("content/events/a.yaml:2:8", "give one of them another id; if they are the same, keep one",
         "the first one; the two differ in 'date', 'kind'"),
        ("content/places.yaml:2:8", "give one of them another id; if they are the same, keep one",
         "the first one; the two differ in 'name'"),
    ]  # fmt: skip


def test_what_is_said_under_a_former_id_is_said_of_the_event(tmp_path):
    curated = CURATED + "  aliases: [once]\n"
    tree = curated + article("one", "[{id: once, time: evening}]") + article("two", "[once]")
    checked = check(tmp_path, tree)
    assert told(checked) == []
    assert event(checked, "strike").time == "evening"
    assert event(checked, "strike").sources[1:] == ("one", "two")
    assert order(checked) == ["strike", "one", "two"]


@pytest.mark.parametrize(
    ("aliases", "message"),
    [
        ("other", "the alias 'other' is the id of an event"),
        ("strike", "the alias 'strike' is the id of an event"),
        ("taken", "the alias 'taken' is already an alias of the event 'other'"),
    ],
)
def test_an_alias_that_another_event_has_is_told(tmp_path, aliases, message):
    other = "- {id: other, aliases: [taken], date: 2020, title: O, sources: [{title: B}]}\n"
    checked = check(tmp_path, CURATED + f"  aliases: [{aliases}]\n" + other)
    assert [(p.place, p.code, p.message) for p in told(checked)] == [
        ("content/events/a.yaml:5:13", "duplicate-id", message)
    ]


def test_articles_that_call_one_another_the_former_id_do_no_harm(tmp_path):
    one = article("one", "[{id: a, aliases: [b], date: 2020, title: A}]")
    two = article("two", "[{id: b, aliases: [a], date: 2020, title: A}]")
    assert places(check(tmp_path, one + two)) == [
        "content/articles/one.md:4:28 duplicate-id", "content/articles/two.md:4:28 duplicate-id",
    ]  # fmt: skip


def test_what_an_event_lacks_is_told_at_its_id(tmp_path):
    checked = check(
        tmp_path,
        "== content/events/a.yaml\n- place: here\n  id: bare\n== content/places.yaml\n- {id: here, name: H}",
    )
    (problem,) = told(checked)  # one a place
    assert (problem.place, problem.message) == (
        "content/events/a.yaml:2:7",
        "the event 'bare' has no title, no date and no source",
    )


def test_of_an_event_that_could_not_be_read_nothing_more_is_said(tmp_path):
    broken = CURATED.replace("2020-01-03", "2020-02-30") + "  status: corroborated\n"
    tree = broken + (
        "- {id: after-it, date: 2020-01-01, after: strike, title: B, sources: [{title: S}]}\n"
        + article("one", "[{id: strike, status: confirmed, time: evening}]")
        + article("two", "[{id: strike, time: morning}, strike]")
    )
    checked = check(tmp_path, tree)
    assert places(checked) == ["content/events/a.yaml:2:14 bad-date"]
    assert order(checked) == ["after-it", "one", "two"]


def test_of_an_article_that_could_not_be_read_nothing_more_is_said(tmp_path):
    curated = (
        CURATED.replace("[{title: A report}]", "[one]")
        + "  status: corroborated\n  summary: See [it](article:one).\n"
    )
    checked = check(tmp_path, curated + article("one", "[strike]").replace("2020-01-05", "yesterday"))
    assert [problem.code for problem in told(checked)] == ["bad-date"]


PLACES = """
== content/places.yaml
- {id: iraq, name: Iraq, timezone: Asia/Baghdad}
- {id: baghdad, name: Baghdad, within: iraq}
- {id: zone, name: Zone, within: baghdad}
"""


def test_the_zone_of_an_event_is_that_of_what_its_place_lies_in(tmp_path):
    checked = check(tmp_path, CURATED + "  place: zone\n" + PLACES)
    assert checked.examined.timeline.events["strike"].when.zone.name == "Asia/Baghdad"


def test_places_that_lie_in_one_another_are_told_once(tmp_path):
    tree = CURATED + "  place: zone\n" + PLACES.replace("timezone: Asia/Baghdad", "within: zone")
    assert told(check(tmp_path, tree)) == [
        ("content/places.yaml:1:34", "circle", "these places lie in one another: baghdad → iraq → zone → baghdad",
         "correct 'within'", ("content/places.yaml:2:40", "content/places.yaml:3:34")),
    ]  # fmt: skip


def test_a_place_that_lies_nowhere_or_in_itself_is_told(tmp_path):
    tree = "== content/places.yaml\n- {id: a, name: A, within: a}\n- {id: baghdad, name: B}\n- {id: c, name: C, within: bagdad}\n"
    assert [(p.place, p.message, p.hint) for p in told(check(tmp_path, tree))] == [
        ("content/places.yaml:1:28", "the place 'a' lies in itself", "correct 'within'"),
        (
            "content/places.yaml:3:28",
            "there is no place with the id 'bagdad'",
            "did you mean 'baghdad'? if not, add it to content/places.yaml, or correct the id",
        ),
    ]


def test_an_id_of_another_kind_of_record_is_told_with_that_kind(tmp_path):
    tree = CURATED + "  actors: [baghdad]\n  place: baghdad\n" + PLACES
    ((_, code, _, hint, _),) = told(check(tmp_path, tree))
    assert (code, hint) == (
        "unknown-actor", "'baghdad' is a place: name it where such a one belongs, or correct the id",
    )  # fmt: skip


def test_thousands_of_wrong_ids_are_told_in_good_time(tmp_path):
    rows = [
        f"- {{id: e-{n}, date: 2020, title: T{n}, actors: [actor-{n}x], sources: [{{title: S}}]}}"
        for n in range(1500)
    ]
    actors = [f"- {{id: actor-{n}, name: N{n}}}" for n in range(1500)]
    tree = "\n".join(["== content/events/a.yaml", *rows, "== content/actors.yaml", *actors])
    problems = told(check(tmp_path, tree))
    assert len(problems) == 1500
    assert problems[0].hint.startswith("did you mean 'actor-0'? if not, add it to content/actors.yaml")


def test_the_place_of_a_value_is_the_file_that_gave_it(tmp_path):
    tree = CURATED + article("one", "[{id: strike, time: evening, tags: [air]}]")
    entry = check(tmp_path, tree).examined.timeline.events["strike"]
    assert str(entry.span("time")) == "content/articles/one.md:4:29"
    assert str(entry.span("tags", 0)) == "content/articles/one.md:4:45"
    assert str(entry.span("sources", 0, "title")) == "content/events/a.yaml:4:21"
    assert str(entry.span("sources", 1)) == "content/articles/one.md:4:10"
    assert str(entry.span()) == "content/events/a.yaml:1:7"
