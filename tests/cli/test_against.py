"""`timeline check --against`: corrections that were published and are gone, facts that changed in silence."""

import pytest
from commands import SETTINGS, project_in, typed
from trees import write_tree

from timeline.cli.misspelt import numbers_in

PROJECT = (
    SETTINGS
    + """
    == content/places.yaml
    - {id: somewhere, name: Somewhere}
    - {id: elsewhere, name: Elsewhere}
    == content/events/all.yaml
    - id: told
      date: 2020-03-04
      title: A made-up event
      place: somewhere
      status: disputed
      accounts:
        - {by: Police, says: Two shells landed.}
        - {by: A farmer, says: One shell landed.}
      figures:
        - {what: people hurt, value: 3}
      corrections:
        - date: 2020-04-01
          note: An earlier version said the shells landed in the village.
      sources: [{title: A made-up source}]
    - id: withdrawn
      date: 2020-03-05
      title: What was withdrawn
      retracted: {date: 2020-04-02, reason: The paper took it back.}
      sources: [{title: Another source}]
    - id: vague
      date: 2020-02
      title: Something in February
      sources: [{title: A third source}]
"""
)
CORRECTION = """  corrections:
    - date: 2020-04-01
      note: An earlier version said the shells landed in the village.
"""


@pytest.fixture
def reported(tmp_path, monkeypatch):
    """A project, and beside it, in `../base`, a copy as it was published."""
    write_tree(tmp_path / "base", PROJECT)
    return project_in(tmp_path / "project", PROJECT, monkeypatch)


def edit(folder, old, new):
    path = folder / "content/events/all.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def against(*options):
    return typed("check", "--against", "../base", *options)


def test_what_has_not_changed_is_not_told(reported):
    assert against().output == typed("check").output


def test_a_correction_that_was_published_and_is_gone_is_told_with_the_lines_to_put_back(reported):
    edit(reported, CORRECTION, "")
    result = against()
    assert result.exit_code == 1
    assert (
        "error[lost-correction]: the correction of 2020-04-01 to 'told' was published, and is gone\n"
        in result.output
    )
    assert "  see content/events/all.yaml:12:7: as it was published, in ../base\n" in result.output
    assert (
        "  hint: put it back, for readers may have cited it:\n    corrections:\n      - date: 2020-04-01\n"
        "        note: An earlier version said the shells landed in the village.\n"
    ) in result.output


def test_of_several_corrections_that_are_gone_each_is_told(tmp_path, monkeypatch):
    second = "    - {date: 2020-04-09, note: It gave the wrong day.}\n"
    published = PROJECT.replace("in the village.\n", f"in the village.\n    {second}")
    write_tree(tmp_path / "base", published)
    now = PROJECT.replace("".join(f"    {line}\n" for line in CORRECTION.splitlines()), "")
    project_in(tmp_path / "project", now, monkeypatch)
    output = against().output
    assert "the corrections of 2020-04-01 and 2020-04-09 to 'told' were published, and are gone\n" in output
    assert (
        "  hint: put them back, for readers may have cited them:\n    corrections:\n      - date: 2020-04-01\n"
        in output
    )
    assert "      - date: 2020-04-09\n        note: It gave the wrong day.\n" in output
    assert output.count("as it was published, in ../base") == 2


LONG = (
    "An earlier version of this entry said that the shells had landed in the middle of the village, beside the school and"
    " the mosque; they landed in a field to the north of it, as the two farmers who own that field said at the time."
)


@pytest.mark.parametrize(
    ("was", "now", "is_lost"),
    [
        ("2020-04-01, note: It gave the wrong day.", "2020-04-01, note: The village has another name.", True),
        ("2020-04-01, note: It gave the wrong day.", "2020-04-02, note: It gave a wrong date.", True),
        ("2020-04-01, note: It gave the wrong day.", "2020-04-01, note: It gave a wrong date.", False),
        (f"2020-04-01, note: '{LONG}'", f"2020-04-01, note: '{LONG.replace('said that', 'had it that')}'", False),
    ],
    ids=["other words of that day", "like words of another day", "like words of that day", "long words"],
)  # fmt: skip
def test_a_notice_in_other_words_is_the_same_where_they_are_like_it_and_of_its_day(
    tmp_path, monkeypatch, was, now, is_lost
):
    published = PROJECT.replace("date: 2020-02\n", f"date: 2020-02\n      corrections: [{{date: {was}}}]\n")
    write_tree(tmp_path / "base", published)
    project_in(tmp_path / "project", published.replace(was, now), monkeypatch)
    assert (
        "the correction of 2020-04-01 to 'vague' was published, and is gone" in against().output
    ) is is_lost


