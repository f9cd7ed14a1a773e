"""Dates in other notations than ours, in tables: what is meant can be told by a pattern alone.

They are data for the same reason as the dates that people say (`spoken`): the form for new events follows the
very same rows in the browser. What has to be reckoned to be answered stands in `mistakes` and `unsupported`.
"""

from __future__ import annotations

from timeline.dates.spoken import NO, Answers

_D = r"-?[0-9]{4}(?:-[0-9]{2}){0,2}"
_DAY = r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}"
_EDTF = "'{text}' is valid EDTF but not supported here"
_ISO = "'{text}' is valid ISO 8601 but not supported here"
_ALONE = "give each date an event of its own"
_STROKE = "a span is written with a stroke"
_IN_FULL = "the end of a span is written in full"

WHOLE: Answers = (
    (r"\{.*\}", _EDTF, f"{_ALONE}, or write a span such as 1960/1962"),
    (r"R[0-9]*/.*", _ISO, _ALONE),
    (r"P[0-9].*/.*|.*/P[0-9].*", _ISO, "write both ends, as in 2020-01-03/2020-01-05"),
    (rf"(?P<a>[0-9]{{4}}|{_DAY})-(?P<b>[0-9]{{4}}|{_DAY})", _STROKE, "write {a}/{b}"),
    (r"(?P<a>(?P<kept>-?[0-9]{4}-[0-9]{2}-)[0-9]{2})/(?P<b>[0-9]{2})", _IN_FULL, "write {a}/{kept}{b}"),
    (r"(?P<a>(?P<kept>-?[0-9]{4}-)[0-9]{2}(?:-[0-9]{2})?)/(?P<b>[0-9]{2}(?:-[0-9]{2})?)", _IN_FULL,
     "write {a}/{kept}{b}"),
    (rf"(?P<a>(?P<kept>{_DAY}T)[0-9]{{2}}:[0-9]{{2}})/(?P<b>[0-9]{{2}}:[0-9]{{2}})", _IN_FULL,
     "write {a}/{kept}{b}"),
    (rf"(?P<a>{_D})\s*(?:/|to|until|till|through|--)\s*(?P<b>{_D})", _STROKE, "write {a}/{b}"),
    (r"(?P<a>[0-9]{4})[/.](?P<b>0[1-9]|1[0-2])", NO, "write {a}-{b}"),
    (r"(?P<a>[0-9]{4})[/.](?P<b>[1-9])", NO, "write {a}-0{b}"),
    (r"(?![0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}$).*/.*/.*", "a span has one stroke",
     "write start/end, as in 2020-01-03/2020-01-05"),
)  # fmt: skip
"""What is asked of a whole text, once nothing has to be reckoned to answer it."""

PIECES: Answers = (
    (r"(?P<a>-?[0-9]{4})-(?P<b>[1-9])", NO, "write {a}-0{b}"),
    (r"(?P<a>[0-9]{4})(?P<b>0[1-9]|1[0-2])", NO, "write {a}-{b}"),
    *((rf"(?:the\s+)?{number}(?:st|th) century", NO, f"write {number - 1}XX") for number in range(10, 22)),
    (rf"(?P<d>{_D})(?P<mark>[?~%])(?P=mark)+", "one mark is enough", "write {d}{mark}"),
    (rf"(?P<d>{_D})[?~%]{{2,}}", "one mark is enough", "write {d}%"),
    *(
        (pattern.format(digits=rf"(?P<year>[0-9]{{{4 - len(zeros)}}})"), NO, f"write {zeros}{{year}}")
        for pattern in (r"A\.?D\.?\s*{digits}", r"{digits}\s*(?:A\.?D\.?|C\.?E\.?)")
        for zeros in ("", "0", "00", "000")
    ),
)
"""The same of one side of a span, or of one date of a choice."""
