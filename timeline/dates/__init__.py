"""Dates as editors write them: read, compared, and said in words."""

from timeline.dates.calendar import date_of, day_number, iso_date, iso_instant, iso_year, weekday
from timeline.dates.errors import DateError
from timeline.dates.headings import (
    century_heading,
    day_heading,
    decade_heading,
    full_day,
    month_heading,
    month_name,
    season_heading,
    year_heading,
    years_heading,
    zone_label,
)
from timeline.dates.parts import PARTS, Part
from timeline.dates.phrasebook import phrasebook
from timeline.dates.when import Heading, Local, Precision, When
from timeline.dates.words import clock, in_words, short
from timeline.dates.zones import UNKNOWN, UTC, Zone

__all__ = [
    "PARTS",
    "UNKNOWN",
    "UTC",
    "DateError",
    "Heading",
    "Local",
    "Part",
    "Precision",
    "When",
    "Zone",
    "century_heading",
    "clock",
    "date_of",
    "day_heading",
    "day_number",
    "decade_heading",
    "full_day",
    "in_words",
    "iso_date",
    "iso_instant",
    "iso_year",
    "month_heading",
    "month_name",
    "phrasebook",
    "season_heading",
    "short",
    "weekday",
    "year_heading",
    "years_heading",
    "zone_label",
]
