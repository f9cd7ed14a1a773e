"""Questions to the person at the terminal, each answer tried by the model before the next one is asked."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, get_type_hints

import click
from pydantic import TypeAdapter, ValidationError

from timeline.checks.languages import why_unknown
from timeline.cli.line_editing import Ends
from timeline.cli.meaning import meaning_of
from timeline.cli.terminal import Unreadable, tell, typed
from timeline.cli.wording import said
from timeline.reading.text import FORBIDDEN, forbidden_character
from timeline.records import ID_PATTERN, Record, explain, slug

_WORDS_IN_ID = 6
_LEADING_ON = re.compile(r"(?:-(?:a|an|and|as|at|by|for|from|in|into|near|of|on|or|the|to|with))+$")
"""English words with which no name ends: what they lead on to was cut off."""
_LONGEST_PROPOSAL = 50
_NOTHING = frozenset({"", "none", "n/a", "na", "unknown", "not known", "-", "--"})
"""What people type who have no answer."""
Try = Callable[[str], str]
"""Takes an answer and returns why it cannot stand; nothing where it can."""


def is_person_there() -> bool:
    """Whether somebody can be asked."""
    # A program that starts others may close what they read from; Python then has nothing there.
    return bool(sys.stdin and sys.stdin.isatty())


def try_field(model: type[Record], field: str, also: Try | None = None) -> Try:
    """Tries answers by what the model says of a field, and then by what else is known."""
    adapter = TypeAdapter(get_type_hints(model, include_extras=True)[field])

    return _Field(model, field, adapter, also)


@dataclass(frozen=True)
class _Field:
    """A key of a record, which answers are tried by."""

    model: type[Record]
    key: str
    adapter: TypeAdapter[Any]
    also: Try | None

    def __call__(self, answer: str) -> str:
        """Why an answer cannot stand; nothing where it can."""
        try:
            self.adapter.validate_python(answer)
        except ValidationError as error:
            context: Mapping[str, Any] = error.errors(include_url=False)[0].get("ctx", {})
            if "message" not in context:
                context = explain(context, answer)
            return "; ".join(filter(None, (context["message"], context["hint"])))
        return self.also(answer) if self.also else ""

    @property
    def help(self) -> str:
        """What the handbook says of the key, with its example."""
        return meaning_of(self.model, self.key)


def try_language(model: type[Record]) -> Try:
    """Tries languages: a code that no language has, as a country's, is asked about."""

    def doubtful(tag: str) -> str:
        reason = why_unknown(tag)
        if reason is None or not is_person_there() or agreed(f"  {reason[0]}; {reason[1]} Keep it?"):
            return ""
        return "write its code, as in en, ar or ckb, or Enter for none"

    return try_field(model, "language", doubtful)


def try_id(taken: Collection[str]) -> Try:
    """Tries ids for a new record."""

    def why_not(answer: str) -> str:
        if not ID_PATTERN.fullmatch(answer):
            return "an id has small letters a-z, digits, and single hyphens between them"
        return f"'{answer}' is taken" if answer in taken else ""

    return why_not


def answer(
    question: str, why_not: Try, given: str | None, *, default: str = "", needed: bool = False,
    option: str = "", choices: str = "", help: str = "", ends: Ends | None = None,
) -> str:  # fmt: skip
    """A value that was given as an option, or that is asked for where a person is there.

    One that was given and cannot stand is asked for again: what was answered before it is not lost.

    Args:
        question: What to ask.
        why_not: Tries an answer.
        given: The option's value; None where it was left out.
        default: What Enter takes; without it, Enter leaves a value out that is not needed.
        needed: Whether there must be a value.
        option: The option that gives it, to be named where it is missing.
        choices: What there is to choose from, shown with the question.
        help: What ``?`` is answered with, where that is not what the handbook says of the key.
        ends: What Tab completes.

    Raises:
        ClickException: There is no value, or the one that was given cannot stand, and nobody is there to ask.
    """
    if given is not None:
        given = _bare(given)
        reason = why_not(given)
        if not reason:
            return given
        if not is_person_there():
            raise click.ClickException(f"{_name(question)}: {reason}")
        tell(f"  {_name(question)} '{said(given)}': {reason}")
    if not is_person_there():
        if needed and not default:
            advice = f"; give it with {option}" if option else ""
            raise click.ClickException(
                f"{_name(question)}: none is given, and there is nobody to ask{advice}"
            )
        return default
    asked = question if needed or default else f"{question} (Enter for none)"
    if choices:
        shown = f" [{choices}]"
        asked += shown if os.environ.get("NO_COLOR") else click.style(shown, dim=True)
    help = help or getattr(why_not, "help", "a text of your own")
    return _asked(asked, why_not, default, help, ends, needed=needed)


def _asked(question: str, why_not: Try, default: str, help: str, ends: Ends | None, *, needed: bool) -> str:
    """Asks until an answer can stand."""
    while True:
        text = _bare(_typed(question, default, ends)) or default
        if text == "?":
            tell("\n".join(f"  {line}" for line in help.split("\n")))
            continue
        is_none = text.casefold() in _NOTHING
        if is_none and not needed:
            if text:
                tell("  left out")
            return ""
        reason = _hidden_in(text) or (why_not(text) if text else "")
        if not reason and is_none:
            reason = "there must be one; ? says what is meant"
        if not reason:
            return text
        tell(f"  {reason}")


def _typed(question: str, default: str, ends: Ends | None = None) -> str:
    """One answer; lines that were pasted together are one, and answer no question behind it."""
    while True:
        try:
            lines = typed(question, default, ends)
        except Unreadable as error:
            tell(f"  {error}")
            continue
        if len(lines) > 1:
            tell(f"  {len(lines)} lines came at once and are taken as one")
        return " ".join(" ".join(lines).split())


def _hidden_in(text: str) -> str:
    """What nobody sees in an answer, such as what an arrow key leaves there; else nothing."""
    found = FORBIDDEN.search(text)
    return f"{forbidden_character(found[0])[1]}; type it again" if found else ""


def _bare(text: str) -> str:
    """A choice of dates has quotes in YAML, and hints show it so; here they are no part of it."""
    return re.sub(r"^'(\[.*\])'$", r"\1", text.strip())


def _name(question: str) -> str:
    return question.split(" (", maxsplit=1)[0].lower()


def agreed(question: str) -> bool:
    """Whether somebody says yes; who stops there has nothing written."""
    while True:
        said = _typed(f"{question} [y/N]", "").casefold()
        if said in {"", "n", "no", "y", "yes"}:
            return said.startswith("y")
        tell("  y is yes; n or Enter is no")


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
    base = _LEADING_ON.sub("", "-".join(words))
    if not any(map(str.isalpha, base)):
        base = slug(instead) or base  # numbers alone say nothing
    return next(
        id for n in range(1, len(taken) + 2) if (id := base if n == 1 else f"{base}-{n}") not in taken
    )
