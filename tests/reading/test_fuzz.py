"""Whatever stands in a file, reading it gives problems and records, and nothing else."""

import shutil
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.checks import examine
from timeline.problems import FORMATS, report
from timeline.reading import Limits, read_project
from timeline.reading.front_matter import read_front_matter
from timeline.reading.strict_yaml import read_yaml
from timeline.reading.text import SourceText, decode
from timeline.reading.validation import FREE_TEXT, validate
from timeline.records import Article, Event, Site

ROOT = Path(__file__).parents[2]
BOUNDED = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

# Pieces of YAML, of its traps, and of what our files hold.
PIECES = [
    "- ", "? ", ": ", ":", "# ", " #", "\n", "\n- ", "\n  ", "\t", "'", '"', "[", "]", "{", "}", ",", "&a ", "*a", "!x ", "!!str ",
    "<<: ", "|", ">", "|2\n", ">-\n", "%", "%YAML 1.1\n", "---\n", "...\n", "@", "`", "\\", '"\\u202e"', '"\\x"', '"\\ud800"', '"\\U00110000"',
    "~", "null", "yes", "\r", "\r\n", "\x00", "\x85", "\u202e", "\ufeff", "\u2028", "\ufffd", "\U0001f600", "é", "id: a", "title: A", "date: 2020-01-04",
    "sources: [report]", "accounts:\n    - by: x\n      says: y", "events: [a]", "published: 2020-01-05", "kinds: {a: {label: A}}", "format: 1", "id", "a", "2020",
]  # fmt: skip
pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)
texts = pieces | st.text(max_size=200)
raw = st.binary(max_size=120) | texts.map(lambda text: text.encode("utf-8", "surrogatepass"))


@given(raw)
@BOUNDED
def test_any_bytes_as_yaml_give_a_tree_and_problems_in_the_text(parser, data):
    source, problems, sensible = decode(data, "x.yaml", 1000)
    if sensible:
        read = read_yaml(source, free=FREE_TEXT)
        problems = problems + read.problems.all()
        if isinstance(read.root, list):
            for node in read.root:
                if isinstance(node, dict):
                    problems = problems + validate(Event, node, source).problems
    for problem in problems:
        assert 1 <= problem.span.line <= len(source.lines)
        assert 1 <= problem.span.column <= problem.span.end_column
        assert (
            problem.span.end_column <= max(len(source.lines[problem.span.line - 1]), problem.span.column) + 2
        )
    for format in FORMATS:
        report(problems, lambda _, line: source.lines[line - 1], format).encode("utf-8")


@given(texts)
@BOUNDED
def test_any_text_as_a_markdown_file_gives_front_matter_or_problems(parser, text):
    source = SourceText("x.md", text.replace("\r", "\n"))
    for whole in (source, SourceText("x.md", f"---\n{source.text}\n---\nText.\n")):
        read = read_front_matter(whole, free=FREE_TEXT)
        assert read.root is not None or read.problems
        if read.root is not None:
            assert validate(Article, read.root, whole, body=read.body) is not None


names = st.sampled_from(
    ["events/a.yaml", "events/b.yml", "places.yaml", "actors.yaml", "articles/a.md", "storylines/s.md", "about.md", "index.md",
     "media/a.png", "media/a.svg", "x/y.md", "events.md", "événement.md", "a b.md", "../site_config/vocabulary.yaml"]
)  # fmt: skip
documents = st.tuples(texts, texts).map(
    lambda pair: f"---\n{pair[0]}\n---\n{pair[1]}".encode("utf-8", "surrogatepass")
)


@contextmanager
def project(below):
    """An empty project in a new folder, below one that pytest clears away even after a run that was killed."""
    folder = Path(tempfile.mkdtemp(dir=below))
    try:
        (folder / "content").mkdir()
        yield folder
    finally:
        shutil.rmtree(folder)


def examined(folder):
    reading = read_project(folder / "content", folder / "site_config/vocabulary.yaml")
    examined = examine(reading, Site())
    for format in FORMATS:
        report(examined.problems, reading.line_of, format).encode("utf-8")
    return examined.problems


@given(st.dictionaries(names, raw | documents, max_size=4))
@BOUNDED
def test_any_files_make_a_project_that_can_be_examined(tmp_path, tree):
    with project(tmp_path) as folder:
        for path, data in tree.items():
            target = folder / "content" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        examined(folder)


