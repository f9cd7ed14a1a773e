"""The links of a built site, as a reader's browser would follow them."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, _, attributes) -> None:
        given = dict(attributes)
        self.found += [given[name] for name in ("href", "src") if given.get(name)]
        if given.get("id"):
            assert given["id"] not in self.ids, f"the id {given['id']} stands twice"
            self.ids.add(given["id"])


def broken_links(site: Path) -> list[str]:
    """The links of all pages that lead to no file or no heading of the site; no id stands twice on a page."""
    pages = {}
    for file in site.rglob("*.html"):
        parser = _Links()
        parser.feed(file.read_text(encoding="utf-8"))
        pages[file.resolve()] = parser
    broken = []
    for file, parser in pages.items():
        for found in parser.found:
            address, anchor = urldefrag(found)
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or file.name == "404.html":
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (
                anchor and target in pages and unquote(anchor) not in pages[target].ids
            ):
                broken.append(f"{file.relative_to(site.resolve())}: {found}")
    return broken
