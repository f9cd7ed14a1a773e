"""The handbook's page of keys: what each record may hold, made of the models that read it.

The meaning of a key is the docstring below it, so the page, the schemas and the help in an editor's program
say the same, and a key that is added stands here at once.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape
from pydantic.fields import FieldInfo

from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.pages.field_examples import EXAMPLES
from timeline.records import (
    Account,
    Actor,
    Article,
    Correction,
    DeadLink,
    Event,
    Figure,
    Media,
    Place,
    PlacePrecision,
    Publisher,
    Record,
    Retraction,
    Silence,
    Source,
    Status,
    Storyline,
)
from timeline.records.docstrings import meaning_of_class

PATH = "fields/"
_LANGUAGE = "en"
_LITERAL = re.compile(r"``(.+?)``")
# The records in the order in which an editor meets them, what each is called, and where it is written.
RECORDS: tuple[tuple[type[Record], str, str], ...] = (
    (Event, "An event", "an item of a list in content/events/"),
    (Source, "A source written in place", "an item of an event's sources"),
    (Account, "An account", "an item of an event's accounts"),
    (Figure, "A figure", "an item of an event's figures, or the figure of an account"),
    (Media, "A media file", "an item of an event's media"),
    (Correction, "A correction", "an item of an event's corrections"),
    (Retraction, "A retraction", "an event's retracted"),
    (Silence, "A silence", "an item of a record's silence"),
    (Article, "An article", "the front matter of a file in content/articles/"),
    (Storyline, "A storyline", "the front matter of a file in content/storylines/"),
    (Place, "A place", "an item of the list in content/places.yaml"),
    (Actor, "An actor", "an item of the list in content/actors.yaml"),
    (Publisher, "A publisher", "an item of the list in content/publishers.yaml"),
    (DeadLink, "A dead link", "an item of the list in content/links.yaml"),
)
# What stands for a file that is left out, or what some file of an event must give.
_MERGED = {(Event, "date"), (Event, "title"), (Event, "sources")}
_FROM_FILE = {(Article, "id"), (Storyline, "id")}
_CHOICES = {(Event, "status"): tuple(Status), (Place, "precision"): tuple(PlacePrecision)}
# What each alias of timeline.records.scalars, and each record, is in words: one, and several.
_FORMS = {
    "Names": ("names by language", ""),
    "SourceRef": ("", "a list of articles' ids and sources written in place"),
    "CitedSource": (
        "the id of an article, the title or address of one of the event's sources, or a source in place",
        "",
    ),
    "EventRef": ("", "a list of events' ids and events declared in place"),
    "Account": ("an account", "a list of accounts"),
    "Figure": ("a figure", "a list of figures"),
    "Media": ("a media file", "a list of media files"),
    "Correction": ("a correction", "a list of corrections"),
    "Retraction": ("a retraction", ""),
    "Silence": ("a silence", "a list of silences"),
    "OneOrMoreIds": ("an id, or a list of ids", ""),
    "OwnId": ("an id: small letters, digits and single hyphens, at most 80 characters", ""),
    "Id": ("an id", "a list of ids"),
    "Title": ("one line, at most 300 characters", ""),
    "Line": ("one line, at most 1,000 characters", "a list of lines"),
    "Prose": ("a text, in Markdown", ""),
    "Url": ("a whole address, from http:// or https:// on", ""),
    "LanguageTag": ("a language, as in en or ar (BCP 47)", ""),
    "DateText": ("a date, as exactly as it is known (EDTF)", ""),
    "TimeText": ("a time of day, or a part of the day", ""),
    "ZoneText": ("a time zone: an IANA name, an offset, or unknown", ""),
    "CalendarDay": ("one day, as in 2020-01-04", ""),
    "MediaFile": ("the path of a file inside content/media", ""),
    "Number": ("a number, with a point for a fraction", ""),
    "Boolean": ("true or false", ""),
    "Latitude": ("a number from -90 to 90, together with longitude", ""),
    "Longitude": ("a number from -180 to 180, together with latitude", ""),
}


@dataclass(frozen=True, slots=True)
class FieldView:
    """One key."""

    anchor: str
    key: str
    required: str
    form: str
    meaning: Markup
    example: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """One kind of record, with its keys."""

    anchor: str
    name: str
    where: str
    meaning: Markup
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class FieldsView:
    """What the template of the page is given."""

    title: str
    lead: str
    records: tuple[RecordView, ...]


def documents(edition: Edition) -> Iterator[Document]:
    """The page; it is in English, as the messages are."""
    title = "Every key"
    lead = "What each record may hold: its keys, their form and meaning, and an example of each."
    view = FieldsView(title, lead, tuple(_record(*row) for row in RECORDS))
    lang, _ = edition.foreign(_LANGUAGE)
    yield Document(PATH, "fields", title, lead, edition.render("fields.html", view), language=lang)


def _record(model: type[Record], name: str, where: str) -> RecordView:
    documents = model in {Article, Storyline}
    fields = tuple(
        _field(model, key, info)
        for key, info in model.model_fields.items()
        if not (documents and key == "body")
    )
    return RecordView(
        f"fields-{model.__name__.lower()}", name, where, _words(meaning_of_class(model)), fields
    )


def _field(model: type[Record], key: str, info: FieldInfo) -> FieldView:
    required, meaning = _required(model, key, info), _words(info.description)
    return FieldView(
        anchor_of(model, key), key, required, _form(model, key), meaning, EXAMPLES[model.__name__][key]
    )


def anchor_of(model: type[Record], key: str) -> str:
    """Where on the page a key is told of."""
    return f"fields-{model.__name__.lower()}-{key}"


def _required(model: type[Record], key: str, info: FieldInfo) -> str:
    if (model, key) in _MERGED:
        return "required, here or in an article that declares the event"
    if (model, key) in _FROM_FILE:
        return "the file's name where it is left out"
    return "required" if info.is_required() else ""


def _form(model: type[Record], key: str) -> str:
    """What may stand under a key, in words."""
    if (model, key) in _CHOICES:
        return f"One of {', '.join(_CHOICES[model, key])}"
    hint = inspect.get_annotations(model)[key]
    for alias, (one, several) in _FORMS.items():
        if re.search(rf"\b{alias}\b", hint):
            form = several if "tuple[" in hint else one
            return form[0].upper() + form[1:]
    message = f"timeline.pages.fields says nothing of {hint}, the form of {model.__name__}.{key}"
    raise TypeError(message)


def _words(docstring: str | None) -> Markup:
    """A docstring as a paragraph, its literals as code."""
    text = str(escape(" ".join((docstring or "").split())))
    return Markup(_LITERAL.sub(r"<code>\1</code>", text))  # noqa: S704 # escaped above
