"""What an editor is told who writes a date as people say it, in whatever language months are thought of."""

import calendar
from pathlib import Path

import pytest
from babel.dates import get_month_names
from tables import read_table

from timeline.dates import DateError, When

ROWS = read_table(Path(__file__).with_name("spoken.yaml"))
ENDS = {1: "st", 2: "nd", 3: "rd", 21: "st"}


def told(text: str) -> DateError:
    with pytest.raises(DateError) as refused:
        When.parse(text)
    return refused.value


@pytest.mark.parametrize("text", ROWS)
def test_of_a_date_as_people_say_it_the_editor_is_told_how_it_is_written(text):
    assert told(text).hint == ROWS[text]


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_every_month_is_known_by_its_name(language, width):
    for number, name in get_month_names(width, locale=language).items():
        if name == "ago":
            continue  # Spanish for August, and in English how long since
        month, day = f"2020-{number:02d}", f"2020-{number:02d}-04"
        assert told(f"{name} 2020").hint == f"write {month}", name
        assert told(f"4 {name.upper()} 2020").hint == f"write {day}", name


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("year", [2019, 2020])
def test_a_day_that_a_month_does_not_have_is_told_with_how_many_it_has(month, year):
    name, last = calendar.month_name[month], calendar.monthrange(year, month)[1]
    for day in (last + 1, 32, 99):
        said = f"{day} {name} does not exist: {name} {year} has {last} days"
        ways = (
            f"{day} {name} {year}",
            f"{name} {day}, {year}",
            f"{year}/{month}/{day}",
            f"{day}.{month}.{year}",
        )
        for text in (*ways, f"{month:02d}-{day}-{year}"):
            assert told(text).message == said, text


def test_a_century_is_written_by_its_first_two_digits():
    for number in range(1, 22):
        written = told(f"the {number}{ENDS.get(number, 'th')} century").hint.removeprefix("write ")
        when = When.parse(written)
        assert when.date == written
        assert int(written.removesuffix("XX")) == number - 1


@pytest.mark.parametrize("year", [9, 79, 800, 2020])
@pytest.mark.parametrize("way", ["AD {}", "A.D. {}", "{} AD", "{} CE", "{} C.E."])
def test_a_year_of_our_era_is_written_with_four_digits(year, way):
    assert told(way.format(year)).hint == f"write {year:04d}"


@pytest.mark.parametrize("quarter", range(1, 5))
@pytest.mark.parametrize("way", ["Q{} 2020", "2020 Q{}", "2020-Q{}"])
def test_a_quarter_is_written_as_a_span_of_months(quarter, way):
    last = 3 * quarter
    assert told(way.format(quarter)).hint == f"write 2020-{last - 2:02d}/2020-{last:02d}"


@pytest.mark.parametrize("text", ["March 44 BC", "4 March 79 AD"])
def test_a_date_that_has_a_year_of_few_digits_is_not_said_to_have_none(text):
    assert told(text).message == f"'{text}' is not a date"
