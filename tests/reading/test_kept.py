"""What is kept of parsed files changes how long reading takes, and nothing else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from projects import told
from trees import write_tree

from timeline.adapters.mkdocs import load_project
from timeline.adapters.project import Checked
from timeline.checks import examine
from timeline.reading import Limits, Memory, project, read_project, strict_yaml
from timeline.reading.items import items_of
from timeline.writing import Shelf

SITE = Path(__file__).parents[1] / "sites/everything"


def parsings(monkeypatch):
    """Counts what is parsed: whole files and single items."""
    counted = []
    reader = strict_yaml.StrictReader.document

    def document(self):
        counted.append(self._text)
        return reader(self)

    monkeypatch.setattr(strict_yaml.StrictReader, "document", document)
    return counted


class Pigeonholes(dict):
    """A shelf that is no folder."""

    def put(self, key, text):
        self[key] = text


class Desk:
    """A content folder that is read again and again: with nothing kept, with a cache, with a cache and a memory."""

    def __init__(self, root):
        self.root = root
        self.memory = Memory()

    def read(self, kept="nothing", limits=None):
        if kept == "nothing":
            return read_project(self.root / "content", root=self.root, limits=limits)
        shelf = Shelf(self.root / "cache")
        memory = self.memory if kept == "memory" else None
        try:
            return read_project(
                self.root / "content", root=self.root, limits=limits, shelf=shelf, memory=memory
            )
        finally:
            shelf.close()


def paths_in(value, path=()):
    """The way to every value of a record, and to some that are not there."""
    yield path
    yield (*path, "nowhere")
    fields = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in fields:
        yield from paths_in(inner, (*path, step))


def everything_of(reading):
    """All that reading gave: records, problems, and the place of every value."""
    content = reading.content
    groups = (
        content.events, content.articles, content.storylines, content.places, content.actors,
        content.publishers, content.links, tuple(content.pages.values()),
    )  # fmt: skip
    rows = []
    for located in (located for group in groups for located in group):
        record = located.record.model_dump(mode="json")
        spans = [(located.places.of(*path), located.places.has(*path)) for path in paths_in(record)]
        keys = [located.places.key(key) for key in record]
        words = [located.places.find((key,), "a") for key in record]
        rows.append((type(located.record), record, located.file, located.line, spans, keys, words))
    return rows, reading.problems, content.broken, content.media


def same_however_it_is_read(desk, limits=None):
    plain = everything_of(desk.read(limits=limits))
    for kept in ("cache", "memory", "cache"):
        assert everything_of(desk.read(kept, limits)) == plain


# What files hold, what an editor does to them, and what could deceive who cuts them at dashes.
PIECES = [
    "- id: a\n  title: A\n", "- id: b\n  title: >\n    One\n\n    two\n", "- id: c\n  summary: |\n    - not an item\n",
    "- id: d\n  title: 'One\n- two'\n", '- id: e\n  title: "One\n\n- id: f"\n', "- id: g # note\n", "- {id: h, title: H}\n",
    "- id: i\n  tags:\n  - one\n  - [two, three]\n", "-\n  id: j\n", "-\tid: k\n", "- - id: l\n", "- text\n", "-id: m\n",
    "- id: a\n  title: A\n", "  - id: n\n    title: N\n", "# A comment\n", "\n", "---\n", "...\n", "%YAML 1.1\n", "   \n",
    "  sources: [{title: T, url: 'https://a.example/'}]\n", "  title: cut #here\n", "  date: 2020-01-04\n", "  date: 2020-13-04\n",
    "  body: |+\n    end\n\n\n", "  body: |2\n      in\n", "  accounts:\n    - by: X\n      says: Y\n", "'", '"', "[", "{", "\t", "- &a\n",
    "  title: *a\n", "- id: ü\n", "  title: عنوان\n", "  extra: x\n", "  # within\n", "  title: |\n", "  title: 'x\n", "x'\n", "? a\n", ": b\n",
]  # fmt: skip
files = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
# A list in which nothing is wrong, so that all of it is kept; then pieces come between its lines.
LIST = [
    "# Made up", "- id: one", "  title: One", "- id: two", "  summary: >", "    Two, and", "    no more", "- id: three",
    "  tags: [x, y]", "", "- id: four", "  title: 'Four'", "- id: five", "  body: |", "    Five", "- id: six", "- id: seven",
]  # fmt: skip
edits = st.lists(st.tuples(st.integers(0, len(LIST)), st.sampled_from(PIECES)), min_size=1, max_size=3)


def test_whatever_comes_between_two_lines_of_a_list_it_is_read_as_with_nothing_kept(tmp_path):
    path = tmp_path / "content/events/a.yaml"
    path.parent.mkdir(parents=True)
    lines = [f"{line}\n" for line in LIST]
    path.write_text("".join(lines), encoding="utf-8")
    shelf = Pigeonholes()
    read_project(tmp_path / "content", shelf=shelf)
    for at in range(len(lines) + 1):
        for piece in PIECES:
            text = "".join([*lines[:at], piece, *lines[at:]])
            path.write_text(text, encoding="utf-8")
            plain = read_project(tmp_path / "content")
            kept = read_project(tmp_path / "content", shelf=Pigeonholes(shelf))
            assert everything_of(kept) == everything_of(plain), text


@given(edits, st.booleans())
@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_whatever_comes_into_a_list_it_is_read_as_with_nothing_kept(tmp_path, edits, windows):
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)
    desk = Desk(tmp_path)
    path = tmp_path / "content/events/a.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{line}\n" for line in LIST]
    for edit in (None, *edits):
        if edit is not None:
            lines.insert(*edit)
        path.write_bytes("".join(lines).replace("\n", "\r\n" if windows else "\n").encode())
        same_however_it_is_read(desk)


@given(st.lists(files, min_size=1, max_size=3))
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_whatever_a_list_holds_and_becomes_it_is_read_as_with_nothing_kept(tmp_path, texts):
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)
    desk = Desk(tmp_path)
    path = tmp_path / "content/events/a.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    for text in texts:
        path.write_text(text, encoding="utf-8")
        same_however_it_is_read(desk)


@given(files)
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_the_items_of_a_text_are_the_text_from_the_first_dash_on(text):
    items = items_of(text, Limits())
    if items is not None:
        assert all(text[start:].lstrip(" ").startswith("-") for start, _ in items)
        assert [end for _, end in items] == [*(start for start, _ in items[1:]), len(text)]


def edited(text, chance):
    """A text after one thing that an editor may do to it, for better or worse."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(7):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, chance.choice(["", "# a comment", lines[at], "  note: x", "- id: new-one"]))
        case 2:
            lines[at] = lines[at].replace("a", "o")
        case 3:
            lines[0:0] = ["# at the top", ""]
        case 4:
            lines[at] += chance.choice([" ", " # why", "'", ": x", "!"])
        case 5:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case 6:
            lines = lines[at:] + lines[:at]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(4))
