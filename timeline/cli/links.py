"""``timeline links``: whether the addresses that records cite still answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from timeline import __version__
from timeline.adapters.project import Project, check_project
from timeline.adapters.web import Manner, is_public, try_all
from timeline.cli.link_report import Link, entries, links_of, to_json, to_markdown, to_text
from timeline.cli.options import config_file, examples, project_from
from timeline.cli.wording import counted
from timeline.problems.reports import visible
from timeline.reading import shown_path
from timeline.writing import CannotAppend, Lock, appended, replace_files

_Command = TypeVar("_Command", bound=Callable[..., Any])
_LISTS = ("links.yaml", "links.yml")
_FILE = click.Path(dir_okay=False, path_type=Path)


def _bound(
    name: str, range: click.FloatRange | click.IntRange, default: int, help: str
) -> Callable[[_Command], _Command]:
    """An option that bounds a round; its help shows what it is where nobody gives it."""
    return click.option(name, type=range, default=default, show_default=True, help=help)


@click.command(
    short_help="Try every link that is cited.",
    epilog=examples("timeline links", "timeline links --write --minutes 10"),
)
@config_file
@click.option("--markdown", type=_FILE, metavar="FILE", help="Also write the report as Markdown.")
@click.option("--json", "data", type=_FILE, metavar="FILE", help="Also write the report as JSON.")
@click.option("--write", is_flag=True, help="Add what is dead to content/links.yaml, so that readers know.")
@click.option("--fail", is_flag=True, help="Exit with 1 where a link is dead that is not listed as dead.")
@click.option(
    "--allow-private", is_flag=True,
    help="Also try addresses in private networks and on this machine: only with content that you trust.",
)  # fmt: skip
@_bound("--timeout", click.FloatRange(0.01), 20, "The seconds that one request may take in all.")
@_bound("--pause", click.FloatRange(0), 1, "The seconds between two requests to one host.")
@_bound("--retries", click.IntRange(0, 10), 2, "How often to try again what may pass.")
@_bound("--longest-wait", click.FloatRange(0), 60, "The most seconds to wait for a host that asks for it.")
@_bound(
    "--hosts", click.IntRange(1, 64), 8, "How many hosts to ask at once; each is asked one thing at a time."
)
@_bound("--minutes", click.FloatRange(0), 60, "After how many minutes to begin nothing more.")
def links(
    config_file: str | None, markdown: Path | None, data: Path | None, *, write: bool, fail: bool,
    allow_private: bool, timeout: float, pause: float, retries: int, longest_wait: float, hosts: int,
    minutes: float,
) -> None:  # fmt: skip
    """Try every link that sources, articles and publishers cite, and say which are dead or have moved.

    Each host is asked slowly, one thing at a time, for no more than the head of a page; only the public
    internet is asked. A dead link is no failure: it is told here, and, once it is listed in
    content/links.yaml, on the site.
    """
    project = project_from(config_file)
    checked = check_project(project)
    if checked.examined.fails():
        click.echo("The content has errors, so some links may be missing: see timeline check.", err=True)
    timeline = checked.examined.timeline
    places = [address for address in timeline.addresses if address.is_cited]
    may_reach = _anywhere if allow_private else is_public
    agent = _agent(project)
    manner = Manner(agent, timeout, pause, retries, longest_wait, hosts, minutes, may_reach)
    found = try_all({place.url for place in places}, manner, _progress(len({p.url for p in places})))
    listed = {url: link.record for url, link in timeline.dead_links.items()}
    report = links_of(places, found, listed)
    _tell(report, project, {markdown: to_markdown(report, _today()), data: to_json(report)}, write=write)
    sys.exit(1 if fail and any(link.is_news for link in report) else 0)


def _today() -> str:
    """The day on the clock of whoever looks; no build reads one."""
    return datetime.now().astimezone().date().isoformat()


def _anywhere(_: object) -> bool:
    return True


def _agent(project: Project) -> str:
    """Who asks: this program, and the site that it asks for, where people can complain."""
    url = project.site.url
    site = f"; for {url}" if url.isascii() and url.isprintable() and url else ""
    return f"mkdocs-news-timeline/{__version__} (a check of cited links{site})"


def _progress(total: int) -> Callable[[int], object]:
    """Says on a terminal how far a round is, which may take an hour."""

    def tried(count: int) -> None:
        click.echo(f"\r{count} of {counted(total, 'link')} tried", nl=count == total, err=True)

    return tried if sys.stderr and sys.stderr.isatty() else lambda _: None


def _tell(report: Sequence[Link], project: Project, files: Mapping[Path | None, str], *, write: bool) -> None:
    """Prints the report, writes its files, and says or writes what the list of dead links lacks."""
    click.echo(to_text(report), nl=False)
    for path, text in files.items():
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    lines = entries(report, _today())
    if not lines:
        return
    to_add = "\n".join(map(visible, lines))
    if not write:
        click.echo("\nTo tell readers, add this to content/links.yaml, or run the command with --write:\n")
        click.echo(to_add)
        return
    try:
        place = _added(project, lines)
    except click.ClickException:
        click.echo(f"\nWhat was to be added, which took a round to find:\n\n{to_add}\n")
        raise
    click.echo(f"\n{place}: wrote {counted(sum(link.is_news for link in report), 'dead link')}")


def _added(project: Project, lines: Sequence[str]) -> str:
    """Adds entries to the end of the list of dead links; no letter of what is there changes."""
    paths = [project.content / name for name in _LISTS]
    path = next((path for path in paths if path.exists()), paths[0])
    shown = shown_path(path, project.root)
    if not path.resolve().is_relative_to(project.content.resolve()):
        raise click.ClickException(f"{shown} leads out of the content folder, so nothing is added to it")
    with Lock(project.content):
        old = path.read_bytes() if path.is_file() else b""
        try:
            new, line = appended(old, lines)
        except CannotAppend as error:
            raise click.ClickException(f"nothing can be added to {shown}: {error}") from error
        replace_files({path.resolve(): new})
    return f"{shown}:{line}"
