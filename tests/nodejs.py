"""Runs the site's scripts in Node, where they need no page, on many questions at once."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "timeline/theme/assets/chronology/js"


def in_node(folder: Path, program: Path, asked: object) -> object:
    """What a program answers; it finds the site's scripts beside itself, in `js/`.

    Args:
        folder: An empty folder to run it in.
        program: The program's file.
        asked: What it is given, as JSON, on its standard input.
    """
    if shutil.which("node") is None:
        pytest.fail("Node is not installed: on Debian, run apt-get install nodejs", pytrace=False)
    shutil.copytree(SCRIPTS, folder / "js")
    shutil.copy(program, folder)
    # A browser takes the scripts for modules because the page says so; Node has to be told.
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    run = subprocess.run(
        ["node", program.name], cwd=folder, input=json.dumps(asked), capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
