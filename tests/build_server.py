"""Runs MkDocs as often as it is asked to, and imports it once: half of a small build is importing.

`builds.py` starts it. It reads requests as lines of JSON, and forks for each, so every build has a process of
its own, as those of an editor have.
"""

import json
import os
import sys
import time

import material.plugins.search.plugin
import mkdocs.commands.build
import mkdocs.commands.serve
from mkdocs.__main__ import cli

import timeline.adapters.mkdocs

# Named, so that they count as used: they are here to be loaded.
_LOADED = (
    material.plugins.search.plugin,
    mkdocs.commands.build,
    mkdocs.commands.serve,
    timeline.adapters.mkdocs,
)


def build(request: dict) -> None:
    """Becomes one run of `mkdocs`; does not come back."""
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    for stream, path in ((0, os.devnull), (1, request["stdout"]), (2, request["stderr"])):
        opened = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(opened, stream)
        os.close(opened)
    sys.argv = ["mkdocs", *request["arguments"]]
    cli()


def main() -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            build(json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
