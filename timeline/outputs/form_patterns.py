"""What the form for a new event tells by patterns: the program's own, as a browser reads them.

A rule here is data, so that one more costs the script nothing. It looks at one text; where it needs another
value beside it, the two are one text with a NUL between them, and the pattern looks back.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from timeline.checks import (
    addresses,
    alphabets,
    counts,
    placeholders,
    quotes,
    summaries,
    titles,
)
from timeline.pages.form_fields import RECORDS, types_of
from timeline.reading.examples import TO_REPLACE
from timeline.records import numbers
from timeline.records.addresses import DOI, INSIDE, LONGEST_URL, MISTYPED, SEVERAL, WITH_BLANK, WRAPPED
from timeline.records.language_tags import LONGEST_LANGUAGE
from timeline.records.look_alikes import ALPHABETS, LATIN_FOR, name_of
from timeline.records.scalars import LONGEST_NUMBER

_MONTHS = range(1, 13)
_CLASSES = {
    r"\b": r"(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))",
    r"\d": r"\p{Nd}",
}
# Networks that are nobody else's: ipaddress's, as the beginnings of the addresses in them.
_OWN_NETWORKS = (
    r"(?:0|10|127|24\d|25[0-5])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|"
    r"172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|192\.0\.[02]\.|198\.1[89]\.|198\.51\.100\.|203\.0\.113\."
)
_OWN_NETWORKS_6 = r"\[(?:::|f[cde]|2001:0*db8:)"
_TITLE = ("title",)
_ADDRESS = ("url", "archived")
_LINKED = (*_ADDRESS, "address")  # and what texts link to


class Pattern(NamedTuple):
    """One rule. The first that tells of an error speaks alone.

    Attributes:
        message: What to say, by its name among the form's messages; the pattern's groups fill it in.
        code: The code of the check.
        keys: The keys whose values are looked at.
        pattern: The pattern, as a browser reads it.
        flags: Its flags.
        beside: The key beside it whose value is looked at, too, behind a NUL; or empty.
        without: What is taken out of the text first; or empty.
        limit: The most that there may be, or the number that is meant, where the message names it.
        put: What can be written in place of all that the pattern finds, in a browser's terms, where that is
            plain; None where it is not.
    """

    message: str
    code: str
    keys: tuple[str, ...]
    pattern: str
    flags: str = "u"
    beside: str = ""
    without: str = ""
    limit: int | str = 0
    put: str | None = None


_LOCALE = Pattern(
    "language-as-locale", "bad-language", ("language",),
    r"^(?<language>[a-z]{2,3})_(?<country>[a-z\d]{2,8})$", "iu", put="$<language>-$<country>",
)  # fmt: skip
_LANGUAGE = Pattern(
    "bad-language", "bad-language", ("language",),
    rf"^(?![a-z]{{2,3}}(?:-[a-z\d]{{2,8}})*$)|^[^]{{{LONGEST_LANGUAGE + 1},}}", "iu",
)  # fmt: skip


def form_patterns(language: str) -> list[Pattern]:
    """All of them, for a site that speaks a language."""
    return [
        *_of_urls(),
        *_of_numbers(),
        _LOCALE,
        _LANGUAGE,
        *_of_summaries(),
        *_of_dates(language),
        *_of_addresses(),
        *_of_words(),
    ]


def alphabets_of_form() -> list[tuple[str, Mapping[str, str]]]:
    """The letters of each alphabet as a pattern, and what each that looks like one of them would be in it."""
    return [(letters.pattern, passing) for letters, passing in ALPHABETS.values()]


def letters_of_form() -> dict[str, str]:
    """The names of the letters and signs that the form may have to name."""
    unseen = (chr(code) for code in (0xAD, 0x115F, 0x1160, 0x180E, 0x200B, 0x200C, 0x200D, 0x3164))
    joiners = map(chr, range(0x2060, 0x2065))
    return {char: name_of(char) for char in (*LATIN_FOR, *LATIN_FOR.values(), *unseen, *joiners)}


def browser_pattern(pattern: str) -> str:
    """A pattern of Python for a browser, in which it means the same: of every alphabet, and to the letter."""
    told = re.sub(r"\\[bd]", lambda found: _CLASSES[found[0]], pattern)
    told = re.sub(r"\(\?P=(\w+)\)", r"\\k<\1>", told)
    return re.sub(r"\\([ \-#&~])", r"\1", told).replace("(?P<", "(?<")


def texts_of_form(*left_out: str) -> tuple[str, ...]:
    """The keys of everything that is written in words."""
    kinds = {"title", "line", "prose", "publisher"}
    found = {
        key
        for model in RECORDS.values()
        for key, kind in types_of(model).items()
        if kind.rstrip("*") in kinds
    }
    return tuple(sorted(found - {*left_out}))


def _of_urls() -> Iterator[Pattern]:
    """What is no address at all; that its host can be one, the script asks the browser."""

    def bad(message: str, pattern: str, put: str | None = None) -> Pattern:
        return Pattern(message, "bad-url", _ADDRESS, pattern, "iu", put=put)

    yield bad("url-too-long", rf"^[^]{{{LONGEST_URL + 1},}}$")._replace(limit=LONGEST_URL)
    yield bad("url-several", f"^{browser_pattern(SEVERAL.pattern)}")
    yield bad("url-doi", f"^{browser_pattern(DOI.pattern)}$", "https://doi.org/$<doi>")
    whole = rf"^(?!https?:\/\/(?!https?:\/\/){INSIDE}+$)"
    yield bad("url-wrapped", f"{whole}{browser_pattern(WRAPPED.pattern)}$", "$<address>")
    yield bad("url-with-blank", f"^{browser_pattern(WITH_BLANK.pattern)}$")
    yield bad("url-characters", r"""[\s<>"'`\\^{}|]""")
    port = r"(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])?"
    place = r"(?:[^\/?#]*@|(?![^\/?#]*@))(?:\[[^\]]*\]|[^:\/?#\[]*)"
    yield bad("url-shape", rf"^[a-z][a-z\d+.-]*:\/\/{place}:(?!{port}(?:[\/?#]|$))")
    host = r"(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,9}[a-z]{2,24}(?:[\/?#].*)?"
    yield bad("url-mistyped", f"^{browser_pattern(MISTYPED.pattern)}$", "http$<s>://$<rest>")
    yield bad("url-bare", rf"^(?!https?:){host}$", "https://$&")
    yield bad("url-scheme", r"^(?!https?:)")
    yield bad("url-password", r"^https?:\/\/[^\/?#]*@")
    yield bad("url-with-one-slash", rf"^(?<scheme>https?):\/?(?!\/)(?<rest>{host})$", "$<scheme>://$<rest>")
    yield bad("url-without-host", r"^https?:(?!\/\/[^\/?#:])")


