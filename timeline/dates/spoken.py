"""Dates as people say them, in tables: what is rewritten first, and what is then answered.

A text such as 'the evening of Saturday, 4 January' has a date in it that can be found by rules alone. They
are data, so that the form for new events follows the very same ones in the browser, and so that one more way
to say a date costs a line here and nothing there.
"""

from __future__ import annotations

import functools
import re

from timeline.dates.existing import DATE, DAY, DAYS_BY_YEAR, END, LEAP, MONTH, not_falling

_MONTHS = (
    "january|jan|janvier|janv|januar|enero|ene|كانون الثاني|يناير",
    "february|feb|février|févr|februar|febrero|شباط|فبراير",
    "march|mar|mars|märz|marzo|آذار|مارس",
    "april|apr|avril|avr|abril|abr|نيسان|أبريل|ابريل",
    "may|mai|mayo|أيار|مايو",
    "june|jun|juin|juni|junio|حزيران|يونيو",
    "july|jul|juillet|juil|juli|julio|تموز|يوليو",
    "august|aug|août|agosto|آب|أغسطس",
    "september|sept|sep|septembre|septiembre|أيلول|سبتمبر",
    "october|oct|octobre|oktober|okt|octubre|تشرين الأول|أكتوبر",
    "november|nov|novembre|noviembre|تشرين الثاني|نوفمبر",
    "december|dec|décembre|déc|dezember|dez|diciembre|dic|كانون الأول|ديسمبر",
)
"""The names that months have in the languages which editors are likeliest to think in."""
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_WEEKDAYS_ELSEWHERE = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|"
    "lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    "الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد"
)
_ELSEWHERE = {
    "early": "début|anfang|(?:a )?principios|أوائل|مطلع|بداية",
    "mid": "mi|mitte|(?:a )?mediados|منتصف|أواسط",
    "late": "fin|ende|(?:a )?finales|أواخر|نهاية",
    "about": "vers|environ|etwa|hacia|حوالي|نحو",
}
"""How other languages say that a date is one of several near it."""
_PART = r"(?P<part>early-hours|morning|afternoon|evening|night)"
_M = r"#[0-9]{2}#"
"""A month that was named, while the date around it is not yet put together."""
_Y = r"[0-9]{4}"
_N = r"[0-9]{1,2}"
_AND = r" ?(-|/|to|and|or|until|till|through|bis|au|y|et|ou|و|أو|إلى) ?"
_YEAR = r"(?P<y>[0-9]{4})"
_ENDS = "(?![-0-9X/T:])"
_MONTH = rf"(?P<d>[0-9]{{4}}-{MONTH})"

_SHORT = 5
"""Of words no longer than this, one slip makes others that are no months: Jane, match, Marc."""


def _slips(name: str) -> str:
    """The spellings of a word that one slip makes: letters swapped, one left out, doubled, wrong or put in.

    The first letter stands. A short word has no other letters than its own, and does not lose its last.
    """
    parts = [(name[:at], name[at], name[at + 1 :]) for at in range(1, len(name))]
    short = len(name) <= _SHORT
    found = [
        f"{before}{letter}{'' if short and not behind else '?'}{letter}?{behind}"
        for before, letter, behind in parts
    ]
    found += [f"{before}{behind[0]}{letter}{behind[1:]}" for before, letter, behind in parts if behind]
    if not short:
        found += [f"{before}[a-z]{behind}" for before, _, behind in parts]
        found += [f"{before}[a-z]{letter}{behind}" for before, letter, behind in parts]
    return "|".join(found)


_MISSPELT = tuple(
    (_slips(names.split("|")[0]), number) for number, names in enumerate(_MONTHS, 1) if number != 5
)
"""What can be no other month, once the names that are right have been found; May is too short for a slip."""
_BEYOND = "00|3[2-9]|[4-9][0-9]"
_LENGTHS = (
    ("February", "2", rf"(?P<y>{LEAP})", f"3[01]|{_BEYOND}", 29),
    ("February", "2", rf"(?P<y>(?!{LEAP}){_Y})", f"29|3[01]|{_BEYOND}", 28),
    *((name, month, _YEAR, f"31|{_BEYOND}", 30)
      for name, month in (("April", "4"), ("June", "6"), ("September", "9"), ("November", "11"))),
    *((name, month, _YEAR, _BEYOND, 31)
      for name, month in (("January", "1"), ("March", "3"), ("May", "5"), ("July", "7"), ("August", "8"),
                          ("October", "10"), ("December", "12"))),
)  # fmt: skip
"""The days that a month does not have: its name and number, the year, those days, and how many it has."""

