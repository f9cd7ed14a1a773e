"""The lines that a hint shows can be written as they stand; a day that is left open in them is told again."""

import pytest

from timeline.reading.examples import example_of
from timeline.records import Account, Correction, Event, Figure, Media, Retraction, Silence, Source

EVENT = """
== events/a.yaml
- id: a
  date: 2020-01-04
  title: A
"""


def lines(key, model, given=None, *, listed=True):
    return "".join(f"  {line}\n" for line in example_of(model, key, given, listed=listed).split("\n"))


@pytest.mark.parametrize(
    ("key", "model", "given", "left"),
    [
        ("accounts", Account, None, []),
        ("accounts", Account, {"Police": "One landed."}, []),
        ("accounts", Account, "Police: 'one', they say", []),
        ("figures", Figure, None, []),
        ("accounts", Account, "Police: one landed", []),
        ("figures", Figure, "3 killed", []),
        ("figures", Figure, "killed: 3", []),
        ("figures", Figure, "2", []),
        ("figures", Figure, {"people hurt": "3"}, []),
        ("corrections", Correction, None, ["bad-date"]),
        ("corrections", Correction, "2020-02-01 It was the other bank.", []),
        ("corrections", Correction, "It's all wrong: see below # again", ["bad-date"]),
        ("media", Media, None, ["unknown-file"]),
        ("silence", Silence, None, []),
        ("sources", Source, "https://gazette.example/a?b=c#d", []),
        ("sources", Source, "The Exampleton Gazette", []),
        ("sources", Source, "[A report: the flood](https://gazette.example/a)", []),
        ("sources", Source, "Exampleton Gazette (4 January 2020)", []),
    ],
)
def test_an_example_is_right_but_for_what_nobody_can_know(problems, key, model, given, left):
    tree = EVENT + lines(key, model, given)
    tree += "" if key == "sources" else "  sources: [report]\n"
    assert [problem.code for problem in problems(tree)] == left


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("The report was wrong: it's another # town", "'The report was wrong: it''s another # town'"),
        ("It did not happen.", "It did not happen."),
        (f"{'so ' * 200}", f"'{('so ' * 100).strip()}…'"),
        ("yes", "Why the event no longer stands."),
    ],
)
def test_the_words_of_a_retraction_are_carried_into_the_lines_that_show_it(problems, given, reason):
    front = lines("retracted", Retraction, given, listed=False)
    assert f"    reason: {reason}\n" in front
    dated = front.replace("YYYY-MM-DD", "2020-02-01")
    assert problems(f"{EVENT}{dated}  sources: [report]\n") == []


def test_what_stands_alone_is_shown_without_a_dash(problems):
    tree = EVENT + lines("retracted", Retraction, "2020-02-01", listed=False)
    assert [problem.code for problem in problems(f"{tree}  sources: [report]\n")] == []


def test_an_event_in_an_article_gets_an_id_from_the_words_that_stood_there(problems):
    front = example_of(Event, "events", "Rocket lands")
    found = problems(f"== articles/b.md\n---\ntitle: B\npublished: 2020-01-05\n{front}\n---\n")
    assert [(problem.code, problem.span.line) for problem in found] == [("bad-date", 6)]
    assert "id: rocket-lands" in front