def _of_numbers() -> Iterator[Pattern]:
    keys = ("value", "min", "max")
    unlike = r"^(?![+-]?\d+(?:\.\d+)?$)"
    yield Pattern(
        "number-too-long", "bad-number", keys, rf"^[^\p{{L}}]{{{LONGEST_NUMBER + 1},}}$", limit=LONGEST_NUMBER
    )
    yield Pattern("number-doubtful", "bad-number", keys, f"^{browser_pattern(numbers.DOUBTFUL.pattern)}$")
    for word, number in numbers.WORDS.items():
        yield Pattern("number-in-words", "bad-number", keys, f"^{word}$", "iu", limit=number, put=str(number))
    ways = {
        "number-as-range": numbers.RANGE, "number-about": numbers.ABOUT,
        "number-by-thousands": numbers.THOUSANDS,
        "number-with-comma": numbers.COMMA, "number-at-least": numbers.AT_LEAST,
        "number-more-than": numbers.MORE_THAN, "number-at-most": numbers.AT_MOST,
        "number-fewer-than": numbers.FEWER_THAN,
        "number-in-metres": numbers.METRES, "number-scaled": numbers.SCALED,
        "number-not-known": numbers.NOT_KNOWN,
        "number-left-in-words": numbers.NO_NUMBER,
        "number-with-unit": numbers.WITH_UNIT,
    }  # fmt: skip
    for message, pattern in ways.items():
        if pattern is numbers.THOUSANDS:
            yield _by_thousands(message, keys, unlike)
            continue
        whole = rf"{unlike}(?:{browser_pattern(pattern.pattern)})$"
        put = "$<whole>.$<part>" if pattern is numbers.COMMA else None
        yield Pattern(message, "bad-number", keys, whole, "iu", put=put)
    yield Pattern("bad-number", "bad-number", keys, unlike)
    yield Pattern("negative-count", counts.CODE, keys, r"^-(?!0*(?:\.0*)?\0).*\0$", beside="unit")


