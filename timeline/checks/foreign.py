"""What other programs add to Markdown, and is printed here as it stands.

Whoever comes from MkDocs, a wiki or a forum writes it without a thought; nobody else can make sense of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.brackets import KEYS
from timeline.checks.check import Check, Finding
from timeline.checks.markup import IN_CODE
from timeline.merging import Timeline
from timeline.problems import Problem, Severity

CODE = "foreign-markup"
_MARK = re.compile(r"\{[:{%]|==|~~|\[[ xX]\]|!!!|\?\?\?|:::")
"""What all of them have one of: ten thousand texts are looked through at once for all."""
_KINDS = (
    "abstract|attention|bug|caution|check|cite|danger|details|done|error|example|fail|failure|faq|help|hint|"
    "important|info|missing|note|question|quote|seealso|success|summary|tip|tldr|todo|warning"
)
"""What boxes begin with; people begin with marks, too, when they shout."""
FORMS = (
    (
        re.compile(
            rf"^(?:(?:!!!|\?\?\?\+?) (?:{_KINDS})(?: inline)?(?: end)?(?: \"[^\"\n]*\")?|"
            rf":::[ ]?(?:{_KINDS})\b[^\n]*)[ ]*$",
            re.MULTILINE,
        ),
        "write a quotation: '> ' in front of each line",
    ),
    (re.compile(r"\{:[ ]*[.#][a-z][^{}\n]{0,80}\}"), "take it out: pages have no classes of their own"),
    (
        re.compile(r"\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}"),
        "write the words themselves: there are no templates",
    ),
    (re.compile(r"^[ ]*[-*+] \[[ xX]\] ", re.MULTILINE), "write '- ' alone: lists have no boxes to tick"),
    (re.compile(r"(?<![\w=])==(?=\S)[^=\n]{1,80}(?<=\S)==(?![\w=])"), "write *italic* or **bold**"),
    (re.compile(r"~~(?=\S)[^~\n]{1,80}(?<=\S)~~"), "take the words out, or note it under 'corrections'"),
)  # fmt: skip
LONGEST_SHOWN = 40


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds the first such mark of each text; those in code are meant to be seen."""
    for wording in timeline.doubtful:
        value = wording.value
        if wording.key not in KEYS or not _MARK.search(value):
            continue
        bare = IN_CODE.sub("", value)
        for pattern, hint in FORMS:
            if found := pattern.search(bare):
                written = found[0].strip()
                shown = written if len(written) <= LONGEST_SHOWN else f"{written[:LONGEST_SHOWN]}…"
                message = f"'{shown}' is no Markdown here, and is shown as it stands"
                yield Finding(
                    Problem(CODE, Severity.NOTE, wording.find(written), message, hint), wording.about
                )
                break


CHECK = Check(CODE, Severity.NOTE, "A text has no markup that other programs add to Markdown.", run)
