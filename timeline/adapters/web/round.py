"""All links in one round: many hosts at the same time, the links of one host one after another."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from urllib.parse import urldefrag, urlsplit

from timeline.adapters.web.manner import Manner
from timeline.adapters.web.outcome import Outcome, State
from timeline.adapters.web.pace import GivenUp, Pace
from timeline.adapters.web.trial import try_link


def try_all(
    urls: Iterable[str], manner: Manner, tried: Callable[[int], object] = lambda _: None
) -> Mapping[str, Outcome]:
    """Tries every link once, whatever places of it are cited.

    Args:
        urls: The addresses.
        manner: How to try them.
        tried: Is told of each number of links that have been tried, as it grows.

    Returns:
        What was found, by address, sorted.
    """
    wanted = sorted(set(urls))
    pages = sorted({urldefrag(url).url for url in wanted})
    groups: dict[str, list[str]] = {}
    for page in pages:
        groups.setdefault(urlsplit(page).hostname or "", []).append(page)
    found = _Round(manner, tried).run(groups.values())
    found = _with_the_dead_hosts(found)
    return {url: found[urldefrag(url).url] for url in wanted}


class _Round:
    """One round, which can be ended early."""

    def __init__(self, manner: Manner, tried: Callable[[int], object]) -> None:
        self._manner = manner
        self._tried = tried
        self._end = time.monotonic() + 60 * manner.minutes
        self._stopped = threading.Event()
        self._pace = Pace(manner.pause, self._wait)
        self._found: dict[str, Outcome] = {}
        self._lock = threading.Lock()

    def run(self, groups: Iterable[Sequence[str]]) -> dict[str, Outcome]:
        """Tries the links of each group one after another."""
        pool = ThreadPoolExecutor(self._manner.hosts, thread_name_prefix="links")
        try:
            for done in [pool.submit(self._group, group) for group in groups]:
                done.result()
        finally:
            # Ctrl-C must not wait for every link that is left.
            self._stopped.set()
            pool.shutdown(cancel_futures=True)
        return self._found

    def _group(self, urls: Sequence[str]) -> None:
        for url in urls:
            outcome = (
                Outcome(State.UNTRIED, "the time was up")
                if self._stopped.is_set() or time.monotonic() >= self._end
                else try_link(url, self._manner, self._pace)
            )
            with self._lock:
                self._found[url] = outcome
                self._tried(len(self._found))

    def _wait(self, seconds: float) -> None:
        """Waits for a host; a wait beyond the end of the round is of no use to anybody."""
        if time.monotonic() + seconds > self._end or self._stopped.wait(seconds):
            raise GivenUp("the time was up")


def _with_the_dead_hosts(found: Mapping[str, Outcome]) -> dict[str, Outcome]:
    """A name that is known nowhere is dead, if others are known: else it is we who have no network."""
    if not any(outcome.was_answered for outcome in found.values()):
        return dict(found)
    return {
        url: replace(outcome, state=State.DEAD) if outcome.no_host else outcome
        for url, outcome in found.items()
    }
