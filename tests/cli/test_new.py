"""`timeline new`, as it is typed."""

import errno
import os
from pathlib import Path

import pytest
from commands import SETTINGS, project_in, typed

from timeline.adapters.project import check_project
from timeline.cli import asking, bearing, choosing, citing, drafts, new_event, present, subjects
from timeline.cli import new as new_module
from timeline.reading import read_project
from timeline.writing import Lock

PROJECT = (
    SETTINGS
    + """
    == content/events/2020-01.yaml
    # A comment at the top.

    - id:   first     # odd spacing stays
      date: 2020-01-02
      title: "A made-up event"
      place: somewhere
      sources: [{title: A made-up source}]
    # A comment at the end.
    == content/places.yaml
    - id: somewhere
      name: Somewhere
    == content/articles/made-up.md
    ---
    title: A made-up report
    published: 2020-01-03
    events: [first]
    ---
    Words.
"""
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    for module in (new_module, new_event, drafts):
        monkeypatch.setattr(module, "today", lambda: "2021-05-06")
    return project_in(tmp_path, PROJECT, monkeypatch)


def run(*arguments, answers=None):
    return typed("new", *arguments, answers=answers)


def read(folder, path):
    return (folder / path).read_bytes().decode()


def there_is_somebody(monkeypatch):
    for module in (asking, bearing, choosing, citing, drafts, new_event, present, subjects):
        monkeypatch.setattr(module, "is_person_there", lambda: True)


def event(folder, id):
    found = read_project(folder / "content").content.events
    return next(e.record for e in found if e.record.id == id)


EVENTS = "content/events/2020-01.yaml"


def test_an_event_goes_to_the_end_of_its_months_file_and_nothing_else_changes(project):
    before = read(project, EVENTS)
    result = run(
        "event",
        "--title",
        "Two: things",
        "--date",
        "2020-01-03",
        "--place",
        "somewhere",
        "--source",
        "made-up",
    )
    assert result.exit_code == 0
    assert result.output.startswith(
        "content/events/2020-01.yaml:10: wrote the event 'two-things'\n\n  - id: two-things\n"
    )
    assert read(project, EVENTS) == before + (
        "\n- id: two-things\n  date: 2020-01-03\n  place: somewhere\n  title: 'Two: things'\n"
        "  sources: [made-up]\n  added: 2021-05-06\n"
    )
    assert typed("check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- id: first", "\n- id: new\n"),
        ("- id: first\r\n  date: 2020-01-02\r\n", "\r\n- id: new\r\n"),
        ("  - id: first\n    date: 2020\n", "\n  - id: new\n"),
        ("\ufeff- id: first\n", "\n- id: new\n"),
        ("# nothing yet\n", "\n- id: new\n"),
        ("", "- id: new\n"),
        ("---\n", "\n- id: new\n"),
    ],
    ids=["no end of line", "CRLF", "indented", "BOM", "comment alone", "empty", "beginning alone"],
)
def test_a_file_keeps_its_line_ends_indentation_and_beginning(project, before, after):
    (project / EVENTS).write_bytes(before.encode())
    run("event", "--title", "New", "--date", "2020-01-05", "--source-title", "A made-up source")
    written = read(project, EVENTS)
    assert written.startswith(before)
    assert written.removeprefix(before).lstrip("\r\n").startswith(after.lstrip("\r\n"))
    assert after in written
    assert written.count("\r\n") in {0, written.count("\n")}


@pytest.mark.parametrize("text", ["[{id: first}]\n", "[]\n", "- id: first\n...\n", "id: first\n", "- [\n"])
def test_a_file_that_nothing_can_be_added_to_stays_as_it_is(project, text):
    (project / EVENTS).write_text(text, encoding="utf-8")
    result = run("event", "--title", "New", "--date", "2020-01-05", "--source-title", "A made-up source")
    assert result.exit_code == 1
    assert "nothing can be added to content/events/2020-01.yaml" in result.output
    assert read(project, EVENTS) == text


def test_an_event_of_another_month_gets_a_file_of_its_own(project):
    run(
        "event",
        "--title",
        "Later",
        "--date",
        "2021-03",
        "--source-title",
        "A",
        "--source-url",
        "https://example.org/",
    )
    assert read(project, "content/events/2021-03.yaml").startswith("- id: later\n  date: 2021-03\n")
    run("event", "--title", "Some year", "--date", "1998~", "--source-title", "A made-up source")
    assert event(project, "some-year").date == "1998~"
    assert (project / "content/events/1998.yaml").is_file()


