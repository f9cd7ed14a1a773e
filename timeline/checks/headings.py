"""Links to headings that are not there: the page opens, and the reader stands at its top and looks around."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from html import unescape

from timeline.checks.check import Check, Finding
from timeline.merging import Mention, Timeline, section, sections_of
from timeline.problems import Problem, Severity

CODE = "unknown-heading"
_MOST_LISTED = 8
_GUESSED = 200
"""For how many wrong links the right one is looked for, as with pages."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds links with a '#' that leads to no heading of the page, or of the text that they stand in."""
    told = 0
    for mention in timeline.mentions:
        target = mention.link.target.strip()
        file, _, anchor = unescape(target).partition("#")
        if not anchor or mention.link.is_image:
            continue
        if mention.kind == "heading":
            text, where = mention.text.text, "in this text"
        elif mention.kind == "page" and mention.id in timeline.content.pages:
            text, where = (
                timeline.content.pages[mention.id].record.body,
                f"on the page 'content/{mention.id}'",
            )
        else:
            continue
        known = sections_of(text)
        if section(anchor) not in known:
            told += 1
            hint = _hint(file, anchor, known) if told <= _GUESSED else "write the words of a heading"
            yield _told(mention, f"there is no heading '{anchor}' {where}", hint)


def _told(mention: Mention, message: str, hint: str) -> Finding:
    return Finding(Problem(CODE, Severity.WARNING, mention.span, message, hint))


def _hint(file: str, anchor: str, known: Mapping[str, str]) -> str:
    """The link that was probably meant, or the headings that there are."""
    links = {_link(name): words for name, words in known.items() if words}
    called = {words.casefold(): link for link, words in links.items()}
    slug = _link(section(anchor))
    near = difflib.get_close_matches(slug, links, n=1) or [link for link in links if link.startswith(slug)]
    if not near and (alike := difflib.get_close_matches(anchor.casefold(), called, n=1)):
        near = [called[alike[0]]]
    if near:
        return f"did you mean {file}#{near[0]}?"
    first = [f"#{link}" for link in dict(zip(links.values(), links, strict=True)).values()]
    if not first:
        return "it has none: leave out the '#' and what follows" if file else "it has none: take the link out"
    more = f" and {len(first) - _MOST_LISTED} more" if len(first) > _MOST_LISTED else ""
    return f"those that it has are {', '.join(first[:_MOST_LISTED])}{more}"


def _link(name: str) -> str:
    return name.removeprefix(section("")[: -len("part")])


CHECK = Check(CODE, Severity.WARNING, "A link to a heading of a page leads to one.", run, silenceable=False)
