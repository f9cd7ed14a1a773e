"""One file at a time into records: a list of them in YAML, or one in a Markdown file's front matter.

What cannot be read is remembered by its id, so that no reference to it is told as a mistake of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from pathlib import Path
from typing import Any, TypeVar

from timeline.problems import Problem, Severity, Span
from timeline.reading.collected import Collected
from timeline.reading.examples import LIKE_THIS, named_example
from timeline.reading.front_matter import FrontMatter, read_front_matter
from timeline.reading.kept import Kept
from timeline.reading.keys import NOUNS
from timeline.reading.known import keep_records, kept_document, kept_list, known_document, known_records
from timeline.reading.limits import Limits
from timeline.reading.markup import excess
from timeline.reading.places import RecordPlaces
from timeline.reading.slips import missing_blank
from timeline.reading.strict_yaml import Yaml, read_yaml
from timeline.reading.text import SourceText, decode
from timeline.reading.tree import REFUSED, Mapping, Sequence, TreePlaces
from timeline.reading.validation import FREE_TEXT, validate
from timeline.records import ID_PATTERN, Located, Record, Written

R = TypeVar("R", bound=Record)

_FOLLOWED = frozenset({"article", "event", "place"})
"""The records that name others by their ids, which are followed even where something else is wrong."""
_WORDS = re.compile(ID_PATTERN.pattern.replace("(", "(?:"))


class FileReader:
    """Reads the files of one project.

    Args:
        limits: How much is read.
        kept: What is kept of the files from before.

    Attributes:
        limits: How much is read.
        problems: What is wrong with the files that were read so far.
        texts: Their texts, by the path that problems name.
        broken: The ids that records have or may have which could not be read, by the kind of record.
        fragments: What could be read of them, by the kind of record.
        torn: The ids of those of which keys are lost.
        proposed: Files as they are to be, by the path that problems name; the disk is not asked for them.
    """

    def __init__(self, limits: Limits, kept: Kept | None) -> None:
        self.limits = limits
        self.kept = kept
        self.problems: list[Problem] = []
        self.texts: dict[str, SourceText] = {}
        self.broken: dict[str, set[str]] = {}
        self.fragments: dict[str, list[Located[Any]]] = {}
        self.torn: set[str] = set()
        self.proposed: AnyMapping[str, bytes] = {}
        self._written: Written = {}

    def text(self, path: Path, shown: str, limit: int, noun: str) -> SourceText | None:
        """The text of a file; None where it cannot be read."""
        try:
            data = self.proposed.get(shown)
            if data is None:
                with path.open("rb") as file:
                    data = file.read(limit + 1)
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            self.problems.append(Problem("unreadable-file", Severity.ERROR, Span(shown), message))
            return None
        source, problems, sensible = decode(data, shown, limit)
        self.texts[shown] = source
        self.problems += problems
        if not sensible:
            self.lose(noun, source.text)
            return None
        return source

    def yaml(self, path: Path, shown: str, noun: str) -> tuple[SourceText, Yaml] | None:
        """A YAML file's tree; None where not even its text can be read."""
        source = self.text(path, shown, self.limits.yaml_bytes, noun)
        return None if source is None else (source, self._parsed(source, noun))

    def _parsed(self, source: SourceText, noun: str) -> Yaml:
        read = read_yaml(source, limits=self.limits, free=FREE_TEXT)
        for part in read.unread:
            self.lose(noun, part)
        return read

    def records(self, path: Path, shown: str, noun: str, model: type[R]) -> tuple[Located[R], ...]:
        """The records of a YAML file that is a list of them."""
        source = self.text(path, shown, self.limits.yaml_bytes, noun)
        if source is None:
            return ()
        kept = kept_list(self.kept, noun, source, self.limits)
        known = None if kept is None else known_records(kept, source, model, self.limits, self._written)
        if known is not None:
            return known
        tree = self._parsed(source, noun)
        found = _Found(source, tree.problems, torn=bool(tree.problems.all()))
        if isinstance(tree.root, Sequence):
            records = self._listed(tree.root, found, noun, model)
        else:
            records = []
            if tree.root is not None and tree.root is not REFUSED:
                self.lose(noun, source.text)
                message, hint = f"this file must be a list of {noun}s", _unwrapped(tree.root) or _begun(model)
                found.refuse("wrong-shape", tree.start, len(source.text), message, hint)
        told = found.problems.all()
        if kept is not None and not told and isinstance(tree.root, Sequence):
            keep_records(kept, tree.root, records)
        self.problems += told
        return tuple(records)

    def _listed(self, root: Sequence, found: _Found, noun: str, model: type[R]) -> list[Located[R]]:
        records = []
        for number, node in enumerate(root):
            if isinstance(node, Mapping):
                located = self.record(node, found, noun, model)
                if located is not None:
                    records.append(located)
            elif node is not REFUSED:
                self.lose(noun, found.source.text[slice(*root.value_place(number))])
                start, end = root.value_place(number)
                hint = missing_blank(found.source.text[start:end])
                example = "" if hint else named_example(model, node)
                message = f"this must be {NOUNS[model]}, written as 'key: value' lines"
                hint = hint or (LIKE_THIS if example else _begun(model))
                found.refuse("wrong-shape", start, end, message, hint, example)
        return records

    def document(self, path: Path, shown: str, noun: str, model: type[R], stem: str) -> Located[R] | None:
        """The record that a Markdown file is; None where it cannot be made."""
        source = self.text(path, shown, self.limits.markdown_bytes, noun)
        if source is None:
            self.lose(noun, stem)
            return None
        kept = kept_document(self.kept, noun, source, stem)
        if kept is not None:
            known = known_document(kept, source, model, stem, self.limits, self._written)
            if known is not None:
                return known
        read = read_front_matter(source, self.limits, FREE_TEXT)
        found = _Found(source, Collected(self.limits.problems), torn=bool(read.problems))
        found.problems.extend(read.problems)
        located = None
        if read.root is None:
            self.lose(noun, f"{stem} {source.text}")
        else:
            given: dict[str, object] = {"body": self._body(read, found)}
            if "id" in model.model_fields and "id" not in read.root:
                given["id"] = stem
                if not ID_PATTERN.fullmatch(stem):
                    found.refuse("missing-key", read.root.start, read.root.end,
                                 f"this {noun} has no 'id', and its file's name is no plain id",
                                 "add 'id:', or rename the file")  # fmt: skip
                    given["id"] = "unnamed"
            located = self.record(read.root, found, noun, model, given, read.body_start)
            if given.get("id") == "unnamed":
                located = None
        told = found.problems.all()
        if kept is not None and not told and located is not None and read.root is not None:
            kept.add(0, read.root, located.record, read.body_start)
            kept.keep()
        self.problems += told
        return located

    def _body(self, read: FrontMatter, found: _Found) -> str:
        """The body of a document; empty where it is more than can be read, which is told."""
        much = excess(read.body, self.limits)
        if much is None:
            return read.body
        at = found.source.readable.index(read.body, read.body_start) + much.at
        found.refuse(much.code, at + much.column, at + len(much.line), much.message, much.hint)
        return ""

    def record(
        self, node: Mapping, found: _Found, noun: str, model: type[R],
        given: dict[str, object] | None = None, body: int | None = None,
    ) -> Located[R] | None:  # fmt: skip
        """The record that a mapping is; None where it cannot be made, and its ids are then lost."""
        source = found.source
        validated = validate(model, node, source, self._written, **(given or {}))
        found.problems.extend(validated.problems)
        found.problems.count(validated.more)
        places = RecordPlaces(source, node.start, node.end, TreePlaces(source, node, body))
        if validated.record is None:
            self._lose_ids(noun, node, source, given or {})
            if validated.fragment is not None and noun in _FOLLOWED:
                located = Located(validated.fragment, places, source.file)
                # A key that is not known, or a line that could not be read, may be what seems to be missing.
                whole = node.whole and not found.torn and not node.keys() - model.model_fields.keys()
                self._keep_fragment(noun, located, whole=whole)
            return None
        if not node.whole:
            self.torn.add(str(node.get("id", "")))
        return Located(validated.record, places, source.file)

    def _keep_fragment(self, noun: str, located: Located[Any], *, whole: bool) -> None:
        """Remembers what could be read of a record, so that its references are followed all the same."""
        self.fragments.setdefault(noun, []).append(located)
        if not whole:
            self.torn.add(located.record.id)

    def lose(self, noun: str, text: str) -> None:
        """Notes what may have been in a text that cannot be read: every word that could be an id."""
        words = _WORDS.findall(text)
        self.broken.setdefault(noun, set()).update(words)
        if noun == "article":  # it may declare events, or be the only source of some
            self.broken.setdefault("event", set()).update(words)

    def _lose_ids(self, noun: str, node: Mapping, source: SourceText, given: dict[str, object]) -> None:
        id = node.get("id", given.get("id"))
        known = isinstance(id, str) and ID_PATTERN.fullmatch(id)
        if not known:
            self.lose(noun, source.text[node.start : node.end])
            return
        self.broken.setdefault(noun, set()).add(str(id))
        if noun == "event":  # what is said under a former id cannot be judged alone either
            former = node.get("aliases")
            self.broken[noun].update(
                alias
                for alias in (former if isinstance(former, Sequence) else [former])
                if isinstance(alias, str)
            )
        events = node.get("events")
        for event in events if isinstance(events, Sequence) else []:
            named = event.get("id") if isinstance(event, Mapping) else event
            if isinstance(named, str):
                self.broken.setdefault("event", set()).add(named)


def _begun(model: type[Record]) -> str:
    """How to write a list of records: every one begins with the key that names it."""
    return f"begin every one with '- {next(iter(model.model_fields))}: …'"


def _unwrapped(root: object) -> str:
    """What to do about a list that stands below a key, as other programs have it."""
    if not isinstance(root, Mapping) or len(root) != 1 or not isinstance(next(iter(root.values())), Sequence):
        return ""
    return f"delete the line '{next(iter(root))}:', and begin the list at the left"


class _Found:
    """A file that is being read, and what is wrong with it so far."""

    def __init__(self, source: SourceText, problems: Collected, *, torn: bool) -> None:
        self.source = source
        self.problems = problems
        self.torn = torn

    def refuse(self, code: str, start: int, end: int, message: str, hint: str, example: str = "") -> None:
        """Adds an error about a stretch of the file."""
        if self.problems.full:
            self.problems.count(1)
            return
        span = self.source.span(start, end)
        self.problems.add(Problem(code, Severity.ERROR, span, message, hint, example=example))
