"""Tags of languages (BCP 47), and what was meant by a language's name."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from babel import Locale

from timeline.records.record import quoted, refuse

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LONGEST_LANGUAGE = 35  # RFC 5646, section 4.4.1


@functools.cache
def _codes_of_languages() -> Mapping[str, str]:
    """The tags of languages by their names, in English and in the language itself."""
    names: dict[str, str] = {}
    for code, name in Locale("en").languages.items():
        names.setdefault(name.casefold(), code)
    for code in ("ar", "ckb", "de", "es", "fa", "fr", "he", "it", "ku", "pt", "ru", "tr"):
        names.setdefault((Locale(code).get_language_name(code) or "").casefold(), code)
    return names


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
        code = _codes_of_languages().get(value.strip().casefold(), "") or _as_tag(value)
        hint = f"write {code}" if code else "write a BCP 47 tag, as in en or ar"
        raise refuse("bad-language", f"{quoted(value)} is not a language tag", hint)
    return value
