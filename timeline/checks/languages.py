"""Languages that have the form of a tag and are none, such as the code of a country."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterator, Mapping
from typing import Any

from babel import Locale

from timeline.checks.check import Check, Finding
from timeline.merging import Owner, Timeline
from timeline.problems import Problem, Severity, Span
from timeline.records import Source

CODE = "unknown-language"
MEANT = {
    "ae": "ar", "al": "sq", "ara": "ar", "at": "de", "ba": "bs", "cn": "zh", "cz": "cs",
    "deu": "de", "dk": "da", "eg": "ar", "eng": "en", "fra": "fr", "fre": "fr", "gb": "en",
    "ger": "de", "gr": "el", "iq": "ar", "ir": "fa", "jp": "ja", "mx": "es", "per": "fa", "rus": "ru",
    "spa": "es", "sy": "ar", "ua": "uk", "us": "en",
}  # fmt: skip
"""The codes of countries, and longer ones, that are written for the languages spoken there."""


@functools.cache
def known_languages() -> Mapping[str, str]:
    """The languages of CLDR, by their codes."""
    return {code.lower(): name for code, name in Locale("en").languages.items()}


def run(timeline: Timeline) -> Iterator[Finding]:
    """Finds languages that CLDR does not know."""
    for entry in timeline.doubtful_events:
        if entry.record.language and not _fine(entry.record.language):
            yield from _of(entry.record.language, entry.span("language"), (entry,))
        for number, source in enumerate(entry.record.sources):
            if isinstance(source, Source) and source.language and not _fine(source.language):
                yield from _of(source.language, entry.span("sources", number, "language"), (entry,))
        for number, item in enumerate(entry.record.media):
            if item.language and not _fine(item.language):
                yield from _of(item.language, entry.span("media", number, "language"), (entry,))
    yield from _of_records(timeline)


def _of_records(timeline: Timeline) -> Iterator[Finding]:
    content = timeline.content
    for located in (*content.articles, *content.storylines, *content.publishers, *content.pages.values()):
        language = located.record.language  # type: ignore[attr-defined] # each of them has it
        if language and not _fine(language):
            yield from _of(language, located.places.of("language"), (located,))
    for located in (*content.places, *content.actors):
        record: Any = located.record
        for language in record.names:
            if not _fine(language):
                yield from _of(language, located.places.key("names", language), (located,))


@functools.lru_cache(maxsize=1000)
def _fine(language: str) -> bool:
    return language.partition("-")[0].lower() in known_languages()


def why_unknown(language: str) -> tuple[str, str] | None:
    """Why a tag is that of no language, and what to write; None where it is that of one."""
    if _fine(language):
        return None
    code = language.partition("-")[0].lower()
    # Of two letters, any third one makes the code of a language that nobody means.
    alike = difflib.get_close_matches(code, known_languages(), n=1, cutoff=0.8) if len(code) > 2 else ()
    near = MEANT.get(code) or next(iter(alike), "")
    hint = (
        f"did you mean {near}, {known_languages()[near]}?"
        if near
        else "write the language's own code, as in en, ar or ckb"
    )
    return f"'{language}' is the code of no language", hint


def _of(language: str, span: Span, about: tuple[Owner, ...]) -> Iterator[Finding]:
    if reason := why_unknown(language):
        yield Finding(Problem(CODE, Severity.WARNING, span, *reason), about)


CHECK = Check(CODE, Severity.WARNING, "A language is one that there is.", run)
