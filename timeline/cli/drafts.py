"""A new record into the file where it belongs, checked there before it stays.

The file is written first and checked as a part of the whole, because only the whole says whether an id is
free and a reference leads somewhere; where that fails, the file is as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from timeline.adapters.project import Checked, Project, check_project
from timeline.checks import duplicates
from timeline.cli.options import today
from timeline.cli.present import ask_whether_another, present
from timeline.cli.wording import counted
from timeline.problems import Problem, Severity, report
from timeline.writing import CannotAppend, Value, appended, list_item, mapping, replace_file

Pairs = Sequence[tuple[str, Value]]


@dataclass(frozen=True)
class Draft:
    """A record to be written.

    Attributes:
        noun: What it is, as messages say.
        id: Its id.
        path: The file that is to hold it.
        pairs: Its keys and values; those that are empty are left out.
        anyway: Whether it is wanted even where it looks like an event that there is.
    """

    noun: str
    id: str
    path: Path
    pairs: Pairs
    anyway: bool = False

    @property
    def given(self) -> Pairs:
        """The keys that have a value."""
        return [(key, value) for key, value in self.pairs if value not in ("", [], (), None)]

    def append(self, project: Project) -> None:
        """Adds the record to the end of a file that holds a list, and prints what was written where."""
        old = self.path.read_bytes() if self.path.is_file() else b""
        item = list_item(self.given)
        try:
            new, line = appended(old, item)
        except CannotAppend as error:
            shown = self.path.relative_to(project.root).as_posix()
            raise click.ClickException(f"nothing can be added to {shown}: {error}") from error
        self._write(project, new, line, item)

    def create(self, project: Project) -> None:
        """Makes a Markdown file whose front matter is the record, and prints what was written where."""
        shown = self.path.relative_to(project.root).as_posix()
        if self.path.exists():
            raise click.ClickException(f"{shown} is there already")
        lines = ["---", *mapping(self.given), "---", ""]
        self._write(project, "\n".join(lines).encode(), 1, lines)

    def _write(self, project: Project, data: bytes, line: int, shown: Sequence[str]) -> None:
        file = self.path.relative_to(project.root).as_posix()
        present = {
            (p.code, p.message) for p in _at_level(check_project(project, today=today()), Severity.ERROR)
        }
        checked = self._tried(project, data)
        wrong = [p for p in _at_level(checked, Severity.ERROR) if (p.code, p.message) not in present]
        if wrong:
            click.echo(_proposed(wrong, self.noun, file, line, checked), nl=False, err=True)
            raise click.ClickException(
                f"nothing was written: the {self.noun} has {counted(len(wrong), 'error')}"
            )
        twins = _twins(checked, self.id) if self.noun == "event" else []
        ask_whether_another(self.noun, twins, anyway=self.anyway)
        if self.path.is_file():
            replace_file(self.path.resolve(), data)
        else:
            self.path.write_bytes(data)
        click.echo(f"{file}:{line}: wrote the {self.noun} '{self.id}'\n")
        click.echo("\n".join(f"  {row}".rstrip() for row in shown).rstrip())
        doubtful = [
            p for p in _at_level(checked, Severity.WARNING) if p.span.file == file and p.span.line >= line
        ]
        if doubtful:
            click.echo(f"\n{report(doubtful, checked.reading.line_of)}", nl=False, err=True)

    def _tried(self, project: Project, data: bytes) -> Checked:
        """The project as it would be with the record; the file is then as it was."""
        old = self.path.read_bytes() if self.path.is_file() else None
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.path.write_bytes(data)
            return check_project(project, today=today())
        finally:
            if old is None:
                self.path.unlink(missing_ok=True)
            else:
                self.path.write_bytes(old)


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


def _twins(checked: Checked, id: str) -> list[str]:
    """The events that a new one is likely to be, whatever level the site gives to that check."""
    pairs = (finding.about for finding in duplicates.run(checked.examined.timeline))
    return [
        present("event", other.id, other.title, other.span())
        for pair in pairs
        for other in pair
        if other.id != id and any(one.id == id for one in pair)
    ]
