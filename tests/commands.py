"""The `timeline` command as it is typed, in a small project that a test writes for itself."""

import io
from pathlib import Path

from click.testing import CliRunner, Result
from trees import write_tree

from timeline.cli import main

# The head of a project's tree, set in as far as a module's own tree is.
SETTINGS = """
    == mkdocs.yml
    site_name: A test
    docs_dir: content
    theme: {name: material}
    plugins: [timeline]
"""


def project_in(folder: Path, tree: str, monkeypatch) -> Path:
    """Writes a project, and goes to its folder."""
    monkeypatch.chdir(write_tree(folder, tree))
    return folder


class _Answers(io.BytesIO):
    """What is typed, and then the end of it, which click's runner before 8.2 takes for one Enter after another."""

    def read1(self, size: int = -1) -> bytes:
        data = super().read1(size)
        if not data:
            raise EOFError
        return data


def typed(*arguments: str, answers: str | None = None) -> Result:
    """What a command does; what it does not tell in words is raised.

    Args:
        arguments: What is typed behind `timeline`.
        answers: What is typed when it asks.
    """
    given = None if answers is None else _Answers(answers.encode())
    result = CliRunner().invoke(main, arguments, input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
