"""The kinds of single values that records are made of, each read from text.

Every scalar in an editor's file is text until one of these types reads it, so ``0047``, ``1.10`` and
``no`` mean what they look like. A value that does not fit is refused with words an editor can act on.

A project has a hundred thousand such values, so what pydantic's core can decide it decides alone, by a
pattern; `explain` says why a pattern did not fit.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from timeline.dates import DateError, When, Zone
from timeline.records.addresses import check_url
from timeline.records.language_tags import LANGUAGE, LONGEST_LANGUAGE, check_language
from timeline.records.look_alikes import LATIN_FOR, latin, name_of
from timeline.records.media_paths import check_media_path
from timeline.records.record import quoted, refuse

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 80
LONGEST_TITLE = 300
LONGEST_LINE = 1000
LONGEST_NUMBER = 20  # what puts a number into words can do up to 28 digits, decimals among them

_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_LETTER = re.compile(r"[^\W\d_]")
_OF_LINK = re.compile(r"(?:event|place|actor|article|storyline):", re.IGNORECASE)
"""What stands before an id in the address of a link."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_A_DAY = re.compile(rf"write {_DAY.pattern}(?: or |$)")
_MEANT_BY_YES = {
    **dict.fromkeys(("yes", "y", "on", "1", "true", "about", "approximately", "important", "نعم"), "true"),
    **dict.fromkeys(("no", "n", "off", "0", "false", "لا"), "false"),
}
WINDOWS_NAMES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


def _text(value: Any, hint: str = "") -> Any:
    if not isinstance(value, str):
        shape = "a list" if isinstance(value, list) else "a mapping"
        raise refuse("wrong-shape", f"this must be text, not {shape}", hint)
    return value


def one_of(words: Iterable[str], noun: str, code: str = "bad-choice") -> BeforeValidator:
    """A check that a value is one of a few words."""
    words = tuple(words)
    hint = f"write one of {', '.join(words)}"

    def check(value: Any) -> Any:
        if _text(value, hint) not in words:
            plain, first = slug(value), slug(value.partition(" ")[0])
            meant = f"write {plain}" if plain in words else hint
            if first in words and first != plain:
                meant = f"write {first}; what else there is to say has keys of its own"
            raise refuse(code, f"{quoted(value)} is not {noun}", meant)
        return value

    return BeforeValidator(check)


