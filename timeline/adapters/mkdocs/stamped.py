"""The pages of records as files: each a frame of MkDocs' own making with the page's parts put in.

It is apart from the plugin because it happens ten thousand times in a build: nothing here may look
at every page for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files

from timeline.adapters.mkdocs.pages import DocumentPage, file_of
from timeline.adapters.search import is_found
from timeline.adapters.stamping import Shells, Slots
from timeline.adapters.trimming import trimmed
from timeline.pages import Document, Draft, Edition, finished
from timeline.writing import Mirror, SiteFolder

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation


class Stamped:
    """Writes the pages of which there are many.

    Args:
        config: MkDocs' settings.
        files: The files of the site that MkDocs knows.
        nav: The navigation, which stands on every page.
        edition: What the pages share.
        own_search: Whether our own search finds these pages; else each is handed to that of the site.
    """

    def __init__(
        self, config: MkDocsConfig, files: Files, nav: Navigation, edition: Edition, *, own_search: bool
    ) -> None:
        self._config = config
        self._files = files
        self._nav = nav
        self._edition = edition
        plugins = config.plugins
        self._search: Any = None
        if not own_search:
            self._search = plugins.get("search") or plugins.get("material/search")

    def written(
        self,
        drafts: Iterable[Document | Draft],
        env: Environment,
        folder: SiteFolder,
        mirror: Mirror | None,
        shown: dict[str, Document],
    ) -> Iterator[Document]:
        """Makes and writes the pages, one after the other; there are too many to hold.

        Args:
            drafts: The pages.
            env: Where the theme's templates are.
            folder: Where the pages go.
            mirror: What ``serve`` shows; None for a build that writes everything.
            shown: What was returned of each page the last time it was written; this is added to.

        Returns:
            Of each page what lists of pages tell.
        """
        shells = Shells(lambda path, slots: self._frame(env, path, slots))
        for draft in drafts:
            shell = shells.around(draft.path)
            if mirror is not None and isinstance(draft, Draft) and self._search is None:
                line = draft.source.line if draft.source else 0
                told = f"{draft.key} {line} {shell.digest}"
                if mirror.is_shown(draft.file, told) and draft.path in shown:
                    yield shown[draft.path]
                    continue
            document = finished(draft, self._edition)
            if self._search is not None:
                page = self._page(document)
                self._search.on_page_context({}, page=page, config=self._config, nav=self._nav)
            slots = {
                "title": escape(document.title),
                "description": escape(document.description or document.title),
                "canonical": self._edition.permalink(document.path),
                "head": document.head,
                "content": document.html,
            }
            folder.write(document.file, shell.stamp(slots))
            shown[document.path] = _listed(document)
            yield shown[document.path]

    def _frame(self, env: Environment, path: str, slots: Slots) -> str:
        """The frame of pages with such an address, as MkDocs renders it, with a mark at each slot."""
        marked = Document(
            path, "", slots["title"], slots["description"], slots["content"], head=slots["head"]
        )
        page = self._page(marked)
        page.canonical_url = slots["canonical"] if page.canonical_url else None
        context = get_context(self._nav, self._files.documentation_pages(), self._config, page)
        return trimmed(env.get_template("main.html").render(context))

    def _page(self, document: Document) -> DocumentPage:
        file = File.generated(self._config, file_of(document), content="")
        page = DocumentPage(document, None, file, self._config)
        page.read_source(self._config)
        page.render(self._config, self._files)
        return page


def _listed(document: Document) -> Document:
    """A page without what no list of pages tells: of ten thousand events that is as much as they are."""
    if is_found(document):
        return replace(document, html="", head="", entries=())
    return replace(document, title="", description="", html="", head="", entries=())
