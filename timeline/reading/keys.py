"""Keys that a record does not have: what was meant, in the words of who wrote it.

Most unknown keys are a slip of the hand, the word of another tool, a key of another record, or a wish to
steer the theme from a page. Each of these has an answer of its own.
"""

from __future__ import annotations

import difflib
import functools

from pydantic import BaseModel

from timeline.problems import Problem, Severity, Span
from timeline.reading.synonyms import ADVICE, SYNONYMS
from timeline.records import (
    Account,
    Actor,
    Article,
    Correction,
    DeadLink,
    Event,
    Figure,
    Kind,
    Media,
    Page,
    Place,
    Publisher,
    Retraction,
    Silence,
    Source,
    StatusWords,
    Storyline,
    Vocabulary,
)

NOUNS: dict[type[BaseModel], str] = {
    Account: "an account",
    Actor: "an actor",
    Article: "an article",
    Correction: "a correction",
    DeadLink: "a dead link",
    Event: "an event",
    Figure: "a figure",
    Kind: "a kind",
    Media: "a media item",
    Page: "a page",
    Place: "a place",
    Publisher: "a publisher",
    Retraction: "a retraction",
    Silence: "a silence",
    Source: "a source",
    StatusWords: "the words for a status",
    Storyline: "a storyline",
    Vocabulary: "the vocabulary",
}
"""What each kind of record is called in a sentence."""

# The record that a key leads to, for naming it and for the keys it allows.
_INNER: dict[str, type[BaseModel]] = {
    "accounts": Account,
    "corrections": Correction,
    "events": Event,
    "figure": Figure,
    "figures": Figure,
    "kinds": Kind,
    "media": Media,
    "retracted": Retraction,
    "silence": Silence,
    "source": Source,
    "sources": Source,
    "statuses": StatusWords,
}

_OF_EVENTS = frozenset({"title", "date", "sources"})
"""What an event must have once all that is said of it is put together."""
_REQUIRED = frozenset(
    name for model in NOUNS for name, key in model.model_fields.items() if key.is_required()
)
_LEFT_OUT = frozenset(
    name for model in NOUNS for name, key in model.model_fields.items() if not key.is_required()
)

_THEMES = frozenset({
    "canonical", "comments", "draft", "exclude", "hide", "icon", "image", "nav", "permalink", "robots",
    "search", "slug", "social", "status", "subtitle", "template",
})  # fmt: skip
"""Keys with which front matter steers MkDocs, Material or their plugins."""
_DOCUMENTS = (Article, Page, Storyline)


def instead_of_nothing(key: str) -> str:
    """What to do about a key without a value, or, where the key is empty, about such an item of a list."""
    if not key:
        return "write one, or take the item out"
    if key in _OF_EVENTS or (key in _REQUIRED and key not in _LEFT_OUT):
        return "write one: it must be there"
    if key in _REQUIRED:
        return "write one; in a record that need not have it, leave the key out"
    return "write one, or leave the key out"


def model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """The kind of record that stands at a path inside a record."""
    for step in path:
        if isinstance(step, str) and step in _INNER and step in model.model_fields:
            model = _INNER[step]
    return model


@functools.lru_cache(maxsize=1024)
def meant_by(model: type[BaseModel], key: str) -> str:
    """The key that was probably meant by one that a record does not have; or an empty text."""
    allowed = _allowed(model)
    plain = key.strip().lower().replace("-", "_").replace(" ", "_")
    if plain in allowed:
        return plain
    synonym = next((name for name in SYNONYMS.get(plain, ()) if name in allowed), "")
    near = difflib.get_close_matches(plain, allowed, n=1, cutoff=0.7)
    return synonym or (near[0] if near else "")


def unknown_key(model: type[BaseModel], key: str, span: Span) -> Problem:
    """What to say of a key that a record does not have."""
    noun = NOUNS.get(model, "this")
    message = f"{noun} has no key '{key}'"
    near = (Article, Event) if model in _DOCUMENTS else (Source, Event, Place, Article, Account, Figure)
    owner = next((m for m in near if key in m.model_fields), None)
    if advice := ADVICE.get((model, key.lower())):
        hint = advice
    elif key == "body" and model in _DOCUMENTS:
        hint = "write the text below the front matter"
    elif key in _THEMES and model in _DOCUMENTS:
        message = f"{noun} cannot steer the theme: '{key}' has no effect here"
        hint = "delete it; what holds for the whole site stands in mkdocs.yml"
    elif meant := meant_by(model, key):
        hint = f"did you mean '{meant}'?"
    elif owner is not None:
        hint = f"'{key}' is a key of {NOUNS[owner]}"
    else:
        hint = f"the keys are: {', '.join(_allowed(model))}"
    return Problem("unknown-key", Severity.ERROR, span, message, hint)


def _allowed(model: type[BaseModel]) -> list[str]:
    """The keys that an editor may write; a document's body stands below its front matter."""
    return [name for name in model.model_fields if not (name == "body" and model in _DOCUMENTS)]
