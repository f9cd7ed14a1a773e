"""What a large chronology costs, as ratios within one run: `make bench`, or `python tests/bench --events 10000`.

Every task runs in a process of its own, the tasks one after the other and all of them anew in each round, so that
what else the machine does hits all alike; of the rounds the median counts. Times are processor seconds.
"""

import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from generate import generate, plain

MEMORY = Path("/dev/shm")  # noqa: S108 (a disk would be measured, too)
"""Where the projects are, so that it is the programs that are measured; where there is none, the disk."""
WORKER = Path(__file__).with_name("worker.py")


def run(task: str, folder: Path) -> dict[str, float]:
    """The processor seconds and the peak memory of one task; `serve` measures itself."""
    child = subprocess.Popen(
        [sys.executable, str(WORKER), task, str(folder)], stdout=subprocess.PIPE, text=True
    )
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{task} failed")
    seconds = float(output) if task == "serve" else usage.ru_utime + usage.ru_stime
    return {"seconds": seconds, "megabytes": usage.ru_maxrss / 1024}


def measured(folder: Path, rounds: int) -> dict[str, dict[str, float]]:
    """The medians of all tasks on one project."""
    found: dict[str, list[dict[str, float]]] = {}
    for _ in range(rounds):
        for name, task in (
            ("read with the C parser", "read_with_the_c_parser"),
            ("check, cold", "check"),
            ("check, nothing changed", "check"),
            ("check, one event changed", "changed_check"),
            ("MkDocs, articles alone", "articles_alone"),
            ("MkDocs, articles listed", "articles_listed"),
            ("build, cold", "build"),
            ("build, nothing changed", "build"),
            ("build, one event changed", "changed_build"),
            ("serve, one event changed", "serve"),
            ("write as many files", "write_as_many_files"),
        ):
            if name.endswith(", cold"):
                shutil.rmtree(folder / ".cache", ignore_errors=True)
            found.setdefault(name, []).append(run(task, folder))
    return {
        name: {unit: statistics.median(one[unit] for one in each) for unit in ("seconds", "megabytes")}
        for name, each in found.items()
    }


def size_of(site: Path) -> tuple[int, int]:
    """How many files a site has, and how many bytes are in them."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def main() -> None:
    """Measures, prints, and writes the numbers down."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=10_000)
    options.add_argument("--articles", type=int, default=1_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument(
        "--small", type=int, default=1_000, help="events of the smaller one, for the exponent; 0 for none"
    )
    options.add_argument(
        "--json", type=Path, default=Path("bench.json"), help="where the numbers are written"
    )
    given = options.parse_args()
    sizes = [(given.events, given.articles)]
    if given.small:
        sizes.insert(0, (given.small, given.articles * given.small // given.events))
    report = {}
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as temporary:
        for events, articles in sizes:
            folder = generate(Path(temporary) / str(events), events, articles)
            plain(folder)
            found = measured(folder, given.rounds)
            files, size = size_of(folder / "site")
            report[str(events)] = {"articles": articles, "files": files, "bytes": size, "tasks": found}
            told(events, articles, found, files, size)
    if given.small:
        print(f"exponents between {given.small} and {given.events} events:")
        for name in ("check, cold", "check, nothing changed", "build, cold", "build, nothing changed"):
            few, many = (report[str(events)]["tasks"][name]["seconds"] for events, _ in sizes)
            print(f"  {name:28}{math.log(many / few) / math.log(given.events / given.small):8.2f}")
    given.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def told(events: int, articles: int, found: dict[str, dict[str, float]], files: int, size: int) -> None:
    """Prints what one size took, and each task as so many times another."""
    print(f"{events} events, {articles} articles: {files} files, {size / 1e6:.0f} MB")
    for name, one in found.items():
        print(f"  {name:28}{one['seconds']:8.2f} s {one['megabytes']:6.0f} MB")
    for name, other in (
        ("check, cold", "read with the C parser"),
        ("check, nothing changed", "read with the C parser"),
        ("check, one event changed", "read with the C parser"),
        ("build, cold", "MkDocs, articles alone"),
        ("build, cold", "MkDocs, articles listed"),
        ("build, nothing changed", "build, cold"),
        ("build, one event changed", "build, cold"),
        ("build, cold", "write as many files"),
    ):
        ratio = found[name]["seconds"] / found[other]["seconds"]
        print(f"  {name} takes {ratio:.2f} times '{other}'")


if __name__ == "__main__":
    main()
