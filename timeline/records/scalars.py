"""The kinds of single values that records are made of, each read from text.

Every scalar in an editor's file is text until one of these types reads it, so ``0047``, ``1.10`` and
``no`` mean what they look like. A value that does not fit is refused with words an editor can act on.
"""

from __future__ import annotations

import ipaddress
import math
import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator

from timeline.dates import DateError, When, Zone
from timeline.records.record import refuse

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 80
LONGEST_TITLE = 300
LONGEST_LINE = 1000
LONGEST_URL = 2000

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_WINDOWS_NAMES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        shape = "a list" if isinstance(value, list) else "a mapping"
        raise refuse("wrong-shape", f"this must be text, not {shape}")
    return value


def slug(value: str) -> str:
    """Makes a plain slug of a text, for a hint or an address: ``Green Zone!`` gives ``green-zone``."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[:LONGEST_ID].strip("-")


def _id(value: str) -> str:
    if len(value) > LONGEST_ID:
        raise refuse("bad-id", f"an id has at most {LONGEST_ID} characters, this one has {len(value)}")
    if not ID_PATTERN.fullmatch(value):
        proposal = slug(value)
        raise refuse(
            "bad-id",
            f"'{value}' is not a plain id: small letters a-z, digits, and single hyphens between them",
            f"write {proposal}" if proposal else "",
        )
    if _WINDOWS_NAMES.fullmatch(value):
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
            raise refuse("too-long", f"this has {len(value)} characters; at most {limit} fit here")
        return value

    return check


def check_url(value: str) -> str:
    """Checks that a text is an absolute http or https address without a password in it.

    Raises:
        PydanticCustomError: It is not; the error has a code, a message and a hint.
    """
    hint = "write the whole address, as in https://example.org/page"
    if len(value) > LONGEST_URL:
        raise refuse("bad-url", f"an address has at most {LONGEST_URL} characters, this one has {len(value)}")
    if re.search(r"[\s<>\"'`\\^{}|]", value):
        raise refuse("bad-url", "an address has no blanks, quotes, brackets or backslashes in it", hint)
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise refuse("bad-url", f"'{value}' is not an address", hint) from None
    del port
    if parts.scheme not in {"http", "https"}:
        raise refuse("bad-url", "an address begins with http:// or https://", hint)
    if parts.username is not None or parts.password is not None:
        raise refuse("bad-url", "an address must not carry a user name or a password", hint)
    if not host:
        raise refuse("bad-url", f"'{value}' names no host", hint)
    if not _known_host(host):
        raise refuse("bad-url", f"'{host}' is not the name of a host", hint)
    return value


def _known_host(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return True
    try:
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return False
    return bool(_HOST.fullmatch(ascii_host)) and ".." not in ascii_host


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise refuse("bad-language", f"'{value}' is not a language tag", "write a BCP 47 tag, as in en or ar")
    return value


def _integer(value: Any) -> Any:
    if isinstance(value, str):
        if not _INTEGER.fullmatch(value.strip()):
            raise refuse("bad-number", f"'{value}' is not a whole number", "write digits alone, as in 25")
        return int(value)
    return value if isinstance(value, int) else _text(value)


def _decimal(value: Any) -> Any:
    if isinstance(value, str):
        if not _DECIMAL.fullmatch(value.strip()):
            raise refuse("bad-number", f"'{value}' is not a number", "write it with a point, as in 33.31")
        return float(value)
    return value if isinstance(value, (int, float)) else _text(value)


def _number(value: Any) -> Any:
    """Keeps a whole number whole, so that it is shown as it was written."""
    number = _decimal(value)
    return int(value) if isinstance(value, str) and _INTEGER.fullmatch(value.strip()) else number


def _boolean(value: Any) -> Any:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise refuse("bad-boolean", f"'{value}' is neither true nor false", "write true or false")
        return value == "true"
    return value if isinstance(value, bool) else _text(value)


def _within(low: float, high: float, what: str) -> Callable[[float], float]:
    def check(value: float) -> float:
        if math.isnan(value) or not low <= value <= high:
            raise refuse("out-of-range", f"a {what} lies between {low:g} and {high:g}")
        return value

    return check


def _dated(error: DateError) -> Exception:
    return refuse("bad-date", error.message, error.hint, start=error.start, end=error.end)


def _date(value: str) -> str:
    try:
        When.parse(value)
    except DateError as error:
        raise _dated(error) from None
    return value


def _time(value: str) -> str:
    try:
        When.parse("2000-01-01", value)
    except DateError as error:
        raise _dated(error) from None
    return value


def _zone(value: str) -> str:
    try:
        Zone.parse(value)
    except DateError as error:
        raise refuse("bad-timezone", error.message, error.hint, start=error.start, end=error.end) from None
    return value


def _calendar_day(value: str) -> str:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise refuse("bad-date", f"'{value}' is not one day of the calendar", "write it as 2020-01-04")
    try:
        date.fromisoformat(value)
    except ValueError:
        return _date(value)
    return value


def _media_file(value: str) -> str:
    hint = "write the path inside content/media, as in balad/crater.jpg"
    parts = value.split("/")
    if "\\" in value or value.startswith("/") or re.match(r"[A-Za-z]:", value) or ".." in parts:
        raise refuse("bad-path", "this path leaves content/media", hint)
    if any(part in {"", "."} or part.startswith(".") for part in parts) or not value.isprintable():
        raise refuse("bad-path", f"'{value}' is not a plain path", hint)
    return value


_Text = Annotated[str, BeforeValidator(_text)]

Id = Annotated[_Text, AfterValidator(_id)]
"""A stable name for a record: ``green-zone-mortars``."""
Title = Annotated[_Text, AfterValidator(_line(LONGEST_TITLE))]
"""One line that names something."""
Line = Annotated[_Text, AfterValidator(_line(LONGEST_LINE))]
"""One line of plain text."""
Prose = Annotated[_Text, AfterValidator(_stripped)]
"""Markdown of any length."""
Url = Annotated[_Text, AfterValidator(check_url)]
"""An absolute http or https address."""
LanguageTag = Annotated[_Text, AfterValidator(_language)]
"""A BCP 47 tag."""
DateText = Annotated[_Text, AfterValidator(_date)]
"""A date in the EDTF subset of timeline.dates, as written."""
TimeText = Annotated[_Text, AfterValidator(_time)]
"""A clock time or a part of the day, as written."""
ZoneText = Annotated[_Text, AfterValidator(_zone)]
"""A time zone: an IANA name, an offset, or ``unknown``."""
CalendarDay = Annotated[_Text, AfterValidator(_calendar_day)]
"""One day of the calendar: ``2020-01-04``."""
MediaFile = Annotated[_Text, AfterValidator(_media_file)]
"""A path inside ``content/media``."""
Integer = Annotated[int, BeforeValidator(_integer)]
Number = Annotated[int | float, BeforeValidator(_number)]
Boolean = Annotated[bool, BeforeValidator(_boolean)]
Latitude = Annotated[float, BeforeValidator(_decimal), AfterValidator(_within(-90, 90, "latitude"))]
Longitude = Annotated[float, BeforeValidator(_decimal), AfterValidator(_within(-180, 180, "longitude"))]
