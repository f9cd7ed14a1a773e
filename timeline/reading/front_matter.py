"""Front matter: the YAML block that opens a Markdown file, read strictly.

python-frontmatter finds the block, through a handler of ours; the two ways in which it (and MkDocs)
would swallow a broken block in silence, and leave it in the page's text, are told instead.
"""

from __future__ import annotations

import re
from typing import Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from timeline.problems import Problem, Severity, Span
from timeline.reading.limits import Limits
from timeline.reading.strict_yaml import read_yaml
from timeline.reading.text import SourceText
from timeline.reading.tree import Mapping

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_HINT = "begin the file with a line '---', then 'key: value' lines, then another line '---'"


class _Broken(Exception):
    """The block cannot be read; python-frontmatter swallows ValueError, so this is none."""


class StrictHandler(BaseHandler):
    """A python-frontmatter handler that reads with the strict YAML reader and reports what is wrong.

    Attributes:
        root: The front matter with its marks, once it was read.
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
        self.problems: list[Problem] = []

    def split(self, text: str) -> tuple[str, str]:
        """Splits the text into front matter and body; refuses a block that is not closed."""
        fences = list(_FENCE.finditer(text))
        if not fences or fences[0].start() != 0:
            stray = next((n for n, line in enumerate(self.source.lines) if line.strip()), 0)
            self._refuse("missing-front-matter", stray, "this file does not begin with front matter", _HINT)
        if len(fences) == 1:
            self._refuse("unclosed-front-matter", 0, "the front matter that opens here is never closed",
                         "write a line '---' below the last key")  # fmt: skip
        return text[fences[0].end() + 1 : fences[1].start()], text[fences[1].end() + 1 :]

    def load(self, fm: str) -> dict[str, Any]:
        """Reads the block into the tree that ``root`` keeps."""
        root, self.problems = read_yaml(
            self.source, text=fm, first_line=1, limits=self.limits, free=self.free
        )
        if root is None and not self.problems:
            self._refuse("missing-front-matter", 0, "the front matter is empty", "write at least a title")
        if not isinstance(root, Mapping):
            if not self.problems:
                self._refuse("wrong-shape", 1, "front matter must be 'key: value' lines", _HINT)
            raise _Broken
        self.root = root
        return root

    def _refuse(self, code: str, line: int, message: str, hint: str) -> None:
        width = len(self.source.lines[line])
        span = Span(self.source.file, line + 1, 1, width + 1)
        self.problems.append(Problem(code, Severity.ERROR, span, message, hint))
        raise _Broken


def read_front_matter(
    source: SourceText, limits: Limits, free: frozenset[str] = frozenset()
) -> tuple[Mapping | None, str, list[Problem]]:
    """Reads a Markdown file that must have front matter.

    Args:
        source: The file.
        limits: How much is read.
        free: The keys that hold free text: see read_yaml.

    Returns:
        The front matter (None where it cannot be read), the body, and what is wrong.
    """
    handler = StrictHandler(source, limits, free)
    if not source.text.startswith("---"):
        # parse() would strip blank lines from the top, and the line numbers with them.
        try:
            handler.split("\n" + source.text)
        except _Broken:
            return None, "", handler.problems
    try:
        _, body = frontmatter.parse(source.text, handler=handler)
    except _Broken:
        return None, "", handler.problems
    if handler.root is not None:
        end = len(source.text[: len(source.text.rstrip()) - len(body)].split("\n")) - 1
        handler.root.mark = handler.root.mark._replace(end_line=max(end, 0))
    return handler.root, body, handler.problems
