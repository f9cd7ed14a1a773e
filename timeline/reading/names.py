"""What a content folder's files may be called, so that every page has one address that works everywhere.

A name that is fine on the editor's machine may be two names on a reader's (capitals, look-alikes), an
address that is already taken by a page of ours, or no address at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from timeline.records import slug

Told = tuple[str, str, str]
"""A code, a message and a hint."""

RESERVED = frozenset({
    "404", "actors", "add", "articles", "assets", "codes", "corrections", "data", "events", "feeds", "fields",
    "javascripts", "map", "media", "places", "schema", "search", "sitemap", "sources", "storylines",
    "stylesheets", "tags",
})  # fmt: skip
"""The first parts of addresses that belong to the pages and files which the program makes."""
LONGEST_NAME = 120
_YEAR = re.compile(r"-?(?:[0-9]{4}|[0-9]{3}x|[0-9]{2}xx)")
"""A year, a decade or a century, as archives have them in their addresses."""
_FILE = re.compile(r"(?:\.(?:css|gz|html?|js|json|txt|xml|ya?ml))+$", re.IGNORECASE)
"""How the files end that stand beside the pages, each of which is a folder of the site."""
_UNSEEN: Told = ("bad-file-name", "this name has a character that cannot be seen", "rename the file")
_README: Told = (
    "reserved-name",
    "MkDocs takes README.md for the page of its folder",
    "call it index.md, or keep it outside the content folder",
)
_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_NOT_IN_ADDRESSES = re.compile(r"""[\s"#%&'*:;<>?\\^`{|}\[\]]""")


def name_problems(paths: Iterable[str], published: Iterable[str]) -> Iterator[tuple[str, Told]]:
    """What is wrong with the names of files.

    Args:
        paths: All files below the content folder, sorted.
        published: Those of them whose names become addresses: ordinary pages and media.

    Returns:
        Paths, and what to say of each.
    """
    paths = list(paths)
    yield from _collisions(paths)
    for path in paths:
        if not path.isprintable():
            yield path, _UNSEEN
        elif path.rpartition("/")[2] == "README.md":
            yield path, _README
        elif path in {"articles/index.md", "storylines/index.md"}:
            yield path, _reserved(path.split("/")[0])
    addresses: dict[str, str] = {}
    for path in published:
        if told := next(filter(None, map(_bad_name, path.split("/"))), None):
            yield path, told
        elif not path.startswith("media/"):
            yield from _page(path, addresses)


def _page(path: str, addresses: dict[str, str]) -> Iterator[tuple[str, Told]]:
    """What is wrong with the address of an ordinary page; addresses are kept with the page that has them."""
    address = address_of(path)
    top = address.split("/")[0]
    if top.lower() in RESERVED or _YEAR.fullmatch(top.lower()):
        yield path, _reserved(top)
    elif part := next(filter(_FILE.search, address.split("/")), None):
        message = f"every page is a folder of the site, and '{part}' would be a file there"
        yield path, ("bad-file-name", message, f"call it {_FILE.sub('', part)}")
    elif address in addresses:
        message = f"'{addresses[address]}' has the same address, {address or 'the home page'}"
        yield path, ("duplicate-address", message, "keep one of them, or rename one")
    else:
        addresses[address] = path


def address_of(path: str) -> str:
    """The address of an ordinary page: ``about.md`` and ``about/index.md`` give ``about/``."""
    folder, _, name = path.rpartition("/")
    if name == "index.md":
        return f"{folder}/" if folder else ""
    return f"{path.removesuffix('.md')}/"


def _reserved(top: str) -> Told:
    return (
        "reserved-name",
        f"the address {top}/ belongs to pages that the program makes",
        "give the file another name",
    )


def _bad_name(name: str) -> Told | None:
    stem = name.rsplit(".", 1)[0]
    proposal = slug(stem)
    hint = f"call it {proposal}{name[len(stem) :]}" if proposal else "use letters, digits and hyphens"
    if not name.isprintable() or _NOT_IN_ADDRESSES.search(name):
        return "bad-file-name", "this name has a character that has no place in an address", hint
    if len(name) > LONGEST_NAME:
        return (
            "bad-file-name",
            f"this name has {len(name)} characters; at most {LONGEST_NAME} work everywhere",
            "",
        )
    if _WINDOWS.fullmatch(name.partition(".")[0]) or name.endswith("."):
        return "bad-file-name", "Windows cannot have a file of this name", "give it another"
    return None


def _collisions(paths: Iterable[str]) -> Iterator[tuple[str, Told]]:
    """Names in one folder that are one where capitals, or ways to write a letter, make no difference."""
    first: dict[tuple[str, str], str] = {}
    told: set[str] = set()
    for path in paths:
        parts = path.split("/")
        for depth, name in enumerate(parts):
            folder, part = "/".join(parts[:depth]), "/".join(parts[: depth + 1])
            other = first.setdefault((folder, unicodedata.normalize("NFKC", name).casefold()), part)
            if other != part and part not in told:
                told.add(part)
                message = f"this differs from '{other}' by nothing that every computer can tell apart"
                yield part, ("case-collision", message, "rename one of them")
