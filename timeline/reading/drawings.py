"""Whether an SVG is a drawing and nothing more.

A browser that opens an SVG by itself runs what is in it with the site's rights, and one that shows it may be
kept busy for ever by a few lines that use one another. So an SVG is read as the XML that it is, and what
it may hold is a list; scripts, styles from elsewhere, animation, links and other languages are not on it.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from timeline.reading.drawing_parts import MOST_DRAWN, Parts, TooMuch, target_of

SVG = "http://www.w3.org/2000/svg"
_LINKED = "http://www.w3.org/1999/xlink href"
MOST_BYTES = 5_000_000
MOST_ELEMENTS = 50_000
MOST_USES = 1_000
DEEPEST = 100

_ELEMENTS = frozenset({
    "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComposite", "feFlood",
    "feGaussianBlur", "feMerge", "feMergeNode", "feOffset", "filter", "g", "image", "line", "linearGradient",
    "marker", "mask", "metadata", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop",
    "style", "svg", "switch", "symbol", "text", "textPath", "title", "tspan", "use", "view",
})  # fmt: skip
# Elements of other languages are inert in a drawing, but for those of two.
_ACTIVE = frozenset({"http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"})
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,")
_FETCHING = re.compile(r"url\(\s*+[\"']?(?!\s*+[\"']?#)|image-set\(|@|\\|expression\(", re.IGNORECASE)
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_HINT = "export it as a plain SVG, without scripts, styles, animation and links, or make it a PNG"
_LONGEST_NAME = 40


class BadDrawing(Exception):
    """An SVG that is not published.

    Attributes:
        line: The line of the file, from 1.
        message: What is wrong.
        hint: What to do.
    """

    def __init__(self, line: int, message: str, hint: str = _HINT) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.hint = hint


def check_drawing(data: bytes) -> None:
    """Reads an SVG.

    Raises:
        BadDrawing: It is none, or does more than show itself.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadDrawing(line, "this SVG is not UTF-8", "save it as UTF-8") from None
    if _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise BadDrawing(1, "this SVG says that it is not UTF-8", "save it as UTF-8")
    _Reading().read(text)


class _Reading:
    """One SVG as it is read."""

    def __init__(self) -> None:
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = lambda *_: self._refuse("a document type")
        parser.ProcessingInstructionHandler = lambda target, _: self._refuse(f"<?{target[:_LONGEST_NAME]}?>")
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._text
        self._elements = 0
        self._uses: dict[str, int] = {}
        self._using: set[str] = set()
        self._ids: list[str] = []
        # A style is looked at as a whole, for the parser hands on a long text in parts.
        self._style: list[str] | None = None
        self._style_line = 0
        self._parts = Parts()

    def read(self, text: str) -> None:
        """Reads the whole text."""
        try:
            self._parser.Parse(text.encode(), True)
        except expat.ExpatError as error:
            said = expat.ErrorString(error.code)
            raise BadDrawing(
                error.lineno, f"this is no SVG file, whatever its name says: {said}", "export it again"
            ) from None
        for target, line in self._uses.items():
            if target in self._using:
                raise BadDrawing(line, "this SVG uses a part of it that uses others")
        try:
            self._parts.check()
        except TooMuch as error:
            message = (
                f"this SVG draws parts of it with one another, {MOST_DRAWN:,} elements in all or without end"
            )
            raise BadDrawing(error.line, message, "simplify it, or make it a PNG") from None

    def _refuse(self, what: str, line: int | None = None) -> None:
        message = f"this SVG holds what a browser would run or fetch: {what}"
        raise BadDrawing(self._parser.CurrentLineNumber if line is None else line, message)

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self._elements and (namespace, local) != (SVG, "svg"):
            message = (
                f"this is no SVG file, whatever its name says: its first element is not an <svg> of {SVG}"
            )
            raise BadDrawing(self._parser.CurrentLineNumber, message, "export it again")
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._ids) >= DEEPEST or len(self._uses) > MOST_USES:
            message = f"an SVG has at most {MOST_ELEMENTS:,} elements, {DEEPEST} deep, and {MOST_USES:,} uses"
            raise BadDrawing(self._parser.CurrentLineNumber, message, "simplify it, or make it a PNG")
        # What stands around an element in a style would be one style to a browser.
        if namespace in _ACTIVE or (namespace == SVG and local not in _ELEMENTS) or self._style is not None:
            self._refuse(f"<{local[:_LONGEST_NAME]}>")
        self._ids.append(attributes.get("id", ""))
        if namespace == SVG and local == "style":
            self._style, self._style_line = [], self._parser.CurrentLineNumber
        for attribute, value in attributes.items():
            self._check_attribute(attribute.rpartition(" ")[2], value)
        named = {name: value for name, value in attributes.items() if " " not in name}
        # Of two spellings of one name the newer counts.
        named.setdefault("href", attributes.get(_LINKED, ""))
        self._parts.open(local, named, self._parser.CurrentLineNumber)
        if local == "use":
            for attribute, value in attributes.items():  # both spellings may stand there
                if attribute.rpartition(" ")[2] == "href":
                    self._uses.setdefault(target_of(value[1:]), self._parser.CurrentLineNumber)
            self._using.update(filter(None, self._ids))

    def _check_attribute(self, name: str, value: str) -> None:
        shown = f"{name[:_LONGEST_NAME]}=…"
        if name.lower().startswith("on") or name == "base":
            self._refuse(shown)
        if name == "href" and value and not _INSIDE.match(value):
            self._refuse(shown)
        if name == "style" or "(" in value:
            self._check_style(value, shown)

    def _check_style(self, style: str, shown: str, line: int | None = None) -> None:
        found = _FETCHING.search(style)
        if found:
            self._refuse(shown, None if line is None else line + style.count("\n", 0, found.start()))

    def _close(self, name: str) -> None:
        del name
        self._ids.pop()
        self._parts.close()
        if self._style is not None:
            style = "".join(self._style)
            self._check_style(style, "<style>", self._style_line)
            self._parts.style(style)
            self._style = None

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)
