"""Whose search stands behind the box, and what is handed to it."""

import json
import re

import pytest
from builds import mkdocs
from trees import write_tree

PROJECT = """
    == mkdocs.yml
    site_name: A made-up site
    docs_dir: content
    theme: {name: material, language: en}
    plugins: [search, timeline]
    hooks: [hooks.py]
    nav: [index.md]
    == hooks.py
    from mkdocs.structure.files import File
    def on_files(files, config):
        files.append(File.generated(config, "others.md", content="# A page of another plugin\\n\\nMade up."))
    == content/index.md
    ---
    title: Made up
    ---
    == content/about.md
    ---
    title: About the made-up site
    summary: What it is.
    ---
    Words before *all* headings.

    ## Whom it is for

    Nobody.
    == content/places.yaml
    - {id: exampleton, name: Exampleton, names: {fr: Exempleville}}
    == content/events/all.yaml
    - id: first
      date: 2020-01-03
      place: exampleton
      title: A made-up event
      sources: [{title: A made-up source, publisher: The Exampleton Echo}]
"""
OURS = "/worker.js"


@pytest.fixture
def build(tmp_path):
    """Builds the project with other plugins: gives its folder."""

    def build_with(plugins: str = "[search, timeline]"):
        project = write_tree(tmp_path, PROJECT.replace("[search, timeline]", plugins))
        run = mkdocs(project, "build", "--quiet")
        assert run.returncode == 0, run.stderr
        return project / "site"

    return build_with


def worker_of(site) -> str:
    page = (site / "events/first/index.html").read_text(encoding="utf-8")
    settings = page.split('<script id="__config" type="application/json">')[1].split("</script>")[0]
    return json.loads(settings)["search"]


def read(file):
    return json.loads(file.read_text(encoding="utf-8"))


def test_material_s_index_holds_the_pages_of_others_alone_and_ours_stand_in_our_own(build):
    site = build()
    assert worker_of(site).endswith(OURS)
    assert (site / "events/first" / worker_of(site)).resolve().is_file()
    titles = [doc["title"] for doc in read(site / "search/search_index.json")["docs"]]
    assert titles == ["A page of another plugin"]
    pages = {row[0]: row[1:] for row in read(site / "data/index/pages.json")}
    assert pages["places/exampleton/"] == ["Exampleton", "Place", "", "Exempleville"]
    (publisher,) = (row for row in pages.values() if "Publisher" in row)
    assert publisher == ["The Exampleton Echo", "Publisher", "1 source, 1 event rests on it"]
    assert pages["about/"] == ["About the made-up site", "", "What it is."]
    assert not any(path.startswith(("events/", "others/")) for path in pages)
    # What stands in the dialog is brought by a script, before Material's looks for it.
    page = (site / "events/first/index.html").read_text(encoding="utf-8")
    scripts = re.findall(r'<script src="\.\./\.\./([^"]+)"', page)
    assert [re.sub(r"\.[0-9a-f]{8}\b.*", "", path) for path in scripts] == [
        "assets/chronology/search-dialog", "assets/javascripts/bundle",
    ]  # fmt: skip
    assert "md-search__input" not in page
    assert "md-search__input" in (site / scripts[0]).read_text(encoding="utf-8")
    assert read(site / "data/index/sections.json")[:2] == [
        ["about/#content", "About the made-up site", "About the made-up site", "Words before all headings."],
        ["about/#section-whom-it-is-for", "Whom it is for", "About the made-up site", "Nobody."],
    ]


@pytest.mark.parametrize(
    "plugins", ["[search, offline, timeline]", "[search: {enabled: false}, timeline]", "[timeline]"]
)
def test_where_the_search_is_another_s_or_off_nothing_is_put_in_its_place(build, plugins):
    site = build(plugins)
    assert not worker_of(site).endswith(OURS)
    if "offline" in plugins:
        titles = [doc["title"] for doc in read(site / "search/search_index.json")["docs"]]
        assert "A made-up event" in titles
    else:
        assert not (site / "search").exists()
        assert "search-dialog" not in (site / "index.html").read_text(encoding="utf-8")
        assert (
            "md-search"
            not in (site / "index.html").read_text(encoding="utf-8").split("<body")[1].split("<script")[0]
        )