FIRST = "- {id: a-first, date: 2020-01-01, title: A made-up first event, sources: [{title: A source}]}\n    "


def test_what_comes_after_an_event_that_is_gone_is_told_too(tmp_path, monkeypatch):
    write_tree(tmp_path / "base", PROJECT.replace("- id: told\n", f"{FIRST}- id: told\n"))
    edit(project_in(tmp_path / "project", PROJECT, monkeypatch), "value: 3}", "value: 4}")
    assert "there was the figure people hurt: 3\n" in against().output


def test_an_event_with_another_id_is_compared_and_one_that_became_another_is_not(reported):
    edit(reported, "- id: told\n", "- id: told-now\n  aliases: [told]\n")
    edit(reported, "value: 3}", "value: 4}")
    edit(reported, "- id: withdrawn\n", "- id: withdrawn\n  aliases: [vague]\n")
    path = reported / "content/events/all.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("- id: vague\n")[0], encoding="utf-8")
    output = against().output
    assert "there was the figure people hurt: 3\n" in output
    assert output.count("published otherwise") == 1


def test_all_that_changed_in_one_event_is_one_note_at_the_first_of_it(reported):
    edit(reported, "date: 2020-03-04", "date: 2020-03-03")
    edit(reported, "place: somewhere", "place: elsewhere")
    output = against().output
    assert (
        "all.yaml:2:9: note[changed-without-correction]: this was published otherwise:"
        " the date was 4 March 2020; the place was 'somewhere'\n"
    ) in output
    assert "  hint: if it was wrong before, say under 'corrections' what was, and what stands now\n" in output


