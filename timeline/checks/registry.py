"""Every check there is. A new one is a module beside this, and one line here."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.checks import (
    additions,
    dead_links,
    duplicates,
    guessed_dates,
    links,
    media_credits,
    report_dates,
    silences,
    status,
    unused,
)
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
    unused.PLACES,
    unused.ACTORS,
    unused.STORYLINES,
    media_credits.CHECK,
    guessed_dates.CHECK,
    dead_links.DUPLICATES,
    dead_links.UNCITED,
    silences.check_for(_silenceable),
)
"""The checks, in the order in which they run."""
