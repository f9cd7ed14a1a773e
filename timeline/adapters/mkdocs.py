"""The one module that knows MkDocs: it hands our documents to its build, and decides nothing itself.

Reading and checking happen before MkDocs cleans the site; the site is built beside the old one, and
swapped in when the build, strict mode included, has passed.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import DictOfItems, Optional, Type
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from timeline.adapters.policy import REFERRER, refused, site_policy
from timeline.adapters.project import VOCABULARY, Checked, Project, check_project
from timeline.adapters.sitemap import sitemap_rows
from timeline.adapters.stamping import Shells, Slots
from timeline.dates import DateError, Zone
from timeline.languages import UnknownLanguage, load_language
from timeline.outputs import outputs
from timeline.pages import Document, Edition, documents
from timeline.problems import Problem, Severity, report
from timeline.records import Site
from timeline.writing import Swap

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.plugins.timeline")

THEME = "theme"
_STYLES = "assets/chronology/css/"
_SCRIPTS = "assets/chronology/js/"
_EDIT = {
    "github.com": ("/edit/{branch}/{{path}}", "/blob/{branch}/{{path}}?plain=1#L{{line}}"),
    "gitlab.com": ("/-/edit/{branch}/{{path}}", "/-/blob/{branch}/{{path}}?plain=1#L{{line}}"),
    "codeberg.org": ("/_edit/{branch}/{{path}}", "/src/branch/{branch}/{{path}}?display=source#L{{line}}"),
}
_SUGGEST = {
    # The fields are those of .github/ISSUE_TEMPLATE/correction.yml.
    "github.com": "/issues/new?template=correction.yml&title={title}&entry={id}&page={url}",
    "gitlab.com": "/-/issues/new?issue[title]={title}&issue[description]={id}%0A{url}",
    "codeberg.org": "/issues/new?title={title}&body={id}%0A{url}",
}


class BadConfig(Exception):
    """A ``mkdocs.yml`` that is not there, or that is wrong; the text says how."""


class NotFit(Abort):
    """The content has problems that stop a build; they have been told."""


class TimelineConfig(Config):  # type: ignore[no-untyped-call] # MkDocs' own
    """The plugin's options in ``mkdocs.yml``."""

    timezone = Type(str, default="UTC")
    """The time zone of dates that state none: an IANA name."""
    contact = Type(str, default="")
    """Where readers ask for corrections and removal: a mail address or an address of a page."""
    licence = Type(str, default="")
    """The terms of the content, shown at the foot of every page."""
    licence_url = Optional(Type(str))
    """Where those terms can be read."""
    whole_up_to = Type(int, default=150)
    """The most entries that the home page shows as a whole; more of them have pages by year and month."""
    vocabulary = Type(str, default=VOCABULARY)
    """The site's vocabulary, below the project's folder."""
    feed_id = Type(str, default="")
    """What the ids of the feeds and of their entries begin with: ``tag:example.org,2020``. It must never
    change, or readers' programs show every entry as new. Left out, it is made of the host in site_url and
    of the year in which the first entry was ``added``."""
    branch = Type(str, default="main")
    """The branch that 'edit this event' leads to."""
    edit_url = Optional(Type(str))
    """How to edit a file, with ``{path}`` in it, where repo_url is of a host that is not known here."""
    view_url = Optional(Type(str))
    """How to see a line of a file, with ``{path}`` and ``{line}`` in it, likewise."""
    correction_url = Optional(Type(str))
    """Where readers suggest a correction, with ``{id}``, ``{title}`` and ``{url}`` in it, likewise."""
    levels = DictOfItems(Type(str), default={})
    """The severity of a check by its code: error, warning, note or off."""