FIGURES = """figures:
        - {what: people hurt, value: 3}
        - {what: houses, min: 5, max: 7}
        - {what: tents, value: 9}
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("min: 5", "min: 6", "all.yaml:11:7: note[changed-without-correction]: this was published otherwise: there was the figure houses: 5–7\n"),
        ("    - {what: tents, value: 9}\n", "", "all.yaml:10:7: note[changed-without-correction]: this was published otherwise: there was the figure tents: 9\n"),
    ],
    ids=["what became of it", "the first of those that are left"],
)  # fmt: skip
def test_a_figure_that_is_gone_is_told_at(tmp_path, monkeypatch, old, new, said):
    published = PROJECT.replace("figures:\n        - {what: people hurt, value: 3}\n", FIGURES)
    write_tree(tmp_path / "base", published)
    edit(project_in(tmp_path / "project", published, monkeypatch), old, new)
    assert said in against().output


def test_all_numbers_that_a_summary_had_are_told(tmp_path, monkeypatch):
    summary = "summary: Of 40 houses 12 burned."
    published = PROJECT.replace("date: 2020-02\n", f"date: 2020-02\n      {summary}\n")
    write_tree(tmp_path / "base", published)
    edit(project_in(tmp_path / "project", published, monkeypatch), summary, "summary: Some houses burned.")
    assert "published otherwise: the summary had the number 12 and 40\n" in against().output


SOURCES = "[{title: A third source, publisher: A}, {title: A fourth source, publisher: B}]"


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (SOURCES, "[{title: A third source}]", "published otherwise: the status was corroborated\n"),
        ("[{title: A third source}]", SOURCES, ""),
    ],
)
def test_fewer_sources_change_what_an_event_is_worth_and_more_only_add_to_it(
    tmp_path, monkeypatch, was, now, said
):
    published = PROJECT.replace("[{title: A third source}]", was)
    write_tree(tmp_path / "base", published)
    edit(project_in(tmp_path / "project", published, monkeypatch), was, now)
    assert (said in against().output) if said else ("published otherwise" not in against().output)


def test_a_fact_that_changed_is_told_at_its_own_line(reported):
    edit(reported, "One shell landed.", "Nine hundred shells landed.")
    assert "content/events/all.yaml:8:" in against().output


def test_a_retraction_that_is_gone_is_told_unless_a_correction_says_why(reported):
    retraction = "  retracted: {date: 2020-04-02, reason: The paper took it back.}\n"
    edit(reported, retraction, "")
    output = against().output
    assert (
        "error[lost-correction]: the retraction of 2020-04-02 to 'withdrawn' was published, and is gone"
        in output
    )
    assert (
        "  hint: put it back; if the event stands after all, say so under 'corrections':\n"
        "    retracted:\n      date: 2020-04-02\n      reason: The paper took it back.\n"
    ) in output
    edit(
        reported,
        "  title: What was withdrawn\n",
        "  title: What was withdrawn\n  corrections: [{date: 2020-04-03, note: The paper now stands by it.}]\n",
    )
    assert against().exit_code == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("landed in the village", "landed inside the village"),
        ("2020-04-01", "2020-04-02"),
        ("Two shells landed", "Two shels landed."),
        ("title: A made-up event", "title: A made up event"),
        ("says: Two shells landed.", "says: '[Two shells](event:vague) landed.'"),
        ("says: Two shells landed.", "says: '[Two](event:told) [shells](event:vague) landed.'"),
        ("Two shells landed", "Two shells lamded"),
        ("One shell landed", "One shlel landed"),
        ("says: One shell landed.", "says: 'One [shell](<event:vague>) lnaded.'"),
        ("by: A farmer", "by: The framer"),
        ("what: people hurt", "what: The poeple hurt"),
        ("The paper took it back", "The papper took it back"),
        ("date: 2020-02\n", "date: 2020-02-07\n"),
        ("value: 3}", "value: 3}\n    - {what: houses, value: 1}"),
        (
            "  status: disputed\n",
            "  status: retracted\n  retracted: {date: 2020-05-01, reason: It was none.}\n",
        ),
    ],
)
def test_what_is_mended_or_better_known_needs_no_correction(reported, old, new):
    edit(reported, old, new)
    result = against()
    assert "error" not in result.output.replace("no errors", "")
    assert "was published" not in result.output
    assert "published otherwise" not in result.output


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("date: 2020-03-04", "date: 2020-03-03", "all.yaml:2:9: note[changed-without-correction]: this was published otherwise: the date was 4 March 2020\n"),
        ("place: somewhere", "place: elsewhere", "the place was 'somewhere'\n"),
        ("value: 3}", "value: 4}", "there was the figure people hurt: 3\n"),
        ("what: people hurt", "what: people dead", "there was the figure people hurt: 3\n"),
        ("Two shells", "Three shells", "there was the account of Police\n"),
        ("  status: disputed\n", "", "the status was disputed\n"),
        ("date: 2020-02\n", "date: 2020\n", "the date was February 2020, day not known\n"),
    ],
)  # fmt: skip
def test_a_fact_that_changed_without_a_correction_is_noted(reported, old, new, said):
    edit(reported, old, new)
    result = against("--strict")
    assert said in result.output
    assert result.output.count("published otherwise") == 1
    if "date: 2020-02" not in old:
        edit(reported, CORRECTION, f"{CORRECTION}    - {{date: 2020-05-01, note: It was wrong before.}}\n")
        assert "published otherwise" not in against().output


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("The unarmed man and seven others died", "The armed man and eleven others died"),
        ("It was confirmed", "It was unconfirmed"),
        ("That was usually allowed", "That was unusually allowed"),
        ("The raid was legal", "The raid was illegal"),
        ("Thirteen died", "Thirty died"),
        ("Sixty died", "Sixth died"),
        ("Three were shot", "There were shot"),
        ("The man did not fire", "The man did now fire"),
        ("The man did fire", "The man did not fire"),
        ("The man didn't fire", "The man did fire"),
        ("Houses were destroyed", "Houses were damaged"),
        ("It came from the north", "It came from the south"),
        ("It came from Iran", "It came from Iraq"),
        ("It came from Gambia", "It came from Zambia"),
        ("The rocket landed", "The rocket lasted"),
        ("The levels rose", "The level5 rose"),
        ("A rocket landed", "The rockets landed"),
        ("About 20% of houses burned", "About 20 of houses burned"),
        ("About 20 houses burned", "About 30 houses burned"),
        ("The prisoner was hurt", "The prison was hurt"),
    ],
)
def test_a_word_that_says_something_else_is_no_slip_of_the_pen(tmp_path, monkeypatch, was, now):
    published = PROJECT.replace("Two shells landed", was)
    write_tree(tmp_path / "base", published)
    project_in(tmp_path / "project", published.replace(was, now), monkeypatch)
    assert "published otherwise: there was the account of Police\n" in against().output


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("what: people wounded", "what: people killed", "there was the figure people wounded: 3\n"),
        ("by: North Army", "by: South Army", "there was the account of North Army\n"),
    ],
)
def test_who_says_it_and_what_is_counted_are_read_as_closely(tmp_path, monkeypatch, old, new, said):
    published = PROJECT.replace("people hurt", "people wounded").replace("by: Police", "by: North Army")
    write_tree(tmp_path / "base", published)
    project_in(tmp_path / "project", published.replace(old, new), monkeypatch)
    assert f"published otherwise: {said}" in against().output


@pytest.mark.parametrize("base", ["../base", "data.json"])
@pytest.mark.parametrize(
    ("title", "summary", "said"),
    [
        ("Three shells land in a field", "", "the title was 'Two shells land in a field'\n"),
        ("Shells land in a field", "", "the title was 'Two shells land in a field'\n"),
        ("2 shells land in a field", "", ""),
        ("In a field, two shells come down", "", ""),
        (
            "Two shells land",
            "About 1,500 people left, and one came back.",
            "the summary had the number 1400\n",
        ),
        ("Two shells land", "1400 people left [the village](event:vague), by bus.", ""),
        ("Two shells land", "\u0661\u0664\u0660\u0660 people left.", ""),
        ("Two shells land", "1.4 people left.", "the summary had the number 1400\n"),
        ("Shells land in a field", "Two of them, and 1400 people left.", ""),
    ],
)
def test_a_number_in_a_title_or_a_summary_is_a_fact_and_other_words_are_style(
    tmp_path, monkeypatch, base, title, summary, said
):
    was = "title: Two shells land in a field\n      summary: About 1,400 people left, the mayor said."
    published = PROJECT.replace("title: A made-up event", was)
    project_in(tmp_path / "base", published, monkeypatch)
    assert typed("export", "--to", "out").exit_code == 0
    project = project_in(tmp_path / "project", published, monkeypatch)
    (project / "data.json").write_bytes((tmp_path / "base/out/data/timeline.json").read_bytes())
    edit(project, "title: Two shells land in a field", f"title: {title}")
    if summary:
        edit(project, "About 1,400 people left, the mayor said.", summary)
    output = typed("check", "--against", base).output
    assert (f"published otherwise: {said}" in output) if said else "published otherwise" not in output


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twenty-five people", "25 people"),
        ("Two hundred people", "200 people"),
        ("half a dozen", "6"),
        ("a thousand on 2020-01-04", "1'000 on 4/1/2020"),
        ("2,5 tonnes", "2.5 tonnes"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(one, other):
    assert numbers_in(one) == numbers_in(other)


@pytest.mark.parametrize(
    ("one", "other"), [("25", "20 or 5"), ("0.5", "5"), ("1.5", "15"), ("200", "2 of 100")]
)
def test_numbers_that_share_their_digits_are_told_apart(one, other):
    assert not numbers_in(one) & numbers_in(other)


def test_another_reason_of_a_retraction_is_noted_unless_a_correction_says_so(reported):
    edit(reported, "The paper took it back.", "The police denied it.")
    said = "all.yaml:18:14: note[changed-without-correction]: this was published otherwise: the reason of the retraction was 'The paper took it back.'\n"
    assert said in against().output
    edit(
        reported,
        "  title: What was withdrawn\n",
        "  title: What was withdrawn\n  corrections: [{date: 2020-04-03, note: We gave a wrong reason.}]\n",
    )
    assert "published otherwise" not in against().output


def test_what_changes_in_an_event_that_was_retracted_before_is_noted(reported):
    edit(reported, "date: 2020-03-05", "date: 2020-03-06")
    assert "published otherwise: the date was 5 March 2020\n" in against().output


CLOCK = PROJECT.replace(
    "date: 2020-02\n", "date: 2020-02-03\n      time: ~19:45\n      timezone: Europe/Berlin\n"
)


@pytest.mark.parametrize("base", ["../base", "data.json"])
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("time: ~19:45", "time: ~18:45", "about 19:45 (Berlin)"),
        ("timezone: Europe/Berlin", "timezone: Asia/Baghdad", "about 19:45 (Berlin)"),
        ("timezone: Europe/Berlin", "timezone: unknown", "about 19:45 (Berlin)"),
        ("  timezone: Europe/Berlin\n", "", "about 19:45 (Berlin)"),
        ("  time: ~19:45\n  timezone: Europe/Berlin\n", "", "about 19:45 (Berlin)"),
    ],
)
def test_a_time_is_told_with_the_clock_that_it_was_published_by(tmp_path, monkeypatch, base, old, new, said):
    project_in(tmp_path / "base", CLOCK, monkeypatch)
    assert typed("export", "--to", "out").exit_code == 0
    project = project_in(tmp_path / "project", CLOCK, monkeypatch)
    (project / "data.json").write_bytes((tmp_path / "base/out/data/timeline.json").read_bytes())
    edit(project, old, new)
    output = typed("check", "--against", base).output
    assert f"this was published otherwise: the date was 3 February 2020, {said}\n" in output


def test_of_a_time_whose_zone_was_not_known_it_is_told_that_it_was_not(tmp_path, monkeypatch):
    unknown = CLOCK.replace("Europe/Berlin", "unknown")
    write_tree(tmp_path / "base", unknown)
    project = project_in(tmp_path / "project", unknown, monkeypatch)
    edit(project, "time: ~19:45", "time: ~18:45")
    said = "the date was 3 February 2020, about 19:45 (time zone not stated)\n"
    assert f"this was published otherwise: {said}" in against().output


@pytest.mark.parametrize(
    ("old", "new"),
    [("unknown", "Europe/Berlin"), ("Europe/Berlin", "+01:00"), ("Europe/Berlin", "Europe/Paris")],
)
def test_a_zone_that_is_known_now_or_says_the_same_needs_no_correction(tmp_path, monkeypatch, old, new):
    published = CLOCK.replace("Europe/Berlin", old)
    write_tree(tmp_path / "base", published)
    project = project_in(tmp_path / "project", published, monkeypatch)
    edit(project, f"timezone: {old}", f"timezone: '{new}'")
    assert "published otherwise" not in against().output


def test_with_another_place_the_place_alone_is_told(tmp_path, monkeypatch):
    published = PROJECT.replace("name: Somewhere", "name: Somewhere, timezone: Europe/Berlin").replace(
        "date: 2020-03-04\n", "date: 2020-03-04\n      time: 19:45\n"
    )
    write_tree(tmp_path / "base", published)
    project = project_in(tmp_path / "project", published, monkeypatch)
    edit(project, "place: somewhere", "place: elsewhere")
    assert "published otherwise: the place was 'somewhere'\n" in against().output


def test_against_the_data_of_a_site_corrections_and_facts_are_compared_too(reported):
    assert typed("export", "--to", "out").exit_code == 0
    assert "published" not in typed("check", "--against", "out/data/timeline.json").output
    edit(reported, CORRECTION, "")
    edit(reported, "value: 3}", "value: 4}")
    output = typed("check", "--against", "out/data/timeline.json").output
    assert "the correction of 2020-04-01 to 'told' was published, and is gone\n" in output
    assert "see out/data/timeline.json:1:1: as it was published" in output


def test_what_cannot_be_read_is_not_taken_for_gone(reported):
    edit(reported, "  date: 2020-03-04\n", "  date: 2020-03-40\n")
    edit(reported, "  date: 2020-02\n", "")
    assert "is gone" not in against().output


@pytest.mark.parametrize(
    "entry",
    [
        '{"type": "event", "id": "told"}',
        '{"type": "event", "id": "told", "when": {"date": "soon", "time": null, "timezone": "UTC"}, "status": "disputed"}',
        '{"type": "event", "id": "told", "when": {"date": "2020-02-03", "time": "19:45", "timezone": "Nowhere"}, "status": "disputed"}',
        '{"type": "event", "id": "told", "when": {"date": "2020-02-03", "time": "19:45", "timezone": null}, "status": "disputed"}',
        '{"type": "event", "id": "told", "when": {"date": 7, "time": null, "timezone": "UTC"}, "status": "disputed"}',
    ],
)
def test_data_that_no_site_gave_is_told_in_a_line(reported, entry):
    (reported / "data.json").write_text(f'{{"entries": [{entry}]}}', encoding="utf-8")
    result = typed("check", "--against", "data.json")
    assert result.exit_code == 1
    assert result.output == "Error: data.json is no data/timeline.json of a site\n"
