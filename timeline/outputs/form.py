"""What the script of the form for a new event reads: the rules, and what the site has to choose from.

`data/form/rules.json` is small and the same however much the site holds: the words for dates and mistakes,
the keys and their types. `choices.json` has a row for every place, actor, storyline, publisher and article,
and `events.json` for every event, with the day and the place by which events that look alike are found; they
are fetched when somebody turns to the form. `works/0.json` and so on hold what is known of cited works, by
address; one of them is fetched when somebody has written an address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.checks import CHECKS
from timeline.checks.cited_twice import bare
from timeline.checks.duplicates import COUNTED
from timeline.checks.spellings import ONE_LETTER
from timeline.dates import phrasebook
from timeline.dates.when import HEADINGS
from timeline.languages import message
from timeline.merging import IDENTITIES, REPEATED, ReportEntry
from timeline.outputs.form_codes import with_codes
from timeline.outputs.form_copies import copies_of_form
from timeline.outputs.form_events import COARSER, event_patterns, events
from timeline.outputs.form_excess import excess_patterns
from timeline.outputs.form_foreign import foreign_patterns
from timeline.outputs.form_languages import language_choices, language_patterns, named_languages, weekdays
from timeline.outputs.form_links import link_patterns, linked, markdown
from timeline.outputs.form_markup import markup_patterns
from timeline.outputs.form_messages import form_messages
from timeline.outputs.form_names import names, tags, voices
from timeline.outputs.form_nobody import nobody_patterns
from timeline.outputs.form_own_words import reworded
from timeline.outputs.form_patterns import alphabets_of_form, form_patterns, letters_of_form
from timeline.outputs.form_works import shelves, shelves_needed
from timeline.outputs.output import Output
from timeline.pages import Edition
from timeline.pages.add import FORM_DATA
from timeline.pages.compact import compact
from timeline.pages.form_fields import RECORDS, limits, needed, types_of
from timeline.problems import Severity
from timeline.records import Actor, Place

FORMAT = 1
_FIGURES = (message("at least {number}"), message("at most {number}"), message("about {number}"))


def outputs(edition: Edition) -> Iterator[Output]:
    """The rules, the choices, the events, and the works that they cite."""
    yield _output("rules.json", rules(edition))
    yield _output("choices.json", choices(edition) | {"works": shelves_needed(edition.timeline)})
    yield _output("events.json", {"format": FORMAT, "event": [*events(edition)]})
    for number, shelf in enumerate(shelves(edition.timeline)):  # last, for they weigh more than all the rest
        yield _output(f"works/{number}.json", shelf)


def rules(edition: Edition) -> dict[str, Any]:
    """What holds whatever the site has: words, keys, limits."""
    timeline, language = edition.timeline, phrasebook(edition.language)
    language["phrases"] |= {words: edition.language.text(words) for words in _FIGURES}
    language["phrases"][", "] = edition.language.comma
    language["phrases"]["{low}–{high}"] = edition.language.text_in("a range of numbers", "{low}–{high}")
    patterns = [
        *named_languages(),
        *excess_patterns(),
        *form_patterns(timeline.site.language),
        *markup_patterns(),
        *language_patterns(),
        *event_patterns(),
        *foreign_patterns(),
        *link_patterns(),
        *nobody_patterns(),
    ]
    return {
        "format": FORMAT,
        "language": language,
        "messages": with_codes(form_messages(edition.language), patterns),
        "records": {name: types_of(model) for name, model in RECORDS.items()},
        "needed": {name: needed(model) for name, model in RECORDS.items()},
        "limits": limits(),
        "reworded": reworded(edition.language),
        "patterns": [(name, *rest) for name, _, *rest in patterns],
        "identity": [key for model in RECORDS.values() for key in IDENTITIES.get(model, ())],
        "copies": copies_of_form(),
        "markdown": markdown(),
        "weekdays": [*weekdays(timeline.site.language)],
        "alphabets": alphabets_of_form(),
        "letters": letters_of_form(),
        "spelt": ONE_LETTER,
        "counted": rf"(?<![\p{{L}}\p{{N}}_])(?:{COUNTED})(?![\p{{L}}\p{{N}}_])",
        "headings": {precision: COARSER.index(heading) for precision, heading in HEADINGS.items()},
        "levels": _levels(timeline.site.levels),
        "silenceable": [check.code for check in CHECKS if check.silenceable],
        "timezone": timeline.site.timezone.name,
        "kinds": [*timeline.vocabulary.kinds],
    }


def _levels(levels: Mapping[str, Severity | None]) -> dict[str, int]:
    """How much each check says on this site, by its code: nothing, a note, a warning or an error."""
    usual = {check.code: check.severity for check in CHECKS} | {REPEATED: Severity.WARNING}
    return {code: int(levels.get(code, severity) or 0) for code, severity in usual.items()}


def choices(edition: Edition) -> dict[str, Any]:
    """What there is to choose from; of each the id and the name, and what the rules ask of it."""
    timeline = edition.timeline
    return {
        "format": FORMAT,
        "place": [_place(id, edition) for id in sorted(timeline.places)],
        "actor": [_actor(timeline.actors[id].record) for id in sorted(timeline.actors)],
        "storyline": [(id, timeline.storylines[id].record.title) for id in sorted(timeline.storylines)],
        "publisher": [(id, record.name) for id, record in sorted(timeline.publishers.by_id.items())],
        "language": language_choices(edition.language),
        "tag": tags(timeline.written_names["tags"]),
        "voice": voices(timeline),
        "places": names(timeline.places),
        "actors": names(timeline.actors),
        "article": [_article(timeline.reports[id], edition) for id in sorted(timeline.reports)],
        **linked(timeline),
    }


def _actor(record: Actor) -> tuple[str, str, list[str]]:
    """The id, the name, and other names."""
    return record.id, record.name, _others(record)


def _place(id: str, edition: Edition) -> tuple[str, str, str, str, list[str]]:
    """The id, the name, the zone of its clocks where one is stated, what it lies in, and other names."""
    places = edition.timeline.places
    ways = [places[place].record for place in edition.timeline.within(id)]
    zone = next((record.timezone for record in ways if record.timezone), "")
    within = edition.language.comma.join(record.name for record in ways[1:])
    return id, ways[0].name, zone, within, _others(ways[0])


def _others(record: Actor | Place) -> list[str]:
    """What a record is called in other languages."""
    return sorted({*record.names.values()} - {record.name})


def _article(report: ReportEntry, edition: Edition) -> tuple[str, str, str, str, int | None, str]:
    """The id, the title, whose voice, when it was published, as written and at the latest, and where."""
    record = report.record
    voice = record.origin or record.publisher
    identity = edition.timeline.publishers.identity(voice) if voice else ""
    return (
        report.id,
        report.title,
        identity,
        report.when.text,
        report.when.possible_latest,
        bare(record.url or ""),
    )


def _output(name: str, data: object) -> Output:
    return Output(f"{FORM_DATA}{name}", f"{compact(data)}\n", "application/json")
