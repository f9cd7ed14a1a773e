"""Sources, publishers and the status of what `timeline new` makes, as a person answers for them."""

import pytest
from commands import SETTINGS, project_in, typed

from timeline.cli import asking, bearing, choosing, citing, drafts, new_event, present, subjects
from timeline.reading import read_project

PROJECT = (
    SETTINGS
    + """
    == content/events/2020-01.yaml
    - id: first
      date: 2020-01-02
      title: A made-up event
      sources: [{title: A made-up source, publisher: Exampleton Mercury}]
    == content/publishers.yaml
    # A comment.
    - id: mupa
      name: Made-up Press Agency
    == content/articles/made-up.md
    ---
    title: A made-up report
    published: 2020-01-03
    publisher: mupa
    events: [first]
    ---
    Words.
"""
)
TO_THE_SOURCES = "Asked\n2020-01-05\n\n\n\n\n\n"
"""A title, a date, and no time, place, summary, kind or actors."""


@pytest.fixture
def project(tmp_path, monkeypatch):
    for module in (asking, bearing, choosing, citing, drafts, new_event, present, subjects):
        monkeypatch.setattr(module, "is_person_there", lambda: True)
    for module in (new_event, drafts):
        monkeypatch.setattr(module, "today", lambda: "2021-05-06")
    return project_in(tmp_path, PROJECT, monkeypatch)


def asked(project, answers):
    """What is asked and told of a new event, and the event; its sources are answered first."""
    result = typed("new", "event", answers=f"{TO_THE_SOURCES}{answers}")
    events = read_project(project / "content").content.events
    return result.output, next((e.record for e in events if e.record.id == "asked"), None)


@pytest.mark.parametrize(
    ("publisher", "written"),
    [
        ("made-up press agency", "mupa"),
        ("exampleton  mercury", "Exampleton Mercury"),
        ("Made-up Pres Agency\ny", "mupa"),
        ("The Mercury\nn\nn", "The Mercury"),
        ("Mercury\ny", "Exampleton Mercury"),
        ("Exampleton Gazette\nn", "Exampleton Gazette"),
        ("Gazette: 'Late' #2\nn", "Gazette: 'Late' #2"),
        ("unknown", None),
    ],
)
def test_a_publisher_is_one_that_is_known_by_id_or_name_or_any_other_name(project, publisher, written):
    told, event = asked(project, f"\nA paper\n\n{publisher}\n\n\n\n\n\n")
    assert "Its publisher (Enter for none) [Exampleton Mercury, mupa]" in told
    assert event.sources[0].publisher == written
    assert (project / "content/publishers.yaml").read_text().count("- id") == 1
    assert typed("check", "--strict").exit_code == 0


def test_a_publisher_that_is_new_can_be_listed_on_the_way(project):
    before = (project / "content/publishers.yaml").read_text()
    publisher = "Exampleton Gazette\ny\n\nhttps://gazette.example/\nGB\n\n\n"
    told, event = asked(project, f"\nA paper\n\n{publisher}\n\n\n\n\n")
    assert 'There is no publisher "Exampleton Gazette". List it now, with its own site?' in told
    assert event.sources[0].publisher == "exampleton-gazette"
    assert (project / "content/publishers.yaml").read_text() == before + (
        "\n- id: exampleton-gazette\n  name: Exampleton Gazette\n  url: https://gazette.example/\n  country: GB\n"
    )
    assert typed("check", "--strict").exit_code == 0


def test_a_publisher_by_option_is_its_id_where_it_is_known_and_a_name_where_it_is_not(project, monkeypatch):
    for module in (asking, bearing, choosing, citing, drafts, new_event, present, subjects):
        monkeypatch.setattr(module, "is_person_there", lambda: False)
    words = ("new", "article", "--published", "2020-01-04")
    typed(*words, "--title", "One", "--publisher", "Made-up Press Agency", "--origin", "MUPA")
    typed(*words, "--title", "Two", "--publisher", "Exampleton Times")
    assert "publisher: mupa\norigin: mupa\n" in (project / "content/articles/2020-01-04-one.md").read_text()
    two = (project / "content/articles/2020-01-04-two.md").read_text()
    assert "publisher: Exampleton Times\n" in two
    assert typed("new", "publisher", "--name", "Made-up Press agency").exit_code == 1
    assert typed("new", "publisher", "--name", "Exampleton Times", "--country", "GB").exit_code == 0
    assert typed("check").exit_code == 0


