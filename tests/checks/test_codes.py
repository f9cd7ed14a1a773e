"""Every code that merging and checks can raise, once, at its exact place."""

import ast
import importlib
import inspect
import pkgutil

import pytest
from projects import check, told

import timeline.checks
import timeline.merging
from timeline.checks import CHECKS
from timeline.merging.references import _HOMES
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
    "unknown-code": (
        EVENT + "      silence: [{code: likely-duplicates, reason: Because.}]\n",
        "content/events/a.yaml:5:20",
        "there is no check 'likely-duplicates' that an event can silence",
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
    **dict.fromkeys(("empty-storyline", "media-without-credit", "unused-actor", "unused-place"), Site()),
}


@pytest.mark.parametrize("code", CASES)
def test_a_code_is_told_at_its_place(tmp_path, code):
    tree, place, message = CASES[code]
    (problem,) = told(check(tmp_path, tree, SITES.get(code)))
    assert (problem.place, problem.code, problem.message) == (place, code, message)
    assert problem.hint


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
                found |= {f"{code.values[0].value}{noun}" for noun in _HOMES}
            elif isinstance(code, ast.Constant):
                found.add(code.value)
            elif hasattr(module, code.id):  # else an argument: the code of a check
                found.add(getattr(module, code.id))
    return found


def test_there_is_no_code_without_a_case():
    raised = codes_in(timeline.merging) | codes_in(timeline.checks) | {check.code for check in CHECKS}
    assert raised == set(CASES)
