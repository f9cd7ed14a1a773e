"""Editors' Markdown into HTML that is safe to publish.

Raw HTML is shown as text, never obeyed; links go to records, pages, headings and http(s) addresses
alone; and what python-markdown makes is sanitised once more. One converter serves all texts: it is
three times as fast as a new one for each.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from types import MappingProxyType
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from timeline.merging import section
from timeline.pages.converting import Anchors, Bounded, Footnotes
from timeline.pages.plain_prose import plain_html

ROOT = "chronology-root:"
"""Stands, in an address, for the way to the site's root, until it is known which page it is on."""

_INLINE = frozenset(
    ["a", "abbr", "blockquote", "br", "code", "del", "em", "li", "ol", "p", "strong", "sub", "sup", "ul"]
)
_BLOCKS = _INLINE | frozenset(
    [
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "pre",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
    ]
)
_ATTRIBUTES = {
    "a": {"href", "id", "class"}, "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "li": {"id"}, "sup": {"id"},
    "ol": {"start"}, "code": {"class"}, "div": {"class"}, "th": {"scope"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}  # fmt: skip
_TAG = re.compile(r'<(?:[^>"]|"[^"]*")*>')  # as the sanitiser writes them
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)

Resolver = Callable[[str, str], str | None]
"""Gives the address below the site's root of a record (kind, id), or None where there is no page."""


class Prose:
    """Makes HTML of Markdown.

    Args:
        resolve: Finds the pages of records, and of ordinary pages under the kind ``page``.
        media: The files in ``content/media``.
        sizes: The width and height of the pictures among them.
    """

    def __init__(
        self,
        resolve: Resolver,
        media: frozenset[str],
        sizes: Mapping[str, tuple[int, int]] = MappingProxyType({}),
    ) -> None:
        self._links = _Links(resolve, media, sizes)
        self._anchors = Anchors(section)
        self._bounded = Bounded()
        self._markdown = markdown.Markdown(
            extensions=[
                "tables", "fenced_code", "def_list", "sane_lists",
                Footnotes(UNIQUE_IDS=True, SEPARATOR="-"),
                TocExtension(slugify=self._anchors),
                self._links,
                _NoRawHtml(),
                self._bounded,
            ],
            output_format="html",
        )  # fmt: skip
        self._made: dict[str, bytes] = {}  # as an edition keeps its fragments

    def short(self, text: str, root: str) -> Markup:
        """A paragraph or a few, as in a summary: no headings, tables or pictures.

        Args:
            text: The Markdown.
            root: The way from the page to the site's root.
        """
        return self._rooted(self._short(text), root)

    def long(self, text: str, root: str, folder: str = "") -> Markup:
        """A whole text; its headings begin below the page's own.

        Args:
            text: The Markdown.
            root: The way from the page to the site's root.
            folder: The folder, below ``content/``, that links to other files start from.
        """
        # It stands on one page, or on very few: it is not kept.
        return self._rooted(self._convert(text, folder, blocks=True), root)

    def plain(self, text: str) -> str:
        """The text's words alone, for a description."""
        return " ".join(unescape(_TAG.sub("", self._short(text))).split())

    def _short(self, text: str) -> str:
        made = self._made.get(text)
        if made is None:
            made = self._made[text] = self._convert(text, "", blocks=False).encode("utf-8", "surrogatepass")
        return made.decode("utf-8", "surrogatepass")

    @staticmethod
    def _rooted(html: str, root: str) -> Markup:
        return Markup(html.replace(f'="{ROOT}', f'="{root}'))  # noqa: S704 (sanitised above)

    def _convert(self, text: str, folder: str, *, blocks: bool) -> str:
        self._links.folder = folder
        plain = plain_html(text, self.target)
        return self.converted(text, blocks=blocks) if plain is None else plain

    def target(self, href: str) -> str | None:
        """Where a link leads, with ROOT for the way to the site's root; None for a link to nothing."""
        return self._links.target(href)

    def converted(self, text: str, *, blocks: bool) -> str:
        """What the whole converter makes of a text.

        Args:
            text: The Markdown.
            blocks: Whether it may have headings, tables and pictures.
        """
        self._anchors.forget()
        self._bounded.refill(len(text))
        try:
            html = self._markdown.reset().convert(text)
        except RecursionError:  # nothing that is read for what it says stands so deep
            return f"<p>{escape(text.strip(), quote=False)}</p>"
        return nh3.clean(
            html,
            tags=set(_BLOCKS if blocks else _INLINE),
            attributes=_ATTRIBUTES,
            url_schemes={"http", "https", "mailto", ROOT.rstrip(":")},
            link_rel=None,
            filter_style_properties=set(),
        )


