"""The claims on one event into one event: whose word stands, and where files contradict each other.

The curated YAML stands; where it is silent, articles fill in, and two articles that differ are an error
until the YAML decides. Lists unite by the identity of their items.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from timeline.merging.claims import Claim, Given, Rank
from timeline.merging.entries import Origin
from timeline.problems import Problem, Related, Severity
from timeline.records import Account, Correction, Event, Figure, Media, Silence, Source

LISTS = frozenset(name for name, f in Event.model_fields.items() if f.default == ())
SINGLES = tuple(name for name in Event.model_fields if name not in LISTS and name != "id")
# Parts of one date: an article's clock is of no use on a day that it does not mean.
_OF_THE_DATE = ("time", "timezone")


def identity(item: object) -> Hashable:
    """What makes two items of a list the same one, whatever else is said of them."""
    if isinstance(item, str):
        return item
    if isinstance(item, Source):
        return item.url or (item.title, item.publisher)
    if isinstance(item, Account):
        return (item.by, item.says)
    if isinstance(item, Figure):
        return (item.what, item.value, item.min, item.max, item.unit)
    if isinstance(item, Media):
        return item.file
    if isinstance(item, Correction):
        return (item.date, item.note)
    if isinstance(item, Silence):
        return item.code
    raise TypeError(type(item))


def resolve(claims: list[Claim]) -> tuple[Event, dict[str, tuple[Origin, ...]], list[Problem]]:
    """Decides which value of each field stands.

    Args:
        claims: The claims on one event, in the order of ``Claims.of_event``; not empty.

    Returns:
        The merged event, who gave each of its values, and where files contradict each other.
    """
    values: dict[str, Any] = {"id": claims[0].event.id}
    origins: dict[str, tuple[Origin, ...]] = {"id": ((claims[0], 0),)}
    problems: list[Problem] = []
    for field in SINGLES:
        giving = [claim for claim in claims if claim.gives(field)]
        if field in _OF_THE_DATE:
            giving = [c for c in giving if c.event.date is None or c.event.date == values.get("date")]
        if giving:
            values[field] = getattr(giving[0].event, field)
            origins[field] = ((giving[0], 0),)
            problems += _contradictions(field, giving)
    for field in LISTS:
        items = _united(field, claims)
        if items:
            values[field] = tuple(item for item, _ in items)
            origins[field] = tuple(origin for _, origin in items)
    return Event.model_construct(**values), origins, problems


def _contradictions(field: str, giving: list[Claim]) -> list[Problem]:
    stands = giving[0]
    value = getattr(stands.event, field)
    curated = stands.rank is Rank.CURATED
    problems = []
    for claim in giving[1:]:
        other = getattr(claim.event, field)
        if other == value or claim.rank is Rank.CURATED:
            continue
        here, there, id = _shown(other), _shown(value), claim.event.id
        if curated:
            problems.append(
                Problem(
                    "conflicting-value", Severity.WARNING, claim.span(field),
                    f"this article gives the {field} of '{id}' as {here}, the curated event as {there}",
                    "the curated value stands; change one of them, or write both as accounts",
                    (Related(stands.span(field), "the value that stands"),),
                )
            )  # fmt: skip
        else:
            problems.append(
                Problem(
                    "articles-disagree", Severity.ERROR, claim.span(field),
                    f"articles disagree on the {field} of '{id}': {here} here, {there} in another",
                    f"give the {field} in content/events, which decides",
                    (Related(stands.span(field), "the other article"),),
                )
            )  # fmt: skip
    return problems


def _shown(value: object) -> str:
    text = " ".join(str(getattr(value, "value", value)).split())
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}…'"


def _united(field: str, claims: list[Claim]) -> list[tuple[Any, Origin]]:
    found: dict[Hashable, tuple[Any, Origin]] = {}
    curated = 0
    for claim in claims:
        own = claim.shift if field == "sources" else 0
        for number, item in enumerate(getattr(claim.event, field)):
            position = number - own if claim.how is Given.DECLARED else 0
            found.setdefault(identity(item), (item, (claim, max(position, 0))))
        if claim.rank is Rank.CURATED:
            curated = len(found)
    items = list(found.items())
    rest = sorted(items[curated:], key=lambda pair: str(pair[0]))
    return [pair[1] for pair in items[:curated] + rest]
