"""`timeline links`, as it is typed, against a real server on this machine. What is cited is made up."""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
import yaml
from commands import project_in, typed
from crooked_server import crooked_server

from timeline.adapters.mkdocs import load_project
from timeline.adapters.project import check_project
from timeline.adapters.web import Outcome, State
from timeline.cli import links as links_module
from timeline.cli.link_report import MOST_IN_MARKDOWN, links_of, to_markdown
from timeline.merging import Address, Role
from timeline.problems import Severity, Span

ROOT = Path(__file__).parent.parent.parent


def said_of(checked):
    """The errors of a project: its server is this machine, and its sources are made for the links alone."""
    return [p.message for p in checked.examined.problems if p.severity is Severity.ERROR]


PROJECT = """
    == mkdocs.yml
    site_name: A test
    site_url: https://site.example/made-up/
    docs_dir: content
    theme: {name: material}
    plugins: [timeline]
    == content/events/all.yaml
    # A comment at the top.
    - id: first
      date: 2020-01-02
      title: A made-up event
      sources:
        - {title: Gone, url: "HOST/410", archived: "HOST/alive/copy"}
        - {title: Alive, url: "HOST/alive"}
        - {title: Moved, url: "HOST/to/301/alive", archived: "HOST/alive/copy"}
      accounts:
        - {by: One, says: So., source: {title: Gone as well, url: "HOST/404"}}
      figures:
        - {what: things, value: 2, source: {title: Gone as well, url: "HOST/404"}}
      added: 2020-02-01
    == content/articles/report.md
    ---
    title: A made-up report
    published: 2020-01-03
    url: HOST/410
    events:
      - id: second
        date: 2020-01-03
        title: Another made-up event
        sources: [{title: Broken, url: "HOST/500"}]
        added: 2020-02-01
    added: 2020-02-01
    ---
    == content/publishers.yaml
    - {id: echo, name: The Made-up Echo, url: "HOST/403"}
    == content/links.yaml
    # Kept by hand.
    - {url: "HOST/alive", found: 404 Not Found, seen: 2020-05-06}   # it is back
"""
QUICK = ("--allow-private", "--pause", "0", "--retries", "0")
TEXT = """\
7 links: 2 answer, 1 has moved, 2 are dead, 2 are unreachable, 3 have no archived copy

Dead
  HOST/410
    410 Gone
    archived copy: HOST/alive/copy
    content/articles/report.md:4 (article)
    content/events/all.yaml:6 (source)
  HOST/404
    404 Not Found
    content/events/all.yaml:10 (source)
    content/events/all.yaml:12 (source)

Moved
  HOST/to/301/alive
    moved: HOST/alive
    archived copy: HOST/alive/copy
    content/events/all.yaml:8 (source)

Unreachable
  HOST/500
    500 Internal Server Error
    content/articles/report.md:9 (source)
  HOST/403
    403 Forbidden
    content/publishers.yaml:1 (publisher)

Listed as dead, and answering
  HOST/alive
    200 OK
    content/events/all.yaml:7 (source)

Without an archived copy
  HOST/500
    content/articles/report.md:9 (source)
  HOST/alive
    content/events/all.yaml:7 (source)
  HOST/404
    content/events/all.yaml:10 (source)
    content/events/all.yaml:12 (source)
"""
ENTRIES = """\
- url: HOST/410
  found: 410 Gone
  seen: 2021-05-06
  archived: HOST/alive/copy

- url: HOST/404
  found: 404 Not Found
  seen: 2021-05-06
"""


@pytest.fixture(scope="module")
def server():
    with crooked_server() as running:
        yield running


@pytest.fixture
def project(server, tmp_path, monkeypatch):
    monkeypatch.setattr(links_module, "_today", lambda: "2021-05-06")
    del server.asked[:]
    return project_in(tmp_path, PROJECT.replace("HOST", server.url("")), monkeypatch)


@pytest.fixture
def run(server):
    """Runs the command; the server's address is called HOST in what it prints."""

    def made(*arguments):
        result = typed("links", *arguments)
        return result.exit_code, result.output.replace(server.url(""), "HOST")

    return made


def test_the_report_names_every_place_of_what_is_dead_moved_unreachable_or_without_a_copy(project, run):
    words = "\nTo tell readers, add this to content/links.yaml, or run the command with --write:\n\n"
    assert run(*QUICK) == (0, TEXT + words + ENTRIES)
    assert run(*QUICK) == (0, TEXT + words + ENTRIES)


