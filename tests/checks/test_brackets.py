"""Brackets that were to be a link or a footnote, marks around names, and addresses that are cut."""

import time

import pytest
from projects import check, told

from timeline.reading import Memory

EVENT = """
    == content/events/a.yaml
    - id: flood
      date: 2020-01-03
      title: A made-up flood
      sources: [{{title: A made-up report{source}}}]
      {line}
"""
NO_WIKI = "write [words](address), as in [the flood](event:its-id), and ![words](path) for a picture"


def found(folder, line="", source=""):
    return [problem[:4] for problem in told(check(folder, EVENT.format(line=line, source=source)))]


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        ("See [[event:flood]].", 17, "double brackets make no link here", NO_WIKI),
        ("See [[A page|it]].", 17, "double brackets make no link here", NO_WIKI),
        ("See ![[map.png]].", 17, "double brackets make no link here", NO_WIKI),
        ("See [[big-river-flood]].", 17, "double brackets make no link here", NO_WIKI),
        ("See [[map.png]].", 17, "double brackets make no link here", NO_WIKI),
        (
            "See [it]().", 17, "this link has no address",
            "write it between the round brackets, or take all brackets out",
        ),
        (
            "It fell[^1].", 20, "there is no footnote '1'",
            "add a line '[^1]: the note' below the text, or take the brackets out",
        ),
        (
            "See [it][map].", 17, "no address is given for 'map'",
            "add a line '[map]: https://example.org/page' below the text, or take the brackets out",
        ),
        (
            "See [the map][].", 17, "no address is given for 'the map'",
            "add a line '[the map]: https://example.org/page' below the text, or take the brackets out",
        ),
    ],
)  # fmt: skip
def test_brackets_that_make_no_link_are_told_with_what_is_missing(text, column, message, hint, tmp_path):
    place = f"content/events/a.yaml:5:{column - 3}"
    assert found(tmp_path, f"body: '{text}'") == [(place, "lost-brackets", message, hint)]


def test_a_word_with_one_hyphen_is_a_link_where_it_is_the_id_of_a_record(tmp_path):
    tree = EVENT.format(line="summary: The [[vice-mayor]] saw [[made-up]].", source="")
    rows = told(check(tmp_path, f"{tree}\n    == content/actors.yaml\n    - {{id: made-up, name: Made-Up}}"))
    assert [row[:2] for row in rows] == [("content/events/a.yaml:5:35", "lost-brackets")]


@pytest.mark.parametrize(
    "text",
    [
        "He said [the mayor] [sic] so, and [that is [all]].",
        "`[[a]]` and ``[x]()``.",
        "\\[^1] and [it](https://example.org/a), [it](event:flood).",
        "He said [sic][…] so, [the mayor][sic], [expletive deleted][redacted].",
        "\\[\\[sic\\]\\], \\[[sic]], \\[a\\][b] and \\[it]().",
        "It fell.[1][2] In row a[i][j] it did not.",
        "The letter calls [[the minister]] so; [[sic]], [[الوزير]], [[Applause]] and [[Laughter and shouts]].",
        "Tick [Yes][No]; the [[co-founder]], the [[commander-in-chief]] and [[Mr. Made-Up]] did, [[12-year-old]] or [[Emphasis added]].",
    ],
)
def test_brackets_that_are_words_and_those_in_code_are_left_alone(text, tmp_path):
    assert found(tmp_path, f"body: '{text}'") == []


def test_a_word_in_brackets_is_told_under_serve_as_soon_as_it_is_the_id_of_a_record(tmp_path):
    tree, memory = EVENT.format(line="body: The [[hill-fort]] stood.", source=""), Memory()
    assert told(check(tmp_path, tree, memory=memory)) == []
    place = "\n== content/places.yaml\n- {id: hill-fort, name: A made-up fort, country: GB}\n"
    (problem, *_) = told(check(tmp_path, place, memory=memory))
    assert (problem.code, problem.hint) == ("lost-brackets", NO_WIKI)


