"""The plugin's part of ``mkdocs.yml``, looked through for what is wrong, with the line of each mistake.

MkDocs reads the file and gives values without their places. A level for a code that there is not would go
unnoticed, and the check that somebody meant would go on as before.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from timeline.problems import Problem, Severity, Span
from timeline.problems.codes import catalogue
from timeline.reading.direction import without_harmless
from timeline.reading.navigation import folder_problem, lost_pages
from timeline.reading.option_rules import (
    LIMITS,
    OPTIONS,
    Rule,
    Wrong,
    count,
    language,
    level,
    material,
    nearest,
    whole_address,
)
from timeline.reading.syntax import syntax_problem
from timeline.reading.text import SourceText, decode

_LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = (
    yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
)
_PLUGIN = "timeline"
_NULL = "tag:yaml.org,2002:null"
_MERGE = "tag:yaml.org,2002:merge"
_OF_EVERY_PLUGIN = "enabled"
"""The option that MkDocs gives to all plugins."""
_OF_THEME: Mapping[str, Rule] = {"name": material, "language": language}
_MOST_BYTES = 1_000_000
Pair = tuple[yaml.ScalarNode, yaml.Node]


def read_settings(path: Path, shown: str) -> tuple[SourceText, list[Problem]]:
    """Looks through the settings of a site.

    Args:
        path: The ``mkdocs.yml``.
        shown: Its path as problems name it.

    Returns:
        Its text, and what is wrong with it; nothing where it cannot be read, which MkDocs tells.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return SourceText(shown, ""), []
    source, problems, _ = decode(data, shown, _MOST_BYTES)
    if any(problem.code == "bidirectional-character" for problem in problems):
        harmless = "\n".join(map(without_harmless, source.lines))
        _, problems, _ = decode(harmless.encode(), shown, _MOST_BYTES)
    return source, problems or list(settings_problems(source, path.parent))


def settings_problems(source: SourceText, folder: Path | None = None) -> Iterator[Problem]:
    """Finds what is wrong with the settings in a text; in a folder, also what they name and is not there."""
    try:
        root = yaml.compose(source.text, Loader=_LOADER)
    except (yaml.YAMLError, ValueError) as error:
        yield syntax_problem(source, error, 0)
        return
    except RecursionError:
        yield Problem("too-deep", Severity.ERROR, Span(source.file), "this file is nested too deep", "")
        return
    file, top = source.file, dict(_pairs(root))
    named = {key.value: (key, value) for key, value in top.items()}
    if root is not None and "site_name" not in named and "INHERIT" not in named:
        hint = "add a line such as 'site_name: Exampleton chronology': what the site is called"
        yield Problem("bad-setting", Severity.ERROR, Span(file), "there is no 'site_name' here", hint)
    yield from _of_site(file, named)
    if "theme" in named:
        yield from _of_theme(file, named["theme"][1])
    if "plugins" in named:
        for key, value in _options(named["plugins"][1]):
            yield from _of_option(file, key, value)
    if folder is not None and root is not None:
        yield from _not_there(file, named, folder)


def _not_there(file: str, named: Mapping[str, Pair], folder: Path) -> Iterator[Problem]:
    """The content folder and the pages that are named and not there; what another file adds is not known."""
    node = named["docs_dir"][1] if "docs_dir" in named else None
    node = None if node is not None and node.tag == _NULL else node
    if "INHERIT" in named and node is None:
        return
    if problem := folder_problem(file, folder, node, _span(file, node) if node else Span(file)):
        yield problem
    if "nav" not in named or named.keys() & {"INHERIT", "hooks", "validation"} or "plugins" not in named:
        return
    content = folder / (node.value if isinstance(node, yaml.ScalarNode) else "docs")
    plugins = {key.value for key in _names_in(named["plugins"][1])}
    for value, message, hint in lost_pages(named["nav"][1], content, plugins):
        yield Problem("bad-setting", Severity.WARNING, _span(file, value), message, hint)


def _of_theme(file: str, theme: yaml.Node) -> Iterator[Problem]:
    if isinstance(theme, yaml.ScalarNode):
        yield from _tried(file, theme, material)
    for key, value in _pairs(theme):
        if key.value in _OF_THEME:
            yield from _tried(file, value, _OF_THEME[key.value])


def _of_site(file: str, named: Mapping[str, Pair]) -> Iterator[Problem]:
    """What is wrong with MkDocs' own settings, at which it would stop, or which it would pass over."""
    for name in ("site_url", "repo_url"):
        if name in named:
            yield from _tried(file, named[name][1], whole_address)
    for name in named.keys() & OPTIONS.keys():
        message = f"'{name}' is an option of the plugin, and has no effect here"
        hint = "write it below '- timeline:' under 'plugins', indented by four spaces more"
        yield Problem("unknown-setting", Severity.WARNING, _span(file, named[name][0]), message, hint)
    yield from _beside_plugin(file, named)
    if "plugins" not in named or "INHERIT" in named:  # then it may be among those of the other file
        return
    plugins = {key.value: key for key in _names_in(named["plugins"][1])}
    for name in () if _PLUGIN in plugins else difflib.get_close_matches(_PLUGIN, plugins, n=1):
        yield _bad(file, plugins[name], Wrong(f"there is no plugin '{name}'", f"did you mean '{_PLUGIN}'?"))


