"""Builds of small projects in a process of their own, as an editor or the CI runs them."""

import atexit
import functools
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SERVER = Path(__file__).with_name("build_server.py")


def mkdocs(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs MkDocs in a project's folder.

    Args:
        project: The folder.
        arguments: What is typed behind `mkdocs`.
        environment: What is set for this run alone; Python then begins anew, for it looks at some of it but once.
    """
    own = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    if not environment and hasattr(os, "fork"):
        return _forked(project, arguments, own)
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env=own,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def killed_build(project: Path, after: float) -> int:
    """A build that is killed; gives its exit code, which is 0 where it was quicker.

    It is killed in the midst of its work: like those of `mkdocs`, it has imported everything already.

    Args:
        project: The folder.
        after: The seconds after which it is killed.
    """
    own = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return _forked(project, ("build", "--quiet"), own, after).returncode


def _forked(
    project: Path, arguments: tuple[str, ...], environment: dict[str, str], killed_after: float | None = None
) -> subprocess.CompletedProcess[str]:
    """A run in a fork of the build server, which has imported everything already."""
    server = _server()
    with tempfile.TemporaryDirectory() as folder:
        streams = {name: Path(folder, name) for name in ("stdout", "stderr")}
        request = {
            "folder": str(project),
            "arguments": arguments,
            "environment": environment,
            "killed_after": killed_after,
            **{name: str(path) for name, path in streams.items()},
        }
        server.stdin.write(f"{json.dumps(request)}\n")
        server.stdin.flush()
        answer = server.stdout.readline()
        assert answer, "the build server has ended"
        said = [path.read_text(encoding="utf-8") for path in streams.values()]
    return subprocess.CompletedProcess(["mkdocs", *arguments], int(answer), *said)


@functools.cache
def _server() -> subprocess.Popen[str]:
    """The build server of this process, begun when it is first needed."""
    server = subprocess.Popen(
        [sys.executable, "-P", str(SERVER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    atexit.register(server.wait)
    atexit.register(server.stdin.close)
    return server


def contents(folder: Path) -> dict[str, str]:
    """Every file of a folder, with a hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
