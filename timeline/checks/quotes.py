"""Quotation marks around a name.

Those of a word processor are a part of the value, for YAML knows the straight ones alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE = "quotes-around-name"
KEYS = frozenset({
    "by", "byline", "confirmed_by", "credit", "dateline", "licence", "name", "origin", "publisher", "tags",
    "unit", "what",
})  # fmt: skip
"""The keys of names; a title may be what somebody said, with the marks that belong to it."""
OWN_NAMES = frozenset({"by", "byline", "credit", "name", "origin", "publisher"})
"""Those of people and bodies. Lithuanian, Latvian, Polish, Romanian and others put „…“ or „…” around what a
company or a newspaper is called."""
_MARKS = '\u201c\u201d\u201e\u2018\u201a\u00ab\u00bb\u2039\u203a"'
_NO_QUOTATION = (
    "\u2018[^\u2018\u2019]*\u2018$|"  # no pair
    "[\u2018\u2019'].*(?:[Aa]bd |[Aa]bu |[Ii]bn |[Bb]int? |[AaEeUu][a-z]{1,2}-)|"
    "[^A-Za-z\u00c0-\u024f]*$"
)
"""The signs for two letters of Arabic look like marks; and Russian, Arabic, Bulgarian and others put marks
around the names of newspapers and organisations wherever they stand."""
QUOTED = re.compile(
    rf"(?!{_NO_QUOTATION})"
    rf"[{_MARKS}\u2019']\s?(?P<bare>[^\s{_MARKS}](?:[^{_MARKS}]*[^\s{_MARKS}])?)\s?[{_MARKS}\u2019']"
)
"""A text within quotation marks of any kind, with none inside."""
NO_NAME_OF_A_BODY = "(?!\u201e)"


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds names and tags that stand between quotation marks as a whole."""
    for wording in timeline.doubtful:
        value = wording.value
        if wording.key in KEYS and (found := QUOTED.fullmatch(value)):
            if wording.key in OWN_NAMES and not re.match(NO_NAME_OF_A_BODY, value):
                continue
            message = f"the quotation marks are a part of {value} here"
            hint = f"write {found['bare']}"
            yield Finding(Problem(CODE, Severity.WARNING, wording.span(), message, hint), wording.about)


CHECK = Check(CODE, Severity.WARNING, "A name or a tag stands without quotation marks.", run)
