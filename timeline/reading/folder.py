"""Which files of a content folder hold what, and what stands there that nobody expects.

Only names and kinds are looked at here; links are never followed.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISLNK, S_ISREG

from timeline.problems import Problem, Severity, Span
from timeline.reading.limits import Limits
from timeline.reading.media import heavy_picture, media_problem
from timeline.reading.names import name_problems

LISTS = ("places", "actors", "publishers", "links")
"""The records that have one file each beside the events."""
MEDIA_SUFFIXES = frozenset({
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".pdf",
    ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".wav", ".mp4", ".webm", ".ogv", ".vtt",
})  # fmt: skip
"""The endings of files that may stand in ``content/media``."""
DEEPEST_FOLDER = 16
_YAML = (".yaml", ".yml")
_FILES = frozenset(f"{name}{suffix}" for name in LISTS for suffix in _YAML)
_TEXTS = frozenset({*_YAML, ".md"})
_FEWER = "take out what does not belong here, or raise the limits in mkdocs.yml"
_HOMES = "events go to events/*.yaml, articles to articles/*.md, pictures to media/"
_EXPORTED_AS = {
    **dict.fromkeys(("heic", "heif", "tif", "tiff", "bmp", "psd", "raw", "dng", "jfif"), ".jpg or .webp"),
    **dict.fromkeys(("mov", "avi", "mkv", "wmv", "m4v", "3gp"), ".mp4 or .webm"),
    **dict.fromkeys(("doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "odp"), ".pdf"),
    **dict.fromkeys(("aac", "amr", "flac", "wma", "aiff"), ".mp3 or .m4a"),
    "srt": ".vtt",
}
"""What telephones, cameras and offices make, and what browsers show in its place."""
_LEFT_BEHIND = re.compile(
    r"(?:eh)?thumbs\.db|desktop\.ini|icon\r|~\$.*|.*(?:~|\.(?:bak|orig|rej|old|tmp|temp|swp|crdownload|part))",
    re.IGNORECASE,
)
"""Files that systems and editors put beside others, and that nobody has written."""


@dataclass
class Folder:
    """The files of a content folder, by what they hold; every path relative to it, sorted, with ``/``."""

    events: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    storylines: list[str] = field(default_factory=list)
    lists: dict[str, str] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    media: list[str] = field(default_factory=list)
    unshown: list[str] = field(default_factory=list)
    """What stands among the media and is of a kind that no site shows."""
    problems: list[Problem] = field(default_factory=list)


def is_hidden(path: Path, folder: Path) -> bool:
    """Whether a file below a folder is not read, because its name or that of a folder begins with a dot."""
    return any(name.startswith(".") for name in path.relative_to(folder).parts)


def look_through(folder: Path, shown_as: str, limits: Limits, proposed: Mapping[str, int]) -> Folder:
    """Sorts the files of a content folder by what they hold.

    Args:
        folder: The folder.
        shown_as: Its path as problems name it.
        limits: How large a media file may be.
        proposed: The sizes of text files that are yet to be written, by their paths below the folder.

    Returns:
        The files, and what is wrong with their names and kinds.
    """
    found = Folder()

    def refuse(path: str, code: str, message: str, hint: str, line: int = 1) -> None:
        place = Span(f"{shown_as}/{path}" if path else shown_as, line)
        found.problems.append(Problem(code, Severity.ERROR, place, message, hint))

    if not folder.is_dir():
        refuse("", "no-content", "there is no such folder", "set docs_dir in mkdocs.yml, or make the folder")
        return found
    sizes = _walk(folder, refuse) | _to_be(proposed, refuse)
    text = sum(size for path, size in sizes.items() if PurePosixPath(path).suffix.lower() in _TEXTS)
    if len(sizes) > limits.files or text > limits.text_bytes:
        refuse("", "too-many-files", f"there are {len(sizes):,} files here, with {text:,} bytes of text; "
               f"at most {limits.files:,} with {limits.text_bytes:,} are read", _FEWER)  # fmt: skip
        return found
    paths = sorted(sizes)
    for path in paths:
        if not _sort(found, path):
            refuse(path, *_unexpected(path, found))
    for path, problem in name_problems(paths, published=[*found.pages, *_in_media(found)]):
        refuse(path, *problem)
    for path in _in_media(found):
        if told := media_problem(folder / path, limits):
            refuse(path, *told)
        elif told := heavy_picture(folder / path):
            code, message, hint, line = told
            span = Span(f"{shown_as}/{path}", line)
            found.problems.append(Problem(code, Severity.WARNING, span, message, hint))
    return found


def _to_be(proposed: Mapping[str, int], refuse: Callable[[str, str, str, str], None]) -> dict[str, int]:
    """The files that are yet to be written, with their sizes, but for those that would not be found again."""
    for path in proposed:
        if path.count("/") > DEEPEST_FOLDER:
            refuse(path, "unexpected-file", "this file lies too deep", _HOMES)
    return {path: size for path, size in proposed.items() if path.count("/") <= DEEPEST_FOLDER}


def _in_media(found: Folder) -> Iterable[str]:
    return (f"media/{path}" for path in found.media)


def _sort(found: Folder, path: str) -> bool:
    """Whether a file is one that somebody expects; it is put where it belongs."""
    stem, suffix = path.rsplit(".", 1)[0], PurePosixPath(path).suffix.lower()
    suffix = PurePosixPath(path).suffix if suffix == ".md" else suffix  # MkDocs knows .md alone
    top, _, below = path.partition("/")
    if top == "media" and below:
        if suffix in MEDIA_SUFFIXES:
            found.media.append(below)
        else:
            found.unshown.append(below)
        return suffix in MEDIA_SUFFIXES
    if suffix in _YAML:
        if top == "events" and below:
            found.events.append(path)
        elif stem in LISTS and stem not in found.lists:
            found.lists[stem] = path
        else:
            return False
        return True
    if suffix != ".md" or (top == "events" and below):
        return False
    homes = {"articles": found.articles, "storylines": found.storylines} if below else {}
    homes.get(top, found.pages).append(path)
    return True


def _unexpected(path: str, found: Folder) -> tuple[str, str, str]:
    """What to say of a file that nobody expects: a code, a message and a hint."""
    stem, _, suffix = path.rpartition(".")
    if _LEFT_BEHIND.fullmatch(PurePosixPath(path).name):
        return (
            "unexpected-file",
            "a program has put this file here beside others; it belongs to no site",
            "delete it; if you wrote it yourself, give it the name of what it holds",
        )
    if stem in found.lists and suffix.lower() in {"yaml", "yml"}:
        return (
            "unexpected-file",
            f"'{found.lists[stem]}' is there already, and one is enough",
            "keep one of them",
        )
    if path.startswith("events/") and suffix.lower() == "md":
        return (
            "unexpected-file",
            "events are written in YAML",
            "name it *.yaml, or put an article into articles/",
        )
    if path.startswith("media/"):
        kinds = ", ".join(sorted(MEDIA_SUFFIXES))
        better = _EXPORTED_AS.get(suffix.lower())
        hint = f"export it as {better}" if better else f"these are: {kinds}"
        return "unexpected-file", "files of this kind are not published", hint
    hint = _HOMES
    if suffix.lower() in {"yaml", "yml"} and "/" not in path:
        near = difflib.get_close_matches(stem.lower(), [*LISTS, "events"], n=1)
        hint = f"call it {near[0]}.yaml, which is read" if near else hint
        hint = f"put it into the folder events: events/{path}" if near == ["events"] else hint
    return "unexpected-file", "nothing here reads a file of this kind in this place", hint


def _names(folder: Path, base: str, refuse: Callable[[str, str, str, str], None]) -> list[str]:
    """The names of what stands in a folder; none where it cannot be read, which is told."""
    try:
        return os.listdir(folder / base)  # noqa: PTH208 (names are enough)
    except OSError as error:
        refuse(base, "unreadable-file", f"this folder cannot be read: {error.strerror}", "")
        return []


def _walk(folder: Path, refuse: Callable[[str, str, str, str], None]) -> dict[str, int]:
    """Every plain file below a folder, with its size.

    Hidden files are left out; hidden folders are looked through for links alone, which MkDocs would follow.
    """
    pending, found = [""], {}
    while pending:
        base = pending.pop()
        for name in _names(folder, base, refuse):
            path = f"{base}{name}"
            hidden = path.startswith(".") or "/." in path
            try:
                status = os.lstat(folder / path)
            except OSError as error:
                refuse(path, "unreadable-file", f"this file cannot be read: {error.strerror}", "")
                continue
            if S_ISLNK(status.st_mode):
                if not hidden or (folder / path).is_dir():
                    refuse(path, "symbolic-link", "this is a symbolic link; links are not followed",
                           "put the file itself here")  # fmt: skip
            elif S_ISDIR(status.st_mode) and path in _FILES:
                refuse(path, "unexpected-file", "this is a folder, and a file is read here",
                       "delete it, or give it another name: these records stand in one file")  # fmt: skip
            elif S_ISDIR(status.st_mode) and path.count("/") < DEEPEST_FOLDER:
                pending.append(f"{path}/")
            elif hidden:
                continue
            elif S_ISREG(status.st_mode):
                found[path] = status.st_size
            else:
                refuse(path, "unexpected-file", "this is not a plain file, or it lies too deep", _HOMES)
    return found
