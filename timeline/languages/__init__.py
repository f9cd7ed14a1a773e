"""The languages in which the site speaks: interface words and CLDR data."""

from timeline.languages.language import (
    ENGLISH,
    Language,
    UnknownLanguage,
    available,
    load_language,
    message,
)

__all__ = ["ENGLISH", "Language", "UnknownLanguage", "available", "load_language", "message"]
