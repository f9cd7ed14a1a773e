"""One link tried to its end: ``HEAD``, then ``GET`` where that is refused, redirects, further tries.

What is dead is said only by a server's own 404 or 410, or by a name that is known nowhere. Everything else
that goes wrong may be us: many papers refuse programs, and a server that is down today is up tomorrow.
"""

from __future__ import annotations

import email.utils
import time
from http import HTTPStatus
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from pydantic_core import PydanticCustomError

from timeline.adapters.web.connection import Answer, NoAnswer, NoSuchHost, NotPublic, Unfit, ask
from timeline.adapters.web.manner import Manner, in_seconds
from timeline.adapters.web.outcome import Outcome, State
from timeline.adapters.web.pace import GivenUp, Pace
from timeline.records import check_url

MOST_REDIRECTS = 8
_PERMANENT = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
_REDIRECTS = {*_PERMANENT, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_MAY_PASS = {
    HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}  # fmt: skip
_URL = "!#$%&'()*+,/:;=?@[]~"


def try_link(url: str, manner: Manner, pace: Pace) -> Outcome:
    """Tries one link.

    Args:
        url: Its address.
        manner: How to try it.
        pace: Whose turn it is.
    """
    try:
        return _followed(urldefrag(url).url, manner, pace)
    except (GivenUp, NotPublic) as reason:
        return Outcome(State.UNTRIED, str(reason))
    except NoSuchHost as reason:
        return Outcome(State.UNREACHABLE, str(reason), no_host=True)
    except NoAnswer as reason:
        return Outcome(State.UNREACHABLE, str(reason))


def _followed(url: str, manner: Manner, pace: Pace) -> Outcome:
    cited, moved_to, is_permanent, visited = url, "", True, {url}
    for _ in range(MOST_REDIRECTS + 1):
        try:
            answer = _asked(url, manner, pace)
        except NoAnswer as reason:
            if url == cited:
                raise
            raise NoAnswer(f"{reason}, after a redirect to {url}") from reason
        if answer.status not in _REDIRECTS or not answer.location:
            return _judged(answer, cited, url, moved_to)
        url = _target(url, answer.location)
        if url in visited:
            return Outcome(State.UNREACHABLE, "it leads round in a circle")
        visited.add(url)
        is_permanent = is_permanent and answer.status in _PERMANENT
        moved_to = url if is_permanent else moved_to
    return Outcome(State.UNREACHABLE, f"it leads on more than {MOST_REDIRECTS} times")


def _judged(answer: Answer, cited: str, url: str, moved_to: str) -> Outcome:
    found = _in_words(answer.status)
    if 200 <= answer.status < 300:
        if not moved_to:
            return Outcome(State.ANSWERS, found)
        if urlsplit(moved_to).path in {"", "/"} and urlsplit(cited).path not in {"", "/"}:
            found = "moved to a front page, which may not be what was cited"
        else:
            found = "moved"
        return Outcome(State.MOVED, found, moved_to)
    if url != cited:
        found = f"{found}, after a redirect to {url}"
    return Outcome(State.DEAD if answer.status in _GONE else State.UNREACHABLE, found)


def _in_words(status: int) -> str:
    """A status with its usual words; the server's own may say anything."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _target(url: str, location: str) -> str:
    """Where a redirect leads, as an address that we would cite ourselves."""
    # Headers arrive as Latin-1, whatever they were sent as (RFC 9110, section 5.5).
    written = quote(location.strip().encode("latin-1"), safe=_URL)
    try:
        return check_url(urldefrag(urljoin(url, written)).url)
    except (PydanticCustomError, ValueError) as error:
        raise NoAnswer("it leads on to what is no address of the web") from error


def _asked(url: str, manner: Manner, pace: Pace) -> Answer:
    """The answer to ``HEAD``; where that is not good, to ``GET``, tried again where what failed may pass."""
    host = urlsplit(url).hostname or ""
    answer = _tried("HEAD", url, host, manner, pace, 0)
    for number in range(1, manner.retries + 2):
        refused = number == 1 and isinstance(answer, Answer) and answer.status >= 400
        if not (refused or _may_pass(answer)):
            break
        answer = _tried("GET", url, host, manner, pace, number)
    if isinstance(answer, NoAnswer):
        pace.note(host, answered=not answer.may_pass)
        raise answer
    pace.note(host, answered=True)
    return answer


def _may_pass(answer: Answer | NoAnswer) -> bool:
    return answer.may_pass if isinstance(answer, NoAnswer) else answer.status in _MAY_PASS


def _tried(method: str, url: str, host: str, manner: Manner, pace: Pace, number: int) -> Answer | NoAnswer:
    """One request; where it fails in a way that may pass, the host is left alone for a while."""
    with pace.turn(host):
        try:
            answer: Answer | NoAnswer = ask(method, url, manner)
        except (NotPublic, NoSuchHost):
            raise
        except NoAnswer as reason:
            answer = reason
        if _may_pass(answer):
            wait = min(manner.pause * 2**number, manner.longest_wait)
            if isinstance(answer, Answer) and (wished := _wished(answer.retry_after)) is not None:
                wait = wished
            if wait > manner.longest_wait:
                words = f"its host asks to be left alone for {in_seconds(round(wait))}"
                pace.give_up(host, words)
                return Unfit(words)
            pace.hold(host, wait)
    return answer


def _wished(retry_after: str) -> float | None:
    """The seconds that a ``Retry-After`` asks for: it holds seconds or a date (RFC 9110, section 10.2.3)."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = email.utils.parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None
    return max(moment - time.time(), 0)