def test_a_long_summary_is_folded_and_read_back_whole(project):
    text = " ".join(f"word{n}" for n in range(80))
    run("event", "--title", "Long", "--date", "2020-01-05", "--source", "made-up", "--summary", text)
    assert event(project, "long").summary == text
    assert max(map(len, read(project, EVENTS).splitlines())) <= 100


def test_what_does_not_pass_the_check_is_not_written(project):
    before = read(project, EVENTS)
    result = run("event", "--title", "New", "--date", "2020-01", "--time", "evening", "--source", "made-up")
    assert result.exit_code == 1
    assert "Error: time: '2020-01' is not one day, so it cannot have a time" in result.output
    assert read(project, EVENTS) == before
    assert run("place", "--name", "Nowhere", "--latitude", "3").exit_code == 1
    assert "Nowhere" not in read(project, "content/places.yaml")


def test_a_wrong_option_is_answered_with_what_would_be_right(project):
    assert "there is no place 'somwhere'; did you mean 'somewhere'? if not, make it first, with 'timeline new place'\n" in run(
        "event", "--title", "New", "--date", "2020-01-05", "--place", "somwhere"
    ).output  # fmt: skip
    assert "kind: there is no kind 'zzz'; there are: accident, agreement, " in run(
        "event", "--title", "New", "--date", "2020-01-05", "--kind", "zzz"
    ).output  # fmt: skip
    assert "there is no month 13" in run("event", "--title", "New", "--date", "2020-13").output
    assert "id: 'first' is taken" in run(
        "event", "--id", "first", "--title", "New", "--date", "2020", "--source", "made-up"
    ).output  # fmt: skip
    assert "title: none is given, and there is nobody to ask" in run("event").output


def test_a_taken_id_is_proposed_with_a_number(project):
    run("event", "--title", "First", "--date", "2020-01-05", "--source", "made-up")
    assert event(project, "first-2").title == "First"


def test_a_title_in_other_letters_still_gets_an_id(project):
    run("event", "--title", "حدث 2", "--date", "2020-01-05", "--source", "made-up")
    assert event(project, "event-2020-01-05").title == "حدث 2"


def test_no_id_is_proposed_that_ends_with_a_word_that_leads_on(project):
    run(
        "event",
        "--title",
        "A wall falls at once in the made-up gale",
        "--date",
        "2020-01-05",
        "--source",
        "made-up",
    )
    assert event(project, "a-wall-falls-at-once").date == "2020-01-05"


def test_a_person_is_asked_and_asked_again_until_the_answer_can_stand(project, monkeypatch):
    there_is_somebody(monkeypatch)
    answers = "\nAsked\n2020-02-30\n2020-01-05\nevening\nsomwhere\ny\n\n\n\nmade-up\n\n\n\n\n"
    result = run("event", answers=answers)
    assert "there must be one" in result.output
    assert "30 February does not exist" in result.output
    assert "There is no place \"somwhere\". Do you mean 'somewhere'? [y/N]" in result.output
    assert "Id [asked]" in result.output
    found = event(project, "asked")
    assert (found.date, found.time, found.place, found.sources) == (
        "2020-01-05",
        "evening",
        "somewhere",
        ("made-up",),
    )


NAMED = """
- {id: fire-brigade, name: Fire Brigade, names: {fr: Pompiers}}
- {id: mayor, name: The mayor}
- {id: old-mayor, name: The Mayor}
"""


@pytest.mark.parametrize(
    ("answered", "actors"),
    [
        ("fire brigade", ("fire-brigade",)),
        ("Fire Brigade, mayor", ("fire-brigade", "mayor")),
        ("fire-brigade mayor", ("fire-brigade", "mayor")),
        ("pompiers", ("fire-brigade",)),
    ],
)
def test_what_is_there_is_chosen_by_its_name_as_well_as_by_its_id(project, monkeypatch, answered, actors):
    there_is_somebody(monkeypatch)
    (project / "content/actors.yaml").write_text(NAMED)
    run("event", answers=f"Asked\n2020-01-05\n\nSomewhere\n\nCourt case\n{answered}\nmade-up\n\n\n\n\n")
    found = event(project, "asked")
    assert (found.place, found.kind, found.actors) == ("somewhere", "court", actors)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("The mayor", "several are called 'The mayor': write mayor or old-mayor"),
        ("Fire brigadier\nn\nn", "There is no actor \"Fire brigadier\". Do you mean 'fire-brigade'? [y/N]"),
        ("Zzz Zzz, qqq\nn", 'There is no actor "Zzz Zzz". Make it now? [y/N]'),
    ],
)  # fmt: skip
def test_a_name_of_none_or_of_several_is_told_as_a_whole(project, monkeypatch, name, reason):
    there_is_somebody(monkeypatch)
    (project / "content/actors.yaml").write_text(NAMED)
    result = run("event", answers=f"Asked\n2020-01-05\n\n\n\n\n{name}\nmayor\nmade-up\n\n\n\n\n")
    assert f"  {reason}" in result.output
    assert event(project, "asked").actors == ("mayor",)


