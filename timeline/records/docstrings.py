"""What stands below a class and its members in the source: readers and editors are shown these words.

Python forgets the strings below the members of an enumeration, and with ``-OO`` those of classes too, so they
are looked up where they are written, as pydantic does for fields.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from enum import StrEnum


def meaning_of_class(described: type) -> str:
    """The docstring of a class."""
    if described.__doc__:
        return inspect.cleandoc(described.__doc__)
    return ast.get_docstring(_source_of(described)) or ""


def meanings_of_members(described: type[StrEnum]) -> dict[str, str]:
    """The strings below the members of an enumeration, by their names."""
    found = {}
    for member, below in itertools.pairwise(_source_of(described).body):
        match member, below:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = words
    return found


def _source_of(described: type) -> ast.ClassDef:
    tree = ast.parse(textwrap.dedent(inspect.getsource(described)))
    return next(node for node in tree.body if isinstance(node, ast.ClassDef))
