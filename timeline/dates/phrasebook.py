"""All that a browser needs to say dates in one language in the very words of `words`.

CLDR is too large for a page, and the form for new events knows its language when it is built: so it is
given the months, the patterns and the phrases of that language alone. It is apart because nothing in Python
says dates from it. The tests hold the two to the same words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from timeline.dates.headings import zone_label
from timeline.dates.mistaken_times import WORDS
from timeline.dates.mistakes import COMPUTED
from timeline.dates.notations import PIECES, WHOLE
from timeline.dates.offers import OFFER, WEEKDAY
from timeline.dates.patterns import Style, clock_pattern, is_day_first, pattern
from timeline.dates.refusals import REFUSALS
from timeline.dates.spoken import ANSWERED, REMAINING, REWRITTEN
from timeline.dates.zones import Zone, zone_names
from timeline.languages import Language, message

_STYLES: tuple[Style, ...] = ("day", "day-month", "day-alone", "month", "year")
_PHRASES = (
    message("{date}, day not known"), message("{date}, month not known"), message("{date}, {time}"),
    message("{date} or later"), message("{date} or earlier"), message("from {date}, end not known"),
    message("until {date}, start not known"), message("on {date}, between {start} and {end}"),
    message("between {start} and {end}"), message("about {date}"), message("about {time}"),
    message("{date} (uncertain)"), message("about {date} (uncertain)"), message("{date} (approximate)"),
    message("{date} (approximate and uncertain)"), message("the {decade}s"), message("early hours"),
    message("morning"), message("afternoon"), message("evening"), message("night"),
    message("{when} ({zone})"), message("time zone not stated"), message("spring {year}"),
    message("summer {year}"), message("autumn {year}"), message("winter {year}"),
)  # fmt: skip
# What people type for the characters of a date: dashes, spaces, quotes, digits of other scripts.
_MISTAKEN = (
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u00a0\u202f\u2009\u2018\u2019\u201c\u201d\u2026\uff5e\uff1f"
    "\uff0f\uff1a\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff"
    "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9"
)


def phrasebook(language: Language) -> dict[str, Any]:
    """The phrases, names and patterns of a language, ready to be written as JSON.

    Args:
        language: The language in which the site speaks.

    Returns:
        What `words.js` calls a Language; phrases that are the English ones are left out.
    """
    locale = language.locale
    phrases = {phrase: language.text(phrase) for phrase in _PHRASES}
    phrases["{year}–{end}"] = language.text_in("a winter's two years", "{year}–{end}")
    patterns: dict[str, Any] = {
        style: [pattern(locale, style, era=era) for era in (False, True)] for style in _STYLES
    }
    # A month by itself is a name, which stands alone.
    patterns["month-alone"] = [[("L", 4)]] * 2
    months = {"M": locale.months["format"]["wide"], "L": locale.months["stand-alone"]["wide"]}
    joined = {**locale.list_patterns["or"]}
    return {
        "direction": language.direction,
        "phrases": {phrase: said for phrase, said in phrases.items() if said != phrase},
        "patterns": patterns,
        "clock": [clock_pattern(locale, "Hm"), clock_pattern(locale, "Hms")],
        "months": {char: [names[month] for month in range(1, 13)] for char, names in months.items()},
        "eras": [locale.eras["abbreviated"][0], locale.eras["abbreviated"][1]],
        "dayFirst": is_day_first(locale),
        "or": {"two": joined["2"], **{place: joined[place] for place in ("start", "middle", "end")}},
        "zones": {name: zone_label(Zone.parse(name), language) for name in sorted(zone_names())},
        "characters": {char: unicodedata.name(char).lower() for char in _MISTAKEN},
        "computed": [[_browser(p) for p in patterns] for patterns in COMPUTED],
        "rewritten": [(_browser(p), re.sub(r"\\(?:g<)?(\d)>?", r"$\1", put)) for p, put in REWRITTEN],
        "whole": [(_browser(p), *said) for p, *said in WHOLE],
        "answered": [(_browser(p), *said) for p, *said in (*PIECES, *ANSWERED)],
        "remaining": [(_browser(p), *said) for p, *said in REMAINING],
        "offer": _browser(OFFER.pattern),
        "weekday": WEEKDAY,
        "times": WORDS,
        "refusals": REFUSALS,
    }


def _browser(pattern: str) -> str:
    """A pattern with a browser's own marks for named groups."""
    return re.sub(r"\(\?P=(\w+)\)", r"\\k<\1>", pattern).replace("(?P<", "(?<")
