"""What an SVG has a browser draw when each part is drawn wherever another refers to it.

A part may be used, or painted, cut, masked or marked with others, and those with others again: a few lines
that would keep a browser busy for ever, though each of them is allowed. So what would be drawn is counted.
It is apart from the drawings because it is about their sum, not about any one line of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

MOST_DRAWN = 500_000
DEEPEST_REFERENCE = 20
MOST_STEPS = 300
MOST_LOOKED_AT = 2_000_000
"""So many references are looked at; a large drawing has a tenth of that, and of a style that is nothing else
all of them would be looked at for every element."""
_REFERENCE = 5
"""What a reference weighs beside what it leads to: a mask or a filter is a sheet of its own."""

_URL = re.compile(r"url\(\s*+[\"']?\s*+#([^\"')]*+)", re.IGNORECASE)
_BREAKS = re.compile(r"[\t\n\r]")
_TOKEN = re.compile(
    r"/\*.*?(?:\*/|\Z)|url\(\s*+(?![\"'])[^)]*+\)?|\"[^\"\n\r]*+\"?|'[^'\n\r]*+'?", re.DOTALL | re.IGNORECASE
)
"""What in a style is no notation, whatever is in it: comments, addresses and quoted texts."""
_NOTATION = re.compile(r"[{};]|/\*")
_RULE = re.compile(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
_SIMPLE = re.compile(r"[.#]?[\w-]+")
_OWN = re.compile(
    r"(?:^|;)\s*+(?:-webkit-)?(?:mask(?:-[a-z-]++)?|clip-path|filter)\s*+:([^;]*+)", re.IGNORECASE
)
"""The declarations that hold for an element as a whole, and for none inside it."""
_INHERITED = frozenset({"fill", "stroke", "marker", "marker-start", "marker-mid", "marker-end"})
"""The attributes whose references hold for all that is inside."""
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
"""What only gives colours: however often it is referred to, it costs no more than a colour."""
_UNPAINTED = _GRADIENTS | {"desc", "filter", "metadata", "stop", "style", "title"}
"""What is never painted itself, and so with nothing; nor are the parts of a filter."""
_EVERYTHING = "*"
_NUMBER = re.compile(r"[0-9]*\.?[0-9]+")
_SHAPES = ("d", "points", "style")
"""The attributes that tell where the corners of a shape are."""


def target_of(fragment: str) -> str:
    """The id that a reference names, as a browser reads what stands behind its '#'."""
    return unquote(_BREAKS.sub("", fragment)).strip()


def _targets(style: str) -> list[str]:
    return [target_of(found) for found in _URL.findall(style)]


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
    """An element that has an id, or the whole drawing, without what in it has ids of its own.

    Once its cost is known, its corners are those of all that is drawn with it.
    """

    line: int
    drawn: int = 1
    corners: int = 0
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
    corners: int = 0


@dataclass
class _Element:
    """An element as it was read.

    Attributes:
        line: Its line.
        name: Its local name.
        names: What a style may call it: that, its classes and its id.
        own: What it is cut, masked and filtered with.
        inherited: What it paints itself and all inside it with; once all is read, what it inherits too.
        used: What it draws in its place.
        corners: How many corners it has, at each of which a marker is drawn.
        part: To which part it belongs.
        above: What it stands in.
    """

    line: int
    name: str
    names: tuple[str, ...]
    own: list[str]
    inherited: list[str]
    used: str
    corners: int
    part: _Part
    above: _Element | None

    @property
    def is_painted(self) -> bool:
        """Whether it is painted itself."""
        return self.name not in _UNPAINTED and not self.name.startswith("fe")


class Parts:
    """The parts of a drawing, as its elements are read."""

    def __init__(self) -> None:
        self._whole = _Part(1)
        self._by_id: dict[str, _Part] = {}
        self._gradients: set[str] = set()
        self._markers: set[str] = set()
        self._elements: list[_Element] = []
        self._stack: list[_Element] = []
        self._styles: list[str] = []
        self._looked_at = 0

    def open(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """An element begins.

        Args:
            name: Its local name.
            attributes: Its attributes, by their names; those of other languages apart.
            line: Its line.
        """
        above = self._stack[-1] if self._stack else None
        part = above.part if above else self._whole
        part.drawn += 1
        id = attributes.get("id", "")
        if id:
            part.inner.append(inner := _Part(line))
            part = inner
            # Of several with one id a browser takes the first.
            if self._by_id.setdefault(id, inner) is inner:
                (self._gradients if name in _GRADIENTS else self._markers if name == "marker" else set()).add(
                    id
                )
        inherited: list[str] = []
        own: list[str] = []
        for attribute, value in attributes.items():
            if attribute == "style":
                for_all, for_it = _declared(value)
                inherited += for_all
                own += for_it
            elif "(" in value:
                (inherited if attribute in _INHERITED else own).extend(_targets(value))
        href = attributes.get("href", "")
        target = target_of(href[1:]) if href.startswith("#") else ""
        if target and name not in {"use", *_GRADIENTS}:
            own.append(target)
        names = (name, *dict.fromkeys(f".{one}" for one in attributes.get("class", "").split()), f"#{id}")
        used = target if name == "use" else ""
        corners = sum(_corners(attributes[key]) for key in _SHAPES if key in attributes)
        part.corners += corners
        element = _Element(line, name, names, own, inherited, used, corners, part, above)
        self._stack.append(element)
        self._elements.append(element)

    def close(self) -> None:
        """The element that began last ends."""
        self._stack.pop()

    def style(self, text: str) -> None:
        """The text of a style sheet; whom its rules are for is told when all is read."""
        self._styles.append(text)

    def check(self) -> None:
        """Counts what would be drawn.

        Raises:
            TooMuch: That is more than may be, or has no end.
        """
        own, inherited = self._rules()
        shaped = sum(_corners(style) for style in self._styles if "path(" in style.lower())
        for element in self._elements:  # each stands behind what it stands in
            element.corners += shaped
            element.part.corners += shaped
            ruled = (inherited.get(name, ()) for name in element.names)
            above = element.above.inherited if element.above else ()
            element.inherited = self._drawn(element.line, element.inherited, *ruled, above)
            if not element.is_painted:
                continue
            ruled = (own.get(name, ()) for name in (_EVERYTHING, *element.names))
            painted = self._drawn(element.line, element.own, *ruled)
            found = tuple(dict.fromkeys([*painted, *element.inherited]))
            if found or element.used:
                element.part.references.append(_Reference(element.line, found, element.used, element.corners))
        self._cost(self._whole, 1, 0, 0)

    def _drawn(self, line: int, *rows: Collection[str]) -> list[str]:
        """Those of the references in some rows that lead to what is drawn, each once."""
        found: dict[str, None] = {}
        for row in rows:  # a row after the other, as together they may be larger than any memory
            self._look_at(len(row), line)
            found |= dict.fromkeys(id for id in row if id in self._by_id and id not in self._gradients)
        return [*found]

    def _look_at(self, number: int, line: int) -> None:
        self._looked_at += number
        if self._looked_at > MOST_LOOKED_AT:
            raise TooMuch(line)

    def _rules(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """What style sheets paint with, by what elements are called: these alone, and all inside them too."""
        own: dict[str, list[str]] = {}
        inherited: dict[str, list[str]] = {}
        for style in self._styles:
            for names, body in _ruled(style):
                for_all, for_it = _declared(body)
                for name in names if for_all or for_it else ():
                    self._look_at(len(for_all) + len(for_it), 1)
                    own.setdefault(name, []).extend(for_it)
                    # What is for everything need not be inherited.
                    (own if name == _EVERYTHING else inherited).setdefault(name, []).extend(for_all)
        return own, inherited

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
            part.corners += inner.corners
            if cost > MOST_DRAWN:
                raise TooMuch(inner.line)
        for reference in part.references:
            used, corners, painted, marked = 0, reference.corners, 0, 0
            for id in (reference.used, *reference.painted):
                target = self._by_id.get(id)
                found = self._cost(target, reference.line, depth + 1, steps + 1) if target else 0
                if target and id == reference.used:
                    used, corners = found, corners + target.corners
                    part.corners += target.corners
                elif id in self._markers:
                    marked += found
                else:
                    painted += found
            # What is used is painted by the element that uses it, each of its elements anew.
            cost += _REFERENCE + painted + used * (1 + painted) + marked * (1 + corners)
            if cost > MOST_DRAWN:
                raise TooMuch(reference.line)
        part.open = False
        part.cost = cost
        return cost


def _ruled(style: str) -> Iterator[tuple[list[str], str]]:
    """The rules of a style sheet: whom each is for, by one name each, and what it declares.

    What is not understood is for everything: a style may say of whom it speaks in very many ways.
    """
    plain, is_clear = _without_comments(style)
    if not is_clear:
        yield [_EVERYTHING], style
        return
    for rule in _RULE.finditer(plain):
        names = [name.strip() for name in rule[1].rpartition(";")[2].split(",")]
        yield [name if _SIMPLE.fullmatch(name) else _EVERYTHING for name in names], rule[2]
    yield [_EVERYTHING], _RULE.sub(r"\1", plain)


def _declared(style: str) -> tuple[list[str], list[str]]:
    """What declarations refer to: for an element and all inside it, and for the element as a whole."""
    plain, is_clear = _without_comments(style)
    if not is_clear:
        return _targets(style), []
    for_it = [id for found in _OWN.finditer(plain) for id in _targets(found[1])]
    return _targets(_OWN.sub("", plain)), for_it


def _without_comments(style: str) -> tuple[str, bool]:
    """A style without comments, and whether marks of notation stand in it only where they are notation."""
    plain = _TOKEN.sub(lambda found: " " if found[0].startswith("/*") else found[0], style)
    others = (found[0] for found in _TOKEN.finditer(style) if not found[0].startswith("/*"))
    return plain, not any(map(_NOTATION.search, others))


def _corners(shape: str) -> int:
    """About how many corners the numbers of a shape make: two of them are one."""
    return len(_NUMBER.findall(shape)) // 2
