"""A new record into the file where it belongs, checked there before it is written.

It is checked as a part of the whole, because only the whole says whether an id is free and a reference leads
somewhere. Until it has passed, and whoever is asked has answered, it is in memory alone: the file is then
read once more, and written whole or not at all. An event that looks like another one and is not says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import click

from timeline.adapters.project import Checked, Project, check_project
from timeline.checks import duplicates
from timeline.cli.options import today
from timeline.cli.present import ask_whether_another, present
from timeline.cli.wording import counted
from timeline.problems import Problem, Severity, report
from timeline.reading import shown_path
from timeline.writing import CannotAppend, Value, appended, list_item, mapping, replace_file

Pairs = Sequence[tuple[str, Value]]


class _Made(NamedTuple):
    """A file with the new record, the line on which that begins, and its own lines."""

    data: bytes
    line: int
    shown: Sequence[str]


_Make = Callable[[bytes | None, Sequence[str]], _Made]
"""Makes a file of what it holds, None where it is not there, and of the events that a new one is not."""


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

    def given(self, distinct: Sequence[str] = ()) -> Pairs:
        """The keys that have a value; those that it is distinct from go where their key is."""
        pairs = [(key, [*distinct] if key == _DISTINCT else value) for key, value in self.pairs]
        return [(key, value) for key, value in pairs if value not in ("", [], (), None)]

    def append(self, project: Project) -> None:
        """Adds the record to the end of a file that holds a list, and prints what was written where."""
        shown = shown_path(self.path, project.root)

        def made(old: bytes | None, distinct: Sequence[str]) -> _Made:
            item = list_item(self.given(distinct))
            try:
                return _Made(*appended(old or b"", item), item)
            except CannotAppend as error:
                raise click.ClickException(f"nothing can be added to {shown}: {error}") from error

        self._write(project, shown, made)

    def create(self, project: Project) -> None:
        """Makes a Markdown file whose front matter is the record, and prints what was written where."""
        shown = shown_path(self.path, project.root)

        def made(old: bytes | None, _: Sequence[str]) -> _Made:
            if old is not None:
                raise click.ClickException(f"{shown} is there already")
            lines = ["---", *mapping(self.given()), "---", ""]
            return _Made("\n".join(lines).encode(), 1, lines)

        self._write(project, shown, made)

    def _write(self, project: Project, file: str, make: _Make) -> None:
        """Writes the file with the record, once it has passed the check.

        Args:
            project: The project.
            file: The file, as problems name it.
            make: Makes the new file.
        """
        content = project.content.resolve()
        if not self.path.resolve().is_relative_to(content):
            name = self.path.name
            raise click.ClickException(f"{name} would lie outside of the content folder, behind a link")
        name = shown_path(self.path, content)
        before = check_project(project, today=today())
        present = {(problem.code, problem.message) for problem in _at_level(before, Severity.ERROR)}
        distinct: list[str] = []
        while True:
            old = self.path.read_bytes() if self.path.exists() else None
            made = make(old, distinct)
            checked = check_project(project, today=today(), proposed={name: made.data})
            wrong = [
                problem
                for problem in _at_level(checked, Severity.ERROR)
                if (problem.code, problem.message) not in present and problem.code != duplicates.CODE
            ]
            if wrong:
                click.echo(_proposed(wrong, self.noun, file, made.line, checked), nl=False, err=True)
                raise click.ClickException(
                    f"nothing was written: the {self.noun} has {counted(len(wrong), 'error')}"
                )
            if self.noun == "event" and (twins := _twins(checked, self.id, distinct)):
                new = [words for id, words in twins.items() if id not in self.known]
                ask_whether_another(self.noun, new, anyway=self.anyway)
                distinct += twins
            # Whoever is asked may answer after an hour, and somebody may have saved the file meanwhile.
            elif old == (self.path.read_bytes() if self.path.exists() else None):
                break
        self.path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self.path.resolve(), made.data)
        click.echo(f"{file}:{made.line}: wrote the {self.noun} '{self.id}'\n")
        click.echo("\n".join(f"  {row}".rstrip() for row in made.shown).rstrip())
        doubtful = [
            problem
            for problem in _at_level(checked, Severity.WARNING)
            if problem.span.file == file and problem.span.line >= made.line
        ]
        if doubtful:
            click.echo(f"\n{report(doubtful, checked.reading.line_of)}", nl=False, err=True)


def _at_level(checked: Checked, severity: Severity) -> list[Problem]:
    return [problem for problem in checked.examined.problems if problem.severity is severity]


def _proposed(problems: Sequence[Problem], noun: str, file: str, line: int, checked: Checked) -> str:
    """Problems of a record that is in no file: their lines are counted from its own first one."""
    entry = f"the proposed {noun}"
    told = [
        replace(problem, span=replace(problem.span, file=entry, line=problem.span.line - line + 1))
        if problem.span.file == file and problem.span.line >= line
        else problem
        for problem in problems
    ]

    def line_of(named: str, number: int) -> str | None:
        return checked.reading.line_of(*((file, number + line - 1) if named == entry else (named, number)))

    return report(told, line_of)


def _twins(checked: Checked, id: str, distinct: Sequence[str]) -> dict[str, str]:
    """The events that a new one is likely to be, and how each is told, whatever level that check has."""
    pairs = (finding.about for finding in duplicates.run(checked.examined.timeline))
    return {
        other.id: present("event", other.id, other.title, other.span())
        for pair in pairs
        for other in pair
        if other.id not in {id, *distinct} and any(one.id == id for one in pair)
    }
