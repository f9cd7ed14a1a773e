"""How links are tried: in whose name, how fast, how often and how long."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field

from timeline.adapters.web.reach import Address, is_public


@dataclass(frozen=True, slots=True)
class Manner:
    """How links are tried.

    Attributes:
        agent: Who asks: the ``User-Agent`` of every request.
        timeout: The seconds that one request may take in all. The system's own look-up of a name counts, but
            cannot be cut short.
        pause: The seconds between two requests to one host; each further try of a link waits twice as long.
        retries: How often a link is tried again that failed in a way that may pass.
        longest_wait: The most seconds that a host's wish to be left alone is waited for.
        hosts: How many hosts are asked at the same time; of one host, one thing at a time.
        minutes: After how many minutes nothing more is begun.
        may_reach: Whether a machine may be connected to.
        context: How secure connections are made and certificates checked.
    """

    agent: str
    timeout: float = 20
    pause: float = 1
    retries: int = 2
    longest_wait: float = 60
    hosts: int = 8
    minutes: float = 60
    may_reach: Callable[[Address], bool] = is_public
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)


def in_seconds(number: float) -> str:
    """A time in words: ``1 second``, ``0.3 seconds``."""
    return f"{number:.9g} second{'s' if number != 1 else ''}"