@pytest.mark.parametrize("text", ["Said [[the mayor]].", "{{ name }} fell.", "~~Not~~ so.", "It fell[^1]."])
def test_a_quotation_stands_with_its_own_marks(text, tmp_path):
    assert found(tmp_path, source=f", quote: '{text}'") == []


@pytest.mark.parametrize(
    "text", ["It fell.[1] Then", "It fell[12] down", "It fell.[3][note 4]", "„It fell“[citation needed]"]
)
def test_the_marks_of_footnotes_that_were_copied_with_a_quotation_are_told(text, tmp_path):
    mark = text[text.index("[") : text.rindex("]") + 1]
    ((_, code, message, hint),) = found(tmp_path, source=f", quote: '{text}'")
    assert (code, message) == ("lost-brackets", f"'{mark}' marks a footnote of the source")
    assert hint == "take it out: it is no part of the words"


@pytest.mark.parametrize(
    "text",
    [
        "R v A [2019] UKSC 41 at [50]",
        "I[t] fell [on 4 January]. [1] First",
        "arr[i] fell[ing]",
        "It fell in 200[4].",
        "a[1] and b[2]",
    ],
)
def test_brackets_within_a_quotation_that_belong_to_it_are_fine(text, tmp_path):
    assert found(tmp_path, source=f", quote: '{text}'") == []


def test_whoever_speaks_in_brackets_gives_no_address(tmp_path):
    body = "|\n        [Question]: Who was there?\n\n        [...]: nobody but us"
    assert found(tmp_path, f"body: {body}") == []


@pytest.mark.parametrize("title", ["", ' "A title"', " (a title)"])
def test_an_address_below_a_text_is_looked_at_with_and_without_a_title(title, tmp_path):
    body = f"|\n        See [it].\n\n        [it]: nowhere.md{title}"
    assert [row[1] for row in found(tmp_path, f"body: {body}")] == ["unknown-page"]


def test_a_text_of_marks_of_code_is_looked_through_at_once(tmp_path):
    before = time.process_time()
    found(tmp_path, f"body: '[[it]] {'`' * 9000}'")
    assert time.process_time() - before < 2


def test_blanks_behind_a_bracket_are_looked_through_at_once(tmp_path):
    blanks = f"[it]{' ' * 19000}."
    pages = [
        f"== content/page-{number}.md\n---\ntitle: A page\n---\n{blanks}\n\n{blanks}\n"
        for number in range(12)
    ]
    before = time.process_time()
    assert not told(check(tmp_path, "".join(pages)))
    assert time.process_time() - before < 2


def test_strokes_in_place_of_an_id_are_looked_through_at_once(tmp_path):
    before = time.process_time()
    found(tmp_path, f"place: 'x {'/' * 45000}'")
    assert time.process_time() - before < 2


def test_footnotes_and_names_that_are_defined_are_fine_in_any_capitals(tmp_path):
    body = "|\n        It[^a] fell, see [it][Map] and [map][].\n\n        [^A]: A note.\n\n        [map]: https://example.org/"
    assert found(tmp_path, f"body: {body}") == []


@pytest.mark.parametrize(
    ("line", "place", "name"),
    [
        ("tags: [“rain”]", "5:10", "rain"),
        ("tags: ['« hail »']", "5:10", "hail"),
        ("confirmed_by: „The made-up mayor“", "5:17", "The made-up mayor"),
        ("accounts: [{by: '\"Police\"', says: It fell}]", "5:19", "Police"),
    ],
)
def test_marks_around_a_whole_name_are_told(line, place, name, tmp_path):
    rows = [row for row in found(tmp_path, line) if row[1] == "quotes-around-name"]
    assert [(row[0], row[3]) for row in rows] == [(f"content/events/a.yaml:{place}", f"write {name}")]


