"""Runs MkDocs as often as it is asked to, and imports it once: most of a small build is getting ready for it.

`builds.py` starts it. It reads requests as lines of JSON, and forks for each, so every build has a process of
its own, as those of an editor have.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

import material.plugins.search.plugin
import mkdocs.commands.build
import mkdocs.commands.serve
from mkdocs.__main__ import cli

import timeline.adapters.mkdocs.pages
import timeline.adapters.mkdocs.search
import timeline.adapters.mkdocs.stamped
import timeline.adapters.search
import timeline.adapters.sitemap
import timeline.outputs
from timeline.adapters.mkdocs.assets import form_of
from timeline.dates import phrasebook
from timeline.languages import load_language
from timeline.pages.templating import templates_in
from timeline.problems.codes import catalogue

# Named, so that they count as used: they are here to be loaded, as the plugin does when it makes pages.
_LOADED = (
    material.plugins.search.plugin,
    mkdocs.commands.build,
    mkdocs.commands.serve,
    timeline.adapters.mkdocs.pages,
    timeline.adapters.mkdocs.search,
    timeline.adapters.mkdocs.stamped,
    timeline.adapters.search,
    timeline.adapters.sitemap,
    timeline.outputs,
)
SCRIPTS = Path(timeline.__file__).with_name("theme") / "assets/chronology/js"


def get_ready() -> None:
    """Makes what is the program's own, the same in every site, and remembered by it from one build to the next."""
    files = sorted(SCRIPTS.rglob("*.js"))
    form_of({file.relative_to(SCRIPTS).as_posix(): file.read_text(encoding="utf-8") for file in files})
    catalogue()
    english = load_language("en")
    phrasebook(english)  # and with it the rules of all zones
    templates = templates_in(english)
    for name in templates.list_templates():
        templates.get_template(name)


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
    get_ready()
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if not child:
            build(request)
        if request["killed_after"] is not None:
            time.sleep(request["killed_after"])
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