def test_what_is_hidden_in_a_name_that_is_given_does_not_reach_the_terminal(project):
    result = run("event", "--title", "Given", "--date", "2020", "--place", "\x1b[31mNo\u202eplace")
    assert "there is no place '" in result.output
    assert not {"\x1b", "\u202e"} & {*result.output}


def test_an_article_is_a_file_with_front_matter(project):
    run("article", "--title", "A second report", "--published", "2020-01-04T10:00", "--event", "first", "--url", "https://example.org/x")  # fmt: skip
    assert read(project, "content/articles/2020-01-04-a-second-report.md") == (
        "---\nid: a-second-report\ntitle: A second report\npublished: 2020-01-04T10:00\n"
        "url: https://example.org/x\nevents: [first]\nadded: 2021-05-06\n---\n"
    )
    assert typed("check").exit_code == 0


def test_storylines_places_and_actors_go_where_they_belong(project):
    before = read(project, "content/places.yaml")
    run("storyline", "--title", "A thread")
    run(
        "place", "--name", "Elsewhere", "--within", "somewhere", "--latitude", "33.31", "--longitude", "44.37"
    )
    run("actor", "--name", "A made-up body", "--kind", "government")
    assert read(project, "content/storylines/a-thread.md") == "---\nid: a-thread\ntitle: A thread\n---\n"
    assert read(project, "content/places.yaml") == before + (
        "\n- id: elsewhere\n  name: Elsewhere\n  within: somewhere\n  latitude: 33.31\n  longitude: 44.37\n"
    )
    assert (
        read(project, "content/actors.yaml")
        == "- id: a-made-up-body\n  name: A made-up body\n  kind: government\n"
    )
    assert typed("check").exit_code == 0


