"""The whole way through MkDocs, as an editor or the CI goes it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builds import contents, mkdocs
from trees import write_tree

from timeline.adapters.mkdocs import load_project

PROJECT = """
    == mkdocs.yml
    site_name: A test <site> & more
    docs_dir: content
    theme: {name: material, language: en}
    plugins: [search, timeline]
    == content/index.md
    ---
    title: A test
    summary: Made up for tests.
    ---
    == content/events/all.yaml
    - id: first
      date: 2020-01-03
      title: A <b>bold</b> & "quoted" title
      summary: Made up for tests.
      sources: [{title: A made-up source}]
    - id: second
      date: 2020-01-04
      time: evening
      timezone: Asia/Baghdad
      title: Another made-up event
      after: first
      sources: [{title: A made-up source}]
"""


@pytest.fixture
def project(tmp_path) -> Path:
    return write_tree(tmp_path, PROJECT)


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A project that is built, for tests that change nothing in it."""
    folder = write_tree(tmp_path_factory.mktemp("built"), PROJECT)
    run = mkdocs(folder, "build", "--strict")
    assert run.returncode == 0, run.stderr
    return folder


@pytest.fixture
def published(built, tmp_path) -> Path:
    """A copy of it, to change."""
    return shutil.copytree(built, tmp_path, dirs_exist_ok=True)


def test_a_project_without_address_or_repository_builds_strictly(built):
    assert (built / "site/events/first/index.html").is_file()
    assert sorted(path.name for path in built.iterdir()) == [".cache", "content", "mkdocs.yml", "site"]


def test_only_pages_and_media_are_published_not_what_editors_write(project):
    write_tree(
        project, "== content/media/note.vtt\nWEBVTT\n== content/about.md\n---\ntitle: About\n---\nHello."
    )
    assert mkdocs(project, "build", "--strict").returncode == 0
    published = contents(project / "site")
    assert "media/note.vtt" in published
    assert "about/index.html" in published
    assert not [path for path in published if path.endswith((".yaml", ".md")) or "/css/" in path]


def test_a_title_is_escaped_wherever_the_theme_prints_it(built):
    html = (built / "site/events/first/index.html").read_text(encoding="utf-8")
    assert "<b>bold" not in html
    assert "<title>A &lt;b&gt;bold&lt;/b&gt; &amp; &#34;quoted&#34; title" in html.replace("&quot;", "&#34;")


def test_an_error_stops_the_build_in_the_words_of_check_and_leaves_the_site_as_it_was(published):
    before = contents(published / "site")
    events = published / "content/events/all.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace("sources", "source", 1), encoding="utf-8")
    build = mkdocs(published, "build")
    check = subprocess.run(
        [sys.executable, "-m", "timeline.cli", "check"],
        cwd=published,
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 1
    assert check.returncode == 1
    first_line = "content/events/all.yaml:5:3: error[unknown-key]: an event has no key 'source'"
    assert first_line in build.stderr
    assert check.stdout.startswith(first_line)
    assert "hint: did you mean 'sources'?" in build.stderr
    assert "Traceback" not in build.stderr + check.stderr
    assert contents(published / "site") == before


def test_a_warning_passes_unless_the_build_is_strict(project):
    write_tree(
        project,
        """
        == content/articles/late.md
        ---
        title: A made-up article
        published: 2020-01-01
        events: [second]
        ---
        """,
    )
    plain = mkdocs(project, "build")
    assert plain.returncode == 0
    assert "warning[published-before-event]" in plain.stderr
    before = contents(project / "site")
    strict = mkdocs(project, "build", "--strict")
    assert strict.returncode == 1
    assert contents(project / "site") == before


def test_a_warning_of_mkdocs_itself_leaves_the_site_as_it_was_under_strict(published):
    before = contents(published / "site")
    config = published / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "nav: [index.md, missing.md]\n", encoding="utf-8")
    run = mkdocs(published, "build", "--strict")
    assert run.returncode == 1
    assert contents(published / "site") == before
    assert not list(published.glob(".site*"))


def test_the_navigation_keeps_the_titles_that_mkdocs_yml_gives(project):
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8") + "nav: [{Everything: index.md}, {Where: places/index.md}]\n",
        encoding="utf-8",
    )
    assert mkdocs(project, "build", "--strict").returncode == 0
    html = (project / "site/index.html").read_text(encoding="utf-8")
    assert "Everything" in html
    assert "Where" in html


