"""Whether a media file is what its name says, and harmless when a reader opens it by itself.

A browser that opens a file of a site runs what is in it with the site's rights: an SVG may hold scripts,
and what is called a picture may be a page.
"""

from __future__ import annotations

import html
import re
from pathlib import Path, PurePosixPath

Told = tuple[str, str, str]
"""A code, a message and a hint."""

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
_MOST_SVG = 5_000_000
_ACTIVE_SVG = re.compile(
    r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet"
    r"|<\s*(?:[a-z0-9]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener|animate|set)\b"
    r"|[\s\"'/]on[a-z]+\s*=|(?:java|vb)script\s*:|data\s*:\s*text"
    r"|@import|url\(\s*[\"']?\s*(?!#)"
    r"|(?:href|src)\s*=\s*[\"']?\s*(?!\s*[\"']?(?:#|data:image/(?:png|jpeg|gif|webp)))[^\s\"'>]",
    re.IGNORECASE,
)


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
    return (
        "heavy-picture",
        f"this picture has {size:,} bytes; with more than {HEAVY:,} it loads slowly on a telephone",
        "save it smaller: 2,000 pixels across are enough, as JPEG or WebP",
    )


def media_problem(path: Path, most: int) -> Told | None:
    """What is wrong with a media file, if anything.

    Args:
        path: The file.
        most: How many bytes it may have.
    """
    suffix = PurePosixPath(path.name).suffix.lower()
    try:
        size = path.stat().st_size
        if size > most:
            return (
                "file-too-large",
                f"this file has {size:,} bytes; at most {most:,} are published",
                "shrink it",
            )
        with path.open("rb") as file:
            if suffix == ".svg":
                return _svg_problem(file.read(_MOST_SVG + 1))
            head = file.read(_HEAD)
    except OSError as error:
        return "unreadable-file", f"this file cannot be read: {error.strerror}", ""
    beginning = _BEGINNINGS.get(suffix)
    if beginning is not None and not re.match(beginning, head, re.DOTALL):
        return "bad-media", f"this is no {suffix[1:].upper()} file, whatever its name says", "export it again"
    return None


def _svg_problem(data: bytes) -> Told | None:
    if len(data) > _MOST_SVG:
        return "file-too-large", f"an SVG has at most {_MOST_SVG:,} bytes", "simplify it, or make it a PNG"
    try:
        text = html.unescape(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "bad-media", "this SVG is not UTF-8", "save it as UTF-8"
    if "<svg" not in text or "\0" in text:
        return "bad-media", "this is no SVG file, whatever its name says", "export it again"
    if _ACTIVE_SVG.search(text):
        hint = "export it as a plain SVG, without scripts, styles, animation and links, or make it a PNG"
        return "bad-media", "this SVG holds what a browser would run or fetch", hint
    return None
