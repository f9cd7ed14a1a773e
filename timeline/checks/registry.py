"""Every check there is. A new one is a module beside this, and one line here."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.checks import duplicates, report_dates, silences, status
from timeline.checks.check import Check


def _codes() -> Iterable[str]:
    return [check.code for check in CHECKS]


CHECKS: tuple[Check, ...] = (
    status.CHECK,
    report_dates.UPDATED,
    report_dates.EARLY,
    duplicates.CHECK,
    silences.check_for(_codes),
)
"""The checks, in the order in which they run."""
