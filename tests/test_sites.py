"""The made-up sites of the tests are whole: clean by our own checks, and with every key in use."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from timeline.adapters.mkdocs import load_project
from timeline.adapters.project import check_project
from timeline.problems import Severity
from timeline.records import (
    Account,
    Actor,
    Article,
    Content,
    Correction,
    DeadLink,
    Event,
    Figure,
    Kind,
    Media,
    Page,
    Place,
    Publisher,
    Retraction,
    Silence,
    Source,
    StatusWords,
    Storyline,
    Vocabulary,
)

EVERYTHING = Path(__file__).parent / "sites/everything"
RECORDS = [
    Account, Actor, Article, Correction, DeadLink, Event, Figure, Kind, Media, Page, Place, Publisher, Retraction, Silence,
    Source, StatusWords, Storyline, Vocabulary,
]  # fmt: skip


@pytest.fixture(scope="module")
def everything():
    return check_project(load_project(str(EVERYTHING / "mkdocs.yml")))


def given_in(value: object, found: dict[type, set[str]]) -> None:
    """Notes, of every record inside a value, the keys that its editor gave."""
    if isinstance(value, BaseModel):
        found.setdefault(type(value), set()).update(value.model_fields_set)
        value = {name: getattr(value, name) for name in value.model_fields_set}
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for item in value:
            given_in(item, found)


def written(content: Content) -> dict[type, set[str]]:
    found: dict[type, set[str]] = {}
    lists = (
        content.events, content.articles, content.storylines, content.places, content.actors,
        content.publishers, content.links, content.pages.values(),
    )  # fmt: skip
    given_in([located.record for records in lists for located in records], found)
    given_in(content.vocabulary, found)
    return found


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_of_every_record_is_used_in_the_site_of_everything(everything, record):
    assert set(record.model_fields) - written(everything.reading.content).get(record, set()) == set()


def test_the_site_of_everything_has_no_problem(everything):
    assert [problem for problem in everything.examined.problems if problem.severity > Severity.NOTE] == []


def test_the_site_of_everything_says_that_it_is_made_up():
    for path in EVERYTHING.rglob("*"):
        if path.suffix in {".md", ".yaml", ".yml"}:
            text = path.read_text(encoding="utf-8").lower()
            assert "made up" in text or "made-up" in text or "مختلق" in text, path
