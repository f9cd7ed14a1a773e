"""What a reader sees of a source whose address is known to be dead. Everything cited here is made up."""

import re

from timeline.outputs import outputs

TREE = """
    == content/events/all.yaml
    - id: first
      date: 2020-01-03
      title: A made-up event
      sources:
        - {title: With a copy of its own, url: "https://example.org/own", archived: "https://archive.example/own"}
        - {title: With a copy in the list, url: "https://example.org/listed"}
        - {title: Without a copy, url: "https://example.org/none"}
        - {title: Its copy is gone too, url: "https://example.org/both", archived: "https://archive.example/both"}
        - {title: Alive, url: "https://example.org/alive", archived: "https://archive.example/alive"}
      accounts:
        - {by: One made-up party, says: One thing., source: "https://example.org/own"}
    == content/articles/report.md
    ---
    title: A made-up article
    published: 2020-01-04
    publisher: echo
    url: https://example.org/article
    archived: https://archive.example/article
    added: 2020-01-05
    ---
    == content/publishers.yaml
    - {id: echo, name: The Made-up Echo, url: "https://echo.example/"}
    == content/links.yaml
    - {url: "https://example.org/own", found: 404 Not Found, seen: 2021-05-03}
    - {url: "https://example.org/listed", found: 404 Not Found, seen: 2021-05-03, archived: "https://archive.example/listed"}
    - {url: "https://example.org/none", found: 410 Gone, seen: 2021-06-07}
    - {url: "https://example.org/both", found: 410 Gone, seen: 2021-06-07}
    - {url: "https://archive.example/both", found: 404 Not Found, seen: 2021-06-08}
    - {url: "https://example.org/article", found: 410 Gone, seen: 2021-06-07}
    - {url: "https://echo.example/", found: 410 Gone, seen: 2021-06-07, archived: "https://archive.example/echo"}
"""


def citations(html):
    """The sources of an event's page: of each, the title's link, and its addresses with the words beside them."""
    found = {}
    for item in re.findall(r'<li class="citation".*?</li>', html, re.DOTALL):
        title = re.search(r'<a href="([^"]*)" rel="external">([^<]*)</a></p>', item)
        rows = re.findall(r"<dt>(Address|Archived copy)</dt><dd>(.*?)</dd>", item)
        found[title[2]] = (
            title[1],
            [(label, " ".join(re.sub(r"<[^>]+>", " ", words).split())) for label, words in rows],
        )
    return found


def test_an_archived_copy_comes_first_where_the_original_is_dead(publish):
    found = citations(publish(TREE)["events/first/"].html)
    gone = "example.org no longer answers; noticed on 3 May 2021"
    assert found["With a copy of its own"] == (
        "https://archive.example/own", [("Archived copy", "archive.example"), ("Address", gone)]
    )  # fmt: skip
    assert found["With a copy in the list"] == (
        "https://archive.example/listed", [("Archived copy", "archive.example"), ("Address", gone)]
    )  # fmt: skip


def test_a_dead_original_without_a_copy_keeps_its_link_beside_the_words(publish):
    html = publish(TREE)["events/first/"].html
    assert citations(html)["Without a copy"] == (
        "https://example.org/none",
        [
            ("Address", "example.org no longer answers; noticed on 7 June 2021"),
            ("Archived copy", "not stated"),
        ],
    )


def test_a_copy_that_is_dead_too_does_not_come_first(publish):
    url, rows = citations(publish(TREE)["events/first/"].html)["Its copy is gone too"]
    assert url == "https://example.org/both"
    assert rows == [
        ("Address", "example.org no longer answers; noticed on 7 June 2021"),
        ("Archived copy", "archive.example no longer answers; noticed on 8 June 2021"),
    ]


def test_nothing_is_said_of_an_original_that_answers(publish):
    assert citations(publish(TREE)["events/first/"].html)["Alive"] == (
        "https://example.org/alive", [("Address", "example.org"), ("Archived copy", "archive.example")]
    )  # fmt: skip


def test_lists_of_sources_lead_to_the_copy_and_say_so(publish):
    pages = publish(TREE)
    short = re.findall(r"<li><a href=\"([^\"]*)\" rel=\"external\">([^<]*)</a>([^<]*)</li>", pages[""].html)
    assert short == [
        ("https://archive.example/own", "With a copy of its own", ", archived copy"),
        ("https://archive.example/listed", "With a copy in the list", ", archived copy"),
        ("https://example.org/none", "Without a copy", ", no longer answers"),
        ("https://example.org/both", "Its copy is gone too", ", no longer answers"),
        ("https://example.org/alive", "Alive", ""),
    ]
    account = re.search(r'account__source">in <a href="([^"]*)">([^<]*)</a>', pages["events/first/"].html)
    assert account.groups() == ("https://archive.example/own", "With a copy of its own, archived copy")


def test_the_page_of_sources_keeps_the_way_to_the_original(publish):
    html = publish(TREE)["sources/"].html
    words = "Original no longer answers"
    assert f'<a href="https://example.org/own" rel="external">{words}</a>' in html
    assert f'<a href="https://example.org/article" rel="external">{words}</a>' in html
    assert f'<a href="https://example.org/none" rel="external">{words}</a>' not in html
    assert html.count(words) == 5
    assert html.count("https://archive.example/listed") == 2


def test_an_articles_page_a_publishers_page_and_the_feeds_do_the_same(publish, edition):
    pages = publish(TREE)
    article = pages["articles/report/"].html
    assert article.index("https://archive.example/article") < article.index("https://example.org/article")
    assert "no longer answers; noticed on 7 June 2021" in article
    assert 'href="https://archive.example/echo"' in article
    publisher = pages["sources/echo/"].html
    assert publisher.index("https://archive.example/echo") < publisher.index("https://echo.example/")
    assert "echo.example</a> <span" in publisher
    feed = next(o for o in outputs(edition(TREE, url="https://site.example/")) if o.path.endswith(".xml"))
    assert "https://archive.example/article" in feed.content


def test_programs_get_the_list_and_the_copy(publish, edition):
    made = edition(TREE)
    data = next(output for output in outputs(made) if output.path == "data/timeline.json").content
    assert '{"url":"https://example.org/none","found":"410 Gone","seen":"2021-06-07"}' in data
    assert '"archivedAt":"https://archive.example/listed"' in publish(TREE)["events/first/"].head.replace(
        ": ", ":"
    )