LIKE = {
    "place": (("place", "--name", "Some-where"), "the place 'somewhere' (Somewhere, content/places.yaml:1)"),
    "another spelling": (("place", "--name", "Somehwere"), "the place 'somewhere' (Somewhere, content/places.yaml:1)"),
    "article": (
        ("article", "--title", "A made up report", "--published", "2020-01-04"),
        "the article 'made-up' (A made-up report, content/articles/made-up.md:2)",
    ),
    "event": (
        ("event", "--title", "A made-up  event", "--date", "2020-01-02", "--place", "somewhere", "--source", "made-up"),
        "the event 'first' (A made-up event, content/events/2020-01.yaml:3)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LIKE)
def test_what_is_there_already_is_made_again_only_if_that_is_wanted(project, monkeypatch, case):
    words, there = LIKE[case]
    before = {path: path.read_bytes() for path in project.rglob("content/**/*.*")}

    refused = run(*words)
    assert refused.exit_code == 1
    assert f"Error: there is already {there}; if this is another {words[0]}, add --anyway" in refused.output
    assert {path: path.read_bytes() for path in project.rglob("content/**/*.*")} == before

    assert run(*words, "--anyway").exit_code == 0
    assert typed("check").exit_code == 0


def test_a_person_is_asked_whether_it_is_another_one(project, monkeypatch):
    there_is_somebody(monkeypatch)
    before = read(project, "content/places.yaml")
    refused = run("place", answers="Somewhere\nn\n")
    assert "there is already the place 'somewhere' (Somewhere, content/places.yaml:1)" in refused.output
    assert "Make another place? [y/N]" in refused.output
    assert refused.exit_code == 1
    assert read(project, "content/places.yaml") == before
    assert run("place", answers="Somewhere\ny\n\nIQ\n\n\n\n\n\n").exit_code == 0
    assert "- id: somewhere-2\n  name: Somewhere\n  country: IQ\n" in read(project, "content/places.yaml")


@pytest.mark.parametrize("name", ["South Somewhere", "Elsewhere", "Somewhere 2"])
def test_a_name_that_is_another_one_is_not_asked_about(project, name):
    assert run("place", "--name", name).exit_code == 0


def test_of_a_short_name_one_with_two_letters_in_each_others_place_is_told(project):
    run("place", "--name", "Quayton")
    assert "there is already the place 'quayton'" in run("place", "--name", "Qauyton").output
    assert run("place", "--name", "Quayville").exit_code == 0


def test_storylines_actors_and_addresses_of_articles_are_looked_for_too(project):
    run("storyline", "--title", "A thread")
    run("actor", "--name", "A made-up body")
    run("article", "--title", "One", "--published", "2020-01-04", "--url", "https://example.org/x")
    for words in (
        ("storyline", "--title", "a thread"),
        ("actor", "--name", "A made-up Body"),
        ("article", "--title", "Two", "--published", "2020-01-05", "--url", "http://www.example.org/x/"),
    ):
        result = run(*words)
        assert result.exit_code == 1
        assert f"there is already the {words[0]} '" in result.output


NEW = ("event", "--title", "New", "--date", "2020-01-03", "--source", "made-up")


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (("--confirmed-by", "Exampleton police"), "  status: confirmed\n  confirmed_by: Exampleton police\n"),
        (
            (
                "--status",
                "disputed",
                "--account",
                "Police: Two: shells.",
                "--account",
                "A farmer: One shell.",
            ),
            (
                "  status: disputed\n  accounts:\n    - by: Police\n      says: 'Two: shells.'\n"
                "    - by: A farmer\n      says: One shell.\n"
            ),
        ),
        (
            ("--retracted-because", "The report was withdrawn."),
            "  status: retracted\n  retracted:\n    date: 2021-05-06\n    reason: The report was withdrawn.\n",
        ),
        (
            ("--status", "retracted", "--retracted-because", "No.", "--retracted-on", "2021-05-01"),
            "  status: retracted\n  retracted:\n    date: 2021-05-01\n    reason: No.\n",
        ),
    ],
)
def test_a_status_is_written_with_what_bears_it_out(project, options, lines):
    result = run(*NEW, *options)
    assert result.exit_code == 0
    assert f"  title: New\n{lines}  sources: [made-up]\n" in read(project, EVENTS)
    assert typed("check").exit_code == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--status", "confirmed"), "a confirmed event says who confirmed it: give it with --confirmed-by '"),
        (("--status", "disputed"), "a disputed event has at least two accounts: give each with --account '"),
        (
            ("--status", "disputed", "--account", "Police: Two."),
            "a disputed event has at least two accounts: give each with --account '",
        ),
        (("--status", "retracted"), "a retracted event says why: give it with --retracted-because '"),
        (
            ("--status", "disputed", "--confirmed-by", "Police"),
            "--confirmed-by belongs to --status confirmed, and not to disputed",
        ),
        (
            ("--account", "Police"),
            "account: write who says it, a colon, and what they say, as in 'Police: Two",
        ),
    ],
)
def test_a_status_that_nothing_bears_out_is_answered_before_anything_is_written(project, options, said):
    before = read(project, EVENTS)
    result = run(*NEW, *options)
    assert result.exit_code == 1
    assert f"Error: {said}" in result.output
    assert read(project, EVENTS) == before


def test_a_person_is_asked_for_the_accounts_of_a_disputed_event(project, monkeypatch):
    there_is_somebody(monkeypatch)
    result = run(
        *NEW, "--status", "disputed", answers="\n\n\n\n\nPolice\nPolice: Two.\n\nA farmer: One.\n\n\n\n\n"
    )
    assert result.exit_code == 0
    assert "write who says it, a colon, and what they say" in result.output
    assert [a.by for a in event(project, "new").accounts] == ["Police", "A farmer"]


def test_an_error_in_what_is_proposed_is_shown_at_its_own_line(project):
    result = run(*NEW, "--status", "corroborated")
    assert result.output.startswith(
        "the proposed event:4:11: error[status-unsupported]: a corroborated event has two independent sources; "
        "no source names its publisher\n  4 |   status: corroborated\n"
    )
    assert "nothing was written" in result.output


def test_a_warning_of_what_was_written_is_told_at_once(project):
    result = run(*NEW, "--date", "2020-01-05")
    assert result.exit_code == 0
    assert "content/events/2020-01.yaml:13:13: warning[published-before-event]" in result.output


def test_an_article_and_a_source_that_is_none_stand_side_by_side(project):
    run(*NEW, "--source-title", "A made-up paper")
    assert "  sources:\n    - made-up\n    - title: A made-up paper\n" in read(project, EVENTS)
    assert typed("check").exit_code == 0


def test_what_is_missing_names_its_option(project):
    assert "nobody to ask; give it with --title" in run("event").output
    assert "nobody to ask; give it with --source-title, or name an article with --source" in run(
        "event", "--title", "New", "--date", "2020"
    ).output  # fmt: skip


