"""What the form for a new event says of a mistake: the words of ``timeline check``, in the site's language.

The check speaks English, and makes its sentences where it finds the mistake. A browser needs them beforehand,
with fields to fill in; so they stand here once more as messages that catalogues translate. A test gives every
one of these mistakes to the check and to the form, and holds the two to the same words. What is said of dates
stands apart (`timeline.dates.refusals`), in English alone. Where the check speaks of keys, the form has words
of its own (`form_own_words`); what they stand for is no message here, for nobody reads it.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.languages import Language, message
from timeline.outputs.form_addresses import ADDRESS_MESSAGES
from timeline.outputs.form_copies import COPY_MESSAGES
from timeline.outputs.form_events import EVENT_MESSAGES
from timeline.outputs.form_excess import EXCESS_MESSAGES
from timeline.outputs.form_foreign import FOREIGN_MESSAGES
from timeline.outputs.form_languages import LANGUAGE_MESSAGES, language_messages
from timeline.outputs.form_links import LINK_MESSAGES
from timeline.outputs.form_names import NAME_MESSAGES
from timeline.outputs.form_nobody import NOBODY_MESSAGES
from timeline.outputs.form_own_words import OWN_WORDS, with_labels

Words = tuple[str, str]

_SHORTEN = message("shorten it")
_MOVE = "keep what a reader must know, and move the rest to the body"
_LEADS = message("check where it leads, and write the address that the work itself gives")
_IN_WORDS = "write it under 'url', and here what the page itself gives in words"
_HTML = message("'{tag}' is HTML, which is not obeyed here but shown as it stands")
_NO_ID = message("{value} is not a plain id: small letters a-z, digits, and single hyphens between them")
_NO_LETTERS = message("write it in Latin letters, for it stands in addresses")
_ADD_KEY = "add '{key}:{proposal}'"

MESSAGES: Mapping[str, Words] = {
    "bad-id": (_NO_ID, message("write {proposal}")),
    "bad-id-without-proposal": (_NO_ID, _NO_LETTERS),
    "bad-reference": (_NO_ID, "write {proposal}"),
    "bad-reference-without-proposal": (_NO_ID, _NO_LETTERS),
    **{
        f"bad-{noun}{ending}": (_NO_ID, hint)
        for noun in ("place", "actor")
        for ending, hint in (("", "write {proposal}"), ("-without-proposal", _NO_LETTERS))
    },
    "id-too-long": (message("an id has at most {limit} characters, this one has {count}"), _SHORTEN),
    "windows-id": (
        message("'{value}' is a name that Windows keeps for itself"), message("choose a longer id"),
    ),
    "duplicate-id": (
        "two events have the id '{id}'",
        "give one of them another id; if they are the same, keep one",
    ),
    "missing-title": ("the event '{id}' has no title", "add 'title:'"),
    "missing-date": (
        "the event '{id}' has no date",
        "add 'date:', as exactly as it is known: 2020-01-04, 2020-01, 2019-12~, 2020-01-03/..",
    ),
    "missing-sources": (
        "the event '{id}' has no source",
        "add 'sources: [an-article]', or list the event in an article that reports it",
    ),
    "missing-in-event": ("an event needs '{key}', and there is none here", _ADD_KEY),
    "missing-in-source": ("a source needs '{key}', and there is none here", _ADD_KEY),
    "missing-in-account": ("an account needs '{key}', and there is none here", _ADD_KEY),
    "missing-in-figure": ("a figure needs '{key}', and there is none here", _ADD_KEY),
    "too-long": (message("this has {count} characters; at most {limit} fit here"), _SHORTEN),
    "bad-day": (message("{value} is not one day of the calendar"), message("write it as 2020-01-04")),
    "bad-number": (
        message("{value} is not a number"),
        message("write it in digits, with a point for a fraction, as in 25 or 33.31"),
    ),
    "number-with-comma": (message("{value} is not a number"), message("write {whole}.{part}")),
    "number-by-thousands": (message("{value} is not a number"), message("write {digits}")),
    "number-as-range": (
        message("{value} is not a number"),
        "write min: {low} and max: {high}, in place of one value",
    ),
    "number-at-least": (
        message("{value} is not a number"), "write min: {low}, in place of one value",
    ),
    "number-more-than": (
        message("{value} is not a number"), "write min: and the number after {low}, in place of one value",
    ),
    "number-at-most": (
        message("{value} is not a number"), "write max: {high}, in place of one value",
    ),
    "number-fewer-than": (
        message("{value} is not a number"), "write max: and the number before {high}, in place of one value",
    ),
    "number-in-words": (message("{value} is not a number"), message("write {limit}")),
    "number-doubtful": (
        message("{value} can be read in two ways"),
        message("write {whole}{part} for thousands, or {whole}.{part}0 for a fraction"),
    ),
    "number-left-in-words": (
        message("{value} is not a number"),
        message("say it in words, in the summary: a figure needs a number"),
    ),
    "number-in-metres": (
        message("{value} is not a number"),
        "write {number} and unit: m for metres, and every digit for millions, as in 1500000",
    ),
    "number-scaled": (
        message("{value} is not a number"),
        message("write every digit of it, as in 1500000 for 1.5 million"),
    ),
    "number-not-known": (
        message("{value} is not a number"), "leave the key out where it is not known",
    ),
    "number-with-unit": (
        message("{value} is not a number"),
        "write {number}; what is counted stands under 'what', and a unit under 'unit'",
    ),
    "number-about": (
        message("{value} is not a number"), "write {number}, and approximate: true",
    ),
    "number-too-long": (message("a number has at most {limit} characters"), message("round it")),
    "figure-without-number": (
        message("a figure needs a number"), "write value, or min and max",
    ),
    "figure-twice": (
        "a figure has either a value or a range", "keep value, or min and max",
    ),
    "reversed-range": (
        message("the lowest number, {min}, is above the highest, {max}"), message("swap them"),
    ),
    "near": ("", "did you mean '{near}'? if not, {hint}"),
    "unknown-place": (
        message("there is no place with the id '{id}'"),
        "add it to content/places.yaml, or correct the id",
    ),
    "unknown-actor": (
        message("there is no actor with the id '{id}'"),
        "add it to content/actors.yaml, or correct the id",
    ),
    "unknown-storyline": (
        message("there is no storyline with the id '{id}'"),
        "add it to content/storylines, or correct the id",
    ),
    "unknown-article": (
        message("there is no article with the id '{id}'"),
        "add it to content/articles, or correct the id",
    ),
    "unknown-event": (
        message("there is no event with the id '{id}'"),
        "add it to content/events, or correct the id",
    ),
    "unknown-publisher": (
        message("there is no publisher with the id '{id}'"),
        "add it to content/publishers.yaml, or write its name as it writes itself",
    ),
    "unknown-kind": (
        message("there is no kind with the id '{id}'"),
        "write one of {kinds}, or add it to site_config/vocabulary.yaml",
    ),
    "unknown-source": (
        message("this event has no source '{source}'"),
        "name an article by its id, or a source of this event by its title or address",
    ),
    "confirmed-by-nobody": (
        message("a confirmed event says who confirmed it"),
        "add 'confirmed_by:', or leave the status out",
    ),
    "disputed-by-nobody": (
        message("a disputed event has at least two accounts"),
        "write two or more under 'accounts', each with 'by' and 'says'",
    ),
    "several-voices": (
        message("the event has {number} independent sources ({names})"),
        "leave the status out: it is derived",
    ),
    "one-voice": (
        message("a corroborated event has two independent sources; its sources are one voice ({names})"),
        "add a source, or leave the status out",
    ),
    "no-voice": (
        message("a corroborated event has two independent sources; no source names its publisher"),
        "add a source, or leave the status out",
    ),
    "early-source": (
        "this source ({published}) is older than the event '{id}' ({event}) that it reports",
        "correct a date; if the source announces the event, silence this check on the event",
    ),
    "early-article": (
        "this article ({published}) is older than the event '{id}' ({event}) that it reports",
        "correct a date; if the article announces the event, silence this check on the event",
    ),
    "long-summary": (
        message("this summary has {count} characters; lists have room for about 600"), _MOVE,
    ),
    "summary-in-paragraphs": (
        message("this summary has more than one paragraph, and lists show one"), _MOVE,
    ),
    "summary-repeats-title": (
        message("this summary says what the title says already"),
        message("say what else a reader must know, or leave it out"),
    ),
    "title-repeats-date": (
        message("the title repeats the date: '{found}'"),
        message("take it out: the date stands beside the title wherever it is shown"),
    ),
    "wrong-weekday": (
        message("'{words}' is a {weekday}"), message("correct the date, or write {name}"),
    ),
    "private-address": (
        message("this address leads into somebody's own network, where no reader can follow"),
        message("write the address under which the work is published, or leave it out"),
    ),
    "tracking-address": (
        message("'{key}' in this address serves advertisers, and changes with every copy"),
        message("take it out, up to the next '&' or the end"),
    ),
    "copy-as-original": (
        message("this is the address of an archived copy"),
        "write it under 'archived', and under 'url' the address of the work itself",
    ),
    "original-as-copy": (
        "'archived' is the same address as 'url', and so no copy",
        "write the address of the copy, or leave 'archived' out",
    ),
    "address-as-title": (message("this is an address, and no title"), _IN_WORDS),
    "address-as-name": (message("this is an address, and no name"), _IN_WORDS),
    "mixed-alphabets": (
        message("in '{word}', the '{letter}' is {name}, among letters of another alphabet"),
        message("write {meant}, in one alphabet"),
    ),
    "mixed-host": (message("the host of this address looks like '{meant}', but has {name} in it"), _LEADS),
    "disguised-host": (message("the host '{host}' looks Latin, and begins with {name}"), _LEADS),
    "mixed-address": (message("'{word}' in this address has {name} in it"), _LEADS),
    "unseen-character": (
        message("there is a character here that shows nothing: {name}"), message("delete it"),
    ),
    "filler": (
        message("{value} stands here in place of something"),
        "write what the source gives; what is not known is left out, key and all",
    ),
    "answer": (
        message("{value} stands here in place of a name"),
        "write who or what it is; what is not known is left out, key and all",
    ),
    "example": (
        message("this tells what to write here, and stands there still"), message("write that in its place"),
    ),
    "unfinished": (
        message("'{words}' says that this is not finished"), message("finish it, or take it out"),
    ),
    "html-in-title": (_HTML, message("take it out: a title has no markup")),
    "html-for-**bold**": (_HTML, message("write Markdown: **bold**")),
    "html-for-*italic*": (_HTML, message("write Markdown: *italic*")),
    "html-for-[words](address)": (_HTML, message("write Markdown: [words](address)")),
    "html": (_HTML, message("write Markdown, or take it out")),
    "tag-with-comma": (
        message("there is a comma or a semicolon in the tag '{text}'"),
        "if these are several, each is an item of its own: a comma between them, no quotes around all",
    ),
    "negative-count": (
        message("a count is not below zero, and this one is {text}"),
        "take the sign out, or say under 'unit' what is measured",
    ),
    "same-accounts": (
        message("a disputed event has accounts that differ; these say the same"),
        message("write what each of them says"),
    ),
    "undisputed-accounts": (
        "these accounts differ, and the event's status is {status}",
        (
            "if they contradict each other, write 'status: disputed'; if one adds to the other, silence this"
            " check, or tell it in the summary"
        ),
    ),
    "unused-confirmation": (
        "'{id}' says who confirmed it, and its status is {status} all the same",
        "write 'status: confirmed', or move the words to an account",
    ),
    "article-in-place": (
        message("this is the article '{id}' of this site"), "write {id} in place of all its keys",
    ),
    "article-twice": (
        message("this is the article '{id}', which is a source of the event already"),
        "delete this one",
    ),
    "described-otherwise": (
        "the work at this address has another {key} where '{id}' cites it: '{other}'",
        "correct one of them, or make the work an article and cite its id",
    ),
    "undecodable-host": (message("the host '{host}' is no name in any alphabet"), _LEADS),
    "likely-duplicate": (
        "'{other}' looks like the same event as '{one}'",
        "keep one, with the other's id under 'aliases'; or write 'distinct_from: [{one}]'",
    ),
    "repeated-item": ("{value} stands twice in '{field}', and the first one counts", "keep one"),
    "repeated-address": ("{value} has the address of one above it, and that one counts", "keep one"),
    "source-twice": (
        message("this is the address of another source of the event, written otherwise"),
        message("keep one of them"),
    ),
    **ADDRESS_MESSAGES,
    **COPY_MESSAGES,
    **EVENT_MESSAGES,
    **EXCESS_MESSAGES,
    **FOREIGN_MESSAGES,
    **LANGUAGE_MESSAGES,
    **LINK_MESSAGES,
    **NAME_MESSAGES,
    **NOBODY_MESSAGES,
}  # fmt: skip
"""The message and the hint of each mistake."""


def form_messages(language: Language) -> dict[str, Words]:
    """What the form says, in a language, its fields still to be filled in."""
    said = language_messages(language)
    for name, words in MESSAGES.items():
        if name in said:
            continue
        own = OWN_WORDS.get(name, ("", ""))
        said[name] = (with_labels(own[0] or words[0], language), with_labels(own[1] or words[1], language))
    return said
