"""The words of the form for a new event: what each field is called, and how to fill it in.

They are apart from the page because they are many, and from the models' own help because that speaks of keys
to those who write YAML, in English alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from timeline.languages import message


class Words(NamedTuple):
    """The name of a field, and how to fill it in; the second may be empty."""

    label: str
    help: str = ""


FIELDS: Mapping[str, Mapping[str, Words]] = {
    "event": {
        "title": Words(message("Title"), message("What happened, in one line.")),
        "date": Words(
            message("Date"),
            message(
                "As exactly as it is known and no more: 2020-01-04, 2020-01, 2020. With ~ it is about then,"
                " with ? it is uncertain; 2020-01-03/2020-01-05 is a span."
            ),
        ),
        "time": Words(
            message("Time"),
            message("19:45, ~19:45, or early-hours, morning, afternoon, evening, night."),
        ),
        "timezone": Words(
            message("Time zone"), message("Where it is not the place's. An unknown one is: unknown.")
        ),
        "place": Words(message("Place"), message("Type a part of the name.")),
        "kind": Words(message("Kind of event")),
        "summary": Words(message("Summary"), message("One paragraph, in your own words.")),
        "body": Words(message("Longer text"), message("If there is more to say. Markdown can be used.")),
        "status": Words(message("How sure it is")),
        "confirmed_by": Words(message("Confirmed by"), message("Who confirmed it, and where.")),
        "part_of": Words(
            message("Part of a larger event"), message("An event of this site: type a part of its title.")
        ),
        "key": Words(message("One of the events that matter most")),
        "id": Words(
            message("Id"),
            message(
                "A part of the page's address. It is made of the title, as far as that has Latin letters, and"
                " never changes later."
            ),
        ),
        "language": Words(
            message("Language"), message("Where it is not the site's: type its name.")
        ),
        "added": Words(message("Added on"), message("The day on which it is first published here.")),
    },
    "source": {
        "title": Words(message("Title of the report")),
        "url": Words(message("Web address")),
        "publisher": Words(message("Publisher"), message("One of the site's, or a name.")),
        "origin": Words(
            message("Agency"), message("Whose text it is, where that is not the publisher's own.")
        ),
        "published": Words(message("Published on"), message("As a date: 2020-01-05 or 2020-01-05T07:53.")),
        "timezone": Words(message("Time zone of that")),
        "byline": Words(message("Who signed it"), message("As it is printed.")),
        "archived": Words(message("Address of an archived copy")),
        "accessed": Words(message("Last read on")),
        "quote": Words(message("Its own words"), message("The sentence that bears the event out.")),
        "note": Words(message("What else should be known of it")),
        "language": Words(message("Language")),
    },
    "account": {
        "by": Words(message("Who says it")),
        "says": Words(message("What they say"), message("In your own words.")),
        "source": Words(message("Where it is reported"), message("A source from above, by its title.")),
    },
    "figure": {
        "what": Words(message("What is counted")),
        "value": Words(message("Number")),
        "min": Words(message("At least")),
        "max": Words(message("At most")),
        "approximate": Words(message("The source says ‘about’")),
        "unit": Words(message("Unit"), message("Where it is no plain count.")),
        "source": Words(message("Who gives the number"), message("A source from above, by its title.")),
    },
}  # fmt: skip
"""The words of single fields, by the record that they belong to."""


class ListWords(NamedTuple):
    """The words of a list: its name, its help, the name of one item, and what adds and removes one."""

    label: str
    help: str
    item: str
    add: str
    remove: str


LISTS: Mapping[str, ListWords] = {
    "sources": ListWords(
        message("Sources"),
        message("Where it is reported. At least one; what is not known of it is left empty."),
        message("Source {number}"), message("Add a source"), message("Remove source {number}"),
    ),
    "accounts": ListWords(
        message("Accounts"),
        message("Where accounts differ: what each side says, so that readers see them side by side."),
        message("Account {number}"), message("Add an account"), message("Remove account {number}"),
    ),
    "figures": ListWords(
        message("Figures"),
        message("Numbers that sources give, as a number or as a range."),
        message("Figure {number}"), message("Add a figure"), message("Remove figure {number}"),
    ),
    "actors": ListWords(
        message("Who took part"), "", message("Person or body {number}"),
        message("Add a person or body"), message("Remove person or body {number}"),
    ),
    "storylines": ListWords(
        message("Storylines"), "", message("Storyline {number}"), message("Add a storyline"),
        message("Remove storyline {number}"),
    ),
    "tags": ListWords(
        message("Tags"), "", message("Tag {number}"), message("Add a tag"), message("Remove tag {number}"),
    ),
    "after": ListWords(
        message("It came after"),
        message("Events of which it is known that this one followed them, where dates do not say so."),
        message("Earlier event {number}"), message("Add an earlier event"),
        message("Remove earlier event {number}"),
    ),
    "response_to": ListWords(
        message("It answers"),
        message("Events to which it is a response. That is a claim of cause: only where a source makes it."),
        message("Answered event {number}"), message("Add an answered event"),
        message("Remove answered event {number}"),
    ),
    "related": ListWords(
        message("See also"), message("Other events that a reader may want to see."),
        message("Related event {number}"), message("Add a related event"),
        message("Remove related event {number}"),
    ),
    "distinct_from": ListWords(
        message("Not the same as"), message("Events that look like this one, and are not."),
        message("Other event {number}"), message("Add an event that looks alike"),
        message("Remove other event {number}"),
    ),
}  # fmt: skip
"""The words of lists."""


class NewWords(NamedTuple):
    """What is said of a new record: its file, its button, and the heading and the help of its lines."""

    file: str
    add: str
    title: str
    help: str


NEW: Mapping[str, NewWords] = {
    "place": NewWords(
        "places.yaml",
        message("Add it as a new place"),
        message("The new place"),
        message(
            "The site does not have this place yet. Put these lines at the end of {file}, and send that"
            " first: until then the check does not know it. Where it lies can be added there."
        ),
    ),
    "actor": NewWords(
        "actors.yaml",
        message("Add it as a new person or body"),
        message("The new person or body"),
        message(
            "The site does not have this name yet. Put these lines at the end of {file}, and send that first:"
            " until then the check does not know it."
        ),
    ),
}
"""What can be new with an event, by what the script calls it."""

LEFT: Mapping[tuple[str, str], str] = {
    ("event", "media"): message("pictures, films and sounds"),
    ("event", "corrections"): message("corrections"),
    ("event", "retracted"): message("a retraction"),
    ("event", "aliases"): message("ids that it had before"),
    ("account", "figure"): message("the number that one account gives"),
}
"""What the form leaves to the file, by record and key."""

DERIVED = message("As the sources bear out")
ADD_ARTICLE = message("Add an article of this site")
ARTICLE = Words(message("Article of this site"), message("Type a part of its title."))

SCRIPT: Mapping[str, str] = {
    "needed": message("Not ready yet: {number} to mend"),
    "ready": message("Nothing is left to mend."),
    "stops": message("Until it is mended, or you say below why it is right, the site is not published."),
    "mend": message("Until it is mended, the site is not published."),
    "doubts": message(
        "Doubts that stop the site until they are mended, or given a reason where one is asked for: {number}"
    ),
    "copied": message("The YAML is copied."),
    "select": message("The YAML is selected: copy it with your keyboard."),
    "opened": message("{host} opens in a new window, with the file filled in."),
    "pasted": message("The YAML is copied and {host} opens: paste it there as the file's text."),
    "english": message("The check says, in English:"),
    "added": message("{item} is added."),
    "removed": message("{item} is removed."),
    "failed": message("The form could not be loaded. Please try again later, or write the YAML by hand."),
    "stillwrong": message("The YAML is copied. Still to mend: {number}"),
    "new": message("It is new here. The lines for it stand below those of the event."),
    "write": message("Write {value}"),
    "one": message("Is this one meant?"),
    "several": message("Several fit. Is one of these meant? If not, write more of the name."),
    "timed": message("The time is filled in already: {value}. Keep one of the two."),
    "restored": message("What you wrote before is here again."),
    "emptied": message("The form is empty again."),
    "again": message("Start again"),
    "back": message("Bring back what was there"),
    "untitled": message("The title stands here"),
    "undated": message("Date"),
    "placeless": message("place not stated"),
    "event": message("Event"),
}
"""What the script says as things happen; it fills in the fields."""
