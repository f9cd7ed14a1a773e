"""What an SVG has a browser draw when each part is drawn wherever another refers to it.

A part may be used, or painted, cut, masked or marked with others, and those with others again: a few lines
that would keep a browser busy for ever, though each of them is allowed. So what would be drawn is counted.
It is apart from the drawings because it is about their sum, not about any one line of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_DRAWN = 500_000
DEEPEST_REFERENCE = 20
MOST_STEPS = 300
_REFERENCE = 5
"""What a reference weighs beside what it leads to: a mask or a filter is a sheet of its own."""

_URL = re.compile(r"url\(\s*[\"']?\s*#([^\"')]*)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)")
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
"""What only gives colours: however often it is referred to, it costs no more than a colour."""
_INHERITED = frozenset({"fill", "stroke", "marker", "marker-start", "marker-mid", "marker-end", "style"})
"""The attributes whose references hold for all that is inside."""


class TooMuch(Exception):
    """More would be drawn than may be, or a part of itself.

    Attributes:
        line: The line of a reference that leads there.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass
class _Part:
    """An element that has an id, or the whole drawing, without what in it has ids of its own."""

    line: int
    drawn: int = 1
    inner: list[_Part] = field(default_factory=list)
    references: list[_Reference] = field(default_factory=list)
    cost: int = 0
    open: bool = False


@dataclass(frozen=True)
class _Reference:
    """Where a part refers to others: to those that paint it, and with ``use`` to one that is drawn there."""

    line: int
    painted: tuple[str, ...]
    used: str = ""


@dataclass(frozen=True)
class _Element:
    """An element that is being read."""

    line: int
    name: str
    own: tuple[str, ...]
    inherited: tuple[str, ...]
    classes: tuple[str, ...]
    used: str
    part: _Part


class Parts:
    """The parts of a drawing, as its elements are read."""

    def __init__(self) -> None:
        self._whole = _Part(1)
        self._by_id: dict[str, _Part] = {}
        self._gradients: set[str] = set()
        self._elements: list[_Element] = []
        self._stack: list[_Element] = []
        self._styles: list[str] = []

    def open(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """An element begins.

        Args:
            name: Its local name.
            attributes: Its attributes, by their local names.
            line: Its line.
        """
        above = self._stack[-1] if self._stack else None
        part = above.part if above else self._whole
        part.drawn += 1
        id = attributes.get("id", "")
        if id:
            part.inner.append(inner := _Part(line))
            part = inner
            self._by_id.setdefault(id, inner)
            if name in _GRADIENTS:
                self._gradients.add(id)
        inherited = [*above.inherited] if above else []
        own: list[str] = []
        for attribute, value in attributes.items():
            found = _URL.findall(value) if "(" in value else ()
            (inherited if attribute in _INHERITED else own).extend(found)
        href = attributes.get("href", "")
        if href.startswith("#") and name not in {"use", *_GRADIENTS}:
            own.append(href[1:])
        classes = (*(above.classes if above else ()), *attributes.get("class", "").split())
        used = href[1:] if name == "use" and href.startswith("#") else ""
        names = tuple(dict.fromkeys(inherited))
        element = _Element(line, name, tuple(own), names, tuple(dict.fromkeys(classes)), used, part)
        self._stack.append(element)
        if element.own or element.inherited or element.classes or used:
            self._elements.append(element)

    def close(self) -> None:
        """The element that began last ends."""
        self._stack.pop()

    def style(self, text: str) -> None:
        """The text of a style sheet; whom its rules are for is told when all is read."""
        self._styles.append(_COMMENT.sub(" ", text))

    def check(self) -> None:
        """Counts what would be drawn.

        Raises:
            TooMuch: That is more than may be, or has no end.
        """
        for_all, by_class = self._rules()
        for element in self._elements:
            painted = [*element.own, *element.inherited]
            painted += [id for name in element.classes for id in by_class.get(name, ())]
            names = tuple(id for id in dict.fromkeys(painted) if id not in self._gradients)
            if names or element.used:
                element.part.references.append(_Reference(element.line, names, element.used))
        if heavy := tuple(id for id in for_all if id not in self._gradients):
            # A rule for elements of any kind may be for each of them: it is counted as one for the parts.
            for part in (self._whole, *self._by_id.values()):
                part.references.extend([_Reference(part.line, heavy)] * min(part.drawn, MOST_DRAWN // 100))
        self._cost(self._whole, 1, 0, 0)

    def _rules(self) -> tuple[set[str], dict[str, set[str]]]:
        """What style sheets paint with: whatever it is, and what is of a class."""
        for_all: set[str] = set()
        by_class: dict[str, set[str]] = {}
        for style in self._styles:
            told: set[str] = set()
            for rule in _RULE.finditer(style):
                found = {*_URL.findall(rule[2])}
                told |= found
                for selector in rule[1].split(",") if found else ():
                    named = _CLASS.fullmatch(selector.strip())
                    (by_class.setdefault(named[1], set()) if named else for_all).update(found)
            for_all |= {*_URL.findall(style)} - told
        return for_all, by_class

    def _cost(self, part: _Part, line: int, depth: int, steps: int) -> int:
        """What a part has a browser draw.

        Args:
            part: The part.
            line: The line that led to it.
            depth: By how many references one came to it.
            steps: By how many references and elements.
        """
        if part.open or depth > DEEPEST_REFERENCE or steps > MOST_STEPS:
            raise TooMuch(line)
        if part.cost:
            return part.cost
        part.open = True
        cost = part.drawn
        for inner in part.inner:
            cost += self._cost(inner, inner.line, depth, steps + 1)
        for reference in part.references:
            used = painted = 0
            for id in (reference.used, *reference.painted):
                target = self._by_id.get(id)
                found = self._cost(target, reference.line, depth + 1, steps + 1) if target else 0
                used, painted = (found, painted) if id == reference.used else (used, painted + found)
            # What is used is painted by the element that uses it, each of its elements anew.
            cost += _REFERENCE + painted + used * (1 + painted)
            if cost > MOST_DRAWN:
                raise TooMuch(reference.line)
        part.open = False
        part.cost = cost
        return cost
