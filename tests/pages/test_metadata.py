"""What pages say to machines: previews, JSON-LD, days of change."""

import base64
import json
from html.parser import HTMLParser

import pytest
from trees import write_tree

from timeline.adapters.project import Project, check_project
from timeline.dates import When
from timeline.pages import Edition, documents
from timeline.pages.linked_data import when_of
from timeline.records import Site

PROJECT = r"""
    == content/index.md
    ---
    title: A made-up chronology
    ---
    == content/about.md
    ---
    title: "About </script> & \"us\""
    summary: "Made up </script><script>alert(1)</script> & 'quoted'."
    ---
    == content/storylines/thread.md
    ---
    title: A made-up thread
    ---
    == content/places.yaml
    - {id: land, name: Made-up Land, country: XX, latitude: 1, longitude: 2, precision: country}
    - {id: town, name: Made-up Town, within: land, latitude: 1.5, longitude: 2.5, precision: locality}
    == content/actors.yaml
    - {id: someone, name: Someone, kind: person}
    == content/publishers.yaml
    - {id: paper, name: The Made-up Paper}
    == content/events/all.yaml
    - id: first
      date: 2020-01-03
      time: 19:45
      timezone: Asia/Baghdad
      place: town
      actors: [someone]
      title: "</script><b>First</b> & \"foremost\""
      summary: Made up </script> for tests.
      sources:
        - {title: A made-up report, publisher: paper, origin: Agency, url: "https://example.org/a?b=1&c=2",
           published: 2020-01-04, language: ar, archived: "https://example.net/a"}
        - report
      storylines: [thread]
      tags: [made up]
      added: 2020-02-01
      corrections: [{date: 2020-03-05, note: The *hour* was wrong.}]
      media: [{file: hall.png, alt: A "made-up" hall}]
    - id: second
      date: 2019-12~
      title: Second
      sources: [{title: A made-up source}]
      added: 2020-02-02
    - id: third
      date: 2020-01-05
      title: Third
      sources: [{title: A made-up source}]
      status: retracted
      retracted: {date: 2020-04-01, reason: It did not happen.}
      media: [{file: hall.png, alt: A hall, graphic: true}]
    == content/articles/report.md
    ---
    title: A made-up article
    published: 2020-01-04
    publisher: paper
    added: 2020-02-03
    ---
"""


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Head(HTMLParser):
    """The metadata in a piece of HTML: its meta elements, links, and JSON-LD."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.links, self.scripts, self._script = {}, [], [], False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "meta":
            name = given.get("property") or given["name"]
            assert name not in self.meta, f"{name} stands twice"
            self.meta[name] = given["content"]
        elif tag == "link":
            self.links.append(given)
        assert tag in {"meta", "link", "script"}
        self._script = tag == "script"

    def handle_data(self, data):
        if self._script:
            self.scripts.append(data)
            self._script = False

    @property
    def data(self):
        (script,) = self.scripts
        return json.loads(script)


@pytest.fixture
def pages(tmp_path):
    def made(url="", language="en"):
        root = write_tree(tmp_path, PROJECT)
        (root / "content/media").mkdir(exist_ok=True)
        (root / "content/media/hall.png").write_bytes(PNG)
        site = Site(name='Made-up <news> & "more"', language=language, url=url)
        checked = check_project(Project(root, root / "content", root / "none.yaml", site))
        assert [p for p in checked.examined.problems if p.severity.word == "error"] == []
        return {document.path: document for document in documents(Edition(checked.examined.timeline))}

    return made


def test_every_page_has_a_preview_and_linked_data(pages):
    for path, document in pages("https://example.org/news/").items():
        head = Head(document.head)
        assert head.meta["og:title"] == document.title
        assert head.meta["og:description"] == document.description != ""
        assert head.meta["og:url"] == f"https://example.org/news/{path}" == head.data["url"]
        assert head.meta["og:site_name"] == 'Made-up <news> & "more"'
        assert head.meta["og:type"] in {"article", "website"}
        assert head.meta["og:locale"] == "en"
        assert head.meta["twitter:card"].startswith("summary")
        assert head.data["@type"] in {"WebPage", "CollectionPage"}
        assert "canonical" not in [link["rel"] for link in head.links]


def test_descriptions_tell_the_pages_apart(pages):
    descriptions = [document.description for document in pages().values()]
    assert len(set(descriptions)) == len(descriptions)


def test_without_an_address_whatever_needs_one_is_absent(pages):
    for document in pages().values():
        assert "http" not in document.head.replace("https://schema.org", "").replace(
            "https://example.org/a", ""
        ).replace("https://example.net/a", "")
        assert not {"og:url", "og:image"} & set(Head(document.head).meta)


def test_nothing_that_an_editor_writes_ends_the_script_or_an_attribute(pages):
    found = pages("https://example.org/")
    for path in ("events/first/", "about/", ""):
        assert found[path].head.count("</script>") == 1
        assert "<b>" not in found[path].head
    assert Head(found["events/first/"].head).data["name"] == '</script><b>First</b> & "foremost"'
    assert Head(found["about/"].head).meta["og:title"] == 'About </script> & "us"'


def test_line_separators_are_written_as_escapes(tmp_path):
    # The reader refuses them in content; a site's name comes from mkdocs.yml.
    site = Site(name="One\u2028two\u2029three")
    checked = check_project(Project(tmp_path, tmp_path, tmp_path / "none.yaml", site))
    (home, *_) = documents(Edition(checked.examined.timeline))
    script = home.head.split("ld+json", 1)[1]
    assert r"One\u2028two\u2029three" in script
    assert not {"\u2028", "\u2029"} & set(script)


def test_a_page_of_an_event_is_about_it_and_cites_its_sources(pages):
    head = Head(pages("https://example.org/")["events/first/"].head)
    data = head.data
    assert data["@type"] == "WebPage"
    assert data["about"]["@type"] == "Event"
    assert data["about"]["startDate"] == "2020-01-03T19:45+03:00"
    assert data["about"]["location"]["name"] == "Made-up Town"
    assert data["about"]["location"]["geo"]["latitude"] == 1.5
    assert data["about"]["location"]["containedInPlace"] == {"@type": "Country", "name": "Made-up Land"}
    assert data["citation"][0] == {
        "@type": "NewsArticle",
        "headline": "A made-up report",
        "url": "https://example.org/a?b=1&c=2",
        "archivedAt": "https://example.net/a",
        "inLanguage": "ar",
        "datePublished": "2020-01-04",
        "publisher": {"@type": "Organization", "name": "The Made-up Paper"},
        "sourceOrganization": {"@type": "Organization", "name": "Agency"},
    }
    assert data["citation"][1]["headline"] == "A made-up article"
    assert data["correction"][0]["text"] == "The hour was wrong."
    assert (data["datePublished"], data["dateModified"]) == ("2020-02-01", "2020-03-05")
    assert head.meta["article:published_time"] == "2020-02-01"
    assert head.meta["article:modified_time"] == "2020-03-05"
    assert data["breadcrumb"]["itemListElement"][0]["name"].startswith("Made-up <news>")


def test_only_a_picture_of_the_event_that_needs_no_warning_stands_in_a_preview(pages):
    found = pages("https://example.org/")
    first, third = (Head(found[f"events/{id}/"].head).meta for id in ("first", "third"))
    assert first["og:image"] == "https://example.org/media/hall.png"
    assert (first["og:image:width"], first["og:image:height"]) == ("1", "1")
    assert first["og:image:alt"] == 'A "made-up" hall'
    assert first["twitter:card"] == "summary_large_image"
    assert "og:image" not in third
    assert third["twitter:card"] == "summary"


def test_a_retracted_event_is_not_said_to_have_happened(pages):
    found = pages()
    data = Head(found["events/third/"].head).data
    assert "about" not in data
    assert data["creativeWorkStatus"] == "Retracted"
    assert found["events/third/"].updated == "2020-04-01"


@pytest.mark.parametrize(
    ("date", "time", "said"),
    [
        ("2020-01-04", None, {"startDate": "2020-01-04"}),
        ("2020-01-04", "evening", {"startDate": "2020-01-04"}),
        ("2020-01-04T19:45Z", None, {"startDate": "2020-01-04T19:45Z"}),
        ("2019-12", None, {"temporalCoverage": "2019-12"}),
        ("2019-12~", None, {"temporalCoverage": "2019-12~"}),
        ("2020-01-04?", None, {"temporalCoverage": "2020-01-04?"}),
        ("2020-01-03/2020-01-05", None, {"temporalCoverage": "2020-01-03/2020-01-05"}),
        ("2020-01-03/..", None, {"temporalCoverage": "2020-01-03/.."}),
        ("2020-21", None, {"temporalCoverage": "2020-21"}),
        ("201X", None, {"temporalCoverage": "201X"}),
        ("-0043-03-15", None, {"temporalCoverage": "-0043-03-15"}),
    ],
)
def test_a_date_is_never_made_more_exact_than_it_is(date, time, said):
    assert when_of(When.parse(date, time)) == said


def test_a_list_names_its_entries_in_order_and_changes_with_the_latest(pages):
    found = pages("https://example.org/")
    home = Head(found[""].head).data
    assert home["@type"] == "CollectionPage"
    assert home["mainEntity"]["numberOfItems"] == 4
    assert [(item["position"], item["url"]) for item in home["mainEntity"]["itemListElement"]] == [
        (1, "https://example.org/events/second/"),
        (2, "https://example.org/events/first/"),
        (3, "https://example.org/articles/report/"),
        (4, "https://example.org/events/third/"),
    ]
    assert home["temporalCoverage"] == "2019-12/2020-01"
    days = {path: found[path].updated for path in ("", "storylines/thread/", "places/town/", "about/")}
    assert days == {
        "": "2020-04-01",
        "storylines/thread/": "2020-03-05",
        "places/town/": "2020-03-05",
        "about/": "",
    }


def test_a_storyline_links_its_own_feeds_where_there_are_any(pages):
    links = Head(pages("https://example.org/")["storylines/thread/"].head).links
    assert [(link["type"], link["href"]) for link in links] == [
        ("application/atom+xml", "feed.xml"),
        ("application/feed+json", "feed.json"),
    ]
    assert Head(pages()["storylines/thread/"].head).links == []


def test_a_long_description_is_cut_between_words(tmp_path):
    write_tree(tmp_path, f"== content/about.md\n---\ntitle: Long\nsummary: {'word, ' * 100}end\n---")
    checked = check_project(Project(tmp_path, tmp_path / "content", tmp_path / "none.yaml", Site()))
    (about,) = [d for d in documents(Edition(checked.examined.timeline)) if d.path == "about/"]
    assert len(about.description) <= 300
    assert about.description.endswith("word…")
