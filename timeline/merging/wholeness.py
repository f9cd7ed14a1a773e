"""What an event must have once all files are heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.merging.claims import Claim, Claims
from timeline.merging.nearest import Nearest
from timeline.problems import Problem, Severity, Span
from timeline.records import Content, Event

LACKING = {
    "title": ("no title", "add 'title:'", "What happened, in one line"),
    "date": (
        "no date",
        "add 'date:', as exactly as it is known: 2020-01-04, 2020-01, 2019-12~, 2020-01-03/..",
        "YYYY-MM-DD",
    ),
    "sources": (
        "no source",
        "add 'sources: [an-article]', or list the event in an article that reports it",
        "[an-article]",
    ),
}
"""The keys that an event must have: what is said where one is missing, what to do, how it is written."""


def incomplete(event: Event, claim: Claim) -> Iterator[Problem]:
    """What an event lacks, told at the id of the claim that leads."""
    names = [name for name in LACKING if not getattr(event, name)]
    if names:
        yield lacking(event.id, names, claim.span("id"))


def lacking(id: str, names: Sequence[str], span: Span) -> Problem:
    """The one problem of an event that lacks keys, be they one or three.

    Args:
        id: The event's id.
        names: The keys, of those in ``LACKING``.
        span: Where to tell it.
    """
    said, hints, values = zip(*(LACKING[name] for name in names), strict=True)
    message = f"the event '{id}' has {_joined(said)}"
    if len(names) == 1:
        return Problem("missing-key", Severity.ERROR, span, message, hints[0])
    lines = "\n".join(f"{name}: {value}" for name, value in zip(names, values, strict=True))
    return Problem("missing-key", Severity.ERROR, span, message, "add what is missing:", example=lines)


def _joined(words: Sequence[str]) -> str:
    """``one``, ``one and two``, ``one, two and three``."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def missing_files(claims: Claims, content: Content) -> Iterator[Problem]:
    """Media files that are named and are not there; what is there and cannot be shown is told as a file."""
    media = content.media
    nearest = Nearest(media)
    for claim in claims:
        for number, item in enumerate(claim.event.media):
            if item.file not in media and item.file not in content.unshown:
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
