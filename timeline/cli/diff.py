"""``timeline diff``: what would change on the timeline, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import click

from timeline.adapters.project import check_project
from timeline.cli.changes import Change, Difference, Kind, changes
from timeline.cli.options import config_file, project_from
from timeline.cli.snapshots import snapshot
from timeline.cli.wording import counted

_MARKED = re.compile(r"([\\`*_\[\]<>#|&~@$])")


@click.command()
@click.argument("base")
@config_file
@click.option(
    "--format", "form", type=click.Choice(["terminal", "markdown"]), default="terminal", show_default=True,
    help="How to say it; markdown is for a pull request's summary.",
)  # fmt: skip
def diff(base: str, config_file: str | None, form: str) -> None:
    """Say what would change on the timeline: what is added, changed, moved and removed since BASE.

    BASE is a commit, a branch or a tag of git, or a folder with another copy of the project.
    """
    project = project_from(config_file)
    after = check_project(project).examined.timeline
    with snapshot(project, base) as past:
        found = changes(check_project(past).examined.timeline, after)
    click.echo({"terminal": _terminal, "markdown": _markdown}[form](found), nl=False)


def in_short(found: Sequence[Change]) -> str:
    """The number of changes in words: ``2 events added, 1 place changed``; ``nothing changes``."""
    counts = Counter((change.kind, change.noun) for change in found)
    order = {noun: number for number, noun in enumerate(dict.fromkeys(change.noun for change in found))}
    rows = sorted(counts.items(), key=lambda row: ([*Kind].index(row[0][0]), order[row[0][1]]))
    return ", ".join(f"{counted(n, noun)} {kind}" for (kind, noun), n in rows) or "nothing changes"


def _terminal(found: Sequence[Change]) -> str:
    blocks = [in_short(found) + "\n"]
    for change in found:
        note = f", {change.note}" if change.note else ""
        rows = [f"{change.kind} {change.noun} {change.id}: {change.title}{note}"]
        for difference in change.differences:
            rows += [f"  {difference.field}: {_was_and_is(difference, change.kind)}"]
        blocks.append("\n".join(rows) + "\n")
    return "\n".join(blocks)


def _was_and_is(difference: Difference, kind: Kind) -> str:
    if kind is Kind.ADDED:
        return difference.after
    return f"{difference.before or '(nothing)'} → {difference.after or '(nothing)'}"


def _markdown(found: Sequence[Change]) -> str:
    rows = ["## What changes on the timeline", "", f"{in_short(found).capitalize()}."]
    for kind in Kind:
        of_kind = [change for change in found if change.kind is kind]
        if not of_kind:
            continue
        rows += ["", f"### {kind.capitalize()}", ""]
        for change in of_kind:
            note = f", {_escaped(change.note)}" if change.note else ""
            rows.append(f"- **{_escaped(change.title)}** (the {change.noun} `{change.id}`{note})")
            for difference in change.differences:
                words = _escaped(_was_and_is(difference, kind))
                rows.append(f"    - {difference.field}: {words}")
    return "\n".join(rows) + "\n"


def _escaped(text: str) -> str:
    """Text in which a stranger's letters are no markup."""
    return _MARKED.sub(r"\\\1", text)
