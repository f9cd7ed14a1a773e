"""The names of days, months, years and zones by themselves, as headings and labels need them.

They are apart from `words` because they are made from plain numbers: a heading stands over many
dates and belongs to none.
"""

from __future__ import annotations

import functools

from babel.core import get_global

from timeline.dates.calendar import date_of
from timeline.dates.clock import offset_name
from timeline.dates.patterns import date_text, has_era
from timeline.dates.zones import Zone
from timeline.languages import Language


def zone_label(zone: Zone, language: Language) -> str:
    """A zone for the brackets after a time: its city by CLDR, or its offset: 'Baghdad', 'UTC'."""
    if zone.is_unknown:
        return language.text("time zone not stated")
    if zone.is_fixed:
        return "UTC" if zone.name == "UTC" else f"UTC{zone.name}"
    area, stroke, _ = zone.name.partition("/")
    if area == "Etc":
        # Their signs are the wrong way round for readers: Etc/GMT+3 is three hours west of UTC.
        offset = zone.offset(0)
        return f"UTC{offset_name(offset)}" if offset else "UTC"
    if not stroke and zone.name.isupper():
        return zone.name  # CET and its like are no places
    for name in _names_of(zone.name):
        city = language.locale.time_zones.get(name, {}).get("city")
        if city:
            return str(city)
    return _names_of(zone.name)[1].rpartition("/")[2].replace("_", " ")


@functools.cache
def _names_of(zone: str) -> tuple[str, ...]:
    """All names of a zone: CLDR keeps its cities under old ones, as Kolkata under Asia/Calcutta."""
    aliases = get_global("zone_aliases")
    present = aliases.get(zone, zone)
    return (zone, present, *sorted(old for old, new in aliases.items() if new == present))


def full_day(day: int, language: Language) -> str:
    """A day number with weekday and year: 'Saturday 4 January 2020'."""
    return date_text(language.locale, "weekday", *date_of(day))


def day_heading(day: int, language: Language) -> str:
    """A day number as a heading within its year: 'Saturday 4 January'."""
    return date_text(language.locale, "weekday-day-month", *date_of(day))


def month_heading(year: int, month: int, language: Language) -> str:
    """A month as a heading: 'January 2020'."""
    return date_text(language.locale, "month", year, month)


def month_name(month: int, language: Language, *, short: bool = False) -> str:
    """A month without its year, as a list below the year has it: 'January', or 'Jan'."""
    return date_text(language.locale, "month-alone", 2000, month, short=short)


def year_heading(year: int, language: Language) -> str:
    """A year as a heading: '2020', '45 BC'."""
    return date_text(language.locale, "year", year)


def season_heading(year: int, season: int, language: Language) -> str:
    """A season as EDTF numbers it, 21 to 24: 'spring 2020', 'winter 2020\u201321'."""
    shown = year_heading(year, language)
    if season == 24 and not has_era(year):
        following = year + 1
        is_cut = year >= 1000 and following % 100
        end = f"{following % 100:02d}" if is_cut else str(following)
        shown = language.text_in("a winter's two years", "{year}–{end}", year=year, end=end)
    if season == 21:
        return language.text("spring {year}", year=shown)
    if season == 22:
        return language.text("summer {year}", year=shown)
    if season == 23:
        return language.text("autumn {year}", year=shown)
    return language.text("winter {year}", year=shown)


def decade_heading(first: int, language: Language) -> str:
    """A decade, by its first year, as a heading: '2010s'."""
    if has_name(first):
        return language.text("{decade}s", decade=first)
    return years_heading(first, first + 9, language)


def century_heading(first: int, language: Language) -> str:
    """A hundred years, by the first of them, as a heading: '2000 to 2099'."""
    return years_heading(first, first + 99, language)


def years_heading(first: int, last: int, language: Language) -> str:
    """Years from one to another as a heading: '1000 to 1999'."""
    return language.text(
        "{first} to {last}", first=year_heading(first, language), last=year_heading(last, language)
    )


def has_name(first: int) -> bool:
    """Whether a decade can be called by its first year; 'the 2000s' could be a century."""
    return first > 100 and first % 100 != 0
