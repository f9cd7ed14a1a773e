"""All the files of a project into its content, and every problem of every file in one run."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from timeline.problems import Problem, Severity, Span, sort_problems
from timeline.reading.folder import Folder, look_through
from timeline.reading.front_matter import read_front_matter
from timeline.reading.limits import Limits
from timeline.reading.strict_yaml import read_yaml
from timeline.reading.text import SourceText, decode
from timeline.reading.tree import REFUSED, Mapping, Sequence, TreePlaces, span_of
from timeline.reading.validation import FREE_TEXT, validate
from timeline.records import (
    ID_PATTERN,
    Actor,
    Article,
    Content,
    Event,
    Located,
    Page,
    Place,
    Publisher,
    Record,
    Storyline,
    Vocabulary,
)

R = TypeVar("R", bound=Record)

_LISTED: dict[str, tuple[str, type[Record]]] = {
    "places": ("place", Place),
    "actors": ("actor", Actor),
    "publishers": ("publisher", Publisher),
}


@dataclass(frozen=True)
class Reading:
    """What reading a project gave.

    Attributes:
        content: The records that could be made.
        problems: What is wrong, sorted by place.
        texts: The files that were read, by path, for showing their lines.
    """

    content: Content
    problems: list[Problem]
    texts: AnyMapping[str, SourceText] = field(default_factory=dict)

    def line_of(self, file: str, line: int) -> str | None:
        """The text of a line that was read, or None."""
        source = self.texts.get(file)
        if source is None or not 0 < line <= len(source.lines):
            return None
        return source.lines[line - 1]


def read_project(
    content: Path,
    vocabulary: Path | None = None,
    *,
    root: Path | None = None,
    limits: Limits | None = None,
) -> Reading:
    """Reads a project's files.

    Args:
        content: The content folder.
        vocabulary: The site's ``vocabulary.yaml``; it need not be there.
        root: The project's folder, which paths in problems are relative to; the content folder's
            parent where it is left out.
        limits: How much is read.

    Returns:
        The content and everything that is wrong with it; nothing is raised for what an editor can write.
    """
    return _ProjectReader(content, vocabulary, root or content.parent, limits or Limits()).read()


class _ProjectReader:
    def __init__(self, content: Path, vocabulary: Path | None, root: Path, limits: Limits) -> None:
        self.folder = content
        self.vocabulary_file = vocabulary
        self.root = root
        self.limits = limits
        self.problems: list[Problem] = []
        self.texts: dict[str, SourceText] = {}
        self.broken: dict[str, set[str]] = {}

    def read(self) -> Reading:
        folder = look_through(self.folder, self._shown(self.folder))
        self.problems += folder.problems
        lists = {name: self._listed(folder, name) for name in _LISTED}
        content = Content(
            events=tuple(e for path in folder.events for e in self._yaml_records(path, "event", Event)),
            articles=self._documents(folder.articles, "article", Article),
            storylines=self._documents(folder.storylines, "storyline", Storyline),
            places=lists["places"],
            actors=lists["actors"],
            publishers=lists["publishers"],
            pages={path: page for path in folder.pages for page in self._documents([path], "page", Page)},
            media=frozenset(folder.media),
            vocabulary=self._vocabulary(),
            broken={noun: frozenset(ids) for noun, ids in self.broken.items()},
        )
        return Reading(content, sort_problems(self.problems), self.texts)

    def _shown(self, path: Path) -> str:
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return path.as_posix()

    def _text(self, path: Path, shown: str, limit: int) -> SourceText | None:
        try:
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            self.problems.append(Problem("unreadable-file", Severity.ERROR, Span(shown), message))
            return None
        source, problems = decode(data, shown, limit)
        self.problems += problems
        if source is None:
            # Kept for showing lines alone, so that a problem in it can be seen.
            self.texts[shown] = SourceText(shown, data[:limit].decode("utf-8", "replace"))
            return None
        self.texts[shown] = source
        return source

    def _yaml(self, path: Path, shown: str) -> tuple[SourceText | None, Any]:
        source = self._text(path, shown, self.limits.yaml_bytes)
        if source is None:
            return None, None
        root, problems = read_yaml(source, limits=self.limits, free=FREE_TEXT)
        self.problems += problems
        return source, root

    def _listed(self, folder: Folder, name: str) -> tuple[Located[Any], ...]:
        noun, model = _LISTED[name]
        path = folder.lists.get(name)
        return tuple(self._yaml_records(path, noun, model)) if path else ()

    def _yaml_records(self, path: str, noun: str, model: type[R]) -> Iterable[Located[R]]:
        shown = f"{self._shown(self.folder)}/{path}"
        source, root = self._yaml(self.folder / path, shown)
        if source is None or root is None:
            return
        if not isinstance(root, Sequence):
            first = next(
                (n for n, line in enumerate(source.lines, 1) if line.strip() and line.lstrip()[0] != "#"), 1
            )
            self._add("wrong-shape", Span(shown, first, 1, len(source.lines[first - 1]) + 1),
                      f"this file must be a list of {noun}s", "begin every one with '- id: …'")  # fmt: skip
            return
        for node, mark in zip(root, root.value_marks, strict=True):
            if node is REFUSED:
                continue
            if not isinstance(node, Mapping):
                self._add("wrong-shape", span_of(source, mark), f"this must be a mapping of the keys of one {noun}",
                          "begin it with '- id: …'")  # fmt: skip
                continue
            located = self._validated(model, noun, node, source)
            if located is not None:
                yield located

    def _documents(self, paths: list[str], noun: str, model: type[R]) -> tuple[Located[R], ...]:
        found = []
        for path in paths:
            shown = f"{self._shown(self.folder)}/{path}"
            source = self._text(self.folder / path, shown, self.limits.markdown_bytes)
            if source is None:
                self._name_broken(noun, path)
                continue
            node, body, problems = read_front_matter(source, self.limits, FREE_TEXT)
            self.problems += problems
            if node is None:
                self._name_broken(noun, path)
                continue
            given: dict[str, object] = {"body": body}
            if "body" in node:
                self._add("unknown-key", span_of(source, node.key_marks["body"]), f"the front matter of {noun}s has no key 'body'",
                          "write the text below the front matter")  # fmt: skip
                continue
            if "id" in model.model_fields and "id" not in node:
                given["id"] = stem = Path(path).stem
                if not ID_PATTERN.fullmatch(stem):
                    self._add("missing-key", span_of(source, node.mark), f"this {noun} has no 'id', and the name of its file is no plain id",
                              "add 'id:', or rename the file")  # fmt: skip
                    continue
            located = self._validated(model, noun, node, source, given, Path(path).stem)
            if located is not None:
                found.append(located)
        return tuple(found)

    def _name_broken(self, noun: str, path: str) -> None:
        self.broken.setdefault(noun, set()).add(Path(path).stem)

    def _validated(
        self, model: type[R], noun: str, node: Mapping, source: SourceText,
        given: dict[str, object] | None = None, stem: str = "",
    ) -> Located[R] | None:  # fmt: skip
        record, problems = validate(model, node, source, **(given or {}))
        self.problems += problems
        if record is None:
            written = node.get("id", stem)
            if isinstance(written, str):
                self.broken.setdefault(noun, set()).add(written)
            return None
        return Located(record, TreePlaces(source, node), source.file, node.mark.line + 1)

    def _vocabulary(self) -> Vocabulary:
        name = "default_vocabulary.yaml"
        text = resources.files("timeline.reading").joinpath(name).read_text(encoding="utf-8")
        tree, _ = read_yaml(SourceText(name, text))
        default = Vocabulary.model_validate(tree)
        if self.vocabulary_file is None or not self.vocabulary_file.is_file():
            return default
        shown = self._shown(self.vocabulary_file)
        source, root = self._yaml(self.vocabulary_file, shown)
        if source is None or root is None:
            return default
        if not isinstance(root, Mapping):
            self._add(
                "wrong-shape", Span(shown), "this file must be 'key: value' lines", "begin with 'format: 1'"
            )
            return default
        located = self._validated(Vocabulary, "vocabulary", root, source)
        if located is None:
            self.broken.setdefault("kind", set()).update(_kinds_of(root))
            return default
        own = located.record
        kinds = {**default.kinds, **own.kinds}
        return own.model_copy(update={"kinds": kinds, "statuses": {**default.statuses, **own.statuses}})

    def _add(self, code: str, span: Span, message: str, hint: str) -> None:
        self.problems.append(Problem(code, Severity.ERROR, span, message, hint))


def _kinds_of(root: Mapping) -> Iterable[str]:
    kinds = root.get("kinds")
    return list(kinds) if isinstance(kinds, Mapping) else []
