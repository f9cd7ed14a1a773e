"""The list of dead links: each address once, and none that nobody cites any more."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.checks.check import Check, Finding
from timeline.merging import Nearest, Timeline
from timeline.problems import Problem, Related, Severity
from timeline.records import DeadLink, Located

CODE_DUPLICATE = "duplicate-link"
CODE_UNUSED = "uncited-link"


def duplicates(timeline: Timeline) -> Iterator[Finding]:
    """Finds addresses that stand in the list twice."""
    first: dict[str, Located[DeadLink]] = {}
    for link in timeline.content.links:
        other = first.setdefault(link.record.url, link)
        if other is not link:
            message = f"'{link.record.url}' stands in this list twice"
            related = (Related(other.places.of("url"), "the first one"),)
            hint = "keep one of them"
            yield Finding(
                Problem(CODE_DUPLICATE, Severity.ERROR, link.places.of("url"), message, hint, related)
            )


def uncited(timeline: Timeline) -> Iterator[Finding]:
    """Finds addresses that no event, article or publisher cites."""
    if not timeline.content.links or any(timeline.content.broken.values()):
        return  # what cannot be read may cite them
    known = {address.url for address in timeline.addresses if address.is_cited}
    nearest: Nearest | None = None
    for link in timeline.content.links:
        if link.record.url in known:
            continue
        nearest = nearest or Nearest(known)
        near = nearest.to(link.record.url)
        message = f"nothing here cites '{link.record.url}'"
        hint = f"did you mean '{near}'?" if near else "take it out, or write the address as it is cited"
        yield Finding(Problem(CODE_UNUSED, Severity.NOTE, link.places.of("url"), message, hint))


DUPLICATES = Check(
    CODE_DUPLICATE, Severity.ERROR, "A dead link is listed once.", duplicates, silenceable=False
)
UNCITED = Check(
    CODE_UNUSED,
    Severity.NOTE,
    "A dead link that is listed is cited by a source, an article or a publisher.",
    uncited,
    silenceable=False,
)
