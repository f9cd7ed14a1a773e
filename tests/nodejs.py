"""Runs the form's scripts in Node, where they need no page, on many questions at once.

They run joined and shortened, as a site has them, so that what holds here holds for what readers get.
"""

import functools
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from timeline.adapters.scripts import joined

SCRIPTS = Path(__file__).parents[1] / "timeline/theme/assets/chronology/js"


def in_node(folder: Path, program: Path, asked: object) -> object:
    """What a program answers.

    Args:
        folder: An empty folder to run it in.
        program: The program's file; it imports the form's modules as if it were one of them.
        asked: What it is given, as JSON, on its standard input.
    """
    if shutil.which("node") is None:
        pytest.fail("Node is not installed: on Debian, run apt-get install nodejs", pytrace=False)
    entry = f"add/{program.name}"
    (folder / "add").mkdir()
    (folder / entry).write_text(_whole(program), encoding="utf-8")
    shutil.copy(SCRIPTS / "text.js", folder)
    # A browser takes the scripts for modules because the page says so; Node has to be told.
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    run = subprocess.run(
        ["node", entry], cwd=folder, input=json.dumps(asked), capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@functools.cache
def _whole(program: Path) -> str:
    """A program and the form's modules as one script; joining them takes as long as what is asked of it."""
    scripts = {f"add/{path.name}": path.read_text(encoding="utf-8") for path in SCRIPTS.glob("add/*.js")}
    entry = f"add/{program.name}"
    return joined(scripts | {entry: program.read_text(encoding="utf-8")}, entry)
