"""Every check there is. A new one is a module beside this, and one line here."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.checks import additions, duplicates, links, report_dates, silences, status
from timeline.checks.check import Check
from timeline.merging import SILENCEABLE


def _silenceable() -> Iterable[str]:
    return [*SILENCEABLE, *(check.code for check in CHECKS if check.silenceable)]


CHECKS: tuple[Check, ...] = (
    status.CHECK,
    report_dates.UPDATED,
    report_dates.EARLY,
    duplicates.CHECK,
    links.PAGES,
    links.PICTURES,
    links.ADDRESSES,
    additions.CHECK,
    silences.check_for(_silenceable),
)
"""The checks, in the order in which they run."""
