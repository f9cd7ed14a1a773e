"""Where values stand, before problems are told and after."""

import gc
import weakref

from timeline.checks import examine
from timeline.records import Site

TREE = """
== events/a.yaml
- id: flood
  date: 2020-01-01
  title: A flood
  sources: [{title: A report, url: https://paper.example/flood}]
- id: storm
  date: 2020-01-02
  title: A storm
  sources: [{title: A report, url: https://paper.example/storm}]
== articles/one.md
---
title: An article
published: 2020-01-05
events:
  - flood
  - id: drought
    date: 2020-01-03
    title: A drought
---
The words of the article.
== about.md
About us.
"""


def begins(timeline):
    """Where every page is edited."""
    events = {id: str(entry.home.span()) for id, entry in timeline.events.items()}
    return events | {located.file: str(located.places.of()) for located in timeline.content.records()}


def test_when_problems_are_told_it_is_still_known_where_each_record_and_event_begins(read):
    timeline = examine(read(TREE), Site()).timeline
    before = begins(timeline)
    assert before["storm"] == "content/events/a.yaml:5:3"
    assert before["drought"] == "content/articles/one.md:6:5"
    timeline.settle()
    assert begins(timeline) == before


def test_when_problems_are_told_nothing_holds_the_text_of_a_file(read):
    reading = read(TREE)
    examined = examine(reading, Site())
    assert examined.timeline.wordings
    assert examined.timeline.addresses
    texts = [weakref.ref(text) for text in reading.texts.values()]
    timeline = examined.timeline
    timeline.settle()
    del reading, examined
    gc.collect()
    assert timeline.event("flood").title == "A flood"
    assert [text() for text in texts] == [None] * len(texts)


def test_of_a_value_that_was_let_go_of_the_place_of_its_record_is_told(read):
    timeline = examine(read(TREE), Site()).timeline
    storm = timeline.events["storm"]
    assert str(storm.span("title")) == "content/events/a.yaml:7:10"
    timeline.settle()
    assert str(storm.span("title")) == str(storm.home.span()) == "content/events/a.yaml:5:3"
    assert str(storm.find("storm", "title")) == "content/events/a.yaml:5:3"
