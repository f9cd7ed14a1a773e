"""What can be read of a record in which something is wrong, so that the rest is looked at in the same run.

Whoever mends a figure should not learn only then that the place is unknown. What is kept here is never
published and never merged: only its references are followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from timeline.reading.tree import Refused
from timeline.records import Record

R = TypeVar("R", bound=Record)

_CITING = ("accounts", "figures")
"""The keys that may name a source of the event by its title: where the sources are lost, nobody knows it."""
_STAND_INS = {"name": "-", "published": "2000-01-01", "title": "-"}
"""What stands for a key that must be there: nothing looks at it."""
_OF_ITS_OWN = "bad-date:"
"""What two keys say that are both there; what else is said of several may be about one that was taken out."""
_ROUNDS = 2
"""To take out one key may leave another one alone that goes with it, such as half of a position."""


def salvaged(
    model: type[R], values: Mapping[str, object], errors: Iterable[ErrorDetails]
) -> tuple[R | None, list[ErrorDetails]]:
    """The record without the keys in which something is wrong.

    Args:
        model: The kind of record.
        values: Its keys and values, as read.
        errors: What pydantic found wrong with them.

    Returns:
        The record, or None where even its id is wrong; and what does not fit together in the rest of it,
        which pydantic looks at only where nothing else is wrong.
    """
    late: list[ErrorDetails] = []
    wrong = {key for key, value in values.items() if isinstance(value, Refused)}
    for _ in range(_ROUNDS):
        wrong |= {_key_of(error) for error in errors}
        if "sources" in wrong:
            wrong |= {*_CITING}
        kept = {key: value for key, value in values.items() if key not in wrong}
        needed = (key for key, field in model.model_fields.items() if field.is_required() and key not in kept)
        kept |= {key: _STAND_INS[key] for key in needed if key in _STAND_INS}
        try:
            return model.model_validate(kept), late
        except ValidationError as error:
            errors = error.errors(include_url=False)
            late += [one for one in errors if _code_of(one).startswith(_OF_ITS_OWN)]
    return None, late


def _key_of(error: ErrorDetails) -> str:
    """The key of the record itself that an error is in; a rule about several keys names one of them."""
    if error["loc"]:
        return str(error["loc"][0])
    return _code_of(error).partition(":")[2]


def _code_of(error: ErrorDetails) -> str:
    return "" if error["loc"] else str(error.get("ctx", {}).get("code", ""))
