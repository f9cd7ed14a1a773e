"""File trees with marks for what a text file cannot hold, or a reader cannot see.

`== path` begins a file below `content/`, as in `tests/trees.py`. `<U+202E>` is a character, `<0xFF>` a byte,
`<100 × x>` and `<100 lines × x>` are repetitions, `<NOLF>` says that no line end follows, `<LINK target>` makes
a symbolic link; `<CR>`, `<TAB>` and `<SPACE>` are what they say.
"""

import re

import pytest
import yaml

from timeline.checks import examine
from timeline.reading import parsers, read_project, strict_reader
from timeline.records import Site

_REPEATED = re.compile(r"<(\d+)( lines)? × (<U\+[0-9A-F]+>|[^>]*)>")
_WORDS = {"<CR>": "\r", "<TAB>": "\t", "<SPACE>": " ", "<NOLF>\n": "", "<NOLF>": ""}

# The trees are about reading: what no event names is not their business.
_LEFTOVERS = dict.fromkeys((
    "unused-place", "unused-actor", "unused-publisher", "unused-media", "empty-storyline", "media-without-credit",
    "archive-mixed-up", "names-itself", "placeholder", "private-address", "summary-repeats-title",
))  # fmt: skip

# What is there unless a tree says otherwise: an article and a place to refer to.
BASE = """\
== articles/report.md
---
title: A report
published: 2020-01-05
---
== places.yaml
- id: baghdad
  name: Baghdad
"""


def bytes_of(text):
    text = _REPEATED.sub(lambda m: (m[3] + ("\n" if m[2] else "")) * int(m[1]), text)
    for word, char in _WORDS.items():
        text = text.replace(word, char)
    text = re.sub(r"<U\+([0-9A-F]+)>", lambda m: chr(int(m[1], 16)), text)
    parts = re.split(r"<0x([0-9A-F]{2})>", text)
    return b"".join(
        bytes([int(part, 16)]) if number % 2 else part.encode("utf-8", "surrogatepass")
        for number, part in enumerate(parts)
    )


def files_of(tree):
    head, *rest = re.split(r"^== (.*)\n", tree, flags=re.MULTILINE)
    assert not head.strip(), head
    return {bytes_of(path).decode(): text for path, text in zip(rest[::2], rest[1::2], strict=True)}


def write_tree(folder, tree):
    own = files_of(tree)
    base = {
        path: text for path, text in files_of(BASE).items() if not any(p.startswith(f"{path}/") for p in own)
    }
    for path, text in {**base, **own}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith("<LINK "):
            target.symlink_to(text.strip()[6:-1])
        else:
            target.write_bytes(bytes_of(text))


@pytest.fixture(params=["libyaml", "pure Python"])
def parser(request, monkeypatch):
    """Reads with each of PyYAML's parsers; where libyaml is not there, with the other alone."""
    if request.param == "pure Python":
        monkeypatch.setattr(strict_reader, "parser_for", parsers.python_parser)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")


@pytest.fixture
def read(tmp_path):
    """Writes a tree below `content/`, on top of the base, and reads it; `../` leads out of it."""

    def read_tree(tree, **options):
        content = tmp_path / "content"
        content.mkdir(exist_ok=True)
        write_tree(content, tree)
        return read_project(content, tmp_path / "site_config/vocabulary.yaml", **options)

    return read_tree


@pytest.fixture
def problems(read):
    """The problems of a tree, those of merging and the checks included."""

    def problems_of(tree, **options):
        return examine(read(tree, **options), Site(levels=_LEFTOVERS)).problems

    return problems_of
