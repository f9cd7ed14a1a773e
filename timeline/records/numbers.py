"""What was meant by a number that is none: ``1,000``, ``20-25``, ``fewer than 5``, ``a dozen``, ``33°18'N``.

A journalist writes numbers as sources do; each of these ways has its own answer here. The form has the same
patterns, as data; in words it knows the plain numbers alone.
"""

from __future__ import annotations

import re
import unicodedata

_N = "[0-9]+"
_SCALE = (
    r"(?:(?:and|or) (?:[a-z]+ ){1,2})?"
    r"(?:hundred|thousand|million|billion|mln|mio|bln|crore|lakh|dozen|score|k|mn?|bn)s?\b"
)
"""By what the number before it is multiplied, as in '20 or so thousand': nothing that is counted."""
_UNIT = rf"(?:\s+(?!{_SCALE})[a-z][^\d]*)?"
"""What is counted, behind the number; with a number in it, it would say more than we understand."""
_LONGER = "|".join(f"[0-9]{{{n}}}[^0-9]+[0-9]{{{n + 1}}}" for n in range(1, 13))
_AS_LONG = "|".join(f"[0-9]{{{n}}}[^0-9]+[0-9]{{{n}}}(?![0-9])" for n in range(1, 13))
_DIGIT_ABOVE = "|".join(f"{n}[0-9]*[^0-9]+(?P=same)[{n + 1}-9]" for n in range(9))
_RISING = rf"(?=[^0-9]*(?:{_LONGER}|(?={_AS_LONG})(?P<same>[0-9]*)(?:{_DIGIT_ABOVE})))"
"""That the second of two numbers is the higher one: a digit longer, or the first digit that differs is."""


def _bounded(before: str, name: str, behind: str = "") -> re.Pattern[str]:
    """A number with words before it, or other words behind it, that say how it is meant."""
    sign = rf"(?=(?:{before})\s*{_N}|{_N}\s*(?:{behind}))" if behind else rf"(?=(?:{before})\s*{_N})"
    ending = rf"\s*(?:{behind})?" if behind else ""
    return re.compile(rf"{sign}(?:{before})?\s*(?P<{name}>{_N}){ending}{_UNIT}", re.IGNORECASE)


