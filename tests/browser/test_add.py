"""The form for a new event, as an editor uses it: by keyboard, on a phone, in Arabic, and without scripts."""

import gzip
import json
import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from projects import check

SITES = Path(__file__).parent.parent / "sites"


@pytest.fixture(scope="session")
def everything(build, serve) -> str:
    """The address of the site that has something of everything; its sources are on GitHub."""
    return serve(build(SITES / "everything"))


@pytest.fixture(scope="session")
def arabic(build, serve) -> str:
    """The address of the site that speaks Arabic."""
    return serve(build(SITES / "arabic"), "/sijill/")


@pytest.fixture
def form(visit):
    """Opens the form of a site, and waits until it works; windows that it would open are noted instead."""

    def open_form(address, **options):
        seen = visit(f"{address}add/", **options)
        seen.page.locator(".adding--ready").wait_for()
        seen.page.evaluate("window.open = (address) => { window.opened = address; }")
        return seen

    return open_form


def said_of(page, control, part) -> str:
    """What stands below a control: what is `said` of it, or its `error`; both are tied to it."""
    ids = control.get_attribute("aria-describedby").split()
    return page.locator(f"#{next(id for id in ids if id.endswith(f'-{part}'))}").inner_text()


def heard(page) -> str:
    """What those who listen are told, politely."""
    return "".join(page.get_by_role("status").all_text_contents())


def yaml(page) -> str:
    return page.locator(".adding__yaml code").first.text_content()


def type_into(page, selector, text):
    page.locator(selector).focus()
    page.keyboard.type(text)


def test_an_event_is_added_by_keyboard_alone(form, everything):
    seen = form(everything)
    page, keys = seen.page, seen.page.keyboard
    page.locator("#add-title").focus()
    keys.type('Second bridge: it "closes"')
    keys.press("Tab")
    keys.type("2020-03-04~")
    assert said_of(page, page.locator("#add-date"), "said") == "about 4 March 2020"
    keys.press("Tab")
    keys.type("19:45")
    keys.press("Tab")
    page.locator("#add-choices option").first.wait_for(state="attached")
    keys.type("old harb")
    assert page.locator("#add-choices option").get_attribute("value") == "old-harbour"
    keys.press("Enter")
    assert page.locator("#add-place").input_value() == "old-harbour"
    assert not page.locator(".adding__wrong").is_visible()
    for _ in "old-harbour":
        keys.press("Backspace")
    keys.type("Old Harbour")
    keys.press("Tab")
    assert page.locator("#add-place").input_value() == "old-harbour"
    assert said_of(page, page.locator("#add-place"), "said").startswith("Old Harbour, Exampleton")
    assert said_of(page, page.locator("#add-date"), "said").startswith("about 4 March 2020, 19:45 (")
    keys.press("Tab")
    keys.type("It was shut # for a day.")
    keys.press("Tab")
    assert page.evaluate("document.activeElement.labels[0].textContent").startswith("Title of the report")
    keys.type("A made-up report")
    keys.press("Enter")
    assert page.evaluate("window.opened").startswith(
        "https://github.com/example/everything/new/main/content/events?"
    )
    asked = parse_qs(urlsplit(page.evaluate("window.opened")).query)
    assert asked["filename"] == ["2020-03-second-bridge-it-closes.yaml"]
    assert asked["value"] == [yaml(page)]
    today = page.locator("#add-added").input_value()
    assert yaml(page) == (
        "- id: second-bridge-it-closes\n  date: 2020-03-04~\n  time: 19:45\n  place: old-harbour\n"
        "  title: 'Second bridge: it \"closes\"'\n  summary: 'It was shut # for a day.'\n"
        f"  sources:\n    - title: A made-up report\n  added: {today}\n"
    )
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", today)
    entry = page.locator(".adding__preview .entry")
    assert entry.locator(".entry__title").inner_text() == 'Second bridge: it "closes"'
    assert entry.locator(".entry__place").inner_text() == "Old Harbour"
    assert "About 4 March 2020, 19:45" in entry.locator(".entry__when").inner_text()
    assert (seen.errors, seen.failures, seen.foreign) == ([], [], [])