REWRITTEN: tuple[tuple[str, str], ...] = (
    (r"[\s(),“”„‘’«»\"']+", " "),
    (r"^ | $|[.;] ?$", ""),
    (r"\bon or about\b", "about"),
    (r"\b(?:the|of|in|on|during|year|month|de|del|den|der|le|du) (?=.)", ""),
    *((rf"(?<!\S)(?:في )?(?:{words})[ -](?=\S)", f"{english} ") for english, words in _ELSEWHERE.items()),
    (rf"(?<!\S)(?:يوم )?(?:{_WEEKDAYS_ELSEWHERE}) (?=[0-9])", ""),
    (rf"\b{_SHORT_WEEKDAY} (?=[0-9])", ""),
    (rf"(?<=[0-9]) {_WEEKDAY}$", ""),
    (r"([0-9])(?:(?:st|nd|rd|th|er)\b|\.(?= ))", r"\1"),
    (r"\bearly (?:hours|morning)\b", "early-hours"),
    *((rf"(?<![a-z])(?:{names})\.?(?![a-z])", f"#{number:02d}#") for number, names in enumerate(_MONTHS, 1)),
    *((rf"(?<![a-z#])(?:{names})\.?(?![a-z])", f"#{number:02d}#") for names, number in _MISSPELT),
    # 3 and 5 January 2020; January 3-5 2020; 3 January to 5 February 2020; January to March 2020
    (rf"\b({_N}){_AND}({_N}) ({_M}) ({_Y})\b", r"\1 \4 \5 \2 \3 \4 \5"),
    (rf"({_M}) ({_N}){_AND}({_N}) ({_Y})\b", r"\2 \1 \5 \3 \4 \1 \5"),
    (rf"\b({_N} {_M}){_AND}({_N} {_M} ({_Y}))\b", r"\1 \4 \2 \3"),
    (rf"({_M}){_AND}({_M} ({_Y}))\b", r"\1 \4 \2 \3"),
    (rf"\b({_N})[ -]?({_M})[ -]?({_Y})\b", r"\3-\2-\1"),
    (rf"({_M})[ -]?({_N}) ({_Y})\b", r"\3-\1-\2"),
    (rf"\b({_Y})[ -]({_M})[ -]({_N})\b", r"\1-\2-\3"),
    (rf"\b({_Y})[ -]({_M})", r"\1-\2"),
    (rf"({_M})[ -]?({_Y})\b", r"\2-\1"),
    (rf"\b({_Y}-{_M}-)([0-9])\b", r"\g<1>0\g<2>"),
    (rf"\b({_Y}-)#([0-9]{{2}})#", r"\1\2"),
    (r" (?:-|bis|au) ", " to "),
    (r" (?:y|et|و) ", " and "),
    (r" (?:ou|أو) ", " or "),
    (r" إلى ", " to "),
    (r"^from (?=.* to )", ""),
    (rf"\bQ([1-4]) ({_Y})\b", r"\2 Q\1"),
)
"""Patterns and what takes their place, one after the other, whatever the capitals."""

NO = "'{text}' is not how a date is written here"
_NO_YEAR = "a date needs a year"
_RELATIVE = "the date would change every day"
_EXAMPLES = "write a date such as 2020-01-04, 2020-01 or 2020"
_FOUR = "a year has four digits"
_AND_TIME = "a date and a time are two keys"

Answers = tuple[tuple[str, str, str], ...]
"""Patterns for a whole date, as it stands or reworded, with the message and the hint.

These name the pattern's groups; ``{text}`` is the text as it stands.
"""