def test_edit_links_lead_to_the_file_and_the_very_line(project):
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8") + "repo_url: https://github.com/example/example\n",
        encoding="utf-8",
    )
    other = "- {id: third, date: 2020-01-05, title: A third, sources: [{title: A made-up source}]}\n"
    (project / "content/events/50% of #1.yaml").write_text(other, encoding="utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    html = (project / "site/events/second/index.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/example/example/edit/main/content/events/all.yaml"' in html
    assert 'href="https://github.com/example/example/blob/main/content/events/all.yaml?plain=1#L6"' in html
    assert "line 6 of content/events/all.yaml" in html.lower()
    html = (project / "site/events/third/index.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/example/example/edit/main/content/events/50%25%20of%20%231.yaml"' in html
    assert "blob/main/content/events/50%25%20of%20%231.yaml?plain=1#L1" in html


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (
            "https://github.com/example/example/",
            "https://github.com/example/example/new/main/{folder}?filename={name}&value={value}",
        ),
        ("https://gitlab.com/example/example", ""),
        ("https://bitbucket.org/example/example", ""),
        ("", ""),
    ],
)
def test_a_new_file_can_be_handed_to_github_alone(project, repository, address):
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + f"repo_url: '{repository}'\n", encoding="utf-8")
    assert load_project(str(config)).site.new_url == address


@pytest.mark.parametrize(
    ("repository", "branch", "address"),
    [
        ("https://www.GitHub.com/example/x.git", "main", "https://www.GitHub.com/example/x/edit/main/{path}"),
        (
            "https://github.com/x/y",
            "next/50% of #1",
            "https://github.com/x/y/edit/next/50%25%20of%20%231/{path}",
        ),
        ("https://gitlab.com/x/y/", "é{path}", "https://gitlab.com/x/y/-/edit/%C3%A9%7Bpath%7D/{path}"),
        ("https://codeberg.org/x/y", "a?b", "https://codeberg.org/x/y/_edit/a%3Fb/{path}"),
        ("https://git.example/x/y", "main", ""),
    ],
)
def test_a_branch_of_any_name_is_led_to(project, repository, branch, address):
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("timeline]", f"timeline: {{branch: '{branch}'}}]")
    config.write_text(f"{text}repo_url: '{repository}'\n", encoding="utf-8")
    assert load_project(str(config)).site.edit_url == address


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("{timezone: Asia/Bagdad}", "'Asia/Bagdad'"),
        ("{levels: {status-unsupported: loud}}", "error[bad-setting]: 'loud' is no level"),
        ("{limits: {pages: 5}}", "error[unknown-setting]: there is no limit 'pages'"),
        ("{limits: {files: 0}}", "error[bad-setting]: '0' is not a whole number of 1 or more"),
        ('{licence: "CC\\ud800"}', "error[control-character]: there is a hidden character U+D800"),
        ('{contact: "\\u202ea@example.org"}', "there is a hidden U+202E RIGHT-TO-LEFT"),
        ("{licence_url: 'a b'}", "error[bad-setting]: 'a b' is no address"),
        (
            "{levels: {likely-duplicates: error}}",
            "warning[unknown-setting]: there is no code 'likely-duplicates'",
        ),
        ("{limits: {depth: 1}}", "content/events/all.yaml:1:3: error[too-deep]"),
    ],
)
def test_a_wrong_option_is_told_without_a_traceback(project, options, said):
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("timeline]", f"{{timeline: {options}}}]"), encoding="utf-8"
    )
    run = mkdocs(project, "build", "--strict")
    assert run.returncode == 1
    assert said in run.stderr
    assert "Traceback" not in run.stderr


def test_a_level_in_mkdocs_yml_makes_an_error_of_a_warning(project):
    write_tree(
        project,
        "== content/articles/late.md\n---\ntitle: Made up\npublished: 2020-01-01\nevents: [second]\n---",
    )
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace(
            "timeline]", "{timeline: {levels: {published-before-event: error}}}]"
        ),
        encoding="utf-8",
    )
    run = mkdocs(project, "build")
    assert run.returncode == 1
    assert "error[published-before-event]" in run.stderr
