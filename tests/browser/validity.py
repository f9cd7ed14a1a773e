"""What html-validate finds wrong with pages as they lie in a site's folder."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent


def markup_errors(pages: Iterable[Path]) -> str:
    """What is wrong with the markup of some pages, a line for each; html-validate.mjs says what is not asked."""
    run = subprocess.run(
        ["node", HERE / "node_modules/html-validate/bin/html-validate.mjs", "--config", HERE / "html-validate.mjs",
         "--formatter", "text", *pages],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return run.stdout + run.stderr
