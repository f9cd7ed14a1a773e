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
