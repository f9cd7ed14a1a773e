"""The claims on one event into one event: whose word stands, and where files contradict each other.

The curated YAML stands; where it is silent, articles fill in, and two articles that differ are an error
until the YAML decides. Lists unite by the identity of their items; what is said of one item in several
files is resolved key by key, as the event itself is.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from timeline.merging.claims import Claim, Given
from timeline.merging.entries import Origin, Origins
from timeline.problems import Problem, Related, Severity, Span
from timeline.records import Account, Correction, Event, Figure, Media, Path, Record, Silence, Source

LISTS = tuple(name for name, f in Event.model_fields.items() if f.default == ())
SINGLES = tuple(name for name in Event.model_fields if name not in LISTS and name != "id")
# Parts of one date: an article's clock is of no use on a day that it does not mean.
_OF_THE_DATE = ("time", "timezone")
_LONGEST_SHOWN = 60


class Resolved(NamedTuple):
    """One event out of several claims: its values, who gave each, and where files contradict each other."""

    event: Event
    origins: Origins
    problems: list[Problem]


class _Value(NamedTuple):
    claim: Claim
    path: Path
    value: Any

    @property
    def origin(self) -> Origin:
        return self.claim, self.path

    @property
    def span(self) -> Span:
        return self.claim.span(*self.path)


def resolve(claims: Sequence[Claim]) -> Resolved:
    """Decides which value of each field stands.

    Args:
        claims: The claims on one event, in the order of ``Claims.heard``; those that declare the event
            before those that only name it; not empty.

    Returns:
        The merged event with all that goes with it. What contradicts it is told even where the event
        silences that: see ``SILENCEABLE``.
    """
    first = claims[0]
    declaring = [claim for claim in claims if claim.how is Given.DECLARED] or [first]
    values: dict[str, Any] = {}
    origins: dict[str, tuple[Origin, ...]] = {}
    problems: list[Problem] = []
    for field in SINGLES if len(declaring) > 1 else ():
        given = _given(field, declaring, values.get("date", first.event.date))
        if given:
            values[field] = given[0].value
            origins[field] = (given[0].origin,)
            if len(given) > 1:
                problems += _contradictions(f"the {field} of '{first.event.id}'", field, given)
    # Of a single claim the lists stand as they are; an article is a source of what it declares.
    alone = len(declaring) == 1
    joined = len(claims) > 1 or bool(first.article)
    own = vars(first.event)  # twice as fast as asking the record, a hundred thousand times
    for field in LISTS:
        few = len(own[field]) < 2
        if alone and not (field == "sources" and joined) and (few or not _repeats(own[field])):
            continue
        items = _united(field, claims if field == "sources" else declaring, problems)
        values[field] = tuple(item.value for item in items)
        origins[field] = tuple(item.origin for item in items)
    event = first.event.model_copy(update=values) if values else first.event
    return Resolved(event, Origins(first, origins), problems)


def _given(field: str, claims: Iterable[Claim], date: str | None) -> list[_Value]:
    """What the claims say of a field; of the clock, those alone that mean the same day."""
    return [
        _Value(claim, (field,), value)
        for claim in claims
        if (value := getattr(claim.event, field)) is not None
        and (field not in _OF_THE_DATE or claim.event.date in (None, date))
    ]


def _repeats(items: Sequence[object]) -> bool:
    """Whether a list has an item twice."""
    return len({identity(item) for item in items}) < len(items)


CONFLICT = "conflicting-value"
REPEATED = "repeated-item"
SILENCEABLE = frozenset({CONFLICT})
"""The codes of merging that an event may silence; its errors leave no timeline to publish."""


def _contradictions(what: str, key: str, given: Sequence[_Value]) -> list[Problem]:
    """Tells of every value that is not the first one, which stands."""
    stands = given[0]
    return [
        _overruled(what, other, stands) if stands.claim.is_curated else _disagreeing(what, key, other, stands)
        for other in given[1:]
        # An id twice in the YAML is an error of its own.
        if other.value != stands.value and not other.claim.is_curated
    ]


def _overruled(what: str, other: _Value, stands: _Value) -> Problem:
    here, there = _shown(other.value), _shown(stands.value)
    return Problem(
        CONFLICT,
        Severity.WARNING,
        other.span,
        f"this article gives {what} as {here}, the curated event as {there}",
        "the curated value stands; change one of them, or write both as accounts",
        (Related(stands.span, "the value that stands"),),
    )


def _disagreeing(what: str, key: str, other: _Value, stands: _Value) -> Problem:
    here, there = _shown(other.value), _shown(stands.value)
    return Problem(
        "articles-disagree",
        Severity.ERROR,
        other.span,
        f"articles disagree on {what}: {here} here, {there} in another",
        f"give the {key} in content/events, which decides",
        (Related(stands.span, "the other article"),),
    )


def _repeated(item: _Value, first: _Value, field: str) -> Problem:
    message = f"{_name(item.value)} stands twice in '{field}', and the first one counts"
    if isinstance(item.value, Source) and item.value.url:
        message = f"{_name(item.value)} has the address of one above it, and that one counts"
    return Problem(
        REPEATED,
        Severity.WARNING,
        item.span,
        message,
        "keep one",
        (Related(first.span, "the first one"),),
    )


IDENTITIES: Mapping[type[Record], tuple[str, ...]] = {
    Source: ("title", "publisher"),
    Account: ("by", "says", "source"),
    Figure: ("what", "value", "min", "max", "unit", "source"),
    Media: ("file",),
    Correction: ("date", "note"),
    Silence: ("code",),
}
"""The keys by which two items of a list are the same one; of a source, where it has no address."""


def identity(item: object) -> Hashable:
    """What makes two items of a list the same one, whatever else is said of them."""
    if isinstance(item, str):
        return item
    if isinstance(item, Source) and item.url:
        return item.url
    keys = IDENTITIES.get(type(item), ()) if isinstance(item, Record) else ()
    values = [getattr(item, key) for key in keys]
    if len(values) < 2:
        return values[0] if values else None
    return tuple(identity(value) if isinstance(value, Source) else value for value in values)


def _united(field: str, claims: Iterable[Claim], problems: list[Problem]) -> list[_Value]:
    """The items of a list from all claims: the YAML's in its own order, then the others by identity."""
    found: dict[Hashable, list[_Value]] = {}
    curated = 0
    for claim in claims:
        own: dict[Hashable, _Value] = {}
        for path, value in claim.items(field):
            item, key = _Value(claim, path, value), identity(value)
            if own.setdefault(key, item) is not item:
                problems.append(_repeated(item, own[key], field))
            else:
                found.setdefault(key, []).append(item)
        if claim.is_curated:
            curated = len(found)
    items = list(found.items())
    if len(items) > curated + 1:
        items[curated:] = sorted(items[curated:], key=lambda pair: str(pair[0]))
    return [_joined(field, given, problems) if len(given) > 1 else given[0] for _, given in items]


def _joined(field: str, given: Sequence[_Value], problems: list[Problem]) -> _Value:
    """One item that several claims give: the keys that the first leaves out are filled from the others."""
    first = given[0]
    if not isinstance(first.value, Record) or all(item.value == first.value for item in given):
        return first
    filled = {}
    for key in type(first.value).model_fields:
        values = [
            _Value(item.claim, (*item.path, key), getattr(item.value, key))
            for item in given
            if key in item.value.model_fields_set
        ]
        if values:
            filled[key] = values[0].value
            what = f"the {key} of {_name(first.value)}"
            problems += _contradictions(what, f"{key} in '{field}'", values)
    return first._replace(value=first.value.model_copy(update=filled))


def _name(item: object) -> str:
    """An item as messages call it."""
    for key in ("title", "by", "what", "file", "code", "note") if isinstance(item, Record) else ():
        if name := getattr(item, key, None):
            return _shown(name)
    return _shown(item)


def _shown(value: object) -> str:
    if isinstance(value, Record):
        value = ", ".join(f"{key}: {getattr(value, key)}" for key in sorted(value.model_fields_set))
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= _LONGEST_SHOWN else f"'{text[: _LONGEST_SHOWN - 3]}…'"
