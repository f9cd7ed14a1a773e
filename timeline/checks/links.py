"""Links and pictures in texts that lead to no page, to no file, or out of the site where they must not."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from timeline.checks.check import Check, Finding
from timeline.merging import AROUND_LINKS, MADE_PAGES, OUTSIDE, RECORDS, Mention, Nearest, Timeline
from timeline.problems import Problem, Severity

CODE_PAGE = "unknown-page"
CODE_PICTURE = "unknown-picture"
CODE_ADDRESS = "bad-link"
_MEDIA = "media/"
_RECORD_PAGE = re.compile(
    r"(?:(?:\.\./|/)*(event|place|actor|article|storyline)s/)?([a-z0-9-]+)(?:\.md|\.html|/index\.html|/)?"
)
"""The path of a record's page; or its id alone, with nothing in front that says what it is the id of."""
_GUESSED = 200
"""For how many wrong links the right one is looked for: hundreds have one cause, and each costs a search."""
_SCHEMES = (*RECORDS, *OUTSIDE)


def pages(timeline: Timeline) -> Iterator[Finding]:
    """Finds links to pages that are not there."""
    content = timeline.content
    known, unread = _Files({*content.pages, *MADE_PAGES}), content.broken.get("page", frozenset())
    told = 0
    for mention in timeline.mentions:
        path = mention.id
        if (
            mention.kind != "page"
            or path in MADE_PAGES
            or path in content.pages
            or PurePosixPath(path).stem in unread
        ):
            continue
        message = f"there is no page 'content/{path}'"
        if path.startswith(("/", "../")):
            message = f"'{path}' lies outside the content folder"
        told += 1
        if address := _unquoted(mention):
            message = "an address stands in its brackets alone, with no marks around it"
            yield _error(CODE_PAGE, mention, message, f"write {address}, with no quotes around it")
            continue
        meant = (_meant(mention, timeline) or known.hint(mention)) if told <= _GUESSED else ""
        yield _error(CODE_PAGE, mention, message, meant or _PAGE_HINT)


def pictures(timeline: Timeline) -> Iterator[Finding]:
    """Finds pictures that are no file of the site."""
    content = timeline.content
    files = frozenset(f"{_MEDIA}{file}" for file in content.media)
    unshown = frozenset(f"{_MEDIA}{file}" for file in content.unshown)
    known = _Files(files)
    told = 0
    for mention in timeline.mentions:
        if not mention.link.is_image:
            continue
        if mention.kind != "file":
            message = "a picture is one of the site's own files; no page loads anything from elsewhere"
            hint = "put a copy in content/media if its terms allow that, or link to it: [words](address)"
            yield _error(CODE_PICTURE, mention, message, hint)
        elif mention.id not in files and mention.id not in unshown:
            message = f"there is no picture 'content/{mention.id}'"
            told += 1
            meant = known.hint(mention) if told <= _GUESSED else ""
            yield _error(CODE_PICTURE, mention, message, meant or _PICTURE_HINT)


def addresses(timeline: Timeline) -> Iterator[Finding]:
    """Finds links whose address begins with something that leads nowhere."""
    for mention in timeline.mentions:
        if mention.kind == "mailto" and not MAIL.fullmatch(mention.id.partition(":")[2].partition("?")[0]):
            message = "this is not the address of a mailbox"
            yield _error(CODE_ADDRESS, mention, message, "write it as in mailto:name@example.org")
        if mention.kind in {"http", "https"} and not mention.link.is_image and _is_odd(mention.id):
            message = "an address names a host, and carries no user name or password"
            yield _error(CODE_ADDRESS, mention, message, "write it as in https://example.org/page")
        if mention.link.is_image or mention.kind in {*_SCHEMES, "page", "heading"}:
            continue
        near = difflib.get_close_matches(mention.kind, _SCHEMES, n=1)
        hint = f"a link begins with http:// or https://, mailto:, or one of {', '.join(RECORDS)} and a colon"
        message = f"a link cannot begin with '{mention.kind.rstrip(':')}:'"
        yield _error(CODE_ADDRESS, mention, message, f"did you mean '{near[0]}:'?" if near else hint)


def _is_odd(address: str) -> bool:
    """Whether an http address has no host, or more than one before its path."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return not parts.hostname or "@" in parts.netloc


WEB = re.compile(
    r"^(?:www\.|(?:[a-z0-9-]+\.)+(?:(?:com|edu|gov|info|int|net|org)(?:/|$)|(?!md/|html?/)[a-z]{2,}/.)).*",
    re.IGNORECASE,
)
"""A path that is an address without its beginning: it begins with a host."""
MAIL = re.compile(r"[^\s@/:]+@[^\s@/:.]+(?:\.[^\s@/:.]+)+(?:,[^\s@/:]+@[^\s@/:]+)*")
_PAGE_HINT = "name a page by the path of its file, as in about.md, and a record as in event:its-id"
_PICTURE_HINT = "put the file in content/media, and write the path to it as seen from this file"


def _error(code: str, mention: Mention, message: str, hint: str) -> Finding:
    return Finding(Problem(code, Severity.ERROR, mention.span, message, hint))


class _Files:
    """Finds the file that a wrong path most likely means: one of a near path, or of the same name."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = sorted(paths)
        self._nearest = Nearest(self._paths)

    def hint(self, mention: Mention) -> str:
        """What to write in place of the link's path; empty where nothing is near."""
        name = posixpath.basename(mention.id)
        near = next((path for path in self._paths if posixpath.basename(path) == name), "")
        near = near or self._nearest.to(mention.id)
        return f"did you mean {posixpath.relpath(near, mention.text.folder or '.')}?" if near else ""


def _unquoted(mention: Mention) -> str:
    """The address of a link between quotes, or an empty text."""
    target = mention.link.target
    bare = target.strip(AROUND_LINKS)
    is_address = bare != target and bare.partition(":")[0].lower() in _SCHEMES
    return bare if is_address else ""


def _meant(mention: Mention, timeline: Timeline) -> str:
    """The link to write for the file of a record, for a page of the web, or for one in the media folder."""
    path, target = mention.id, mention.link.target
    for kind, records in (("article", timeline.content.articles), ("storyline", timeline.content.storylines)):
        if path.endswith(".md"):
            for located in records:
                if located.file.endswith(f"/{kind}s/{path.removeprefix(f'{kind}s/')}"):
                    return f"write {kind}:{located.record.id}"
    if MAIL.fullmatch(target):
        return f"write mailto:{target}"
    if WEB.match(target):
        return f"write https://{target} for a page of the web"
    if named := _RECORD_PAGE.fullmatch(path) or _RECORD_PAGE.fullmatch(target):
        kind = next(
            (kind for kind in RECORDS if named[1] in {kind, None} and timeline.has(kind, named[2])), ""
        )
        if kind:
            return f"write {kind}:{named[2]}"
    if path.removeprefix(_MEDIA) in timeline.content.media and path.startswith(_MEDIA):
        return "show it as a picture, ![words](path), or in the 'media' of an event"
    return ""


PAGES = Check(
    CODE_PAGE, Severity.ERROR, "A link to a page of the site leads to one.", pages, silenceable=False
)
PICTURES = Check(
    CODE_PICTURE, Severity.ERROR, "A picture is one of the site's own files.", pictures, silenceable=False
)
ADDRESSES = Check(
    CODE_ADDRESS, Severity.ERROR, "A link leads somewhere that it may.", addresses, silenceable=False
)
