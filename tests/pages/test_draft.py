"""Pages kept from an earlier build: used as long as nothing that they show has changed, and never after."""

import random
import re
import shutil
from pathlib import Path

import pytest
from chronicles import chronicle
from trees import write_tree

from timeline.adapters.mkdocs.options import load_project
from timeline.adapters.project import check_project
from timeline.pages import Edition, documents

EVERYTHING = Path(__file__).parent.parent / "sites" / "everything"
WORDS = re.compile(
    r"^(?P<key>[\s-]*(?:title|name|summary|note|says|by|what|caption|credit|dateline|byline|label|reason|alt|words): )"
    r"(?P<value>[A-Za-z][^'\"#>|]*)$",
    re.MULTILINE,
)


class Kept(dict):
    """A shelf in memory that counts what was taken from it and what was put there."""

    def __init__(self) -> None:
        super().__init__()
        self.taken = self.made = 0

    def get(self, key):
        self.taken += key in self
        return super().get(key)

    def put(self, key, text):
        self.made += 1
        self[key] = text


def written(root: Path, rows: list[str], places: str = "") -> Path:
    """The file of a new project's events; what they are is in its rows."""
    tree = """
    == mkdocs.yml
    site_name: Made up
    docs_dir: content
    theme: {name: material}
    plugins: [search, timeline]
    == content/places.yaml
    PLACES
    == content/events/all.yaml
    """
    write_tree(root, tree.replace("PLACES", places or "[]"))
    events = root / "content/events/all.yaml"
    events.write_text("\n".join(rows), encoding="utf-8")
    return events


def published(root: Path, shelf=None) -> dict[str, tuple[str, ...]]:
    """What every page would be; None of a project with errors."""
    examined = check_project(load_project(str(root / "mkdocs.yml"))).examined
    if any(problem.severity.word == "error" for problem in examined.problems):
        return {}
    made = documents(Edition(examined.timeline, shelf))
    return {d.path: (d.type, d.title, d.description, d.html, d.language, d.updated, d.head) for d in made}


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    shutil.copytree(EVERYTHING, root)
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8") + "\nrepo_url: https://github.com/example/example\n",
        encoding="utf-8",
    )
    return root


