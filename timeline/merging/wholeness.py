"""What an event must have once all files are heard."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.merging.claims import Claim, Claims
from timeline.merging.nearest import Nearest
from timeline.problems import Problem, Severity
from timeline.records import Event

_LACKING = {
    "title": ("no title", "add 'title:'"),
    "date": (
        "no date",
        "add 'date:', as exactly as it is known: 2020-01-04, 2020-01, 2019-12~, 2020-01-03/..",
    ),
    "sources": (
        "no source",
        "add 'sources: [an-article]', or list the event in an article that reports it",
    ),
}


def incomplete(event: Event, claim: Claim) -> Iterator[Problem]:
    """What an event lacks, told at the id of the claim that leads."""
    for name, (lacking, hint) in _LACKING.items():
        if not getattr(event, name):
            message = f"the event '{event.id}' has {lacking}"
            yield Problem("missing-key", Severity.ERROR, claim.span("id"), message, hint)


def missing_files(claims: Claims, media: frozenset[str]) -> Iterator[Problem]:
    """Media files that are named and are not there."""
    nearest = Nearest(media)
    for claim in claims:
        for number, item in enumerate(claim.event.media):
            if item.file not in media:
                near = _file_meant(item.file, media) or nearest.to(item.file)
                hint = f"did you mean '{near}'?" if near else "put the file there, or correct the path"
                yield Problem(
                    "unknown-file",
                    Severity.ERROR,
                    claim.span("media", number, "file"),
                    f"there is no file 'content/media/{item.file}'",
                    hint,
                )


def _file_meant(file: str, media: frozenset[str]) -> str:
    """The file that a path with other capitals, or a folder too much, means; empty where there is none."""
    bare = file.removeprefix("content/").removeprefix("media/").casefold()
    return min((path for path in media if path.casefold() == bare), default="")
