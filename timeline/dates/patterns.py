"""Calendar dates and clocks in a language, by CLDR's patterns.

CLDR's data come through babel, but the patterns are filled in here, because babel fills them from
Python's datetime, which has no year before 1 and none after 9999. Digits are always 0 to 9: editors
compare what they read with what they wrote. It is apart from `words`, which makes the phrases.
"""

from __future__ import annotations

import functools
from typing import Literal

from babel import Locale
from babel.dates import tokenize_pattern

from timeline.dates.calendar import day_number, weekday

Style = Literal[
    "day", "weekday", "day-month", "weekday-day-month", "day-alone", "month", "month-alone", "year"
]
"""What a pattern shows: ``day`` is the whole date, ``weekday`` the whole date with the weekday."""

Token = tuple[str, int]
"""A piece of a pattern: literal text with width 0, or the letter of a field and its width."""

# CLDR has a comma after the weekday in world English and in Arabic; newspapers have none.
_PRESS = {"en_001", "ar"}
_WITHOUT_COMMA = {"weekday": "EEEE d MMMM y", "weekday-day-month": "EEEE d MMMM"}
_SKELETONS: dict[tuple[Style, bool], tuple[str, ...]] = {
    ("day", False): ("yMMMd",),
    ("day", True): ("GyMMMd",),
    ("weekday", False): ("yMMMEd",),
    ("weekday", True): ("GyMMMEd",),
    ("day-month", False): ("MMMMd", "MMMd"),
    ("weekday-day-month", False): ("MMMMEd", "MMMEd"),
    ("day-alone", False): ("d",),
    ("month", False): ("yMMMM", "yMMM"),
    ("month", True): ("GyMMM",),
    ("year", False): ("y",),
    ("year", True): ("Gy",),
}


@functools.lru_cache(maxsize=1 << 12)  # every list has the same months and days over its entries
def date_text(
    locale: Locale, style: Style, year: int, month: int = 1, day: int = 1, *, short: bool = False
) -> str:
    """A date by the locale's own pattern: ``4 January 2020``, ``January 2020``, ``45 BC``.

    Args:
        locale: CLDR's data.
        style: What to show of the date.
        year: Any year; one before 100 is shown with its era.
        month: 1 to 12, where the style shows it.
        day: The day of the month, where the style shows it.
        short: Abbreviated names, as in ``4 Jan 2020``.
    """
    if style == "month-alone":
        return str(locale.months["stand-alone"]["abbreviated" if short else "wide"][month])
    before_christ = year <= 0
    era = has_era(year)
    shown = {"y": 1 - year if before_christ else year, "M": month, "d": day}
    parts = []
    for char, width in pattern(locale, style, era=era, short=short):
        if not width:
            parts.append(char)
        elif char in "ML":
            parts.append(_month(locale, char, month, width, short=short))
        elif char in "Ec":
            number = weekday(day_number(year, month, day))
            names = locale.days["format"]["abbreviated" if short else "wide"]
            parts.append(str(names[number]))
        elif char == "G":
            parts.append(str(locale.eras["abbreviated"][0 if before_christ else 1]))
        else:
            parts.append(f"{shown[char]:0{width}d}")
    return "".join(parts)


def has_era(year: int) -> bool:
    """Whether a year is shown with its era: before Christ, and where it would look abbreviated."""
    return year < 100


def clock_words(locale: Locale, second: int, *, with_seconds: bool) -> str:
    """A second of the day by the locale's pattern for 24 hours: ``19:45``."""
    minute, rest = divmod(second, 60)
    shown = {"H": minute // 60, "m": minute % 60, "s": rest}
    skeleton: Literal["Hm", "Hms"] = "Hms" if with_seconds else "Hm"
    return "".join(
        f"{shown[char]:0{width}d}" if width else char for char, width in clock_pattern(locale, skeleton)
    )


def clock_pattern(locale: Locale, skeleton: Literal["Hm", "Hms"]) -> tuple[Token, ...]:
    """The tokens of the locale's pattern for a clock of 24 hours, without seconds or with them."""
    return _tokens(locale.datetime_skeletons[skeleton].pattern)


def is_day_first(locale: Locale) -> bool:
    """Whether dates run day, month, year, so that two dates may share what follows the first."""
    fields = [char for char, width in pattern(locale, "day") if width]
    month = [char for char, width in pattern(locale, "month") if width]
    return fields == ["d", "M", "y"] and month[-1:] == ["y"]


def _month(locale: Locale, char: str, month: int, width: int, *, short: bool) -> str:
    if width < 3:
        return f"{month:0{width}d}"
    context = "stand-alone" if char == "L" else "format"
    return str(locale.months[context]["abbreviated" if short else "wide"][month])


@functools.cache
def pattern(locale: Locale, style: Style, *, era: bool = False, short: bool = False) -> tuple[Token, ...]:
    """The tokens of the locale's pattern for a style: literal text with width 0, or a field and its width."""
    if not era and not short:
        if str(locale) in _PRESS and style in _WITHOUT_COMMA:
            return _tokens(_WITHOUT_COMMA[style])
        if style in {"day", "weekday"}:
            name = "long" if style == "day" else "full"
            return _tokens(locale.date_formats[name].pattern)
    skeletons = locale.datetime_skeletons
    for name in _SKELETONS.get((style, era), ()) or _SKELETONS[style, False]:
        if name in skeletons:
            return _tokens(skeletons[name].pattern)
    return _tokens(locale.date_formats["long"].pattern)


@functools.cache
def _tokens(text: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for kind, value in tokenize_pattern(text):
        if kind == "field" and isinstance(value, tuple):
            tokens.append((str(value[0]), int(value[1])))
        else:
            tokens.append((str(value), 0))
    return tuple(tokens)
