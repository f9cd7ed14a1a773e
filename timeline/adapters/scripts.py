"""Our scripts as a site has them: without the comments, and those of one part of the site as one file.

They are written as small modules with their types beside them, for those who read the program. A reader's
browser would fetch each by itself, one after the other as it learns of them, and all that is said about them.
It knows only the forms that our scripts are written in, which is why it can be so short, and refuses others.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from timeline.adapters.shortening import shortened

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
        The module. Each of the others stands in a function of its own, so that their names do not meet; what
        is imported from outside the folder is imported once. Inside, each is shortened.

    Raises:
        ValueError: A module is written in another form than ours, or imports itself.
    """
    folder = posixpath.dirname(entry)
    outside: dict[str, set[str]] = {}
    done: dict[str, str] = {}
    kept: set[str] = set()
    called: dict[str, str] = {}

    def add(path: str, above: tuple[str, ...]) -> None:
        if path in above:
            raise ValueError(f"{path} imports itself, by way of {' and '.join(above)}")
        if path in done:
            return
        names: list[str] = []

        def take(found: re.Match[str]) -> str:
            wanted = [name.strip() for name in found[1].split(",") if name.strip()]
            other = posixpath.normpath(posixpath.join(folder, found[2]))
            if other not in scripts:
                outside.setdefault(found[2], set()).update(wanted)
                kept.update(wanted)
                return ""
            add(other, (*above, path))
            return f"const {{ {', '.join(wanted).replace(' as ', ': ')} }} = {called[other]};\n"

        def give(found: re.Match[str]) -> str:
            names.append(found[2])
            return f"{found[1]} {found[2]}"

        body = _EXPORT.sub(give, _IMPORT.sub(take, plain(scripts[path])))
        if left := _LEFT.search(body):
            raise ValueError(f"{path}: cannot join '{left[0]}'")
        if path == entry:
            kept.update(names)
        end = "export" if path == entry else "return"
        called[path] = f"${len(done)}"
        done[path] = f"{body}{end} {{ {', '.join(names)} }};\n"

    add(entry, ())
    imports = (f'import {{ {", ".join(sorted(names))} }} from "{path}";\n' for path, names in outside.items())
    bodies = {path: shortened(body, kept) for path, body in done.items()}
    main = bodies.pop(entry)
    modules = (f"const {called[path]}=(()=>{{{body}}})();\n" for path, body in bodies.items())
    return "".join([*imports, *modules, f"{main}\n"])