def test_each_address_is_asked_for_once_in_the_name_of_the_program_and_its_site(project, run, server):
    run(*QUICK)
    paths = [path for method, path in map(str.split, server.asked) if method == "HEAD"]
    assert sorted(paths) == [
        "/403",
        "/404",
        "/410",
        "/500",
        "/alive",
        "/alive",
        "/alive/copy",
        "/to/301/alive",
    ]
    assert re.fullmatch(
        r"mkdocs-news-timeline/[0-9.]+ \(a check of cited links; for https://site\.example/made-up/\)",
        server.agents[-1],
    )


def test_a_dead_link_fails_only_where_that_is_asked_for_and_only_while_it_is_not_listed(project, run):
    assert run(*QUICK)[0] == 0
    assert run(*QUICK, "--fail")[0] == 1
    assert run(*QUICK, "--fail", "--write")[0] == 1
    assert run(*QUICK, "--fail")[0] == 0


def test_what_is_dead_is_added_to_the_list_without_touching_a_letter_of_it(project, run, server):
    path = project / "content/links.yaml"
    before = path.read_text(encoding="utf-8")
    _, output = run(*QUICK, "--write")
    assert output == TEXT + "\ncontent/links.yaml:4: wrote 2 dead links\n"
    assert path.read_text(encoding="utf-8") == before + "\n" + ENTRIES.replace("HOST", server.url(""))
    checked = check_project(load_project(None))
    assert said_of(checked) == []
    assert len(checked.examined.timeline.dead_links) == 3
    _, output = run(*QUICK, "--write")
    assert output.startswith(
        "7 links: 2 answer, 1 has moved, 2 are dead (2 of them listed), 2 are unreachable, "
    )
    assert "wrote" not in output
    assert "HOST/410" not in output


def test_a_list_that_is_not_there_is_made_and_one_that_cannot_be_read_is_left(project, run):
    path = project / "content/links.yaml"
    path.unlink()
    assert "content/links.yaml:1: wrote 2 dead links" in run(*QUICK, "--write")[1]
    path.write_text("- {url", encoding="utf-8")
    code, output = run(*QUICK, "--write")
    assert code == 1
    assert "nothing can be added to content/links.yaml: it cannot be read; timeline check says why" in output
    assert f"What was to be added, which took a round to find:\n\n{ENTRIES}" in output
    assert path.read_text(encoding="utf-8") == "- {url"
    path.unlink()
    path.symlink_to("../../elsewhere.yaml")
    path.write_text("", encoding="utf-8")
    assert "content/links.yaml leads out of the content folder" in run(*QUICK, "--write")[1]
    assert path.read_text(encoding="utf-8") == ""


def test_diff_tells_what_is_newly_listed_as_dead(project, run, server, tmp_path):
    shutil.copytree(project / "content", tmp_path / "base/content")
    shutil.copy(project / "mkdocs.yml", tmp_path / "base")
    run(*QUICK, "--write")
    output = typed("diff", str(tmp_path / "base")).output
    assert output.startswith("2 dead links added\n")
    assert f"added dead link {server.url('/410')}: 410 Gone\n" in output


def test_the_report_for_a_jobs_summary_and_the_one_for_programs(project, run, server):
    run(*QUICK, "--markdown", "out/links.md", "--json", "out/links.json")
    here = server.url("")
    markdown = (project / "out/links.md").read_text(encoding="utf-8").replace(here, "HOST")
    assert markdown.startswith(
        "## Links\n\n7 links: 2 answer, 1 has moved, 2 are dead, 2 are unreachable, 3 have no archived copy.\n\n"
        "### Dead (2)\n\n- <HOST/410>: `410 Gone`, archived copy <HOST/alive/copy>\n"
        "    - `content/articles/report.md:4` (article)\n"
    )
    assert "### Moved (1)\n\n- <HOST/to/301/alive>: `moved: HOST/alive`" in markdown
    assert markdown.endswith(f"```yaml\n{ENTRIES}```\n")
    data = json.loads((project / "out/links.json").read_text(encoding="utf-8").replace(here, "HOST"))
    assert data["format"] == 1
    assert data["counts"] == {"answers": 2, "moved": 1, "dead": 2, "unreachable": 2, "not tried": 0}
    assert data["links"][0] == {
        "url": "HOST/410",
        "state": "dead",
        "found": "410 Gone",
        "moved_to": None,
        "archived": "HOST/alive/copy",
        "lacks_archive": False,
        "listed": None,
        "cited": [
            {"file": "content/articles/report.md", "line": 4, "column": 6, "as": "article"},
            {"file": "content/events/all.yaml", "line": 6, "column": 26, "as": "source"},
        ],
    }
    alive = next(link for link in data["links"] if link["url"] == "HOST/alive")
    assert alive["listed"] == {"url": "HOST/alive", "found": "404 Not Found", "seen": "2020-05-06"}


