"""``timeline check``: everything that is wrong, in one run; what has not changed since is told from memory.

What finds the problems is imported only where it is needed: see timeline.adapters.outcome.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.adapters.outcome import Inputs, Watched, recalled, settings_text
from timeline.cli.options import clock, config_file, examples, project_from, settings_of, today
from timeline.cli.watching import changes_of
from timeline.problems import FORMATS, Problem, Severity, report, sort_problems

if TYPE_CHECKING:
    from timeline.adapters.project import Checked, Project
    from timeline.reading import Memory
    from timeline.reading.text import SourceText

_UNKNOWN_OPTION = re.compile(
    r"Config value 'plugins': Plugin 'timeline' option .*Unrecognised configuration name"
)


@click.command(
    context_settings={"allow_extra_args": True}, short_help="Tell what is wrong in the content, and where.",
    epilog=examples("timeline check", "timeline check --watch", "timeline check --explain bad-date"),
)  # fmt: skip
@config_file
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), default="terminal", help="How to say it."
)
@click.option(
    "--summary", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Also add all of it to FILE, as Markdown: for the summary of a job of GitHub's.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option(
    "--explain", metavar="CODE", is_flag=False, flag_value="",
    help="Say what a code means, with a wrong and a right example; without CODE, list all codes.",
)  # fmt: skip
@click.option(
    "--against", metavar="BASE",
    help="Also find what was published and is gone (ids, corrections, retractions), and facts that changed "
    "without a correction: BASE is a commit, a branch, another folder, or a site's data/timeline.json.",
)  # fmt: skip
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@click.pass_context
def check(
    context: click.Context, config_file: str | None, form: str, *, summary: Path | None, strict: bool,
    explain: str | None, against: str | None, watch: bool,
) -> None:  # fmt: skip
    """Read all content, and tell what is wrong with it: file, line, column, and what to do.

    Exits with 1 where there are errors (with --strict, warnings), else with 0.
    """
    if context.args:
        raise click.UsageError(
            f"'{context.args[0]}' is too much: the check takes no file, for it reads all of them together",
            context,
        )
    if explain is not None:
        click.echo(_explained(explain), nl=False)
        return
    day = today()
    kept = None if watch or against is not None else recalled(config_file, day)
    if kept is not None:
        _tell(kept.problems, kept.line_of, form, summary)
        sys.exit(1 if _fails(kept.problems, strict=strict) else 0)
    settings = settings_text(config_file)
    if settings is not None:
        source, wrong = settings_of(config_file)
        if wrong:
            _tell(wrong, partial(_line_of, source), form, summary)
            sys.exit(1)
    with _warnings_heard() as heard:
        project = project_from(config_file)
    watched = None if project.cache is None or heard else Watched(Inputs.of(project), settings, day)
    # Who checks once, as a job does, needs nothing of what was parsed, and keeping it is a twentieth of the
    # work: so builds keep it, and every check but the first.
    is_first = project.cache is not None and not project.cache.is_dir()
    checked, problems = _checked(replace(project, cache=None) if is_first else project, day, against)
    if watched is not None:
        watched.keep(checked.examined.problems, checked.reading.line_of)
    _tell(problems, checked.reading.line_of, form, summary)
    if watch:
        problems = _watch(config_file, project, form, against, problems)
    sys.exit(1 if _fails(problems, strict=strict) else 0)


def _watch(
    config_file: str | None, project: Project, form: str, against: str | None, problems: list[Problem]
) -> list[Problem]:
    """Checks again whenever a file is saved, the settings too, until Ctrl-C; gives what was found last."""
    from timeline.reading import Memory  # noqa: PLC0415

    memory = Memory()
    settings = settings_text(config_file)
    _tell_the_hour()
    for _ in changes_of(project):
        click.clear()
        source, problems = settings_of(config_file)
        if problems:
            _tell(problems, partial(_line_of, source), form)
        else:
            try:
                if settings != settings_text(config_file):
                    project = project_from(config_file)
                    settings = settings_text(config_file)
                checked, problems = _checked(project, today(), against, memory)
                _tell(problems, checked.reading.line_of, form)
            except click.ClickException as error:
                error.show()  # the next save may mend it
        _tell_the_hour()
    return problems


def _tell_the_hour() -> None:
    """Says that this goes on: what is told may be the same as before, word for word."""
    click.echo(f"\nchecked at {clock()}, and again when a file is saved; Ctrl-C stops", err=True)


def _checked(
    project: Project, day: str, against: str | None, memory: Memory | None = None
) -> tuple[Checked, list[Problem]]:
    """Checks a project; also gives the problems, those with what was published among them."""
    from timeline.adapters.project import check_project  # noqa: PLC0415

    checked = check_project(project, memory, day)
    problems = checked.examined.problems
    if against is not None:
        problems = sort_problems([*problems, *_levelled(checked, project, against)])
    return checked, problems


def _tell(
    problems: list[Problem], line_of: Callable[[str, int], str | None], form: str, summary: Path | None = None
) -> None:
    click.echo(report(problems, line_of, form), nl=False)
    if summary is not None:
        with summary.open("a", encoding="utf-8", newline="\n") as file:
            file.write(report(problems, line_of, "markdown"))


def _line_of(settings: SourceText, file: str, line: int) -> str | None:
    """A line of the settings, the only file that the problems are in."""
    del file
    return settings.line(line)


def _fails(problems: list[Problem], *, strict: bool) -> bool:
    worst = max((problem.severity for problem in problems), default=Severity.NOTE)
    return worst >= (Severity.WARNING if strict else Severity.ERROR)


def _levelled(checked: Checked, project: Project, against: str) -> list[Problem]:
    from timeline.cli.lost_ids import lost_ids  # noqa: PLC0415
    from timeline.cli.published import published  # noqa: PLC0415
    from timeline.cli.rewritten import rewritten  # noqa: PLC0415

    levels = project.site.levels
    timeline, before = checked.examined.timeline, published(project, against)
    found = []
    for problem in (*lost_ids(timeline, before), *rewritten(timeline, before)):
        level = levels.get(problem.code, problem.severity)
        if level is not None:
            found.append(problem.at_level(level))
    return found


@contextmanager
def _warnings_heard() -> Iterator[list[str]]:
    """What MkDocs warns of while it reads its settings: an answer from memory would leave it out."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())
            if _UNKNOWN_OPTION.match(said[-1]):
                return  # a problem of its line says so, too
            if logging.lastResort is not None and not logging.root.handlers:
                logging.lastResort.handle(record)  # as if nobody had listened

    log, listener = logging.getLogger("mkdocs"), Listener(logging.WARNING)
    log.addHandler(listener)
    try:
        yield said
    finally:
        log.removeHandler(listener)


def _explained(code: str) -> str:
    import difflib  # noqa: PLC0415

    from timeline.cli.wording import columns  # noqa: PLC0415
    from timeline.problems.codes import catalogue, explained  # noqa: PLC0415

    known = catalogue()
    if not code:
        return columns(((name, known[name].rule) for name in sorted(known)), "")
    if code not in known:
        near = difflib.get_close_matches(code, known, n=1)
        hint = f"; did you mean '{near[0]}'?" if near else "; 'timeline check --explain' lists them"
        raise click.ClickException(f"there is no code '{code}'{hint}")
    return explained(known[code])
