"""Texts kept from one build to the next, in a folder that can be deleted at any time.

Texts stand one after the other in files that are only ever written once; a list in JSON says where each is,
below a line with its checksum.
A build adds a file of what is new and then replaces the list in one step, so two builds at once do not harm
each other: one's list wins, and what the other kept is made anew. Whatever cannot be read is as if it had
never been kept.
"""

from __future__ import annotations

import json
import os
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

_LIST = "kept.json"
_FORMAT = 2
BORNE = 1_000_000_000
"""The time that the list bears, long ago. A checkout gives files the time at which it is made: so a list that
came with a pull request is never taken for one of ours."""
_MOST_FILES = 8
"""With so many files, or where more than half of them is no longer asked for, all is written into one."""

Row = tuple[str, int, int, int]
"""Where a text is: its file, the first byte, how many bytes, and their CRC-32."""


class Shelf:
    """Keeps texts under keys.

    Args:
        folder: Where they are kept; None for a shelf that lasts as long as this object.
        edition: What made the texts: where it is not what it was, nothing of before is used.
    """

    def __init__(self, folder: Path | None, edition: str = "") -> None:
        self._temporary = None if folder else tempfile.TemporaryDirectory(prefix="timeline-")
        self._folder = folder or Path(self._temporary.name if self._temporary else "")
        self._edition = edition
        self._files: dict[str, IO[bytes]] = {}
        self._rows: dict[str, Row] = {} if self._temporary else dict(self._listed())
        self._before = len(self._rows)
        self._used: dict[str, Row] = {}
        self._new = ""

    def get(self, key: str) -> str | None:
        """The text under a key; None where there is none, or where it cannot be read as it was written."""
        row = self._rows.get(key)
        if row is None:
            return None
        name, start, length, check = row
        try:
            file = self._files.get(name) or self._opened(name)
            file.seek(start)
            data = file.read(length)
        except (OSError, ValueError, OverflowError, MemoryError):
            return None
        if len(data) != length or zlib.crc32(data) != check:
            return None
        self._used[key] = row
        return data.decode("utf-8", "surrogatepass")

    def put(self, key: str, text: str) -> None:
        """Keeps a text. A disk that is full or closed to us costs speed alone."""
        data = text.encode("utf-8", "surrogatepass")
        try:
            if not self._new:
                self._new = self._begun()
            file = self._files[self._new]
            start = file.seek(0, os.SEEK_END)
            file.write(data)
        except OSError:
            return
        self._rows[key] = self._used[key] = (self._new, start, len(data), zlib.crc32(data))

    def close(self) -> None:
        """Lists what was asked for or put, for the next build."""
        with suppress(OSError):
            if self._temporary is None and (self._new or len(self._used) != self._before):
                self._list()
        for file in self._files.values():
            file.close()
        self._files.clear()
        if self._temporary:
            self._temporary.cleanup()

    def _listed(self) -> Iterator[tuple[str, Row]]:
        """What the list of the last build holds; nothing where it is not a list of ours."""
        try:
            if int((self._folder / _LIST).stat().st_mtime) != BORNE:
                return
            check, _, listed = (self._folder / _LIST).read_text(encoding="utf-8").partition("\n")
            kept: Any = json.loads(listed) if check == _checksum(listed) else {}
            if kept["format"] == _FORMAT and kept["edition"] == self._edition:
                names = [str(self._folder / Path(name).name) for name in kept["files"]]
                for key, (number, *rest) in kept["rows"].items():
                    start, length, crc = map(int, rest)
                    yield str(key), (names[number], start, length, crc)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError):
            return

    def _opened(self, name: str) -> IO[bytes]:
        file = self._files[name] = Path(name).open("rb")  # noqa: SIM115 (closed with the shelf)
        return file

    def _begun(self) -> str:
        """Begins a new file, and returns its name."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="kept-", suffix=".txt", dir=self._folder)
        self._files[name] = os.fdopen(handle, "w+b")
        return name

    def _list(self) -> None:
        names = {row[0] for row in self._used.values()}
        for name in names:
            if self._files[name].writable():
                self._files[name].flush()
        held = sum(Path(name).stat().st_size for name in names)
        if len(names) > _MOST_FILES or held > 2 * sum(row[2] for row in self._used.values()):
            self._join()
        files = {name: number for number, name in enumerate(dict.fromkeys(r[0] for r in self._used.values()))}
        rows = {key: (files[row[0]], *row[1:]) for key, row in self._used.items()}
        names_of_files = [Path(name).name for name in files]
        kept = {"format": _FORMAT, "edition": self._edition, "files": names_of_files, "rows": rows}
        handle, new = tempfile.mkstemp(prefix="list-", dir=self._folder)
        text = json.dumps(kept, separators=(",", ":"))
        with os.fdopen(handle, "w", encoding="utf-8") as listing:
            listing.write(f"{_checksum(text)}\n{text}")
        os.utime(new, (BORNE, BORNE))
        Path(new).replace(self._folder / _LIST)
        for path in self._folder.glob("kept-*.txt"):
            # Another build's new file may go with them: then that build has kept nothing, and that is all.
            if str(path) not in files:
                with suppress(OSError):
                    path.unlink()

    def _join(self) -> None:
        """Writes every text that is still wanted into one file."""
        name_of_all = self._begun()
        joined = self._files[name_of_all]
        used: dict[str, Row] = {}
        for key, (name, start, length, check) in self._used.items():
            file = self._files.get(name) or self._opened(name)
            file.seek(start)
            used[key] = (name_of_all, joined.tell(), length, check)
            joined.write(file.read(length))
        joined.flush()
        self._used = used


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"
