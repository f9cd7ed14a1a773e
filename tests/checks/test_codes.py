"""Every code that merging and checks can raise, once, at its exact place."""

import ast
import importlib
import inspect
import pkgutil
from dataclasses import replace

import pytest
from projects import check, told

import timeline.checks
import timeline.merging
from timeline.checks import CHECKS
from timeline.merging.homes import HOMES
from timeline.records import Site

EVENT = """
    == content/events/a.yaml
    - id: strike
      date: 2020-01-03
      title: A strike near the airport
      sources: [{title: A report}]
"""
ARTICLE = """
    == content/articles/report.md
    ---
    title: A report
    published: 2020-01-04
"""

CITED = (
    EVENT.replace("{title: A report}", "{title: A report, url: https://example.org/a}")
    + "    == content/links.yaml\n"
)

# Code: the project, the place, and the message.
CASES = {
    "articles-disagree": (
        ARTICLE
        + "    events: [{id: strike, title: A strike, date: 2020-01-03}]\n    ---\n"
        + ARTICLE.replace("report.md", "other.md")
        + "    events: [{id: strike, title: A strike, date: 2020-01-02}]\n    ---\n",
        "content/articles/report.md:4:46",
        "articles disagree on the date of 'strike': '2020-01-03' here, '2020-01-02' in another",
    ),
    "bad-date": (
        EVENT.replace("2020-01-03", "2020-03-29T02:30") + "      timezone: Europe/Berlin\n",
        "content/events/a.yaml:2:9",
        "02:30 on 29 March 2020 does not exist in Europe/Berlin: clocks went forward",
    ),
    "bad-link": (
        EVENT + "      summary: See [this](evnt:strike).\n",
        "content/events/a.yaml:5:23",
        "a link cannot begin with 'evnt:'",
    ),
    "circle": (
        EVENT + "      after: strike\n",
        "content/events/a.yaml:5:10",
        "the event 'strike' follows itself",
    ),
    "too-deep": (
        EVENT
        + "    == content/places.yaml\n"
        + "".join(f"    - {{id: p{n:02}, name: P, within: p{n + 1:02}}}\n" for n in range(20))
        + "    - {id: p20, name: P, timezone: UTC}\n",
        "content/places.yaml:1:30",
        "places lie in one another at most 20 deep, and this is one more",
    ),
    "conflicting-value": (
        EVENT + ARTICLE + "    events:\n      - id: strike\n        date: 2020-01-02\n    ---\n",
        "content/articles/report.md:6:11",
        "this article gives the date of 'strike' as '2020-01-02', the curated event as '2020-01-03'",
    ),
    "duplicate-id": (
        EVENT + EVENT.replace("a.yaml", "b.yaml"),
        "content/events/b.yaml:1:7",
        "two events have the id 'strike'",
    ),
    "duplicate-link": (
        CITED + 2 * "    - {url: https://example.org/a, found: 404 Not Found, seen: 2021-05-03}\n",
        "content/links.yaml:2:9",
        "'https://example.org/a' stands in this list twice",
    ),
    "entry-without-added": (
        EVENT,
        "content/events/a.yaml:1:7",
        "'strike' has no 'added', and so no place in the feeds",
    ),
    "empty-storyline": (
        "    == content/storylines/thread.md\n    ---\n    title: A thread\n    ---\n",
        "content/storylines/thread.md:2:1",
        "the storyline 'thread' has no events",
    ),
    "guessed-dates": (
        EVENT
        + "".join(
            f"    - {{id: e{n}, date: 201{n}-02-01, title: Made up {n}, sources: [{{title: Of {n}}}]}}\n"
            for n in range(5)
        ),
        "content/events/a.yaml:5:18",
        "5 of the 6 events of this file are dated the first of a month",
    ),
    "impossible-order": (
        EVENT
        + "      after: later\n"
        + EVENT.replace("a.yaml", "b.yaml").replace("strike", "later").replace("03", "05"),
        "content/events/a.yaml:5:10",
        "'strike' (2020-01-03) cannot follow 'later' (2020-01-05): it is earlier",
    ),
    "likely-duplicate": (
        EVENT
        + "      place: airport\n"
        + "    == content/places.yaml\n    - {id: airport, name: The airport}\n"
        + (EVENT + "      place: airport\n")
        .replace("a.yaml", "b.yaml")
        .replace("id: strike", "id: air-strike"),
        "content/events/b.yaml:1:7",
        "'air-strike' looks like the same event as 'strike'",
    ),
    "missing-key": (
        EVENT + "    - id: bare\n      date: 2020\n      sources: [{title: A report}]\n",
        "content/events/a.yaml:5:7",
        "the event 'bare' has no title",
    ),
    "media-without-credit": (
        EVENT + "      media: [{file: a.vtt, alt: Words}]\n    == content/media/a.vtt\n    WEBVTT\n",
        "content/events/a.yaml:5:18",
        "'a.vtt' has no credit and no licence",
    ),
    "published-before-event": (
        EVENT.replace("[{title: A report}]", "[{title: A report, published: 2020-01-02}]"),
        "content/events/a.yaml:4:42",
        "this source (2020-01-02) is older than the event 'strike' (2020-01-03) that it reports",
    ),
    "negative-count": (
        EVENT + "      figures: [{what: people hurt, min: -3, max: 2}]\n",
        "content/events/a.yaml:5:38",
        "a count is not below zero, and this one is -3",
    ),
    "articles-at-one-address": (
        "".join(
            f"    == content/articles/{name}.md\n    ---\n    title: A report {name}\n    published: 2020-01-04\n"
            f"    url: https://{www}example.org/a/\n    ---\n"
            for name, www in (("one", ""), ("two", "www."))
        ),
        "content/articles/two.md:4:6",
        "the articles 'two' and 'one' have one address",
    ),
    "address-as-words": (
        EVENT.replace("{title: A report}", "{title: A report, publisher: 'https://example.org/'}"),
        "content/events/a.yaml:4:42",
        "this is an address, and no name",
    ),
    "repeated-item": (
        EVENT + "      tags: [air, airport, air]\n",
        "content/events/a.yaml:5:24",
        "'air' stands twice in 'tags', and the first one counts",
    ),
    "status-unsupported": (
        EVENT + "      status: corroborated\n",
        "content/events/a.yaml:5:11",
        "a corroborated event has two independent sources; no source names its publisher",
    ),
    "undisputed-accounts": (
        EVENT + "      accounts: [{by: They, says: Two fell.}, {by: Others, says: One fell.}]\n",
        "content/events/a.yaml:5:62",
        "these accounts differ, and the event's status is single-source",
    ),
    "uncited-link": (
        CITED + "    - {url: https://example.org/b, found: 404 Not Found, seen: 2021-05-03}\n",
        "content/links.yaml:1:9",
        "nothing here cites 'https://example.org/b'",
    ),
    "unknown-actor": (
        EVENT + "      actors: [nobody]\n",
        "content/events/a.yaml:5:12",
        "there is no actor with the id 'nobody'",
    ),
    "unknown-article": (
        EVENT + "      accounts: [{by: They, says: Yes., source: a-report}]\n",
        "content/events/a.yaml:5:45",
        "there is no article with the id 'a-report'",
    ),
    "needless-silence": (
        EVENT + "      silence: [{code: likely-duplicate, reason: Because.}]\n",
        "content/events/a.yaml:5:20",
        "this silences nothing: 'likely-duplicate' is not told of 'strike'",
    ),
    "unknown-code": (
        EVENT + "      silence: [{code: likely-duplicates, reason: Because.}]\n",
        "content/events/a.yaml:5:20",
        "there is no check 'likely-duplicates' that can be silenced",
    ),
    "unknown-event": (
        EVENT + "      related: [stroke]\n",
        "content/events/a.yaml:5:13",
        "there is no event with the id 'stroke'",
    ),
    "unknown-file": (
        EVENT + "      media: [{file: crater.jpg, alt: A crater}]\n",
        "content/events/a.yaml:5:18",
        "there is no file 'content/media/crater.jpg'",
    ),
    "unknown-kind": (
        EVENT + "      kind: nothing-of-the-kind\n",
        "content/events/a.yaml:5:9",
        "there is no kind with the id 'nothing-of-the-kind'",
    ),
    "unknown-page": (
        EVENT
        + "    == content/about.md\n    ---\n    title: About\n    ---\n\n    See [it](method.md#dates).\n",
        "content/about.md:5:10",
        "there is no page 'content/method.md'",
    ),
    "unknown-heading": (
        EVENT + "      body: See [it](#nowhere).\n",
        "content/events/a.yaml:5:18",
        "there is no heading 'nowhere' in this text",
    ),
    "unknown-picture": (
        EVENT
        + "    == content/about.md\n    ---\n    title: About\n    ---\n\n    ![it](https://example.org/x.jpg)\n",
        "content/about.md:5:7",
        "a picture is one of the site's own files; no page loads anything from elsewhere",
    ),
    "unknown-place": (
        EVENT + "      place: nowhere\n",
        "content/events/a.yaml:5:10",
        "there is no place with the id 'nowhere'",
    ),
    "unknown-publisher": (
        EVENT.replace("[{title: A report}]", "[{title: A report, publisher: the-gazette}]"),
        "content/events/a.yaml:4:42",
        "there is no publisher with the id 'the-gazette'",
    ),
    "unknown-source": (
        EVENT + "      figures: [{what: dead, value: 2, source: The report}]\n",
        "content/events/a.yaml:5:44",
        "this event has no source 'The report'",
    ),
    "unknown-storyline": (
        EVENT + "      storylines: [none]\n",
        "content/events/a.yaml:5:16",
        "there is no storyline with the id 'none'",
    ),
    "archive-mixed-up": (
        EVENT.replace(
            "{title: A report}",
            "{title: A report, url: 'https://web.archive.org/web/2020/http://example.org/'}",
        ),
        "content/events/a.yaml:4:36",
        "this is the address of an archived copy",
    ),
    "cut-address": (
        EVENT.replace("{title: A report}", "{title: A report, url: 'https://example.org/a...'}"),
        "content/events/a.yaml:4:36",
        "this address ends in an ellipsis: it was copied from where it is shown shortened",
    ),
    "foreign-markup": (
        EVENT + "      summary: It was ==loud==.\n",
        "content/events/a.yaml:5:19",
        "'==loud==' is no Markdown here, and is shown as it stands",
    ),
    "lost-brackets": (
        EVENT + "      summary: See [[event:strike]].\n",
        "content/events/a.yaml:5:16",
        "double brackets make no link here",
    ),
    "quotes-around-name": (
        EVENT + "      tags: [“rain”]\n",
        "content/events/a.yaml:5:10",
        "the quotation marks are a part of “rain” here",
    ),
    "copy-of-another-page": (
        EVENT.replace(
            "{title: A report}",
            "{title: A report, url: 'https://example.org/', archived: 'https://archive.ph/2020/https://example.com/'}",
        ),
        "content/events/a.yaml:4:70",
        "this is a copy of another page than 'url' leads to: https://example.com/",
    ),
    "confirmation-unused": (
        EVENT + "      confirmed_by: The police.\n",
        "content/events/a.yaml:5:17",
        "'strike' says who confirmed it, and its status is single-source all the same",
    ),
    "day-in-future": (
        EVENT
        + "      added: 2062-01-05\n"
        + "".join(
            f"    - {{id: e{n}, date: 201{n}-02-02, title: Made up {n}, sources: [{{title: Of {n}}}], added: 2026-01-04}}\n"
            for n in range(3)
        ),
        "content/events/a.yaml:5:10",
        "2062-01-05 is more than ten years after the last day of our work, 2026-01-04",
    ),
    "unlikely-year": (
        EVENT + "      added: 0202-01-05\n",
        "content/events/a.yaml:5:10",
        "0202-01-05 is no day on which anybody worked on this chronology",
    ),
    "event-in-future": (
        EVENT.replace("2020-01-03", "2026-12-24"),
        "content/events/a.yaml:2:9",
        "2026-12-24 has not come yet: today is 2026-11-26",
    ),
    "days-out-of-order": (
        EVENT + "      added: 2020-02-02\n      corrections: [{date: 2020-02-01, note: Mended.}]\n",
        "content/events/a.yaml:6:24",
        "this correction (2020-02-01) is older than the entry, which was added on 2020-02-02",
    ),
    "html-in-text": (
        EVENT + "      summary: It was <em>loud</em>.\n",
        "content/events/a.yaml:5:19",
        "'<em>' is HTML, which is not obeyed here but shown as it stands",
    ),
    "split-link": (
        EVENT + "      summary: It rained, [they said] (https://example.org/a).\n",
        "content/events/a.yaml:5:23",
        "these brackets make no link: its words and its address stand apart",
    ),
    "wrong-weekday": (
        EVENT + "      summary: It was said on Friday, 2 January 2020.\n",
        "content/events/a.yaml:5:27",
        "'Friday, 2 January 2020' is a Thursday",
    ),
    "tag-with-comma": (
        EVENT + "      tags: [a, 'b, c']\n",
        "content/events/a.yaml:5:13",
        "there is a comma or a semicolon in the tag 'b, c'",
    ),
    "long-summary": (
        EVENT + "      summary: " + "word " * 200 + "\n",
        "content/events/a.yaml:5:12",
        "this summary has 999 characters; lists have room for about 600",
    ),
    "look-alike-address": (
        EVENT.replace("{title: A report}", "{title: A report, url: 'https://xn--80ak6aa92e.com/page'}"),
        "content/events/a.yaml:4:36",
        "the host 'аррӏе.com' looks Latin, and begins with U+0430 CYRILLIC SMALL LETTER A",
    ),
    "misplaced": (
        "    == content/places.yaml\n    - {id: town, name: T, country: IQ, latitude: 44.3, longitude: 33.3}\n",
        "content/places.yaml:1:46",
        "'town' lies far from the towns of its country, IQ, and close with latitude and longitude swapped",
    ),
    "unlike-country": (
        (
            "    == content/places.yaml\n    - {id: land, name: L, country: IQ}\n"
            "    - {id: town, name: T, within: land, country: IR}\n"
        ),
        "content/places.yaml:2:46",
        "'town' is in IR here, and lies within 'land', which is in IQ",
    ),
    "mixed-alphabets": (
        EVENT + "      summary: A lоng one.\n",
        "content/events/a.yaml:5:14",
        "in 'lоng', the 'о' is U+043E CYRILLIC SMALL LETTER O, among letters of another alphabet",
    ),
    "names-itself": (
        EVENT + "      related: [strike]\n",
        "content/events/a.yaml:5:13",
        "'strike' names itself in 'related'",
    ),
    "outside-whole": (
        EVENT
        + "      part_of: march\n"
        + "    - {id: march, date: 2020-02-03/2020-02-05, title: A march, sources: [{title: Another}]}\n",
        "content/events/a.yaml:5:12",
        "'strike' (2020-01-03) lies outside 'march' (2020-02-03/2020-02-05), of which it is a part",
    ),
    "picture-without-words": (
        EVENT
        + "      media: [{file: a.vtt, alt: a.vtt, credit: A, licence: B}]\n    == content/media/a.vtt\n    WEBVTT\n",
        "content/events/a.yaml:5:30",
        "'a.vtt' does not say what the picture shows",
    ),
    "placeholder": (
        EVENT + "      summary: tbd\n",
        "content/events/a.yaml:5:12",
        "'tbd' stands here in place of something",
    ),
    "private-address": (
        EVENT.replace("{title: A report}", "{title: A report, url: 'http://192.168.0.7/page'}"),
        "content/events/a.yaml:4:36",
        "this address leads into somebody's own network, where no reader can follow",
    ),
    "same-name": (
        "    == content/actors.yaml\n    - {id: one, name: Made-up Person}\n    - {id: two, name: Made up persön}\n",
        "content/actors.yaml:2:19",
        "the actors 'one' and 'two' have one name, or nearly: 'Made up persön'",
    ),
    "single-source-for-long": (
        EVENT + "      added: 2020-01-04\n" + ARTICLE + "    added: 2022-01-01\n    ---\n",
        "content/events/a.yaml:5:10",
        "'strike' was added on 2020-01-04, and still has one source, without an archived copy",
    ),
    "source-described-otherwise": (
        EVENT.replace("{title: A report}", "{title: A report, url: 'https://example.org/1'}")
        + "    - {id: other, date: 2020-01-05, title: Not alike, sources: [{title: The report, url: 'https://example.org/1'}]}\n",
        "content/events/a.yaml:5:69",
        "the work at this address has another title where 'strike' cites it: 'A report'",
    ),
    "source-listed-twice": (
        EVENT.replace(
            "{title: A report}",
            "{title: A, url: 'http://example.org/1'}, {title: A, url: 'https://www.example.org/1'}",
        ),
        "content/events/a.yaml:4:70",
        "this is the address of another source of the event, written otherwise",
    ),
    "spelling-variants": (
        EVENT
        + "      tags: [air strike]\n"
        + "    - {id: other, date: 2020-01-05, title: Not alike, tags: [Air-Strike], sources: [{title: Another}]}\n",
        "content/events/a.yaml:6:58",
        "the tag 'Air-Strike' looks like another spelling of 'air strike'",
    ),
    "summary-repeats-title": (
        EVENT + "      summary: A strike near the airport.\n",
        "content/events/a.yaml:5:12",
        "this summary says what the title says already",
    ),
    "title-repeats-date": (
        EVENT.replace("near the airport", "of 3 January"),
        "content/events/a.yaml:3:22",
        "the title repeats the date: '3 January'",
    ),
    "tracking-address": (
        EVENT.replace("{title: A report}", "{title: A report, url: 'https://example.org/1?a=b&fbclid=12'}"),
        "content/events/a.yaml:4:36",
        "'fbclid' in this address serves advertisers, and changes with every copy",
    ),
    "unknown-language": (
        EVENT + "      language: cn\n",
        "content/events/a.yaml:5:13",
        "'cn' is the code of no language",
    ),
    "unseen-character": (
        EVENT + "      summary: Made\u200bup.\n",
        "content/events/a.yaml:5:16",
        "there is a character here that shows nothing: U+200B ZERO WIDTH SPACE",
    ),
    "unused-media": (
        "    == content/media/a.vtt\n    WEBVTT\n",
        "content/media/a.vtt:1:1",
        "no event and no text shows this file, and it is published all the same",
    ),
    "unused-publisher": (
        "    == content/publishers.yaml\n    - {id: nobody, name: Nobody}\n",
        "content/publishers.yaml:1:8",
        "no source names the publisher 'nobody'",
    ),
    "unused-actor": (
        "    == content/actors.yaml\n    - {id: nobody, name: Nobody}\n",
        "content/actors.yaml:1:8",
        "no event and no text names the actor 'nobody'",
    ),
    "unused-place": (
        "    == content/places.yaml\n    - {id: nowhere, name: Nowhere}\n",
        "content/places.yaml:1:8",
        "no event and no text names the place 'nowhere'",
    ),
    "updated-before-published": (
        ARTICLE + "    updated: 2020-01-03\n    ---\n",
        "content/articles/report.md:4:10",
        "the last change (2020-01-03) lies before the publication (2020-01-04)",
    ),
}

