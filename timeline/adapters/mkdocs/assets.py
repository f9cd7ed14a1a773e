"""The files of our theme as a site has them: one style sheet, and scripts named for what is in them."""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

from timeline.adapters.scripts import joined, plain

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from timeline.writing import Shelf


_STYLES = "assets/chronology/css/"
_SCRIPTS = "assets/chronology/js/"
_PART = "add/"
_FORM = "add/form.js"
"""The form for new events is a part by itself, which one page alone asks for."""
_APART = re.compile(r"""("[^"\n]*"|url\([^)]*\))|/\*.*?\*/""", re.DOTALL)
"""What keeps its characters, and the comments, which no reader needs."""
_SPACE = re.compile(r"""("[^"\n]*"|url\([^)]*\))|\s*([{};,])\s*|(:)\s+|\s+""")


def join_styles(files: Files, config: MkDocsConfig) -> str:
    """Puts one style sheet in the place of our many, and tells its address."""
    styles = without_notes("".join(_styles(files)))
    address = f"assets/chronology/chronology.{hashlib.sha256(styles.encode()).hexdigest()[:8]}.css"
    files.append(File.generated(config, address, content=styles))
    return address


def without_notes(styles: str) -> str:
    """A style sheet without comments and without the spaces that set it out: a fifth less to fetch.

    Args:
        styles: The style sheet; its texts stand in double quotes.
    """
    bare = _APART.sub(lambda found: found[1] or "", styles)
    return (
        _SPACE.sub(lambda found: found[1] or found[2] or found[3] or " ", bare).replace(";}", "}").strip()
        + "\n"
    )


def is_published(file: File, config: MkDocsConfig, media: frozenset[str]) -> bool:
    """Whether a file goes to the site as it is: the theme's files do, and checked media."""
    if file.src_dir is None or Path(file.src_dir) != Path(config.docs_dir):
        return True
    return file.src_uri.startswith("media/") and file.src_uri.removeprefix("media/") in media


def _styles(files: Files) -> Iterator[str]:
    """Our style sheets, one file a component, as one: a page then asks for a single file."""
    parts = sorted((f for f in files if f.src_uri.startswith(_STYLES)), key=lambda f: f.src_uri)
    for part in parts:
        files.remove(part)
        yield part.content_string.replace("../fonts/", "fonts/").rstrip() + "\n"


def hash_scripts(files: Files, config: MkDocsConfig, shelf: Shelf) -> str:
    """Puts our scripts into a folder named for what is in them, and tells which.

    A browser that keeps an old module can so never load it beside a new one.

    Args:
        files: MkDocs' files, our scripts among them.
        config: MkDocs' settings.
        shelf: Where the form's script is kept: to join it takes a quarter of a small site's build.
    """
    written = {file.src_uri: file for file in files if file.src_uri.startswith(_SCRIPTS)}
    scripts = {uri.removeprefix(_SCRIPTS): file.content_string for uri, file in sorted(written.items())}
    for file in written.values():
        files.remove(file)
    published = {path: plain(script) for path, script in scripts.items() if not path.startswith(_PART)}
    published[_FORM] = _kept_form(scripts, shelf)
    together = "".join(f"{path}\n{script}" for path, script in published.items())
    folder = f"{_SCRIPTS}{hashlib.sha256(together.encode()).hexdigest()[:8]}/"
    for path, script in published.items():
        files.append(File.generated(config, f"{folder}{path}", content=script))
    return folder


def _kept_form(scripts: Mapping[str, str], shelf: Shelf) -> str:
    parts = sorted(part for part in scripts.items() if part[0].startswith(_PART))
    key = "form\x1e" + hashlib.sha256(json.dumps(parts).encode()).hexdigest()
    form = shelf.get(key)
    if form is None:
        form = form_of(scripts)
        shelf.put(key, form)
    return form


def form_of(scripts: Mapping[str, str]) -> str:
    """The form's scripts as one; they are remembered, for ``serve`` asks for them with every build.

    Args:
        scripts: Our scripts by their path, those of the form among them.
    """
    return _joined(tuple((path, scripts[path]) for path in sorted(scripts) if path.startswith(_PART)))


@functools.lru_cache(maxsize=1)
def _joined(scripts: tuple[tuple[str, str], ...]) -> str:
    return joined(dict(scripts), _FORM)
