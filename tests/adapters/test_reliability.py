"""Whatever happens to a build, the site that was published is there, byte for byte, or the new one is."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builds import contents, killed_build, mkdocs
from trees import write_tree

PROJECT = """
    == mkdocs.yml
    site_name: Made up
    docs_dir: content
    theme: {name: material}
    plugins: [search, timeline]
    == content/index.md
    ---
    title: Made up
    ---
    == content/events/all.yaml
    - {id: first, date: 2020-01-03, title: A made-up event, sources: [{title: A made-up source}]}
"""
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
CHANCE = random.Random(5)  # noqa: S311 # the same moments in every run
MOMENTS = [CHANCE.uniform(0.1, 1) for _ in range(5)]
FULL = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
sys.argv = ["mkdocs", "build"]
runpy.run_module("mkdocs", run_name="__main__")
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """A project whose site is published."""
    folder = write_tree(tmp_path_factory.mktemp("published"), PROJECT)
    assert mkdocs(folder, "build").returncode == 0
    return folder


@pytest.fixture
def project(published, tmp_path) -> Path:
    """A copy of it whose next site would differ in every page."""
    shutil.copytree(published, tmp_path, dirs_exist_ok=True)
    change(tmp_path, "Made up", "Made up anew")
    return tmp_path


@pytest.fixture(scope="module")
def anew(published, tmp_path_factory) -> tuple[dict[str, bytes], float]:
    """What its next site is, and how long it takes to build."""
    project = shutil.copytree(published, tmp_path_factory.mktemp("anew"), dirs_exist_ok=True)
    change(project, "Made up", "Made up anew")
    begun = time.monotonic()
    assert mkdocs(project, "build", "--site-dir", "timed").returncode == 0
    return contents(project / "timed"), time.monotonic() - begun


def change(project: Path, old: str, new: str) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_build_that_is_killed_at_any_moment_leaves_the_site_and_the_next_one_clears_up(project, anew):
    before = contents(project / "site")
    after, length = anew
    ended = []
    for moment in MOMENTS:
        ended.append(killed_build(project, moment * length))
        if ended[-1] == 0:
            length /= 2  # the machine is quicker by now
        assert contents(project / "site") in (before, after)
    assert -signal.SIGKILL in ended
    assert {*ended} <= {-signal.SIGKILL, 0}
    assert mkdocs(project, "build").returncode == 0
    assert contents(project / "site") == after
    assert not list(project.glob(".site*"))


def full_disk(project: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Builds where there is no room: on a small disk where we may have one, else with small files alone."""
    folder.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)],
            capture_output=True,
            check=False,
        ).returncode
    )
    if not mounted:
        return subprocess.run(
            [sys.executable, "-c", FULL],
            cwd=project,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
    try:
        (folder / "site").mkdir()
        (folder / "site/index.html").write_text("The site from before.", encoding="utf-8")
        run = mkdocs(project, "build", "--site-dir", str(folder / "site"))
        assert contents(folder / "site").keys() == {"index.html"}
        assert [path.name for path in folder.iterdir()] == ["site"]
    finally:
        subprocess.run(["umount", str(folder)], check=True)
    return run


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither way to fill a disk for a test")
def test_a_full_disk_leaves_the_site_and_is_told_in_words(project, tmp_path_factory):
    before = contents(project / "site")
    run = full_disk(project, tmp_path_factory.mktemp("disk") / "small")
    assert run.returncode == 1
    assert "The site was not built: " in run.stdout + run.stderr
    assert "No space left on device" in run.stdout + run.stderr or "File too large" in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert contents(project / "site") == before
    assert not list(project.glob(".site*"))


def test_two_builds_at_once_both_pass_and_leave_one_whole_site(project, anew):
    builds = [
        subprocess.Popen(BUILD, cwd=project, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [build.communicate(timeout=120)[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], said
    assert "Made up anew" in (project / "site/index.html").read_text(encoding="utf-8")
    assert contents(project / "site") == anew[0]
    assert not list(project.glob(".site*"))


def test_a_site_folder_that_is_a_link_stays_one(project):
    (project / "site").rename(project / "public")
    (project / "site").symlink_to("public")
    assert mkdocs(project, "build").returncode == 0
    assert (project / "site").is_symlink()
    assert "Made up anew" in (project / "public/index.html").read_text(encoding="utf-8")


def test_a_hook_that_writes_outside_the_site_publishes_nothing(project):
    before = contents(project / "site")
    change(project, "plugins:", "hooks: [hook.py]\nplugins:")
    hook = "from mkdocs.structure.files import File\ndef on_files(files, config):\n    files.append({})\n"
    wrong = "File.generated(config, '../../escaped.html', content='x')"
    (project / "hook.py").write_text(hook.format(wrong), encoding="utf-8")
    run = mkdocs(project, "build")
    assert run.returncode == 1
    assert "these would lie outside it: ../../escaped.html" in run.stdout + run.stderr
    linking = "import os\ndef on_env(env, config, files):\n    os.symlink('/', config.site_dir + '/root')\n"
    (project / "hook.py").write_text(linking, encoding="utf-8")
    run = mkdocs(project, "build")
    assert run.returncode == 1
    assert "it holds symbolic links: root" in run.stdout + run.stderr
    assert contents(project / "site") == before