class _NoRawHtml(Extension):
    """Leaves HTML in the text as the characters that it is made of."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (python-markdown's name)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


class _Links(Extension, Treeprocessor):
    """Leads every link and picture to where it may go."""

    def __init__(
        self, resolve: Resolver, media: frozenset[str], sizes: Mapping[str, tuple[int, int]]
    ) -> None:
        super().__init__()
        self.resolve = resolve
        self.files = media
        self.sizes = sizes
        self.folder = ""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (python-markdown's name)
        self.md = md
        md.treeprocessors.register(self, "chronology-links", 1)

    def run(self, root: Element) -> None:
        """Rewrites the addresses of one text, and puts its headings below the page's own."""
        _lower_headings(root)
        for element in root.iter("a"):
            if element.get("class", "").startswith("footnote"):
                continue
            target = self.target(element.get("href", ""))
            element.attrib.pop("title", None)
            if target is None:
                element.attrib.pop("href", None)
            else:
                element.set("href", target)
        for element in root.iter("img"):
            file = self._file(element.get("src", ""))
            if file is None:
                element.tag = "em"
                element.text = element.get("alt", "")
                element.attrib.clear()
            else:
                element.set("src", f"{ROOT}media/{file}")
                element.set("loading", "lazy")
                element.set("decoding", "async")
                for name, pixels in zip(("width", "height"), self.sizes.get(file, ()), strict=False):
                    element.set(name, str(pixels))

    def target(self, href: str) -> str | None:
        """Where a link leads, with ROOT for the way to the site's root; None for a link to nothing."""
        href = unescape(href).strip()
        if href.startswith("#"):
            return f"#{section(href[1:])}" if len(href) > 1 else None
        scheme = _SCHEME.match(href)
        if scheme is None:
            return self._page(href)
        kind, rest = scheme.group(1).lower(), href[scheme.end() :]
        if kind in {"http", "https"} and "@" in re.split(r"[/?#\\]", rest.lstrip("/\\"), maxsplit=1)[0]:
            return None
        if kind in {"http", "https", "mailto"}:
            return href
        path = self.resolve(kind, rest)
        return None if path is None else f"{ROOT}{path}"

    def _page(self, href: str) -> str | None:
        if href.startswith(("/", "\\", "?")):
            return None
        file, _, anchor = href.partition("#")
        path = self.resolve("page", posixpath.normpath(posixpath.join(self.folder, file)))
        if path is None:
            return None
        return f"{ROOT}{path or './'}{f'#{section(anchor)}' if anchor else ''}"

    def _file(self, src: str) -> str | None:
        path = posixpath.normpath(posixpath.join(self.folder, src)) if not _SCHEME.match(src) else ""
        file = path.removeprefix("media/")
        return file if path.startswith("media/") and file in self.files else None


def _lower_headings(root: Element) -> None:
    """Begins the headings of a text at the second level, and lets none skip one.

    Some editors begin with ``#`` and some with ``##``; readers who listen find their way by the levels.
    """
    written: list[int] = []
    for element in root.iter():
        if len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1] in "123456":
            level = int(element.tag[1])
            while written and written[-1] >= level:
                written.pop()
            written.append(level)
            element.tag = f"h{min(len(written) + 1, 6)}"
