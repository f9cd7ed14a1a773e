"""The documents of a site as files in a folder, from which any other generator can publish.

Each page is the HTML between header and footer, with front matter that names its title, description
and language: the form that generators which take HTML or Markdown pages understand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.outputs import outputs
from timeline.pages import Document, Edition, documents
from timeline.writing import write_files


def export(edition: Edition, folder: Path) -> int:
    """Writes the pages of an edition, and its outputs, to a folder.

    Args:
        edition: The edition.
        folder: The folder; what else is in it stays.

    Returns:
        How many files were written.
    """
    files = [(output.path, output.content) for output in outputs(edition)]
    return write_files(folder, [*_files(documents(edition)), *files])


def _files(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    for document in documents:
        # JSON is YAML, so titles need no quoting rules of their own.
        header = {"title": document.title, "description": document.description}
        if document.language:
            header["language"] = document.language
        lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in header.items())
        yield f"{document.path}index.md", f"---\n{lines}---\n\n{document.html.strip()}\n"
