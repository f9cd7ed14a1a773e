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


@pytest.mark.parametrize("wrong", ["date: 2020-13", "summary: Without a date"])
def test_what_an_event_names_that_is_not_on_the_timeline_yet_is_no_leftover(tmp_path, wrong):
    tree = f"""
        == content/places.yaml
        - {{id: town, name: A town}}
        == content/storylines/thread.md
        ---
        title: A thread
        ---
        == content/events/a.yaml
        - {{id: one, {wrong}, place: town, storylines: [thread], title: A made-up event, {SOURCE}}}
    """
    assert found(tmp_path, tree, "unused-place", "empty-storyline") == []


def test_what_a_misspelt_id_most_likely_means_is_no_leftover(tmp_path):
    tree = f"""
        == content/places.yaml
        - {{id: village, name: A village}}
        - {{id: elsewhere, name: Elsewhere}}
        == content/actors.yaml
        - {{id: somebody, name: Somebody}}
        == content/storylines/thread.md
        ---
        title: A thread
        ---
        == content/media/crater.vtt
        WEBVTT
        == content/events/a.yaml
        - id: one
          date: 2020
          place: vilage
          storylines: [thred]
          title: A made-up event
          summary: Of [somebody](actor:sombody).
          media: [{{file: cratr.vtt, alt: Words, credit: A, licence: B}}]
          {SOURCE}
    """
    leftovers = found(tmp_path, tree, "unused-place", "unused-actor", "empty-storyline", "unused-media")
    assert leftovers == [
        ("content/places.yaml:2:8", "unused-place", "no event and no text names the place 'elsewhere'"),
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


def test_a_file_that_nothing_shows_is_noted_unless_a_slip_of_the_pen_means_it(tmp_path):
    tree = f"""
        == content/media/a.vtt
        WEBVTT
        == content/media/B.vtt
        WEBVTT
        == content/events/a.yaml
        - {{id: one, date: 2020, title: A made-up event, media: [{{file: b.vtt, alt: Words, credit: A, licence: B}}], {SOURCE}}}
    """
    assert [row[:2] for row in found(tmp_path, tree, "unused-media", "unknown-file")] == [
        ("content/events/a.yaml:1:64", "unknown-file"),
        ("content/media/a.vtt:1:1", "unused-media"),
    ]


def test_the_captions_of_a_film_that_is_shown_are_no_leftover(tmp_path):
    tree = f"""
        == content/about.md
        ---
        title: About
        ---
        See [here](.) and [there](..).
        == content/media/film.vtt
        WEBVTT
        == content/events/a.yaml
        - {{id: one, date: 2020, title: A made-up event, media: [{{file: film.mp4, alt: Words, credit: A, licence: B}}], {SOURCE}}}
    """
    assert found(tmp_path, tree, "unused-media") == []


def test_a_picture_that_is_too_heavy_for_a_telephone_is_warned_of(tmp_path):
    picture = tmp_path / "content/media/a.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1" + bytes(1_999_984))
    assert [row[1:] for row in found(tmp_path, "", "heavy-picture")] == [
        (
            "heavy-picture",
            "this picture has 2,000,008 bytes; with more than 2,000,000 it loads slowly on a telephone",
        )
    ]


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("![](media/a.png)", "this picture has no words"),
        ("![photo](media/a.png)", "'photo' does not say what the picture shows"),
        ("![a.png](media/a.png)", "'a.png' does not say what the picture shows"),
        ("![A made-up field](media/a.png)", ""),
    ],
)
def test_a_picture_in_a_text_says_what_it_shows(tmp_path, markdown, message):
    tree = f"== content/about.md\n---\ntitle: About\n---\n{markdown}"
    (tmp_path / "content/media").mkdir(parents=True)
    (tmp_path / "content/media/a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert [row[2] for row in found(tmp_path, tree, "picture-without-words")] == (
        [message] if message else []
    )


def test_old_events_of_one_source_are_noted_once_a_file_by_the_contents_own_days(tmp_path):
    rows = [
        ("old", "2020-01-01", "{title: A}"), ("older", "2019-01-01", "{title: B}"),
        ("copied", "2019-01-01", "{title: C, archived: 'https://archive.example/c'}"),
        ("two", "2019-01-01", "{title: D}, {title: E}"), ("new", "2021-01-05", "{title: F}"),
    ]  # fmt: skip
    tree = "== content/events/a.yaml\n" + "".join(
        f"- {{id: {id}, date: 2018, title: {id * 5}, added: {added}, sources: [{sources}]}}\n"
        for id, added, sources in rows
    )
    assert [row[2] for row in found(tmp_path, tree, "single-source-for-long")] == [
        "2 events of this file were added over a year ago, and each still has one source, without an archived copy"
    ]


@pytest.mark.parametrize(
    ("firsts", "others", "told_of"), [(5, 5, True), (4, 0, False), (5, 95, False), (30, 70, True)]
)
def test_many_firsts_of_the_month_in_one_file_are_noted_once(tmp_path, firsts, others, told_of):
    days = [f"20{n:02}-01-01" for n in range(firsts)] + [f"20{n:02}-01-02" for n in range(others)]
    rows = "\n".join(
        f"- {{id: e{n}, date: {day}, title: Made up {n}, {SOURCE}}}" for n, day in enumerate(days)
    )
    checked = check(tmp_path, f"== content/events/a.yaml\n{rows}", Site())
    notes = [row for row in told(checked) if row.code == "guessed-dates"]
    messages = [row.message for row in notes]
    wanted = f"{firsts} of the {firsts + others} events of this file are dated the first of a month, {firsts} of them the first of January"
    assert messages == ([wanted] if told_of else [])
    assert all(row.hint.endswith(f"on lines {', '.join(map(str, range(1, firsts + 1)))}") for row in notes)


@pytest.mark.parametrize("path", ["PIC.vtt", "media/pic.vtt", "content/media/pic.vtt"])
def test_a_media_file_under_a_folder_too_much_or_other_capitals_is_found(tmp_path, path):
    tree = f"""
        == content/media/pic.vtt
        WEBVTT
        == content/events/a.yaml
        - {{id: one, date: 2020, title: A made-up event, media: [{{file: {path}, alt: Words}}], {SOURCE}}}
    """
    (problem,) = (p for p in told(check(tmp_path, tree)) if p.code == "unknown-file")
    assert problem.hint == "did you mean 'pic.vtt'?"


def test_a_kind_that_is_like_no_other_is_answered_by_the_kinds_that_there_are(tmp_path):
    tree = f"""
        == site_config/vocabulary.yaml
        {{format: 1, kinds: {{flood: {{label: Flood}}, fire: {{label: Fire}}}}}}
        == content/events/a.yaml
        - {{id: one, date: 2020, kind: zzz, title: A made-up event, {SOURCE}}}
    """
    (problem,) = (p for p in told(check(tmp_path, tree)) if p.code == "unknown-kind")
    assert problem.hint.startswith("write one of ")
    assert "flood, fire" in problem.hint
    assert problem.hint.endswith(", or add it to site_config/vocabulary.yaml")
