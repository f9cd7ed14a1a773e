"""How much the reader takes: generous for people, and far below what would hurt a machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits on one project's files.

    Attributes:
        yaml_bytes: The size of a YAML file.
        markdown_bytes: The size of a Markdown file.
        media_bytes: The size of a media file.
        pixels: How many pixels a picture may have.
        files: How many files the content folder may have.
        text_bytes: The size of all its YAML and Markdown together.
        value_characters: The length of one value in YAML.
        depth: How deep lists and mappings may stand in one another; an article's events need seven.
        keys: How many keys one mapping may have; the vocabulary's kinds need the most.
        items: How many items one list may have.
        listed: How many tags, actors, storylines, aliases or other events one record may list.
        values: How many values one file may have.
        problems: How many problems of one file are told; the others are counted.
        paragraph_characters: The length of one paragraph, list or table of a Markdown text.
        paragraph_lines: How many lines one of these may have.
        brackets: How many opening brackets one of these may have.
        cells: How many cells a table may have; a short row is filled up to the longest.
        paragraphs: How many paragraphs, headings, lists and tables a Markdown text may have.
        fences: How many lines of a Markdown text may open or close a block of code.
        nesting: How deep lists and quotations may stand in one another in Markdown.
    """

    yaml_bytes: int = 16_000_000
    markdown_bytes: int = 1_000_000
    media_bytes: int = 100_000_000
    pixels: int = 100_000_000
    files: int = 50_000
    text_bytes: int = 150_000_000
    value_characters: int = 50_000
    depth: int = 8
    keys: int = 1_000
    items: int = 100_000
    listed: int = 300
    values: int = 1_000_000
    problems: int = 500
    paragraph_characters: int = 20_000
    paragraph_lines: int = 1_000
    brackets: int = 2_000
    cells: int = 10_000
    paragraphs: int = 10_000
    fences: int = 1_000
    nesting: int = 12
