"""Python environments that have the packages of this one, and not this project: what a user's begins as.

Nothing is downloaded, so that a test may run the very commands of a workflow or of a manual.
"""

import os
import sysconfig
import venv
from pathlib import Path

OURS = "mkdocs_news_timeline"


def environment(folder: Path) -> dict[str, str]:
    """Makes a virtual environment, and gives the variables for commands that are to run in it."""
    venv.create(folder)
    shared = folder / "shared"
    shared.mkdir()
    for packages in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for item in Path(packages).iterdir():
            if OURS not in item.name:
                (shared / item.name).symlink_to(item)
    (own,) = folder.glob("lib/python*/site-packages")
    (own / "shared.pth").write_text(f"{shared}\n", encoding="utf-8")
    # Its command stands where the package does, in the environment that is shared.
    command = folder / "bin/mkdocs"
    command.write_text('#!/bin/sh\nexec python -m mkdocs "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "PATH": os.pathsep.join([str(folder / "bin"), "/usr/local/bin", "/usr/bin", "/bin"]),
        "NO_MKDOCS_2_WARNING": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INDEX": "1",
    }