ANSWERED: Answers = (
    *(
        (written, f"{{n}} {name} does not exist: {name} {{y}} has {length} days", "")
        for name, month, year, days, length in _LENGTHS
        for written in (
            rf"{year}[-/.]0?{month}[-/.](?P<n>{days})",
            rf"(?P<n>{days})[-/.]0?{month}[-/.]{year}",
            rf"0?{month}[-/.](?P<n>{days})[-/.]{year}",
        )
    ),
    (rf"(?:c|ca|circa|about|around|approx|approximately|roughly|near|~)\.?\s*(?P<d>{DATE})", NO,
     "write {d}~"),
    (rf"(?P<d>{DATE}) (?:or so|approx|approximately)", NO, "write {d}~"),
    (rf"(?:possibly|perhaps|probably|maybe|presumably) (?P<d>{DATE})", NO, "write {d}?"),
    (rf"(?P<d>{DATE}) ?(?:possibly|perhaps|probably|uncertain|unconfirmed|\?)", NO, "write {d}?"),
    (rf"(?P<d>{DATE}[~%])", NO, "write {d}"),
    (rf"(?:mid|middle)[ -]{_MONTH}", NO, "write {d}-1X, one of the days from 10 to 19"),
    (rf"(?:early|beginning|start)[ -]{_MONTH}", NO, "write {d}-0X, one of the days from 1 to 9"),
    (r"(?:late|end)[ -](?P<d>[0-9]{4}-02)", NO,
     "write {d}-2X, one of the days from 20 to the end of the month"),
    (r"(?:late|end)[ -](?P<d>[0-9]{4}-(?:0[469]|11))", NO, "write {d}-20/{d}-30, or a shorter span"),
    (rf"(?:late|end)[ -]{_MONTH}", NO, "write {d}-20/{d}-31, or a shorter span"),
    (rf"(?:first|1) week {_MONTH}", NO, "write {d}-01/{d}-07"),
    (rf"(?:second|2) week {_MONTH}", NO, "write {d}-08/{d}-14"),
    (rf"(?:third|3) week {_MONTH}", NO, "write {d}-15/{d}-21"),
    (rf"(?:first|1) half {_MONTH}", NO, "write {d}-01/{d}-15"),
    *(
        (rf"{words} (?P<d>{year}-(?:{months}))", NO, f"write {{d}}-{first}/{{d}}-{last}")
        for year, months, last in (
            (_Y, "0[469]|11", 30), (_Y, "0[13578]|1[02]", 31), (LEAP, "02", 29), (_Y, "02", 28)
        )
        for words, first in (("(?:second|2) half", 16), ("last week", last - 6))
    ),
    *(
        (rf"(?P<m>{year}-{months})-{not_falling(' ?- ?', '0-9')}(?P<a>{days}) ?- ?(?P<b>{days})",
         "the end of a span is written in full", "write {m}-{a}/{m}-{b}")
        for year, months, days in DAYS_BY_YEAR
    ),
    (rf"(?P<m>0[1-9]|1[0-2])[-.]{_YEAR}", NO, "write {y}-{m}"),
    (rf"(?P<m>[1-9])[-.]{_YEAR}", NO, "write {y}-0{m}"),
    *((rf"{day} {_YEAR}", NO, f"write {{y}}-{written}")
      for day, written in (("new (?:year )?s eve", "12-31"), ("new (?:year )?s day", "01-01"),
                           ("christmas eve", "12-24"), ("christmas(?: day)?", "12-25"))),
    (rf"(?P<d>{DAY}) (?:late |early |at )?{_PART}", _AND_TIME, "write date: {d} and time: {part}"),
    (rf"(?:late |early )?{_PART} (?:from )?(?P<d>{DAY})(?: (?:to|and) {DAY})?", _AND_TIME,
     "write date: {d} and time: {part}"),
    (rf"(?:early|beginning|start)(?: |-| in ){_YEAR}", NO, "write {y}-01/{y}-04, or a season such as {y}-21"),
    (rf"(?:mid|middle)(?: |-| in ){_YEAR}", NO, "write {y}-05/{y}-08, or a season such as {y}-22"),
    (rf"(?:late|end)(?: |-| in ){_YEAR}", NO, "write {y}-09/{y}-12, or a season such as {y}-23"),
    (rf"spring {_YEAR}", NO, "write {y}-21"),
    (rf"summer {_YEAR}", NO, "write {y}-22"),
    (rf"(?:autumn|fall) {_YEAR}", NO, "write {y}-23"),
    (rf"winter {_YEAR}(?:[-/](?:[0-9]{{2}}){{1,2}})?", NO, "write {y}-24"),
    (rf"(?:before|until|till|by)\s+(?P<d>{END})", NO, "write ../{d}"),
    (rf"(?:after|since|from)\s+(?P<d>{END})", NO, "write {d}/.."),
    (rf"(?:between\s+)?{not_falling()}(?P<a>{END})\s+and\s+(?P<b>{END})", NO, "write {a}/{b}"),
    *(
        (rf"(?:{word}) quarter {_YEAR}", NO, f"write {{y}}-{first:02d}/{{y}}-{first + 2:02d}")
        for word, first in (("first|1", 1), ("second|2", 4), ("third|3", 7), ("fourth|last|4", 10))
    ),
    (rf"{_YEAR}[ -]?Q1", NO, "write {y}-01/{y}-03"),
    (rf"{_YEAR}[ -]?Q2", NO, "write {y}-04/{y}-06"),
    (rf"{_YEAR}[ -]?Q3", NO, "write {y}-07/{y}-09"),
    (rf"{_YEAR}[ -]?Q4", NO, "write {y}-10/{y}-12"),
    (r"(?:the\s+)?(?P<d>-?[0-9]{3})0'?s", NO, "write {d}X"),
    (r"early[ -](?P<d>[0-9]{3})0 ?s", NO, "write {d}0/{d}3, or the whole decade as {d}X"),
    (r"mid[ -](?P<d>[0-9]{3})0 ?s", NO, "write {d}4/{d}6, or the whole decade as {d}X"),
    (r"late[ -](?P<d>[0-9]{3})0 ?s", NO, "write {d}7/{d}9, or the whole decade as {d}X"),
    (rf"today|yesterday|tomorrow|now|(?:(?:last|this|next) )?(?:{_WEEKDAY}|night|week|month|year)",
     _RELATIVE, _EXAMPLES),
    (r"unknown|unclear|n/?a|none|null|\?+|-+|tbd|tba|undated|not known|n\.? ?d\.?|no date",
     "an entry needs a date", "write the year at least, such as 2020, or 201X or 20XX"),
    (rf"(?P<d>{_Y}(?:-{MONTH})?)(?:-(?:[?_*]{{1,2}}|x|dd|mm))+",
     "what is not known is left out", "write {d}"),
    (r"(?P<d>[0-9]{2})[?_*]{2}", NO, "write {d}XX"),
    (r"(?P<d>[0-9]{3})[?_*]", NO, "write {d}X"),
    (r"[0-9]{3,4} ?A\.?H\.?", NO, "write the date by the Gregorian calendar, and the other one in the text"),
    (r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2}", NO, "write the year in full, as in 2020-01-04"),
    (rf"(?!.*(?:{_Y}|(?<![a-z])(?:B\.?C|A\.?D|C\.?E)(?![a-z])))[^#]*{_M}.*", _NO_YEAR,
     "add it, as in 2020-01-04 or 2020-01"),
    (r"[0-9-]{4,8}T.*", "a time needs the day", "write the whole date before the T"),
    (rf"{DAY}T", "the time after the T is missing", "write it as T19:45, or leave out the T"),
    (rf"(?P<d>{DAY})(?P<mark>[?~%])T(?P<clock>[0-9:]+)", "'{mark}' cannot stand before a time",
     "write date: {d}{mark} and time: {clock}"),
    (rf"\+(?P<d>{DATE})", "a year has no plus sign", "write {d}"),
    (r"\+[0-9]{4}.*", "a year has no plus sign", "leave it out"),
    (r"-?[0-9]{5,}(?:-[0-9]{2}){0,2}", _FOUR, _EXAMPLES),
    (r"-?[0-9]{1,3}(?:-[0-9]{2}){0,2}", _FOUR,
     "write it in full, such as 1998, or 0079 for the year 79"),
)  # fmt: skip
"""What is wrong with a date, the likeliest reason first."""

