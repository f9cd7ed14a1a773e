"""New records into the files where they belong, checked there before they are written.

It is checked as a part of the whole, because only the whole says whether an id is free and a reference leads
somewhere. Until it has passed, and whoever is asked has answered, which may take an hour, it is in memory
alone: the file is then read once more, and written whole or not at all; of several files, all or none.
An event that looks like another one and is not says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import click

from timeline.adapters.project import Checked, Project, check_project
from timeline.checks import duplicates
from timeline.cli.asking import is_person_there
from timeline.cli.options import today
from timeline.cli.present import ask_whether_another, present
from timeline.cli.wording import counted
from timeline.merging import EventEntry
from timeline.problems import Problem, Severity, Span, report
from timeline.reading import shown_path
from timeline.writing import CannotAppend, Lock, Value, appended, list_item, mapping, replace_files

Pairs = Sequence[tuple[str, Value]]


class _Made(NamedTuple):
    """A file with the new record, the line on which that begins, and its own lines."""

    data: bytes
    line: int
    shown: Sequence[str]


_DISTINCT = "distinct_from"


@dataclass(frozen=True)
class Draft:
    """A record to be written.

    Attributes:
        noun: What it is, as messages say.
        id: Its id.
        path: The file that is to hold it.
        pairs: Its keys and values; those that are empty are left out.
        anyway: Whether it is wanted even where it looks like an event that there is.
        known: The ids of such events of which that has been asked before.
    """

    noun: str
    id: str
    path: Path
    pairs: Pairs
    anyway: bool = False
    known: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What it is called."""
        return next((str(value) for key, value in self.pairs if key in {"name", "title"}), self.id)

    def given(self, distinct: Sequence[str] = ()) -> Pairs:
        """The keys that have a value; those that it is distinct from go where their key is."""
        pairs = [(key, [*distinct] if key == _DISTINCT else value) for key, value in self.pairs]
        return [(key, value) for key, value in pairs if value not in ("", [], (), None)]

    def made(self, project: Project, old: bytes | None, distinct: Sequence[str]) -> _Made:
        """The file with the record: at the end of a list, or, where it is Markdown, as its front matter.

        Args:
            project: The project.
            old: What the file holds; None where it is not there.
            distinct: The ids of the events that it is not.
        """
        shown = shown_path(self.path, project.root)
        if self.path.suffix == ".md":
            if old is not None:
                raise click.ClickException(f"{shown} is there already")
            lines = ["---", *mapping(self.given()), "---", ""]
            return _Made("\n".join(lines).encode(), 1, lines)
        item = list_item(self.given(distinct))
        try:
            return _Made(*appended(old or b"", item), item)
        except CannotAppend as error:
            raise click.ClickException(f"nothing can be added to {shown}: {error}") from error


def write(project: Project, drafts: Sequence[Draft]) -> None:
    """Writes records into their files once all have passed the check together, and prints what stands where.

    Args:
        project: The project.
        drafts: The records; the last one is what was asked for, and the others are what it names.
    """
    content = project.content.resolve()
    for draft in drafts:
        if not draft.path.resolve().is_relative_to(content):
            name = draft.path.name
            raise click.ClickException(f"{name} would lie outside of the content folder, behind a link")
    last = drafts[-1]
    before = check_project(project, today=today())
    present = {(problem.code, problem.message) for problem in _at_level(before, Severity.ERROR)}
    distinct: list[str] = []
    while (tried := _tried(project, drafts, distinct, present)).twins:
        new = [words for id, words in tried.twins.items() if id not in last.known]
        ask_whether_another(last.noun, new, anyway=last.anyway)
        distinct += tried.twins
    written, checked, _ = tried
    click.echo("\n\n".join(map(_told, written)))
    doubtful = [
        problem
        for problem in _at_level(checked, Severity.WARNING)
        if any(one.holds(problem.span) for one in written)
    ]
    if doubtful:
        click.echo(f"\n{report(doubtful, checked.reading.line_of)}", nl=False, err=True)


