"""Words that stand where a fact should: what is not known is left out, and what is unfinished waits."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Timeline
from timeline.problems import Problem, Severity
from timeline.reading.examples import TO_REPLACE

CODE = "placeholder"
LONGEST = 24
"""Longer texts are no fillers."""
FILLERS = frozenset({
    "", "asdf", "fixme", "lorem ipsum", "n/a", "na", "nil", "none", "not known",
    "not stated", "null", "placeholder", "tba", "tbc", "tbd",
    "to be done", "todo", "unknown", "xx", "xxx", "desconocido", "inconnu", "unbekannt",
    "неизвестно", "غير معروف", "不明",
})  # fmt: skip
UNFINISHED = re.compile(r"\b(?:TODO|FIXME)\b|\b[Ll]orem ipsum\b")
ANSWERS = frozenset({"yes", "no", "true", "false", "y", "n"})
"""What answers a question that a key seems to ask, as in 'confirmed_by: yes'; no name is one of them."""
NAMED = frozenset({"by", "confirmed_by", "publisher", "origin", "byline", "credit", "licence", "alt"})
"""The keys under which such a name stands. A title may be a word, there is a village called Y,
and votes are counted under 'what'."""
MARKS = " \t\n-–—_*.:…()[]<>!?/\\'\""
"""What may stand around a filler."""
# Words that may well be the whole of these: a tag 'test', an actor 'none of the above' is not ours to judge.
FREE = frozenset({"tags", "kind", "unit", "country"})


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds texts that are no more than a filler, or that say that something is still to be written."""
    for wording in timeline.doubtful:
        value = wording.value
        if len(value) < LONGEST and wording.key not in FREE and _bare(value) in FILLERS:
            message = f"'{value}' stands here in place of something"
            hint = "write what the source gives; what is not known is left out, key and all"
            yield Finding(Problem(CODE, Severity.WARNING, wording.span(), message, hint), wording.about)
        elif value in TO_REPLACE:
            message = "this tells what to write here, and stands there still"
            problem = Problem(CODE, Severity.WARNING, wording.span(), message, "write that in its place")
            yield Finding(problem, wording.about)
        elif len(value) < LONGEST and wording.key in NAMED and _bare(value) in ANSWERS:
            message = f"'{value}' stands here in place of a name"
            hint = "write who or what it is; what is not known is left out, key and all"
            yield Finding(Problem(CODE, Severity.WARNING, wording.span(), message, hint), wording.about)
        elif ("TODO" in value or "FIXME" in value or "orem ipsum" in value) and (
            found := UNFINISHED.search(value)
        ):
            message, hint = f"'{found[0]}' says that this is not finished", "finish it, or take it out"
            problem = Problem(CODE, Severity.WARNING, wording.find(found[0]), message, hint)
            yield Finding(problem, wording.about)


@functools.lru_cache(maxsize=4096)
def _bare(value: str) -> str:
    """A text without the marks around it; empty where it is nothing but marks."""
    return value.casefold().strip(MARKS)


CHECK = Check(CODE, Severity.WARNING, "A text says something; what is not known is left out.", run)
