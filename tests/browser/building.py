"""Builds a site as its editor would, once a test run, however many processes the tests run in."""

import time
from pathlib import Path

from builds import mkdocs

LONGEST_BUILD = 300
"""Seconds after which a build that another process began is given up."""


class BuildFailed(Exception):
    """The build of a site failed; the message is what it printed."""


def mkdocs_build(project: Path, to: Path) -> None:
    """Runs `mkdocs build --strict` in a project's folder, into another folder.

    Raises:
        BuildFailed: MkDocs, or the plugin, found something wrong.
    """
    run = mkdocs(project, "build", "--strict", "--quiet", "--site-dir", str(to))
    if run.returncode != 0:
        raise BuildFailed(f"mkdocs build --strict failed in {project}:\n{run.stdout}{run.stderr}")


def built_once(project: Path, shared: Path, name: str) -> Path:
    """The site of a project, built by whichever process of the test run asks first.

    Args:
        project: The folder of the site's `mkdocs.yml`.
        shared: A folder that all the processes of the test run see.
        name: What the site is called there.

    Returns:
        The folder of the built site.

    Raises:
        BuildFailed: The build failed, here or in the process that began it.
    """
    site, outcome = shared / name / "site", shared / name / "outcome.txt"
    try:
        (shared / name).mkdir(parents=True)
    except FileExistsError:
        deadline = time.monotonic() + LONGEST_BUILD
        while not outcome.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        said = outcome.read_text(encoding="utf-8") if outcome.exists() else "the build did not end in time"
    else:
        said = "the build was interrupted"
        try:
            mkdocs_build(project, site)
            said = ""
        except BuildFailed as failure:
            said = str(failure)
        finally:
            # Written aside and moved, so that nobody reads half of it.
            aside = outcome.with_suffix(".part")
            aside.write_text(said, encoding="utf-8")
            aside.replace(outcome)
    if said:
        raise BuildFailed(said)
    return site