def test_a_site_that_is_edited_is_told_and_merged_as_with_nothing_kept(tmp_path, seed):
    chance = Random(seed)  # noqa: S311 # no secret
    shutil.copytree(SITE, tmp_path / "site", ignore=shutil.ignore_patterns(".cache"))
    desk = Desk(tmp_path / "site")
    site = load_project(str(SITE / "mkdocs.yml")).site
    paths = [path for path in sorted(desk.root.rglob("*")) if path.suffix in {".yaml", ".md"}]
    paths = [path for path in paths if "content" in path.parts]
    for _ in range(5):
        path = chance.choice(paths)
        before = path.read_text(encoding="utf-8")
        path.write_text(edited(before, chance), encoding="utf-8")
        ways = ("nothing", "cache", "memory", "cache")
        readings = [desk.read(way) for way in ways]
        assert [everything_of(reading) for reading in readings[1:]] == [everything_of(readings[0])] * 3
        examined = [
            examine(reading, site, memory=desk.memory if way == "memory" else None)
            for way, reading in zip(ways, readings, strict=True)
        ]
        rows = [
            (told(Checked(reading, one)), [placed.entry.record for placed in one.timeline.entries])
            for reading, one in zip(readings, examined, strict=True)
        ]
        assert rows[1:] == [rows[0]] * 3
        if chance.random() < 0.5:
            path.write_text(before, encoding="utf-8")


MANY = "".join(f"- id: event-{n}\n  title: Event {n}\n  date: 2020-01-{n + 1:02d}\n" for n in range(20))


def test_of_an_edited_file_only_the_changed_records_are_parsed(tmp_path, monkeypatch):
    desk = Desk(write_tree(tmp_path, f"== content/events/a.yaml\n{MANY}"))
    desk.read("cache")
    counted = parsings(monkeypatch)
    file = tmp_path / "content/events/a.yaml"
    file.write_text("# At the top\n\n" + MANY.replace("Event 7", "Another"), encoding="utf-8")
    for kept in ("cache", "memory"):
        counted.clear()
        reading = desk.read(kept)
        parsed = [text for text in counted if "event-" in text]
        assert parsed in (["- id: event-7\n  title: Another\n  date: 2020-01-08\n"], [])
    assert reading.content.events[7].record.title == "Another"
    assert reading.content.events[8].places.of("title").line == 2 + 8 * 3 + 2


