"""Whether a media file is what its name says, and harmless when a reader opens it by itself.

A browser that opens a file of a site runs what is in it with the site's rights: an SVG may hold scripts,
and what is called a picture may be a page.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from timeline.reading.drawings import MOST_BYTES, BadDrawing, check_drawing
from timeline.reading.limits import Limits
from timeline.reading.pictures import picture_size


class Told(NamedTuple):
    """What is wrong with a file: a code, a message, a hint, and the line."""

    code: str
    message: str
    hint: str
    line: int = 1


_HEAD = 64
# How files of a kind begin; a dot stands for any byte.
_BEGINNINGS = {
    ".avif": rb"....ftypavi[fs]",
    ".gif": rb"GIF8[79]a",
    ".jpeg": rb"\xff\xd8\xff",
    ".jpg": rb"\xff\xd8\xff",
    ".m4a": rb"....ftyp",
    ".mp3": rb"ID3|\xff[\xe0-\xff]",
    ".mp4": rb"....ftyp",
    ".oga": rb"OggS",
    ".ogg": rb"OggS",
    ".ogv": rb"OggS",
    ".opus": rb"OggS",
    ".pdf": rb"%PDF-",
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".vtt": rb"(?:\xef\xbb\xbf)?WEBVTT",
    ".wav": rb"RIFF....WAVE",
    ".webm": rb"\x1a\x45\xdf\xa3",
    ".webp": rb"RIFF....WEBP",
}


_NAMED = frozenset({".gif", ".jpg", ".pdf", ".png", ".webp"})
"""The kinds whose beginnings are those of no other kind."""
HEAVY = 2_000_000
"""How many bytes a picture may have before a reader on a telephone waits too long for it."""
_PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


def heavy_picture(path: Path) -> Told | None:
    """What to say of a picture that is right, and larger than readers should have to load."""
    suffix = PurePosixPath(path.name).suffix.lower()
    try:
        size = path.stat().st_size
    except OSError:
        return None  # told already
    if suffix not in _PICTURES or size <= HEAVY:
        return None
    return Told(
        "heavy-picture",
        f"this picture has {size:,} bytes; with more than {HEAVY:,} it loads slowly on a telephone",
        "save it smaller: 2,000 pixels across are enough, as JPEG or WebP",
    )


def media_problem(path: Path, limits: Limits) -> Told | None:
    """What is wrong with a media file, if anything.

    Args:
        path: The file.
        limits: How large it may be.
    """
    suffix = PurePosixPath(path.name).suffix.lower()
    most = MOST_BYTES if suffix == ".svg" else limits.media_bytes
    try:
        size = path.stat().st_size
        if size > min(most, limits.media_bytes):
            message = f"this file has {size:,} bytes; at most {most:,} are published"
            return Told("file-too-large", message, "shrink it")
        with path.open("rb") as file:
            if suffix == ".svg":
                check_drawing(file.read(most))
                return None
            head = file.read(_HEAD)
        beginning = _BEGINNINGS.get(suffix)
        if beginning is not None and not re.match(beginning, head, re.DOTALL):
            return Told("bad-media", *_no(suffix, head))
        return _picture_problem(path, suffix, limits) if suffix in _PICTURES else None
    except BadDrawing as error:
        return Told("bad-media", error.message, error.hint, error.line)
    except OSError as error:
        return Told("unreadable-file", f"this file cannot be read: {error.strerror}", "")


def _picture_problem(path: Path, suffix: str, limits: Limits) -> Told | None:
    """What is wrong with the size at which a picture would be shown; only its first bytes are read."""
    size = picture_size(path)
    if size is None:
        return Told("bad-media", *_no(suffix))
    if size[0] * size[1] > limits.pixels:
        message = f"this picture has {size[0]:,} by {size[1]:,} pixels; at most {limits.pixels:,} are shown"
        return Told("file-too-large", message, "shrink it")
    return None


def _no(suffix: str, head: bytes = b"") -> tuple[str, str]:
    message = f"this is no {suffix[1:].upper()} file, whatever its name says"
    kinds = [kind for kind, begins in _BEGINNINGS.items() if re.match(begins, head, re.DOTALL)]
    own = next((kind for kind in kinds if kind in _NAMED), "")
    return (
        message,
        f"it is a {own[1:].upper()} file: let its name end in {own}, or export it again"
        if own
        else "export it again",
    )
