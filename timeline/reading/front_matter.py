"""Front matter: the YAML block that opens a Markdown file, read strictly.

python-frontmatter finds the block, through a handler of ours; the ways in which it (and MkDocs) would
swallow a broken block in silence, and leave it in the page's text, are told instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, NoReturn

import frontmatter
from frontmatter.default_handlers import BaseHandler

from timeline.problems import Problem, Severity
from timeline.reading.limits import Limits
from timeline.reading.slips import missing_blank
from timeline.reading.strict_yaml import Yaml, read_yaml, unfinished_merge
from timeline.reading.text import SourceText
from timeline.reading.tree import Mapping

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_DOTS = re.compile(r"^\.\.\.[ \t]*$", re.MULTILINE)
_THEN = "the rest of this file is read once that is mended"
_FENCE_MEANT = re.compile(r"[ \t]*[-\u2010-\u2015_=+~]{2,}[ \t]*$", re.MULTILINE)
_CLOSING_MEANT = re.compile(r"\n(?:[-\u2010-\u2015_=+~]{2,}|[\u2013-\u2015])[ \t]*(?=\n|\Z)")
_HINT = "begin the file with a line '---', then 'key: value' lines, then another line '---'"


class _Broken(Exception):
    """The block cannot be read; python-frontmatter swallows ValueError, so this is none."""


@dataclass
class FrontMatter:
    """What reading a Markdown file gave.

    Attributes:
        root: The front matter; None where it cannot be read.
        body: The text below it.
        body_start: Where the body begins, in characters from the beginning of the file.
        problems: What is wrong.
    """

    root: Mapping | None
    body: str
    body_start: int
    problems: list[Problem]


class StrictHandler(BaseHandler):
    """A python-frontmatter handler that reads with the strict YAML reader and reports what is wrong.

    Attributes:
        root: The front matter, once it was read.
        body_start: Where the body begins, once the block was found.
        problems: What is wrong with it.
    """

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, source: SourceText, limits: Limits, free: frozenset[str]) -> None:
        super().__init__()
        self.source = source
        self.limits = limits
        self.free = free
        self.root: Mapping | None = None
        self.body_start = 0
        self.problems: list[Problem] = []

    def split(self, text: str) -> tuple[str, str]:
        """Splits the text into front matter and body; refuses a block that is not closed.

        The opening line becomes a comment of the same length, so that every place in the block is one in
        the file. A line ``...`` would end the block for MkDocs and not for python-frontmatter: refused.
        """
        del text  # python-frontmatter has stripped it, which would move every place
        text = self.source.readable
        opening = _FENCE.match(text)
        if opening is None:
            self._refuse_missing()
        closing = _FENCE.search(text, opening.end())
        dots = _DOTS.search(text, opening.end(), closing.start() if closing else len(text))
        if dots:
            self._refuse("unclosed-front-matter", dots.start(), "front matter ends with '---', not '...'",
                         "write '---' here")  # fmt: skip
        if closing is None:
            if meant := _CLOSING_MEANT.search(text, opening.end()):
                self._refuse("unclosed-front-matter", meant.start() + 1,
                             "this line is not '---', which ends front matter",
                             "write three hyphens and nothing else")  # fmt: skip
            self._refuse("unclosed-front-matter", 0, "the front matter that opens here is never closed",
                         "write a line '---' below the last key")  # fmt: skip
        self.body_start = min(closing.end() + 1, len(text))
        return "#" * opening.end() + text[opening.end() : closing.start()], text[self.body_start :]

    def load(self, fm: str) -> dict[str, Any]:
        """Reads the block into the tree that ``root`` keeps."""
        read: Yaml = read_yaml(self.source, text=fm, limits=self.limits, free=self.free)
        self.problems = read.problems.all()
        if isinstance(read.root, Mapping) and not read.unread:
            self.root = read.root
            return read.root
        if not self.problems and read.root is None:
            self._refuse("missing-front-matter", 0, "the front matter is empty", "write at least a title")
        if not self.problems:
            hint = missing_blank(self.source.text[read.start :]) or _HINT
            self._refuse("wrong-shape", read.start, "front matter must be 'key: value' lines", hint)
        self.problems = [
            replace(p, hint=f"{p.hint}; {_THEN}" if p.hint else _THEN)
            if p.severity is Severity.ERROR and read.unread
            else p
            for p in self.problems
        ]
        raise _Broken

    def _refuse_missing(self) -> NoReturn:
        text = self.source.readable
        start = len(text) - len(text.lstrip())
        if _FENCE.match(text, start) and text[:start].endswith("\n"):
            self._refuse("missing-front-matter", start, "front matter must begin on the first line",
                         "delete the empty lines above it")  # fmt: skip
        start = 0 if start == len(text) else start
        if _FENCE_MEANT.match(text, text.rfind("\n", 0, start) + 1):
            self._refuse("missing-front-matter", start, "this line is not '---', which begins front matter",
                         "write three hyphens and nothing else, here and below the last key")  # fmt: skip
        self._refuse("missing-front-matter", start, "this file does not begin with front matter", _HINT)

    def _refuse(self, code: str, start: int, message: str, hint: str) -> NoReturn:
        end = self.source.text.find("\n", start)
        span = self.source.span(start, len(self.source.text) if end < 0 else end)
        self.problems.append(Problem(code, Severity.ERROR, span, message, hint))
        raise _Broken


def read_front_matter(
    source: SourceText, limits: Limits | None = None, free: frozenset[str] = frozenset()
) -> FrontMatter:
    """Reads a Markdown file that must have front matter.

    Args:
        source: The file.
        limits: How much is read.
        free: The keys that hold free text: see read_yaml.

    Returns:
        The front matter, the body, and what is wrong; nothing is raised for any text.
    """
    # In the text below it the marks would be printed, and '=======' makes a heading of what stands above.
    if conflict := unfinished_merge(source):
        return FrontMatter(None, "", 0, [conflict])
    handler = StrictHandler(source, limits or Limits(), free)
    try:
        if not source.readable.startswith("---"):
            handler.split(source.readable)  # parse() would take it for a file that needs no front matter
        frontmatter.parse(source.readable, handler=handler)
    except _Broken:
        return FrontMatter(None, "", 0, handler.problems)
    # Not parse()'s own body: it is stripped of the spaces that make its first line a code block.
    body = source.readable[handler.body_start :].strip("\n")
    return FrontMatter(handler.root, body, handler.body_start, handler.problems)