def test_an_article_that_did_not_change_is_not_parsed(tmp_path, monkeypatch):
    desk = Desk(write_tree(tmp_path, """
        == content/articles/report.md
        ---
        title: A report
        published: 2020-01-05
        ---

            Indented, so code.
    """))  # fmt: skip
    desk.read("cache")
    counted = parsings(monkeypatch)
    article = desk.read("cache").content.articles[0]
    assert not [text for text in counted if "report" in text]
    assert (article.record.id, article.record.body) == ("report", "    Indented, so code.")
    assert str(article.places.find(("body",), "so code")) == "content/articles/report.md:6:15"
    (tmp_path / "content/articles/report.md").rename(tmp_path / "content/articles/minutes.md")
    assert desk.read("cache").content.articles[0].record.id == "minutes"


def test_under_other_limits_nothing_that_was_read_before_counts(tmp_path):
    desk = Desk(write_tree(tmp_path, f"== content/events/a.yaml\n{MANY}"))
    desk.read("memory")
    reading = desk.read("memory", Limits(value_characters=5))
    assert {problem.code for problem in reading.problems} == {"value-too-long"}


@pytest.mark.parametrize("limits", [Limits(items=10), Limits(values=30), Limits(depth=1)])
def test_more_than_is_read_is_told_each_time(tmp_path, limits):
    desk = Desk(write_tree(tmp_path, f"== content/events/a.yaml\n{MANY}"))
    same_however_it_is_read(desk, limits)
    assert desk.read("cache", limits).problems


RUBBISH = [
    "", "[]", "null", "{", "{}", '{"KEY": null}', '{"KEY": [0, 1]}', '{"KEY": [0, 1, {"id": 1}, 0]}', '{"KEY": [0, 1, "x", 0]}',
    '{"KEY": [-5, 1, {"id": "a"}, 0]}', '{"KEY": [0, 1, {"id": "A B"}, 0]}', "[" * 5000, '{"KEY": [0, 1, {}, 0, 0]}',
]  # fmt: skip


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_what_is_kept_and_is_none_of_ours_is_ignored(tmp_path, rubbish):
    desk = Desk(write_tree(tmp_path, f"== content/events/a.yaml\n{MANY}"))
    plain = everything_of(desk.read())
    desk.read("cache")
    name = "event content/events/a.yaml"
    shelf = Shelf(tmp_path / "cache")
    entries = json.loads(shelf.get(name))
    spoilt = json.loads(rubbish.replace("KEY", "x")) if rubbish.endswith("}") and "KEY" in rubbish else None
    shelf.put(name, json.dumps(dict.fromkeys(entries, spoilt["x"])) if spoilt else rubbish)
    shelf.close()
    for kept in ("cache", "memory", "cache"):
        assert everything_of(desk.read(kept)) == plain


def test_a_cache_that_vanishes_while_it_is_used_does_no_harm(tmp_path, monkeypatch):
    desk = Desk(
        write_tree(tmp_path, f"== content/events/a.yaml\n{MANY}\n== content/events/b.yaml\n- id: other\n")
    )
    plain = everything_of(desk.read())
    desk.read("cache")
    look = project.look_through

    def looked(*args):
        shutil.rmtree(tmp_path / "cache", ignore_errors=True)
        return look(*args)

    monkeypatch.setattr(project, "look_through", looked)
    for kept in ("cache", "memory", "cache"):
        assert everything_of(desk.read(kept)) == plain


def test_two_checks_at_once_tell_the_same_and_leave_what_a_third_can_use(tmp_path):
    shutil.copytree(SITE, tmp_path / "site", ignore=shutil.ignore_patterns(".cache"))
    (tmp_path / "site/.cache/timeline").mkdir(parents=True)
    command = [sys.executable, "-m", "timeline.cli", "check", "-f", str(tmp_path / "site/mkdocs.yml")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    (tmp_path / "site/.cache/timeline/checked.json").unlink()
    third = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert said == [third, third]
    assert "problems" in third or "warning" in third or "note" in third
    assert list((tmp_path / "site/.cache/timeline/parsed").glob("kept-*.txt"))
