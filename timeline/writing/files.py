"""Text files below one folder, and never outside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    """Writes files below a folder.

    Args:
        folder: The folder; it is made where it is not there.
        files: Paths below it, with ``/``, and their text, which is written as UTF-8.

    Returns:
        How many files were written.

    Raises:
        ValueError: A path leads out of the folder.
    """
    root = folder.resolve()
    count = 0
    for path, text in files:
        target = (root / path).resolve()
        if not target.is_relative_to(root):
            message = f"'{path}' leads out of the folder"
            raise ValueError(message)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        count += 1
    return count


def replace_file(path: Path, data: bytes) -> None:
    """Puts other bytes into a file, or makes it: all of them are in it, or it is as it was.

    Raises:
        OSError: There is no room, or it may not be written.
    """
    if path.exists():
        path.open("r+b").close()  # another name would take the place of a file that is closed to us
    part = path.with_name(f".{path.name}.part")
    # What a pull request has put there may be a link, and what is written through it lies anywhere.
    part.unlink(missing_ok=True)
    try:
        part.touch(exist_ok=False)
        part.write_bytes(data)
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Puts other bytes into several files, or makes them: into all, or each is as it was.

    Raises:
        OSError: There is no room, or one may not be written.
    """
    old = {path: path.read_bytes() if path.is_file() else None for path in files}
    done: list[Path] = []
    try:
        for path, data in files.items():
            replace_file(path, data)
            done.append(path)
    except BaseException:
        for path in done:
            before = old[path]
            if before is None:
                path.unlink()
            else:
                replace_file(path, before)
        raise


def leading_out(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    """The paths, of files to be written below a folder, that lie elsewhere.

    Args:
        folder: The folder; what it has in it does not matter.
        paths: Paths below it.
    """
    root = os.path.normpath(folder)
    for path in paths:
        if not os.path.normpath(os.path.join(root, path)).startswith(f"{root}{os.sep}"):  # noqa: PTH118 (a hundred times faster)
            yield path


def links_below(folder: Path) -> Iterator[str]:
    """The symbolic links in a folder that was written, sorted; without any, all that is in it lies in it."""
    folders = [os.fspath(folder)]
    for base in folders:
        with os.scandir(base) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        yield from (Path(entry.path).relative_to(folder).as_posix() for entry in found if entry.is_symlink())
        folders += [entry.path for entry in found if entry.is_dir(follow_symlinks=False)]