def test_whatever_is_edited_the_pages_are_what_they_would_be_without_any_kept(project):
    chance, shelf = random.Random(2026), Kept()  # noqa: S311 (no secret)
    files = sorted(p for p in (project / "content").rglob("*") if p.suffix in {".yaml", ".md"})
    published(project, shelf)
    edited = 0
    while edited < 8:
        file = chance.choice(files)
        text = file.read_text(encoding="utf-8")
        places = [*WORDS.finditer(text)]
        if not places:
            continue
        place = chance.choice(places)
        file.write_text(f"{text[: place.end()]} anew{text[place.end() :]}", encoding="utf-8")
        fresh = published(project)
        if fresh:
            edited += 1
            assert published(project, shelf) == fresh, f"{file.name}: {place.group()!r} was changed"
        else:
            file.write_text(text, encoding="utf-8")
    assert shelf.taken > 50


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    - id: one", "    # a line more\n    - id: one"),
        ("2020-01-03\n", "2020-01-09\n"),
        ("status: single-source", "status: confirmed\n      confirmed_by: A made-up council"),
        ("place: inner", "place: outer"),
        ("within: outer, ", ""),
        ("added: 2020-02-01", "added: 2020-02-02"),
        ("[words](event:two)", "[words](event:three)"),
        ("after: one", "response_to: one"),
        ("sources: [article]", "sources: [article, {title: Another}]"),
        ("publisher: A Paper", "publisher: Another Paper"),
        ("tags: [a]", "tags: [b]"),
        ("timezone: Asia/Baghdad", "timezone: America/Lima"),
    ],
)
def test_what_others_show_of_an_event_is_made_anew_with_it(tmp_path, before, after):
    tree = """
    == mkdocs.yml
    site_name: Made up
    docs_dir: content
    repo_url: https://github.com/example/example
    theme: {name: material}
    plugins: [search, {timeline: {levels: {unused-place: off}}}]
    == content/places.yaml
    - {id: outer, name: Outer}
    - {id: inner, name: Inner, within: outer, timezone: Asia/Baghdad}
    == content/articles/article.md
    ---
    id: article
    title: A made-up article
    published: 2020-01-12
    publisher: A Paper
    events: [three]
    ---
    See [words](event:two).
    == content/events/all.yaml
    - id: one
      date: 2020-01-03
      time: 10:00
      place: inner
      title: The first
      status: single-source
      tags: [a]
      sources: [article]
      added: 2020-02-01
    - id: two
      date: 2020-01
      after: one
      title: The second
      summary: It came after [words](event:two).
      sources: [{title: A made-up source}]
    - id: three
      date: 2020-01-11
      title: The third
    """
    before, after = (re.sub("^    ", "", text, flags=re.MULTILINE) for text in (before, after))
    root, shelf = write_tree(tmp_path, tree), Kept()
    first = published(root, shelf)
    assert first
    events = [*(root / "content").rglob("*.yaml"), *(root / "content").rglob("*.md")]
    changed = [file for file in events if before in file.read_text(encoding="utf-8")]
    assert changed, "the test changes something"
    for file in changed:
        file.write_text(file.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    fresh = published(root)
    assert fresh not in ({}, first)
    assert published(root, shelf) == fresh


def test_a_page_names_others_in_their_order_of_today(tmp_path):
    tree = """
    == mkdocs.yml
    site_name: Made up
    docs_dir: content
    theme: {name: material}
    plugins: [search, timeline]
    == content/events/all.yaml
    - {id: answer, date: 2020-01-09, title: An answer, response_to: first, after: second, sources: [{title: A}]}
    - {id: between, date: 2020-01-05, title: Between, sources: [{title: A}]}
    - {id: first, date: 2020-01-03, title: The first, sources: [{title: A}]}
    - {id: second, date: 2020-01-03, title: The second, sources: [{title: A}]}
    """
    root, shelf = write_tree(tmp_path, tree), Kept()
    events = root / "content/events/all.yaml"

    def named() -> list[str]:
        page = published(root, shelf)["events/answer/"][3]
        return sorted(("The first", "The second"), key=page.index)

    assert named() == ["The first", "The second"]
    text = events.read_text(encoding="utf-8")
    events.write_text(text.replace("title: The first", "title: The first, after: second"), encoding="utf-8")
    assert named() == ["The second", "The first"]


def test_the_map_names_a_late_event_of_a_place_by_its_title_of_today(tmp_path):
    rows = [
        f"- {{id: e{n}, date: 2020-02-01, title: Made up {n},{' place: p,' if n < 100 else ''} sources: [{{title: A}}]}}"
        for n in range(160)
    ]
    events = written(tmp_path, rows, "- {id: p, name: P, latitude: 33, longitude: 44}")
    shelf = Kept()
    assert "Made up 90<" in published(tmp_path, shelf)["map/"][3]
    events.write_text("\n".join(rows).replace("Made up 90,", "Corrected,"), encoding="utf-8")
    assert ">Corrected<" in published(tmp_path, shelf)["map/"][3]


def test_the_page_of_a_century_is_made_anew_when_a_day_of_it_changes(tmp_path):
    days = [f"2020-01-{n:02d}" for n in (3, 5, 9, 12)]
    rows = [
        f"- {{id: e{n}, date: {date}, title: Made up {n}, sources: [{{title: A}}]}}"
        for n, date in enumerate([*(f"{year:04d}" for year in range(1000, 1400)), *days])
    ]
    events, shelf = written(tmp_path, rows), Kept()
    assert "9 January" in published(tmp_path, shelf)["20xx/years/"][3]
    events.write_text("\n".join(rows).replace("2020-01-09", "2020-01-10"), encoding="utf-8")
    assert "10 January" in published(tmp_path, shelf)["20xx/years/"][3]


def test_one_event_that_changes_in_a_long_chronology_leaves_most_pages_kept(tmp_path):
    root = write_tree(tmp_path, chronicle(400))
    shelf = Kept()
    published(root, shelf)
    all_made = shelf.made
    events = root / "content/events/made-up.yaml"
    text = events.read_text(encoding="utf-8").replace("event number 7 of", "event number seven of")
    events.write_text(f"# one line more\n{text}", encoding="utf-8")
    shelf.made = 0
    again = published(root, shelf)
    assert again == published(root)
    assert shelf.made < all_made / 5


@pytest.mark.parametrize(
    ("before", "after"),
    [("id: e225,", "id: renamed,"), ("id: elsewhere,", "id: elsewhere, key: true,")],
    ids=["the first event of a day", "what tells the whole chronology apart"],
)
def test_pages_of_a_list_in_lines_are_made_anew_where_another_of_its_pages_changes(tmp_path, before, after):
    rows = [
        f"- {{id: e{n}, date: 2020-01-{n // 75 + 1:02d}, title: Made up, place: p, sources: [{{title: A}}]}}"
        for n in range(450)
    ]
    tree = [
        "== mkdocs.yml", "site_name: Made up", "docs_dir: content", "theme: {name: material}",
        "plugins: [timeline]", "== content/index.md", "---", "title: Made up", "---",
        "== content/places.yaml", "- {id: p, name: Made-up place}", "== content/events/all.yaml", *rows,
        "- {id: elsewhere, date: 2021-01-01, title: Made up, sources: [{title: A}]}",
    ]  # fmt: skip
    root, shelf = write_tree(tmp_path, "\n".join(tree)), Kept()
    first = published(root, shelf)
    assert "places/p/page/3/" in first
    assert "#event-e225" in first["places/p/page/3/"][3]
    events = root / "content/events/all.yaml"
    text = events.read_text(encoding="utf-8")
    assert before in text
    events.write_text(text.replace(before, after), encoding="utf-8")
    assert published(root, shelf) == published(root)


def test_an_event_in_which_something_is_wrong_makes_no_page_anew(tmp_path):
    tree = """
    == mkdocs.yml
    site_name: Made up
    docs_dir: content
    theme: {name: material}
    plugins: [search, {timeline: {levels: {bad-number: warning}}}]
    == content/events/all.yaml
    - {id: one, date: 2020-01-03, title: The first, sources: [{title: A made-up source}]}
    - {id: two, date: 2020-01-04, title: The second, figures: [{what: houses, value: many}]}
    """
    write_tree(tmp_path, tree)
    # Both readings are held, so that nothing of the second stands where something of the first did.
    readings = [check_project(load_project(str(tmp_path / "mkdocs.yml"))).examined for _ in range(2)]
    assert all(reading.timeline.content.fragments.events for reading in readings)
    shelf, made = Kept(), []
    for reading in readings:
        assert list(documents(Edition(reading.timeline, shelf)))
        made.append(shelf.made)
    assert made[0] == made[1] > 0
