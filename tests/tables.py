"""Tables of examples in YAML, in which every value is text."""

from pathlib import Path

import yaml

# Every test process reads every table before its first test: libyaml is ten times as quick.
_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


def read_table(file: Path) -> list | dict:
    """The rows of a table, or its pairs."""
    return yaml.load(file.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 # text alone, and our own
