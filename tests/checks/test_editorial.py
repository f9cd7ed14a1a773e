"""What an editor would want to know beyond the schema: leftovers, credits, guesses."""

import pytest
from projects import check, told

from timeline.records import Site

SOURCE = "sources: [{title: A made-up source}]"


def found(tmp_path, tree, *codes):
    return [(p.place, p.code, p.message) for p in told(check(tmp_path, tree, Site())) if p.code in codes]


def test_a_place_or_actor_that_nothing_names_is_noted_and_a_link_counts(tmp_path):
    tree = f"""
        == content/places.yaml
        - {{id: country, name: A country}}
        - {{id: town, name: A town, within: country}}
        - {{id: village, name: A village}}
        - {{id: linked, name: A linked place}}
        == content/actors.yaml
        - {{id: nobody, name: Nobody}}
        - {{id: somebody, name: Somebody}}
        == content/events/a.yaml
        - {{id: one, date: 2020, place: town, actors: [somebody], title: A made-up event, summary: 'Near [it](place:linked).', {SOURCE}}}
    """
    assert found(tmp_path, tree, "unused-place", "unused-actor") == [
        ("content/actors.yaml:1:8", "unused-actor", "no event and no text names the actor 'nobody'"),
        ("content/places.yaml:3:8", "unused-place", "no event and no text names the place 'village'"),
    ]


def test_a_storyline_without_events_is_warned_of(tmp_path):
    tree = "== content/storylines/empty.md\n---\ntitle: Nothing yet\n---"
    assert [row[1:] for row in found(tmp_path, tree, "empty-storyline")] == [
        ("empty-storyline", "the storyline 'empty' has no events")
    ]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("", "'a.vtt' has no credit and no licence"),
        (", credit: A person", "'a.vtt' has no licence"),
        (", credit: A person, licence: CC BY 4.0", ""),
    ],
)
def test_media_say_who_made_them_and_under_which_terms(tmp_path, keys, message):
    tree = f"""
        == content/media/a.vtt
        WEBVTT
        == content/events/a.yaml
        - {{id: one, date: 2020, title: A made-up event, media: [{{file: a.vtt, alt: Words{keys}}}], {SOURCE}}}
    """
    assert [row[2] for row in found(tmp_path, tree, "media-without-credit")] == ([message] if message else [])


@pytest.mark.parametrize(
    ("firsts", "others", "told_of"), [(5, 5, True), (4, 0, False), (5, 95, False), (30, 70, True)]
)
def test_many_firsts_of_the_month_in_one_file_are_noted_once(tmp_path, firsts, others, told_of):
    days = [f"20{n:02}-01-01" for n in range(firsts)] + [f"20{n:02}-01-02" for n in range(others)]
    rows = "\n".join(
        f"- {{id: e{n}, date: {day}, title: Made up {n}, {SOURCE}}}" for n, day in enumerate(days)
    )
    messages = [row[2] for row in found(tmp_path, f"== content/events/a.yaml\n{rows}", "guessed-dates")]
    wanted = f"{firsts} of the {firsts + others} events of this file are dated the first of a month"
    assert messages == ([wanted] if told_of else [])
