"""That an editor knows better than a check, and says why; every kind of record may say so of itself."""

from __future__ import annotations

from timeline.records.record import Record
from timeline.records.scalars import Id, Line


class Silence(Record):
    """That one check is quiet on one record."""

    code: Id
    """The check's code."""
    reason: Line
    """Why what it finds is right here."""
