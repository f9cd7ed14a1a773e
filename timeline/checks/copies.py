"""Archived copies that are of another page than the one beside which they stand.

Most archives put the address of the original at the end of that of its copy; where they do, the two can be
compared. It is apart from `addresses`, which looks at one address at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import parse_qsl, unquote, urlsplit

from timeline.checks.addresses import ARCHIVED, TRACKERS
from timeline.checks.check import Check, Finding
from timeline.merging import Role, Timeline
from timeline.problems import Problem, Severity

CODE = "copy-of-another-page"
_TIME = r"(?:[0-9]{4,14}(?:[a-z]{2}_)?|[0-9]{4}\.[0-9.]+-[0-9]+|newest|oldest)"
COPY = re.compile(
    rf"https?://[^/]+/(?:(?:[^/?#]+/){{0,3}}?{_TIME}/(?P<whole>https?:/{{1,2}}[^/\s]\S*)|"
    rf"(?:web|wayback)/{_TIME}/(?P<bare>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{{2,}}(?:[/?#]\S*)?))",
    re.IGNORECASE,
)
"""An address with that of its original behind a time, as the Wayback Machine has it, archive.today,
arquivo.pt, and others that run the same programs."""
NO_PART_OF_IT = re.compile(r"(?:^|(?<=\.))(?:www[0-9]?|m|mobile|amp)\.(?=[^.]+\.)")
OF_FORM = frozenset({"amp", "outputtype"})
"""Keys of a query that ask for the same page in another form."""
ENDING = re.compile(r"(?:/|/amp|(?:/index)?\.(?:html?|php|aspx?)){1,9}$")
"""The end of a path that servers add, and leave out in other addresses of the same page."""
_TELLING = 12
"""A path of so many characters is that of one page; newspapers have it under several hosts."""
_LONGEST_SHOWN = 100
_Page = tuple[str, str, tuple[tuple[str, str], ...]]


def original_of(copy: str) -> str:
    """The address of which an archive's address says that it is a copy; empty where it does not say so."""
    if not (found := COPY.fullmatch(copy)):
        return ""
    if found["bare"]:
        return f"http://{found['bare']}"
    return re.sub("^(https?):/{1,2}", r"\1://", found["whole"], flags=re.IGNORECASE)


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds copies that say whose they are, and stand beside another address."""
    for address in timeline.addresses:
        if (
            address.role is not Role.ARCHIVE
            or not address.beside
            or address.url.endswith(f"/{address.beside}")
        ):
            continue  # nearly all copies end in the very address of the original
        if ARCHIVED.match(address.beside):
            continue
        original = original_of(address.url)
        if not original or _alike(_page(original), _page(address.beside)):
            continue
        shown = original if len(original) <= _LONGEST_SHOWN else f"{original[:_LONGEST_SHOWN]}…"
        message = f"this is a copy of another page than 'url' leads to: {shown}"
        hint = "write a copy of the page itself, or correct 'url'; if the page has moved, silence this check"
        yield Finding(Problem(CODE, Severity.WARNING, address.span, message, hint), address.about)


def _alike(one: _Page | None, other: _Page | None) -> bool:
    """Whether two addresses may well lead to one page: a query that one of them lacks says little."""
    if one is None or other is None:
        return True
    if one[1] != other[1] or (one[0] != other[0] and len(one[1]) < _TELLING):
        return False
    return one[2] == other[2] or not one[2] or not other[2]


def _page(url: str) -> _Page | None:
    """Host, path and query of an address, without what differs between addresses of one page."""
    try:
        parts = urlsplit(url)
        host = NO_PART_OF_IT.sub("", parts.hostname or "")
    except ValueError:
        return None
    with suppress(UnicodeError):
        host = host.encode("idna").decode()  # a name in letters of its own has another in plain ones
    query = [pair for pair in parse_qsl(parts.query) if not TRACKERS.match(f"?{pair[0]}=")]
    query = [pair for pair in query if pair[0].casefold() not in OF_FORM]
    return host, ENDING.sub("", unquote(parts.path).casefold()), tuple(sorted(query))


CHECK = Check(CODE, Severity.WARNING, "An archived copy is one of the page beside which it stands.", run)
