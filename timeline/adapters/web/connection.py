"""One request and its answer: the only place of the program that opens a connection.

It is plain HTTP/1.1 on a socket of our own, because the two things that matter here are hidden by
libraries: which address is connected to, and how long all of it takes. The name of a host is looked up
once, each address found is judged, and that very address is connected to, so a name that leads elsewhere
when it is asked again has nobody to ask it. A proxy that the environment names is not used: it would look
names up itself.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse, IncompleteRead
from ipaddress import ip_address
from typing import Any, cast
from urllib.parse import SplitResult, quote, urlsplit

from timeline.adapters.web.manner import Manner, in_seconds

MOST_TASTED = 1024
"""How many bytes of a page are read, to see that it comes; nothing more of it is wanted."""
_MOST_BYTES = 256 * 1024  # of one answer with its headers, whatever a server sends
_MOST_ADDRESSES = 4
_RESERVED = "!#$%&'()*+,/:;=?@[]~"
_NAMELESS = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class NoAnswer(Exception):
    """There was no answer that could be read; the text says why.

    Attributes:
        may_pass: Whether trying again may help.
    """

    may_pass = True


class Unfit(NoAnswer):
    """What came back will not be another time."""

    may_pass = False


class NotPublic(Unfit):
    """The host lies in a network that must not be reached; nothing was connected to."""


class NoSuchHost(Unfit):
    """Nobody knows the host's name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says of an address, without the page itself.

    Attributes:
        status: The status code.
        location: Where it sends us on to, as written; or empty.
        retry_after: When it wants to be asked again, as written; or empty.
    """

    status: int
    location: str = ""
    retry_after: str = ""


def ask(method: str, url: str, manner: Manner) -> Answer:
    """Asks for an address, once.

    Args:
        method: ``HEAD``, or ``GET``, of which only the beginning is read.
        url: An absolute address; a fragment is left out.
        manner: How to ask.

    Raises:
        NoAnswer: There is no answer; or one of its kinds, which say more.
    """
    deadline = _Deadline(manner.timeout)
    parts = urlsplit(url)
    try:
        with _connected(parts, manner, deadline) as wire:
            return _answer(method, parts, wire, manner, deadline)
    except TimeoutError as error:
        raise NoAnswer(f"no answer within {in_seconds(manner.timeout)}") from error
    except ssl.SSLCertVerificationError as error:
        raise Unfit(f"its certificate is not valid: {error.verify_message.rstrip('.')}") from error
    except ssl.SSLError as error:
        raise NoAnswer("no secure connection could be made") from error
    except ConnectionRefusedError as error:
        raise NoAnswer("the connection was refused") from error
    except (ConnectionError, IncompleteRead) as error:
        raise NoAnswer("the answer breaks off") from error
    except OSError as error:
        raise NoAnswer(f"the connection failed: {error.strerror or 'no reason given'}") from error
    except (HTTPException, ValueError) as error:
        raise Unfit("what answers is no web server") from error


class _Deadline:
    """The moment by which all of a request must be over, however slowly its bytes drip in."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """The seconds left.

        Raises:
            TimeoutError: There are none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _connected(parts: SplitResult, manner: Manner, deadline: _Deadline) -> socket.socket:
    """A connection to an address that may be reached."""
    host = _ascii(parts.hostname or "")
    is_secure = parts.scheme == "https"
    found = _looked_up(host, parts.port or (443 if is_secure else 80))
    allowed = [row for row in found if manner.may_reach(ip_address(str(row[4][0]).partition("%")[0]))]
    if not allowed:
        raise NotPublic("it leads into a network that is not public")
    failure: Exception = OSError()
    for number, (family, kind, protocol, _, address) in enumerate(allowed):
        wire = socket.socket(family, kind, protocol)
        try:
            # The address is a number by now, so nothing is looked up a second time.
            wire.settimeout(deadline.left() / (len(allowed) - number))
            wire.connect(address)
            wire.settimeout(deadline.left())
            return manner.context.wrap_socket(wire, server_hostname=host) if is_secure else wire
        except (OSError, ValueError) as error:
            wire.close()
            failure = error
            if isinstance(error, ssl.SSLError):
                break
    raise failure


def _ascii(host: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise NoSuchHost("its host's name leads nowhere") from error


def _looked_up(host: str, port: int) -> list[tuple[Any, ...]]:
    """The addresses of a host, as Python's ``socket`` gives them."""
    try:
        return [*socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)][:_MOST_ADDRESSES]
    except socket.gaierror as error:
        if error.errno in _NAMELESS:
            raise NoSuchHost("its host's name leads nowhere") from error
        raise NoAnswer("its host's name could not be looked up") from error
    except UnicodeError as error:  # a part of the name is empty or too long
        raise NoSuchHost("its host's name leads nowhere") from error


def _answer(
    method: str, parts: SplitResult, wire: socket.socket, manner: Manner, deadline: _Deadline
) -> Answer:
    target = quote(parts.path or "/", safe=_RESERVED)
    if parts.query:
        target += f"?{quote(parts.query, safe=_RESERVED)}"
    host = _ascii(parts.hostname or "")
    host = f"[{host}]" if ":" in host else host
    lines = [
        f"{method} {target} HTTP/1.1",
        f"Host: {host}:{parts.port}" if parts.port else f"Host: {host}",
        f"User-Agent: {manner.agent}",
        "Accept: */*",
        "Accept-Encoding: identity",
        "Connection: close",
    ]
    wire.settimeout(deadline.left())
    wire.sendall("".join(f"{line}\r\n" for line in [*lines, ""]).encode("ascii"))
    stream = _Stream(wire, deadline)
    # Left to itself it is closed after what it reads from, and Python 3.13 complains of that aloud.
    with closing(HTTPResponse(cast("socket.socket", stream), method=method)) as response:
        response.begin()
        if stream.has_ended:  # Python takes the end of a connection for the end of the headers
            raise IncompleteRead(b"")
        if method == "GET" and 200 <= response.status < 300:
            _taste(response)
        return Answer(
            response.status, response.getheader("Location") or "", response.getheader("Retry-After") or ""
        )


def _taste(response: HTTPResponse) -> None:
    """Reads the beginning of a page; one that ends before its stated length is cut off."""
    stated = response.length
    tasted = response.read(MOST_TASTED)
    if stated is not None and len(tasted) < min(stated, MOST_TASTED):
        raise IncompleteRead(tasted)


class _Stream(io.RawIOBase):
    """The bytes of a connection, each read within the deadline, and no more of them than an answer needs."""

    def __init__(self, wire: socket.socket, deadline: _Deadline) -> None:
        self._wire = wire
        self._deadline = deadline
        self._left = _MOST_BYTES
        self.has_ended = False

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What ``HTTPResponse`` wants to read from."""
        return io.BufferedReader(self, buffer_size=4 * MOST_TASTED)

    def readable(self) -> bool:
        """Whether bytes can be read: that is what it is for."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # what BufferedReader gives
        """Reads what has come."""
        if self._left <= 0:
            raise HTTPException
        self._wire.settimeout(self._deadline.left())
        count = self._wire.recv_into(buffer)
        self._left -= count
        self.has_ended = count == 0
        return count
