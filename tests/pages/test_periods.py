"""Years and months of a timeline that is too long for the home page."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from chronicles import chronicle

from timeline.outputs import outputs
from timeline.pages import documents
from timeline.reading.names import name_problems

MOST = 1300
"""The most elements of a page's own content; the frame adds some two hundred."""


@pytest.fixture
def timelines(edition):
    """The home page and the pages of years and months, by address."""

    def make(tree: str, **settings):
        made = edition(tree, **settings)
        return {page.path: page for page in documents(made) if page.type in {"home", "period"}}

    return make


class Entries(HTMLParser):
    """The ids of the entries of a page, in order, and the number of its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.elements = 0
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements += 1
        if tag == "article":
            self.ids.append(dict(attributes)["id"])


def numbers(html: str) -> list[str]:
    return [id.removeprefix("event-made-up-") for id in Entries(html).ids]


def month_pages(pages) -> list[str]:
    return [path for path in pages if re.fullmatch(r"-?\d{4}/(\d\d|unknown)/(\d+/)?", path)]


def test_a_short_timeline_stands_whole_on_the_home_page_and_has_no_other_pages(timelines):
    pages = timelines(chronicle(14, days=9))
    assert len(numbers(pages[""].html)) == 14
    assert month_pages(pages) == []
    assert "The latest" not in pages[""].html


def test_from_fifteen_entries_on_the_latest_and_the_key_events_come_first(timelines):
    assert "The latest" in timelines(chronicle(15, days=9))[""].html
    html = timelines(chronicle(100, days=9))[""].html
    assert html.index("The latest") < html.index("Key events") < html.index('id="event-made-up-0000"')
    latest = html[html.index("The latest") : html.index("Key events")]
    assert re.findall(r"number (\d+)", latest) == ["99", "98", "97", "96", "95"]
    assert "The last 8 of 10" in html


def test_a_long_timeline_is_cut_by_month_and_every_entry_stands_on_one_page_in_order(timelines):
    pages = timelines(chronicle(400))
    assert Entries(pages[""].html).ids == []
    found = [number for path in month_pages(pages) for number in numbers(pages[path].html)]
    assert found == [f"{n:04d}" for n in range(400)]
    assert '<a href="2020/03/">March</a> <span class="years__count">31 entries</span>' in pages[""].html


def test_no_page_is_too_long_and_a_heavy_month_goes_on_over_several(timelines):
    pages = timelines(chronicle(400, days=0))
    assert {"2020/01/", "2020/01/2/", "2020/01/3/"} < set(pages)
    for path in ["", "2020/", *month_pages(pages)]:
        assert Entries(pages[path].html).elements <= MOST, path
    assert pages["2020/01/2/"].title == "January 2020, page 2"
    counts = [len(numbers(pages[path].html)) for path in month_pages(pages) if "/01/" in path]
    assert max(counts) - min(counts) <= 8


def test_a_year_that_fits_a_page_stands_on_it_whole_and_a_longer_one_gives_its_months(timelines):
    pages = timelines(chronicle(160, days=20))
    assert len(numbers(pages["2020/"].html)) == 19
    pages = timelines(chronicle(160, days=1))
    assert Entries(pages["2020/"].html).ids == []
    assert '<li id="month-2020-05"><a href="../2020/05/">May</a>' in pages["2020/"].html


def test_each_month_leads_to_the_one_before_and_the_one_after(timelines):
    pages = timelines(chronicle(400, first=date(2019, 12, 31), days=0))
    at, walked = "2019/12/", []
    while at:
        walked.append(at)
        step = re.search(r'rel="next" href="([./]*)([^"]*)"', pages[at].html)
        assert step is None or step[1] == "../" * at.count("/")
        at = step and step[2]
    assert walked == month_pages(pages)
    assert 'rel="prev" href="../../2019/12/">December 2019</a>' in pages["2020/01/"].html
    assert 'rel="next" href="../../2020/01/2/">January 2020, page 2</a>' in pages["2020/01/"].html


def test_a_block_of_unknown_days_keeps_its_heading_on_every_page(timelines):
    extra = "".join(
        f"- {{id: vague-{n:02d}, date: 2020-01, title: Vague {n}, sources: [{{title: S}}]}}\n"
        for n in range(60)
    )
    pages = timelines(chronicle(120, days=0, extra=extra))
    first, second = pages["2020/01/"].html, pages["2020/01/2/"].html
    assert "vague-29" in first + second
    for html in (first, second):
        assert '<h4 class="day__name">Day not known</h4>' in html
        assert "some time in the month" in html
    assert second.index("vague-59") < second.index("Wednesday 1 January")


def test_where_no_month_is_known_the_year_is_the_heading_and_what_is_not_known_stands_below(timelines):
    html = timelines(
        "== content/events/all.yaml\n"
        "- {id: a, date: 1898, title: A, sources: [{title: S}]}\n"
        "- {id: b, date: '177X', title: B, sources: [{title: S}]}\n"
    )[""].html
    assert re.findall(r"<h[34] [^>]*>([^<]*)<", html) == [
        "1770s",
        "Year not known",
        "1898",
        "Month not known",
    ]


def test_what_is_known_only_by_year_decade_or_century_has_an_address_and_so_has_bc(timelines):
    dates = {"bc": "-0043-03-15", "year": "2020", "decade": "201X", "century": "19XX", "lone": "1850"}
    extra = "".join(
        f"- {{id: {id}, date: '{date}', title: T {id}, sources: [{{title: S}}]}}\n"
        for id, date in dates.items()
    )
    pages = timelines(chronicle(160, extra=extra))
    homes = {id: [path for path, page in pages.items() if f'id="event-{id}"' in page.html] for id in dates}
    assert homes == {
        "bc": ["-0043/03/", "-0043/"],
        "year": ["2020/unknown/"],
        "decade": ["201x/"],
        "century": ["19xx/"],
        "lone": ["1850/"],
    }
    assert pages["2020/unknown/"].title == "2020, month not known"
    assert pages["-0043/03/"].title == "March 44 BC"
    assert '<a class="years__name" href="201x/">2010s</a>' in pages[""].html


def test_an_event_leads_to_its_month_and_every_month_to_every_other(publish):
    pages = publish(chronicle(160, days=2))
    assert 'href="../../2020/03/#event-made-up-0040">March 2020</a>' in pages["events/made-up-0040/"].html
    jump = pages["2020/02/"].html.split("<details", 1)[1].split("</details>")[0]
    assert [f"{path}" for path in month_pages(pages) if not path.endswith("/2/")] == re.findall(
        r'href="../../(\d{4}/\d\d/)"', jump
    )
    assert 'href="../../2020/02/" aria-current="page"' in jump


def test_where_there_are_very_many_months_the_way_goes_by_the_year(timelines):
    pages = timelines(chronicle(200, days=40))
    assert "2005/06/" not in pages[""].html
    assert pages[""].html.count("years__name") == 22
    assert re.findall(r'href="../(2030/\d\d/)"', pages["2030/"].html) == [
        path for path in month_pages(pages) if path.startswith("2030/")
    ]


def test_the_short_timeline_is_where_an_event_leads_back_to(publish):
    assert (
        'href="../../#event-made-up-0001">January 2020</a>'
        in publish(chronicle(3))["events/made-up-0001/"].html
    )


def test_the_limit_is_the_sites_own(timelines):
    assert "2020/01/" in timelines(chronicle(6), whole_up_to=5)


def test_the_timeline_of_a_storyline_place_actor_or_tag_goes_on_over_pages_where_it_is_long(publish):
    pages = publish(chronicle(130), whole_up_to=60)
    parts = [path for path in pages if path.startswith("storylines/made-up-line/")]
    assert parts == ["storylines/made-up-line/", *(f"storylines/made-up-line/page/{n}/" for n in (2, 3))]
    found = [number for path in parts for number in numbers(pages[path].html)]
    assert found == [f"{n:04d}" for n in range(1, 130, 2)]
    for path in parts:
        assert Entries(pages[path].html).elements <= MOST
    assert pages[parts[1]].title == "A made-up storyline, page 2"
    assert pages[parts[1]].type == "continued"


def test_the_strip_of_a_long_storyline_leads_to_the_page_that_holds_the_period(publish):
    pages = publish(chronicle(130), whole_up_to=60)
    first, second = pages["storylines/made-up-line/"].html, pages["storylines/made-up-line/page/2/"].html
    for html, path in ((first, "storylines/made-up-line/"), (second, "storylines/made-up-line/page/2/")):
        own = re.findall(r'<li class="strip__bar[^>]*><a href="#([^"]*)"', html)
        other = re.findall(r'<li class="strip__bar[^>]*><a href="([^"#]+)#([^"]*)"', html)
        assert own
        assert other
        for anchor in own:
            assert f'id="{anchor}"' in html
        for page, anchor in other:
            assert page.startswith("../" * path.count("/"))
            assert f'id="{anchor}"' in pages[page.lstrip("./")].html


def test_where_there_are_very_many_years_each_shows_the_nearest(timelines):
    rows = [
        f"- {{id: e{n}, date: {1000 + n}, title: Made up {n}, sources: [{{title: A}}]}}" for n in range(400)
    ]
    pages = timelines("\n".join(["== content/events/all.yaml", *rows]))
    html = pages["1200/"].html
    assert html.count("<a ") < 400
    assert all(f"../{year}/" in html for year in (1141, 1199, 1201, 1259))
    assert "../1000/" not in html


def test_where_there_are_very_many_years_home_leads_to_their_centuries_and_those_to_each_year(timelines):
    rows = [
        f"- {{id: e{n}, date: '{year}', title: Made up {n}, sources: [{{title: A}}]}}"
        for n, year in enumerate(["-0101", "-0100", *range(1000, 1400), "13XX"])
    ]
    pages = timelines("\n".join(["== content/events/all.yaml", *rows]))
    listed = pages[""].html.split("Years and months")[1]
    centuries = re.findall(r'<a class="years__name" href="([^"]+)">([^<]+)</a>', listed)
    assert centuries == [
        ("-02xx/years/", "201 BC to 102 BC"), ("-01xx/years/", "101 BC to 2 BC"), ("10xx/years/", "1000 to 1099"),
        ("11xx/years/", "1100 to 1199"), ("12xx/years/", "1200 to 1299"), ("13xx/years/", "1300 to 1399"),
    ]  # fmt: skip
    found = [
        path
        for century, _ in centuries
        for path in re.findall(r'<a class="years__name" href="../../([^"]+)"', pages[century].html)
    ]
    assert sorted(found) == sorted(["-0101/", "-0100/", *(f"{year}/" for year in range(1000, 1400)), "13xx/"])
    assert all(path in pages for path in found)
    assert '<a href="../12xx/years/">1200 to 1299</a>' in pages["1250/"].html
    assert 'rel="next" href="../../13xx/years/">1300 to 1399</a>' in pages["12xx/years/"].html
    assert all(Entries(page.html).elements < MOST for page in pages.values())


def years(first, last, step) -> str:
    rows = [
        f"- {{id: e{n}, date: '{n:04d}', title: Made up {n}, sources: [{{title: A}}]}}"
        for n in range(first, last, step)
    ]
    return "\n".join(["== content/events/all.yaml", *rows])


def test_where_decades_are_very_many_the_strip_has_a_bar_for_each_century(timelines):
    home = timelines(years(1, 2000, 13))[""].html
    bars = re.findall(r'<li class="strip__bar"><a href="([^"]+)"><span class="unseen">([^<]+)<', home)
    assert len(bars) == 20
    assert bars[-1] == ("19xx/years/", "1900 to 1999: 7 events")
    assert re.findall(r'<p class="strip__period">([^<]+)<', home) == ["1 BC to 999", "1000 to 1999"]


def test_where_even_centuries_are_very_many_there_is_no_strip_of_them(timelines):
    home = timelines(years(1, 9000, 45))[""].html
    assert "Entries by" not in home
    assert home.count("/years/") == 90
    assert Entries(home).elements < MOST


def test_a_place_of_very_many_events_tells_each_in_a_line(publish):
    pages = publish(chronicle(400))
    of_place = {path: page for path, page in pages.items() if path.startswith("places/made-up-land/")}
    lines = [page.html.count('<li class="line ') for page in of_place.values()]
    assert sum(lines) == 134
    assert min(lines) > 40
    first = of_place["places/made-up-land/"].html
    assert "Made-up event number 0 of a test" in first
    assert "A sentence that was made up for tests" not in first
    for page in of_place.values():
        assert Entries(page.html).elements < MOST + 250


def test_a_storyline_is_told_in_full_over_some_pages_and_in_lines_where_they_would_be_many(publish):
    of_some, of_many = (
        {
            path: page.html
            for path, page in publish(chronicle(many)).items()
            if path.startswith("storylines/made-up-line/")
        }
        for many in (160, 400)
    )
    assert len(of_some) > 1
    assert all("A sentence that was made up for tests" in html for html in of_some.values())
    assert not any('<li class="line ' in html for html in of_some.values())
    assert not any("A sentence that was made up for tests" in html for html in of_many.values())
    assert sum(html.count('<li class="line ') for html in of_many.values()) == 200


def test_a_line_says_that_an_event_was_retracted_and_that_it_is_a_key_event(publish):
    rows = [
        f"- {{id: e{n}, date: 2020-01-{n % 28 + 1:02d}, title: Made up {n}, place: p, sources: [{{title: A}}]"
        f"{', key: true' if n == 3 else ''}"
        f"{', retracted: {date: 2020-03-01, reason: Made up.}' if n == 5 else ''}}}"
        for n in range(70)
    ]
    html = publish(
        "\n".join(
            ["== content/places.yaml", "- {id: p, name: Made-up place}", "== content/events/all.yaml", *rows]
        )
    )["places/p/"].html
    lines = dict(re.findall(r'<li class="line [^"]*" id="event-(e\d+)">(.*)</li>', html))
    assert len(lines) == 70
    assert [id for id, line in lines.items() if "Key event" in line] == ["e3"]
    assert [id for id, line in lines.items() if "Retracted" in line] == ["e5"]
    assert "4 January 2020" in lines["e3"]


def test_a_place_of_some_events_tells_them_in_full(publish):
    html = publish(chronicle(40))["places/made-up-land/"].html
    assert "A sentence that was made up for tests" in html
    assert '<li class="line ' not in html


def test_no_page_of_an_editor_can_have_an_address_that_the_program_makes(edition):
    dates = {"bc": "-0043-03-15", "decade": "201X", "century": "19XX"}
    extra = "".join(
        f"- {{id: {id}, date: '{date}', title: T {id}, added: 2020-02-01, sources: [{{title: S, publisher: P}}]}}\n"
        for id, date in dates.items()
    )
    made = edition(chronicle(160, extra=extra), url="https://example.org/")
    taken = {page.path.partition("/")[0] for page in documents(made)}
    taken |= {output.path.partition("/")[0] for output in outputs(made)}
    assert {"-0043", "201x", "19xx", "add", "data", "events", "schema"} < taken
    told = {path for path, _ in name_problems([], [f"{top}.md" for top in taken if top])}
    assert told == {f"{top}.md" for top in taken if top}


def test_a_chronology_that_ends_before_the_year_one_tells_its_last_day(publish):
    html = publish("""
        == content/events/events.yaml
        - {id: ides, date: -0043-03-15, title: The Ides, sources: [{title: A made-up source}]}
    """)[""].html
    assert "15 March 44 BC" in html
