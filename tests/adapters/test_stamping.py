"""A stamped page is, byte for byte, the page that MkDocs would have rendered."""

import hashlib
from pathlib import Path

import pytest
from builds import mkdocs
from trees import write_tree

PROJECT = """
    == mkdocs.yml
    site_name: A test <site> & more
    site_url: https://example.org/there/
    repo_url: https://github.com/example/example
    docs_dir: content
    theme: {name: material, language: en}
    plugins: [search, timeline]
    nav: [index.md, places/index.md]
    == content/index.md
    ---
    title: Made up
    ---
    == content/places.yaml
    - {id: exampleton, name: 'Exampleton <&> "Ville"', note: A made-up place.}
    == content/actors.yaml
    - {id: somebody, name: مثال}
    == content/storylines/thread.md
    ---
    title: A "made-up" <storyline>
    ---
    See [it](event:first).
    == content/articles/report.md
    ---
    title: A made-up article
    published: 2020-01-05
    events: [first]
    ---
    == content/events/all.yaml
    - id: first
      date: 2020-01-03
      place: exampleton
      actors: [somebody]
      storylines: [thread]
      title: A <b>bold</b> & "quoted" 'title' {{ config }} chronologymark
      summary: Made up, with "quotes", <tags> & more.
      sources: [{title: A made-up source}]
    - id: second
      date: 2020-01-04
      language: ar
      title: حدث مختلق
      sources: [{title: A made-up source}]
"""
WITHOUT = """
    == without.py
    import timeline.adapters.mkdocs.pages as pages
    pages.STAMPED = frozenset()
"""


def pages(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.html")
    }


@pytest.mark.parametrize("site_url", [True, False])
def test_stamped_pages_are_what_mkdocs_would_have_made(tmp_path, site_url):
    project = write_tree(tmp_path, PROJECT)
    if not site_url:
        config = project / "mkdocs.yml"
        lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
        config.write_text("".join(line for line in lines if "_url" not in line), encoding="utf-8")
    assert mkdocs(project, "build", "-d", "stamped").returncode == 0
    write_tree(project, WITHOUT)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [without.py]\n")
    assert mkdocs(project, "build", "-d", "rendered").returncode == 0
    stamped, rendered = pages(project / "stamped"), pages(project / "rendered")
    assert [name for name in rendered if stamped.get(name) != rendered[name]] == []
    assert stamped.keys() == rendered.keys()
    assert "events/first/index.html" in stamped
    assert "chronologymark0" not in (project / "stamped/events/first/index.html").read_text(encoding="utf-8")


def test_where_another_plugin_changes_pages_every_page_is_rendered_with_a_notice(tmp_path):
    project = write_tree(tmp_path, PROJECT)
    write_tree(
        project,
        """
        == hooked.py
        def on_post_page(output, page, config):
            return output.replace("</body>", "<!-- changed by a hook --></body>")
        """,
    )
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "hooks: [hooked.py]\n", encoding="utf-8")
    run = mkdocs(project, "build")
    assert run.returncode == 0, run.stderr
    assert "Every page is rendered by itself, because of plugins that change pages: hooked.py" in run.stderr
    assert "changed by a hook" in (project / "site/events/first/index.html").read_text(encoding="utf-8")
