"""Questions to the person at the terminal, each answer tried by the model before the next one is asked."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import get_type_hints

import click
from pydantic import TypeAdapter, ValidationError

from timeline.records import ID_PATTERN, Record, slug

_WORDS_IN_ID = 6
_LONGEST_PROPOSAL = 50
Try = Callable[[str], str]
"""Takes an answer and returns why it cannot stand; nothing where it can."""


def is_person_there() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def try_field(model: type[Record], field: str) -> Try:
    """Tries answers by what the model says of a field."""
    adapter = TypeAdapter(get_type_hints(model, include_extras=True)[field])

    def why_not(answer: str) -> str:
        try:
            adapter.validate_python(answer)
        except ValidationError as error:
            context: Mapping[str, str] = error.errors(include_url=False)[0].get("ctx", {})
            words = [context.get("message", "this does not fit here"), context.get("hint", "")]
            return "; ".join(filter(None, words))
        return ""

    return why_not


def try_id(taken: Collection[str]) -> Try:
    """Tries ids for a new record."""

    def why_not(answer: str) -> str:
        if not ID_PATTERN.fullmatch(answer):
            return "an id has small letters a-z, digits, and single hyphens between them"
        return f"'{answer}' is taken" if answer in taken else ""

    return why_not


def answer(
    question: str, why_not: Try, given: str | None, *, default: str = "", needed: bool = False,
    option: str = "",
) -> str:  # fmt: skip
    """A value that was given as an option, or that is asked for where a person is there.

    Args:
        question: What to ask.
        why_not: Tries an answer.
        given: The option's value; None where it was left out.
        default: What Enter takes; without it, Enter leaves a value out that is not needed.
        needed: Whether there must be a value.
        option: The option that gives it, to be named where it is missing.

    Raises:
        ClickException: There is no value, and nobody to ask, or the one that was given cannot stand.
    """
    if given is not None:
        given = _bare(given)
        reason = why_not(given)
        if reason:
            raise click.ClickException(f"{_name(question)}: {reason}")
        return given
    if not is_person_there():
        if needed and not default:
            advice = f"; give it with {option}" if option else ""
            raise click.ClickException(
                f"{_name(question)}: none is given, and there is nobody to ask{advice}"
            )
        return default
    while True:
        text: str = click.prompt(
            question if needed or default else f"{question} (Enter for none)", default=default,
            show_default=bool(default), err=True,
        )  # fmt: skip
        text = _bare(text)
        if not text and not needed:
            return ""
        reason = why_not(text) if text else "there must be one"
        if not reason:
            return text
        click.echo(f"  {reason}", err=True)


def _bare(text: str) -> str:
    """A choice of dates has quotes in YAML, and hints show it so; here they are no part of it."""
    return re.sub(r"^'(\[.*\])'$", r"\1", text.strip())


def _name(question: str) -> str:
    return question.split(" (", maxsplit=1)[0].lower()


def propose_id(title: str, taken: Collection[str], instead: str) -> str:
    """An id made of a title's first words, that no other record has.

    Args:
        title: The title or name.
        taken: The ids that there are.
        instead: What to take where the title has no plain letters.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().replace("'", "")
    words = slug(plain).split("-")[:_WORDS_IN_ID]
    while len("-".join(words)) > _LONGEST_PROPOSAL and len(words) > 1:
        words.pop()
    base = "-".join(words) or slug(instead)
    return next(
        id for n in range(1, len(taken) + 2) if (id := base if n == 1 else f"{base}-{n}") not in taken
    )