def _tried(
    project: Project, drafts: Sequence[Draft], distinct: Sequence[str], present: AbstractSet[tuple[str, str]]
) -> _Tried:
    """Writes records, unless something is wrong with them or somebody has to be asked.

    One program does so at a time: two that run at once could take one id, each in a file of its own.

    Args:
        project: The project.
        drafts: The records.
        distinct: The ids of the events that the last one is not.
        present: The codes and messages of the errors that there were before.

    Raises:
        click.ClickException: Something is wrong with them.
    """
    last = drafts[-1]
    with Lock(project.content):
        while True:
            old = _held(drafts)
            files: dict[Path, bytes] = {}
            written: list[_Written] = []
            for draft in drafts:
                own = distinct if draft is last else ()
                made = draft.made(project, files.get(draft.path, old[draft.path]), own)
                files[draft.path] = made.data
                written.append(_Written(draft, shown_path(draft.path, project.root), made))
            proposed = {shown_path(path, project.content.resolve()): data for path, data in files.items()}
            checked = check_project(project, today=today(), proposed=proposed)
            wrong = [
                problem
                for problem in _at_level(checked, Severity.ERROR)
                if (problem.code, problem.message) not in present and problem.code != duplicates.CODE
            ]
            if wrong:
                click.echo(_proposed(wrong, written, checked), nl=False, err=True)
                _keep(written)
                raise click.ClickException(
                    f"nothing was written: the {last.noun} has {counted(len(wrong), 'error')}"
                )
            twins = _twins(checked, last.id, distinct) if last.noun == "event" else {}
            if twins or _replaced(drafts, old, files):
                return _Tried(written, checked, twins)


class _Tried(NamedTuple):
    """Records that were checked together, and the events that the last one may be: then none is written."""

    written: Sequence[_Written]
    checked: Checked
    twins: Mapping[str, str]


class _Written(NamedTuple):
    """A draft, its file as problems name it, and what is made of that."""

    draft: Draft
    file: str
    made: _Made

    def holds(self, span: Span) -> bool:
        """Whether a place is in the record; others may have been added behind it."""
        return span.file == self.file and self.made.line <= span.line < self.made.line + len(self.made.shown)


def _held(drafts: Sequence[Draft]) -> dict[Path, bytes | None]:
    """What the files of some drafts hold; None for one that is not there.

    Raises:
        click.ClickException: One is no plain file; to open it might take for ever.
    """
    for path in (draft.path for draft in drafts):
        if path.exists() and not path.is_file():
            raise click.ClickException(f"{path.name} is not a plain file, so nothing can be added to it")
    return {draft.path: draft.path.read_bytes() if draft.path.exists() else None for draft in drafts}


def _replaced(drafts: Sequence[Draft], old: Mapping[Path, bytes | None], files: Mapping[Path, bytes]) -> bool:
    """Writes the files, unless somebody has saved one of them meanwhile; whether they are written."""
    if old != _held(drafts):
        return False
    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
    replace_files({path.resolve(): data for path, data in files.items()})
    return True


def _told(one: _Written) -> str:
    rows = "\n".join(f"  {row}".rstrip() for row in one.made.shown).rstrip()
    is_text = one.draft.noun in {"article", "storyline"}
    rest = "\n\nIts text, in your own words, goes below the last line of it." if is_text else ""
    return f"{one.file}:{one.made.line}: wrote the {one.draft.noun} '{one.draft.id}'\n\n{rows}{rest}"


def _keep(written: Sequence[_Written]) -> None:
    """Shows somebody who has answered many questions the answers, which are in no file."""
    if is_person_there():
        for one in written:
            rows = "\n".join(f"  {row}".rstrip() for row in one.made.shown).rstrip()
            click.echo(f"\nYour answers, to be mended and put into {one.file}:\n\n{rows}\n", err=True)


def _at_level(checked: Checked, severity: Severity) -> list[Problem]:
    return [problem for problem in checked.examined.problems if problem.severity is severity]


def _proposed(problems: Sequence[Problem], written: Sequence[_Written], checked: Checked) -> str:
    """Problems of records that are in no file: their lines are counted from each one's own first one."""
    entries: dict[str, _Written] = {}
    told = []
    for problem in problems:
        one = next((one for one in written if one.holds(problem.span)), None)
        if one is not None:
            alone = sum(other.draft.noun == one.draft.noun for other in written) == 1
            entry = f"the proposed {one.draft.noun}" + ("" if alone else f" '{one.draft.id}'")
            entries[entry] = one
            line = problem.span.line - one.made.line + 1
            told.append(replace(problem, span=replace(problem.span, file=entry, line=line)))
        else:
            told.append(problem)

    def line_of(named: str, number: int) -> str | None:
        if named in entries:
            one = entries[named]
            return checked.reading.line_of(one.file, number + one.made.line - 1)
        return checked.reading.line_of(named, number)

    return report(told, line_of)


def _twins(checked: Checked, id: str, distinct: Sequence[str]) -> dict[str, str]:
    """The events that a new one is likely to be, and how each is told, whatever level that check has."""
    pairs = (finding.about for finding in duplicates.run(checked.examined.timeline))
    return {
        other.id: present("event", other.id, other.title, other.span())
        for pair in pairs
        for other in pair
        if isinstance(other, EventEntry)
        and other.id not in {id, *distinct}
        and any(one.record.id == id for one in pair)
    }
