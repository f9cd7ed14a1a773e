"""Runs the browser's own understanding of dates in Node, on many dates at once."""

import json
import shutil
import subprocess
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "timeline/theme/assets/chronology/js"
HERE = Path(__file__).parent


def in_node(folder: Path, program: str, asked: object) -> object:
    """What a program of this folder answers; it finds the site's scripts beside itself.

    Args:
        folder: An empty folder to run it in.
        program: The program's file name.
        asked: What it is given, as JSON, on its standard input.
    """
    shutil.copytree(SCRIPTS, folder / "js")
    shutil.copy(HERE / program, folder)
    # A browser takes the scripts for modules because the page says so; Node has to be told.
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    run = subprocess.run(
        ["node", program], cwd=folder, input=json.dumps(asked), capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
