"""Editors' Markdown: what readers get of it, and what of it never reaches them."""

import re
import time
from urllib.parse import unquote

import pytest
from trees import write_tree

from timeline.adapters.project import Project, check_project
from timeline.pages import Edition, documents
from timeline.pages.prose import Prose
from timeline.records import Site

PAGES = {("event", "one"): "events/one/", ("page", "about.md"): "about/", ("page", "index.md"): ""}


@pytest.fixture
def prose() -> Prose:
    return Prose(lambda *record: PAGES.get(record), frozenset({"crater.jpg"}), {"crater.jpg": (640, 360)})


def test_plain_text_is_one_paragraph_and_escaped(prose):
    assert prose.short("Two & three", "../") == "<p>Two &amp; three</p>"


def test_a_link_to_a_record_leads_to_its_page_from_wherever_it_stands(prose):
    text = "See [the first](event:one)."
    assert prose.short(text, "") == '<p>See <a href="events/one/">the first</a>.</p>'
    assert prose.short(text, "../../") == '<p>See <a href="../../events/one/">the first</a>.</p>'


def test_links_between_pages_are_written_as_files_and_lead_to_addresses(prose):
    assert 'href="../about/#section-contact"' in prose.long("[us](about.md#contact)", "../")
    assert 'href="../about/"' in prose.long("[us](../about.md)", "../", "articles")
    assert 'href="./"' in prose.long("[home](index.md)", "")


def test_headings_begin_below_the_pages_own_and_skip_no_level(prose):
    html = prose.long("## One\n\n#### Deep\n\n# Top\n", "")
    assert [html[i + 1 : i + 3] for i in range(len(html)) if html.startswith("<h", i)] == ["h2", "h3", "h2"]
    assert 'id="section-one"' in html


def test_a_heading_in_another_alphabet_is_found_by_its_own_letters(prose):
    html = prose.long("## الحالة\n\n## مَن نحن؟\n\n## …\n\n[there](#الحالة)", "")
    assert re.findall(r'id="([^"]+)"', html) == ["section-الحالة", "section-مَن-نحن", "section-part"]
    assert unquote(re.search(r'href="([^"]+)"', html)[1]) == "#section-الحالة"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick=alert(1)>b</b>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "[x](//evil.example/)",
        "[x](\\\\evil.example)",
        "[x](root:events/one/)",
        "![x](https://evil.example/x.png)",
        "![x](javascript:alert(1))",
        "![x](media/../../secret.png)",
        '[x](https://good.example "onmouseover=alert(1)")',
        "[x]: javascript:alert(1)\n\n[x]",
        "<javascript:alert(1)>",
        "[x](https://user:secret@good.example/)",
        "<https://user:secret@good.example/>",
        "<style>body{display:none}</style>",
        "<iframe src=https://evil.example></iframe>",
        "# Heading {: onclick=alert(1) }",
        "| a |\n|---|\n| <svg onload=alert(1)> |",
        "`<script>`",
        "```html\n<script>alert(1)</script>\n```",
        "{{ config }} {% include 'x' %}",
        '--8<-- "/etc/passwd"',
    ],
)
def test_nothing_that_runs_or_fetches_gets_through(prose, hostile):
    for html in (prose.long(hostile, "../"), prose.short(hostile, "../")):
        lowered = html.lower()
        for tag in ("<script", "<img", "<iframe", "<style", "<svg", "<object", "<b "):
            assert tag not in lowered
        for part in lowered.split("<")[1:]:
            inside = part.split(">")[0]
            assert "javascript" not in inside
            assert " on" not in inside
            assert "evil" not in inside
            assert "style=" not in inside


def test_a_picture_of_the_site_is_shown(prose):
    assert "<img" in prose.long("![A crater](media/crater.jpg)", "../")
    assert 'src="../media/crater.jpg"' in prose.long("![A crater](media/crater.jpg)", "../")


def test_a_picture_keeps_its_place_before_it_is_there(prose):
    html = prose.long("![A crater](media/crater.jpg)", "../")
    assert 'width="640"' in html
    assert 'height="360"' in html
    assert 'loading="lazy"' in html


def test_a_link_to_nothing_is_no_link(prose):
    assert prose.short("[x](event:none)", "") == "<p><a>x</a></p>"


def test_a_summary_has_no_headings_and_no_tables(prose):
    assert "<h" not in prose.short("# Big\n\ntext", "")
    assert "<table" not in prose.short("| a |\n|---|\n| b |", "")


def test_plain_words_for_descriptions(prose):
    assert prose.plain("See **the** [first](event:one) & <more>") == "See the first & <more>"


