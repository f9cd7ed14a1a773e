"""An address of the web that is known to lead nowhere any more, so that readers are told before they try."""

from __future__ import annotations

from pydantic import model_validator

from timeline.records.record import Record, refuse
from timeline.records.scalars import CalendarDay, Line, Url


class DeadLink(Record):
    """An address that no longer answers."""

    url: Url
    """The address, as events, articles and publishers cite it."""
    found: Line
    """What was found in its place: ``404 Not Found``."""
    seen: CalendarDay
    """The day it was seen to be dead."""
    archived: Url | None = None
    """The address of an archived copy, for sources that name none themselves."""

    @model_validator(mode="after")
    def _archive_is_elsewhere(self) -> DeadLink:
        if self.archived == self.url:
            raise refuse(
                "archive-is-original:archived",
                "the archived copy has the address of the dead link itself",
                "give the copy's own address, or leave 'archived' out",
            )
        return self
