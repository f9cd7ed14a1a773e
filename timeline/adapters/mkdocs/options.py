"""The plugin's options in ``mkdocs.yml``, and the project that they describe."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import DictOfItems, Optional, Type
from mkdocs.exceptions import ConfigurationError, MkDocsException
from mkdocs.utils.yaml import yaml_load

from timeline.adapters.making import CACHE
from timeline.adapters.project import VOCABULARY, Project
from timeline.dates import DateError, Zone
from timeline.languages import UnknownLanguage, load_language
from timeline.problems import Severity, report
from timeline.reading import Limits, read_settings
from timeline.reading.direction import first_danger
from timeline.reading.option_rules import FEED_ID, LEVELS, LIMITS
from timeline.reading.text import forbidden_character
from timeline.records import Site

if TYPE_CHECKING:
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig


_EDIT = {
    "github.com": "/edit/{branch}/{{path}}",
    "gitlab.com": "/-/edit/{branch}/{{path}}",
    "codeberg.org": "/_edit/{branch}/{{path}}",
}
_VIEW = {
    "github.com": "/blob/{branch}/{{path}}?plain=1#L{{line}}",
    "gitlab.com": "/-/blob/{branch}/{{path}}?plain=1#L{{line}}",
    "codeberg.org": "/src/branch/{branch}/{{path}}?display=source#L{{line}}",
}
# GitLab and Codeberg take no text for a new file from an address.
_NEW = {"github.com": "/new/{branch}/{{folder}}?filename={{name}}&value={{value}}"}
_SUGGEST = {
    # The fields are those of .github/ISSUE_TEMPLATE/correction.yml.
    "github.com": "/issues/new?template=correction.yml&title={{title}}&entry={{id}}&page={{url}}",
    "gitlab.com": "/-/issues/new?issue[title]={{title}}&issue[description]={{id}}%0A{{url}}",
    "codeberg.org": "/issues/new?title={{title}}&body={{id}}%0A{{url}}",
}
_SHOWN = ("site_name", "site_description", "site_url", "repo_url", "copyright")
"""Those of MkDocs' own settings that stand on pages; its folders may be called anything."""


