"""The files of an empty project, as text: those of ``timeline/skeleton``, with what this project is called.

``project/`` there has the layout of a project. ``pages/LANGUAGE/`` has the pages that readers see, an example
of an event, and the words of ``mkdocs.yml``. ``[[mark]]`` stands for a value, or for a word of the language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

import yaml

from timeline.languages import ENGLISH
from timeline.outputs.schemas import files as schemas
from timeline.reading.vocabulary import default_vocabulary
from timeline.writing import scalar

SCHEMAS = ".vscode/schema"
"""The folder of a project that keeps its schemas."""
_MARK = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|&~$])")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What one project begins with.

    Attributes:
        name: The site's name.
        language: The language of its interface.
        timezone: The zone of dates that state none.
        requirement: The line of ``requirements.txt``.
    """

    name: str
    language: str
    timezone: str
    requirement: str


def skeleton(beginning: Beginning) -> Iterator[tuple[str, str]]:
    """Every file of the project: its path, with ``/``, and its text."""
    root = resources.files("timeline") / "skeleton"
    pages, language = _pages(root / "pages", beginning.language)
    words = _words(pages)
    example = (pages / "example.yaml").read_text(encoding="utf-8").rstrip("\n")
    values = {
        "name": _plain(beginning.name),
        "title": _MARKUP.sub(r"\\\1", beginning.name),
        "language": _plain(beginning.language),
        "timezone": _plain(beginning.timezone),
        "requirement": beginning.requirement,
    }
    for path, text in _texts(root / "project"):
        commented = "\n".join(f"# {line}".rstrip() for line in example.split("\n"))
        yield path, _filled(text, {**values, "example": commented}, words)
    for path, text in _texts(pages):
        if path.endswith(".md"):
            page = _filled(text, {**values, "example": example}, words)
            if language != beginning.language:
                page = page.replace("---\n", f"---\nlanguage: {language}\n", 1)
            yield f"content/{path}", page
    for name, text in schemas(default_vocabulary().kinds):
        yield f"{SCHEMAS}/{name}", text


def _pages(folder: Traversable, language: str) -> tuple[Traversable, str]:
    """The pages in a language, and that language: English, where nobody has translated them."""
    own = folder / language
    return (own, language) if own.is_dir() else (folder / ENGLISH, ENGLISH)


def _words(pages: Traversable) -> Mapping[str, str]:
    """The words of ``mkdocs.yml`` in the language of the pages; English ones are the marks themselves."""
    file = pages / "words.yaml"
    if not file.is_file():
        return {}
    found: Mapping[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def _texts(folder: Traversable, below: str = "") -> Iterator[tuple[str, str]]:
    """Every file below a folder, in one order on every machine; the package may be a folder or an archive."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _texts(item, f"{below}{item.name}/")
        else:
            yield f"{below}{item.name}", item.read_text(encoding="utf-8")


def _filled(text: str, values: Mapping[str, str], words: Mapping[str, str]) -> str:
    return _MARK.sub(lambda mark: values.get(mark[1]) or words.get(mark[1], mark[1]), text)


def _plain(text: str) -> str:
    """A text as YAML that every reader takes for text: ``no`` is Norwegian here, and nowhere a false."""
    written = scalar(text)
    return written if yaml.safe_load(written) == text else json.dumps(text, ensure_ascii=False)
