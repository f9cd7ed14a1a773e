"""`mkdocs serve`: what an editor sees while writing."""

import errno
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from trees import write_tree

from timeline.reading import strict_yaml

PROJECT = """
    == mkdocs.yml
    site_name: A test
    docs_dir: content
    theme: {name: material}
    plugins: [search, timeline]
    == site_config/vocabulary.yaml
    format: 1
    kinds:
      test: {label: A kind}
    == content/events/all.yaml
    - id: first
      date: 2020-01-03
      kind: test
      title: The old title
      sources: [{title: A made-up source}]
"""
PATIENCE = 40


@pytest.fixture
def served(tmp_path):
    """A project that is being served: its folder, its address, and the file that its output goes to."""
    project = write_tree(tmp_path / "project", PROJECT)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "log.txt"
    with log.open("w", encoding="utf-8") as output:
        # MkDocs serves from a temporary folder, which stays where it is ended as no editor would end it.
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(tmp_path)},
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield project, f"http://127.0.0.1:{port}/", log
        finally:
            process.terminate()
            process.wait(20)


def until(condition, log) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.1)
    pytest.fail(f"it did not happen within {PATIENCE} s:\n{log.read_text(encoding='utf-8')}")


def page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 (our own server)
            return answer.read().decode()
    except (urllib.error.URLError, OSError):
        return ""


def test_a_change_in_yaml_shows_and_an_error_leaves_the_last_good_page_up(served):
    project, address, log = served
    events = project / "content/events/all.yaml"
    good = events.read_text(encoding="utf-8")
    until(lambda: "The old title" in page(address), log)

    events.write_text(good.replace("The old title", "The new title"), encoding="utf-8")
    until(lambda: "The new title" in page(address), log)

    events.write_text(good.replace("title: The old", "titel: The bad"), encoding="utf-8")
    until(lambda: "content/events/all.yaml:4:3: error[unknown-key]" in log.read_text(encoding="utf-8"), log)
    assert "The new title" in page(address)
    assert "Content-Security-Policy" not in page(address)  # serve's own script changes with every build
    assert "Traceback" not in log.read_text(encoding="utf-8")

    vocabulary = project / "site_config/vocabulary.yaml"
    vocabulary.write_text("format: 1\nkinds:\n  test: {label: Another kind}\n", encoding="utf-8")
    events.write_text(good, encoding="utf-8")
    until(lambda: "Another kind" in page(address), log)
    vocabulary.write_text("format: 1\nkinds:\n  test: {label: A third kind}\n", encoding="utf-8")
    until(lambda: "A third kind" in page(address), log)


def test_an_address_that_another_program_has_is_told_in_a_line_with_another_one(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        server = LiveReloadServer(lambda: None, "127.0.0.1", port, root=str(tmp_path))
        config = load_config(str(write_tree(tmp_path, PROJECT) / "mkdocs.yml"))
        with server.socket:
            server = config.plugins.on_serve(server, config=config, builder=server.builder)
            with pytest.raises(Abort) as told:
                server.serve()
    assert str(told.value) == (
        f"The site cannot be shown at http://127.0.0.1:{port}/: {os.strerror(errno.EADDRINUSE)}; "
        f"'mkdocs serve -a localhost:{port + 1}' shows it elsewhere."
    )


def test_what_did_not_change_is_not_parsed_again(tmp_path, monkeypatch):
    # Without a cache on the disk, so that only what the process remembers counts.
    project = write_tree(tmp_path, PROJECT.replace(" timeline]", " {timeline: {cache: false}}]"))
    events = project / "content/events/all.yaml"
    one = events.read_text(encoding="utf-8")
    many = "".join(one.replace("first", f"event-{n}").replace("-03", f"-0{n + 1}") for n in range(5))
    events.write_text(many, encoding="utf-8")
    parsed = []
    parse = strict_yaml.StrictReader.document
    monkeypatch.setattr(
        strict_yaml.StrictReader, "document", lambda self: (parsed.append(self._text), parse(self))
    )

    def build():
        config = load_config(str(project / "mkdocs.yml"))
        plugin = config.plugins["timeline"]  # MkDocs keeps it from one build to the next
        if not parsed:
            plugin.on_startup(command="serve", dirty=False)
        parsed.clear()
        plugin.on_pre_build(config=config)
        plugin.on_build_error(error=Exception())

    build()
    events.write_text(f"# More\n\n{many.replace('event-3', 'event-x')}", encoding="utf-8")
    build()
    assert [text.split("\n")[0] for text in parsed if "title:" in text] == ["- id: event-x"]
