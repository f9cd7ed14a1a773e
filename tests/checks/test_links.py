"""Links and pictures that lead to nothing."""

import pytest
from projects import check, told

TREE = """
== content/events/a.yaml
- {id: strike, aliases: [once], date: 2020, title: T, sources: [one]}
== content/articles/2020/first.md
---
id: one
title: A report
published: 2020-01-04
---

See {article}.
== content/storylines/thread.md
---
title: A thread
---

See {storyline}.
== content/help/method.md
---
title: Method
---

See {page}.

## Dates
== content/about.md
---
title: About
---
# Contact
== content/media/crater.svg
<svg xmlns="http://www.w3.org/2000/svg"></svg>
"""


def tree(**links: str) -> str:
    """The project with a link in the text of its article, its storyline or its page."""
    text = TREE
    for where in ("article", "storyline", "page"):
        text = text.replace(f"{{{where}}}", links.get(where, "it"))
    return text


@pytest.mark.parametrize(
    ("where", "link"),
    [
        ("page", "[x](method.md)"),
        ("page", "[x](../about.md#contact)"),
        ("page", "[x](#dates)"),
        ("page", "[x](event:once) and [y](article:one) and [z](storyline:thread)"),
        ("page", "[x](https://example.org/a_(b)) and [y](mailto:a@example.org)"),
        ("page", "`[x](nowhere.md)` and ``![x](http://example.org/x.jpg)``"),
        ("page", "![x](../media/crater.svg)"),
        ("article", "[x](../../about.md)"),
        ("article", "![x](../../media/crater.svg)"),
        ("storyline", "[x](../help/method.md)"),
    ],
)
def test_what_leads_somewhere_is_fine(tmp_path, where, link):
    assert told(check(tmp_path, tree(**{where: link}))) == []


ARTICLE, STORYLINE, PAGE = (
    "content/articles/2020/first.md:7", "content/storylines/thread.md:5", "content/help/method.md:5",
)  # fmt: skip


@pytest.mark.parametrize(
    ("where", "link", "place", "message", "hint"),
    [
        ("page", "[x](about.md)", f"{PAGE}:9", "there is no page 'content/help/about.md'", "did you mean ../about.md?"),
        ("page", "[x](/about.md)", f"{PAGE}:9", "'/about.md' lies outside the content folder",
         "did you mean ../about.md?"),
        ("page", "[x](../../README.md)", f"{PAGE}:9", "'../README.md' lies outside the content folder",
         "name a page by the path of its file, as in about.md, and a record as in event:its-id"),
        ("page", "[x](../articles/2020/first.md)", f"{PAGE}:9", "there is no page 'content/articles/2020/first.md'",
         "write article:one"),
        ("page", "[x](strike)", f"{PAGE}:9", "there is no page 'content/help/strike'", "write event:strike"),
        ("page", "[x](../media/crater.svg)", f"{PAGE}:9", "there is no page 'content/media/crater.svg'",
         "show it as a picture, ![words](path), or in the 'media' of an event"),
        ("page", "[x](www.example.org)", f"{PAGE}:9", "there is no page 'content/help/www.example.org'",
         "write https://www.example.org for a page of the web"),
        ("page", "[x](www.gazette.example/a/b#c)", f"{PAGE}:9", "there is no page 'content/help/www.gazette.example/a/b'",
         "write https://www.gazette.example/a/b#c for a page of the web"),
        ("page", "[x](gazette.example/fire)", f"{PAGE}:9", "there is no page 'content/help/gazette.example/fire'",
         "write https://gazette.example/fire for a page of the web"),
        ("page", "[x](zzz.md/zzz)", f"{PAGE}:9", "there is no page 'content/help/zzz.md/zzz'",
         "name a page by the path of its file, as in about.md, and a record as in event:its-id"),
        ("article", "[x](about.md)", f"{ARTICLE}:9", "there is no page 'content/articles/2020/about.md'",
         "did you mean ../../about.md?"),
        ("storyline", "[x](about.md)", f"{STORYLINE}:9", "there is no page 'content/storylines/about.md'",
         "did you mean ../about.md?"),
        ("page", "[x](event:struck)", f"{PAGE}:9", "there is no event with the id 'struck'",
         "did you mean 'strike'? if not, add it to content/events, or correct the id"),
        ("page", "[x](javascript:alert)", f"{PAGE}:9", "a link cannot begin with 'javascript:'",
         "a link begins with http:// or https://, mailto:, or one of event, place, actor, article, storyline and a colon"),
        ("page", "[x](page:about)", f"{PAGE}:9", "a link cannot begin with 'page:'", "did you mean 'place:'?"),
        ("page", "![x](media/crater.svg)", f"{PAGE}:10", "there is no picture 'content/help/media/crater.svg'",
         "did you mean ../media/crater.svg?"),
        ("page", "![x](../media/creator.svg)", f"{PAGE}:10", "there is no picture 'content/media/creator.svg'",
         "did you mean ../media/crater.svg?"),
        ("article", "![x](https://example.org/x.jpg)", f"{ARTICLE}:10",
         "a picture is one of the site's own files; no page loads anything from elsewhere",
         "put a copy in content/media if its terms allow that, or link to it: [words](address)"),
        ("article", "![x](data:image/png;base64,AAAA)", f"{ARTICLE}:10",
         "a picture is one of the site's own files; no page loads anything from elsewhere",
         "put a copy in content/media if its terms allow that, or link to it: [words](address)"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_told_at_its_place(tmp_path, where, link, place, message, hint):
    (problem,) = told(check(tmp_path, tree(**{where: link})))
    assert (problem.place, problem.message, problem.hint) == (place, message, hint)


def test_each_of_two_equal_links_is_told_and_none_in_code(tmp_path):
    text = tree(page="`[x](no.md)` [x](no.md)\nand [x](no.md)")
    assert [p.place for p in told(check(tmp_path, text))] == [f"{PAGE}:22", "content/help/method.md:6:9"]


def test_nothing_is_said_of_a_link_to_a_page_that_could_not_be_read(tmp_path):
    text = tree(page="[x](../about.md)").replace("title: About\n---", "title: About")
    assert [p.code for p in told(check(tmp_path, text))] == ["unclosed-front-matter"]


def test_links_in_an_events_texts_start_from_the_content_folder(tmp_path):
    text = tree().replace("title: T,", "title: T, summary: 'See [x](about.md) and [y](../about.md).',")
    assert [p.message for p in told(check(tmp_path, text))] == [
        "'../about.md' lies outside the content folder"
    ]


def test_each_link_to_nothing_is_told_where_it_stands_however_often(tmp_path):
    body = "See [this](event:nothing), [that](event:nothing).\n\n    And ![it](event:nothing)."
    text = TREE.replace(
        "title: T,", "title: T, summary: 'See [me](event:nothing), [and me](event:nothing).',"
    )
    text = text.replace(
        "== content/articles/2020",
        f"""\
- id: again
  date: 2021
  title: Again
  body: |
    {body}
  sources: [one]
== content/articles/2020""",
    )
    found = [place for place, code, *_ in told(check(tmp_path, text)) if code.startswith("unknown-")]
    assert [place.rpartition("/")[2] for place in found] == [
        "a.yaml:1:74", "a.yaml:1:99", "a.yaml:6:16", "a.yaml:6:39", "a.yaml:8:15",
    ]  # fmt: skip
