"""``timeline fmt``: one layout for files that are kept by hand, and events in the timeline's order."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from timeline.adapters.project import Checked, Project, check_project
from timeline.cli.options import config_file, examples, project_from
from timeline.cli.wording import counted
from timeline.merging import Timeline
from timeline.problems import Severity
from timeline.problems.reports import visible
from timeline.reading import shown_path
from timeline.reading.folder import LISTS, is_hidden
from timeline.writing import CannotFormat, Lock, formatted, replace_files

_FENCE = "---"


@click.command(
    short_help="Put each file's events in order, in one form.",
    epilog=examples("timeline fmt", "timeline fmt --check content/events"),
)
@config_file
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; exit with 1 where a file would change."
)
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
def fmt(config_file: str | None, files: tuple[Path, ...], *, only_check: bool) -> None:
    """Sort each file's events by the timeline's order, and give all YAML one layout.

    Indentation and needless quotes are mended, every comment stays, and no value changes. FILES may be
    folders; without any, all content and the vocabulary are done. A file with errors stays as it is until
    timeline check passes it, and the command then exits with 1.
    """
    project = project_from(config_file)
    checked = check_project(project)
    changed = left = 0
    for path, shown in _named(files, [*_paths(project)]):
        if _has_errors(checked, shown):
            left += 1
            click.echo(f"{shown}: left as it is: timeline check finds errors in it", err=True)
            continue
        old = path.read_bytes()
        try:
            new = _formatted(old, path, project, checked.examined.timeline)
        except CannotFormat as error:
            click.echo(f"{shown}: left as it is: {error}", err=True)
            continue
        if new != old:
            if not only_check and not _replaced(project, path, old, new):
                click.echo(f"{shown}: left as it is: it was saved meanwhile", err=True)
                left += 1
                continue
            changed += 1
            click.echo(f"{shown}: {'would change' if only_check else 'formatted'}")
    beside = f", {counted(left, 'file')} left to do" if left else ""
    click.echo(f"{counted(changed, 'file')} {'would change' if only_check else 'changed'}{beside}")
    sys.exit(1 if left or (only_check and changed) else 0)


def _paths(project: Project) -> Iterator[tuple[Path, str]]:
    """The files that editors write YAML in, with their paths as problems name them."""
    patterns = ("events/**/*.y*ml", *(f"{name}.y*ml" for name in LISTS), "**/*.md")
    found = {path for pattern in patterns for path in project.content.glob(pattern) if path.is_file()}
    in_content = [(path, project.content) for path in found if not is_hidden(path, project.content)]
    in_project = [(project.vocabulary, project.root)] if project.vocabulary.is_file() else []
    for path, folder in sorted(in_content + in_project):
        # A folder may be a link, too, and what is written through it lies anywhere.
        if path.resolve().is_relative_to(folder.resolve()) and not path.is_symlink():
            yield path, shown_path(path, project.root)


def _named(files: Sequence[Path], there: Sequence[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    """Of the files that there are, those that are named or lie in a folder that is; all, where none is."""
    if not files:
        yield from there
    for file in files:
        named = file.resolve()
        found = [(path, shown) for path, shown in there if path.resolve().is_relative_to(named)]
        if not found:
            told = "left as it is: what is laid out is YAML and front matter in content, and the vocabulary"
            click.echo(f"{visible(file.as_posix())}: {told}", err=True)
        yield from found


def _replaced(project: Project, path: Path, old: bytes, new: bytes) -> bool:
    """Writes a file, unless somebody has saved it meanwhile; whether it is written."""
    with Lock(project.content):
        is_same = path.read_bytes() == old
        if is_same:
            replace_files({path: new})
        return is_same


def _has_errors(checked: Checked, file: str) -> bool:
    return any(p.span.file == file and p.severity is Severity.ERROR for p in checked.examined.problems)


def _formatted(old: bytes, path: Path, project: Project, timeline: Timeline) -> bytes:
    """A file's bytes in the one layout, with the byte order mark and the line ends that it has."""
    mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    text = old.removeprefix(mark).decode("utf-8")
    ends_with_return = "\r\n" in text
    text = text.replace("\r\n", "\n")
    if path.suffix == ".md":
        text = _front_matter_formatted(text)
    elif path.is_relative_to(project.content / "events"):
        places = _places_of(timeline)
        text = formatted(text, lambda name: places.get(name, len(places)))
    else:
        text = formatted(text)
    return mark + (text.replace("\n", "\r\n") if ends_with_return else text).encode()


def _front_matter_formatted(text: str) -> str:
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE][:2]
    if len(fences) != 2 or fences[0] != 0:
        raise CannotFormat("it does not begin with front matter")
    inside = "\n".join([*lines[1 : fences[1]], ""])
    return "\n".join([_FENCE, *formatted(inside).split("\n")[:-1], _FENCE, *lines[fences[1] + 1 :]])


def _places_of(timeline: Timeline) -> dict[str, int]:
    """The place of each event in the order of the timeline."""
    ids: Iterable[str] = (placed.entry.id for placed in timeline.entries if placed.is_event)
    return {id: number for number, id in enumerate(ids)}
