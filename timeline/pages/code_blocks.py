"""Blocks of code on a page, each with an id of its own.

Material's script names each block after the nearest element around it that has an id, and all blocks of a
page have the same one around them: without ids of their own they would get one id between them.
"""

from __future__ import annotations

import itertools
import re

_UNNAMED = re.compile(r"<pre(?=[\s>])(?![^>]*\sid=)")


def named_code(html: str) -> str:
    """A page whose blocks of code are numbered: ``block-1``, ``block-2``."""
    if "<pre" not in html:
        return html
    numbers = itertools.count(1)
    return _UNNAMED.sub(lambda _: f'<pre id="block-{next(numbers)}"', html)
