"""The plugin: it hands our documents to MkDocs' build, and decides nothing itself.

Reading and checking happen before MkDocs cleans the site; the site is built beside the old one, and
swapped in when the build, strict mode included, has passed. What makes pages is imported when pages are made:
MkDocs loads this module with its settings, for `timeline check` too.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from html import escape
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from timeline.adapters.making import CACHE, made_by
from timeline.adapters.mkdocs.assets import hash_scripts, is_published, join_styles
from timeline.adapters.mkdocs.compiled import Compiled
from timeline.adapters.mkdocs.mending import MendedLoader
from timeline.adapters.mkdocs.options import TimelineConfig, project_of, root_of
from timeline.adapters.mkdocs.policies import site_policy
from timeline.adapters.mkdocs.serving import NotFit, keep_serving, tell_of_taken_address
from timeline.adapters.mkdocs.telling import strict_count, tell
from timeline.adapters.policy import REFERRER, refused
from timeline.adapters.project import check_project
from timeline.adapters.trimming import trimmed
from timeline.problems.reports import visible
from timeline.reading import Memory
from timeline.reading.collector import collector_at_leisure
from timeline.writing import Mirror, Shelf, SiteFolder, Swap, leading_out, links_below

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation

    from timeline.adapters.mkdocs.pages import DocumentPage
    from timeline.merging import Timeline
    from timeline.outputs import Output
    from timeline.pages import Document, Draft, Edition

log = logging.getLogger("mkdocs.plugins.timeline")

THEME = "theme"
"""The folder of our theme, in the package."""
_EPOCH = "1970-01-01"


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call] # likewise
    """Publishes a chronology with MkDocs."""

    def __init__(self) -> None:
        self._command = "build"
        self._swap: Swap | Mirror | None = None
        self._mirror: Mirror | None = None
        self._memory: Memory | None = None
        self._at_leisure = ExitStack()
        self._compiled = Compiled()
        self._timeline: Timeline | None = None
        self._stylesheet = ""
        self._script = ""
        self._edition: Edition | None = None
        self._shelf: Shelf | None = None
        self._stamped: list[Document | Draft] = []
        self._pages: list[DocumentPage] = []
        self._shown: dict[str, Document] = {}
        self._policy: Callable[[str], str] | None = None
        self._searches = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether a finished site is to be swapped in."""
        del dirty
        self._command = command
        if command == "serve":
            self._memory = Memory()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Puts our theme in front of Material's, and what is to be watched into ``watch``."""
        if config.theme.name != "material":
            raise ConfigurationError("the timeline plugin needs 'theme: {name: material}' in mkdocs.yml")
        config.use_directory_urls = True
        theme = Path(str(resources.files("timeline") / THEME))
        behind = 1 if config.theme.custom_dir else 0
        if str(theme) not in config.theme.dirs:
            config.theme.dirs.insert(behind, str(theme))
        config.theme["font"] = False
        if not config.theme.get("palette"):
            config.theme["palette"] = {"scheme": "auto", "primary": "custom", "accent": "custom"}
        root = root_of(config)
        watched = [root / "site_config", theme, theme.with_name("templates")]
        config.watch.extend(str(path) for path in watched if path.is_dir() and str(path) not in config.watch)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Reads and checks everything; a project with errors goes no further."""
        project = project_of(config, self.config)
        checked = check_project(project, self._memory)
        tell(checked)
        if checked.examined.fails(strict=config.strict):
            raise NotFit("The site was not built: see the problems above.")
        self._timeline = checked.examined.timeline
        del checked  # and with it the texts of the files
        self._timeline.settle()
        # What was read stays until the build ends: looking through it for garbage, again and again, takes a
        # third of the time.
        gc.freeze()
        self._at_leisure.enter_context(collector_at_leisure())
        site = Path(config.site_dir)
        if self._command != "serve":
            self._swap = Swap(site)
        else:
            if self._mirror is None or self._mirror.site != site:
                self._mirror = Mirror(site)
            self._swap = self._mirror
        config.site_dir = str(self._swap.begin())

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes the editors' files out, and puts the documents in."""
        from timeline.adapters.mkdocs import pages  # noqa: PLC0415
        from timeline.pages import Edition, drafts, finished  # noqa: PLC0415

        timeline = self._timeline
        if timeline is None:
            raise Abort("The site was not built: nothing was read.")
        for file in [*files]:
            if not is_published(file, config, timeline.content.media):
                files.remove(file)
        self._stylesheet = join_styles(files, config)
        self._shelf = Shelf(root_of(config) / CACHE if self.config.cache else None, made_by())
        self._script = f"{hash_scripts(files, config, self._shelf)}main.js"
        self._edition = edition = Edition(timeline, self._shelf)
        if not timeline.site.url:
            log.info("There are no feeds and no sitemap: mkdocs.yml has no 'site_url'.")
        titles = dict(pages.nav_titles(config.nav))
        hooking = pages.hooking_pages(config)
        if hooking:
            log.info(
                "Every page is rendered by itself, because of plugins that change pages: %s",
                ", ".join(hooking),
            )
        self._stamped, self._pages = [], []
        for draft in drafts(edition):
            name = pages.file_of(draft)
            if not hooking and pages.is_stamped(draft) and name not in titles:
                self._stamped.append(draft)
                continue
            document = finished(draft, edition)
            file = File.generated(config, name, content="", inclusion=pages.inclusion_of(document, config))
            file.edit_uri = None
            self._pages.append(pages.DocumentPage(document, titles.get(name), file, config))
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the navigation, which stands on the pages that are stamped."""
        del config, files
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Gives the templates of the frame what they show of the site, and stamps the pages of records."""
        from timeline.adapters.mkdocs.search import dialog, is_searched, take_over, with_worker  # noqa: PLC0415
        from timeline.adapters.mkdocs.stamped import Stamped  # noqa: PLC0415
        from timeline.adapters.search import searched  # noqa: PLC0415
        from timeline.adapters.sitemap import sitemap_rows  # noqa: PLC0415
        from timeline.outputs import outputs  # noqa: PLC0415

        if stray := list(leading_out(Path(config.site_dir), (file.dest_uri for file in files))):
            raise Abort(f"The site was not built: these would lie outside it: {visible(', '.join(stray))}")
        if env.loader is not None:
            env.loader = MendedLoader(env.loader)
        env.bytecode_cache = self._compiled
        site, language = self._edition_made.timeline.site, self._edition_made.language
        # What serve puts into pages to reload them changes with every build.
        self._policy = None if self._command == "serve" else site_policy(env, config)
        gc.freeze()  # drafts of all pages stay, too
        failed = language.text("The entries could not be loaded. Please try again later.")
        self._searches = take_over(env, config, failed)
        folder = SiteFolder(Path(config.site_dir))
        chronology = {
            "dialog": "",
            "worker": self._script.replace("main.js", "worker.js") if self._searches else "",
            "with_worker": with_worker,
            "policy": self._policy,
            "referrer": REFERRER,
            "outputs": [*self._written(outputs(self._edition_made), folder)],
            "stylesheet": self._stylesheet,
            "script": self._script,
            "contact": _contact(site.contact),
            "licence": {"label": escape(site.licence), "url": self.config.licence_url or ""}
            if site.licence
            else None,
            "t": language.text,
        }
        env.globals["chronology"] = chronology
        if is_searched(config):
            address, script = dialog(env, config)
            chronology["dialog"] = address
            folder.write(address, script)
        stamped = Stamped(config, files, self._nav, self._edition_made, own_search=self._searches)
        made = [page.document for page in self._pages]
        made += stamped.written(self._stamped, env, folder, self._mirror, self._shown)
        [*self._written(searched(made, self._edition_made), folder)]
        newest = max((document.updated for document in made), default="") or _EPOCH
        for page in self._pages:
            page.update_date = page.document.updated or newest
        env.globals["chronology"] = {
            **chronology,
            "sitemap": sitemap_rows(made, self._edition_made.permalink),
        }
        return env

    def _written(self, made: Iterable[Output], folder: SiteFolder) -> Iterator[dict[str, str | bool]]:
        """Writes files for machines, one after the other; gives the links to those that pages link to."""
        for output in made:
            whole = isinstance(output.made, str)
            # To find out whether one that is made in pieces is shown already, it would have to be made twice.
            if self._mirror is None or not whole or not self._mirror.is_shown(output.path, output.content):
                folder.write(output.path, output.pieces)
            if output.title:
                link = {"url": output.path, "type": output.media_type, "title": escape(output.title)}
                yield {**link, "is_feed": output.is_feed}

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Warns of a script in a page that browsers will not run; trims our own pages."""
        from timeline.adapters.mkdocs.pages import DocumentPage  # noqa: PLC0415

        del config
        if self._policy is not None:
            for script in refused(output, self._policy(get_relative_url(".", page.url))):
                log.warning(
                    "%s: the site's Content-Security-Policy stops the inline script '%.60s'; make it a file",
                    page.file.src_uri,
                    script.strip(),
                )
        if not isinstance(page, DocumentPage):
            return output
        return trimmed(output, page.document.head, page.document.html)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Tells in words what would stop the server."""
        del config, builder
        keep_serving(server)
        tell_of_taken_address(server)
        return server

    @property
    def _edition_made(self) -> Edition:
        if self._edition is None:
            raise Abort("The site was not built: nothing was read.")
        return self._edition

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Swaps the finished site in, unless strict mode is about to refuse it."""
        if self._swap is None or strict_count():
            return
        if links := list(links_below(Path(config.site_dir))):
            raise Abort(f"The site was not published: it holds symbolic links: {visible(', '.join(links))}")
        self._put_away()  # first, for what removes the old site takes the room that the pages had
        self._swap.finish()
        config.site_dir = str(self._swap.site)
        self._swap = None

    def on_build_error(self, *, error: Exception) -> None:
        """Removes what was built of a site that failed; tells in words of a disk that is full or closed."""
        if self._swap is not None:
            self._swap.abandon()
            self._swap = None
        self._put_away()
        if isinstance(error, OSError):
            place = f" {visible(str(error.filename))}" if error.filename else ""
            raise Abort(f"The site was not built:{place} {error.strerror or error}")

    def _put_away(self) -> None:
        """Lets go of what a build held; `serve` waits for the next one for hours."""
        if self._edition is not None:
            self._edition.close()
        for page in self._pages:  # MkDocs' objects refer to each other, and so live on for a while
            page.document = replace(page.document, html="", head="", entries=())
        self._edition = self._timeline = None
        self._stamped, self._pages = [], []
        gc.unfreeze()
        self._at_leisure.close()
        if self._shelf is not None:
            self._shelf.close()  # last, for its list takes the room that the rest has left
            self._shelf = None


def _contact(contact: str) -> dict[str, str] | None:
    """Where readers write to, as a link; None where nothing is said of it."""
    if not contact:
        return None
    boxes = contact.removeprefix("mailto:")
    is_mail = "@" in contact and "/" not in contact
    url = f"mailto:{boxes.replace(' ', '')}" if is_mail else contact
    return {"url": escape(url), "label": escape(boxes)}
