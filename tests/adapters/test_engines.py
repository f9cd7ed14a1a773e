"""What `timeline export` writes, built by another engine: every page has the text and the links that MkDocs gives it."""

import importlib.util
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from builds import mkdocs
from trees import write_tree

EVERYTHING = Path(__file__).parents[1] / "sites/everything"
# A page that quotes what engines look for in Markdown.
HOSTILE = """
    == content/quoted.md
    ---
    title: A </title><script>alert(1)</script> & "made-up" {{ config }} [page](x.md)
    summary: Made up, with <b>, "quotes" & {% raw %}.
    ---
    Write `[made up](nowhere.md)`.

    ~~~~
    ```
    [made up](nowhere.md) {{ 7 * 7 }} {% include "x" %}

        indented    *and starred*

    [made up](too.md), ``` and {{ more }}
    --8<-- "mkdocs.yml"
    ~~~~

    The code `[a][b] ``` {{ c }}`, and :smile: ==made== ^^up^^ H~2~O (c) --> [^1] $x$ [TOC]

    *[HTML]: made up
"""
PAGE = "page"
"""The class of the element that holds what is between the theme's header and footer."""


class Shown(HTMLParser):
    """The text and the links of the part of a page that is ours."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.links: list[str] = []
        self.title = ""
        self._depth = 0
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self._inside = tag
        if tag == "div" and (self._depth or PAGE in (given.get("class") or "").split()):
            self._depth += 1
        if self._depth:
            self.links += [given[name] for name in ("href", "src", "poster") if name in given]

    def handle_endtag(self, tag):
        self._inside = ""
        if tag == "div" and self._depth:
            self._depth -= 1

    def handle_data(self, data):
        if self._inside == "title" and not self.title:
            self.title = data
        if self._depth:
            self.text += data


def shown(site: Path) -> dict[str, Shown]:
    return {
        path.relative_to(site).as_posix(): Shown(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("index.html"))
    }


def run(project: Path, *command: str) -> str:
    """Runs a program of this environment; what it prints, if it fails, is the failure."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=project, capture_output=True, text=True, encoding="utf-8", check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The pages of one project as MkDocs publishes them, and as Zensical builds them from an export."""
    if importlib.util.find_spec("zensical") is None:
        pytest.skip("Zensical is not installed: it is in the dependency group 'engines'")
    project = tmp_path_factory.mktemp("engines")
    shutil.copytree(EVERYTHING, project, dirs_exist_ok=True)
    write_tree(project, HOSTILE)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    ours = mkdocs(project, "build", "--site-dir", "ours")
    assert ours.returncode == 0, ours.stderr
    run(project, "timeline.cli", "export", "--to", "pages")
    # What an editor changes to publish with Zensical: the folder, and where ordinary pages lie.
    config = config.replace("docs_dir: content", "docs_dir: pages\nsite_dir: theirs")
    config = config.replace("method.md", "method/index.md").replace("about.md", "about/index.md")
    (project / "zensical.yml").write_text(config, encoding="utf-8")
    run(project, "zensical", "build", "--strict", "--config-file", "zensical.yml")
    return shown(project / "ours"), shown(project / "theirs")


def test_both_have_the_same_pages(built):
    ours, theirs = built
    assert len(ours) > 80
    assert theirs.keys() == ours.keys()


def test_every_page_has_the_same_text(built):
    ours, theirs = built
    told = {name: " ".join(page.text.split()) for name, page in ours.items()}
    assert {name: " ".join(page.text.split()) for name, page in theirs.items()} == told
    assert "[made up](nowhere.md) {{ 7 * 7 }}" in told["quoted/index.html"]
    assert [name for name, text in told.items() if not text] == [
        "events/crack-in-bridge/index.html",
        "events/hairline-crack/index.html",
    ]


def test_every_page_has_the_same_links(built):
    ours, theirs = built
    links = {name: page.links for name, page in ours.items()}
    assert {name: page.links for name, page in theirs.items()} == links
    assert "../../media/bridge/collapse.png" in links["events/bridge-collapse/index.html"]


def test_a_title_stays_a_title(built):
    ours, theirs = built
    title = 'A </title><script>alert(1)</script> & "made-up" {{ config }} [page](x.md)'
    assert theirs["quoted/index.html"].title.startswith(title)
    assert theirs["quoted/index.html"].title == ours["quoted/index.html"].title