def test_a_link_in_an_article_starts_from_the_articles_own_folder(tmp_path):
    root = write_tree(
        tmp_path,
        """
        == content/about.md
        ---
        title: About
        ---
        == content/articles/2020/made-up.md
        ---
        title: A made-up article
        published: 2020-01-05
        ---
        More [about it](../../about.md).
        """,
    )
    checked = check_project(Project(root, root / "content", root / "none.yaml", Site()))
    assert checked.examined.problems == []
    pages = {page.path: page.html for page in documents(Edition(checked.examined.timeline))}
    assert 'href="../../about/"' in pages["articles/made-up/"]


def test_what_the_site_says_of_a_foreign_article_runs_as_its_letters_do(publish):
    article = "---\ntitle: {title}\nlanguage: ar\npublished: 2020-01-04\nsummary: {summary}\n---\n{body}\n"
    pages = publish(
        "== content/articles/theirs.md\n"
        + article.format(title="خبر مختلق", summary="ملخص مختلق.", body="نص مختلق.")
        + "== content/articles/ours.md\n"
        + article.format(
            title="خبر مختلق", summary="A made-up summary.", body="A made-up text, خبر in Arabic."
        )
    )
    theirs, ours = pages["articles/theirs/"].html, pages["articles/ours/"].html
    assert '<p class="head__lead" lang="ar" dir="rtl">ملخص مختلق.' in theirs
    assert '<div class="prose" lang="ar" dir="rtl">' in theirs
    assert '<h1 class="head__title" lang="ar" dir="rtl">' in ours
    assert 'lang="ar" dir="rtl">A made-up' not in ours


HEAVY = {
    "brackets": "[" * 4_000,
    "pictures": "![" * 2_000,
    "links without an end": "[a](" * 1_000,
    "links in angles": "[a](<" * 1_000,
    "names": "[a][" * 1_000,
    "brackets in brackets": "[" * 2_000 + "]" * 2_000,
    "links in links": "[" * 700 + "a" + "](b)" * 700,
    "headings": "# a\n" * 1_000,
    "quoted headings": "> # a\n" * 800,
    "underlines": "a\n=\n" * 1_000,
    "rulers": " ***\n" * 800,
    "dashes": "-\n" * 2_000,
    "definitions": "a\n: b\n" * 600,
    "footnotes": "[^1]: a\n\n" + "[^1]" * 1_000,
    "footnotes without an end": "[^" * 2_000,
    "emphasis": "*_" * 2_000,
    "emphasis in emphasis": "*_" * 1_000 + "x" + "_*" * 1_000,
    "code of any length": "".join("`" * n + "a " for n in range(90)),
    "code without an end": "``a`" * 1_000,
    "code that is escaped once": "\\``a" * 1_000,
    "escapes": "\\[" * 2_000,
    "entities": "&a;" * 1_300,
    "tables": "a|b\n-|-\n" + "a|b\n" * 900,
}


@pytest.mark.parametrize("name", HEAVY)
def test_markup_takes_no_longer_for_being_much(prose, name):
    def seconds(text):
        prose_of_its_own = Prose(PAGES.get, frozenset())
        begun = time.process_time()
        prose_of_its_own.converted(text, blocks=True)
        return time.process_time() - begun

    plain = min(seconds("Words, *and* [a link](https://example.org/).\n\n" * 90) for _ in range(2))
    assert min(seconds(HEAVY[name]) for _ in range(2)) < 12 * plain


def test_what_no_converter_can_take_is_shown_as_it_is_written(prose):
    html = prose.long("1. " * 3_000 + "<b>a</b>", "")
    assert html.startswith("<p>1. 1. ")
    assert html.endswith("&lt;b&gt;a&lt;/b&gt;</p>")


def test_a_heading_a_ruler_and_a_definition_end_without_an_empty_line(prose):
    html = prose.long("# One\ntext\n***\nmore\n\na\n: b\nc\n: d\n", "")
    assert html.count("<h2") == html.count("<hr") == 1
    assert "<p>text</p>" in html
    assert html.count("<dt>") == html.count("<dd>") == 2


def test_headings_of_one_name_have_anchors_of_their_own(prose):
    html = prose.long("# A\n\n# A\n\n# A\n\n# …\n", "")
    assert re.findall(r'id="([^"]+)"', html) == ["section-a", "section-a_1", "section-a_2", "section-part"]


def test_a_footnote_is_referred_to_as_often_as_one_likes(prose):
    html = prose.long("One[^a], two[^a] and three[^a].\n\n[^a]: Here.\n", "")
    ids = re.findall(r'<sup id="([^"]+)"', html)
    assert len(set(ids)) == len(ids) == 3
    assert [f'href="#{id}"' in html for id in ids] == [True] * 3


def test_an_address_that_is_defined_once_is_written_as_often_as_it_is_reasonable(prose):
    few = prose.long("[b]: https://example.org/report\n\n" + "[b], " * 100, "")
    assert few.count('<a href="https://example.org/report">b</a>') == 100
    text = f"[b]: https://example.org/{'y' * 15_000}\n\n" + "[b] " * 1_900
    assert len(prose.long(text, "")) < 20 * len(text)
