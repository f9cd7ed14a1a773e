"""``timeline show``: what the merge made of one event, and which file and line gave each value."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import click

from timeline.adapters.project import check_project
from timeline.cli.options import config_file, examples, project_from
from timeline.cli.wording import columns, counted, date_in_words, place_of, said, short
from timeline.merging import EventEntry, Timeline
from timeline.problems import Severity
from timeline.records import Event

_WIDEST = 60
_OTHERS = ("article", "place", "actor", "storyline")
_LISTS = frozenset(name for name, field in Event.model_fields.items() if field.default == ())


@click.command(
    short_help="Show one event, and where each value stands.",
    epilog=examples("timeline show exampleton-rocket"),
)
@click.argument("id")
@config_file
def show(id: str, config_file: str | None) -> None:
    """Show one event as all files together give it: each value, with the file and line that gave it.

    ID is the event's id, or one that it had before.
    """
    checked = check_project(project_from(config_file))
    timeline = checked.examined.timeline
    entry = timeline.event(id)
    if entry is None:
        raise click.ClickException(_absent(id, timeline))
    click.echo(_head(entry, timeline))
    click.echo(columns(_values(entry)), nl=False)
    if overruled := columns(_overruled(entry), "  "):
        click.echo(f"\nGiven too, and not taken:\n{overruled}", nl=False)
    errors = sum(problem.severity is Severity.ERROR for problem in checked.examined.problems)
    if errors:
        click.echo(f"\nThe content has {counted(errors, 'error')}: see timeline check.", err=True)


def _absent(id: str, timeline: Timeline) -> str:
    """Why there is no event of that id to show."""
    if id in timeline.content.broken.get("event", ()):
        return f"the event '{id}' cannot be read, or stands in a file that cannot: see timeline check"
    message = f"there is no event '{id}' on the timeline"
    other = next((noun for noun in _OTHERS if timeline.has(noun, id)), "")
    if other:
        return f"{message}; '{id}' is {'an' if other[0] == 'a' else 'a'} {other}"
    near = difflib.get_close_matches(id, timeline.events, n=1)
    return f"{message}; did you mean '{near[0]}'?" if near else message


def _head(entry: EventEntry, timeline: Timeline) -> str:
    position = timeline.position[entry.node] + 1
    place = f"number {position} of {len(timeline.entries)} on the timeline"
    return f"{said(entry.title)}\n{date_in_words(entry.when)} · {entry.status} · {place}\n"


def _values(entry: EventEntry) -> Iterator[tuple[str, str, str]]:
    """Field, value and place, in the order in which the model has the fields; of a list, item by item."""
    for field in Event.model_fields:
        value = getattr(entry.record, field)
        if field == "status" and value is None:
            follows = f"follows from 'retracted', {place_of(entry.span('retracted'))}"
            yield field, entry.status.value, follows if entry.record.retracted else "derived from the sources"
        elif field in _LISTS:
            for number, item in enumerate(value):
                yield "" if number else field, short(item, _WIDEST), place_of(entry.span(field, number))
        elif value is not None:
            yield field, short(value, _WIDEST), place_of(entry.span(field))


def _overruled(entry: EventEntry) -> Iterator[tuple[str, str, str]]:
    """The single values that a file gives and another decides."""
    for claim in entry.claims:
        for field in Event.model_fields:
            value = getattr(claim.event, field)
            if field not in _LISTS and claim.gives(field) and value != getattr(entry.record, field):
                yield field, short(value, _WIDEST), place_of(claim.span(field))
