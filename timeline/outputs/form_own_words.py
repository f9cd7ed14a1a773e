"""What the form says where `timeline check` speaks of keys: of its fields, by the names that they have there.

Whoever fills in the form may never have seen the file that it writes. The mistakes, their codes and the cases
in which they are told are those of `form_messages`; here stand only other words for some of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.languages import Language, message
from timeline.pages.form_words import ADD_ARTICLE, DERIVED, FIELDS, LISTS, NEW

Words = tuple[str, str]

_CHOOSE = message("type a part of the name, and choose from what is proposed")
_CHOOSE_OR_ADD = message(
    "type a part of the name, and choose from what is proposed; or press ‘{the_new_place}’ below"
)
_CHOOSE_OR_JOIN = message(
    "type a part of the name, and choose from what is proposed; or press ‘{the_new_actor}’ below"
)
_NONE_SUCH = message("{value} is none of those that can be chosen here")
_DERIVE = message("choose ‘{the_derived}’ under ‘{the_status}’")
_SOURCE = message("add a source, or choose ‘{the_derived}’ under ‘{the_status}’")
_MOVE = message("keep what a reader must know, and move the rest to ‘{the_body}’")
_ONE_OR_RANGE = message("fill in ‘{the_number}’, or ‘{the_least}’ and ‘{the_most}’")
_ANNOUNCED = message("correct a date; if it announces what came later, say so below")
_IN_WORDS = message("write it under ‘{the_url}’, and here what the page itself gives in words")
_CORRECT = message("correct the id, or take the link out")
_NO_PAGE = message("there is no page '{path}' on this site")
_WHOLE_LINK = message(
    "write the whole address of a page of the web, as in https://example.org/page, and a record as in"
    " event:its-id"
)
_FILL_IN = message("fill it in, or remove the whole")

OWN_WORDS: Mapping[str, Words] = {
    "bad-reference": (_NONE_SUCH, _CHOOSE),
    "bad-reference-without-proposal": (_NONE_SUCH, _CHOOSE),
    "bad-place": (_NONE_SUCH, _CHOOSE_OR_ADD),
    "bad-place-without-proposal": (_NONE_SUCH, _CHOOSE_OR_ADD),
    "bad-actor": (_NONE_SUCH, _CHOOSE_OR_JOIN),
    "bad-actor-without-proposal": (_NONE_SUCH, _CHOOSE_OR_JOIN),
    "duplicate-id": (
        message("another event has the id '{id}'"),
        message("write another one; if it is the same event, add what is new to that one"),
    ),
    "missing-title": (message("there is no title yet"), message("say in one line what happened")),
    "missing-date": (
        message("there is no date yet"),
        message("write it as exactly as it is known: 2020-01-04, 2020-01, 2019-12~, 2020-01-03/.."),
    ),
    "missing-sources": (
        message("there is no source yet"), message("say where it is reported, by a title at least"),
    ),
    "missing-in-event": (
        message("there is no id yet"),
        message("write one, or another title, of which it is then made"),
    ),
    "missing-in-source": (message("a source has a title"), _FILL_IN),
    "missing-in-account": (message("an account says who says what"), _FILL_IN),
    "missing-in-figure": (message("a figure says what is counted"), _FILL_IN),
    "number-as-range": (
        "", message("write {low} under ‘{the_least}’ and {high} under ‘{the_most}’, and no single number"),
    ),
    "number-at-least": ("", message("write {low} under ‘{the_least}’, and no single number")),
    "number-more-than": (
        "", message("write the number after {low} under ‘{the_least}’, and no single number"),
    ),
    "number-at-most": ("", message("write {high} under ‘{the_most}’, and no single number")),
    "number-fewer-than": (
        "", message("write the number before {high} under ‘{the_most}’, and no single number"),
    ),
    "number-not-known": ("", message("leave it empty where it is not known")),
    "number-with-unit": (
        "",
        message("write {number}; what is counted stands under ‘{the_what}’, and a unit under ‘{the_unit}’"),
    ),
    "number-in-metres": (
        "",
        message(
            "write {number}, and m under ‘{the_unit}’, for metres; every digit for millions, as in 1500000"
        ),
    ),
    "negative-count": ("", message("take the sign out, or say under ‘{the_unit}’ what is measured")),
    "address-as-title": ("", _IN_WORDS),
    "address-as-name": ("", _IN_WORDS),
    "number-about": ("", message("write {number}, and tick ‘{the_about}’")),
    "figure-without-number": ("", _ONE_OR_RANGE),
    "figure-twice": (message("a figure has either one number or a range"), _ONE_OR_RANGE),
    "nobody": ("", message("leave it empty where it is not known")),
    "nobody-publisher": (
        "", message("leave it empty where it is not known; the site then says 'not stated'"),
    ),
    "foreign-5": ("", message("take the words out")),
    "foreign-5-cut": ("", message("take the words out")),
    "near": ("", message("did you mean '{near}'?")),
    "unknown-place": ("", _CHOOSE_OR_ADD),
    "unknown-actor": ("", _CHOOSE_OR_JOIN),
    "unknown-storyline": ("", _CHOOSE),
    "unknown-article": ("", _CHOOSE),
    "unknown-event": ("", _CHOOSE),
    "unknown-kind": ("", _CHOOSE),
    "unknown-publisher": (
        "", message("choose one that is proposed, or write the name as the publisher writes it"),
    ),
    "unknown-source": ("", message("choose one of its sources, or add it to them")),
    "link-event": (message("there is no event with the id '{id}'"), _CORRECT),
    "link-place": (message("there is no place with the id '{id}'"), _CORRECT),
    "link-actor": (message("there is no actor with the id '{id}'"), _CORRECT),
    "link-article": (message("there is no article with the id '{id}'"), _CORRECT),
    "link-storyline": (message("there is no storyline with the id '{id}'"), _CORRECT),
    "unknown-page": (_NO_PAGE, _WHOLE_LINK),
    "outside-page": (_NO_PAGE, _WHOLE_LINK),
    "link-media": ("", message("pictures are added to the file later")),
    "unknown-picture": (
        message("there is no picture '{path}' on this site"), message("pictures are added to the file later"),
    ),
    "picture-elsewhere": (
        "", message("link to it, [words](address), or add it to the file later if its terms allow that"),
    ),
    "confirmed-by-nobody": (
        "", message("fill in ‘{the_confirmed}’, or choose ‘{the_derived}’ under ‘{the_status}’"),
    ),
    "disputed-by-nobody": ("", message("write under ‘{the_accounts}’ what each side says")),
    "several-voices": ("", _DERIVE),
    "one-voice": ("", _SOURCE),
    "no-voice": ("", message("fill in ‘{the_publisher}’ of its sources, or choose ‘{the_derived}’")),
    "early-source": (
        message("this source ({published}) is older than the event ({event}) that it reports"), _ANNOUNCED,
    ),
    "early-article": (
        message("this article ({published}) is older than the event ({event}) that it reports"), _ANNOUNCED,
    ),
    "long-summary": ("", _MOVE),
    "summary-in-paragraphs": ("", _MOVE),
    "url-several": (
        "",
        message(
            "write one; the other belongs to a source of its own, or, if it is a copy, under ‘{the_copy}’"
        ),
    ),
    "copy-as-original": (
        "", message("write it under ‘{the_copy}’, and under ‘{the_url}’ the address of the work itself"),
    ),
    "copy-of-another-page": (
        message("this is a copy of another page: {shown}"),
        message(
            "write a copy of the page itself, or correct ‘{the_url}’; if the page has moved, say so below"
        ),
    ),
    "original-as-copy": (
        message("this is the address of the work itself, and no copy"),
        message("write the address of the copy, or leave it empty"),
    ),
    "filler": ("", message("write what the source gives, and leave empty what is not known")),
    "answer": ("", message("write who or what it is, and leave empty what is not known")),
    "undisputed-accounts": (
        message("these accounts differ, and ‘{the_status}’ does not say so"),
        message("if they contradict each other, choose it there; if one adds to the other, all is well"),
    ),
    "unused-confirmation": (
        message("here stands who confirmed it, and ‘{the_status}’ does not say that it is confirmed"),
        message("choose it there, or move the words to an account"),
    ),
    "tag-with-comma": ("", message("if these are several, add each by itself")),
    "article-in-place": ("", message("remove this source, and use ‘{the_article}’")),
    "article-twice": ("", message("remove this source")),
    "repeated-item": (message("{value} stands here twice"), message("remove one of them")),
    "repeated-address": (message("{value} has the address of one above it"), message("remove one of them")),
    "likely-duplicate": (
        message("this looks like an event that is here already: {one}"),
        message(
            "if it is the same, add there what is new; if it is another, name that one under ‘{the_distinct}’"
        ),
    ),
    **dict.fromkeys(
        ("itself-related", "itself-distinct_from", "follows-itself", "part-of-itself"),
        (message("this is the event itself"), message("name another one, or take it out")),
    ),
    "outside-whole": (
        message("this event ({event}) lies outside that one ({text}), of which it is a part"),
        message("correct the date, or name it under ‘{the_related}’ instead"),
    ),
    **dict.fromkeys(
        ("impossible-after", "impossible-response_to"),
        (
            message("this event ({event}) is earlier than that one ({text}), which it is said to follow"),
            message("correct the date, or take it out"),
        ),
    ),
    **dict.fromkeys(
        ("impossible-after-through", "impossible-response_to-through"),
        (
            message(
                "this event ({event}) is earlier than '{other}' ({text}), which that one follows for its part"
            ),
            message("correct the date, or take it out"),
        ),
    ),
    "described-otherwise": (
        message("where '{id}' cites this address, something else stands here: '{other}'"),
        message("write it in the same way, or correct it there, too"),
    ),
    "spelt-voice": ("", message("write '{tag}', if the same is meant")),
    "spelt-tag": ("", message("write '{tag}', if the same is meant")),
}  # fmt: skip
"""By the name of the mistake its message and its hint; empty where those of the check will do."""

_BOTH = "^a date and a time are two keys"
# In English, as all that is said of dates.
_OF_DATES = (
    (("date",), _BOTH, "a date and a time stand in two fields"),
    (
        ("date",),
        r"^write date: (\S+) and time: (\S+), and the time zone under timezone$",
        "write $1 here, $2 under ‘{the_time}’, and the time zone under ‘{the_zone}’",
    ),
    (
        ("date",),
        r"^write date: (\S+) and time: (.+?)(, or \S+)?$",
        "write $1 here, and $2 under ‘{the_time}’$3",
    ),
    (("date",), r"^write date: (\S+), and under time (.+)$", "write $1 here, and under ‘{the_time}’ $2"),
    (("date",), r"^write date: (\S+), and (.+) under time$", "write $1 here, and $2 under ‘{the_time}’"),
    (("date",), r"^write time: (\S+)$", "write $1 under ‘{the_time}’"),
    (("published",), _BOTH, "a date and a time have a T between them"),
    (("published",), r"^write date: \S+ and time: \S+, or (\S+)$", "write $1"),
    (("published",), r"^write date: (\S+) and time: (\d[\d:Z+-]+)", "write $1T$2"),
    (("published",), r"^write date: ([^\s,]+).*$", "write $1"),
    (("published",), r"^write time: \S+$", "leave it out"),
    (("date", "published"), " and quotes$", ""),
    (("date", "published"), "^a part of the day is a key of its own$", "a part of the day is no clock"),
    (("time",), "^leave the key out$", "leave it empty"),
    (("date", "time", "published"), "under timezone$", "under ‘{the_zone}’"),
)

_LABELS: Mapping[str, str] = {
    "the_time": FIELDS["event"]["time"].label,
    "the_zone": FIELDS["event"]["timezone"].label,
    "the_new_place": NEW["place"].add,
    "the_new_actor": NEW["actor"].add,
    "the_what": FIELDS["figure"]["what"].label,
    "the_unit": FIELDS["figure"]["unit"].label,
    "the_number": FIELDS["figure"]["value"].label,
    "the_least": FIELDS["figure"]["min"].label,
    "the_most": FIELDS["figure"]["max"].label,
    "the_about": FIELDS["figure"]["approximate"].label,
    "the_confirmed": FIELDS["event"]["confirmed_by"].label,
    "the_status": FIELDS["event"]["status"].label,
    "the_body": FIELDS["event"]["body"].label,
    "the_publisher": FIELDS["source"]["publisher"].label,
    "the_url": FIELDS["source"]["url"].label,
    "the_copy": FIELDS["source"]["archived"].label,
    "the_accounts": LISTS["accounts"].label,
    "the_related": LISTS["related"].label,
    "the_distinct": LISTS["distinct_from"].label,
    "the_article": ADD_ARTICLE,
    "the_derived": DERIVED,
}


def with_labels(words: str, language: Language) -> str:
    """Words in a language, in which the form's fields have the names that stand above them.

    Args:
        words: The message as the catalogues have it.
        language: The site's.
    """
    return _labelled(language.text(words), language) if words else ""


def _labelled(words: str, language: Language) -> str:
    for name, label in _LABELS.items():
        words = words.replace(f"{{{name}}}", language.text(label))
    return words


def reworded(language: Language) -> list[tuple[tuple[str, ...], str, str]]:
    """What the form says of its fields where the words for dates speak of keys.

    Args:
        language: The site's.

    Returns:
        The keys of whose values it is said, a pattern, and what takes its place.
    """
    return [(keys, pattern, _labelled(put, language)) for keys, pattern, put in _OF_DATES]
