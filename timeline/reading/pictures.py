"""How wide and high a picture is, from the first bytes of its file.

A page that says so keeps the picture's place while it loads, so that nothing moves under a reader's eye. Each
format keeps its size somewhere else; what cannot be read has no size, and the page does without.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

Size = tuple[int, int]
"""Width and height in pixels, as a browser shows the picture: turned as the file asks."""

MOST_BYTES = 1_000_000
"""How much of a file is held at once: more than the description of any picture takes."""
_TURNED = range(5, 9)
"""The values of EXIF's orientation that exchange width and height."""
# No two neighbours in these share a character, so that no text keeps them busy.
_SVG_ROOT = re.compile(r"<svg\b[^<>]*>", re.IGNORECASE)
_SVG_LENGTH = r"\b{}\s*=\s*[\"']\s*([0-9]{{1,9}}(?:\.[0-9]{{1,9}})?|\.[0-9]{{1,9}})(?:px)?\s*[\"']"
_SVG_VIEW = re.compile(
    r"\bviewBox\s*=\s*[\"'](?:[^\s,\"']+[\s,]+){2}([0-9.]{1,19})[\s,]+([0-9.]{1,19})\s*[\"']"
)


def picture_sizes(folder: Path, files: Iterable[str]) -> Mapping[str, Size]:
    """The sizes of the pictures among some files.

    Args:
        folder: The folder that they lie in.
        files: Their paths below it.
    """
    found = ((file, picture_size(folder / file)) for file in files)
    return {file: size for file, size in found if size is not None}


def picture_size(path: Path) -> Size | None:
    """The size of a picture, or None where the file is none, or does not say."""
    try:
        with path.open("rb") as file:
            head = file.read(32)
            file.seek(0)
            size = _size(head, file)
    except (ArithmeticError, LookupError, OSError, ValueError, struct.error):
        return None  # what a stranger's bytes give is not always a number, or as long as they say
    return size if size and min(size) > 0 else None


def _size(head: bytes, file: BinaryIO) -> Size | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _pair(">II", head, 16)
    if head.startswith((b"GIF87a", b"GIF89a")):
        return _pair("<HH", head, 6)
    if head.startswith(b"\xff\xd8"):
        return _jpeg(io.BytesIO(file.read(MOST_BYTES)))
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp(head)
    if head[4:12] in {b"ftypavif", b"ftypavis"}:
        return _avif(file.read(MOST_BYTES))
    return _svg(file.read(MOST_BYTES).decode("utf-8-sig")) if b"<" in head else None


def _pair(form: str, data: bytes, offset: int) -> Size:
    width, height = struct.unpack_from(form, data, offset)
    return width, height


def _webp(head: bytes) -> Size | None:
    match head[12:16]:
        case b"VP8 ":
            width, height = _pair("<HH", head, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", head, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            if len(head) < 30:
                return None
            return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return None


def _jpeg(file: BinaryIO) -> Size | None:
    """Goes from segment to segment up to the frame's header, past a camera's notes on how it was held."""
    file.seek(2)
    turned = False
    while True:
        mark, kind = struct.unpack(">BB", file.read(2))
        while kind == 0xFF:
            (kind,) = struct.unpack(">B", file.read(1))
        if mark != 0xFF or kind in {0xD9, 0xDA}:
            return None
        (length,) = struct.unpack(">H", file.read(2))
        data = file.read(length - 2)
        if kind == 0xE1 and data.startswith(b"Exif\0\0"):
            turned = _orientation(data[6:]) in _TURNED
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:
            height, width = _pair(">HH", data, 1)
            return (height, width) if turned else (width, height)


def _orientation(tiff: bytes) -> int:
    """EXIF's tag 0x0112, in the first directory of a TIFF."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(entries):
            tag, value = struct.unpack_from(f"{order}H6xH", tiff, start + 2 + 12 * number)
            if tag == 0x0112:
                return int(value)
    except struct.error:
        pass
    return 1


def _avif(data: bytes) -> Size | None:
    """The size of the primary item, not of a tile, a thumbnail or a mask (ISO/IEC 23008-12)."""
    meta = dict(_boxes(data)).get(b"meta", b"")[4:]
    inside = dict(_boxes(meta))
    described = dict(_boxes(inside.get(b"iprp", b"")))
    properties = list(_boxes(described.get(b"ipco", b"")))
    primary = inside.get(b"pitm", b"")
    item = int.from_bytes(primary[4:], "big")
    size, turned = None, False
    for index in _properties_of(item, described.get(b"ipma", b"")):
        name, box = properties[index - 1] if 0 < index <= len(properties) else (b"", b"")
        if name == b"ispe":
            size = _pair(">II", box, 4)
        turned = turned or (name == b"irot" and box[0] % 2 == 1)
    return size[::-1] if size and turned else size


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes of a container, each with its name and what is in it."""
    start = 0
    while start + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, start)
        if length < 8:
            return
        yield data[start + 4 : start + 8], data[start + 8 : start + length]
        start += length


def _properties_of(item: int, box: bytes) -> list[int]:
    """The numbers of an item's properties, counted from one."""
    version, wide = box[0] if box else 0, bool(box[3] & 1) if len(box) > 3 else False
    id_bytes, index_bytes = (4 if version else 2), (2 if wide else 1)
    start = 8
    for _ in range(int.from_bytes(box[4:8], "big")):
        found = int.from_bytes(box[start : start + id_bytes], "big")
        count = box[start + id_bytes : start + id_bytes + 1]
        if not count:
            break
        start += id_bytes + 1
        end = start + index_bytes * count[0]
        if found == item:
            highest = (1 << (8 * index_bytes - 1)) - 1
            return [
                int.from_bytes(box[at : at + index_bytes], "big") & highest
                for at in range(start, end, index_bytes)
            ]
        start = end
    return []


def _svg(text: str) -> Size | None:
    root = _SVG_ROOT.search(text)
    if root is None:
        return None
    lengths = [re.search(_SVG_LENGTH.format(name), root[0]) for name in ("width", "height")]
    view = _SVG_VIEW.search(root[0])
    if all(lengths):
        width, height = (float(length[1]) for length in lengths if length)
    elif view:
        width, height = float(view[1]), float(view[2])
    else:
        return None
    return round(width), round(height)
