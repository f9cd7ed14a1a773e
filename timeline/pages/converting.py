"""What keeps python-markdown's work in proportion to a text, whatever stands in it.

For a bracket that is never closed it looks through the rest of the paragraph, once for each; it writes an
address that is defined once wherever its name stands; and it takes what stands before and behind a heading
apart by copying all that follows. The reader's limits name what
is too much; here the rest is made harmless, so that a text of a thousand marks costs a thousand times one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor
from markdown.inlinepatterns import LinkInlineProcessor, ReferenceInlineProcessor
from markdown.preprocessors import Preprocessor

from timeline.pages.code_spans import CodeSpans

_FUEL = 100_000
_FUEL_EACH = 50
_WRITTEN = 5
"""What a character that is written out costs, beside one that is looked at."""
_RULE = re.compile(r" {0,3}(?:=+|-+|(?:\* {0,2}){3,}|(?:- {0,2}){3,}|(?:_ {0,2}){3,})[ \t]*")
_QUOTED = re.compile(r"[ >]*(?=#)")
_FOOTNOTE = r"\[\^([^\[\]\n]{1,200})\]"
_DEFINITION = re.compile(r" {0,3}:[ \t]")


class Anchors:
    """Names headings, with a number where a name is taken.

    Args:
        name: Gives the name of a heading that has these words.
    """

    def __init__(self, name: Callable[[str], str]) -> None:
        self._name = name
        self._taken: Counter[str] = Counter()

    def forget(self) -> None:
        """Begins a new text."""
        self._taken.clear()

    def __call__(self, text: str, separator: str) -> str:
        """The anchor of one heading.

        Args:
            text: Its words.
            separator: What python-markdown would put between them.
        """
        del separator
        name = self._name(text)
        self._taken[name] += 1
        count = self._taken[name]
        return name if count == 1 else f"{name}_{count - 1}"


class Bounded(Extension):
    """Rations how far the converter looks ahead and what its links write, and keeps its blocks small."""

    def __init__(self) -> None:
        super().__init__()
        self._fuel = 0

    def refill(self, length: int) -> None:
        """Begins a text of some length."""
        self._fuel = _FUEL + _FUEL_EACH * length

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (python-markdown's name)
        """Puts the rations before everything that reads brackets."""
        md.preprocessors.register(_Apart(md), "chronology-apart", 15)
        md.inlinePatterns.register(CodeSpans(), "backtick", 190)
        for pattern in md.inlinePatterns:
            if isinstance(pattern, LinkInlineProcessor):
                pattern.getText = self._text(pattern.getText)  # type: ignore[assignment, method-assign]
                pattern.getLink = self._link(pattern.getLink)  # type: ignore[assignment, method-assign]
            if isinstance(pattern, ReferenceInlineProcessor):
                pattern.makeTag = self._tag(pattern.makeTag)  # type: ignore[assignment, method-assign]

    def _text(
        self, look: Callable[[str, int], tuple[str, int, bool]]
    ) -> Callable[[str, int], tuple[str, int, bool]]:
        def rationed(data: str, index: int) -> tuple[str, int, bool]:
            if self._fuel <= 0:
                return "", index, False
            text, end, closed = look(data, index)
            self._fuel -= end - index
            return text, end, closed

        return rationed

    def _tag(self, make: Callable[[str, str, str], Element]) -> Callable[[str, str, str], Element | None]:
        def rationed(href: str, title: str, text: str) -> Element | None:
            if self._fuel <= 0:
                return None
            self._fuel -= _WRITTEN * (len(href) + len(title or ""))  # None, where there is none
            return make(href, title, text)

        return rationed

    def _link(
        self, look: Callable[[str, int], tuple[str, str | None, int, bool]]
    ) -> Callable[[str, int], tuple[str, str | None, int, bool]]:
        def rationed(data: str, index: int) -> tuple[str, str | None, int, bool]:
            if self._fuel <= 0 or data[index : index + 1] != "(":
                return "", None, index, False
            href, title, end, closed = look(data, index)
            self._fuel -= (end if closed else len(data)) - index
            return href, title, end, closed

        return rationed


class Footnotes(FootnoteExtension):
    """Footnotes whose references are counted, where python-markdown tries one number after the other."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (python-markdown's name)
        """Lets a reference end on its line."""
        super().extendMarkdown(md)
        md.inlinePatterns.register(FootnoteInlineProcessor(_FOOTNOTE, self), "footnote", 175)

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """The id of one more reference to a footnote."""
        if not found:
            return reference
        count = self.found_refs[reference] = self.found_refs.get(reference, 0) + 1
        name, separator, rest = reference.partition(self.get_separator())
        unique = reference if count == 1 else f"{name}{count}{separator}{rest}"
        self.used_refs.add(unique)
        return unique


class _Apart(Preprocessor):
    """Puts an empty line behind each heading, ruler and definition, where Markdown ends them anyway."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines of a text, whose code in fences has been taken out."""
        apart: list[str] = []
        for number, line in enumerate(lines):
            heading = _QUOTED.match(line) if "#" in line else None
            quoted = heading.group().rstrip() if heading and not heading.group().startswith("    ") else None
            if quoted is not None and apart and apart[-1].strip(" >"):
                apart.append(quoted)
            apart.append(line)
            if quoted is not None:
                apart.append(quoted)
            elif _RULE.fullmatch(line) or self._ends_definition(lines, number):
                apart.append("")
        return apart

    @staticmethod
    def _ends_definition(lines: list[str], number: int) -> bool:
        """Whether a line is a definition, and the next two are a term and its definition."""
        return bool(
            number + 2 < len(lines)
            and _DEFINITION.match(lines[number])
            and lines[number + 1].strip()
            and not _DEFINITION.match(lines[number + 1])
            and _DEFINITION.match(lines[number + 2])
        )
