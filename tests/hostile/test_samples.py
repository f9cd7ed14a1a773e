"""Each hostile sample is refused at its place, or does nothing wherever it is printed."""

import json
import re
import time
import unicodedata
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from builds import contents, mkdocs
from click.testing import CliRunner
from hostile.corpus import samples, visible_text, write_together

from timeline.adapters.project import Project, check_project
from timeline.cli import main
from timeline.outputs import outputs
from timeline.pages import Edition, documents
from timeline.problems import FORMATS
from timeline.records import Site

SAMPLES = list(samples())
REFUSED = [pytest.param(s, id=s.name) for s in SAMPLES if not s.is_harmless]
HARMLESS = [pytest.param(s, id=s.name) for s in SAMPLES if s.is_harmless]
LONGEST = 3
"""Seconds of the processor that a sample may take, on a slow machine."""

_ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background")
_SAFE = re.compile(r"(?:https?://|mailto:|#|\.{0,2}/|[a-z0-9~_.-]+(?:[/#?].*)?$|$)", re.IGNORECASE)
_FETCHING = {"img", "script", "link", "iframe", "object", "embed", "video", "audio", "source", "use", "image"}
_ELEMENTS_NEVER = {
    "iframe",
    "object",
    "embed",
    "base",
    "marquee",
    "style",
    "frame",
    "math",
    "noscript",
    "plaintext",
    "x-pwned",
    "xmp",
}


class Page(HTMLParser):
    """What in a page could run, fetch or lead somewhere."""

    def __init__(self, html):
        super().__init__()
        self.wrong, self.ids = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if (
            tag in _ELEMENTS_NEVER
            or "http-equiv" in given
            or (tag == "script" and "json" not in (given.get("type") or ""))
        ):
            self.wrong.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on") or name == "style":
                self.wrong.append(f"{name}={value}")
            if name in _ADDRESSES and not _SAFE.match(value or ""):
                self.wrong.append(f"{name}={value}")
            if name in _ADDRESSES and tag in _FETCHING and "//" in (value or ""):
                self.wrong.append(f"{tag} {name}={value}")
            if name == "id":
                self.ids.append(value)


def check(project, *, strict=False):
    options = [
        "check",
        "-f",
        str(project / "mkdocs.yml"),
        "--format",
        "json",
        *(["--strict"] if strict else []),
    ]
    begun = time.process_time()
    run = CliRunner().invoke(main, options)
    assert time.process_time() - begun < LONGEST
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    return run


def examined(project):
    site = Site(name="Made up", url="https://example.org/")
    return check_project(Project(project, project / "content", project / "site_config/vocabulary.yaml", site))


@pytest.mark.parametrize("sample", REFUSED)
def test_it_is_refused_at_its_file_and_line_in_every_format(sample, tmp_path):
    project = sample.write(tmp_path / "project")
    run = check(project, strict=bool(sample.strict))
    assert run.exit_code == 1
    told = [f"{p['file']}:{p['line']} {p['code']}" for p in json.loads(run.stdout)["problems"]]
    for place, codes in sample.told:
        assert {visible_text(f"content/{place} {code}") for code in codes} & {*told}, (place, codes, told)
    assert len(told) <= 502 * len({row.split(":")[0] for row in told})
    checked = examined(project)
    for form in FORMATS:
        shown = checked.report(form)
        assert not [
            c for c in shown if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        ]
        if form == "github":
            assert all(
                re.match(r"::(error|warning|notice) file=[^:,]+,line=\d+,", row) for row in shown.splitlines()
            )


@pytest.mark.parametrize("sample", HARMLESS)
def test_it_does_nothing_wherever_it_is_printed(sample, tmp_path):
    project = sample.write(tmp_path / "project")
    assert check(project).exit_code == 0
    begun = time.process_time()
    edition = Edition(examined(project).examined.timeline)
    pages = {document.file: document.head + document.html for document in documents(edition)}
    files = {output.path: output.content for output in outputs(edition)}
    assert time.process_time() - begun < LONGEST
    timeline = edition.timeline
    theirs = {*timeline.events, *timeline.articles, *timeline.places, *timeline.actors, *timeline.storylines}
    for path, html in pages.items():
        page = Page(html)
        assert (path, page.wrong) == (path, [])
        assert len(page.ids) == len(set(page.ids)), path
        assert not [id for id in page.ids if id in theirs or id.startswith("__")], path
    for path, text in files.items():
        if path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".xml"):
            ET.fromstring(text)  # noqa: S314 # our own
    together = "\n".join([*pages.values(), *files.values()])
    for words in map(visible_text, sample.shown):
        assert words in together
    for words in map(visible_text, sample.absent):
        assert words not in together


def test_there_are_enough_samples_and_none_twice():
    names = [sample.name for sample in SAMPLES]
    assert len(names) == len(set(names)) >= 120


def test_a_site_of_all_that_is_harmless_is_built_and_one_more_sample_leaves_it_as_it_was(tmp_path):
    project = write_together(tmp_path / "project")
    run = mkdocs(project, "build", "--strict")
    assert run.returncode == 0, run.stderr
    before = contents(project / "site")
    assert len(before) > 100
    assert sorted(path.name for path in project.iterdir()) == [".cache", "content", "mkdocs.yml", "site"]
    (project / "content/events/one-more.yaml").write_text("[" * 100_000, encoding="utf-8")
    run = mkdocs(project, "build", "--strict")
    assert run.returncode == 1
    assert re.search(r"content/events/one-more\.yaml:1:\d+: error\[too-deep\]", run.stderr)
    assert "Traceback" not in run.stderr
    assert contents(project / "site") == before
