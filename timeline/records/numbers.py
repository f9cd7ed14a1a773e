"""What was meant by a number that is none: ``1,000``, ``33,31``, ``20-25``, ``33°18'N``.

A journalist writes numbers as sources do; each of these ways has its own answer here.
"""

from __future__ import annotations

import re

THOUSANDS = re.compile(r"[0-9]{1,3}(?:[ ,.'\u00a0\u202f\u2009][0-9]{3})+")
COMMA = re.compile(r"(?P<whole>[+-]?[0-9]+),(?P<part>[0-9]+)")
RANGE = re.compile(r"(?P<low>[0-9]+)\s*(?:-|–|—|to|/)\s*(?P<high>[0-9]+)")
AT_LEAST = re.compile(r"(?:>=|at least |min(?:imum)? )?\s*(?P<low>[0-9]+)\s*(?:\+| or more)?", re.IGNORECASE)
MORE_THAN = re.compile(r"(?:>|more than |over )\s*(?P<low>[0-9]+)", re.IGNORECASE)
ABOUT = re.compile(
    r"(?:~|≈|about |around |approx(?:imately|\.)? |some |c(?:a|irca)?\.? )\s*(?P<number>[0-9]+)",
    re.IGNORECASE,
)
SCALED = re.compile(
    r"[^0-9]{0,2}[0-9]+(?:[.,][0-9]+)?\s*(?:k|thousand|m|mn|million|bn|billion)", re.IGNORECASE
)
WITH_UNIT = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?:\s+[a-z]|\s*[%°$€£]).*", re.IGNORECASE)
NOT_KNOWN = re.compile(r"unknown|not known|n/?a|none|tbd|tba|\?+|-+", re.IGNORECASE)
_OTHERWISE = (
    (MORE_THAN, "write min: and the number after {low}, in place of one value"),
    (SCALED, "write every digit of it, as in 1500000 for 1.5 million"),
    (NOT_KNOWN, "leave the key out where it is not known"),
    (WITH_UNIT, "write {number}; what is counted stands under 'what', and a unit under 'unit'"),
)
_DEGREES = re.compile(
    r"([0-9]{1,3})\s*[°º]\s*(?:([0-9]{1,2})\s*['\u2032’]\s*)?(?:([0-9]{1,2}(?:\.[0-9]+)?)\s*(?:\"|″|''|”)\s*)?([NSEW])?",
    re.IGNORECASE,
)
_POINTS = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*°?\s*([NSEW])", re.IGNORECASE)


def meant_by_number(value: str) -> str:
    """What to write in place of a text that is no number."""
    text = value.strip()
    if found := _POINTS.fullmatch(text):
        return f"write {_signed(float(found[1]), found[2])}"
    if found := _DEGREES.fullmatch(text):
        degrees = int(found[1]) + int(found[2] or 0) / 60 + float(found[3] or 0) / 3600
        return f"write {_signed(round(degrees, 4), found[4] or 'N')}"
    if found := RANGE.fullmatch(text):
        return f"write min: {found[1]} and max: {found[2]}, in place of one value"
    if found := ABOUT.fullmatch(text):
        return f"write {found[1]}, and approximate: true"
    if THOUSANDS.fullmatch(text):
        return f"write {re.sub('[^0-9]', '', text)}"
    if found := COMMA.fullmatch(text):
        return f"write {found[1]}.{found[2]}"
    if (found := AT_LEAST.fullmatch(text)) and found[1] != text:
        return f"write min: {found[1]}, in place of one value"
    for pattern, hint in _OTHERWISE:
        if found := pattern.fullmatch(text):
            return hint.format_map(found.groupdict())
    return "write it in digits, with a point for a fraction, as in 25 or 33.31"


def _signed(degrees: float, side: str) -> str:
    """Degrees with a minus for south and west."""
    return f"{'-' if side.upper() in {'S', 'W'} else ''}{degrees:g}"
