"""Titles that repeat the date, which stands beside them wherever they are shown."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from timeline.checks.check import Check, Finding
from timeline.merging import EventEntry, Timeline
from timeline.problems import Problem, Severity, Span

CODE = "title-repeats-date"
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?!\d)")
NO_THOUSANDS = r"(?!\d|[.,]\d{3}(?!\d))"
"""What stands behind the number of a day: in 'March 29,000 people' there is none."""
_DIGIT = re.compile(r"\d")
_ENGLISH = "en"


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds titles that name the day, or the month, that the event's own date gives."""
    for entry in timeline.doubtful_events:
        date = _DATE.match(entry.record.date or "")
        if date is None or not _DIGIT.search(entry.title):
            continue
        year, month = int(date[1]), int(date[2])
        day = int(date[3]) if date[3] else 0
        language = entry.record.language or timeline.site.language
        found = _numeric(entry.title, year, month, day) or _in_words(entry.title, year, month, day, language)
        if found:
            message = f"the title repeats the date: '{found}'"
            hint = "take it out: the date stands beside the title wherever it is shown"
            yield Finding(Problem(CODE, Severity.NOTE, _place(entry, found), message, hint), (entry,))


def _place(entry: EventEntry, words: str) -> Span:
    return entry.find(words, "title")


def _numeric(title: str, year: int, month: int, day: int) -> str:
    """The date in figures, in whatever order: 2020-01-04, 4.1.2020, 1/4/20."""
    for found in _NUMERIC.finditer(title):
        given = sorted(int(found[n]) for n in (1, 3, 4))
        if day and given in (sorted((year, month, day)), sorted((year % 100, month, day))):
            return found[0]
    return ""


def _in_words(title: str, year: int, month: int, day: int, language: str) -> str:
    """The date with the month in words, of the event's language or of English."""
    for pattern in (_pattern(language, month), _pattern(_ENGLISH, month)):
        for found in pattern.finditer(title) if pattern else ():
            numbers = {int(number) for number in re.findall(r"\d+", found[0])}
            if (day and numbers in ({day}, {day, year})) or (not day and numbers == {year}):
                return found[0].strip(" ,")
    return ""


@functools.lru_cache(maxsize=256)
def _pattern(language: str, month: int) -> re.Pattern[str] | None:
    """A month's names in one language, with the numbers that stand beside them."""
    words = month_names(language, month)
    before = r"(?:\b\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?)?"
    after = r"(?:\.?\s+(?:de\s+)?\d{1,2}(?:st|nd|rd|th)?" + NO_THOUSANDS + r")?(?:\.?,?\s+(?:de\s+)?\d{4}\b)?"
    return re.compile(rf"{before}\b(?:{words})\b{after}", re.IGNORECASE) if words else None


def month_names(language: str, month: int) -> str:
    """A pattern for a month's names in one language; empty where it has none, or there is no such month."""
    try:
        months = Locale.parse(language, sep="-").months
    except (UnknownLocaleError, ValueError):
        return ""
    forms = [months[form][width] for form in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    names = {form[month].rstrip(".") for form in forms if month in form}
    return "|".join(
        re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)) if not name.isdigit()
    )


CHECK = Check(CODE, Severity.NOTE, "A title does not repeat the date.", run)
