"""Material's search box with our own search behind it.

Material indexes every page whole, which is 11 MB at 10,000 events. Its dialog, though, asks whatever worker
the page's settings name; so ours is named there, and Material's index keeps only the pages that are not ours,
which our worker is handed with it. Where the search is another's, or works from files, nothing is touched.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup

from timeline.adapters.mkdocs.pages import DocumentPage
from timeline.adapters.trimming import trimmed

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_DIALOG = """\
{% import "partials/language.html" as lang with context %}
{% set features = config.theme.features or [] %}
{% include "partials/search-dialog.html" %}
"""
_GLASS = '{% include ".icons/" ~ (config.theme.icon.search or "material/magnify") ~ ".svg" %}'
_SCRIPT = """\
for (const [place, inside] of Object.entries({parts}))
  for (const element of document.querySelectorAll(place))
    if (!element.firstElementChild) element.innerHTML = inside;
"""
"""A project's own header or dialog may have neither place, or be full already."""
_WORKER = re.compile(r'"search":\s*"[^"]*"')


class _Index(Protocol):
    """What we ask of Material's index."""

    entries: list[Any]

    def add_entry_from_context(self, page: Page) -> None: ...

    def generate_search_index(self, prev: Any) -> str: ...  # noqa: ANN401 (Material's own)


class OthersIndex:
    """Material's index of the pages that are not ours.

    Args:
        index: Material's own.
        failed: What the worker says where it cannot have our index.
    """

    def __init__(self, index: _Index, failed: str) -> None:
        self.index = index
        self._failed = failed

    def add_entry_from_context(self, page: Page) -> None:
        """Indexes a page that another plugin brought; ours are found by our own index."""
        if not isinstance(page, DocumentPage):
            self.index.add_entry_from_context(page)

    def generate_search_index(self, prev: OthersIndex | None) -> str:
        """The index as JSON, as Material's plugin writes it."""
        data = json.loads(self.index.generate_search_index(prev and prev.index))
        data["config"]["failed"] = self._failed
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def is_searched(config: MkDocsConfig) -> bool:
    """Whether Material's search is on in this site."""
    search = config.plugins.get("material/search")
    return search is not None and bool(search.config.get("enabled"))


def take_over(env: Environment, config: MkDocsConfig, failed: str) -> bool:
    """Puts our search behind Material's box, where that is the search of this site.

    Args:
        env: Where the theme's templates are.
        config: MkDocs' settings.
        failed: What to say where our index cannot be had.

    Returns:
        Whether the pages are to name our worker.
    """
    search: Any = config.plugins.get("material/search")
    offline = config.plugins.get("material/offline")
    index: Any = getattr(search, "search_index", None)
    if not is_searched(config) or not hasattr(index, "generate_search_index"):
        return False
    if offline is not None and offline.config.get("enabled"):
        return False
    base, *_ = env.loader.get_source(env, "base.html") if env.loader else ("",)
    if not _WORKER.search(base):
        return False
    if not isinstance(index, OthersIndex):
        search.search_index = OthersIndex(index, failed)
    return True


def with_worker(settings: str, worker: str) -> Markup:
    """The settings that Material's script reads, with the address of our worker in them."""
    return Markup(_WORKER.sub(lambda _: f'"search": {json.dumps(worker)}', settings, count=1))  # noqa: S704


def dialog(env: Environment, config: MkDocsConfig) -> tuple[str, str]:
    """The script that puts the search dialog and the drawing of its button into a page.

    It runs before Material's, which looks for what is in the dialog.

    Args:
        env: Where the theme's templates are, with `chronology` among its globals.
        config: MkDocs' settings.

    Returns:
        Where the script goes, named for what is in it, and the script.
    """
    parts = {
        place: trimmed(env.from_string(inside).render(config=config)).strip()
        for place, inside in ((".md-search", _DIALOG), (".masthead__search", _GLASS))
    }
    script = _SCRIPT.format(parts=json.dumps(parts))
    digest = hashlib.sha256(script.encode("utf-8")).hexdigest()[:8]
    return f"assets/chronology/search-dialog.{digest}.js", script
