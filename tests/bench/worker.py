"""One thing to measure, done once in a process of its own: `python worker.py NAME FOLDER`."""

import contextlib
import logging
import os
import re
import shutil
import sys
import time
from pathlib import Path

os.environ["NO_MKDOCS_2_WARNING"] = "1"


def read_with_the_c_parser(folder: Path) -> None:
    """The least that reading the events needs: PyYAML's C parser alone, which checks nothing."""
    import yaml

    for path in sorted((folder / "content").rglob("*.yaml")):
        with path.open("rb") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)


def write_as_many_files(folder: Path) -> None:
    """The least that writing a site needs: the same bytes to as many files."""
    site = folder / "site"
    with tempfile_beside(folder) as copy:
        for path in site.rglob("*"):
            if path.is_file():
                target = copy / path.relative_to(site)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())


@contextlib.contextmanager
def tempfile_beside(folder: Path):
    copy = folder / "copy-of-the-site"
    copy.mkdir()
    try:
        yield copy
    finally:
        shutil.rmtree(copy)


def check(folder: Path) -> None:
    """`timeline check`, as it is typed: it ends the process."""
    from timeline.cli import run

    sys.argv = ["timeline", "check", "-f", str(folder / "mkdocs.yml")]
    run()


def changed_check(folder: Path) -> None:
    """`timeline check` after one event changed."""
    with changed(folder):
        child = os.fork()
        if child == 0:
            check(folder)
        os.waitpid(child, 0)


def build(folder: Path, settings: str = "mkdocs.yml") -> None:
    """`mkdocs build`: a cold one where the folder of kept pages is gone."""
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    quiet()
    os.chdir(folder)
    config = load_config(settings)
    config.plugins.run_event("startup", command="build", dirty=False)
    build_site(config)


def articles_alone(folder: Path) -> None:
    """MkDocs and Material with the articles as plain pages, and nothing of ours: the navigation has one page."""
    build(folder / "plain")


def articles_listed(folder: Path) -> None:
    """The same with MkDocs' own navigation, which lists every article on every page."""
    build(folder / "plain", "listed.yml")


def serve(folder: Path) -> None:
    """The turnaround of one changed event under `mkdocs serve`: the second build of one process."""
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    quiet()
    os.chdir(folder)
    shown = str(folder / "served")
    config = load_config("mkdocs.yml", site_dir=shown)
    config.plugins.run_event("startup", command="serve", dirty=False)
    build_site(config)
    with changed(folder):
        before = time.process_time()
        build_site(load_config("mkdocs.yml", site_dir=shown))
        print(time.process_time() - before)
    shutil.rmtree(shown)


@contextlib.contextmanager
def changed(folder: Path):
    """One event in the middle with another title, and as it was again."""
    files = sorted((folder / "content/events").glob("*.yaml"))
    file = files[len(files) // 2]
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^(  title: )", r"\1Changed ", text, count=1), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(text, encoding="utf-8")


def changed_build(folder: Path) -> None:
    """`mkdocs build` after one event changed."""
    with changed(folder):
        build(folder)


def quiet() -> None:
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())


TASKS = {
    task.__name__: task
    for task in (
        read_with_the_c_parser,
        write_as_many_files,
        check,
        changed_check,
        build,
        articles_alone,
        articles_listed,
        serve,
        changed_build,
    )
}

if __name__ == "__main__":
    TASKS[sys.argv[1]](Path(sys.argv[2]).resolve())
