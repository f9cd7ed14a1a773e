"""What the form for a new event knows of languages: their codes, mistakes for one, weekdays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel.localedata import locale_identifiers

from timeline.checks.languages import CODE, MEANT, known_languages
from timeline.checks.titles import month_names
from timeline.checks.weekdays import names_of, pattern_of
from timeline.languages import Language, message
from timeline.outputs.form_patterns import Pattern, browser_pattern
from timeline.records.language_tags import names_of_languages

_NO_LANGUAGE = message("'{text}' is the code of no language")
_OWN_CODE = message("write the language's own code, as in en, ar or ckb")
_NO_TAG = message("{value} is not a language tag")
_TAGS: Mapping[str, tuple[str, str]] = {
    "bad-language": (_NO_TAG, message("write a BCP 47 tag, as in en or ar")),
    "language-named": (_NO_TAG, message("write {put}")),
    "language-as-locale": (_NO_TAG, message("write {language}-{country}")),
}
_MEANT = message("did you mean {near}?")
LANGUAGE_MESSAGES: Mapping[str, tuple[str, str]] = {
    **_TAGS,
    "unknown-language": (_NO_LANGUAGE, _OWN_CODE),
    **{
        f"language-{near}": (_NO_LANGUAGE, f"did you mean {near}, {known_languages()[near]}?")
        for near in MEANT.values()
    },
}
"""What is said of them, by the name of the mistake: the message and the hint."""


def language_messages(language: Language) -> dict[str, tuple[str, str]]:
    """The same in a language; what was meant is given by its code, which every language writes alike."""
    unknown = (language.text(_NO_LANGUAGE), language.text(_OWN_CODE))
    meant = {code: language.text(_MEANT, near=code) for code in MEANT.values()}
    tags = {name: (language.text(said), language.text(hint)) for name, (said, hint) in _TAGS.items()}
    near = {f"language-{code}": (unknown[0], hint) for code, hint in meant.items()}
    return tags | {"unknown-language": unknown} | near


def named_languages() -> Iterator[Pattern]:
    """Languages by their names, in English and their own, with the tag that is meant."""
    for code, names in names_of_languages().items():
        named = "|".join(sorted(name for name in names if "(" not in name))
        shape = rf"^(?:{named})(?: *\([^()]*\))?$"
        yield Pattern("language-named", "bad-language", ("language",), shape, "iu", put=code)


def language_patterns() -> Iterator[Pattern]:
    """Codes that have the form of a language's and are none."""
    keys, end = ("language",), "(?:-|$)"
    for near in sorted({*MEANT.values()}):
        codes = "|".join(code for code, meant in MEANT.items() if meant == near)
        yield Pattern(f"language-{near}", CODE, keys, f"^(?:{codes}){end}", "iu")
    others = "|".join(sorted({*known_languages(), *MEANT}))
    yield Pattern("unknown-language", CODE, keys, f"^(?!(?:{others}){end})", "iu")


def language_choices(language: Language) -> list[tuple[str, str]]:
    """The languages that CLDR has more of than a name: of each the code, and what it is called."""
    names = {**known_languages(), **language.locale.languages}
    codes = {code.partition("_")[0] for code in locale_identifiers()}
    return [(code, names[code]) for code in sorted(codes & {*names})]


def weekdays(language: str) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """How a site's language, and English, write a weekday with a date, and what months and days are called.

    The names of months are patterns. The first weekday is Sunday, as a browser counts them.
    """
    for code in dict.fromkeys((language, "en")):
        months = [browser_pattern(month_names(code, month) or "(?!)") for month in range(1, 13)]
        names = names_of(code) or names_of("en")
        yield code, browser_pattern(pattern_of(code).pattern), months, [names[-1], *names[:-1]]
