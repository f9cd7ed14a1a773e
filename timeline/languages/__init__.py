"""The languages in which the site speaks: interface words and CLDR data."""

from timeline.languages.language import Language, UnknownLanguage, available, load_language, message

__all__ = ["Language", "UnknownLanguage", "available", "load_language", "message"]
