"""Words where an id belongs: what is told to write in their place is looked for among all names of the project."""

import pytest
from projects import check, told

SITE = """
    == content/places.yaml
    - {id: exampleton-town, name: Exampleton, names: {fr: Exempleville, ar: مثال}}
    - {id: north-gate, name: The gate, within: exampleton-town}
    - {id: south-gate, name: The gate, within: exampleton-town}
    == content/actors.yaml
    - {id: brigade, name: Exampleton Fire Brigade}
    == content/storylines/floods.md
    ---
    title: The floods of Exampleton
    ---
    == content/articles/a-report.md
    ---
    title: A made-up report
    published: 2020-01-05
    events: [{id: told, date: 2020-01-04, title: An event in an article}]
    ---
    == site_config/vocabulary.yaml
    format: 1
    kinds: {rocket-fire: {label: Rockets}, other: {label: Anything else}}
    == content/events/a.yaml
    - {id: before, date: 2020-01-01, title: A made-up flood, sources: [a-report]}
    - {id: partly, date: 2020-01-02, title: "An event, half read", kind: Rocket fire, sources: [a-report]}
    - id: one
      date: 2020-01-04
      title: A made-up event
      sources: [a-report]
"""
KINDS = (
    "attack, indirect-fire, air-strike, drone-strike, clash, protest, statement, decision, agreement, vote, court,"
    " arrest, accident, disaster, death, other, rocket-fire"
)
ONE_OF = f"write one of {KINDS}, or add it to site_config/vocabulary.yaml"
ADVICE = {
    "the id that the words make": ("kind: Rocket fire", "write rocket-fire", ""),
    "the label of a kind": ("kind: 'rockets'", "did you mean 'rocket-fire'?", ""),
    "a kind with another word in it": (
        "kind: Rocket fires",
        f"did you mean 'rocket-fire'? if not, {ONE_OF} as rocket-fires, and write that here",
        "",
    ),
    "no kind at all": (
        "kind: Zeppelin",
        f"{ONE_OF} as zeppelin, and write that here",
        "",
    ),
    "no kind, in other letters": ("kind: قصف", ONE_OF, ""),
    "a place's name": ("place: Exampleton", "write exampleton-town", ""),
    "a place's name in another language": ("place: مثال", "write exampleton-town", ""),
    "a name of two places": ("place: The gate", "write north-gate or south-gate", ""),
    "nearly a place's name": (
        "place: Exempelton",
        "did you mean 'exampleton-town'? if not, write exempelton here, and add these lines to content/places.yaml:",
        "- id: exempelton\n  name: Exempelton",
    ),
    "a place that is not there": (
        "place: Zzz's Quay",
        "write zzz-s-quay here, and add these lines to content/places.yaml:",
        "- id: zzz-s-quay\n  name: 'Zzz''s Quay'",
    ),
    "a place that is not there, in quotes": (
        """place: '"Zzz Quay"'""",
        "write zzz-quay here, and add these lines to content/places.yaml:",
        "- id: zzz-quay\n  name: Zzz Quay",
    ),
    "a place with a name that Windows keeps for itself": (
        "place: CON",
        "write con-place here, and add these lines to content/places.yaml:",
        "- id: con-place\n  name: CON",
    ),
    "nobody": ("actors: [Nobody]", "leave it out where it is not known", ""),
    "a place that is not there, in other letters": (
        "place: بغداد",
        "add it to content/places.yaml under an id in Latin letters, and write that id here",
        "",
    ),
    "an actor's name": ("actors: [exampleton  FIRE Brigade]", "write brigade", ""),
    "an actor that is not there": (
        "actors: [The Zzz]",
        "write the-zzz here, and add these lines to content/actors.yaml:",
        "- id: the-zzz\n  name: The Zzz",
    ),
    "a storyline's title": ("storylines: [The floods of Exampleton]", "write floods", ""),
    "the address of a storyline's page": ("storylines: [/storylines/floods/]", "write floods", ""),
    "the path of a storyline's file": ("storylines: [storylines/floods.md]", "write floods", ""),
    "a storyline that is not there": (
        "storylines: [Zzz Zzz]", "add content/storylines/zzz-zzz.md first, and write zzz-zzz here", "",
    ),
    "a storyline that is not there, in other letters": (
        "storylines: [فيضان]",
        "add it to content/storylines under an id in Latin letters, and write that id here",
        "",
    ),
    "an event's title": ("after: [A made-up flood]", "write before", ""),
    "an event's title, without a list around it": ("after: A made-up flood", "write before", ""),
    "no event's title, without a list around it": (
        "response_to: Zzz Zzz", "write the id of that event, as its own 'id:' has it", "",
    ),
    "the title of an event in an article": ("related: [An event in an article]", "write told", ""),
    "the title of an event of which not all can be read": ("part_of: 'An event, half read'", "write partly", ""),
    "an event that is not there": ("after: [Zzz Zzz]", "write the id of that event, as its own 'id:' has it", ""),
    "two ids without a list around them": ("after: before, told", "write [before, told]", ""),
    "two ids in one item": (
        "actors: ['brigade, other']", "each id is an item of its own: write brigade, other, without quotes around them all", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "hint", "example"), ADVICE.values(), ids=ADVICE.keys())