def test_a_mistake_is_told_when_the_field_is_left_and_never_before(form, everything):
    page = form(everything).page
    date = page.locator("#add-date")
    type_into(page, "#add-date", "30 February 2020")
    assert (said_of(page, date, "error"), date.get_attribute("aria-invalid")) == ("", None)
    page.keyboard.press("Tab")
    assert said_of(page, date, "error").startswith("30 February does not exist: February 2020 has 29 days.")
    assert date.get_attribute("aria-invalid") == "true"
    assert heard(page).startswith("Date: 30 February does not exist")
    date.fill("29 February 2020")
    date.blur()
    page.get_by_role("button", name=re.compile("Write .?2020-02-29")).press("Enter")
    assert date.evaluate("element => element === document.activeElement")
    assert (said_of(page, date, "error"), date.get_attribute("aria-invalid")) == ("", None)
    assert said_of(page, date, "said") == "29 February 2020"
    # The button is what the tab key comes to next.
    for typed, told, offered, said in (
        (
            "mid-February 2020",
            "One of the days from 10 to 19.",
            "2020-02-1X",
            "between 10 and 19 February 2020",
        ),
        (
            "early March 2020",
            "One of the days from 1 to 9.",
            "2020-03-0X",
            "between 1 and 9 March 2020",
        ),
    ):
        date.fill("")
        date.type(typed)
        page.keyboard.press("Tab")
        assert said_of(page, date, "error") == (
            f"'{typed}' is not how a date is written here. Write \u2066{offered}\u2069 {told}"
        )
        assert page.evaluate("document.activeElement.dataset.write") == offered
        page.keyboard.press("Enter")
        assert said_of(page, date, "said") == said
    date.fill("2020-02-05 at 7.30 pm")
    date.blur()
    assert said_of(page, date, "error").startswith(
        "A date and a time stand in two fields. Write 2020-02-05 here, and 19:30 under ‘Time’"
    )
    # A time that somebody has written is not lost at a press.
    offered = page.get_by_role("button", name=re.compile("Write .?2020-02-05 19:30"))
    page.fill("#add-time", "10:00")
    assert offered.count() == 0
    assert said_of(page, date, "error") == (
        "A date and a time stand in two fields. Write 2020-02-05 here, and 19:30 under ‘Time’."
        " The time is filled in already: \u206610:00\u2069. Keep one of the two."
    )
    page.fill("#add-time", "")
    offered.press("Enter")
    assert (date.input_value(), page.locator("#add-time").input_value()) == ("2020-02-05", "19:30")
    # A time that is wrong leaves what is said of the date.
    page.fill("#add-time", "25:70")
    assert said_of(page, date, "said") == "5 February 2020"
    page.fill("#add-time", "about 7.30 p.m.")
    page.locator("#add-time").blur()
    page.get_by_role("button", name=re.compile("Write .?~19:30")).press("Enter")
    assert page.locator("#add-time").input_value() == "~19:30"
    page.fill("#add-time", "")
    # YAML has quotes around a choice of dates; a field of the form has none.
    date.fill("5 or 6 February 2020")
    date.blur()
    assert said_of(page, date, "error").startswith("A choice of dates stands in brackets. Write")
    page.get_by_role("button", name=re.compile("Write .?\\[2020-02-05,2020-02-06\\]")).press("Enter")
    assert (said_of(page, date, "error"), date.get_attribute("aria-invalid")) == ("", None)
    assert said_of(page, date, "said") == "5 or 6 February 2020"
    # Where a text leads is a mistake like any other.
    summary = page.locator("#add-summary")
    page.wait_for_load_state("networkidle")
    for link, told in {
        "www.example.org": "There is no page 'www.example.org' on this site. Write https://www.example.org for a page of the web.",
        "event:nosuch": "There is no event with the id 'nosuch'. Correct the id, or take the link out.",
        "javascript:alert": "A link cannot begin with 'javascript:'. A link begins with http:// or https://, mailto:, "
        "or one of event, place, actor, article, storyline and a colon.",
    }.items():
        summary.fill(f"See [what they say]({link}).")
        summary.blur()
        assert said_of(page, summary, "error") == told


@pytest.mark.parametrize(
    ("selector", "keys", "told"),
    [
        ("#add-date", list("2020-02-30"), "Date: 30 February does not exist"),
        # What it asks for stands below it: only who goes on to another part is told.
        (
            "#add-status",
            ["ArrowDown", "Tab", "Tab", "Tab"],
            "How sure it is: A confirmed event says who confirmed it.",
        ),
        (
            "#add-status",
            ["ArrowDown", "ArrowDown", "Tab", "Tab", "Tab"],
            "How sure it is: A corroborated event has two independent sources",
        ),
    ],
)
def test_each_mistake_is_announced_once(form, everything, selector, keys, told):
    page = form(everything).page
    page.evaluate(
        """() => {
          window.announced = [];
          const place = document.querySelector(".adding__heard");
          new MutationObserver(() => window.announced.push(place.textContent)).observe(place, { childList: true });
        }"""
    )
    page.locator("details:has(#add-status) > summary").click()
    page.locator(selector).focus()
    for key in [*keys, "Tab", "Tab"]:
        page.keyboard.press(key)
    assert [words.startswith(told) for words in page.evaluate("window.announced")] == [True]


