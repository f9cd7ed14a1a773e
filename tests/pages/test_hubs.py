"""Tags, sources, corrections and articles: the chronology by other keys than time."""

import re

import pytest
from chronicles import chronicle
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.pages.addresses import address_of, folded

PROJECT = """
    == content/publishers.yaml
    - {id: post, name: The Made-up Post}
    == content/articles/report.md
    ---
    title: A made-up report
    published: 2020-01-05
    origin: Made-up Agency
    tags: [Sea level]
    events: [one]
    ---
    == content/events/all.yaml
    - id: one
      date: 2020-01-03
      title: The first
      tags: [sea  LEVEL, عراق]
      sources: [{title: In the Post, publisher: post, url: "https://example.org/a"}]
      corrections: [{date: 2020-01-06, note: The day was wrong.}]
    - id: two
      date: 2020-01-04
      title: The second
      sources: [{title: In the Post, publisher: The Made-up Post, url: "https://example.org/a"}]
      retracted: {date: 2020-01-08, reason: It never happened.}
"""


@settings(deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
def test_two_texts_share_an_address_only_where_they_are_one(one, other):
    assert (address_of(one) == address_of(other)) == (folded(one) == folded(other))


@settings(deadline=None)
@given(st.text(min_size=1, max_size=400))
def test_an_address_is_plain_on_every_file_system(text):
    assert re.fullmatch(r"[a-z0-9_~-]{0,80}", address_of(text))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("deaths", "deaths"),
        ("Death  toll", "death_toll"),
        ("oil-price", "oil-price"),
        ("C++", "c~2b~~2b~"),
        ("عراق", "~~mgbtx2b"),
    ],
)
def test_addresses_stay_as_they_are(text, address):
    assert address_of(text) == address


def test_spellings_of_a_tag_are_one_page_named_as_it_first_stands(publish):
    pages = publish(PROJECT)
    assert [path for path in pages if path.startswith("tags/")] == [
        "tags/sea_level/", "tags/~~mgbtx2b/", "tags/",
    ]  # fmt: skip
    assert pages["tags/sea_level/"].title == "sea LEVEL"
    assert "The first" in pages["tags/sea_level/"].html
    assert "A made-up report" in pages["tags/sea_level/"].html


def test_tags_lead_to_their_pages(publish):
    pages = publish(PROJECT)
    assert '<a href="../../tags/sea_level/">sea LEVEL</a>' in pages["events/one/"].html
    assert '<a href="../../tags/sea_level/">Sea level</a>' in pages["articles/report/"].html
    assert '<a href="~~mgbtx2b/">عراق</a>' in pages["tags/"].html


def test_sources_stand_once_under_their_publisher_with_what_they_support(publish):
    html = publish(PROJECT)["sources/"].html
    by_publisher, by_agency = html.split('id="agencies"')
    assert by_publisher.count("In the Post") == 1
    assert "Supports 2 events" in by_publisher
    assert by_publisher.index("The Made-up Post") < by_publisher.index("Publisher not stated")
    assert "Made-up Agency" in by_agency
    assert "1 source names no agency." in by_agency


def test_a_publisher_has_a_page_and_so_has_what_nobody_stated(publish):
    pages = publish(PROJECT)
    assert [path for path in pages if path.startswith("sources/")] == [
        "sources/", "sources/made-up_agency/", "sources/post/", "sources/~unstated/",
    ]  # fmt: skip
    assert "A made-up report" in pages["sources/~unstated/"].html
    assert "As an agency" in pages["sources/made-up_agency/"].html


def test_corrections_and_retractions_stand_newest_first_and_lead_to_the_event(publish):
    document = publish(PROJECT)["corrections/"]
    assert document.html.index("It never happened.") < document.html.index("The day was wrong.")
    assert 'href="../events/two/"' in document.html
    assert document.updated == "2020-01-08"


def test_a_site_without_corrections_says_so(publish):
    assert (
        "Nothing has been corrected"
        in publish("== content/index.md\n---\ntitle: Made up\n---")["corrections/"].html
    )


def test_articles_are_listed_newest_first(publish):
    more = "\n== content/articles/later.md\n---\ntitle: A later one\npublished: 2021\n---"
    html = publish(
        chronicle(1)
        + "== content/articles/early.md\n---\ntitle: An early one\npublished: 2020-01\n---"
        + more
    )
    assert html["articles/"].html.index("A later one") < html["articles/"].html.index("An early one")


def test_a_long_list_goes_on_over_pages_that_lead_to_each_other(publish):
    articles = "".join(
        f"== content/articles/a{n}.md\n---\ntitle: Made up {n}\npublished: 2020-01-01\n---\n"
        for n in range(201)
    )
    pages = publish(articles)
    assert 'rel="next" href="../articles/page/2/"' in pages["articles/"].html
    second = pages["articles/page/2/"].html
    assert 'rel="prev" href="../../../articles/"' in second
    assert second.count("index__item") == 1
    assert 'href="../../../articles/a0/"' in second


@pytest.mark.parametrize(("language", "heading"), [("en", "Status"), ("ar", "الحالة")])
def test_a_status_leads_to_where_the_method_explains_it(publish, language, heading):
    pages = publish(f"""
        == content/method.md
        ---
        title: The method
        ---
        ## {heading}
        == content/events/all.yaml
        - {{id: one, date: 2020, title: The first, sources: [{{title: A made-up source}}]}}
    """, language=language)  # fmt: skip
    anchor = re.search(r'<h2 id="([^"]+)"', pages["method/"].html)[1]
    assert f'href="../../method/#{anchor}"' in pages["events/one/"].html
