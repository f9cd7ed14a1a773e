"""The strip above a timeline: what its bars are, where they lead, and what they say."""

import re
from datetime import date

import pytest
from chronicles import chronicle

from timeline.pages.strip import in_archive, strip


def project(*dates: str) -> str:
    events = "".join(
        f"- {{id: e{n}, date: '{date}', title: T, sources: [{{title: S}}]}}\n" for n, date in enumerate(dates)
    )
    return f"== content/events/all.yaml\n{events}"


@pytest.fixture
def bars(edition):
    """The strip of a site whose events have these dates: a text for each stretch, bar and gap."""

    def make(*dates: str) -> list[str]:
        made = edition(project(*dates))
        view = strip(made.timeline.entries, made)
        if view is None:
            return []
        found = [view.unit]
        for stretch in view.stretches:
            found += [f"({stretch.gap})"] if stretch.gap else []
            found.append(f"== {stretch.label}")
            for bar in stretch.bars:
                shape = "" if bar.known else "~"
                found.append(f"{shape}{bar.label} {bar.count}" if bar.url else f"({bar.described})")
        return found

    return make


def test_a_handful_of_days_in_two_months_reads_as_days_and_one_block(bars):
    assert bars("2019-12", "2019-12~", "2020-01-03", "2020-01-04", "2020-01-04") == [
        "day", "== December 2019", "~day not known 2", "== January 2020", "3 1", "4 2",
    ]  # fmt: skip


def test_below_three_periods_there_is_none(bars):
    assert bars("2020-01-03", "2020-01-03", "2020-01-04") == []


def test_empty_stretches_are_drawn_where_short_and_folded_where_long(bars):
    assert bars("2020-01-01", "2020-01-03", "2020-01-20", "2020-06-01") == [
        "day", "== January 2020", "1 1", "(1 day without entries)", "3 1", "(16 days without entries)", "20 1",
        "(4 months without entries)", "== June 2020", "1 1",
    ]  # fmt: skip


def test_the_unit_follows_the_span(bars):
    assert bars(*[f"2020-{n % 12 + 1:02d}-{n // 12 + 1:02d}" for n in range(30)])[0] == "month"
    assert bars(*[f"{1960 + n}-05" for n in range(50)])[0] == "year"
    assert bars(*[f"{1700 + 3 * n}-05" for n in range(90)])[0] == "decade"


def test_the_unit_grows_until_most_of_the_bars_are_known(bars):
    assert bars("1898", "1957", "2003", "2020-01-03", "2020-01-05") == [
        "year", "== 1890s", "1898 1", "(5 decades without entries)", "== 1950s", "1957 1",
        "(4 decades without entries)", "== 2000 to 2009", "2003 1", "(1 decade without entries)", "== 2020s", "2020 2",
    ]  # fmt: skip
    assert bars("2019-12", "2020-01", "2020-02-01")[0] == "month"


def test_many_days_in_two_months_stay_days(bars):
    found = bars(*[f"2020-0{n % 2 + 1}-{n // 2 + 1:02d}" for n in range(50)])
    assert found[0] == "day"
    assert len(found) == 53


def test_what_is_known_less_exactly_is_told_apart_at_every_unit(bars):
    assert "~month not known 1" in bars("2020", "2020-03-01", "2020-04-01")
    years = bars("199X", *[f"{1980 + n}-05" for n in range(45)])
    assert "~1990s 1" in years
    assert "== 1990s" in years


def test_a_bar_says_its_period_and_what_is_in_it(edition):
    made = edition(
        project("2019-12", "2020-01-03", "2020-01-04")
        + "== content/articles/a.md\n---\ntitle: A\npublished: 2020-01-04\n---\n"
    )
    view = strip(made.timeline.entries, made)
    assert [bar.described for stretch in view.stretches for bar in stretch.bars] == [
        "December 2019, day not known: 1 event",
        "Friday 3 January 2020: 1 event",
        "Saturday 4 January 2020: 1 event, 1 report",
    ]
    last = view.stretches[-1].bars[-1]
    assert last.events[1] == last.reports[1]
    assert last.reports[0] == 0
    assert last.height == 2 * view.stretches[0].bars[0].height == last.events[0] + last.events[1]


def test_months_stand_as_numbers_where_their_names_are_too_long_for_a_bar(edition):
    made = edition(project("2020-01-01", "2020-02-01", "2020-03-01"), language="ar")
    view = strip(made.timeline.entries, made, unit="month")
    assert [bar.label for stretch in view.stretches for bar in stretch.bars] == ["1", "2", "3"]
    assert "مارس" in view.stretches[0].bars[2].described


def test_every_bar_leads_to_a_heading_of_the_page(publish):
    tree = project(
        "2019", "2020-01-03", "2020-01", "2020-01-05", "2020-03", "201X", "2020-01-03", "2020-02-01"
    )
    html = publish(tree)[""].html
    targets = re.findall(r'<li class="strip__bar[^>]*><a href="#([^"]*)"', html)
    assert len(targets) == 5
    for target in targets:
        assert html.count(f'id="{target}"') == 1


def test_the_strip_of_a_long_timeline_leads_to_its_months_and_a_month_marks_itself(publish):
    pages = publish(chronicle(160, first=date(2019, 12, 20)))
    assert '<a href="2020/02/"><span class="unseen">February 2020: 29 events</span>' in pages[""].html
    month = pages["2020/02/"].html
    current = re.findall(r'aria-current="page"><span class="unseen">([^<]*)<', month)
    assert current == ["February 2020: 29 events"]


def test_days_of_a_long_timeline_lead_to_the_page_that_holds_them(edition):
    made = edition(chronicle(160, days=0))
    view = strip(made.timeline.entries, made, in_archive(made, "../"), unit="day")
    urls = [bar.url for stretch in view.stretches for bar in stretch.bars]
    assert urls[0] == "../2020/01/#day-2020-01-01"
    assert "../2020/01/4/#day-2020-01-30" in urls


def test_home_storyline_place_actor_tag_and_year_have_one(publish):
    pages = publish(chronicle(20, days=3), whole_up_to=19)
    with_strip = {path for path, page in pages.items() if '<nav class="strip' in page.html}
    assert {
        "", "2020/", "storylines/made-up-line/", "places/made-up-land/", "actors/made-up-council/", "tags/made_up/",
    } <= with_strip  # fmt: skip
