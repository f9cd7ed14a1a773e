"""Addresses of the web that are whole, and still not what a reader should be sent to."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Address, Role, Timeline
from timeline.problems import Problem, Severity, Span
from timeline.records import Source

CODE_PRIVATE = "private-address"
CODE_TRACKING = "tracking-address"
CODE_ARCHIVE = "archive-mixed-up"
CODE_WORDS = "address-as-words"
CODE_CUT = "cut-address"
KEPT = "local|localhost|internal|intranet|lan|home|test"  # RFC 6761, RFC 6762, and what routers use
_PRIVATE = re.compile(
    rf"https?://(?:\[|[0-9.]+(?:[:/?#]|$)|[^./:?#]+(?:[:/?#]|$)|[^/:?#]+\.(?:{KEPT})(?:[:/?#]|$))",
    re.IGNORECASE,
)
AS_WORDS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_WORDS = ("title", "publisher", "origin", "byline")
CUT = re.compile("^(?!.*/(?:wiki|compare)/).*(?:\u2026|\\.{3}|%E2%80%A6)$", re.IGNORECASE)
"""An address that ends in an ellipsis; but titles in wikis do, and comparisons of versions."""
_ELLIPSES = ("\u2026", "...", "%e2%80%a6")
TRACKERS = re.compile(r"[?&](utm_[a-z]+|fbclid|gclid|mc_[ce]id|igshid|yclid|msclkid)", re.IGNORECASE)
ARCHIVED = re.compile(
    r"https?://(?:[^/]*\.)?(?:web\.archive\.org/web|archive\.(?:today|is|ph|li|vn|fo|md)|perma\.cc|archive\.org/web)/",
    re.IGNORECASE,
)


def private(timeline: Timeline) -> Iterator[Finding]:
    """Finds addresses that only somebody's own network knows."""
    for address in timeline.addresses:
        if not _PRIVATE.match(address.url) or not (host := address.host) or not _is_private(host):
            continue
        message = "this address leads into somebody's own network, where no reader can follow"
        hint = "write the address under which the work is published, or leave it out"
        yield Finding(Problem(CODE_PRIVATE, Severity.WARNING, address.span, message, hint), address.about)


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return True  # a name without a dot, or with one of those endings


def tracking(timeline: Timeline) -> Iterator[Finding]:
    """Finds addresses that tell a company where the reader came from; a copy has its original's in it."""
    for address in timeline.addresses:
        if "?" not in address.url or ARCHIVED.match(address.url):
            continue
        if found := TRACKERS.search(address.url):
            message = f"'{found[1]}' in this address serves advertisers, and changes with every copy"
            hint = "take it out, up to the next '&' or the end"
            problem = Problem(CODE_TRACKING, Severity.NOTE, address.span, message, hint)
            yield Finding(problem, address.about)


def archives(timeline: Timeline) -> Iterator[Finding]:
    """Finds copies and originals in one another's place."""
    for address in timeline.addresses:
        if address.role is Role.ARCHIVE:
            if address.url == address.beside:
                message = "'archived' is the same address as 'url', and so no copy"
                hint = "write the address of the copy, or leave 'archived' out"
                yield _mixed_up(address, message, hint)
        elif (
            address.is_cited
            and ("archive" in address.url or "perma" in address.url)
            and ARCHIVED.match(address.url)
        ):
            message = "this is the address of an archived copy"
            hint = "write it under 'archived', and under 'url' the address of the work itself"
            yield _mixed_up(address, message, hint)


def cut(timeline: Timeline) -> Iterator[Finding]:
    """Finds addresses that somebody has copied from where they are shown shortened."""
    for address in timeline.addresses:
        if address.url.lower().endswith(_ELLIPSES) and CUT.search(address.url):
            message = "this address ends in an ellipsis: it was copied from where it is shown shortened"
            hint = "open the page, and copy the address from there"
            yield Finding(Problem(CODE_CUT, Severity.WARNING, address.span, message, hint), address.about)


def as_words(timeline: Timeline) -> Iterator[Finding]:
    """Finds addresses where a title or a name should stand."""
    for entry in timeline.events.values():
        if AS_WORDS.fullmatch(entry.title):
            yield Finding(_no_words("title", entry.span("title")), (entry,))
        for number, source in enumerate(entry.record.sources):
            if isinstance(source, Source):
                for key in _WORDS:
                    if AS_WORDS.fullmatch(getattr(source, key) or ""):
                        yield Finding(_no_words(key, entry.span("sources", number, key)), (entry,))
    for article in timeline.content.articles:
        for key in _WORDS:
            if AS_WORDS.fullmatch(getattr(article.record, key) or ""):
                yield Finding(_no_words(key, article.places.of(key)), (article,))


def _no_words(key: str, span: Span) -> Problem:
    message = f"this is an address, and no {'title' if key == 'title' else 'name'}"
    hint = "write it under 'url', and here what the page itself gives in words"
    return Problem(CODE_WORDS, Severity.WARNING, span, message, hint)


def _mixed_up(address: Address, message: str, hint: str) -> Finding:
    return Finding(Problem(CODE_ARCHIVE, Severity.NOTE, address.span, message, hint), address.about)


PRIVATE = Check(CODE_PRIVATE, Severity.WARNING, "An address leads where every reader can follow.", private)
TRACKING = Check(CODE_TRACKING, Severity.NOTE, "An address carries nothing that tracks readers.", tracking)
ARCHIVES = Check(
    CODE_ARCHIVE, Severity.NOTE, "The original stands under url, its copy under archived.", archives
)
CUT_SHORT = Check(CODE_CUT, Severity.WARNING, "An address is whole to its end.", cut)
WORDS = Check(
    CODE_WORDS, Severity.WARNING, "A title or a name is words; addresses stand under url.", as_words
)
