"""What trying a link gave."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class State(enum.StrEnum):
    """How a link is."""

    ANSWERS = "answers"
    """It leads to a page."""
    MOVED = "moved"
    """It leads to a page, which says that it has another address now."""
    DEAD = "dead"
    """It is gone, by its own word, or its host is."""
    UNREACHABLE = "unreachable"
    """Something went wrong that may pass, or that a program cannot judge."""
    UNTRIED = "not tried"
    """Nobody was asked."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What trying one link gave.

    Attributes:
        state: How it is.
        found: What was found, in words.
        moved_to: The address that it has now, where it has moved.
        no_host: Whether its host's name is known nowhere, be it that nothing at all could be looked up.
    """

    state: State
    found: str
    moved_to: str = ""
    no_host: bool = False

    @property
    def was_answered(self) -> bool:
        """Whether a server has said so."""
        return self.state in {State.ANSWERS, State.MOVED, State.DEAD}
