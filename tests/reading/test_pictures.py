"""The size of a picture, read from the file: every format as its maker writes it."""

import struct

import pytest
from trees import write_tree

from timeline.reading import read_project
from timeline.reading.pictures import picture_size


def box(name: str, *parts: bytes) -> bytes:
    data = b"".join(parts)
    return struct.pack(">I", len(data) + 8) + name.encode() + data


def avif(*turned: bytes) -> bytes:
    """An AVIF with a thumbnail of 8 by 4 pixels as item 2, and the picture of 640 by 360 as item 1."""
    sizes = [box("ispe", bytes(4), struct.pack(">II", *size)) for size in ((8, 4), (640, 360))]
    own = bytes([2, *range(3, 3 + len(turned))])
    links = struct.pack(">HB", 2, 1) + b"\x01" + struct.pack(">HB", 1, len(own)) + own
    properties = box("iprp", box("ipco", *sizes, *turned), box("ipma", bytes(4), struct.pack(">I", 2), links))
    meta = box("meta", bytes(4), box("pitm", bytes(4), struct.pack(">H", 1)), properties)
    return box("ftyp", b"avif", bytes(4)) + meta + box("mdat", bytes(20))


def jpeg(*segments: bytes) -> bytes:
    frame = b"\xff\xc2" + struct.pack(">HBHH", 11, 8, 360, 640) + bytes(4)
    return b"\xff\xd8" + b"".join(segments) + b"\xff\xff" + frame[1:] + b"\xff\xda"


def exif(orientation: int, order: str) -> bytes:
    """A camera's notes, whose second entry says how it was held."""
    mark = {"<": b"II", ">": b"MM"}[order]
    head = mark + struct.pack(f"{order}HIH", 42, 8, 2)
    entries = struct.pack(f"{order}HHII", 0x010F, 2, 4, 0) + struct.pack(
        f"{order}HHIHH", 0x0112, 3, 1, orientation, 0
    )
    data = b"Exif\0\0" + head + entries
    return b"\xff\xe1" + struct.pack(">H", len(data) + 2) + data


SIZES = {
    "a PNG": (b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 360), (640, 360)),
    "a GIF": (b"GIF89a" + struct.pack("<HH", 640, 360), (640, 360)),
    "a lossy WebP": (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 360 | 1 << 14), (640, 360)),
    "a lossless WebP": (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 639 | 359 << 14), (640, 360)),
    "an extended WebP that ends before its size": (b"RIFF\0\0\0\0WEBPVP8X" + bytes(4), None),
    "an extended WebP": (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (639).to_bytes(3, "little") + (359).to_bytes(3, "little"), (640, 360)),
    "a JPEG": (jpeg(b"\xff\xe0\0\x04\0\0"), (640, 360)),
    "a JPEG of a camera held upright": (jpeg(exif(6, "<")), (360, 640)),
    "one by another maker": (jpeg(exif(8, ">")), (360, 640)),
    "a JPEG turned upside down": (jpeg(exif(3, ">")), (640, 360)),
    "an AVIF": (avif(), (640, 360)),
    "an AVIF that is turned": (avif(box("irot", b"\x01")), (360, 640)),
    "an AVIF upside down": (avif(box("irot", b"\x02")), (640, 360)),
    "an SVG with lengths": (b"<?xml version='1.0'?><svg width='640px' height=\"360\" viewBox='0 0 1 1'/>", (640, 360)),
    "an SVG with a view alone": (b"<svg viewBox=\"0 0 640 360\" width='100%'/>", (640, 360)),
    "an SVG that says nothing": (b"<svg/>", None),
    "a picture of no size": (b"GIF89a" + bytes(4), None),
    "a JPEG cut short": (jpeg()[:8], None),
    "a JPEG without a frame": (b"\xff\xd8\xff\xda", None),
    "camera's notes cut short": (jpeg(b"\xff\xe1\0\x0cExif\0\0II*\0"), (640, 360)),
    "an AVIF cut short": (avif()[:60], None),
    "a film": (box("ftyp", b"isom"), None),
    "nothing": (b"", None),
}  # fmt: skip


@pytest.mark.parametrize(("data", "size"), SIZES.values(), ids=SIZES.keys())
def test_the_size_is_the_one_that_a_browser_shows(tmp_path, data, size):
    file = tmp_path / "picture"
    file.write_bytes(data)
    assert picture_size(file) == size


def test_every_beginning_of_every_file_is_read_without_a_mishap(tmp_path):
    for data, _ in SIZES.values():
        for end in range(len(data)):
            (tmp_path / "cut").write_bytes(data[:end])
            picture_size(tmp_path / "cut")


def test_the_sizes_of_all_pictures_of_a_project_are_known(tmp_path):
    write_tree(tmp_path, "== content/index.md\n---\ntitle: Made up\n---\n")
    (tmp_path / "content/media/deep").mkdir(parents=True)
    (tmp_path / "content/media/deep/a.gif").write_bytes(SIZES["a GIF"][0])
    (tmp_path / "content/media/b.pdf").write_bytes(b"%PDF-1.7")
    content = read_project(tmp_path / "content").content
    assert content.media == {"deep/a.gif", "b.pdf"}
    assert content.pictures == {"deep/a.gif": (640, 360)}
