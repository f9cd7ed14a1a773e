"""What the form for a new event says and writes, held to what `timeline check` says of what it has written."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nodejs import in_node
from projects import check, told
from tables import read_table
from trees import write_tree

from timeline.languages import load_language
from timeline.outputs.form import outputs
from timeline.outputs.form_messages import MESSAGES, form_messages
from timeline.outputs.form_own_words import OWN_WORDS
from timeline.outputs.form_patterns import form_patterns
from timeline.outputs.form_works import SHARE
from timeline.pages import Edition
from timeline.pages.form_fields import LEFT_OUT, RECORDS, types_of
from timeline.pages.form_words import LEFT
from timeline.problems import Severity
from timeline.records import Site

REFUSED = Path(__file__).parents[1] / "dates/refused.yaml"
pytestmark = pytest.mark.browser  # Node runs the scripts
SITE = """
    == content/events/before.yaml
    - {id: first-flood, date: 2020-01-01, title: A made-up flood, tags: [Dam breaks, naïve], sources: [{title: A made-up report}]}
    - {id: bridge-shut, date: 2020-02-10, place: old-harbour, title: The made-up bridge is shut for a day, aliases: [old-bridge-shut], sources: [{title: B}]}
    - id: cited
      date: 2020-02-11
      title: Something made up is cited
      sources:
        - {title: A made-up report, url: https://example.com/report, publisher: The Test Mercury, published: 2020-02-12, language: en}
        - {title: Another made-up report, url: https://example.com/report/2, origin: agency}
        - {title: A front page, url: https://example.com/}
      tags: [Bridges and ferries, committee]
    - {id: drivers-strike, date: 2020-02-14, title: "The made-up drivers strike, day one", sources: [{title: A made-up series, url: https://example.com/series}]}
    - {id: bridge-opened, date: 2020-02-10, place: old-harbour, title: The made-up bridge opens again, sources: [{title: C}]}
    - {id: ferry, date: 2020-21, title: A made-up Ferry begins, aliases: [old-ferry], sources: [{title: D}]}
    - {id: wet-year, date: 2020, title: A made-up year of rain, sources: [{title: F}]}
    - {id: strike, date: '[2019-12-30,2020-01-02]', title: A made-up strike of straße sweepers, sources: [{title: E}]}
    - {id: aftermath, date: 2020, title: What came after it, after: bridge-opened, sources: [{title: G}]}
    - id: closure
      date: 2020-02-20T19:00/2020-02-21T08:00
      timezone: Europe/Berlin
      title: A made-up night without a ferry
      sources: [{title: H}]
    == content/places.yaml
    - {id: exampleton, name: Exampleton, timezone: Europe/Berlin}
    - {id: old-harbour, name: Old Harbour, within: exampleton}
    == content/actors.yaml
    - {id: fire-brigade, name: Fire brigade}
    == content/publishers.yaml
    - {id: gazette, name: Exampleton Gazette}
    - {id: agency, name: Test Agency}
    == content/storylines/floods.md
    ---
    title: Floods
    ---
    == content/articles/a-report.md
    ---
    title: A made-up report of a flood
    published: 2020-02-01
    publisher: gazette
    url: https://www.example.org/reports/flood/
    ---
    == content/about/method.md
    ---
    title: A made-up method
    ---
    ## X
    == content/media/gauge.svg
    <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>
"""
SOURCE = {"title": "A made-up source"}
TODAY = datetime.now(tz=UTC).astimezone().date()
GOOD = {"id": "new-flood", "date": "2020-03-29", "title": "Another made-up flood", "sources": [SOURCE]}


def of(**keys):
    """A good draft, with some keys changed; None leaves one out."""
    return {key: value for key, value in {**GOOD, **keys}.items() if value is not None}


def cites(**source):
    return of(sources=[{**SOURCE, **source}])


def counts(**figure):
    return of(figures=[{"what": "houses", **figure}])


WRONG = {
    "id with spaces": of(id="New Flood!"),
    "id without letters": of(id="؟؟"),
    "id too long": of(id="a" * 81),
    "id of Windows": of(id="com1"),
    "id that is taken": of(id="first-flood"),
    "no id": of(id=None),
    "no title": of(title=None),
    "no date": of(date=None),
    "no source": of(sources=None),
    "title too long": of(title="x" * 301),
    "line too long": of(tags=["x" * 1001]),
    "date that does not exist": of(date="2020-02-30"),
    "date in words": of(date="4 January 2020"),
    "time in words": of(time="noon"),
    "time of a month": of(date="2020-01", time="19:45"),
    "time that never was": of(time="02:30", place="old-harbour"),
    "time that never was, by zone": of(time="02:30", timezone="Europe/Paris"),
    "zone": of(timezone="Europe/Berlim"),
    "zone and date": of(timezone="Baghdad", date="2020-02-30"),
    "language": of(language="englisch!"),
    "language as a locale": of(language="en_GB"),
    "language by its own name": of(language="Deutsch"),
    "language by its name in English": of(language="English (United Kingdom)"),
    "language by its name, with a country": of(language="French (Canada)"),
    "language in letters of its own": of(language="монгол"),
    "day of adding": of(added="yesterday"),
    "day of adding that does not exist": of(added="2020-02-30"),
    "place": of(place="old-harbor"),
    "place unlike any": of(place="zzz"),
    "place with capitals": of(place="Old Harbour"),
    "actor": of(actors=["fire-brigade", "fire-brigades"]),
    "storyline": of(storylines=["flood"]),
    "event before": of(after=["first-flod"]),
    "kind": of(kind="indirect-fir"),
    "kind like no other": of(kind="zzz"),
    "article": of(sources=["a-reprot"]),
    "publisher": cites(publisher="gazete"),
    "origin": cites(origin="agencie"),
    "no title of a source": of(sources=[{"publisher": "gazette"}]),
    "two sources of one address, before they have titles": of(sources=[{"url": "https://example.org/x"}] * 2),
    "no account's words": of(accounts=[{"by": "Somebody"}]),
    "no account's voice": of(accounts=[{"says": "Something"}]),
    "nothing counted": of(figures=[{"value": "3"}]),
    "no number": counts(),
    "number and range": counts(value="3", min="1"),
    "range reversed": counts(min="5", max="3"),
    "number in words": counts(value="three"),
    "number too long": counts(value="1" * 31),
    "number with a comma": counts(min="1,5"),
    "number by thousands": counts(value="1,000"),
    "number by thousands, with a point": counts(value="1.000.000"),
    "number that is a range": counts(value="20-25"),
    "number that is a range in words": counts(value="20 to 25"),
    "number that is about": counts(value="About 40"),
    "number that is at least": counts(max="at least 7"),
    "number that is more than": counts(max="more than 7"),
    **{
        f"number: {text}": counts(value=text)
        for text in (
            "fewer than 5", "less than 5", "up to 5 people", "At most 5", "nearly 20", "under 10", "<5", "5 or less",
            "between 3 and 5", "between 3 and 5 people were hurt", "no more than 7", "5 or more people", "3 or 4",
            "two dozen", "Three hundred", "a dozen", "Twelve", "dozens", "several hundred", "1.200", "+3.141", "20 or so", "1 in 5",
            "about 2 million", "at least 5 thousand", "up to 3 million people", "2-3 million", "5 dozen", "20 or so thousand",
            "5-3", "99 to 100", "120-99", "129-130 people", "5 or 5", "1.000 people", "one hundred and five", "several million",
            "5 m", "5m", "1.5 M",
        )
    },
    "number with a plus behind": counts(min="7+"),
    "source older": cites(published="2020-03-01"),
    "source older, by a clock": cites(published="2020-03-28T20:00", timezone="UTC"),
    "source of unknown zone that may be older": cites(published="2020-03-28T23:30", timezone="unknown"),
    "article older": of(sources=["a-report"]),
    "cited source": of(accounts=[{"by": "A", "says": "B", "source": "A made-up sourc"}]),
    "cited source unlike any": of(figures=[{"what": "houses", "value": "3", "source": "Nothing like it!"}]),
    "cited article": of(figures=[{"what": "houses", "value": "3", "source": "a-reprot"}]),
    "confirmed by nobody": of(status="confirmed"),
    "disputed by two who differ by marks alone": of(
        status="disputed", accounts=[{"by": "A", "says": "It rained!"}, {"by": "B", "says": "it rained"}]
    ),
    "a number of millions": of(figures=[{"what": "the cost", "value": "$1.5 million"}]),
    "a number that is not known": of(figures=[{"what": "killed", "min": "3", "max": "unknown"}]),
    "a number with its unit": of(figures=[{"what": "the share", "value": "30%"}]),
    "an address as a title": cites(title="https://example.org/a"),
    "an address as a publisher": cites(publisher="www.example.org"),
    "less than none killed": of(figures=[{"what": "killed", "value": "-3"}]),
    "degrees may be below zero": of(figures=[{"what": "the coldest night", "value": "-3", "unit": "°C"}]),
    "disputed by nobody": of(status="disputed"),
    "disputed by two who agree": of(
        status="disputed", accounts=[{"by": "A", "says": "It rained."}, {"by": "B", "says": "it rained."}]
    ),
    "corroborated by nobody": of(status="corroborated"),
    "corroborated by one": of(
        status="corroborated", sources=[{**SOURCE, "publisher": "gazette"}, {"title": "B", "publisher": "Exampleton Gazette"}]
    ),
    "corroborated by one agency": of(
        status="corroborated",
        sources=[{**SOURCE, "origin": "agency"}, {"title": "B", "publisher": "gazette", "origin": "Test Agency"}],
    ),
    "single with two": of(
        status="single-source", sources=[{**SOURCE, "publisher": "Mercury"}, {"title": "B", "publisher": "gazette"}]
    ),
    "address with a space": cites(url="https://example.org/a b"),
    "two addresses": cites(url="https://example.org/a https://example.org/b"),
    "two addresses and a word": cites(archived="https://example.org/a; or https://example.org/b"),
    "two addresses with a comma": cites(url="https://example.org/a,https://example.org/b"),
    "address in angle brackets": cites(url="<https://example.org/a>"),
    "address as a link of Markdown": cites(url="[a report](https://example.org/a)"),
    "address between quotation marks": cites(url="“https://example.org/a”."),
    "address that begins twice": cites(url="https://http://example.org/a"),
    "address with one slash": cites(url="https:/example.org/a"),
    "number of a work": cites(url="doi:10.1000/xyz.5"),
    "number of a work, alone": cites(url="10.12345/xyz-7"),
    "address that is mistyped": cites(url="http//example.org/x?y=1"),
    "address that is mistyped in another way": cites(url="htps;//www.example.org"),
    "address that begins like a scheme": cites(url="httpbin.example/get"),
    "address of another scheme": cites(url="ftp://example.org/"),
    "address without scheme": cites(url="example.org/page"),
    "address with a password": cites(url="https://me:secret@example.org/"),
    "address without host": cites(url="https:///page"),
    "address with an odd host": cites(url="https://exa_mple.org/"),
    "address with dots": cites(url="https://example..org/"),
    "address with a bad port": cites(archived="https://example.org:port/"),
    "link to no event": of(summary="After [the flood](event:first-flod)."),
    "links to nothing": of(
        body="[a](place:zzz) ![b [c](actor:fire-brigad)](x.png)\n\n1. [d](ARTICLE:a-reprot)\n\n    [e](storyline:flod)"
    ),
    "link in what a side says": of(
        accounts=[{"by": "A", "says": "[One](event:zzz)."}, {"by": "B", "says": "[Two](event:new-flod)."}]
    ),
    "link in the words of a source": cites(quote="[It](event:zzz)", note="[rained](www.example.org)"),
    "link with quotes around its address": of(
        summary="[a](event:'first-flood') [b](\"https://example.org/a#b\") [c](\"event:first-flood\") [d](event:“zzz”) [e](https:'x)"
    ),
    "link with a space in its address": of(body="[a](event: first-flood) [b](place: 'old-harbour') [c](event: ) [d](event:first flood)"),
    "code that is never closed": of(
        body="One.\n\n```\ncode\n```\n\n~~~ two\n```\n", accounts=[{"by": "A", "says": "```` a\n```\nb"}]
    ),
    "link without a scheme": of(summary="See [here](www.example.org), [there](a/example.com) or [not](zzz/zzz)."),
    "link to a page of the web without a scheme": of(summary="See [here](www.example.org/a#b), [there](example.de/a), [x](zzz.md/zzz)."),
    "link to a script": of(summary="[Press](javascript:alert%281%29), [or](JavaScript:x), [or](data:text/html,x)."),
    "link to nearly a record": of(summary="[That](evnt:first-flood), [this](htps://example.org/) and [it](page:a)."),
    "link to no host": of(summary="[A](http:///x), [b](https://me@example.org/), [c](https:example.org)."),
    "link by a name below": of(body="See [there][one], and ![it][two].\n\n[one]: evnt:x\n[two]: https://example.org/x.png\n"),
    "link to a page that is not there": of(summary="[A](about/metod.md), [b](method.md), [c](../method.md#x), [d](/zzz)."),
    "link to the file of a record": of(summary="[A](articles/a-report.md), [b](../events/first-flood/), [c](storylines/floods.md)."),
    "link to the id of a record": of(summary="[A](first-flood), [b](old-harbour), [c](a-report.html)."),
    "link to the page of no record": of(summary="[A](events/zzz/)"),
    "links to what is no page at all": of(
        summary="[A](.), [b](./), [c](//x.org/a), [d](..), [e](../..), [f](/../a), [g](///x), [h](a/..), [i](a/../../b)."
    ),
    "links to a page that is made, from elsewhere": of(summary="[A](../fields/), [b](/codes/), [c](field).", body="![d](.)"),
    "links to words of the language of scripts": of(summary="[A](constructor), [b](__proto__) and [c](event:constructor)."),
    "addresses that are words of the language of scripts": of(
        sources=[{**SOURCE, "url": "constructor"}, {**SOURCE, "url": "__proto__"}]
    ),
    "names that are words of the language of scripts": of(place="constructor", kind="constructor", timezone="constructor"),
    "link to a picture": of(summary="[A](media/gauge.svg), ![b](media/gauge.png), ![c](gauge.svg), ![d](zzz), ![e]()."),
    "picture of a record": of(summary="![A](event:zzz)", body="![b](event:first-flood)"),
    "event that follows itself": of(after=["first-flood", "new-flood"]),
    "event that answers itself": of(response_to=["new-flood"]),
    "event that is a part of itself": of(part_of="new-flood"),
    "event that follows a later one": of(date="2020-01-31", time="evening", after=["first-flood", "bridge-shut"]),
    "event that answers a later one": of(date="2019-12", response_to=["ferry"]),
    "event that follows a later one, by an id that it had before": of(
        date="2019-12", after=["old-ferry"], response_to=["old-ferry"]
    ),
    "event that follows one that follows a later one": of(
        date="2020-01-31", place="exampleton", after=["aftermath"], response_to=["aftermath"]
    ),
    "words in place of ids": of(
        place="unknown", kind="None", actors=["n/a"], storylines=["none"], after=["tba"], part_of="Not known",
        sources=["none", {**SOURCE, "publisher": "unknown", "origin": "anonymous"}],
    ),
    "a word in place of an actor": of(actors=["nobody"]),
    "link to no mailbox": of(summary="[A](mailto:x), [b](mailto:), [c](MAILTO:a@b)."),
    "link to a mailbox without a scheme": of(summary="[A](me@example.org), [b](a@example.org,b@example.org)."),
    "paragraph too long": of(body="One.\n\n" + "word " * 4_001),
    "paragraph of too many lines": of(body="One.\n \n" + "word\n" * 1_001),
    "paragraph of too many brackets": of(body="One.\n\n" + "[" * 2_001),
    "text of too much code": of(body="```\n```\n" * 501),
    "text of too many paragraphs": of(body="a\n \n" * 10_001),
    "lists that are too deep": of(body="word " * 100 + "\n\n" + "- > " * 7 + "a"),
    "value too long": of(body="word " * 10_001),
    "marks on one letter": of(title="Flo\u0301od" + "\u0301" * 9),
    "address too long": cites(url="https://example.org/" + "x" * 2000),
}  # fmt: skip
DOUBTFUL = {
    "pictures that nothing is said of": of(
        body="![](media/gauge.svg) and `![](x)`, ![ Gauge.svg ](media/gauge.svg)", summary="![A Photo](media/gauge.svg) ![ . photo : ](media/gauge.svg)"
    ),
    "weekdays that their dates are not": of(
        title="Flood of Monday the 29th of March", confirmed_by="Police, on friday, March 28, 2020",
        summary="On Monday 2020-03-30 and Tuesday, 30 March 2020; on Friday,\n1 April and on Friday 31 February 2020.",
        accounts=[{"by": "The Sunday paper, Friday 30 March 2020", "says": "It rained on Thursday 29 March."}],
        sources=[{**SOURCE, "quote": "On Friday 30 March 2020", "title": "Friday 29 March"}], tags=["Friday 30 March 2020"],
    ),
    "weekdays by the old calendar and past its end": of(
        summary="On Sunday 9 January 1905 and Monday 9 January 1905, on Tuesday 9 January 1905 and Sunday 6 January 1924."
    ),
    "summary too long": of(summary="A made-up flood. " * 80),
    "summary of two paragraphs": of(summary="One.\n\nTwo."),
    "summary that repeats the title": of(summary="another made-up Flood…"),
    "title with the date": of(title="Flood of 29 March 2020 at Exampleton"),
    "title with the day before the month": of(title="Flood on the 29th of March"),
    "title with the day behind the month": of(title="Mar. 29, 2020: a made-up flood"),
    "title with the date in figures": of(title="Flood (29.3.2020)"),
    "title with the date in short figures": of(title="Flood 3/29/20"),
    "title with the date as ISO writes it": of(title="2020-03-29: flood"),
    "title with the month": of(title="Flood in March 2020", date="2020-03"),
    "title with the first day of a span": of(title="Flood from 29 March on", date="2020-03-29/2020-03-31"),
    "address of one's own network": cites(url="http://192.168.0.7/page"),
    "address of one's own machine": cites(archived="http://localhost:8000/"),
    "address of an intranet": cites(url="https://wiki.intranet/page"),
    "address of one's own network, version 6": cites(url="http://[fd00::1]/"),
    "address with tracking": cites(url="https://example.org/a?b=1&utm_source=letter"),
    "address with a bare tracker": cites(url="https://example.org/a?FBCLID"),
    "copy as the original": cites(url="https://web.archive.org/web/2020/https://example.org/"),
    "copies of other pages": of(
        sources=[
            {"title": f"Made up {number}", "url": f"https://{url}", "archived": f"https://{copy}"}
            for number, (url, copy) in enumerate((
                ("example.org/flood", "web.archive.org/web/20200401000000/https://example.org/rain"),
                ("example.org/hail/", "web.archive.org/web/2020/https://example.com/hail"),
                ("example.org/a?id=1", "archive.ph/2020.04.01-101010/https://example.org/a?id=2"),
                ("example.org/a", "web.archive.org/web/20200401000000/example.org/" + "b" * 100),
            ))
        ]
    ),
    "original as the copy": cites(url="https://example.org/a", archived="https://example.org/a"),
    "host with a Cyrillic letter": cites(url="https://ex\u0430mple.org/a"),
    "host all Cyrillic": cites(url="https://www.\u0430\u0440\u0440\u0435.org/a"),
    "address with a Cyrillic letter": cites(url="https://example.org/w\u0430ter"),
    "Cyrillic letter in a title": of(title="Flood at Ex\u0430mpleton"),
    "Latin letter in a Cyrillic word": of(tags=["\u043d\u0430\u0432o\u0434\u043d\u0435\u043d\u0438\u0435"]),
    "Greek letter in a name": of(status="confirmed", confirmed_by="The may\u03bfr"),
    "unseen character": of(summary="A flo\u00adod."),
    "unseen space": cites(title="A re\u200bport"),
    "unseen joiner": counts(value="3", unit="hou\u200dses"),
    "filler": of(summary="(TBD)"),
    "filler of a name": cites(publisher="Unknown"),
    "filler that is marks": of(title="???"),
    "filler in Arabic": cites(origin="\u063a\u064a\u0631 \u0645\u0639\u0631\u0648\u0641"),
    "link of a wiki": of(body="`[[a]]` and [[A made-up page|it]] or [[event:first-flood]]."),
    "link of a wiki to a record": of(summary="See [[event:first-flood|the flood]]."),
    "picture of a wiki": of(body="![[gauge.svg]]"),
    "footnote without its note": of(
        body="It rained.[^1] And[^2].\n\n[^1]: A made-up note.", accounts=[{"by": "A", "says": "[^n]: x\n\n[^m]"}, {"by": "B", "says": "[[x-y-z]] [^n]"}]
    ),
    "links by names that are nowhere": of(
        summary="See [it][x].", body="See [it][].", accounts=[{"by": "A", "says": "[a][x] [b][y]\n\n[X]: https://example.org/a"}, {"by": "B", "says": "[a]() [b][c]"}]
    ),
    "link to nowhere": of(summary="See [the flood]()."),
    "address that is cut": cites(url="https://example.org/a-made-up-rep…"),
    "address that is cut, in a text": of(summary="See [it](https://example.org/a...)."),
    "quotes around a publisher and a tag": of(tags=["“rain”", "„hail“"], sources=[{**SOURCE, "publisher": "« AFP »"}]),
    "marks of footnotes in a quotation": cites(quote="It rained.[12][3] Then it stopped."),
    "link with its brackets inside out": of(summary="See (it)[event:first-flood]."),
    "answer in place of a name": of(status="confirmed", confirmed_by="yes"),
    "answer in place of a publisher": cites(publisher="Yes"),
    "unfinished": of(body="A flood. TODO: ask the mayor."),
    "words of an example": of(
        title="What happened, in one line", sources=[{"title": "The headline, as it was printed", "publisher": "The newspaper"}]
    ),
    "what other programs add": of(
        body='A ==flood==.\n\n!!! note "A title of many words, which is more than is shown"\n    And more.',
        summary="`{{a}}` is {{ a }} or {% b %}",
        accounts=[{"by": "A", "says": "It ==rained== {: .wet }."}, {"by": "B", "says": "One.\n\n  - [x] It ~~rained~~."}],
        sources=[{**SOURCE, "note": "It ==rained==, ~~and snowed~~.", "quote": "It ~~rained~~ ~~and it snowed for more than forty letters long~~."}],
    ),
    "other words that are struck out": of(body="~~It rained for many days, and more, and more, and more~~, ~~or not~~."),
    "unfinished alone": of(body="TODO"),
    "tag in a title": of(title="A <b>flood</b>"),
    "bold tag": of(summary="A <strong class='x'>flood</strong>, <br> and more."),
    "italic tag": of(body="`<b>` is bold, <em>this</em> is not."),
    "link as a tag": of(summary='See <a href="https://example.org/a-long-address-of-a-made-up-page">this</a>.'),
    "line break as a tag": of(summary="One.<br/>Two."),
    "comment": of(summary="One. <!-- <b>Two</b> -->"),
    "confirmation without a status": of(confirmed_by="The made-up mayor"),
    "article in place": cites(url="http://example.org/reports/flood#top", published="2020-04-01"),
    "article twice": of(sources=["a-report", {**SOURCE, "url": "https://example.org/reports/flood"}], date="2020-01-30"),
    "source twice": of(
        sources=[{**SOURCE, "url": "https://example.org/x"}, {"title": "B", "url": "https://www.example.org/x/#y"}]
    ),
    "tags, people and events that stand twice": of(
        tags=["other", "another", "other"], actors=["fire-brigade", "fire-brigade"], related=["first-flood", "first-flood"]
    ),
    "sources, accounts and figures that stand twice": of(
        sources=[SOURCE, {**SOURCE, "language": "en"}, {**SOURCE, "publisher": "gazette"}],
        accounts=[{"by": "A", "says": "It rained.", "source": "A made-up source"}] * 2 + [{"by": "A", "says": "It rained."}],
        figures=[{"what": "houses", "min": "1"}, {"what": "houses", "min": "1", "approximate": True}, {"what": "houses", "min": "2"}],
    ),
    "source of one address that stands twice, and once more": of(
        sources=[{"title": title, "url": f"https://{www}example.org/x"} for title, www in (("A", ""), ("B", ""), ("C", "www."))]
    ),
    "link with a space in it": of(summary="It rained, [a paper said] (https://example.org/a)."),
    "link to an event with a space in it": of(body="After [the flood]  (event:first-flood) and `[a] (event:zzz)`."),
    "link with its halves swapped": of(accounts=[{"by": "A", "says": "It rained (https://example.org/a)[there]."}]),
    "tags that are several": of(tags=["rain, hail", "wind"]),
    "tag in another spelling": of(tags=["dam-break"]),
    "two new tags in one spelling each": of(tags=["hailstorm", "rain", "Hailstorms", "hailstorm!", "Hail"]),
    "tag without its accent": of(tags=["other", "Naive"]),
    "event that is there": of(date="2020-02-10", time="19:45", place="old-harbour", title="The bridge is shut for two days"),
    "event that is there, without a place": of(date="2020-21~", title="A made-up ferry begins"),
    "event that is there, on one of several days": of(
        date="[2019-12-30,2020-01-02]", title="A made-up strike of STRASSE sweepers"
    ),
    "event like two": of(date="2020-02-10", place="old-harbour", title="The made-up bridge opens"),
    "event like two, of which one is another": of(
        date="2020-02-10", place="old-harbour", title="The made-up bridge is shut again", distinct_from=["bridge-opened"]
    ),
    "event that cites the same": of(
        title="Something made-up is cited", sources=[{"title": "Another made-up report", "url": "https://example.com/report/2"}]
    ),
    "source with another title": cites(url="https://example.com/report", publisher="the test mercury"),
    "source with another publisher": cites(url="https://example.com/report", title="A made-up report", publisher="gazette"),
    "source with another agency": cites(url="https://example.com/report/2", title="Another made-up report", origin="Gazzette X"),
    "source with another date": cites(
        url="https://example.com/report", title="A made-up report", published="2020-04-13", publisher="The Test Mercury"
    ),
    "source with another language": cites(url="https://example.com/report", title="A MADE-UP report", language="fr"),
    "tag with another letter": of(tags=["Bridges and fairies", "bridges end ferries"]),
    "tag with a letter more": of(tags=["comittee"]),
    "tag with a letter more than there is": of(tags=["committtee"]),
    "publisher in another spelling": cites(publisher="Test-Mercury"),
    "publisher of the site in another spelling": cites(origin="The Exampleton Gazete"),
    "publishers of one event in several spellings": of(
        sources=[
            {"title": "A", "publisher": "Daily-Example", "origin": "Test Wire"}, {"title": "B", "publisher": "The Daily Example"},
            {"title": "C", "publisher": "The Daily Example", "origin": "TestWire"}, {"title": "D", "publisher": "Exampleville Courier"},
            {"title": "E", "publisher": "Exampleville Couriar"},
        ],
    ),
    "date in the title, and weekday, in the event's own language": of(
        title="Crue du 29 mars 2020 à Exampleton", summary="Le lundi 29 mars, la rivière monte.", language="fr-CA"
    ),
    "date in the title, and weekday, in other digits": of(
        title="فيضان ٢٩ مارس ٢٠٢٠ في المدينة", summary="وقع يوم الاثنين ٢٩ مارس ٢٠٢٠ ثم انتهى.", language="ar"
    ),
    "month in the title, and weekday, in another alphabet": of(
        title="Наводнение в марте, март 2020", date="2020-03", summary="В понедельник 29 марта 2020 года.", language="ru"
    ),
    "host in Punycode with a Cyrillic letter": cites(url="https://xn--exmple-4nf.org/a"),
    "host in Punycode all Cyrillic": cites(archived="https://www.XN--80AK6AA92E.com/a"),
    "host in Punycode that says nothing": cites(url="https://xn--a-9999999999.org/a"),
    "host in Punycode that is cut": cites(url="https://xn--exmple-4n.org:8080/a"),
    "accounts that differ, of an event that is not disputed": of(
        accounts=[{"by": "A", "says": "Two."}, {"by": "B", "says": "One."}]
    ),
    "accounts that differ, of an event that is confirmed": of(
        status="confirmed", confirmed_by="Police", accounts=[{"by": "A", "says": "Two."}, {"by": "B", "says": "One."}]
    ),
    "link into one's own network": of(summary="[Here](http://localhost/page), [there](https://example.org/?utm_source=a)."),
    "link with a Cyrillic letter": of(body="[Here](https://ex\u0430mple.org/a)"),
    "event that is related to itself": of(related=["first-flood", "new-flood"], distinct_from=["new-flood"]),
    "part that is earlier than its whole": of(date="2019-12-31", part_of="wet-year"),
    "part that is later than its whole": of(part_of="closure"),
    "part that is earlier than its whole, by a clock": of(date="2020-02-20", time="18:59", place="exampleton", part_of="closure"),
    "part that is outside its whole, by an id that it had before": of(date="2020-02-08", part_of="old-bridge-shut"),
    "work that was read before it was there": cites(published="2020-04-05", accessed="2020-04-03"),
    "days that have not come yet": of(
        added="2999-05-01", sources=[{**SOURCE, "published": "2999-12-31T10:00", "accessed": "9999-02-03"}]
    ),
    "days of soon and of a year with its digits swapped": of(
        added=(TODAY + timedelta(30)).isoformat(), sources=[{**SOURCE, "accessed": f"20{TODAY:%y}"[:2] + f"{TODAY:%y}"[::-1] + "-01-01"}]
    ),
    "event of a year to come": of(date="2999"),
    "event of a year with its digits swapped": of(date=f"20{TODAY:%y}"[:2] + f"{TODAY:%y}"[::-1] + "-01-01"),
    "event of days to come": of(date="2062-01-05/2062-01-06"),
    "work of a year to come that was read already": cites(published="2999", accessed="2020-05-01"),
    "language that is a country": of(language="gr", sources=[{**SOURCE, "language": "UA-ua"}]),
    "language that is none": cites(language="qq"),
    "several": of(
        title="Flood <i>29 March</i>", summary="Flo\u00adod at Ex\u0430mpleton",
        sources=[{**SOURCE, "url": "http://localhost/", "archived": "https://example.org/?gclid=1", "origin": "n/a"}],
    ),
}  # fmt: skip
RIGHT = {
    "good": GOOD,
    "languages of three letters and of a script": of(language="ckb", sources=[{**SOURCE, "language": "zh-Hant"}]),
    "work that was read on its day, by another clock": cites(published="2020-04-05T01:00", accessed="2020-04-04"),
    "event of tomorrow, which may be today elsewhere": of(date=(TODAY + timedelta(1)).isoformat()),
    "day that has come elsewhere": of(added=(TODAY + timedelta(1)).isoformat()),
    "work of which the year is known": cites(published="2020", accessed="2020-04-04"),
    "event in its order": of(after=["aftermath", "old-ferry"], response_to=["ferry"], part_of="wet-year"),
    "event whose order nobody can exclude": of(date="2020-02", after=["bridge-shut"], part_of="closure"),
    "part that goes on after its whole began": of(date="2020-03-01", part_of="bridge-shut"),
    "part within its whole, by a clock": of(date="2020-02-20", time="19:00", place="exampleton", part_of="closure"),
    "with everything": of(
        time="~19:45", timezone="+03:00", place="exampleton", summary="A flood.", body="One.\n\nTwo.",
        kind="disaster", key=True, status="disputed", after=["first-flood"], actors=["fire-brigade"],
        accounts=[
            {"by": "A", "says": "Two.", "source": "A made-up source"}, {"by": "B", "says": "One.", "source": "a-report"},
        ],
        figures=[{"what": "houses", "min": "1", "max": "2", "approximate": True, "source": "https://example.org/x"}],
        sources=[
            {**SOURCE, "url": "https://example.org/x", "publisher": "gazette", "published": "2020-04-01T10:00",
             "timezone": "unknown", "language": "en"},
        ],
        storylines=["floods"], tags=["flood", "a: b"], added="2020-05-01", language="en",
    ),
    "event like another, that is not": of(
        date="2020-02-10", place="old-harbour", title="The made-up bridge is shut for a week", distinct_from=["bridge-shut"],
        part_of="wet-year", related=["first-flood", "bridge-shut"], response_to=["bridge-opened"],
    ),
    "event like another, that is not, by an id that it had before": of(
        date="2020-02-10", place="old-harbour", title="The made-up bridge is shut for a week", distinct_from=["old-bridge-shut"],
    ),
    "event of a series of which one work tells": cites(url="https://example.com/series", title="A made-up series")
    | {"title": "The made-up drivers strike, day two"},
    "event in other words": of(
        date="2020-02-10", place="old-harbour", title="For a day is the made-up bridge shut"
    ),
    "source as it is cited elsewhere": cites(
        url="https://example.com/report", title="A made-up report", publisher="the test mercury", published="2020-02"
    )
    | {"date": "2020-02-01"},
    "address with another in its query": cites(url="https://example.org/page?next=x,https://example.com/"),
    "source that is a front page": cites(url="https://example.com/"),
    "agency by its name": cites(url="https://example.com/report/2", title="Another made-up report", origin="Test agency"),
    "publisher by its id": cites(publisher="gazette"),
    "tags that are short or have numbers": of(tags=["commit", "committee", "bridges and ferries 2"]),
    "host in Punycode": cites(url="https://xn--bcher-kva.example/a"),
    "host in Punycode, Arabic": cites(url="https://xn--mgbh0fb.xn--kgbechtv/a"),
    "host in Cyrillic beside its scheme": cites(url="https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0443\u0441/"),
    "event elsewhere": of(date="2020-02-10", place="exampleton", title="The made-up bridge is shut for a day"),
    "event of another day": of(date="2020-02", place="old-harbour", title="The made-up bridge is shut for a day"),
    "copy of an address with tracking": cites(
        archived="https://web.archive.org/web/20200401000000/https://example.org/x?utm_source=letter"
    ),
    "blanks that begin nothing": of(body=f"[z]{' ' * 19_900}z"),
    "event of another season": of(date="2020-22", title="A made-up ferry begins"),
    "event with few words alike": of(date="2020-02-10", place="old-harbour", title="Rain for a day"),
    "confirmed": of(status="confirmed", confirmed_by="The made-up mayor"),
    "accounts that say the same": of(accounts=[{"by": "A", "says": "Two fell."}, {"by": "B", "says": "two fell"}]),
    "corroborated": of(
        status="corroborated", sources=[{**SOURCE, "publisher": "gazette"}, {"title": "B", "publisher": "Mercury"}]
    ),
    "clocks put back": of(date="2020-10-25", time="02:30", place="exampleton"),
    "tag that is there": of(tags=["Dam breaks", "dam", "naïve"]),
    "title with another day": of(title="Report of 28 March 2020, and of 29 March 2019"),
    "title with a number behind the month": of(title="In March 29,000 people were moved"),
    "weekday and month in the event's own language": of(
        title="Inundación de mayo", summary="El domingo 29 de marzo de 2020, no el lunes.", language="es"
    ),
    "weekday in a language that no browser knows": of(title="Crue de mars", summary="Lundi 29 mars 2020.", language="ext"),
    "publishers of one event that are two": of(
        sources=[{"title": "A", "publisher": "Daily Example"}, {"title": "B", "publisher": "daily example"}, {"title": "C", "publisher": "The Example"}]
    ),
    "title with another month": of(title="May 29 houses be built"),
    "code in a text": of(body="Write `<b>` so:\n\n    <b>words</b>\n\n~~~\n<i>\n~~~\n"),
    "less and more": of(summary="3 < 4 > 2, and <unit> is no tag"),
    "links to what there is": of(
        summary="[A](event:first-flood) [b](place:old-harbour) [c](actor:fire-brigade) [d](article:a-report) [e](storyline:floods)",
        body="## X\n\n[Itself](event:new-flood), [before](event:old-ferry), [a page](about/./method.md#x), [keys](fields/), "
        "![a gauge](media/gauge.svg), [mail](mailto:a@example.org), [more](mailto:a@example.org,b@example.org?subject=x), [a](#x), [the web](https://example.org/a_(b)) [<](<https://example.org/>)",
    ),
    "links in code": of(
        body="`[a](event:zzz)`\n\n    [b](event:zzz)\n    [c](event:zzz)\n\n```\n[d](event:zzz)\n```\n\n\\[e](event:zzz)"
    ),
    "as much as there may be": of(
        body="word " * 3_999 + "\n\n" + "word\n" * 1_000 + "\n" + "[" * 2_000 + "\n\n" + "- > " * 6 + "a\n\n- - - - - - - - - - - - - -"
    ),
    "code of many lines": of(body="```\n" + "word\n" * 1_100 + "```"),
    "code that is closed": of(body="```\n~~~\n```  \n\n~~~ a\n```\n~~~\n", summary="It is ``` so ``` here"),
    "footnotes, links by names, and what is put into words": of(
        body="It[^A] [rained][x], [hailed][], [sic][laughter] and [...][…] more.[1][2] `[a][b]`\n\n[^a]: A made-up note.\n[X]: https://example.org/a\n[hailed]: https://example.org/b"
    ),
    "double brackets around words that somebody put in": of(body="It says [[the minister]], [[sic]] and [[Applause]]."),
    "marks that belong to a name": cites(publisher="„Testo žinios“"),
    "words like fillers": of(tags=["unknown"], summary="Unknown people lived here for long."),
    "Persian with a joiner": of(summary="\u0645\u06cc\u200c\u0631\u0648\u062f"),
    "two alphabets side by side": of(summary="\u041c\u043e\u0441\u043a\u0432\u0430 and Moscow"),
    "host in Cyrillic": cites(url="https://\u043f\u0440\u0438\u043c\u0435\u0440.example/"),
    "copies of the same pages": of(
        sources=[
            {"title": f"Made up {number}", "url": f"https://{url}", "archived": f"https://{copy}"}
            for number, (url, copy) in enumerate((
                ("www.example.org/flood/", "web.archive.org/web/20200401000000/http:/m.example.org/Flood/amp?outputType=amp"),
                ("example.org/a?b=2&c=3", "web.archive.org/web/2020/https://example.org/a?c=3&b=2&amp=1&d="),
                ("example.org/caf%C3%A9", "archive.ph/2020.04.01-101010/https://example.org/café#top"),
                ("example.org/2020/made-up-flood", "web.archive.org/web/2020/https://mirror.example.com/2020/made-up-flood"),
                ("bücher.example/a", "web.archive.org/web/2020/https://xn--bcher-kva.example/a"),
                ("example.org/b", "archive.ph/abcde"),
            ))
        ]
    ),
    "address by number": cites(url="http://8.8.8.8:8080/x"),
    "address by number, in brackets": cites(url="http://[2600::1]/x"),
    "address in another script": cites(url="https://مثال.example/صفحة"),
}  # fmt: skip
TYPED = [
    "It's: a \"test\" # with marks", "- a dash", "key: value", "'single'", '"double"', "a 'b' \"c\" \\d",
    "#hash", "a#b", "a #b", "@at", "`tick`", "%percent", "&anchor", "*alias", "!tag", "|", ">", "? question",
    "[list]", "{map: 1}", "a, b", "trailing colon:", "a: b: c", "true", "null", "~", "1.10", "0047", "12:47",
    "2020-01-04", "\u0641\u064a\u0636\u0627\u0646: \u0628\u0644\u062f\u0629 #1", "  spaces around  ", "two  spaces", "tab\there",
    "non\u00a0breaking", "soft\u00ad hyphen", "\u0645\u06cc\u200c\u0631\u0648\u062f", "\u202eright-to-left", "\u2067isolated\u2069 words",
    "nul\u0000l", "emoji \U0001f525 fire", "\ufeffmark", "a\\nb", "---", "...", "<b>&amp;</b>", "= equals", "\u2028separator",
    "x" * 150, "word " * 60, "word: " * 40, "# " * 60, "\u0643\u0644\u0645\u0629 " * 50, "half\ud83d",
]  # fmt: skip
NEW_NAMES = of(place="new-harbour", actors=["fire-brigade", "new-brigade", "qauyton", "quayville"])
NAMELESS = of(id=None, summary="[A](event:undefined) [b](event:first-flood)", after=["undefined"])
LINES = [
    "One.\n\nTwo.", "  first line begins with spaces\nsecond", "first\n  second is indented\nthird", "a\r\nb\rc",
    "trailing space \nnext", "tab\there\nnext", "# heading\n\n- item: one\n- item # two", "---\nb", "a\n\n\n\nb\n\n", "\n\na",
    "\u0633\u0637\u0631\n\u0633\u0637\u0631: \u0622\u062e\u0631", "|\n>", "quote: 'x\n\"y", "a\n...\nb", "a\n\tb", "%YAML 1.2\n---\nb",
    "long " * 40 + "\nnext",
]  # fmt: skip


def choices_of(read):
    """What a browser has once it has fetched everything: the choices, the events, and the cited works."""
    return read[1] | {
        "event": read[2]["event"],
        "work": {url: work for shelf in read[3:] for url, work in shelf.items()},
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The edition of the site that the drafts are added to, and how the form judges each of them."""
    folder = tmp_path_factory.mktemp("site")
    checked = check(folder, SITE)
    edition = Edition(checked.examined.timeline)
    read = json.loads("[" + ",".join(output.content for output in outputs(edition)) + "]")
    # The mistakes are compared in the words of the check; the form's own are another table by the same names.
    messages = {name: (*words, read[0]["messages"][name][2]) for name, words in MESSAGES.items()}
    rules = read[0] | {"messages": messages, "reworded": []}
    choices = choices_of(read)
    # What has just been made in the form stands behind what the site has.
    choices["place"].append(["new-harbour", "The old harbor"])
    choices["actor"] += [["new-brigade", "Fire Brigades"], ["qauyton", "Qauyton"], ["quayville", "Quayville"]]
    choices["actors"].append(["quayton", "Quayton"])
    given = {"rules": rules, "choices": choices}
    drafts = [
        *WRONG.values(),
        *DOUBTFUL.values(),
        *RIGHT.values(),
        NEW_NAMES,
        NAMELESS,
        *map(typed, TYPED + LINES),
    ]
    program = Path(__file__).with_name("judge_drafts.js")
    answers = in_node(tmp_path_factory.mktemp("node"), program, {"drafts": drafts, **given})
    return {json.dumps(draft): answer for draft, answer in zip(drafts, answers, strict=True)}


def typed(text):
    """A draft with a text wherever one can be typed."""
    return of(
        date="2020-01-31", title=text.split("\n")[0] or "x", summary=text, body=text, tags=[text, "other"], confirmed_by=text,
        accounts=[{"by": text, "says": text}, {"by": "B", "says": "C"}],
        sources=[{"title": text, "publisher": f"The {text}"}, "a-report"],
    )  # fmt: skip


def plain(words):
    """Words without the isolates that a page needs around those which run the other way."""
    return words.replace("\u2068", "").replace("\u2069", "")


# What is said of the site as a whole no form can know.
QUIET = Site(
    levels=dict.fromkeys(
        (
            "unused-place",
            "unused-actor",
            "unused-storyline",
            "empty-storyline",
        )
    )
)


def checked_with(tmp_path, answer):
    """The site with the file that the form wrote, checked."""
    write_tree(tmp_path, SITE)
    (tmp_path / "content/events/new.yaml").write_text(answer["file"], encoding="utf-8")
    return check(tmp_path, site=QUIET, today=TODAY.isoformat())


@pytest.mark.parametrize("draft", WRONG.values(), ids=WRONG.keys())
def test_the_form_says_of_a_mistake_what_the_check_says(site, tmp_path, draft):
    answer = site[json.dumps(draft)]
    said = {(p["code"], plain(p["message"]), plain(p["hint"])) for p in answer["problems"]}
    expected = {
        (row.code, row.message, row.hint)
        for row in told(checked_with(tmp_path, answer))
        if row.place.startswith("content/events/new.yaml")
    }
    assert said == expected
    assert said or "may be" in str([name for name, value in WRONG.items() if value == draft])


@pytest.mark.parametrize("draft", DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_the_form_warns_where_the_check_does_and_in_its_words(site, tmp_path, draft):
    answer = site[json.dumps(draft)]
    said = sorted((p["code"], plain(p["message"]), plain(p["hint"])) for p in answer["problems"])
    rows = [row for row in told(checked_with(tmp_path, answer)) if "new.yaml" in row.place]
    assert said == sorted((row.code, row.message, row.hint) for row in rows)
    assert said
    assert all(p["level"] < 3 for p in answer["problems"])  # so that none holds an event back


@pytest.mark.parametrize("draft", DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_what_is_said_to_be_right_all_the_same_no_longer_stops_a_strict_build(site, tmp_path, draft):
    answer = site[json.dumps(draft)]
    stops = {p["code"] for p in answer["problems"] if p["level"] == Severity.WARNING}
    before, after = (
        checked_with(tmp_path / name, {"file": answer[name]}).examined for name in ("file", "silenced")
    )
    assert before.fails(strict=True) == bool(stops)
    # What stands twice in one list is right for no reason.
    assert after.fails(strict=True) == ("repeated-item" in stops)


@pytest.mark.parametrize("draft", RIGHT.values(), ids=RIGHT.keys())
def test_the_form_finds_nothing_wrong_where_the_check_does_not(site, tmp_path, draft):
    answer = site[json.dumps(draft)]
    assert answer["problems"] == []
    checked = checked_with(tmp_path, answer)
    assert [row for row in told(checked) if "new.yaml" in row.place] == []
    assert checked.examined.timeline.events["new-flood"].status == answer["status"]


def test_of_a_new_name_that_is_nearly_one_that_is_here_that_one_is_told(site):
    told_ = [
        (p["code"], p["path"], p["level"], p["message"]) for p in site[json.dumps(NEW_NAMES)]["problems"]
    ]
    assert told_ == [
        ("same-name", ["place"], 1, "'The old harbor' is new, and 'Old Harbour' is here already"),
        ("same-name", ["actors", 1], 1, "'Fire Brigades' is new, and 'Fire brigade' is here already"),
        ("same-name", ["actors", 2], 1, "'Qauyton' is new, and 'Quayton' is here already"),
    ]  # fmt: skip


def test_an_event_without_an_id_can_be_named_by_none(site):
    # The check says nothing of what stands in an event that it cannot take.
    codes = [(p["code"], p["path"]) for p in site[json.dumps(NAMELESS)]["problems"]]
    assert sorted(codes) == [
        ("missing-key", ["id"]), ("unknown-event", ["after", 0]), ("unknown-event", ["summary"])
    ]  # fmt: skip


@pytest.fixture(scope="module")
def read_again(site, tmp_path_factory):
    """The site with every file of what can be typed, checked: the events by id, and what is wrong with them."""
    folder = write_tree(tmp_path_factory.mktemp("typed"), SITE)
    for number, text in enumerate(TYPED + LINES):
        written = site[json.dumps(typed(text))]["file"].replace("- id: new-flood", f"- id: typed-{number}", 1)
        (folder / f"content/events/new-{number}.yaml").write_text(written, encoding="utf-8")
    checked = check(folder, site=QUIET)
    errors = [problem for problem in checked.examined.problems if problem.severity is Severity.ERROR]
    return checked.examined.timeline.events, [*checked.reading.problems, *errors]


@pytest.mark.parametrize(
    "number", range(len(TYPED + LINES)), ids=lambda number: ascii((TYPED + LINES)[number])[:40]
)
def test_whatever_is_typed_is_read_again_as_it_was_typed(site, read_again, number):
    events, problems = read_again
    assert problems == []
    event, draft = events[f"typed-{number}"].record, site[json.dumps(typed((TYPED + LINES)[number]))]["draft"]
    for key in ("title", "summary", "body", "confirmed_by"):
        assert getattr(event, key) == draft[key]
    assert list(event.tags) == draft["tags"]
    assert [(a.by, a.says) for a in event.accounts] == [(a["by"], a["says"]) for a in draft["accounts"]]
    source = next(source for source in event.sources if not isinstance(source, str))
    expected = draft["sources"][0]
    assert (source.title, source.publisher) == (expected["title"], expected["publisher"])


def test_what_is_written_reads_well(site):
    assert site[json.dumps(RIGHT["with everything"])]["file"] == WRITTEN


WRITTEN = """\
- id: new-flood
  date: 2020-03-29
  title: Another made-up flood
  sources:
    - title: A made-up source
      url: https://example.org/x
      publisher: gazette
      published: 2020-04-01T10:00
      timezone: unknown
      language: en
  time: '~19:45'
  timezone: '+03:00'
  place: exampleton
  summary: A flood.
  body: |
    One.

    Two.
  kind: disaster
  key: true
  status: disputed
  after: [first-flood]
  actors: [fire-brigade]
  accounts:
    - by: A
      says: Two.
      source: A made-up source
    - by: B
      says: One.
      source: a-report
  figures:
    - what: houses
      min: 1
      max: 2
      approximate: true
      source: https://example.org/x
  storylines: [floods]
  tags: [flood, 'a: b']
  added: 2020-05-01
  language: en
"""


def test_every_mistake_of_the_table_is_tried(site):
    words = {
        said for answer in site.values() for p in answer["problems"] for said in (p["message"], p["hint"])
    }
    unsaid = [
        name for name, (message, _) in MESSAGES.items()
        if message and not any(_fits(message, said) for said in words)
    ]  # fmt: skip
    assert unsaid == []


def _fits(message, said):
    pieces = [piece.split("}")[-1] for piece in message.split("{")]
    return all(piece in said for piece in pieces)


def test_every_key_of_an_event_is_asked_for_or_left_out_with_a_reason():
    for model in RECORDS.values():
        assert set(types_of(model)) | set(LEFT_OUT[model]) == set(model.model_fields)
        assert not set(types_of(model)) & set(LEFT_OUT[model])
    left = {(name, key) for name, model in RECORDS.items() for key in LEFT_OUT[model]}
    assert set(LEFT) == left - {("event", "silence")}


def test_the_rules_speak_the_language_of_the_site():
    english, arabic = form_messages(load_language("en")), form_messages(load_language("ar"))
    for name, words in english.items():
        assert [said for said, here in zip(words, arabic[name], strict=True) if said and said == here] == []


def fields_of(words):
    return set(re.findall(r"\{(\w+)\}", "".join(words)))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_form_speaks_of_its_fields_where_the_check_speaks_of_keys(language):
    said = form_messages(load_language(language))
    keys = {key for model in RECORDS.values() for key in model.model_fields}
    for name, words in said.items():
        assert not {
            key
            for key in keys
            if re.search(rf"'{key}:?[ ']|\b{key}: [{{\d]|\.yaml|content/", " ".join(words))
        }
        assert fields_of(words) <= fields_of(MESSAGES[name])
    assert set(OWN_WORDS) <= set(said)
    number, least = (load_language(language).text(word) for word in ("Number", "At least"))
    assert number in said["figure-twice"][1]
    assert least in said["figure-twice"][1]


def test_what_is_said_of_dates_names_the_fields_too(tmp_path):
    rows = read_table(REFUSED)
    pairs = [{key: str(row[key]) for key in ("date", "time") if row.get(key)} for row in rows]
    drafts = [of(**pair) for pair in pairs] + [
        cites(published=pair["date"]) for pair in pairs if "date" in pair
    ]
    checked = check(tmp_path / "site", SITE)
    read = json.loads(
        "[" + ",".join(output.content for output in outputs(Edition(checked.examined.timeline))) + "]"
    )
    (tmp_path / "node").mkdir()
    given = {"drafts": drafts, "rules": read[0], "choices": choices_of(read)}
    answers = in_node(tmp_path / "node", Path(__file__).with_name("judge_drafts.js"), given)
    told = [p for answer in answers for p in answer["problems"] if p["code"] == "bad-date"]
    assert len(told) > len(rows)
    for problem in told:
        words = f"{problem['message']} {problem['hint']}"
        assert not re.search(r"\bkeys?\b|\b(?:and|write) (?:date|time): |under time\b|quotes", words), words
    meant = {(problem.get("meant"), problem.get("time")) for problem in told}
    assert {("2020-01-04", "19:45"), ("2020-01-04T19:45", None), ("2020-02-1X", None)} <= meant


def test_whatever_is_offered_in_place_of_a_date_can_be_read(tmp_path):
    rows = read_table(REFUSED)
    read = json.loads(
        "["
        + ",".join(
            output.content for output in outputs(Edition(check(tmp_path / "site", SITE).examined.timeline))
        )
        + "]"
    )
    program = Path(__file__).with_name("judge_drafts.js")

    def judged(name, drafts):
        (tmp_path / name).mkdir()
        return in_node(
            tmp_path / name, program, {"drafts": drafts, "rules": read[0], "choices": choices_of(read)}
        )

    drafts = [of(**{key: row[key] for key in ("date", "time", "timezone") if row.get(key)}) for row in rows]
    offered = [
        {
            **draft,
            problem["path"][0]: problem["meant"],
            **({"time": problem["time"]} if "time" in problem else {}),
        }
        for draft, answer in zip(drafts, judged("refused", drafts), strict=True)
        for problem in answer["problems"]
        if problem.get("meant")
    ]
    assert of(date="2020-01-04T07:45") in offered  # where the clock alone is at fault, the day stays
    assert len(offered) > 100
    left = [
        (draft["date"], draft.get("time"), problem["message"])
        for draft, answer in zip(offered, judged("offered", offered), strict=True)
        for problem in answer["problems"]
        if problem["code"] in {"bad-date", "bad-timezone"}
    ]
    assert left == []


def test_what_a_press_writes_in_place_of_a_mistake_is_none(site, tmp_path):
    checked = check(tmp_path / "site", SITE)
    read = [json.loads(output.content) for output in outputs(Edition(checked.examined.timeline))]
    offered = [
        (p["code"], p["path"], p["meant"], put(draft, p["path"], p["meant"]))
        for draft in [*WRONG.values(), *DOUBTFUL.values()]
        for p in site[json.dumps(draft)]["problems"]
        if p.get("meant") and p["code"] not in {"bad-date", "bad-timezone"}
    ]
    (tmp_path / "node").mkdir()
    given = {"drafts": [row[-1] for row in offered], "rules": read[0], "choices": choices_of(read)}
    answers = in_node(tmp_path / "node", Path(__file__).with_name("judge_drafts.js"), given)
    for (code, path, meant, _), answer in zip(offered, answers, strict=True):
        told = [p["message"] for p in answer["problems"] if (p["code"], p["path"]) == (code, path)]
        assert (meant, told) == (meant, [])
    assert {meant for *_, meant, _ in offered} >= {
        "https://example.org/page", "https://example.org/a", "https://doi.org/10.1000/xyz.5", "http://example.org/x?y=1",
        "https://example.org/a?b=1", "1.5", "12", "1000", "1000000", "AFP", "rain", "en-GB",
    }  # fmt: skip


def put(draft, path, value):
    """A draft with another value in one place."""
    copy = json.loads(json.dumps(draft))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return copy


def test_a_browser_looks_for_a_work_in_the_file_that_has_it(tmp_path):
    urls = [f"https://example.org/{number}/صفحة/\U0001f525" for number in range(2 * SHARE)]
    sources = [{"title": "A made-up report", "url": url, "publisher": "Mercury"} for url in urls]
    events = [
        {
            "id": f"event-{number}",
            "date": "2020",
            "title": f"Made up {number}",
            "sources": [source, sources[0]],
        }
        for number, source in enumerate(sources[1:])
    ]
    tree = json.dumps(events, ensure_ascii=False).replace("},", "},\n    ")
    checked = check(tmp_path / "site", f"    == content/events/a.yaml\n    {tree}")
    assert len(checked.examined.timeline.events) == len(events)
    read = json.loads(
        "[" + ",".join(output.content for output in outputs(Edition(checked.examined.timeline))) + "]"
    )
    assert read[1]["works"] == len(read[3:]) == 3
    assert max(map(len, read[3:])) < 2 * SHARE
    (tmp_path / "node").mkdir()
    given = {"drafts": [of(sources=sources)], "rules": read[0], "choices": choices_of(read)}
    [answer] = in_node(tmp_path / "node", Path(__file__).with_name("judge_drafts.js"), given)
    for number, (url, shelf) in enumerate(zip(urls, answer["shelves"], strict=True)):
        citing, said = read[3 + int(shelf.removeprefix("works/"))][url]
        assert said == ["Mercury", "", "", "A made-up report", ""]
        assert f"event-{number - 1}" in citing if number else len(citing) == len(events)


@pytest.mark.parametrize(
    "host",
    [
        "0.0.0.1", "1.1.1.1", "9.255.0.1", "10.0.0.1", "100.63.1.1", "100.64.0.1", "100.127.0.1", "100.128.0.1", "127.0.0.1",
        "169.253.0.1", "169.254.0.1", "172.15.0.1", "172.16.0.1", "172.31.0.1", "172.32.0.1", "192.0.2.1", "192.0.3.1",
        "192.168.0.1", "192.169.0.1", "198.17.0.1", "198.18.0.1", "198.19.0.1", "198.51.100.1", "203.0.113.1", "203.0.114.1",
        "239.0.0.1", "240.0.0.1", "255.255.255.255", "[::1]", "[fc00::1]", "[fd12:3456::1]", "[fe80::1]", "[2001:db8::1]",
        "[2600::1]", "[2a00:1450::1]", "localhost", "nas.lan", "example.org", "lan.example.org", "test",
    ],
)  # fmt: skip
def test_the_form_and_the_check_know_the_same_networks_as_nobody_elses(tmp_path, host):
    rule = next(pattern for pattern in form_patterns("en") if pattern.message == "private-address")
    event = (
        f"- {{id: a, date: 2020, title: A made-up event, sources: [{{title: B, url: 'http://{host}/x'}}]}}"
    )
    codes = {row.code for row in told(check(tmp_path, f"== content/events/a.yaml\n{event}"))}
    assert bool(re.match(rule.pattern, f"http://{host}/x", re.IGNORECASE)) == ("private-address" in codes)


def test_the_form_warns_as_the_site_is_set_and_knows_the_months_of_its_language(tmp_path):
    levels = {"private-address": None}
    checked = check(tmp_path / "site", SITE, site=Site(language="ar", levels=levels))
    read = json.loads(
        "[" + ",".join(output.content for output in outputs(Edition(checked.examined.timeline))) + "]"
    )
    drafts = [cites(url="http://localhost/"), of(title="فيضان في 29 مارس"), of(title="فيضان في 28 مارس")]
    given = {"drafts": drafts, "rules": read[0], "choices": choices_of(read)}
    (tmp_path / "node").mkdir()
    answers = in_node(tmp_path / "node", Path(__file__).with_name("judge_drafts.js"), given)
    said = [[plain(problem["message"]) for problem in answer["problems"]] for answer in answers]
    assert said == [[], ["العنوان يكرر التاريخ: '29 مارس'"], []]