def _by_thousands(message: str, keys: tuple[str, ...], unlike: str) -> Pattern:
    """Whatever stands between the thousands of a number that is nothing else; all of it can be taken out."""
    between, three = numbers.BETWEEN_THOUSANDS, "[0-9]{3}"
    before = rf"(?={between})(?<={unlike}[0-9]{{1,3}}(?:{between}{three})*)"
    behind = rf"(?={three}(?:{between}{three})*$)"
    return Pattern(message, "bad-number", keys, f"{before}{between}{behind}", "gu", put="")


def _of_summaries() -> Iterator[Pattern]:
    longest = summaries.LONGEST
    keys = ("summary",)
    yield Pattern("long-summary", summaries.CODE_LONG, keys, rf"^[^]{{{longest + 1},}}$")
    yield Pattern("summary-in-paragraphs", summaries.CODE_LONG, keys, rf"^(?=[^]{{0,{longest}}}$)[^]*?\n\n")
    ends = "[.!… ]"
    same = rf"^([^]*?){ends}{{0,3}}\0\1{ends}*$"
    yield Pattern("summary-repeats-title", summaries.CODE_TITLE, keys, same, "iu", beside="title")


def _of_dates(language: str) -> Iterator[Pattern]:
    """Titles with the date beside them: its century, year, month and day, each looked back to.

    For what the month is called in the event's own language, which may be another, there stands a mark.
    """
    numbers = (r"(?:\1)?\2", r"0*\3", r"0*\4")
    orders = "|".join(
        rf"{one}(?<s{n}>[-./]){two}\k<s{n}>{three}"
        for n, (one, two, three) in enumerate(itertools.permutations(numbers))
    )
    date = r"^(?=[^\0]*\0(\d\d)(\d\d)-0?(\d\d?)-0?(\d\d?)(?!\d))"
    yield _date(rf"{date}[^\0]*?(?<!\d)(?<found>{orders})(?!\d)")
    for month in _MONTHS:
        words = {titles.month_names(name, month) for name in (language, "en")} - {""}
        names = rf"\b(?:{'|'.join(sorted(words))}|@{month:02d})\b"
        year, more = (
            r"(?:\.?,?\s+(?:de\s+)?\1\b)",
            r"(?!\.?,?\s+(?:de\s+)?(?:\d{4}|\d\d?(?!\d|[.,]\d{3}(?!\d))))",
        )
        ending = r"(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?"
        before = rf"(?<!\d)0?\2{ending}{names}{year}?{more}"
        after = rf"(?<!\d{ending}){names}\.?\s+(?:de\s+)?0?\2(?:st|nd|rd|th)?{titles.NO_THOUSANDS}{year}?"
        day = rf"^(?=[^\0]*\0(\d{{4}})-{month:02d}-0?(\d\d?)(?!\d))"
        yield _date(rf"{day}[^\0]*?(?<found>{before}|{after})")
        alone = rf"^(?=[^\0]*\0(\d{{4}})-{month:02d}(?!-\d))"
        yield _date(rf"{alone}[^\0]*?(?<!\d{ending})(?<found>{names}{year})")


def _date(pattern: str) -> Pattern:
    return Pattern("title-repeats-date", titles.CODE, _TITLE, browser_pattern(pattern), "iu", beside="date")


