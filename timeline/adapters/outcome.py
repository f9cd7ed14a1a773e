"""What a check found, kept until anything changes that it looks at.

An editor's machine checks again and again what nobody has touched; then the last answer is still the answer.
Everything that a check depends on is in one digest: every byte of the content that it reads, the settings,
the vocabulary, the program, what is installed, and the day. Here nothing is imported that takes time, for to
read the answer takes less than to load what finds it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.adapters.making import CACHE, installed
from timeline.problems import Problem, Related, Severity, Span

if TYPE_CHECKING:
    from timeline.adapters.project import Project

_FILE = "checked.json"
_FORMAT = 2
# What makes the settings depend on more than this one file: on others, on the environment, on code.
# Wherever it stands: YAML has too many ways to write a key, and to keep nothing costs speed alone.
_REACHING = re.compile(rb"INHERIT|hooks|watch|!ENV|!relative|%TAG")
_TEXTS = (".yaml", ".yml", ".md")
BORNE = 1_000_000_000
"""The time that the file bears, long ago. A checkout gives files the time at which it is made: so what a pull
request brings along is never taken for an answer of ours."""
LOOKED_AT = 5_000_000
"""How much of a file that is no text is looked at, at most."""
_MOST_TEXT = 200_000_000
"""With more text than a site has, to look through it takes longer than to find that it is too much."""


@dataclass(frozen=True)
class Outcome:
    """What a check found.

    Attributes:
        problems: The problems, sorted.
        lines: The lines of files that they are about, by file and number.
    """

    problems: list[Problem]
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def line_of(self, file: str, line: int) -> str | None:
        """The text of a line that a problem is about, or None."""
        return self.lines.get((file, line))


class Inputs(NamedTuple):
    """What a check looks at.

    Attributes:
        config: The ``mkdocs.yml``.
        content: The content folder.
        vocabulary: The site's vocabulary; it need not be there.
        overrides: The folder of the theme's overrides, without which MkDocs stops; empty where there is none.
    """

    config: str
    content: str
    vocabulary: str
    overrides: str = ""

    @classmethod
    def of(cls, project: Project) -> Inputs:
        """What a check of a project looks at."""
        overrides = "" if project.overrides is None else str(project.overrides)
        return cls(str(project.config), str(project.content), str(project.vocabulary), overrides)

    @property
    def kept_in(self) -> Path:
        """The file that keeps the outcome."""
        return Path(self.config).parent / CACHE / _FILE

    def digest(self, today: str) -> str | None:
        """All that a check of a day depends on; None where it depends on what cannot be told here.

        Raises:
            OSError: Something cannot be read.
        """
        settings = Path(self.config).read_bytes()
        if _REACHING.search(settings) or (self.overrides and not Path(self.overrides).is_dir()):
            return None
        found = hashlib.blake2b(digest_size=32)
        vocabulary = Path(self.vocabulary)
        words = b""
        if vocabulary.is_file():
            if vocabulary.stat().st_size > _MOST_TEXT:
                return None
            words = vocabulary.read_bytes()
        for part in (*map(os.fsencode, self), today.encode(), installed().encode(), settings, words):
            found.update(b"%d:" % len(part))
            found.update(part)
        room = _MOST_TEXT
        for entry, way in _entries(self.content):
            said = _said_of(entry, way)
            found.update(said)
            if said.startswith(b"file"):
                is_text = way.lower().endswith(_TEXTS)
                if is_text and (room := room - entry.stat().st_size) < 0:
                    return None
                # A Path for each file would cost as much as reading it.
                with open(entry.path, "rb") as file:  # noqa: PTH123
                    found.update(file.read(LOOKED_AT))
                    while is_text and (more := file.read(LOOKED_AT)):
                        found.update(more)
        return found.hexdigest()

    def state(self) -> list[tuple[str, int, int, int]]:
        """When the files were last changed: where it is the same before and after, nothing changed between.

        Raises:
            OSError: Something cannot be read.
        """
        paths = [self.config, self.vocabulary, *(entry.path for entry, _ in _entries(self.content))]
        found = []
        for path in paths:
            with suppress(FileNotFoundError):
                status = os.lstat(path)
                found.append((path, status.st_size, status.st_mtime_ns, status.st_ino))
        return found


def _entries(folder: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Everything below a folder, with the way to it from there; links are not followed."""
    pending = [(folder, "")]
    while pending:
        base, way = pending.pop()
        with os.scandir(base) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            yield entry, f"{way}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                pending.append((entry.path, f"{way}{entry.name}/"))


