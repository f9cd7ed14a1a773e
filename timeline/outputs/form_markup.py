"""What the form for a new event tells of markup: brackets that make no link, footnotes, tags of HTML.

The rules are data, as in `form_patterns`; those of what other programs add stand in `form_foreign`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks import brackets, markup, split_links, tags
from timeline.outputs.form_patterns import Pattern, browser_pattern, texts_of_form


def markup_patterns() -> Iterator[Pattern]:
    """All of them."""
    yield from _of_tags()
    yield from _of_brackets()


def _of_brackets() -> Iterator[Pattern]:
    """Links of which the halves stand apart, and tags that are several."""
    without = markup.IN_CODE.pattern
    for name, pattern in (("link-apart", split_links.APART), ("link-turned", split_links.TURNED)):
        shape = browser_pattern(pattern.pattern).replace("/", r"\/")
        yield Pattern(name, split_links.CODE, texts_of_form(), shape, "iu", without=without)
    prose = tuple(key for key in texts_of_form() if key in brackets.KEYS)
    for name, pattern in (("link-of-wiki", brackets.WIKI), ("link-to-nowhere", brackets.NOWHERE)):
        shape = browser_pattern(pattern.pattern)
        yield Pattern(name, brackets.CODE, prose, shape, "u", without=without)
    yield from _of_halves(prose, without)
    yield Pattern(
        "footnote-left", brackets.CODE, ("quote",), f"(?<mark>{browser_pattern(brackets.LEFT.pattern)})"
    )
    yield Pattern("tag-with-comma", tags.CODE, ("tags",), tags.COMMA.pattern)


def _of_halves(keys: tuple[str, ...], without: str) -> Iterator[Pattern]:
    """Footnotes and links by a name of which the other half is missing, where nothing is told of first."""
    others = "|".join(browser_pattern(pattern.pattern) for pattern in (brackets.WIKI, brackets.NOWHERE))
    first = f"(?<![^])(?![^]*(?:{others}))[^]*?"

    def nowhere(beginning: str) -> str:
        """A name that no line of the text begins with, in its brackets and with a colon behind."""
        line = rf"^ {{0,3}}\[{beginning}\k<name>\]:"
        return rf"(?<!{line}[^]*)(?![^]*{line})"

    whole = first + browser_pattern(brackets.FOOTNOTE.pattern) + nowhere(r"\^")
    yield Pattern("footnote-without-note", brackets.CODE, keys, whole, "imu", without=without)
    added = "|".join(sorted(brackets.ADDED))
    put_in = rf"(?:(?:{added}|\p{{Nd}}+|[^\p{{L}}\p{{N}}\[\]]*)\])"
    named = browser_pattern(brackets.NAMED.pattern).replace(r"\w", r"\p{L}\p{N}_")
    opens = named.index(r"\[(?<words>")
    named = rf"{named[:opens]}\[(?!{put_in}){named[opens + 2 :]}"
    by_name = named.replace(r"\[(?<name>", rf"\[(?!{put_in})(?<name>")
    by_words = re.sub(r"\(\?<name>[^)]*\)", "", named).replace("<words>", "<name>")
    for pattern in (by_name, by_words):
        whole = f"{first}{pattern}{nowhere('')}"
        yield Pattern("link-without-address", brackets.CODE, keys, whole, "imu", without=without)


def _of_tags() -> Iterator[Pattern]:
    """Tags of HTML: the first of a text, by what to write in its place."""
    hints: dict[str, list[str]] = {}
    for name, hint in markup.HINTS.items():
        hints.setdefault(hint, []).append(name)
    tag = browser_pattern(markup.TAG.pattern).replace("/", r"\/")
    first = rf"^(?:(?!{tag})[^])*"
    shown = rf"(?<tag><!--|(?={tag})(?:[^>]{{0,39}}>|[^>]{{40}}))"
    without = markup.IN_CODE.pattern
    rest, title = texts_of_form("title"), "html-in-title"

    def rule(message: str, keys: tuple[str, ...], begins: str) -> Pattern:
        return Pattern(message, markup.CODE, keys, f"{first}{begins}{shown}", "iu", without=without)

    yield rule(title, ("title",), "")
    for hint, names in hints.items():
        yield rule(f"html-for-{hint}", rest, rf"(?=<\/?(?:{'|'.join(names)})(?![\p{{L}}\p{{N}}_]))")
    others = "|".join(markup.HINTS)
    yield rule("html", rest, rf"(?!<\/?(?:{others})(?![\p{{L}}\p{{N}}_]))")
