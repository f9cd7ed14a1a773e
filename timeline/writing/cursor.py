"""A place in a file that is gone through, and what stands before it as it is to be written.

Everything between two tokens, which YAML does not count, is carried over: comments go with what stands in
their column. It is apart from the run (``carry``) because it knows lines and columns, and no YAML.
"""

from __future__ import annotations


class CannotFormat(Exception):
    """The file is left as it is; the text says why."""


class Cursor:
    """Where a run through a file has come to.

    Everything before the cursor, ``line`` and ``column`` of the source, is carried over already.

    Args:
        text: The file.

    Attributes:
        source: Its lines.
        line: The line of the cursor, from 0.
        column: Its column, from 0.
        out: What was written of the item that the cursor is in.
        columns: Where the columns of the source are now.
        comments: All comments that were passed.
    """

    def __init__(self, text: str) -> None:
        self.source = text.split("\n")
        self.line = 0
        self.column = 0
        self.out: list[str] = []
        self.columns: dict[int, int] = {0: 0}
        self.comments: list[str] = []

    def gap(self, until: int) -> None:
        """Carries over the comments and blank lines above a line of the source."""
        for number in range(self.line, until):
            line = self.source[number]
            words = line.strip()
            if words.startswith("#"):
                column = len(line) - len(line.lstrip())
                known = max(c for c in self.columns if c <= column)
                self.out.append(" " * self.columns[known] + words)
                self.comments.append(words)
            elif words:
                raise CannotFormat(f"line {number + 1} has something that is no value")
            elif not self.out or self.out[-1]:
                self.out.append("")
        if until > self.line:
            self.line, self.column = until, 0

    def skip_to(self, line: int, column: int) -> None:
        """Moves the cursor over blanks alone."""
        if self.source[self.line][self.column :].strip() and line > self.line:
            raise CannotFormat(f"line {self.line + 1} has a value that begins on another line")
        if line > self.line:
            self.line, self.column = line, 0
        if self.source[line][self.column : column].strip():
            raise CannotFormat(f"line {line + 1} has something that is no value")
        self.column = column

    def rest(self) -> str:
        """What stands behind a value on its line: nothing, or a comment, which keeps its distance."""
        rest = self.source[self.line][self.column :].rstrip()
        if rest:
            words = rest.lstrip()
            if not words.startswith("#") or words == rest:
                raise CannotFormat(f"line {self.line + 1} has something that is no value")
            self.comments.append(words)
        self.line, self.column = self.line + 1, 0
        return rest


def indented(line: str, column: int) -> str:
    """A line that begins at a column; an empty one stays empty."""
    return " " * column + line if line else ""