def test_a_doubt_is_told_more_quietly_than_a_mistake_and_holds_nothing_back(form, everything):
    page = form(everything).page
    title, url = (
        page.locator("#add-title"),
        page.locator('[data-list="sources"] [data-key="url"] input').first,
    )
    type_into(page, "#add-title", "A made-up bridge closed on 4 January")
    page.keyboard.press("Tab")
    page.keyboard.type("2020-01-04")
    page.keyboard.press("Tab")
    told = "The title repeats the date: '4 January'. Take it out: the date stands beside the title wherever it is shown."
    assert said_of(page, title, "error") == told
    assert title.get_attribute("aria-invalid") is None
    title.focus()
    page.keyboard.type(" 2020")
    page.keyboard.press("Tab")
    assert heard(page) == f"Title: {told.replace('4 January', '4 January 2020')}"
    url.fill("http://localhost/a b")
    url.blur()
    assert said_of(page, url, "error").startswith("An address has no spaces")
    page.fill('[data-list="sources"] [data-key="title"] input', "A made-up report")
    url.fill("http://localhost/a")
    assert said_of(page, url, "error").startswith("This address leads into somebody's own network")
    # What is meant is a press away, and is said once.
    url.fill("<https://example.org/a?b=1&utm_source=x>")
    url.press("Tab")
    page.keyboard.press("Enter")
    assert said_of(page, url, "error").startswith("'utm_source' in this address serves advertisers")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert (url.input_value(), said_of(page, url, "error")) == ("https://example.org/a?b=1", "")
    loud, quiet = page.evaluate(
        """() => ["field__error", "field__error field__error--warning"].map((kind) => {
          const place = document.querySelector("#add-date-error");
          [place.className, place.textContent] = [kind, "x"];
          return Number(getComputedStyle(place).fontWeight);
        })"""
    )
    assert quiet < loud
    page.get_by_role("button", name="Open it on GitHub").click()
    assert "title: A made-up bridge closed on 4 January 2020" in parse_qs(
        urlsplit(page.evaluate("window.opened")).query
    )["value"][0]  # fmt: skip


def test_what_is_doubtful_stops_the_site_until_a_reason_is_given(form, everything, tmp_path):
    page = form(everything).page
    reasons = page.get_by_role("textbox", name="It is right all the same, because")
    published = page.locator('[data-list="sources"] [data-key="published"] input').first
    page.fill("#add-title", "A made-up bridge is opened")
    page.fill("#add-date", "2020-03-04")
    page.fill('[data-list="sources"] [data-key="title"] input', "A made-up bridge is to be opened")
    page.wait_for_load_state("networkidle")
    published.focus()
    page.keyboard.type("2020-03-01")
    page.keyboard.press("Tab")
    assert said_of(page, published, "error") == (
        "This source (2020-03-01) is older than the event (2020-03-04) that it reports. Correct a date; if it announces"
        " what came later, say so below. Until it is mended, or you say below why it is right, the site is not published."
    )
    assert "silence" not in yaml(page)
    assert reasons.evaluate("element => element === document.activeElement")
    page.get_by_role("button", name="Open it on GitHub").click()
    assert heard(page).endswith(
        "Doubts that stop the site until they are mended, or given a reason where one is asked for: 1"
    )
    reasons.focus()
    page.keyboard.type("It announces the opening: # 1")
    assert reasons.input_value() == "It announces the opening: # 1"
    assert said_of(page, published, "error") == ""
    page.fill("#add-summary", "TODO")
    page.locator("#add-summary").blur()
    reasons.first.fill("That is the name of the bridge.")
    assert page.locator("#add-summary-error").inner_text() == ""
    written = yaml(page)
    page.reload()
    page.locator(".adding--ready").wait_for()
    assert yaml(page) == written
    assert reasons.count() == 2
    # What is given a reason and no longer doubtful is not silenced.
    page.fill("#add-summary", "The bridge is opened.")
    assert "placeholder" not in yaml(page)
    assert "published-before-event" in yaml(page)
    site = shutil.copytree(SITES / "everything", tmp_path / "site")
    (site / "content/events/new.yaml").write_text(written, encoding="utf-8")
    assert not check(site).examined.fails(strict=True)
    (site / "content/events/new.yaml").write_text(written.partition("  silence:")[0], encoding="utf-8")
    assert check(site).examined.fails(strict=True)


def test_an_id_that_is_emptied_stays_so_until_the_title_is_another(form, everything):
    page = form(everything).page
    id, title = page.locator("#add-id"), page.locator("#add-title")
    page.locator("details:has(#add-id) > summary").click()
    title.fill("A made-up bridge")
    assert id.input_value() == "a-made-up-bridge"
    id.fill("")
    id.blur()
    assert id.input_value() == ""
    assert (
        said_of(page, id, "error")
        == "There is no id yet. Write one, or another title, of which it is then made."
    )
    page.fill("#add-summary", "It was shut.")
    assert id.input_value() == ""
    title.fill("A wall falls at once in the made-up gale")
    assert id.input_value() == "a-wall-falls-at-once"
    title.fill("A made-up ferry")
    assert id.input_value() == "a-made-up-ferry"
    id.fill("my-own")
    title.fill("A made-up boat")
    assert id.input_value() == "my-own"