TWIN = (*LIKE["event"][0], "--id", "second")


@pytest.mark.parametrize("level", ["", "error", "off"])
def test_an_event_that_is_another_one_says_so(project, level):
    if level:
        levels = f"plugins: [timeline: {{levels: {{likely-duplicate: {level}}}}}]"
        (project / "mkdocs.yml").write_text(
            read(project, "mkdocs.yml").replace("plugins: [timeline]", levels), encoding="utf-8"
        )
    assert "there is already the event 'first'" in run(*TWIN).output
    assert run(*TWIN, "--anyway").exit_code == 0
    assert read(project, EVENTS).endswith("  distinct_from: [first]\n  added: 2021-05-06\n")
    third = [word.replace("second", "third") for word in TWIN]
    assert run(*third, "--anyway").exit_code == 0
    assert set(event(project, "third").distinct_from) == {"first", "second"}
    result = typed("check", "--strict")
    assert result.exit_code == 0
    assert "likely-duplicate" not in result.output


def test_a_person_who_says_that_it_is_another_event_has_it_written_down(project, monkeypatch):
    there_is_somebody(monkeypatch)
    result = run(*TWIN, answers=f"y\n{chr(10) * 9}")
    assert result.output.count("Make another event? [y/N]") == 1
    assert event(project, "second").distinct_from == ("first",)
    assert typed("check", "--strict").exit_code == 0


def test_a_person_hears_of_an_event_like_it_as_soon_as_its_title_and_date_are_known(project, monkeypatch):
    there_is_somebody(monkeypatch)
    before = read(project, EVENTS)
    result = run("event", answers="The made-up event\n2020-01-02\nn\n")
    assert (
        "there is already the event 'first' (A made-up event, content/events/2020-01.yaml:3)" in result.output
    )
    assert result.output.rstrip().endswith("Make another event? [y/N]: n\nError: nothing was written")
    assert "Time" not in result.output
    assert read(project, EVENTS) == before
    # Elsewhere, or on another day, it is another one.
    for words in (("--place", "made-up"), ("--date", "2020-01-03")):
        (project / "content/places.yaml").write_text("- {id: somewhere, name: S}\n- {id: made-up, name: M}\n")
        given = {"--title": "The made-up event", "--date": "2020-01-02", "--source-title": "A report"}
        given |= dict([words])
        result = run("event", *(part for pair in given.items() for part in pair), answers="\n" * 20)
        assert "there is already" not in result.output
        assert result.exit_code == 0


def test_an_id_that_is_taken_is_told_before_anything_is_asked(project, monkeypatch):
    there_is_somebody(monkeypatch)
    result = run("event", "--id", "first", "--title", "Something else", answers="2020-01-05\n")
    assert "\n  id 'first': 'first' is taken\nId [something-else]" in result.output
    assert "Time" not in result.output


def test_where_the_site_has_no_article_none_is_asked_for(project, monkeypatch):
    there_is_somebody(monkeypatch)
    for path in (project / "content/articles").glob("*.md"):
        path.unlink()
    result = run("event", "--title", "Something else", "--date", "2020-01-05", answers="\n" * 6)
    assert "\nTitle of the source:" in result.output
    assert "articles of this site" not in result.output


def test_what_a_person_has_given_wrong_is_asked_for_again_and_no_answer_is_lost(project, monkeypatch):
    there_is_somebody(monkeypatch)
    words = ("place", "--within", "somwhere", "--latitude", "300", "--longitude", "44.37")
    result = run(*words, answers="Elsewhere\ny\n\n33.31\n\n\n\n")
    assert "There is no place \"somwhere\". Do you mean 'somewhere'? [y/N]" in result.output
    assert "\n  latitude '300': " in result.output
    written = (project / "content/places.yaml").read_text(encoding="utf-8")
    assert "  within: somewhere\n  latitude: 33.31\n  longitude: 44.37\n" in written


def answering(monkeypatch, meanwhile):
    """Somebody who says yes when asked whether to make another, after something else has been done."""
    there_is_somebody(monkeypatch)
    asked = []

    def confirm(question, **_):
        asked.append(question)
        meanwhile()
        return True

    monkeypatch.setattr(present, "agreed", confirm)
    return asked


def test_what_somebody_saves_while_another_is_asked_stays(project, monkeypatch):
    saved = read(project, EVENTS).replace("A made-up event", "A made-up event!") + "# Saved meanwhile.\n"
    asked = answering(monkeypatch, lambda: (project / EVENTS).write_bytes(saved.encode()))
    result = run(*TWIN, answers="\n" * 9)
    assert result.exit_code == 0
    assert asked[0] == "Make another event?"
    assert read(project, EVENTS).startswith(f"{saved}\n- id: second\n")
    assert f"{EVENTS}:{saved.count(chr(10)) + 2}: wrote the event 'second'" in result.output


