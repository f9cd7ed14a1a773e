"""Weekdays in texts that the date beside them is not: one of the two is a slip, and readers trust both.

Only what an editor has written is looked at: a quotation and the title of a source stand as they were.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from babel import Locale, UnknownLocaleError

from timeline.checks.check import Check, Finding
from timeline.checks.titles import month_names
from timeline.merging import EventEntry, Timeline, Wording
from timeline.problems import Problem, Severity

CODE = "wrong-weekday"
_ENGLISH = "en"
_MONTHS = range(1, 13)
_NUMBER = r"\d{1,2}(?!\d)(?:st|nd|rd|th|er|\.|º)?"
_ENGLISH_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEW_EVERYWHERE = 1924
_NOT_OURS = frozenset({"quote", "tags", "names"})
"""The keys of what stands as others wrote it, or holds no date."""
_LEAST = 3
"""So many letters all weekdays of a language must end in for a text without these to be passed over."""


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds weekdays beside dates of other ones."""
    usual = timeline.site.language
    for wording in timeline.doubtful:
        if wording.key in _NOT_OURS or wording.path[0] == "sources":
            continue
        own = getattr(wording.owner.record, "language", None) or usual
        for sign in _signs(own):
            if sign in wording.value:
                break
        else:
            continue  # nearly every text
        for language in dict.fromkeys((own, _ENGLISH)):
            for found in pattern_of(language).finditer(wording.value):
                day, names = _day(found, language, wording), names_of(language)
                number = day.weekday() if day else -1
                told = found["weekday"].casefold()
                if day and told != names[number].casefold() and told not in _by_the_old_calendar(day, names):
                    message = f"'{' '.join(found[0].split())}' is a {_ENGLISH_NAMES[number]}"
                    hint = f"correct the date, or write {names[number]}"
                    yield Finding(
                        Problem(CODE, Severity.WARNING, wording.find(found[0]), message, hint), wording.about
                    )


@functools.cache
def names_of(language: str) -> tuple[str, ...]:
    """The weekdays of a language, Monday first; none of one that CLDR does not know."""
    if language == _ENGLISH:  # that of most sites, for which no data need be looked up
        return _ENGLISH_NAMES
    try:
        days = Locale.parse(language, sep="-").days["format"]["wide"]
    except (UnknownLocaleError, ValueError):
        return ()
    return tuple(str(days[number]) for number in range(7))


@functools.cache
def _signs(language: str) -> tuple[str, ...]:
    """What a text in a language has in it where it names a weekday, in that or in English; more have it."""
    signs: set[str] = set()
    for names in filter(None, (names_of(language), _ENGLISH_NAMES)):
        end = next(end for at in range(100) if all(name.endswith(end := names[0][at:]) for name in names))
        signs |= {end} if len(end) >= _LEAST else {*names, *(name.capitalize() for name in names)}
    return tuple(sorted(signs))


@functools.cache
def pattern_of(language: str) -> re.Pattern[str]:
    """A weekday of a language with a date behind it; of an unknown language, what is nowhere."""
    names = names_of(language)
    if not names:
        return re.compile(r"(?!)")
    months = "|".join(filter(None, (month_names(language, month) for month in _MONTHS)))
    of = r"(?:of\s+|de\s+)?"
    year = rf"(?:[,،]?\s+{of}(?P<year{{}}>\d{{{{4}}}})(?!\d))?"
    day_first = rf"(?P<day1>{_NUMBER})\s+{of}(?P<month1>{months})\b{year.format(1)}"
    month_first = rf"(?P<month2>{months})\s+(?P<day2>{_NUMBER}){year.format(2)}"
    iso = r"(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d)(?!\d)"
    weekday = rf"\b(?P<weekday>{'|'.join(map(re.escape, names))})"
    pattern = rf"{weekday}[,،]?\s+(?:the\s+|den\s+|le\s+)?(?:{day_first}|{month_first}|{iso})"
    return re.compile(pattern, re.IGNORECASE)


def _day(found: re.Match[str], language: str, wording: Wording) -> date | None:
    """The day that stands beside a weekday; None where its year is not plain, or there is no such day."""
    way = next(n for n in (1, 2, 3) if found[f"day{n}"])
    number = int(re.sub(r"\D", "", found[f"day{way}"]))
    month = found[f"month{way}"]
    if not month.isdigit():
        names = (n for n in _MONTHS if re.fullmatch(month_names(language, n), month, re.IGNORECASE))
        month = next(names, 0)
    own = (wording.owner.record.date or "") if isinstance(wording.owner, EventEntry) else ""
    year = found[f"year{way}"] or ""
    if not year and re.fullmatch(rf"\d{{4}}-{int(month):02d}-{number:02d}", own):
        year = own[:4]  # the event's own day
    try:
        return date(int(year), int(month), number)
    except ValueError:
        return None


def _by_the_old_calendar(day: date, names: Sequence[str]) -> Iterator[str]:
    """The weekday of a date in the Julian calendar, while some country had it: Greece was the last."""
    if day.year < _NEW_EVERYWHERE:
        behind = day.year // 100 - day.year // 400 - 2
        yield names[(day.weekday() + behind) % 7].casefold()


CHECK = Check(CODE, Severity.WARNING, "A weekday in a text is that of the date beside it.", run)