def _said_of(entry: os.DirEntry[str], way: str) -> bytes:
    """What reading is told of an entry before it opens it."""
    size = 0
    if entry.is_symlink():
        kind = "link to a folder" if entry.is_dir() else f"link {entry.is_file()}"
    elif entry.is_dir():
        kind = "folder"
    elif entry.is_file():
        size = entry.stat().st_size
        kind = "hidden" if f"/{way}".count("/.") else "file"
    else:
        kind = "other"
    name = os.fsencode(way)
    return f"{kind} {size} {len(name)}:".encode() + name


def settings_text(config: str | None) -> bytes | None:
    """The text of the ``mkdocs.yml`` that is named, or of the one in this folder; None if there is none."""
    with suppress(OSError):
        path = _named(config)
        return path.read_bytes() if path.is_file() else None  # a pipe would be waited for
    return None


def _named(config: str | None) -> Path:
    path = Path(config or ("mkdocs.yml" if Path("mkdocs.yml").exists() else "mkdocs.yaml"))
    return path.parent.resolve() / path.name


def recalled(config: str | None, today: str) -> Outcome | None:
    """What the last check found, where nothing has changed since; None where that is not known.

    Args:
        config: The ``mkdocs.yml`` as it was named; None for the one in this folder.
        today: The day of whoever asks; on another day there may be another answer.
    """
    path = _named(config)
    file = path.parent / CACHE / _FILE
    try:
        if int(file.stat().st_mtime) != BORNE:
            return None
        check, _, answer = file.read_text(encoding="utf-8").partition("\n")
        if check != _checksum(answer):
            return None
        kept: Any = json.loads(answer)
        inputs = Inputs(*map(str, kept["inputs"]))
        if kept["format"] != _FORMAT or inputs.config != str(path) or kept["digest"] != inputs.digest(today):
            return None
        lines = {(str(file), int(number)): str(text) for file, number, text in kept["lines"]}
        return Outcome([_problem(row) for row in kept["problems"]], lines)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None


class Watched:
    """Keeps what a check found, if nothing changed while it ran.

    Args:
        inputs: What the check looks at; made before it begins.
        settings: The text of the settings, from before they were read; None where there was none.
        today: The day of whoever asks.
    """

    def __init__(self, inputs: Inputs, settings: bytes | None, today: str) -> None:
        self._inputs = inputs
        self._before: tuple[str | None, list[tuple[str, int, int, int]]] = (None, [])
        with suppress(OSError):
            # The state comes first: what is saved while the digest is made then differs at the end.
            state = inputs.state()
            if settings == Path(inputs.config).read_bytes():
                self._before = (inputs.digest(today), state)

    def keep(self, problems: list[Problem], line_of: Callable[[str, int], str | None]) -> None:
        """Keeps the problems. A disk that is full or closed to us costs speed alone."""
        digest, before = self._before
        with suppress(OSError):
            if digest is None or before != self._inputs.state():
                return
            places = {(problem.span.file, problem.span.line) for problem in problems}
            lines = [(file, number, line_of(file, number)) for file, number in sorted(places)]
            kept = {
                "format": _FORMAT,
                "inputs": self._inputs,
                "digest": digest,
                "problems": [_row(problem) for problem in problems],
                "lines": [line for line in lines if line[2] is not None],
            }
            target = self._inputs.kept_in
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, new = tempfile.mkstemp(prefix="checked-", dir=target.parent)
            try:
                answer = json.dumps(kept, separators=(",", ":"))
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(f"{_checksum(answer)}\n{answer}")
                os.utime(new, (BORNE, BORNE))
                Path(new).replace(target)
            finally:
                Path(new).unlink(missing_ok=True)


def _checksum(answer: str) -> str:
    """What stands in the line above an answer: where it does not fit, the disk or somebody has changed it."""
    return hashlib.blake2b(answer.encode(), digest_size=16).hexdigest()


def _row(problem: Problem) -> list[Any]:
    related = [[*_place(other.span), other.message] for other in problem.related]
    return [
        problem.code, int(problem.severity), *_place(problem.span), problem.message, problem.hint, related,
        problem.example,
    ]  # fmt: skip


def _place(span: Span) -> tuple[str, int, int, int]:
    return span.file, span.line, span.column, span.end_column


def _problem(row: list[Any]) -> Problem:
    code, severity, *place, message, hint, related, example = row
    if not all(
        isinstance(text, str) for text in (code, message, hint, example, *(row[-1] for row in related))
    ):
        raise TypeError
    others = tuple(Related(_span(*where), said) for *where, said in related)
    return Problem(code, Severity(severity), _span(*place), message, hint, others, example)


def _span(file: object, *numbers: object) -> Span:
    """A place, if it is one that a file can have."""
    if not isinstance(file, str):
        raise TypeError
    line, column, end = (number for number in numbers if isinstance(number, int) and 0 <= number <= LOOKED_AT)
    return Span(file, line, column, end)