def test_what_is_saved_while_another_is_asked_is_checked_with_the_new_one(project, monkeypatch):
    saved = read(project, EVENTS) + (
        "- {id: second, date: 2020-01-09, title: Made by somebody else, sources: [made-up]}\n"
    )
    answering(monkeypatch, lambda: (project / EVENTS).write_bytes(saved.encode()))
    result = run(*TWIN, answers="\n" * 9)
    assert result.exit_code == 1
    assert "nothing was written: the event has 1 error" in result.output
    assert read(project, EVENTS) == saved


def test_who_adds_something_at_the_same_moment_waits_until_it_is_checked_and_written(project, monkeypatch):
    wait = []

    def checked(*arguments, proposed=None, **options):
        if proposed:
            with pytest.raises(BlockingIOError), Lock(project / "content", wait=False):
                pass
            wait.append(proposed)
        return check_project(*arguments, proposed=proposed, **options)

    monkeypatch.setattr(drafts, "check_project", checked)
    assert run(*NEW).exit_code == 0
    assert wait
    with Lock(project / "content", wait=False):
        pass


def test_until_it_is_agreed_nothing_of_a_new_event_is_in_any_file(project, monkeypatch):
    before = {path: path.read_bytes() for path in project.rglob("content/**/*.*")}
    seen = []
    answering(
        monkeypatch,
        lambda: seen.append({path: path.read_bytes() for path in project.rglob("content/**/*.*")}),
    )
    assert run(*TWIN, answers="\n" * 9).exit_code == 0
    assert seen[0] == before


