"""What the system offers to processes that work on the same folders: locks, and an exchange of two names.

A lock is held on the folder itself, so it leaves no file behind and ends with its process, however that
ends. Systems and disks without such locks do without: only two programs that write at the same moment would
notice.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

if sys.platform != "win32":
    import fcntl

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Lock:
    """A folder that one process at a time works on.

    Args:
        folder: The folder.
        wait: Whether to wait for whoever has it; without, BlockingIOError is raised at the entrance.
    """

    def __init__(self, folder: Path, *, wait: bool = True) -> None:
        self._folder = folder
        self._wait = wait
        self._handle: int | None = None

    def __enter__(self) -> Self:
        if sys.platform == "win32":
            return self
        try:
            self._handle = os.open(self._folder, os.O_RDONLY)
            fcntl.flock(self._handle, fcntl.LOCK_EX | (0 if self._wait else fcntl.LOCK_NB))
        except BlockingIOError:
            self.__exit__()
            raise
        except OSError:
            self.__exit__()  # a disk that knows no locks
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def exchanged(one: Path, other: Path) -> bool:
    """Gives two folders each other's name in one step, where the system can (Linux, renameat2).

    Returns:
        Whether that was done; if not, nothing was.
    """
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    names = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(rename(*names) == 0)
