"""The workflows' own commands, in a fresh clone: what GitHub would run, and what its readers would see."""

import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from environments import environment
from packaging.requirements import Requirement
from workflows import Job, job

ROOT = Path(__file__).parent.parent
WORKFLOWS = ROOT / ".github/workflows"
HOSTILE = "Rocket ##[stop-commands]x `</code>` [a](b) <img src=x>"
EVENT = f"""
- id: exampleton-rocket
  date: 2020-01-06
  title: '{HOSTILE}'
  sources: [{{title: A made-up source}}]
  added: 2020-01-07
"""


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    run = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, encoding="utf-8")
    return run.stdout


def has_the_locked_versions() -> bool:
    """Whether this environment is that of requirements/site.txt, which the workflows install."""
    for line in (ROOT / "requirements/site.txt").read_text(encoding="utf-8").splitlines():
        if re.match(r"[a-z0-9]", line):
            pin = Requirement(line.removesuffix("\\").strip())
            if pin.marker is not None and not pin.marker.evaluate():
                continue
            try:
                if version(pin.name) not in pin.specifier:
                    return False
            except PackageNotFoundError:
                return False
    return True


pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the workflows run on Linux"),
    pytest.mark.skipif(
        not has_the_locked_versions(), reason="other versions are installed than the locked ones"
    ),
]


@pytest.fixture(scope="module")
def origin(tmp_path_factory) -> Path:
    """This repository with a pull request that was merged into main."""
    folder = tmp_path_factory.mktemp("workflows")
    try:
        listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    except subprocess.CalledProcessError:
        pytest.skip("not a git repository")
    origin = folder / "origin"
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (origin / name).parent.mkdir(parents=True, exist_ok=True)
            (origin / name).write_bytes((ROOT / name).read_bytes())
    git(folder, "init", "--quiet", "--initial-branch=main", "origin")
    git(origin, "add", "--all")
    git(origin, "commit", "--quiet", "--message=As it is")
    git(origin, "checkout", "--quiet", "-b", "proposal")
    with (origin / "content/events/2020-01.yaml").open("a", encoding="utf-8") as file:
        file.write(EVENT)
    git(origin, "commit", "--quiet", "--all", "--message=One more event")
    git(origin, "checkout", "--quiet", "main")
    git(origin, "merge", "--quiet", "--no-ff", "--message=Merged", "proposal")
    return origin


@pytest.fixture
def proposed(tmp_path, origin) -> Path:
    """A clone of the pull request, as GitHub checks it out: its merge into main, and one commit before."""
    git(tmp_path, "clone", "--quiet", "--depth=2", origin.as_uri(), "clone")
    return tmp_path / "clone"


def of(workflow: str, name: str, clone: Path) -> Job:
    env = environment(clone.with_name("environment"))
    return job(WORKFLOWS / workflow, name, clone, env, clone.with_name("github"))


def test_the_steps_that_publish_build_the_whole_site(proposed):
    build = of("publish.yml", "build", proposed)
    assert [*build.steps] == ["Install", "Build the site"]
    build.run_all()
    for page in ("index.html", "404.html", "events/exampleton-rocket/index.html"):
        assert (proposed / "site" / page).is_file(), page


def test_the_steps_of_the_check_tell_what_is_wrong_and_what_would_change(proposed):
    check = of("check.yml", "content", proposed)
    check.env["GITHUB_BASE_REF"] = "main"
    assert [*check.steps] == [
        "Install", "Check what editors wrote", "Say what changes on the timeline", "Build the site",
    ]  # fmt: skip
    check.run_all()
    assert (proposed / "site/events/exampleton-rocket/index.html").is_file()
    summary = check.summary.read_text(encoding="utf-8")
    assert "## What the check found\n\n2 notes.\n" in summary
    assert summary.count("note `html-in-text`") == 1
    assert "1 event added." in summary
    assert f"- ``{HOSTILE}`` (the event `exampleton-rocket`, 6 January 2020)\n" in summary

    events = proposed / "content/events/2020-01.yaml"
    events.write_text(
        events.read_text(encoding="utf-8").replace("2020-01-06", "2020-01-40"), encoding="utf-8"
    )
    check.summary.write_text("", encoding="utf-8")
    assert check.run("Check what editors wrote") == 1
    assert check.log[-1].startswith("::error file=content/events/2020-01.yaml,line=")
    assert check.run("Say what changes on the timeline") == 0
    assert check.run("Build the site") == 1
    first, *_, last = check.log[-1].splitlines()
    assert first.startswith("::stop-commands::")
    assert last == f"::{first.removeprefix('::stop-commands::')}::"
    summary = check.summary.read_text(encoding="utf-8")
    assert "error `bad-date`" in summary
    assert "There are errors in the content." in summary