@pytest.mark.parametrize("at", ["part", "whole"])
def test_a_file_is_as_it_was_where_there_is_no_room_for_the_new_one(project, monkeypatch, at):
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.*")}
    written = Path.write_bytes

    def full(self, data):
        written(self, data[: len(data) // 2] if at == "part" else data)
        raise OSError(errno.ENOSPC, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    result = run(*NEW)
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert {path: path.read_bytes() for path in (project / "content").rglob("*.*")} == before


@pytest.mark.parametrize("option", ["--source-publisher", "--source-url"])
def test_what_is_said_of_a_source_that_is_an_article_is_not_passed_over(project, option):
    before = read(project, EVENTS)
    result = run(*NEW, option, "https://example.org/")
    assert result.exit_code == 1
    assert (
        f"Error: {option} belongs to a source that is no article of the site: name that with" in result.output
    )
    assert read(project, EVENTS) == before


def test_a_person_who_names_a_publisher_is_asked_for_the_source(project, monkeypatch):
    there_is_somebody(monkeypatch)
    answers = "\n\n\n\n\nA made-up paper\n\n\nn\n\n\n\n\n"
    assert run(*NEW, "--source-publisher", "The Gazette", answers=answers).exit_code == 0
    assert "    - made-up\n    - title: A made-up paper\n      publisher: The Gazette\n" in read(
        project, EVENTS
    )


SEVERAL = (
    "event",
    "--title",
    "New",
    "--date",
    "2020-01-05",
    "--source-title",
    "A paper",
    "--source-title",
    "Another",
)


def test_several_sources_are_described_one_after_the_other(project):
    said = (
        "--source-publisher",
        "Mercury",
        "--source-publisher",
        "Gazette",
        "--source-url",
        "",
        "--source-url",
        "https://example.org/b",
    )
    assert run(*SEVERAL, *said).exit_code == 0
    assert (
        "    - title: A paper\n      publisher: Mercury\n"
        "    - title: Another\n      url: https://example.org/b\n      publisher: Gazette\n"
    ) in read(project, EVENTS)


def test_what_could_belong_to_either_of_two_sources_is_not_guessed(project):
    before = read(project, EVENTS)
    result = run(*SEVERAL, "--source-url", "https://example.org/b")
    assert result.exit_code == 1
    assert (
        "--source-url is given less often than --source-title (1 and 2): of several sources" in result.output
    )
    assert read(project, EVENTS) == before


def test_a_file_that_would_not_be_read_is_not_written(project):
    for name in (".hidden.yaml", "content/events/.hidden/new.yaml"):
        result = run(*NEW, "--file", name)
        assert result.exit_code == 1
        assert "a name that begins with a dot is hidden" in result.output
    assert not [*(project / "content/events").glob(".*")]


def test_a_file_in_a_folder_that_is_hidden_is_not_taken_for_the_months(project):
    (project / "content/events/.old").mkdir()
    (project / EVENTS).rename(project / "content/events/.old/2020-01.yaml")
    assert f"{EVENTS}:1: wrote the event" in run(*NEW).output


def test_nothing_is_written_through_a_link_that_leads_elsewhere(project, tmp_path):
    text = read(project, EVENTS)
    (tmp_path / "elsewhere.yaml").write_text(text, encoding="utf-8")
    (project / EVENTS).unlink()
    (project / EVENTS).symlink_to(tmp_path / "elsewhere.yaml")
    result = run("event", "--title", "New", "--date", "2020-01-03", "--source", "made-up")
    assert result.exit_code == 1
    assert result.output == "Error: 2020-01.yaml would lie outside of the content folder, behind a link\n"
    assert (tmp_path / "elsewhere.yaml").read_text(encoding="utf-8") == text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among files")
def test_nothing_is_added_to_what_is_no_file(project):
    (project / EVENTS).unlink()
    os.mkfifo(project / EVENTS)
    result = run("event", "--title", "New", "--date", "2020-01-03", "--source", "made-up")
    assert result.exit_code == 1
    assert result.output == "Error: 2020-01.yaml is not a plain file, so nothing can be added to it\n"


def test_what_is_refused_leaves_no_folder_behind(project):
    result = run(*NEW, "--status", "corroborated", "--file", "content/events/a/b/new.yaml")
    assert "nothing was written" in result.output
    assert not (project / "content/events/a").exists()
    assert run(*NEW, "--file", "content/events/a/b/new.yaml").exit_code == 0
    assert read(project, "content/events/a/b/new.yaml").startswith("- id: new\n")
    deep = f"content/events/{'d/' * 20}new.yaml"
    assert "this file lies too deep" in run(*NEW, "--id", "deep", "--file", deep).output
    assert not (project / "content/events/d").exists()


ON_THE_WAY = "Asked\n2020-01-05\n\nExampleton\ny\n\nsomewhere\n\n51.5\n\n-0.1\nlocality\n\n\n"
"""An event at a place that is not there: its name and its id are taken as proposed, one longitude is forgotten."""


def test_a_place_that_is_missing_is_made_on_the_way_and_written_with_the_event(project, monkeypatch):
    there_is_somebody(monkeypatch)
    places, events = read(project, "content/places.yaml"), read(project, EVENTS)
    result = run("event", answers=f"{ON_THE_WAY}\n\n\nmade-up\n\n\n\n\n")
    assert result.exit_code == 0
    assert 'There is no place "Exampleton". Make it now? [y/N]: y' in result.output
    assert "Name [Exampleton]" in result.output
    assert "content/places.yaml:4: wrote the place 'exampleton'\n" in result.output
    assert "content/events/2020-01.yaml:10: wrote the event 'asked'\n" in result.output
    assert read(project, "content/places.yaml") == places + (
        "\n- id: exampleton\n  name: Exampleton\n  within: somewhere\n  latitude: 51.5\n  longitude: '-0.1'\n"
        "  precision: locality\n"
    )
    assert read(project, EVENTS).startswith(events)
    assert event(project, "asked").place == "exampleton"
    assert typed("check").exit_code == 0


def test_several_that_are_missing_are_made_and_one_that_was_made_is_there_for_the_next(project, monkeypatch):
    there_is_somebody(monkeypatch)
    enter = "\n"
    small_field = f"Small Field\ny\n\nLarge Parish\ny\n{enter * 7}{enter * 5}"
    actors = f"Police, Farmer\ny\n{enter * 4}y\n\nperson\n\n\n"
    answers = f"Asked\n2020-01-05\n\n{small_field}\n\n{actors}made-up\n\n\nA thread\ny\n{enter * 4}"
    assert run("event", answers=answers).exit_code == 0
    found = event(project, "asked")
    assert (found.place, found.actors, found.storylines) == (
        "small-field",
        ("police", "farmer"),
        ("a-thread",),
    )
    assert "- id: small-field\n  name: Small Field\n  within: large-parish\n" in read(
        project, "content/places.yaml"
    )
    assert read(project, "content/storylines/a-thread.md") == "---\nid: a-thread\ntitle: A thread\n---\n"
    assert typed("check").exit_code == 0


@pytest.mark.parametrize(
    "answers",
    [ON_THE_WAY, f"{ON_THE_WAY}\n\n\n", ON_THE_WAY.removesuffix("locality\n\n\n")],
    ids=["after the place", "before the source", "within the place"],
)
def test_who_stops_on_the_way_has_written_nothing(project, monkeypatch, answers):
    there_is_somebody(monkeypatch)
    ask = asking.click.prompt

    def prompt(*arguments, **options):
        if (text := ask(*arguments, **options)) == "Ctrl-C":
            raise asking.click.Abort
        return text

    monkeypatch.setattr(asking.click, "prompt", prompt)
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.*")}
    result = run("event", answers=f"{answers}Ctrl-C\n")
    assert result.exit_code == 1
    assert result.output.endswith("Error: nothing was written\n")
    assert {path: path.read_bytes() for path in (project / "content").rglob("*.*")} == before


def test_a_place_made_on_the_way_is_not_written_without_the_event(project, monkeypatch):
    there_is_somebody(monkeypatch)
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.*")}
    written = Path.replace

    def no_room(self, target):
        if target.name == "2020-01.yaml":
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return written(self, target)

    monkeypatch.setattr(Path, "replace", no_room)
    result = run("event", answers=f"{ON_THE_WAY}\n\n\nmade-up\n\n\n\n\n")
    assert "No space left on device" in result.output
    assert {path: path.read_bytes() for path in (project / "content").rglob("*.*")} == before


def test_answers_that_do_not_pass_the_check_together_are_shown_to_be_mended(project, monkeypatch):
    there_is_somebody(monkeypatch)
    before = read(project, "content/places.yaml")
    result = run("event", "--status", "corroborated", answers=f"{ON_THE_WAY}\n\n\nmade-up\n\n\n\n\n")
    assert result.exit_code == 1
    assert "the proposed event:5:11: error[status-unsupported]" in result.output
    assert (
        "Your answers, to be mended and put into content/places.yaml:\n\n  - id: exampleton\n"
        in result.output
    )
    assert read(project, "content/places.yaml") == before


def test_few_choices_stand_in_the_question_and_many_behind_a_question_mark(project, monkeypatch):
    there_is_somebody(monkeypatch)
    result = run("event", answers="?\nAsked\n2020-01-05\n\n?\n\n\n?\n\n\nmade-up\n\n\n\n\n")
    assert result.exit_code == 0
    assert "Title: ?\n  What happened, in one line.\n  For example: Rocket lands in a field" in result.output
    assert "Place (Enter for none) [somewhere]: ?\n" in result.output
    assert "  somewhere  Somewhere\n" in result.output
    assert "Kind (Enter for none) [? lists them]: ?\n" in result.output
    assert "court" in result.output


@pytest.mark.parametrize("nothing", ["none", "N/A", "unknown", "-"])
def test_what_people_say_who_have_no_answer_leaves_a_value_out(project, monkeypatch, nothing):
    there_is_somebody(monkeypatch)
    result = run(
        "event", answers=f"Asked\n2020-01-05\n{nothing}\n{nothing}\n{nothing}\n\n\nmade-up\n\n\n\n\n"
    )
    assert result.output.count("  left out\n") == 3
    found = event(project, "asked")
    assert (found.time, found.place, found.summary) == (None, None, None)


def test_a_time_that_a_date_cannot_have_is_told_at_once(project, monkeypatch):
    there_is_somebody(monkeypatch)
    result = run("event", answers="Asked\n2020-01\nevening\n\n\n\n\n\nmade-up\n\n\n\n\n")
    assert result.exit_code == 0
    assert (event(project, "asked").date, event(project, "asked").time) == ("2020-01", None)


def test_a_tab_in_an_answer_is_a_space_and_what_an_arrow_key_leaves_is_asked_for_again(project, monkeypatch):
    there_is_somebody(monkeypatch)
    result = run("actor", answers="A made-up\x1b[D body\n A \tmade-up  body \n\n\n\n")
    assert result.exit_code == 0
    assert "type it again" in result.output
    assert "- id: a-made-up-body\n  name: A made-up body\n" in read(project, "content/actors.yaml")


def test_a_part_of_one_name_alone_is_asked_about(project, monkeypatch):
    there_is_somebody(monkeypatch)
    (project / "content/actors.yaml").write_text(
        NAMED + "- {id: farmer, name: Anna Examplefield of Exampleton}\n"
    )
    result = run("event", answers="Asked\n2020-01-05\n\n\n\n\nexamplefield\ny\nmade-up\n\n\n\n\n")
    assert "There is no actor \"examplefield\". Do you mean 'farmer'? [y/N]" in result.output
    assert event(project, "asked").actors == ("farmer",)
