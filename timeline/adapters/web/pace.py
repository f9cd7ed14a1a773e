"""Whose turn it is: a host is asked one thing at a time, with a pause between.

One that asks to be left alone is, and so is one that has not answered several times.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

MOST_FAILURES = 3
"""How many links of one host may fail one after another before the host is given up."""


class GivenUp(Exception):
    """The host is not asked any more; the text says why."""


@dataclass
class _Host:
    turn: threading.Lock = field(default_factory=threading.Lock)
    not_before: float = 0
    failures: int = 0
    given_up: str = ""


class Pace:
    """The turns of all hosts.

    Args:
        pause: The seconds between two requests to one host.
        wait: Waits some seconds.
        clock: The time in seconds.
    """

    def __init__(
        self,
        pause: float,
        wait: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pause = pause
        self._wait = wait
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def _host(self, name: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(name, _Host())

    @contextlib.contextmanager
    def turn(self, name: str) -> Iterator[None]:
        """Waits until a host may be asked, and keeps others from asking it meanwhile.

        What ends with an exception has asked nobody, and needs no pause after it.

        Raises:
            GivenUp: The host is not asked any more.
        """
        host = self._host(name)
        with host.turn:
            if host.given_up:
                raise GivenUp(host.given_up)
            left = host.not_before - self._clock()
            if left > 0:
                self._wait(left)
            yield
            host.not_before = max(host.not_before, self._clock() + self._pause)

    def hold(self, name: str, seconds: float) -> None:
        """Leaves a host alone for some time, whichever of its links is next."""
        host = self._host(name)
        host.not_before = max(host.not_before, self._clock() + seconds)

    def give_up(self, name: str, reason: str) -> None:
        """Leaves a host alone for the rest of the round."""
        self._host(name).given_up = reason

    def note(self, name: str, *, answered: bool) -> None:
        """Notes whether a link of a host was answered; a host that has failed often enough is given up."""
        host = self._host(name)
        host.failures = 0 if answered else host.failures + 1
        if host.failures >= MOST_FAILURES:
            host.given_up = f"{MOST_FAILURES} other links of its host gave no answer"
