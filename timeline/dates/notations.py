"""Dates in other notations than ours, in tables: what is meant can be told by a pattern alone.

They are data for the same reason as the dates that people say (`spoken`): the form for new events follows the
very same rows in the browser. What has to be reckoned to be answered stands in `mistakes` and `unsupported`.
"""

from __future__ import annotations

from timeline.dates.existing import (
    CLOCK,
    DATE,
    DAY,
    DAYS_BY_YEAR,
    END,
    LEAP,
    MONTH,
    MONTH_AND_DAY,
    not_falling,
)
from timeline.dates.spoken import NO, Answers

_NOT_HERE = "'{text}' is not how a date is written here"
_ALONE = "give each date an event of its own"
_STROKE = "a span is written with a stroke"
_IN_FULL = "the end of a span is written in full"
_BOTH_ENDS = "write both ends, as in 2020-01-03/2020-01-05"
_FALLING = "the end of the span is before its start"
_TURNED = "if they are the wrong way round, write {b}/{a}"
_TO = "(?:/|to|until|till|through|--)"

WHOLE: Answers = (
    (r"\{.*\}", _NOT_HERE, f"{_ALONE}, or write a span such as 1960/1962"),
    (r"R[0-9]*/.*", _NOT_HERE, _ALONE),
    (r"P[0-9].*/.*|.*/P[0-9].*", _NOT_HERE, _BOTH_ENDS),
    *(
        row
        for date, between, order in (
            ("[0-9]{4}", "-", not_falling("-", "0-9")),
            (rf"(?!-){DAY}", "-", not_falling("-(?=[0-9]{4}-[0-9]{2}-[0-9]{2}$)")),
            (END, rf"\s*{_TO}\s*", not_falling(r"(?:[^-0-9]+|\s*--\s*)")),
        )
        for row in (
            (rf"{order}(?P<a>{date}){between}(?P<b>{date})", _STROKE, "write {a}/{b}"),
            (rf"(?P<a>{date}){between}(?P<b>{date})", _FALLING, _TURNED),
        )
    ),
    *(
        (rf"(?P<a>(?P<kept>(?!-0000)-?{year}-{months}-){not_falling('/', '0-9')}{days})/(?P<b>{days})",
         _IN_FULL, "write {a}/{kept}{b}")
        for year, months, days in DAYS_BY_YEAR
    ),
    *(
        (rf"(?P<a>(?P<kept>(?!-0000)-?{year}-){not_falling('/')}{part})/(?P<b>{part})", _IN_FULL,
         "write {a}/{kept}{b}")
        for year, part in (
            ("[0-9]{4}", f"(?:{MONTH_AND_DAY}|{MONTH})"), (LEAP, f"(?:{MONTH_AND_DAY}|02-29|{MONTH})")
        )
    ),
    (rf"(?P<a>(?P<kept>{DAY}T){not_falling('/', ':0-9')}{CLOCK})/(?P<b>{CLOCK})", _IN_FULL,
     "write {a}/{kept}{b}"),
    (r"-?[0-9]{4}(?:-[0-9]{2}){1,2}(?:T[0-9]{2}:[0-9]{2})?/[0-9]{2}(?:[-:][0-9]{2})?", _IN_FULL, _BOTH_ENDS),
    (r"(?P<a>[0-9]{4})[/.](?P<b>0[1-9]|1[0-2])", NO, "write {a}-{b}"),
    (r"(?P<a>[0-9]{4})[/.](?P<b>[1-9])", NO, "write {a}-0{b}"),
    (r"(?![0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}$).*/.*/.*", "a span has one stroke",
     "write start/end, as in 2020-01-03/2020-01-05"),
)  # fmt: skip
"""What is asked of a whole text, once nothing has to be reckoned to answer it."""

PIECES: Answers = (
    (r"(?P<a>-?[0-9]{4})-(?P<b>[1-9])", NO, "write {a}-0{b}"),
    (r"(?P<a>[0-9]{4})(?P<b>0[1-9]|1[0-2])", NO, "write {a}-{b}"),
    *(
        (rf"(?:the\s+)?{number}(?:st|nd|rd|th) century", NO, f"write {number - 1:02d}XX")
        for number in range(1, 22)
    ),
    (rf"(?P<d>{DATE})(?P<mark>[?~%])(?P=mark)+", "one mark is enough", "write {d}{mark}"),
    (rf"(?P<d>{DATE})[?~%]{{2,}}", "one mark is enough", "write {d}%"),
    *(
        (pattern.format(digits=rf"(?P<year>[0-9]{{{4 - len(zeros)}}})"), NO, f"write {zeros}{{year}}")
        for pattern in (r"A\.?D\.?\s*{digits}", r"{digits}\s*(?:A\.?D\.?|C\.?E\.?)")
        for zeros in ("", "0", "00", "000")
    ),
)
"""The same of one side of a span, or of one date of a choice."""
