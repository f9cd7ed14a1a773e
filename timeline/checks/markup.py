"""HTML in texts: they are Markdown, and a tag in them is shown to readers as the letters it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE = "html-in-text"
_TAGS = (
    "a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|q|s|script|small|span|strong|"
    "style|sub|sup|table|tbody|td|th|tr|u|ul|video"
)
TAG = re.compile(rf"</?(?:{_TAGS})\b(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE)
IN_CODE = re.compile(
    r"(?<![\\`])(`+)(?!`)[\s\S]+?(?<!`)\1(?!`)|^(?: {4}|\t)[^\n]*$|^(```|~~~)[\s\S]*?^\2", re.MULTILINE
)
HINTS = {"b": "**bold**", "strong": "**bold**", "i": "*italic*", "em": "*italic*", "a": "[words](address)"}
_PLAIN = {"title", "name"}
_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds the first tag of each text; those in code are meant to be seen."""
    for wording in timeline.doubtful:
        if "<" not in wording.value:
            continue
        found = TAG.search(IN_CODE.sub("", wording.value))
        if not found:
            continue
        name = _NAME.match(found[0])
        meant = HINTS.get(name[1].lower(), "") if name else ""
        message = f"'{found[0][:40]}' is HTML, which is not obeyed here but shown as it stands"
        hint = f"write Markdown: {meant}" if meant else "write Markdown, or take it out"
        if wording.key in _PLAIN:
            hint = f"take it out: a {wording.key} has no markup"
        problem = Problem(CODE, Severity.NOTE, wording.find(found[0]), message, hint)
        yield Finding(problem, wording.about)


CHECK = Check(CODE, Severity.NOTE, "Texts are written in Markdown, not in HTML.", run)