def test_a_report_that_is_no_article_of_the_site_is_cited_as_one_from_elsewhere(project):
    told, event = asked(
        project, "Shells land, say police\ny\n\nhttps://gazette.example/x\n\n2020-01-06\n\n\n\n\n"
    )
    assert 'There is no article "Shells land, say police". Cite it as one from elsewhere? ' in told
    assert "'timeline new article'" in told
    assert "Title of the source [Shells land, say police]" in told
    source = event.sources[0]
    assert (source.title, source.published) == ("Shells land, say police", "2020-01-06")


def test_who_would_rather_not_cite_it_so_is_asked_again(project):
    told, event = asked(project, "Shells land\nn\nmade-up\n\n\n\n\n")
    assert "choose another article, or Enter for none" in told
    assert event.sources == ("made-up",)


def test_a_person_may_name_several_sources_and_learns_what_status_follows(project):
    second = "A paper\n\nExampleton Mercury\n\n"
    told, event = asked(project, f"made-up\n{second}\n\n\n\n")
    assert "now corroborated]" in told
    assert (len(event.sources), event.status) == (2, None)


@pytest.mark.parametrize(
    ("answers", "keys"),
    [
        ("", "status=None"),
        (
            "Confirmed\nThe council, in its notice\n",
            "status='confirmed' confirmed_by='The council, in its notice'",
        ),
        ("Single Source\n", "status='single-source'"),
        ("corroborated\n\n", "status=None"),
        ("sure\n\n", "status=None"),
        ("retracted\n\nThe report was withdrawn.\n", "status='retracted' date='2021-05-06'"),
        (
            "disputed\nPolice: One.\n\nFarmer: One.\nFarmer: Two.\nnone\n\n",
            "status='disputed' accounts=['made-up', None]",
        ),
    ],
    ids=["none", "confirmed", "single", "not corroborated", "no status", "retracted", "disputed"],
)
def test_a_person_is_asked_for_a_status_and_for_what_it_needs(project, answers, keys):
    told, event = asked(project, f"made-up\n\n{answers or chr(10)}\n\n")
    assert "[confirmed, corroborated, single-source, disputed, retracted; now single-source]" in told
    found = {
        "status": event.status and event.status.value,
        "confirmed_by": event.confirmed_by,
        "date": event.retracted and event.retracted.date,
        "accounts": [account.source for account in event.accounts],
    }
    assert " ".join(f"{key}={value!r}" for key, value in found.items() if f"{key}=" in keys) == keys
    assert typed("check").exit_code == 0


def test_why_a_status_cannot_stand_is_told_at_once_and_a_question_mark_says_what_each_means(project):
    told, _ = asked(
        project, "made-up\n\n?\ncorroborated\ndisputed\nPolice: One.\n\nFarmer: one\nFarmer: Two.\n\n\n\n\n"
    )
    assert "  confirmed      Admitted by a responsible party" in told
    assert "You are then asked who confirmed it." in told
    assert "by its sources the event is single-source" in told
    assert "the accounts of a disputed event differ; this one says what another says" in told


def test_an_event_that_an_article_reports_and_that_is_not_there_can_wait(project):
    result = typed("new", "article", answers="A report\n2020-01-04\n\n\n\n\n\n\nSecond event\ny\n\n\n")
    assert (
        "There is no event \"Second event\". Go on without it? 'timeline new event' makes it then"
        in result.output
    )
    assert "events" not in (project / "content/articles/2020-01-04-a-report.md").read_text()


def test_what_is_neither_yes_nor_no_is_asked_again(project):
    told, event = asked(project, "\nA paper\n\nExampleton Gazette\nperhaps\nNo\n\n\n\n\n\n")
    assert "  y is yes; n or Enter is no\n" in told
    assert event.sources[0].publisher == "Exampleton Gazette"


def test_a_language_is_its_code_and_that_of_none_is_asked_about(project):
    answers = "Exampleton Gazette\n\n\nEnglish\nGB\nn\nen\n\n"
    result = typed("new", "publisher", answers=answers)
    assert "'English' is not a language tag; write en\n" in result.output
    assert "'GB' is the code of no language; " in result.output
    assert (project / "content/publishers.yaml").read_text().endswith("  language: en\n")


def test_kinds_of_actors_are_spelled_as_they_are_elsewhere(project):
    (project / "content/actors.yaml").write_text("- {id: guards, name: Guards, kind: armed-force}\n")
    result = typed("new", "actor", answers="Exampleton watch\nArmed force\n\n\n")
    assert "Kind (Enter for none) [armed-force]" in result.output
    assert "  name: Exampleton watch\n  kind: armed-force\n" in (project / "content/actors.yaml").read_text()