def test_an_id_for_which_the_title_has_no_letters_is_in_sight(form, arabic):
    page = form(arabic).page
    id, title = page.locator("#add-id"), page.locator("#add-title")
    title.fill("Latin letters")
    title.blur()
    assert not id.is_visible()
    title.fill("جسر جديد في 2020")
    title.blur()
    assert id.is_visible()
    page.fill("#add-date", "2020-03-04")
    assert id.input_value() == "event-2020-03-04"
    # Whoever closes it again is left alone.
    page.locator("details:has(#add-id) > summary").click()
    page.fill("#add-summary", "كان مغلقًا.")
    assert not id.is_visible()


def test_of_a_new_place_that_is_called_nearly_as_one_that_is_here_the_form_asks(form, everything):
    page = form(everything).page
    place = page.locator("#add-place")
    place.focus()
    page.wait_for_load_state("networkidle")
    page.keyboard.type("Old Harbor")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Add it as a new place").click()
    page.keyboard.press("Tab")
    assert place.input_value() == "old-harbor"
    assert said_of(page, place, "error") == (
        "'Old Harbor' is new, and 'Old Harbour' is here already. Choose that one, if the same is meant."
    )
    assert place.get_attribute("aria-invalid") is None


def test_a_choice_is_found_by_all_its_names_and_by_what_stands_in_the_file(form, everything):
    page = form(everything).page
    place, status = page.locator("#add-place"), page.locator("#add-status")
    place.focus()
    page.wait_for_load_state("networkidle")
    page.keyboard.type("prufl")
    # The browser, too, proposes only what has the typed letters in its id or its words.
    assert page.locator("#add-choices option").get_attribute("label") == "Testland, Prüfland, أرض الاختبار"
    page.keyboard.press("Enter")
    assert place.input_value() == "testland"
    # Where several fit, and none is picked, that is said at the field, and nothing is handed over.
    place.fill("example")
    assert page.locator("#add-choices option").count() > 1
    page.keyboard.press("Enter")
    assert (place.input_value(), page.locator(".adding__wrong").is_visible()) == ("example", False)
    assert said_of(page, place, "error").startswith(
        "Several fit. Is one of these meant? If not, write more of the name."
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert said_of(page, place, "said") == "Exampleton, Sample Region, Testland"
    place.fill("old harbors")
    place.blur()
    assert said_of(page, place, "error").startswith("Is this one meant?\nOld Harbour, ")
    place.fill("?")
    place.blur()
    assert said_of(page, place, "error").startswith("'?' is none of those that can be chosen here.")
    place.fill("Prüfland")
    place.blur()
    assert (place.input_value(), said_of(page, place, "said")) == ("testland", "Testland")
    page.locator("details:has(#add-language) > summary").click()
    page.fill("#add-language", "Arabic")
    page.locator("#add-language").blur()
    assert page.locator("#add-language").input_value() == "ar"
    page.locator("details:has(#add-status) > summary").click()
    for typed, chosen in (("disputed", "disputed"), ("accounts", "disputed"), ("single-", "single-source")):
        status.select_option("confirmed")
        place.focus()
        page.keyboard.press("Shift")
        status.focus()
        page.keyboard.type(typed)
        assert status.input_value() == chosen
        page.wait_for_timeout(1000)  # the browser, too, takes what comes at once for one word
    assert "status: single-source" in yaml(page)


def test_no_date_is_broken_at_the_end_of_a_line(form, everything):
    page = form(everything, width=390).page
    type_into(page, "#add-date", "the week of 6 January 2020")
    page.locator("#add-date").blur()
    error = page.locator("#add-date-error .whole")
    assert error.all_inner_texts() == ["2020-01-03/2020-01-05"]
    spread = "(all) => all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent)"
    assert page.locator(".adding__form .whole").evaluate_all(spread) == []


def test_what_stands_twice_in_a_list_is_told_below_the_second_of_them(form, everything):
    page = form(everything).page
    page.get_by_role("button", name="Add a source").click()
    for number in (1, 2):
        title = page.get_by_role("group", name=f"Source {number}").locator('[data-key="title"] input')
        title.fill("A made-up report")
        title.blur()
    assert said_of(page, title, "error") == (
        "'A made-up report' stands here twice. Remove one of them. Until it is mended, the site is not published."
    )
    assert page.get_by_role("textbox", name="It is right all the same, because").count() == 0
    page.get_by_role("button", name="Remove source 2").click()
    assert page.get_by_text("stands here twice").count() == 0


def test_one_reason_holds_for_all_that_a_check_doubts_and_stands_below_each(form, everything):
    page = form(everything).page
    reasons = page.get_by_role("textbox", name="It is right all the same, because")
    add = page.get_by_role("button", name="Add a source")
    add.click()
    add.click()
    for number in range(3):
        source = page.get_by_role("group", name=f"Source {number + 1}")
        url = source.locator('[data-key="url"] input').first
        url.fill(f"http://localhost/{number}")
        url.blur()
    assert reasons.count() == 3
    reasons.nth(0).press_sequentially("It is a made-up host. ")
    assert [reason.input_value().strip() for reason in reasons.all()] == ["It is a made-up host."] * 3
    reasons.nth(1).fill("z")
    assert [reason.input_value() for reason in reasons.all()] == ["z"] * 3
    assert yaml(page).endswith("  silence:\n    - code: private-address\n      reason: z\n")
    reasons.nth(1).fill("")
    assert [reason.input_value() for reason in reasons.all()] == [""] * 3
    assert "silence" not in yaml(page)


def test_a_reason_is_asked_for_where_the_check_would_take_one_and_nowhere_else(visit, everything):
    seen = visit(everything)
    page = seen.page

    def with_levels(route):
        rules = route.fetch().json()
        rules["levels"] |= {"unknown-page": 2, "private-address": 3}
        route.fulfill(json=rules)

    page.route("**/rules.json", with_levels)
    page.goto(f"{everything}add/")
    page.locator(".adding--ready").wait_for()
    reasons = page.get_by_role("textbox", name="It is right all the same, because")
    summary, url = (
        page.locator("#add-summary"),
        page.locator('[data-list="sources"] [data-key="url"] input').first,
    )
    summary.fill("See [this](nowhere.md).")
    page.wait_for_load_state("networkidle")
    summary.blur()
    assert said_of(page, summary, "error").endswith(" Until it is mended, the site is not published.")
    assert reasons.count() == 0
    url.fill("http://localhost/")
    url.blur()
    assert said_of(page, url, "error").endswith(
        "or you say below why it is right, the site is not published."
    )
    assert url.get_attribute("aria-invalid") == "true"
    reasons.fill("It is a made-up host.")
    assert (said_of(page, url, "error"), url.get_attribute("aria-invalid")) == ("", None)
    assert "code: private-address" in yaml(page)


def test_what_is_missing_is_listed_with_links_to_it(form, everything):
    page = form(everything).page
    page.select_option("#add-status", "confirmed", force=True)
    page.get_by_role("button", name="Open it on GitHub").click()
    wrong = page.locator(".adding__wrong")
    wrong.wait_for()
    assert wrong.evaluate("element => element === document.activeElement")
    links = wrong.get_by_role("link").all_inner_texts()
    assert [link.split(":")[0] for link in links] == ["Date", "Title", "Sources", "How sure it is"]
    assert page.evaluate("window.opened") is None
    assert not page.locator("#add-status").is_visible()
    # It keeps up with what is mended, and leaves those alone who do it.
    assert wrong.get_by_role("heading").inner_text() == "Not ready yet: 4 to mend"
    type_into(page, "#add-date", "2020")
    assert wrong.get_by_role("heading").inner_text() == "Not ready yet: 3 to mend"
    assert wrong.get_by_role("heading").get_attribute("aria-live") == "polite"
    assert page.locator("#add-date").evaluate("element => element === document.activeElement")
    wrong.get_by_role("link").last.click()
    assert page.locator("#add-status").evaluate("element => element === document.activeElement")
    wrong.get_by_role("link", name="Sources: There").click()
    assert page.evaluate("document.activeElement.textContent") == "Add a source"
    page.fill("#add-title", "A made-up bridge")
    page.fill("#add-confirmed_by", "The made-up mayor")
    page.fill('[data-list="sources"] [data-key="title"] input', "A made-up report")
    assert not wrong.is_visible()
    assert heard(page) == "Nothing is left to mend."


def test_items_are_added_and_removed_and_the_focus_goes_along(form, everything):
    page = form(everything).page
    page.locator("summary", has_text="How sure it is").click()
    page.get_by_role("button", name="Add an account").press("Enter")
    assert page.evaluate("document.activeElement.labels[0].textContent").startswith("Who says it")
    page.keyboard.type("Police")
    page.get_by_role("button", name="Add an account").press("Enter")
    page.keyboard.type("Mayor")
    page.keyboard.press("Tab")
    page.keyboard.type("One.")
    assert "    - by: Police\n    - by: Mayor\n      says: One.\n" in yaml(page)
    page.get_by_role("button", name="Remove account 1").press("Enter")
    assert heard(page) == "Account 1 is removed."
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Remove account 1"
    assert "Police" not in yaml(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Add an account"
    assert "accounts" not in yaml(page)
    page.locator("summary", has_text="What it belongs to").click()
    page.get_by_role("button", name="Add a tag").press("Enter")
    page.wait_for_load_state("networkidle")
    page.keyboard.type("crac")
    assert page.locator("#add-choices option").get_attribute("value") == "cracks"


def test_the_id_follows_the_title_until_somebody_writes_one(form, everything):
    page = form(everything).page
    page.locator("#add-date").focus()
    page.wait_for_load_state("networkidle")
    ids = json.loads(page.evaluate("fetch('../data/form/events.json').then(answer => answer.text())"))[
        "event"
    ]
    page.locator("#add-title").fill(ids[0][0].replace("-", " "))
    assert yaml(page).startswith(f"- id: {ids[0][0]}-2\n")
    page.locator("summary", has_text="More").last.click()
    page.locator("#add-id").fill(ids[0][0])
    page.locator("#add-title").fill("Another title")
    assert yaml(page).startswith(f"- id: {ids[0][0]}\n")
    page.keyboard.press("Tab")
    page.locator("#add-id").blur()
    assert said_of(page, page.locator("#add-id"), "error").startswith(
        f"Another event has the id '{ids[0][0]}'."
    )


def test_what_can_be_chosen_is_fetched_when_somebody_turns_to_the_form(form, everything):
    seen = form(everything)
    assert not [url for url in seen.requests if "choices.json" in url or "events.json" in url]
    seen.page.locator("#add-title").focus()
    seen.page.wait_for_load_state("networkidle")
    assert len([url for url in seen.requests if "choices.json" in url or "events.json" in url]) == 2


def test_an_entry_too_long_for_an_address_is_copied_and_an_empty_file_opened(form, everything):
    page = form(everything, permissions=["clipboard-read", "clipboard-write"]).page
    page.fill("#add-title", "A long made-up entry")
    page.fill("#add-date", "2020")
    page.fill('[data-list="sources"] [data-key="title"] input', "A made-up source")
    assert not page.locator(".adding__long").is_visible()
    page.fill("#add-summary", "كلمة " * 400)
    assert page.locator(".adding__long").is_visible()
    page.get_by_role("button", name="Open it on GitHub").click()
    page.wait_for_function("window.opened")
    assert parse_qs(urlsplit(page.evaluate("window.opened")).query) == {
        "filename": ["2020-a-long-made-up-entry.yaml"]
    }
    assert page.evaluate("navigator.clipboard.readText()") == yaml(page)
    assert "paste it there" in heard(page)


def test_a_page_with_something_unsent_is_not_left_unasked(form, everything):
    page = form(everything).page
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    type_into(page, "#add-title", "A made-up entry")
    page.goto(everything)
    assert asked == ["beforeunload"]


def test_without_a_repository_the_event_is_copied(form, address):
    page = form(address, permissions=["clipboard-read", "clipboard-write"]).page
    page.fill("#add-title", "A made-up entry")
    page.fill("#add-date", "2020-01-04")
    page.get_by_role("button", name="Add an article of this site").click()
    page.keyboard.type("Missiles hit US embassy zone housing troops in Baghdad")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Copy the YAML").first.click()
    page.get_by_text("The YAML is copied.").wait_for()
    assert "  sources: [missiles-green-zone]\n" in page.evaluate("navigator.clipboard.readText()")
    assert page.locator(".adding__path").first.inner_text() == "content/events/2020-01-a-made-up-entry.yaml"
    assert page.evaluate("window.opened") is None


def test_what_is_written_is_there_again_after_the_page_is_loaded_anew(form, everything):
    page = form(everything).page
    page.on("dialog", lambda dialog: dialog.accept())
    type_into(page, "#add-title", "A made-up entry")
    page.select_option("#add-status", "disputed", force=True)
    page.locator("summary", has_text="How sure it is").click()
    page.get_by_role("button", name="Add an account").press("Enter")
    page.keyboard.type("Police")
    page.get_by_role("button", name="Add an article of this site").press("Enter")
    page.keyboard.type("council-minutes")
    page.locator("summary", has_text="More").last.click()
    page.fill("#add-id", "own-id")
    before = yaml(page)
    assert "sources: [council-minutes]" in before
    page.reload()
    page.locator(".adding--ready").wait_for()
    assert yaml(page) == before
    assert heard(page) == "What you wrote before is here again."
    assert page.locator("#add-status").is_visible()
    page.fill("#add-title", "Another made-up entry")
    assert "- id: own-id\n" in yaml(page)

    again = page.get_by_role("button", name="Start again")
    again.press("Enter")
    assert page.locator("#add-title").input_value() == ""
    assert page.get_by_role("group", name="Source 1").count() == 1
    assert heard(page) == "The form is empty again."
    page.get_by_role("button", name="Bring back what was there").press("Enter")
    assert "title: Another made-up entry\n" in yaml(page)
    page.fill("#add-place", "A made-up bay")
    page.locator("#add-place").blur()
    page.locator('[data-new="place"]').click()
    again.press("Enter")
    page.fill("#add-place", "a-made-up-bay")
    page.locator("#add-place").blur()
    assert said_of(page, page.locator("#add-place"), "error").startswith("There is no place with the id")
    again.press("Enter")
    page.reload()
    page.locator(".adding--ready").wait_for()
    assert page.locator("#add-title").input_value() == ""


REFUSING = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"


@pytest.mark.parametrize(
    "script", [REFUSING, "sessionStorage.setItem('event /add/', '[1]')"], ids=["refused", "of another form"]
)
def test_a_browser_that_keeps_nothing_of_use_has_a_form_all_the_same(visit, everything, script):
    seen = visit(everything)
    seen.page.add_init_script(script)
    seen.page.goto(f"{everything}add/")
    seen.page.locator(".adding--ready").wait_for()
    type_into(seen.page, "#add-title", "A made-up entry")
    assert "title: A made-up entry\n" in yaml(seen.page)
    assert seen.errors == []


def test_a_place_that_the_site_does_not_have_is_made_of_its_name(form, everything):
    page = form(everything, permissions=["clipboard-read", "clipboard-write"]).page
    place, new = page.locator("#add-place"), page.get_by_role("button", name="Add it as a new place")
    type_into(page, "#add-place", "Éxample Mill")
    page.wait_for_load_state("networkidle")
    assert not new.is_visible()
    page.keyboard.press("Tab")
    assert said_of(page, place, "error").startswith(
        "'Éxample Mill' is none of those that can be chosen here. Type a part of the name, and choose from what is"
        " proposed; or press ‘Add it as a new place’ below."
    )
    assert new.evaluate("element => element === document.activeElement")
    page.keyboard.press("Enter")
    assert place.input_value() == "example-mill"
    assert (said_of(page, place, "said"), said_of(page, place, "error")) == ("Éxample Mill", "")
    lines = page.get_by_role("region", name="The new place")
    assert lines.locator("code").text_content() == "- id: example-mill\n  name: Éxample Mill\n"
    assert (
        lines.get_by_role("link", name="content/places.yaml")
        .get_attribute("href")
        .endswith("/edit/main/content/places.yaml")
    )
    lines.get_by_role("button", name="Copy these lines").click()
    lines.get_by_text("The YAML is copied.").wait_for()
    assert "example-mill" in page.evaluate("navigator.clipboard.readText()")
    place.fill("old-harbour")
    assert not lines.is_visible()


def test_an_event_that_is_there_already_is_told_with_a_link_to_it(form, everything):
    page = form(everything).page
    title = page.locator("#add-title")
    page.fill("#add-date", "2020-03-02")
    page.fill("#add-place", "exampleton-bridge")
    page.fill("#add-title", "The bridge collapses at noon")
    title.blur()
    page.wait_for_load_state("networkidle")
    assert said_of(page, title, "error").startswith("This looks like an event that is here already: ")
    link = page.locator("#add-title-error a")
    assert link.get_attribute("href") == f"../events/{link.inner_text()}/"
    assert page.request.get(page.evaluate("link => link.href", link.element_handle())).ok
    page.locator("summary", has_text="Other events").click()
    whole = page.locator("#add-part_of")
    whole.fill(page.locator("#add-id").input_value())
    whole.blur()
    assert said_of(page, whole, "error") == "This is the event itself. Name another one, or take it out."
    whole.fill("")
    page.get_by_role("button", name="Add an event that looks alike").click()
    page.keyboard.type(link.inner_text())
    assert said_of(page, title, "error") == ""


def test_what_the_form_leaves_to_the_file_leads_to_how_it_is_written(form, everything):
    page = form(everything).page
    links = page.locator(".adding__form > .field__help").get_by_role("link")
    for words in ("pictures, films and sounds", "corrections", "a retraction", "ids that it had before"):
        assert links.filter(has_text=words).count() == 1
    links.filter(has_text="the number that one account gives").click()
    assert page.locator(":target").inner_text() == "figure"


def test_a_report_that_is_cited_elsewhere_is_looked_for_once_its_address_is_written(form, everything):
    seen = form(everything)
    page, url = seen.page, seen.page.locator('[data-list="sources"] [data-key="url"] input')
    name = page.locator('[data-list="sources"] [data-key="title"] input').first
    name.fill("Something else")
    page.wait_for_load_state("networkidle")
    url.fill("https://council.example.org/statement")
    assert not [address for address in seen.requests if "/works/" in address]
    name.focus()
    told = page.locator(f"#{name.get_attribute('aria-describedby').split()[-1]}")
    told.filter(has_text="cites this address, something else stands here").wait_for()
    assert len([address for address in seen.requests if "/works/" in address]) == 1
    assert (seen.errors, seen.failures, seen.foreign) == ([], [], [])


def test_what_is_copied_below_the_lines_is_judged_and_told_beside_the_button(form, everything):
    page = form(everything, permissions=["clipboard-read", "clipboard-write"]).page
    page.fill("#add-title", "A made-up entry")
    lines = page.get_by_role("region", name="As it is written")
    lines.get_by_role("button", name="Copy the YAML").click()
    lines.get_by_text("The YAML is copied. Still to mend: 2").wait_for()
    assert page.get_by_role("link", name="Sources: There is no source yet.").is_visible()
    assert page.evaluate("navigator.clipboard.readText()") == yaml(page)


def fill_in(page):
    """Something of everything, some of it wrong, every fold open."""
    for fold in page.locator(".fields--fold > summary").all():
        fold.click()
    for add in ("account", "figure", "actor", "storyline", "line", "event", "article"):
        page.locator(f'[data-add="{add}"]').first.click()
    page.fill("#add-title", "A made-up bridge: 'closed' for Wednesday and for all of the days that follow it")
    page.fill("#add-date", "2020-01-04")
    page.fill("#add-place", "nowhere-at-all")
    page.fill('[data-list="actors"] input', "A made-up body")
    page.locator('[data-list="actors"] input').blur()
    page.get_by_role("button").and_(page.locator('[data-new="actor"]')).click()
    page.locator('[data-also="actor"]').wait_for()
    page.fill("#add-summary", "One paragraph.\n\nAnd TODO: another one.")
    page.fill('[data-list="sources"] [data-key="url"] input', "http://localhost/")
    page.fill('[data-list="figures"] [data-key="what"] input', "houses")
    page.check("#add-key")
    page.select_option("#add-status", "disputed")
    page.locator('[type="submit"]').click()
    page.locator(".adding__wrong").wait_for()


@pytest.mark.parametrize(("name", "dark"), [("everything", False), ("arabic", True)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways_in_any_state(request, form, axe, name, dark):
    seen = form(request.getfixturevalue(name), dark=dark)
    assert axe(seen) == []
    fill_in(seen.page)
    assert axe(seen) == []
    seen.page.set_viewport_size({"width": 390, "height": 900})
    assert axe(seen) == []
    assert seen.overflow == 0
    assert (seen.errors, seen.failures, seen.foreign) == ([], [], [])
    sizes = seen.page.eval_on_selector_all(
        ".adding :is(input:not([type=checkbox]), textarea, select)",
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))",
    )
    assert min(sizes) >= 16  # below that, a phone zooms into the field


def test_in_arabic_dates_are_said_in_arabic(form, arabic):
    page = form(arabic).page
    page.fill("#add-title", "حدث مختلق")
    page.fill("#add-date", "2020-01-04?")
    page.fill("#add-time", "19:45")
    assert said_of(page, page.locator("#add-date"), "said") == "4 يناير 2020 (غير مؤكد)، 19:45 (الرياض)"
    assert yaml(page).startswith("- id: event-2020-01-04\n")
    page.fill("#add-date", "2020-02-30")
    page.locator("#add-date").blur()
    error = page.locator("#add-date-error")
    assert error.inner_text().startswith("يقول المدقق بالإنجليزية:")
    assert error.locator('[lang="en"][dir="ltr"]').inner_text().startswith("30 February does not exist")
    page.fill('[data-list="sources"] [data-key="url"] input', "example.org")
    page.locator('[data-list="sources"] [data-key="url"] input').blur()
    assert "يبدأ العنوان بـ http://" in page.locator(".item .field__error").all_inner_texts()[1]


def test_without_scripts_there_is_no_form_and_the_way_by_hand(visit, address):
    page = visit(f"{address}add/", javascript=False).page
    assert not page.locator("form.adding__form").is_visible()
    text = page.locator(".by-hand").inner_text()
    assert "it needs JavaScript, which is off here" in text
    assert "- id: exampleton-rocket" in text
    assert page.get_by_role("link", name="Every key, with examples").is_visible()


def test_an_event_is_handed_over_without_the_choices_and_a_form_without_its_rules_says_so(form, everything):
    page = form(everything).page
    page.route("**/events.json", lambda route: route.abort())
    page.fill("#add-title", "A made-up flood")
    page.fill("#add-date", "2020-03-29")
    page.fill('[data-list="sources"] [data-key="title"] input', "A made-up report")
    page.keyboard.press("Enter")
    page.wait_for_function("window.opened")
    page.route("**/rules.json", lambda route: route.abort())
    page.goto(f"{everything}add/")
    page.get_by_text("The form could not be loaded.").wait_for()


def test_the_form_is_one_small_script_that_no_other_page_asks_for(build, visit, everything):
    scripts = list(build(SITES / "everything").glob("assets/chronology/js/*/add/*.js"))
    assert [path.name for path in scripts] == ["form.js"]
    assert len(gzip.compress(scripts[0].read_bytes())) < 25_000
    assert not [url for url in visit(everything).requests if "/add/" in url]
