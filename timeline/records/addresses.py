"""Addresses of the web: absolute, http or https, and nothing in them that does more than lead somewhere.

They are apart from the other single values because a stranger's address is the one value that a reader
will follow.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from timeline.records.record import quoted, refuse

LONGEST_URL = 2000

_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
PLAIN_URL = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,9}[a-z]{2,24}(?:[/?#][!#-&(-;=?-\[\]_a-z~]*)?",
    re.IGNORECASE,
)
"""An address of the most usual kind, which needs no closer look: no user, no port, a host with a letter."""

_AROUND = r"""[\s<>()\[\]"'“”«».,;]"""
INSIDE = r"""[^\s<>"'`\\^{}|()\[\]“”«»]"""
WRAPPED = re.compile(
    rf"(?:\[[^\]]*\]\(|https?://(?=https?://)|{_AROUND}*)(?P<address>https?://{INSIDE}+){_AROUND}*",
    re.IGNORECASE,
)
"""An address in brackets or quotation marks, as a link of Markdown, or behind the beginning of another."""
WITH_BLANK = re.compile(rf"https?://{INSIDE}+(?: {INSIDE}+)+", re.IGNORECASE)
"""An address with spaces in it, and nothing else that it cannot have."""
SEVERAL = re.compile(
    r"https?://(?:\S+?(?:[,;|]\s+|\s+(?:\S{1,5}\s+)?)|[^\s?]+?[,;|a-z0-9])https?://", re.IGNORECASE
)
"""The beginning of a text that is one address after another, be it pasted twice with nothing in between.
Behind a '?' a comma alone parts none: what stands there may hold addresses of its own."""
DOI = re.compile(rf"(?:doi:?\s*)?(?P<doi>10\.[0-9]{{4,9}}/{INSIDE}+)", re.IGNORECASE)
"""The number of a scholarly work, which has an address at doi.org (ISO 26324)."""
MISTYPED = re.compile(
    r"(?!https?:)h+t{1,3}p{1,2}(?P<s>s?)(?:\s?[:;]+/*|\s?/+)"
    r"(?P<rest>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,9}[a-z]{2,24}(?:[/?#].*)?)",
    re.IGNORECASE,
)
"""A slip of the hand in 'http://' or 'https://'."""
_NO_SCHEME = "an address begins with http:// or https://"
BLANK_HINT = "write %20 for a space that belongs to it, or take the space out"


def check_url(value: str) -> str:
    """Checks that a text is an absolute http or https address without a password in it.

    Raises:
        PydanticCustomError: It is not; the error has a code, a message and a hint.
    """
    several = "://" in value[8:] and SEVERAL.match(value)
    if len(value) <= LONGEST_URL and PLAIN_URL.fullmatch(value) and not several:
        return value
    hint = "write the whole address, as in https://example.org/page"
    if len(value) > LONGEST_URL:
        raise refuse("bad-url", f"an address has at most {LONGEST_URL} characters, this one has {len(value)}")
    if several:
        hint = "write one; the other belongs to a source of its own, or, if it is a copy, under 'archived'"
        raise refuse("bad-url", "more than one address stands here", hint)
    if found := DOI.fullmatch(value):
        raise refuse("bad-url", _NO_SCHEME, f"write https://doi.org/{found['doi']}")
    _check_marks(value, hint)
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise refuse("bad-url", f"{quoted(value)} is not an address", hint) from None
    del port
    if parts.scheme not in {"http", "https"}:
        raise refuse("bad-url", _NO_SCHEME, _with_scheme(value) or hint)
    if parts.username is not None or parts.password is not None:
        raise refuse("bad-url", "an address must not carry a user name or a password", "take it out")
    if not host:
        whole = re.sub("^(https?):/?(?!/)", r"\1://", value)
        hint = f"write {whole}" if PLAIN_URL.fullmatch(whole) else hint
        raise refuse("bad-url", f"{quoted(value)} names no host", hint)
    if not is_known_host(host):
        raise refuse("bad-url", f"{quoted(host)} is not the name of a host", hint)
    return value


def _with_scheme(value: str) -> str:
    """What to write in place of an address without 'http://', or with a slip in that; or an empty text."""
    if found := MISTYPED.fullmatch(value):
        return f"write http{found['s'].lower()}://{found['rest']}"
    return f"write https://{value}" if PLAIN_URL.fullmatch(f"https://{value}") else ""


def _check_marks(value: str, hint: str) -> None:
    """Refuses what no address has in it or around it."""
    if (wrapped := WRAPPED.fullmatch(value)) and wrapped["address"] != value:
        raise refuse(
            "bad-url", "an address stands alone, with no marks around it", f"write {wrapped['address']}"
        )
    if re.search(r"[\s<>\"'`\\^{}|]", value):
        message = "an address has no spaces, quotes, brackets or backslashes in it"
        raise refuse("bad-url", message, BLANK_HINT if WITH_BLANK.fullmatch(value) else hint)


def is_known_host(host: str) -> bool:
    """Whether a text can be the name of a host, or its address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return True
    try:
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return False
    return bool(_HOST.fullmatch(ascii_host)) and ".." not in ascii_host
