"""A new record into the file where it belongs, checked there before it stays.

The file is written first and checked as a part of the whole, because only the whole says whether an id is
free and a reference leads somewhere; where that fails, the file is as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from timeline.adapters.project import Checked, Project, check_project
from timeline.cli.wording import counted
from timeline.problems import Problem, Severity, report
from timeline.writing import CannotAppend, Value, appended, list_item, mapping

Pairs = Sequence[tuple[str, Value]]


@dataclass(frozen=True)
class Draft:
    """A record to be written.

    Attributes:
        noun: What it is, as messages say.
        id: Its id.
        path: The file that is to hold it.
        pairs: Its keys and values; those that are empty are left out.
    """

    noun: str
    id: str
    path: Path
    pairs: Pairs

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
        present = {(p.code, p.message) for p in _errors(check_project(project))}
        old = self.path.read_bytes() if self.path.is_file() else None
        self.path.parent.mkdir(parents=True, exist_ok=True)
        stays = False
        try:
            self.path.write_bytes(data)
            checked = check_project(project)
            wrong = [p for p in _errors(checked) if (p.code, p.message) not in present]
            stays = not wrong
        finally:
            if not stays:
                self._put_back(old)
        if wrong:
            click.echo(report(wrong, checked.reading.line_of), nl=False, err=True)
            raise click.ClickException(
                f"nothing was written: the {self.noun} has {counted(len(wrong), 'error')}"
            )
        file = self.path.relative_to(project.root).as_posix()
        click.echo(f"{file}:{line}: wrote the {self.noun} '{self.id}'\n")
        click.echo("\n".join(f"  {row}".rstrip() for row in shown).rstrip())

    def _put_back(self, old: bytes | None) -> None:
        if old is None:
            self.path.unlink(missing_ok=True)
        else:
            self.path.write_bytes(old)


def _errors(checked: Checked) -> list[Problem]:
    return [p for p in checked.examined.problems if p.severity is Severity.ERROR]