def test_words_in_place_of_an_id_are_told_with_what_they_mean(tmp_path, line, hint, example):
    checked = check(tmp_path, f"{SITE}      {line}\n")
    problem = next(
        p for p in checked.examined.problems if p.span.file.endswith("a.yaml") and p.span.line == 7
    )
    if hint.endswith("?"):
        assert problem.hint.startswith(hint)
    else:
        assert (problem.code, problem.hint, problem.example) == ("bad-id", hint, example)


@pytest.mark.parametrize(
    ("line", "written", "hint", "example"),
    [
        ("sources: [a-report]\n", "sources: [A  made-up Report]\n", "write a-report", ""),
        ("sources: [a-report]\n", "sources: [Zzz Zzz]\n", "name an article of this site by its id, or write out what it is:",
         "sources:\n  - title: The headline, as it was printed\n    publisher: Zzz Zzz"),
        ("events: [", "events: [A made-up flood, ", "write before", ""),
    ],
)  # fmt: skip
def test_a_title_where_an_id_or_a_whole_record_can_stand_is_told_with_the_id(
    tmp_path, line, written, hint, example
):
    site, _, last = SITE.replace("kind: Rocket fire", "kind: rocket-fire").rpartition(line)
    checked = check(tmp_path, f"{site}{written}{last}")
    problem = next(p for p in checked.examined.problems if p.code == "bad-id")
    assert (problem.hint, problem.example) == (hint, example)


@pytest.mark.parametrize(("more", "listed"), [(14, True), (15, False)])
def test_of_more_than_thirty_kinds_none_is_named(tmp_path, more, listed):
    kinds = "".join(f"\n      k{number}: {{label: No. {number}}}" for number in range(more))
    site = SITE.replace(" {rocket-fire: {label: Rockets}, other: {label: Anything else}}", kinds)
    checked = check(tmp_path, f"{site.replace('Rocket fire', 'other')}      kind: Zeppelin\n")
    (hint,) = (p.hint for p in checked.examined.problems if p.code == "bad-id")
    alone = "add it to site_config/vocabulary.yaml as zeppelin, and write that here"
    names = [*KINDS.split(", ")[:-1], *(f"k{number}" for number in range(more))]
    assert hint == (f"write one of {', '.join(names)}, or {alone}" if listed else alone)


def test_what_is_told_beside_words_in_place_of_an_id_stays(tmp_path):
    site = SITE.replace("kind: Rocket fire, sources: [a-report]", "sources: [Zzz Zzz]")
    checked = check(tmp_path, f"{site}      colour: red\n      place: Exampleton\n      kind: Rocket fire\n")
    found = [(p.span.line, p.code) for p in checked.examined.problems if p.span.file.endswith("a.yaml")]
    assert found == [(2, "bad-id"), (7, "unknown-key"), (8, "bad-id"), (9, "bad-id")]


def test_what_is_told_to_write_is_taken(tmp_path):
    text = SITE.replace("kind: Rocket fire", "kind: rocket-fire").replace(
        "{id: brigade", "{id: zzz, name: Zzz}\n    - {id: brigade"
    )
    checked = check(
        tmp_path,
        f"{text}      kind: rocket-fire\n      place: exampleton-town\n      actors: [brigade, zzz]\n      storylines: [floods]\n",
    )
    assert [row for row in told(checked) if row.code.startswith(("bad-", "unknown-"))] == []