class BadConfig(Exception):
    """A ``mkdocs.yml`` that is not there, or that is wrong; the text says how."""


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
    new_url = Optional(Type(str))
    """How to make a new file, with ``{folder}``, ``{name}`` and ``{value}`` in it, likewise."""
    correction_url = Optional(Type(str))
    """Where readers suggest a correction, with ``{id}``, ``{title}`` and ``{url}`` in it, likewise."""
    cache = Type(bool, default=True)
    """Whether parsed files and made pages are kept in ``.cache/timeline`` from one build to the next."""
    levels = DictOfItems(Type((str, bool)), default={})
    """The severity of a check by its code: error, warning, note or off."""
    limits = DictOfItems(Type(int), default={})
    """How much is read, by the names in timeline.reading.limits, where a site needs more or wants less."""

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Tells what is wrong with the whole file, at its lines, before MkDocs speaks of it."""
        if self.config_file_path:
            refuse_mistakes(self.config_file_path)
        return super().validate()


def load_project(config_file: str | None = None) -> Project:
    """The project that a ``mkdocs.yml`` describes.

    Raises:
        BadConfig: The file is not there, or is wrong.
    """
    try:
        config = load_config(config_file)
        return project_of(config, _options_in(config))
    except MkDocsException as error:
        raise BadConfig(str(error)) from error
    except RecursionError as error:  # MkDocs' own walk through the navigation has no end
        raise BadConfig("mkdocs.yml is nested too deep; an alias in it may hold itself") from error


def _options_in(config: MkDocsConfig) -> TimelineConfig:
    """The plugin's options, also where ``enabled: false`` keeps MkDocs from loading it.

    Raises:
        ConfigurationError: One of them is of another kind than it has to be.
    """
    plugin = config.plugins.get("timeline")
    if plugin is not None and isinstance(plugin.config, TimelineConfig):
        return plugin.config
    options = TimelineConfig()
    with Path(config.config_file_path or "mkdocs.yml").open("rb") as file:
        given = (yaml_load(file) or {}).get("plugins")
    for one in [given] if isinstance(given, dict) else given or ():
        own = one.get("timeline") if isinstance(one, dict) else None
        options.load_dict({name: value for name, value in (own or {}).items() if name != "enabled"})
    for name, error in options.validate()[0]:
        raise ConfigurationError(f"mkdocs.yml: {name}: {error}")
    return options


def refuse_mistakes(settings: str) -> None:
    """Tells what is wrong with the settings at their lines, before anything else speaks of it.

    Args:
        settings: The path of the ``mkdocs.yml``.

    Raises:
        ConfigurationError: Something is.
    """
    path = _in_place(settings)
    source, problems = read_settings(path, path.name)
    wrong = [problem for problem in problems if problem.severity is Severity.ERROR]
    if wrong:
        raise ConfigurationError(report(wrong, lambda _, line: source.line(line)).rstrip())


def project_of(config: MkDocsConfig, options: TimelineConfig) -> Project:
    """Makes a project of MkDocs' settings and the plugin's.

    Raises:
        ConfigurationError: An option has a value that it cannot have.
    """
    root = root_of(config)
    language = config.theme.get("language", "en") or "en"
    try:
        load_language(language)
        zone = Zone.parse(options.timezone)
    except (UnknownLanguage, DateError) as error:
        raise ConfigurationError(f"mkdocs.yml: {error}") from error
    if options.feed_id and not FEED_ID.fullmatch(options.feed_id):
        raise ConfigurationError(
            f"mkdocs.yml: feed_id must look like 'tag:example.org,2020' (a host of yours, and a year in "
            f"which it was yours), not '{options.feed_id}'"
        )
    _refuse_hidden({**{name: config[name] for name in _SHOWN}, **options})
    on_host = functools.partial(_on_host, config.repo_url or "", options.branch)
    url = config.site_url or ""
    site = Site(
        name=config.site_name,
        language=language,
        timezone=zone,
        url=url if url.endswith("/") or not url else f"{url}/",
        edit_url=options.edit_url or on_host(_EDIT),
        view_url=options.view_url or on_host(_VIEW),
        new_url=options.new_url or on_host(_NEW),
        correction_url=options.correction_url or on_host(_SUGGEST),
        contact=options.contact,
        licence=options.licence,
        whole_up_to=options.whole_up_to,
        feed_id=options.feed_id,
        levels=dict(_levels(options.levels)),
    )
    limits = _limits(options.limits)
    cache = root / CACHE if options.cache else None
    overrides = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    return Project(
        root,
        Path(config.docs_dir),
        root / options.vocabulary,
        site,
        limits,
        cache,
        _in_place(config.config_file_path),
        overrides,
    )


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder: where its ``mkdocs.yml`` is."""
    return _in_place(config.config_file_path).parent


def _in_place(settings: str | None) -> Path:
    """The path of the settings; that of a link to them, for MkDocs looks for all else beside it."""
    path = Path(settings or "mkdocs.yml")
    return path.parent.resolve() / path.name


def _refuse_hidden(settings: Mapping[str, object]) -> None:
    """Refuses the characters that the reader refuses in records: settings stand on pages, too."""
    for name, value in settings.items():
        if isinstance(value, str) and (hidden := first_danger(value)):
            raise ConfigurationError(f"mkdocs.yml: {name}: {forbidden_character(hidden[0])[1]}; delete it")


def _on_host(repo_url: str, branch: str, ways: Mapping[str, str]) -> str:
    """The address at which a repository's host does one thing; empty where the host is not known for it."""
    host = repo_url.split("//", 1)[-1].split("/", 1)[0].lower().removeprefix("www.")
    if host not in ways:
        return ""
    # As it is copied for `git clone`; no page stands below that name.
    address = repo_url.rstrip("/").removesuffix(".git")
    return f"{address}{ways[host].format(branch=quote(branch))}"


def _limits(given: dict[str, int]) -> Limits:
    names = LIMITS
    for name, value in given.items():
        if name not in names:
            raise ConfigurationError(f"mkdocs.yml: there is no limit '{name}'; they are {', '.join(names)}")
        if value < 1:
            raise ConfigurationError(f"mkdocs.yml: the limit '{name}' must be 1 or more, not {value}")
    return Limits(**given)


def _levels(levels: Mapping[str, object]) -> Iterator[tuple[str, Severity | None]]:
    for code, given in levels.items():
        word = "off" if given is False else str(given)  # YAML reads a bare `off` as a truth value
        if word not in LEVELS:
            raise ConfigurationError(f"mkdocs.yml: the level of '{code}' must be one of {', '.join(LEVELS)}")
        yield code, LEVELS[word]
