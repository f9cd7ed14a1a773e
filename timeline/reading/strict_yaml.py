"""YAML as notation only: the text of a file into a tree, as much of it as can be read.

A mistake in the notation of one event must not hide what is wrong with the others of its file. So where
the parser gives up, the rest of a list is read item by item: a line that begins with the list's own
dash begins an item, whatever stands above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from timeline.problems import Problem, Severity
from timeline.reading.collected import Collected
from timeline.reading.limits import Limits
from timeline.reading.strict_reader import Stop, StrictReader
from timeline.reading.syntax import syntax_problem
from timeline.reading.text import SourceText
from timeline.reading.tree import Mapping, Node, Sequence

_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#.*)?\n)*(%.*)")
_OURS = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: |$)", re.MULTILINE)
Unreadable = yaml.YAMLError | ValueError
"""What PyYAML raises for text; the second comes from chr() in its own parser, for escapes beyond Unicode."""


@dataclass
class Yaml:
    """What reading YAML gave.

    Attributes:
        root: The document's value; None where it is empty or cannot be read.
        start: Where the value begins, in characters from the beginning of the file.
        problems: What is wrong.
        unread: The parts of the text that could not be read; what they may hold is neither there nor missing.
    """

    problems: Collected
    root: Node | None = None
    start: int = 0
    unread: list[str] = field(default_factory=list)


def read_yaml(
    source: SourceText,
    *,
    text: str | None = None,
    limits: Limits | None = None,
    free: frozenset[str] = frozenset(),
) -> Yaml:
    """Reads YAML into a tree of text, lists and mappings.

    Args:
        source: The file, for the places of values and problems.
        text: The YAML, where it is only the beginning of the file.
        limits: How much is read.
        free: The keys that hold free text, in which a value cut at `` #`` is worth a warning.

    Returns:
        The document's value and what is wrong with it; nothing is raised for any text.
    """
    text = source.readable if text is None else text
    limits = limits or Limits()
    found = Yaml(Collected(limits.problems))
    if directive := _DIRECTIVE.match(text):
        span = source.span(directive.start(1), directive.end(1))
        message = "a YAML directive; they are not used here"
        found.problems.add(Problem("directive", Severity.ERROR, span, message, "delete the line"))
        found.unread.append(text)
        return found
    if conflict := unfinished_merge(source):
        found.problems.add(conflict)
        found.unread.append(text)
        return found
    return _Recovery(source, text, limits, free, found).read()


def unfinished_merge(source: SourceText) -> Problem | None:
    """What to say of the first place where git has left two versions of some lines to choose from, if any."""
    text = source.readable
    ours = _OURS.search(text) if "<<<<<<<" in text else None
    if not ours or not _THEIRS.search(text, ours.end()):
        return None
    message = "two versions of these lines stand here, from a merge that was not finished"
    hint = (
        "keep one; delete the other and the lines that begin with '<<<<<<<', '=======' and '>>>>>>>';"
        " the rest of this file is read once that is mended"
    )
    return Problem("unfinished-merge", Severity.ERROR, source.span(*ours.span()), message, hint)


def read_item(
    source: SourceText, start: int, end: int, limits: Limits, free: frozenset[str]
) -> Mapping | None:
    """Reads a part of a file that should be one item of a list, and a mapping.

    Args:
        source: The file.
        start: Where the item begins, in characters from the beginning of the file.
        end: Where it ends.
        limits: How much is read.
        free: As read_yaml takes it.

    Returns:
        The mapping; None where the part is anything else, or anything in it is wrong.
    """
    problems = Collected(limits.problems)
    reader = StrictReader(source, source.text[start:end], start, limits, free, problems)
    try:
        reader.document()
    except (yaml.YAMLError, ValueError, Stop):
        return None
    root = reader.root
    if problems.all() or not isinstance(root, Sequence) or len(root) != 1:
        return None
    return root[0] if isinstance(root[0], Mapping) else None


class _Recovery:
    """Reads a text as one document, and what is left of it item by item where that fails."""

    def __init__(
        self, source: SourceText, text: str, limits: Limits, free: frozenset[str], found: Yaml
    ) -> None:
        self.source = source
        self.text = text
        self.limits = limits
        self.free = free
        self.found = found

    def read(self) -> Yaml:
        """Reads what can be read."""
        found = self.found
        reader, wrong = self._part(self.text, 0)
        found.root, found.start = reader.root, reader.start
        if wrong is None:
            return found
        items = reader.root if isinstance(reader.root, Sequence) else None
        parts = [] if items is None or type(wrong) is Stop else self._parts_after(items)
        if items is None or not parts:
            found.root = items
            found.unread.append(self.text)
            self._tell(wrong, 0)
            return found
        between = self._lies_before(wrong, parts[0][0])
        if between and items:
            # A part of the last item that was read stands behind the mistake.
            found.unread.append(self.text[items.value_place(len(items) - 1)[0] : parts[0][0]])
            items.pop()
            del items.offsets[-2:]
        # What was said of the items that are now read again may be wrong: the mistake may stand above them.
        found.problems = found.problems.above(self.source.span(parts[0][0], parts[0][0]).line)
        went_well = [self._item(items, start, end) for start, end in parts]
        if between or all(went_well):
            self._tell(wrong, 0)
        return found

    def _part(self, text: str, base: int) -> tuple[StrictReader, Unreadable | Stop | None]:
        """Reads a part of the text that begins at ``base``; also gives what made it stop."""
        reader = StrictReader(self.source, text, base, self.limits, self.free, self.found.problems)
        try:
            reader.document()
        except (yaml.YAMLError, ValueError, Stop) as error:
            return reader, error
        return reader, None

    def _tell(self, error: Unreadable | Stop, base: int) -> None:
        if not isinstance(error, Stop):
            problem = syntax_problem(self.source, error, base)
            # Whatever was found amiss in words that are no YAML is the same mistake.
            self.found.problems = self.found.problems.outside(problem.span)
            self.found.problems.add(problem)

    def _lies_before(self, error: Unreadable | Stop, start: int) -> bool:
        """Whether a mistake stands before the first item that is to be read by itself."""
        if isinstance(error, Stop):
            return False
        return syntax_problem(self.source, error, 0).span < self.source.span(start, start)

    def _parts_after(self, items: Sequence) -> list[tuple[int, int]]:
        """Where the items begin and end that stand behind those which were read whole."""
        begin = self.text.rfind("\n", 0, items.start) + 1
        column = items.start - begin
        if self.text[items.start : items.start + 1] != "-":
            return []
        dash = re.compile(rf"^ {{{column}}}-(?=\s|\Z)", re.MULTILINE)
        behind = items.value_place(len(items) - 1)[0] if items else begin
        starts = [found.start() for found in dash.finditer(self.text, behind)]
        return list(zip(starts, [*starts[1:], len(self.text)], strict=False))

    def _item(self, items: Sequence, start: int, end: int) -> bool:
        """Reads one item into the list; whether that went well."""
        text = self.text[start:end]
        reader, wrong = self._part(text, start)
        if wrong is not None:
            self.found.unread.append(text)
            self._tell(wrong, start)
            return False
        if isinstance(reader.root, Sequence):
            for number, node in enumerate(reader.root):
                items.append(node)
                items.offsets.extend(reader.root.value_place(number))
        return True