REMAINING: Answers = (
    (rf"(?P<d>{DATE})", NO, "write {d}"),
    (rf"(?:midnight|noon|midday|dawn|dusk|sunrise|sunset) (?P<d>{DAY})", _AND_TIME,
     "write date: {d}, and under time a clock such as 12:00 or a part of the day"),
    (rf".*[0-9].* (?:before|after) {DATE}", NO,
     "write the day itself, and say in the summary how it is reckoned"),
    (rf"(?P<d>{DAY}) (?!.*[0-9]{{4}}-).*[0-9].*", _AND_TIME,
     "write date: {d}, and the time of day under time"),
    (rf"(?=.*[a-z])[^0-9#]*{not_falling()}(?P<a>{END}){_ENDS}[^0-9#]+(?P<b>{END}){_ENDS}[^0-9#]*", NO,
     "write {a}/{b}, and say the rest in the summary"),
    (rf"(?=.*[a-z])[^0-9#]*(?P<d>{DATE}){_ENDS}[^0-9#]*", NO,
     "write {d}, or a span such as 2020-01-03/2020-01-05, and say the rest in the summary"),
)  # fmt: skip
"""The same of a rewritten text that nothing else answers."""


@functools.lru_cache(maxsize=256)
def reworded(text: str) -> str:
    """A text with the dates in it put as they are written here, as far as that can be told."""
    for pattern, replacement in REWRITTEN:
        text = _compiled(pattern).sub(replacement, text)
    return text


def answer(rules: Answers, text: str) -> tuple[str, str] | None:
    """The message and the hint of the first rule that a text follows, with ``{text}`` left in it."""
    for pattern, message, hint in rules:
        if match := _compiled(pattern).fullmatch(text):
            groups = {"text": "{text}", **match.groupdict()}
            return message.format_map(groups), hint.format_map(groups)
    return None


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