BETWEEN_THOUSANDS = r"[ ,.'\u00a0\u202f\u2009]"
"""What sources print between the thousands of a number."""
THOUSANDS = re.compile(f"[0-9]{{1,3}}(?:{BETWEEN_THOUSANDS}[0-9]{{3}})+")
DOUBTFUL = re.compile(r"(?P<whole>[+-]?[1-9][0-9]{0,2})\.(?P<part>[0-9]{3})")
"""A point and three digits: a fraction here, and a thousand in half of the world."""
_PLAIN = r"(?![1-9][0-9]{0,2}\.[0-9]{3}(?![0-9]))"
COMMA = re.compile(r"(?P<whole>[+-]?[0-9]+),(?P<part>[0-9]+)")
RANGE = re.compile(
    rf"{_RISING}(?:between |from )?(?P<low>{_N})\s*(?:-|–|—|to|/|and|or)\s*(?P<high>{_N}){_UNIT}",
    re.IGNORECASE,
)
AT_LEAST = _bounded(
    r">=|≥|at least |no (?:fewer|less) than |not (?:fewer|less) than |min(?:imum)? (?:of )?", "low",
    r"\+|(?:or|and) (?:more|above|over)\b",
)  # fmt: skip
MORE_THAN = _bounded(r">|more than |over |above |exceeding |in excess of |upwards of ", "low")
AT_MOST = _bounded(
    r"<=|≤|at most |up to |as many as |no more than |not more than |max(?:imum)? (?:of )?", "high",
    r"or (?:fewer|less|under)\b",
)  # fmt: skip
FEWER_THAN = _bounded(r"<|fewer than |less than |under |below ", "high")
ABOUT = _bounded(
    r"~|≈|about |around |approx(?:imately|\.)? |some |c(?:a|irca)?\.? |nearly |almost |close to |roughly |"
    r"(?:an )?estimated (?:at )?|est\. ", "number",
    r"-?ish\b|or so\b",
)  # fmt: skip
SCALED = re.compile(
    rf"[^0-9]*(?:{_N}(?:[.,]{_N})?[^0-9]+)?{_N}(?:[.,]{_N})?\s*{_SCALE}[^0-9]*", re.IGNORECASE
)
METRES = re.compile(rf"(?P<number>{_N}(?:\.{_N})?)\s*m(?:\s+[a-z][^\d]*)?", re.IGNORECASE)
"""Metres for some, and millions for others."""
WITH_UNIT = re.compile(
    rf"{_PLAIN}(?P<number>{_N}(?:\.{_N})?)(?:\s+(?!{_SCALE})[a-z]|\s*[%°$€£])[^\d]*",
    re.IGNORECASE,
)
NOT_KNOWN = re.compile(r"unknown|not known|n/?a|none|tbd|tba|\?+|-+", re.IGNORECASE)
NO_NUMBER = re.compile(
    r"(?:many|several|(?:a )?few|a handful|tens|dozens|scores|hundreds|thousands|numerous|some)"
    r"(?:\s+[a-z][^\d]*)?",
    re.IGNORECASE,
)
_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
WORDS: dict[str, int] = {
    "zero": 0, **_UNITS, **_TEENS, **_TENS, "half a dozen": 6, "a dozen": 12, "dozen": 12, "a hundred": 100,
    "one hundred": 100, "a thousand": 1000, "one thousand": 1000,
    **{
        f"{word} {scale}": number * of
        for scale, of in (("dozen", 12), ("hundred", 100), ("thousand", 1000))
        for word, number in _UNITS.items() if number > 1
    },
}  # fmt: skip
"""Numbers that are written out."""
_WORD = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})-(?P<units>{'|'.join(_UNITS)})|"
    rf"(?P<word>{'|'.join(sorted(WORDS, key=len, reverse=True))}))\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    rf"(?<!between )\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))}) and (?:{'|'.join(WORDS)})\b",
    re.IGNORECASE,
)
"""Two words that are one number, as in 'one hundred and five'."""
_GROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[ ,'\u00a0\u202f\u2009][0-9]{3})+(?![0-9.,])")

_ANSWERS = (
    (RANGE, "write min: {low} and max: {high}, in place of one value"),
    (ABOUT, "write {number}, and approximate: true"),
    (THOUSANDS, "write {digits}"),
    (COMMA, "write {whole}.{part}"),
    (AT_LEAST, "write min: {low}, in place of one value"),
    (MORE_THAN, "write min: and the number after {low}, in place of one value"),
    (AT_MOST, "write max: {high}, in place of one value"),
    (FEWER_THAN, "write max: and the number before {high}, in place of one value"),
    (METRES, "write {number} and unit: m for metres, and every digit for millions, as in 1500000"),
    (SCALED, "write every digit of it, as in 1500000 for 1.5 million"),
    (NOT_KNOWN, "leave the key out where it is not known"),
    (NO_NUMBER, "say it in words, in the summary: a figure needs a number"),
    (WITH_UNIT, "write {number}; what is counted stands under 'what', and a unit under 'unit'"),
)
"""What to write for each way of writing a number; the first that fits answers."""
_IN_DIGITS = "write it in digits, with a point for a fraction, as in 25 or 33.31"
_LONGEST = 80
_DEGREES = re.compile(
    r"([0-9]{1,3})\s*[°º]\s*(?:([0-9]{1,2})\s*['\u2032’]\s*)?(?:([0-9]{1,2}(?:\.[0-9]+)?)\s*(?:\"|″|''|”)\s*)?([NSEW])?",
    re.IGNORECASE,
)
_POINTS = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*°?\s*([NSEW])", re.IGNORECASE)
_PAIR = re.compile(r"([+-]?[0-9]{1,2}\.[0-9]+)\s*[,;/ ]\s*([+-]?[0-9]{1,3}\.[0-9]+)")


def readings_of(text: str) -> str:
    """What to write in place of a number that can be read in two ways; empty for all others."""
    found = DOUBTFUL.fullmatch(text)
    return (
        found.expand(r"write \g<whole>\g<part> for thousands, or \g<whole>.\g<part>0 for a fraction")
        if found
        else ""
    )


def meant_by_number(value: str) -> str:
    """What to write in place of a text that is no number."""
    text = value.strip()
    if len(text) > _LONGEST:
        return _IN_DIGITS
    latin = _in_latin(text)
    words = latin if _ADDED.search(latin) else _WORD.sub(_number, latin)
    plain = _GROUPED.sub(lambda found: re.sub("[^0-9]", "", found[0]), words)
    if plain != text and plain.isdigit() and not THOUSANDS.fullmatch(text):
        return f"write {plain}"
    return _answer(text) or (_answer(plain) if plain != text else "") or _IN_DIGITS


def in_digits(text: str) -> str:
    """A text with each word that is a number in digits, and the digits of every script in plain ones."""
    return _WORD.sub(_number, _in_latin(text))


def meant_by_degrees(value: str) -> str:
    """What to write in place of a text that is no latitude or longitude."""
    text = value.strip()
    if found := _POINTS.fullmatch(text):
        return f"write {_signed(float(found[1]), found[2])}"
    if found := _DEGREES.fullmatch(text):
        degrees = int(found[1]) + int(found[2] or 0) / 60 + float(found[3] or 0) / 3600
        return f"write {_signed(round(degrees, 4), found[4] or 'N')}"
    if found := COMMA.fullmatch(text):
        return f"write {found[1]}.{found[2]}"
    if found := _PAIR.fullmatch(text):
        return f"write latitude: {found[1]} and longitude: {found[2]}, a key each"
    return _IN_DIGITS


def _answer(text: str) -> str:
    for pattern, hint in _ANSWERS:
        if found := pattern.fullmatch(text):
            return hint.format_map({**found.groupdict(), "digits": re.sub("[^0-9]", "", text)})
    return ""


def _in_latin(text: str) -> str:
    return "".join(str(unicodedata.decimal(char, char)) for char in text)


def _number(found: re.Match[str]) -> str:
    """A number that is written out, in digits."""
    if found["word"]:
        return str(WORDS[found["word"].lower()])
    return str(_TENS[found["tens"].lower()] + _UNITS[found["units"].lower()])


def _signed(degrees: float, side: str) -> str:
    """Degrees with a minus for south and west."""
    return f"{'-' if side.upper() in {'S', 'W'} else ''}{degrees:g}"
