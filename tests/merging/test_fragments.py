"""Events in which something is wrong: what else is said of them is true, and takes no longer for being much."""

import time

import pytest
from projects import check, told

BROKEN = "this must be a list, not text"


def tree(event: str, named: str = "a", published: str = "2020-01-05") -> str:
    return (
        f"== content/events/a.yaml\n- {{id: a, date: 2020-01-04, title: A, figures: many, {event}}}\n"
        f"== content/articles/one.md\n---\ntitle: A report\npublished: {published}\nevents: [{named}]\n---\n"
    )


def messages(folder, text: str) -> list[str]:
    return sorted(row.message for row in told(check(folder, text)))


@pytest.mark.parametrize(
    ("status", "borne_out"),
    [
        ("disputed", "accounts: [{by: A, says: Yes.}, {by: B, says: No.}]"),
        ("confirmed", "confirmed_by: The mayor"),
    ],
)
@pytest.mark.parametrize(("aliases", "id"), [("", "a"), (", aliases: [old]", "old")])
def test_a_status_that_an_article_bears_out_is_not_judged_by_the_yaml_alone(
    tmp_path, status, borne_out, aliases, id
):
    text = tree(f"status: {status}{aliases}", f"{{id: {id}, {borne_out}}}")
    assert messages(tmp_path, text) == [BROKEN]


def test_an_article_in_which_something_is_wrong_may_bear_a_status_out(tmp_path):
    text = tree("status: confirmed", "{id: a, confirmed_by: The mayor}", published="soon")
    assert messages(tmp_path, text) == ["'soon' is not a date", BROKEN]


def test_an_article_that_names_an_event_alone_says_nothing_of_its_status(tmp_path):
    assert messages(tmp_path, tree("status: confirmed", "a")) == [
        "a confirmed event says who confirmed it",
        BROKEN,
    ]


UNREADABLE = "== content/articles/two.md\nNo front matter.\n"


def test_while_an_article_cannot_be_read_at_all_nothing_is_called_missing_or_unsupported(tmp_path):
    event = "== content/events/a.yaml\n- {id: a, title: A, figures: many, status: confirmed}\n"
    assert messages(tmp_path, event) == [
        "a confirmed event says who confirmed it",
        "the event 'a' has no date and no source",
        BROKEN,
    ]
    unread = "this file does not begin with front matter"
    assert messages(tmp_path / "two", event + UNREADABLE) == [unread, BROKEN]


def test_an_event_is_reported_under_its_former_id(tmp_path):
    assert messages(tmp_path, tree("aliases: [old]", "old")) == [BROKEN]
    assert messages(tmp_path / "two", tree("aliases: [older]", "old")) == [
        "the event 'a' has no source",
        "there is no event with the id 'old'",
        BROKEN,
    ]


def test_twice_as_many_events_with_one_id_take_twice_as_long(tmp_path):
    def seconds(count):
        event = "- {id: a, date: 2020-01-04, title: A, status: disputed, figures: many}\n"
        folder = tmp_path / str(count)
        begun = time.process_time()
        assert told(check(folder, f"== content/events/a.yaml\n{event * count}"))
        return time.process_time() - begun

    few = min(seconds(2_000) for _ in range(2))
    assert min(seconds(4_000) for _ in range(2)) < 3 * few


def test_what_a_record_names_in_which_something_is_wrong_is_looked_for_too(tmp_path):
    text = """
    == content/events/a.yaml
    - id: a
      date: 2020-01-04
      title: A
      figures: many
      sources: [{title: S}]
      summary: See [this](event:nothing), and [that](https://example.org/).
      media: [{file: none.jpg, alt: A}]
    == content/articles/one.md
    ---
    title: A report
    published: soon
    storylines: [nowhere]
    ---
    It stands in [this](article:nothing).
    == content/places.yaml
    - {id: p, name: P, precision: odd, within: nothing}
    """
    found = {row.place.removeprefix("content/"): row.message for row in told(check(tmp_path, text))}
    assert found == {
        "articles/one.md:3:12": "'soon' is not a date",
        "articles/one.md:4:14": "there is no storyline with the id 'nowhere'",
        "articles/one.md:6:21": "there is no article with the id 'nothing'",
        "events/a.yaml:4:12": BROKEN,
        "events/a.yaml:6:23": "there is no event with the id 'nothing'",
        "events/a.yaml:7:18": "there is no file 'content/media/none.jpg'",
        "places.yaml:1:31": "'odd' is not a precision",
        "places.yaml:1:44": "there is no place with the id 'nothing'",
    }


def test_a_key_that_is_written_and_cannot_be_read_is_not_called_missing(tmp_path):
    text = "== content/events/a.yaml\n- {id: a, title: A, date: soon, sources: 7, status: confirmed, confirmed_by: [7]}\n"
    assert not [m for m in messages(tmp_path, text) if "has no" in m or "confirmed event" in m]


def test_what_is_missing_is_told_at_the_events_id(tmp_path):
    text = "== content/events/a.yaml\n- figures: many\n  title: A\n  id: a\n  sources: [{title: S}]\n"
    rows = {row.message: row.place for row in told(check(tmp_path, text))}
    assert rows["the event 'a' has no date"] == "content/events/a.yaml:3:7"


def test_in_a_place_alone_what_it_names_is_looked_for(tmp_path):
    text = "== content/places.yaml\n- {id: p, name: P, precision: odd, within: nothing}\n"
    assert "there is no place with the id 'nothing'" in messages(tmp_path, text)
