"""What each kind of single value looks like in a file, as JSON Schema says it.

An editor's program types plain values by YAML's rules before it asks the schema: ``2020`` is a number to
it, ``true`` a boolean. For us they are text, so each kind of text accepts what such a program may make of
it. Patterns hold what a glance can hold; a day that does not exist is for ``timeline check`` to find.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.dates.parts import PARTS
from timeline.records import ID_PATTERN, addresses, scalars

Schema = dict[str, Any]

# Anything that is one value and not nothing. The list of types stands in a condition, because the language
# server would else propose true and false as the completion of every title.
_TEXT: Schema = {
    "if": {"type": ["string", "number", "boolean"]},
    "else": {"type": "string", "errorMessage": "This must be one text, and not empty."},
}
_OFFSET = r"(Z|[+-][0-9]{2}(:[0-9]{2})?)"
_NUMBER = r"^[+-]?[0-9]+(\.[0-9]+)?$"


def _text(pattern: str, message: str, *examples: str) -> Schema:
    """Text of a form: the pattern binds what an editor's program takes for a string."""
    found: Schema = {"type": ["string", "number"], "pattern": pattern, "patternErrorMessage": message}
    return {**found, "examples": list(examples)} if examples else found


def _number(low: float | None = None, high: float | None = None) -> Schema:
    bounds = {name: value for name, value in (("minimum", low), ("maximum", high)) if value is not None}
    message = "Write a number with a point, as in 33.31."
    return {"type": ["number", "string"], **bounds, "pattern": _NUMBER, "patternErrorMessage": message}


_ID = {
    **_text(
        f"^{ID_PATTERN.pattern}$", "An id has small letters a-z, digits, and single hyphens between them."
    ),
    "maxLength": scalars.LONGEST_ID,
}
# EDTF is not a regular language's business; its letters are.
_DATE = _text(
    r"^[0-9XY?~%.,:/TZ+\[\]{}-]+$",
    "Write the date as 2020-01-04, 2020-01, 2019-12~ or 2020-01-03/2020-01-05.",
    "2020-01-04", "2020-01", "2019-12~", "2020-01-03/2020-01-05",
)  # fmt: skip
_TIME = _text(
    rf"^({'|'.join(PARTS)}|~?[0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}})?{_OFFSET}?)$",
    f"Write the time as 19:45 or ~19:45, or one of {', '.join(PARTS)}.",
    "19:45", "~19:45", *PARTS,
)  # fmt: skip
_DAY = _text(
    r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "Write one day, as in 2020-01-04.", "2020-01-04"
)
_URL = {
    **_text("^https?://[^\\s]+$", "Write the whole address, as in https://example.org/page."),
    "maxLength": addresses.LONGEST_URL,
}
_LANGUAGE = _text("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "Write a BCP 47 tag, as in en or ar.", "en", "ar")
_ZONE: Schema = {**_TEXT, "examples": ["Asia/Baghdad", "+03:00", "unknown"]}
_MEDIA: Schema = {**_TEXT, "examples": ["balad/crater.jpg"]}
_BOOLEAN: Schema = {
    "type": ["boolean", "string"], "pattern": "^(true|false)$", "patternErrorMessage": "Write true or false.",
}  # fmt: skip
_INTEGER: Schema = {
    "type": ["integer", "string"], "pattern": "^[+-]?[0-9]+$", "patternErrorMessage": "Write digits alone.",
}  # fmt: skip

SCALARS: Mapping[object, Schema] = {
    scalars.Id: _ID,
    scalars.Title: {**_TEXT, "maxLength": scalars.LONGEST_TITLE},
    scalars.Line: {**_TEXT, "maxLength": scalars.LONGEST_LINE},
    scalars.Prose: _TEXT,
    scalars.Url: _URL,
    scalars.LanguageTag: _LANGUAGE,
    scalars.DateText: _DATE,
    scalars.TimeText: _TIME,
    scalars.ZoneText: _ZONE,
    scalars.CalendarDay: _DAY,
    scalars.MediaFile: _MEDIA,
    scalars.Integer: _INTEGER,
    scalars.Number: _number(),
    scalars.Boolean: _BOOLEAN,
    scalars.Latitude: _number(-90, 90),
    scalars.Longitude: _number(-180, 180),
    str: _TEXT,
}
"""The schema of each alias in timeline.records.scalars. A new alias is one line here."""
# The ids that records have themselves are an alias of their own where the records tell the two apart.
SCALARS = {getattr(scalars, "OwnId", scalars.Id): _ID, **SCALARS}
