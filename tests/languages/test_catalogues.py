"""Every catalogue says all that the interface says, and no more, with the right fields and plural forms."""

import functools
import gettext
import string
from importlib import resources

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from messages import Message, in_python, in_template, messages

from timeline.languages import available, load_language

CODES = [code for code in available() if code != "en"]


@functools.cache
def every() -> dict[Message, set[str]]:
    """Every message; looked for where the first test asks, for each test process has all tests and runs a part."""
    return messages()


def catalogue(code: str) -> Catalog:
    with resources.files("timeline.languages").joinpath(f"{code}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def entries(code: str) -> dict[Message, tuple[str, ...]]:
    """What a catalogue says for each message, form by form."""
    found = {}
    for entry in catalogue(code):
        if entry.id:
            text, plural = entry.id if entry.pluralizable else (entry.id, "")
            forms = entry.string if entry.pluralizable else (entry.string,)
            found[Message(text, plural, entry.context or "")] = tuple(forms)
    return found


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_lacks_no_message_and_has_none_that_nothing_says(code):
    there = set(entries(code))
    missing = [
        f"{message} in {', '.join(sorted(every()[message]))}" for message in sorted(set(every()) - there)
    ]
    unused = [str(message) for message in sorted(there - set(every()))]
    assert not missing, f"{code}.po lacks:\n" + "\n".join(missing)
    assert not unused, f"{code}.po has what nothing says:\n" + "\n".join(unused)


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_translated_in_every_plural_form_of_the_language(code):
    count = catalogue(code).num_plurals
    wanted = {message: count if message.plural else 1 for message in every()}
    assert [
        (message, forms)
        for message, forms in entries(code).items()
        if len([form for form in forms if form]) != wanted.get(message)
    ] == []
    assert not any(entry.fuzzy for entry in catalogue(code) if entry.id)


@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_fields_of_its_message(code):
    wrong = []
    for message, forms in entries(code).items():
        wanted = fields(message.text) | fields(message.plural)
        # A form that stands for one number, as the dual does, may say it as a word.
        spare = {"number"} if message.plural else set()
        wrong += [(message, form) for form in forms if not wanted - spare <= fields(form) <= wanted]
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_a_form_for_many_numbers_says_which(code):
    """Only a form that one number alone takes may leave the number out."""
    language = load_language(code)
    for message in every():
        if message.plural and "number" in fields(message.plural):
            spare = dict.fromkeys(fields(message.plural) - {"number"}, "x")
            said: dict[str, int] = {}
            for number in range(210):
                text = language.plural(message.text, message.plural, number, **spare)
                assert said.setdefault(text, number) == number, text


@pytest.mark.parametrize("code", CODES)
def test_the_plural_rule_is_cldrs(code):
    """Each of gettext's forms is one of CLDR's categories, and each category has one form."""
    rule = load_language(code).locale.plural_form
    form = gettext.c2py(catalogue(code).plural_expr)
    pairs = {(form(number), rule(number)) for number in range(1210)}
    assert len(pairs) == len({form for form, _ in pairs}) == len({name for _, name in pairs})
    assert len(pairs) == catalogue(code).num_plurals


def test_messages_are_found_however_they_are_asked_for():
    code = (
        "text, root = edition.language.text, '../'\n"
        "text('One')\n"
        "language.text('Two' if x else 'Three {n}', n=1)\n"
        "self.language.text_in('of a tree', 'Leaf')\n"
        "plural = edition.language.plural\n"
        "plural('{number} day', '{number} days', 3)\n"
        "TABLE = {1: message('Four')}\n"
        "other.text('no message'); says('none')\n"
    )
    assert set(in_python(code)) == {
        Message("One"), Message("Two"), Message("Three {n}"), Message("Leaf", context="of a tree"),
        Message("{number} day", "{number} days"), Message("Four"),
    }  # fmt: skip
    html = """{{ t('One') }}{% if n('Source', 'Sources', 2) %}{{ chronology.t("Two") }}{{ lang.t('no') }}{% endif %}"""
    assert set(in_template(html)) == {Message("One"), Message("Source", "Sources"), Message("Two")}
