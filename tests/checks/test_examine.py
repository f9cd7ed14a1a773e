"""What the checks have in common: silences, levels, and when a build fails."""

import pytest
from projects import check, places, told

from timeline.checks import CHECKS
from timeline.problems import Severity
from timeline.records import Site

TREE = """
== content/events/a.yaml
- {id: one, date: 2020-01-04, title: T, tags: [a, a], sources: [{title: S}]}
"""


def test_a_warning_stops_a_strict_build_alone(tmp_path):
    examined = check(tmp_path, TREE).examined
    assert (examined.fails(), examined.fails(strict=True)) == (False, True)


@pytest.mark.parametrize(
    ("level", "told", "fails"),
    [(Severity.ERROR, 1, True), (Severity.NOTE, 1, False), (None, 0, False)],
)
def test_a_site_may_set_the_level_of_a_code(tmp_path, level, told, fails):
    examined = check(tmp_path, TREE, Site(levels={"repeated-item": level})).examined
    assert len(examined.problems) == told
    assert examined.fails() is fails
    assert not any(p.severity is not level for p in examined.problems)


def test_a_project_without_content_is_told_and_nothing_is_raised(tmp_path):
    checked = check(tmp_path, "")
    assert places(checked) == ["content:1:1 no-content"]


def test_a_silence_must_name_what_can_be_silenced(tmp_path):
    silence = "silence: [{code: everything, reason: So.}, {code: circle, reason: So.}, {code: conflicting-value, reason: So.}]"
    problem, other = told(check(tmp_path, TREE.replace("tags: [a, a]", silence)))
    assert other.message == "'circle' cannot be silenced on one record"
    assert problem.message == "there is no check 'everything' that can be silenced"
    silenceable = ["conflicting-value", *(rule.code for rule in CHECKS if rule.silenceable)]
    assert problem.hint == f"the checks are: {', '.join(sorted(silenceable))}"


def test_while_something_cannot_be_read_no_silence_is_called_needless(tmp_path):
    twin = "- {id: two, date: 2020-01-04, title: Two boats sink, sources: [{title: S}]}\n"
    tree = f"== content/events/a.yaml\n{twin.replace('two', 'one')}{twin}".replace(
        "id: one,", "id: one, silence: [{code: likely-duplicate, reason: So.}],"
    )
    assert told(check(tmp_path / "whole", tree)) == []
    broken = check(tmp_path / "broken", tree.replace("id: two,", "id: two, nonsense: 1,"))
    assert [problem.code for problem in told(broken)] == ["unknown-key"]
    alone = check(tmp_path / "alone", tree.replace(twin, ""))
    assert [problem.code for problem in told(alone)] == ["needless-silence"]


def test_a_silence_of_a_place_or_an_article_is_looked_at_as_that_of_an_event_is(tmp_path):
    tree = """
        == content/places.yaml
        - {id: one, name: One, silence: [{code: unlike-countries, reason: So.}, {code: misplaced, reason: So.}]}
        == content/articles/two.md
        ---
        title: A report
        published: 2020-01-04
        silence: [{code: wrong-weekday, reason: It is what the report says.}]
        ---
        It was said on Friday, 2 January 2020.
    """
    unknown, needless = told(check(tmp_path, tree))
    assert (unknown.place, unknown.code) == ("content/places.yaml:1:41", "unknown-code")
    assert unknown.hint == "did you mean 'unlike-country'?"
    assert (needless.place, needless.code) == ("content/places.yaml:1:80", "needless-silence")
    assert needless.message == "this silences nothing: 'misplaced' is not told of 'one'"


def test_every_check_states_its_rule_in_a_sentence_and_has_a_code_of_its_own():
    assert len({check.code for check in CHECKS}) == len(CHECKS)
    for rule in CHECKS:
        assert rule.rule.endswith(".")
        assert rule.rule[0].isupper()
