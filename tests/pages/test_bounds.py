"""No page grows without end: what is much of anything goes on over further pages."""

import gzip
import random
import re

import pytest
from bench.generate import generate
from chronicles import chronicle

from timeline.adapters.mkdocs import load_project
from timeline.adapters.project import check_project
from timeline.pages import Edition, documents
from timeline.reading import read_settings

ELEMENTS = 1_500
BYTES = 100_000
MANY = 400
LOOSE = 650
SPOTS = 150

SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
START_TAG = re.compile(r"<[a-z]")


def much_of_everything() -> dict[str, str]:
    """Files that hold very many of each thing that pages list, beside a generated chronology."""
    reported = ", ".join(f"event-{n}" for n in range(MANY))
    cited = "\n".join(
        f"    - {{title: Made-up source {n}, publisher: Made-up paper {n}}}" for n in range(MANY)
    )
    mentions = " ".join(f"[there](place:place-{n % 10})" for n in range(20))
    corrected = "\n".join(f"    - {{date: 2026-01-02, note: Made-up mistake {n}.}}" for n in range(MANY))
    loose = "".join(
        f"- {{id: loose-{n}, date: 2025-0{n % 9 + 1}-{n % 28 + 1:02d}, title: Loose {n}, place: spot-{n % SPOTS}, part_of: much-cited,"
        " summary: 'See [it](place:spot-0) and [them](actor:actor-0).',"
        " sources: [{title: The one made-up source, publisher: The one made-up paper}]}\n"
        for n in range(LOOSE)
    )
    spots = "".join(
        f"- {{id: spot-{n}, name: Spot {n}, {'within: spot-0, ' if n else ''}latitude: {n % 60}.5, longitude: {n % 90}.5}}\n"
        for n in range(SPOTS)
    )
    chance = random.Random(1)  # noqa: S311 (no secret)
    wordy = "".join(
        f"- {{id: wordy-{n}, date: 2026-02-01, title: Wordy {n}, summary: {words},"
        f" sources: [{{title: A made-up source}}], corrections: [{{date: 2026-03-01, note: {words}}}]}}\n"
        for n in range(24)
        for words in [" ".join(f"{chance.randrange(10**9)}" for _ in range(1_500))]
    )
    head = "date: 2026-01-01\n  place: place-0\n  storylines: [storyline-0]"
    return {
        "content/places.yaml": spots,
        "content/events/loose.yaml": loose,
        "content/events/wordy.yaml": wordy,
        "content/articles/much.md": f"---\ntitle: Much\npublished: 2026-06-30\nevents: [{reported}]\n---\nMade up.\n",
        "content/events/much.yaml": f"- id: much-cited\n  {head}\n  title: Much cited\n  summary: See {mentions}\n"
        f"  sources:\n{cited}\n"
        f"- id: much-corrected\n  {head}\n  title: Much corrected\n  sources: [{{title: A made-up source}}]\n"
        f"  corrections:\n{corrected}\n",
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of a chronology of 1,000 events with much of everything, by their addresses."""
    folder = generate(tmp_path_factory.mktemp("much"), 1_000, 300)
    for path, text in much_of_everything().items():
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(text)
    checked = check_project(load_project(str(folder / "mkdocs.yml")))
    assert [p.message for p in checked.examined.problems if p.severity.word == "error"] == []
    return {document.path: document for document in documents(Edition(checked.examined.timeline))}


def test_a_navigation_may_name_every_kind_of_page_that_is_made(pages, tmp_path):
    kinds = {path.split("/")[0]: path for path in pages if path}
    (tmp_path / "content").mkdir()
    rows = "".join(f"\n  - {path}index.md" for path in kinds.values())
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        f"site_name: Made up\ndocs_dir: content\nplugins: [timeline]\nnav:{rows}\n", encoding="utf-8"
    )
    assert kinds.keys() >= {"events", "map", "sources", "2025"}
    assert [problem.message for problem in read_settings(settings, "mkdocs.yml")[1]] == []


def elements(html: str) -> int:
    return len(START_TAG.findall(SCRIPT.sub("", html)))


def test_no_page_holds_more_than_a_phone_can_show_at_once(pages):
    over = {path: elements(page.html) for path, page in pages.items()}
    assert {path: count for path, count in over.items() if count > ELEMENTS} == {}


def test_no_page_is_heavier_than_a_hundred_kilobytes(pages):
    heavy = {path: len(gzip.compress(page.html.encode(), 5)) for path, page in pages.items()}
    assert {path: size for path, size in heavy.items() if size > BYTES} == {}


def test_an_article_of_many_events_lists_each_of_them_on_one_of_its_pages(pages):
    own = [path for path in pages if path.startswith("articles/much/")]
    assert own[:2] == ["articles/much/", "articles/much/page/2/"]
    found = [
        id for path in own for id in re.findall(r'href="(?:\.\./)+events/(event-\d+)/"', pages[path].html)
    ]
    assert sorted(dict.fromkeys(found)) == sorted(f"event-{n}" for n in range(MANY))
    assert all(f"The {MANY} events it reports" in pages[path].html for path in own)


def test_a_list_names_some_sources_of_an_event_of_very_many_and_leads_to_the_others(pages):
    (entry,) = (
        page.html.split('id="event-much-cited"')[1].split("</article>")[0]
        for path, page in pages.items()
        if page.type == "period" and 'id="event-much-cited"' in page.html
    )
    assert entry.count("Made-up paper") == 12
    assert f">{MANY - 12} more sources</a>" in entry


def test_an_event_of_very_much_tells_each_thing_on_one_of_its_pages(pages):
    own = [page.html for path, page in pages.items() if path.startswith("events/much-cited/")]
    first = own[0].count('class="citation"')
    assert first > 10
    assert f">{MANY - first} more on page 2</a>" in own[0]
    together = "".join(own)
    assert sorted(re.findall(r'id="source-(\d+)"', together), key=int) == [str(n + 1) for n in range(MANY)]
    parts = re.findall(r'href="(?:\.\./)+events/(loose-\d+)/"', together.replace('class="neighbour', ""))
    assert {*parts} == {f"loose-{n}" for n in range(LOOSE)}
    assert 'data-number="' not in own[0]
    numbers = re.findall(r'id="source-(\d+)" data-number="(\d+)"', together)
    assert [*numbers] == [(str(n + 1), str(n + 1)) for n in range(first, MANY)]
    assert f'<ol class="citations" start="{first + 1}">' in own[1]
    assert (
        "".join(page.html for path, page in pages.items() if path.startswith("events/much-corrected/")).count(
            "Made-up mistake"
        )
        == MANY
    )


def test_an_event_has_each_of_its_lists_on_its_first_page_however_long_what_they_begin_with_is(publish):
    words = '"' + 3 * ("made up " * 2_000 + r"\n\n") + '"'
    html = publish(f"""
        == content/events/events.yaml
        - id: long
          date: 2026-01-01
          title: Long
          body: {words}
          sources: [{{title: A made-up source, note: {words}, quote: {words}}}]
          accounts: [{{by: She, says: {words}}}, {{by: He, says: {words}}}]
          corrections: [{{date: 2026-01-02, note: {words}}}, {{date: 2026-01-03, note: {words}}}]
    """)["events/long/"].html
    assert re.findall(r'class="part" id="(\w+)"', html) == ["accounts", "sources", "corrections"]
    assert re.findall(r">(\d more on page \d)<", html) == [
        "2 more on page 2", "1 more on page 3", "2 more on page 4",
    ]  # fmt: skip


def test_what_lies_in_a_place_or_mentions_a_person_has_a_list_of_its_own_where_it_is_very_much(pages):
    contained = re.findall(r'href="([^"]*)">All (\d+)</a>', pages["places/spot-0/"].html)
    assert contained == [("contains/", f"{SPOTS - 1}"), ("mentions/", f"{LOOSE}")]
    listed = [page.html for path, page in pages.items() if path.startswith("actors/actor-0/mentions/")]
    assert len(listed) == 4
    assert '<p class="head__more"><a href="../../../../../actors/actor-0/">' in listed[1]
    found = re.findall(r'href="((?:\.\./)+)events/(loose-\d+)/"', "".join(listed))
    assert sorted(id for _, id in found) == sorted(f"loose-{n}" for n in range(LOOSE))
    assert {way for way, _ in found} == {"../" * 3, "../" * 5}


def test_a_source_that_very_many_events_rest_on_names_each_of_them_on_one_of_its_pages(pages):
    own = [page.html for path, page in pages.items() if path.startswith("sources/the_one_made-up_paper/")]
    assert len(own) > 1
    found = re.findall(r'href="(?:\.\./)+events/(loose-\d+)/"', "".join(own))
    assert sorted(found) == sorted(f"loose-{n}" for n in range(LOOSE))
    assert "Supports 650 events; here: 601 to 650" in own[1]


def test_every_entry_of_a_place_stands_on_one_of_its_pages_once(pages):
    own = [page for path, page in pages.items() if path.startswith("places/place-1/")]
    assert len(own) > 1
    found = [id for page in own for id in re.findall(r'<li class="line [^"]*" id="([^"]+)"', page.html)]
    assert len(found) == len(set(found))
    assert len(found) == len(own[0].entries)


def test_the_home_page_of_a_short_timeline_holds_all_of_it_and_is_not_heavy(publish):
    # The one page that is longer by choice: `whole_up_to` says of how many entries.
    html = publish(chronicle(150))[""].html
    assert html.count('class="entry__body" id=') == 150
    assert len(gzip.compress(html.encode(), 5)) < BYTES
