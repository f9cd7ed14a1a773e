"""Every check there is. A new one is a module beside this, and one line here."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.checks import (
    additions,
    addresses,
    alphabets,
    cited_twice,
    counts,
    days_ahead,
    dead_links,
    descriptions,
    duplicates,
    events_ahead,
    guessed_dates,
    languages,
    links,
    markup,
    media_credits,
    own_dates,
    own_names,
    placeholders,
    positions,
    report_dates,
    silences,
    single_sources,
    spellings,
    split_links,
    status,
    summaries,
    tags,
    titles,
    unused,
    weekdays,
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
    unused.PUBLISHERS,
    unused.MEDIA,
    unused.STORYLINES,
    media_credits.CHECK,
    descriptions.CHECK,
    guessed_dates.CHECK,
    dead_links.DUPLICATES,
    dead_links.UNCITED,
    days_ahead.CHECK,
    events_ahead.CHECK,
    own_dates.CHECK,
    own_dates.WHOLES,
    placeholders.CHECK,
    own_names.CHECK,
    own_names.CONFIRMED,
    cited_twice.TWICE,
    cited_twice.OTHERWISE,
    cited_twice.ARTICLES,
    single_sources.CHECK,
    counts.CHECK,
    alphabets.WORDS,
    alphabets.UNSEEN,
    alphabets.HOSTS,
    addresses.PRIVATE,
    addresses.TRACKING,
    addresses.ARCHIVES,
    addresses.WORDS,
    languages.CHECK,
    positions.CHECK,
    markup.CHECK,
    summaries.LONG,
    summaries.TITLE,
    titles.CHECK,
    weekdays.CHECK,
    split_links.CHECK,
    tags.CHECK,
    spellings.VARIANTS,
    spellings.NAMES,
    silences.check_for(_silenceable),
)
"""The checks, in the order in which they run."""
