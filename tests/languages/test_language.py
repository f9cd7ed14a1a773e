"""The interface's words in a language, filled in, counted and listed."""

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from chronicles import chronicle
from trees import write_tree

from timeline.adapters.mkdocs import load_project
from timeline.adapters.project import check_project
from timeline.languages import UnknownLanguage, available, load_language
from timeline.outputs import outputs
from timeline.pages import Edition, documents

EVERYTHING = Path(__file__).parents[1] / "sites" / "everything"
EN, AR = load_language("en"), load_language("ar")


def test_english_and_arabic_are_there():
    assert available()[:2] == ["en", "ar"]
    assert (EN.direction, AR.direction) == ("ltr", "rtl")


@pytest.mark.parametrize("tag", ["ar-IQ", "ar_IQ", "ar"])
def test_a_region_has_the_catalogue_of_its_language(tag):
    assert load_language(tag).text("Sources") == "المصادر"


@pytest.mark.parametrize("tag", ["fr", "tlh-xx", "../ar"])
def test_a_language_without_a_catalogue_is_refused(tag):
    with pytest.raises(UnknownLanguage):
        load_language(tag)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "لا أحداث"),
        (1, "حدث واحد"),
        (2, "حدثان"),
        (3, "3 أحداث"),
        (10, "10 أحداث"),
        (11, "11 حدثًا"),
        (99, "99 حدثًا"),
        (100, "100 حدث"),
        (103, "103 أحداث"),
    ],
)
def test_arabic_counts_in_six_forms(number, words):
    assert AR.plural("{number} event", "{number} events", number) == words


def test_words_that_run_the_other_way_are_set_apart_in_a_phrase():
    assert EN.text("from {agency}", agency="A") == "from A"
    assert EN.text("from {agency}", agency="الوكالة") == "from \u2068الوكالة\u2069"
    assert AR.text("from {agency}", agency="Agency 1") == "نقلًا عن \u2068Agency 1\u2069"
    assert AR.text("from {agency}", agency="الوكالة 1") == "نقلًا عن الوكالة 1"
    assert EN.text("from {agency}", agency="2020") == "from 2020"


def test_a_list_has_the_languages_own_comma():
    assert EN.listed(["3 events", "2 reports"]) == "3 events, 2 reports"
    assert AR.listed(["3 أحداث", "تقريران"]) == "3 أحداث، تقريران"


def arabic(folder: Path, name: str) -> Path:
    """The made-up site of everything, or a long chronology, that speaks Arabic."""
    if name == "long":
        return write_tree(folder, chronicle(200, language="ar", days=40))
    shutil.copytree(EVERYTHING, folder, dirs_exist_ok=True)
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("language: en", "language: ar"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["long", "everything"])
def test_nothing_that_an_arabic_site_says_lacks_a_translation(tmp_path, monkeypatch, name):
    """What the search for messages in the code may miss: words that come from tables and vocabularies."""
    project = load_project(str(arabic(tmp_path, name) / "mkdocs.yml"))
    timeline = check_project(project).examined.timeline
    own = {kind.label for kind in timeline.vocabulary.kinds.values()}
    lacking = set()
    find = Catalog.get

    def noting(self, id, context=None):
        found = find(self, id, context)
        if found is None or not found.string:
            lacking.add(id)
        return found

    monkeypatch.setattr(Catalog, "get", noting)
    load_language.cache_clear()  # templates that are compiled already would ask for no word again
    edition = Edition(timeline)
    assert edition.language.code == "ar"
    assert [*documents(edition), *outputs(edition)]
    assert lacking - own == set()
