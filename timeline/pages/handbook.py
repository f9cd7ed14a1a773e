"""The handbook's page of codes: every message that ``timeline check`` can give, and how to write it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.pages.document import Document
from timeline.pages.edition import Edition
from timeline.problems.codes import Code, catalogue

PATH = "codes/"
_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class ExampleView:
    """One example: what it is, and its lines."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class CodeView:
    """One code."""

    anchor: str
    code: str
    severity: str
    rule: str
    examples: tuple[ExampleView, ...]


@dataclass(frozen=True, slots=True)
class CodesView:
    """What the template of the page is given."""

    title: str
    lead: str
    lang: str
    dir: str
    codes: tuple[CodeView, ...]


def documents(edition: Edition) -> Iterator[Document]:
    """The page; it is in English, as the messages are."""
    title = "What timeline check says"
    lead = "Every code of a message, what it means, and an example that is wrong and one that is right."
    lang, direction = edition.foreign(_LANGUAGE)
    view = CodesView(title, lead, lang, direction, tuple(map(_view, catalogue().values())))
    yield Document(PATH, "handbook", title, lead, edition.render("codes.html", view), language=lang)


def _view(code: Code) -> CodeView:
    examples = tuple(
        ExampleView(f"{word}, in {code.file}", text.strip("\n"))
        for word, text in (("Wrong", code.wrong), ("Right", code.right))
        if text
    )
    return CodeView(f"code-{code.code}", code.code, code.severity.word, code.rule, examples)
