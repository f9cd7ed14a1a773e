"""Which of PyYAML's two parsers reads: libyaml's, or its own where libyaml is not there.

They are made to agree here: what one takes, the other takes, with the same events at the same places.
"""

# PyYAML's parsers share no type that says what we use of them.
# ruff: noqa: ANN401

from __future__ import annotations

import re
from typing import Any

import yaml

_TAB = re.compile(r"(?<=\S)[ ]*\t[ \t]*")


def parser_for(text: str) -> Any:
    """The parser to read with: libyaml's where PyYAML has it, else PyYAML's own, slower one."""
    return yaml.cyaml.CParser(text) if yaml.__with_libyaml__ else python_parser(text)  # type: ignore[attr-defined]


def python_parser(text: str) -> Any:
    """PyYAML's own parser, which takes a tab inside a text for its end: spaces stand in for those."""
    return yaml.SafeLoader(_TAB.sub(lambda found: " " * len(found.group()), text))
