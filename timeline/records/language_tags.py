"""Tags of languages (BCP 47), and what was meant by a language's name."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from babel import Locale

from timeline.records.record import quoted, refuse

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LONGEST_LANGUAGE = 35  # RFC 5646, section 4.4.1


OWN_NAMES: Mapping[str, str] = {
    "ar": "العربية", "az": "azərbaycan", "be": "беларуская", "bg": "български", "bn": "বাংলা",
    "ca": "català", "ckb": "کوردیی ناوەندی", "cs": "čeština", "da": "dansk", "de": "Deutsch",
    "el": "Ελληνικά", "en": "English", "es": "español", "et": "eesti", "fa": "فارسی", "fi": "suomi",
    "fr": "français", "ga": "Gaeilge", "he": "עברית", "hi": "हिन्दी", "hr": "hrvatski", "hu": "magyar",
    "hy": "հայերեն", "id": "Indonesia", "it": "italiano", "ja": "日本語", "ka": "ქართული",
    "kk": "қазақ тілі", "ko": "한국어", "ku": "kurdî (kurmancî)", "lt": "lietuvių", "lv": "latviešu",
    "mk": "македонски", "mn": "монгол", "ms": "Melayu", "my": "မြန်မာ", "nb": "norsk bokmål",
    "ne": "नेपाली", "nl": "Nederlands", "pl": "polski", "ps": "پښتو", "pt": "português", "ro": "română",
    "ru": "русский", "sk": "slovenčina", "sl": "slovenščina", "so": "Soomaali", "sq": "shqip",
    "sr": "српски", "sv": "svenska", "sw": "Kiswahili", "ta": "தமிழ்", "th": "ไทย", "tr": "Türkçe",
    "uk": "українська", "ur": "اردو", "uz": "o‘zbek", "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
"""What languages call themselves. CLDR has it, in sixty files that take a second and 60 MB to read."""
_OF_A_COUNTRY = re.compile(r"(?<!\s)\s*\([^()]*\)$")


@functools.cache
def _codes_of_languages() -> Mapping[str, str]:
    """The tags of languages by their names, in English and in the language itself."""
    names: dict[str, str] = {}
    for code, name in Locale("en").languages.items():
        names.setdefault(name.casefold(), code)
    for code, name in OWN_NAMES.items():
        names.setdefault(name.casefold(), code)
    return names


def names_of_languages() -> Mapping[str, list[str]]:
    """The names in small letters of the languages that are known by their own names, by their tags."""
    return {
        code: [name for name, other in _codes_of_languages().items() if other == code] for code in OWN_NAMES
    }


def _as_tag(value: str) -> str:
    """The tag that a locale of POSIX means, as ``en_GB.UTF-8`` means en-GB; empty where it means none."""
    tag = value.strip().partition(".")[0].replace("_", "-")
    return tag if LANGUAGE.fullmatch(tag) and len(tag) <= LONGEST_LANGUAGE else ""


def check_language(value: str) -> str:
    """Checks that a text has the form of a BCP 47 tag.

    Raises:
        PydanticCustomError: It has not; the error has a code, a message and a hint.
    """
    if not LANGUAGE.fullmatch(value) or len(value) > LONGEST_LANGUAGE:
        name = _OF_A_COUNTRY.sub("", value.strip()).casefold()
        code = _codes_of_languages().get(name, "") or _as_tag(value)
        hint = f"write {code}" if code else "write a BCP 47 tag, as in en or ar"
        raise refuse("bad-language", f"{quoted(value)} is not a language tag", hint)
    return value
