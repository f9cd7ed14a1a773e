"""Dates in a reader's language: '4 January 2020, evening (Baghdad)', 'between 3 and 5 January'.

Every phrase is one message with named fields, so that a translation may reorder it; the dates in it
follow CLDR. It is apart from `when` because a `When` is the same in every language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from babel.lists import format_list

from timeline.dates.calendar import DAY, date_of
from timeline.dates.clock import offset_name
from timeline.dates.edtf import Expression
from timeline.dates.headings import has_name, season_heading, year_heading, zone_label
from timeline.dates.moments import Moment
from timeline.dates.patterns import Style, clock_words, date_text, has_era, is_day_first
from timeline.dates.when import When
from timeline.dates.zones import Zone
from timeline.languages import Language


def in_words(when: When, language: Language, *, zone: bool = True) -> str:
    """The whole date as a phrase: '4 January 2020, about 19:45 (Baghdad)'.

    Args:
        when: The date.
        language: The language of the phrase.
        zone: Whether to name the zone, where a time is shown.
    """
    phrase = _Phrase(language, zone=when.zone if zone else None)
    return phrase.whole(when.expression)


def short(when: When, language: Language) -> str:
    """The date without its time, its months abbreviated, for citing sources: '4 Jan 2020'."""
    return _Phrase(language, short=True, time=False).whole(when.expression)


def clock(when: When, language: Language, *, zone: bool = False) -> str | None:
    """What stands of the time under a heading that gives the day: '19:45', 'evening'.

    Args:
        when: The date.
        language: The language of the phrase.
        zone: Whether to name the zone too.

    Returns:
        The phrase, or None where no time is known.
    """
    return _Phrase(language, zone=when.zone if zone else None).clock_of(when.expression)


@dataclass(frozen=True)
class _Phrase:
    """How a date is to be said, and the saying of its pieces."""

    language: Language
    short: bool = False
    time: bool = True
    zone: Zone | None = None

    def whole(self, expression: Expression) -> str:
        if expression.kind == "set":
            return self._set(expression.members)
        if expression.kind == "moment":
            moment = expression.members[0]
            said = self._moment(moment)
            if moment.precision == "month" and moment.is_plain and not moment.hidden and not self.short:
                # A month alone looks like a heading; an event has a day, and nobody knows it.
                said = self.language.text("{date}, day not known", date=said)
            return self._zoned(said, [moment])
        start, end = expression.start, expression.end
        if start is None or end is None:
            return self._half_open(expression)
        if self.time and start.clock and end.clock:
            return self._between_clocks(start, end)
        untimed = not self.time or not (start.clock or end.clock)
        if untimed and start.is_plain and end.is_plain and self._date(start) == self._date(end):
            return self._moment(start)
        return self._zoned(self._between(*self._pair(start, end)), [start, end])

    def clock_of(self, expression: Expression) -> str | None:
        start, end = expression.start, expression.end
        moment, text = expression.members[0], self.language.text
        time = self._time(moment)
        if time is None:
            return None
        if expression.kind == "moment":
            said = time
        elif start is None:
            said = (
                text("{time} or earlier", time=time)
                if expression.missing == "open"
                else text("until {time}, start not known", time=time)
            )
        elif end is None:
            said = (
                text("{time} or later", time=time)
                if expression.missing == "open"
                else text("from {time}, end not known", time=time)
            )
        elif end.clock and start.first // DAY == end.first // DAY:
            return self._between_times(time, start, end)
        else:
            said = text("from {time}", time=time)
        return self._zoned(said, [moment])

    def _half_open(self, expression: Expression) -> str:
        moment = expression.members[0]
        date, text = self._moment(moment), self.language.text
        if expression.missing == "open":
            said = (
                text("{date} or later", date=date)
                if expression.start
                else text("{date} or earlier", date=date)
            )
        else:
            said = (
                text("from {date}, end not known", date=date)
                if expression.start
                else text("until {date}, start not known", date=date)
            )
        return self._zoned(said, [moment])

    def _between_clocks(self, start: Moment, end: Moment) -> str:
        """A span of times, each with its own zone where the two differ."""
        if start == end:
            return self._zoned(self._moment(start), [start])
        if _offset(start) != _offset(end):
            one, two = (self._zoned(self._moment(m), [m]) for m in (start, end))
            return self._between(one, two)
        if start.first // DAY != end.first // DAY or not (start.is_plain and end.is_plain):
            return self._zoned(self._between(self._moment(start), self._moment(end)), [start])
        said = self.language.text(
            "on {date}, between {start} and {end}",
            date=self._date(start),
            start=self._time(start),
            end=self._time(end),
        )
        return self._zoned(said, [start])

    def _between_times(self, time: str, start: Moment, end: Moment) -> str:
        until = self._time(end) or ""
        if _offset(start) != _offset(end):
            return self._between(self._zoned(time, [start]), self._zoned(until, [end]))
        return self._zoned(self._between(time, until), [start])

    def _pair(self, start: Moment, end: Moment) -> tuple[str, str]:
        """The two sides of a span, the first without what the second says again."""
        sides = self._moment(start), self._moment(end)
        if not (start.is_plain and end.is_plain) or self._exactness(start) != self._exactness(end):
            return sides
        style = self._shared_style((start, end))
        return (self._by(style, start), sides[1]) if style else sides

    def _shared_style(self, moments: Sequence[Moment]) -> Style | None:
        """How to say all but the last, without the month or year that the last one gives."""
        last = moments[-1]
        if has_era(last.year) or not is_day_first(self.language.locale):
            return None
        if any((m.year, self._exactness(m)) != (last.year, self._exactness(last)) for m in moments):
            return None
        if last.precision == "month":
            return "month-alone"
        if self._exactness(last) != "day":
            return None
        return "day-alone" if all(m.month == last.month for m in moments) else "day-month"

    def _exactness(self, moment: Moment) -> str:
        """How exactly a moment is said; without its time, one with a clock is said as its day."""
        return "day" if not self.time and (moment.clock or moment.part) else moment.precision

    def _set(self, members: Sequence[Moment]) -> str:
        style = self._shared_style(members)
        *others, last = members
        items = [self._by(style, m) if style else self._date(m) for m in others]
        return format_list([*items, self._date(last)], style="or", locale=self.language.locale)

    def _moment(self, moment: Moment) -> str:
        date = self._qualified(moment)
        time = self._time(moment) if self.time else None
        return date if time is None else self.language.text("{date}, {time}", date=date, time=time)

    def _qualified(self, moment: Moment) -> str:
        date, text = self._date(moment), self.language.text
        if moment.approximate and self._is_stretch(moment):
            # 'about between 2000 and 2099' would be no English, and no easier elsewhere.
            if moment.uncertain:
                return text("{date} (approximate and uncertain)", date=date)
            return text("{date} (approximate)", date=date)
        if moment.approximate and moment.uncertain:
            return text("about {date} (uncertain)", date=date)
        if moment.approximate:
            return text("about {date}", date=date)
        if moment.uncertain:
            date = text("{date} (uncertain)", date=date)
        if moment.hidden == "day":
            return text("{date}, day not known", date=date)
        if moment.hidden == "month":
            return text("{date}, month not known", date=date)
        return date

    def _date(self, moment: Moment) -> str:
        """The bare date, as exact as it is known."""
        first, last = date_of(moment.first // DAY), date_of(moment.last // DAY)
        match moment.precision:
            case "year":
                return self._by("year", moment)
            case "month":
                return self._by("month", moment)
            case "season":
                return season_heading(moment.year, moment.month or 21, self.language)
            case "decade" if has_name(moment.year):
                return self.language.text("the {decade}s", decade=moment.year)
            case "decade" | "century":
                years = (year_heading(year, self.language) for year in (first[0], last[0]))
                return self._between(*years)
            case "days":
                return self._days(first, last)
            case _:
                return self._by("day", moment)

    def _days(self, first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
        # Only their dates are said, so their seconds do not matter.
        sides = [Moment("day", *date, 0, 0) for date in (first, last)]
        if first == last:
            return self._date(sides[0])
        return self._between(*self._pair(*sides))

    def _by(self, style: Style, moment: Moment) -> str:
        month, day = moment.month or 1, moment.day or 1
        return date_text(self.language.locale, style, moment.year, month, day, short=self.short)

    def _between(self, start: str, end: str) -> str:
        return self.language.text("between {start} and {end}", start=start, end=end)

    def _is_stretch(self, moment: Moment) -> bool:
        if moment.precision == "decade":
            return not has_name(moment.year)
        return moment.precision in {"days", "century"}

    def _time(self, moment: Moment) -> str | None:
        """The clock time or the part of the day, without its zone."""
        text = self.language.text
        if moment.part is not None:
            return {
                "early-hours": text("early hours"),
                "morning": text("morning"),
                "afternoon": text("afternoon"),
                "evening": text("evening"),
                "night": text("night"),
            }[moment.part]
        if moment.clock is None:
            return None
        clock = moment.clock
        time = clock_words(self.language.locale, clock.second, with_seconds=clock.has_seconds)
        return text("about {time}", time=time) if clock.approximate else time

    def _zoned(self, said: str, moments: Sequence[Moment]) -> str:
        """Adds the zone in brackets, where a time is said and the zone is wanted."""
        timed = [m for m in moments if m.clock or m.part]
        if self.zone is None or not self.time or not timed:
            return said
        offset = _offset(timed[0])
        zone = self.zone if offset is None else Zone(offset_name(offset), offset)
        return self.language.text("{when} ({zone})", when=said, zone=zone_label(zone, self.language))


def _offset(moment: Moment) -> int | None:
    return None if moment.clock is None else moment.clock.offset
