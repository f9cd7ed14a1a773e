"""``timeline diff``: what would change on the timeline, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from timeline.adapters.project import check_project
from timeline.cli.changes import Change, Difference, Kind, changes
from timeline.cli.options import config_file, examples, project_from
from timeline.cli.snapshots import snapshot
from timeline.cli.wording import counted
from timeline.problems.markdown import bounded, code

_UNREAD = (
    "There are errors in the content. What they keep from being read counts as not there: see timeline check."
)


@click.command(
    short_help="Say what would change on the timeline.",
    epilog=examples("timeline diff", "timeline diff main"),
)
@click.argument("base", default="HEAD")
@config_file
@click.option(
    "--format", "form", type=click.Choice(["terminal", "markdown"]), default="terminal", show_default=True,
    help="How to say it; markdown is for a pull request's summary.",
)  # fmt: skip
def diff(base: str, config_file: str | None, form: str) -> None:
    """Say what would change on the timeline: what is added, changed, moved and removed since BASE.

    BASE is a commit, a branch or a tag of git; or, where git knows none of that name, a folder with another
    copy of the project. Left out, it is the last commit.
    """
    project = project_from(config_file)
    examined = check_project(project).examined
    with snapshot(project, base) as past:
        found = changes(check_project(past).examined.timeline, examined.timeline)
    note = _UNREAD if examined.fails() else ""
    click.echo({"terminal": _terminal, "markdown": _markdown}[form](found, note), nl=False)


def in_short(found: Sequence[Change]) -> str:
    """The number of changes in words: ``2 events added, 1 place changed``; ``nothing changes``."""
    counts = Counter((change.kind, change.noun) for change in found)
    order = {noun: number for number, noun in enumerate(dict.fromkeys(change.noun for change in found))}
    rows = sorted(counts.items(), key=lambda row: ([*Kind].index(row[0][0]), order[row[0][1]]))
    return ", ".join(f"{counted(n, noun)} {kind}" for (kind, noun), n in rows) or "nothing changes"


def _terminal(found: Sequence[Change], note: str) -> str:
    blocks = [in_short(found) + "\n", *([f"{note}\n"] if note else [])]
    for change in found:
        beside = f", {change.note}" if change.note else ""
        rows = [f"{change.kind} {change.noun} {change.id}: {change.title}{beside}"]
        for difference in change.differences:
            rows += [f"  {difference.field}: {_was_and_is(difference, change.kind)}"]
        blocks.append("\n".join(rows) + "\n")
    return "\n".join(blocks)


def _was_and_is(difference: Difference, kind: Kind) -> str:
    if kind is Kind.ADDED:
        return difference.after
    return f"{difference.before or '(nothing)'} → {difference.after or '(nothing)'}"


def _markdown(found: Sequence[Change], note: str) -> str:
    return bounded(_rows(found, note), "`timeline diff` tells the rest.")


def _rows(found: Sequence[Change], note: str) -> Iterator[str]:
    """The lines of the Markdown: a stranger's words stand in code, where they are nothing else."""
    yield from ("## What changes on the timeline", "", f"{in_short(found).capitalize()}.")
    if note:
        yield from ("", note)
    for kind in Kind:
        of_kind = [change for change in found if change.kind is kind]
        if of_kind:
            yield from ("", f"### {kind.capitalize()}", "")
        for change in of_kind:
            beside = f", {change.note}" if change.note else ""
            yield f"- {code(change.title)} (the {change.noun} {code(change.id)}{beside})"
            for difference in change.differences:
                yield f"    - {difference.field}: {_in_code(difference, kind)}"


def _in_code(difference: Difference, kind: Kind) -> str:
    if kind is Kind.ADDED:
        return code(difference.after)
    return f"{code(difference.before)} → {code(difference.after)}"
