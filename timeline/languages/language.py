"""The interface's words in one language, and CLDR's data for it.

English is what stands in the code; every other language is one gettext catalogue beside this module
(``ar.po``), read as it is, so that a new language is one file and nothing has to be compiled. The
catalogues are part of the package, so reading one is not reading the editor's files.
"""

from __future__ import annotations

import functools
import gettext
import re
from collections.abc import Iterable
from functools import cached_property
from importlib import resources

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ENGLISH = "en"

# CLDR's plain 'en' is the United States'; 'en_001' is world English, which writes 4 January 2020.
_LOCALES = {"en": "en_001"}


# Letters that run from right to left, and, of the rest, all that have a direction of their own.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
_LEFT_TO_RIGHT = re.compile(
    "[^\\W\\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
# Unicode's 'first strong isolate' and its end (UAX 9): what HTML's bdi element is, for plain text.
_ISOLATE, _END = "\u2068", "\u2069"


def message(text: str) -> str:
    """Marks a message that stands in a table, so that the catalogues' test finds it; returns it as it is."""
    return text


class UnknownLanguage(ValueError):
    """No catalogue, or no CLDR data, is there for the language that a site asks for."""


class Language:
    """One language of the interface.

    Attributes:
        code: The BCP 47 tag, as it stands in HTML's ``lang``: ``en``, ``ar``, ``en-US``.
    """

    def __init__(self, code: str, locale: str, catalog: Catalog | None) -> None:
        self.code = code
        self._locale = locale
        self._catalog = catalog
        self._plural = gettext.c2py(catalog.plural_expr) if catalog is not None else None

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    @cached_property
    def locale(self) -> Locale:
        """CLDR's data, through babel; a check needs none of it."""
        return Locale.parse(self._locale)

    @cached_property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"

    @cached_property
    def _other_way(self) -> re.Pattern[str]:
        return _LEFT_TO_RIGHT if self.direction == "rtl" else _RIGHT_TO_LEFT

    def text(self, message: str, /, **values: object) -> str:
        """A message in this language, its ``{name}`` fields filled in.

        Args:
            message: The English text, which is also the key of the catalogues.
            **values: What the fields stand for.
        """
        return self._filled(self._translated(message, None), values)

    def text_in(self, context: str, message: str, /, **values: object) -> str:
        """As ``text``, for a word that other languages render differently by context."""
        return self._filled(self._translated(message, context), values)

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """A message that counts, in the plural form the language has for ``number``.

        ``{number}`` stands for the number itself.
        """
        values = {"number": number, **values}
        if self._catalog is not None and self._plural is not None:
            found = self._catalog.get(one)
            if found is not None and isinstance(found.string, (tuple, list)):
                index = self._plural(number)
                if index < len(found.string) and found.string[index]:
                    return self._filled(found.string[index], values)
        return self._filled(one if number == 1 else many, values)

    def listed(self, words: Iterable[str]) -> str:
        """Words one after the other, as a line of facts has them: '3 events, 2 reports'."""
        return self.comma.join(map(self._apart, words))

    @property
    def comma(self) -> str:
        """What stands between two words of a list, with its space."""
        return self.text_in("between two of a list", ", ")

    def runs_other_way(self, words: str) -> bool:
        """Whether there are letters in the words that run against this language's direction."""
        return self._other_way.search(words) is not None

    def is_written_other_way(self, words: str) -> bool:
        """Whether most letters of the words run against this language's direction."""
        against = len(self._other_way.findall(words))
        return against > sum(map(str.isalpha, words)) / 2

    def _translated(self, message: str, context: str | None) -> str:
        if self._catalog is not None:
            found = self._catalog.get(message, context)
            if found is not None and isinstance(found.string, str) and found.string:
                return found.string
        return message

    def _filled(self, text: str, values: dict[str, object]) -> str:
        if not values:
            return text
        return text.format(**{
            name: self._apart(value) if isinstance(value, str) else value for name, value in values.items()
        })  # fmt: skip

    def _apart(self, words: str) -> str:
        """Keeps words that run the other way from disordering the phrase around them."""
        return f"{_ISOLATE}{words}{_END}" if self.runs_other_way(words) else words


def available() -> list[str]:
    """The codes of the languages that have a catalogue, English first."""
    files = resources.files("timeline.languages").iterdir()
    return [ENGLISH, *sorted(f.name.removesuffix(".po") for f in files if f.name.endswith(".po"))]


@functools.cache
def load_language(code: str) -> Language:
    """Loads a language.

    Args:
        code: A BCP 47 tag such as ``en``, ``en-US`` or ``ar``. Where no catalogue has the whole tag,
            the one for its language alone serves.

    Raises:
        UnknownLanguage: There is no catalogue, or CLDR does not know the tag.
    """
    tag = code.replace("_", "-")
    base = tag.split("-")[0].lower()
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
        raise UnknownLanguage(f"'{code}' is not a language tag such as en or ar")
    locale = _LOCALES.get(tag, "")
    if not locale:
        try:
            locale = str(Locale.parse(tag.replace("-", "_")))
        except (ValueError, UnknownLocaleError) as error:
            raise UnknownLanguage(f"CLDR has no data for the language '{code}'") from error
    if base == ENGLISH:
        return Language(tag, locale, None)
    for name in (tag, base):
        catalogue = resources.files("timeline.languages").joinpath(f"{name}.po")
        if catalogue.is_file():
            with catalogue.open("rb") as file:
                return Language(tag, locale, read_po(file, locale=locale))
    raise UnknownLanguage(
        f"there is no catalogue for the language '{code}': {', '.join(available())} are there"
    )
