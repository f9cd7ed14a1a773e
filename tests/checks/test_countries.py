"""Places that are said to be in another country than what they lie in."""

import pytest
from projects import check, told

PLACES = """
    == content/places.yaml
    - id: iraq
      name: Iraq
      precision: country
    - id: testshire
      name: Testshire
      within: iraq
    - id: exampleton
      name: Exampleton
      country: {outer}
      within: testshire
    - id: old-harbour
      name: Old Harbour
      within: exampleton
      country: {inner}
"""


@pytest.mark.parametrize(("outer", "inner"), [("IQ", "IR"), ("Iraq", "Iran"), ("iq", "TR")])
def test_a_place_in_another_country_than_what_it_lies_in_is_told_with_both_lines(outer, inner, tmp_path):
    (problem,) = told(check(tmp_path, PLACES.format(outer=outer, inner=inner)))
    assert problem == (
        "content/places.yaml:14:12", "unlike-country",
        f"'old-harbour' is in {inner} here, and lies within 'exampleton', which is in {outer}",
        "correct one of the two, or 'within'; where it is contested, leave 'country' out",
        ("content/places.yaml:9:12",),
    )  # fmt: skip


def test_a_place_that_is_a_country_is_known_by_its_name(tmp_path):
    (problem,) = told(check(tmp_path, PLACES.format(outer="Syria", inner="SY")))
    assert (problem.place, problem.see) == ("content/places.yaml:9:12", ("content/places.yaml:2:9",))


@pytest.mark.parametrize("inner", ["IQ", "Iraq", "iraq", "Republic of Iraq", "العراق"])
def test_a_country_by_its_code_or_its_name_or_in_other_words_is_none_that_contradicts(inner, tmp_path):
    assert told(check(tmp_path, PLACES.format(outer="IQ", inner=inner))) == []


@pytest.mark.parametrize("outer", ["EU", "European Union", "UN"])
def test_what_is_no_country_holds_many(outer, tmp_path):
    tree = PLACES.replace("name: Iraq", "name: Exampletonia").format(outer=outer, inner="BE")
    assert told(check(tmp_path, tree)) == []


def test_a_territory_that_only_others_than_iso_give_a_code_lies_in_its_state(tmp_path):
    tree = PLACES.replace("Iraq", "Spain").format(outer="ES", inner="Canary Islands")
    assert told(check(tmp_path, tree)) == []


def test_a_territory_with_a_code_of_its_own_lies_in_its_state(tmp_path):
    tree = PLACES.replace("Iraq", "France").format(outer="FR", inner="Martinique")
    assert told(check(tmp_path, tree)) == []


@pytest.mark.parametrize(
    ("outer", "inner"), [("Serbia", "Kosovo"), ("GB", "HK"), ("China", "TW"), ("Ethiopia", "Eritrea")]
)
def test_where_a_land_belongs_is_not_for_a_program_to_say(outer, inner, tmp_path):
    tree = PLACES.replace("name: Iraq", "name: Exampletonia").format(outer=outer, inner=inner)
    assert told(check(tmp_path, tree)) == []
