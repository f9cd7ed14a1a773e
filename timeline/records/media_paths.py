"""Paths of media files: below ``content/media``, the same on every system, and never out of it."""

from __future__ import annotations

import re

from timeline.records.record import quoted, refuse


def check_media_path(value: str) -> str:
    """Checks that a text is a plain path inside ``content/media``.

    Raises:
        PydanticCustomError: It is not; the error has a code, a message and a hint.
    """
    hint = "write the path inside content/media, as in balad/crater.jpg"
    turned = value.replace("\\", "/")
    if turned.startswith("/") or re.match(r"[A-Za-z]:", value) or ".." in turned.split("/"):
        raise refuse("bad-path", "this path leaves content/media", hint)
    if turned != value:
        inside = turned.removeprefix("content/").removeprefix("media/")
        hint = f"write {inside}" if is_plain(inside) else hint
        raise refuse("bad-path", "the parts of a path have '/' between them, on every system", hint)
    if re.match(r"[a-z]+://", value, re.IGNORECASE):
        hint = "save the file in content/media, and write its path there, as in balad/crater.jpg"
        raise refuse("bad-path", "a media file is one of this site, and none from elsewhere", hint)
    if not is_plain(value):
        raise refuse("bad-path", f"{quoted(value)} is not a plain path", hint)
    return value


def is_plain(path: str) -> bool:
    """Whether a path names a file in a folder and no more: nothing hidden, and no step that goes nowhere."""
    return path.isprintable() and not any(part.startswith(".") or not part for part in path.split("/"))
