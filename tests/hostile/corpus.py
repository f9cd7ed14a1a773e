"""The samples in `samples/`: what a stranger might put into the content, and what must become of each.

A sample is a tree in the notation of `marked_trees.py`, below `content/`. `refused` lists places and codes
that must be told (`file:line code`, or `file:line code or code` where the parsers differ); `strict` those that stop a strict build alone. A sample with
neither is harmless: it builds, `shown` stands in its pages or data, and `absent` in no file of the site.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from marked_trees import BASE, bytes_of, files_of, write_marked_tree
from tables import read_table

HOME = "== index.md\n---\ntitle: Made up\nsummary: Made up for tests.\n---\nWords.\n"
SETTINGS = """\
site_name: Made up
site_url: https://example.org/
docs_dir: content
theme:
  name: material
  palette:
    - {scheme: default, primary: custom, accent: custom, toggle: {icon: material/weather-sunny, name: Dark}}
    - {scheme: slate, primary: custom, accent: custom, toggle: {icon: material/weather-night, name: Light}}
plugins:
  - search
  - timeline:
      # What is only doubtful is published here all the same, to see that it does nothing.
      levels: {media-without-credit: "off", placeholder: "off", mixed-alphabets: "off", unseen-character: "off"}
"""


@dataclass(frozen=True)
class Sample:
    """One sample; its name is unique."""

    name: str
    tree: str
    refused: Sequence[str] = ()
    strict: Sequence[str] = ()
    shown: Sequence[str] = ()
    absent: Sequence[str] = ()

    @property
    def is_harmless(self) -> bool:
        """Whether a site is built of it."""
        return not (self.refused or self.strict)

    @property
    def told(self) -> Iterator[tuple[str, Sequence[str]]]:
        """The places that must be told, each with the codes of which it has one."""
        for row in (*self.refused, *self.strict):
            place, line, codes = re.fullmatch(r"(.*):(\d+) (.*)", row, re.DOTALL).groups()
            yield f"{place}:{line}", codes.split(" or ")

    def write(self, project: Path) -> Path:
        """Makes a project of the sample alone."""
        return write_project(project, self.tree)


def samples() -> Iterator[Sample]:
    """Every sample of every table."""
    for file in sorted(Path(__file__).with_name("samples").glob("*.yaml")):
        for row in read_table(file):
            yield Sample(name=row.pop("sample"), **row)


def write_project(project: Path, tree: str) -> Path:
    """Makes a project of a tree."""
    (project / "content").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    write_marked_tree(project / "content", HOME + tree)
    return project


def write_together(project: Path) -> Path:
    """Makes one project of all samples that are harmless: lists of one name become one list."""
    files: dict[str, str] = {}
    for tree in (HOME, BASE, *(sample.tree for sample in samples() if sample.is_harmless)):
        for path, text in files_of(tree).items():
            files[path] = files.get(path, "") + text
    return write_project(project, "".join(f"== {path}\n{text}" for path, text in files.items()))


def visible_text(text: str) -> str:
    """A text with marks as it stands in a file."""
    return bytes_of(text).decode()
