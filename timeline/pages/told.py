"""How much of an event a list tells: of what is very much, the beginning; the event's page has all of it.

Apart from the entries, because a page is cut by what they tell before they are made.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.records import Account, Event

SOURCES = 12
"""The most sources that a list names of one event."""
FIGURES = 12
"""The most figures."""
STEPS = 12
"""The most events that it follows or answers."""
_ACCOUNTS = 12
_CHARACTERS = 6_000
"""The accounts of which a list tells the words have so many characters in all, or are two."""


def accounts_told(event: Event) -> Sequence[Account]:
    """The accounts whose words a list tells."""
    made = 0
    for number, account in enumerate(event.accounts[:_ACCOUNTS]):
        made += len(account.says)
        if number > 1 and made > _CHARACTERS:
            return event.accounts[:number]
    return event.accounts[:_ACCOUNTS]


def is_told_in_part(event: Event, *, disputed: bool) -> bool:
    """Whether a list leaves out more of an event than its sources, which it counts."""
    steps = len(event.response_to) + sum(1 for id in event.after if id not in event.response_to)
    accounts = len(event.accounts) - len(accounts_told(event)) if disputed else 0
    return bool(accounts) or len(event.figures) > FIGURES or steps > STEPS
