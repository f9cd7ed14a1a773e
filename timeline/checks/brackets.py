"""Brackets that were to be a link or a footnote, and are printed as they stand.

Wikis, note-taking programs and word processors have notations of their own; Markdown has none of these, and a
link or a footnote whose other half is missing is no mistake to it either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.checks.markup import IN_CODE
from timeline.merging import RECORDS, Timeline
from timeline.problems import Problem, Severity

CODE = "lost-brackets"
_UPPER = "A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f"
_REMARKS = (
    "Applause|Crosstalk|Ed|Editor|Emphasis|Expletive|Inaudible|Laughter|Laughs|Music|Pause|Redacted|Silence|Sic|"
    "Translat(?:ed|ion)|Unclear|Unintelligible"
)
_JOINING = "and|at|by|de|elect|in|la|of|off|old|on|the|to|up"
"""Words within words with hyphens, as in commander-in-chief, and hardly ever within ids."""
_STYLES = "Mr|Mrs|Ms|Mx|Dr|Prof|Sir|Dame|Lord|Lady|Judge|Justice"
WIKI = re.compile(
    r"(?<!\\)(?:!\[\[|\[\[(?=[^\[\]\n]{0,400}[|#]|[^\s\[\]]{1,400}[:_][^\s\[\]]{1,400}\]\]|"
    rf"[^\[\]\n]{{1,400}}\.[a-z0-9]{{2,4}}\]\]|"
    rf"(?![a-z0-9-]*-(?:{_JOINING})[\]-])[a-z0-9]{{1,80}}(?:-[a-z0-9]{{1,80}}){{2,20}}\]\]|"
    rf"(?!(?:{_REMARKS}|{_STYLES})\b|[0-9]{{1,3}}-[a-z]{{1,9}}-old\b)[{_UPPER}0-9]))"
    r"[^\[\]\n]{1,400}\]\](?![(\[])"
)
"""What wikis link with: a name, an id, a file, or a page with other words behind a stroke. Plain words in
small letters are what somebody has put into a text, as in ``[[the minister]]``, and so is a name with a title
before it. A word with one hyphen may be either: see `_RECORD`."""
_RECORD = re.compile(r"(?<!\\)\[\[(?P<id>[a-z0-9]+-[a-z0-9]+)\]\](?![(\[])")
NOWHERE = re.compile(r"(?<!\\)!?(?<!\\)\[[^\[\]\n]{1,200}\]\([ ]?(?:<>)?[ ]?\)")
FOOTNOTE = re.compile(r"(?<!\\)\[\^(?P<name>[^\[\]\s]{1,200})\](?!:)")
NAMED = re.compile(
    r"(?<![\\\w])\[(?P<words>[^\[\]\n]{1,200})(?<!\\)\]"
    r"\[(?P<name>[^\[\]\n^]{0,200})\](?![(\[])"
)
ADDED = frozenset({
    "applause", "crosstalk", "emphasis added", "expletive deleted", "inaudible", "laughter", "no", "redacted",
    "sic", "yes",
})  # fmt: skip
"""What editors put into somebody's words, in brackets of which two may meet."""
_DEFINED = re.compile(r"^ {0,3}\[(\^?[^\[\]\n]{1,200})\]:", re.MULTILINE)
_MARK = re.compile(r"\[[\[^]|\](?:\[|\([) <])")
"""What all of them have one of; of ten thousand texts, hardly one has."""
LEFT = re.compile(
    r"(?<=[^\s\[\](\\0-9])(?<!\b[A-Za-z])(?:\[(?:[0-9]{1,3}|note [0-9]{1,3}|citation needed)\])+"
)
"""Marks of footnotes that were copied with the words before them, as from an encyclopedia.
Behind a digit it may be another one that an editor has put in, as in ``200[4]``, and behind a lone letter a
place in a list, as in ``a[1]``."""
_QUOTATION = "quote"
KEYS = frozenset({"summary", "body", "says", "note", "caption", "reason"})
"""The keys that hold an editor's own Markdown; a quotation stands as it was, with all its marks."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds the first such brackets of each text; those in code are meant to be seen."""
    for wording in timeline.doubtful:
        value = wording.value
        if wording.key == _QUOTATION and (left := LEFT.search(value)):
            message, hint = (
                f"'{left[0]}' marks a footnote of the source",
                "take it out: it is no part of the words",
            )
            yield Finding(
                Problem(CODE, Severity.WARNING, wording.find(left[0]), message, hint), wording.about
            )
        if wording.key not in KEYS or "]" not in value or not _MARK.search(value):
            continue
        bare = IN_CODE.sub("", value)
        if told := _lost(bare, timeline):
            found, message, hint = told
            problem = Problem(CODE, Severity.WARNING, wording.find(found), message, hint)
            yield Finding(problem, wording.about)
        elif _RECORD.search(bare):
            yield Finding(None, wording.about)


def _lost(text: str, timeline: Timeline) -> tuple[str, str, str] | None:
    """What stands in a text and is lost, what to say of it, and what to do."""
    found = WIKI.search(text) or next(
        (own for own in _RECORD.finditer(text) if _is_id(own["id"], timeline)), None
    )
    if found:
        hint = "write [words](address), as in [the flood](event:its-id), and ![words](path) for a picture"
        return found[0], "double brackets make no link here", hint
    if found := NOWHERE.search(text):
        return (
            found[0],
            "this link has no address",
            "write it between the round brackets, or take all brackets out",
        )
    defined = {name.casefold() for name in _DEFINED.findall(text)}
    for found in FOOTNOTE.finditer(text):
        if f"^{found['name']}".casefold() not in defined:
            return (
                found[0],
                f"there is no footnote '{found['name']}'",
                _add_line(f"^{found['name']}", "the note"),
            )
    for found in NAMED.finditer(text):
        words, name = found["words"], found["name"] or found["words"]
        if name.casefold() not in defined and not (_is_added(words) or _is_added(name)):
            return found[0], f"no address is given for '{name}'", _add_line(name, "https://example.org/page")
    return None


def _is_added(words: str) -> bool:
    """Whether brackets hold what an editor has put in: a mark of what is left out, a word, a number."""
    return words.casefold() in ADDED or words.isdecimal() or not any(map(str.isalnum, words))


def _is_id(word: str, timeline: Timeline) -> bool:
    """Whether a word in brackets is the id of a record that a text can link to."""
    return any(timeline.has(kind, word) for kind in RECORDS)


def _add_line(name: str, what: str) -> str:
    return f"add a line '[{name}]: {what}' below the text, or take the brackets out"


CHECK = Check(CODE, Severity.WARNING, "Brackets of a link or a footnote have what belongs to them.", run)
