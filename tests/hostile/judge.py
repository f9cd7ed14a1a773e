"""Runs every sample through `mkdocs build --strict` in a process of its own, beside a site that stands already.

To be run by hand: `python tests/hostile/judge.py`. Prints, for each sample, the exit code, the seconds of the
processor, the megabytes, and what went wrong: a traceback, a place that was not told, a site that changed.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builds import contents
from hostile.corpus import samples, visible_text

from timeline.problems.reports import visible

_BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict"]


def _judged(sample, project):
    sample.write(project)
    (project / "site").mkdir()
    (project / "site/index.html").write_text("The site from before.", encoding="utf-8")
    before = contents(project / "site")
    log = project / "log.txt"
    with log.open("wb") as out:
        build = subprocess.Popen(
            _BUILD, cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, stdout=out, stderr=out
        )
        _, status, used = os.wait4(build.pid, 0)
    build.returncode = code = os.waitstatus_to_exitcode(status)
    said = log.read_text(encoding="utf-8", errors="replace")
    wrong = []
    if code != (0 if sample.is_harmless else 1):
        wrong.append("exit code")
    if "Traceback" in said:
        wrong.append("traceback")
    if not sample.is_harmless and contents(project / "site") != before:
        wrong.append("site changed")
    for given, _ in sample.told:
        place = visible(visible_text(given))
        if f"content/{place}:" not in said:
            wrong.append(f"not told: {place}")
    return code, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, ", ".join(wrong)


def main() -> int:
    """Judges all samples; the exit code is the number of those that failed."""
    failed = 0
    for sample in samples():
        with tempfile.TemporaryDirectory() as folder:
            code, seconds, megabytes, wrong = _judged(sample, Path(folder) / "project")
        failed += bool(wrong)
        row = f"{code:3} {seconds:6.2f} s {megabytes:5} MB  {sample.name}"
        print(f"{row}: {wrong}" if wrong else row, flush=True)  # noqa: T201 # the script's answer
    print(f"{failed} samples went wrong")  # noqa: T201 # the same
    return failed


if __name__ == "__main__":
    sys.exit(main())
