"""What a project's ``requirements.txt`` asks for: a version of this program, a wheel, or a commit of git.

Where nothing is asked for, it is what runs now. pip leaves beside a package where it took it from
(PEP 610, ``direct_url.json``), so that a copy from git or from a wheel is asked for as such.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit

from timeline import __version__

NAME = "mkdocs-news-timeline"
_FILE = NAME.replace("-", "_")
WHEELS = "wheels"
"""The folder of a project that keeps the wheel it is built with."""

_VERSIONS = re.compile(
    r"(?:===?|~=|!=|<=?|>=?)\s*[0-9][A-Za-z0-9.!+*_-]*(?:\s*,\s*(?:~=|!=|[<>]=?)\s*[0-9][A-Za-z0-9.!+*_-]*)*"
)
_VERSION = re.compile(r"v?([0-9][A-Za-z0-9.!+_-]*)")
_ADDRESS = re.compile(r"(?:(?:git|hg|svn|bzr)\+)?(?:https?|ssh)://[^\s'\"\\]+")


class BadPackage(ValueError):
    """What was given names no version, wheel or address; the text says what does."""


@dataclass(frozen=True, slots=True)
class Package:
    """Where a project gets this program from.

    Attributes:
        requirement: The line of ``requirements.txt``.
        wheel: The wheel that goes into the project; None where pip fetches it.
        note: What the editor should know of it; often nothing.
    """

    requirement: str
    wheel: Path | None = None
    note: str = ""


def named(given: str) -> Package:
    """The package that an editor asks for.

    Args:
        given: A version (``0.1.0``), bounds (``>=0.1,<1``), the path of a wheel, or an address that pip knows
            (``git+https://…``).

    Raises:
        BadPackage: It is none of these.
    """
    given = given.strip()
    if given.endswith(".whl") and "://" not in given:
        return _wheel(Path(given))
    bare = given.removeprefix(NAME).strip()
    bare = bare.removeprefix("@").strip() if bare != given else bare
    if _VERSIONS.fullmatch(bare):
        return Package(f"{NAME}{bare}")
    if version := _VERSION.fullmatch(bare):
        return Package(f"{NAME}=={version[1]}")
    if _ADDRESS.fullmatch(bare):
        parts = urlsplit(bare)
        if parts.password or (parts.username and parts.scheme.endswith("https")):
            raise BadPackage(
                "the address holds a name or password, which would be published with the project"
            )
        return Package(f"{NAME} @ {bare}")
    raise BadPackage(
        f"'{given}' is no version (0.1.0), no path of a wheel (dist/{_FILE}-0.1.0-py3-none-any.whl) "
        "and no address (git+https://…)"
    )


def running() -> Package:
    """The package that runs now."""
    version = Package(f"{NAME}=={__version__}")
    try:
        origin = json.loads(metadata.distribution(NAME).read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        return version
    url = str(origin.get("url", ""))
    if "vcs_info" in origin:
        vcs = origin["vcs_info"]
        return Package(f"{NAME} @ {vcs['vcs']}+{url}@{vcs['commit_id']}")
    if "archive_info" in origin:
        if not url.startswith("file:"):
            return Package(f"{NAME} @ {url}")
        # Windows writes file:///C:/folder/file.whl.
        path = Path(re.sub(r"^/(?=[A-Za-z]:)", "", unquote(urlsplit(url).path)))
        if path.suffix == ".whl" and path.is_file():
            return _wheel(path)
    if not url:
        return version
    note = f"Only this computer has the program that runs, unless {__version__} is published: see --package."
    return Package(version.requirement, note=note)


def _wheel(path: Path) -> Package:
    if not path.is_file():
        raise BadPackage(f"there is no file {path.as_posix()}")
    if not path.name.startswith(f"{_FILE}-"):
        raise BadPackage(f"{path.name} is a wheel of another package")
    return Package(f"./{WHEELS}/{path.name}", path)