class DocumentPage(Page):
    """A page whose HTML is ready, so that MkDocs' Markdown is skipped."""

    chronology = True
    """Tells our templates that the content arrives ready."""

    def __init__(self, document: Document, title: str | None, file: File, config: MkDocsConfig) -> None:
        self.document = document
        super().__init__(title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes title and description from the document; Material prints both as they are."""
        del config
        self.markdown = ""
        described = self.document.description or self.document.title
        self.meta = {"title": escape(self.document.title), "description": escape(described)}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes the document's HTML."""
        del config, files
        self.content = self.document.html
        self.toc = get_toc([])
        self.present_anchor_ids = set()


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call] # likewise
    """Publishes a chronology with MkDocs."""

    def __init__(self) -> None:
        self._command = "build"
        self._swap: Swap | None = None
        self._checked: Checked | None = None
        self._stylesheet = ""
        self._script = ""
        self._stamped: list[tuple[Document, File]] = []
        self._policy = ""
        self._outputs: list[dict[str, str | bool]] = []
        self._sitemap: list[tuple[str, str]] = []
        self._depths: set[int] = set()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether a finished site is to be swapped in."""
        del dirty
        self._command = command

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
        root = _root(config)
        watched = [root / "site_config", theme, theme.with_name("templates")]
        config.watch.extend(str(path) for path in watched if path.is_dir() and str(path) not in config.watch)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Reads and checks everything; a project with errors goes no further."""
        project = project_of(config, self.config)
        self._checked = check_project(project)
        _tell(self._checked)
        if self._checked.examined.fails(strict=config.strict):
            raise NotFit("The site was not built: see the problems above.")
        if self._command != "serve":
            self._swap = Swap(Path(config.site_dir))
            config.site_dir = str(self._swap.begin())

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes the editors' files out, and puts the documents in."""
        if self._checked is None:
            raise Abort("The site was not built: nothing was read.")
        timeline = self._checked.examined.timeline
        for file in [*files]:
            if not _is_published(file, config, timeline.content.media):
                files.remove(file)
        styles = "".join(_styles(files))
        self._stylesheet = (
            f"assets/chronology/chronology.{hashlib.sha256(styles.encode()).hexdigest()[:8]}.css"
        )
        files.append(File.generated(config, self._stylesheet, content=styles))
        self._script = f"{_hash_scripts(files)}main.js"
        edition = Edition(timeline)
        self._outputs = []
        for output in outputs(edition):
            files.append(File.generated(config, output.path, content=output.content))
            if output.title:
                link = {"url": output.path, "type": output.media_type, "title": escape(output.title)}
                self._outputs.append({**link, "is_feed": output.is_feed})
        made = list(documents(edition))
        self._sitemap = sitemap_rows(made, edition.permalink)
        self._depths = {document.path.count("/") for document in made}
        if not timeline.site.url:
            log.info("There are no feeds and no sitemap: mkdocs.yml has no 'site_url'.")
        newest = max((document.updated for document in made), default="") or _EPOCH
        titles = dict(_titles(config.nav))
        hooking = _hooking_pages(config)
        if hooking:
            log.info(
                "Every page is rendered by itself, because of plugins that change pages: %s",
                ", ".join(hooking),
            )
        self._stamped = []
        for document in made:
            name = _file_of(document)
            if not hooking and document.type in STAMPED and name not in titles:
                file = File.generated(config, document.file, content="")
                self._stamped.append((document, file))
            else:
                file = File.generated(config, name, content="", inclusion=_inclusion(document, config))
                file.edit_uri = None
                page = DocumentPage(document, titles.get(name), file, config)
                page.update_date = document.updated or newest
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the navigation, which stands on the pages that are stamped."""
        del config, files
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Gives the templates of the frame what they show of the site, and stamps the pages of records."""
        site = project_of(config, self.config).site
        language = load_language(site.language)
        # What serve puts into pages to reload them changes with every build.
        self._policy = ""
        if self._command != "serve":
            depths = self._depths | {file.url.count("/") for file in files.documentation_pages()}
            # MkDocs gives its error page the path of the site's address.
            self._policy = site_policy(env, config, depths, urlsplit(config.site_url or "/").path)
        env.globals["chronology"] = {
            "policy": self._policy,
            "referrer": REFERRER,
            "outputs": self._outputs,
            "sitemap": self._sitemap,
            "stylesheet": self._stylesheet,
            "script": self._script,
            "contact": _contact(site.contact),
            "licence": {"label": escape(site.licence), "url": self.config.licence_url or ""}
            if site.licence
            else None,
            "t": language.text,
        }
        self._stamp(env, config, files)
        return env

    def _stamp(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Makes the pages of records from the frame that MkDocs would have rendered around each."""
        nav, pages = self._nav, files.documentation_pages()
        search = config.plugins.get("search") or config.plugins.get("material/search")

        def page_at(document: Document) -> DocumentPage:
            page = DocumentPage(
                document, None, File.generated(config, _file_of(document), content=""), config
            )
            page.read_source(config)
            page.render(config, files)
            return page

        def render(folder: str, slots: Slots) -> str:
            path = f"{folder}/any/" if folder else "any/"
            marked = Document(
                path, "", slots["title"], slots["description"], slots["content"], head=slots["head"]
            )
            page = page_at(marked)
            page.canonical_url = slots["canonical"] if page.canonical_url else None
            context = get_context(nav, pages, config, page)
            return env.get_template("main.html").render(context)

        shells = Shells(render)
        for document, file in self._stamped:
            page = page_at(document)
            if search is not None:
                search.on_page_context({}, page=page, config=config, nav=nav)
            slots = {
                "title": str(page.meta["title"]),
                "description": str(page.meta["description"]),
                "canonical": page.canonical_url or "",
                "head": document.head,
                "content": page.content or "",
            }
            file.content_string = shells.stamp(document.path, slots)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Warns of a script in a page that browsers will not run."""
        del config
        if self._policy:
            for script in refused(output, self._policy):
                log.warning(
                    "%s: the site's Content-Security-Policy stops the inline script '%.60s'; make it a file",
                    page.file.src_uri,
                    script.strip(),
                )
        return output

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Lets the last good pages stay up while the content has errors; MkDocs would answer no request."""
        del config, builder
        build = server.builder

        def build_if_fit() -> None:
            try:
                build()
            except NotFit:  # told already, in words
                log.error("The pages from before stay up until the problems above are mended.")  # noqa: TRY400

        server.builder = build_if_fit
        return server

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Swaps the finished site in, unless strict mode is about to refuse it."""
        if self._swap is None or _strict_count():
            return
        self._swap.finish()
        config.site_dir = str(self._swap.site)
        self._swap = None

    def on_build_error(self, *, error: Exception) -> None:
        """Removes what was built of a site that failed."""
        del error
        if self._swap is not None:
            self._swap.abandon()
            self._swap = None


_EPOCH = "1970-01-01"
STAMPED = frozenset({
    "event", "article", "place", "actor", "storyline", "tag", "source", "period", "continued",
})  # fmt: skip
"""The page types of which there are many; the rest are ordinary pages of MkDocs."""
_PAGE_EVENTS = (
    "pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page",
)  # fmt: skip
_TAG = re.compile(r"tag:[A-Za-z0-9._@-]+,\d{4}(-\d{2}(-\d{2})?)?(:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?")


def load_project(config_file: str | None = None) -> Project:
    """The project that a ``mkdocs.yml`` describes.

    Raises:
        BadConfig: The file is not there, or is wrong.
    """
    try:
        config = load_config(config_file)
        plugin = config.plugins.get("timeline")
        options = plugin.config if isinstance(plugin, TimelinePlugin) else TimelineConfig()
        return project_of(config, options)
    except MkDocsException as error:
        raise BadConfig(str(error)) from error


def project_of(config: MkDocsConfig, options: TimelineConfig) -> Project:
    """Makes a project of MkDocs' settings and the plugin's.

    Raises:
        ConfigurationError: An option has a value that it cannot have.
    """
    root = _root(config)
    language = config.theme.get("language", "en") or "en"
    try:
        load_language(language)
        zone = Zone.parse(options.timezone)
    except (UnknownLanguage, DateError) as error:
        raise ConfigurationError(f"mkdocs.yml: {error}") from error
    if options.feed_id and not _TAG.fullmatch(options.feed_id):
        raise ConfigurationError(
            f"mkdocs.yml: feed_id must look like 'tag:example.org,2020' (a host of yours, and a year in "
            f"which it was yours), not '{options.feed_id}'"
        )
    edit, view = _edit_urls(config.repo_url or "", options)
    url = config.site_url or ""
    site = Site(
        name=config.site_name,
        language=language,
        timezone=zone,
        url=url if url.endswith("/") or not url else f"{url}/",
        edit_url=edit,
        view_url=view,
        correction_url=options.correction_url or _suggest_url(config.repo_url or ""),
        contact=options.contact,
        licence=options.licence,
        whole_up_to=options.whole_up_to,
        feed_id=options.feed_id,
        levels=dict(_levels(options.levels)),
    )
    return Project(root, Path(config.docs_dir), root / options.vocabulary, site)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _edit_urls(repo_url: str, options: TimelineConfig) -> tuple[str, str]:
    host = repo_url.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")
    edit, view = _EDIT.get(host, ("", "")) if repo_url else ("", "")
    base = repo_url.rstrip("/")
    edit = f"{base}{edit.format(branch=options.branch)}" if edit else ""
    view = f"{base}{view.format(branch=options.branch)}" if view else ""
    return options.edit_url or edit, options.view_url or view


def _suggest_url(repo_url: str) -> str:
    host = repo_url.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")
    return f"{repo_url.rstrip('/')}{_SUGGEST[host]}" if host in _SUGGEST else ""


def _levels(levels: dict[str, str]) -> Iterator[tuple[str, Severity | None]]:
    words: dict[str, Severity | None] = {severity.word: severity for severity in Severity}
    words["off"] = None
    for code, word in levels.items():
        if word not in words:
            raise ConfigurationError(f"mkdocs.yml: the level of '{code}' must be one of {', '.join(words)}")
        yield code, words[word]


def _titles(nav: object) -> Iterator[tuple[str, str]]:
    """The titles that the navigation gives: MkDocs leaves them out for pages that are there already."""
    if isinstance(nav, list):
        for item in nav:
            yield from _titles(item)
    elif isinstance(nav, dict):
        for title, value in nav.items():
            if isinstance(value, str):
                yield value, escape(str(title))
            else:
                yield from _titles(value)


def _file_of(document: Document) -> str:
    """The Markdown file that a page would have come from, which MkDocs' navigation names pages by."""
    return document.page or f"{document.path}index.md"


def _inclusion(document: Document, config: MkDocsConfig) -> InclusionLevel:
    """Whether a page belongs in the navigation that MkDocs makes where ``mkdocs.yml`` gives none."""
    if config.nav is None and document.type not in STAMPED:
        return InclusionLevel.INCLUDED
    return InclusionLevel.NOT_IN_NAV


def _hooking_pages(config: MkDocsConfig) -> list[str]:
    """The plugins and hooks, beside the search and our own, that may change a page as it is rendered."""
    names = {plugin: name for name, plugin in config.plugins.items()}
    hooking: set[str] = set()
    for event in _PAGE_EVENTS:
        for method in config.plugins.events[event]:
            owner = names.get(getattr(method, "__self__", None))
            if owner not in {"search", "material/search", "timeline"}:
                hooking.add(str(owner or method.__module__))
    return sorted(hooking)


def _contact(contact: str) -> dict[str, str] | None:
    if not contact:
        return None
    url = f"mailto:{contact}" if "@" in contact and "/" not in contact else contact
    return {"url": escape(url), "label": escape(contact.removeprefix("mailto:"))}


def _tell(checked: Checked) -> None:
    """Logs every problem in the words of ``timeline check``; strict mode counts the warnings."""
    levels = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}

    def alone(problem: Problem) -> str:
        return report([problem], checked.reading.line_of).rsplit("\n\n", 1)[0].rstrip()

    for problem in checked.examined.problems:
        log.log(levels[problem.severity], alone(problem))


def _is_published(file: File, config: MkDocsConfig, media: frozenset[str]) -> bool:
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


def _hash_scripts(files: Files) -> str:
    """Puts our scripts into a folder named for what is in them, and tells which.

    A browser that keeps an old module can so never load it beside a new one.
    """
    scripts = sorted((f for f in files if f.src_uri.startswith(_SCRIPTS)), key=lambda f: f.src_uri)
    together = "".join(f"{script.src_uri}\n{script.content_string}" for script in scripts)
    folder = f"{_SCRIPTS}{hashlib.sha256(together.encode()).hexdigest()[:8]}/"
    for script in scripts:
        script.dest_uri = folder + script.src_uri.removeprefix(_SCRIPTS)
    return folder


def _strict_count() -> Iterable[Any]:
    """What strict mode has counted so far; empty where it is off."""
    handlers = logging.getLogger("mkdocs").handlers
    return [
        count for handler in handlers if isinstance(handler, CountHandler) for count in handler.get_counts()
    ]
