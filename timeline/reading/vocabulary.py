"""The words of a site: its own vocabulary, on top of the one that ships with the program."""

from __future__ import annotations

import functools
from importlib import resources
from pathlib import Path

from timeline.problems import Problem, Severity, Span
from timeline.reading.files import FileReader
from timeline.reading.strict_yaml import read_yaml
from timeline.reading.text import SourceText
from timeline.reading.tree import REFUSED, Mapping
from timeline.reading.validation import validate
from timeline.records import Vocabulary

_DEFAULT = "default_vocabulary.yaml"


def read_vocabulary(reader: FileReader, path: Path | None, shown: str) -> Vocabulary:
    """Reads a site's vocabulary.

    Args:
        reader: Reads files, and keeps what is wrong with them.
        path: The site's ``vocabulary.yaml``; it need not be there.
        shown: Its path as problems name it.

    Returns:
        The program's own words, with those of the site added or in their place.
    """
    default = default_vocabulary()
    own = _own(reader, path, shown) if path is not None and _is_plain(reader, path, shown) else None
    if own is None:
        return default
    kinds = {**default.kinds, **own.kinds}
    return own.model_copy(update={"kinds": kinds, "statuses": {**default.statuses, **own.statuses}})


@functools.cache
def default_vocabulary() -> Vocabulary:
    """The words that ship with the program."""
    text = resources.files("timeline.reading").joinpath(_DEFAULT).read_text(encoding="utf-8")
    return Vocabulary.model_validate(read_yaml(SourceText(_DEFAULT, text)).root)


def _is_plain(reader: FileReader, path: Path, shown: str) -> bool:
    """Whether the vocabulary is a file of its own; what else it is, is told."""
    if shown in reader.proposed:
        return True
    if path.is_symlink():
        told = "symbolic-link", "this is a symbolic link; links are not followed", "put the file itself here"
    elif path.exists() and not path.is_file():
        told = "unexpected-file", "this is not a plain file", "put a plain file here, or delete it"
    elif not path.exists() and (other := path.with_suffix(".yml")).is_file() and path.suffix == ".yaml":
        told = "unexpected-file", f"'{other.name}' is not read", f"call it {path.name}"
        shown = shown.removesuffix(".yaml") + ".yml"
    else:
        return path.is_file()
    code, message, hint = told
    reader.problems.append(Problem(code, Severity.ERROR, Span(shown), message, hint))
    return False


def _own(reader: FileReader, path: Path, shown: str) -> Vocabulary | None:
    read = reader.yaml(path, shown, "kind")
    if read is None:
        return None
    source, tree = read
    problems = tree.problems
    vocabulary = None
    if isinstance(tree.root, Mapping):
        validated = validate(Vocabulary, tree.root, source)
        vocabulary = validated.record
        problems.extend(validated.problems)
        problems.count(validated.more)
        if vocabulary is None:
            kinds = tree.root.get("kinds")
            reader.broken.setdefault("kind", set()).update(kinds if isinstance(kinds, Mapping) else ())
    elif tree.root is not None and tree.root is not REFUSED:
        span = source.span(tree.start, len(source.text))
        message = "this file must be 'key: value' lines"
        problems.add(Problem("wrong-shape", Severity.ERROR, span, message, "begin with 'format: 1'"))
        reader.lose("kind", source.text)
    reader.problems += problems.all()
    return vocabulary
