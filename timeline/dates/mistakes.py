"""What to answer when a text is not in the grammar of the ``date`` and ``time`` keys.

Nothing here decides whether a text is a date: it is asked only when one is not, and finds the
likeliest reason and what to write instead. It is apart so that the grammar stays readable, and so
that another mistake that people make is one more rule in a table (`unsupported` has those that are
good EDTF or ISO 8601 and only not ours).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from timeline.dates.calendar import days_in_month, iso_year
from timeline.dates.clock import parse_clock
from timeline.dates.errors import DateError
from timeline.dates.notations import PIECES, WHOLE
from timeline.dates.spoken import ANSWERED, REMAINING, Answers, answer, reworded
from timeline.dates.unsupported import UNSUPPORTED, season_advice

Rule = tuple[str, Callable[[re.Match[str]], tuple[str, str]]]
"""A pattern for the whole text, and what to say: the message and the hint."""

EXAMPLES = "write a date such as 2020-01-04, 2020-01 or 2020"


def date_error(text: str, piece: str | None = None, base: int = 0) -> DateError:
    """Explains a text that is no date.

    Args:
        text: The whole text of the ``date`` key.
        piece: The side of a span or the member of a set that is at fault; the whole by default.
        base: Where the piece begins in the text.
    """
    if not text.strip():
        return DateError("the date is empty", EXAMPLES, "date", 0, len(text))
    part, at = (text, 0) if not piece else (piece, base)
    whole = text if text.startswith("[") else reworded(text)
    plain = reworded(part)
    found = (
        _first_rule(_WHOLE, text, text, 0)
        or _answered(WHOLE, text, text, 0)
        or _first_rule(_WHOLE, whole, text, 0)
        or _answered(WHOLE, whole, text, 0)
        or _first_rule(_PIECES, part, part, at)
        or _answered((*PIECES, *ANSWERED), part, part, at)
        or _first_rule(_PIECES, plain, part, at)
        or _answered((*PIECES, *ANSWERED, *REMAINING), plain, part, at)
    )
    if found:
        return found
    start, end = (0, len(text)) if piece is None else (base, base + len(piece))
    hint = EXAMPLES
    if piece == "":
        return DateError("a date is missing in the set", EXAMPLES, "date", max(start - 1, 0), end)
    return DateError(f"'{text if piece is None else piece}' is not a date", hint, "date", start, end)


def month_error(year: str, month: str, day: str | None, at: int) -> DateError:
    """Explains a month outside 1 to 12.

    Args:
        year: The year as written.
        month: The two digits of the month.
        day: The digits of the day, if any.
        at: Where the month stands in the text.
    """
    number = int(month)
    if day is None and 25 <= number <= 41:
        return DateError(
            f"'{year}-{month}' is not how a date is written here",
            season_advice(year, number),
            "date",
            at,
            at + 2,
        )
    if number == 0:
        hint = f"write {year} where the month is not known"
        return DateError("there is no month 00", hint, "date", at, at + 2)
    message, hint = f"there is no month {month}", "months go from 01 to 12"
    turned = int(day) if day is not None and day.isdigit() else 0
    if 1 <= turned <= 12 and number <= days_in_month(int(year), turned):
        hint = f"did you mean {year}-{day}-{month}?"
    elif day is not None and 21 <= number <= 24:
        message, hint = "a season has no days", f"write {year}-{month}"
    return DateError(message, hint, "date", at, at + 2)


def odd_character(text: str, hint: str) -> DateError:
    """Explains spaces around the text, and characters that only look like ASCII's.

    Args:
        text: A date with at least one of them.
        hint: What to write instead.
    """
    if text != text.strip():
        start = 0 if text[0].isspace() else len(text.rstrip())
        end = len(text) - len(text.lstrip()) if start == 0 else len(text)
        return DateError("spaces around the date", hint, "date", start, end)
    at = next(at for at, char in enumerate(text) if not char.isascii())
    name = unicodedata.name(text[at], "a character that cannot be seen").lower()
    return DateError(f"{name} has no place in a date", hint, "date", at, at + 1)


def _first_rule(rules: Iterable[Rule], plain: str, text: str, base: int) -> DateError | None:
    """What the first rule that a text follows says of it, as it stands or reworded."""
    for pattern, says in rules:
        match = re.fullmatch(pattern, plain, re.IGNORECASE | re.ASCII)
        if match:
            message, hint = says(match)
            if message:
                return DateError(
                    message.replace(f"'{plain}'", f"'{text}'"), hint, "date", base, base + len(text)
                )
    return None


def _answered(rules: Answers, plain: str, text: str, base: int) -> DateError | None:
    """The same of the rules that are data."""
    found = answer(rules, plain)
    if found is None:
        return None
    message, hint = (words.replace("{text}", text) for words in found)
    return DateError(message, hint, "date", base, base + len(text))


def _date(year: str, month: str, day: str) -> str:
    """A date in the right form, or nothing where there is none such."""
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= days_in_month(int(year), int(month)):
        return ""
    return f"{iso_year(int(year))}-{int(month):02d}-{int(day):02d}"


def _year_first(match: re.Match[str]) -> tuple[str, str]:
    """Dates with the day or the month first, of which nobody can tell which it is."""
    one, two, year = match["one"], match["two"], match["year"]
    day_first, month_first = _date(year, two, one), _date(year, one, two)
    readings = [date for date in dict.fromkeys((day_first, month_first)) if date]
    if not readings:
        return "", ""
    message = f"'{match[0]}' can be read in two ways" if len(readings) == 2 else _no(match)
    return message, f"write {' or '.join(readings)}"


def _no(match: re.Match[str]) -> str:
    return f"'{match[0]}' is not how a date is written here"


def _numbers(match: re.Match[str]) -> tuple[str, str]:
    found = _date(match["year"], match["month"], match["day"])
    return (_no(match), f"write {found}") if found else ("", "")


def _day_and_time(match: re.Match[str]) -> tuple[str, str]:
    day, clock = match["date"], match["clock"]
    try:
        parse_clock(clock, "date", 0)
    except DateError as error:
        meant = re.fullmatch(r"write ([0-9]{2}:[^\s,]+(?:, and the time zone under timezone)?)", error.hint)
        time = f" and time: {meant[1]}" if meant else ", and the time of day under time"
        return "a date and a time are two keys", f"write date: {day}{time}"
    return "a date and a time are two keys", f"write date: {day} and time: {clock}, or {day}T{clock}"


def _list(match: re.Match[str]) -> tuple[str, str]:
    dates = list(dict.fromkeys(re.findall(r"-?[0-9]{4}(?:-[0-9]{2}){0,2}", match[0])))
    written = f"'[{','.join(dates)}]'" if len(dates) > 1 else dates[0]
    return "a choice of dates stands in brackets and quotes", f"write {written}"


def _era(match: re.Match[str]) -> tuple[str, str]:
    year = int(match["year"])
    return _no(match), f"write {iso_year(1 - year)}" if year else EXAMPLES


_D = r"-?[0-9]{4}(?:-[0-9]{2}){0,2}"
_DAY = r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}"

_WHOLE: list[Rule] = [
    *UNSUPPORTED["whole"],
    (r"(?P<one>[0-9]{1,2})[/.-](?P<two>[0-9]{1,2})[/.-](?P<year>[0-9]{4})", _year_first),
    (r"(?P<year>[0-9]{4})[/.](?P<month>[0-9]{1,2})[/.](?P<day>[0-9]{1,2})", _numbers),
    (rf"{_D}(?:\s*(?:,|or|\|)\s*{_D})+", _list),
    (rf"\[\s*{_D}(?:\s*,\s*{_D})*\s*\]?", _list),
    (rf"{_D}(?:\s*,\s*{_D})*\s*\]", _list),
]

_PIECES: list[Rule] = [
    *UNSUPPORTED["piece"],
    (r"(?P<year>-?[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})", _numbers),
    (rf"(?P<date>{_DAY})(?:\s+|,\s*|\s+at\s+|t|T\s+|\s+T)(?P<clock>~?(?![0-9]{{4}}-)[0-9].*)", _day_and_time),
    (r"(?P<year>[0-9]{1,4})\s*(?:B\.?C\.?(?:E\.?)?)", _era),
]

COMPUTED = tuple([pattern for pattern, _ in rules] for rules in (_WHOLE, _PIECES))
"""The patterns whose answers are computed, of whole texts and of pieces: a browser has answers of its own."""
