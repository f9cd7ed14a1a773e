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
    parts = value.split("/")
    if "\\" in value or value.startswith("/") or re.match(r"[A-Za-z]:", value) or ".." in parts:
        raise refuse("bad-path", "this path leaves content/media", hint)
    if re.match(r"[a-z]+://", value, re.IGNORECASE):
        hint = "save the file in content/media, and write its path there, as in balad/crater.jpg"
        raise refuse("bad-path", "a media file is one of this site, and none from elsewhere", hint)
    if any(part in {"", "."} or part.startswith(".") for part in parts) or not value.isprintable():
        raise refuse("bad-path", f"{quoted(value)} is not a plain path", hint)
    return value
