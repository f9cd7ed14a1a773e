"""HTML as it can stand in a Markdown file of any engine, and come out of it as it went in.

Engines look for marks of their own in the text of a page before they look at its HTML: fences, links, braces
of a template language, blank lines. What an editor quotes of these must stay a quotation, so each mark is
written as a character reference, which browsers read as the same letter and engines as none.
"""

from __future__ import annotations

import re

_WHOLE = re.compile(r"(<(script|pre|textarea)\b.*?</\2>)", re.DOTALL)
"""What keeps its spaces and line ends."""
_MARK = re.compile(r"(?<=\])[(\[:]|(?<=\{)[{%#+=>-]|(?<=~)~|`")
"""Where links, definitions, template tags and fences begin; HTML and JSON themselves have no such pairs."""
_BREAK = re.compile(r"\s*\n\s*(<)?")


def inert(html: str) -> str:
    """The same page in other words: no blank line, every line begins with a tag, nothing looks like Markdown.

    Args:
        html: HTML of our templates. A script in it is JSON.
    """
    parts = []
    # Between two wholes stand a text; each whole is followed by the name of its element.
    for number, part in enumerate(_WHOLE.split(html.strip())):
        if number % 3 == 0:
            parts.append(_MARK.sub(_reference, _BREAK.sub(_joint, part)))
        elif number % 3 == 1 and part.startswith("<script"):
            parts.append(inert_json(part.replace("\n", " ")))
        elif number % 3 == 1:
            parts.append(_MARK.sub(_reference, part.replace("\n", "&#10;")))
    return "".join(parts)


def inert_json(text: str) -> str:
    """The same JSON, with nothing in it that looks like Markdown."""
    return _MARK.sub(_escape, text)


def _reference(mark: re.Match[str]) -> str:
    return f"&#{ord(mark[0])};"


def _escape(mark: re.Match[str]) -> str:
    return f"\\u{ord(mark[0]):04x}"


def _joint(found: re.Match[str]) -> str:
    return "\n<" if found[1] else " "
