"""``timeline check``: everything that is wrong, in one run."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

import click

from timeline.adapters.project import Checked, Project, check_project
from timeline.cli.lost_ids import lost_ids
from timeline.cli.options import config_file, project_from
from timeline.cli.watching import changes_of
from timeline.problems import FORMATS, Problem, Severity, report, sort_problems
from timeline.problems.codes import catalogue, explained


@click.command()
@config_file
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), default="terminal", help="How to say it."
)
@click.option(
    "--summary", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Also add all of it to FILE, as Markdown: for the summary of a job of GitHub's.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option("--explain", metavar="CODE", help="Say what a code means, with a wrong and a right example.")
@click.option(
    "--against", metavar="BASE",
    help="Also find ids that were published and are gone: BASE is a commit, a branch, or another folder.",
)  # fmt: skip
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
def check(
    config_file: str | None, form: str, *, summary: Path | None, strict: bool, explain: str | None,
    against: str | None, watch: bool,
) -> None:  # fmt: skip
    """Read all content, and tell what is wrong with it: file, line, column, and what to do.

    Exits with 1 where there are errors (with --strict, warnings), else with 0.
    """
    if explain is not None:
        click.echo(_explained(explain), nl=False)
        return
    project = project_from(config_file)
    fails = _tell(project, form, against, strict=strict, summary=summary)
    if watch:
        for _ in changes_of(project):
            click.clear()
            _tell(project, form, against, strict=strict)
    sys.exit(1 if fails else 0)


def _tell(
    project: Project, form: str, against: str | None, *, strict: bool, summary: Path | None = None
) -> bool:
    """Checks, and prints what was found; whether it fails."""
    checked = check_project(project)
    problems = checked.examined.problems
    if against is not None:
        problems = sort_problems([*problems, *_levelled(checked, project, against)])
    click.echo(report(problems, checked.reading.line_of, form), nl=False)
    if summary is not None:
        with summary.open("a", encoding="utf-8", newline="\n") as file:
            file.write(report(problems, checked.reading.line_of, "markdown"))
    worst = max((problem.severity for problem in problems), default=Severity.NOTE)
    return worst >= (Severity.WARNING if strict else Severity.ERROR)


def _levelled(checked: Checked, project: Project, against: str) -> list[Problem]:
    levels = project.site.levels
    found = []
    for problem in lost_ids(checked.examined.timeline, project, against):
        level = levels.get(problem.code, problem.severity)
        if level is not None:
            found.append(problem.at_level(level))
    return found


def _explained(code: str) -> str:
    known = catalogue()
    if code not in known:
        near = difflib.get_close_matches(code, known, n=1)
        hint = f"; did you mean '{near[0]}'?" if near else f"; the codes are: {', '.join(sorted(known))}"
        raise click.ClickException(f"there is no code '{code}'{hint}")
    return explained(known[code])
