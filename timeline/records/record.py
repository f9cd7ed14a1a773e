"""What every record has in common: closed keys, frozen values, and errors that name a code and a hint.

The models know nothing of files. Where a value stands is kept beside them by the reader, which also
turns the errors raised here into problems with a place.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

Written = dict[frozenset[str], set[str]]
"""Sets of keys, by what is in them."""


class Record(BaseModel):
    """A thing that editors write, with a closed list of keys.

    Every scalar arrives as text (YAML is only notation here) and gets its type from the field.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    def model_post_init(self, context: Written | None, /) -> None:
        """Shares the set of the keys that are written in a record with all records in which the same are.

        Pydantic makes a set for each record, and that weighs as much as the record.

        Args:
            context: The sets so far, where many records are made; None where a record is made by itself.
        """
        if context is not None:
            written = self.__pydantic_fields_set__
            shared = context.setdefault(frozenset(written), written)
            object.__setattr__(self, "__pydantic_fields_set__", shared)


# Pydantic puts these tags of a union into the way to an error; no key of an editor's can be one of them.
TEXT = "\0text"
MAPPING = "\0mapping"

_LONGEST_QUOTED = 60


def quoted(value: str) -> str:
    """A value in quotes, for a message; a long one is cut."""
    return f"'{value}'" if len(value) <= _LONGEST_QUOTED else f"'{value[:_LONGEST_QUOTED]}…'"


def refuse(code: str, message: str, hint: str = "", *, start: int = 0, end: int = 0) -> PydanticCustomError:
    """An error for a validator to raise.

    Args:
        code: The problem's code.
        message: What is wrong, without a full stop.
        hint: What to write instead.
        start: Where in the value's text the fault begins, from 0.
        end: Where it ends, exclusive; 0 for the whole value.
    """
    return PydanticCustomError(
        "refused",
        "{message}",
        {"code": code, "message": message, "hint": hint, "start": start, "end": end},
    )
