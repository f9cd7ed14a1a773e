"""`timeline new` in a real terminal: what is pasted there, cut there, or stopped there."""

import os
import subprocess
import sys
from importlib.util import find_spec

import pytest
import yaml
from commands import SETTINGS, project_in

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals of this kind")

PROJECT = (
    SETTINGS
    + """
    == content/actors.yaml
    # A comment.
    - id: first
      name: A made-up person
    == content/places.yaml
    - {id: exampleton, name: The Market Town}
    - {id: examplewick, name: Examplewick}
"""
)
LEFT, UP, DOWN, END = ("\x1b[D", "\x1b[A", "\x1b[B", "\x1b[F")
ACTOR = ("actor", "--name", "A made-up body", "--kind", "force")


@pytest.fixture
def project(tmp_path, monkeypatch):
    return project_in(tmp_path, PROJECT, monkeypatch)


def actors(project):
    return (project / "content/actors.yaml").read_text(encoding="utf-8")


def typed(*steps, shown=False, record=ACTOR):
    """What `timeline new actor` tells; each step is what is typed once some words have been told.

    Args:
        steps: Pairs of the words that are waited for, and of what is typed then.
        shown: Whether what is told goes to the terminal, too, where a line can then be edited.
        record: What is made, with its options.
    """
    import pty  # noqa: PLC0415 # Windows has none

    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "timeline.cli", "new", *record]
    told = b""
    with subprocess.Popen(
        command,
        stdin=terminal,
        stdout=terminal if shown else subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8"},
    ) as process:
        os.close(terminal)

        def more():
            if not shown:
                return process.stdout.read1()
            try:
                return os.read(controller, 65536)
            except OSError:  # so Linux says that nobody holds the other end any more
                return b""

        for words, text in steps:
            begin = len(told)
            while words.encode() not in told[begin:]:
                piece = more()
                assert piece, told
                told += piece
            os.write(controller, text)
        while piece := more():
            told += piece
    os.close(controller)
    return told.decode()


@pytest.mark.parametrize(
    "pasted",
    [b"The first line\nand: the second.\n", b"\nThe first line\n\nand: the second.\n"],
    ids=["two lines", "empty lines around"],
)
def test_lines_that_are_pasted_together_are_one_answer(project, pasted):
    before = actors(project)
    told = typed(("Note", pasted), ("Id [", b"\n"))
    assert "lines came at once and are taken as one" in told
    assert actors(project) == before + (
        "\n- id: a-made-up-body\n  name: A made-up body\n  kind: force\n"
        "  note: 'The first line and: the second.'\n"
    )


def test_a_line_that_was_pasted_without_its_end_belongs_to_the_same_answer(project):
    # What follows is typed while the line waits: no word is told that could be waited for.
    told = typed(("Note", b"The first line\nand the sec"), ("", b"ond.\n"), ("Id [", b"\n"))
    assert "2 lines came at once and are taken as one" in told
    assert "  note: The first line and the second.\n" in actors(project)


@pytest.mark.parametrize("word", ["word ", "كلمة "], ids=["Latin", "Arabic"])
def test_a_line_that_a_terminal_has_cut_is_not_taken(project, word):
    long = (word * 1200).encode()
    told = typed(("Note", long + b"\n"), ("Note", (long[: len(long) // 4] + b"\n") * 3), ("Id [", b"\n"))
    assert "a terminal takes no more than 4095 bytes of a line, and the end of this one is lost" in told
    assert "3 lines came at once" in told
    assert actors(project).count(word.strip()) == 900


@pytest.mark.skipif(find_spec("readline") is None, reason="this Python edits no lines")
def test_a_line_is_mended_with_arrow_keys_and_a_paste_is_one_answer_that_nothing_cuts(project):
    long = "word " * 1000
    pasted = f"\x1b[200~{long}\rand: the scond\x1b[201~"
    told = typed(
        ("Note", f"{pasted}{LEFT * 4}e{END}.\n".encode()), ("Id [", f"{UP}{DOWN}\n".encode()), shown=True
    )
    assert "2 lines came at once and are taken as one" in told
    assert "^[" not in told
    written = yaml.safe_load(actors(project))[-1]
    assert written["note"].strip() == f"{long}and: the second."


@pytest.mark.skipif(find_spec("readline") is None, reason="this Python edits no lines")
def test_tab_completes_the_id_of_what_there_is_and_is_called_so(project):
    place = ("place", "--name", "Station", "--latitude", "51.5", "--longitude", "0", "--timezone", "UTC")
    steps = ("Lies in", "the mark\t"), ("Country", ""), ("Precision", ""), ("Id [", " \t")
    typed(*((question, f"{text}\n".encode()) for question, text in steps), shown=True, record=place)
    written = yaml.safe_load((project / "content/places.yaml").read_text(encoding="utf-8"))[-1]
    assert (written["id"], written["within"]) == ("station", "exampleton")


def test_where_nothing_is_open_nobody_is_asked(project):
    command = f"exec '{sys.executable}' -m timeline.cli new actor <&-"
    run = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, text=True)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "Error: name: none is given, and there is nobody to ask; give it with --name\n"


def test_bytes_that_are_no_letters_are_asked_for_again(project):
    told = typed(("Note", b"Caf\xe9\n"), ("Note", "Café\n".encode()), ("Id [", b"\n"))
    assert "this is not in UTF-8; type it again" in told
    assert "  note: Café\n" in actors(project)


def test_who_stops_with_ctrl_d_has_written_nothing(project):
    before = actors(project)
    told = typed(("Note", b"A note.\n"), ("Id [", b"\x04"))
    assert told.endswith("Error: nothing was written\n")
    assert actors(project) == before