def _of_addresses() -> Iterator[Pattern]:
    end = "(?:[:/?#]|$)"
    name = rf"[^.\/:?#\[]+{end}|[^\/:?#]+\.(?:{addresses.KEPT}){end}"
    own = rf"^https?:\/\/(?:{_OWN_NETWORKS}|{_OWN_NETWORKS_6}|{name})"
    yield Pattern("private-address", addresses.CODE_PRIVATE, _LINKED, own, "iu")
    words = f"^(?:{addresses.AS_WORDS.pattern})$"
    yield Pattern("address-as-title", addresses.CODE_WORDS, _TITLE, words, "iu")
    yield Pattern("address-as-name", addresses.CODE_WORDS, ("publisher", "origin"), words, "iu")
    tracker = addresses.TRACKERS.pattern.replace("[?&](", "(?<=[?&])(?<key>", 1)
    all_of_it = rf"{tracker}(?<!^{addresses.ARCHIVED.pattern}[^]*)[^&#]*(?:&|(?![^#]))"
    yield Pattern("tracking-address", addresses.CODE_TRACKING, _LINKED, all_of_it, "giu", put="")
    yield Pattern("cut-address", addresses.CODE_CUT, _LINKED, addresses.CUT.pattern, "iu")
    copy = f"^(?:{addresses.ARCHIVED.pattern})"
    yield Pattern("copy-as-original", addresses.CODE_ARCHIVE, ("url",), copy, "iu")
    yield Pattern("original-as-copy", addresses.CODE_ARCHIVE, ("archived",), r"^(.+)\0\1$", beside="url")
    passing = "".join(LATIN_FOR)
    label = rf"(?:[^\/?#:.]*\.)*[\d-]*(?<char>[{passing}])[{passing}\d-]*\.(?:[^\/?#:.]*\.)*[\x00-\x7f]+?"
    disguised = rf"^https?:\/\/(?<host>{label})(?=[:\/?#]|$)"
    yield Pattern("disguised-host", alphabets.CODE_HOST, _LINKED, disguised, "u")


def _of_words() -> Iterator[Pattern]:
    unseen = f"(?<char>{alphabets.UNSEEN_CHARACTERS.pattern})"
    yield Pattern("unseen-character", alphabets.CODE_UNSEEN, texts_of_form(), unseen)
    marks = "".join(rf"\{char}" if char in r"\/[]()^$.*+?{}|-" else char for char in placeholders.MARKS)
    fillers = "|".join(sorted(map(browser_pattern, map(re.escape, placeholders.FILLERS)))).replace("/", r"\/")
    quoted = browser_pattern(quotes.QUOTED.pattern)
    names = {key for key in texts_of_form() if key in quotes.KEYS} | {"tags"}
    for keys, but in ((names - quotes.OWN_NAMES, ""), (names & quotes.OWN_NAMES, quotes.NO_NAME_OF_A_BODY)):
        whole, named = f"^{but}{quoted}$", tuple(sorted(keys))
        yield Pattern("quotes-around-name", quotes.CODE, named, whole, put="$<bare>")
    bare = rf"[{marks}]*(?:{fillers})[{marks}]*"
    short = rf"^(?=[^]{{0,{placeholders.LONGEST - 1}}}$)"
    filler = rf"{short}{bare}$"
    yield Pattern("filler", placeholders.CODE, texts_of_form(*placeholders.FREE), filler, "iu")
    examples = "|".join(sorted(map(browser_pattern, map(re.escape, TO_REPLACE))))
    yield Pattern("example", placeholders.CODE, texts_of_form(), f"^(?:{examples})$")
    answers = f"^[{marks}]*(?:{'|'.join(sorted(placeholders.ANSWERS))})[{marks}]*$"
    named = tuple(key for key in texts_of_form() if key in placeholders.NAMED)
    yield Pattern("answer", placeholders.CODE, named, answers, "iu")
    unfinished = browser_pattern(placeholders.UNFINISHED.pattern)
    alone = rf"(?!{short}[{marks}]*(?:TODO|FIXME|[Ll]orem ipsum)[{marks}]*$)"
    told = rf"^{alone}[^]*?(?<words>{unfinished})"
    yield Pattern("unfinished", placeholders.CODE, texts_of_form(*placeholders.FREE), told)
