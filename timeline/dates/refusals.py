"""What the form for a new event says of a date that is refused, where no row of data tells it.

The program makes its sentences where it finds a mistake. The form's script finds the same mistakes in the
browser, and takes the words from here by a name, so that the script carries none of them. `refused.yaml`,
which both test suites read, holds each to what the program says.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.dates.parts import PARTS

_CLOCK = "write hours and minutes as 19:45"
_NOT_HERE = "'{0}' is not how a date is written here"
_NO_TIME = "'{0}' is not a time of day"
_MONTHS = "months go from 01 to 12"
_SAY_IT = "leave the time out, and say it in the summary"
_AS_DATE = "write the date as 2020-01-04"
_ZONE = "write a name such as Asia/Baghdad, UTC, an offset such as +03:00, or unknown"
_SHORT = (
    "an abbreviation stands for several zones: write a name such as Asia/Baghdad, or an offset such as +03:00"
)

REFUSALS: Mapping[str, tuple[str, str]] = {
    # Clocks and offsets
    "24": ("24:00 is not supported", "write 00:00 of the next day{0}"),
    "hour": ("there is no hour {0}", "hours go from 00 to 23"),
    "minute": ("there is no minute {0}", "minutes go from 00 to 59"),
    "second": ("there is no second {0}", "seconds go up to 59"),
    "leap": ("there is no second {0}", "leave out the leap second: write 59"),
    "offset": ("'{0}' is not an offset from UTC", "an offset looks like +03:00"),
    "offset-as": ("'{0}' is not an offset from UTC", "write {1}{2}:{3}"),
    "minus": ("'{0}' is not an offset in ISO 8601", "write Z or +00:00, or give 'unknown' as the time zone"),
    "nowhere": ("no place has the offset {0}", "offsets go from -12:00 to +14:00"),
    "clock": (_NO_TIME, f"{_CLOCK}, or a part of the day such as evening"),
    "clock-behind": (_NO_TIME, f"{_CLOCK} after the T"),
    "fraction": ("fractions of a second are not supported", ""),
    "part": ("a part of the day is a key of its own", "write time: {0}"),
    # The key `time`
    "empty-time": ("the time is empty", "leave the key out"),
    "long-time": ("the time is too long to be one", f"{_CLOCK}, or one of {', '.join(PARTS)}"),
    "spaces": ("spaces around the time", "write {0}"),
    "span-time": (
        "a time cannot be a span", "write a span in the date, as in 2020-01-04T19:45/2020-01-04T21:00"
    ),
    "odd-time": ("the time has characters that no time has", "write {0}"),
    "no-part": ("'{0}' is not a part of the day", "write {1}"),
    "no-part-about": ("'{0}' is not a part of the day", "write {1}, which is approximate as it is"),
    "no-part-here": ("'{0}' is not a part of the day here", "{1}"),
    "about-time": ("'{0}' is not how a time is marked as approximate", "write {1}"),
    # Months, days and years that are none
    "season": (_NOT_HERE, "write {1}-{2} for the season in the north"),
    "season-day": ("a season has no days", "write {0}-{1}"),
    "month-00": ("there is no month 00", "write {0} where the month is not known"),
    "month": ("there is no month {0}", _MONTHS),
    "swapped": ("there is no month {0}", "did you mean {1}-{2}-{0}?"),
    "day-00": ("there is no day 00", "write {0}-{1} where the day is not known"),
    "day": ("there is no day {0}", "{1} has {2} days"),
    "day-of-month": ("{0} {1} does not exist: {1} {3} has {2} days", ""),
    "tens": ("{0} {1} has no day from 30 on", "it has {2} days"),
    "year-00": ("there is no year -0000", "write 0000 for 1 BC"),
    "years-00": ("there is no year -0000", "write the years as a span, such as -0009/-0001"),
    # Other notations
    "long-year": (_NOT_HERE, "years go from -9999 to 9999: tell of others in words"),
    "mark-within": (_NOT_HERE, "write {1}{2}, with the mark at the end"),
    "range-in-set": (_NOT_HERE, "list every date, as in '[1667,1668,1670,1671,1672]', or write a span"),
    "week": ("{0} has no week {1}", _AS_DATE),
    "week-days": (_NOT_HERE, "write the days as {1}/{2}"),
    "ordinal": ("{0} has no day {1}", _AS_DATE),
    "hidden": ("digits that are not known are written X", "write {0}"),
    "hidden-all": (_NOT_HERE, "an entry needs a date: write the century at least, as in 20XX"),
    # What is no date at all
    "empty": ("the date is empty", "{0}"),
    "missing": ("a date is missing in the set", "{0}"),
    "no-date": ("'{1}' is not a date", "{0}"),
    "around": ("spaces around the date", "{0}"),
    "character": ("{1} has no place in a date", "{0}"),
    "two-ways": ("'{0}' can be read in two ways", ""),
    "two-keys": ("a date and a time are two keys", "write date: {0} and time: {1}, or {0}T{1}"),
    "two-keys-as": ("a date and a time are two keys", "write date: {0} and time: {1}"),
    "two-keys-apart": ("a date and a time are two keys", "write date: {0}, and the time of day under time"),
    "choice": ("a choice of dates stands in brackets and quotes", "write {0}"),
    "mark-behind": ("'{0}' cannot follow a time", "write date: {1} and time: ~{2}"),
    # Dates with times, spans and sets
    "long": ("the date is longer than {0} characters", "write one date, a span or a short set of dates"),
    "timed-span": (
        "a span cannot have a time of its own",
        "give the times in the date, as in 2020-01-04T19:45/2020-01-04T21:00",
    ),
    "timed-set": ("a set of dates cannot have a time", _SAY_IT),
    "timed": ("the date has a time already", "leave out one of the two"),
    "several-days": ("'{0}' is not one day, so it cannot have a time", _SAY_IT),
    "endless": (
        "the span has neither start nor end", "give at least one end, as in 2020-01-03/.. or ../2020-01-03"
    ),
    "in-span": ("{0} is not supported in a span", "write {1}"),
    "one-offset": (
        "only one side of the span has an offset", "give the offset from UTC on both sides, or on neither"
    ),
    "turned": ("the end of the span is before its start", "if they are the wrong way round, write {0}/{1}"),
    "qualified": ("a date in a set cannot be qualified", "write {0}"),
    "in-set": ("'{0}' is not supported in a set", "write whole days, months or years"),
    "twice": ("{0} stands twice in the set", "name it once"),
    "alone": ("a set needs at least two dates", "write {0} without the brackets"),
    # Time zones
    "zone": ("there is no time zone '{0}'", _ZONE),
    "zone-as": ("there is no time zone '{0}'", "write {1}{2}:{3}"),
    "zone-near": ("there is no time zone '{0}'", "did you mean {1}?"),
    "zone-short": (
        "there is no time zone '{0}'",
        _SHORT,
    ),
    "empty-zone": ("the time zone is empty", _ZONE),
    "long-zone": ("the time zone is too long to be one", _ZONE),
    "gap": (
        "{0} does not exist in {1}: the calendar went forward", "check the day",
    ),
    "gap-of-clocks": (
        "{2} on {0} does not exist in {1}: clocks went forward",
        "check the time, and whether it is given in this time zone",
    ),
}  # fmt: skip
"""The message and the hint by name, the fields in the order in which the script has what fills them."""
