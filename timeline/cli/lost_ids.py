"""Ids that were published and are gone: their pages' addresses would lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.cli.published import Published, ids_of
from timeline.merging import Timeline
from timeline.problems import Problem, Severity, Span

CODE = "lost-id"


def lost_ids(timeline: Timeline, before: Published) -> Iterator[Problem]:
    """Finds ids that were published and that the timeline has not, by id or alias.

    What cannot be read is not gone: its own problem is told already.
    """
    present = ids_of(timeline)
    unread = timeline.content.broken
    dateless = {located.record.id for located in timeline.content.events}
    for (noun, id), span in before.ids.items():
        if (noun, id) in present or id in unread.get(noun, ()):
            continue
        if noun == "event" and (id in timeline.aliases or id in dateless):
            continue
        hint = (
            f"give the event that it is now 'aliases: [{id}]', or keep it with a retraction"
            if noun == "event"
            else "put it back: its page's address was a promise"
        )
        message = f"the {noun} '{id}' was published, and is gone"
        yield Problem(CODE, Severity.ERROR, span or Span(before.base.replace("\\", "/")), message, hint)
