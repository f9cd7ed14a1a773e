"""``timeline init``: an empty project that can be checked, built and published as it is."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import click
from babel.localtime import get_localzone

from timeline.cli.asking import answer, try_field
from timeline.cli.options import examples
from timeline.cli.packages import WHEELS, BadPackage, Package, named, running
from timeline.cli.skeleton import Beginning, skeleton
from timeline.cli.wording import counted
from timeline.dates import DateError, Zone
from timeline.languages import ENGLISH, available
from timeline.reading.text import FORBIDDEN, forbidden_character
from timeline.records import Page
from timeline.writing import write_files

_OF_GIT = frozenset({".git"})


@click.command(
    short_help="Make an empty project.",
    epilog=examples("timeline init my-chronology", "timeline init news --name 'Exampleton in the news'"),
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--name", help="What the site is called; left out, it is asked for or made of the folder's name."
)
@click.option(
    "--language", type=click.Choice(available()), default=ENGLISH, show_default=True,
    help="The language of the site's own words.",
)  # fmt: skip
@click.option(
    "--timezone", metavar="ZONE",
    help="The time zone of dates that state none, such as Asia/Baghdad; left out, that of this computer.",
)  # fmt: skip
@click.option(
    "--package", metavar="WHAT",
    help="What requirements.txt asks for: a version, the path of a wheel, or git+https://…; "
    "left out, the program that runs.",
)  # fmt: skip
def init(folder: Path, name: str | None, language: str, timezone: str | None, package: str | None) -> None:
    """Make an empty project in DIR: the folders, a site that builds, and the workflows that publish it.

    DIR must be empty, or not there; a folder in which nothing but git's own stands counts as empty.
    """
    _refuse(folder)
    zone = _zone(timezone)
    try:
        source = running() if package is None else named(package)
    except BadPackage as error:
        raise click.ClickException(f"package: {error}") from error
    given = None if name is None else " ".join(name.split())
    title = answer("Name of the site", _why_not_called, given, default=_name_of(folder), needed=True)
    files = [*skeleton(Beginning(title, language, zone, source.requirement))]
    try:
        write_files(folder, files)
        if source.wheel is not None:
            (folder / WHEELS).mkdir()
            shutil.copyfile(source.wheel, folder / WHEELS / source.wheel.name)
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}") from error
    count = len(files) + (source.wheel is not None)
    click.echo(_next(folder, count, zone, source), nl=False)


def _refuse(folder: Path) -> None:
    """Refuses a folder in which something stands; nothing is touched."""
    if folder.is_dir():
        if {item.name for item in folder.iterdir()} - _OF_GIT:
            raise click.ClickException(
                f"{folder} is not empty; nothing was written. Name a folder that is empty or not there"
            )
    elif os.path.lexists(folder):
        raise click.ClickException(f"{folder} is there already and is no folder; nothing was written")


def _zone(given: str | None) -> str:
    """The zone that was given, or that of this computer where it has a name."""
    name = given if given is not None else getattr(get_localzone(), "key", "UTC")
    try:
        Zone.parse(name)
    except DateError as error:
        if given is not None:
            raise click.ClickException(f"timezone: {error}") from error
        return "UTC"
    return "UTC" if name == "Etc/UTC" else name


def _why_not_called(name: str) -> str:
    """Why a site cannot have a name; nothing where it can."""
    hidden = FORBIDDEN.search(name)
    return forbidden_character(hidden[0])[1] if hidden else try_field(Page, "title")(name)


def _name_of(folder: Path) -> str:
    """A name for the site, made of its folder's."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    name = words[:1].upper() + words[1:]
    return "Chronology" if _why_not_called(name) else name


def _next(folder: Path, count: int, zone: str, package: Package) -> str:
    """What was done, and what to do next."""
    windows = os.name == "nt"
    named = subprocess.list2cmdline([folder]) if windows else shlex.quote(str(folder))
    programs = ".venv\\Scripts\\" if windows else ".venv/bin/"
    rows = [
        f"{counted(count, 'file')} written to {folder.as_posix()}",
        "",
        "Next:",
        *([f"  cd {named}"] if folder != Path() else []),
        f"  {'python' if windows else 'python3'} -m venv .venv",
        f"  {programs}pip install -r requirements.txt",
        f"  {programs}timeline new event    adds the first event",
        f"  {programs}mkdocs serve          shows the site while you write",
        "",
        "To publish it, set site_url and repo_url in mkdocs.yml, push to GitHub, and set the source of Pages",
        "to GitHub Actions in the repository's settings. README.md says more.",
        f"Dates that state no time zone are read as {zone}: 'timezone' in mkdocs.yml changes that.",
        *([package.note] if package.note else []),
    ]
    return "\n".join(rows) + "\n"
