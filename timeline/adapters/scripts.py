"""Our scripts as a site has them: without the comments, and those of one part of the site as one file.

They are written as small modules with their types beside them, for those who read the program. A reader's
browser would fetch each by itself, one after the other as it learns of them, and all that is said about them.
It knows only the forms that our scripts are written in, which is why it can be so short, and refuses others.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Mapping

from timeline.adapters.javascript import Token, tokens
from timeline.adapters.scopes import Scopes, scopes
from timeline.adapters.shortening import renamed, shortened

_BODY = r"(?:[^*]|\*(?!/))*\*/"
# A comment that has lines to itself; or one with types in the middle of a line, where only JSDoc can stand.
_COMMENTS = re.compile(rf"^[ \t]*/\*{_BODY}[ \t]*\n|^[ \t]*//[^\n]*\n|/\*\*{_BODY}[ ]?", re.MULTILINE)
_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def plain(script: str) -> str:
    """A script without its comments, its empty lines and its indentation."""
    bare = re.sub(r"(?m)^[ \t]*\n", "", _COMMENTS.sub("", script))
    if any(line.count("`") % 2 for line in bare.split("\n")):
        return bare  # a text of several lines means its blanks
    return re.sub(r"(?m)^[ \t]+", "", bare)


def joined(scripts: Mapping[str, str], entry: str) -> str:
    """One module that does what several do.

    Args:
        scripts: The modules by their path.
        entry: The module that the others are imported by, whose exports are those of the whole.

    Returns:
        The module. The others' statements stand before its own, each behind all that it imports, and what
        is imported from outside the folder is imported once. Of those that a module imports, the longest
        stands first: so those that are much alike are near one another, which compresses better. The whole
        is shortened.

    Raises:
        ValueError: A module is written in another form than ours, or imports itself.
    """
    folder = posixpath.dirname(entry)
    outside: dict[str, set[str]] = {}
    rows: list[Token] = []
    called: dict[str, dict[str, str]] = {}

    def add(path: str, above: tuple[str, ...]) -> list[str]:
        """Adds a module and all that it imports, and tells what it exports."""
        if path in above:
            raise ValueError(f"{path} imports itself, by way of {' and '.join(above)}")
        exports: list[str] = []
        names: dict[str, str] = {}
        for other in itertools.filterfalse(called.__contains__, _longest_first(scripts, path, folder)):
            add(other, (*above, path))

        def take(found: re.Match[str]) -> str:
            other = _path(folder, found[2])
            wanted = [name.strip() for name in found[1].split(",") if name.strip()]
            if other not in scripts:
                outside.setdefault(found[2], set()).update(wanted)
                return ""
            for name, _, here in (one.partition(" as ") for one in wanted):
                names[here or name] = called[other].get(name, name)
            return ""

        def give(found: re.Match[str]) -> str:
            exports.append(found[2])
            return f"{found[1]} {found[2]}"

        body = _EXPORT.sub(give, _IMPORT.sub(take, plain(scripts[path])))
        if left := _LEFT.search(body):
            raise ValueError(f"{path}: cannot join '{left[0]}'")
        row, found = _parsed(path, body)
        # Two modules may give one name to two things; no name of ours has a dollar in it.
        called[path] = {name: f"{name}${len(called)}" for name in found.outer}
        if path == entry:
            called[path] |= {name: name for name in exports}
        rows.extend(renamed(row, found.roles, called[path] | names))
        return exports

    exports = add(entry, ())
    imports = (f'import {{ {", ".join(sorted(names))} }} from "{path}";\n' for path, names in outside.items())
    main = shortened(rows, {*exports}.union(*outside.values()))
    return "".join([*imports, main, f"export{{{','.join(exports)}}};\n"])


def _longest_first(scripts: Mapping[str, str], path: str, folder: str) -> list[str]:
    """Those of the scripts that one of them imports."""
    imported = {_path(folder, found[2]) for found in _IMPORT.finditer(scripts[path])} & scripts.keys()
    return sorted(imported, key=lambda one: (-len(scripts[one]), one))


def _path(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, target))


def _parsed(path: str, body: str) -> tuple[list[Token], Scopes]:
    """The tokens of a module, and what names they are."""
    try:
        row = [*tokens(body)]
        return row, scopes(row)
    except ValueError as error:
        raise ValueError(f"{path} without its comments, {error}") from None