REAL = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted([*ROOT.glob("content/**/*"), ROOT / "site_config/vocabulary.yaml"])
    if path.suffix in {".yaml", ".md"}
}


@given(
    st.sampled_from(sorted(REAL)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 8), st.sampled_from(PIECES)), min_size=1, max_size=3),
)
@settings(BOUNDED, max_examples=60)
def test_a_real_project_with_some_characters_changed_is_told_in_the_changed_file_or_where_it_is_named(
    tmp_path, file, changes
):
    text = REAL[file]
    for where, removed, added in changes:
        at = int(where * len(text))
        text = text[:at] + added + text[at + removed :]
    with project(tmp_path) as folder:
        for path, original in {**REAL, file: text}.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((text if path == file else original).encode("utf-8", "surrogatepass"))
        problems = examined(folder)
    assert len(problems) < 200


def test_the_real_content_reads_without_problems(parser):
    reading = read_project(ROOT / "content", ROOT / "site_config/vocabulary.yaml", root=ROOT)
    assert reading.problems == []
    assert len(reading.content.events) >= 5
    assert len(reading.content.articles) >= 1
    assert reading.content.broken == {}


HEAVY = {
    "brackets": "[" * 100_000,
    "pairs of brackets": "[]" * 50_000,
    "braces": "{" * 100_000,
    "closing braces": "}" * 100_000,
    "dashes": "-" * 100_000,
    "items in items": "- " * 100_000,
    "single quotes": "'" * 100_000,
    "double quotes": '"' * 100_001,
    "backslashes in quotes": '"' + "\\" * 100_001,
    "question marks": "? " * 100_000,
    "colons": ": " * 100_000,
    "commas": "[" + "," * 100_000,
    "aliases": "*a " * 50_000,
    "anchors": "&a " * 50_000,
    "exclamation marks": "!" * 100_000,
    "pipes": "|" * 100_000,
    "hashes": "#" * 100_000,
    "hashes after a value": "title: x" + " #" * 100_000,
    "tabs": "\t" * 100_000,
    "blanks": " " * 100_000,
    "empty lines": "\n" * 100_000,
    "nested flow": "a: " + "[{" * 50_000,
    "deepening lists": "".join(" " * n + "-\n" for n in range(400)),
    "deepening mappings": "".join(" " * n + "a:\n" for n in range(400)),
    "one long line": "title: " + "word " * 200_000,
    "many keys": "\n".join(f"k{n}: v" for n in range(100_000)),
    "many keys of one name": "a: b\n" * 100_000,
    "many items": "- a\n" * 100_000,
    "a huge text": "title: |\n" + "  line\n" * 100_000,
    "many documents": "--- a\n" * 20_000,
    "merges that begin": "<<<<<<<\n" * 100_000,
    "keys in a text": "- body: >\n" + "    status: x\n" * 100_000,
    "texts with keys in them": "- body: >\n    a\n    status: x\n" * 5_000,
    "many broken items": '- "\n' * 5_000,
    "a laugh in billions": "a: &a [x]\n" + "".join(f"k{n}: &b{n} [*a, *a, *a, *a]\n" for n in range(1000)),
}  # fmt: skip


@pytest.mark.parametrize("name", HEAVY)
def test_a_hundred_thousand_of_anything_is_answered_within_a_second(tmp_path, name):
    with project(tmp_path) as folder:
        (folder / "content/events").mkdir()
        (folder / "content/articles").mkdir()
        (folder / "content/events/a.yaml").write_text(HEAVY[name], encoding="utf-8")
        (folder / "content/articles/a.md").write_text(f"---\n{HEAVY[name]}\n---\n", encoding="utf-8")
        begun = time.process_time()
        problems = examined(folder)
        assert time.process_time() - begun < 1.5
    assert len(problems) <= 2 * (Limits().problems + 2)


def test_twice_as_many_events_take_twice_as_long():
    def seconds(count):
        text = "".join(f"- id: e{n}\n  titel: x\n  sources: [a]\n" for n in range(count))
        begun = time.process_time()
        source = SourceText("x.yaml", text)
        for node in read_yaml(source, free=FREE_TEXT).root:
            assert validate(Event, node, source).problems
        return time.process_time() - begun

    few = min(seconds(500) for _ in range(3))
    many = min(seconds(4_000) for _ in range(2))
    assert many < 8 * few * 2
