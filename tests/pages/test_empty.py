"""A chronology before its first event: every page says so in words, and no list, heading or link leads nowhere."""

import re

import pytest

NOTHING = """
    == content/index.md
    ---
    title: A made-up chronology
    ---
    == content/events/events.yaml
    # none yet
"""
PAGES = ("", "storylines/", "places/", "actors/", "tags/", "sources/", "articles/", "corrections/", "map/")


def test_the_home_page_says_that_there_is_nothing_yet_and_leads_to_the_form(publish):
    html = publish(NOTHING)[""].html
    assert "There are no events here yet" in html
    assert '<a href="add/">Add the first event</a>' in html
    assert 'class="timeline"' not in html


def test_the_first_event_takes_the_place_of_these_words(publish):
    html = publish("""
        == content/events/events.yaml
        - {id: one, date: 2020, title: The first, sources: [{title: A made-up source}]}
    """)[""].html
    assert "no events" not in html
    assert "The first" in html


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_an_empty_list_or_heading(publish, path):
    html = publish(NOTHING)[path].html
    assert re.findall(r"<(ul|ol|dl|h[1-6]|section)\b[^>]*>\s*</\1>", html) == []
    assert "<h1" in html


def test_sources_lead_to_the_reports_only_where_there_are_some(publish):
    assert "../articles/" not in publish(NOTHING)["sources/"].html