def slug(value: str) -> str:
    """Makes a plain slug of a text, for a hint or an address: ``Green Zone!`` gives ``green-zone``."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[:LONGEST_ID].strip("-")


def check_id(value: str) -> str:
    """Checks that a text is a plain id.

    Raises:
        PydanticCustomError: It is not; the error has a code, a message and a hint.
    """
    if len(value) > LONGEST_ID:
        message = f"an id has at most {LONGEST_ID} characters, this one has {len(value)}"
        raise refuse("bad-id", message, "shorten it")
    if not ID_PATTERN.fullmatch(value):
        proposal = slug(latin(_OF_LINK.sub("", value)))
        strange = next((n for n, char in enumerate(value) if char in LATIN_FOR), -1)
        if strange >= 0 and any("a" <= char <= "z" for char in value):
            letter = value[strange]
            message = f"the '{letter}' in this id is {name_of(letter)}, and no Latin '{LATIN_FOR[letter]}'"
            raise refuse("bad-id", message, f"write {proposal}", start=strange, end=strange + 1)
        other = "write it in Latin letters, for it stands in addresses" if value.strip() else "write one"
        raise refuse(
            "bad-id",
            f"{quoted(value)} is not a plain id: small letters a-z, digits, and single hyphens between them",
            f"write {proposal}" if proposal else other,
        )
    return value


def _own_id(value: str) -> str:
    if WINDOWS_NAMES.fullmatch(value):
        raise refuse("bad-id", f"'{value}' is a name that Windows keeps for itself", "choose a longer id")
    return value


def _stripped(value: str) -> str:
    value = value.strip()
    if not value:
        raise refuse("empty-value", "there is no value here", "write one, or leave the key out")
    return value


def _line(limit: int) -> Callable[[str], str]:
    def check(value: str) -> str:
        value = " ".join(_stripped(value).split())
        if len(value) > limit:
            raise refuse(
                "too-long", f"this has {len(value)} characters; at most {limit} fit here", "shorten it"
            )
        return value

    return check


def _count_digits(value: str) -> None:
    if len(value) > LONGEST_NUMBER and not _LETTER.search(value):
        raise refuse("bad-number", f"a number has at most {LONGEST_NUMBER} characters", "round it")


def _integer(value: Any) -> Any:
    if isinstance(value, str):
        _count_digits(value)
        if not _INTEGER.fullmatch(value.strip()):
            raise refuse(
                "bad-number", f"{quoted(value)} is not a whole number", "write digits alone, as in 25"
            )
        return int(value)
    return value if isinstance(value, int) else _text(value)


def _decimal(value: Any) -> Any:
    if isinstance(value, str):
        _count_digits(value)
        if not _DECIMAL.fullmatch(value.strip()):
            # Its patterns take a tenth of the time in which a check starts, and few numbers are wrong.
            from timeline.records.numbers import meant_by_degrees  # noqa: PLC0415

            raise refuse("bad-number", f"{quoted(value)} is not a number", meant_by_degrees(value))
        return float(value)
    return value if isinstance(value, (int, float)) else _text(value)


def _number(value: Any) -> Any:
    """Keeps a whole number whole, so that it is shown as it was written."""
    if not isinstance(value, str):
        return value if isinstance(value, (int, float)) else _text(value)
    _count_digits(value)
    text = value.strip()
    if _INTEGER.fullmatch(text):
        return int(value)
    from timeline.records.numbers import meant_by_number, readings_of  # noqa: PLC0415 # likewise

    if not _DECIMAL.fullmatch(text):
        raise refuse("bad-number", f"{quoted(value)} is not a number", meant_by_number(value))
    if hint := readings_of(text):
        raise refuse("bad-number", f"{quoted(value)} can be read in two ways", hint)
    return float(value)


def _boolean(value: Any) -> Any:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            meant = _MEANT_BY_YES.get(value.strip().lower(), "true or false")
            raise refuse("bad-boolean", f"{quoted(value)} is neither true nor false", f"write {meant}")
        return value == "true"
    return value if isinstance(value, bool) else _text(value)


def _within(low: float, high: float, what: str) -> Callable[[float], float]:
    def check(value: float) -> float:
        if math.isnan(value) or not low <= value <= high:
            hint = "check that latitude and longitude are not swapped"
            raise refuse("out-of-range", f"a {what} lies between {low:g} and {high:g}", hint)
        return value

    return check


def _dated(error: DateError) -> Exception:
    return refuse("bad-date", error.message, error.hint, start=error.start, end=error.end)


def is_day(value: str) -> bool:
    """Whether a text is one day of the calendar, as in 2020-01-04: by far the most usual date."""
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


@functools.lru_cache(maxsize=4096)
def check_date(value: str, time: str | None = None) -> None:
    """Checks a date, and that a time fits it.

    Raises:
        DateError: They are not a date.
    """
    When.parse(value, time)


def _date(value: str) -> str:
    if not is_day(value):
        try:
            check_date(value)
        except DateError as error:
            raise _dated(error) from None
    return value


def _time(value: str) -> str:
    try:
        check_date("2000-01-01", value)
    except DateError as error:
        # The day is ours, not the event's.
        error.hint = error.hint.removesuffix(", 2000-01-02")
        raise _dated(error) from None
    return value


@functools.lru_cache(maxsize=256)
def _check_zone(value: str) -> None:
    Zone.parse(value)


def _zone(value: str) -> str:
    try:
        _check_zone(value)
    except DateError as error:
        raise refuse("bad-timezone", error.message, error.hint, start=error.start, end=error.end) from None
    return value


def _calendar_day(value: str) -> str:
    if is_day(value):
        return value
    if _DAY.fullmatch(value):
        _date(value)  # says which part of it does not exist
    hint = "write it as 2020-01-04"
    if re.match(rf"{_DAY.pattern}T", value) and is_day(value[:10]):
        raise refuse("bad-date", f"{quoted(value)} is a time, and a day is enough", f"write {value[:10]}")
    try:
        check_date(value)
    except DateError as error:
        hint = error.hint if _A_DAY.match(error.hint) else hint
    raise refuse("bad-date", f"{quoted(value)} is not one day of the calendar", hint)


Id = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN.pattern}$", max_length=LONGEST_ID)]
"""The stable name of a record: ``green-zone-mortars``."""
OwnId = Annotated[Id, AfterValidator(_own_id)]
"""The id that a record has itself: one that a file can be called."""
Title = Annotated[str, AfterValidator(_line(LONGEST_TITLE))]
"""One line that names something."""
Line = Annotated[str, AfterValidator(_line(LONGEST_LINE))]
"""One line of plain text."""
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Markdown of any length."""
Url = Annotated[str, AfterValidator(check_url)]
"""An absolute http or https address."""
LanguageTag = Annotated[str, StringConstraints(pattern=f"^{LANGUAGE.pattern}$", max_length=LONGEST_LANGUAGE)]
"""A BCP 47 tag."""
DateText = Annotated[str, AfterValidator(_date)]
"""A date in the EDTF subset of timeline.dates, as written."""
TimeText = Annotated[str, AfterValidator(_time)]
"""A clock time or a part of the day, as written."""
ZoneText = Annotated[str, AfterValidator(_zone)]
"""A time zone: an IANA name, an offset, or ``unknown``."""
CalendarDay = Annotated[str, AfterValidator(_calendar_day)]
"""One day of the calendar: ``2020-01-04``."""
MediaFile = Annotated[str, AfterValidator(check_media_path)]
"""A path inside ``content/media``."""
Integer = Annotated[int, BeforeValidator(_integer)]
Number = Annotated[int | float, BeforeValidator(_number)]
Boolean = Annotated[bool, BeforeValidator(_boolean)]
Latitude = Annotated[float, BeforeValidator(_decimal), AfterValidator(_within(-90, 90, "latitude"))]
Longitude = Annotated[float, BeforeValidator(_decimal), AfterValidator(_within(-180, 180, "longitude"))]

_EXPLAINED: Mapping[str, Callable[[str], str]] = {
    f"^{ID_PATTERN.pattern}$": check_id,
    f"^{LANGUAGE.pattern}$": check_language,
}
_BY_LENGTH = {LONGEST_ID: check_id, LONGEST_LANGUAGE: check_language}


def explain(context: Mapping[str, Any], value: object) -> Mapping[str, Any]:
    """Why a text did not fit the pattern or the length that pydantic's core checked.

    Args:
        context: The context of pydantic's error: the pattern, or the length.
        value: The text.

    Returns:
        What `refuse` would have given: code, message, hint, start and end.
    """
    check = _EXPLAINED.get(context.get("pattern", "")) or _BY_LENGTH.get(
        context.get("max_length", 0), _stripped
    )
    try:
        check(str(value))
    except PydanticCustomError as error:
        return error.context or {}
    return {"code": "bad-value", "message": "this value does not fit here", "hint": "", "start": 0, "end": 0}