@pytest.mark.parametrize(
    "line",
    [
        'tags: ["\'s-Gravenhage", the “big” rain]',
        "summary: “It fell.”",
        "confirmed_by: «Выдуманная газета»",
        "confirmed_by: «صحيفة مثال»",
        "confirmed_by: ‘Abd al-Mithal’",
        "confirmed_by: ‘Ali al-Rafi‘",
        "confirmed_by: \"'Abd al-Sami'\"",
        "accounts: [{by: „Testo žinios“, says: It fell.}]",
        "media: [{file: a.png, alt: A, credit: „Gazeta Testowa”, licence: B}]",
    ],
)
def test_marks_inside_a_name_and_around_a_text_are_fine(line, tmp_path):
    assert [row for row in found(tmp_path, line) if row[1] == "quotes-around-name"] == []


@pytest.mark.parametrize(
    "url", ["https://example.org/a-made-up-rep…", "https://example.org/a...", "https://example.org/%E2%80%A6"]
)
def test_an_address_that_was_copied_shortened_is_told(url, tmp_path):
    ((place, code, _, hint),) = found(tmp_path, source=f", url: '{url}'")
    assert (place, code) == ("content/events/a.yaml:4:44", "cut-address")
    assert hint == "open the page, and copy the address from there"


@pytest.mark.parametrize(
    "url", ["https://wiki.example/wiki/A_Made-up_Film...", "https://example.org/a/compare/main..."]
)
def test_an_address_of_a_title_that_ends_in_points_is_whole(url, tmp_path):
    assert found(tmp_path, source=f", url: '{url}'") == []


@pytest.mark.parametrize(
    ("target", "code", "hint"),
    [
        ("mayor@example.org", "unknown-page", "write mailto:mayor@example.org"),
        ("mailto:", "bad-link", "write it as in mailto:name@example.org"),
        ("mailto:mayor", "bad-link", "write it as in mailto:name@example.org"),
        ("event:Flood", "unknown-event", "write event:flood"),
        ("event:/flood/", "unknown-event", "write event:flood"),
    ],
)
def test_a_link_to_a_mailbox_or_an_id_in_other_letters_is_answered_with_it(target, code, hint, tmp_path):
    ((_, told_code, _, told_hint),) = found(tmp_path, f"summary: 'See [it]({target}).'")
    assert (told_code, told_hint) == (code, hint)


@pytest.mark.parametrize(
    "target", ["mailto:mayor@example.org?subject=x", "mailto:a@example.org,b@example.org"]
)
def test_a_link_to_a_mailbox_is_fine(target, tmp_path):
    assert found(tmp_path, f"summary: 'See [it]({target}).'") == []


@pytest.mark.parametrize(
    "cited", ["article:a-report", "content/articles/2020/a-report.md", "articles/a-report/", "A-Report"]
)
def test_an_article_that_is_cited_as_a_link_or_a_file_is_answered_with_its_id(cited, tmp_path):
    tree = f"""
        == content/events/a.yaml
        - {{id: flood, date: 2020-01-03, title: A made-up flood, sources: ['{cited}']}}
        == content/articles/2020/a-report.md
        ---
        title: A made-up report
        published: 2020-01-04
        ---
        """
    (problem,) = told(check(tmp_path, tree))
    assert (problem.code, problem.hint) == ("bad-id", "write a-report")


def test_a_link_to_the_file_of_an_article_is_answered_with_its_id_from_wherever_it_is_written(tmp_path):
    tree = """
        == content/articles/a-report.md
        ---
        title: A made-up report
        published: 2020-01-04
        summary: See [it](another.md).
        ---
        == content/articles/another.md
        ---
        title: Another made-up report
        published: 2020-01-05
        ---
        See [it](a-report.md).
        """
    assert [problem.hint for problem in told(check(tmp_path, tree))] == [
        "write article:another", "write article:a-report",
    ]  # fmt: skip
