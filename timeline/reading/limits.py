"""How much the reader takes: generous for people, and far below what would hurt a machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits on one project's files.

    Attributes:
        yaml_bytes: The size of a YAML file.
        markdown_bytes: The size of a Markdown file.
        value_characters: The length of one value in YAML.
        depth: How deep lists and mappings may stand in one another; the records need six.
    """

    yaml_bytes: int = 16_000_000
    markdown_bytes: int = 1_000_000
    value_characters: int = 50_000
    depth: int = 8