def test_a_long_report_stays_short_in_a_jobs_summary():
    count = MOST_IN_MARKDOWN + 20
    urls = [f"https://example.org/{number}" for number in range(count)]
    places = [
        Address(url, Role.SOURCE, partial(Span, "content/a.yaml", n), "https://x.example/")
        for n, url in enumerate(urls)
    ]
    places += [Address(urls[0], Role.SOURCE, partial(Span, "content/b.yaml", n)) for n in range(9)]
    found = dict.fromkeys(urls, Outcome(State.UNREACHABLE, "`made up` <b>"))
    report = to_markdown(links_of(places, found, {}), "2021-05-06")
    assert "- and 20 more, which the JSON report has" in report
    assert "    - and in 5 more places\n" in report
    assert report.count("\n- <") == MOST_IN_MARKDOWN
    assert "`'made up' <b>`" in report
    assert "links.yaml" not in report
    dead = dict.fromkeys(urls, Outcome(State.DEAD, "404 Not Found"))
    report = to_markdown(links_of(places, dead, {}), "2021-05-06")
    assert report.count("\n- url: ") == MOST_IN_MARKDOWN
    assert report.endswith("```\n\n20 more are added by `timeline links --write`.\n")


def test_a_long_address_and_what_was_found_at_its_end_are_written_so_that_they_can_be_read(
    project, run, server
):
    long = f"{server.url('/to/302/404')}/{'x' * 1500}"
    (project / "content/publishers.yaml").write_text(
        f"- {{id: echo, name: Echo, url: '{long}'}}\n", encoding="utf-8"
    )
    run(*QUICK, "--write")
    checked = check_project(load_project(None))
    assert said_of(checked) == []
    assert checked.examined.timeline.dead_links[long].record.found.endswith("xxx…")


def test_nothing_on_this_machine_is_asked_without_leave(project, run, server):
    _, output = run("--pause", "0", "--retries", "0")
    assert output.startswith("7 links: 7 were not tried, 3 have no archived copy\n")
    assert "it leads into a network that is not public" in output
    assert server.asked == []


def test_options_bound_how_long_a_round_takes(project, run, server):
    (project / "content/publishers.yaml").write_text(
        f'- {{id: echo, name: Echo, url: "{server.url("/slow")}"}}\n', encoding="utf-8"
    )
    _, output = run(*QUICK, "--timeout", "0.3")
    assert (
        "HOST/slow\n    no answer within 0.3 seconds\n    content/publishers.yaml:1 (publisher)\n" in output
    )
    assert "the time was up" in run(*QUICK, "--minutes", "0")[1]


def test_a_project_that_cites_no_address_says_so(project, run):
    for path in (
        "content/events/all.yaml",
        "content/publishers.yaml",
        "content/links.yaml",
        "content/articles/report.md",
    ):
        (project / path).unlink()
    (project / "content/events/all.yaml").write_text(
        "- {id: first, date: 2020, title: A made-up event, sources: [{title: A made-up source}]}\n",
        encoding="utf-8",
    )
    assert run() == (0, "no link is cited\n")


def test_content_with_errors_is_tried_as_far_as_it_can_be_read(project, run):
    path = project / "content/publishers.yaml"
    path.write_text("- {id: echo}\n", encoding="utf-8")
    code, output = run(*QUICK)
    assert code == 0
    assert "The content has errors, so some links may be missing: see timeline check.\n" in output
    assert "HOST/410" in output


def test_the_weekly_workflow_writes_what_it_uploads(project, run, server, tmp_path):
    path = ROOT / ".github/workflows/links.yml"
    if not path.is_file():
        pytest.skip("an unpacked sdist has no workflows")
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = {step.get("name"): step for step in workflow["jobs"]["links"]["steps"]}
    folder = tmp_path / "runner"
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(folder),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    subprocess.run(["bash", "-e", "-c", steps["Try every link"]["run"]], env=environment, check=True)
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("## Links\n\n7 links: 7 were not tried, 3 have no archived copy.\n")
    uploaded = Path(steps["Keep the report"]["with"]["path"].replace("${{ runner.temp }}", str(folder)))
    assert sorted(path.name for path in uploaded.iterdir()) == ["links.json", "links.md"]
    assert server.asked == []