# Feeds, and what is said of them, are for sites with an address.
SITES = {
    "entry-without-added": Site(url="https://example.org/"),
    **dict.fromkeys(
        (
            "empty-storyline",
            "media-without-credit",
            "unused-actor",
            "unused-media",
            "unused-place",
            "unused-publisher",
        ),
        Site(),
    ),
}
# What no build can tell, which is not told what day it is.
DAYS = {"event-in-future": "2026-11-26"}


@pytest.mark.parametrize("code", CASES)
def test_a_code_is_told_at_its_place(tmp_path, code):
    tree, place, message = CASES[code]
    (problem,) = told(check(tmp_path, tree, SITES.get(code), DAYS.get(code, "")))
    assert (problem.place, problem.code, problem.message) == (place, code, message)
    assert problem.hint


@pytest.mark.parametrize("code", CASES)
def test_a_site_may_switch_any_code_off(tmp_path, code):
    site = SITES.get(code, Site())
    levels = {**check(tmp_path / "before").examined.timeline.site.levels, **site.levels, code: None}
    after = check(tmp_path / "after", CASES[code][0], replace(site, levels=levels), DAYS.get(code, ""))
    assert told(after) == []


SILENCEABLE = {check.code for check in CHECKS if check.silenceable} | {"conflicting-value"}
# It counts the events of a file: one that is silenced is counted no more, and the others are.
SILENCED = [code for code in CASES if code in SILENCEABLE - {"guessed-dates"}]
# What is told of a place, an actor, a publisher, a storyline or an article is silenced there.
OTHER_RECORDS = {
    "articles-at-one-address": "title: A report two\n",
    "empty-storyline": "title: A thread\n",
    "misplaced": "{id: town,",
    "same-name": "{id: two,",
    "unlike-country": "{id: town,",
    **dict.fromkeys(("unused-actor", "unused-publisher"), "{id: nobody,"),
    "unused-place": "{id: nowhere,",
}
INDENT = dict.fromkeys(("articles-at-one-address", "empty-storyline"), "    ")


