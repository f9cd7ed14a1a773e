"""`timeline init`, in an empty folder: what it makes is checked, published and whole before anything is written."""

import subprocess
import sys
from pathlib import Path

import pytest
from browser.links import broken_links
from browser.test_rtl import middle
from click.testing import CliRunner
from environments import environment
from workflows import job

from timeline.cli import main
from timeline.cli.skeleton import Beginning, skeleton

ROOT = Path(__file__).parents[2]
# One page of each kind; the lists are all of one.
PAGES = ("", "places/", "sources/", "corrections/", "map/", "method/", "add/", "add-an-event/", "404.html")


@pytest.mark.skipif(sys.platform == "win32", reason="the workflows run on Linux")
def test_a_project_begun_from_the_wheel_passes_its_own_check_and_publishes_a_whole_site(
    tmp_path, visit, serve, axe
):
    env = environment(tmp_path / "environment")

    def run(*command: str, cwd: Path = tmp_path) -> str:
        done = subprocess.run(
            command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
        return done.stdout

    run(
        "python",
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir=.",
        str(ROOT),
    )
    (wheel,) = tmp_path.glob("*.whl")
    run("python", "-m", "pip", "install", "--quiet", str(wheel))
    run("timeline", "init", "news", "--name", "The Exampleton chronicle")

    # It depends on the wheel that it was made by, and takes it along; the wheel holds all that it begins with.
    project = tmp_path / "news"
    files = {path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file()}
    assert files == {*dict(skeleton(Beginning("", "en", "", ""))), f"wheels/{wheel.name}"}
    assert (project / "requirements.txt").read_text(encoding="utf-8").endswith(f"\n./wheels/{wheel.name}\n")
    assert (project / "wheels" / wheel.name).read_bytes() == wheel.read_bytes()

    # Its own workflows pass, and leave nothing that git would have to be told of.
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message=Begun")):
        run(*git, *command, cwd=project)
    workflows = project / ".github/workflows"
    build = job(workflows / "publish.yml", "build", project, env, tmp_path / "publish")
    assert [*build.steps] == ["Install", "Build the site"]
    build.run_all()
    check = job(workflows / "check.yml", "content", project, env, tmp_path / "check")
    assert check.run("Check what editors wrote") == 0, check.log
    assert check.summary.read_text(encoding="utf-8") == "## What the check found\n\nNo problems.\n"
    assert run("git", "status", "--porcelain", cwd=project) == ""

    # The empty site reads, leads on, and is right for everybody.
    site = project / "site"
    assert broken_links(site) == []
    page = visit(serve(site), javascript=False).page
    assert page.locator("h1").inner_text() == "The Exampleton chronicle"
    assert page.locator("h2").first.inner_text() == "There are no events here yet"
    page.get_by_role("link", name="Add the first event").click()
    assert page.locator("h1").inner_text() == "Add an event"
    for width, dark in ((390, False), (1280, True)):
        seen = visit(serve(site), width=width, dark=dark)
        for path in PAGES:
            seen.page.goto(serve(site) + path)
            assert axe(seen) == [], path
            assert seen.overflow == 0, path
        assert [error for error in seen.errors if "404" not in error] == []
        assert seen.foreign == []


def test_in_arabic_the_empty_site_speaks_arabic_and_is_mirrored(tmp_path, visit, build, serve, axe):
    folder = str(tmp_path / "akhbar")
    made = CliRunner().invoke(main, ["init", folder, "--language", "ar", "--name", "سجل مثالية"])
    assert made.exit_code == 0, made.output
    site = build(tmp_path / "akhbar")
    assert broken_links(site) == []
    seen = visit(serve(site))
    page = seen.page
    assert (page.locator("html").get_attribute("lang"), page.locator("body").get_attribute("dir")) == (
        "ar",
        "rtl",
    )
    for selector in (".beginning__title", ".sections li", ".head__title"):
        assert middle(page, selector) > 0.5, selector
    texts = page.locator(".sections li, .head, .beginning > *, .foot__title").all_inner_texts()
    assert [text for text in texts if text.isascii()] == []
    for path in ("", "add/", "map/"):
        page.goto(serve(site) + path)
        assert axe(seen) == [], path
    page.goto(f"{serve(site)}add-an-event/")
    date = page.locator("code", has_text="2020-01").last
    assert date.evaluate("code => getComputedStyle(code).direction") == "ltr"