def _beside_plugin(file: str, named: Mapping[str, Pair]) -> Iterator[Problem]:
    """Options that stand in the column of their plugin, which MkDocs takes for no list of plugins."""
    listed = named["plugins"][1] if "plugins" in named else None
    for one in listed.value if isinstance(listed, yaml.SequenceNode) else ():
        pairs = [*_pairs(one)]
        if len(pairs) > 1 and pairs[0][0].value == _PLUGIN and pairs[0][1].tag == _NULL:
            key = pairs[1][0]
            message = f"'{key.value}' stands beside '{_PLUGIN}:' here, and not below it"
            hint = "indent it, and all options below it, by four spaces more"
            yield Problem("bad-setting", Severity.ERROR, _span(file, key), message, hint)


def _names_in(plugins: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The names of the plugins, be they a list or a mapping."""
    for one in plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]:
        if isinstance(one, yaml.ScalarNode):
            yield one
        for key, _ in _pairs(one):
            yield key


def _pairs(node: yaml.Node | None) -> Iterator[Pair]:
    """The keys and values of a mapping, with those that ``<<`` brings in; of anything else, none."""
    pairs: dict[str, Pair] = {}
    behind, seen = [node], set()
    while behind:
        one = behind.pop()
        if not isinstance(one, yaml.MappingNode) or id(one) in seen:
            continue
        seen.add(id(one))
        for key, value in one.value:
            if key.tag == _MERGE:
                behind += reversed(value.value) if isinstance(value, yaml.SequenceNode) else [value]
            elif isinstance(key, yaml.ScalarNode):
                pairs.setdefault(key.value, (key, value))
    yield from pairs.values()


def _options(plugins: yaml.Node) -> Iterator[Pair]:
    """The options of our plugin, be the plugins a list or a mapping."""
    listed = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for one in listed:
        for key, value in _pairs(one):
            if key.value == _PLUGIN:
                yield from _pairs(value)


def _of_option(file: str, key: yaml.ScalarNode, value: yaml.Node) -> Iterator[Problem]:
    name = key.value
    if name == _OF_EVERY_PLUGIN:
        return
    if name not in OPTIONS:
        message = f"the timeline plugin has no option '{name}'"
        hint = nearest(name, OPTIONS, "its options are")
        yield Problem("unknown-setting", Severity.WARNING, _span(file, key), message, hint)
    elif name in {"levels", "limits"}:
        yield from _of_mapping(file, name, value)
    else:
        yield from _tried(file, value, OPTIONS[name])


def _of_mapping(file: str, name: str, value: yaml.Node) -> Iterator[Problem]:
    """What is wrong with the levels of codes, or with the limits."""
    if not isinstance(value, yaml.MappingNode):
        if not _is_left(value):
            of, example = (
                ("levels", "likely-duplicate: error") if name == "levels" else ("limits", "pixels: 50000000")
            )
            message = f"{of} are written as 'key: value' lines, each with its name"
            yield _bad(file, value, Wrong(message, f"write it below '{name}:', as in '{example}'"))
        return
    known, rule, severity = (catalogue(), level, Severity.WARNING)
    if name == "limits":
        known, rule, severity = dict.fromkeys(LIMITS), count, Severity.ERROR  # type: ignore[assignment]
    for key, given in _pairs(value):
        if key.value not in known:
            noun = "code" if name == "levels" else "limit"
            hint = nearest(key.value, known, "they are") if name == "limits" else _code_meant(key.value)
            message = f"there is no {noun} '{key.value}'"
            yield Problem("unknown-setting", severity, _span(file, key), message, hint)
        yield from _tried(file, given, rule)


def _code_meant(code: str) -> str:
    hint = nearest(code, catalogue(), "")
    return (
        hint
        if hint.startswith("did")
        else "the page codes/ of the site, and the handbook's 'every message', list them"
    )


def _tried(file: str, node: yaml.Node, rule: Rule) -> Iterator[Problem]:
    """What a rule has to say of a value."""
    if _is_left(node):
        return
    if not isinstance(node, yaml.ScalarNode):
        yield _bad(
            file,
            node,
            Wrong("one value is expected here, and no list or mapping", "write it behind the colon"),
        )
    elif wrong := rule(node.value):
        yield _bad(file, node, wrong)


def _is_left(node: yaml.Node) -> bool:
    """Whether a value is MkDocs' own to judge: it is left out, or worked out, as by ``!ENV``."""
    return node.tag.startswith("!") or (node.tag == _NULL and not isinstance(node, yaml.CollectionNode))


def _bad(file: str, node: yaml.Node, wrong: Wrong) -> Problem:
    return Problem("bad-setting", Severity.ERROR, _span(file, node), *wrong)


def _span(file: str, node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    column = start.column + 1
    return Span(file, start.line + 1, column, end.column + 1 if end.line == start.line else column)
