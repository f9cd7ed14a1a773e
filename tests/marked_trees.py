"""File trees with marks for what a text file cannot hold, or a reader cannot see.

`== path` begins a file, as in `trees.py`. `<U+202E>` is a character, `<0xFF>` a byte, `<100 × x>` and
`<100 lines × x>` are repetitions, as are `«100 × x»` where marks or angles are repeated, `<NOLF>` says that no
line end follows, `<LINK target>` makes a symbolic link; `<CR>`, `<TAB>` and `<SPACE>` are what they say.
"""

import re

_REPEATED = re.compile(r"<(\d+)( lines)? × (<U\+[0-9A-F]+>|[^>]*)>|«(\d+)( lines)? × ([^»]*)»")
_WORDS = {"<CR>": "\r", "<TAB>": "\t", "<SPACE>": " ", "<NOLF>\n": "", "<NOLF>": ""}

# What is there unless a tree says otherwise: an article and a place to refer to.
BASE = """\
== articles/report.md
---
title: A report
published: 2020-01-05
---
== places.yaml
- id: baghdad
  name: Baghdad
"""


def bytes_of(text):
    text = _REPEATED.sub(_repeated, text)
    for word, char in _WORDS.items():
        text = text.replace(word, char)
    text = re.sub(r"<U\+([0-9A-F]+)>", lambda m: chr(int(m[1], 16)), text)
    parts = re.split(r"<0x([0-9A-F]{2})>", text)
    return b"".join(
        bytes([int(part, 16)]) if number % 2 else part.encode("utf-8", "surrogatepass")
        for number, part in enumerate(parts)
    )


def _repeated(found):
    count, lines, what = found[1] or found[4], found[2] or found[5], found[3] if found[1] else found[6]
    return (what + ("\n" if lines else "")) * int(count)


def files_of(tree):
    head, *rest = re.split(r"^== (.*)\n", tree, flags=re.MULTILINE)
    assert not head.strip(), head
    return {bytes_of(path).decode(): text for path, text in zip(rest[::2], rest[1::2], strict=True)}


def write_marked_tree(folder, tree):
    """Writes a tree on top of the base; `../` leads out of the folder."""
    own = files_of(tree)
    base = {
        path: text for path, text in files_of(BASE).items() if not any(p.startswith(f"{path}/") for p in own)
    }
    for path, text in {**base, **own}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith("<LINK "):
            target.symlink_to(text.strip()[6:-1])
        else:
            target.write_bytes(bytes_of(text))
