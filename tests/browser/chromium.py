"""Finds the Chromium that the browser tests drive.

The tests use the system's browser: a download of Playwright's own would be one more thing to fetch and to trust.
Run as a script, prints its path, or the one command that installs it. Needs nothing but Python.
"""

import os
import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
MISSING = """\
The browser tests need Chromium, and none was found. On Debian or Ubuntu, run this and then the same command again:
  sudo apt-get install -y chromium
Where it is installed under another name, set CHROMIUM to its path."""


class ChromiumMissing(Exception):
    """No Chromium is installed, or the one that CHROMIUM names is not there."""


def find_chromium() -> str:
    """The path of the browser: what the environment's CHROMIUM names, else the first known one installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            message = f"CHROMIUM is set to {named}, which is not a program"
            raise ChromiumMissing(message)
        return found
    for candidate in (*NAMES, *APPLICATIONS):
        found = shutil.which(candidate)
        if found is not None:
            return found
    raise ChromiumMissing(MISSING)


if __name__ == "__main__":
    try:
        print(find_chromium())  # noqa: T201 - the script's answer
    except ChromiumMissing as missing:
        sys.exit(str(missing))