@pytest.mark.parametrize("code", SILENCED)
def test_a_record_may_silence_what_is_said_of_it_with_a_reason(tmp_path, code):
    here = OTHER_RECORDS.get(code, "- id: strike\n")
    silence = f"silence: [{{code: {code}, reason: It is right here.}}]"
    behind = f"{here} {silence}," if here.endswith(",") else f"{here}{INDENT.get(code, '      ')}{silence}\n"
    tree = CASES[code][0].replace(here, behind, 1)
    assert silence in tree
    assert told(check(tmp_path, tree, SITES.get(code), DAYS.get(code, ""))) == []


def codes_in(package) -> set[str]:
    """The first argument of every `Problem(…)` in a package, names and `unknown-{noun}` filled in."""
    found = set()
    for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(info.name)
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem"
            ):
                continue
            code = node.args[0]
            if isinstance(code, ast.JoinedStr):
                found |= {f"{code.values[0].value}{noun}" for noun in HOMES}
            elif isinstance(code, ast.Constant):
                found.add(code.value)
            elif hasattr(module, code.id):  # else an argument: the code of a check
                found.add(getattr(module, code.id))
    return found


def test_there_is_no_code_without_a_case():
    raised = codes_in(timeline.merging) | codes_in(timeline.checks) | {check.code for check in CHECKS}
    assert raised == set(CASES)
