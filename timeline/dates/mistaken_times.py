"""What to answer when the ``time`` key holds neither a clock nor a part of the day.

It is asked before the clock is read, and knows what people write instead: words, marks of doubt,
spans. It is apart from `mistakes` because a time is another key with other mistakes.
"""

from __future__ import annotations

import re
import unicodedata

from timeline.dates.clock import parse_clock
from timeline.dates.errors import DateError
from timeline.dates.parts import PARTS

LONGEST = 200
"""The characters a date or time may have; a set of fifteen days is within it."""

_SPAN = re.compile("([0-9]{2}:[0-9]{2}) ?(?:-|to|and) ?([0-9]{2}:[0-9]{2})")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-")


def time_error(text: str) -> DateError | None:
    """Explains what is odd about a ``time`` before it is read as a clock; None where nothing is."""
    end = len(text)
    hint = f"write hours and minutes as 19:45, or one of {', '.join(PARTS)}"
    if not text.strip():
        return DateError("the time is empty", "leave the key out", "time", 0, end)
    if len(text) > LONGEST:
        return DateError("the time is too long to be one", hint, "time", LONGEST, end)
    if text != text.strip():
        message = "spaces around the time"
        plain = as_ascii(text.strip())
        return DateError(message, f"write {plain}" if _is_time(plain) else hint, "time", 0, end)
    if _is_span(text):
        hint = "write a span in the date, as in 2020-01-04T19:45/2020-01-04T21:00"
        return DateError("a time cannot be a span", hint, "time", 0, end)
    word = re.sub(r"[\s_]+", "-", text.strip("~").lower())
    word = re.sub(r"^(?:(?:in|at|during|the|that)-)+", "", word)
    meant = WORDS.get(word)
    if meant:
        return DateError(f"'{text}' is not a part of the day here", meant, "time", 0, end)
    if not text.isascii():
        plain = as_ascii(text)
        hint = f"write {plain}" if _is_time(plain) else hint
        return DateError("the time has characters that no time has", hint, "time", 0, end)
    if word in PARTS:
        approximate = ", which is approximate as it is" if text.startswith("~") else ""
        return DateError(f"'{text}' is not a part of the day", f"write {word}{approximate}", "time", 0, end)
    return _approximate_time(text, hint)


def _is_span(text: str) -> bool:
    """Whether a text is two clock times; ``10:00-11:00`` could be one, with an offset."""
    match = _SPAN.fullmatch(as_ascii(text.strip()))
    return "/" in text or (match is not None and match[1] < match[2])


_ELSEWHERE = {
    "early-hours": "فجرا فجرًا الفجر",
    "morning": "صباحا صباحًا الصباح في-الصباح matin le-matin morgens am-morgen",
    "12:00 or ~12:00": "ظهرا ظهرًا الظهر midi mittags am-mittag mediodía",
    "afternoon": "عصرا عصرًا العصر بعد-الظهر après-midi nachmittags am-nachmittag",
    "evening": "مساء مساءا مساءً المساء في-المساء soir le-soir abends am-abend",
    "night": "ليلا ليلًا الليل في-الليل nuit la-nuit nachts",
    "00:00 of the day that begins, or night": "منتصف-الليل minuit mitternacht medianoche",
}
"""What other languages call the parts of the day, and what to write for them."""

WORDS = {
    "early-morning": "write early-hours (00 to 06) or morning (06 to 12)",
    "noon": "write 12:00 or ~12:00",
    "midday": "write 12:00 or ~12:00",
    "midnight": "write 00:00 of the day that begins, or night",
    "dawn": "write early-hours or morning",
    "dusk": "write evening",
    "overnight": "write night",
    "late-evening": "write evening",
    "early-evening": "write evening",
    "early-afternoon": "write afternoon",
    "late-afternoon": "write afternoon",
    "late-morning": "write morning",
    "mid-morning": "write morning",
    "mid-afternoon": "write afternoon",
    "late-night": "write night",
    "late-at-night": "write night",
    "small-hours": "write early-hours",
    "pre-dawn": "write early-hours",
    "predawn": "write early-hours",
    "sunrise": "write early-hours or morning",
    "daybreak": "write early-hours or morning",
    "sunset": "write evening",
    "nightfall": "write evening",
    "12-noon": "write 12:00",
    "around-noon": "write ~12:00",
    "about-noon": "write ~12:00",
    "around-midday": "write ~12:00",
    "lunchtime": "write ~12:00 or afternoon",
    "around-midnight": "write night",
    "day": "leave the time out",
    "all-day": "leave the time out",
    **{word: f"write {part}" for part, words in _ELSEWHERE.items() for word in words.split()},
    **dict.fromkeys(
        ("unknown", "not-known", "none", "null", "na", "tba", "tbd", "-", "?"), "leave the time out"
    ),
}
"""What to write in place of a word that is no part of the day here; the form has it, too."""


def _approximate_time(text: str, hint: str) -> DateError | None:
    match = re.fullmatch(
        r"(?:c\.|ca\.?|circa|about|around|approx(?:\.|imately)?|[?%~])?\s*(.*?)\s*[?%~]?", text, re.IGNORECASE
    )
    body = match[1] if match else text
    if text not in {body, f"~{body}"} and (meant := _clock_meant(body)):
        message = f"'{text}' is not how a time is marked as approximate"
        mark = "" if meant in PARTS else "~"  # a part of the day is approximate as it is
        return DateError(message, f"write {mark}{meant}", "time", 0, len(text))
    if not re.search(r"[0-9]", text):
        return DateError(f"'{text}' is not a time of day", hint, "time", 0, len(text))
    return None


def _clock_meant(text: str) -> str:
    """A clock or a part of the day that a text is, or means in another form; empty where it is none."""
    if _is_time(text):
        return text
    try:
        parse_clock(text, "time", 0)
    except DateError as error:
        meant = re.fullmatch(r"write ([0-9:]{5,8})", error.hint)
        return meant[1] if meant else ""
    return text


def _is_time(text: str) -> bool:
    """Whether a text would do as a time."""
    if text in PARTS:
        return True
    try:
        parse_clock(text.removeprefix("~"), "time", 0)
    except DateError:
        return False
    return True


def as_ascii(text: str) -> str:
    """The text with every digit and dash of any script as ASCII's, and nothing that is not seen."""
    text = "".join(char for char in text if unicodedata.category(char) != "Cf").translate(_DASHES)
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)
