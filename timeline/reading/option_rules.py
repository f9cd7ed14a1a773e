"""What each option of the plugin may be: one rule for each, which tells why a value is none of that kind.

MkDocs tries types alone, and speaks of Python's where one does not fit. What is said here is said to whoever
sets up a site, who may never have written a program.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import NamedTuple

from timeline.dates import DateError, Zone
from timeline.languages import UnknownLanguage, load_language
from timeline.problems import Severity
from timeline.reading.limits import Limits

FEED_ID = re.compile(r"tag:[A-Za-z0-9._@-]+,\d{4}(-\d{2}(-\d{2})?)?(:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?")
"""A ``tag:`` URI (RFC 4151)."""
LEVELS: Mapping[str, Severity | None] = {**{severity.word: severity for severity in Severity}, "off": None}
"""The levels that a code can have, by their words."""
LIMITS = tuple(field.name for field in fields(Limits))
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_BOX = r"[^\s@/:,;]+@[^\s@/:.,;]+(?:\.[^\s@/:.,;]+)+"
_MAIL = re.compile(rf"(?:mailto:)?{_BOX}(?:, *{_BOX})*")
"""Mailboxes (RFC 6068 has several of them with commas between)."""
_OTHER_WAY = re.compile(r"tel:\S+|(?!www\.)(?:\S*/)?[#.\w-]*[/#]\S*", re.IGNORECASE)
"""A telephone, or a page of the site itself."""
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_TRUTHS = frozenset({"true", "false", "yes", "no", "on", "off"})


class Wrong(NamedTuple):
    """Why a value is not what an option may be, and what to write."""

    message: str
    hint: str


Rule = Callable[[str], Wrong | None]
"""Tries the text of a value; None where it is fine."""


def nearest(word: str, known: Iterable[str], say: str) -> str:
    """A hint with the word that was most likely meant; with all of them where none is near."""
    among = sorted(known)
    near = difflib.get_close_matches(word.lower(), among, n=1) or [
        k for k in among if word and k.startswith(word)
    ]
    return f"did you mean '{near[0]}'?" if near else f"{say} {', '.join(among)}"


def timezone(value: str) -> Wrong | None:
    """A time zone that there is."""
    try:
        Zone.parse(value)
    except DateError as error:
        return Wrong(error.message, error.hint)
    return None


def language(value: str) -> Wrong | None:
    """A language that the interface speaks."""
    try:
        load_language(value)
    except UnknownLanguage as error:
        message, _, there = str(error).partition(": ")
        spoken = there.removesuffix(" are there")
        return Wrong(message, f"write one of {spoken}" if spoken else "write its code, as in en or ar")
    return None


def material(value: str) -> Wrong | None:
    """The theme that ours stands in front of."""
    if value == "material":
        return None
    return Wrong(
        f"the timeline plugin does not know the theme '{value}'", "write 'name: material' below 'theme:'"
    )


def contact(value: str) -> Wrong | None:
    """An address to which readers can write, or of a page where they can."""
    if not value or any(kind.fullmatch(value) for kind in (_MAIL, _WEB, _OTHER_WAY)):
        return None
    hint = "write one, as in corrections@example.org, or the address of a page, as in https://example.org/contact"
    return _no_address(value, "is neither a mail address nor the address of a page", hint)


def address(value: str) -> Wrong | None:
    """An address of the web, or of a page of this site."""
    if not re.search(r"\s", value) and not value.lower().startswith("www."):
        return None
    return _no_address(value, "is no address", "write it whole, as in https://example.org/terms")


def whole_address(value: str) -> Wrong | None:
    """A whole address of the web."""
    if not value or _WEB.fullmatch(value):
        return None
    return _no_address(value, "is not a whole address", "write it whole, as in https://example.org/news/")


def _no_address(value: str, what: str, hint: str) -> Wrong:
    """What to say of no address; of a host alone, that it lacks its beginning."""
    return Wrong(f"'{value}' {what}", f"write https://{value}" if _HOST.fullmatch(value) else hint)


def with_field(name: str) -> Rule:
    """An address with a field in it."""

    def rule(value: str) -> Wrong | None:
        if f"{{{name}}}" in value:
            return None
        return Wrong(f"there is no {{{name}}} in this address", f"write {{{name}}} where the {name} belongs")

    return rule


def feed_id(value: str) -> Wrong | None:
    """A name for the feeds that never changes."""
    if not value or FEED_ID.fullmatch(value):
        return None
    hint = "write tag:, a host of yours, and a year in which it was yours, as in tag:example.org,2020"
    return Wrong(f"'{value}' is no id of a feed", hint)


def truth(value: str) -> Wrong | None:
    """True or false."""
    return (
        None
        if value.lower() in _TRUTHS
        else Wrong(f"'{value}' is neither true nor false", "write true or false")
    )


def count(value: str) -> Wrong | None:
    """A whole number above nought."""
    return _whole_number(value, 1)


def count_or_none(value: str) -> Wrong | None:
    """A whole number; nought, where it is for nothing."""
    return _whole_number(value, 0)


def _whole_number(value: str, least: int) -> Wrong | None:
    bare = value.replace("_", "")
    if re.fullmatch(r"\+?[0-9]{1,18}", bare) and int(bare) >= least:
        return None
    digits = re.sub(r"[ ,.'’]", "", value)
    meant = re.fullmatch(r"[0-9]{1,18}", digits) and int(digits) >= least
    hint = f"write {digits}" if meant else "write its digits alone, as in 50000000"
    return Wrong(f"'{value:.40}' is not a whole number of {least} or more", hint)


def level(value: str) -> Wrong | None:
    """One of the levels."""
    if value in {
        *LEVELS,
        "false",
        "False",
        "FALSE",
        "no",
        "No",
        "NO",
        "Off",
        "OFF",
    }:  # YAML reads `off` as false
        return None
    return Wrong(f"'{value}' is no level", nearest(value, LEVELS, "write one of"))


def anything(value: str) -> Wrong | None:
    """Any text."""
    del value
    return None


OPTIONS: Mapping[str, Rule] = {
    "timezone": timezone,
    "contact": contact,
    "licence": anything,
    "licence_url": address,
    "whole_up_to": count_or_none,
    "vocabulary": anything,
    "feed_id": feed_id,
    "branch": anything,
    "edit_url": with_field("path"),
    "view_url": with_field("path"),
    "new_url": with_field("name"),
    "correction_url": anything,
    "cache": truth,
    "levels": anything,
    "limits": anything,
}
"""Every option of the plugin, with what it may be; of the two that are mappings, see the reader."""
