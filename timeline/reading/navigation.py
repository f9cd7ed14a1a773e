"""The folder and the pages that a ``mkdocs.yml`` names, and that are not there.

MkDocs says so without the line, of pages only while it builds. The program's own pages are made while the
site is, so only what can be none of them is told, and nothing where another plugin may make pages, too.
"""

from __future__ import annotations

import difflib
import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from timeline.problems import Problem, Severity, Span

_DEFAULT = "docs"
_MAKING_NONE = frozenset({"search", "material/search", "timeline", "offline", "minify"})
"""Plugins that make no pages but ours."""
_MADE = (
    "actors", "add", "articles", "codes", "corrections", "events", "fields", "map", "places", "sources",
    "storylines", "tags",
)  # fmt: skip
"""The folders of pages that the program makes, each with an ``index.md`` as navigation names it."""
_MAY_BE_MADE = re.compile(rf"(?:{'|'.join(_MADE)}|-?[0-9][0-9x-]*)/.+|index\.md")
_GUESSED = 50
"""For how many wrong paths the right one is looked for."""


def folder_problem(file: str, folder: Path, node: yaml.Node | None, span: Span) -> Problem | None:
    """What is wrong with the content folder.

    Args:
        file: The settings, as problems name them.
        folder: The folder of the settings.
        node: What they give for ``docs_dir``; None where they leave it out.
        span: Where they give it.
    """
    if node is None:
        if _is_folder(folder / _DEFAULT) or not _is_folder(folder / "content"):
            return None
        message = f"nothing says where the content is, and there is no folder '{_DEFAULT}'"
        return Problem("bad-setting", Severity.ERROR, Span(file), message, "add the line 'docs_dir: content'")
    if not isinstance(node, yaml.ScalarNode) or node.tag.startswith("!") or _is_folder(folder / node.value):
        return None
    there = sorted(one.name for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
    near = difflib.get_close_matches(node.value, there, n=1)
    near = near or [name for name in ("content", _DEFAULT) if name in there]
    hint = (
        f"did you mean '{near[0]}'?" if near else "make it, or write the name of the one with index.md in it"
    )
    return Problem("bad-setting", Severity.ERROR, span, f"there is no folder '{node.value}'", hint)


def lost_pages(
    nav: yaml.Node, content: Path, plugins: set[str]
) -> Iterator[tuple[yaml.ScalarNode, str, str]]:
    """The values in the navigation that lead to no page: each with what is wrong, and what to do.

    Args:
        nav: The navigation.
        content: The content folder.
        plugins: The names of the site's plugins.
    """
    if plugins - _MAKING_NONE or not _is_folder(content):
        return
    known: list[str] = []
    told = 0
    for node in _values(nav):
        path = posixpath.normpath(node.value)
        if not _is_lost(node, path, content):
            continue
        told += 1
        known = known or sorted({*_pages(content), *(f"{name}/index.md" for name in _MADE)})
        stem = path.removesuffix(".md").removesuffix(".html").removesuffix("/index")
        near = [name for name in (f"{stem}.md", f"{stem}/index.md") if name in known]
        if told <= _GUESSED:
            near = near or difflib.get_close_matches(path, known, n=1)
        hint = (
            f"did you mean '{near[0]}'?"
            if near
            else "write the path of a file, as in about.md, or take it out"
        )
        yield node, f"there is no page '{node.value}'", hint


def _is_lost(node: yaml.ScalarNode, path: str, content: Path) -> bool:
    """Whether a value is the path of a page, and surely of none that there is or will be."""
    try:
        parts = urlsplit(node.value)
    except ValueError:
        return False
    if (
        node.tag != "tag:yaml.org,2002:str"
        or parts.scheme
        or parts.netloc
        or path.startswith(("/", "..", "#"))
    ):
        return False
    return bool(parts.path) and not _MAY_BE_MADE.fullmatch(path) and not _is_file(content / path)


def _is_folder(path: Path) -> bool:
    # Path.is_dir raises where a name is longer than one can be.
    return os.path.isdir(path)  # noqa: PTH112


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 # likewise


def _values(nav: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The paths and addresses of a navigation, in their order; what an alias repeats, even itself, once."""
    behind = [nav]
    seen: set[int] = set()
    while behind:
        node = behind.pop()
        if node.tag.startswith("!") or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.SequenceNode):
            behind += reversed(node.value)
        elif isinstance(node, yaml.MappingNode):
            behind += reversed([value for _, value in node.value])


def _pages(content: Path) -> Iterator[str]:
    """The Markdown files of a content folder that may be pages of their own."""
    for path in content.rglob("*.md"):
        if _is_file(path):
            yield path.relative_to(content).as_posix()
